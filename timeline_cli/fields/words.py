"""Values of an event in words for people, on any medium.

Owns: these words. Does not: cut any of them, or compute with a figure.
"""

from __future__ import annotations

from collections.abc import Callable

from timeline_cli.dates.event_date import EventDate
from timeline_cli.dates.labels import label
from timeline_cli.fields.numbers import amount_words, has_sign
from timeline_cli.model import Entry, Figure, Source
from timeline_cli.text import clean


def marks(entry: Entry, brief: bool = False) -> list[str]:
    """The marks of an event: its state unless simply past, its certainty, its match.

    A date such as "since 2006" says by itself that it is ongoing. `brief` omits which event supersedes it.
    """
    found = []
    when = entry.event.date
    is_said = entry.state == "ongoing" and when.start_edge == "known" and when.end_edge == "open"
    if entry.state and entry.state != "occurred" and not is_said:
        found.append(entry.state)
    if entry.event.certainty and entry.event.certainty != "confirmed":
        found.append(entry.event.certainty)
    if entry.match == "possible":
        found.append("may match")
    if entry.superseded_by:
        found.append("superseded" if brief else "superseded by " + clean(", ".join(entry.superseded_by)))
    return found


def figure_words(figure: Figure, ascii: bool = False, say: Callable[[EventDate], str] = label) -> str:
    """For example: EV shipment target of Xiaomi, 2025: 350,000 vehicles, before 300,000 (target)."""
    name = clean(figure.metric) + (f" of {clean(figure.company)}" if figure.company else "")
    if figure.period is not None:
        name += f", {say(figure.period)}"
    text = f"{name}: {amount_words(figure.amount, figure.unit, ascii=ascii)}"
    if figure.converted is not None:
        text += f" ({amount_words(figure.converted.amount, figure.converted.unit, ascii=ascii)})"
    if figure.previous is not None:
        unit = figure.unit if has_sign(figure.unit) else None
        text += f", before {amount_words(figure.previous, unit, ascii=ascii)}"
    if figure.change:
        text += f", change {clean(figure.change)}"
    return text if figure.kind == "actual" else f"{text} ({figure.kind})"


def source_words(source: Source) -> str:
    """The publisher, title and date of a source, else its key or link."""
    named = [clean(part) for part in (source.publisher, source.title) if part]
    if source.published is not None:
        named.append(label(source.published))
    return ", ".join(named) or clean(source.key or source.url or "")
