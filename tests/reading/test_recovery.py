"""A slip costs what it stands in and no more: an event, an entry of a registry, a line of JSON Lines."""

from __future__ import annotations

import json
import os
import random
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import pytest

from timeline_cli.model import Timeline
from timeline_cli.reading.load import load

Write = Callable[..., str]
Run = Callable[..., Any]

ROUNDS = int(os.environ.get("TIMELINE_ROUNDS", "60"))  # of each form

HEAD = """companies:
  Acme: {aliases: [A]}
  Brit:
    aliases: [B]
sources:
  herald: {title: Herald}
  times:
    title: Times
people:
  Ada: {role: chair}
"""
ITEMS = "- {date: 2024, title: One, companies: A}\n- {date: 2025, title: Two, companies: B}\n"


def titles(timeline: Timeline) -> list[str]:
    return [event.title for event in timeline.events]


@pytest.mark.parametrize(
    ("before", "after", "line", "kept"),
    [
        ("    title: Times", "    title: Times: the paper", 8, ["Acme", "Brit"]),
        ("  Acme: {aliases: [A]}", "  Acme: {aliases: [A}", 2, ["Brit"]),
        ("  Acme: {aliases: [A]}", "   Acme: {aliases: [A]}", 2, ["Acme", "Brit"]),
        ("  Acme: {aliases: [A]}", "  Acme: {aliases: [A]}\n   Cato: {}", 3, ["Acme", "Brit"]),
        ("  Brit:", " Brit:", 3, ["Acme"]),
        ("  Acme: {aliases: [A]}", "  @x: {}", 2, ["Brit"]),
        ("  Acme: {aliases: [A]}", '  Acme: "A', 2, ["Brit"]),
        ("  Acme: {aliases: [A]}", "  Acme: {aliases: " + "[" * 50 + "]" * 50 + "}", 2, ["Brit"]),
        ("sources:", "sources", 5, ["Acme", "Brit"]),
        ("  Acme: {aliases: [A]}", "<<<<<<< ours\n  Acme: {}\n=======\n  Acme: 1\n>>>>>>> theirs", 2, ["Brit"]),
    ],
)
def test_a_slip_in_a_registry_costs_its_entry(
    before: str, after: str, line: int, kept: list[str], write: Write
) -> None:
    for text in (HEAD.replace(before, after) + "events:\n" + ITEMS, "events:\n" + ITEMS + HEAD.replace(before, after)):
        timeline = load((write(text),))
        above = text.count("\n", 0, text.index("companies:\n"))
        assert titles(timeline) == ["One", "Two"]
        assert (timeline.broken, timeline.unread) == (0, ())
        [problem] = [problem for problem in timeline.diagnostics if problem.is_error]
        assert problem.location.line - above in (line, line + 1)
        assert list(timeline.registries.companies.entities) == kept
        assert list(timeline.registries.people.entities) == ["Ada"]


FLOW = "- {date: 2024,\n   title: One}\n- {date: 2025,\n   title: Two}\n- {date: 2026,\n   title: Three}\n"
BLOCK = """\
- date: 2024
  title: One
  companies:
  - Acme
- date: 2025
  title: Two
  sources:
  - title: A source
    url: https://example.com/a
- date: 2026
  title: Three
"""


