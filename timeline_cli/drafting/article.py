"""An article: its prose, title, publisher, address and day of publication.

Owns: Article, what is a link, and the day in a dateline. Does not: take today for it.
"""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from timeline_cli.dates.in_text.english_words import DAY, ENTRY, ENTRY_PART, MONTH, MONTHS, WEEKDAY, YEAR


class Article(NamedTuple):
    """`text` has one paragraph per line, `raw` the text as given. `published` is None if the article does not say."""

    text: str
    raw: str
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: date | None = None


def link(url: str | None) -> str | None:
    """A link as it is given; None for what is none, or longer than any real one."""
    return url if url and re.fullmatch(r"https?://[^\s\"<>]{3,500}", url) else None


# Munich, 5 November 2026 –; Frankfurt am Main / London, November 5, 2026 (Wire) –
_TOWN = (
    rf"(?!(?:On|In|By|Since|From|Until|At|After|Before|The|{ENTRY_PART}|{MONTH}|{WEEKDAY})\b)(?:[A-ZÀ-ſ][\w.'’/-]*,?\s+(?:/\s+)?"
    r"(?:(?:am|an|der|de|la|le|upon|sur)\s+)*){1,7}(?:\([\w .]{2,24}\),?\s*)?(?:[-–—]\s+)?"
)
_DATELINE = re.compile(
    rf"(?P<m>{MONTH})\s+(?P<d>{DAY}),?\s+(?P<y>{YEAR})\b|\b(?P<e>{DAY})\s+(?P<n>{MONTH}),?\s+(?P<z>{YEAR})\b|"
    rf"\b(?P<iso>\d{{4}}-\d\d-\d\d)\b",
    re.IGNORECASE,
)


def dateline(lines: list[str]) -> date | None:
    """The day of a dateline: SEOUL, March 24, 2025 — or a line that is a date, such as Published: 2025-03-24."""
    for line in lines:
        head = line[:120]
        match = _DATELINE.search(head)
        if match is None:
            continue
        is_alone = len(line) < 60 and line[-1:] not in ".!?"
        is_dateline = (
            re.match(r"^[A-Z][A-Z .,'/-]+(?:\([\w ]+\)\s*)?[,\s(-]", head) is not None
            or re.fullmatch(_TOWN, head[: match.start()]) is not None
        ) and re.search(r"--|—|–| - |\)|^\s?:", head[match.end() :]) is not None
        if is_alone or is_dateline:
            return _day(match)
    return None


def _day(match: re.Match[str]) -> date | None:
    try:
        if match["iso"]:
            return date.fromisoformat(match["iso"])
        month, day, year = match["m"] or match["n"], match["d"] or match["e"], match["y"] or match["z"]
        return date(int(year), MONTHS[month.lower().rstrip(".")], int(re.sub(r"\D", "", day)))
    except ValueError:
        return None


_LEAD = re.compile(
    rf"[A-Z][A-Z .'/-]{{2,40}}(?:,\s[\w. ]{{2,24}}){{0,3}}\s*(?:\([\w .]{{2,24}}\)\s*)?"
    rf"(?:(?:--|—|–|-)\s+|--(?:\([\w .]{{2,24}}\)--)?)|{_TOWN}{ENTRY}"
    rf"|(?:[A-Z(][\w.'/-]*\)?,?\s+|and\s+|\d[\d,]*\s+){{1,14}}\([\w .]{{2,24}}\)\s*(?:--|—|–|-)\s+"
)
_ENTRY = re.compile(ENTRY)
# Pune: Acme on Wednesday; Essen, Germany - Acme on Wednesday
_CITY = re.compile(
    r"[A-Z][\w.-]+ (?:–|—|--) (?=[A-Z][^\n–—]*\n?)(?![^.\n]*(?: –| —|--) )|(?:[A-Z][\w.-]+ ){0,2}[A-Z][\w.-]+"
    r"(?::|(?:, [A-Z][\w.-]+(?: [A-Z][\w.-]+){0,2}|\s?\([a-z]{2,8}\)) ?(?:--|—|–|-))\s+(?=[A-Z])"
)


def without_datelines(paragraphs: list[str]) -> list[str]:
    """Without the place and day at their start; a day alone is a dateline unless others follow, as in a chronology."""
    made = [line[match.end() :] if (match := _LEAD.match(line)) else line for line in paragraphs]
    made[:1] = [line[match.end() :] if (match := _CITY.match(line)) else line for line in made[:1]]
    days = [match for line in made if (match := _ENTRY.match(line))]
    if len(days) == 1 and days[0]["year"] and days[0].string == made[0]:
        made[0] = made[0][days[0].end() :]
    return made
