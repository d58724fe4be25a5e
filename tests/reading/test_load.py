"""What files turn into: names, defaults, includes, registries that come late, ids, and what is left out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from timeline_cli.errors import NothingToRead
from timeline_cli.model import Timeline
from timeline_cli.reading.load import load, load_dates

Write = Callable[..., str]


def codes(timeline: Timeline) -> list[tuple[str, int]]:
    return [(diagnostic.code, diagnostic.location.line) for diagnostic in timeline.diagnostics]


def only(text: str, write: Write) -> Timeline:
    return load((write(text),))


def test_the_smallest_event_is_a_date_and_a_title(write: Write) -> None:
    timeline = only("events:\n- {date: 2024, title: Something}\n", write)
    [event] = timeline.events
    assert (event.id, event.title, event.date.text, event.line) == ("2024-something", "Something", "2024", 2)
    assert codes(timeline) == []


def test_a_list_at_the_top_is_a_list_of_events(write: Write) -> None:
    assert [event.title for event in only("- {date: 2024, title: A}\n- {date: 2023, title: B}\n", write).events] == [
        "B",
        "A",
    ]


def test_dates_alone_are_those_of_the_events(write: Write) -> None:
    file = write("- {date: 2024, title: A}\n- {date: 2024, title: A}\n- {id: a, date: 2023, title: B}\n- {id: a}\n")
    whole, dates = load((file,)), load_dates([file])
    for name in ("id", "date", "file", "line", "has_own_id"):
        assert [getattr(event, name) for event in dates.events] == [getattr(event, name) for event in whole.events]
    assert dates.diagnostics == whole.diagnostics
    assert not any(event.title for event in dates.events)


@pytest.mark.parametrize("text", ["", "# nothing\n", "events:\n", "events: []\n", "---\n...\n", "events: null\n"])
def test_a_file_without_events_is_no_problem(text: str, write: Write) -> None:
    timeline = only(text, write)
    assert (timeline.events, codes(timeline), timeline.unread) == ((), [], ())


def test_scalars_mean_what_is_written(write: Write) -> None:
    text = "events:\n- date: 2024\n  title: 12:30\n  place: NO\n  tags: [1.10, on, null, ~, 0o14]\n  x-n: 007\n"
    [event] = only(text, write).events
    assert (event.title, event.place, event.tags) == ("12:30", "NO", ("1.10", "on", "null", "~", "0o14"))
    assert event.extra == (("x-n", "007"),)


def test_names_become_canonical_through_aliases_whatever_their_case_and_width(write: Write) -> None:
    text = """
companies:
  Samsung Electronics: {aliases: [Samsung, 삼성전자]}
events:
- {date: 2024, title: A, companies: [SAMSUNG, ｓａｍｓｕｎｇ electronics, 삼성전자, Xiaomi]}
"""
    [event] = only(text, write).events
    assert [role.name for role in event.companies] == ["Samsung Electronics", "Xiaomi"]


def test_registries_may_stand_below_the_events(write: Write) -> None:
    text = """
