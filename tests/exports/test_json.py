"""The JSON of an answer: exact numbers, no risky character in the raw, and readable by JSON and YAML alike."""

from __future__ import annotations

import json
import unicodedata
from decimal import Decimal
from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from timeline_cli.dates.event_date import parse_date
from timeline_cli.errors import UsageFault
from timeline_cli.exports.json import array, array_of, dump, keys_of
from timeline_cli.exports.jsonl import rows
from timeline_cli.fields.table import to_json
from timeline_cli.model import Entry, Event, Role
from timeline_cli.reading.parser_input import readable

DUMPED = [
    (None, "null"),
    (True, "true"),
    (False, "false"),
    (0, "0"),
    (1, "1"),
    (-17, "-17"),
    (10**30, "1" + "0" * 30),
    (Decimal("1.10"), "1.1"),
    (Decimal("64900000000000"), "64900000000000"),
    (Decimal("6.49E+13"), "64900000000000"),
    (Decimal("1E-7"), "0.0000001"),
    (Decimal("0.1"), "0.1"),
    (Decimal("-0.0"), "0"),
    (Decimal("12345678901234567890.123456789"), "12345678901234567890.123456789"),
    ("", '""'),
    ('quote " and \\', '"quote \\" and \\\\"'),
    ("삼성전자 – 中国 👍", '"삼성전자 – 中国 👍"'),
    ("line\nbreak\ttab", '"line\\nbreak\\ttab"'),
    ([], "[]"),
    ((), "[]"),
    ({}, "{}"),
    ([1, "a", None], '[1, "a", null]'),
    ({"a": [True], "b": {}}, '{"a": [true], "b": {}}'),
    ({1: 2}, '{"1": 2}'),
    ({"50%": "%s", "a": None, "%": 1}, '{"50%": "%s", "a": null, "%": 1}'),
]


@pytest.mark.parametrize(("value", "text"), DUMPED)
def test_dump(value: Any, text: str) -> None:
    assert dump(value) == text


@pytest.mark.parametrize("value", [1.5, float("nan"), float("inf"), [0.1], {"a": 1.0}])
def test_a_float_is_refused(value: Any) -> None:
    with pytest.raises(TypeError):
        dump(value)


RISKY = [
    *("\x00", "\x07", "\x1b", "\x7f", "\x80", "\x85", "\x9b", "\x9f", "\xad"),
    *("\u061c", "\u180e", "\u200b", "\u200d", "\u200e", "\u2028", "\u2029", "\u202e"),
    *("\u2060", "\u2066", "\u2069", "\ufeff", "\ufff9", "\uffff", "\ud800", "\udfff"),
]


@pytest.mark.parametrize("char", RISKY, ids=ascii)
def test_a_risky_character_is_escaped(char: str) -> None:
    text = dump({f"x-{char}": f"before{char}after"})
    assert char not in text
    assert text.count("\\") >= 2
    assert json.loads(text) == {f"x-{char}": f"before{char}after"}


def test_a_character_beyond_the_first_plane_stands_raw_since_yaml_reads_no_pair_of_surrogates() -> None:
    assert dump("👍\U00020000") == '"👍\U00020000"'


def test_no_control_or_separator_stands_in_the_raw() -> None:
    text = dump("".join(map(chr, range(0x20000))))
    found = {char for char in text if unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp")}
    assert found == set()


# No surrogates: two that follow each other are one character to a reader of JSON, and no text that was read has any.
STRINGS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
VALUES = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(-(10**30), 10**30),
        st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**20), max_value=10**20),
        STRINGS,
    ),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(STRINGS, inner, max_size=4)),
    max_leaves=12,
)


def read(text: str) -> Any:
    return json.loads(text, parse_float=Decimal, parse_constant=lambda name: pytest.fail(name))


@given(VALUES)
@example({"\x85\u2028\ufeff": ["\x7f", "\u2029"]})
@example(Decimal("1E-30"))
def test_json_reads_back_what_was_dumped_on_one_line(value: Any) -> None:
    text = dump(value)
    assert read(text) == value
    assert len(text.splitlines()) == 1


# YAML's own number forms lose digits, so the numbers here are whole.
YAML_VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-(10**18), 10**18), STRINGS),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(STRINGS, inner, max_size=4)),
    max_leaves=12,
)


@given(YAML_VALUES)
@example({"<<": {"a": "="}, "yes": "NO", "12:30": "~"})
@example(["\x7f\x85\xa0\u2028\ufeff\ufffe", "a: b # c", "\U0001fffe\U000e0041"])
def test_yaml_reads_back_what_was_dumped(value: Any) -> None:
    data, _ = readable(f"[{dump(value)}]".encode())
    assert yaml.load(data, Loader=yaml.CSafeLoader) == [value]


