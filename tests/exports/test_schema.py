"""The JSON Schema takes what reading takes, flags what it flags as far as a schema can, and offers the file's names."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from timeline_cli.checks.explained import explanations
from timeline_cli.dates.event_date import parse_date
from timeline_cli.dates.faults import DateFault
from timeline_cli.dates.fiscal import FiscalYear
from timeline_cli.dates.points import Setting
from timeline_cli.exports import schema as module
from timeline_cli.fields.parts import FIGURE_KEYS, SOURCE_KEYS
from timeline_cli.fields.table import FIELDS
from timeline_cli.model import LINKS
from timeline_cli.reading.parser_input import TOP_KEYS
from timeline_cli.reading.registries import ENTRY_KEYS

ROOT = Path(__file__).parent.parent.parent
FEATURES = ROOT / "tests" / "dates" / "edtf-loc-features.tsv"

Run = Callable[..., Any]
Write = Callable[..., str]


class EditorLoader(yaml.SafeLoader):
    """YAML as an editor's language server reads it: numbers are numbers, dates are text."""


EditorLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(("timestamp", "bool"))]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def faults(text: str, schema: Any) -> list[str]:
    Draft202012Validator.check_schema(schema)
    data = yaml.load(text, EditorLoader)
    return [error.message for error in Draft202012Validator(schema).iter_errors(data)]


@pytest.fixture
def schema(timeline: Run) -> Any:
    return json.loads(timeline("schema").out)


def test_the_example_is_valid(schema: Any) -> None:
    assert faults((ROOT / "events.yaml").read_text(encoding="utf-8"), schema) == []


def test_our_own_json_is_valid(schema: Any, timeline: Run) -> None:
    assert faults(timeline("show", "--json").out, schema) == []


@pytest.mark.parametrize("code", [code for code, one in explanations().items() if one.right])
def test_every_right_example_is_valid(code: str, schema: Any) -> None:
    assert faults(explanations()[code].right, schema) == []


@pytest.mark.parametrize("code", ["E012", "E102", "E105", "E106", "E201", "E202", "E203", "E207"])
def test_what_a_schema_can_tell_is_flagged(code: str, schema: Any) -> None:
    assert faults(explanations()[code].wrong, schema)


@pytest.mark.parametrize(
    "text",
    [
        "event: []",
        "events: {first: {date: 2024, title: A}}",
        "companies: {A: {alias: B}}",
        "people: {A: {aliases: B, company: C, age: 5}}",
        "defaults: {title: A}",
        "events: [{date: 2024, title: A, figures: [{metric: m, value: 1, units: x}]}]",
        "events: [{date: 2024, title: A, sources: [{refs: x}]}]",
        "events: [{date: 2024, title: A, companies: [{name: A, rôle: b}]}]",
        "types: {a: {colour: pink}}",
    ],
)
def test_a_bad_key_is_flagged_wherever_it_stands(text: str, schema: Any) -> None:
    assert faults(text, schema)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "companies: [A, 360, NO]\nevents:\n- {date: 2024, title: 3, companies: 360, x-a: {b: [c]}}",
        "events: [{date: [..2025], title: A}, {date: [2024, 2025-03], title: B}, {date: 2006/.., title: C}]",
        "events: [{date: 2024, title: A, figures: {EV sales: 140000 cars}, sources: https://a.b, tags: a}]",
        "x-own: 1\ndefaults: {source: a, status: occurred}\ninclude: more/*.yaml\nevents:",
        "events: [{date: 2024, title: A, companies: , people: , figures: , sources: , was: , type: , known: }]",
    ],
)
def test_what_reading_takes_is_valid(text: str, schema: Any, write: Write, timeline: Run) -> None:
    assert faults(text, schema) == []
    if text:
        found = json.loads(timeline("-f", write(text), "check", "--select", "E", "--json").out)
        assert [one for one in found if one["code"] not in ("E013", "E302")] == []


def _texts() -> Iterator[str]:
    for line in FEATURES.read_text(encoding="utf-8").splitlines():
        yield from line.split("\t")


def takes(text: str) -> bool:
    try:
        parse_date(text, Setting(FiscalYear(12), "Asia/Seoul"))
    except DateFault:
        return False
    return True


def agrees(text: str) -> None:
    is_valid = not list(Draft202012Validator({"type": "string", "pattern": module.DATE_PATTERN}).iter_errors(text))
    assert is_valid or not takes(text), f"{text} is a date, and flagged"


@pytest.mark.parametrize("text", sorted(set(_texts())))
def test_the_pattern_of_dates_takes_every_date(text: str) -> None:
    agrees(text)


PIECES = ["2025", "-03", "-22", "-Q1", "-H2", "-W12", "FY2025", "201X", "20XX", "-XX", "T09:30", "Z", "+08:00", "/",
          "..", "[", "]", ", ", "?", "~", "%", " "]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=8).map("".join))
def test_the_pattern_of_dates_takes_what_parsing_takes(text: str) -> None:
    agrees(text)


def test_a_year_that_is_no_date_is_flagged(schema: Any) -> None:
    for date in ("22 March 2025", "spring 2025", "03/04/2025", "0", "20255", "today", "[a..b]", "[]"):
        assert faults(f"events: [{{date: {date}, title: A}}]", schema), date


