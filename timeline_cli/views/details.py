"""What --verbose adds below an event: its summary, figures, quotes with their sources, tags and links.

Owns: these words. Refuses: to cut any of them, or to compute with a figure.
"""

from __future__ import annotations

from collections.abc import Iterator

from timeline_cli.console import Line, linked
from timeline_cli.dates.labels import label
from timeline_cli.model import LINKS, Entry, Figure, Source
from timeline_cli.text import clean, wrap
from timeline_cli.views.numbers import Style, amount_words
from timeline_cli.views.words import listed, plain


def details(entry: Entry, columns: int, ascii: bool) -> Iterator[Line]:
    """Lines of at most `columns`."""
    event = entry.event
    if event.summary:
        yield from ([(row, "")] for row in wrap(clean(event.summary), columns))
    for figure in event.figures:
        yield from _hanging(plain("▪ ", ascii), _figure(figure, ascii), columns, "")
    for source in event.sources:
        yield from _source(source, columns, ascii)
    said = [clean(event.id)]
    if event.tags:
        said.append("tags " + listed(event.tags))
    said += [f"{kind.replace('_', ' ')} {listed(getattr(event, kind))}" for kind in LINKS if getattr(event, kind)]
    yield from _hanging("# ", plain(" · ", ascii).join(said), columns, "dim")


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