@pytest.mark.parametrize(
    ("items", "before", "after", "line", "kept"),
    [
        (BLOCK, "- date: 2025", "  date: 2025", 5, ["One", "Three"]),
        (BLOCK, "- date: 2025", "date: 2025", 5, ["One", "Three"]),
        (BLOCK, "- date: 2025", " - date: 2025", 5, ["One", "Three"]),
        (BLOCK, "- date: 2025", "  - date: 2025", 5, ["One", "Three"]),
        (BLOCK, "- date: 2025", "-date: 2025", 5, ["One", "Three"]),
        (BLOCK, "- date: 2025", "\t- date: 2025", 5, ["One", "Three"]),
        (BLOCK, "- date: 2026", "  date: 2026", 10, ["One", "Two"]),
        (BLOCK, "- date: 2025", "\n  id: two\n  date: 2025", 7, ["One", "Three"]),
        (BLOCK, "- date: 2025", "  type: deal\n  date: 2025", 6, ["Three"]),  # whose is type:?
        (BLOCK, "- date: 2024", "  date: 2024", 1, ["Two", "Three"]),
        (BLOCK, "- date: 2024", "-date: 2024", 1, ["Two", "Three"]),
        (BLOCK, "- date: 2024\n", "", 1, ["Two", "Three"]),
        (BLOCK, "  title: Two", "title: Two", 6, ["One", "Three"]),
        (BLOCK, "  sources:", "sources:", 7, ["One", "Three"]),
        (BLOCK, "    url:", "url:", 9, ["One", "Three"]),
        (BLOCK, "  companies:", "companies:", 3, ["Two", "Three"]),
        (BLOCK, "  - Acme", " - Acme", 4, ["Two", "Three"]),
        (BLOCK, "  - Acme", "\t- Acme", 4, ["Two", "Three"]),
        (BLOCK, "  - Acme", "  {- Acme", 4, ["Two", "Three"]),
        (FLOW, "- {date: 2025", "{date: 2025", 3, ["One", "Three"]),
        (FLOW, "- {date: 2025", "-{date: 2025", 3, ["One", "Three"]),
        (FLOW, "- {date: 2025", "  - {date: 2025", 3, ["One", "Three"]),
        (FLOW, "- {date: 2025,\n", "", 3, ["One", "Three"]),
        (FLOW, "- {date: 2024", "  {date: 2024", 1, ["Two", "Three"]),
    ],
)
@pytest.mark.parametrize("head", [HEAD + "events:\n", "events:\n"])
def test_a_slip_in_an_event_costs_that_event(
    items: str, before: str, after: str, line: int, kept: list[str], head: str, write: Write
) -> None:
    timeline = load((write(head + items.replace(before, after, 1)),))
    assert titles(timeline) == kept
    errors = [one.location.line - head.count("\n") for one in timeline.diagnostics if one.is_error]
    assert errors and min(errors) in (line, line + 1), timeline.diagnostics
    whole = load((write(head + items),))
    kept_events = [event for event in whole.events if event.title in kept]
    assert [event.companies for event in timeline.events] == [event.companies for event in kept_events]
    assert [event.sources for event in timeline.events] == [event.sources for event in kept_events]


@pytest.mark.parametrize(
    ("items", "before", "after", "line", "kept"),
    [
        # A part of an event without its indentation: the event would look whole without it.
        (BLOCK, "  - Acme", "- Acme", 4, ["Two", "Three"]),
        (BLOCK, "  - title: A source", "- title: A source", 8, ["One", "Three"]),
        (BLOCK, "  - Acme", "- {name: Acme, role: buyer}", 4, ["Two", "Three"]),
        (BLOCK, "  title: Three\n", "  title: Three\ntags: [a]\n", 12, ["One", "Two"]),
        (BLOCK, "  title: Three\n", "  title: Three\n  tags:\n- a\n    - b\n  type: deal\n", 13, ["One", "Two"]),
        # The first dash in another column than all others.
        (BLOCK.replace("\n", "\n  "), "  - date: 2024", " - date: 2024", 1, ["Two", "Three"]),
        (BLOCK.replace("\n", "\n  "), "  - date: 2024", "- date: 2024", 1, ["Two", "Three"]),
        (BLOCK.replace("\n", "\n  "), "  - date: 2024", "\t- date: 2024", 1, ["Two", "Three"]),
        (BLOCK, BLOCK[: BLOCK.index("- date: 2025")], "  - {date: 2024, title: One}\n", 1, ["Two", "Three"]),
        # The first line of an event is broken or gone.
        (BLOCK, "- date: 2025", "|- date: 2025", 5, ["One", "Three"]),
        (BLOCK, "- date: 2025", "!- date: 2025", 5, ["One", "Three"]),
        (BLOCK, "- date: 2025", "\n", 7, ["One", "Three"]),
        (BLOCK, "- date: 2025", "  id: two\n  date: 2025", 6, ["One", "Three"]),
        (BLOCK, "- date: 2025\n  title: Two\n", "  {date: 2025, title: Two}\n", 5, ["One", "Three"]),
        (BLOCK, "- date: 2025", "- dat: 2025", 5, ["One", "Three"]),
    ],
)
def test_what_a_slip_cuts_off_is_not_shown_as_if_it_were_whole(
    items: str, before: str, after: str, line: int, kept: list[str], write: Write
) -> None:
    items = "  " + items.rstrip(" ") if items.startswith("- date: 2024\n    ") else items
    assert before in items
    timeline = load((write("events:\n" + items.replace(before, after, 1)),))
    assert titles(timeline) == kept
    errors = [one.location.line - 1 for one in timeline.diagnostics if one.is_error]
    assert errors and min(errors) in (line, line + 1), timeline.diagnostics


