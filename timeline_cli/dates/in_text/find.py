"""Find the expressions of time in English text, and resolve each against the day of publication.

Owns: which of several readings is taken, and the words before an expression that bound its date. Does not: decide the
tense; the caller knows the sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from datetime import date

from timeline_cli.dates.event_date import parse_date
from timeline_cli.dates.faults import DateFault
from timeline_cli.dates.in_text.english import RULES
from timeline_cli.dates.in_text.english_words import BARE_ENTRY, DAY, ENTRY, MONTH, MONTHS, YEAR
from timeline_cli.dates.in_text.moment import Clock, Expression, Meaning, Tense
from timeline_cli.dates.in_text.ranges import is_point, joined, weeks_to

_REACH = 48  # characters before an expression that may bound it
_FAR = 1500  # characters, more than two sentences have


_PATTERNS = tuple(re.compile(pattern, re.IGNORECASE) for pattern, _ in RULES)


def expressions(
    text: str, published: date, tense: Tense, year_end: int | None = None, heading: str | None = None
) -> list[Expression]:
    """Every expression of time, in order, none within another. `tense` gives that around a character.

    `heading` is one of the whole text, which may name the year of its chronology.
    """
    found: list[Expression] = []
    headings = [*_HEADING.finditer(f"{heading or ''}\n"), *_HEADING.finditer(text)]
    years = [(each.start(), int(each[1])) for each in _YEARS.finditer(text)]
    latest: str | None = None
    period, spoken = "", 0
    reached = bound = seen = 0
    listed = 0  # the year of the last entry
    told: tuple[int, date] | None = None  # an entry by where it begins, and the last day of its year
    for begin, end, match, number in _matches(text):
        if begin < reached:
            continue
        is_near = latest is not None and _is_near(text, seen, begin)
        near = period if period and _is_near(text, spoken, begin) else ""
        told_in = tense(begin)
        clock = Clock(published, _tense(text, begin, told_in), year_end, latest, is_near, near)
        stood = told_in == "past" and text.endswith("as of ", 0, begin)  # stood at 61,000 as of Monday
        had = text.endswith("By ", 0, begin) and _HAD_BY.match(text, end) is not None
        if had or (match.groupdict().get("day") and (stood or _is_over(text, begin, end))):
            clock = clock._replace(tense="past")
        line = text.rfind("\n", 0, begin) + 1
        entry = _ENTRY.match(text, line)
        if entry is not None and begin < entry.end():
            year = next((int(each[1]) for each in headings[::-1] if each.start() <= begin), listed or published.year)
            clock = clock._replace(published=min(published, date(year, 12, 31)), tense="past", is_over=True)
        elif told is not None and told[0] == line:
            clock = clock._replace(published=told[1], tense="past")  # 2022: … in April
        elif years and begin > years[0][0] and match.groupdict().get("m"):
            year = years[bisect_right(years, (begin, 0)) - 1][1]
            clock = clock._replace(published=min(published, date(year, 12, 31)), tense="past", is_over=True)
        meaning = _read(match, number, clock)
        if meaning is None:
            continue
        expression = _bounded(text, begin, end, meaning, clock, bound)
        found.append(expression)
        reached, bound = end, end if meaning.date or meaning.type != "TIME" else bound  # until 5 p.m. on Monday
        if expression.point and re.match(r"\d{4}", expression.point) and not meaning.compares:
            latest, seen = expression.point, end
            period, spoken = (latest, end) if re.fullmatch(r"\d{4}-[QH]\d", latest) else (period, spoken)
            if entry is not None and begin < entry.end():
                listed = int(latest[:4])  # Jan. 5, 2024 – …, then: Feb. 3 – …
                told = line, min(published, date(listed, 12, 31))
    return joined(text, weeks_to(text, found))


def _read(match: re.Match[str], number: int, clock: Clock) -> Meaning | None:
    """What a match of a rule means; without a date if it counts from one that is not near."""
    beside = match.groupdict().get("rel")
    try:
        meaning = RULES[number][1](match, clock.beside(beside) if beside else clock)
    except (ValueError, OverflowError, KeyError):
        return None
    if meaning is None or not (meaning.anchored or beside is not None):
        return meaning
    return meaning._replace(anchored=True, date=meaning.date if clock.is_near else None)


def _is_near(text: str, seen: int, begin: int) -> bool:
    """Whether at most two sentences are between; a heading is not counted."""
    after = seen + text.startswith("\n", seen)
    return begin - seen <= _FAR and len(_SENTENCE_END.findall(text, after, begin)) < 3


_ENTRY = re.compile(rf"{ENTRY}|{BARE_ENTRY}")


def is_entry(line: str) -> bool:
    """Whether it is a line of a chronology, which says in the present tense what is over."""
    return _ENTRY.match(line) is not None


def entry_text(line: str) -> int:
    """Where the text of a line of a chronology begins, after its date; 0 of any other line."""
    found = _ENTRY.match(line)
    return found.end() if found is not None else 0


_HEADING = re.compile(rf"^(?!{MONTH}|{DAY}\s)[^\n.!?]{{0,60}}\b({YEAR})\b[^\n.!?]{{0,60}}$", re.MULTILINE)
_YEARS = re.compile(rf"^({YEAR})$", re.MULTILINE)  # the headings of a chronology, each alone on its line
_SENTENCE_END = re.compile(r"(?<!Inc)(?<!Corp)(?<!Co)(?<!Ltd)(?<![A-Z])[.!?][\"'”’)]*\s+(?=[\"'“‘(]?[A-Z])|\n")
_TO_COME = re.compile(
    r"\b(?:until|through(?!\sthe\s(?:\w+\s)?(?:half|quarter)\b)|by|"
    r"due|(?:scheduled|planned|set|fixed|booked|slated|listed|pencilled in|prepared) for|"
    r"effective|payable|effect from|as of|starting|beginning|commencing|"
    r"to be [a-z]+(?: (?:at|in|by) [^.;,]{0,40})??)\s+"
    r"(?:\w+\s)?$",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    r"(?<!\bwas)(?<!\bwere)(?<!\bbeen)\s(?:due|payable)\s+(?:\w+\s)?$|"
    r"\bremains?\b[^.,;]{0,30}\s(?:until|till)\s(?:mid-)?$|"
    r"\b(?:slipped|postponed|delayed|deferred|rescheduled|moved|adjourned|"
    r"(?:pushed|put|brought) (?:back|off|forward))\b[^.,;\d]{0,24}\s(?:to|until|till)\s"
    r"(?:after [^.,;\d]{3,40} in |[\d:.]+ ?(?:[ap]\.?m\.? )?(?:[A-Z]{3} )?(?:on )?)?$",
    re.IGNORECASE,
)


def _tense(text: str, begin: int, tense: str) -> str:
    """What is due by a day may be ahead though the verb is in the past: the nearest is taken."""
    start = max(begin - 48, 0)
    until = _HAS_UNTIL.search(text, start, begin)
    if tense == "future" and _HAD.search(text, start, begin):
        return ""  # had been due to close in March: the nearest one
    if _AHEAD.search(text, start, begin) or (until is not None and until["has"] != "had"):
        return "future"  # results due on Thursday
    if re.search(r"\b[Ss]ince (?:the |late |early )*$", text[start:begin]):
        return "past"
    if tense == "present" and re.search(
        rf"\b(?:(?:[Ff]rom|as (?:soon|early) as|[Uu]ntil{_EDGE}) |[Uu]ntil mid-)$", text[start:begin]
    ):
        return "future"
    return "" if tense != "future" and _TO_COME.search(text, start, begin) else tense


_EDGE = "(?: the end of| the start of| early| late)?"
# Of weekdays alone: a month that something had been due in may be ahead.
_HAD = re.compile(
    r"\bhad\b(?:(?!\bto\b)[^.;,]){0,48}\bby\s$|"
    r"\bhad (?:\w+ )?been (?:due|scheduled|set|expected|slated|planned) to\b[^.;,]{0,40}$"
)
_HAD_BY = re.compile(r",?(?: [\w'’-]+){1,4} had ")  # By June the yard had won 42 orders
_OVER = re.compile(
    r"['’]s\s(?:\w+\s)?(?:attack|accident|crash|collapse|fire|explosion|earthquake|defeat|victory|fall|drop|gain|rally)\b"
)
# What may be ahead as well, unless something reacts to it.
_REACTS = re.compile(r"\b(?:appeal|challenge|overturn|reverse|get around|follow(?:s|ed)|[Aa]s of)\s$")
_RULING = re.compile(r"['’]s\s(?:close|ruling|decision|declaration|announcement|statement|verdict|agreement|deal)\b")


def _is_over(text: str, begin: int, end: int) -> bool:
    """Whether a weekday is past whatever the verb: will appeal Wednesday's ruling, had been due to expire Friday."""
    start = max(begin - 64, 0)
    had_not = text.endswith(("Until ", "until "), 0, begin) and re.match(
        r",?\s[^.;,]{0,24}\bhad\b", text[end : end + 40]
    )
    reacts = _RULING.match(text, end) and _REACTS.search(text, start, begin)
    return bool(_OVER.match(text, end) or reacts or _HAD.search(text, start, begin) or had_not)


