"""Laws of checks and fixes on files that somebody's cat walked over."""

from __future__ import annotations

import contextlib
import tempfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from timeline_cli.checks import check
from timeline_cli.checks.fixes import certain_fixes, fixed, sound_lines
from timeline_cli.checks.selection import Selection
from timeline_cli.checks.texts import Texts
from timeline_cli.diagnostics import CODES, Diagnostic, Edit
from timeline_cli.model import Event
from timeline_cli.reading.load import load

TODAY = date(2025, 3, 26).toordinal()
ALL = Selection(frozenset(CODES), frozenset(CODES))

TESTS = Path(__file__).parent.parent
FILES = sorted([*(TESTS / "errors").glob("*.yaml"), *(TESTS / "reading" / "nasty").glob("*.yaml")])

GOOD = """\
companies: {Samsung Electronics: {aliases: [Samsung, 삼성전자]}, Xiaomi: {}}
events:
- id: visit
  date: 2025-03-22
  title: Lee and Amon meet Lei Jun, ranks #2
  companies: [Samsung, {name: Xiaomi, role: host}]
  status: occured
  tags: [ev, over 140,000 cars]
  figures: [{metric: sales, value: 140,000, unit: cars, period: 2024}]
  sources: [{quote: "words", published: 2025-03-24}]
- date: 22 March 2025
  titel: Lee and Amon: they meet Lei Jun
  related: [visti]
  status: scheduled  # timeline: ignore W301
- {date: 2025, title: 행사 🚀, figures: {sales: 5 vehicles}}
"""

Cut = tuple[int, int, str]
CUTS = st.lists(
    st.tuples(
        st.integers(0, len(GOOD)), st.integers(0, 6),
        st.sampled_from(["", "a", "\n", "  ", "- ", ": ", "#", '"', "'", "[", "}", ",", "\t", "é", "\r\n", "\x00"]),
    ),
    max_size=5,
)  # fmt: skip


def walked_over(cuts: list[Cut]) -> str:
    text = GOOD
    for start, size, put in cuts:
        text = text[:start] + put + text[start + size :]
    return text


def test_sound_events_need_no_second_look() -> None:
    item = "- {{id: e{0}, date: 2024-0{0}-01, title: T{0}, {1}}}\n".format
    odd = (
        "date: 1024", "status: scheduled", "status: ongoing", "figures: {m: 3 m EUR}", "tags: [over 140,000 cars]",
        "sources: [{quote: q}]", "sources: [{url: 'https://a.example', published: 2023-01-02}]",
        "sources: [{url: 'https://a.example', published: 2026-01-02}]",
    )  # fmt: skip
    good = "events:\n" + "".join(item(number, "tags: [a]") for number in range(1, 9))
    bad = "events:\n" + "".join(item(number, each) for number, each in enumerate(odd, 1)).replace("2024-01-01, ", "")
    half = good[: good.index("- {id: e5")] + bad[bad.index("- {id: e5") :]
    sound: dict[str, Event] = {}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "events.yaml"
        for text in (good, bad, f"# a line more\n{good}", half, bad.replace("e3", "e9")):
            path.write_text(text)
            timeline = load((str(path),))
            alone = check(timeline, TODAY)
            assert check(timeline, TODAY, sound=sound) == alone
            assert len({each.location.line for each in alone}) == {good: 0, bad: 8, half: 4}.get(text, len(alone))


def told(text: str) -> tuple[list[Diagnostic], Texts]:
    found, texts, _ = told_of(text.encode())
    return found, texts


