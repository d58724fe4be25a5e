"""What each check tells, where, and what it leaves alone. The day is 2025-03-26."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from typing import Any

import pytest

Run = Callable[..., Any]
Write = Callable[..., str]

A = "- {date: 2024-01-05, title: First, "
B = "- {date: 2024-02-06, title: Second, "
SCALED = (
    "m EUR",
    "EUR m",
    "€m",
    "$B",
    "EURm",
    "k€",
    "Mrd. EUR",
    "Millionen",
    "млн руб",
    "조원",
    "억 원",
    "万台",
    "crore INR",
    "lakh",
    "M€",
    "Md€",
    "T€",
    "b USD",
    "T USD",
    "Mkr",
    "TEUR",
    "MEUR",
    "bio EUR",
    "miljoner SEK",
)
UNTOLD = ("4.000 million", "3.875", "4.000%", "1.500 percent", "1.000 EUR/USD", "0.100", "12.50", "1234.000")
UNSCALED = (
    "m",
    "km",
    "USD/b",
    "EUR/m",
    "EUR per m",
    "per million",
    "MWh",
    "kWh",
    "barrels",
    "USD/t",
    "조각",
    "mm",
    "M",
    "TWh",
    "miles",
)


def on_a_day(*titles: str, companies: str = "[Acme, Brit]") -> str:
    return "".join(f"- {{date: 2024-03-05, title: {title}, companies: {companies}}}\n" for title in titles)


TOLD = [
    # far-off dates, wherever they stand
    ("- {date: 1201/1203, title: T}", [("W102", 1)]),
    ("- {date: '3201', title: T}", [("W102", 1)]),
    ("- {date: 1499, title: T}\n- {date: 1500, title: U}\n- {date: 2200, title: V}\n- {date: 2201, title: W}",
     [("W102", 1), ("W102", 4)]),
    ("- {date: /.., title: T}\n- {date: 201X, title: U}\n- {date: '[..2025]', title: V}", []),
    ("- date: 2024\n  title: T\n  figures:\n  - {metric: m, value: 1}\n  - {metric: n, value: 1, period: 9024}",
     [("W102", 5)]),
    ("- date: 2024\n  title: T\n  sources:\n  - {url: https://a.b}\n  - {title: S, published: 1024}", [("W102", 5)]),
    # the status against the date and the day
    ("- {date: 2025-03-25, title: T, status: scheduled}", [("W301", 1)]),
    ("- {date: 2025-03-26, title: T, status: scheduled}", []),
    ("- {date: 2025-03, title: T, status: scheduled}", []),
    ("- {date: 2025-03-01/, title: T, status: scheduled}", []),
    ("- {date: '[..2025-03-20]', title: T, status: scheduled}", [("W301", 1)]),
    ("- {date: 2024, title: T, status: postponed}\n- {date: 2024, title: U, status: tentative}", []),
    ("- {date: 2025-03-27, title: T, status: occurred}", [("W302", 1)]),
    ("- {date: 2025, title: T, status: occurred}", []),
    ("- {date: 2024-01/2024-05, title: T, status: ongoing}", [("W302", 1)]),
    ("- {date: 2024-01/.., title: T, status: ongoing}\n- {date: 2024-01/, title: U, status: ongoing}", []),
    # events that look like one
    ("- {date: 2024-03, title: It’s here}\n- {date: 2024-03-05, title: IT'S HERE!}", [("W303", 2)]),
    ("- {date: 2024-03-05, title: Same}\n- {date: 2024-03-06, title: Same}", []),
    ("- {date: 2024-03-05, title: Plant opened}\n- {date: 2024-03-05, title: Plant opnened}", [("W303", 2)]),
    ("- {date: 2024-03-05, title: Plant 1 opened}\n- {date: 2024-03-05, title: Plant 2 opened}", []),
    ("- {id: a, date: 2024, title: Same}\n- {id: b, date: 2024, title: Same, related: a}", []),
    ("- {date: 2024, title: Results, companies: A}\n- {date: 2024, title: Results, companies: B}", []),
    ("".join(f"- {{date: 2024, title: R, companies: {name}}}\n" for name in "ABA"), [("W303", 3)]),
    ("- {date: 2024, title: R, companies: {name: A, role: b}}\n- {date: 2024, title: R, companies: A}", [("W303", 2)]),
    ("- {date: 2024, title: Results, place: A}\n- {date: 2024, title: Results, place: B}", []),
    ("- {date: 2024-03-05, title: C}\n- {date: 2024-03-05, title: C++}\n- {date: 2024-03-05, title: 'C#'}", []),
    ("- {date: 2024-03-05, title: The new iPhone}\n- {date: 2024-03-05, title: The new iPhone+}", []),
    ("- {date: 2024-03-05, title: GPT-4.1 is out}\n- {date: 2024-03-05, title: GPT-41 is out}", []),
    ("- {date: 2024-03, title: हिन्दी}\n- {date: 2024-03-05, title: हिन्दू}", []),
    ("- {date: 2024-03-05, title: Wins a LFP order, companies: A}\n"
     "- {date: 2024-03-05, title: Wins an LFP order, companies: A}", [("W303", 2)]),
    # The same words in another order, with other endings and articles; not if a company or a number changes its place.
    (on_a_day("Acme completes Brit acquisition", "Acme completed the acquisition of Brit"), [("W303", 2)]),
    (on_a_day("Acme sues Brit", "Brit sues Acme"), []),
    (on_a_day("Acme buys Brit's plant", "Brit buys Acme's plant"), []),
    (on_a_day("Acme sues Brit", "Brit sues Acme", companies="[Acme]"), []),
    (on_a_day("Acme moves from Spain to France", "Acme moves from France to Spain"), []),
    (on_a_day("Acme raises target from 5 to 6", "Acme raises target from 6 to 5"), []),
    (on_a_day("Acme opens a plant", "Acme closes a plant"), []),
    (on_a_day("Acme launches the Model S", "Acme launches the Model"), []),
    (on_a_day("Plant of Acme opens", "Acme opens plant", companies="[]"), []),
    (on_a_day(*(f"a{n} beats b{n}" for n in range(99)), *(f"b{n} beats a{n}" for n in range(99)), companies="[]"), []),
    # one name in two spellings
    (f"{A}companies: Acme}}\n{B}companies: ACME}}", [("W304", 2)]),
    (f"{A}companies: Société Générale}}\n{B}companies: [Societe Generale]}}", [("W304", 2)]),
    (f"{A}companies: Acme Inc.}}\n{B}companies: Acme}}\n- {{date: 2024, title: C, companies: Acme}}", [("W304", 1)]),
    (f"{A}companies: SK}}\n{B}companies: SK Group}}", []),
    (f"{A}people: Grace Hopper}}\n{B}people: Grace Hoper}}", [("W304", 2)]),
    (f"{A}people: [Kim Min-su, Kim Min-ju]}}", []),
    (f"{A}people: 佐藤 花子}}\n{B}people: 佐藤\u3000花子}}", [("W304", 2)]),
    (f"{A}companies: [Raken, RCB, 黒田]}}\n{B}companies: [Kraken, SCB, 坂田]}}", []),
    (f"{A}tags: [EV, lfp]}}\n{B}tags: [ev]}}", [("W304", 2)]),
    (f"{A}tags: [EV, ev]}}", [("W304", 1)]),
    (f"{A}tags: [EV]}}\n{B}tags: [ev]}}\n{B}tags: [ev]}}", [("W304", 1), ("W303", 3)]),
    (f"{A}tags: [news, C]}}\n{B}tags: [new, C++]}}", []),
    (f"{A}figures: {{revenue: 5}}}}\n{B}figures: {{revenues: 5}}}}", [("W304", 2)]),
    (f"{A}figures: {{revenue: 5}}}}\n- date: 2024-02\n  title: B\n  figures:\n    revenues: 5", [("W304", 5)]),
    ("companies: [Acme, Acme Inc.]\nevents:\n" + f"{A}companies: Acme}}\n{B}companies: Acme Inc.}}", []),
    ("companies: {Acme: {}}\nevents:\n" + f"{A}companies: Acme Ltd.}}", [("W304", 3)]),
    # units
    (f"{A}figures: {{sales: 1 cars}}}}\n{B}figures: {{Sales: 2 vehicles}}}}", [("W305", 2)]),
    (f"{A}figures: {{sales: 1 cars}}}}\n{B}figures: {{sales: 2}}}}", [("W305", 2)]),
    (f"{A}companies: X, figures: {{sales: 1 USD}}}}\n{B}companies: Y, figures: {{sales: 2 KRW}}}}", []),
    (f"{A}figures: [{{metric: sales, value: 44, unit: USD bn}}]}}", [("W306", 1)]),
    (f"{A}figures: [{{metric: sales, value: 44, unit: Billion USD}}]}}", [("W306", 1)]),
    (f"{A}figures: {{sales: 44 $bn}}}}", [("W306", 1)]),
    (f"{A}figures: {{sales: 44 Mio. EUR}}}}", [("W306", 1)]),
    *((f"{A}figures: [{{metric: m, value: 5, unit: '{unit}'}}]}}", [("W306", 1)]) for unit in SCALED),
    *((f"{A}figures: [{{metric: m, value: 5, unit: '{unit}'}}]}}", []) for unit in UNSCALED),
    (f"{A}figures: {{sales: 46.7 조원}}}}", [("W306", 1)]),
    (f"{A}figures: [{{metric: revenue, value: 1}}]}}\n{B}figures: [{{metric: revenues, value: 2}}]}}", [("W304", 2)]),
    (f"{A}figures: {{EV sales: 1, EV-sale: 2, EV SALES: 3}}}}", [("W304", 1)]),
    (f"{A}figures: {{margin: 1, margin %: 2, C: 1, C++: 2, gross: 1, gros: 2, MAU: 1, DAU: 2}}}}", []),
    (f"{A}figures: {{staff: 20.000 people}}}}", [("W307", 1)]),
    (f"{A}figures: [{{metric: m, value: about 139.300 to 150.200}}]}}", [("W307", 1)]),
    *((f"{A}figures: {{m: {amount}}}}}", []) for amount in UNTOLD),
    (f"{A}figures: {{CO2: 420 parts per million, depth: 5 m, trillions: 3 BNY}}}}", []),
    # numbers that a comma split
    (f"{A}tags: [over 140,000 cars, ev]}}", [("W204", 1)]),
    (f"{A}tags: [5, 100]}}\n{B}tags: ['140,000 cars']}}", [("W204", 1)]),
    # names that no comma parted
    (f"{A}companies: [Acme, Brit]}}\n{B}companies: ['Acme, Brit']}}", [("W204", 2)]),
    ("companies: [Acme, Brit]\nevents:\n" + f"{A}companies: 'Acme, Brit'}}", [("W204", 3)]),
    (f"{A}companies: [Acme, Brit]}}\n{B}companies: ['Acme,Brit']}}", [("W204", 2)]),
    (f"{A}companies: ['Acme, Brit', Acme, 'Apple, Inc.']}}", []),
    ("companies: ['Acme, Brit', Acme, Brit]\nevents:\n" + f"{A}companies: 'Acme, Brit'}}", []),
    (f"{A}tags: [a1, b1]}}\n{B}tags: 'a1, b1'}}", [("W204", 2)]),
    (f"{A}tags: [a1, b1]}}\n- date: 2025\n  title: C\n  tags: a1, b1", [("W204", 4)]),
    # sources
    (f"{A}sources: [{{quote: words}}]}}", [("W402", 1)]),
    (f"{A}sources: [{{quote: words, url: https://a.b}}]}}", []),
    (f"{A}sources: [{{title: S, published: 2024-01-04}}]}}", [("W403", 1)]),
    (f"{A}sources: [{{title: S, published: 2024-01}}]}}", []),
    (f"{A}sources: [{{title: S, published: 2023}}, {{title: R}}]}}", []),
    (f"{A}status: cancelled, sources: [{{title: S, published: 2023}}]}}", []),
    ("- {date: 2026, title: T, sources: [{title: S, published: 2025-01}]}", []),
    (f"{A}sources: [{{title: S, published: 2025-03-27}}]}}", [("W404", 1)]),
    (f"{A}known: 2025-03-26}}\n{B}known: 2025-04}}", [("W404", 2)]),
    # links
    ("- {id: abcdefg, date: 2024, title: A}\n- {date: 2023, title: B, follows: [abcdefg, abcdegf]}", [("W208", 2)]),
    ("- {id: abc, date: 2024-02-31, title: A}\n- {date: 2023, title: B, follows: [abc, xyz]}",
     [("E101", 1), ("W208", 2)]),
    ("- {id: a, date: 2024, title: A, supersedes: a}", [("E304", 1)]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_what_is_told_and_where(text: str, expected: list[tuple[str, int]], write: Write, timeline: Run) -> None:
    found = json.loads(timeline("-f", write(text + "\n"), "check", "--json").out)
    assert [(one["code"], one["line"]) for one in found] == expected, [one["message"] for one in found]


def test_a_scale_is_moved_behind_the_number_as_it_is_written(write: Write, timeline: Run) -> None:
    figure = "{metric: sales, value: about 4 to 5.5, unit: bn USD}"
    path = write(f"events:\n- {{date: 2024, title: A, figures: [{figure}]}}\n")
    assert "hint: write value: about 4 to 5.5 billion, and unit: USD\n" in timeline("-f", path, "check").out


def test_no_source_is_asked_of_every_event_only_by_code(write: Write, timeline: Run) -> None:
    path = write(f"{A}sources: https://a.b}}\n{B}}}\n")
    assert json.loads(timeline("-f", path, "check", "--json").out) == []
    assert [one["line"] for one in json.loads(timeline("-f", path, "check", "--select", "W4", "--json").out)] == [2]


def test_an_alias_is_told_only_by_code(write: Write, timeline: Run) -> None:
    text = "companies: {Samsung Electronics: {aliases: [삼성]}}\nevents:\n" + f"{A}companies: [{{name: 삼성}}]}}\n"
    path = write(text)
    assert json.loads(timeline("-f", path, "check", "--json").out) == []
    assert json.loads(timeline("-f", path, "check", "--select", "alias", "--json=line,column").out) == [
        {"line": 3, "column": 55}
    ]


def test_places_on_lines_that_events_share(write: Write, timeline: Run) -> None:
    text = '[{"date": "2024", "title": "A"}, {"date": "2024", "title": "B", "status": "ongoing", "related": "zz"}]'
    found = json.loads(timeline("-f", write(text), "check", "--json").out)
    assert [(one["code"], text[one["column"] - 1 :][: one["width"]]) for one in found] == [
        ("W302", '"ongoing"'),
        ("W208", '"zz"'),
    ]


def test_a_value_that_defaults_give_is_told_at_the_event(write: Write, timeline: Run) -> None:
    text = "defaults: {status: scheduled}\nevents:\n- date: 2024\n  title: A\n"
    found = json.loads(timeline("-f", write(text), "check", "--json=code,line").out)
    assert found == [{"code": "W301", "line": 3}]


def test_events_from_a_pipe_have_their_places(timeline: Run) -> None:
    result = timeline("-f", "-", "check", stdin="- date: 2024\n  title: A\n  status: scheduled\n")
    assert "-:3:11: warning W301" in result.out
    assert "3 |   status: scheduled" in result.out


def test_very_many_events_on_one_line_take_no_time(write: Write, timeline: Run) -> None:
    event = '{{"date": "2024", "title": "A{}", "status": "ongoing"}}'
    text = "[" + ", ".join(map(event.format, range(3000))) + "]"
    start = time.process_time()
    found = json.loads(timeline("-f", write(text), "check", "--json").out)
    assert time.process_time() - start < 5
    assert [text[one["column"] - 1 :][: one["width"]] for one in found] == ['"ongoing"'] * 3000


def test_very_many_titles_of_one_day_take_no_time(write: Write, timeline: Run) -> None:
    rows = "".join(f"- {{date: 2024, title: {'a ' * 90}{number}}}\n" for number in range(3000))
    start = time.process_time()
    timeline("-f", write(rows), "check")
    assert time.process_time() - start < 10


@pytest.mark.parametrize(
    ("value", "hint"),
    [
        ("980 million", "write unit: EUR alone if the value already includes the scale"),
        ("980", "write value: 980 million, and unit: EUR"),
    ],
)
def test_a_scale_in_a_unit_is_not_added_to_a_value_that_has_it(
    value: str, hint: str, timeline: Run, write: Write
) -> None:
    path = write(f"{A}figures: [{{metric: m, value: {value}, unit: EUR m}}]}}\n")
    [found] = json.loads(timeline("-f", path, "check", "--json=code,hint").out)
    assert found == {"code": "W306", "hint": hint}


@pytest.mark.parametrize(
    ("figures", "code", "hint"),
    [
        ("{m: 44 Mio. EUR}", "W306", "write 44 million EUR"),
        ("{m: 46.7 조원}", "W306", "write 46.7 trillion KRW"),
        ("[{metric: m, value: 5, unit: 억원}]", "W306", "write value: 500000000, and unit: KRW"),
        ("[{metric: m, value: 5, unit: bio}]", "W306", "write the value with its scale in English, and the unit alone"),
        ("[{metric: m, value: 5, unit: $}, {metric: m, value: 6, unit: US$}]", "W305", "both are USD: write unit: USD"),
    ],
)  # fmt: skip
def test_a_hint_on_a_unit_has_the_form_of_its_place(
    figures: str, code: str, hint: str, timeline: Run, write: Write
) -> None:
    [found] = json.loads(timeline("-f", write(f"{A}figures: {figures}}}\n"), "check", "--json=code,hint").out)
    assert found == {"code": code, "hint": hint}


def test_a_link_to_an_event_that_is_broken_is_told_its_spelling(timeline: Run, write: Write) -> None:
    path = write("- {id: acq, date: 2024, title: T, status: no}\n- {date: 2024, title: S, follows: Acq}\n")
    found = json.loads(timeline("-f", path, "check", "--select", "W208", "--json=hint").out)
    assert found == [{"hint": "did you mean acq?"}]
