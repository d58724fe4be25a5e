"""The calendar, read back with icalendar: days only where they are known, and everything else counted."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline_cli.dates.event_date import parse_date
from timeline_cli.exports.ics import export
from timeline_cli.model import Entry, Event, Registries
from timeline_cli.query.select import Answer, Group

Run = Callable[..., "tuple[int, str, str]"]
Write = Callable[..., str]

PLACES = """\
places: {Xian: {in: China}, China: {tz: Asia/Shanghai}, Bonn: {tz: Europe/Berlin}}
events:
"""


def components(timeline: Run, write: Write, events: str, *options: str) -> tuple[list[Any], str, str]:
    """The VEVENTs, the text, and what is told on stderr."""
    result = timeline("-f", write(PLACES + events), "export", "ics", *options)
    assert result.code == 0
    calendar = icalendar.Calendar.from_ical(result.out)
    assert calendar.errors == []
    return calendar.walk("VEVENT"), result.out, result.err


def days(event: Any) -> tuple[Any, Any]:
    return event["dtstart"].dt, event["dtend"].dt if "dtend" in event else None


SHANGHAI, BERLIN = ZoneInfo("Asia/Shanghai"), ZoneInfo("Europe/Berlin")
SAID = [
    ("2025-03-22", "", date(2025, 3, 22), date(2025, 3, 23)),
    ("2025-02-28/2025-03-01", "", date(2025, 2, 28), date(2025, 3, 2)),
    ("2025-03-22T10:00Z", "", datetime(2025, 3, 22, 10, tzinfo=UTC), None),
    ("2025-03-22T10:00+05:30", "", datetime(2025, 3, 22, 4, 30, tzinfo=UTC), None),
    ("2025-03-22T10:00", "Xian", datetime(2025, 3, 22, 10, tzinfo=SHANGHAI), None),
    ("2025-07-22T10:00/2025-07-23T09:30", "Bonn", datetime(2025, 7, 22, 10, tzinfo=BERLIN),
     datetime(2025, 7, 23, 9, 30, tzinfo=BERLIN)),
    ("1850-07-22T10:00Z", "Bonn", datetime(1850, 7, 22, 10, tzinfo=UTC), None),
    ("2025-03-22T10:00Z/2025-03-23", "", date(2025, 3, 22), date(2025, 3, 24)),
    ("0476-09-04", "", date(476, 9, 4), date(476, 9, 5)),
]  # fmt: skip


@pytest.mark.parametrize("row", SAID, ids=lambda row: row[0])
def test_a_known_day_is_written(row: tuple[str, str, Any, Any], timeline: Run, write: Write) -> None:
    text, place, start, end = row
    where = f", place: {place}" if place else ""
    [event], out, _ = components(timeline, write, f"- {{date: {text}, title: A, id: a{where}}}\n")
    assert days(event) == (start, end)
    assert event["uid"] == "a@corporate-timeline"
    assert event["transp"] == "TRANSPARENT"
    assert "status" not in event
    used = {getattr(side.tzinfo, "key", "UTC") for side in (start, end) if isinstance(side, datetime)} - {"UTC"}
    assert {str(zone["tzid"]) for zone in icalendar.Calendar.from_ical(out).walk("VTIMEZONE")} == used


COARSE = ["2025-03", "2025", "2025-Q1", "2025-W12", "201X", "2025-03-XX", "2024-05/2024-06", "[2025-03-01, 2025-03-05]",
          "2025-03-01/2025-04", "[2025-03-01..2025-03-09]"]  # fmt: skip
ENDLESS = ["2006/..", "2025-03-22/..", "../2006", "2025-03-22/", "/..", "[..2025-03-24]", "[2025-03-24..]"]


@pytest.mark.parametrize("text", COARSE)
def test_a_coarse_date_is_counted_or_spans_all_its_days(text: str, timeline: Run, write: Write) -> None:
    written = f'- {{date: "{text}", title: A, id: a}}\n'
    events, _, err = components(timeline, write, written)
    assert events == []
    assert "1 event left out: the day is not known" in err
    [event], _, err = components(timeline, write, written, "--coarse", "span")
    bounds = parse_date(text).bounds
    assert days(event) == (date.fromordinal(bounds.start), date.fromordinal(bounds.end) + timedelta(days=1))
    assert event["status"] == "TENTATIVE"
    assert event["summary"].startswith("A (")
    assert "left out" not in err


def test_a_coarse_point_says_some_time_in(timeline: Run, write: Write) -> None:
    events = "- {date: 2025-03, title: A, id: a}\n- {date: 201X, title: B, id: b}\n"
    found, _, _ = components(timeline, write, events, "--coarse", "span")
    assert [str(event["summary"]) for event in found] == ["B (some time in the 2010s)", "A (some time in Mar 2025)"]


@pytest.mark.parametrize("text", ENDLESS)
@pytest.mark.parametrize("options", [(), ("--coarse", "span")])
def test_a_date_without_a_start_or_an_end_is_counted(
    text: str, options: tuple[str, ...], timeline: Run, write: Write
) -> None:
    events, _, err = components(timeline, write, f'- {{date: "{text}", title: A, id: a}}\n', *options)
    assert events == []
    assert "1 event left out: the start or the end is open or unknown" in err


@pytest.mark.parametrize("mark", ["?", "~", "%"])
def test_an_unsure_day_says_so(mark: str, timeline: Run, write: Write) -> None:
    [event], _, _ = components(timeline, write, f'- {{date: "2025-06-10{mark}", title: A, id: a}}\n')
    assert (days(event)[0], event["status"]) == (date(2025, 6, 10), "TENTATIVE")
    assert event["summary"] == "A (date unsure)"


@pytest.mark.parametrize(
    ("fields", "status", "title"),
    [
        ("status: cancelled", "CANCELLED", "A"),
        ("status: cancelled, certainty: rumoured", "CANCELLED", "A (rumoured)"),
        ("status: postponed", "TENTATIVE", "A (postponed)"),
        ("status: tentative", "TENTATIVE", "A (tentative)"),
        ("certainty: rumoured", "TENTATIVE", "A (rumoured)"),
        ("certainty: confirmed", None, "A"),
    ],
)
def test_status(fields: str, status: str | None, title: str, timeline: Run, write: Write) -> None:
    [event], _, _ = components(timeline, write, f"- {{date: 2025-06-10, title: A, id: a, {fields}}}\n")
    assert (event.get("status"), event["summary"]) == (status, title)


def test_what_is_said_of_an_event(timeline: Run, write: Write) -> None:
    [event], _, err = components(timeline, write, """\
