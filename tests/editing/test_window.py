"""An edit through a window: the bytes, the ids and the lines are those of the same edit in the whole file."""

from __future__ import annotations

import random
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from timeline_cli.cli import fmt
from timeline_cli.editing import layout
from timeline_cli.editing import window as windows
from timeline_cli.editing.add import Plan, plan
from timeline_cli.editing.outline import outline
from timeline_cli.editing.render import Values
from timeline_cli.editing.source import read_source
from timeline_cli.editing.write import hold
from timeline_cli.errors import NotWritten
from timeline_cli.index import choose
from timeline_cli.model import Timeline
from timeline_cli.reading import content
from timeline_cli.reading.content import Content
from timeline_cli.reading.load import load, load_dates

STYLES = sorted((Path(__file__).parent / "styles").iterdir())
HEADS = (
    "events:\n",
    "companies: {Acme: {aliases: [Ac]}}\ndefaults: {tags: [all]}\n\nevents:  # all\n# the first\n",
    "",
)
TAILS = ("", "people:\n  Ann:\n    role: CEO\n", "\n# the end\n", "...\n", "places:\n  Paris: {}\n")
EVENTS = (
    "- id: e{n}\n  date: {date}\n  title: Event {n}\n",
    "- date: {date}\n  title: 'Event {n}'\n  tags:\n  - a\n  - b\n  summary: |\n    one\n\n    two {n}\n",
    "- {{date: {date}, title: Event {n}, companies: [Ac, {{name: Brit, role: host}}]}}\n",
    '-\n  title: "Event {n}:\n    goes on"\n  date: {date}\n    # its own comment\n',
    "- date: {date}\n  title: Event {n}\n  summary: |+\n    kept\n\n",
)


def a_file(rng: random.Random, count: int) -> bytes:
    """A list of events in some style, with comments and empty lines between them."""
    kinds = rng.sample(EVENTS, rng.randint(1, 3))
    dates = [f"{rng.randint(1990, 2030)}-{rng.randint(1, 12):02}" for _ in range(count)]
    order = rng.choice(["up", "up", "down", "any"])
    if order != "any":
        dates.sort(reverse=order == "down")
    gap = rng.choice(["", "", "\n", "# a comment\n", "\n# about the next\n"])
    head, indent = rng.choice(HEADS), rng.choice(["", "  "])
    items = "".join(
        rng.choice(kinds).format(n=number, date=date) + (gap if rng.random() < 0.8 else "")
        for number, date in enumerate(dates)
    )
    if head and indent:
        items = "".join(indent + line if line.strip() else line for line in items.splitlines(keepends=True))
    text = head + items + (rng.choice(TAILS) if head else "")
    if rng.random() < 0.2:
        text = text.rstrip("\n")
    return (text.replace("\n", "\r\n") if rng.random() < 0.2 else text).encode()


def some_events(rng: random.Random) -> list[Values]:
    found: list[Values] = []
    for number in range(rng.choice([1, 1, 1, 3, 50])):
        date = rng.choice(["1980", "2040-05-05", f"{rng.randint(1990, 2030)}-{rng.randint(1, 12):02}"])
        found.append({"date": date, "title": f"New {number}", "tags": ["a, b", "c"], "summary": "x\ny"})
    return found


NOTHING = Content(b"")


def planned(path: Path, timeline: Timeline, new: list[Values], force: bool = False) -> tuple[bytes, Plan] | str:
    """The bytes and the rest of a plan, so that two can be compared."""
    try:
        found = plan(str(path), path.read_bytes(), timeline, new, force=force)
        return found.data, found._replace(new=NOTHING)
    except NotWritten as error:
        return error.message