@settings(max_examples=settings().max_examples // 3)
@given(st.lists(VALUES, max_size=4))
def test_an_array_has_a_line_for_each_value(values: list[Any]) -> None:
    text = "".join(array_of(values))
    assert read(text) == values
    assert text.endswith("]\n")
    assert len(text.splitlines()) == (len(values) + 2 if values else 1)


def test_an_empty_array_is_brackets_on_a_line() -> None:
    assert "".join(array([], None)) == "[]\n"


def entry(id: str, date: str, **fields: Any) -> Entry:
    return Entry(Event(id, parse_date(date), f"title of {id}", **fields), "occurred", "certain")


ENTRIES = [entry("a", "2025-03-22"), entry("b", "2006/..", extra=(("x-desk", "asia"),))]


def test_an_array_of_some_fields() -> None:
    asked = ("id", "start", "end", "x-desk")
    assert "".join(array(ENTRIES, asked)) == (
        "[\n"
        '{"id": "a", "start": "2025-03-22", "end": "2025-03-22", "x-desk": null},\n'
        '{"id": "b", "start": "2006-01-01", "end": null, "x-desk": "asia"}\n'
        "]\n"
    )


def test_rows_are_an_object_a_line() -> None:
    lines = "".join(rows(ENTRIES, ("date", "id"))).splitlines()
    assert lines == ['{"date": "2025-03-22", "id": "a"}', '{"date": "2006/..", "id": "b"}']


CONTRACT = """
id date kind precision start start_latest end_earliest end start_edge end_edge start_time end_time
approximate uncertain state match background type title status certainty companies people place tags summary
figures sources part_of follows supersedes related superseded_by known was file line
"""


def test_all_fields_stand_in_the_order_of_the_contract_and_then_the_own_keys() -> None:
    (found,) = map(json.loads, rows(ENTRIES[1:], None))
    assert list(found) == [*CONTRACT.split(), "x-desk"]


# date, kind, precision, start, start_latest, end_earliest, end, start_edge, end_edge
BOUNDS = [
    ("2024-03", "point", "month", "2024-03-01", "2024-03-31", "2024-03-01", "2024-03-31", "known", "known"),
    ("2006/..", "interval", "year", "2006-01-01", "2006-12-31", None, None, "known", "open"),
    ("../2006", "interval", "year", None, None, "2006-01-01", "2006-12-31", "open", "known"),
    ("2006/", "interval", "year", "2006-01-01", "2006-12-31", None, None, "known", "unknown"),
    ("/2006", "interval", "year", None, None, "2006-01-01", "2006-12-31", "unknown", "known"),
    ("/..", "interval", None, None, None, None, None, "unknown", "open"),
    ("[..2006]", "choice", "year", None, "2006-12-31", None, "2006-12-31", "open", "known"),
    ("[2006..]", "choice", "year", "2006-01-01", None, "2006-01-01", None, "known", "open"),
]


@pytest.mark.parametrize("row", BOUNDS, ids=lambda row: row[0])
def test_bounds_are_iso_days_and_null_where_open_or_unknown(row: tuple[str | None, ...]) -> None:
    keys = ("date", "kind", "precision", "start", "start_latest", "end_earliest", "end", "start_edge", "end_edge")
    (found,) = map(json.loads, rows([entry("a", str(row[0]))], keys))
    assert tuple(found.values()) == row


KEYS = [
    ("", None),
    (" , ", None),
    ("id", ("id",)),
    ("id,title", ("id", "title")),
    (" title , id ", ("title", "id")),
    ("id,id,title", ("id", "title")),
    ("id,x-desk", ("id", "x-desk")),
]


@pytest.mark.parametrize(("asked", "keys"), KEYS)
def test_keys_of(asked: str, keys: tuple[str, ...] | None) -> None:
    assert keys_of(asked) == keys


def test_an_unknown_field_is_refused_with_the_nearest_and_all_that_there_are() -> None:
    with pytest.raises(UsageFault) as caught:
        keys_of("id,titel")
    assert caught.value.message == "unknown field: titel"
    assert caught.value.hint.text.startswith("did you mean title?")
    assert "superseded_by" in caught.value.hint.text
    with pytest.raises(UsageFault) as caught:
        keys_of("fiscal_of")
    assert "the fields are id, date" in caught.value.hint.text


def test_the_json_of_an_event_is_that_of_its_fields_whatever_was_written_before() -> None:
    roles = [(), (Role("A", None),), (Role("A", "host"), Role("A", None)), (Role('"B" %s', "100%"),)]
    for number, companies in enumerate([*roles, *roles]):
        event = Event(
            f"e{number}", parse_date("2025"), "50%", type="deal", companies=companies, tags=("%d", "a") * (number % 2),
            place="Xian", extra=(("x-%s", {"a%": "%"}),),
        )  # fmt: skip
        entry = Entry(event, "occurred")
        assert json.loads("".join(array([entry], None)), parse_float=Decimal) == [to_json(entry)]