def test_a_part_without_indentation_is_a_line_in_a_quoted_text(write: Write) -> None:
    timeline = load((write('events:\n- date: 2024\n  title: A\n  summary: "One\n    two\n- three"\n'),))
    assert [(event.title, event.summary) for event in timeline.events] == [("A", "One two - three")]


def test_an_event_above_a_list_that_ends_it_is_not_shown_whole(write: Write) -> None:
    timeline = load((write("- date: 2024\n  title: A\n- date: 2025\n  title: B\ncompanies:\n  - Acme\n  tags: [a]\n"),))
    assert titles(timeline) == ["A"]


@pytest.mark.parametrize("count", [2, 3])
def test_a_tab_before_a_line_of_json_costs_that_line(count: int, write: Write) -> None:
    rows = [f'{{"date": "202{n}", "title": "E{n}"}}' for n in range(count)]
    timeline = load((write("\n".join([rows[0], "\t" + rows[1], *rows[2:]]) + "\n", "events.jsonl"),))
    assert titles(timeline) == [f"E{n}" for n in range(count) if n != 1]
    [problem] = timeline.diagnostics
    assert (problem.location.line, problem.location.column) == (2, 2)
    assert problem.hint.text == "delete the tab, or indent with spaces"


@pytest.mark.parametrize(
    ("slip", "column"), [('{"date": "2024", "title": "A"', 1), ('{"date": "2024" "title": "A"}', 17)]
)
def test_a_line_of_json_is_told_without_brackets_that_it_does_not_have(slip: str, column: int, write: Write) -> None:
    rows = ['{"date": "2024", "title": "One"}', slip, '{"date": "2025", "title": "Two"}']
    [problem] = load((write("\n".join(rows) + "\n", "events.jsonl"),)).diagnostics
    assert (problem.location.line, problem.location.column) == (2, column)
    assert problem.message.startswith("missing comma, quotation mark or bracket")


def test_several_keys_on_one_line_are_not_quoted_as_one_value(write: Write) -> None:
    [problem] = load((write("events:\n- date: 2024, title: A, type: deal\n"),)).diagnostics
    assert (problem.code, problem.fix) == ("E004", None)
    assert problem.hint.text == "write each key on its own line, or put all in { }"


def test_a_broken_source_costs_no_event_that_refers_to_it(write: Write) -> None:
    items = "- {date: 2024, title: One, sources: herald}\n- {date: 2025, title: Two}\n"
    timeline = load((write(f"sources:\n  herald: {{title: A: b}}\ndefaults: {{source: herald}}\nevents:\n{items}"),))
    assert [[source.key for source in event.sources] for event in timeline.events] == [["herald"], ["herald"]]
    assert [one.code for one in timeline.diagnostics] == ["E004"]  # of the entry, not of each event
    assert timeline.broken == 0


def test_a_broken_entry_is_not_said_to_be_missing(write: Write) -> None:
    head = "types:\n  takeover: {parent: deal: x}\n  raid: {parent: takeover}\n"
    head += "companies:\n  Acme: {fiscal_year_end: 13}\n  Brit: {aliases: [B}\n  Cato: {parent: Brit}\n"
    items = "- {date: 2024, title: A, type: takeover}\n- {date: FY2024, title: B, companies: Acme}\n"
    timeline = load((write(f"{head}events:\n{items}"),))
    assert [(one.code, one.location.line) for one in timeline.diagnostics] == [
        ("E004", 2), ("E203", 5), ("E004", 6), ("E107", 10)
    ]  # fmt: skip
    assert timeline.diagnostics[-1].hint.text == "first fix the entry of Acme under companies:"


