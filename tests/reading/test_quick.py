"""The law that an item read without the YAML parser is what the parser gives."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest

from tests.reading.test_usual import HEAD, item, mutated
from timeline_cli.fields.context import Context
from timeline_cli.model import Registries
from timeline_cli.nodes import Problems
from timeline_cli.reading import file
from timeline_cli.reading.items import Item, read_items
from timeline_cli.reading.load import Opener
from timeline_cli.reading.quick import Quick
from timeline_cli.reading.split import Text


def read_quickly(seed: int | None, count: int, folder: Path, indent: int = 0) -> int:
    """How many of some random items are read without the parser, and the same way as by the parser."""
    path, rng, found = folder / "events.yaml", random.Random(seed), 0
    path.write_text(HEAD + "- {date: 2025, title: x}\n", encoding="utf-8")
    registries = Opener([str(path)]).open().registries
    fast, slow = (Context(Problems("file"), registries) for _ in range(2))
    reader = Quick(indent, fast)
    for _ in range(count):
        lines = mutated(rng, item(rng)).splitlines(keepends=True)
        text = Text.of(7, "".join(" " * indent + line for line in lines).encode())
        items = [reader.item(text)]
        if items[-1] is not None:
            assert items[-1] == read_items([text], indent, {}, slow)[0], text.data
            found += 1
    return found


@pytest.mark.parametrize(("seed", "indent"), [(0, 0), (1, 0), (2, 2)])
def test_what_is_read_quickly_is_read_the_same_way(tmp_path: Path, seed: int, indent: int) -> None:
    assert 30 < read_quickly(seed, 400, tmp_path, indent) < 390


@pytest.mark.parametrize("indent", [0, 2])
def test_a_long_date_of_a_moment_needs_no_parser(indent: int) -> None:
    lines = [
        "- id: a",
        "  companies:",
        "  - Acme",
        "  # note",
        "  tags: [x]",
        "  date: 2024-03/2024-09",
        "  title: x",
        "  type: deal",
    ]
    text, found = Text.of(7, "".join(f"{' ' * indent}{line}\n" for line in lines).encode()), []
    for read in (
        lambda context: Quick(indent, context).item(text),
        lambda context: read_items([text], indent, {}, context)[0],
    ):
        found.append(read(Context(Problems("file"), Registries())))
    assert found[0] == found[1]
    assert [(one.code, one.location[1:]) for one in found[0].problems] == [("W101", (5, indent + 9, 15))]


def test_items_that_are_not_usual_are_read_by_the_parser_between_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rng, path = random.Random(5), tmp_path / "events.yaml"
    usual = "- id: e{}\n  date: 2024-01-05\n  title: Talk {}\n  tags: [a, b]\n"
    listed = [usual.format(n, n) if rng.random() < 0.8 else mutated(rng, item(rng)) for n in range(900)]
    path.write_text(HEAD + "".join(text.rstrip("\n") + "\n" for text in listed), encoding="utf-8")

    parsed: list[Text] = []

    def counted(texts: list[Text], **others: Any) -> list[Item]:
        parsed.extend(texts)
        return read_items(texts, **others)

    def read() -> list[Item]:
        opened = Opener([str(path)]).open()
        return list(opened.files[0].items(opened.context()))

    monkeypatch.setattr(file, "read_items", counted)
    quickly = read()
    assert len(parsed) < len(quickly) * 0.7
    monkeypatch.setattr(file, "_PARSED", 1 << 40)
    assert quickly == read()