_HAS_UNTIL = re.compile(r"\b(?:(?P<has>has|have|had) (?:only )?|g[ai]v(?:e|es|en|ing) [^.,;]{1,40} )until\b")


def _matches(text: str) -> Iterator[tuple[int, int, re.Match[str], int]]:
    """All matches of all rules, the earliest and longest first."""
    found = []
    models = {f"{the}{match['code']}" for match in _MODEL.finditer(text) for the in ("", "the ")}
    for number, pattern in enumerate(_PATTERNS):
        for match in pattern.finditer(text):
            if match[0] in models or _is_name(text, match):
                continue
            start = match.start("how") if match.groupdict().get("most") else match.start()
            found.append((start, -match.end(), number, match))
    found.sort(key=lambda each: each[:3])
    return ((begin, -end, match, number) for begin, end, number, match in found)


def _is_name(text: str, match: re.Match[str]) -> bool:
    """Whether months and weekdays are written small, or a number is part of a name."""
    words = match[0]
    groups = match.groupdict()
    for key in ("m", "n", "day"):
        name = groups.get(key)
        if name and name.lower().rstrip(".") in _NAMED and not name[0].isupper():
            return True
    before = text[max(match.start() - 12, 0) : match.start()]
    if groups.get("day") and _NAMED_DAY.search(text, max(match.start("day") - 10, 0), match.start("day")):
        return True
    return words[0].isdigit() and _PRODUCT.search(before) is not None


