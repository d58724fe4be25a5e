"""With and without an index: the same answers, whatever happens to the files and to the index."""

from __future__ import annotations

import json
import os
import random
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from timeline_cli.dates.event_date import parse_date
from timeline_cli.diagnostics import Diagnostic, Location
from timeline_cli.hint import Hint
from timeline_cli.index import choose, finish, place, rows, runs, schema, sql
from timeline_cli.index import events as index_events
from timeline_cli.index import read as index_read
from timeline_cli.index.choose import read
from timeline_cli.index.codec import besides_text, decode_dates, decode_problems, encode_problems
from timeline_cli.index.read import IndexedTimeline
from timeline_cli.lock import lock
from timeline_cli.model import Timeline
from timeline_cli.query import names
from timeline_cli.query.entities import KINDS
from timeline_cli.query.facts import facts_of
from timeline_cli.reading.load import load

Run = Callable[..., Any]
Write = Callable[..., str]

HEAD = """companies:
  Samsung Group: {aliases: [삼성]}
  Samsung Electronics: {aliases: [Samsung], parent: Samsung Group, fiscal_year_end: 3}
people: {Lei Jun: {aliases: [雷军], company: Xiaomi}}
places: {Beijing: {in: China, tz: Asia/Shanghai}}
types: {takeover-bid: {parent: deal}}
sources: {herald: {publisher: Herald Corp., published: 2025-03-24}}
defaults: {tags: [all]}
events:
"""
EVENTS = [
    "- {id: a, date: 2025-03-22, title: 삼성 meets, companies: [Samsung, Xiaomi], people: 雷军, place: Beijing}\n",
    "- date: 2025-03\n  type: takeover-bid\n  title: An EV bid\n  figures: {stake: 5 %}\n  sources: [herald]\n",
    "- {date: 2006/.., title: Partnership, type: partnership, status: ongoing, certainty: reported}\n",
    "- {date: FY2025-Q1, title: Results, companies: Samsung, figures: [{metric: revenue, value: about 5 billion}]}\n",
    "- {id: t, date: 2025-03-22T10:00, title: Talk, place: Beijing, part_of: a, x-desk: asia}\n",
    "- {id: n, date: '[2025-03-20, 2025-03-28]', title: Either day, supersedes: t, tags: [ev, x]}\n",
    "- {date: 2024~, title: Same words}\n",
    "- {date: 2024~, title: Same words}\n",
    "- {id: a, date: 2024, title: The id again, companies: Hidden Works}\n",
    '- {date: 2018, title: "ab\\U0010ffff c\\uffff", tags: x}\n',
    "- {date: 2024-02-30, title: No such day}\n",
    "- {id: v, date: 2025-05, title: Closing, known: 2025-02-01, was: [{date: 2025-04, known: 2025-01-01}]}\n",
    '- {date: 2019, title: Odd, companies: ["odd\\0name", "odd\\0name 2"], tags: "t\\0g"}\n',
    "- {date: /.., title: 'Number 77', summary: \"line\\none\\0two\", type: tpye}\n",
    "- date: &d 22 March 2025\n  titel: Slips\n  'status': 'Occured'\n  summary: ranks #2\n  type: deel\n",
    "- {date: 2025, title: Figures, figures: [{metric: m, value: 140,000}], city: Paris, companies: Samsungg}\n",
    "- date: 2025\n  title: Colons: two\n",
]
QUESTIONS = [
    (),
    ("2025-03",), ("not", "2025-03"), ("last", "month"), ("--match", "certainly", "2025-03-22"),
    ("--match", "within", "2025"), ("--match", "starts", "2025"), ("2025-03", "or", "type:deal"),
    ("company:삼성",), ("company:xiaomi",), ("--exact", "--company", "Samsung Group"), ("not", "company:samsung"),
    ("person:lei",), ("place:china",), ("type:deal",), ("tag:ev",), ("tag:all", "not", "tag:ev"), ("role:host",),
    ("status:ongoing",), ("state:scheduled",), ("certainty:reported",), ("source:herald",), ("x-desk:asia",),
    ("text:ev",), ("text:삼성",), ("text:e",), ("text:words",), ("text:'number 77'",), ("text:nothing",), ("two",),
    ("has:figures",), ("not", "has:sources"), ("has:superseded_by",), ("has:x-desk",), ("is:unsourced",),
    ("is:background", "2025-03"), ("metric:revenue",), ("metric:revenue", "value:4000000000.."), ("value:5",),
    ("id:a",), ("id:2024*",), ("in:a",), ("thread:a",), ("known:2025-03",), ("period:2025",),
    ("company:odd*",), ("company:name",), ("not", "tag:t*"), ("today", "--group-by", "company"),
    ("company:hidden*",), ("text:ab",), ("text:c\uffff",), ("text:\ufffd",), ("text:\udcff",), ("not", "id:\udcff"),
    ("company:nobody",), ("--sort", "title"), ("--group-by", "company"), ("--reverse",), ("--limit", "2"),
    ("--limit", "2", "--reverse"), ("all", "--limit", "2"), ("all", "2025", "--limit", "2"), ("ev", "2025"),
    ("s", "or", "not", "company:samsung", "--limit", "3"), ("not", "text:\udcff", "--limit", "2"),
    ("samsung", "2025-03"), ("--as-of", "2025-01-15"), ("--all-versions",), ("2025", "--limit", "1"),
]  # fmt: skip


