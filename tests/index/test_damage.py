"""An answer is whole, or visibly not one, whatever byte of the index has changed."""

from __future__ import annotations

import json
import os
import random
import re
import sqlite3
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from timeline_cli.index import choose
from timeline_cli.index.choose import read
from timeline_cli.index.place import Place, _checksum
from timeline_cli.index.read import IndexedTimeline

Run = Callable[..., Any]
Write = Callable[..., str]

ROUNDS = int(os.environ.get("TIMELINE_ROUNDS", "40"))  # flips of one byte

TEXT = "companies: {Acme: {aliases: [A]}, Brit: {parent: Acme}}\nevents:\n" + "".join(
    f"- {{id: e{n}, date: {2000 + n % 25}-0{n % 9 + 1}, title: Title {n} of many, companies: [{'AB'[n % 2]}],"
    f" tags: [t{n % 7}], part_of: [e{n // 10}], figures: [{{metric: revenue, value: {n}}}]}}\n"
    for n in range(120)
)
QUESTIONS = [
    ("show", "--json"), ("show", "--json", "2010"), ("show", "--json", "company:acme"), ("show", "--json", "in:e1"),
    ("show", "--json", "--limit", "5"), ("show", "--json", "text:many"), ("show", "--json", "tag:t3", "2005.."),
    ("check", "--json"), ("figures", "--json"), ("stats", "--json"),
]  # fmt: skip


@pytest.fixture(autouse=True)
def always(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(choose, "WORTHWHILE", 0)


@pytest.fixture
def index(write: Write, cache: Path) -> tuple[str, Place]:
    file = write(TEXT)
    assert isinstance(read((file,)), IndexedTimeline)
    return file, Place(cache, [file])


def is_document(text: str) -> bool:
    try:
        json.loads(text)
    except ValueError:
        return False
    return True


def damage(place: Place, rng: random.Random, is_sealed: bool) -> int:
    """Change a byte of an index; returns its place."""
    at = rng.randrange(place.path.stat().st_size)
    with place.path.open("r+b") as stored:
        stored.seek(at)
        byte = stored.read(1)[0]
        stored.seek(at)
        stored.write(bytes([byte ^ rng.randrange(1, 256)]))
    if is_sealed:
        place.seal()
    return at


@pytest.mark.parametrize("is_sealed", [True, False])
def test_a_byte_that_has_changed_changes_no_answer(is_sealed: bool, index: tuple[str, Place], timeline: Run) -> None:
    file, place = index
    wanted = {question: timeline("-f", file, "--no-index", *question) for question in QUESTIONS}
    rng = random.Random(ROUNDS)
    for _ in range(ROUNDS):
        assert timeline("-f", file, *QUESTIONS[0]) == wanted[QUESTIONS[0]]
        at = damage(place, rng, is_sealed)
        question = rng.choice(QUESTIONS)
        found = timeline("-f", file, *question)
        assert found == wanted[question] or (found.code == 2 and not is_document(found.out)), (at, question)


def test_a_view_that_streams_is_whole_or_visibly_not(write: Write, cache: Path, timeline: Run) -> None:
    file = write(re.sub(r", part_of: \[\w+\]", "", TEXT).replace("-04,", "-04/..,").replace("-05,", "-05/2020,"))
    read((file,))
    place, rng = Place(cache, [file]), random.Random(ROUNDS)
    questions = [("show",), ("show", "--reverse"), ("show", "--view", "lanes")]
    wanted = {question: timeline("-f", file, "--no-index", *question) for question in questions}
    for number in range(ROUNDS):
        question = questions[number % len(questions)]
        assert timeline("-f", file, *question) == wanted[question]
        at = damage(place, rng, is_sealed=True)
        found = timeline("-f", file, *question)
        assert found == wanted[question] or found.code == 2, (at, question)


def test_a_scan_that_finds_too_few_events_is_no_answer(
    index: tuple[str, Place], timeline: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, place = index
    for question in (("show", "--json"), ("show", "--json", "--reverse"), ("stats", "--json")):
        wanted = timeline("-f", file, *question)
        with sqlite3.connect(place.path) as db:
            db.execute("UPDATE items SET hidden = 1 WHERE id = 'e77'")
        db.close()
        place.seal()
        with monkeypatch.context() as patched:
            patched.setattr(Place, "is_whole", lambda self: True)
            found = timeline("-f", file, *question)
        assert found == wanted or (found.code == 2 and not is_document(found.out))
        assert timeline("-f", file, *question) == wanted


@pytest.mark.parametrize(("code", "stays"), [(5, True), (10, True), (13, True), (11, False), (26, False), (267, False)])
def test_only_damage_costs_an_index(
    code: int, stays: bool, index: tuple[str, Place], timeline: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, place = index
    wanted = timeline("-f", file, "show", "--json")
    error = sqlite3.OperationalError("database is locked")
    error.sqlite_errorcode = code

    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr("timeline_cli.index.read.connect", fail)
    assert timeline("-f", file, "show", "--json") == wanted
    assert place.path.exists() == stays


def test_the_bytes_are_compared_once_a_day_and_after_a_doubt(
    index: tuple[str, Place], monkeypatch: pytest.MonkeyPatch
) -> None:
    _, place = index
    with monkeypatch.context() as patched:
        # The writer has just made the checksum from the file.
        patched.setattr("timeline_cli.index.place._checksum", lambda path, blocks: 0)
        assert place.is_whole()
        with monkeypatch.context() as later:
            later.setattr("time.time", lambda: 2e10)
            assert not place.is_whole()
        place.doubt()
        assert not place.is_whole()
    assert place.is_whole()


def test_the_blocks_of_an_index_are_compared_by_turns(
    index: tuple[str, Place], monkeypatch: pytest.MonkeyPatch
) -> None:
    _, place = index
    looked: list[int] = []

    def checksum(path: Path, blocks: Iterable[int] = range(32)) -> list[int]:
        looked.extend(blocks)
        return _checksum(path, blocks)

    monkeypatch.setattr("timeline_cli.index.place._checksum", checksum)
    [sums] = place.path.parent.glob("*.sum")
    now = time.time()
    for half_hours in range(1, 40):
        monkeypatch.setattr("time.time", lambda half_hours=half_hours: now + 1800 * half_hours)
        before = len(looked)
        assert place.is_whole() and len(looked) - before <= 3
        if len(looked) > before:
            os.utime(sums, (time.time(), time.time()))
    assert len(looked) > 32 and set(looked) == set(range(32))
    monkeypatch.setattr("time.time", lambda: now + 86_400 * 3)
    before = len(looked)
    assert place.is_whole() and len(looked) - before == 32


def test_a_changed_byte_is_found_within_a_day(index: tuple[str, Place], monkeypatch: pytest.MonkeyPatch) -> None:
    _, place = index
    monkeypatch.setattr("timeline_cli.index.place._state", lambda path: "the same")
    place.measure()
    data = bytearray(place.path.read_bytes())
    data[len(data) * 3 // 4] ^= 1
    place.path.write_bytes(data)
    assert place.is_whole()
    now = time.time()
    monkeypatch.setattr("time.time", lambda: now + 24.1 * 3600)
    assert not place.is_whole()
