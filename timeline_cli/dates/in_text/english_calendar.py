"""English calendar dates: what the words of each form mean, from 24 March 2025 to Boxing Day and the 1990s.

Owns: those readings, and the words that all forms share. Does not: find them in a text.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from timeline_cli.dates.in_text import english_words as w
from timeline_cli.dates.in_text import moment
from timeline_cli.dates.in_text.moment import Clock, Meaning


def number(text: str) -> int | None:
    """A count in digits or words; None for several, some."""
    text = text.lower()
    if text.isdigit():
        return int(text)
    first, _, second = text.partition("-")
    if second:
        return w.NUMBERS[first] + w.NUMBERS[second] if first in w.NUMBERS and second in w.NUMBERS else None
    return w.NUMBERS.get(first)


def plain(text: str) -> str:
    return text.lower().rstrip(".")


def unit_of(text: str) -> str:
    text = text.lower()
    return "century" if text.startswith("centur") else text.removesuffix("s")


def length(count: int | None, unit: str) -> str:
    """The TIMEX3 value of a duration."""
    if count is not None and unit in w.MULTIPLES:
        many, unit = w.MULTIPLES[unit]
        count *= many
    sign, text = w.UNITS.get(unit, unit[:2].upper()), "X" if count is None else str(count)
    return f"PT{text}{sign[1:]}" if sign.startswith("T") else f"P{text}{sign}"


def direction(word: str) -> str:
    word = word.lower().strip().removeprefix("the ")
    return {"previous": "last", "past": "last", "current": "this", "coming": "next", "following": "next",
            "upcoming": "next"}.get(word, word)  # fmt: skip


def shift(word: str) -> int:
    """Last is one before, next one after."""
    return {"last": -1, "next": 1}.get(direction(word), 0)


def read_slashed(match: re.Match[str], clock: Clock) -> Meaning | None:
    """Month first, as TIMEX3 reads it; the date is unknown where the day may come first."""
    first, second, year = int(match[1]), int(match[2]), int(match[3])
    year += (2000 if year < 70 else 1900) if year < 100 else 0
    when = date(year, first, second) if first <= 12 else date(year, second, first)
    meaning = moment.day(when)
    return meaning._replace(date=None) if first <= 12 and second <= 12 and first != second else meaning


def dated(month: str, day: str, year: str | None, clock: Clock, last: str | None = None) -> Meaning | None:
    number, first = w.MONTHS[plain(month)], int(re.sub(r"\D", "", day))
    if year:
        one: Meaning | None = moment.day(date(int(year), number, first))
    else:
        one = moment.nearest(lambda each: date(each, number, first), clock)
    if one is None or last is None:
        return one
    end = one.value[:8] + f"{int(re.sub(chr(92) + 'D', '', last)):02}"
    date.fromisoformat(end)
    return one._replace(date=f"{one.value}/{end}") if end > one.value else None


def read_month_day(match: re.Match[str], clock: Clock) -> Meaning | None:
    year = str(clock.published.year + shift(match["which"])) if match["which"] else match["y"]
    return dated(match["m"], match["d"], year, clock, match["last"])


def read_week(match: re.Match[str], clock: Clock) -> Meaning | None:
    """The week of 3 March, the week beginning March 3."""
    one = dated(match["m"] or match["n"], match["d"] or match["e"], match["y"], clock)
    return one and moment.week(date.fromisoformat(one.value))


def read_bare_month(match: re.Match[str], clock: Clock) -> Meaning | None:
    name = plain(match["m"])
    which = direction(match["which"] or "")
    is_joined = match.string[match.start() - 1 : match.start()] in ("-", "–")  # January-May
    is_alone = match["before"] is None and not which and not match["rel"] and not is_joined
    if is_alone and len(name) < 5 and name not in ("june", "july", "may"):
        return None
    if is_alone and name in ("may", "march") and not clock.is_over:
        return None
    if clock.tense == "perfect" and match.string[: match.start("m")].endswith("until "):
        which = which or "next"  # has been halted until September
    if match["n"]:  # from November to February 2024, between May and July last year
        year = int(match["y"] or clock.published.year + shift(match["year"].lower()))
        return moment.month(year - (w.MONTHS[name] > w.MONTHS[plain(match["n"])]), w.MONTHS[name])
    return moment.bare_month(w.MONTHS[name], clock, which)


def read_month_of_year(match: re.Match[str], clock: Clock) -> Meaning | None:
    """May of last year, May of the following year: that one counts from the date before it."""
    which, month = match["which"].lower(), w.MONTHS[plain(match["m"])]
    if which in ("last", "this", "next"):
        return moment.month(clock.published.year + shift(which), month)
    year = moment.counted(shift(which), "year", clock.latest)
    return year and moment.month(int(year.value), month)._replace(anchored=True)


def read_range_end(match: re.Match[str], clock: Clock) -> Meaning | None:
    """The 25 of 2024-25."""
    text = match["z"]
    return moment.of(text if len(text) == 4 else (clock.latest or "20")[:2] + text)


def read_fiscal_year(match: re.Match[str], clock: Clock) -> Meaning | None:
    """Without a calendar that the text explains, roughly the year that it is called by."""
    which, today = match["which"], clock.published
    if match["g"]:
        year = fiscal_year(match)
    else:
        shifted = shift(which) if which else -(not clock.is_future)  # for the fiscal year
        year = today.year + shifted + (clock.year_end is not None and today.month > clock.year_end)
    if clock.year_end == 12:
        return moment.of(str(year))
    if clock.year_end:
        last = moment.month(year, clock.year_end).value
        return Meaning("DATE", str(year), f"{moment.month(year, clock.year_end - 11).value}/{last}")
    return Meaning("DATE", str(year), str(year), vague=True)


def fiscal_year(match: re.Match[str]) -> int:
    """2025, of FY25 and of fiscal 2024-25."""
    text = match["z"] or match["g"]
    return int(text) + (2000 if len(text) == 2 else 0)


def read_year_before(match: re.Match[str], clock: Clock) -> Meaning | None:
    """The corresponding quarter of the previous year: that of the date before it."""
    month = re.fullmatch(r"\d{4}-\d\d", clock.latest or "")
    return year_before(clock.latest if month else clock.period) or Meaning(
        "DATE", str(clock.published.year - 1), compares=True
    )


def read_year_earlier(match: re.Match[str], clock: Clock) -> Meaning | None:
    """The year-ago quarter, after a quarter or half nearby; else roughly the last year."""
    return year_before(clock.period) or Meaning("DATE", str(clock.published.year - 1))


def year_before(period: str | None) -> Meaning | None:
    """A quarter, half or month of the year before; None without one."""
    return moment.of(f"{int(period[:4]) - 1}{period[4:]}")._replace(compares=True) if period else None


def read_split_year(match: re.Match[str], clock: Clock) -> Meaning | None:
    """2026-27 where the text explains its fiscal year; None for other years."""
    year = int(match["y"]) + 1
    if clock.year_end in (None, 12) or year % 100 != int(match["z"]):
        return None
    first, last = (moment.month(year, (clock.year_end or 12) - back).value for back in (11, 0))
    return Meaning("DATE", str(year), f"{first}/{last}")


def read_side(match: re.Match[str], clock: Clock) -> Meaning | None:
    """The last day of 1999, the first day of March 2024, the last day of May."""
    first, last = [w.MONTHS[plain(match["m"])]] * 2 if match["m"] else (1, 12)
    year, is_first = match["y"] or match["z"], match["side"].lower() == "first"

    def side(year: int) -> date:
        after = date(year + last // 12, last % 12 + 1, 1)
        return date(year, first, 1) if is_first else after - timedelta(days=1)

    return moment.day(side(int(year))) if year else moment.nearest(side, clock)


def decade(start: str) -> Meaning:
    return Meaning("DATE", start[:3], start[:3] + "X")


def read_century(match: re.Match[str], clock: Clock) -> Meaning | None:
    number = int(match["n"]) - 1
    return Meaning("DATE", f"{number:02}", f"{number:02}XX") if 9 < number < 99 else None


# Before each name: month/day; month/weekday (0 is Monday)/which of them (-1 is the last)/days after it; or the days
# after Easter Sunday.
_HOLIDAYS = (
    "1/1 New Year's Day,1/1 New Year's,1/1 New Year,12/31 New Year's Eve,12/24 Christmas Eve,12/25 Christmas Day,"
    "12/25 Christmas,12/26 Boxing Day,1/26 Australia Day,1/26 Republic Day,1/0/3/0 Martin Luther King Day,"
    "2/2 Groundhog Day,2/14 Valentine's Day,2/0/3/0 Presidents' Day,3/17 St Patrick's Day,4/1 April Fools' Day,"
    "4/1 April Fool's Day,4/25 Anzac Day,"
    "5/1 May Day,5/1 Labour Day,5/0/-1/0 Memorial Day,6/19 Juneteenth,7/1 Canada Day,7/4 Independence Day,"
    "7/4 the Fourth of July,7/14 Bastille Day,9/0/1/0 Labor Day,10/2 Gandhi Jayanti,10/0/2/0 Columbus Day,"
    "10/31 Halloween,11/1 All Saints' Day,11/0/1/1 Election Day,11/11 Veterans Day,11/11 Remembrance Day,"
    "11/3/4/0 Thanksgiving Day,11/3/4/0 Thanksgiving,11/3/4/1 Black Friday,11/3/4/4 Cyber Monday,-47 Shrove Tuesday,"
    "-46 Ash Wednesday,-7 Palm Sunday,-3 Maundy Thursday,-2 Good Friday,0 Easter Sunday,0 Easter Day,0 Easter,"
    "1 Easter Monday,39 Ascension Day,49 Whit Sunday,50 Whit Monday"
)
# Holidays by the moon: month and day of each year from 2015.
_LUNAR = {
    name: [divmod(int(day), 100) for day in days.split()]
    for names, days in (
        (
            "lunar new year,chinese new year",
            "219 208 128 216 205 125 212 201 122 210 129 217 206 126 213 203 123 211 131",
        ),
        ("diwali", "1111 1030 1019 1107 1027 1114 1104 1024 1112 1031 1020 1108 1029 1017 1105 1026"),
    )
    for name in names.split(",")
}
_ELSEWHERE = frozenset(("independence day", "republic day", "labour day", *_LUNAR))  # on other days in other countries
_RULES = {
    name.replace("'", "").lower(): [int(part) for part in rule.split("/")]
    for rule, name in (row.split(" ", 1) for row in _HOLIDAYS.split(","))
}
_NAMES = sorted((*(row.split(" ", 1)[1] for row in _HOLIDAYS.split(",")), *_LUNAR), key=len, reverse=True)
HOLIDAY = "|".join(_NAMES).replace("'", "['’]?")
_APART = re.compile(rf"{w.APART}|\s(?:brought|saw|marked)\b")  # Labor Day brought the launch of
_ITSELF = re.compile(rf",\s(?:{w.DAY}\s{w.MONTH}|{w.MONTH}\s{w.DAY})\b")
_DID = re.compile(r"\s[a-z]+ed\b")
_BOUND = re.compile(r"\b(?:before|by|after|since|until|till|of|to|from)\s+(?:the\s+)?$")


def _holiday(name: str, year: int) -> date:
    if name in _LUNAR:
        return date(year, *dict(enumerate(_LUNAR[name], 2015))[year])  # KeyError outside of the table
    rule = _RULES[name]
    if len(rule) == 1:
        from dateutil.easter import easter  # few texts name such a day

        return easter(year) + timedelta(days=rule[0])
    return date(year, *rule) if len(rule) == 2 else _nth(year, *rule[:3]) + timedelta(days=rule[3])


def _nth(year: int, month: int, weekday: int, which: int) -> date:
    """The first (1) to fifth Monday (0) of a month, the last for -1; ValueError if it has none."""
    start = date(year, month, 1) if which > 0 else date(year + month // 12, month % 12 + 1, 1)
    found = start + timedelta(days=(weekday - start.weekday()) % 7, weeks=which - (which > 0))
    return found.replace(month=month) if found.month == month else date(year, month, 32)


def read_holiday(match: re.Match[str], clock: Clock) -> Meaning | None:
    """Its day. Christmas and Easter are longer, unless they only bound something: before Easter."""
    words, year, which = match["holiday"], match["y"], direction(match["which"] or "")
    name = re.sub(r"['’]", "", words.lower())
    before = match.string[: match.start()]
    is_whole = words.endswith(("Day", "Eve")) or _DID.match(match.string, match.end()) is not None
    is_day = before.endswith(" on ") and is_whole  # a fire on Christmas Eve destroyed it; not: on Black Friday deals
    is_apart = is_day or _APART.match(match.string, match.end()) or before.endswith(("On ", " to ", " until "))
    if _ITSELF.match(match.string, match.end()):
        return None  # Independence Day, 21 September
    if not is_apart or not words.removeprefix("the ")[0].isupper():
        return None  # Black Friday deals
    if match["of"] or which == "this":
        year = str(clock.published.year + shift(match["of"] or ""))
    clock = clock._replace(tense={"last": "past", "next": "future"}.get(which, clock.tense))
    in_year = moment.day(_holiday(name, int(year))) if year else None
    found = in_year or moment.nearest(lambda each: _holiday(name, each), clock._replace(is_over=which == "last"))
    if found is None or _BOUND.search(match.string, max(match.start() - 12, 0), match.start()):
        return found
    if name == "easter":
        when = date.fromisoformat(found.value)
        return found._replace(date=f"[{when - timedelta(days=2)}..{when + timedelta(days=1)}]")
    if name in ("christmas", "new year", "new years") or match["span"]:
        return found._replace(date=found.value[: 4 if name[0] == "n" else 7], vague=True)
    return found._replace(vague=name in _ELSEWHERE)


def read_nth_weekday(match: re.Match[str], clock: Clock) -> Meaning | None:
    """The first Monday of May, the last Friday of next month."""
    nth, weekday = match["nth"].lower(), w.WEEKDAYS[plain(match["day"])]
    which = w.ORDINALS.get(nth, -1)
    if match["m"] and not match["y"]:
        return moment.nearest(lambda year: _nth(year, w.MONTHS[plain(match["m"])], weekday, which), clock)
    month = f"{match['y']}-{w.MONTHS[plain(match['m'])]}" if match["m"] else _month(match["which"], clock)
    return moment.day(_nth(int(month[:4]), int(month[5:]), weekday, which))


def _month(which: str, clock: Clock) -> str:
    """Last month, or that month: the one of a date just given."""
    if direction(which) not in ("this", "last", "next") and clock.is_near and re.match(r"\d{4}-\d", clock.latest or ""):
        return (clock.latest or "")[:7]
    return moment.month(clock.published.year, clock.published.month + shift(which)).value


def read_day_of_month(match: re.Match[str], clock: Clock) -> Meaning | None:
    """The 3rd of next month; on the 3rd: of the month just named, else the nearest that the tense allows."""
    day, today, month = int(match["d"][:-2]), clock.published.day, _month(match["which"] or "that", clock)
    if not match["which"] and month == f"{clock.published:%Y-%m}":
        ahead = clock.is_future and day < today
        month = _month("next" if ahead else "last" if day > today and not clock.is_future else "this", clock)
    return moment.day(date.fromisoformat(f"{month}-{day:02}"))
