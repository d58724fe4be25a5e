"""The timeline diagram of Mermaid: a section per year, a period per date, the titles of its events.

Owns: which characters end a text there. Does not: say more of an event than its date, title and marks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from timeline_cli.dates.labels import label
from timeline_cli.exports.words import headings
from timeline_cli.fields.words import marks
from timeline_cli.query.select import Answer
from timeline_cli.text import clean


def export(given: Mapping[str, Any]) -> Callable[[Answer], Iterator[str]]:
    """A diagram; Markdown shows it in a block of code called mermaid."""
    return _diagram


def _diagram(answer: Answer) -> Iterator[str]:
    yield f"timeline\n    title {escaped(answer.title)}\n"
    section = period = ""
    for entry in answer.each():
        year, when = headings(entry)[0], label(entry.event.date)
        if year != section:
            yield f"    section {escaped(year)}\n"
            section, period = year, ""
        said = marks(entry)
        title = clean(entry.event.title) + (f" ({', '.join(said)})" if said else "")
        yield f"        {'' if when == period else escaped(when) + ' '}: {escaped(title)}\n"
        period = when


def escaped(text: str) -> str:
    """Text with the characters that are markup as Mermaid's codes, which have no ampersand."""
    return re.sub(r"[^\w\s.,()\[\]!?'’“”+/–—·~-]", lambda found: f"#{ord(found[0])};", clean(text))
