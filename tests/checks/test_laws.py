"""Laws of checks and fixes on files that somebody's cat walked over."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from timeline_cli.checks import check
from timeline_cli.checks.fixes import certain_fixes, fixed
from timeline_cli.checks.selection import Selection
from timeline_cli.checks.texts import Texts
from timeline_cli.diagnostics import CODES, Diagnostic
from timeline_cli.reading.load import load

TODAY = date(2025, 3, 26).toordinal()
ALL = Selection(frozenset(CODES), frozenset(CODES))

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


def told(text: str) -> tuple[list[Diagnostic], Texts]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "events.yaml"
        path.write_bytes(text.encode())
        timeline = load((str(path),))
        texts = Texts(timeline)
        found = check(timeline, TODAY, ALL, texts)
        for diagnostic in found:
            texts.line(diagnostic.location.file, diagnostic.location.line)
        return found, texts


@given(CUTS)
@settings(deadline=None)
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
@settings(deadline=None)
def test_a_fix_brings_no_fault_in_and_changes_its_own_lines_alone(cuts: list[Cut]) -> None:
    text = walked_over(cuts)
    found, _ = told(text)
    fixes = certain_fixes(found)
    data = text.encode()
    changed, count = fixed(data, fixes.values())
    assert (count > 0) is (changed != data)
    if count:
        mended = {edit.place.line for fix in fixes for edit in fix.edits}
        again, _ = told(changed.decode())
        # Of what the fields say there may be more, where more of the file can be read than before.
        assert _faults(again, mended) <= _faults(found, mended)
        before, after = (each.splitlines(keepends=True) for each in (data, changed))
        assert len(before) == len(after)
        for number, (old, new) in enumerate(zip(before, after, strict=True), 1):
            assert old == new or number in mended


def test_what_is_certain_is_mended_in_a_pass_or_two() -> None:
    text, counts = GOOD, []
    while counts[-1:] != [0]:
        changed, count = fixed(text.encode(), certain_fixes(told(text)[0]).values())
        counts.append(count)
        text = changed.decode()
    # A syntax error hides what else is wrong with its event.
    assert counts == [5, 2, 0]
    assert [one.code for one in told(text)[0] if one.is_error] == []
