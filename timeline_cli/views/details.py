"""What --verbose adds below an event: its summary, figures, quotes with their sources, tags, links and all else.

Owns: these words. Refuses: to cut any of them, or to compute with a figure.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from timeline_cli.console import Line, linked
from timeline_cli.dates.labels import label
from timeline_cli.fields.field import KindName
from timeline_cli.fields.table import WRITTEN
from timeline_cli.model import Entry, Figure, Source
from timeline_cli.text import clean, wrap
from timeline_cli.views.numbers import Style, amount_words
from timeline_cli.views.words import listed, plain, with_roles

# What the lines of the event itself say.
_SAID = frozenset(
    ("id", "date", "type", "title", "status", "certainty", "companies", "people", "place", "known", "was")
)  # fmt: skip
_SHOWN = [(key, kind.name) for key, kind in WRITTEN.items() if key not in _SAID]


def details(entry: Entry, columns: int, ascii: bool) -> Iterator[Line]:
    """Lines of at most `columns`: first what takes lines of its own, then all else on one."""
    event = entry.event
    said = [clean(event.id)]
    for key, kind in _SHOWN:
        value = getattr(event, key)
        if value and kind in _LINES:
            yield from _LINES[kind](key, value, columns, ascii)
        elif value:
            words = _WORDS[kind](value, ascii) if kind in _WORDS else clean(value)
            said.append(f"{key.replace('_', ' ')} {words}")
    yield from _hanging("# ", plain(" · ", ascii).join(said), columns, "dim")


def _text(key: str, text: str, columns: int, ascii: bool) -> Iterator[Line]:
    name = "" if key == "summary" else f"{key.replace('_', ' ')}: "
    yield from ([(row, "")] for row in wrap(name + clean(text), columns))


def _figures(key: str, figures: tuple[Figure, ...], columns: int, ascii: bool) -> Iterator[Line]:
    for figure in figures:
        yield from _hanging(plain("▪ ", ascii), _figure(figure, ascii), columns, "")


def _sources(key: str, sources: tuple[Source, ...], columns: int, ascii: bool) -> Iterator[Line]:
    for source in sources:
        yield from _source(source, columns, ascii)


# The kinds that take lines of their own, and how the values of others are said on one.
_LINES: dict[KindName, Callable[[str, Any, int, bool], Iterator[Line]]] = {
    "text": _text,
    "figures": _figures,
    "sources": _sources,
}
_WORDS: dict[KindName, Callable[[Any, bool], str]] = {
    "names": lambda value, ascii: with_roles(value),
    "date": lambda value, ascii: plain(label(value), ascii),
    **dict.fromkeys(("words", "links"), lambda value, ascii: listed(value)),
}


def _hanging(sign: str, text: str, columns: int, style: str, url: str = "") -> Iterator[Line]:
    first, *others = wrap(text, columns - len(sign))
    yield [(sign, style), (linked(first, url), style)]
    yield from ([(" " * len(sign), ""), (linked(row, url), style)] for row in others)


def _source(source: Source, columns: int, ascii: bool) -> Iterator[Line]:
    """The quote, and below it who says so; the address in full only where nothing else names the source."""
    if source.quote:
        yield from _hanging("> ", clean(source.quote), columns, "")
    named = [clean(part) for part in (source.publisher, source.title) if part]
    if source.published is not None:
        named.append(plain(label(source.published), ascii))
    if source.url:
        named.append(clean(source.url))
    text = ", ".join(named) or clean(source.key or "")
    if text:
        yield from _hanging(plain("— ", ascii), text, columns, "dim", source.url or "")


def _figure(figure: Figure, ascii: bool) -> str:
    """EV shipment target of Xiaomi, 2025: 350,000 vehicles, before 300,000 (target)"""
    name = clean(figure.metric) + (f" of {clean(figure.company)}" if figure.company else "")
    if figure.period is not None:
        name += f", {plain(label(figure.period), ascii)}"
    text = f"{name}: {amount_words(figure.amount, figure.unit, ascii=ascii)}"
    if figure.converted is not None:
        text += f" ({amount_words(figure.converted.amount, figure.converted.unit, ascii=ascii)})"
    if figure.previous is not None:
        text += f", before {Style(ascii=ascii).amount(figure.previous, figure.unit)}"
    if figure.change:
        text += f", change {clean(figure.change)}"
    return text if figure.kind == "actual" else f"{text} ({figure.kind})"
