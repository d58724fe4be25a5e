"""`timeline figures`: words, flat rows, charts, and what is refused."""

from __future__ import annotations

import csv
import io
import json
import re
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
    assert (row["revises"], row["revises_event_id"]) == (300000, "target-2025")  # though it was not asked for
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
    assert "before: 300,000" in out
    assert "17%" not in out  # it says the same


def test_a_date_in_a_question_is_of_the_event_and_a_note_has_the_question_for_the_period(
    timeline: Run, write: Write
) -> None:
    path = write(
        "events:\n"
        "- {date: 2025-03, title: A, figures: [{metric: sales, value: 1, period: 2024}]}\n"
        "- {date: 2026-03, title: B, figures: [{metric: sales, value: 2, period: 2025}]}\n"
    )

    def told(*words: str) -> list[str]:
        return timeline("-f", path, "--today", "2026-05-01", "figures", *words).err.splitlines()[1:]

    assert told("sales", "2025") == ["sales period:2025 finds 1"]
    assert told("sales", "last", "year") == ["'sales period:\"last year\"' finds 1"]
    assert told("sales", "since", "2024") == []  # the same
    assert told("sales", "2026") == []
    assert told("sales", "period:2025") == []


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
    assert "+0.1  +81.0%" in shown


def test_converted_is_shown_and_enters_no_sum(timeline: Run) -> None:
    row = rows(timeline, "figures", "--json", "sales in China")[0]
    assert (row["value"], row["unit"]) == (64_900_000_000_000, "KRW")
    assert (row["converted_value"], row["converted_unit"]) == (44_300_000_000, "USD")
    out = timeline("figures", "sales in China").out
    assert "Samsung Electronics · sales in China · ₩ trillion · yearly" in out
    assert " 64.9 " in out
    assert "$44.3bn" in out
    assert "over 50%" in out
    assert "64,900,000,000,000" in timeline("figures", "sales in China", "--exact-numbers").out
    assert "KRW trillion" in timeline("figures", "sales in China", "--ascii").out


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
        (["--chart=pie"], "unknown value for --chart: pie"),
        (["--chart", "bar", "--json"], "use one of them"),
        (["--json=metrik"], "did you mean metric?"),
        (["--json=outcome"], "unknown field: outcome"),
        (["--view", "expected", "--json=revises"], "unknown field: revises"),
        (["--view", "matrics"], "unknown view of figures: matrics"),
        (["--sort", "size"], "unknown value for --sort: size"),
        (["--view", "matrix", "--chart"], "--chart draws series"),
        (["--chart", "--sort", "value"], "--chart draws series"),
        (["--chart", "--csv"], "--chart and --csv"),
        (["--csv", "--json"], "cannot be combined"),
        (["--raw"], "--raw requires --csv"),
        (["--view", "matrix", "--csv", "--json=metric"], "has no fields to choose"),
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
    for options in ([], ["--chart"], ["--chart", "line"], ["--view", "matrix"], ["--csv"]):
        out = timeline("-f", path, "figures", *options).out
        assert "\x1b" not in out
        assert "\u202e" not in out
        assert "[m]" in out
    assert "\x1b" not in timeline("-f", path, "stats", "--by", "company").out


@pytest.mark.parametrize(
    "options",
    [
        [],
        ["--chart"],
        ["--chart", "line"],
        ["--json"],
        ["--view", "matrix"],
        ["--view", "matrix", "--csv"],
        ["--view", "expected"],
        ["--sort", "value"],
    ],
)
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


FIVE = ("-f", "tests/views/five.yaml")


def test_a_question_narrows_the_rows_and_not_what_they_are_compared_with(timeline: Run) -> None:
    """In words, JSON and CSV alike."""
    asked = [*FIVE, "figures", "operating profit", "kind:actual"]
    narrowed = [*asked, "since 2024-08"]

    def in_words(arguments: list[str]) -> list[list[str]]:
        out = timeline(*arguments, "--width", "200").out
        return [re.split(r"\s{2,}", line) for line in out.splitlines() if line[:1] == "Q"]

    def in_csv(arguments: list[str]) -> list[dict[str, str]]:
        return [{**row, "match": ""} for row in csv.DictReader(io.StringIO(timeline(*arguments, "--csv").out))]

    def in_json(arguments: list[str]) -> list[dict[str, object]]:
        return [{**row, "match": ""} for row in rows(timeline, *arguments, "--json")]

    assert in_words(narrowed) == in_words(asked)[-2:]
    assert in_csv(narrowed) == in_csv(asked)[-3:]
    assert in_json(narrowed) == in_json(asked)[-3:]
    assert in_json(narrowed)[0]["before_period"] == "2024-Q2"


