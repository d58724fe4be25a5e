"""What --fix writes, and what it leaves to the one who knows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from timeline_cli.checks.fixes import certain_fixes, fixed, sound_lines
from timeline_cli.hint import Hint
from timeline_cli.reading import file
from timeline_cli.reading.load import load

ROOT = Path(__file__).parent.parent.parent
Run = Callable[..., Any]
Write = Callable[..., str]

HEAD = "- date: 2024\n  title: A\n"

FIXED = [
    ("  compnaies: [B]", "  companies: [B]"),
    ("  company: B", "  companies: B"),
    ("  Summary: B", "  summary: B"),
    ('  "sumary": B', '  "summary": B'),
    ("  tpye: deal", "  type: deal"),
    ("  status: ocurred  # so they say", "  status: occurred  # so they say"),
    ("  status: Occurred", "  status: occurred"),
    ("  summary: ranks #2", '  summary: "ranks #2"'),
    ('  summary: the "best" is #2 now', "  summary: 'the \"best\" is #2 now'"),
    ("  known: 22 March 2025", "  known: 2025-03-22"),
    ("  known: 2024/3/5", "  known: 2024-03-05"),
    ("  figures: [{metric: m, value: 140,000, unit: cars}]", "  figures: [{metric: m, value: 140000, unit: cars}]"),
    ("  figures: {EV sales: 1,234,567 cars, m: 1}", "  figures: {EV sales: 1234567 cars, m: 1}"),
    ("  summary: B: C", '  summary: "B: C"'),
    ('  summary: "Forum" opens', "  summary: '\"Forum\" opens'"),
    ('  summary: "A" and "B"', '  summary: \'"A" and "B"\''),
    ("  summary: [New] plant", '  summary: "[New] plant"'),
    ("  summary: @home", '  summary: "@home"'),
    ("  summary: 삼성: 전자 🚀", '  summary: "삼성: 전자 🚀"'),
    ("  known: &k 22 March 2025", "  known: &k 2025-03-22"),
    ('  "known": "22 March 2025"', '  "known": "2025-03-22"'),
    ("  known: '22 March 2025'", "  known: '2025-03-22'"),
    ("  status: &s  Occurred  # c", "  status: &s  occurred  # c"),
    ("  figures: {sales: 1,000,000,000}", "  figures: {sales: 1000000000}"),
    ("  figures: [{metric: m, value: about 140,000}]", "  figures: [{metric: m, value: about 140000}]"),
    ("  figures: [{metric: m, value: 1,000, unit: t}]", "  figures: [{metric: m, value: 1000, unit: t}]"),
    ("  summary:\u00a0B", "  summary: B"),
    ("  summary\u00a0: B", "  summary: B"),
    ("  sources: [“https://a.b/c”]", "  sources: [https://a.b/c]"),
    ("  summary: ? B", '  summary: "? B"'),
]

LEFT = [
    "  summary: A plant #todo",  # may be a comment
    "  figures: [{metric: m, value: 140, 000}]",  # may be two values
    "  known: 03/04/2025",
    "  known: 2024-02-30",
    "  known: 2024-2025",  # an interval or a choice
    "  cmpns: [B]",
    "  companies: [B]\n  compnaies: [C]",  # the fix would bring the key in twice
    "  summary: B: C # D",
    '  summary: "A" and B"',
    '  summary: "A" ends # B',
    "  summary: *home",  # may be an alias whose anchor is missing
    "  type: deel",  # types are an open list
    "  company: C\n  companies: [B]",
    "  company: C\n  compnaies: [B]",
    '  "status": &s "Occurred"',
    '  status: "Occur\n    red"',
    "  companies: [Samsung\n    Electronicss]",
    "  status: >-\n    Occurred",
    "  known: Sunday 22 March 2025",  # it was a Saturday
    "  known: 22th March 2025",
    "  known: 2008/09",
    "  known: 3/4/2025",
    "  figures: {sales: '1',000}",
    "  figures: [{metric: m, value: 1,000,00}]",
    "  summary: [a, b #2\n    ]",
    "  summary: goes on\n    and ranks #2",
    "  summary: &s B: C",
    "  figures: a[{metric: m, value: 5}]",
    "  figures: [{metric: m, value: 5}]a",
    '  summary: "C:\\Users\\plan"',  # \\U may be an escape that lacks a digit
    "  was: [{id: a, known: 2024}]",
    "\u00a0 summary: B",
]


@pytest.mark.parametrize(("before", "after"), FIXED)
def test_what_is_certain_is_written(before: str, after: str, write: Write, timeline: Run) -> None:
    path = write(HEAD + before + "\n")
    result = timeline("-f", path, "check", "--fix")
    assert Path(path).read_text(encoding="utf-8") == HEAD + after + "\n"
    assert (result.code, result.err.splitlines()[0]) == (0, f"{path}: 1 fixed")
    assert timeline("-f", path, "check", "--strict").code == 0


@pytest.mark.parametrize("text", LEFT)
def test_what_is_not_certain_is_left(text: str, write: Write, timeline: Run) -> None:
    path = write(HEAD + text + "\n")
    timeline("-f", path, "check", "--fix")
    assert Path(path).read_text(encoding="utf-8") == HEAD + text + "\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("evnets:\n- {date: 2024, title: A}\n", "events:\n- {date: 2024, title: A}\n"),
        ("compnaies: {A: {}}\nevents: []\n", "companies: {A: {}}\nevents: []\n"),
        ("companies: {B: {}}\ncompnaies: {A: {}}\nevents: []\n", ""),
        ("companies: {A: {fiscal_year_end: June}}\n", "companies: {A: {fiscal_year_end: 6}}\n"),
        ("companies: {A: {fiscal_year_end: 6/30}}\n", ""),
        # an amount in the form of its place; what belongs under other keys is left
        (
            "- date: 2024\n  title: A\n  figures:\n    m: 94.0 billion, unit: USD\n    n: '₩46.7조'\n    o: 5bn\n",
            "- date: 2024\n  title: A\n  figures:\n    m: 94.0 billion USD\n    n: '46.7 trillion KRW'\n"
            "    o: 5 billion\n",
        ),
        ("- {date: 2024, title: A, figures: [{metric: m, value: ₩46.7조}, {metric: n, value: $5bn}]}\n", ""),
        ("- {date: 2024, title: A, figures: {m: $5bn, n: 5m, o: 5 million (preliminary), p: 1.234 Mio. EUR}}\n", ""),
        ("companies: {A: {parnt: B}, B: {}}\n", "companies: {A: {parent: B}, B: {}}\n"),
        ("companies: {Acme Works: {parent: Acme}}\n", ""),  # its parent is another one
        (
            "- date: 2024\n  title: A\n-\u00a0date: 2025\n  title: B\n",
            "- date: 2024\n  title: A\n- date: 2025\n  title: B\n",
        ),
        (
            "- {date: 2024, title: A}\n\ufeff- {date: 2025, title: B}\n",
            "- {date: 2024, title: A}\n- {date: 2025, title: B}\n",
        ),
        ("- {date: 2024, title: A}\n...\n- {date: 2025, title: B}\n", ""),
        ("- date: 2024\n  title: A\n  figures: {m: 5}\n  company: A\n  people: [B]\n  companes: C\n", ""),
    ],
)
def test_slips_around_the_events(before: str, after: str, write: Write, timeline: Run) -> None:
    path = write(before)
    timeline("-f", path, "check", "--fix")
    assert Path(path).read_text(encoding="utf-8") == (after or before)
    assert "fixable" not in timeline("-f", path, "check").err


def test_names_are_written_as_the_registry_has_them(write: Write, timeline: Run) -> None:
    head = "companies: {Samsung Electronics: {aliases: [삼성]}, 'A: B': {aliases: [AB]}}\nevents:\n"
    path = write(head + "- {date: 2024, title: A, companies: [삼성, {name: AB}]}\n")
    timeline("-f", path, "check", "--select", "W501", "--fix")
    fixed = head + '- {date: 2024, title: A, companies: [Samsung Electronics, {name: "A: B"}]}\n'
    assert Path(path).read_text(encoding="utf-8") == fixed


def test_all_other_bytes_stay(write: Write, timeline: Run) -> None:
    before = "\ufeff# 주석\r\n- date: 2024\r\n  compnaies:  [B]   # c\r\n  title:   A"
    path = write(before.encode())
    timeline("-f", path, "check", "--fix")
    assert Path(path).read_bytes() == before.replace("compnaies", "companies").encode()


def test_a_file_that_is_not_utf8_is_left_with_a_word(write: Write, timeline: Run) -> None:
    data = "- date: 2024\n  titel: A\n".encode("utf-16")
    path = write(data)
    result = timeline("-f", path, "check", "--fix")
    assert Path(path).read_bytes() == data
    assert "it is not UTF-8" in result.err


def test_standard_input_is_left_with_a_word(timeline: Run) -> None:
    result = timeline("-f", "-", "check", "--diff", stdin="- date: 2024\n  titel: A\n")
    assert (result.code, result.out) == (1, "")
    assert "standard input cannot be changed" in result.err


def test_standard_input_is_checked_after_fix_too(write: Write, timeline: Run) -> None:
    """It can be read only once, and --fix checks again what it wrote."""
    path = write(HEAD + "  status: Occurred")
    for files in (["-"], ["-", path]):
        result = timeline("check", "--fix", *files, stdin="- date: 2025-02-30\n  title: A\n")
        assert result.code == 1
        assert "E101" in result.out
    assert "1 fixed" in result.err


def test_a_diff_exits_with_1_if_there_are_errors_without_a_fix(write: Write, timeline: Run) -> None:
    path = write("- date: 2025-02-30\n  title: A\n")
    assert timeline("check", "--diff", path).code == 1
    assert timeline("check", "--diff", "--json", path).code == 2
    missing = timeline("check", "--diff", "missing.yaml")
    assert missing.code == 2
    assert "missing.yaml" in missing.err


def test_what_one_pass_brings_to_light_the_next_one_mends(write: Write, timeline: Run) -> None:
    path = write("- date: 2024\n  title: A: B\n  sumary: C: D\n")
    timeline("-f", path, "check", "--fix")
    assert Path(path).read_text(encoding="utf-8") == '- date: 2024\n  title: "A: B"\n  summary: "C: D"\n'


def test_the_preview_is_what_all_passes_write(write: Write, timeline: Run) -> None:
    path = write("- date: 2024\n  title: A: B\n  sumary: C: D\n")
    preview = timeline("-f", path, "check", "--diff")
    assert [line[1:] for line in preview.out.splitlines() if line[:1] == "+"][1:] == [
        '  title: "A: B"',
        '  summary: "C: D"',
    ]
    written = timeline("-f", path, "check", "--fix")
    count = preview.err.split()[0]
    assert int(count) > 2
    assert f"{count} of {count} would be fixed" in preview.err
    assert f"{count} fixed" in written.err


def test_standard_input_next_to_a_file_is_read_once(write: Write, timeline: Run) -> None:
    path = write("- date: 2024\n  titel: A\n")
    result = timeline("-f", "-", "-f", path, "check", "--fix", stdin="- date: 2024\n  titel: A\n")
    assert "1 broken" in result.out
    assert "-:2:3: error E201" in result.out
    assert Path(path).read_text(encoding="utf-8") == "- date: 2024\n  title: A\n"


def test_what_is_saved_meanwhile_is_read_again(write: Write, timeline: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from timeline_cli.editing import write as writing

    text = "events:\n- date: 22 March 2025\n  title: A\n"
    path, replace_bytes = write(text), writing.replace_bytes

    def save_first(name: str, expected: bytes, new: bytes) -> None:
        monkeypatch.setattr(writing, "replace_bytes", replace_bytes)
        Path(path).write_text(text + "- {date: 2026, title: B}\n")
        replace_bytes(name, expected, new)

    monkeypatch.setattr(writing, "replace_bytes", save_first)
    result = timeline("-f", path, "check", "--fix")
    assert result[0] == 0
    assert "was saved by another program" in result[2]
    assert Path(path).read_text() == text.replace("22 March 2025", "2025-03-22") + "- {date: 2026, title: B}\n"


def test_diff_shows_and_writes_nothing(write: Write, timeline: Run) -> None:
    text = HEAD + "  compnaies: [B]\n"
    path = write(text)
    for options in (["--diff"], ["--fix", "--diff"]):
        result = timeline("-f", path, "check", *options)
        assert (result.code, result.out.splitlines()[-2:]) == (1, ["-  compnaies: [B]", "+  companies: [B]"])
        assert Path(path).read_text(encoding="utf-8") == text
    assert timeline("check", "--diff").code == 0


def test_the_diff_of_a_file_without_a_line_break_at_its_end_says_so(write: Write, timeline: Run) -> None:
    result = timeline("-f", write(HEAD + "  status: Occurred"), "check", "--diff")
    no_newline = "\\ No newline at end of file"
    assert result.out.splitlines()[-4:] == ["-  status: Occurred", no_newline, "+  status: occurred", no_newline]


def test_only_what_is_selected_is_mended(write: Write, timeline: Run) -> None:
    path = write(HEAD + "  compnaies: [B]\n  status: ocurred\n")
    timeline("-f", path, "check", "--fix", "--select", "E203")
    assert Path(path).read_text(encoding="utf-8") == HEAD + "  compnaies: [B]\n  status: occurred\n"


def test_only_what_will_be_written_is_shown_and_counted(write: Write, timeline: Run) -> None:
    text = HEAD + "  company: C\n  companies: [B]\n  status: Occurred\n"
    for result in (timeline("-f", write(text), "check"), timeline("-f", "-", "check", stdin=text)):
        assert "did you mean companies? It already exists: merge the two values" in result.out
    assert "5 +   status: occurred" in timeline("-f", write(text), "check").out
    path = write(text)
    assert f"1 fixable with `timeline -f {path} check --fix`" in timeline("check", path).err
    assert "fixable" not in timeline("-f", "-", "check", stdin=text).err
    assert "fixable" not in timeline("-f", write(text.encode("utf-16")), "check").err


def test_json_stays_json(write: Write, timeline: Run) -> None:
    import json

    path = write('[{"date": "22 March 2025", "titel": "A \\"B\\"", "status": "Occurred"}]\n')
    timeline("-f", path, "check", "--fix")
    expected = [{"date": "2025-03-22", "title": 'A "B"', "status": "occurred"}]
    assert json.loads(Path(path).read_text(encoding="utf-8")) == expected


@pytest.mark.parametrize(
    "text",
    [
        '[{"title": "\\ud83d\\ude80", "date": "22 March 2025"}]\n',  # the parser sees two characters less
        '{"title": "A", "date": "22 March 2025"}\n{"title": "B", "date": "2025"}\n',  # and here one more
    ],
)
def test_nothing_is_written_where_the_parser_sees_other_columns(text: str, write: Write, timeline: Run) -> None:
    path = write(text)
    assert timeline("-f", path, "check", "--fix").code == 1
    assert Path(path).read_text(encoding="utf-8") == text


def test_a_value_of_the_defaults_keeps_its_anchor(write: Write, timeline: Run) -> None:
    path = write("defaults: {certainty: &c Confirmed}\nevents:\n- {date: 2024, title: A}\n- {date: 2025, title: B}\n")
    result = timeline("-f", path, "check", "--fix")
    assert "defaults: {certainty: &c confirmed}" in Path(path).read_text(encoding="utf-8")
    assert result.err.splitlines()[0] == f"{path}: 1 fixed"


def test_what_an_alias_brings_back_is_one_fix(write: Write, timeline: Run) -> None:
    path = write("- &a\n  date: 2024\n  title: A\n  status: Occurred\n- {<<: *a, title: B}\n")
    assert "1 fixable with" in timeline("-f", path, "check").err
    timeline("-f", path, "check", "--fix")
    assert "status: occurred" in Path(path).read_text(encoding="utf-8")


FILES = [*sorted((ROOT / "tests" / "errors").glob("*.yaml")), *sorted((ROOT / "tests/reading/nasty").glob("*.yaml"))]


def _without_words(cls: type[Hint], text: str = "", value: str | None = None, certain: bool = False) -> Hint:
    return tuple.__new__(cls, ("§" if text else "", value, certain))


def test_no_words_of_a_hint_are_read(write: Write, timeline: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is written stays the same when every hint says nothing but §."""
    texts = [HEAD + before + "\n" for before, _ in FIXED] + [HEAD + text + "\n" for text in LEFT]
    paths = [*map(str, FILES), *(write(text, f"{number}.yaml") for number, text in enumerate(texts))]

    def written() -> list[str]:
        return [timeline("-f", path, "check", "--diff", "--select", "ALL").out for path in paths]

    expected = written()
    assert sum(map(bool, expected)) > len(FIXED)
    monkeypatch.setattr(Hint, "__new__", _without_words)
    assert written() == expected


