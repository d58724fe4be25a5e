"""Seeded data for the benchmark: events of a common shape, and a journal with as many entries.

Owns: the shapes. Refuses: randomness that a second run would not repeat.
"""

from __future__ import annotations

import random
from pathlib import Path

TYPES = ("forum", "deal", "earnings", "meeting", "launch")
TITLES = ("Quarterly results", "Chief executive meets a partner", "New plant opens", "Supply agreement signed")


def write_events(path: Path, count: int) -> None:
    """`count` events with names, tags, a figure, a summary and a source each, some 600 bytes an event."""
    rng = random.Random(7)
    names = [f"Company {chr(65 + number % 26)}{number}" for number in range(300)]
    with path.open("w", encoding="utf-8") as file:
        file.write("companies:\n" + "".join(f"  {name}: {{aliases: [{name[8:]} Inc.]}}\n" for name in names))
        file.write("events:\n")
        for number in range(count):
            day = f"{rng.randint(1990, 2026)}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}"
            date = rng.choice([day] * 7 + [day[:7], day[:4], f"{day}/.."])
            file.write(
                f"- id: event-{number}\n  date: {date}\n  type: {rng.choice(TYPES)}\n"
                f"  title: {rng.choice(TITLES)} of {rng.choice(names)}, number {number}\n"
                f"  companies: [{rng.choice(names)}, {{name: {rng.choice(names)}, role: host}}]\n"
                f"  people: [Person {rng.randint(1, 900)}]\n  place: City {rng.randint(1, 90)}\n"
                f"  tags: [tag{rng.randint(1, 40)}, chips]\n  certainty: reported\n"
                f"  summary: What happened and why it matters, in some plain words of number {number}.\n"
                f"  figures:\n  - {{metric: revenue, value: {rng.randint(1, 10**6)}, unit: USD, period: {day[:4]}}}\n"
                f"  sources: [{{url: 'https://example.com/{number}', published: {day}, quote: \"words {number}\"}}]\n"
            )


def write_journal(path: Path, count: int) -> None:
    """A plain-text ledger with `count` transactions, two postings and a comment each."""
    rng = random.Random(7)
    with path.open("w", encoding="utf-8") as file:
        for number in range(count):
            day = f"{rng.randint(1990, 2026)}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}"
            file.write(
                f"{day} * {rng.choice(TITLES)} of Company {number % 300}, number {number}  ; tag{number % 40}:x\n"
                f"    ; What happened and why it matters, in some plain words of number {number}.\n"
                f"    expenses:company{number % 300}  {rng.randint(1, 10**6)} USD\n    assets:city{number % 90}\n\n"
            )
