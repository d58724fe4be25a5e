"""What to write instead of a date that is in none of the forms of a file.

Owns: the table of near forms and their hints. Refuses: to turn any of them into a date.
"""

from __future__ import annotations

import re

from timeline_cli.dates.calendar import MONTH_NAMES, iso
from timeline_cli.dates.faults import DateFault, shown
from timeline_cli.dates.hints.near_forms import FIRST, LAST, Row
from timeline_cli.dates.hints.offers import SOMEWHERE, offer, write
from timeline_cli.dates.points import parse_point

_MONTHS = {name[:3].lower(): number for number, name in enumerate(MONTH_NAMES, 1)}
_SEASON_WORDS = re.compile(r"spring|summer|autumn|fall|winter", re.I)
_SEASON_CODES = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"} | {
    str(code): "a season of one hemisphere" for code in range(25, 33)
}


FORMS = "a date looks like 2025, 2025-03, 2025-03-22, 2025-Q1, 2006/.. or [..2025-03-24]"


def explained(text: str, fault: DateFault) -> DateFault:
    """The fault of a date of a file, `text`, with what to write instead; as it is where the parser knew that."""
    text = text.strip()
    if fault.hint:
        return fault
    found = near(fault.part)
    sides = [side.strip() for side in text.split("/")]
    if fault.part in sides and len(sides) == 2:
        # One side is the news where each begins as a date does; else all of the text may be one.
        known = [side for side in sides if side not in ("", "..")]
        if not all(len(side) >= 4 and side[0].isdigit() for side in known):
            whole = near(text)
            if whole is not None or not all(len(side) >= 4 for side in known):
                found, fault = whole, DateFault(fault.code, fault.message.replace(fault.part, text))
    return found or DateFault(fault.code, fault.message, FORMS)


def near(text: str) -> DateFault | None:
    """The fault of a text that no form takes, with the form that was probably meant; None where none is near."""
    if not text:
        return DateFault("E102", "the date is empty", FORMS)
    fault = _first(text, (*FIRST, *_NEAR))
    if fault is not None:
        return fault
    if _SEASON_WORDS.search(text):
        year = re.search(r"\d{4}", text)
        return _season(shown(text), year[0] if year else "2025")
    return _translated(text) or _first(text, LAST)


def _first(text: str, rows: tuple[Row, ...]) -> DateFault | None:
    """The fault of the first row that explains."""
    for pattern, explain in rows:
        match = re.fullmatch(pattern, text, re.ASCII | re.I)
        fault = explain(match) if match is not None else None
        if fault is not None:
            return fault
    return None


def _translated(text: str) -> DateFault | None:
    """The fault of a text in other characters or another language, by what it is in plain English."""
    from timeline_cli.dates.hints.languages import in_english, plain

    straight, english = plain(text), in_english(text)
    if straight != text and straight == english:
        found = offer(text, straight)
        if found is not None:
            message = f"{straight} holds characters that only look like those of a date"
            return DateFault(found.code, message, found.hint)
    if english == text:
        return None
    found = offer(shown(text), english) or near(english)
    return found and DateFault(found.code, found.message.replace(english, shown(text)), found.hint)


def _beside(match: re.Match[str], text: str, after: bool) -> DateFault | None:
    """What lies before or after a point leaves it out, so the choice ends or starts a day beside it."""
    try:
        first, last = parse_point(text, SOMEWHERE).days
    except DateFault as fault:
        return fault if fault.hint else None
    return write(match, f"[{iso(last + 1)}..]" if after else f"[..{iso(first - 1)}]")


_SEASON_MONTHS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 2)}


def season_months(text: str, year: str) -> str:
    """The months of the northern season that a text names, as an interval: 2025-06/2025-08."""
    first, last = next((months for word, months in _SEASON_MONTHS.items() if word in text.lower()), (3, 5))
    return f"{year}-{first:02}/{int(year) + (last < first):04}-{last:02}"


