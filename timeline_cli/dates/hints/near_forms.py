"""Date formats used elsewhere: numeric, with times, with words next to them.

Owns: NEAR, checked after a text was parsed as a phrase. Does not: turn any of them into a date, or call the order of
day and month, or a time zone, certain.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta

from timeline_cli.dates import calendar
from timeline_cli.dates.faults import DateFault
from timeline_cli.dates.hints.doubtful import TWO_DIGITS, full_year, quarter
from timeline_cli.dates.hints.offers import (
    Explain,
    Found,
    Near,
    Row,
    Where,
    doubt,
    form_for,
    of_sides,
    offer,
    says,
    sides_of,
)
from timeline_cli.dates.phrases.periods import contradiction
from timeline_cli.dates.phrases.sides import Sides
from timeline_cli.dates.phrases.words import MONTH, WEEKDAY, month_number, weekday_number


def _day(year: str | int, month: int, day: str | int) -> Found:
    return offer(f"{int(year):04}-{month:02}-{int(day):02}")


def _month(match: re.Match[str], _where: Where) -> Found:
    """2025/03, 2025-3, 03/2025."""
    number = int(match["m"])
    if not 1 <= number <= 12:
        return DateFault("E101", f"{match[0]}: no such month: {number}", "months run from 01 to 12")
    return offer(f"{match['y']}-{number:02}")


def _numbers(match: re.Match[str], _where: Where) -> Found:
    first, second, year = int(match[1]), int(match[3]), match[4]
    if first > 12 or first == second:
        return _day(year, second, first)
    if second > 12:
        return _day(year, first, second)
    one, other = f"{year}-{first:02}-{second:02}", f"{year}-{second:02}-{first:02}"
    instead = "write the year first, then the month, then the day"
    if match[2] == ".":
        instead = f"write {other}, as dates with dots usually begin with the day, or {one}"
    return doubt("E106", f"{{0}} could be {one} or {other}", instead)


def _short_numbers(match: re.Match[str], _where: Where) -> Found:
    found = _day(full_year(match[4]), int(match[3]), match[1]) if match[2] == "." else None
    such_as = f", such as {found.form} for {match[0]}" if isinstance(found, Near) else ""
    reason = "{0} does not show which part is the year"
    return doubt("E106", reason, f"write the year with four digits first{such_as or ', then the month, then the day'}")


def _ordinal(match: re.Match[str], _where: Where) -> Found:
    """22st of March 2025: the ending is wrong, or the number."""
    number = int(match["n"])
    right = "th" if 11 <= number <= 13 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    if right == match["ending"] or not 1 <= number <= 31:
        return None
    written = f"{number}{match['ending']}"
    return doubt("E102", f"{written} has the wrong ending", f"write {number}{right} if the number is right")


def _sub_year(match: re.Match[str], _where: Where) -> Found:
    year, number = int(match[1]), int(match[2])
    if number in (33, 34, 35, 36, 40, 41):
        return offer(f"{year:04}-Q{number - 32}" if number < 40 else f"{year:04}-H{number - 39}")
    if number >= 37:
        first = (number - 37) * 4 + 1
        return offer(f"{year:04}-{first:02}/{year:04}-{first + 3:02}", certain=False)
    # From spring on: no hemisphere, northern, southern.
    first = (3 * ((number - 21) % 4) + (8 if number > 28 else 2)) % 12 + 1
    months = calendar.months(year, first, 3)
    return of_sides(
        Sides(months, months), "{0} is the ISO 8601-2 code for a season, and seasons have no fixed bounds", "E105"
    )


def _ordinal_date(match: re.Match[str], _where: Where) -> Found:
    """2025-081 is the 81st day of the year."""
    day = date(int(match[1]), 1, 1) + timedelta(int(match[2]) - 1)
    return offer(day.isoformat()) if day.year == int(match[1]) else None


def _week_date(match: re.Match[str], _where: Where) -> Found:
    """2025-W12-3 is a Wednesday."""
    return offer(date.fromisocalendar(int(match[1]), int(match[2]), int(match[3])).isoformat())


def _serial(match: re.Match[str], _where: Where) -> Found:
    """43837: a spreadsheet cell without its date format."""
    if not 20_000 <= int(match[0]) <= 60_000:
        return None
    day = date(1899, 12, 30) + timedelta(int(match[0]))
    return offer(day.isoformat(), reason="{0} is a spreadsheet's day number", certain=False)


def _epoch(match: re.Match[str], _where: Where) -> Found:
    moment = datetime.fromtimestamp(int(match[0][:10]), UTC)
    reason = "{0} is a Unix timestamp"
    return offer(moment.strftime("%Y-%m-%dT%H:%M:%SZ"), reason=reason, certain=False)


def _decade_of_days(match: re.Match[str], _where: Where) -> Found:
    """2025-05-2X."""
    year, month, ten = int(match[1]), int(match[2]), int(match[3])
    last = min(ten * 10 + 9, calendar.last_day_of_month(year, month))
    return offer(f"[{match[1]}-{match[2]}-{max(ten * 10, 1):02}..{match[1]}-{match[2]}-{last:02}]")


# Time zones by abbreviation, winter and summer; others have several meanings.
_OFFSETS = {
    "z": "Z", "utc": "Z", "gmt": "Z", "bst": "+01:00", "cet": "+01:00", "cest": "+02:00", "eet": "+02:00",
    "eest": "+03:00", "est": "-05:00", "edt": "-04:00", "pst": "-08:00", "pdt": "-07:00", "jst": "+09:00",
    "kst": "+09:00", "hkt": "+08:00", "sgt": "+08:00",
}  # fmt: skip


def _timed(match: re.Match[str], where: Where) -> Found:
    """A day with a time. Without a zone it is never certain, nor with letters, which may change in summer."""
    day, hour, minute = f"{match['y']}-{match['m']}-{match['d']}", match["hour"].zfill(2), match["minute"]
    if not where.in_file:
        return offer(day, reason="{0} has a time, but questions use whole days", certain=False)
    seconds = f":{match['second']}" if match["second"] else ""
    letters = match["zone"] or ""
    offset = match["offset"] or _OFFSETS.get(letters)
    if letters and offset is None:
        return offer(day, remark=", or add the offset of the time, such as +08:00")
    remark = "" if offset else " (or its offset for the Z)"
    return offer(f"{day}T{hour}:{minute}{seconds}{offset or 'Z'}", remark=remark, certain=letters in ("", "z", "utc"))


def _said_with_time(match: re.Match[str], where: Where) -> Found:
    """Sat Mar 22 2025 10:00:00 GMT+0100 (CET), as JavaScript writes a date, and Sat, 22 Mar 2025 10:00:00 GMT."""
    day = date(int(match["y"]), month_number(match["month"]), int(match["d"] or match["day"]))
    if weekday_number(match["weekday"]) != day.weekday():
        return contradiction(day)
    zone = match["offset"] or match["zone"] or ""
    with_time = re.fullmatch(_ISO_TIMED, f"{day.isoformat()} {match['time']} {zone}".strip())
    return _timed(with_time, where) if with_time is not None else None


def _days(match: re.Match[str], where: Where) -> Found:
    """22/23 March 2025; March 22/23, 2025."""
    sides = sides_of(match[0].replace("/", "-"), where)
    return of_sides(sides) if sides is not None else None


def _edge(match: re.Match[str], where: Where, form: str) -> Found:
    """Words around one point in time: not before X."""
    point = next((form_for(text, where) for text in match.groups() if text), "")
    return offer(form.format(point)) if point else None


def _around(form: str) -> Explain:
    return lambda match, where: _edge(match, where, form)


def _to_present(match: re.Match[str], where: Where) -> Found:
    found = _edge(match, where, "{}/..")
    if not isinstance(found, Near):
        return None
    if where.in_file:
        return found._replace(certain=match[2] != "today")
    return found._replace(instead=f", or {found.form[:-3]}..today")


def _about(match: re.Match[str], where: Where) -> Found:
    if not where.in_file:
        return doubt("E102", "{0} does not say how far", "write the range") if form_for(match["of"], where) else None
    return _edge(match, where, "{}~")


def _pair(match: re.Match[str], where: Where) -> Found:
    """March 2025/April 2025; 2025-03-23/24, whose second end leaves out what it shares with the first."""
    left, right = match[1].strip().upper(), match[2].strip().upper()
    shared = re.sub(r"\d", "0", left).endswith(re.sub(r"\d", "0", right)) and not re.fullmatch(r"\d{4}.*", right)
    one, other = form_for(left.lower(), where), form_for(right.lower(), where)
    if shared:
        other = left[: -len(right)] + right
    found = offer(f"{one}/{other}", certain=False) if one and other else None
    return found._replace(moment=f"[{one}..{other}]", lasts=not shared) if isinstance(found, Near) else found


def _beside(match: re.Match[str], where: Where) -> Found:
    """A date with a weekday or a remark next to it that does not change its meaning."""
    if re.search(r"\b(?:or|not?|latest|earliest|later|earlier|until|before|after|since|from|by|to)\b", match[0]):
        return None
    found = offer(match["date"].upper(), reason="{0} has more than a date", remark=" alone")
    weekday = re.search(rf"\b{WEEKDAY}\b", match[0])
    if weekday and isinstance(found, Near) and len(found.form) == 10:
        day = date.fromisoformat(found.form)
        if day.weekday() != weekday_number(weekday[0]):
            return contradiction(day)
    return found if where.in_file else None


def _in_file(reason: str, instead: str) -> Explain:
    """Hints for files only."""
    return lambda match, where: doubt("E102", reason, instead) if where.in_file else None


_Y = r"(?P<y>\d{4})"
_TIME = r"(?P<hour>\d\d?):?(?P<minute>\d\d)(?::?(?P<second>\d\d)(?:[.,]\d+)?)?"
_ZONE = r" ?(?:(?P<offset>[+-]\d\d(?::?\d\d)?)|\(?(?!(?:to|and|or|on|till|until|in|of|at|by)\b)(?P<zone>[a-z]+)\)?)?"
_ISO_TIMED = rf"{_Y}-(?P<m>\d\d)-(?P<d>\d\d)[t ,]+{_TIME}{_ZONE}"
_ABOUT = r"(?:about|around|circa|ca?\.?|approx(?:imately|\.)?|roughly|~) ?"
_REMARK = rf"(?:(?:eta|on|due|planned|expected|scheduled|{WEEKDAY})[.:]?,? )?"

NEAR: tuple[Row, ...] = (
    # In numbers
    (True, r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})", _numbers),
    (False, r"(\d{1,2})([-/.])(\d{1,2})\2(\d\d)", _short_numbers),
    (True, r"((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])", lambda m, w: _day(m[1], int(m[2]), m[3])),
    (False, r"(\d{4})(\d\d)(\d\d)", lambda m, w: _day(m[1], int(m[2]), m[3])),
    (False, r"(\d{4})(\d\d)", lambda m, w: offer(f"{m[1]}-{m[2]}")),
    (False, r"(\d{4})-(2[1-9]|3\d|4[01])", _sub_year),
    (True, rf"{_Y}[-/](?P<m>\d\d?)", _month),
    (True, rf"(?P<m>\d\d?)/{_Y}", _month),
    (False, rf"{_Y}\. ?(?P<m>\d\d?)\.?", _month),
    (False, rf"(?P<m>\d\d?)[-.]{_Y}", _month),
    (False, rf"(?P<d>\d\d?)[./](?P<month>{MONTH})[./](?P<y>\d{{4}})", lambda m, w: _day(
        m["y"], month_number(m["month"]), m["d"])),
    (False, r"(\d{4})(?:\. ?| )(\d\d?)(?:\. ?| )(\d\d?)\.?", lambda m, w: _day(m[1], int(m[2]), m[3])),
    (False, r"(\d{4}-\d\d-\d\d) ?[/-] ?(\d\d)", _pair),
    (False, r"\d\d? ?/ ?\d\d? [a-z]{3,} \d{4}|[a-z]{3,} \d\d? ?/ ?\d\d?,? \d{4}", _days),
    (False, r"([^/]+)/([^/]+)", _pair),
    (False, r"(\d{4})-(\d{3})", _ordinal_date),
    (False, r"(\d{4})-?w(\d\d)-?([1-7])", _week_date),
    (False, r"(?:cw|kw|w|week|wk)[ .]*(\d{1,2})[ ,/-]*(?:of )?(\d{4})", lambda m, w: offer(f"{m[2]}-W{int(m[1]):02}")),
    (False, r"(\d{4})[ ,/-]*(?:cw|kw|week|wk)[ .]*(\d{1,2})", lambda m, w: offer(f"{m[1]}-W{int(m[2]):02}")),
    (True, r"(?P<kind>[qh]) ?(?P<n>\d)[ ,/-]*(?P<year>\d{4})", quarter),
    (True, r"(?P<year>\d{4})[ ,/-]*(?P<kind>[qh]) ?(?P<n>\d+)", quarter),
    (True, r"(?P<n>\d)(?P<kind>[qh])[ ,/-]*(?P<year>\d{4})", quarter),
    (True, r"([369])m ?(\d{4})", lambda m, w: offer(f"{m[2]}-01/{m[2]}-{int(m[1]):02}", certain=False)),
    (False, r"([369])m ?'?(\d\d)", lambda m, w: offer(
        f"{full_year(m[2])}-01/{full_year(m[2])}-{int(m[1]):02}", certain=False, reason=TWO_DIGITS)),
    (False, r"\d{5}", _serial),
    (False, r"1\d{9}(?:\d{3})?", _epoch),
    (False, r"(\d{4})-(\d\d)-([0-3])x", _decade_of_days),
    # With a time
    (True, _ISO_TIMED, _timed),
    (False, rf"(?P<weekday>{WEEKDAY}),? (?:(?P<d>\d\d?) )?(?P<month>{MONTH})(?: (?P<day>\d\d?))? {_Y} "
            r"(?P<time>\d\d:\d\d(?::\d\d)?)(?: (?P<zone>gmt|utc)?(?P<offset>[+-]\d{4})?)?(?: ?\(.*\))?",
     _said_with_time),
    (False, rf"{_Y}(?P<m>\d\d)(?P<d>\d\d)[t ]{_TIME}{_ZONE}", _timed),
    (False, r"(\d{4}-\d\d-\d\d)[t ]\d.*", lambda m, w: offer(
        m[1], certain=False, remark=", or its time as hh:mm" * w.in_file, reason="{0} has a time in an unknown form")),
    # With words around it
    (True, r"(?P<before>|.* )(?P<n>\d\d?)(?P<ending>st|nd|rd|th)(?P<after>|[, ].*)", _ordinal),
    (True, _ABOUT + r"(?P<of>.*\d{4}.*)", _about),
    (False, _ABOUT + r"(?P<of>.+)", _about),
    (False, r"(.+?)(?: ?[-/] ?| to | until | )(ongoing|present|now|today|open)", _to_present),
    (False, r"(?:not|no) (?:before|earlier than) (.+)|(.+) (?:at the earliest|or later)", _around("[{}..]")),
    (False, r"(?:not|no) later than (.+)|(.+) (?:at the latest|or earlier)|by (?:the )?end of (.+)", _around("[..{}]")),
    # EDTF only, or not a date at all
    (False, r"\{.*\}", _in_file("{0} means all of these dates", "write one event per date, or an interval START/END")),
    (False, r"(\d{4})s\d", lambda m, w: doubt(
        "E102", "{0} gives significant digits", f"write {m[1]}~, or {m[1][:3]}X, or {m[1][:2]}XX")),
    (False, r"-\d{4,}.*|y-?\d{5,}.*|y-?\d+e\d.*|\d{5,}|.*\d ?b\.? ?c\.?(?: ?e\.?)?",
     says("E102", "{0} is outside the supported years", "years run from 0001 to 9999")),
    (False, r"(?=.*[?~%])[?~%]?\d{1,4}[?~%]?(?:-[?~%]?[\dx]{2}[?~%]?){0,2}", _in_file(
        "{0} qualifies part of the date", "write one qualifier at the end, for the whole date: 2004-06-11~")),
    (False, r"(?=.*x)[\dx]{4}(?:-[\dx]{2}){0,2}", _in_file("{0} has unknown digits before known ones",
        "write X at the end only: 201X, 20XX, 2024-XX, 2024-05-XX, 2024-XX-XX")),
    (False, r"tbd|tba|unknown|n/?a|none|\?", _in_file(
        "{0} is not a date", "write what is known: a year, [2025..] (once, from 2025 on), [..2025] (by 2025)")),
    (False, _REMARK + r"(?P<date>\d{4}(?:-\d\d){0,2}|\d{4}-[qh]\d)(?:[;.,: ]+|,? \([^()\d]*\)|[;,]? \D+)?",
     _beside),
)  # fmt: skip
