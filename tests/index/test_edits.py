"""After any sequence of edits, the index and kept items tell what the files tell."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from timeline_cli.index import choose, runs, update
from timeline_cli.index.choose import read
from timeline_cli.index.read import IndexedTimeline
from timeline_cli.index.runs import digest_of
from timeline_cli.model import Event, Timeline
from timeline_cli.query.entities import KINDS
from timeline_cli.query.facts import facts_of
from timeline_cli.reading.kept import Kept
from timeline_cli.reading.load import load
from timeline_cli.reading.split import Text

Write = Callable[..., str]

HEADS = [
    "events:\n", "# a comment\nevents:\n", "companies: {Acme: {aliases: [A]}}\nevents:\n",
    "defaults: {tags: [all]}\nevents:\n", "defaults: {type: tpye}\nevents:\n", "include: other.yaml\nevents:\n",
]  # fmt: skip
ITEMS = [
    "- {date: 2024-01-0#, title: Word #, companies: A}\n",
    "- date: 2024\n  title: Same\n  type: tpye\n",
    "- id: e#\n  date: 2023-0#\n  title: Own id\n  part_of: e1\n",
    "- {id: e#, date: 2022, title: Again}\n\n\n",
    "- {date: 2021, title: \"Same\"}\n# below\n",
    "- {date: 2021-13, title: No such month}\n",
    "- date: 2020\n  title: \"not closed\n", "- date: 2020\n  title: closed\"\n", "- {date: 2020, title: *a}\n",
    "- &a {date: 2020, title: Anchored}\n", "<<<<<<< ours\n", "=======\n", ">>>>>>> theirs\n", "title: lost\n",
    "companies: {Beta: {}}\n", "---\n", " - {date: 2019, title: Shifted}\n", "- ", "-", "-x",
    "- {date: 2018, title: é\u2028#}\n", "- {id: v@#, date: 2018, title: Version, known: 2017}\n",
]  # fmt: skip
MOST = 5  # of them, the ones that are events


@pytest.fixture(autouse=True)
def always(monkeypatch: pytest.MonkeyPatch) -> None:
    """An index for files of any size."""
    monkeypatch.setattr(choose, "WORTHWHILE", 0)


def told(timeline: Timeline) -> tuple[object, ...]:
    """All that a timeline tells, with the values of its events."""
    events = [
        (event.id, event.line, event.file, event.title, event.date, event.tags, event.companies, event.type)
        for event in timeline.events
    ]
    words = [list(facts_of(timeline).dated_words(kind.singular).items()) for kind in KINDS.values()]
    return events, words, timeline.diagnostics, timeline.errors(), timeline.broken, timeline.unread, timeline.files


def assert_same(file: str, kept: Kept | None = None) -> None:
    """The index, and what was kept of the items, tell what the file tells."""
    timeline = read((file,))
    assert isinstance(timeline, IndexedTimeline)
    assert told(timeline) == told(load((file,)))
    if kept is not None:
        assert told(load((file,), kept)) == told(load((file,)))


def one(rng: random.Random) -> str:
    usual = rng.random() < 0.9
    return rng.choice(ITEMS[:MOST] if usual else ITEMS).replace("#", str(rng.randrange(1, 9)))


def edit(items: list[str], rng: random.Random) -> None:
    """Change, add, move, copy or remove one or a few items."""
    at, other = rng.randrange(len(items) + 1), rng.randrange(len(items) + 1)
    kind = rng.randrange(6)
    if kind < 3:
        items[at : at + (kind > 0)] = [one(rng) for _ in range(rng.choice((1, 1, 1, 8)))]
    elif kind == 3:
        del items[at : at + rng.choice((1, 1, 5))]
    elif kind == 4:
        items[other:other] = items[at : at + 2]
    elif items:
        items.insert(other, items.pop(min(at, len(items) - 1)))


@pytest.mark.parametrize("seed", range(12))
def test_after_any_edits_the_index_tells_what_the_files_tell(
    seed: int, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    rng = random.Random(seed)
    monkeypatch.setattr(runs, "_LEAST", rng.choice((1, 90, 300)))
    write("events:\n- {date: 2024, title: Same}\n- {id: e1, date: 2023, title: Other file}\n", "other.yaml")
    kept = Kept()
    items, head = [one(rng) for _ in range(40)], rng.choice(HEADS)
    end = rng.choice(("", "", "people: {Ada: {}}\n"))
    for _ in range(20):
        assert_same(write(head + "".join(items) + end), kept)
        for _ in range(rng.choice((1, 1, 3))):
            edit(items, rng)
        if rng.random() < 0.1:
            head = rng.choice(HEADS)


def test_an_edit_looks_only_at_the_items_around_it(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runs, "_LEAST", 100)
    digested: list[Text] = []

    def counted(text: Text) -> bytes:
        digested.append(text)
        return digest_of(text)

    monkeypatch.setattr(update, "digest_of", counted)
    items = [f"- {{id: e{n}, date: 2024, title: A}}\n" for n in range(200)]
    assert_same(write("events:\n" + "".join(items)))
    for change in ("- {id: e100, date: 2024, title: B}\n", items[100] + "- {id: new,\n   date: 2024, title: C}\n", ""):
        items[100] = change
        digested.clear()
        assert_same(write("events:\n" + "".join(items)))
        assert 0 < len(digested) < 20


def test_items_added_in_one_place_again_and_again_have_room(
    write: Write, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(runs, "_LEAST", 1)
    items = [f"- {{id: e{n}, date: 2024, title: A}}\n" for n in range(9)]
    for number in range(60):
        items[4:4] = [f"- {{id: m{number}-{n}, date: 2024, title: A}}\n" for n in range(3)]
        assert_same(write("events:\n" + "".join(items)))
    [path] = cache.glob("*.sqlite")
    with sqlite3.connect(path) as db:
        numbers = [number for (number,) in db.execute("SELECT number FROM items ORDER BY number")]
    assert len(set(numbers)) == len(items)


def test_of_a_kept_file_only_changed_items_are_read(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    kept, items = Kept(), [f"- {{id: e{n}, date: 2024, title: A}}\n" for n in range(50)]
    seen: list[Event] = [*load((write("events:\n" + "".join(items)),), kept).events]
    items[7] = "- {id: e7, date: 2024, title: B}\n"
    now = [*load((write("events:\n" + "".join(items)),), kept).events]
    assert [event.id for event, before in zip(now, seen, strict=True) if event is not before] == ["e7"]
    now = [*load((write("companies: {A: {}}\nevents:\n" + "".join(items)),), kept).events]
    assert not any(event is before for event, before in zip(now, seen, strict=True))
