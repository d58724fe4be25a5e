"""The details that --verbose adds below an event: its summary, figures, quotes with their sources, tags, links
and earlier versions.

Owns: these words. Does not: cut any of them, or compute with a figure.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from timeline_cli.console import Line, linked
from timeline_cli.dates.labels import label
from timeline_cli.fields.field import KindName
from timeline_cli.fields.table import WRITTEN
from timeline_cli.fields.versions import known_of
from timeline_cli.fields.words import figure_words
from timeline_cli.model import Entry, Figure, Source, Version
from timeline_cli.text import clean, listed
from timeline_cli.views.words import plain, with_roles
from timeline_cli.wrapping import wrap

# Fields that the lines of the event itself show.
_SAID = ("id", "date", "type", "title", "status", "certainty", "companies", "people", "place")
_SHOWN = [(key, kind.name) for key, kind in WRITTEN.items() if key not in _SAID]


def details(entry: Entry, columns: int, ascii: bool) -> Iterator[Line]:
    """Lines of at most `columns`: first the fields that take whole lines, then all others on one."""
    said = [clean(entry.event.id)]
    for key, kind in _SHOWN:
        value, name = getattr(entry.event, key), key.replace("_", " ")
        if value and kind == "text":
            said_by = "" if key == "summary" else f"{name}: "
            yield from ([(row, "")] for row in wrap(said_by + clean(value), columns))
        elif value and kind in _LINES:
            for item in value:
                yield from _LINES[kind](item, columns, ascii)
        elif value:
            said.append(f"{name} {_WORDS.get(kind, _text)(value, ascii)}")
    yield from _hanging("# ", plain(" · ", ascii).join(said), columns, "dim")


def _hanging(sign: str, text: str, columns: int, style: str, url: str = "") -> Iterator[Line]:
    first, *others = wrap(text, columns - len(sign))
    yield [(sign, style), (linked(first, url), style)]
    yield from ([(" " * len(sign), ""), (linked(row, url), style)] for row in others)


def _source(source: Source, columns: int, ascii: bool) -> Iterator[Line]:
    """The quote, and its source below it."""
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


def _version(version: Version, columns: int, ascii: bool) -> Iterator[Line]:
    """What was believed before, and since when; its sources are those of the day, and not repeated."""
    said = []
    for key, value in version.changes:
        if value and key not in ("known", "sources"):
            words = _WORDS.get(WRITTEN[key].name, _text)(value, ascii)
            said.append(f"{key.replace('_', ' ')} {words}")
    if known := known_of(version):
        said.append(f"known {plain(label(known), ascii)}")
    yield from _hanging("was ", plain(" · ", ascii).join(said), columns, "dim")


def _figure(figure: Figure, ascii: bool) -> str:
    return figure_words(figure, ascii, lambda date: plain(label(date), ascii))


def _text(value: str, ascii: bool) -> str:
    return clean(value)


# The lines of an item, for kinds that take whole lines, and the words for the value of other kinds.
_LINES: dict[KindName, Callable[[Any, int, bool], Iterator[Line]]] = {
    "figures": lambda figure, columns, ascii: _hanging(plain("▪ ", ascii), _figure(figure, ascii), columns, ""),
    "sources": _source,
    "versions": _version,
}
_WORDS: dict[KindName, Callable[[Any, bool], str]] = {
    "names": lambda value, ascii: with_roles(value),
    "date": lambda value, ascii: plain(label(value), ascii),
    "figures": lambda value, ascii: "; ".join(_figure(each, ascii) for each in value),
    **dict.fromkeys(("words", "links"), lambda value, ascii: listed(value)),
}
