"""The page as a whole: head, sections of the list, index, style and script.

Owns: the order of the parts, and the policy that lets nothing else run. Does not: hold the page in memory.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from itertools import groupby, islice
from typing import NamedTuple

from timeline_cli.dates.calendar import NEVER_BEGAN, NEVER_ENDS, iso
from timeline_cli.dates.event_date import parse_date
from timeline_cli.dates.labels import label
from timeline_cli.event_types import COLOURS, PLAIN
from timeline_cli.exports.page.article import Context, article, source_html
from timeline_cli.exports.page.compact import Index
from timeline_cli.exports.page.markup import escaped
from timeline_cli.model import LINKS, Entry, Registries, Source
from timeline_cli.query.select import GROUPS, Answer
from timeline_cli.text import clean, counted

_SCRIPTS = ("data.js", "find.js", "lanes.js", "picture.js", "pointer.js", "page.js")
SECTION = 100  # events at most: browsers lay out what is in sight by section


def pieces(answer: Answer, title: str) -> Iterator[str]:
    """The page, a piece at a time."""
    entries = answer.entries
    context = _context(answer)
    classes = context.classes
    sizes = {len(listed) for _, listed in _sections(answer)}
    style = _file("page.css") + "".join(_type_rule(classes[kind], kind, answer.registries) for kind in classes)
    style += "".join(f".n{size}{{contain-intrinsic-size:auto {size * 4 + 5}rem}}" for size in sorted(sizes))
    script = '"use strict";(()=>{\n' + "".join(map(_file, _SCRIPTS)) + "})();"
    yield _head(title, style, script)
    yield from _header(answer, entries, title, context.source)
    index = Index(answer.today, answer.group_by, answer.registries)
    yield '<main>\n<div class="list">\n'
    for heading, listed in _sections(answer):
        yield f"<section class=n{len(listed)}>\n<h2>{escaped(heading.text)}</h2>\n"
        for entry in listed:
            index.add(entry)
            yield article(entry, context, heading.year, heading.month)
            entry.event.forget()
        yield "</section>\n"
    yield '</div>\n</main>\n<script type="application/json">\n'
    yield from index.text()
    yield f"\n</script>\n<script>{script}</script>\n</body>\n</html>\n"


def _head(title: str, style: str, script: str) -> str:
    policy = (
        f"default-src 'none'; script-src '{_digest(script)}'; style-src '{_digest(style)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="referrer" content="no-referrer">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>{escaped(title)}</title>\n<style>{style}</style>\n</head>\n<body>\n"
    )


def _header(answer: Answer, entries: list[Entry], title: str, source: tuple[Source, ...] | None) -> Iterator[str]:
    """Title, count, how the question was read, when the page was made, and a source that all events share."""
    total = counted(answer.total, "event")
    if answer.as_of is not None:
        total += f" known by {_day(answer.as_of)}"
    count = total if answer.matched == answer.total else f"{answer.matched:,} of {total}"
    if answer.possible:
        count += f", {answer.possible:,} of them may match"
    if len(entries) < answer.matched:
        count += f"; {len(entries):,} shown"
    facts = [count, _years(entries), f"made on {_day(answer.today)}"]
    yield f"<header>\n<h1>{escaped(title)}</h1>\n<p>{' · '.join(escaped(fact) for fact in facts if fact)}</p>\n"
    if answer.reading:
        yield f"<p>Question: <b>{escaped(answer.reading)}</b></p>\n"
    yield from (f"<p>{escaped(note)}</p>\n" for note in answer.notes)
    if source:
        said = "; ".join(filter(None, map(source_html, source)))
        yield f"<p>Source of {'all events' if len(entries) > 1 else 'this event'}: {said}</p>\n"
    elif source is not None:
        yield "<p>No source is given.</p>\n"
    yield "</header>\n"


def _day(ordinal: int) -> str:
    return label(parse_date(iso(ordinal) or ""))


def _years(entries: Iterable[Entry]) -> str:
    """The years from the first to the last day that is known."""
    days = [
        day
        for entry in entries
        for day in (entry.event.date.bounds.start, entry.event.date.bounds.end)
        if NEVER_BEGAN < day < NEVER_ENDS
    ]
    if not days:
        return ""
    first, last = (iso(day)[:4] for day in (min(days), max(days)))  # type: ignore[index]
    return first if first == last else f"{first}–{last}"


class _Heading(NamedTuple):
    text: str
    year: int | None = None
    month: int | None = None


def _sections(answer: Answer) -> Iterator[tuple[_Heading, list[Entry]]]:
    """At most SECTION events each, under the month or year that certainly contains their start, or their group."""
    shown: set[str] = set()
    for group in answer.groups:
        fresh = [entry for entry in group.entries if entry.event.id not in shown]
        shown.update(entry.event.id for entry in fresh)
        heading = _Heading(group.name) if group.name is not None else None
        yield from _chunks(fresh, heading, answer.sort)
    yield from _chunks(list(answer.background), _Heading("Throughout the period"), answer.sort)


def _chunks(entries: list[Entry], heading: _Heading | None, sort: str) -> Iterator[tuple[_Heading, list[Entry]]]:
    alone = _Heading("Events")
    by = (lambda entry: heading) if heading else _month if sort == "date" else (lambda entry: alone)
    for found, listed in groupby(entries, by):
        for chunk in iter(lambda listed=listed: list(islice(listed, SECTION)), []):  # type: ignore[misc]
            yield found, chunk


def _month(entry: Entry) -> _Heading:
    """The month that certainly contains the start, else its year, as in the terminal."""
    year, month = GROUPS["year"](entry), GROUPS["month"](entry)
    if not year:
        return _Heading("Start unknown")
    if not month or " " not in month[0]:
        return _Heading(year[0], int(year[0]))
    number = entry.event.date.sort_key[0]
    return _Heading(" ".join(reversed(month[0].split())), int(year[0]), int((iso(number) or "")[5:7]))


def _context(answer: Answer) -> Context:
    """What the events share, in two passes that keep nothing else of them."""
    classes: dict[str | None, str] = {}
    linked: set[str] = set()
    sources: set[tuple[Source, ...]] = set()
    for entry in answer.each():
        event = entry.event
        classes.setdefault(event.type, f"y{len(classes)}")
        linked.update(entry.superseded_by, *(getattr(event, kind) for kind in LINKS))
        if len(sources) < 2:
            sources.add(tuple(source._replace(quote=None) for source in event.sources))
    titles = {entry.event.id: entry.event.title for entry in answer.entries if entry.event.id in linked}
    return Context(classes, titles, sources.pop() if len(sources) == 1 else None)


def _type_rule(name: str, kind: str | None, registries: Registries) -> str:
    """The symbol and colour of a type. The symbol is an ornament: readers of screens hear the type in the details."""
    row = registries.types.get(kind or "", PLAIN)
    symbol = "".join(f"\\{ord(char):x} " for char in clean(row.symbol))
    colour = row.colour if row.colour in COLOURS else PLAIN.colour
    return f'.{name}::before{{content:"{symbol}";color:var(--{colour.removeprefix("bright_")})}}'


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


@cache
def _file(name: str) -> str:
    """A part of the page, without its comments and indents."""
    text = (files("timeline_cli.exports.page") / name).read_text(encoding="utf-8")
    return re.sub(r"^[ \t]*(?://.*|/\*.*\*/)?\n|^[ \t]+", "", text, flags=re.MULTILINE)