@pytest.fixture(autouse=True)
def always(monkeypatch: pytest.MonkeyPatch) -> None:
    """An index for files of any size."""
    monkeypatch.setattr(choose, "WORTHWHILE", 0)


@pytest.fixture
def file(write: Write) -> str:
    return write(HEAD + "".join(EVENTS))


def is_indexed(file: str) -> bool:
    return isinstance(read((file,)), IndexedTimeline)


def told(timeline: Timeline) -> tuple[object, ...]:
    """All that a timeline tells."""
    events = [(event.id, event.line, event.file, event.title, event.date) for event in timeline.events]
    words = [list(facts_of(timeline).dated_words(kind.singular).items()) for kind in KINDS.values()]
    return events, words, timeline.diagnostics, timeline.errors(), timeline.broken, timeline.unread, timeline.files


def assert_same(*files: str) -> None:
    """The index tells what the files tell."""
    assert told(read(files)) == told(read(files, with_index=False))


@pytest.mark.parametrize("question", QUESTIONS, ids=" ".join)
@pytest.mark.parametrize("output", [("--json",), ("--csv",), (), ("--json=title,sources",)], ids="".join)
def test_a_question_has_the_same_answer(
    question: tuple[str, ...], output: tuple[str, ...], file: str, timeline: Run
) -> None:
    with_index = timeline("-f", file, "show", *output, *question)
    assert with_index == timeline("-f", file, "--no-index", "show", *output, *question)
    assert is_indexed(file)


COMMANDS = [
    ("check",), ("check", "--json"), ("entities",), ("entities", "--json"), ("stats",), ("stats", "--json"),
    ("stats", "--by", "company,tag", "--json"), ("stats", "--by", "company,company"), ("stats", "--by", "x-desk"),
    ("stats", "2025", "--by", "year,person"), ("stats", "--all-versions"), ("figures",), ("figures", "--json"),
]  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_command_says_the_same(command: tuple[str, ...], file: str, timeline: Run) -> None:
    assert timeline("-f", file, *command) == timeline("-f", file, "--no-index", *command)