def test_the_greatest_first(timeline: Run) -> None:
    asked = [*FIVE, "figures", "revenue", "orchard"]
    values = [row["value"] for row in rows(timeline, *asked, "kind:actual", "--sort", "value", "--json")]
    assert values == sorted(values, reverse=True)  # type: ignore[type-var]
    cells = rows(timeline, *FIVE, "figures", "revenue", "unit:USD", "--view", "matrix", "--sort", "value", "--json")
    companies = list(dict.fromkeys(row["company"] for row in cells))
    assert companies == ["Orchard", "Marketplace", "Acme Motors"]  # by the fourth quarter of 2024
    expected = rows(timeline, *asked, "--view", "expected", "--sort", "value", "--json")
    actual = [row["actual"] for row in expected]
    assert actual == sorted(actual, reverse=True)  # type: ignore[type-var]


def test_a_row_of_expectations_is_shown_when_either_side_answers(timeline: Run) -> None:
    by_expectation = rows(timeline, *FIVE, "figures", "--view", "expected", "--json", "vehicle sales", "kind:target")
    assert [(row["period"], row["outcome"]) for row in by_expectation] == [
        ("2023", "below"),
        ("2024", "met"),
        ("2025", None),
    ]
    by_number = rows(timeline, *FIVE, "figures", "--view", "expected", "--json", "vehicle sales", "kind:actual")
    assert by_number == by_expectation[:2]


def test_the_number_that_is_shown_of_a_period_is_one_that_answers(timeline: Run) -> None:
    out = timeline(*FIVE, "figures", "operating profit", "period:2024-Q4", "kind:preliminary", "--width", "60").out
    assert "Q4 2024   6.5p" in out
    assert "6.4" not in out


def test_weeks_and_years_of_other_months_in_the_matrix(timeline: Run, write: Write) -> None:
    path = write(
        "companies: {Weeks: {fiscal_year_end: 6}}\nevents:\n"
        "- {date: 2024-04-20, title: A, companies: [Weeks],\n"
        "   figures: [{metric: m, value: 1, period: 2023-12-31/2024-03-30}]}\n"
        "- {date: 2024-08-20, title: B, companies: [Weeks], figures: [{metric: m, value: 2, period: FY2024}]}\n"
        "- {date: 2024-08-21, title: C,\n"
        "   figures: [{metric: m, value: 3, period: 2024-03/2024-07}, {metric: m, value: 4}]}\n"
        "- {date: 2024-08-22, title: D, figures: [{metric: m, kind: guidance, value: 5, period: 2024-Q1}]}\n"
    )
    out = timeline("-f", path, "figures", "--view", "matrix")
    assert "Weeks  FY Jun      1\n" in out.out  # weeks that stand for a quarter are of its months
    assert "* 12 months to Jun 2024" in out.out
    assert "2 numbers not placed" in out.out
    assert "1 expectation not shown; see --view expected" in out.out
    assert "not placed" not in out.err  # once
    exported = timeline("-f", path, "figures", "--view", "matrix", "--csv")
    assert "2 numbers not placed" in exported.err
    expected = timeline("-f", path, "figures", "--view", "expected").out
    assert "4 figures not shown: nothing expected to compare with" in expected
    only = timeline("-f", path, "figures", "--view", "matrix", "kind:guidance")
    assert "what is expected is in --view expected" in only.out
    none = timeline("-f", path, "figures", "--view", "expected", "kind:actual", "period:2024-04..")
    assert "no guidance, target or consensus among these figures" in none.out


def test_what_is_not_sure_has_a_sign_and_long_lists_of_revisions_are_cut(timeline: Run, write: Write) -> None:
    told = "".join(
        f"- {{date: 2024-0{n}-01, title: T{n}, figures: [{{metric: m, value: {n}, period: 2023}}]}}\n"
        for n in range(1, 7)
    )
    rumour = "- {date: 2024-08-01, title: R, certainty: rumoured, figures: [{metric: m, value: 9, period: 2023}]}\n"
    path = write("events:\n" + told + rumour)
    out = timeline("-f", path, "figures", "--width", "60").out
    assert "6  …, 3, 4, 5" in out
    in_ascii = timeline("-f", path, "figures", "--width", "60", "--ascii").out
    assert "..., 3, 4, 5" in in_ascii
    assert in_ascii.isascii()
    cancelled = "- {date: 2024-09-01, title: C, status: cancelled, figures: [{metric: m, value: 7, period: 2024}]}\n"
    path = write("events:\n" + rumour + cancelled)
    assert [line.split()[:2] for line in timeline("-f", path, "figures").out.splitlines()[2:4]] == [
        ["2023", "9?"],
        ["2024", "7c"],
    ]
    bars = timeline("-f", path, "figures", "--chart").out
    assert "2023 (rumoured)" in bars
    assert "2024 (cancelled)" in bars


