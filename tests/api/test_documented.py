"""docs/api.md is true: its examples are run on the example file."""

from __future__ import annotations

import doctest
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent


def test_the_examples_of_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pandas")
    monkeypatch.chdir(ROOT)
    text = (ROOT / "docs" / "api.md").read_text(encoding="utf-8").replace("```", "\n\n```")
    examples = doctest.DocTestParser().get_doctest(text, {}, "api.md", "api.md", 0)
    assert len(examples.examples) > 15
    found = doctest.DocTestRunner(verbose=False).run(examples)
    assert found.failed == 0
