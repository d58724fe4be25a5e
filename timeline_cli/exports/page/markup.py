"""Text as HTML: escaping, attributes, links and dates.

Owns: what of a file may become markup. Does not: let a link out that is not http or https.
"""

from __future__ import annotations

import re

from timeline_cli.dates.event_date import EventDate
from timeline_cli.dates.labels import label
from timeline_cli.text import clean, safe_url

_PLAIN = re.compile(r"[^\s\"'=<>`&]+")
_WEB = re.compile(r"https?://[^\s/]", re.IGNORECASE)
# The forms of a date that HTML knows; others are text.
_MACHINE = re.compile(r"\d{4}(-\d\d(-\d\d)?|-W\d\d)?")
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})


def escaped(text: str) -> str:
    """Text from a file, as one safe line of HTML."""
    return clean(text).translate(_ESCAPES)


def attribute(name: str, value: str) -> str:
    """` name=value`, in quotes only where they are needed: a page has thousands of them."""
    return f" {name}={value}" if _PLAIN.fullmatch(value) else f' {name}="{value.translate(_ESCAPES)}"'


def link(url: str | None, text: str) -> str:
    """A link with a text that is HTML already; only the text if it does not lead to the web."""
    address = safe_url(url or "")
    return f"<a{attribute('href', address)}>{text}</a>" if _WEB.match(address) else text


def fragment(identity: str, text: str) -> str:
    """A link to an event of the page."""
    return f"<a{attribute('href', '#' + _encoded(identity))}>{text}</a>"


def _encoded(identity: str) -> str:
    return re.sub(r"[%?\s]", lambda found: f"%{ord(found[0]):02X}", identity)


def date_html(date: EventDate, year: int | None = None, month: int | None = None) -> str:
    """The date in words, for machines too if it is one day, month, week or year; others are marked as imprecise.

    Under a heading of `year` (and `month`), these parts are omitted.
    """
    text = escaped(label(date, year, month))
    if date.kind == "point" and _MACHINE.fullmatch(date.text):
        vague = "" if len(date.text) == 10 else " class=v"
        return f"<time{vague} datetime={date.text}>{text}</time>"
    return f"<span class={'d' if _is_exact(date) else 'v'}>{text}</span>"


def _is_exact(date: EventDate) -> bool:
    """Whether each day of it is known: a time of a day, or an interval between two days."""
    bounds = date.bounds
    known = date.start_edge == date.end_edge == "known" and date.kind != "choice"
    exact = bounds.start == bounds.start_latest and bounds.end_earliest == bounds.end
    return known and exact and not date.approximate and not date.uncertain
