"""The Markdown of an answer, as GitHub renders it: headings by year and month, a line per event, sources as footnotes.

Owns: the layout, and which characters GitHub would read as markup. Does not: let text of an event be markup.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from timeline_cli.dates.labels import label
from timeline_cli.exports.words import headings, who_and_where
from timeline_cli.fields.words import figure_words, marks, source_words
from timeline_cli.model import Entry, Source
from timeline_cli.query.select import Answer
from timeline_cli.text import clean, counted, safe_url

Notes = dict[str, int]  # the number of each footnote by its text


def export(given: Mapping[str, Any]) -> Callable[[Answer], Iterator[str]]:
    """A document of headings and lists."""
    return _document


def _document(answer: Answer) -> Iterator[str]:
    yield f"# {escaped(answer.title)}\n\n{counted(len(answer.entries), 'event')}\n"
    notes: Notes = {}
    for group in answer.groups:
        if answer.group_by is not None:
            yield f"\n## {escaped(group.heading)}\n\n"
            yield from (_line(entry, notes) for entry in group.entries)
        elif answer.sort == "date":
            yield from _by_date(group.entries, notes)
        else:
            yield "\n"
            yield from (_line(entry, notes) for entry in group.entries)
    if answer.background:
        yield "\n## Throughout the period\n\n"
        yield from (_line(entry, notes) for entry in answer.background)
    yield from (f"\n[^{number}]: {text}\n" for text, number in notes.items())


def _by_date(entries: Sequence[Entry], notes: Notes) -> Iterator[str]:
    """A heading wherever the year or the month of the start changes; a coarse date after a month has its own."""
    year = below = ""
    for entry in entries:
        heading, month = headings(entry)
        if heading != year:
            yield f"\n## {heading}\n"
            year, below = heading, ""
            if not month:
                yield "\n"
        if below and not month:
            month = escaped(label(entry.event.date))
        if month != below:
            yield f"\n### {month}\n\n"
            below = month
        yield _line(entry, notes)


def _line(entry: Entry, notes: Notes) -> str:
    """- **22 Mar 2025** Title *[reported]* · who · figures<br>summary[^1]"""
    event = entry.event
    said = marks(entry)
    parts = [escaped(event.title) + (f" *\\[{escaped(', '.join(said))}\\]*" if said else "")]
    parts += [escaped(text) for text in (who_and_where(entry), *map(figure_words, event.figures)) if text]
    text = f"**{escaped(label(event.date))}** " + " · ".join(parts)
    if event.summary:
        text += f"<br>{escaped(event.summary)}"
    numbers = (notes.setdefault(_note(source), len(notes) + 1) for source in event.sources)
    text += "".join(f"[^{number}]" for number in dict.fromkeys(numbers))
    # Two dollar signs may be read as a formula between them.
    return "- " + (text.replace("$", "<span>$</span>") if text.count("$") > 1 else text) + "\n"


def _note(source: Source) -> str:
    """“Quote” — [publisher, title, date](link)"""
    words, url = escaped(source_words(source)), safe_url(source.url or "")
    if url:
        words = f"[{words}]({_target(url)})"
    text = f"“{escaped(source.quote)}” — {words}" if source.quote else words
    return text.replace("$", "<span>$</span>") if text.count("$") > 1 else text


def _target(url: str) -> str:
    """A link without characters that would end it."""
    return "".join(f"%{ord(char):02X}" if char in "()<>\\" else char for char in url).replace("&", "&amp;")


def escaped(text: str) -> str:
    """Text that is shown as it is. An underscore inside a word is no markup."""
    return re.sub(r"[\\`*\[\]<&~]|(?<![^\W_])_|_(?![^\W_])", r"\\\g<0>", clean(text))