def told_of(data: bytes) -> tuple[list[Diagnostic], Texts, list[int]]:
    """The problems of a file, its texts, and its sound lines."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "events.yaml"
        path.write_bytes(data)
        timeline = load((str(path),))
        texts = Texts(timeline)
        found = check(timeline, TODAY, ALL, texts)
        for diagnostic in found:
            texts.line(diagnostic.location.file, diagnostic.location.line)
        return found, texts, sound_lines(timeline, str(path))


@example([(62, 6, "\n")])
@example([(70, 2, "\r\n")])
@given(CUTS)
def test_a_problem_stands_in_its_line(cuts: list[Cut]) -> None:
    found, texts = told(walked_over(cuts))
    for one in found:
        line = texts.line(one.location.file, one.location.line) or ""
        assert 1 <= one.location.column <= len(line) + 1
        assert one.code in CODES


def _faults(found: list[Diagnostic], lines: set[int]) -> int:
    """How many faults of YAML stand in these lines."""
    return sum(one.code < "E1" and one.location.line in lines for one in found)


@given(CUTS)
def test_a_fix_brings_no_fault_in_and_changes_its_own_lines_alone(cuts: list[Cut]) -> None:
    text = walked_over(cuts)
    found, _ = told(text)
    fixes = certain_fixes(found)
    data = text.encode()
    changed, written = fixed(data, fixes.values())
    assert bool(written) is (changed != data)
    if written:
        mended = {edit.place.line for fix in fixes for edit in fix.edits}
        again, _ = told(changed.decode())
        # Of what the fields say there may be more, where more of the file can be read than before.
        assert _faults(again, mended) <= _faults(found, mended)
        before, after = (each.splitlines(keepends=True) for each in (data, changed))
        assert len(before) == len(after)
        for number, (old, new) in enumerate(zip(before, after, strict=True), 1):
            assert old == new or number in mended


@given(CUTS)
def test_the_proof_needs_only_the_items_of_fixes_and_those_without_an_event(cuts: list[Cut]) -> None:
    assert_same_proof(walked_over(cuts).encode())


@pytest.mark.parametrize("file", FILES, ids=lambda path: path.name)
def test_the_proof_of_every_example_needs_no_more(file: Path) -> None:
    assert_same_proof(file.read_bytes())


def assert_same_proof(data: bytes) -> None:
    found, _, lines = told_of(data)
    fixes = certain_fixes(found).values()
    with contextlib.suppress(UnicodeDecodeError):
        assert fixed(data, fixes, lines) == fixed(data, fixes)


def test_what_is_certain_is_mended_in_a_pass_or_two() -> None:
    text, counts = GOOD, []
    while counts[-1:] != [0]:
        changed, written = fixed(text.encode(), certain_fixes(told(text)[0]).values())
        counts.append(len(written))
        text = changed.decode()
    # A syntax error hides what else is wrong with its event.
    assert counts == [5, 2, 0]
    assert [one.code for one in told(text)[0] if one.is_error] == []


# What people write for the keys and values of an event; of each row, an event of a generated file has one or none.
WRITTEN = [
    ["2025-03-22", "22 March 2025", "Sunday 22 March 2025", "2024/3/5", "March 2025", "2008/09", "30 February 2024"],
    ["status", "Status", "sttus", "staus"],
    ["occurred", "Ocurred", "occured", "done", "null"],
    ["companies", "company", "compnaies", "Companies"],
    ["Samsung Electronics", "Samsung", "삼성전자", "samsung", "Samsng Electronics", "A: B"],
    ["certainty", "Certainty", "confidence", "x-certainty"],
    ["confirmed", "Konfirmed", "CONFIRMED", "rumored"],
    ["140000", "140,000", "1,234,567", "1,000,000", "about 2,000", "1,50", "7"],
]
ROW = st.tuples(*map(st.sampled_from, WRITTEN))
STYLES = ["{}", "{}", '"{}"', "'{}'", "&a{n} {}", '&a{n} "{}"']
DRAWN = st.lists(
    st.tuples(
        ROW, st.sampled_from(["block", "flow", "json"]), st.lists(st.sampled_from(STYLES), min_size=8, max_size=8)
    ),
    min_size=1,
    max_size=5,
)


def written_event(row: tuple[str, ...], layout: str, styles: list[str], number: int) -> str:
    """An event with these keys and values, each in a style of its own."""
    date, status_key, status, company_key, company, certainty_key, certainty, amount = row

    def styled(at: int, text: str) -> str:
        if layout == "json" or ": " in text:
            return f'"{text}"'
        return styles[at].format(text, n=f"{number}-{at}")

    figure = f"{{metric: m, value: {amount}, unit: cars}}"
    pairs = [
        ("date", styled(0, date)),
        ("title", styled(1, f"Event {number}")),
        (status_key, styled(2, status)),
        (company_key, f"[{styled(3, company)}]"),
        (certainty_key, styled(4, certainty)),
        ("figures", f"[{figure}]"),
    ]
    if layout == "block":
        return "- " + "\n  ".join(f"{key}: {value}" for key, value in pairs) + "  # c\n"
    marks = '"' if layout == "json" else ""
    return "- {" + ", ".join(f"{marks}{key}{marks}: {value}" for key, value in pairs) + "}\n"


@given(DRAWN)
@settings(max_examples=settings().max_examples // 2)
def test_what_is_counted_is_written_and_nothing_else(drawn: list[tuple[tuple[str, ...], str, list[str]]]) -> None:
    text = "companies: {Samsung Electronics: {aliases: [Samsung, 삼성전자]}}\nevents:\n"
    text += "".join(written_event(row, layout, styles, number) for number, (row, layout, styles) in enumerate(drawn))
    for _ in range(4):
        found, _texts = told(text)
        fixes = certain_fixes(found)
        changed, written = fixed(text.encode(), fixes.values())
        assert len(written) == len(fixes)
        assert changed.decode() == with_edits(text, [edit for fix in fixes for edit in fix.edits])
        assert_same_proof(text.encode())
        again, _texts = told(changed.decode())
        # A key that is read now may have a value that is told of.
        assert {one.code for one in again if one.is_error} <= {one.code for one in found} | {"E203"}
        assert sum(one.is_error for one in again) <= sum(one.is_error for one in found)
        if not written:
            break
        text = changed.decode()
    assert written == []


def with_edits(text: str, edits: list[Edit]) -> str:
    lines = text.split("\n")
    for (_, line, column, width), put in sorted(edits, reverse=True):
        old = lines[line - 1]
        lines[line - 1] = old[: column - 1] + put + old[column - 1 + width :]
    return "\n".join(lines)