@pytest.mark.parametrize(
    ("text", "line", "name"),
    [
        ("sources\n  herald: {title: Herald}\nevents:\n- {date: 2024, title: A, sources: herald}\n", 1, "sources"),
        ("companies:\n  Acme: {}\npeople\n  Ada: {role: chair}\nevents:\n- {date: 2024, title: A}\n", 3, "people"),
        (
            "companies:\n  Acme:\n    parent: Brit\n  Brit\n    aliases: [B]\nevents:\n- {date: 2024, title: A}\n",
            4,
            "Brit",
        ),
    ],
)
def test_a_key_without_its_colon_is_reported_on_its_line(text: str, line: int, name: str, write: Write) -> None:
    [problem] = load((write(text),)).diagnostics
    assert (problem.location.line, problem.message, problem.hint.text) == (
        line, f"{name} needs a colon after it", f"write {name}:"
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "line", "hint"),
    [
        ("companies:\n  Brit Ltd: parent: Acme\nevents: []\n", 2, "write {parent: Acme}"),
        ("date, title\n2024, A\n", 1, "save a table as .csv and run timeline import"),
        ("- 2024-03-01, Acme opens\n", 1, "write - date: 2024-03-01, with title: Acme opens on the next line"),
        ("- date = 2024\n  title = A\n", 1, "write a colon and a space after each key: date: 2024"),
        ('{"date": "2024", "title": "He said "yes""}\n', 1, 'quote the whole value: "He said \\"yes\\""'),
        ('{"date": "2024", "title": "A"\n{"date": "2025", "title": "B"}\n', 1, "add } at the end of this object"),
        ('{"date": "2024", "title": "A"}\n// note\n', 2, "delete it, or start a comment with #"),
        ("- {date: 2024, title: A, sources: http://example.com/a b}\n", 1, "write http://example.com/a%20b"),
        ("types:\n  raid:\n    symbol: >>\nevents: []\n", 3, 'quote it: ">>"'),
        ("sources: {h: {}}\nevents:\n- {date: 2024, title: A, sources: [h: p]}\n", 3, "write {ref: h, title: …}"),
    ],
)
def test_the_hint_names_what_to_write(text: str, line: int, hint: str, write: Write) -> None:
    problem = load((write(text),)).diagnostics[0]
    assert (problem.location.line, problem.hint.text) == (line, hint)


def test_a_bracket_that_nothing_closes_is_reported_next_to_a_slip(write: Write) -> None:
    found = load((write('[\n  {"date": "2024", "title": "A" "B"},\n  {"date": "2025", "title": "C"}\n', "a.json"),))
    assert next((one.location.line, one.hint.text) for one in found.diagnostics) == (1, "add ] at the end")
    assert titles(found) == ["C"]


def test_a_comment_between_objects_costs_none_of_them(write: Write) -> None:
    text = '{"date": "2024", "title": "A"}\n# note\n\n{"date": "2025", "title": "B"}\n'
    assert titles(load((write(text, "a.jsonl"),))) == ["A", "B"]


def test_a_tab_before_a_comment_is_no_error(write: Write) -> None:
    timeline = load((write(f"\t# a\n{HEAD}\t# b\nevents:\n- date: 2024\n\t# c\n  title: One\n"),))
    assert (titles(timeline), timeline.diagnostics) == (["One"], ())


def test_two_lists_of_events_are_both_read_next_to_a_slip(write: Write) -> None:
    text = f"events:\n{ITEMS}- date: 2026\n  title: A: b\nevents:\n- {{date: 2027, title: Four}}\n"
    timeline = load((write(text),))
    assert titles(timeline) == ["One", "Two", "Four"]
    assert [(one.code, one.location.line) for one in timeline.diagnostics] == [("E004", 5), ("E009", 6)]
    assert timeline.broken == 1


def test_a_missing_comma_between_objects_costs_none_of_them(write: Write) -> None:
    rows = [f'{{"date": "202{n}", "title": "E{n}"}}' for n in range(4)]
    timeline = load((write(f"[\n{rows[0]},\n{rows[1]}\n{rows[2]},\n{rows[3]}\n]\n", "events.json"),))
    assert titles(timeline) == ["E0", "E1", "E2", "E3"]
    assert [(one.code, one.location.line) for one in timeline.diagnostics] == [("E004", 3)]


def test_what_no_line_explains_is_told_as_before(write: Write) -> None:
    for text in ("...\n", "\x0b\n", "[", '{"events": [', "{", '{"date": 2024', "events: [\n", "- [\n- ]\n", "%\n"):
        assert load((write(text, "events.json"),)).diagnostics


# A stream of JSON objects.


@pytest.mark.parametrize("count", [0, 1, 3])
@pytest.mark.parametrize("between", ["\n", "\n\n", "\r\n", "\r\n\r\n", " \n \n"])
@pytest.mark.parametrize("indent", [None, 2])
def test_a_stream_reads_the_same_however_its_lines_are_broken(
    count: int, between: str, indent: int | None, timeline: Run
) -> None:
    events = [{"date": f"202{n}", "title": f"E{n} }}", "companies": [{"name": "A"}]} for n in range(count)]
    stream = between + between.join(json.dumps(event, indent=indent) for event in events) + between
    found = timeline("-f", "-", "show", "--json=title", stdin=stream)
    assert (found.code, found.err) == (0, "")
    assert [event["title"] for event in json.loads(found.out)] == [event["title"] for event in events]


