"""Which files are read, and what is said if there is none."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., "tuple[int, str, str]"]


@pytest.mark.parametrize(
    ("names", "hint"),
    [
        ([], "create one with `timeline init`, use timeline -f FILE, or set TIMELINE_FILE"),
        (["my file.yaml", ".hidden.yaml", "notes.txt"], "write timeline -f 'my file.yaml'"),
        (["a.yml", "b.yaml"], "write timeline -f a.yml (or b.yaml)"),
        (["a.yaml", "b.yaml", "c.yaml", "d.yaml"], "write timeline -f a.yaml (or b.yaml, c.yaml)"),
    ],
)
def test_the_yaml_files_of_the_folder_are_named(
    names: list[str], hint: str, timeline: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in names:
        (tmp_path / name).touch()
    monkeypatch.chdir(tmp_path)
    code, _, err = timeline("show")
    assert (code, err.splitlines()[1]) == (2, f"  hint: {hint}")
    added = timeline("add", "--date", "2025", "--title", "A")
    assert added[2].splitlines()[1] == f"  hint: {hint}"
