"""`timeline stats`: counts, pairs, gaps, and what is refused."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable

import pytest

Run = Callable[..., "tuple[int, str, str]"]
FILE = ("-f", "tests/views/figures.yaml")


def test_counts_are_those_of_show(timeline: Run) -> None:
    for row in json.loads(timeline("stats", "--json", "--by", "company", "2025").out):
        if row["names"] != [None]:
            shown = json.loads(timeline("show", "--json=match", "2025", "--exact", "--company", row["names"][0]).out)
            assert row["events"] == len(shown)
            assert row["possible"] == sum(event["match"] == "possible" for event in shown)


def test_every_event_is_counted_in_each_section(timeline: Run) -> None:
    rows = json.loads(timeline("stats", "--json").out)
    for key in ("year", "type", "place", "status", "certainty"):
        assert sum(row["events"] for row in rows if row["by"] == key) == 25
    assert {row["by"] for row in rows} == {"year", "type", "company", "person", "place", "tag", "status", "certainty"}


def test_pairs(timeline: Run) -> None:
    rows = json.loads(timeline("stats", "--json=names,events", "--by", "company,person").out)
    assert rows[0] == {"names": ["Samsung Electronics", "Lee Jae-yong"], "events": 7}
    assert rows[-1] == {"names": [None, None], "events": 18}


def test_counts_and_gaps_as_csv(timeline: Run) -> None:
    def table(*options: str) -> list[list[str]]:
        return list(csv.reader(io.StringIO(timeline("stats", "--csv", *options).out)))

    pairs = table("--by", "company,person")
    assert pairs[:2] == [
        ["by", "names", "events", "possible", "first", "last"],
        ["company,person", "Samsung Electronics; Lee Jae-yong", "7", "0", "2023", "[2025-03-23..2025-03-24]"],
    ]
    assert table("--by", "person", "--json=names,events")[-1][0] == ""
    assert table("--gaps", "--limit", "1")[1][:3] == ["2007-01-01", "2022-12-31", "5844"]
    assert timeline("stats", "--csv", "--json").code == 2
    assert timeline("stats", "--raw").code == 2


def test_no_word_is_broken_at_40_columns(timeline: Run, write: Callable[..., str]) -> None:
    path = write("events:\n- {date: 2024, title: T, type: leadership, companies: [Microsoft]}\n")
    out = timeline("-f", path, "stats", "--by", "company,type", "--width", "40").out
    assert "Microsoft  leadership  1" in out
    assert timeline(*FILE, "figures", "--width", "40").out.endswith("\n19 figures of 5 metrics in 14 of 14\nevents\n")
    path = write("events:\n- {date: 2026, title: T, status: scheduled}\n")
    out = timeline("-f", path, "show", "--as-of", "2025-03-01", "--width", "40").out
    assert out.endswith("\n1 event known by 2025-03-01, 1 of them\nmay match\n")


def test_gaps_name_the_events_on_both_sides(timeline: Run) -> None:
    rows = json.loads(timeline("stats", "--gaps", "--json", "--limit", "1").out)
    assert rows == [
        {
            "start": "2007-01-01",
            "end": "2022-12-31",
            "days": 5844,
            "after": "samsung-xian-nand-plant",
            "before": "lee-attends-cdf-2023",
        }
    ]
    out = timeline("stats", "--gaps").out
    assert "16 years" in out
    assert "25 events" in out


def test_what_is_cut_is_told(timeline: Run) -> None:
    out = timeline("stats", "--by", "tag", "--limit", "2").out
    assert "by tag (13)" in out
    assert "and 11 more" in out


def test_nothing_to_count(timeline: Run) -> None:
    none = timeline("stats", "type:nothing")
    assert (none.code, none.out) == (0, "0 of 25 events\n")
    assert timeline("stats", "--by", "year", "--json", "type:nothing").out == "[]\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--by", "yaer"], "did you mean year?"),
        (["--by", "year,type,tag"], "write --by year,type"),
        (["--by", "year", "--gaps"], "remove one of them"),
        (["--limit", "-1"], "write a number from 0"),
        (["--json=yaer"], "unknown field: yaer"),
        (["--gaps", "--json=names"], "unknown field: names"),
    ],
)
def test_what_is_not_understood_is_told_before_any_file_is_read(
    arguments: list[str], message: str, timeline: Run
) -> None:
    done = timeline("-f", "no such file.yaml", "stats", *arguments)
    assert (done.code, done.out) == (2, "")
    assert message in done.err


def test_a_broken_event_is_told_and_the_others_are_counted(timeline: Run, write: Callable[..., str]) -> None:
    path = write("events:\n- {date: 2024, title: A}\n- {date: 2024-02-30, title: B}\n")
    done = timeline("-f", path, "stats", "--by", "year")
    assert done.code == 1
    assert "2024  1" in done.out
    assert "left out: 1 broken event" in done.err