_NAMED = frozenset(
    (*MONTHS, "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "sat", "sun")
)
_NAMED_DAY = re.compile(
    r"\b(?:Black|Cyber|Good|Easter|Whit|Palm|Maundy|Holy|Ash|Shrove|Super|Giving|Bloody|an? week (?:on|from))\s$"
)
# The Revontuli H2, a heater: no half of a year.
_MODEL = re.compile(
    r"(?<=[a-z] )[A-Z][a-z]+ (?P<code>[HQ][1-4])(?=[,.;:)](?!\s?\d)|\s(?:is|was|will|has|had|can|costs|sells)\b)"
)
_PRODUCT = re.compile(
    r"(?:Russell|Nikkei|Windows|Model|Series|No\.|Nos\.|Flight|Chapter|Section|Boeing|Article|Rule)\s$"
)

_LINKS = re.compile(
    r"(?:\b(?P<mod>early|late|mid|end(?=-)|(?:first|second|third|fourth|last|final|1st|2nd|3rd|4th) (?:full )?"
    r"(?:weeks?|days|half) of|middle of|beginning of|start of|end of|close of|earlier|later|some\s?time)"
    r"(?:\s+in)?[\s-]+(?:the\s+)?)?$",
    re.IGNORECASE,
)
_LINK = re.compile(
    r"\b(?P<link>between now and|as early as|as soon as|not? later than|not? (?:before|earlier than|sooner than)|"
    r"ahead of|prior to|as of|since|until|till|through(?!\s+in\b)|from|before|after|between|about|around|circa|roughly|"
    r"by|for|to|and)"
    r"\s+(?:(?:noon|midnight|[\d:.]+\s?[ap]\.?m\.?)\s+)?(?:[oi]n\s+)?(?:at\s+(?:least\s+)?)?(?:the\s+)?"
    r"(?:(?:period|months)\s+(?:of\s+|from\s+)?)?(?:end\s+of\s+)?$"
    r"|\b(?P<from>since|until|till)\s+(?:its|their|his|her|the|an?)\s+(?:(?!\w+ed\b)[a-z-]+\s+){1,2}(?:in\s+(?-i:[A-Z])\w+\s+)?"
    r"(?:in|on)\s+$",
    re.IGNORECASE,
)


_PART = re.compile(r"the (?:\w+ )?(?:half|quarter)\b", re.IGNORECASE)  # ran at half of its capacity through the quarter
_HOUR = re.compile(r"\b(?:noon|midnight)\b|\d\s?[ap]\.?m\b", re.IGNORECASE)  # shortly before 6am on Wednesday
_LINKED_BY = {"or thereabouts": "about", "or so": "about", "at the earliest": "after", "at the latest": "by"}
_AFTERWARDS = re.compile(rf",? ({'|'.join(_LINKED_BY)})(?=[,.;:)]|$|\s(?:and|but)\b)")  # starts in 2029 at the earliest
_FELL_THROUGH = re.compile(
    r"\b(?:f(?:[ae]ll|alls|allen)|c[ao]m(?:e|es|ing)|went|gone?|goes|got|pushed|sailed) through$"
)


def _bounded(text: str, begin: int, end: int, meaning: Meaning, clock: Clock, reached: int) -> Expression:
    """The expression with the words before it: early, late, since, by."""
    point, vague, link = meaning.date, meaning.vague, None
    if meaning.type in ("DATE", "TIME"):
        before = text[max(begin - _REACH, reached) : begin]
        modifier = _LINKS.search(before)
        if modifier is not None and modifier["mod"]:
            begin -= len(before) - modifier.start()
            before = before[: modifier.start()]
            vague = vague or modifier["mod"].lower() not in ("earlier", "later", "sometime", "some time")
        found = _LINK.search(before)
        is_phrasal = found is not None and found["link"] and _FELL_THROUGH.search(before, 0, found.end("link"))
        is_adjective = found is not None and re.match(r"(?!mid-)\w+-\w+\s[a-z]", text[begin : end + 2])
        word = (found["link"] or found["from"]).lower() if found is not None else ""
        is_moment = word in ("after", "before") and _HOUR.search(found[0]) is not None if found else False
        is_whole = word == "through" and not clock.is_future and _PART.match(text, begin) is not None
        link = word if word and not (is_phrasal or is_adjective or is_moment or is_whole) else None
        after = _AFTERWARDS.match(text, end)
        link = _LINKED_BY[after[1]] if after is not None and link in (None, "for") else link
        if link == "until" and found is not None and _HAS_UNTIL.search(before):
            link = "by"  # has until Friday to pay
        if found is not None and word.startswith(("no", "as early", "as soon")):
            link = "after" if link and word[0] == "n" and "later" not in word else link  # not before 2027
            begin -= len(before) - found.start()
    written = text[begin:end]
    strict = _linked(point, link, clock) if point is not None else None
    vague = vague and not (link in ("by", "before", "no later than", "until") and "end" in written.lower())
    anchored, step, compares = meaning.anchored, meaning.step, meaning.compares
    return Expression(
        begin,
        end,
        written,
        meaning.type,
        meaning.value,
        strict,
        point,
        link,
        vague,
        anchored,
        step,
        compares,
        meaning.ends,
    )


def _linked(point: str, link: str | None, clock: Clock) -> str:
    """The date that the word before it makes of a point."""
    if link is None or not is_point(point) or (link == "as early as" and clock.tense == "past"):
        return point
    try:
        made, limit = _FORMS.get(link, "{}").format(point), point.replace("X", "9")  # by the end of the decade
        if link == "between now and":
            made = f"{clock.published}/{limit}"
        if link in ("by", "no later than", "not later than", "before", "prior to", "ahead of"):
            is_past = parse_date(point).bounds.end <= clock.published.toordinal()
            made = f"[..{limit}]" if is_past or clock.tense == "past" else f"[{clock.published}..{limit}]"
        return parse_date(made).text
    except DateFault:  # after the year 9999
        return point


# Dates of a link, with the point.
_FORMS = {
    "since": "{}/..", "until": "../{}", "till": "../{}", "through": "../{}", "before": "[..{}]", "prior to": "[..{}]",
    "ahead of": "[..{}]", "after": "[{}..]", "as early as": "[{}..]", "as soon as": "[{}..]", "about": "{}~",
    "around": "{}~", "circa": "{}~", "roughly": "{}~",
}  # fmt: skip