def _season(shown: str, year: str) -> DateFault:
    months = season_months(shown, year)
    return DateFault(
        "E105",
        f"{shown} names a season, and seasons have no fixed bounds",
        f"write what is meant: [{months.replace('/', '..')}] for once in these months (of the north), {months} for "
        f"all that time, or {year}~",
    )


def _numbers(match: re.Match[str]) -> DateFault | None:
    first, second, year = int(match[1]), int(match[2]), match[3]
    if first > 12 or first == second:
        return write(match, f"{year}-{second:02}-{first:02}")
    if second > 12:
        return write(match, f"{year}-{first:02}-{second:02}")
    return DateFault(
        "E106",
        f"{match[0]} could be {year}-{first:02}-{second:02} or {year}-{second:02}-{first:02}",
        "write the year first, then the month, then the day",
    )


def _short_year(match: re.Match[str]) -> DateFault:
    form = f"20{match[3]}-{int(match[2]):02}-{int(match[1]):02}"
    found = offer(match[0], form) if "." in match[0] else None
    such_as = f"such as {form} for {match[0]}" if found is not None and found.hint.value else ""
    hint = f"write the year with four digits first{', ' + such_as if such_as else ': 2025-03-22'}"
    return DateFault("E106", f"{match[0]} leaves open which part is the year", hint)


def _clock(written: str) -> str:
    """A time of day as a file has it, or an example of one."""
    return written if re.fullmatch(r"\d\d:\d\d(?::\d\d)?", written) else "09:30"


def _vague(match: re.Match[str], forms: str) -> DateFault:
    return DateFault("E102", f"{match[0]} has no fixed bounds", f"write {forms}")


def _sub_year(match: re.Match[str]) -> DateFault | None:
    year, code = match[1], match[2]
    if code in _SEASON_CODES:
        return DateFault(
            "E105",
            f"{match[0]} is ISO 8601-2's code for {_SEASON_CODES[code]}, which has no fixed bounds",
            f"write a quarter such as {year}-Q2 or two months such as {year}-03/{year}-05",
        )
    number = int(code)
    if 33 <= number <= 36:
        return write(match, f"{year}-Q{number - 32}")
    if 37 <= number <= 39:
        first = (number - 37) * 4 + 1
        return write(match, f"{year}-{first:02}/{year}-{first + 3:02}")
    if number in (40, 41):
        return write(match, f"{year}-H{number - 39}")
    return None


def _named(match: re.Match[str]) -> DateFault | None:
    parts = match.groupdict()
    month = _MONTHS.get(parts["month"][:3].lower())
    if month is None or not MONTH_NAMES[month - 1].lower().startswith(parts["month"].lower().rstrip(".")[:3]):
        return None
    form = f"{parts['year']}-{month:02}"
    return write(match, f"{form}-{int(parts['day']):02}" if parts.get("day") else form)


def _without_year(match: re.Match[str], form: str) -> DateFault:
    return DateFault("E102", f"{match[0]} leaves open which year it is of", f"write the year first, as in {form}")


def _month_without_year(match: re.Match[str]) -> DateFault | None:
    parts = match.groupdict()
    month = _MONTHS[parts["month"][:3].lower()]
    if not MONTH_NAMES[month - 1].lower().startswith(parts["month"].lower().rstrip(".")[:4]):
        return None
    day = parts.get("day")
    return _without_year(match, f"2025-{month:02}-{int(day):02}" if day else f"2025-{month:02}")


_HALVES_AND_QUARTERS = {"Q": "quarters run from Q1 to Q4", "H": "the halves of a year are H1 and H2"}


