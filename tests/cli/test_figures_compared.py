"""Every value, change, place and outcome of the views of figures, against a second reckoning of the same file.

The reckoning here knows nothing of the package: it reads the YAML, and computes with Decimal.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from decimal import ROUND_HALF_EVEN, Decimal
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

Run = Callable[..., "tuple[int, str, str]"]
FILE = "tests/views/five.yaml"
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
SCALES = {"trillion": 12, "billion": 9, "million": 6, "": 0}
CODES = {"KRW": "₩", "USD": "$", "JPY": "¥", "EUR": "€"}
YEAR_ENDS = {"Orchard": 9, "Marketplace": 1, "シンメイ": 3}
NAMES = {"Hanbit": "한빛전자", "Shinmei": "シンメイ"}


class Number(NamedTuple):
    """A figure as it is written: `digits` are its numbers as text, in `scale`."""

    company: str
    metric: str
    unit: str
    kind: str
    qualifier: str
    digits: tuple[str, ...]
    scale: int
    period: str
    start: date
    end: date
    told: str
    change: str

    @property
    def ends(self) -> list[Decimal]:
        return [Decimal(each) * 10**self.scale for each in self.digits]

    @property
    def months(self) -> int:
        return (self.end.year - self.start.year) * 12 + self.end.month - self.start.month + 1

    @property
    def label(self) -> str:
        year, _, part = self.period.partition("-")
        return f"{year} {part}".strip() if year.startswith("FY") else f"{part} {year}".strip()


def bounds(period: str, company: str) -> tuple[date, date]:
    year, _, part = period.partition("-")
    size = {"": 12, "H": 6, "Q": 3}[part[:1]]
    first = (int(part[1:] or 1) - 1) * size
    number = int(year.removeprefix("FY"))
    if year.startswith("FY"):
        end_month = YEAR_ENDS[company]
        first += (number - 1) * 12 + end_month
    else:
        first += number * 12
    last = first + size
    return date(first // 12, first % 12 + 1, 1), date(last // 12, last % 12 + 1, 1) - timedelta(1)


def numbers() -> Iterator[Number]:
    events = yaml.load(Path(FILE).read_text(encoding="utf-8"), yaml.BaseLoader)["events"]
    for event in sorted(events, key=lambda event: event["date"]):
        for figure in event["figures"]:
            company = figure.get("company", event["companies"][0])
            company = NAMES.get(company, company)
            match = re.fullmatch(r"(?:(about|over|under) )?(\S+)(?: to (\S+))?(?: (\w+))?", figure["value"])
            assert match
            yield Number(
                company, figure["metric"], figure.get("unit", ""), figure.get("kind", "actual"), match[1] or "",
                tuple(filter(None, (match[2], match[3]))), SCALES[match[4] or ""], figure["period"],
                *bounds(figure["period"], company), event["date"], figure.get("change", ""),
            )  # fmt: skip


@pytest.fixture(scope="module")
def all_numbers() -> list[Number]:
    return list(numbers())


def rounded(number: Decimal, digits: int) -> Decimal:
    return number.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_EVEN)


def percent(difference: Decimal, base: Decimal, unit: str, after: Decimal) -> Decimal | None:
    return None if unit == "%" or base <= 0 or after <= 0 else difference / base * 100


def change(before: Number | None, after: Number) -> tuple[Decimal, Decimal | None] | None:
    if (
        before is None
        or len(before.digits) + len(after.digits) > 2
        or {before.qualifier, after.qualifier} & {"over", "under"}
    ):
        return None
    difference = after.ends[0] - before.ends[0]
    return difference, percent(difference, before.ends[0], after.unit, after.ends[0])


def scale_of(shown: list[Number]) -> int:
    """By the rule: the largest that is reached; of what is counted only where three decimals are enough."""
    unit = shown[0].unit
    every = [end for number in shown for end in number.ends]
    scale = next((power for power in (12, 9, 6) if any(abs(end) >= 10**power for end in every)), 0)
    if unit not in CODES and any(end / 10**scale * 1000 % 1 for end in every):
        return 0
    return 0 if unit == "%" else scale


def written(number: Number, scale: int) -> str:
    def one(digits: str) -> str:
        if number.scale and not scale:
            return digits + {6: "m", 9: "bn", 12: "tn"}[number.scale]
        if number.scale == scale:
            text = digits
        else:
            text = f"{Decimal(digits) * 10**number.scale / 10**scale:f}"
            text = text.rstrip("0").rstrip(".") if "." in text else text
        whole, dot, rest = text.partition(".")
        return f"{int(whole.lstrip('-') or 0):,}{dot}{rest}"

    sign = "−" if number.digits[0].startswith("-") else ""
    text = sign + " to ".join(map(one, number.digits))
    return " ".join(filter(None, (number.qualifier, text))) + ("p" if number.kind == "preliminary" else "")


def signed(number: Decimal) -> str:
    text = f"{abs(number):,f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return ("+" if number > 0 else "−" if number < 0 else "") + text


def change_words(found: tuple[Decimal, Decimal | None] | None, unit: str, scale: int, about: str = "") -> list[str]:
    if found is None:
        return []
    if unit == "%":
        return [f"{about}{signed(found[0])} pp"]
    words = [about + signed(found[0] / 10**scale)]
    if found[1] is not None:
        share = rounded(found[1], 1)
        words.append(about + ("+" if share > 0 else "−" if share < 0 else "") + f"{abs(share):,}%")
    return words


def unit_words(unit: str, scale: int) -> str:
    word = next(word for word, power in SCALES.items() if power == scale)
    return " ".join(filter(None, (CODES[unit], word) if unit in CODES else (word, unit)))


LENGTHS = {12: "yearly", 6: "half-yearly", 3: "quarterly"}


class Row(NamedTuple):
    number: Number
    was: list[Number]
    before: Number | None
    year_before: Number | None


def series(every: list[Number]) -> dict[tuple[str, str, str, str, int], list[Row]]:
    found: dict[tuple[str, str, str, str, int], dict[date, list[Number]]] = {}
    for number in every:
        kind = "" if number.kind in ("actual", "preliminary") else number.kind
        key = number.company, number.metric, number.unit, kind, number.months
        found.setdefault(key, {}).setdefault(number.start, []).append(number)
    rows: dict[tuple[str, str, str, str, int], list[Row]] = {}
    for key, periods in found.items():
        last: dict[date, Number] = {}
        for start in sorted(periods):
            told = sorted(periods[start], key=lambda number: (number.kind == "actual", number.told))
            months = start.year * 12 + start.month - 1
            before = next((n for n in last.values() if n.end + timedelta(1) == start), None)
            year_before = last.get(date((months - 12) // 12, months % 12 + 1, 1))
            last[start] = told[-1]
            rows.setdefault(key, []).append(Row(told[-1], told[:-1], before, year_before))
    return rows


def blocks(out: str) -> dict[str, list[list[str]]]:
    """The rows of a view below their headings, without the sparkline and without blanks."""
    found: dict[str, list[list[str]]] = {}
    for block in out.split("\n\n"):
        head, *lines = block.splitlines()
        found[re.sub(r"  [▁-█ ]+$", "", head)] = [re.split(r"\s{2,}", line.strip()) for line in lines]
    return found


def test_series_as_words(timeline: Run, all_numbers: list[Number]) -> None:
    shown = blocks(timeline("-f", FILE, "figures", "--width", "200").out)
    found = series(all_numbers)
    for (company, metric, unit, kind, months), rows in found.items():
        scale = scale_of([number for row in rows for number in (row.number, *row.was)])
        head = " · ".join(filter(None, (company, metric, unit_words(unit, scale), kind, LENGTHS[months])))
        lines = shown[head]
        assert len(lines) == len(rows) + 1
        for line, row in zip(lines[1:], rows, strict=True):
            number = row.number
            step = change(row.before, number) if months < 12 else None
            expected = [
                number.label,
                written(number, scale),
                *change_words(step, unit, scale),
                *change_words(change(row.year_before, number), unit, scale),
                *([", ".join(written(each, scale) for each in row.was)] if row.was else []),
                *([number.change.replace("-", "−")] if number.change else []),
            ]
            assert line[: len(expected)] == expected
            year, month, day = number.told.split("-")
            assert line[len(expected)] == f"{int(day)} {MONTHS[int(month) - 1]} {year}"
    assert len(found) + 2 == len(shown)  # and signs, and the footer


def test_series_as_json_and_csv(timeline: Run, all_numbers: list[Number]) -> None:
    rows = json.loads(timeline("-f", FILE, "figures", "--json").out, parse_float=Decimal)
    by_place = {
        (row["company"], row["metric"], row["unit"] or "", row["kind"], row["period"], row["date"]): row for row in rows
    }
    assert len(rows) == len(by_place) == len(all_numbers)
    for (company, metric, unit, kind, _), found in series(all_numbers).items():
        for each in found:
            number = each.number
            row = by_place[company, metric, unit, kind or number.kind, number.period, number.told]
            assert [row["low"], row["high"]] == [
                None if number.qualifier == "under" else number.ends[0],
                None if number.qualifier == "over" else number.ends[-1],
            ]
            assert (row["period_start"], row["period_end"]) == (str(number.start), str(number.end))
            for name, before in (("", each.before), ("year_", each.year_before)):
                change_of = change(before, number) or (None, None)
                assert row[f"{name}difference"] == change_of[0]
                assert row[f"{name}difference_percent"] == (None if change_of[1] is None else rounded(change_of[1], 2))
    table = list(csv.DictReader(io.StringIO(timeline("-f", FILE, "figures", "--csv", "--raw").out)))
    assert len(table) == len(rows)
    for in_csv, in_json in zip(table, rows, strict=True):
        assert list(in_csv) == list(in_json)
        assert {key: value for key, value in in_csv.items() if value} == {
            key: str(value).lower()
            if isinstance(value, bool)
            else f"{value:f}"
            if isinstance(value, Decimal)
            else str(value)
            for key, value in in_json.items()
            if value is not None
        }


def column(number: Number) -> tuple[str, bool]:
    """The period of the calendar that holds the middle day, and whether it has other months."""
    middle = number.start + (number.end - number.start) / 2
    if number.months == 6:  # of an odd number of days: Apr to Sep has its middle on 1 July, Oct to Mar before 1 January
        middle += timedelta(3)
    part = (middle.month - 1) // number.months
    text = str(middle.year) + {12: "", 6: f"-H{part + 1}", 3: f"-Q{part + 1}"}[number.months]
    return text, number.start.month != part * number.months + 1


def test_the_matrix_in_all_its_forms(timeline: Run, all_numbers: list[Number]) -> None:
    cells = {
        (key[0], key[1], key[2], key[4], column(row.number)): row.number
        for key, rows in series(all_numbers).items()
        if not key[3]
        for row in rows
    }
    in_json = json.loads(timeline("-f", FILE, "figures", "--view", "matrix", "--json").out, parse_float=Decimal)
    assert sorted(
        (row["company"], row["metric"], row["unit"] or "", row["column"], row["value"]) for row in in_json
    ) == sorted(
        (company, metric, unit, place[0], number.ends[0]) for (company, metric, unit, _, place), number in cells.items()
    )
    table = list(csv.DictReader(io.StringIO(timeline("-f", FILE, "figures", "--view", "matrix", "--csv").out)))
    in_csv = {
        (row["company"], row["metric"], row["unit"], name): (
            Decimal(value),
            name in row["preliminary"],
            name in row["other_months"],
        )
        for row in table
        for name, value in row.items()
        if name[:2] == "20" and value
    }
    assert in_csv == {
        (company, metric, unit, place[0]): (number.ends[0], number.kind == "preliminary", place[1])
        for (company, metric, unit, _, place), number in cells.items()
    }
    shown = blocks(timeline("-f", FILE, "figures", "--view", "matrix", "--width", "200").out)
    for company, metric, unit, months, _ in cells:
        block = {key: number for key, number in cells.items() if key[1:4] == (metric, unit, months)}
        scale = scale_of(list(block.values()))
        head, *lines = shown[" · ".join(filter(None, (metric, unit_words(unit, scale), LENGTHS[months])))]
        names = sorted({key[4][0] for key in cells if key[3] == months})
        assert head == [f"{name[5:]} {name[2:4]}".strip() if months < 12 else name for name in names]
        own = {key[4]: written(number, scale) + "*" * key[4][1] for key, number in block.items() if key[0] == company}
        line = next(line for line in lines if line[0] == company)
        ends = [f"FY {MONTHS[YEAR_ENDS[company] - 1]}"] if company in YEAR_ENDS else []
        assert line[1:] == [*ends, *(next((t for p, t in own.items() if p[0] == name), "·") for name in names)]


class Outcome(NamedTuple):
    expected: Number
    was: list[Number]
    number: Number | None
    later: list[Number]
    outcome: str | None
    change: tuple[Decimal, Decimal | None] | None


def outcomes(every: list[Number]) -> Iterator[Outcome]:
    groups: dict[tuple[Any, ...], list[Number]] = {}
    for number in every:
        groups.setdefault((number.company, number.metric, number.unit, number.start, number.end), []).append(number)
    for numbers in groups.values():
        came = [n for n in numbers if n.kind in ("preliminary", "actual")]
        came.sort(key=lambda number: (number.kind == "actual", number.told))
        for kind in ("consensus", "guidance", "target"):
            words = [n for n in numbers if n.kind == kind]
            in_time = [n for n in words if not came or n.told <= min(c.told for c in came)]
            later = [n for n in words if n not in in_time]
            if in_time:
                yield outcome(in_time, came[-1] if came else None, later)


def outcome(words: list[Number], came: Number | None, later: list[Number]) -> Outcome:
    expected = words[-1]
    if came is None:
        return Outcome(expected, words[:-1], None, later, None, None)
    value, low, high = came.ends[0], expected.ends[0], expected.ends[-1]
    word, end = "met", None
    if value > high and expected.qualifier != "over":
        word, end = "above", high
    elif value < low and expected.qualifier != "under":
        word, end = "below", low
    elif value == low == high:
        end = low
    about = "about" in (expected.qualifier, came.qualifier)
    difference = None if end is None else (value - end, percent(value - end, end, came.unit, value))
    return Outcome(expected, words[:-1], came, later, None if about else word, difference)


def test_expectations_in_all_their_forms(timeline: Run, all_numbers: list[Number]) -> None:
    found = list(outcomes(all_numbers))
    assert {each.outcome for each in found} == {"above", "met", "below", None}
    rows = json.loads(timeline("-f", FILE, "figures", "--view", "expected", "--json").out, parse_float=Decimal)
    assert len(rows) == sum(1 + len(each.later) for each in found)
    by_place = {
        (row["company"], row["metric"], row["unit"] or "", row["period"], row["expected_kind"]): row
        for row in reversed(rows)
    }
    for each in found:
        expected, came = each.expected, each.number
        row = by_place[expected.company, expected.metric, expected.unit, expected.period, expected.kind]
        assert row["outcome"] == each.outcome
        assert row["actual"] == (came and came.ends[0])
        assert row["actual_kind"] == (came and came.kind)
        assert row["difference"] == (each.change and each.change[0])
        share = each.change and each.change[1]
        assert row["difference_percent"] == (None if share is None else rounded(share, 2))
        assert row["was"] == [number.ends[0] for number in each.was]
        assert row["expected_low"] == (None if expected.qualifier == "under" else expected.ends[0])
    answer = timeline("-f", FILE, "figures", "--view", "expected", "--width", "140")
    assert "Acme Motors net profit 2024 (guidance EUR, actual USD)" in answer.out
    assert "1 expectation has no number in its unit" in answer.out
    shown = [line for lines in blocks(answer.out).values() for line in lines]
    for each in found:
        if each.expected.unit != "EUR":
            assert expected_line(each, found) in [line[: len(expected_line(each, found))] for line in shown]
    assert ["consensus", "7.0", "reported 20 Mar 2025, after the number"] in shown


def expected_line(each: Outcome, found: list[Outcome]) -> list[str]:
    of_heading = [other for other in found if other.expected[:3] == each.expected[:3]]
    scale = scale_of([n for o in of_heading for n in (o.expected, *o.was, *o.later, *([o.number] if o.number else []))])
    line = [each.expected.label, each.expected.kind, written(each.expected, scale), day(each.expected)]
    if each.number is None:
        return [*line, "not yet"]
    line += [written(each.number, scale), day(each.number)]
    if each.outcome:
        line.append({"above": "▲ above", "met": "= met", "below": "▼ below"}[each.outcome])
    words = change_words(each.change, each.expected.unit, scale, "" if each.outcome else "about ")
    return [*line, *(words[:1] if each.outcome in (None, "met") else words)]


def day(number: Number) -> str:
    year, month, of_month = number.told.split("-")
    return f"{int(of_month)} {MONTHS[int(month) - 1]} {year}"
