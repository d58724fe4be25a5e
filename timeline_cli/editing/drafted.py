"""Drafted events as values for a file: the source with its quotes, review marks, and which are in the files already.

Owns: that form. Does not: write.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from timeline_cli.editing.render import Remarked, Value, Values
from timeline_cli.model import Timeline
from timeline_cli.scalars import scalar
from timeline_cli.text import clean, fold

REVIEW = "review"  # how a remark begins that a person has to settle
MARK = f"  # {REVIEW}: "


class Proposed(NamedTuple):
    """The fields of a drafted event, its quotes, and why its values need a review, by key."""

    values: Values
    quotes: tuple[str, ...]
    reviews: dict[str, str]


def source_key(publisher: str | None, published: date) -> str:
    """A key for sources: such as herald-2025-03-24."""
    word = re.sub(r"[^a-z0-9]+", "-", fold(publisher or "article")).strip("-")[:40].strip("-")
    return f"{word or 'article'}-{published}"


def source_head(key: str, source: Values) -> str:
    """The text of sources: with one entry."""
    lines = [
        f"  {scalar(key)}:",
        *(f"    {name}: {scalar(str(text), typed=name == 'published')}" for name, text in source.items()),
    ]
    return "\n".join(["sources:", *lines]) + "\n"


def key_of(source: Values, timeline: Timeline) -> str | None:
    """The key of the same source in the files: the same link, or the same title and day."""
    for key, known in timeline.registries.sources.items():
        if source.get("url") and known.url == source["url"]:
            return key
        same_day = known.published is not None and known.published.text == source["published"]
        if same_day and known.title is not None and known.title == source.get("title"):
            return key
    return None


def values_of(proposed: Proposed, source: Values, key: str | None, published: date, with_marks: bool = True) -> Values:
    """The event as a file has it; with_marks gives review marks at the end of lines, else reasons under x-review."""
    name: Values = {"ref": key} if key is not None else dict(source)
    sources: list[Value] = [name | {"quote": quote} for quote in proposed.quotes]
    made: Values = {**proposed.values, "sources": sources, "known": published.isoformat()}
    if not with_marks:
        reasons: list[Value] = [f"{field}: {reason}" for field, reason in proposed.reviews.items()]
        return made | {"x-review": reasons}
    for field, reason in proposed.reviews.items():
        field, remark = (field if isinstance(made.get(field), str) else "title"), f"{field}: {clean(reason)}"
        value = made.get(field)  # a list is on several lines
        if isinstance(value, Remarked):
            made[field] = Remarked(value, f"{value.remark}; {remark}")
        elif isinstance(value, str):
            made[field] = Remarked(value, f"{REVIEW}: {remark}")
    return made


def not_there_yet(proposed: Sequence[Proposed], timeline: Timeline) -> list[Proposed]:
    """Without the events that an earlier draft of the article added: one of their quotes, with the date or title."""
    known: set[tuple[str, str]] = set()
    for event in timeline.events:
        for quote in (_plain(source.quote) for source in event.sources if source.quote):
            known.update(((quote, event.date.text), (quote, fold(event.title))))
    return [
        each
        for each in proposed
        if not any(
            (_plain(quote), text) in known
            for quote in each.quotes
            for text in (str(each.values["date"]), fold(str(each.values["title"])))
        )
    ]


def _plain(text: str) -> str:
    return " ".join(text.split())


def reviewed(text: str, values: Sequence[Values], lines: Sequence[dict[str, int]]) -> list[Values]:
    """The values with the review marks that their lines still have; `lines` are those of the keys, from 0."""
    written = text.splitlines()
    marked: list[Values] = []
    for each, places in zip(values, lines, strict=True):
        made = dict(each)
        for field, line in places.items():
            value = made.get(field)
            found = re.search(rf"#\s*({REVIEW}:.*)$", written[line]) if line < len(written) else None
            if found is not None and isinstance(value, str):
                made[field] = Remarked(value, clean(found[1]))
        marked.append(made)
    return marked
