"""What a file's own style is, and that a new event takes it."""

from __future__ import annotations

from pathlib import Path

import pytest

from timeline_cli.editing.outline import outline
from timeline_cli.editing.render import event_lines
from timeline_cli.editing.source import read_source
from timeline_cli.editing.style import Style, style_of

STYLES = Path(__file__).parent / "styles"
VALUES = {
    "title": "A: b",
    "date": "[2025-03-01, 2025-03-05]",
    "id": "a",
    "people": [{"name": "Ann", "role": "CEO"}, "Bob"],
    "figures": [{"metric": "sales", "value": "about 5", "unit": "%", "converted": {"value": "6", "unit": "$"}}],
    "summary": "one\ntwo",
    "x-own": {"a": ["b"]},
}


def style(name: str) -> Style:
    source = read_source(name, (STYLES / name).read_bytes())
    return style_of(source, outline(name, source))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("01-plain.yaml", {"column": 0, "offset": 2, "nested": 0, "gap": False, "flow": False}),
        ("02-indented.yaml", {"column": 2, "offset": 2, "nested": 2, "gap": True, "block_lists": False}),
        ("08-flow-mappings.yaml", {"flow": True, "gap": False}),
        ("09-quoted-keys.yaml", {"quote": "'", "key_quote": "'"}),
        ("18-newest-first.yaml", {"gap": True}),
        ("20-wide-indent.yaml", {"column": 4, "offset": 4, "nested": 4, "block_lists": True}),
        ("28-ids-and-versions.yaml", {"quote": '"'}),
        ("14-no-events.yaml", {"column": 0, "offset": 2, "nested": 0, "gap": True, "flow": False}),
        ("21-document-marks.yaml", {"gap": True}),
    ],
)
def test_the_style_of_a_file(name: str, expected: dict[str, object]) -> None:
    found = style(name)._asdict()
    assert {key: found[key] for key in expected} == expected


def test_an_event_in_the_usual_style() -> None:
    assert event_lines(VALUES, style("01-plain.yaml")) == [
        "- id: a",
        "  date: [2025-03-01, 2025-03-05]",
        '  title: "A: b"',
        "  people: [{name: Ann, role: CEO}, Bob]",
        "  summary: |-",
        "    one",
        "    two",
        "  figures:",
        '  - {metric: sales, value: about 5, unit: "%", converted: {value: 6, unit: $}}',
        "  x-own: {a: [b]}",
    ]


def test_an_event_in_a_wide_style() -> None:
    assert event_lines(VALUES, style("20-wide-indent.yaml"))[:8] == [
        "    -   id: a",
        "        date: [2025-03-01, 2025-03-05]",
        '        title: "A: b"',
        "        people:",
        "            -   {name: Ann, role: CEO}",
        "            -   Bob",
        "        summary: |-",
        "          one",
    ]


def test_a_long_summary_is_folded_and_a_long_list_broken() -> None:
    long = " ".join(["word"] * 60)
    lines = event_lines({"summary": long, "tags": [f"tag-{number}" for number in range(30)]}, Style())
    assert lines[0] == "- summary: >-"
    assert max(map(len, lines)) <= 110
    assert lines[-1] == "  - tag-29"
