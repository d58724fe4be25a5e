"""Checks that need the whole timeline, not just one event.

Owns: CHECKS — a new check is one function and one row. Does not: leave events out of an answer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from operator import attrgetter
from typing import NamedTuple

from timeline_cli.checks import aliases, alike, comments, duplicates, links, sources, when
from timeline_cli.checks.places import Places
from timeline_cli.checks.selection import Asking, Selection
from timeline_cli.checks.texts import Texts
from timeline_cli.diagnostics import Diagnostic
from timeline_cli.model import LINKS, Event, Timeline
from timeline_cli.query.facts import facts_of
from timeline_cli.query.narrow import Filled, Some


class Check(NamedTuple):
    """A row of CHECKS: the codes that it can report, the function that finds them, and whether each event is alone."""

    codes: frozenset[str]
    run: Callable[[Asking], Iterator[Diagnostic]]
    alone: bool = False


CHECKS: tuple[Check, ...] = (
    Check(frozenset({"W206", "W208"}), links.links),
    Check(frozenset({"E304"}), links.cycles),
    Check(frozenset({"W209"}), links.version_order),
    Check(frozenset({"W102"}), when.far_off, alone=True),
    Check(frozenset({"W301"}), when.stale, alone=True),
    Check(frozenset({"W302"}), when.status_against_date, alone=True),
    Check(frozenset({"W303"}), duplicates.events),
    Check(frozenset({"W304"}), alike.spellings),
    Check(frozenset({"W204"}), alike.joined_names),
    Check(frozenset({"W305"}), alike.units),
    Check(frozenset({"W306"}), alike.scales, alone=True),
    Check(frozenset({"W204"}), alike.split_numbers, alone=True),
    Check(frozenset({"W401"}), sources.no_source),
    Check(frozenset({"W402"}), sources.bare_quote, alone=True),
    Check(frozenset({"W403"}), sources.published_before, alone=True),
    Check(frozenset({"W404"}), sources.published_ahead, alone=True),
    Check(frozenset({"W405"}), comments.reviews),
    Check(frozenset({"W501"}), aliases.aliases),
)

_READ = attrgetter("title", "companies", "people", "tags", "figures", "sources", "known")
_LINKED = (*LINKS, "was")


# The files, their problems, and their texts.
Checked = tuple[Timeline, list[Diagnostic], Texts]


def check(
    timeline: Timeline,
    today: int | None = None,
    selected: Selection = Selection(),  # noqa: B008 (frozen)
    texts: Texts | None = None,
    sound: dict[str, Event] | None = None,
) -> list[Diagnostic]:
    """The selected problems: those found while reading, and those of every check, in the order of the files.

    `today` is an ordinal; None skips what depends on the day. `sound` has events by id in which the same checks found
    nothing alone on that day: they are not looked at again, and others without a problem are added.
    """
    texts = texts or Texts(timeline)
    events = tuple(timeline.events)
    for event in events:
        # All in one pass, since an index decodes an event once for everything that is asked of it.
        _READ(event)
    linked = facts_of(timeline).narrowed(Some(tuple(map(Filled, _LINKED))))
    if linked is None:
        linked = (event for event in events if any(getattr(event, key) for key in _LINKED))
    asking = Asking(timeline, events, tuple(linked), today, selected.named, Places(texts))
    known = sound or {}
    new = asking._replace(events=tuple(e for e in events if e.id not in known or e.differs(known[e.id])))
    ignores = comments.ignores_in(texts)
    found = [*timeline.diagnostics, *comments.misfits(ignores)]
    for one in CHECKS:
        if one.codes & selected.codes:
            found += one.run(new if one.alone else asking)
    if sound is not None:
        sound.update({event.id: event for event in new.events if event.id not in asking.places.asked})
    kept = comments.without_ignored((d for d in found if d.code in selected.codes), ignores)
    order = {file: number for number, file in enumerate(timeline.files)}
    return sorted(kept, key=lambda d: (order.get(d.location.file, 0), d.location.line, d.location.column, d.code))