def test_the_json_of_a_problem_has_its_edits(write: Write, timeline: Run) -> None:
    import json

    path = write(HEAD + "  certainty: &c Konfirmed\n  summary: 🚀 ranks #2 # d\n  people: {in: X}\n  city: Y\n")
    found = json.loads(timeline("-f", path, "check", "--json=edits,certain").out)

    def edit(line: int, column: int, end: int, text: str) -> dict[str, object]:
        return {"file": path, "line": line, "column": column, "end_line": line, "end_column": end, "text": text}

    assert found == [
        {"edits": [edit(3, 17, 26, "confirmed")], "certain": True},
        {"edits": [edit(4, 12, 26, '"🚀 ranks #2 # d"')], "certain": True},
        {"edits": [], "certain": None},
        {"edits": [edit(6, 3, 7, "place")], "certain": False},
    ]


def test_the_json_of_a_problem_has_its_fix(write: Write, timeline: Run) -> None:
    import json

    path = write(HEAD + "  compnaies: [B]\n  cmpns: B\n")
    found = json.loads(timeline("-f", path, "check", "--json=fix").out)
    assert found == [
        {"fix": {"file": path, "line": 3, "column": 3, "width": 9, "text": "companies"}},
        {"fix": None},
    ]


@pytest.mark.parametrize(
    "text",
    [
        '{"date": 2025, "title": "x"}\n{"date": 2025, "title": "y"}\nfoo: |\n{"date": 2025, "title": "z"}\n',
        "events:\n- date: date: 2025\n  title: a\n---\nevents:\n- date: 2025\n  title: b\n",
    ],
)
def test_no_fix_costs_an_event_that_could_be_read(text: str, timeline: Run, write: Write) -> None:
    path = write(text)
    before = timeline("-f", path, "show", "--json=title")[1]
    timeline("-f", path, "check", "--fix")
    assert len(timeline("-f", path, "show", "--json=title")[1]) >= len(before)


def test_no_fix_of_a_warning_brings_an_error(timeline: Run, write: Write) -> None:
    text = "companies:\n  Group: {}\n  Acme:\n    parent: Group #2\nevents:\n" + HEAD
    path = write(text)
    timeline("-f", path, "check", "--fix")
    assert Path(path).read_text(encoding="utf-8") == text


def test_the_proof_reads_only_what_a_fix_changes(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    items = [f"- {{date: 2024, title: Event {number}}}\n" for number in range(300)]
    items[7], items[8] = "- {date: 2024, title: Event, staus: occurred}\n", "- {date: 2024-02-30, title: A}\n"
    timeline = load((write("events:\n" + "".join(items)),))
    [fix] = certain_fixes(timeline.diagnostics).values()
    lines: list[int] = []
    read_items = file.read_items
    monkeypatch.setattr(
        file,
        "read_items",
        lambda texts, **others: lines.extend(text.line for text in texts) or read_items(texts, **others),
    )
    changed, written = fixed(Path(timeline.files[0]).read_bytes(), [fix], sound_lines(timeline, timeline.files[0]))
    assert (b" status:" in changed, written) == (True, [fix])
    assert lines == [9, 9]
