"""One event of the page: a line that opens to its details.

Owns: which fields it shows, and their words. Does not: repeat a source that the head of the page names for all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from timeline_cli.dates.event_date import EventDate
from timeline_cli.dates.labels import label
from timeline_cli.exports.page.markup import attribute, date_html, escaped, fragment, link
from timeline_cli.exports.words import names, who_and_where
from timeline_cli.fields.field import KindName
from timeline_cli.fields.table import BY_KEY, WRITTEN
from timeline_cli.fields.versions import known_of
from timeline_cli.fields.words import figure_words, marks
from timeline_cli.model import LINKS, Entry, Source, Version

# Fields that the line of an event shows.
_SAID = ("id", "date", "title", "status", "companies", "people", "place", "was")
_SHOWN = [(key, kind.name) for key, kind in WRITTEN.items() if key not in _SAID]


class Context(NamedTuple):
    """What the events of a page share: classes of types, titles of events that others link to, a source of all."""

    classes: Mapping[str | None, str]
    titles: Mapping[str, str]
    source: tuple[Source, ...] | None


def article(entry: Entry, context: Context, year: int | None = None, month: int | None = None) -> str:
    """The HTML of an event, under a heading of `year` (and `month`)."""
    event = entry.event
    date = date_html(event.date, year, month)
    before = next((dict(version.changes).get("date") for version in reversed(event.was)), None)
    if isinstance(before, EventDate):
        date = f"<span>{date}<s>{escaped(label(before))}</s></span>"
    notes = "".join(f" <em>{escaped(note)}</em>" for note in marks(entry, brief=True))
    kind = attribute("class", context.classes[event.type])
    line = escaped(who_and_where(entry))
    if context.source is None:
        publishers = ", ".join(dict.fromkeys(map(publisher, event.sources)))
        line += f" — {escaped(publishers or 'no source')}"
    gone = attribute("class", "gone") if entry.superseded_by or entry.state == "cancelled" else ""
    return (
        f"<article{attribute('id', event.id)}{gone}><details><summary>{date}<h3{kind}>{escaped(event.title)}{notes}"
        f"</h3>{f'<p>{line}' if line else ''}</summary>{_details(entry, context)}</details></article>\n"
    )


def publisher(source: Source) -> str:
    """The publisher of a source, else what names it."""
    host = re.match(r"https?://(?:www\.)?([^/?#]+)", source.url or "", re.IGNORECASE)
    return source.publisher or (host[1] if host else "") or source.title or source.key or source.url or "a source"


def source_html(source: Source, is_known: bool = False) -> str:
    """The names of a source and its date, with its link; without its title if the page has said it."""
    parts = (source.publisher,) if is_known and source.publisher else (source.publisher, source.title)
    named = ", ".join(escaped(part) for part in parts if part)
    said = named or escaped(re.sub(r"^https?://", "", source.url or "") or source.key or "")
    dated = f", {escaped(label(source.published))}" if source.published else ""
    return link(source.url, said) + dated


def _details(entry: Entry, context: Context) -> str:
    """First the fields that take lines, then all others on one; what was believed before comes last."""
    event = entry.event
    blocks, facts = [], []
    for key, kind in _SHOWN:
        value, name = getattr(event, key), key.replace("_", " ")
        if not value or (key == "certainty" and value != "confirmed"):
            continue
        if key in LINKS:
            facts.append(f"{name} {_links(value, context)}")
        elif kind == "figures":
            blocks.append(f"<ul>{''.join(f'<li>{escaped(figure_words(each))}' for each in value)}</ul>")
        elif kind == "sources":
            blocks += [_source(each, is_known=context.source is not None) for each in value]
        elif kind == "text":
            blocks.append(f"<p>{'' if key == 'summary' else f'{name}: '}{escaped(value)}</p>")
        elif key in ("type", "tags"):
            facts.append(escaped(value) if key == "type" else " ".join(f"#{escaped(tag)}" for tag in value))
        else:
            facts.append(f"{name} {_words(kind, value)}")
    if entry.superseded_by:
        facts.append(f"superseded by {_links(entry.superseded_by, context)}")
    earlier = "".join(_version(version) for version in event.was)
    return (
        "".join(blocks)
        + (f"<p class=m>{' · '.join(facts)}" if facts else "")
        + (f"<h4>Believed before</h4><ul class=was>{earlier}</ul>" if earlier else "")
    )


def _links(ids: Sequence[str], context: Context) -> str:
    """Links by the titles of events of the page; ids of others."""
    titles = context.titles
    return ", ".join(fragment(each, escaped(titles[each])) if each in titles else escaped(each) for each in ids)


def _source(source: Source, is_known: bool) -> str:
    said = source_html(source, is_known)
    cite = f"<cite>{said}</cite>" if said else ""
    return f"<q>{escaped(source.quote)}</q>{cite}" if source.quote else cite


def _version(version: Version) -> str:
    """When it became known, and what it said then."""
    changes = dict(version.changes)
    known = known_of(version)
    said = ", ".join(
        f"{key.replace('_', ' ')} {_words(BY_KEY[key].kind.name, value)}"
        for key, value in changes.items()
        if key != "known" and (key != "sources" or value)
    )
    return f"<li>{escaped(label(known)) if known else ''}: {said}"


def _words(kind: KindName, value: Any) -> str:
    return escaped(_WORDS[kind](value) if kind in _WORDS else value or "") if value else "not said"


_WORDS: dict[KindName, Callable[[Any], str]] = {
    "names": names,
    "date": label,
    "figures": lambda value: "; ".join(map(figure_words, value)),
    "sources": lambda value: "; ".join(f"{publisher(each)}: {each.quote or ''}".rstrip(": ") for each in value),
    **dict.fromkeys(("words", "links"), ", ".join),
}