events:
- {date: FY2024, title: A, companies: [Sony], sources: [s]}
companies: {Sony Group: {aliases: [Sony], fiscal_year_end: 3}}
sources: {s: {title: T}}
defaults: {tags: [late]}
"""
    timeline = only(text, write)
    [event] = timeline.events
    assert codes(timeline) == []
    assert event.companies[0].name == "Sony Group"
    assert event.tags == ("late",)
    assert event.date.bounds.start == __import__("datetime").date(2023, 4, 1).toordinal()


def test_defaults_are_of_their_own_file_and_give_way_to_what_is_written(write: Write, tmp_path: Path) -> None:
    write("defaults: {type: forum, source: s}\nsources: {s: {title: T}}\nevents:\n- {date: 2024, title: A}\n", "a.yaml")
    write("events:\n- {date: 2025, title: B}\n", "b.yaml")
    first, second = load((str(tmp_path),)).events
    assert (first.type, first.sources[0].key) == ("forum", "s")
    assert (second.type, second.sources) == (None, ())


def test_an_alias_claimed_twice_names_both_places(write: Write) -> None:
    timeline = only("companies:\n  A: {aliases: [X]}\n  B: {aliases: [x]}\nevents: []\n", write)
    [problem] = timeline.diagnostics
    assert (problem.code, problem.location.line, problem.related[0][0].line) == ("E301", 3, 2)


ENTRY = "companies: {Acme: {aliases: [A, Ä]}}\nsources: {s: {url: https://a.b}}\n"


def test_an_entry_that_two_files_have_alike_is_one(write: Write, tmp_path: Path) -> None:
    write(f"{ENTRY}events:\n- {{date: 2024, title: A, companies: [A], sources: [s]}}\n", "a.yaml")
    write(f"{ENTRY}events: []\n", "b.yaml")
    timeline = load((str(tmp_path),))
    assert (codes(timeline), timeline.events[0].companies[0].name) == ([], "Acme")  # type: ignore[index]
    write(ENTRY.replace("[A, Ä]", "[B]").replace("a.b", "a.c") + "events: []\n", "b.yaml")
    assert [code for code, _ in codes(load((str(tmp_path),)))] == ["E301", "E301"]


@pytest.mark.parametrize("name", ["orsted", "ØRSTED", "Ørsted", "Ｏｒｓｔｅｄ"])
def test_a_registered_name_is_one_name_however_it_is_written(name: str, write: Write) -> None:
    timeline = only(f"companies: {{Ørsted: {{}}}}\nevents:\n- {{date: 2024, title: A, companies: [{name}]}}\n", write)
    assert [role.name for role in next(iter(timeline.events)).companies] == ["Ørsted"]
    assert codes(timeline) == []


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("companies: [BYD, BYD]", [("W210", 2)]),
        ("companies: [BYD, {name: BYD}]", [("W210", 2)]),
        ("companies: [BYD, {name: BYD, role: host}]", []),
        ("companies: [BYD, 比亚迪]", [("W210", 2)]),
        ("tags: [ev, lfp, ev]", [("W210", 2)]),
    ],
)
def test_a_name_twice_in_a_list_is_a_warning(line: str, expected: list[tuple[str, int]], write: Write) -> None:
    text = "companies: {BYD: {aliases: [比亚迪]}}\nevents: [{date: 2024, title: A, " + line + "}]\n"
    assert codes(only(text, write)) == expected


def test_the_id_of_a_title_keeps_its_marks_and_accents(write: Write) -> None:
    timeline = only("- {date: 2024, title: हिन्दी में}\n- {date: 2025, title: Été à Paris}\n", write)
    assert [event.id for event in timeline.events] == ["2024-हिन्दी-में", "2025-été-à-paris"]


def test_a_near_miss_of_a_registered_name_is_a_warning(write: Write) -> None:
    text = "companies: {Qualcomm: {}}\nevents:\n- {date: 2024, title: A, companies: [Qualcom]}\n"
    assert codes(only(text, write)) == [("W202", 3)]


@pytest.mark.parametrize(
    ("names", "hint"),
    [
        ("people: [CEO Ada Byron]", "write {name: Ada Byron, role: CEO}"),
        ("people: [Dr. Ada Byron]", "write Ada Byron"),
        ("people: [Ada Byron (chair)]", "write {name: Ada Byron, role: chair}"),
        ("companies: [Acme (supplier)]", "write {name: Acme, role: supplier}"),
        ("companies: [Acme:supplier]", "write {name: Acme, role: supplier}"),
        ("companies: [Acme and Byron]", "write a list: [Acme, Byron]; quote one name that contains the word"),
    ],
)
def test_a_registered_name_inside_a_longer_one_is_a_warning(names: str, hint: str, write: Write) -> None:
    head = "people: [Ada Byron]\ncompanies: [Acme, Byron]\n"
    [problem] = only(f"{head}events:\n- date: 2024\n  title: A\n  {names}\n", write).diagnostics
    assert (problem.is_error, problem.hint.text) == (False, hint)


@pytest.mark.parametrize(
    "names",
    [
        'people: ["Bill and Melinda"]',
        "people: [Minister of Trade and Industry, President and CEO Ada Byron, Rosencrantz and friends]",
        "companies: [Marks and Spencer, Johnson & Johnson, Müller &amp; Söhne, A&B]",
        "companies: [Bain and Company, Acme (Europe) Ltd.]",
        "tags: [R&D, 'a; b', black and white]",
    ],
)
def test_names_that_hold_such_words_are_left_alone(names: str, write: Write) -> None:
    text = f"companies: [Bain and Company, Bain]\nevents:\n- date: 2024\n  title: A\n  {names}\n"
    assert codes(only(text, write)) == []


def test_words_that_a_comment_cuts_are_told_once(write: Write) -> None:
    assert codes(only("events:\n- date: 2024\n  title: A\n  tags: a, b, #c\n", write)) == [("W203", 4)]


def test_names_that_differ_in_a_digit_are_not_near(write: Write) -> None:
    text = "companies: {Fund 12: {}}\nevents:\n- {date: 2024, title: A, companies: [Fund 13]}\n"
    assert codes(only(text, write)) == []


def test_written_ids_are_unique_over_all_files(write: Write) -> None:
    first = write("events:\n- {id: a, date: 2024, title: A}\n", "a.yaml")
    second = write("events:\n- {id: a, date: 2024, title: B}\n", "b.yaml")
    timeline = load((first, second))
    assert [event.title for event in timeline.events] == ["A"]
    assert (timeline.broken, codes(timeline)) == (1, [("E204", 2)])


def test_derived_ids_that_meet_get_a_number(write: Write) -> None:
    text = "events:\n- {date: 2024, title: Same}\n- {date: 2024, title: Same}\n- {date: 2024, title: Same}\n"
    assert [event.id for event in only(text, write).events] == ["2024-same", "2024-same-2", "2024-same-3"]


def test_files_named_twice_are_read_once(write: Write) -> None:
    path = write("events:\n- {date: 2024, title: A}\n")
    assert len(load((path, path)).events) == 1


def test_includes_stay_below_the_folder_of_their_file(write: Write) -> None:
    write("events:\n- {date: 2025, title: B}\n", "more/b.yaml")
    good = write("include: [more/*.yaml]\nevents:\n- {date: 2024, title: A}\n", "a.yaml")
    assert [event.title for event in load((good,)).events] == ["A", "B"]
    for pattern in ("../x.yaml", "/etc/*.conf", "none/*.yaml"):
        bad = write(f"include: ['{pattern}']\nevents: []\n", "c.yaml")
        assert codes(load((bad,))) == [("E013", 1)]


def test_includes_in_a_circle_end(write: Write) -> None:
    write("include: [a.yaml]\nevents:\n- {date: 2025, title: B}\n", "b.yaml")
    first = write("include: [b.yaml]\nevents:\n- {date: 2024, title: A}\n", "a.yaml")
    assert len(load((first,)).events) == 2


def test_a_folder_is_read_in_order_without_hidden_files(write: Write, tmp_path: Path) -> None:
    for name in ("b.yml", "a.yaml", ".hidden.yaml", "sub/c.yaml", ".git/d.yaml", "notes.txt"):
        write(f"events:\n- {{date: 2024, title: {name}}}\n", name)
    assert [event.title for event in load((str(tmp_path),)).events] == ["a.yaml", "b.yml", "sub/c.yaml"]


def test_a_folder_without_events_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(NothingToRead):
        load((str(tmp_path),))


def test_an_event_with_an_error_is_left_out_and_counted(write: Write) -> None:
    text = "events:\n- {date: 2025-02-30, title: A}\n- {date: 2024, title: B}\n- {title: C}\n"
    timeline = only(text, write)
    assert ([event.title for event in timeline.events], timeline.broken) == (["B"], 2)
    assert codes(timeline) == [("E101", 2), ("E202", 4)]


def test_a_syntax_error_costs_its_own_event_and_no_other(write: Write) -> None:
    timeline = only("events:\n- {date: 2024, title: A}\n- date: 2025\n  title: B: C\n- {date: 2026, title: D}\n", write)
    assert [event.title for event in timeline.events] == ["A", "D"]
    assert (codes(timeline), timeline.broken, timeline.unread) == ([("E004", 4)], 1, ())


def test_a_syntax_error_in_a_file_read_as_one_piece_costs_its_own_event(write: Write) -> None:
    anchored = "- &a {date: 2024, title: A}\n- {<<: *a, title: B}\n"
    timeline = only(f"events:\n{anchored}- date: 2025\n  title: B: C\n- {{date: 2026, title: D}}\n", write)
    assert [event.title for event in timeline.events] == ["A", "B", "D"]
    assert (codes(timeline), timeline.broken, timeline.unread) == ([("E004", 5)], 1, ())


def test_anchors_aliases_and_merge_keys_work(write: Write) -> None:
    text = """
