"""`timeline show`: filters, forms of output, what is told on stderr, exit codes."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from timeline_cli.fields.table import JSON_KEYS

Run = Callable[..., "tuple[int, str, str]"]
Write = Callable[..., str]

TARGETS = ["xiaomi-ev-target-2025", "xiaomi-ev-target-2025-raised"]


def ids(result: tuple[int, str, str]) -> list[str]:
    return [event["id"] for event in json.loads(result[1])]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (
            ["--company", "xiaomi", "--since", "2025"],
            ["xiaomi-factory-visit", "samsung-xiaomi-qualcomm-talk", *TARGETS],
        ),
        (["--company", "小米", "--type", "target"], TARGETS),
        (["--type", "target", "--type", "launch"], ["xiaomi-su7-launch", *TARGETS]),
        (["--person", "Lei Jun"], ["xiaomi-factory-visit"]),
        (["--place", "Xian"], ["samsung-xian-nand-plant"]),
        (["--certainty", "rumoured"], ["samsung-xiaomi-qualcomm-talk"]),
        (["--status", "scheduled"], ["xi-jinping-meets-ceos"]),
        (["--text", "DO-OR-DIE"], ["lee-do-or-die-call"]),
        (["--id", "xiaomi-ev-*"], TARGETS),
        (["--on", "2025-03-28", "not", "is:background"], ["xi-jinping-meets-ceos"]),
        (
            ["--tag", "ev", "--since", "2025-03-22", "--until", "2025-03-22", "--match", "certainly"],
            ["xiaomi-factory-visit"],
        ),
        (["type:nothing"], []),
    ],
)
def test_filters(arguments: list[str], expected: list[str], timeline: Run) -> None:
    assert set(ids(timeline("show", "--json=id", *arguments))) == set(expected)


def test_a_group_includes_its_children_and_an_employer_does_not_count(timeline: Run) -> None:
    of_group = ids(timeline("show", "--json=id", "--company", "Samsung Group"))
    of_electronics = ids(timeline("show", "--json=id", "--company", "Samsung Electronics"))
    assert set(of_electronics) <= set(of_group)
    assert "lee-china-trip-2025" in of_electronics
    assert "xi-jinping-meets-ceos" not in of_group
    assert ids(timeline("show", "--json=id", "--company", "Samsung Group", "--exact")) == [
        "samsung-automotive-expansion"
    ]


def test_json_has_every_key_of_the_contract_in_its_order(timeline: Run) -> None:
    events = json.loads(timeline("show", "--json")[1])
    assert len(events) == 25
    assert all(tuple(event) == JSON_KEYS for event in events)


def test_json_reads_back_to_the_same_array(timeline: Run) -> None:
    first = json.loads(timeline("show", "--json")[1])
    second = json.loads(timeline("-f", "-", "show", "--json", stdin=timeline("show", "--json").out)[1])
    for event in (*first, *second):
        del event["file"], event["line"]
    assert first == second


def test_json_keeps_exact_numbers_and_fiscal_dates_without_their_registry(timeline: Run, write: Write) -> None:
    path = write("""
companies: {Sony: {fiscal_year_end: 3}}
events:
- date: FY2024-Q1
  title: A
  companies: [Sony]
  x-desk: {a: [b, null]}
  figures:
  - {metric: M, value: 0.1234567890123456789, unit: x, period: FY2024, previous: over 3, change: about 5%}
  - {metric: N, value: about 89 to 93 billion, converted: {value: under 2, unit: USD}}
