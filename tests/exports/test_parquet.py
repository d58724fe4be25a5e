"""The Parquet folder, read back with pyarrow, and with DuckDB as docs/beyond-one-machine.md asks it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

Run = Callable[..., "tuple[int, str, str]"]
Write = Callable[..., str]

TABLES = ("events", "figures", "sources")


@pytest.fixture
def exported(timeline: Run, tmp_path: Path) -> Callable[..., tuple[Path, str]]:
    """Export to a folder; the folder and what is told."""

    def run(*words: str, folder: str = "out") -> tuple[Path, str]:
        target = tmp_path / folder
        result = timeline(*words[:2], "export", "parquet", *words[2:], "-o", str(target))
        assert result.code == 0
        return target, result.err

    return run


def table(folder: Path, name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = pq.read_table(folder / f"{name}.parquet").to_pylist()
    return found


def test_rows_are_those_of_the_json(exported: Any, timeline: Run) -> None:
    folder, _ = exported("-f", "events.yaml")
    events = table(folder, "events")
    shown = json.loads(timeline("show", "--json").out)
    assert [len(table(folder, name)) for name in TABLES] == [25, 7, 25]
    for row, event in zip(events, shown, strict=True):
        for key in ("start", "start_latest", "end_earliest", "end"):
            assert row[key] == (event[key] and date.fromisoformat(event[key])), key
        same = ("id", "date", "title", "companies", "tags", "related", "line", "background", "state", "superseded_by")
        assert [row[key] for key in same] == [event[key] for key in same]
    assert {row["event_id"] for row in table(folder, "sources")} == {event["id"] for event in shown}


def test_a_figure_has_the_company_that_figures_lists_it_under(exported: Any, timeline: Run, write: Write) -> None:
    path = write(
        """