def test_what_is_shown_as_a_stream_is_read_as_one(timeline: Run) -> None:
    for question in ([], ["id:samsung-xian-nand-plant"], ["text:nothing-at-all"]):
        shown = timeline("-f", "events.yaml", "show", "--jsonl", *question).out
        again = timeline("-f", "-", "show", "--json=id,date", stdin=shown)
        assert again.code == 0
        assert len(json.loads(again.out)) == shown.count("\n")


def test_a_file_as_one_object_is_no_event(write: Write) -> None:
    for text in ('{"companies": {"A": {}}, "events": [{"date": "2024", "title": "A"}]}', '{"x-a": 1, "events": []}'):
        assert load((write(text, "events.json"),)).diagnostics == ()
    # An event lists its companies, a file holds a mapping of them.
    assert titles(load((write('{"companies": ["A"], "date": "2024", "title": "A"}', "events.json"),))) == ["A"]


# The law.


class Form(NamedTuple):
    """A way to write events: the lines above them, those of each event, and what is broken and joined around them."""

    head: list[str]
    events: list[list[str]]
    tail: list[str]

    def lines(self) -> list[str]:
        return [*self.head, *(line for event in self.events for line in event), *self.tail]

    def rows(self) -> Iterator[tuple[int, tuple[int, int]]]:
        """The number of each line of an event, with that of the event and of the last line that may show the slip."""
        number = len(self.head)
        for owner, rows in enumerate(self.events):
            last = number + len(rows) - 1
            for row in range(number, last + 1):
                yield row, (owner, last if "{" in rows[0] else row)
            number = last + 1


def _event(number: int, rng: random.Random) -> dict[str, Any]:
    event: dict[str, Any] = {"date": f"20{number:02}", "title": f"Event {number}"}
    if rng.random() < 0.6:
        event["companies"] = ["Acme", "Brit"]
    if rng.random() < 0.4:
        event["figures"] = [{"metric": "revenue", "value": number}]
    if rng.random() < 0.5:
        event["summary"] = "One, two, and three."
    return event


def _block(event: dict[str, Any]) -> list[str]:
    rows = [f"{key}: {json.dumps(value)}" for key, value in event.items()]
    return [f"- {rows[0]}", *(f"  {row}" for row in rows[1:])]


def _object(event: dict[str, Any], rng: random.Random, indent: int | None) -> list[str]:
    return json.dumps(event, indent=indent).split("\n")


def _separated(objects: list[list[str]]) -> list[list[str]]:
    return [[*rows[:-1], rows[-1] + ("," if rows is not objects[-1] else "")] for rows in objects]


def forms(rng: random.Random) -> Iterator[Form]:
    events = [_event(number, rng) for number in range(rng.randint(2, 12))]
    head = HEAD.splitlines()
    yield Form([*head, "events:"], [_block(event) for event in events], [])
    yield Form(["events:"], [_block(event) for event in events], head)
    yield Form([*head, "events:"], [[f"- {json.dumps(event)}"] for event in events], [])
    yield Form([], [[json.dumps(event)] for event in events], [])
    yield Form([], [_object(event, rng, 1) for event in events], [])
    yield Form(["["], _separated([_object(event, rng, None) for event in events]), ["]"])
    pretty = [[f"  {row}" for row in _object(event, rng, 2)] for event in events]
    yield Form(["["], _separated(pretty), ["]"])
    deeper = [[f"  {row}" for row in rows] for rows in pretty]
    yield Form(["{", '  "events": ['], _separated(deeper), ["  ]", "}"])
    flow = [[f"  {{date: {event['date']},", f"   title: {event['title']}}}"] for event in events]
    yield Form([*head, "events: ["], _separated(flow), ["]"])


def _without(line: str, characters: str, rng: random.Random) -> str:
    places = [place for place, character in enumerate(line) if character in characters]
    place = rng.choice(places) if places else 0
    return line[:place] + line[place + 1 :] if places else line