""")
    first = timeline("-f", path, "show", "--json").out
    assert "0.1234567890123456789" in first
    second = timeline("-f", "-", "show", "--json", stdin=first)
    assert second.code == 0
    assert second.out.replace('"-"', f'"{path}"').replace('"line": 2', '"line": 4') == first


def test_json_fields_are_chosen_after_an_equals_sign(timeline: Run) -> None:
    assert json.loads(timeline("show", "--json=title,id", "--limit", "1")[1]) == [
        {"title": "Samsung runs a NAND flash memory plant in Xian", "id": "samsung-xian-nand-plant"}
    ]
    unknown = timeline("show", "--json=titel")
    assert (unknown.code, unknown.out) == (2, "")
    assert "did you mean title?" in unknown.err
    separate = timeline("show", "--json", "id,title")
    assert separate.code == 2
    assert "write --json=id,title" in separate.err


def test_jsonl_is_one_object_a_line(timeline: Run) -> None:
    lines = timeline("show", "--jsonl").out.splitlines()
    assert [json.loads(line)["id"] for line in lines] == ids(timeline("show", "--json"))


def test_csv_escapes_formulas_unless_raw(timeline: Run, write: Write) -> None:
    path = write("events:\n- {date: 2024, title: '=1+1', tags: [a, b], x-n: '-5'}\n")
    [row] = csv.DictReader(io.StringIO(timeline("-f", path, "show", "--csv").out))
    assert (row["title"], row["tags"]) == ("'=1+1", "a; b")
    [row] = csv.DictReader(io.StringIO(timeline("-f", path, "show", "--csv", "--raw").out))
    assert row["title"] == "=1+1"
    assert timeline("-f", path, "show", "--csv", "--json=x-n").out == "x-n\r\n-5\r\n"


def test_the_reading_is_echoed_and_quiet_silences_it(timeline: Run) -> None:
    result = timeline("show", "company:Samsung Group", "last", "month", "--json=id", "--today", "2025-04-10")
    assert result.err == 'company "Samsung Group" and date 2025-03-01..2025-03-31\n'
    assert timeline("show", "2025", "-q", "--json=id").err == ""


def test_a_value_that_no_event_has_is_a_note_and_an_empty_answer(timeline: Run) -> None:
    result = timeline("show", "type:forun", "--json")
    assert (result.code, result.out) == (0, "[]\n")
    assert "no event has the type forun; did you mean forum?" in result.err
    assert "no event has the type conference; did you mean forum?" in timeline("show", "type:conference").err


def test_broken_events_are_named_and_the_good_ones_shown(timeline: Run, write: Write) -> None:
    path = write("events:\n- {date: 2024, title: Good}\n- {date: 2024-13, title: Bad}\n")
    result = timeline("-f", path, "show")
    assert result.code == 1
    assert "Good" in result.out
    assert "1 broken event" in result.err
    assert "for details, run `timeline -f" in result.err


def test_an_unreadable_file_is_an_error(timeline: Run, tmp_path: Path) -> None:
    result = timeline("-f", str(tmp_path / "none.yaml"), "show")
    assert (result.code, result.out) == (2, "")
    assert "No such file" in result.err


def test_order_limit_and_groups(timeline: Run) -> None:
    forward = ids(timeline("show", "--json=id", "not", "is:background"))
    assert ids(timeline("show", "--json=id", "--reverse", "not", "is:background")) == forward[::-1]
    assert ids(timeline("show", "--json=id", "--limit", "2")) == forward[:2]
    assert ids(timeline("show", "--json=id", "--limit", "9" * 30)) == forward
    titles = [event["title"] for event in json.loads(timeline("show", "--json", "--sort", "title").out)]
    assert titles == sorted(titles, key=str.casefold)
    grouped = timeline("show", "--group-by", "month", "--width", "100").out
    assert "2025 March (" in grouped
    assert "2024 (4)" in grouped
    assert "January" not in grouped  # a year is not a January


def test_the_shared_options_stand_before_and_after_the_command(timeline: Run, write: Write) -> None:
    path = write("events:\n- {date: 2024, title: A}\n")
    before = timeline("-f", path, "--width", "60", "show")
    after = timeline("show", "-f", path, "--width", "60")
    assert before == after
    assert timeline("-f", path).out == timeline("-f", path, "show").out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["show", "persn:lee"], "did you mean person?"),
        (["show", "since", "fooday"], "no date follows since"),
        (["show", '"open'], "not closed"),
        (["show", "(type:forum"], "not closed"),
        (["show", "--view", "tabel"], "did you mean table?"),
        (["show", "--on", "2025-03 foo"], "2025-03"),
        (["show", "--on", "10"], "10"),
        (["show", "--on", "03/04/2025"], "2025-03-04 or 2025-04-03"),
        (["show", "--on", "autumn"], "autumn"),
        (["show", "--limit", "-1"], "--limit"),
        (["show", "--limit", "x"], "--limit"),
        (["show", "--today", "2025"], "2025-03-24"),
        (["show", "--color", "red"], "--color"),
        (["show", "--match", "sure"], "--match"),
        (["show", "--json", "--csv", "--jsonl"], "--jsonl and --csv"),
        (["show", "-type:x"], "not type:x"),
        (["show", "!type:x"], "not type:x"),
        (["show", "value:300,000.."], "write value:300000.., without the comma"),
        (["show", "value:1,000,000.."], "write value:1000000.."),
        (["show", "value:1,5bn.."], "write value:1.5bn.."),
        (["show", "value:€1.234,5.."], "write value:€1234.5.."),
        (["show", "value:..1,5bn,8bn"], "write value:..1.5bn,8bn"),
        (["show", "value:$1,5bn"], "write 'value:$1.5bn', without"),
        (["show", "tag:(ev or chips)"], "tag:a,b or '(tag:a or tag:b)'"),
        (["show", "type:forum", "or"], "text:or"),
        (["show", "title:ipo"], "text:"),
        (["show", "3", "years", "ago"], 'date:"3 years ago"'),
        (["show", ""], "question is empty"),
        (["show", "--company", ""], "--company"),
        (["show", "--raw"], "--csv --raw"),
        (["show", "--json", "--csv"], "cannot be combined"),
        (["show", "--json", "--view", "nosuch"], "nosuch"),
        (["show", "--json", "id"], "--json=id"),
        (["show", "--width", "20"], "40"),
        (["-f", "", "show"], "-f"),
        (["entities", "--json=nosuch"], "the fields are"),
        (["check", "--json=nosuch"], "the fields are"),
        (["shwo"], "did you mean timeline show?"),
        (["samsung"], "timeline show samsung"),
        (["--since", "2025"], "timeline show --since"),
        (["figures", "--chart", "pie"], "choose bar or line; for a metric, write --chart=bar pie"),
        (["show", "--since", "--json"], "--since needs a value, but --json is an option"),
        (["--today", "--json"], "--today needs a value, but --json is an option"),
        (["figures", "--until", "--chart"], "--until needs a value, but --chart is an option"),
        (["show", "--format", "json"], "write timeline show --json or --jsonl or --csv"),
        (["--format", "json"], "write timeline show --json or --jsonl or --csv"),
        (["stats", "--format", "json"], "write timeline stats --json"),
        (["check", "--format", "github"], "write timeline check --output github\n"),
        (["check", "--output-format=github"], "write timeline check --output github\n"),
        (["check", "--format", "sarif"], "write timeline check --json\n"),
        (["blame", "some-id"], "write timeline log some-id\n"),
        (["undo"], "write timeline diff, which shows what changed; git restore undoes it\n"),
        (["stats", "--group-by", "type"], "write timeline stats --by"),
        (["show", "--by", "type"], "write timeline show --group-by"),
        (["show", "--from", "2024"], "write timeline show --since"),
        (["-v"], "write timeline --version"),
        (["show", "-v"], "write timeline show --verbose"),
        (["list"], "write timeline show"),
        (["search", "samsung phones"], "write timeline show 'samsung phones'"),
        (["validate", "a.yaml"], "write timeline check a.yaml"),
        (["fix"], "write timeline check --fix"),
        (["convert", "csv"], "write timeline export csv"),
        (["export", "--csv"], "write timeline export csv"),
        (["export", "--json"], "write timeline export json"),
        (["show", "-o", "a.csv"], "write timeline export -o FILE"),
        (["delete", "some-id"], "write timeline edit some-id"),
        (["postpone", "some-id", "2027"], "write timeline edit some-id\n"),
        (["calendar", "acme"], "write timeline show --view calendar acme\n"),
        (["matrix"], "write timeline figures --view matrix\n"),
        (["show", "--fields", "id,title"], "write timeline show --json=id,title\n"),
        (["figures", "--kind=guidance"], "write kind:guidance\n"),
        (["figures", "--period", "last year"], "write 'period:\"last year\"'\n"),
        (["figures", "--metric"], "write metric:VALUE\n"),
        (["companies"], "write timeline entities companies"),
        (["events.yaml"], "name a file with -f: timeline -f events.yaml"),
        (["show", "--company"], "write it as --company VALUE"),
        (["show", "-company", "samsung"], "write --company"),
        (["check", "-fix"], "write --fix"),
        (["-file", "events.yaml"], "write --file"),
        (["add", "A title", "2025"], "timeline add --date DATE --title TITLE"),
        (["edit", "of nobody at all"], "list the ids with `timeline show --json=id,title`"),
        (["show", "company=xiaomi"], "write company:xiaomi"),
        (["show", "value>=100"], "write value:100.."),
        (["show", "type!=deal"], "write not type:deal"),
        (["show", "company:samsung,", "qualcomm"], "write company:samsung,VALUE, without a space next to the comma"),
        (["edit", "-v"], "see `timeline edit --help`"),
    ],
)
def test_what_is_not_understood_says_what_to_type(arguments: list[str], words: str, timeline: Run) -> None:
    result = timeline(*arguments)
    assert (result.code, result.out) == (2, "")
    assert words in result.err


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("march", "write 2025-03 or 2026-03"),
        ("nov", "write 2024-11 or 2025-11"),
        ("q3", "write 2024-Q3 or 2025-Q3"),
        ("H2", "write 2024-H2 or 2025-H2"),
        ("tuesday", "write last tuesday or next tuesday"),
    ],
)
def test_a_part_of_a_year_without_it_is_told_how_it_is_asked_for(word: str, said: str, timeline: Run) -> None:
    err = timeline("show", word, "--json", "--today", "2025-04-01").err
    assert f"no event has the text {word}\nfor a date, {said}\n" in err


def test_what_only_looks_like_a_comparison_or_an_option_is_text(timeline: Run) -> None:
    assert timeline("show", "a=b", "--json").code == 0
    assert timeline("show", "--company", "-fix", "--json").code == 0


@pytest.mark.parametrize(
    ("question", "count"),
    [("value:89..93 billion", 0), ("value:30 trillion..31 trillion", 1), ("value:300000..", 4), ("value:..150", 2)],
)
def test_amounts_in_a_question(question: str, count: int, timeline: Run) -> None:
    assert len(ids(timeline("show", question, "--json=id"))) == count


def test_a_declared_type_that_no_event_has_gets_no_other_type_as_its_hint(timeline: Run) -> None:
    assert timeline("show", "type:deal", "--json").err.splitlines()[1:] == ["no event has the type deal"]


def test_names_of_mixed_scripts_are_found_by_either(timeline: Run, write: Write) -> None:
    path = write("events:\n- {id: a, date: 2024, title: A, companies: [LG전자, 삼성SDI, Samsung]}\n")
    for name in ("lg", "전자", "sdi", "삼성", "SAM*"):
        assert ids(timeline("-f", path, "show", f"company:{name}", "--json=id")) == ["a"]
    assert ids(timeline("-f", path, "show", "company:sam", "--json=id")) == []


def test_json_lines_read_back(timeline: Run) -> None:
    lines = timeline("show", "--jsonl").out
    assert ids(timeline("-f", "-", "show", "--json", stdin=lines)) == ids(timeline("show", "--json"))


def test_a_group_tells_how_many_it_has_and_titles_sort_without_headings(timeline: Run) -> None:
    assert "Qualcomm (2 of 4)" in timeline("show", "--group-by", "company", "--limit", "2").out
    out = timeline("show", "--sort", "title").out
    assert "2025 ─" not in out
    assert "22 Mar 2025" in out


def test_a_file_name_that_is_not_utf8_is_no_crash(timeline: Run, write: Write) -> None:
    path = write("events:\n- {date: 2024, title: A}\n", "a\udcffb.yaml")
    assert json.loads(timeline("-f", path, "show", "--json=file").out)[0]["file"].endswith("a?b.yaml")
    for form in (["--csv"], ["--csv", "--raw"], ["--jsonl"], []):
        assert timeline("-f", path, "show", *form).code == 0


def test_count_is_the_number_of_events_that_match(timeline: Run) -> None:
    found = timeline("show", "--count", "company:samsung", "2025")
    assert (found.code, found.out) == (
        0,
        f"{len(json.loads(timeline('show', '--json', 'company:samsung', '2025').out))}\n",
    )
    assert "may match" in found.err
    assert timeline("show", "--count", "--json").code == 2
    assert timeline("show", "--count", "--limit", "3").code == 2


def test_before_is_not_until(timeline: Run) -> None:
    for option in ("--before", "--after"):
        assert "which includes the date" in timeline("show", option, "2025").err
