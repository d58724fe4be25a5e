"""`timeline figures`: words, flat rows, charts, and what is refused."""

from __future__ import annotations

import json
from collections.abc import Callable
from decimal import Decimal

import pytest

from timeline_cli.exports.figures import FIGURE_ROW

Run = Callable[..., "tuple[int, str, str]"]
Write = Callable[..., str]
FILE = ("-f", "tests/views/figures.yaml")


def rows(timeline: Run, *arguments: str) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(timeline(*arguments).out, parse_float=Decimal)
    return found


def test_a_flat_row_has_every_key_in_its_order_and_nothing_nested(timeline: Run) -> None:
    found = rows(timeline, *FILE, "figures", "--json")
    assert len(found) == 19
    assert all(tuple(row) == FIGURE_ROW for row in found)
    assert not any(isinstance(value, (dict, list)) for row in found for value in row.values())


def test_a_revision_in_json(timeline: Run) -> None:
    row = rows(timeline, *FILE, "figures", "--json", "vehicles", "or", "(shipment", "2025-03)")[-1]
    assert (row["event_id"], row["date"], row["value"], row["previous"]) == (
        "target-2025-raised",
        "2025-03-20",
        350000,
        300000,
    )
    assert (row["revises"], row["revises_event_id"]) == (None, None)  # it was not asked for
    row = rows(timeline, *FILE, "figures", "--json", "shipment", "company:acme")[-1]
    assert (row["revises"], row["revises_event_id"], row["revision"], row["revision_percent"]) == (
        300000,
        "target-2025",
        50000,
        Decimal("16.67"),
    )
    assert (row["before"], row["before_period"], row["difference"]) == ("over 100000", "2024", None)


def test_what_a_source_gives_as_the_number_before(timeline: Run, write: Write) -> None:
    path = write(
        "events:\n- {date: 2025, title: A, figures: [{metric: m, value: 350000, previous: 300000, change: 17%}]}\n"
    )
    row = rows(timeline, "-f", path, "figures", "--json")[0]
    assert (row["previous"], row["previous_difference"], row["previous_difference_percent"]) == (
        300000,
        50000,
        Decimal("16.67"),
    )
    out = timeline("-f", path, "figures").out
    assert "stated: 300,000 → 350,000" in out
    assert "+50,000, +16.7%" in out
    assert "17%" not in out  # it says the same


def test_numbers_are_exact(timeline: Run, write: Write) -> None:
    path = write(
        "events:\n"
        '- {date: 2024, title: A, figures: [{metric: m, value: "0.1234567890123456789", period: 2023}]}\n'
        '- {date: 2025, title: B, figures: [{metric: m, value: "0.2234567890123456789", period: 2024}]}\n'
    )
    out = timeline("-f", path, "figures", "--json").out
    assert '"value": 0.1234567890123456789' in out
    assert '"difference": 0.1,' in out
    shown = timeline("-f", path, "figures").out
    assert "0.1234567890123456789" in shown
    assert "+0.1, +81.0%" in shown


def test_converted_is_shown_and_enters_no_sum(timeline: Run) -> None:
    row = rows(timeline, "figures", "--json", "sales in China")[0]
    assert (row["value"], row["unit"]) == (64_900_000_000_000, "KRW")
    assert (row["converted_value"], row["converted_unit"]) == (44_300_000_000, "USD")
    out = timeline("figures", "sales in China").out
    assert "₩64.9tn" in out
    assert "$44.3bn" in out
    assert "stated: over 50%" in out
    assert "₩64,900,000,000,000" in timeline("figures", "sales in China", "--exact-numbers").out
    assert "KRW 64.9tn" in timeline("figures", "sales in China", "--ascii").out


def test_the_reading_is_echoed_and_a_metric_that_is_not_there_is_told(timeline: Run) -> None:
    assert "metric shipment and metric target" in timeline("figures", "shipment", "target").err
    none = timeline("figures", "samson")
    assert (none.code, none.out) == (0, "no figures in 25 events\n")
    assert "no event has the metric samson" in none.err
    assert "by its whole name" in none.err
    assert "of 25 events" in timeline("figures", "samsung").out
    assert timeline("figures", "samson", "--json").out == "[]\n"


def test_the_same_filters_as_show(timeline: Run) -> None:
    assert len(rows(timeline, "figures", "--json", "--company", "xiaomi")) == 3
    assert len(rows(timeline, "figures", "--json", "company:小米", "since 2025")) == 2
    assert len(rows(timeline, "figures", "--json", "--tag", "ev", "--until", "2024")) == 3
    assert len(rows(timeline, "figures", "--json", "--tag", "ev", "--until", "2024", "--match", "certainly")) == 1
    assert rows(timeline, "figures", "--json", "--as-of", "2025-03-23") == []


def test_a_chart_is_one_way_or_the_other(timeline: Run) -> None:
    bars = timeline(*FILE, "figures", "margin", "--chart").out
    assert bars == timeline(*FILE, "figures", "--chart", "bar", "margin").out
    assert bars == timeline(*FILE, "figures", "--chart", "margin").out
    assert "█" in bars
    assert "●" in timeline(*FILE, "figures", "margin", "--chart=line").out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--chart=pie"], "--chart pie is not known"),
        (["--chart", "bar", "--json"], "choose one of them"),
        (["--json=metrik"], "did you mean metric?"),
    ],
)
def test_what_is_not_understood(arguments: list[str], message: str, timeline: Run) -> None:
    done = timeline("-f", "no such file.yaml", "figures", *arguments)
    assert (done.code, done.out) == (2, "")
    assert message in done.err


def test_strange_text_reaches_the_terminal_as_data(timeline: Run, write: Write) -> None:
    path = write(
        "events:\n- date: 2024\n  title: \"\\e[31mA\"\n  companies: [\"\\e]0;x\\a[b]\"]\n"
        "  figures:\n  - {metric: \"\\e[2J[m]\", value: 1, unit: \"\\u202ekg\", period: 2024, change: \"\\e[1m\"}\n"
        "  - {metric: \"\\e[2J[m]\", value: 2, unit: \"\\u202ekg\", period: 2025}\n"
    )  # fmt: skip
    for options in ([], ["--chart"], ["--chart", "line"]):
        out = timeline("-f", path, "figures", *options).out
        assert "\x1b" not in out
        assert "\u202e" not in out
        assert "[m]" in out
    assert "\x1b" not in timeline("-f", path, "stats", "--by", "company").out


@pytest.mark.parametrize("options", [[], ["--chart"], ["--chart", "line"], ["--json"]])
def test_numbers_without_measure_are_no_hang(options: list[str], timeline: Run, write: Write) -> None:
    path = write(
        "events:\n"
        + f"- {{date: 2024, title: A, figures: [{{metric: m, value: '{'9' * 60}', period: 2023}}]}}\n"
        + f"- {{date: 2025, title: B, figures: [{{metric: m, value: '0.{'0' * 400}1', period: 2024}}]}}\n"
        + "- {date: /.., title: C, figures: [{metric: n, value: -0}, {metric: n, value: 0, period: /..}]}\n"
        + "- {date: 0001, title: D, figures: [{metric: m, value: under 0, period: 9999}]}\n"
        + "- {date: 2026, title: E, figures: [{metric: o, value: 1.7e308}, {metric: o, value: -1e400}]}\n"
        + "- {date: 2027, title: F, figures: [{metric: o, value: 5e-324, period: 2026, previous: 1e+308}]}\n"
    )
    assert timeline("-f", path, "figures", *options).code == 0
