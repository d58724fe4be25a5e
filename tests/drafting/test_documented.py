"""The tables of docs/draft.md are true: each sentence gives the date, the review mark or the title next to it.

The publication day is Monday 24 March 2025.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from timeline_cli.drafting.draft import draft
from timeline_cli.drafting.proposal import Draft
from timeline_cli.model import Registries

PAGE = Path(__file__).parent.parent.parent / "docs" / "draft.md"


def rows(heading: str) -> list[list[str]]:
    """The cells of the table below a heading."""
    _, _, below = PAGE.read_text(encoding="utf-8").partition(f"### {heading}\n")
    lines = below.partition("\n#")[0].splitlines()
    table = [line for line in lines if line.startswith("|")]
    assert len(table) > 2, f"{heading} has no table"
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in table[2:]]


def drafted(text: str) -> list[Draft]:
    return draft(text, date(2025, 3, 24), Registries(), "Acme grows")


@pytest.mark.parametrize(("text", "dates", "mark"), rows("Dates"))
def test_a_sentence_has_the_date_beside_it(text: str, dates: str, mark: str) -> None:
    found = drafted(text)
    assert [each.date for each in found] == re.findall(r"`(.*?)`", dates)
    assert [each.reviews.get("date", "") for each in found] == [mark] * len(found)


@pytest.mark.parametrize(("text", "title"), rows("Titles"))
def test_a_sentence_has_the_title_beside_it(text: str, title: str) -> None:
    assert title in [each.title for each in drafted(text)]
