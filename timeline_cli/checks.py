"""Checks of a whole timeline, beyond what reading one event can see.

Owns: CHECKS — a new check is one function and one row. Refuses: to leave events out of an answer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from timeline_cli.diagnostics import Diagnostic, Location
from timeline_cli.model import Event, Timeline
from timeline_cli.text import nearest

LINKS = ("part_of", "follows", "supersedes", "related")


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
    for event in timeline.events:
        for kind in LINKS:
            for target in getattr(event, kind):
                if target not in by_id:
                    # Where events were left out, the target may be one of them.
                    if timeline.broken or timeline.unread:
                        continue
                    near = nearest(target, by_id)
                    hint = f"did you mean {near}?" if near else "write the id of an event of these files"
                    yield Diagnostic("E303", f"{kind}: no event has the id {target}", _place(event), hint)
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
                path = " → ".join([*circle, circle[0]])
                yield Diagnostic("E304", f"{kind} runs in a circle: {path}", _place(event), "remove one of these links")


def _circle(start: str, targets: dict[str, tuple[str, ...]], done: set[str]) -> list[str] | None:
    """The first circle that is reached from `start`, by a walk that remembers where it has been."""
    path: list[str] = []
    stack: list[tuple[str, Iterator[str]]] = []
    if start not in done:
        path.append(start)
        stack.append((start, iter(targets.get(start, ()))))
    while stack:
        name, rest = stack[-1]
        target = next(rest, None)
        if target is None:
            done.add(name)
            stack.pop()
            path.pop()
        elif target in path:
            done.update(path)
            return path[path.index(target) :]
        elif target not in done:
            path.append(target)
            stack.append((target, iter(targets.get(target, ()))))
    return None


CHECKS: tuple[Callable[[Timeline], Iterator[Diagnostic]], ...] = (_links, _cycles)
