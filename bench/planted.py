"""A file of events with errors planted in it: `python bench/planted.py FILE [EVENTS] [ERRORS]`.

Owns: KINDS, one planted error each, and its line. Does not: plant an error that causes a second one.

Prints one line per error, CODE LINE, in the order of the file: exactly what `timeline check --json=code,line` should
report on the day TODAY.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

TODAY = "2026-01-15"
TYPES = ("forum", "earnings", "meeting", "market", "report")
TITLES = ("Quarterly results", "Chief executive meets a partner", "New plant opens", "Supply agreement signed")
HEAD = """\
companies:
{companies}people: [Ada Byron, Grace Hopper]
sources:
  herald: {{publisher: Herald Corp.}}
events:
"""

Fields = dict[str, str]


class Kind(NamedTuple):
    """A planted error: its code, and a change of one event's fields that gives the key at which it is told.

    `None` for a key is the event's first line. A kind may need a partner, an event without error that stands before.
    """

    code: str
    change: Callable[[Fields, int], str | None]
    partner: Callable[[Fields, int], None] | None = None


def _set(key: str, value: str) -> Callable[[Fields, int], str | None]:
    """Write a value, in which {n} is a number of its own, under a key."""

    def change(fields: Fields, number: int) -> str | None:
        fields[key] = value.replace("{n}", str(number))
        return key

    return change


def _given(key: str, value: str, told_at: str | None = None, **others: str) -> Callable[[Fields, int], str | None]:
    """Like _set, with other fields that the error needs."""

    def change(fields: Fields, number: int) -> str | None:
        for name, text in {**others, key: value}.items():
            fields[name] = text.replace("{n}", str(number))
        return told_at or key

    return change


def _partner(**others: str) -> Callable[[Fields, int], None]:
    def change(fields: Fields, number: int) -> None:
        fields.update({name: text.replace("{n}", str(number)) for name, text in others.items()})

    return change


def _without(key: str, told_at: str | None) -> Callable[[Fields, int], str | None]:
    def change(fields: Fields, number: int) -> str | None:
        del fields[key]
        return told_at

    return change


def _key_twice(fields: Fields, number: int) -> str | None:
    # Two keys of a dict cannot be equal; the space is left out when written.
    fields["place "] = "Elsewhere"
    return "place "


def _misspelt(fields: Fields, number: int) -> str | None:
    fields["sumary"] = fields.pop("summary")
    return "sumary"


def _first_line(change: Callable[[Fields, int], str | None]) -> Callable[[Fields, int], str | None]:
    def at_first(fields: Fields, number: int) -> str | None:
        change(fields, number)
        return None

    return at_first


SOURCES = "[{publisher: Herald Corp., published: 2025-12-31}]"
ALIKE = {"date": "2019-02-03", "companies": "[]", "people": "[]", "place": "Riverside", "sources": SOURCES}
EARLIER = {"date": "2019-02-03", "companies": "[Company B1]", "sources": SOURCES}
LATER = {**EARLIER, "date": "2020-02-03"}

KINDS: tuple[Kind, ...] = (
    Kind("E009", _key_twice),
    Kind("E012", _set("title", "[Exclusive {n}]")),
    Kind("E101", _set("date", "2025-02-30")),
    Kind("E102", _set("date", "22 March 2021")),
    Kind("E103", _set("date", "2021-05-01/2020-05-01")),
    Kind("E104", _set("date", "2021-05-01T09:30")),
    Kind("E105", _set("date", "spring 2021")),
    Kind("E106", _set("date", "03/04/2021")),
    Kind("E107", _set("date", "FY2021-Q2")),
    Kind("E201", _misspelt),
    Kind("E201", _set("figures", "[{metric: sales {n}, value: 140,000, unit: cars}]")),
    Kind("E202", _without("title", None)),
    Kind("E203", _set("status", "ocurred")),
    Kind("E204", _first_line(_set("id", "twin-{n}")), _partner(id="twin-{n}")),
    Kind("E205", _set("id", "event number {n}")),
    Kind("E206", _set("figures", "[{metric: sales {n}, value: a few billion}]")),
    Kind("E207", _set("sources", "[{publisher: Herald Corp., url: www.example.com/{n}}]")),
    Kind("E302", _set("sources", "[gazette{n}]")),
    Kind("E304", _given("part_of", "circle-{n}", id="circle-{n}")),
    Kind("W004", _set("place", "Riverside  # timeline: ignore E101")),
    Kind("W101", _given("date", "2020-01/2020-06", type="deal", sources=SOURCES)),
    Kind("W102", _given("date", "1201-05-03", sources=SOURCES)),
    Kind("W201", _set("type", "kind-number-{n}")),
    Kind("W202", _set("companies", "[Compny A0]")),
    Kind("W203", _set("title", "Plant {n} ranks #2 of all")),
    Kind("W204", _set("companies", "[Company A0, Inc.]")),
    Kind("W205", _set("title", '"The first line {n}\\nthe second line"')),
    Kind("W206", _set("follows", "2020-02-03-plain-event-{n}"),
         _partner(date="2020-02-03", title="Plain event {n}", sources=SOURCES)),
    Kind("W207", _set("precision", "day")),
    Kind("W208", _set("related", "gone-with-the-wind")),
    Kind("W209", _set("was", "[{title: Was {n}, known: 2024-05-01}, {title: Is {n}, known: 2024-01-01}]")),
    Kind("W301", _given("status", "scheduled", date="2025-12-01", sources=SOURCES)),
    Kind("W302", _given("status", "ongoing", date="2020-01-02/2020-03-04", sources=SOURCES)),
    Kind("W303", _given("title", "The plant no {n} is closed", **ALIKE),
         _partner(title="The plant no {n} is clsoed", **ALIKE)),
    Kind("W304", _set("companies", "[Lone Star {n} Inc.]"), _partner(companies="[Lone Star {n}]")),
    Kind("W305", _given("figures", "[{metric: output {n}, value: 5, unit: tons}]", **LATER),
         _partner(figures="[{metric: output {n}, value: 4, unit: tonnes}]", **EARLIER)),
    Kind("W306", _set("figures", "[{metric: capacity {n}, value: 5, unit: million tonnes}]")),
    Kind("W307", _set("figures", "[{metric: staff {n}, value: 4.000, unit: people}]")),
    Kind("W401", _without("sources", "title")),
    Kind("W402", _set("sources", '[{quote: "Words of number {n}"}]')),
    Kind("W403", _given("sources", "[{publisher: Herald Corp., published: 1989-05-01}]", "date")),
    Kind("W404", _set("known", "2052-05-01")),
)  # fmt: skip


def write_planted(path: Path, count: int, errors: int) -> list[tuple[str, int]]:
    """Write `count` events, in which `errors` are planted evenly; the code and line of each, in their order."""
    rng = random.Random(7)
    names = [f"Company {chr(65 + number % 26)}{number}" for number in range(300)]
    head = HEAD.format(companies="".join(f"  {name}: {{aliases: [{name[8:]} Inc.]}}\n" for name in names))
    lines = head.splitlines()
    planted: list[tuple[str, int]] = []
    every = count // errors
    for number in range(count):
        fields = _good(number, rng, names)
        place, turn = number % every, number // every
        kind = KINDS[turn % len(KINDS)] if turn < errors else None
        told_at: str | None = ""
        if kind is not None and place == 0 and kind.partner is not None:
            kind.partner(fields, turn)
            if kind.code == "W206":
                del fields["id"]
        elif kind is not None and place == 1:
            told_at = kind.change(fields, turn)
            offset = list(fields).index(told_at) if told_at is not None else 0
            planted.append((kind.code, len(lines) + 1 + offset))
        listed = [f"{key.strip()}: {value}" for key, value in fields.items()]
        lines += [f"- {listed[0]}", *(f"  {line}" for line in listed[1:])]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return planted


def _good(number: int, rng: random.Random, names: list[str]) -> Fields:
    """The fields of an event without a fault."""
    day = f"{rng.randint(1990, 2024)}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}"
    return {
        "date": rng.choice([day] * 7 + [day[:7], day[:4], f"{day}/.."]),
        "id": f"event-{number}",
        "type": rng.choice(TYPES),
        "title": f"{rng.choice(TITLES)} of {rng.choice(names)}, number {number}",
        "companies": f"[{rng.choice(names)}, {{name: {rng.choice(names)}, role: host}}]",
        "people": f"[Person {rng.randint(1, 900)}]",
        "place": f"City {rng.randint(1, 90)}",
        "tags": f"[tag{rng.randint(1, 40)}, chips]",
        "certainty": "reported",
        "summary": f"What happened and why it matters, in some plain words of number {number}.",
        "figures": f"[{{metric: revenue, value: {rng.randint(1, 10**6)}, unit: USD, period: {day[:4]}}}]",
        "sources": f"[{{url: 'https://example.com/{number}', published: {day[:4]}-12-31, quote: \"words {number}\"}}]",
    }


def main() -> None:
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 10_000
    errors = int(sys.argv[3]) if len(sys.argv) > 3 else 500
    for code, line in write_planted(Path(sys.argv[1]), count, errors):
        print(code, line)


if __name__ == "__main__":
    main()
