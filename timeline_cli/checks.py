"""Checks of a whole timeline, beyond what reading one event can see.

Owns: CHECKS — a new check is one function and one row. Refuses: to leave events out of an answer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from timeline_cli.diagnostics import Diagnostic, Location
from timeline_cli.fields.versions import known_of
from timeline_cli.model import LINKS, Event, Timeline
from timeline_cli.text import nearest

_MOST_COMPARISONS = 20_000  # of unknown ids with known ones; looking for the nearest word takes a while


def check(timeline: Timeline) -> list[Diagnostic]:
    """All problems: those found in reading, and those of every check, in the order of the files."""
    found = list(timeline.diagnostics)
    for one in CHECKS:
        found += one(timeline)
    order = {file: number for number, file in enumerate(timeline.files)}
    return sorted(found, key=lambda d: (order.get(d.location.file, 0), d.location.line, d.location.column, d.code))


def _place(event: Event) -> Location:
    return Location(event.file, event.line)


def _links(timeline: Timeline) -> Iterator[Diagnostic]:
    """Links to ids that no event has, and links to ids that are derived and may change."""
    by_id = {event.id: event for event in timeline.events}
    unknown = 0
    for event in timeline.events:
        for kind in LINKS:
            for target in getattr(event, kind):
                if target not in by_id:
                    # Where events were left out, the target may be one of them.
                    if timeline.broken or timeline.unread:
                        continue
                    unknown += 1
                    near = nearest(target, by_id) if unknown * len(by_id) < _MOST_COMPARISONS else None
                    hint = f"did you mean {near}?" if near else "write the id of an event of these files"
                    yield Diagnostic("W208", f"{kind}: no event has the id {target}", _place(event), hint)
                elif not by_id[target].has_own_id:
                    yield Diagnostic(
                        "W206",
                        f"{kind}: {target} is made from that event's date and title",
                        _place(event),
                        f"write id: {target} into the event that is meant",
                        ((_place(by_id[target]), "this event"),),
                    )


def _cycles(timeline: Timeline) -> Iterator[Diagnostic]:
    """Events that are part of themselves, or supersede themselves, through however many others."""
    for kind in ("part_of", "supersedes"):
        targets = {event.id: getattr(event, kind) for event in timeline.events}
        done: set[str] = set()
        for event in timeline.events:
            circle = _circle(event.id, targets, done)
            if circle:
                shown = circle if len(circle) <= 8 else [*circle[:6], f"… {len(circle) - 7:,} more …", circle[-1]]
                path = " → ".join([*shown, circle[0]])
                yield Diagnostic("E304", f"{kind} runs in a circle: {path}", _place(event), "remove one of these links")


def _circle(start: str, targets: dict[str, tuple[str, ...]], done: set[str]) -> list[str] | None:
    """The first circle that is reached from `start`, by a walk that remembers where it has been."""
    path: dict[str, None] = {}
    stack: list[tuple[str, Iterator[str]]] = []
    if start not in done:
        path[start] = None
        stack.append((start, iter(targets.get(start, ()))))
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


def _versions(timeline: Timeline) -> Iterator[Diagnostic]:
    """Earlier versions that are not in the order in which they became known: such a one is never shown."""
    for event in timeline.events:
        known = [known_of(version).sort_key for version in event.was]
        if event.known is not None and known:
            known.append(event.known.sort_key)
        if known != sorted(known):
            yield Diagnostic(
                "W209", "was: the versions are not in the order in which they became known", _place(event),
                "write them oldest first, each with its known: date",
            )  # fmt: skip


CHECKS: tuple[Callable[[Timeline], Iterator[Diagnostic]], ...] = (_links, _cycles, _versions)
