"""What the first row of a dense lane counts."""

from __future__ import annotations

from datetime import date

from timeline_cli.dates.event_date import EventDate, parse_date
from timeline_cli.views.density import density
from timeline_cli.views.scale import Axis

AXIS = Axis(date(2000, 1, 1).toordinal(), date(2010, 1, 1).toordinal(), 10)


def written(*dates: str) -> list[EventDate]:
    return list(map(parse_date, dates))


def test_of_what_lasts_it_counts_the_most_at_once() -> None:
    found = density(written("2000-06-01/2004-06-01", "2002-06-01/2003-06-01", "2003-06-02/2009-06-01", "1990/.."), AXIS)
    assert (found.counts, found.said) == ([2, 2, 3, 3, 3, 2, 2, 2, 2, 2], "at most 3 at once")
    # One ends on the day before the other begins.
    assert max(density(written("2001-01-05/2003-01-01", "2003-01-02/2005-01-01"), AXIS).counts) == 1


def test_of_what_happens_it_counts_how_much_there_is_in_a_column() -> None:
    found = density(written("2000-06-01", "2000", "2003-02-01", "2003-01-20T10:00Z", "2003-04", "1990", "/.."), AXIS)
    assert (found.counts, found.said) == ([2, 0, 0, 3, 0, 0, 0, 0, 0, 0], "at most 3 in 12 months")