def test_a_text_is_looked_at_only_if_the_answer_depends_on_it(
    write: Write, timeline: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    run: list[str] = []
    asked: list[str] = []
    test = names.at_word_start("chips")

    def connect(path: Path) -> sqlite3.Connection:
        connection = schema.connect(path)
        connection.set_trace_callback(run.append)
        return connection

    monkeypatch.setattr(schema, "at_word_start", lambda words, text: bool(asked.append(text)) or test(words))
    monkeypatch.setattr(index_read, "connect", connect)
    events = [f"- {{date: {year}, title: One of the chips}}\n" for year in range(2000, 2100)]
    file = write("defaults: {tags: chips}\nevents:\n" + "".join(events))
    few = ("-f", file, "show", "--json", "--limit", "2")
    assert [event["date"] for event in json.loads(timeline(*few, "chips").out)] == ["2000", "2001"]
    assert not [query for query in run if "MATCH" in query]  # all have the tag
    write("events:\n- {date: 2001, title: More (chips)}\n" + "".join(events))
    assert [event["date"] for event in json.loads(timeline(*few, "chips 2001..").out)] == ["2001", "2001"]
    assert len([query for query in run if "instr" in query and "group_concat" in query]) == 1
    assert len(asked) <= 2  # after a space, a word starts


def test_the_fields_of_an_event_come_back_as_they_were(file: str) -> None:
    kept, read_ = read((file,)), read((file,), with_index=False)
    for one, other in zip(kept.events, read_.events, strict=True):
        for name in type(other).__dataclass_fields__:
            assert getattr(one, name) == getattr(other, name), name


# What happens to the files.


def test_what_an_edit_writes_is_kept_once() -> None:
    at = Location("f", 3, 5, 2)
    hint = Hint("write 6", "6", certain=True)
    alone = Diagnostic("E203", "June is not a month", at, hint)
    there, elsewhere = alone.with_edit("6"), alone.with_edit('"6"', at._replace(column=7))
    for problem, kept in ((there, "[true,0]"), (elsewhere, '[true,[[[3,7,2],"\\"6\\""]]]')):
        text = encode_problems([problem], {}) or ""
        assert decode_problems(text, {}, "f", 0) == [problem]
        assert len(text) - len(encode_problems([alone], {}) or "") == len(kept) - 1


def edits(text: str) -> Iterator[str]:
    """The file after one edit and another."""
    yield text.replace("Talk", "A longer talk")
    yield text.replace("Talk", "A longer talk").replace("- {date: 2024~, title: Same words}\n", "", 1)
    yield text + "- {date: 2024-02-01, title: One more, companies: Samsung}\n"
    yield text.replace("events:\n", "events:\n# a comment\n\n- {id: z, date: 2020, title: First}\n")
    yield text.replace("{id: a, date: 2025-03-22,", "{id: b, date: 2025-03-22,")
    yield text.replace("aliases: [Samsung]", "aliases: [Samsung, Xiaomi]")
    yield text.replace("tags: [all]", "tags: [every]")
    yield text.replace("title: Talk", "title: Talk: broken")
    yield text + "- &x {date: 2024, title: Anchored}\n- {<<: *x, title: Merged}\n"
    yield text + "places: {Seoul: {}}\n"
    yield "events: []\n"
    yield text.replace("- ", "  - ").replace("\n  ", "\n    ")
    yield text


def test_every_edit_is_noticed_and_only_what_changed_is_read(write: Write) -> None:
    text = HEAD + "".join(EVENTS)
    file = write(text)
    assert_same(file)
    for edited in edits(text):
        write(edited)
        assert_same(file)
        assert is_indexed(file)


def test_what_could_not_be_read_alone_is_read_again_when_another_item_changes(write: Write) -> None:
    head = HEAD + "".join(EVENTS) + "- date: 2025\n  title: "
    anchored = "- {date: 2024, title: &a x}\n"
    for before, after in (
        ('"one\n- two\n', '"one\n- two"\n'),
        ("*a\n- x\n", f"*a\n{anchored}"),
        ("A\n- {date: 2020, title: *a}\n=======\n", "A\n- {date: 2020, title: *a}\n=======\n" + anchored),
    ):
        file = write(head + before)
        assert_same(file)
        write(head + after)
        assert_same(file)


def test_a_first_item_at_another_column_is_told_after_an_edit_too(write: Write) -> None:
    text = "events:\n- {date: 2024, title: One}\n- {date: 2025, title: Two}\n- {date: 2026, title: Three}\n"
    for change in ("events:\n  -", "events:\n "):
        read((write(text),))
        file = write(text.replace("events:\n-", change, 1))
        assert read((file,)).diagnostics == load((file,)).diagnostics != ()
        assert [event.title for event in read((file,)).events] == ["Two", "Three"]


def test_an_edit_leaves_the_rows_of_other_items_alone(write: Write, cache: Path) -> None:
    import sqlite3

    def rows() -> set[tuple[int, str]]:
        [path] = cache.glob("*.sqlite")
        with sqlite3.connect(path) as db:
            return set(db.execute("SELECT seq, id FROM items WHERE id IS NOT NULL"))

    file = write("events:\n" + "".join(f"- {{id: e{n}, date: 2024, title: A}}\n" for n in range(50)))
    read((file,))
    before = rows()
    write("events:\n" + "".join(f"- {{id: e{n}, date: 2024, title: {'B' if n == 9 else 'A'}}}\n" for n in range(50)))
    assert_same(file)
    assert len(before - rows()) == 1


def test_an_edit_of_the_same_size_and_time_is_noticed(write: Write) -> None:
    file = write("events:\n- {date: 2024, title: Old}\n")
    found = Path(file).stat()
    assert [event.title for event in read((file,)).events] == ["Old"]
    write("events:\n- {date: 2024, title: New}\n")
    os.utime(file, ns=(found.st_atime_ns, found.st_mtime_ns))
    assert [event.title for event in read((file,)).events] == ["New"]


def test_a_file_that_holds_what_it_held_is_read_for_that_once(
    file: str, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert is_indexed(file)
    looked: list[str] = []
    is_same = runs.is_same
    monkeypatch.setattr(runs, "is_same", lambda *given: looked.append("") or is_same(*given))
    long_ago = Path(file).stat().st_mtime_ns - 10**10
    os.utime(file, ns=(long_ago, long_ago))
    # Its last change is so young that another one could look the same.
    assert is_indexed(file) and is_indexed(file)
    assert len(looked) == 2
    monkeypatch.setattr(index_read, "_RACY", -(10**9))
    assert is_indexed(file) and is_indexed(file)
    assert len(looked) == 3
    before = Path(file).read_text("utf-8")
    Path(file).write_text(before.replace("Talk", "Walk"), "utf-8")
    assert_same(file)
    Path(file).write_text(before, "utf-8")
    assert_same(file)


def test_how_long_ago_a_file_must_have_changed_depends_on_its_clock() -> None:
    second = 10**9
    for changed, settled_after in ((7 * second + 123_456_789, second // 5), (7 * second + 120_000_000, 3 * second)):
        assert not index_read._is_settled((1, changed, changed, 1, changed + settled_after // 3))
        assert index_read._is_settled((1, changed, changed, 1, changed + settled_after))
    later = 8 * second  # a time that was set
    assert not index_read._is_settled((1, later, 7 * second + 1, 1, later))


def test_what_was_written_before_a_file_had_to_be_read_whole_is_undone(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rows, "_BATCH", 2)
    first = write("include: other.yaml\nevents:\n" + "".join(f"- {{date: 2024, title: A{n}}}\n" for n in range(400)))
    assert is_indexed(first)
    more = "".join(f"- {{date: 2023, title: B{n}}}\n" for n in range(100))
    write(f"events:\n{more}- {{id: p, date: &day 2022, title: P}}\n- {{id: q, date: *day, title: Q}}\n", "other.yaml")
    assert_same(first)
    assert len(read((first,)).events) == 502


def test_ids_with_the_same_hash_are_told_apart(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (finish, rows, sql, index_events):
        monkeypatch.setattr(module, "checksum", lambda data: 7)
    titles = ("Same", "Same", "Other", "Same", "Other", "Same 2", "Else")
    named = "- {id: a, date: 2023, title: A}\n- {id: b, date: 2023, title: B}\n- {id: a, date: 2023, title: C}\n"
    file = write("events:\n" + "".join(f"- {{date: 2024, title: {title}}}\n" for title in titles) + named)
    assert_same(file)
    found = facts_of(read((file,)))
    assert is_indexed(file)
    assert {event.id for event in found.like(["2024-same-3", "2024-other", "b"], [])} == {
        "2024-same-3",
        "2024-other",
        "b",
    }
    assert ("2024-same-2" in found.ids, "2024-same-9" in found.ids, "2024-else-2" in found.ids) == (True, False, False)


@pytest.mark.parametrize("text", ["2025-03-22", "0001-01-01", "2025-03-22~", "2025-03", "2006/..", "[2024, 2026]"])
def test_a_date_comes_back_and_a_plain_day_takes_only_its_text(text: str) -> None:
    date = parse_date(text)
    besides = besides_text(date)
    assert decode_dates([(4, date.text, date.bounds.start, besides)]) == {4: date}
    assert (besides is None) is (text in ("2025-03-22", "0001-01-01"))


def test_an_index_of_small_events_takes_few_times_their_space(write: Write, cache: Path) -> None:
    days = (f"{1990 + n % 37}-{1 + n % 12:02}-{1 + n % 28:02}" for n in range(3000))
    items = "".join(
        f"- date: {day}\n  type: earnings\n  title: Quarterly results of Company {n}\n  companies: [Company {n % 90}]\n"
        for n, day in enumerate(days)
    )
    assert is_indexed(file := write("events:\n" + items))
    [index] = cache.glob("*.sqlite")
    assert index.stat().st_size < 5 * Path(file).stat().st_size


@pytest.mark.slow
def test_a_question_of_very_many_parts_leaves_the_index_as_it_is(file: str, cache: Path, timeline: Run) -> None:
    assert is_indexed(file)
    before = {path: path.stat().st_mtime_ns for path in cache.glob("*.sqlite")}
    many = "tag:ev," + ",".join(f"t{number}" for number in range(1200))
    assert timeline("-f", file, "show", "--json", many) == timeline("-f", file, "--no-index", "show", "--json", many)
    assert {path: path.stat().st_mtime_ns for path in cache.glob("*.sqlite")} == before


def test_other_places_of_a_problem_go_by_the_names_of_today(
    write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    names = [Path(write(f"companies: {{{name}: {{aliases: [C]}}}}\n{HEAD[HEAD.index('events'):]}"
                        "- {date: 2024, title: A, title: B}\n", f"{name}.yaml")).name for name in "ab"]  # fmt: skip
    assert_same(*(f"./{name}" for name in names))
    assert_same(*names)


@pytest.mark.parametrize("shown", ["\u2028", "\u2029", "\x85"])
def test_separators_of_lines_in_one_item_change_nothing_in_another(shown: str, write: Write) -> None:
    for number in range(2):
        file = write(
            f'events:\n- {{date: 2024, title: "a{shown}b"}}\n- {{date: 2024, title: "{number}\ufdd0\ufdd1\u05ff"}}\n'
        )
        assert_same(file)
        assert [event.title for event in read((file,)).events] == [f"a{shown}b", f"{number}\ufdd0\ufdd1\u05ff"]


def test_files_of_a_folder_come_and_go(write: Write, tmp_path: Path) -> None:
    for name in ("b", "d"):
        write(f"events:\n- {{id: {name}, date: 2024, title: {name}}}\n", f"y/{name}.yaml")
    folder = str(tmp_path / "y")
    assert_same(folder)
    for name in ("e", "a", "c"):
        write(f"events:\n- {{date: 2023, title: {name}}}\n- {{id: b, date: 2022, title: again}}\n", f"y/{name}.yaml")
        assert_same(folder)
    (tmp_path / "y" / "b.yaml").unlink()
    assert_same(folder)
    write("companies: {Acme: {aliases: [A]}}\nevents:\n- {date: 2024, title: F, companies: A}\n", "y/f.yaml")
    assert_same(folder)


def test_included_files_come_and_go(write: Write, tmp_path: Path) -> None:
    file = write("include: [more/*.yaml]\nevents:\n- {date: 2024, title: A}\n")
    assert_same(file)
    write("events:\n- {date: 2023, title: B}\n", "more/b.yaml")
    assert_same(file)
    write("events:\n- {date: 2023, title: C}\n", "more/c.yaml")
    assert_same(file)
    (tmp_path / "more" / "b.yaml").unlink()
    assert_same(file)


def test_files_are_named_as_they_are_asked_for(write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = write("events:\n- {date: 2024, title: A}\n")
    monkeypatch.chdir(tmp_path)
    assert [next(iter(read((name,)).events)).file for name in (file, "events.yaml", "./events.yaml")] == [
        file, "events.yaml", "./events.yaml",
    ]  # fmt: skip


# What happens to the index.


def damages(data: bytes) -> Iterator[bytes]:
    yield b""
    yield b"not a database, but long enough to look like one" * 500
    yield data[: len(data) // 2]
    yield data[:100]
    rng = random.Random(5)
    for _ in range(30):
        flipped = bytearray(data)
        for _ in range(rng.choice((1, 20, 2000))):
            flipped[rng.randrange(len(flipped))] ^= 1 << rng.randrange(8)
        yield bytes(flipped)


def test_a_damaged_index_is_made_anew(file: str, cache: Path, timeline: Run) -> None:
    questions = [("show", "--json"), ("show", "2025-03"), ("show", "text:words"), ("check",)]
    wanted = [timeline("-f", file, "--no-index", *question) for question in questions]
    read((file,))
    [index] = cache.glob("*.sqlite")
    for data in damages(index.read_bytes()):
        index.write_bytes(data)
        assert [timeline("-f", file, *question) for question in questions] == wanted


def test_damage_that_left_no_trace_is_found_by_the_checksums(
    file: str, cache: Path, timeline: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = timeline("-f", file, "--no-index", "show", "--json")
    read((file,))
    [index] = cache.glob("*.sqlite")
    data = index.read_bytes()
    for word in ("Either day", "Partnership", "revenue", "takeover-bid"):
        monkeypatch.setattr(place.Place, "is_sound", lambda self: self.path.exists())
        index.write_bytes(data.replace(word.encode(), word.upper().encode()))
        # What is found before the answer begins is mended without a word, the rest is told, and mended by the next.
        found = timeline("-f", file, "show", "--json")
        assert found == wanted or (found.code == 2 and "run the command once more" in found.err)
        assert timeline("-f", file, "show", "--json") == wanted


@pytest.mark.parametrize(
    "damage",
    [
        "items SET inner = NULL", "items SET line = NULL", "items SET told = x'ff'", "items SET told = 'x'",
        "items SET id = -1", "dates SET text = text || '['", "bodies SET body = NULL, body_sum = 0",
        "bodies SET body = x'ff'", "meta SET value = 'another' WHERE key = 'example'",
    ],
)  # fmt: skip
def test_a_value_of_another_kind_is_damage(
    damage: str, file: str, cache: Path, timeline: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sqlite3

    wanted = timeline("-f", file, "--no-index", "show", "--json", "2025")
    read((file,))
    [index] = cache.glob("*.sqlite")
    with sqlite3.connect(index) as database:
        database.execute(f"UPDATE {damage}")
    database.close()
    monkeypatch.setattr(place.Place, "is_sound", lambda self: self.path.exists())
    found = timeline("-f", file, "show", "--json", "2025")
    assert found == wanted or (found.code == 2 and "run the command once more" in found.err)
    assert timeline("-f", file, "show", "--json", "2025") == wanted


def test_an_index_of_somebody_else_is_not_read(file: str, cache: Path) -> None:
    read((file,))
    [index] = cache.glob("*.sqlite")
    index.chmod(0o666)
    assert_same(file)
    assert index.stat().st_mode & 0o777 == 0o600
    elsewhere = cache / "elsewhere"
    index.rename(elsewhere)
    index.symlink_to(elsewhere)
    assert_same(file)
    assert not index.is_symlink()


@pytest.mark.skipif(os.name == "nt", reason="needs modes of POSIX")
def test_a_cache_that_others_may_write_to_is_not_used(file: str, cache: Path) -> None:
    cache.chmod(0o777)
    assert not is_indexed(file)
    assert list(cache.iterdir()) == []


def test_a_cache_that_cannot_be_made_is_done_without(file: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TIMELINE_CACHE_DIR", file)
    assert not is_indexed(file)


def test_while_another_one_writes_the_files_are_read(file: str, cache: Path) -> None:
    read((file,))
    [index] = cache.glob("*.sqlite")
    index.unlink()
    with lock(index.with_suffix(".lock")):
        assert not is_indexed(file)
        assert_same(file)
    assert is_indexed(file)


def test_many_at_once_all_answer(file: str, cache: Path) -> None:
    command = [sys.executable, "-c", "from timeline_cli.index import choose; choose.WORTHWHILE = 0\n"
               "from timeline_cli.cli.main import main; main()", "-f", file, "show", "--json"]  # fmt: skip
    running = [subprocess.Popen(command, stdout=subprocess.PIPE) for _ in range(6)]
    answers = {process.communicate(timeout=60)[0] for process in running}
    [answer] = answers
    assert len(json.loads(answer)) == len(EVENTS) - 5


def test_a_pipe_has_no_index(cache: Path, timeline: Run) -> None:
    assert (
        timeline("-f", "-", "show", "--json=title", stdin="- {date: 2024, title: A}\n").out == '[\n{"title": "A"}\n]\n'
    )
    assert list(cache.iterdir()) == []


def test_what_was_left_behind_or_long_unused_is_removed(file: str, cache: Path, write: Write) -> None:
    other = write("events:\n- {date: 2024, title: A}\n", "other.yaml")
    read((other,))
    [index] = cache.glob("*.sqlite")
    long_ago = index.stat().st_mtime - 100 * 24 * 60 * 60
    os.utime(index.with_suffix(".stamp"), (long_ago, long_ago))
    read((file,))
    [kept] = cache.glob("*.sqlite")
    assert kept != index
    kept.with_suffix(".1.building").write_text("half")
    kept.unlink()
    assert is_indexed(file)
    assert list(cache.glob("*.building")) == []


def test_an_interrupt_leaves_nothing_behind(file: str, cache: Path) -> None:
    from timeline_cli.index.place import Place
    from timeline_cli.index.update import update

    def interrupt(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        update(Place(cache, [file]), [file], False, interrupt)
    assert [path.suffix for path in cache.iterdir()] == []
    assert_same(file)


def test_a_writer_killed_in_the_middle_of_an_edit_costs_one_rebuild(file: str, cache: Path, write: Write) -> None:
    read((file,))
    [index] = cache.glob("*.sqlite")
    write(HEAD + "".join(EVENTS).replace("Talk", "Walk"))
    code = (
        "import os, signal\nfrom timeline_cli.index import choose, update\nchoose.WORTHWHILE = 0\n"
        "old = update._Writer.follow\n"
        "def follow(self):\n    old(self)\n    os.kill(os.getpid(), signal.SIGKILL)\n"
        f"update._Writer.follow = follow\nchoose.read(({file!r},))\n"
    )
    assert subprocess.run([sys.executable, "-c", code], timeout=60).returncode != 0
    assert is_indexed(file)
    assert not index.with_name(index.name + "-journal").exists()
    assert_same(file)


def test_a_faulty_default_stands_in_the_head_and_is_told_once(write: Write, timeline: Run) -> None:
    items = "".join(f"- date: 2020\n  title: event number {number}\n" for number in range(300))
    for head in ("", "# a\n# b\n", "# c\n"):
        file = write(f"{head}defaults: {{status: wrong}}\nevents:\n\n{items}")
        assert_same(file)
        [problem] = read((file,)).errors()
        assert problem.location.line == head.count("\n") + 1
        items += "- date: 2021\n  title: one more\n"
    found = timeline("-f", file, "add", "--date", "2021", "--title", "A")
    assert found.code == 2
    assert "wrong is not a status, on line 2 of the file, under defaults:" in found.err


def test_csv_carries_no_control_characters(write: Write, timeline: Run) -> None:
    file = write('events:\n- {date: 2020, title: "a\\e]0;x\\a \\u202e \\x9b2J \\0", summary: "one\\ntwo"}\n')
    out = timeline("-f", file, "show", "--csv").out
    assert not [char for char in out if not char.isprintable() and char not in "\r\n"]
    assert '"one\ntwo"' in out