def in_both_ways(path: Path, timeline: Timeline, new: list[Values], monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """The plan through a window, and that for the whole file."""
    found = []
    for size in (0, 1 << 40):
        monkeypatch.setattr(windows, "WORTHWHILE", size)
        found.append(planned(path, timeline, new))
    return found


@pytest.mark.parametrize("seed", [*range(60), 1137])
def test_a_window_gives_the_same_bytes(seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rng = random.Random(seed)
    path = tmp_path / "events.yaml"
    path.write_bytes(a_file(rng, rng.choice([1, 3, 40, 130, 130])))
    timeline = load((str(path),))
    assert not timeline.errors()
    monkeypatch.setattr(windows, "WORTHWHILE", 0)
    assert windows.window(str(path), path.read_bytes(), timeline) is not None
    for _ in range(3):
        one, other = in_both_ways(path, timeline, some_events(rng), monkeypatch)
        assert one == other
        if isinstance(one, str):
            continue  # neither can: a text that keeps its empty lines ends the file
        data, found = one
        assert [data.splitlines()[added.line - 1].strip()[:1] for added in found.added] == [b"-"] * len(found.added)


@pytest.mark.parametrize("style", STYLES, ids=lambda path: path.name)
def test_files_in_every_style_go_the_same_way(style: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    timeline = load((str(style),))
    for new in ({"date": "1990", "title": "A"}, {"date": "2025-03-22", "title": "B"}, {"date": "2040", "title": "C"}):
        one, other = in_both_ways(style, timeline, [new], monkeypatch)
        assert one == other


WHOLE = {
    "an alias": "events:\n- &a {date: 2024, title: A}\n- {<<: *a, title: B}\n",
    "an alias of the head": "sources: {s: &a {publisher: P}}\nevents:\n- {date: 2024, title: A, sources: [*a]}\n",
    "a fault": "events:\n- {date: 2024-02-30, title: A}\n",
    "mixed line breaks": "events:\r\n- {date: 2024, title: A}\n",
    "a marker": "events:\n- {date: 2024, title: A}\n<<<<<<< ours\n- {date: 2025, title: B}\n=======\n>>>>>>> theirs\n",
    "a text that looks like items": 'events:\n- title: "A\n\n- B: c"\n  date: 2024\n',
    "an array": '[\n{"date": "2024", "title": "A"}\n]\n',
}


@pytest.mark.parametrize("name", WHOLE)
def test_these_files_are_read_whole(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(windows, "WORTHWHILE", 0)
    path = tmp_path / "events.yaml"
    path.write_text(WHOLE[name], encoding="utf-8", newline="")
    assert windows.window(str(path), path.read_bytes(), load((str(path),))) is None


def test_an_index_serves_only_the_bytes_that_it_has_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(choose, "WORTHWHILE", 0)
    monkeypatch.setattr(windows, "WORTHWHILE", 0)
    monkeypatch.setenv("TIMELINE_CACHE_DIR", str(tmp_path / "cache"))
    path = tmp_path / "events.yaml"
    path.write_bytes(a_file(random.Random(3), 130))
    data, name = path.read_bytes(), str(path)
    assert type(choose.read((name,), held=(name, data))) is Timeline  # none is made
    choose.read((name,))
    kept = choose.read((name,), held=(name, data))
    assert type(kept) is not Timeline
    assert type(choose.read((name,), held=(name, data + b"\n"))) is Timeline
    read = load((name,))
    first = next(iter(read.events))
    for new in (
        {"date": "2001-05", "title": "New"},
        {"date": first.date.text, "title": first.title.upper()},  # there already
        {"date": "2001-05", "title": "New", "id": first.id},  # a taken id
    ):
        assert planned(path, kept, [new]) == planned(path, read, [new])
        assert planned(path, kept, [new], force=True) == planned(path, read, [new], force=True)


def whole(name: str, before: bytes, after: bytes, order: Any) -> list[Any]:
    return [(read_source(name, before), read_source(name, after), order)]


def formatted_in_both_ways(path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """The layout proved item by item, and as a whole."""
    source = read_source(path.name, path.read_bytes())
    keys = windows.sort_keys(windows.Keys.of(str(path), load((str(path),))), outline(path.name, source).items)
    found: list[Any] = []
    for pairs in (windows.differing, whole):
        monkeypatch.setattr(layout, "differing", pairs)
        try:
            found.append(layout.formatted(path.name, source, keys))
        except NotWritten as error:
            found.append(error.message)
    return found


@pytest.mark.parametrize("seed", range(40))
def test_a_layout_is_proved_item_by_item_as_in_one_piece(
    seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rng = random.Random(seed)
    path = tmp_path / "events.yaml"
    path.write_bytes(a_file(rng, rng.choice([1, 3, 40])))
    monkeypatch.setattr(windows, "_TOGETHER", 7)
    one, other = formatted_in_both_ways(path, monkeypatch)
    assert one == other


@pytest.mark.parametrize("sort", [True, False])
@pytest.mark.parametrize("seed", range(40))
def test_a_layout_in_parts_is_that_of_the_whole_file(
    seed: int, sort: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rng = random.Random(seed)
    path = tmp_path / "events.yaml"
    path.write_bytes(a_file(rng, rng.choice([1, 3, 40])))
    data, keys = path.read_bytes(), windows.Keys.of(str(path), load_dates([str(path)]))
    found: list[Any] = []
    monkeypatch.setattr(windows, "_TOGETHER", 7)
    for size in (0, 1 << 40):
        monkeypatch.setattr(windows, "WORTHWHILE", size)
        try:
            found.append(fmt._formatted(str(path), data, keys, sort))
        except NotWritten as error:
            found.append(error.message)
    assert found[0] == found[1]


def test_only_items_of_other_bytes_are_proved() -> None:
    others = "- {date: 2023, title: A}\n", "- {date: 2026, title: C}\n"
    before = "- {date: 2025, title: B }\n".join(["events:\n", "".join(others)]).encode()
    after = "- {date: 2025, title: B}\n".join(["events:\n" + others[0], others[1]]).encode()
    _, (old, new, order) = windows.differing("a", before, after, [1, 0, 2])
    assert old.text == "- {date: 2025, title: B }\n"
    assert new.text == "- {date: 2025, title: B}\n"
    assert list(order) == [0]


@pytest.mark.parametrize(
    ("one", "other"),
    [("B}", "b}"), ("# c\n", "# d\n"), ("# c\n", ""), ("{Acme: {}}", "{Brit: {}}"), ("A}", "A, id: a}")],
)
def test_a_layout_that_says_something_else_is_refused(one: str, other: str) -> None:
    text = "companies: {Acme: {}}\nevents:\n- {date: 2023, title: A}\n# c\n- {date: 2025, title: B}\n"
    spaced, changed = (layout.Formatted(text.replace(*pair).encode()) for pair in (("2025,", "2025, "), (one, other)))
    assert layout._proved("a", text.encode(), spaced, [0, 1]) is spaced
    with pytest.raises(NotWritten):
        layout._proved("a", text.encode(), changed, [0, 1])


def test_a_large_file_is_changed_in_little_more_memory_than_its_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "events.yaml"
    path.write_text("events:\n" + "".join(f"- {{date: {2024 - n % 9}, title: {'A' * 500} {n}}}\n" for n in range(4000)))
    size, name = path.stat().st_size, str(path)
    keys, timeline = windows.Keys.of(name, load_dates([name])), load((name,))
    new: list[Values] = [{"date": "2030", "title": "B"}]

    def added(data: bytes) -> Content:
        found = plan(name, data, timeline, new)
        assert isinstance(found.new, windows._Pieces)
        return found.new

    def peak(change: Callable[[], object]) -> float:
        tracemalloc.start()
        change()
        found = tracemalloc.get_traced_memory()[1] / size
        tracemalloc.stop()
        return found

    def write() -> None:
        with hold(name) as held:
            held.update(added)

    monkeypatch.setattr(content, "BLOCK", 1 << 16)  # what a larger file is read by
    # The text, its events one by one, and the new text.
    assert peak(lambda: fmt._formatted(name, path.read_bytes(), keys, True)) < 4.2
    added(path.read_bytes())  # what is imported for it stays in memory
    assert peak(write) < 2.5  # the old text, and some events of it