def test_a_line_joins_no_number_that_is_not_firm_and_none_without_a_period(timeline: Run, write: Write) -> None:
    told = "".join(
        f"- {{date: 202{n}, title: T, {more}figures: [{{metric: m, value: {n}, period: 202{n}}}, "
        "{metric: n, value: 1}]}\n"
        for n, more in enumerate(["", "", "certainty: rumoured, ", "status: cancelled, "])
    )
    out = timeline("-f", write("events:\n" + told), "figures", "--chart", "line").out
    assert "? rumoured or cancelled" in out
    line, bars = out.split("\n\n")[:2]
    assert (line.count("?"), line.count("●")) == (3, 2)
    assert "█" in bars


def test_an_expectation_is_compared_with_firm_numbers_only(timeline: Run, write: Write) -> None:
    path = write(
        "events:\n"
        "- {date: 2024-01-01, title: T, figures: [{metric: m, kind: target, value: 5, period: 2024}]}\n"
        "- {date: 2024-02-01, title: T, figures: [{metric: n, kind: target, value: 5, period: 2024}]}\n"
        "- {date: 2025-01-01, title: N, figures: [{metric: m, value: 6, period: 2024}]}\n"
        "- {date: 2025-01-02, title: R, certainty: rumoured, figures: [{metric: m, value: 4, period: 2024},\n"
        "   {metric: n, value: 4, period: 2024}]}\n"
    )
    found = rows(timeline, "-f", path, "figures", "--view", "expected", "--json")
    assert [(row["actual"], row["outcome"], row["difference"]) for row in found] == [(6, "above", 1), (4, None, None)]


def test_words_after_the_number_are_shown_and_not_compared(timeline: Run, write: Write) -> None:
    """Also where nothing was expected before, and where a date has no start."""
    path = write(
        "events:\n"
        "- {date: 2024-05-01, title: N, figures: [{metric: m, value: 5, period: 2024-Q1}]}\n"
        "- {date: 2024-05-02, title: L, figures: [{metric: m, kind: consensus, value: 6, period: 2024-Q1}]}\n"
        "- {date: '[..2024-05-03]', title: B, figures: [{metric: m, kind: target, value: 4, period: 2024-Q1}]}\n"
        "- {date: 2024-05-04, title: O, figures: [{metric: m, kind: guidance, value: over 5, period: 2024-Q2}]}\n"
        "- {date: 2024-08-04, title: O, figures: [{metric: m, value: under 5, period: 2024-Q2}]}\n"
        "- {date: 2024-08-05, title: U, figures: [{metric: m, kind: target, value: 7}]}\n"
    )
    found = rows(timeline, "-f", path, "figures", "--view", "expected", "--json")
    assert [(row["expected_kind"], row["actual"], row["outcome"], row["difference"]) for row in found] == [
        ("target", 5, "above", 1),
        ("consensus", 5, None, None),
        ("guidance", "under 5", "below", None),
        ("target", None, None, None),
    ]
    out = timeline("-f", path, "figures", "--view", "expected").out
    assert "6  reported 2 May 2024, after the number" in out
    assert "no period" in out


def test_a_cell_of_figures_in_csv_of_events_keeps_kind_period_and_company(timeline: Run, write: Write) -> None:
    path = write(
        "events:\n- date: 2024\n  title: A\n  companies: [P, Q]\n  figures:\n"
        "  - {metric: revenue, kind: guidance, value: 5 to 6 billion, unit: USD, period: 2025-Q1}\n"
        "  - {metric: margin, company: Q, value: 7, unit: '%'}\n"
    )
    out = timeline("-f", path, "show", "--csv", "--json=figures").out
    assert list(csv.reader(io.StringIO(out)))[1] == [
        "revenue (guidance, 2025-Q1): 5000000000 to 6000000000 USD; margin (Q, actual): 7%"
    ]
