"""What to write instead of a phrase that no question takes.

Owns: the rows for what only a question is asked in: phrases counted from today, and what only a file may hold.
Does not: turn any of them into a period; the rows for dates that files and questions share are those of dates.hints.

A row is eager when its phrase is no ordinary text either, so that it is refused even among bare words, where
other words are searched as text: `spring 2025` would else be the text "spring" in the whole of 2025.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date

from timeline_cli.dates.calendar import MONTH_NAMES
from timeline_cli.dates.faults import DateFault
from timeline_cli.dates.fiscal import FiscalYear
from timeline_cli.dates.hints.forms import eagerly, find, first
from timeline_cli.dates.hints.languages import in_english
from timeline_cli.dates.hints.offers import Explain, Found, Near, Row, Where, doubt, offer, says, told
from timeline_cli.dates.period import Period
from timeline_cli.dates.phrases.bare_words import BEGINNINGS, is_foreign, promises_date
from timeline_cli.dates.phrases.periods import one_period
from timeline_cli.dates.phrases.phrase import MOST_CHARACTERS, MOST_WORDS, may_begin
from timeline_cli.dates.phrases.ranges import listed, read_phrase
from timeline_cli.dates.phrases.words import (
    MONTH,
    NUMBER,
    ORDINAL,
    UNIT,
    WEEKDAY,
    WHICH,
    Asked,
    holds_year,
    is_fiscal,
    normal,
    whole,
)
from timeline_cli.hint import Hint

FORMS = "write 2025, 2025-03-22, March 2025, Q1 2025, 2024..2025, since 2024 or last 90 days"
_ONE_OF_THEM = "give every date its year and ask for one of them, or for a range"
_IN_FULL = "write every date in full, with its year"

_OPENERS = (
    r"(?:(?:since|from|starting|until|till?|through|thru|up to|by|before|after|between"
    r"|in|on|during|within|for|throughout) )+(?P<rest>.+)"
)
_SEPARATOR = r" ?\.\. ?| (?:to|until|till|through|before|-|and) "


def explained(text: str, fault: DateFault, today: date, fiscal: FiscalYear | None = None) -> DateFault:
    """The fault of a phrase, `text`, with what to write instead; as it is where the parser knew that."""
    if fault.hint:
        return fault
    where, asked, phrase = Where(False, today, fiscal), Asked(today, fiscal), normal(text)
    if fault.part:
        found = near_miss(fault.part, where)
        instead = _ONE_OF_THEM if fault.code == "E102" else "write its first and last date"
        if found is not None:
            return told(found, fault.part, where)
        return DateFault(fault.code, fault.message, _alone(fault.part, asked) or instead)
    opened = whole(_OPENERS, phrase)
    rest = opened["rest"] if opened else phrase
    sides = re.split(_SEPARATOR, rest)
    for part in (text, rest, *(side for side in sides if len(sides) > 1 and not _is_period(side, asked))):
        found = near_miss(part, where)
        if found is not None:
            return told(found, part, where) if part == text else _in_whole(phrase, part, found, where)
    return DateFault(fault.code, fault.message, _alone(phrase, asked) or FORMS)


def of_any_year(explain: Callable[[FiscalYear], DateFault | None]) -> DateFault | None:
    """A fault whose hint names no days that depend on whose fiscal year is meant."""
    fault, other = explain(FiscalYear(12)), explain(FiscalYear(6))
    if fault is None or (other is not None and fault.hint == other.hint):
        return fault
    return DateFault(fault.code, fault.message, "write its first and last day")


def _in_whole(phrase: str, part: str, found: Near | DateFault, where: Where) -> DateFault:
    """The fault of a piece, with all of the phrase as what to write: a piece alone would be another date."""
    fault = told(found, part, where)
    if not fault.hint.value:
        return fault
    assert where.today is not None
    written = phrase.replace(part, fault.hint.value)
    is_whole = _is_phrase(written, Asked(where.today, where.fiscal))
    return DateFault(fault.code, fault.message, Hint(f"write {written}", written) if is_whole else _IN_FULL, part)


def near_words(words: Sequence[str], today: date, fiscal: FiscalYear | None = None) -> DateFault | None:
    """The fault of bare words that begin no date phrase, and are plainly meant as one or promise one: 2025-02-30, last.

    None where they are ordinary text.
    """
    if not words or not may_begin(*words[:5]):
        return None
    where = Where(False, today, fiscal)
    runs = [normal(" ".join(words[:count])) for count in range(1, min(len(words), MOST_WORDS) + 1)]
    for run in reversed(runs):
        if len(run) > MOST_CHARACTERS:
            continue
        is_in_another_language = holds_year(run) and any(in_english(word) in MONTH_NAMES for word in run.split())
        found = first(_ROWS, run, where, eager=True) or (find if is_in_another_language else eagerly)(run, where)
        if found is not None:
            return told(found, run, where)
    if runs[0] not in BEGINNINGS:
        return None
    for run in reversed(runs[1:6]):
        for part in (run, run.split(" ", 1)[-1])[: 1 if runs[0] == "between" else 2]:
            if part != run and _is_phrase(part, Asked(today, fiscal)):
                alone = _alone(run, Asked(today, fiscal)) or _IN_FULL
                return DateFault("E102", f"{run} is not read as one date", alone)
            found = near_miss(part, where)
            if found is not None:
                return told(found, part, where) if part == run else _in_whole(run, part, found, where)
    return DateFault("E102", f"no date follows {runs[0]}", f"write {_example(runs[0])}")


def _alone(text: str, asked: Asked) -> str:
    """How to ask for the one piece of a text that is a date, with its days."""
    words = normal(text).split()
    for count in range(len(words) - 1, 0, -1) if sum(map(is_foreign, words)) < 2 else ():
        for piece in (" ".join(words[:count]), " ".join(words[-count:])):
            try:
                period = read_phrase(piece, asked) if promises_date(piece) else None
            except DateFault:
                continue
            if period is not None:
                return f"write {piece} alone for {period.text}, or one range with the year of every date"
    return ""


def near_miss(text: str, where: Where) -> Found:
    """What a text may mean that is no phrase; None where nothing is near."""
    return first(_ROWS, normal(text), where) or (find(text, where) if text else None)


def _is_phrase(text: str, asked: Asked) -> bool:
    try:
        return read_phrase(text, asked) is not None
    except DateFault:
        return False


def _is_period(text: str, asked: Asked) -> bool:
    try:
        return one_period(text, asked) is not None
    except (ValueError, OverflowError):
        return True  # its own fault would have been raised, were it what is wrong


def _example(beginning: str) -> str:
    examples = {"last": "last year", "this": "this week", "next": "next 7 days", "between": "between DATE and DATE"}
    return examples.get(beginning, f"{beginning} DATE")


def _choose(code: str, reason: str, instead: str) -> Explain:
    """A doubt whose words may use the groups of the pattern; {0} is the text."""

    def explain(match: re.Match[str], where: Where) -> Found:
        named = {name: value or "" for name, value in match.groupdict().items()}
        return doubt(code, reason.format("{0}", **named), instead.format(**named))

    return explain


def _if_dated(explain: Explain) -> Explain:
    """Only where the group `of` is a period: end of life products 2024 is text and a year."""

    def explain_dated(match: re.Match[str], where: Where) -> Found:
        assert where.today is not None
        return explain(match, where) if _is_period(match["of"], Asked(where.today, where.fiscal)) else None

    return explain_dated


def _asked(explain: Explain) -> Explain:
    """A row that explains questions only, not dates in files."""
    return lambda match, where: None if where.in_file else explain(match, where)


def _only_in_a_file(reason: str, form: str = "{d}") -> Explain:
    """What a question asks for without what only a file may hold."""
    return _asked(lambda match, _where: offer(form.format(d=match["d"].upper()), reason=reason))


def _from_when(match: re.Match[str], where: Where) -> Found:
    """3 years: those forms whose days are in the calendar."""
    counted, today = f"{match['n']} {match['u']}", where.today or date(2000, 1, 1)
    forms = [
        form for form in (f"last {counted}", f"next {counted}", f"{counted} ago") if _is_phrase(form, Asked(today))
    ]
    instead = f"write {' or '.join(forms)}" if forms else "years run from 0001 to 9999"
    return doubt("E102", "{0} does not say from when", instead)


def _lacks_date(match: re.Match[str], _where: Where) -> Found:
    phrase = _example(match[0])
    instead = f'write {phrase}, in a query after a field with quotation marks: date:"{phrase}"'
    return doubt("E102", f"no date follows {match[0]}", instead)


def _apart(match: re.Match[str], where: Where) -> Found:
    """Periods that do not touch: all of the time, or either of them."""
    asked = Asked(where.today or date.min, where.fiscal)
    found = listed(match[0], asked) if where.today and not where.in_file else None
    if found is None:
        return None
    all_of_it = Period(found.periods[0][0], max(last for _, last in found.periods)).text
    if is_fiscal(match[0]):
        first, *_, last = sorted(found.names, key=lambda name: one_period(name, asked) or (0, 0))
        all_of_it = f"{first} to {last}"
    either = ",".join(f'"{name}"' if " " in name else name for name in found.names)
    hint = f"write {all_of_it} for all of it, or date:{either} for either of them"
    return doubt("E106", "{0} leaves out what is between", hint)


def _in_parts(match: re.Match[str], where: Where) -> Found:
    """since2024, 22Mar2025 and 2024-12-31T00:00.. with spaces between their parts, and without a time."""
    word, reason = match[0], "{0} is not a date in an accepted form"
    parts = re.findall(r"[qh]\d(?!\d)|[a-z]+|\d+", word)
    opened, dated = re.sub(r"^([a-z]+)-?(?=\d{4})", r"\1 ", word), re.sub(r"t\d\d:?\d\d[^.]*", "", word)
    spaced = (" ".join(parts), f"{parts[0]} to {' '.join(parts[1:])}") if ".." not in word else ()
    for text in (opened, dated, word.replace("/", " "), *spaced):
        if where.today and _is_phrase(text, Asked(where.today, where.fiscal)):
            return Near("E102", reason, text)
    return find(word, where) or doubt("E102", reason, "write every date in full: 22 March 2025, 2024..2025-03")


_STRICT = r"(?P<d>\d{4}[-\dqhwx]*)"
_A_PART = rf"(?:[qh]\d|\d[qh]|{ORDINAL} (?:quarter|half))"
_DIGITS = r"(?<!\d)(?:\d\d?|(?:19|20)\d\d)(?!\d)"
_SPAN = r"(?:week|month|quarter|half|year)"
_BOUND = r"(?:until|till?|through|thru|up to|of|in|during|within|from|since)"


def _unit(which: str) -> Explain:
    """A unit that may be of the calendar or counted in days from today."""

    def explain(match: re.Match[str], _where: Where) -> Found:
        unit = match["u"]
        counted = {"quarter": "3 months", "half": "6 months"}.get(unit, f"1 {unit}")
        way = "up to" if which == "last" else "from"
        reason = f"{{0}} can be a unit of the calendar or as many days {way} today"
        return doubt("E106", reason, f"write {which} {unit} or {which} {counted}")

    return explain


# In order: the first row that explains does.
_ROWS: tuple[Row, ...] = (
    (False, r"", says("E102", "the date is empty", FORMS)),
    (False, r"\d{1,3}", says("E102", "{0} could be a day, a month, a year or a number",
                            "write 2025, 2025-03, 2025-03-22 or 22 March 2025")),
    # What only a file may hold
    (True, _STRICT + "[?~%]", _only_in_a_file("{0} is qualified, and a question's bounds are exact")),
    (True, r"[\[{].*\d{4}.*[\]}]",
     _asked(says("E102", "{0} is a choice, which only a file may hold", "write a range"))),
    (True, _STRICT + "/", _only_in_a_file("{0} has an unknown end, which only a file may hold", "{d}/..")),
    (True, "/" + _STRICT, _only_in_a_file("{0} has an unknown start, which only a file may hold", "../{d}")),
    (False, r"[/.\- ]+", says("E102", "{0} says nothing", "leave one side: 2024.. or ..2025")),
    # Without spaces
    (True, r"(?:since|until|till|before|after|from|by|through|to)-?\d{4}\S*", _asked(_in_parts)),
    (True, r"(?:(?:\d\d?[./-]){0,2}\d{4}[-\dqhwt:z]*|[qh]\d)\.\.\S*|\S*\.\.(?:\d\d?[./-]){0,2}\d{4}\S*",
     _asked(_in_parts)),
    (True, rf"(?=\D*\d)(?=.*(?:{MONTH}|[qh]\d.*20\d\d|20\d\d.*[qh]\d))(?:(?:{MONTH}|{_DIGITS}|[qh]\d)[-/.,+]?){{2,}}",
     _asked(_in_parts)),
    # Lists
    (False, r".+(?: (?:and|or|&&?|\+|\|\|?) |[/+&]).+", _apart),
    (True, r"(?P<of>.*\d{4}.*),",
     _asked(_if_dated(says("E102", "{0} ends in a comma", "ask for either date with date:2024,2025")))),
    (False, r"\d{4}.*(?:,| and | or ) ?.*\d{4}", _asked(says(
        "E102", "{0} names more than one period", "write a range 2024..2025, or date:2024,2025 for either"))),
    (False, r"(?:the )?'?(?P<d>\d)0'?s",
     _choose("E102", "{0} leaves the century open", "write 19{d}X or 20{d}X")),
    # Which one, from when, how many
    (False, rf"{WHICH} (?:{MONTH}|{_A_PART})",
     says("E106", "{0} can be two of them a year apart", "write it with its year")),
    (False, rf"this (?P<d>{WEEKDAY})", _choose("E106", "{0} can be the nearest one before or after today",
                                               "write last {d}, next {d} or {d} this week")),
    (False, rf"(?P<d>{WEEKDAY})", _choose("E106", "{0} does not say which one", "write last {d} or next {d}")),
    (False, r"(?:last|past|this|next) (?P<d>(?:19|20)\d\d)",
     _choose("E102", "{0} is not read as one date", "write {d}")),
    (False, rf"(?P<w>last|past|next) (?P<n>{NUMBER})",
     _choose("E102", "{0} lacks its unit", "write {w} {n} days, weeks, months, quarters or years")),
    (False, r"(?:the )?(?:past|last|this|next) day",
     says("E106", "{0} can be today or the day next to it", "write yesterday, today or tomorrow")),
    (True, rf"the last (?P<u>{_SPAN})", _unit("last")),
    (True, rf"the next (?P<u>{_SPAN})", _unit("next")),
    (False, rf"(?:the )?(?:last|past|previous|next) {NUMBER} {UNIT}s? {_BOUND} (?P<of>.+)", _if_dated(_choose(
        "E106", "{0} can be counted from today or from {of}", "write the first and the last date"))),
    (True, rf"within (?P<n>{NUMBER}) (?P<u>{UNIT}s?)", _from_when),
    (True, rf"(?:(?:in|over|during) )?(?:the )?past (?:few|several|couple(?: of)?) {UNIT}s",
     says("E102", "{0} does not say how many", "write a number: last 3 months")),
    (False, r".*\b(?:few|several|couple|some|many|dozen|half a)\b.*",
     says("E102", "{0} does not say how many", "write a number: last 3 months, 2 weeks ago")),
    (False, rf"(?P<n>{NUMBER}) (?P<u>{UNIT}s?)", _from_when),
    (False, r"(?:the )?(?:first|last) day (?:of|in) .+",
     says("E102", "{0} is not the day of a period", "write first day of March with its year")),
    (False, rf"(?:the )?(?:{WHICH}|past) (?:decade|century)|(?:the )?\d\d?(?:st|nd|rd|th)? century", says(
        "E102", "{0} can be counted in more ways than one",
        "write its first and last year")),
    (False, r"(?:the )?present|date", says("E102", "{0} can be today or open", "write today, or leave the side out")),
    (True, rf"(?:(?:in|over|during) )?(?:the )?past (?P<u>{_SPAN})", _unit("last")),
    (True, r"(?P<d>\d{4})-", _only_in_a_file("{0} lacks its end", "{d}/..")),
    (False, r"recent(?:ly)?|soon|lately|nowadays|currently|ever|always|later|earlier",
     says("E102", "{0} has no fixed bounds", "write last 30 days, next 30 days, or since a date")),
    (False, rf"(?:the )?(?:trailing|rolling) (?P<n>{NUMBER})[- ](?P<u>{UNIT})s?", _choose(
        "E102", "{0} is not a date that a question can use", "write past {n} {u}s")),
    (False, r"since|until|from|before|after|between|last|this|next", _lacks_date),
)  # fmt: skip