_MONTH = r"(?P<month>(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?)"
_Y = r"(?P<year>\d{4})"
_NEAR = (
    (r"[“”„‘’\"'](.+)[“”‘’\"']", lambda m: write(m, m[1].strip())),
    (r"\{.*\}", lambda m: DateFault(
        "E102", f"{m[0]} means all of these dates", "write an event for each, or an interval 2024-01/2024-03")),
    (r"([^./]+)\.\.", lambda m: write(
        m, f"{m[1].strip()}/..", f" for something that lasts, [{m[0]}] for one moment from then on")),
    (r"\.\.([^./]+)", lambda m: write(
        m, f"../{m[1].strip()}", f" for something that lasts, [{m[0]}] for one moment until then")),
    (r"([^.]+)\.\.([^.]+)", lambda m: write(
        m, f"{m[1].strip()}/{m[2].strip()}", f" for something that lasts, [{m[0]}] for one moment in it")),
    (r"(\d\S*?)\s*(?:–|—|\s-\s|\sto\s)\s*(\d\S*)", lambda m: write(
        m, f"{m[1]}/{m[2]}", f" for something that lasts, [{m[1]}..{m[2]}] for one moment in it")),
    (r"(\d{4})-(\d{4})", lambda m: write(m, f"{m[1]}/{m[2]}")),
    (r"(\d{4})[/.](\d{1,2})", lambda m: write(m, f"{m[1]}-{int(m[2]):02}")),
    (r"(\d{1,2})[/.-](\d{4})", lambda m: write(m, f"{m[2]}-{int(m[1]):02}")),
    (r"(\d{4})-?w-?(\d{1,2})", lambda m: write(m, f"{m[1]}-W{int(m[2]):02}")),
    (r"(\d{2,4}|\d{4}-\d\d|\d{4})(?:-?x{1,2}){1,2}", lambda m: write(m, m[0].upper()) if "x" in m[0] else None),
    (r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})", lambda m: write(m, f"{m[1]}-{int(m[2]):02}-{int(m[3]):02}")),
    (r"(\d{4})(\d\d)(\d\d)", lambda m: write(m, f"{m[1]}-{m[2]}-{m[3]}")),
    (r"(\d{4})(\d\d)", lambda m: write(m, f"{m[1]}-{m[2]}")),
    (r"(\d{4})-(\d)", lambda m: write(m, f"{m[1]}-{int(m[2]):02}")),
    (r"(\d{4})-(2[1-9]|3\d|4[01])", _sub_year),
    (r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})", _numbers),
    (r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{2})", _short_year),
    (r"(?:Q\s*([1-4])[\s,/-]*(\d{4}))", lambda m: write(m, f"{m[2]}-Q{m[1]}")),
    (r"(\d{4})[\s/-]*Q\s*([1-4])", lambda m: write(m, f"{m[1]}-Q{m[2]}")),
    (r"([1-4])Q[\s/-]*(\d{4})", lambda m: write(m, f"{m[2]}-Q{m[1]}")),
    (r"([1-4])Q[\s/-]*(\d\d)", lambda m: write(m, f"20{m[2]}-Q{m[1]}", certain=False)),
    (r"H\s*([12])[\s,/-]*(\d{4})", lambda m: write(m, f"{m[2]}-H{m[1]}")),
    (r"(\d{4})[\s/-]*H\s*([12])", lambda m: write(m, f"{m[1]}-H{m[2]}")),
    (r"([12])H[\s/-]*(\d{4})", lambda m: write(m, f"{m[2]}-H{m[1]}")),
    (r"([12])H[\s/-]*(\d\d)", lambda m: write(m, f"20{m[2]}-H{m[1]}", certain=False)),
    (r"[QH][1-4]", lambda m: _without_year(m, f"2025-{m[0].upper()}") if m[0].upper() not in ("H3", "H4") else None),
    (r"FY[\s-]*(\d\d)", lambda m: write(m, f"FY20{m[1]}", certain=False)),
    (r"FY[\s-]*(\d{4})(?:[\s-]*([QH]\d))?", lambda m: write(m, f"FY{m[1]}" + (f"-{m[2].upper()}" if m[2] else ""))),
    (r"([QH]\d)[\s-]*FY[\s-]*(\d{4})", lambda m: write(m, f"FY{m[2]}-{m[1].upper()}")),
    (r"\d{4}[\s/-]*([QH])\d+", lambda m: DateFault(
        "E101", f"{m[0]} does not exist", _HALVES_AND_QUARTERS[m[1].upper()])),
    (_MONTH + r"[\s,-]+" + _Y, _named),
    (r"(?P<day>\d{1,2})(?:st|nd|rd|th)?[\s-]+(?:of\s+)?" + _MONTH + r"[\s,-]+" + _Y, _named),
    (_MONTH + r"\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s+" + _Y, _named),
    (_Y + r"[\s,-]+" + _MONTH, _named),
    (_MONTH + r"(?:\s+(?P<day>[12]?\d|3[01])(?:st|nd|rd|th)?)?", _month_without_year),
    (r"(?P<day>[12]?\d|3[01])(?:st|nd|rd|th)?\s+(?:of\s+)?" + _MONTH, _month_without_year),
    (r"(?:early|beginning of|start of)[\s-]+(\d{4})", lambda m: _vague(m, f"{m[1]}-Q1, {m[1]}-H1 or {m[1]}~")),
    (r"(?:mid|middle of)[\s-]*(\d{4})", lambda m: _vague(m, f"[{m[1]}-05..{m[1]}-08] or {m[1]}~")),
    (r"(?:late|end of)[\s-]+(\d{4})", lambda m: _vague(m, f"{m[1]}-Q4, {m[1]}-H2 or {m[1]}~")),
    (r"(?:about|around|circa|c\.|ca\.|~)\s*(\d{4}(?:-\d\d)?(?:-\d\d)?)", lambda m: write(m, f"{m[1]}~")),
    (r"(?:since|from)\s+(\S+)", lambda m: write(m, f"{m[1]}/..")),
    (r"(?:until|till|to)\s+(\S+)", lambda m: write(m, f"../{m[1]}")),
    (r"by\s+(\S+)", lambda m: write(m, f"[..{m[1]}]")),
    (r"before\s+(\S+)", lambda m: _beside(m, m[1], after=False)),
    (r"after\s+(\S+)", lambda m: _beside(m, m[1], after=True)),
    (r"(\d{3})0s", lambda m: write(m, f"{m[1]}X")),
    (r"(\d{4}-\d\d-\d\d)[ t](\d\d:\d\d(?::\d\d)?) ?(z|[+-]\d\d:?\d\d)?",
     lambda m: write(m, f"{m[1]}T{m[2]}{(m[3] or 'Z').upper()}", "" if m[3] else " (or its offset for the Z)")),
    (r"(\d{4}-\d\d-\d\d)[ t](\d\d?(?::\d\d)*)(?:\.\d+)?.*", lambda m: DateFault(
        "E102", f"{m[0]} is not in the form of a date", f"write {m[1]}, or with a time {m[1]}T{_clock(m[2])}Z, "
        "and its offset such as +08:00 for the Z")),
    (r"-\d{4,}.*|Y-?\d.*|\d{5,}", lambda m: DateFault(
        "E102", f"{m[0]} lies outside the calendar of this tool", "years run from 0001 to 9999")),
    (r"[?~%]?\d{1,4}[?~%]?(?:-[?~%]?[\dX]{2}[?~%]?){0,2}", lambda m: DateFault(
        "E102", f"{m[0]} qualifies a part of the date",
        "a qualifier stands once, at the end, for the whole date: 2004-06-11~") if re.search("[?~%]", m[0]) else None),
    (r"[\dX]{4}(?:-[\dX]{2}){0,2}", lambda m: DateFault(
        "E102", f"{m[0]} leaves out digits before known ones",
        "unknown digits stand at the end: 201X, 20XX, 2024-XX, 2024-05-XX, 2024-XX-XX")
        if "X" in m[0].upper() else None),
    (r"(\d{4})S\d", lambda m: DateFault(
        "E102", f"{m[0]} tells significant digits", f"write {m[1]}~, or {m[1][:3]}X, or {m[1][:2]}XX")),
    (r"tbd|tba|unknown|n/?a|none|\?", lambda m: DateFault(
        "E102", f"{m[0]} is no date",
        "write what is known: a year, [2025..] (once, from 2025 on), [..2025] (by 2025)")),
    (r"today|yesterday|tomorrow|now|(?:last|next|this) .+|.+ ago", lambda m: DateFault(
        "E102", f"{m[0]} changes its meaning every day", "a file holds a fixed date such as 2025-03-22")),
)  # fmt: skip
