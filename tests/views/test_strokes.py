"""How a date looks on an axis: each kind of date another picture. Today is 2025-03-26."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_cli.dates.event_date import parse_date
from timeline_cli.model import Entry, Event
from timeline_cli.text import width
from timeline_cli.views.scale import Axis
from timeline_cli.views.strokes import stroke

TODAY = date(2025, 3, 26).toordinal()
# Twenty years in 40 columns, two a year; ten days in 40 columns, four a day.
YEARS = Axis(date(2010, 1, 1).toordinal(), date(2030, 1, 1).toordinal(), 40)
DAYS = Axis(date(2025, 3, 20).toordinal(), date(2025, 3, 30).toordinal(), 40)


def entry(text: str, status: str | None = None) -> Entry:
    event = Event("a", parse_date(text), "A", status=status)
    return Entry(event, event.state(TODAY))


@pytest.mark.parametrize(
    ("axis", "text", "expected"),
    [
        # One moment: a symbol; where it is not known to a column, the time in which it may lie.
        (YEARS, "2015-06-01", "..........◆"),
        (YEARS, "2015", ".........├◆┤"),
        (YEARS, "2014/2016-03-01", "........◆┄━━┥"),
        (YEARS, "201X", "├┄┄┄┄┄┄┄┄┄◆┄┄┄┄┄┄┄┄┤"),
        (YEARS, "[2015-03-01, 2019-09-01]", "..........├┄┄┄┄◆┄┄┄┤"),
        (YEARS, "[..2015-01-01]", "......◀┄┄┄◆"),
        (YEARS, "[2015-01-02..]", "..........◆┄┄┄▶"),
        (YEARS, "1900", "|◀1900 ◆"),
        (YEARS, "2100", "." * 40 + "▶2100 ◆"),
        (DAYS, "2025-03-22", "..........◆"),
        (DAYS, "[2025-03-22..2025-03-23]", "........├┄┄┄◆┄┄┤"),
        (DAYS, "2025-03-22T06:00Z", ".........◆"),
        # What lasts: solid where it is certain, dotted where it is not, open and unknown ends apart.
        (DAYS, "2025-03-22/2025-03-23", "........◆━━━━━━┥"),
        (DAYS, "2025-03-22T06:00Z/2025-03-22T18:00Z", ".........◆━┥"),
        (YEARS, "2012/2016", "...◆┄┄━━━━━┄┄┄┥"),
        (YEARS, "2006/2012-06-30", "|◀2006 ◆━━━━┥"),
        (YEARS, "2028/2060", "." * 35 + "◆┄┄━━▶2060"),
        (YEARS, "1990/1995", "|◀1990 ◆"),
        (YEARS, "2000/2060", "|◀2000 ◆" + "━" * 40 + "▶2060"),
        (YEARS, "[2005-01-01..2014-12-31]", "|◀2005 ┄◆┄┄┄┄┄┄┄┄┤"),
        (YEARS, "[..1990-01-01]", "|◀1990 ◆"),
        (YEARS, "2012-03-01/..", "....◆" + "━" * 35 + "▶"),
        (YEARS, "2012-03-01/", "....◆┄┄┄?"),
        (YEARS, "../2012-12-31", "|◀━━━━━━◆"),
        (YEARS, "/2014-01-01", "....?┄┄┄◆"),
        (YEARS, "/..", "." * 26 + "?┄┄┄◆━━━━━━━━━▶"),
    ],
)
def test_each_kind_of_date_has_its_picture(axis: Axis, text: str, expected: str) -> None:
    drawn = stroke(entry(text), axis, "◆", TODAY)
    # What is left of the bar is before the axis.
    assert ("|" if drawn.first < 0 else "." * drawn.first) + drawn.signs == expected
    assert drawn.signs[drawn.at - drawn.first] == "◆"


def test_what_is_ongoing_lasts_until_today_though_its_end_is_unknown() -> None:
    drawn = stroke(entry("2025-03-22/", "ongoing"), DAYS, "◆", TODAY)
    assert "." * drawn.first + drawn.signs == "........◆━━━━━━━━━━━━━━━━┄┄┄?"


TEXTS = st.sampled_from(
    [
        "2015",
        "2015-06",
        "2015-06-01",
        "201X",
        "20XX",
        "2012/..",
        "../2012",
        "2012/",
        "/2012",
        "/..",
        "[..2015]",
        "[2015..]",
        "1000",
        "9999",
        "0001/9999",
        "2025-03-22/2025-03-23",
        "2025-03-22T06:00Z",
        "2025-03-22T06:00Z/2025-03-24T07:00Z",
        "2024-12-31/..",
        "0001",
        "9999-12-31",
    ]
)


@pytest.mark.parametrize(("today", "end"), [(TODAY, "?"), (TODAY + 20, "▶")])
def test_what_goes_on_beyond_the_axis_until_today_is_not_unknown(today: int, end: str) -> None:
    assert stroke(entry("2025-03-22/", "ongoing"), DAYS, "◆", today).signs[-1] == end


@given(TEXTS, st.integers(1, 3_600_000), st.integers(1, 40_000), st.integers(10, 200))
def test_only_years_and_what_goes_on_are_drawn_beyond_the_axis(text: str, first: int, days: int, columns: int) -> None:
    drawn = stroke(entry(text), Axis(first, first + days, columns), "◆", TODAY)
    assert -len("◀2006 ◆") <= drawn.first < drawn.end <= columns + len("▶2060 ◆")
    assert drawn.first <= drawn.at < drawn.end
    assert drawn.signs[drawn.at - drawn.first] == "◆"
    assert set(drawn.signs[: max(-drawn.first, 0)]) <= set("◀?0123456789 ◆┄━├")
    assert set(drawn.signs[max(columns - drawn.first, 0) :]) <= set("▶?0123456789 ◆")
    assert width(drawn.signs) == len(drawn.signs)
