"""The date of a clause, and what is known of it.

Owns: When. Does not: find it.
"""

from __future__ import annotations

from typing import NamedTuple

from timeline_cli.dates.in_text.moment import Expression


class When(NamedTuple):
    """A strict date; `explicit` if the text writes one. `review` says what is unsure."""

    date: str
    explicit: bool
    review: str | None = None
    used: Expression | None = None
    lasts: bool = False
    is_ahead: bool = False  # after the day of publication
    is_over: bool = False  # before it
    is_lent: bool = False  # by the clause before, or by When …
    compares: bool = False  # the clause only says what was earlier
    again: tuple[str, ...] = ()  # further dates of the same: in 2019 and again in 2021