- {date: 2025-01-01, title: A, companies: [Alpha], figures: {revenue: 100 USD}}
- {date: 2025-01-02, title: B, companies: [{name: Beta, role: buyer}, Gamma], figures: {revenue: 7 USD}}
- {date: 2025-01-03, title: C, companies: [Alpha, Beta], figures: [{metric: revenue, company: Beta, value: 5}]}
- {date: 2025-01-04, title: D, figures: {revenue: 1 USD}}
"""
    )
    folder, _ = exported("-f", path)
    found = {row["event_id"]: row["company"] for row in table(folder, "figures")}
    assert list(found.values()) == ["Alpha", "Gamma", "Beta", None]
    listed = json.loads(timeline("-f", path, "figures", "--json").out)
    assert found == {row["event_id"]: row["company"] for row in listed}


def test_a_day_is_given_only_where_it_is_exact(exported: Any, write: Write) -> None:
    texts = ("2025-03-22", "2025-03-22T10:00Z", "2025-03", "2025-03-22?", "2025-03-22/2025-03-23", "0476-09-04")
    path = write("".join(f'- {{date: "{text}", title: A{n}}}\n' for n, text in enumerate(texts)))
    folder, _ = exported("-f", path)
    days = {row["date"]: row["day"] for row in table(folder, "events")}
    assert days == dict.fromkeys(texts) | {
        "2025-03-22": date(2025, 3, 22), "2025-03-22T10:00Z": date(2025, 3, 22), "0476-09-04": date(476, 9, 4)
    }  # fmt: skip


NUMBERS = ["5", "-0.000000001", "0.0000000001", "9" * 29, "1" + "0" * 29, "12345678901234567890.123456789", "1.10"]


def test_numbers_are_exact_or_text(exported: Any, write: Write) -> None:
    figures = ", ".join(f"{{metric: m{n}, value: {number}}}" for n, number in enumerate(NUMBERS))
    folder, err = exported(
        "-f", write(f"- {{date: 2025, title: A, figures: [{figures}, {{metric: r, value: 5 to 7}}]}}")
    )
    found = table(folder, "figures")
    fits = [Decimal("5"), Decimal("-1E-9"), None, Decimal("9" * 29), None, Decimal(NUMBERS[5]), Decimal("1.1")]
    assert [row["value"] for row in found] == [*fits, None]
    assert [row["value_text"] for row in found] == [*NUMBERS[:6], "1.1", None]
    assert (found[-1]["low"], found[-1]["high_text"]) == (Decimal(5), "7")
    assert "6 numbers only as text" in err  # value, low and high of two


def test_the_schema_does_not_depend_on_the_values(exported: Any, write: Write) -> None:
    full, _ = exported("-f", "events.yaml")
    empty, _ = exported("-f", "events.yaml", "text:nothing", folder="empty")
    small, _ = exported("-f", write("- {date: 2025, title: A, x-a: 1}"), folder="small")
    for name in TABLES:
        one, *others = (pq.read_schema(folder / f"{name}.parquet") for folder in (full, empty, small))
        assert all(one.equals(other) for other in others)
    assert [len(table(empty, name)) for name in TABLES] == [0, 0, 0]
    assert table(small, "events")[0]["custom"] == '{"x-a": "1"}'


def test_partitions_by_year_have_every_event_once(exported: Any, timeline: Run) -> None:
    folder, _ = exported("-f", "events.yaml", "--partition", "year")
    parts = sorted(path.parent.name for path in (folder / "events").rglob("*.parquet"))
    assert parts == ["year=2006", "year=2023", "year=2024", "year=2025", "year=__HIVE_DEFAULT_PARTITION__"]
    found = pq.read_table(folder / "events", partitioning="hive").to_pylist()
    assert len(found) == 25
    for row in found:
        if row["start"] and row["start_latest"]:
            sure = row["start"].year == row["start_latest"].year
            assert row["year"] == (row["start"].year if sure else None)
    empty, _ = exported("-f", "events.yaml", "text:nothing", "--partition", "year", folder="empty")
    assert pq.read_table(empty / "events").num_rows == 0


def test_many_rows_are_written_in_groups(exported: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("timeline_cli.exports.parquet._BATCH", 4)
    folder, _ = exported("-f", "events.yaml")
    assert pq.ParquetFile(folder / "events.parquet").num_row_groups == 7
    assert len(table(folder, "events")) == 25


def test_text_is_clean(exported: Any, write: Write) -> None:
    folder, _ = exported("-f", write('- {date: 2025, title: "a\\e\\u202e", tags: ["b\\a"], people: ["c\\x9b"]}'))
    [row] = table(folder, "events")
    said = [row["title"], *row["tags"], *(person["name"] for person in row["people"])]
    assert all(char.isprintable() for text in said for char in text)


# The page, run by DuckDB.

PAGE = (Path(__file__).parents[2] / "docs" / "beyond-one-machine.md").read_text(encoding="utf-8")
QUESTIONS = re.findall(r"```sql\n(.*?)```", PAGE, re.S)


@pytest.fixture
def ask(exported: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], list[tuple[Any, ...]]]:
    duckdb = pytest.importorskip("duckdb")
    exported("-f", "events.yaml", folder="warehouse")
    monkeypatch.chdir(tmp_path)
    return lambda sql: duckdb.sql(sql).fetchall()  # type: ignore[no-any-return]


def test_the_page_counts_as_timeline_does(ask: Any, timeline: Run) -> None:
    [line] = re.findall(r"^timeline stats (.*)$", PAGE, re.M)
    assert line == "--by company 'in 2025' --match within"
    counted = json.loads(timeline("-f", str(Path(__file__).parents[2] / "events.yaml"), "stats", "--by", "company",
                                  "in 2025", "--match", "within", "--json").out)  # fmt: skip
    assert sorted(ask(QUESTIONS[0])) == sorted((row["names"][0], row["events"]) for row in counted if row["names"][0])


def test_the_page_matches_as_timeline_does(ask: Any, timeline: Run) -> None:
    asked = ("-f", str(Path(__file__).parents[2] / "events.yaml"), "show", "--json=title", "date:2025-Q1", "--match")
    for mode, wanted in (("possibly", (True, False)), ("within", (True,))):
        found = {row["title"] for row in json.loads(timeline(*asked, mode).out)}
        assert {title for title, _, within in ask(QUESTIONS[1]) if within in wanted} == found


def test_the_page_compares_figures(ask: Any) -> None:
    assert ("SU7 sales", "vehicles", "Xiaomi", Decimal(140000)) in ask(QUESTIONS[2])
    assert len(QUESTIONS) == 3


def test_two_exports_of_other_values_read_as_one_set(ask: Any, exported: Any, write: Write) -> None:
    exported("-f", write("- {date: 2025, title: A, figures: [{metric: m, value: 0.5}]}"), folder="other")
    assert ask("SELECT count(*) FROM '*/events.parquet'") == [(26,)]
    assert ask("SELECT sum(value) FROM '*/figures.parquet' WHERE metric = 'm'") == [(Decimal("0.5"),)]