- date: 2025-06-10
  title: A; b, c
  type: forum
  tags: ["x, y", z]
  companies: [{name: Acme, role: host}]
  place: Xian
  summary: Two, three
  figures: [{metric: sales, value: 5, unit: USD}]
  sources: [{publisher: Herald, url: "https://e.com/a,b", quote: "Five;"}]
  was: [{date: 2025-05, known: 2025-01-01}]
""")  # fmt: skip
    assert (event["summary"], event["location"], event["sequence"]) == ("A; b, c", "Xian", 1)
    assert [str(word) for word in event["categories"].cats] == ["forum", "x, y", "z"]
    assert event["url"] == "https://e.com/a,b"
    assert str(event["description"]).split("\n") == [
        "[scheduled]",
        "Two, three",
        "Acme (host) · Xian",
        "sales: $5",
        "“Five;” — Herald https://e.com/a,b",
    ]
    assert "1 event without an id: the UID changes" in err


def test_two_exports_of_a_day_are_the_same_bytes(timeline: Run) -> None:
    one, other = (timeline("export", "ics", "--today", "2025-03-26").out for _ in range(2))
    assert one == other
    stamps = {event["dtstamp"].dt for event in icalendar.Calendar.from_ical(one).walk("VEVENT")}
    assert stamps == {datetime(2025, 3, 26, tzinfo=UTC)}


def test_counts_add_up(timeline: Run) -> None:
    result = timeline("export", "ics")
    events = icalendar.Calendar.from_ical(result.out).walk("VEVENT")
    left = [int(line.split()[0]) for line in result.err.splitlines() if "left out" in line]
    assert len(events) + sum(left) == 25


@settings(max_examples=settings().max_examples // 2)
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=90))
def test_any_text_reads_back_without_a_control_character(text: str) -> None:
    event = Event("a", parse_date("2025-03-22"), text, summary=text, place=text, tags=(text,))
    answer = Answer((Group(None, (Entry(event, None),), 1),), (), 1, 0, 1, None, "date", None, 739000, Registries())
    out = "".join(export({"coarse": None})(answer))
    assert all(len(line.encode()) <= 75 for line in out.split("\r\n"))
    allowed = out.replace("\r\n", "")
    assert not [char for char in allowed if unicodedata.category(char) in ("Cc", "Cf", "Zl", "Zp")]
    [found] = icalendar.Calendar.from_ical(out).walk("VEVENT")
    from timeline_cli.text import clean

    assert str(found["summary"]) == clean(text)
