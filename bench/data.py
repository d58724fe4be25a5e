"""Seeded data for the benchmark: events of three shapes, and the same number of entries for the peers.

Owns: the shapes. Does not: use randomness that a second run would not repeat.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

TYPES = ("forum", "deal", "earnings", "meeting", "launch")
TITLES = ("Quarterly results", "Chief executive meets a partner", "New plant opens", "Supply agreement signed")
WORDS = ("market", "growth", "supplier", "capacity", "order", "margin", "plant", "battery", "chip", "contract")


class Entry(NamedTuple):
    """What each file says of one event, in its own form."""

    number: int
    day: str
    title: str
    company: str
    other: str
    person: int
    city: int
    tag: int
    value: int


def entries(count: int) -> Iterator[Entry]:
    rng = random.Random(7)
    names = company_names()
    for number in range(count):
        day = f"{rng.randint(1990, 2026)}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}"
        title = f"{rng.choice(TITLES)} of {rng.choice(names)}, number {number}"
        yield Entry(
            number, day, title, rng.choice(names), rng.choice(names), rng.randint(1, 900), rng.randint(1, 90),
            rng.randint(1, 40), rng.randint(1, 10**6),
        )  # fmt: skip


def company_names() -> list[str]:
    return [f"Company {chr(65 + number % 26)}{number}" for number in range(300)]


def common(entry: Entry, rng: random.Random) -> str:
    """Names, tags, a figure, a summary and a source: some 500 bytes."""
    day = entry.day
    date = rng.choice([day] * 7 + [day[:7], day[:4], f"{day}/.."])
    return (
        f"- id: event-{entry.number}\n  date: {date}\n  type: {rng.choice(TYPES)}\n  title: {entry.title}\n"
        f"  companies: [{entry.company}, {{name: {entry.other}, role: host}}]\n"
        f"  people: [Person {entry.person}]\n  place: City {entry.city}\n  tags: [tag{entry.tag}, chips]\n"
        f"  certainty: reported\n"
        f"  summary: What happened and why it matters, in some plain words of number {entry.number}.\n"
        f"  figures:\n  - {{metric: revenue, value: {entry.value}, unit: USD, period: {day[:4]}}}\n"
        f"  sources:\n  - {{url: 'https://example.com/{entry.number}', published: {day}, quote: q{entry.number}}}\n"
    )


def small(entry: Entry, rng: random.Random) -> str:
    """A day, a title and a company, as lists of earnings dates have them: some 120 bytes."""
    return f"- date: {entry.day}\n  type: earnings\n  title: {entry.title}\n  companies: [{entry.company}]\n"


def long(entry: Entry, rng: random.Random) -> str:
    """A summary of several paragraphs: some 3,000 bytes."""
    lines = [" ".join(rng.choices(WORDS, k=14)) for _ in range(28)]
    text = "".join(f"    {line}\n" for line in lines)
    return f"- id: event-{entry.number}\n  date: {entry.day}\n  title: {entry.title}\n  summary: |\n{text}"


SHAPES: dict[str, Callable[[Entry, random.Random], str]] = {"common": common, "small": small, "long": long}


def write_events(path: Path, count: int, shape: str = "common") -> None:
    """`count` events of a shape below a registry of 300 companies."""
    rng = random.Random(11)
    with path.open("w", encoding="utf-8") as file:
        file.write("companies:\n" + "".join(f"  {name}: {{aliases: [{name[8:]} Inc.]}}\n" for name in company_names()))
        file.write("events:\n")
        for entry in entries(count):
            file.write(SHAPES[shape](entry, rng))


def write_journal(path: Path, count: int) -> None:
    """A plain-text ledger with `count` transactions, two postings and a comment each."""
    with path.open("w", encoding="utf-8") as file:
        for entry in entries(count):
            file.write(
                f"{entry.day} * {entry.title}  ; tag{entry.tag}:x\n"
                f"    ; What happened and why it matters, in some plain words of number {entry.number}.\n"
                f"    expenses:{entry.company.replace(' ', '')}  {entry.value} USD\n    assets:city{entry.city}\n\n"
            )


def write_records(path: Path, count: int) -> None:
    """The same as recfiles."""
    with path.open("w", encoding="utf-8") as file:
        for entry in entries(count):
            file.write(f"date: {entry.day}\ntitle: {entry.title}\ncompany: {entry.company}\ntag: tag{entry.tag}\n\n")


def write_tasks(path: Path, count: int) -> None:
    """The same as finished tasks."""
    with path.open("w", encoding="utf-8") as file:
        for entry in entries(count):
            day = entry.day.replace("-", "") + "T000000Z"
            task = {"description": entry.title, "status": "completed", "entry": day, "end": day, "due": day}
            file.write(json.dumps(task) + "\n")
