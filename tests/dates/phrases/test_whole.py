"""Whole phrases of time: the table, phrases made by chance against an oracle, and no piece of a run of words."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest
from dateutil.relativedelta import relativedelta

from timeline_cli.dates.faults import DateFault
from timeline_cli.dates.fiscal import FiscalYear
from timeline_cli.dates.phrases.hints import explained
from timeline_cli.dates.phrases.phrase import parse_phrase
from timeline_cli.editing.free_dates import strict_date
from timeline_cli.errors import QueryFault
from timeline_cli.query.parser import parse
from timeline_cli.query.tree import Term, Tree, terms_of

LINES = (Path(__file__).parent / "whole.tsv").read_text(encoding="utf-8").splitlines()[1:]
ROWS = [tuple(line.split("\t")) for line in LINES]
# Which a query says otherwise: its own `not`, a quotation mark, `past 3 months` that may be words.
PHRASES_ONLY = ("not later", "fiscal Q1 '25", "past ")


def as_phrase(text: str, today: date, fiscal: FiscalYear | None) -> str:
    """What a phrase means, or REFUSE and what to write instead."""
    try:
        return parse_phrase(text, today, fiscal).text
    except DateFault as fault:
        return f"REFUSE {explained(text, fault, today, fiscal).hint}"


def as_bare_words(text: str, today: date, fiscal: FiscalYear | None) -> str:
    """What bare words mean, all of which are one date, or REFUSE and what to write instead."""
    try:
        tree = parse(text.split(), today)
    except QueryFault as fault:
        return f"REFUSE {fault.hint}"
    assert isinstance(tree, Term), tree
    assert tree.field == "date"
    return as_phrase(tree.values[0], today, fiscal)


@pytest.mark.parametrize("read", [as_phrase, as_bare_words])
@pytest.mark.parametrize(("phrase", "today", "fiscal", "expected"), ROWS)
def test_reading(read: object, phrase: str, today: str, fiscal: str, expected: str) -> None:
    assert callable(read)
    if read is as_bare_words and phrase.startswith(PHRASES_ONLY):
        return
    answer = read(phrase, date.fromisoformat(today), FiscalYear(int(fiscal)) if fiscal else None)
    if expected.startswith("REFUSE"):
        assert answer.startswith("REFUSE")
        assert expected.removeprefix("REFUSE").strip() in answer
    else:
        assert answer == expected


BESIDE = [
    ("Q1 since 2024", "2024-01-01.."),
    ("2025 fiscal", "2025-01-01..2025-12-31"),
    ("fiscal since 2024", "2024-01-01.."),
    ("March 2025 April", "2025-03-01..2025-03-31"),
    ("2024 Q1 Q2", "2024-01-01..2024-03-31"),
    ("2024 later", "2024-01-01..2024-12-31"),
    ("Q1 2025 and Q2", "2025-01-01..2025-03-31"),
    ("Q1 or 2024", "2024"),
    ("2024 on samsung", "2024 samsung"),
    ("samsung before 2020 or after 2024", 'date:"before 2020","after 2024"'),
    ("samsung 2024 or 2026", "2024-01-01..2026-12-31"),
    ("date:2024 to march", "2024"),
    ("2025 märz", "2025-03"),
    ("2024 to march", "2024 alone for 2024-01-01..2024-12-31"),
    ("Q1 2025 to Q3", "q1 2025 alone for 2025-01-01..2025-03-31"),
    ("last week friday", "last week alone for 2026-11-16..2026-11-22"),
    ("last friday in march", "last friday alone for 2026-11-27"),
    ("Q1 2025 to", "q1 2025 alone for 2025-01-01..2025-03-31"),
    ("22 23 March 2025", "23 march 2025 alone for 2025-03-23"),
    ("results 22 23 March 2025", "23 march 2025 alone"),
    ("2 quarters 2024", "2024 alone"),
    ("quarter 2024", "2024 alone"),
    ("2026 TTM", "2026 alone"),
    ("2024 Q1..Q3", "write 2024-Q1..2024-Q3"),
    ("2024-Q1..Q3", "write 2024-Q1..2024-Q3"),
    ("2024 Jan-Mar", "write 2024-01..2024-03"),
    ("2024-12-31T00:00..", "write 2024-12-31.."),
    ("samsung or since2024", "write since 2024"),
    ("Jan-Mar-2025", "write jan to mar 2025"),
    ("22Mar2025", "write 22 mar 2025"),
    ("2025-03-22 +3 days", "write 2025-03-25"),
    ("today + 3 days", "write 2026-12-01"),
    ("mid H1 2025", "write 2025-03..2025-04"),
    ("early Q1 2025", "write 2025-01;"),
    ("after until 2024", "until 2024 alone for ..2024-12-31"),
    ("after YTD", "ytd alone for 2026-01-01..2026-11-28"),
    ("this 2024", "write 2024;"),
    ("2025-03-22 only", "2025-03-22 alone"),
]

# Which have no date of their own, and are no text either.
NO_DATE = [
    ("samsung or 22 March", "add the year"),
    ("Mar 25", "four digits"),
    ("Mar-25", "four digits"),
    ("22-25 March", "add the year"),
    ("Q1..Q3", "add the year"),
    ("2025Q5", "quarters run from Q1 to Q4"),
    ("a year ago", 'date:"a year ago"'),
    ("in 3 days", 'date:"in 3 days"'),
    ("between 3 years", "between DATE and DATE"),
    ("since 20233 years", "years run from 0001 to 9999"),
    ("since 3000 years", "write next 3000 years;"),
    ("201X on month", "write 201x..;"),
    ("latest 2024", "write timeline show 2024 --reverse"),
    ("x*date:2025", "a space before a field"),
]


@pytest.mark.parametrize(("words", "named"), NO_DATE)
def test_words_that_are_no_text_say_what_to_write(words: str, named: str) -> None:
    with pytest.raises(QueryFault) as caught:
        parse(words.split(), date(2026, 11, 28))
    assert named in f"{caught.value.hint.text};"


TEXT = [
    "windows 11 2024",
    "2024 year review",
    "black friday 2025",
    "2024 to do list",
    "fiscal cliff 2025",
    "2024 5 plants",
    "more than 2025",
    "plant opening 2025",
    "H2020",
    "2025 first look",
    "2025 several plants",
    "no fault in 2025",
]


@pytest.mark.parametrize("words", TEXT)
def test_words_of_time_that_belong_to_an_ordinary_word_are_text(words: str) -> None:
    tree = parse(words.split(), date(2026, 11, 28))
    assert tree is not None
    assert any(term.field == "" for term in terms_of(tree))


@pytest.mark.parametrize(("words", "named"), BESIDE)
def test_what_is_refused_names_the_range(words: str, named: str) -> None:
    with pytest.raises(QueryFault) as caught:
        parse(words.split(), date(2026, 11, 28))
    assert named in caught.value.hint.text


Days = tuple[date, date]
ONE = timedelta(days=1)
MONTHS = [f"{date(2000, month, 1):%B}" for month in range(1, 13)]


def months(year: int, first: int, count: int) -> Days:
    start = date(year, 1, 1) + relativedelta(months=first - 1)
    return start, start + relativedelta(months=count) - ONE


def period(chance: random.Random, end_month: int) -> tuple[str, Days]:
    """One period in one of its forms, and its days as the calendar of this test counts them."""
    year, month, part = chance.randint(2001, 2030), chance.randint(1, 12), chance.randint(1, 4)
    half, yy, size = chance.randint(1, 2), f"{year % 100:02}", chance.choice([3, 6, 9])
    name = MONTHS[month - 1][: chance.choice([3, 20])]
    ordinal = ("first", "second", "third", "fourth")[part - 1]
    fiscal = months(year - (end_month != 12), end_month % 12 + 1, 12)
    quarter = fiscal[0] + relativedelta(months=3 * part - 3)
    fiscal_quarter = quarter, quarter + relativedelta(months=3) - ONE
    day = months(year, month, 1)[0] + timedelta(chance.randint(0, 27))
    weekday = months(year, month, 1)[0] + timedelta(7 * part - 7)
    monday = day - timedelta(day.weekday())
    forms: list[tuple[list[str], Days]] = [
        ([f"{year}", f"all of {year}", f"full year {year}", f"CY{yy}"], months(year, 1, 12)),
        ([f"{name} {year}", f"{year}-{month:02}"], months(year, month, 1)),
        ([f"Q{part} {year}", f"{part}Q{yy}", f"Q{part}'{yy}", f"{ordinal} quarter of {year}"],
         months(year, 3 * part - 2, 3)),
        ([f"H{half} {year}", f"{half}H{yy}"], months(year, 6 * half - 5, 6)),
        ([f"FY{yy}", f"fiscal {year}", f"all of FY{year}"], fiscal),
        ([f"FY{yy}Q{part}", f"FQ{part} {year}", f"fiscal Q{part}'{yy}", f"fiscal {ordinal} quarter {year}",
          f"fiscal {ordinal} quarter of {year}"], fiscal_quarter),
        ([f"{name} quarter {year}", f"quarter ended {name} {year}"], months(year, month - 2, 3)),
        ([f"fiscal year ended {name} {year}", f"12 months ended {name} {year}"], months(year, month - 11, 12)),
        ([f"{size}M{yy}", f"first {size} months of {year}"], months(year, 1, size)),
        ([f"{day.day} {name} {year}", day.isoformat()], (day, day)),
        ([f"{ordinal} {weekday:%A} of {name} {year}"], (weekday, weekday)),
        ([f"week of {monday.day} {MONTHS[monday.month - 1]} {monday.year}"], (monday, monday + timedelta(6))),
    ]  # fmt: skip
    texts, days = chance.choice(forms)
    return chance.choice(texts), days


def made(chance: random.Random, end_month: int, today: date) -> tuple[str, str] | None:
    """A phrase and its bounds; None where chance made a range that ends before it starts, or mixes fiscal years."""
    (text, (first, last)), (other, (start, end)) = period(chance, end_month), period(chance, end_month)
    one_sided = {
        "since {}": f"{first}..", "from {}": f"{first}..", "{} onwards": f"{first}..", "{} on": f"{first}..",
        "{} or later": f"{first}..", "{} and later": f"{first}..", "{}+": f"{first}..", "until {}": f"..{last}",
        "to {}": f"..{last}", "no later than {}": f"..{last}", "{} or earlier": f"..{last}", "through {}": f"..{last}",
        "no earlier than {}": f"{first}..", "prior to {}": f"..{first - ONE}", "before {}": f"..{first - ONE}",
        "beyond {}": f"{last + ONE}..", "after {}": f"{last + ONE}..", "in {}": f"{first}..{last}",
        "{}": f"{first}..{last}",
        "{} to date": f"{first}..{today}", "{} to present": f"{first}..{today}", "{}-present": f"{first}..{today}",
        "since the start of {}": f"{first}..", "until the end of {}": f"..{last}",
    }  # fmt: skip
    two_sided = {
        "{} to {}": f"{first}..{end}", "from {} to {}": f"{first}..{end}", "{} - {}": f"{first}..{end}",
        "between {} and {}": f"{first}..{end}", "since {} until {}": f"{first}..{end}",
        "since {} before {}": f"{first}..{start - ONE}", "{} through {}": f"{first}..{end}",
    }  # fmt: skip
    form = chance.choice([*one_sided, *two_sided])
    bounds = one_sided.get(form) or two_sided[form]
    lower, _, upper = bounds.partition("..")
    fiscal = [text[:2] in ("FY", "FQ") or "fiscal" in text or "FY" in text for text in (text, other)]
    if (lower and upper and lower > upper) or (form in two_sided and fiscal[0] != fiscal[1]):
        return None
    return form.format(text, other), lower if lower == upper else bounds


def generated(count: int, seed: int) -> Iterator[tuple[str, date, int, str]]:
    chance = random.Random(seed)
    while count:
        today, end_month = date(2020, 1, 1) + timedelta(chance.randint(0, 3000)), chance.randint(1, 12)
        found = made(chance, end_month, today)
        if found is not None:
            count -= 1
            yield found[0], today, end_month, found[1]


def check_generated(count: int, seed: int) -> None:
    for phrase, today, end_month, expected in generated(count, seed):
        fiscal = FiscalYear(end_month)
        assert as_phrase(phrase, today, fiscal) == expected, (phrase, today, end_month)
        assert as_bare_words(phrase, today, fiscal) == expected, (phrase, today, end_month)


def test_phrases_made_by_chance_mean_what_an_oracle_counts() -> None:
    check_generated(400, 1)


@pytest.mark.parametrize("join", ["and", "or"])
def test_two_periods_that_touch_are_one(join: str) -> None:
    for year in (2024, 2025):
        for month in range(1, 12):
            first, last = months(year, month, 2)
            phrase = f"{MONTHS[month - 1]} {join} {MONTHS[month]} {year}"
            assert as_bare_words(phrase, first, None) == f"{first}..{last}"
            apart = f"{MONTHS[month - 1]} {join} {MONTHS[(month + 1) % 12]} {year}"
            assert as_bare_words(apart, first, None).startswith("REFUSE write")


BEFORE = [
    "to", "on", "prior to", "no later than", "within", "for", "so far", "rest of", "fiscal", "march", "Q3", "mai",
    "early", "late", "later", "earlier", "märz", "bis", "remainder of", "third quarter", "beyond", "march and",
]  # fmt: skip
AFTER = [
    "on", "or later", "and later", "or earlier", "to date", "so far", "rest", "fiscal", "march", "Q3", "later",
    "earlier", "prior", "to march", "and Q3", "mai", "third quarter", "and onwards", "onwards", "present",
    "to present", "märz",
]  # fmt: skip
DATES = [
    "2024",
    "2025-03",
    "March 2025",
    "Q1 2025",
    "22 March 2025",
    "FY2025",
    "since 2024",
    "last month",
    "2024..2025",
]


def is_one_date(tree: Tree | None) -> bool:
    return tree is not None and len(list(terms_of(tree))) == 1 and next(terms_of(tree)).field == "date"


@pytest.mark.parametrize("when", DATES)
def test_words_of_time_beside_a_date_are_one_range_or_refused(when: str) -> None:
    for words in [f"{word} {when}" for word in BEFORE] + [f"{when} {word}" for word in AFTER]:
        try:
            tree = parse(words.split(), date(2026, 11, 28))
        except QueryFault as fault:
            named = any(character.isdigit() for character in fault.hint.text)
            assert named or "write its first and last" in fault.hint.text or "FY on both" in fault.hint.text, words
        else:
            assert is_one_date(tree), words


class SomeNames:
    """Names as events would have them."""

    NAMES = ("sk on", "next plc", "on semiconductor", "march group", "3m", "q3 corp", "early bird 2024")

    def longest(self, words: Sequence[str]) -> int:
        runs = (count for count in range(len(words), 0, -1) if " ".join(words[:count]).lower() in self.NAMES)
        return next(runs, 0)

    def whole(self, text: str) -> dict[str, frozenset[str]]:
        return {"company": frozenset([text])} if text.lower() in self.NAMES else {}


@pytest.mark.parametrize(
    ("words", "terms"),
    [
        ("SK On 2025", ":SK On|date:2025"),
        ("2025 On Semiconductor", "date:2025|:On Semiconductor"),
        ("since 2024 March Group", "date:since 2024|:March Group"),
        ("Next plc or later", ":Next plc|:later"),
        ("3M 2025", ":3M|date:2025"),
        ("2025 Q3 Corp", "date:2025|:Q3 Corp"),
        ("Early Bird 2024", ":Early Bird 2024"),
        ("FY2025 2024-11", "date:FY2025|date:2024-11"),
        ("between 2024 and 2025 Q3 Corp", "date:between 2024 and 2025|:Q3 Corp"),
    ],
)
def test_a_longer_name_ends_a_date(words: str, terms: str) -> None:
    tree = parse(words.split(), date(2026, 11, 28), SomeNames())
    assert tree is not None
    assert "|".join(f"{term.field}:{' '.join(term.values)}" for term in terms_of(tree)) == terms


def test_any_run_of_words_is_read_in_no_time() -> None:
    from time import process_time

    begun = process_time()
    for word in [
        "all of",
        "fiscal",
        "Q1 and",
        "2024 or",
        "since",
        "week of",
        "first monday of",
        "to",
        "9m25",
        "rest of",
    ]:
        for words in ([*word.split()] * 100, [*word.split()] * 11 + ["2025"]):
            try:
                parse(words, date(2026, 11, 28))
            except QueryFault as fault:
                assert fault.hint.text
    assert process_time() - begun < 20


@pytest.mark.parametrize(
    ("words", "form"),
    [
        ("2024 to present", "2024/.."),
        ("no later than March 2025", "[..2025-03]"),
        ("March 2025 or later", "[2025-03..]"),
        ("March or April 2025", "[2025-03..2025-04]"),
        ("2024 or 2025", "[2024..2025]"),
        ("second Tuesday of March 2025", "2025-03-11"),
        ("March quarter 2025", "2025-Q1"),
        ("so far this year", "2026-01-01/2026-11-28"),
        ("2024 to date", "2024/2026-11-28"),
    ],
)
def test_a_file_gets_the_same_words_as_its_own_form(words: str, form: str) -> None:
    assert strict_date(words, date(2026, 11, 28)) == form


@pytest.mark.parametrize("words", ["2024+", "pre-2024", "Q1 and Q2 2025", "9M25", "2023 or 2025", "prior to 2024"])
def test_what_may_last_or_happen_once_is_never_guessed(words: str) -> None:
    with pytest.raises(DateFault):
        strict_date(words, date(2026, 11, 28))