x-base: &base {type: forum, companies: &names [Samsung]}
events:
- {<<: *base, date: 2024, title: A}
- {<<: *base, date: 2025, title: B, type: trip}
- {date: 2026, title: C, companies: *names}
"""
    timeline = only(text, write)
    assert codes(timeline) == []
    assert [(event.type, event.companies[0].name) for event in timeline.events] == [
        ("forum", "Samsung"), ("trip", "Samsung"), (None, "Samsung"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("status: done", "E203"),
        ("certainty: Confirmed", "E203"),
        ("id: two words", "E205"),
        ("figures: [{metric: M, value: many}]", "E206"),
        ("figures: [{metric: M}]", "E202"),
        ("figures: {M: 140,000 units}", "E201"),
        ("sources: [nobody]", "E302"),
        ("sources: [{url: 'javascript:alert(1)'}]", "E207"),
        ("summary: [a, b]", "E012"),
        ("was: [{date: 2023}]", "E202"),
        ("fiscal_of: Nobody", None),
        ("companies: [Apple, Inc.]", "W204"),
        ("people: Jane Doe, John Roe", "W204"),
        ("summary: ranks #2 in sales", "W203"),
        ("summary: fine # a comment", None),
        ("type: deel", "W201"),
        ("state: occurred", "W207"),
        ("titel: B", "E201"),
    ],
)
def test_each_slip_has_its_code(line: str, code: str | None, write: Write) -> None:
    timeline = only(f"events:\n- date: 2024\n  title: A\n  {line}\n", write)
    assert codes(timeline) == ([(code, 4)] if code else [])


@pytest.mark.parametrize(
    ("date", "type_", "expected"),
    [
        ("2025-08/..", "leadership", []),
        ("2011-08/2025-08", "leadership", []),
        ("../2025-08", "leadership", []),
        ("2025-01/2025-03", "leadership", [("W101", 2)]),
        ("2025-08/..", "deal", [("W101", 2)]),
        ("2025-08/..", "succession", []),
    ],
)
def test_a_term_of_office_is_no_moment(date: str, type_: str, expected: list[tuple[str, int]], write: Write) -> None:
    text = f"types: {{succession: {{parent: leadership}}}}\nevents: [{{date: {date}, title: A, type: {type_}}}]\n"
    assert codes(only(text, write)) == expected


def test_a_long_interval_on_a_moment_is_a_warning_with_the_choice_to_write(write: Write) -> None:
    timeline = only("events:\n- {date: 2024-01/2024-06, title: A, type: deal}\n", write)
    [problem] = timeline.diagnostics
    assert (problem.code, problem.hint.text) == ("W101", "write [2024-01..2024-06] for one unknown moment within it")


def test_the_nearest_events_file_is_found_from_below(
    write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("events:\n- {date: 2024, title: A}\n")
    (tmp_path / "sub" / "deep").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "sub" / "deep")
    monkeypatch.delenv("TIMELINE_FILE", raising=False)
    assert [event.file for event in load().events] == ["../../events.yaml"]


def test_a_forbidden_character_costs_the_event_that_it_stands_in(write: Write) -> None:
    timeline = only("events:\n" + "- {date: 2024, title: A}\n" * 3000 + "- {date: 2024, title: \x1a}\n", write)
    assert (len(timeline.events), timeline.broken, codes(timeline)) == (3000, 1, [("E003", 3002)])
    # Below a mapping in { } that is closed, it is no part of that.
    timeline = only("events:\n- {date: 2024, title: A}\n\x1a", write)
    assert (len(timeline.events), codes(timeline)) == (1, [("E003", 3)])


def test_a_conflict_of_whole_events_costs_no_other(write: Write) -> None:
    sides = "<<<<<<< HEAD\n- {date: 2025, title: B}\n=======\n- {date: 2025, title: C}\n>>>>>>> other\n"
    timeline = only(f"events:\n- {{date: 2024, title: A}}\n{sides}- {{date: 2026, title: D}}\n", write)
    assert [event.title for event in timeline.events] == ["A", "D"]
    assert (codes(timeline), timeline.broken) == ([("E011", 3)], 1)


def test_a_conflict_inside_an_event_is_that_event_s(write: Write) -> None:
    sides = "<<<<<<< HEAD\n  title: B\n=======\n  title: C\n>>>>>>> other\n"
    timeline = only(f"events:\n- date: 2025\n{sides}  type: deal\n- {{date: 2026, title: D}}\n", write)
    assert ([event.title for event in timeline.events], codes(timeline)) == (["D"], [("E011", 3)])


def test_lines_are_those_of_the_file_whatever_the_piece_in_which_they_are_read(write: Write) -> None:
    items = "".join(f"- date: 2024\n  title: A{n}\n  # a comment\n\n" for n in range(500))
    timeline = only(
        "companies: {}\nevents:\n" + items + "- {date: 2025-02-30, title: B}\nplaces: {P: {tz: x}}\n", write
    )
    assert [event.line for event in timeline.events] == [3 + 4 * n for n in range(500)]
    assert codes(timeline) == [("E101", 2003), ("E203", 2004)]


def test_a_line_that_ends_as_on_old_machines_may_make_two_items_of_one(write: Write) -> None:
    timeline = only("events:\n-\r- \n id: a\n  date: 2024\n  title: A\n- {date: 2025, title: B}\n", write)
    assert ([event.title for event in timeline.events], codes(timeline)) == (["B"], [("E004", 2)])


def test_the_same_slip_in_several_events_is_told_of_each(write: Write) -> None:
    timeline = only("events:\n- {date: 2024, title: A}\n" + "- @acme opens\n" * 3, write)
    told = [(problem.location.line, problem.message) for problem in timeline.diagnostics]
    assert told == [(line, "a plain value cannot start with @") for line in (3, 4, 5)]


def test_an_alias_of_no_anchor_costs_no_other_event(write: Write) -> None:
    timeline = only(
        'events:\n- {date: 2024, title: *important}\n- {date: 2025, title: "B}\n- {date: 2026, title: C}\n', write
    )
    assert ([event.title for event in timeline.events], timeline.broken, timeline.unread) == (["C"], 2, ())
    assert codes(timeline) == [("E004", 2), ("E004", 3)]


def test_an_alias_in_the_text_of_another_event_is_none(write: Write) -> None:
    lost = "- {date: 2024, title: A, x-a: &a b}\n- date: 2024\n  title: 'B\n- date: 2025: x\n  title: C'\n  x-b: *a\n"
    timeline = only(f"events:\n{lost}- {{date: 2026, title: D: E}}\n- {{date: 2027, title: F}}\n", write)
    assert [event.title for event in timeline.events] == ["A", "F"]


def test_a_file_with_an_alias_loses_nothing_to_one_that_is_read_as_one_piece(write: Write) -> None:
    whole = write("events:\n- &a {date: 2024, title: A}\n- {<<: *a, title: B}\n", "a.yaml")
    broken = write(
        "events:\n- {date: 2025, title: &t C, summary: *t}\n- {date: 2026, title: D: E}\n- {date: 2027, title: F}\n",
        "b.yaml",
    )
    timeline = load((whole, broken))
    assert [event.title for event in timeline.events] == ["A", "B", "C", "F"]
    assert timeline.unread == ()


def test_a_carriage_return_alone_ends_a_line_too(write: Write) -> None:
    several = "- date: 2024\n  summary: a\r\r\r    b\r    c\n  title: A\n"
    timeline = only(f"events:\n{several}- date: 2025\n  title: B\n- date: 2025-13\n  title: C #c\n", write)
    assert [(event.title, event.line) for event in timeline.events] == [("A", 2), ("B", 9)]
    assert codes(timeline) == [("E101", 11), ("W203", 12)]


def test_two_events_that_only_a_carriage_return_parts_are_one_problem_where_the_file_is_broken(write: Write) -> None:
    joined = "  - date: 2024\n    title: A\r  - date: 2025\n    title: B\n"
    timeline = only(f'events:\n{joined}  - date: 2026\n    title: "C\n', write)
    assert (codes(timeline), timeline.broken) == ([("E004", 2), ("E004", 7)], 1)
    assert [event.title for event in timeline.events] == ["A"]


def test_a_quoted_text_may_hold_a_line_like_an_item(write: Write) -> None:
    timeline = only('events:\n- date: 2024\n  title: "one\n- two"\n- {date: 2025, title: B}\n', write)
    assert [(event.title, event.line) for event in timeline.events] == [("one - two", 2), ("B", 5)]
    assert codes(timeline) == []


HINTS_OF_SYNTAX = [
    ("– date: 2024\n  title: A\n", 1, 1, "write - date:"),
    ("- date: 2024\n  title: A\n– date: 2025\n  title: B\n", 3, 1, "write - date:"),
    ("- date: 2024\n  title: A\n• date: 2025\n  title: B\n", 3, 1, "write - date:"),
    ("- date: 2024\n  title: A\n* date: 2025\n  title: B\n", 3, 1, "write - date:"),
    ("- date: 2024\n  type: deal\n\xa0\xa0title: A\n  tags: [b]\n", 3, 1, "replace it with plain spaces"),
    ("- date: 2024\n  title:\xa0A\n  type: deal\n", 2, 9, "replace it with plain spaces"),
    ("- date = 2024\n  title = A\n  tags: [b]\n", 1, 3, "write a colon: date: 2024"),
    ("- date: 2024\n  title; A\n  tags: [b]\n", 2, 3, "write a colon: title: A"),
    ("- date: 2024\n  sources: [[A b](https://a.b/c)]\n", 2, 13, "write {title: A b, url: https://a.b/c}"),
    ("- date: 2024\n  sources:\n  - pr\n    published: 2024\n", 3, 5, "write - ref: pr"),
    ("- date: 2024\n  people:\n  - Ada Byron\n    role: chair\n", 3, 5, "write - name: Ada Byron"),
    ('- {date: 2024, title: "A"; type: deal}\n', 1, 26, "write a comma instead"),
    ('- {date: 2024, title: "No," she said.}\n', 1, 28, "quote the whole value: '\"No,\" she said.'"),
    (
        "- date: 2024\n  figures:\n  - metric: m\n    value: >= 10 days\n",
        4,
        12,
        "write over 10 with unit: days next to it",
    ),
    ("- date: 2024\n  figures:\n    m: 94.0 billion, unit: USD\n", 3, 8, "write 94.0 billion USD"),
    ("- date: 2024\n  figures:\n  - value: 9 billion, unit: USD\n", 3, 12, "write 9 billion with unit: USD next to it"),
    ("- date: 2024\n  title: >A, they say\n", 2, 10, 'quote it: ">A, they say"'),
    (
        "- date: 2024\n  summary: He said: no\n    and went.\n",
        2,
        12,
        "write >- after summary: and start the text on the next line",
    ),
    ('- date: 2024\n  title: "A ""b"" c"\n', 2, 14, "quote the whole value: 'A \"b\" c'"),
    ("- date: 2024\n  title: !wow\n", 2, 10, 'quote the text: "!wow"'),
    ("- date: 2024\n  title: !Wow it is\n", 2, 10, 'quote the text: "!Wow it is"'),
    ("- date: 2024\n  title: A\n-date: 2025\n title: B\n", 3, 1, "put a space after the dash: - date:"),
    ("- date: 2024\n  title: A\n  -date: 2025\n  summary: B\n", 3, 3, "put a space after the dash: - date:"),
    ("-date: 2025\n title: B\n", 1, 1, "put a space after the dash: - date:"),
    ("- date: 2024\n  title: A\n  tags:\n  - a\n  -b\n", 5, 3, "put a space after the dash: - b"),
    ('- {date: 2024, title: "A, companies: [B]}\n', 1, 23, 'add " at the end of the value'),
    ("- {date: 2024, title: A, tags: [b, 'c]}\n", 1, 36, "add ' at the end of the value"),
    ("- {date: 2024, title: A: B, type: deal}\n", 1, 23, 'quote the value, "A: B", or put a comma before'),
    ("- {date: 2024, title: A, tags: [b}\n", 1, 34, "put ] before it, or replace it with ]"),
    ("- date: 2024\n  title: A\n tags: [b]\n", 3, 2, "move it 1 to the right"),
    (
        "  - date: 2024\n    title: A\n  tags: [b]\n",
        3,
        3,
        "write - tags: if a new event starts here; otherwise indent it",
    ),
    ("- date:2024\n  title: A\n", 1, 3, "add a space after the colon: date: 2024"),
    ("- date: 2024\n  title:A\n  tags: [b]\n", 2, 3, "add a space after the colon: title: A"),
    ("- date: 2024\n  title A\n", 2, 3, "add a colon and a space after the key: title: A"),
    ("- date： 2024\n  title: A\n", 1, 3, "add a colon and a space after the key: date: 2024"),
    ("- date: 2024\n  summary: one\n    title of two\n    b c: d\n", 4, 8, "check the indentation"),
    ("- date: 2024\n  title: - A\n", 2, 10, 'quote the text, "- A", or start a list on the next line'),
    (
        '- date: 2024\n  title: "C:\\Users\\plan"\n',
        2,
        13,
        "use single quotes to keep the backslashes: 'C:\\Users\\plan'",
    ),
    ('- {date: 2024, title: "a \\d"}\n', 1, 26, "use single quotes to keep the backslashes: 'a \\d'"),
    ('- date: 2024\n  title: "it\'s \\u12"\n', 2, 16, "double the backslash"),
    ('- date: 2024\n  title: "\\t \\\\ \\x41 \\ud800"\n', 2, 22, "use single quotes"),
    ("- date: 2024\n  title: &more\n", 2, 10, 'to start a text with &, quote it: "&more"'),
    ("- date: 2024\n  title: *more\n", 2, 10, 'to start a text with *, quote it: "*more"'),
    ("- date: 2024\n  title: A\n-\u00a0date: 2025\n  title: B\n", 3, 2, "with plain spaces"),
    ("- {date: 2024, title: A}\n\ufeff- {date: 2025, title: B}\n", 2, 1, "it is left from joining two files"),
    ("- {date: 2024, title: A}\n...\n\n# c\n- {date: 2025, title: B}\n", 2, 1, "delete the line"),
    ("- date: 2024\n  title: A\0B\n", 2, 11, '"\\x00"'),
    ("- date: 2024\n  title: A\x03B\n", 2, 11, '"\\x03"'),
    ("- date: 2024\n  title: A\n-\tdate: 2025\n\ttitle: B\n", 3, 2, "indent with spaces"),
    ("- date: 2024\n  title: ? A\n", 2, 10, 'quote the text: "? A"'),
    ("- date: 2024\n  summary: | A\n", 2, 14, "delete |, or move the text to the next line"),
    ("- date: 2024\n  title: [New] A\n", 2, 10, 'quote it: "[New] A"'),
    ('- date: 2024\n  title: [New] "A": b\n', 2, 10, "quote it: '[New] \"A\": b'"),
    ("- date: 2024\n  companies: [A], [B]\n", 2, 14, "move the text before the ]"),
    ("- date: 2024\n  companies: [A] [B]\n", 2, 14, "quote the whole value, or move the text before the ]"),
    ("- date: 2024\n  companies: [A]]\n  title: A\n", 2, 17, "delete it"),
    ("- date: 2024\n  figures:\n  - {metric: m, value: 1}}\n", 3, 26, "delete it"),
    ('- date: 2024\n  title: "A" or "B"\n', 2, 13, 'quote the whole value: \'"A" or "B"\''),
    ("- date: 2024\n  title: 'A's B'\n", 2, 13, 'quote the whole value: "A\'s B"'),
    ("- date: 2024\n  title: A\n - date: 2025\n   title: B\n", 3, 2, "move it 1 to the left, and its keys with it"),
    ("  - date: 2024\n    title: A\n - date: 2025\n   title: B\n", 3, 2, "move it 1 to the right"),
    ("- date: 2024\n  title: A\ntags: [b]\n", 3, 1, "otherwise indent it like the keys above"),
]


@pytest.mark.parametrize(("items", "line", "column", "hint"), HINTS_OF_SYNTAX)
def test_what_yaml_does_not_take_has_its_place_and_what_to_write(
    items: str, line: int, column: int, hint: str, write: Write
) -> None:
    problem = only(f"events:\n{items}", write).diagnostics[0]
    assert (problem.location.line - 1, problem.location.column) == (line, column)
    assert hint in problem.hint.text


@pytest.mark.parametrize(
    ("items", "code"),
    [
        ("- date: 2024\n  title: !wow\n", "E008"),
        ("- date: !wow\n  title: A\n", "E008"),
        ("- date: 2024\n  title: A\n  tags: [a]\n  -date: 2025\n  title: B\n  tags: [b]\n", "E201"),
    ],
)
def test_one_slip_is_told_once(items: str, code: str, write: Write) -> None:
    timeline = only(f"events:\n{items}- date: 2026\n  title: C\n", write)
    assert ([code for code, _ in codes(timeline)], len(timeline.events)) == ([code], 1)


@pytest.mark.parametrize("name", ["Tesla;", "Tesla"])
def test_a_name_of_a_registry_without_its_colon_has_its_own_place(name: str, write: Write) -> None:
    problem = only(f"companies:\n  {name}\n  BYD: {{aliases: [B]}}\nevents: []\n", write).diagnostics[0]
    assert (problem.location.line, problem.hint.text) == (2, "write Tesla:")


def test_a_bare_list_with_a_registry_below_it_is_told_to_get_its_key(write: Write) -> None:
    problem = only("- date: 2024\n  title: A\ncompanies:\n- B\n", write).diagnostics[0]
    assert (problem.code, problem.location.line) == ("E004", 3)
    assert "write events: on a line above the first event" in problem.hint.text


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("figures: [{metric: m, value: 6,5 trillion}]", "inside { } and [ ] a comma separates: write 6.5 trillion"),
        ("figures: {m: 2,5 trillion USD}", "write 2.5 trillion USD"),
        ("figures: {m: 1.234,5 Mio EUR}", "a comma separates: write 1234.5 million EUR"),
        ("figures: [{metric: m, value: 8,5 %}]", 'write 8.5 with unit: "%" next to it'),
        ("place: ?", "leave the key out until its value is known"),
        ("date: ?", "write what is known: a year"),
        ("figures: [{metric: m, value: 1,2 Mrd., unit: EUR}]", "write 1.2 billion"),
        ("figures: {m: over 2,500}", "remove the commas from the number, or quote it"),
        ("figures: [{metric: m, value: 6, note: n}]", "choose one of: metric, company, kind"),
        ("location: Oslo", "did you mean place?"),
        ("datum: 2024-05", "did you mean date?"),
        ("supplier: Acme", "write companies: [{name: Acme, role: supplier}]"),
        ("people: [{name: B, title: CEO}]", "did you mean role?"),
        ("figures: [{name: m, value: 6}]", "did you mean metric?"),
        ("sources: [{name: Herald}]", "did you mean publisher?"),
        ("status: planned", "did you mean scheduled?"),
        ("status: in progress", "did you mean ongoing?"),
        ("status: scheduled (to be confirmed)", "did you mean scheduled?"),
        ("status: confirmed", "this is a certainty: write certainty: confirmed"),
        ("certainty: occurred", "this is a status: write status: occurred"),
        ("certainty: unconfirmed", "did you mean rumoured?"),
        ("certainty: undisputed", "did you mean confirmed?"),
        ("certainty: not sure", "choose one of: confirmed, reported"),
        ("type: investigation", "did you mean legal? Otherwise declare it"),
        ("figures: [{metric: m, value: 6, kind: forecast}]", "write guidance for what the company itself expects"),
        ("figures: [{lead time: 10-12 weeks}]", "write {metric: lead time, value: 10 to 12, unit: weeks}"),
        ("figures:\n  - sales: 344,296 cars", "write {metric: sales, value: 344296, unit: cars}"),
        ("figures:\n  - sales: 5 or 6", "write {metric: sales, value: …, unit: …}"),
        ("figures: [{valeu: 5}]", "did you mean value?"),
        ("companies: {Acme: supplier}", "write {name: Acme, role: supplier}"),
        ("companies: {Acme: supplier, B: buyer}", "write [{name: Acme, role: supplier}, {name: B, role: buyer}]"),
        ("companies: {nmae: Acme}", "did you mean name?"),
        ("place: [Santiago, Chile]", "write it without the brackets or dashes: Santiago, Chile"),
        ("follows: a-b, c-d", "write a list: [a-b, c-d]"),
        ("follows: agm 2026", "write the id of that event, such as agm-2026; if it has none, add id: to it"),
        ("id: agm 2026", "write agm-2026"),
        ("sources: https://a.b/c, https://a.b/d", "write a list: [https://a.b/c, https://a.b/d]"),
        ("sources: none", "omit sources: until there is one"),
        ('sources: "[Herald](https://a.b/c)"', "write {title: Herald, url: https://a.b/c}"),
        ("sources: <https://a.b/c>", "write https://a.b/c"),
        ("sources: 12 March, page 3", 'or write {title: "12 March, page 3"} here'),
        ("note: n", "did you mean summary?"),
        ("notes: n", "did you mean summary?"),
        ("amount: 5 million", "use value: instead; it belongs to a figure: figures: [{metric: …, value: …, unit: …}]"),
        ("currency: EUR", "use unit: instead; it belongs to a figure"),
        ("outlet: The Herald", "use publisher: instead; it belongs to a source"),
        ("year: 2025", "did you mean date? It already exists: merge the two values"),
        ("desk: n", "for your own key, write x-desk"),
        ("title: B", "keep one of them, or put - before the first key of a new event"),
        ("type: deel", "did you mean deal? Otherwise declare it at the top: types: {deel: {}}"),
        ("type: robbery of a train", "declare it at the top: types: {robbery of a train: {}}"),
        ("certainty: [confirmed]", "write it without the brackets or dashes: confirmed"),
        ("tags: a, b, # c", "write a list: [a, b]"),
        ("companies: A, B and C", "write a list: [A, B, C]; quote one name that contains the word"),
        ("figures: {car sales: {value: 5}}", "write a list of figures: [{metric: car sales, value: …}]"),
        (
            "sources: [bloomberg]",
            "declare bloomberg: {title: …} under sources:, or write {title: bloomberg} here",
        ),
        ("sources: [www.wsj.com/a]", "write https://www.wsj.com/a"),
        ("sources: [{url: wsj.com}]", "write https://wsj.com"),
        ("sources: [{url: Wall Street Journal}]", "a link starts with https://"),
        ("figures: [{metric: m, value: $107bn}]", "write 107 billion with unit: USD next to it"),
        ("figures: [{metric: m, value: DKK 78.1bn}]", "write 78.1 billion with unit: DKK next to it"),
        ("figures: [{metric: m, value: 'USD 44.1 billion'}]", "write 44.1 billion with unit: USD next to it"),
        ("figures: [{metric: m, value: '€1,250'}]", "write 1250 with unit: EUR next to it"),
        ("figures: [{metric: m, value: 2.2bn}]", "write 2.2 billion"),
        ("figures: [{metric: m, value: 11.8 bn USD}]", "write 11.8 billion with unit: USD next to it"),
        ("figures: [{metric: m, value: 11.8 bn}]", "write 11.8 billion"),
        ("figures: [{metric: m, value: 3bn to 5bn}]", "write 3 to 5 billion"),
        ("figures: [{metric: m, value: '€40,5'}]", "write 40.5 with unit: EUR next to it"),
        ("figures: [{metric: m, value: '3,5bn'}]", "write 3.5 billion"),
        ("figures: [{metric: m, value: '3,5'}]", "write 3.5"),
        ("figures: [{metric: m, value: '3,5,1'}]", "write 350000, 64.9 trillion"),
        ("figures: [{metric: m, value: 38/month}]", "write 38 with unit: per month next to it"),
        ("figures: [{metric: m, value: $5m / year}]", "write 5 million with unit: USD per year next to it"),
        ("figures: {m: 11.8 bn USD}", "write 11.8 billion USD"),
        ("value: 1.3bn USD", "it belongs to a figure: figures: [{metric: …, value: …, unit: …}]"),
        ("publisher: The Herald", "it belongs to a source: sources: [{publisher: …"),
        ("people: [{Grace Hopper}]", "write only the name, without { }: Grace Hopper"),
        ("people: [{role: chair}]", "write {name: …, role: …}, or only the name"),
        ("companies: [“Apple, Inc.”]", 'quote a name with a comma: "Apple, Inc."'),
        ("known: “2025-03-22”", "write 2025-03-22"),
        ("tags: a, #b", 'write a list, and quote the word: [a, "#b"]'),
        ("summary: a, #b", 'quote it: "a, #b"'),
        ("tags: [labour; strike]", "write a list: [labour, strike]"),
        ("tags: labour; strike", "write a list: [labour, strike]"),
        ("tags: [劳工、罢工]", "write a list: [劳工, 罢工]"),
        (
            "people: Ada Byron and Grace Hopper",
            "write a list: [Ada Byron, Grace Hopper]; quote one name that contains the word",
        ),
        ("people: [Ada Byron & Grace Hopper, A]", "write a list: [Ada Byron, Grace Hopper]; quote one name"),
        ("people: [Ada Byron; Grace Hopper]", "write a list: [Ada Byron, Grace Hopper]"),
        ("people: [Eva Lang，Хан Ли]", "write a list: [Eva Lang, Хан Ли]"),
        ("people: [Ada Byron, CEO]", "write {name: Ada Byron, role: CEO}"),
        ("people: Ada Byron, CEO", "write {name: Ada Byron, role: CEO}"),
        ("companies: Tesla; Toyota", "write a list: [Tesla, Toyota]"),
        ("summary: ranks #two", 'quote it: "ranks #two"'),
        ("known: FY2025", "add fiscal_year_end: MONTH (its last month, 1 to 12)"),
        ("\xa0 type: deal", "replace the special space (U+00A0, U+3000)"),
        ("figures: [{metric: m, value: 11.8 billion USD}]", "write 11.8 billion with unit: USD next to it"),
        ("place: {name: Santa Clara}", "write only the text: Santa Clara"),
        ("figures: [{metric: m, value: $many}]", "write 350000, 64.9 trillion"),
        ("figures: {m: 46.7조원}", "write 46.7 trillion KRW"),
        ("figures: {m: 11.8 bn USD}", "write 11.8 billion USD"),
        ("figures: {m: '94.0 billion, unit: USD'}", "write 94.0 billion USD"),
        ("figures: [{m: 15 t}]", "write {metric: m, value: …, unit: …}"),
        ("figures: [{m: '12 -> 26 cars'}]", "write {metric: m, value: 26, unit: cars, previous: 12}"),
    ],
)
def test_a_hint_says_what_may_be_written_instead(line: str, hint: str, write: Write) -> None:
    problem = only(f"events:\n- date: 2024\n  title: A\n  {line}\n", write).diagnostics[0]
    assert hint in problem.hint.text


def test_a_quarter_next_to_a_fiscal_year_is_of_either_year(write: Write) -> None:
    text = "companies: {A: {fiscal_year_end: %s}}\nevents:\n- date: 2024\n  title: T\n  companies: A\n  figures:\n" \
        "  - {metric: m, value: 1, period: 3Q26}\n"  # fmt: skip
    both = "write FY2026-Q3 for the fiscal year, or 2026-Q3 for the calendar year"
    assert only(text % 6, write).diagnostics[0].hint == (both, None, False)
    assert "FY" not in only(text % 12, write).diagnostics[0].hint.text


@pytest.mark.parametrize(("key", "is_of_events"), [("companies", True), ("places", False)])
def test_a_key_that_is_there_twice_at_the_top_may_have_lost_its_indentation(
    key: str, is_of_events: bool, write: Write
) -> None:
    problem = only(f"{key}: [A]\nevents:\n- date: 2024\n  title: A\n{key}: [B]\n", write).diagnostics[0]
    assert problem.code == "E009"
    assert problem.hint.text.endswith("if this is a key of an event, indent it like the others") == is_of_events


@pytest.mark.parametrize(
    "lost",
    [
        "- id: a\ndate: 2024\ntitle: A\ncompanies: [B]\ntags: [c]\n",
        "- id: a\n  date: 2024\n  title: A\ncompanies: [B]  # so they say\n\n# the next one\n",
        "- date: 2024\ntitle: A\ncompanies: B\npeople: C\n",
    ],
)
def test_keys_that_have_lost_their_indentation_cost_one_event_only(lost: str, write: Write) -> None:
    timeline = only(f"events:\n{lost}- date: 2025\n  title: B\n- date: 2026\n  tilte: C\n", write)
    assert [event.title for event in timeline.events] == ["B"]
    assert [problem.code for problem in timeline.diagnostics] == ["E004", "E201"]
    assert "otherwise indent it like the keys above" in timeline.diagnostics[0].hint.text


@pytest.mark.parametrize("registry", ["companies: [A]\n", "companies:\n- A\n- B\n", "people: {C: {}}\nsources:\n"])
def test_a_registry_below_the_events_stays_one(registry: str, write: Write) -> None:
    timeline = only(f"events:\n- date: 2024\n  title: A\n{registry}", write)
    assert (codes(timeline), len(timeline.events)) == ([], 1)
    assert timeline.registries.companies.entities or timeline.registries.people.entities


def test_an_event_that_has_lost_its_dash_is_one_problem(write: Write) -> None:
    event = "  id: {0}\n  date: 2024\n  title: {0}\n  tags: [c]\n"
    [problem] = only(f"events:\n- {event.format('a').lstrip()}\n{event.format('b')}", write).diagnostics
    assert (problem.code, problem.location.line) == ("E009", 7)
    assert problem.message == "id: is repeated, like the keys after it: date:, title:, tags:"
    assert problem.hint.text == "put - before the first key of a new event: - id:"


@pytest.mark.parametrize("figures", ["{m: 40,000,000,000}", "[{metric: m, value: 40,000,000,000}]"])
def test_a_number_with_many_commas_is_one_problem(figures: str, write: Write) -> None:
    [problem] = only(f"events:\n- {{date: 2024, title: A, figures: {figures}}}\n", write).diagnostics
    assert (problem.code, problem.hint.text[:38]) == ("E201", "inside { } and [ ] a comma separates: ")


def test_a_number_with_many_commas_in_a_key_of_one_s_own_is_told_as_well(write: Write) -> None:
    assert codes(only("events:\n- {date: 2024, title: A, x-n: {m: 4,000,000}}\n", write)) == [("E009", 2)]


def test_a_source_that_is_only_a_link_is_told_its_key(write: Write) -> None:
    [problem] = only("sources: {a: 'https://example.com/a'}\nevents: []\n", write).diagnostics
    assert (problem.code, problem.hint.text) == ("E012", "write {url: https://example.com/a}")


@pytest.mark.parametrize(
    ("registry", "hint"),
    [
        ("people: {A: CEO of B}", "write {role: CEO of B}; its keys are aliases, company, role"),
        ("companies: {A: B}", "write {KEY: …, KEY: …}; its keys are aliases, parent"),
        ("sources: {a: 'Report 2024, page 3'}", 'write {title: "Report 2024, page 3"}; its keys are'),
        ("sources: {a: example.com/b}", "write {url: https://example.com/b}"),
        ("companies: {A: {aliases: B, C}}", "inside { } and [ ] a comma separates: write a list, aliases: [B, C]"),
        ("places:\n- A\n- B: {in: C}", "write the name as a key, without the -: B:"),
        ("people:\n  A：{role: CFO}", "write A: with a plain colon and a space after it"),
        ("sources: {a: {url: <https://a.b/c>}}", "write https://a.b/c"),
        ("sources: {a: {url: “https://a.b/c”}}", "write https://a.b/c"),
        ("people: {A: {title: CEO}}", "did you mean role?"),
        ("people:\n- name: A\n  company: B", "write each name as a key, without the -: A: {company: …}"),
        ("people: [[A]]", "write each name as a key, without the -: Acme: {aliases: [A]}"),
        ("companies: A, B", "write a list: [A, B]"),
        ("places:\n  A\n  B", "write each name on its own line, followed by a colon"),
        ("sources: [a]", "write each name on its own line, followed by a colon"),
        ("companies: {A: {fiscal_year_end: 6/30}}", "write the last month of the year as a number: 6"),
        ("companies: {A: {fiscal_year_end: 31 March}}", "write the last month of the year as a number: 3"),
        ("companies: {A: {fiscal_year_end: 03/04}}", "write the last month of the year as a number, 1 to 12"),
        ("companies: {Panasonic Energy: {parent: Panasonic}}", "add it: Panasonic: {}"),
        ("types: {takeovers: {parent: takeover}}", "choose one of: "),
        ("companies: {A: {fiscal_year_end: January}}", "write the last month of the year as a number: 1"),
        ("companies: {A: {fiscal_year_end: 13}}", "write the last month of the year as a number, 1 to 12"),
    ],
)
def test_what_a_registry_cannot_hold_is_told_how_to_write_it(registry: str, hint: str, write: Write) -> None:
    problem = only(f"{registry}\nevents: []\n", write).diagnostics[0]
    assert problem.hint.text.startswith(hint)


def test_a_source_with_its_page_is_told_to_refer_to_it(write: Write) -> None:
    text = "sources: {ar: {title: Report}}\nevents:\n- date: 2024\n  title: A\n  sources: ar, p. 12\n"
    assert only(text, write).diagnostics[0].hint.text == "write {ref: ar, title: p. 12}"


def test_another_word_for_a_title_is_not_told_as_its_absence_too(write: Write) -> None:
    assert codes(only("events:\n- date: 2024\n  headline: A\n", write)) == [("E201", 3)]


def test_an_event_in_short_is_told_its_keys(write: Write) -> None:
    [problem] = only("events:\n- 2025-03-22: Acme opens\n", write).diagnostics
    assert (problem.code, problem.hint.text) == (
        "E012",
        "write - date: 2025-03-22, with title: Acme opens on the next line",
    )


def test_an_empty_date_is_told_where_to_write_it(write: Write) -> None:
    [problem] = only("events:\n- date:\n  title: A\n", write).diagnostics
    assert (problem.code, problem.hint.text) == ("E202", "write it after the colon, as in date: 2025-03-22")


def test_a_registry_takes_no_keys_of_one_s_own_and_does_not_offer_them(write: Write) -> None:
    [problem] = only("companies: {A: {country: Denmark}}\nevents: []\n", write).diagnostics
    assert problem.hint.text == "choose one of: aliases, parent, fiscal_year_end, fiscal_year_name"


@pytest.mark.parametrize(
    ("keys", "hint"),
    [
        ("date: 2025-03-01, end: 2025-03-04", "write date: 2025-03-01/2025-03-04"),
        ("date: 2025-03, end_date: 2025-05", "write date: 2025-03/2025-05"),
        ("start: 2025-03-01, end: 2025-03-04", "write date: 2025-03-01/2025-03-04"),
        ("date: 2025-03-01, until: soon", "write both days in the date"),
        ("date: 2025-03-01, time: '12:30'", "with its offset from UTC"),
        ("date: 2025-03-01, duration: 3 days", "date: 2025-03-01/LAST"),
    ],
)
def test_a_side_of_a_date_under_a_key_of_its_own_is_an_error(keys: str, hint: str, write: Write) -> None:
    problems = only(f"events:\n- {{{keys}, title: A}}\n", write).diagnostics
    assert {problem.code for problem in problems} <= {"E201", "E202"}
    assert all(hint in problem.hint.text for problem in problems if problem.code == "E201")
    assert any(problem.code == "E201" for problem in problems)