BREAKS: list[Callable[[str, random.Random], str]] = [
    lambda line, rng: f"{line} : [",
    lambda line, rng: _without(line, '"', rng),
    lambda line, rng: _without(line, "[]{}", rng),
    lambda line, rng: _without(line, ",", rng),
    lambda line, rng: _without(line, ":", rng),
    lambda line, rng: line + ' "',
    lambda line, rng: line.replace(": ", ": @", 1),
    lambda line, rng: line.replace(": ", ": a: ", 1),
    lambda line, rng: f" {line}",
]


def test_a_broken_line_costs_one_event(write: Write) -> None:
    rng = random.Random(11)
    for _ in range(ROUNDS):
        for form in forms(rng):
            lines = form.lines()
            number = rng.randrange(len(lines))
            if lines[number].strip() in ("[", "]", "{", "}", "events:", "events: [", '"events": [') and number not in (
                number for number, _ in form.rows()
            ):
                continue  # that breaks all of them
            owner, last = next((found for at, found in form.rows() if at == number), (-1, number))
            lines[number] = rng.choice(BREAKS)(lines[number], rng)
            text = "\n".join(lines) + "\n"
            timeline = load((write(text),))
            wanted = [f"Event {position}" for position in range(len(form.events)) if position != owner]
            assert [title for title in titles(timeline) if title in wanted] == wanted, text
            errors = [problem.location.line for problem in timeline.diagnostics if problem.is_error]
            assert errors or len(timeline.events) == len(form.events), text
            # In an object of many lines, a mark that is missing shows only where the next one does not fit.
            assert not errors or any(number + 1 <= line <= max(number, last) + 2 for line in errors), (
                number,
                errors,
                text,
            )


def test_a_second_document_is_not_read_below_a_slip(write: Write) -> None:
    for text in (
        f"{HEAD}events:\n{ITEMS}- x: y: z\n",
        '[\n  {"date": "2024", "title": "A" "B"}\n]\n',
        "- {date: 2024, title: One}\n- {date: 2024, titl}e: A}\n",
    ):
        timeline = load((write(text + "---\nevents:\n- {date: 2030, title: Later}\n"),))
        assert "Later" not in titles(timeline)
        assert [line for _, line in timeline.unread] == [text.count("\n") + 1]
        assert [one.code for one in timeline.diagnostics if one.is_error] == ["E004", "E010"]


def test_a_marker_of_a_conflict_that_nothing_closes_costs_no_event(write: Write) -> None:
    rows = [f"- {{date: 202{n}, title: E{n}}}\n" for n in range(4)]
    timeline = load((write("events:\n" + rows[0] + "<<<<<<< ours\n" + "".join(rows[1:])),))
    assert (titles(timeline), timeline.broken) == (["E0", "E1", "E2", "E3"], 1)
    objects = [f'{{"date": "202{n}", "title": "E{n}"}},\n' for n in range(4)]
    timeline = load((write("[\n" + objects[0] + "<<<<<<< ours\n" + "".join(objects[1:]) + "]\n", "events.json"),))
    assert (titles(timeline), timeline.broken) == (["E0", "E1", "E2", "E3"], 1)


@pytest.mark.parametrize("size", [7, 12])
@pytest.mark.parametrize(
    ("before", "ours", "base", "theirs", "after", "expected"),
    [
        ("", "", None, "- {date: 2025, title: Two}\n", "", ["One", "Three"]),
        ("", "- {date: 2025, title: Two}\n", None, "", "", ["One", "Three"]),
        ("", "", "- {date: 2024, title: Two}\n", "- {date: 2025, title: Two}\n", "", ["One", "Three"]),
        ("- date: 2025\n", "  title: Two\n", None, "  title: Zwei\n", "", ["One", "Three"]),
        ("", "- date: 2025\n", None, "- date: 2024\n", "  title: Two\n", ["One", "Three"]),
    ],
)
def test_a_conflict_costs_only_the_events_between_its_markers(
    write: Write, size: int, before: str, ours: str, base: str | None, theirs: str, after: str, expected: list[str]
) -> None:
    old = "" if base is None else "|" * size + " base\n" + base
    conflict = f"{'<' * size} ours\n{ours}{old}{'=' * size}\n{theirs}{'>' * size} theirs\n"
    text = f"- {{date: 2023, title: One}}\n{before}{conflict}{after}- {{date: 2026, title: Three}}\n"
    timeline = load((write(text),))
    assert [event.title for event in timeline.events] == expected
    assert [problem.code for problem in timeline.diagnostics] == ["E011"]
