"""The law that the loader never raises, whatever the bytes; and that what it takes can be shown and checked."""

from __future__ import annotations

import io
import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from timeline_cli.checks import check
from timeline_cli.console import Screen
from timeline_cli.exports.json import array
from timeline_cli.model import Timeline
from timeline_cli.query.question import Question, read_period_on
from timeline_cli.query.select import select
from timeline_cli.reading.load import load
from timeline_cli.views import table
from timeline_cli.views import timeline as rail

TODAY = date(2025, 3, 24)
MANY = settings(max_examples=3 * settings().max_examples, derandomize=True)

GOOD = """\
companies:
  Samsung Group: {aliases: [삼성]}
  Samsung Electronics: {aliases: [Samsung, 삼성전자], parent: Samsung Group, fiscal_year_end: 12}
people:
  Lee Jae-yong: {aliases: [Jay Y. Lee, 이재용], company: Samsung Electronics, role: Chairman}
places:
  Beijing: {in: China, tz: Asia/Shanghai, aliases: [北京]}
types:
  takeover-bid: {parent: deal, symbol: "▣", colour: yellow}
sources:
  herald: {publisher: Herald Corp., title: A title, url: https://example.com/a, published: 2025-03-24}
defaults: {source: herald}
x-note: &note {x-desk: asia}
events:
- id: xiaomi-factory-visit
  date: 2025-03-22T10:00
  type: factory-visit
  title: "Lee Jae-yong meets Lei Jun \\u2014 at 10"
  companies: [Samsung, {name: Xiaomi, role: host}]
  people: [{name: 이재용, role: visitor}, Lei Jun]
  place: Beijing
  tags: [ev, automotive]
  status: occurred
  certainty: reported
  summary: |
    Two lines
    of text
  figures:
  - {metric: EV target, company: Xiaomi, kind: target, value: 350000, previous: 300000, unit: vehicles, period: 2025}
  - {metric: sales, value: about 89 to 93 billion, unit: USD, period: FY2025-Q2, converted: {value: 44.3, unit: EUR}}
  sources: [{ref: herald, quote: "On Saturday"}, https://example.com/a]
  known: 2025-03-24
  was:
  - {date: 2025-04, certainty: rumoured, known: 2025-02-11}
- <<: *note
  date: [..2025-03-24]
  title: By then
  related: xiaomi-factory-visit
- {date: 2006/.., title: Since, part_of: xiaomi-factory-visit, figures: {EV sales: 140000 vehicles}}
- {date: FY2025-H1, title: A half, companies: Samsung, supersedes: [xiaomi-factory-visit]}
""".encode()

TOKENS = [
    token.encode()
    for token in (
        *("- ", ": ", "? ", "<<: ", "*note", "&a ", "*a", "[", "]", "{", "}", ",", '"', "'", "|\n", ">\n", "#", " #x"),
        *("\t", "\n", "\r", "\x00", "\x1b", "\x7f", "\x85", "\u2028", "\ufeff", "🚀", "---\n", "...\n", "%YAML 1.1\n"),
        *("!!str ", "!x ", "~", "null", "''", "[]", "{}", "..", "/..", "[2025..]", "2025", "FY2025", "2025-02-30"),
        *("9999-12-31T23:59", "0001-01-01T00:00", "2025-W53", "20XX", "events:\n", "companies:\n", "defaults:\n"),
        *("was: [{date: ~, known: 2024}]\n  ", "low: 5", "qualifier: over", "about 5 to 9", "fiscal_of: Xiaomi\n  "),
        *("\\x9b", "\\ud800", "<<<<<<< HEAD\n", "=======\n", "id: x\n  ", "include: .\n", "9" * 60, "  "),
    )
] + [b"\xff", b"\xed\xa0\x80", b"\xc3"]


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("fuzz") / "events.yaml"


def loaded(file: Path, data: bytes) -> Timeline:
    file.write_bytes(data)
    return load((str(file),))


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    """A slice of the good file, with a few tokens put in, bytes taken out and lines swapped."""
    start = draw(st.integers(0, len(GOOD))) if draw(st.booleans()) else 0
    data = GOOD[start : draw(st.integers(start, len(GOOD)))] if draw(st.booleans()) else GOOD[start:]
    for _ in range(draw(st.integers(0, 5))):
        place = draw(st.integers(0, len(data)))
        until = place + draw(st.sampled_from([0, 0, 1, 5, 40]))
        token = draw(st.sampled_from([b"", *TOKENS]) | st.binary(max_size=4))
        data = data[:place] + token + data[until:]
    if draw(st.booleans()):
        lines = data.split(b"\n")
        one, other = draw(st.integers(0, len(lines) - 1)), draw(st.integers(0, len(lines) - 1))
        lines[one], lines[other] = lines[other], lines[one]
        data = b"\n".join(lines)
    return data


def test_the_good_file_is_good(file: Path) -> None:
    timeline = loaded(file, GOOD)
    assert len(timeline.events) == 4
    assert not [d for d in check(timeline) if d.is_error]


@MANY
@given(data=st.binary(max_size=400))
@example(data=b"\xff\xfe")
@example(data=b"\xfe\xff\xd8\x00")
@example(data=b"\xff\xfe\x00\x00a\x00\x00\x00")
@example(data=b"include: .")
def test_the_loader_never_raises_on_any_bytes(data: bytes, file: Path) -> None:
    check(loaded(file, data))


@MANY
@given(data=mutated())
@example(data=b"companies: {A: {fiscal_year_end: 012" + b"0" * 5000 + b"}}")
@example(data=b"x-a0: &a0 [x]\n" + b"".join(b"x-a%d: &a%d [*a%d]\n" % (n, n, n - 1) for n in range(1, 1200))
         + b"events: [{date: 2024, title: A, x-deep: *a1199}]")  # fmt: skip
def test_the_loader_never_raises_on_a_mutated_file(data: bytes, file: Path) -> None:
    timeline = loaded(file, data)
    check(timeline)
    assert not (timeline.broken or timeline.unread) or any(d.is_error for d in timeline.diagnostics)


@MANY
@given(data=mutated())
@example(data=b"events: [{date: [2025..], title: A}]")
@example(data=b"events: [{date: 2024, title: A, was: [{date: ~, known: 2023}]}]")
def test_what_was_taken_can_be_shown(data: bytes, file: Path) -> None:
    answer = select(loaded(file, data), Question(TODAY.toordinal(), read_period_on(TODAY)))
    text = "".join(array(answer.entries, None))
    assert len(json.loads(text)) == len(answer.entries)
    for view in (rail, table):
        out = io.StringIO()
        Screen(out, 60, False, False).write(view.lines(answer, Screen(out, 60, False, False)))
        assert all(char == "\n" or char.isprintable() for char in out.getvalue())
