"""Completion with an index names what the text of the files names."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from timeline_cli.index import choose, names
from timeline_cli.index.choose import read
from timeline_cli.query.suggest import SOURCES, in_option
from timeline_cli.reading import glance as glancing
from timeline_cli.reading.glance import glance, read_texts

FILE = """companies:
  Samsung Group: {aliases: [삼성]}
  Samsung Electronics: {aliases: [Samsung], parent: Samsung Group}
people: {Lei Jun: {aliases: [雷军], company: Xiaomi}}
places: {Beijing: {in: China}}
types: {takeover-bid: {parent: deal}}
defaults: {tags: [all]}
events:
- {date: 2025-03-22, title: A, companies: [Samsung, {name: Xiaomi, role: host}], people: 雷军, place: Beijing}
- {date: 2025, title: B, type: takeover-bid, tags: [ev, "two words"], place: Paris, figures: {profit: 3}}
- {date: 2024, title: C, type: deal, figures: [{metric: EV sales, value: 3}], companies: "Q, R"}
"""


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(choose, "WORTHWHILE", 0)
    monkeypatch.setattr(names, "WORTHWHILE", 0)
    monkeypatch.setenv("TIMELINE_CACHE_DIR", str(tmp_path / "cache"))
    path = tmp_path / "events.yaml"
    path.write_text(FILE, encoding="utf-8")
    return str(path)


def _indexed(file: str) -> Callable[[Sequence[str]], dict[str, list[Any]]]:
    def found(keys: Sequence[str]) -> dict[str, list[Any]]:
        served = names.indexed_names([file], keys)
        assert served is not None
        return served

    return found


@pytest.mark.parametrize("field", ["company", "person", "place", "tag", "type", "metric"])
@pytest.mark.parametrize("begun", ["", "s", "Q", "삼", "e"])
def test_an_index_names_what_the_text_names(file: str, field: str, begun: str) -> None:
    read((file,))
    found = in_option(field, begun, _indexed(file))
    assert found == in_option(field, begun, lambda keys: glance(read_texts([file]), keys))
    assert field in SOURCES or field == "type"


def test_an_index_serves_only_what_it_has(file: str) -> None:
    assert names.indexed_names([file], ["companies"]) is None  # no index yet
    read((file,))
    assert names.indexed_names([file], ["id"]) is None
    with Path(file).open("a", encoding="utf-8") as stream:
        stream.write("- {date: 2024, title: D, companies: New}\n")
    assert names.indexed_names([file], ["companies"]) is None  # out of date
    with Path(file).open("a", encoding="utf-8") as stream:
        stream.write("- {date: 2024-02-30, title: E, companies: Only Here}\n")
    read((file,))
    assert names.indexed_names([file], ["companies"]) is None  # an event is left out


def test_without_an_index_its_code_is_not_imported(file: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "timeline_cli.index.read", raising=False)
    other = Path(file).with_name("other.yaml")
    other.write_text(FILE, encoding="utf-8")
    choose.read((str(other),))
    monkeypatch.setitem(sys.modules, "timeline_cli.index.read", None)  # importing it would be an error
    assert names.indexed_names([file], ["companies"]) is None


def test_simple_lists_are_read_like_all_others(monkeypatch: pytest.MonkeyPatch) -> None:
    keys = ["companies", "tags", "people"]
    before = [list(glancing._written(text, glancing._key_pattern(key))) for text in (FILE, LISTS) for key in keys]
    assert sum(map(len, before)) > 20
    monkeypatch.setattr(glancing, "_SIMPLE", re.compile("(?!)"))
    assert before == [
        list(glancing._written(text, glancing._key_pattern(key))) for text in (FILE, LISTS) for key in keys
    ]


LISTS = """events:
- tags: [a, {name: b, role: c}]
  companies:   [a]  # tags: [c]
  people: [a, [b, c], {d: [e]}]
- tags: ["a]", 'b']
  summary: has tags: [x]
  companies: [a, b
    c]
- - tags: [d]
- {tags: [e], companies: [f, {name: g}], people: [h}
- {date: 2024,
  tags: [i], companies: []}
- tags: [j{k]
  companies: [#
  ]
  people: &a [l]
  x-tags: [m]
  tags: [n] o
"""
