"""The names of a new event, as its files write them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from timeline_cli.editing.add import decoded
from timeline_cli.reading.load import load
from timeline_cli.spelling import NearMisses

Run = Callable[..., "tuple[int, str, str]"]
Write = Callable[..., str]

FILE = """\
companies:
  Nokia: {aliases: [NOK]}
events:
- date: 2024
  title: A
  companies: [Intel, "Acme, Brit", Cole, COLE]
  people: [Ada Byron]
  place: Špilberk
  tags: [chips, law]
"""


@pytest.mark.parametrize(
    ("option", "line"),
    [
        ("--company=nokia", "companies: [Nokia]"),
        ("--company=nok", "companies: [NOK]"),
        ("--company=intel", "companies: [Intel]"),
        ("--company=Nokia,intel", "companies: [Nokia, Intel]"),
        ("--company=acme, brit", 'companies: ["Acme, Brit"]'),
        ("--company=cole", "companies: [cole]"),  # which of two, nobody knows
        ("--company=Nokia, Inc.", 'companies: ["Nokia, Inc."]'),
        ("--company={name: nokia, role: buyer}", "companies: [{name: nokia, role: buyer}]"),
        ("--person=ada byron", "people: [Ada Byron]"),
        ("--place=spilberk", "place: Špilberk"),
        ("--tag=Law, chips", "tags: [law, chips]"),
    ],
)
def test_a_name_is_written_as_the_file_has_it(option: str, line: str, timeline: Run, write: Write) -> None:
    path = write(FILE)
    code, _, err = timeline("-f", path, "add", "--date", "2025", "--title", "B", option)
    assert (code, "one name" in err) == (0, False)
    assert f"  {line}\n" in Path(path).read_text().split("title: B\n")[1]


def test_a_comma_in_an_unknown_name_is_remarked_once(timeline: Run, write: Write) -> None:
    path = write(FILE)
    code, _, err = timeline("-f", path, "add", "--date", "2025", "--title", "B", "--company", "Nokia,Dale")
    assert (code, err) == (0, "Nokia,Dale is written as one value; repeat the option to add several\n")
    assert 'companies: ["Nokia,Dale"]' in Path(path).read_text()


def test_near_misses_are_indexed_once_for_all_new_events(monkeypatch: pytest.MonkeyPatch, write: Write) -> None:
    built = []
    index = NearMisses.__init__

    def counted(self: NearMisses, names: Iterable[str]) -> None:
        built.append(self)
        index(self, names)

    monkeypatch.setattr(NearMisses, "__init__", counted)
    events = [{"date": "2025", "title": f"A{number}", "companies": [f"Nokja {number}"]} for number in range(9)]
    assert len(decoded(load((write(FILE),)), events)) == 9
    assert len(built) == 2  # the file's own events, and the new ones