def test_names_are_offered_the_most_frequent_first(schema: Any) -> None:
    offered = {name: shape["anyOf"][0]["enum"] for name, shape in schema["$defs"].items() if "enum" in str(shape)[:30]}
    assert offered["company"][:2] == ["Samsung Electronics", "Xiaomi"]
    assert {"Baidu", "Samsung Group"} <= set(offered["company"])
    assert "Lei Jun" in offered["person"]
    assert {"deal", "factory-visit"} <= set(offered["type"])
    assert "automotive" in offered["tag"]
    assert "xiaomi-factory-visit" in offered["id"]
    assert offered["source-key"] == ["herald-2025-03-24"]


def test_links_are_offered_every_id_the_written_ones_first(write: Write, timeline: Run) -> None:
    path = write("- {date: 2023, title: First}\n- {date: 2024, title: Second, id: b}\n")
    found = json.loads(timeline("-f", path, "schema").out)
    assert found["$defs"]["id"]["anyOf"][0]["enum"] == ["b", "2023-first"]
    for kind in LINKS:
        assert {"$ref": "#/$defs/id"} in found["$defs"]["event"]["properties"][kind]["anyOf"]


def test_every_key_of_the_tables_is_there(schema: Any) -> None:
    definitions = schema["$defs"]
    assert list(schema["properties"]) == list(TOP_KEYS)
    assert list(definitions["event"]["properties"]) == [field.key for field in FIELDS if field.is_decoded]
    assert all(len(shape) > 1 for shape in definitions["event"]["properties"].values())
    assert list(definitions["figure"]["properties"]) == list(FIGURE_KEYS)
    assert list(definitions["source"]["properties"]) == list(SOURCE_KEYS)
    for name, keys in ENTRY_KEYS.items():
        assert list(definitions[f"{name}-entry"]["properties"]) == list(keys)


def test_very_many_names_are_cut_with_a_word(write: Write, timeline: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_NAMES", 3)
    path = write("events:\n- {date: 2024, title: A, tags: [a, b, c, d]}\n- {date: 2025, title: B, tags: [d]}\n")
    tag = json.loads(timeline("-f", path, "schema").out)["$defs"]["tag"]["anyOf"][0]
    assert tag == {"enum": ["d", "a", "b"], "$comment": "the 3 most frequent of 4"}


# --write


def test_write_puts_it_beside_the_file_and_names_it(write: Write, timeline: Run) -> None:
    text = "\ufeff# 주석\r\nevents:\r\n- {date: 2024, title: A}\r\n"
    path = Path(write(text))
    result = timeline("-f", str(path), "schema", "--write")
    assert (result.code, result.out) == (0, "")
    line = "# yaml-language-server: $schema=timeline.schema.json\r\n"
    assert path.read_bytes().decode() == "\ufeff" + line + text[1:]
    assert json.loads((path.parent / "timeline.schema.json").read_text(encoding="utf-8"))["$schema"] == module.DIALECT
    assert timeline("-f", str(path), "check").code == 0


def test_writing_again_changes_the_schema_alone(write: Write, timeline: Run) -> None:
    path = Path(write("events:\n- {date: 2024, title: A}\n"))
    timeline("-f", str(path), "schema", "--write")
    path.write_text(path.read_text(encoding="utf-8") + "- {date: 2025, title: B, tags: [new]}\n", encoding="utf-8")
    before = path.read_bytes()
    assert timeline("-f", str(path), "schema", "--write").code == 0
    assert path.read_bytes() == before
    assert '"new"' in (path.parent / "timeline.schema.json").read_text(encoding="utf-8")


def test_a_schema_of_somebody_else_is_not_overwritten(write: Write, timeline: Run) -> None:
    path = write("events: []\n")
    other = Path(write("{}", "timeline.schema.json"))
    result = timeline("-f", path, "schema", "--write")
    assert (result.code, other.read_text(encoding="utf-8")) == (2, "{}")
    assert Path(path).read_text(encoding="utf-8") == "events: []\n"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
@pytest.mark.parametrize("kind", ["pipe", "folder", "dangling link"])
def test_what_is_no_schema_is_neither_waited_for_nor_followed(
    kind: str, tmp_path: Path, write: Write, timeline: Run
) -> None:
    path, target = write("events: []\n"), tmp_path / "timeline.schema.json"
    if kind == "pipe":
        os.mkfifo(target)
    elif kind == "folder":
        target.mkdir()
    else:
        target.symlink_to(tmp_path / "elsewhere")
    assert timeline("-f", path, "schema", "--write")[0] == 2
    assert not (tmp_path / "elsewhere").exists()
    assert Path(path).read_text() == "events: []\n"


def test_a_line_that_names_another_schema_stays(write: Write, timeline: Run) -> None:
    text = "# yaml-language-server: $schema=https://example.com/a.json\nevents: []\n"
    path = write(text)
    result = timeline("-f", path, "schema", "--write")
    assert Path(path).read_text(encoding="utf-8") == text
    assert "names another schema" in result.err


def test_files_of_a_folder_share_one_schema(tmp_path: Path, write: Write, timeline: Run) -> None:
    write("events: [{date: 2024, title: A}]\n", "a.yaml")
    below = Path(write("events: [{date: 2025, title: B}]\n", os.path.join("more", "b.yaml")))  # noqa: PTH118
    timeline("-f", str(tmp_path), "schema", "--write")
    assert below.read_text(encoding="utf-8").startswith(
        "# yaml-language-server: $schema=../timeline.schema.json\nevents:"
    )


def test_standard_input_has_no_place_beside_it(timeline: Run) -> None:
    assert timeline("-f", "-", "schema", "--write", stdin="events: []\n").code == 2
