"""Cut a date to the precision that a column states.

Owns: the words of precisions. Does not: make a date more precise than it is, or drop its doubt or its end.
"""

from __future__ import annotations

import re

from timeline_cli.dates.hints.languages import plain

_PARTS = {"day": 10, "d": 10, "11": 10, "date": 10, "exact": 10, "full": 10, "ymd": 10, "month": 7, "m": 7, "10": 7,
          "ym": 7, "year": 4, "y": 4, "9": 4}  # fmt: skip


def as_precise(form: str, precision: str) -> str | None:
    """A date cut to a precision that another column states (also as Wikidata numbers them); None if it is unknown."""
    word = plain(precision).casefold()
    if "/" in form:
        sides = [side if side in ("", "..") else as_precise(side, precision) for side in form.split("/")]
        return None if None in sides else "/".join(dict.fromkeys(map(str, sides)))
    mark = form[-1:] if form[-1:] in ("~", "?", "%") else ""
    if word in ("circa", "approximate", "approx", "about", "c.", "ca."):
        return form if mark in ("~", "%") else f"{form[:-1]}%" if mark else f"{form}~"
    cut = _cut(form.removesuffix(mark), word)
    return cut + mark if cut else cut


def _cut(form: str, word: str) -> str | None:
    if not word:
        return form
    if not re.match(r"\d{4}", form):
        return None
    if word in ("decade", "8"):
        return form[:3] + "X"
    if word in ("century", "7"):
        return form[:2] + "XX"
    if word in ("quarter", "q"):
        return f"{form[:4]}-Q{(int(form[5:7]) + 2) // 3}" if re.match(r"\d{4}-\d\d", form) else form
    size = _PARTS.get(word)
    if size is None and word not in ("minute", "second", "time", "hour", "12", "13", "14"):
        return None
    if size is None or len(form) < size or (size > 4 and not re.match(r"\d{4}-\d\d", form)):
        return form
    return form[:size]
