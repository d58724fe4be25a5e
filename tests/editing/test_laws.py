"""Laws of editing: any text comes back as it is, any file keeps its bytes, and formatting twice is formatting once."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from timeline_cli.editing.add import BadDraft, plan
from timeline_cli.editing.layout import formatted
from timeline_cli.editing.outline import outline
from timeline_cli.editing.proof import Reading, says
from timeline_cli.editing.render import event_lines, flow_item
from timeline_cli.editing.source import Source, comments, read_source
from timeline_cli.editing.style import Style
from timeline_cli.editing.window import Keys, sort_keys
from timeline_cli.errors import NotWritten
from timeline_cli.fields.table import bare, to_json
from timeline_cli.model import Timeline
from timeline_cli.reading.load import load
from timeline_cli.scalars import key, scalar

MANY = settings(max_examples=3 * settings().max_examples)

# What YAML could trip over, and then any text at all.
tricky = st.text(st.sampled_from("ab :#-?!&*|>'\"%@`{}[],\\\n\t~=<.0é삼🚗\u2028\x85\u200d\xa0\r\x1b\x7f"), max_size=12)
LOOKS_TYPED = (
    "null", "~", "Null", "NO", "yes", "off", "True", "1.10", "5", "-5", "+1", "0x1F", "0b1", "0o17", "017", "1_000",
    "1,000", "1e3", "1.e3", "6.5E-7", ".5", "-.5e1", "-_1", "+12", ".inf", "-.INF", ".nan", "12:30", "190:20:30.15",
    "<<", "=", "2025-03-22", "2025-3-2", "2001-12-14t21:59:43.10-05:00", "2001-12-14 21:59:43.10 -5", "0050",
    "685.230_15e+03", ".", "-.",
)  # fmt: skip
OTHERS = ("---", "...", "- a", "? b", "", "a\tb", "%a", "a:", "a: b", "a #b", "[", "!a", "`", "-", "a?b")
words = st.sampled_from([*LOOKS_TYPED, *OTHERS])
numbers = st.from_regex(r"\A[-+]?[0-9._:xobe+-]{1,8}\Z")
anything = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
# A BOM inside a file, and the characters that hide line breaks from the parser, are refused by the reader itself.
texts = (tricky | words | numbers | anything).filter(lambda text: not set(text) & set("\ufeff\ufdd0\ufdd1\u05ff"))
values = st.recursive(
    texts | st.none(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=8,
)
styles = st.builds(
    Style, column=st.sampled_from([0, 2, 4]), offset=st.sampled_from([2, 4]), nested=st.sampled_from([0, 2]),
    flow=st.booleans(), block_lists=st.booleans(), quote=st.sampled_from(["'", '"']),
    key_quote=st.sampled_from(["", "'", '"']),
)  # fmt: skip


def read(text: str) -> list[Any]:
    reading = Reading("a test", Source(text, b"", "utf-8", "\n"))
    found = [part.value for part in reading.parts()]
    assert reading.problems.found == []
    return found


@MANY
@given(texts, st.sampled_from(["'", '"']))
@example("a: b", '"')
@example("\u2028", '"')
def test_a_scalar_comes_back_as_the_same_text(text: str, quote: str) -> None:
    [block] = read(f"- x-a: {scalar(text, False, quote)}\n")
    [flow] = read(f"- {{x-a: {scalar(text, True, quote)}, x-b: [{scalar(text, True, quote)}]}}\n")
    assert says(block, {"x-a": text})
    assert says(flow, {"x-a": text, "x-b": [text]})


@MANY
@given(texts)
def test_a_key_comes_back_as_the_same_text(text: str) -> None:
    [block] = read(f"- {key(text)}: a\n")
    [flow] = read(f"- {{{key(text, True)}: a}}\n")
    assert says(block, {text: "a"})
    assert says(flow, {text: "a"})


@MANY
@given(st.dictionaries(texts, values, min_size=1, max_size=4), styles)
def test_an_event_comes_back_as_it_was_meant_in_every_style(meant: dict[str, Any], style: Style) -> None:
    [block] = read("\n".join([*event_lines(meant, style), ""]))
    assert says(block, meant)
    [flow] = read(f"[\n{flow_item(meant, style, as_json=False)}\n]\n")
    assert says(flow, meant)


@pytest.mark.parametrize(
    "text", ["plain", "a:b", "a#b", "No one", "1.10.2", "it's", 'say "x"', "a, b", "(x) [y]", "y?"]
)
def test_nothing_is_quoted_that_need_not_be(text: str) -> None:
    assert scalar(text) == text


@pytest.mark.parametrize("text", [*LOOKS_TYPED, "- ", "a\tb"])
def test_what_some_reader_takes_for_no_text_is_quoted(text: str) -> None:
    assert scalar(text) == key(text) == f'"{text}"'.replace("\t", "\\t")
    assert scalar(text, flow=True, quote="'") in (f"'{text}'", f'"{text}"'.replace("\t", "\\t"))


@pytest.mark.parametrize(
    "text", ["5", "46.7", "-0.5", "1,000", "94.0", "6e9", "2025", "2025-03-22", "2025-03-22T10:00Z", "2025-Q1"]
)
def test_a_date_or_a_number_stays_plain_where_one_is_meant(text: str) -> None:
    assert scalar(text, typed=True) == text


@pytest.mark.parametrize("text", ["017", "0x1F", "1_000", "12:30", ".inf", "yes", "0050", "=", "<<", "null"])
def test_a_value_that_readers_take_for_different_ones_is_quoted_everywhere(text: str) -> None:
    assert scalar(text, typed=True) == f'"{text}"'


def test_which_values_are_dates_and_numbers() -> None:
    meant: Any = {
        "date": "2025", "title": "2025", "tags": ["1.10"],
        "figures": {"5G": "46.7", "yes": {"value": "5", "unit": "5"}}, "x-a": {"date": "2025", "value": "5"},
    }  # fmt: skip
    assert event_lines(meant, Style(block_lists=True)) == [
        "- date: 2025", '  title: "2025"', "  tags:", '  - "1.10"',
        '  figures: {5G: 46.7, "yes": {value: 5, unit: "5"}}', '  x-a: {date: "2025", value: "5"}',
    ]  # fmt: skip
    assert flow_item(meant, Style(), False) == (
        '{date: 2025, title: "2025", tags: ["1.10"], figures: {5G: 46.7, "yes": {value: 5, unit: "5"}}, '
        'x-a: {date: "2025", value: "5"}}'
    )


def other_readers(text: str) -> dict[str, Any]:
    """What PyYAML and ruamel.yaml make of a text, each as it reads without being told otherwise."""
    found = {"PyYAML": yaml.load(text, yaml.SafeLoader), "libyaml": yaml.load(text, yaml.CSafeLoader)}
    return {**found, "YAML 1.2": YAML(typ="safe", pure=True).load(text)}


own = st.dictionaries(texts.map("x-".__add__), values, min_size=1, max_size=3)


@MANY
@given(own, styles)
def test_other_readers_find_the_same_text(meant: dict[str, Any], style: Style) -> None:
    for text in ("\n".join([*event_lines(meant, style), ""]), f"[\n{flow_item(meant, style, as_json=False)}\n]\n"):
        for reader, found in other_readers(text).items():
            assert found == [meant], reader


# Files as people leave them: pieces in any order, with comments and empty lines anywhere between.

PIECES = (
    "- date: {date}\n  title: {title}\n",
    "- id: {title}\n  date: {date}   # said\n  title: '{title}'\n  tags:\n  - a\n  # among\n  - b\n",
    "- {{date: {date}, title: {title}}}\n",
    "- {{date: {date},\n   title: {title},  # inside\n  tags: [a,\n b]}}\n",
    "- title: {title}\n  summary: |\n    # no comment\n\n      deep  \n    end\n  date: {date}\n",
    "- title: {title}\n  date: {date}\n  summary: >-\n    folded\n    text\n\n    more\n",
    "- title: {title}\n  date: {date}\n  summary: |+\n    kept\n\n\n",
    '- title: {title}\n  date: {date}\n  summary: "quoted \\\n    over\n\n    lines"\n',
    "-\n  date: {date}\n  title: {title}\n",
    "- # behind the dash\n  date: {date}\n\n  title: {title}\n",
    "- date: {date}\n  title: {title} goes\n    on\n  figures: {{sales: 5}}\n  # the last word\n",
)
BETWEEN = ("", "", "\n", "\n\n", "# a comment\n", "\n# a section\n\n", "  # deeper\n", "   \n", "# a\n# b\n")
HEADS = ("events:\n", "", "# head\nevents:   # here\n", "companies:\n  Acme: {}\n\nevents:\n\n", "---\nevents:\n")
TAILS = ("", "\n", "# foot\n", "people:\n  Ann: {}\n", "\n\n# foot\n\n\n")

dates = st.sampled_from(["2020", "2021-05", "2021-05-06", "2022/..", "2024-Q1", "[..2025-03]", "2019"])
items = st.tuples(st.sampled_from(PIECES), dates, st.sampled_from(BETWEEN))


@st.composite
def files(draw: st.DrawFn) -> bytes:
    head, tail = draw(st.sampled_from(HEADS)), draw(st.sampled_from(TAILS))
    indent = draw(st.sampled_from([0, 2])) if "events:" in head else 0
    body = ""
    for number, (piece, date, between) in enumerate(draw(st.lists(items, max_size=5))):
        body += between + piece.format(date=date, title=f"title-{number}")
    body = "".join(" " * indent * bool(line.strip()) + line for line in body.splitlines(keepends=True))
    # Below a list without a key, another key is no YAML.
    text = head + body + (tail if head or not tail.startswith("people") else "")
    if draw(st.booleans()) and not text.endswith("\n\n"):
        text = text.removesuffix("\n")
    if draw(st.booleans()):
        text = text.replace("\n", "\r\n")
    return draw(st.sampled_from([b"", b"\xef\xbb\xbf"])) + text.encode()


events = st.fixed_dictionaries(
    {"date": dates | st.sampled_from(["1990", "2040"]), "title": texts.filter(lambda text: text.strip())},
    optional={"summary": texts, "tags": st.lists(texts, min_size=1, max_size=2), "x-own": values},
)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("laws") / "events.yaml"


def said(timeline: Timeline) -> list[dict[str, Any]]:
    found = [to_json(bare(event)) for event in timeline.events]
    return [{key: value for key, value in event.items() if key not in ("file", "line")} for event in found]


def loaded(path: Path, data: bytes) -> Timeline:
    path.write_bytes(data)
    found = load((str(path),))
    assert [diagnostic for diagnostic in found.diagnostics if diagnostic.is_error] == []
    return found


@MANY
@given(files(), events)
def test_what_is_added_can_be_taken_away_again(path: Path, data: bytes, event: dict[str, Any]) -> None:
    before = loaded(path, data)
    try:
        found = plan(str(path), data, before, [event])
    except BadDraft:
        assume(False)
        raise
    start = next((n for n, (one, other) in enumerate(zip(data, found.data, strict=False)) if one != other), len(data))
    assert found.data[:start] + found.data[start + len(found.data) - len(data) :] == data
    after = said(loaded(path, found.data))
    own = [each for each in after if each["id"] == found.added[0].identity]
    assert [each["title"].strip() for each in own] == [event["title"].strip("\n").strip()]
    assert [each for each in after if each not in own] == said(before)


def companions(source: Source) -> dict[str, list[str]]:
    """For each event, by its title, the comments in it, below it, and right above it."""
    found: dict[str, list[str]] = {}
    before = 0
    for item in outline("a test", source).items:
        above = source.text[before : item.start].splitlines()
        own = comments(Source(source.text[item.start : item.end] + "\n", b"", "utf-8", "\n"))
        while above and above[-1].strip().startswith("#"):
            own.insert(0, above.pop().strip())
        title = re.search(r"title-\d+", source.text[item.start : item.end])
        assert title is not None
        found[title[0]], before = own, item.end
    return found


@MANY
@given(files())
def test_formatting_twice_is_formatting_once_and_changes_nothing_that_is_said(path: Path, data: bytes) -> None:
    before = loaded(path, data)
    source = read_source(path.name, data)
    once = formatted(path.name, source, sort_keys(Keys.of(str(path), before), outline(path.name, source).items))
    after = loaded(path, once.data)
    assert said(after) == said(before)
    again = read_source(path.name, once.data)
    twice = formatted(path.name, again, sort_keys(Keys.of(str(path), after), outline(path.name, again).items))
    assert twice.data == once.data
    assert sorted(comments(source)) == sorted(comments(again))
    assert companions(source) == companions(again)


@MANY
@given(files() | st.binary(max_size=60) | tricky.map(str.encode), events)
def test_whatever_the_bytes_an_edit_ends_in_a_file_or_a_refusal(path: Path, data: bytes, event: dict[str, Any]) -> None:
    path.write_bytes(data)
    timeline = load((str(path),))
    for edit in (
        lambda: plan(str(path), data, timeline, [event]),
        lambda: formatted(path.name, read_source(path.name, data), None),
    ):
        try:
            edit()
        except (NotWritten, BadDraft) as refused:
            assert refused.message
