"""Checks of links between events, and of the order of earlier versions.

Owns: unknown and fragile links, circles, the order of versions. Does not: follow a link twice.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain

from timeline_cli.checks.selection import Asking
from timeline_cli.diagnostics import Diagnostic, Location
from timeline_cli.fields.versions import known_of
from timeline_cli.hint import Hint
from timeline_cli.model import LINKS, Event
from timeline_cli.spelling import NearMisses, nearest

_MOST_COMPARISONS = 20_000  # of unknown ids with known ones; finding the nearest word is slow
_MOST_UNKNOWN = 1_000  # more than this are not typos


def links(asking: Asking) -> Iterator[Diagnostic]:
    """Links to ids that no event has, and links to ids that are derived and may change."""
    by_id = {event.id: event for event in asking.events} if asking.linked else {}
    unknown: list[tuple[Event, str, int, str]] = []
    for event in asking.linked:
        for kind in LINKS:
            for number, target in enumerate(getattr(event, kind)):
                if target not in by_id:
                    unknown.append((event, kind, number, target))
                elif not by_id[target].has_own_id:
                    yield Diagnostic(
                        "W206",
                        f"{kind}: the id {target} is derived from that event's date and title",
                        asking.places.of(event, kind, number),
                        Hint(f"add id: {target} to that event"),
                        ((_start(by_id[target]), "this event"),),
                    )
    if unknown:
        left_out = _left_out(asking) if asking.timeline.broken or asking.timeline.unread else None
        near = _nearest_ids([target for *_, target in unknown], [*by_id, *sorted((left_out or set()) - by_id.keys())])
        for event, kind, number, target in unknown:
            # The target may be an event that was left out; a derived id cannot be searched for in the text.
            if left_out is not None and (target in left_out or target[:1].isdigit()):
                continue
            yield _unknown(kind, target, near.get(target), asking.places.of(event, kind, number))


def unknown_links(event: Event, known: Sequence[Collection[str]]) -> list[Diagnostic]:
    """The links of a new event to ids that are not `known`."""
    links = [(kind, each) for kind in LINKS for each in getattr(event, kind)]
    unknown = [(kind, each) for kind, each in links if not any(each in ids for ids in known)]
    near = _nearest_ids([each for _, each in unknown], chain.from_iterable(known)) if unknown else {}
    return [_unknown(kind, each, near.get(each), _start(event)) for kind, each in unknown]


def _unknown(kind: str, target: str, near: str | None, place: Location) -> Diagnostic:
    """The problem of a link to an id that no event has; `near` is the one that may be meant."""
    hint = Hint(f"did you mean {near}?" if near else _WHERE_IDS_ARE)
    return Diagnostic("W208", f"{kind}: no event has the id {target}", place, hint)


_WHERE_IDS_ARE = "timeline show --json=id,title lists the ids of all events"
_ID = re.compile(rb"""\bid["']?[ \t]*:[ \t]*["']?([^\s"',}]+)""")


def _left_out(asking: Asking) -> set[str]:
    """The ids written in the text of the files, whether or not their events could be read."""
    texts = asking.places.texts
    blocks = (block for file in texts.files for block in texts.blocks(file))
    return {found.decode("utf-8", "replace") for block in blocks for found in _ID.findall(block)}


def _nearest_ids(unknown: Iterable[str], known: Iterable[str]) -> dict[str, str]:
    """For each unknown id the most likely known one; for very many, only those with one typo."""
    words, ids = set(unknown), list(known)
    if len(words) * len(ids) < _MOST_COMPARISONS:
        return {word: near for word in words if (near := nearest(word, ids))}
    if len(words) > _MOST_UNKNOWN:
        return {}
    # Index the few unknown ids, not the many known ones.
    misses = NearMisses(words)
    return {word: name for name in ids if (word := misses.find(name))}


def _start(event: Event) -> Location:
    return Location(event.file, event.line)


def cycles(asking: Asking) -> Iterator[Diagnostic]:
    """Events that are part of themselves, or supersede themselves, through however many others."""
    for kind in ("part_of", "supersedes"):
        targets = {event.id: getattr(event, kind) for event in asking.linked}
        done: set[str] = set()
        for event in asking.linked:
            circle = _circle(event.id, targets, done)
            if circle:
                shown = circle if len(circle) <= 8 else [*circle[:6], f"… {len(circle) - 7:,} more …", circle[-1]]
                message = f"{kind}: links form a circle: {' → '.join([*shown, circle[0]])}"
                yield asking.problem("E304", event, (kind,), message, "remove one of these links")


def _circle(start: str, targets: dict[str, tuple[str, ...]], done: set[str]) -> list[str] | None:
    """The first circle reached from `start`, by a walk that remembers visited events."""
    path: dict[str, None] = {start: None}
    stack: list[tuple[str, Iterator[str]]] = [(start, iter(targets[start]))] if start not in done else []
    while stack:
        name, rest = stack[-1]
        target = next(rest, None)
        if target is None:
            done.add(name)
            stack.pop()
            del path[name]
        elif target in path:
            done.update(path)
            walked = list(path)
            return walked[walked.index(target) :]
        elif target not in done:
            path[target] = None
            stack.append((target, iter(targets.get(target, ()))))
    return None


def version_order(asking: Asking) -> Iterator[Diagnostic]:
    """Earlier versions out of the order in which they became known: one of them would never be shown."""
    for event in asking.linked:
        known = [known_of(version).sort_key for version in event.was]
        if event.known is not None and known:
            known.append(event.known.sort_key)
        if known != sorted(known):
            message = "was: versions are not in the order in which they became known"
            yield asking.problem("W209", event, ("was",), message, "list them oldest first, each with its known: date")
