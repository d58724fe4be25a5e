"""The three-way merge of a file of events, event by event and field by field.

Owns: which text each event, entry and section of the merge has, and where markers go. Does not: know git, or read any
file but the three; a merge that cannot be proven raises Unmergeable, and whoever asked falls back to lines.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import Any, NamedTuple

from timeline_cli.dates.event_date import parse_date
from timeline_cli.editing.source import Source
from timeline_cli.history.arrange import arrange
from timeline_cli.history.compose import Made, assembled, changed_once, fitted, listed
from timeline_cli.history.lines import Markers, both, marked
from timeline_cli.history.pairing import pairs
from timeline_cli.history.pieces import Body, Opaque, Piece
from timeline_cli.history.problems import new_errors
from timeline_cli.history.proven import SIDES, Sides, Three, sides_of, whole
from timeline_cli.history.values import resolver
from timeline_cli.history.version import EVENTS, Unmergeable, registered, source_of, version
from timeline_cli.reading.load import no_collector
from timeline_cli.reading.parser_input import REGISTRIES

Identity = tuple[str, Any]
_NOTHING = Body("seq", "", "")


class Merged(NamedTuple):
    """The bytes of a merge, how many conflicts have markers in it, and notes for the user."""

    data: bytes
    conflicts: int
    notes: tuple[str, ...] = ()


def merge(name: str, base: bytes, ours: bytes, theirs: bytes, markers: Markers) -> Merged:
    """Merge three versions of a file. Raises TimelineError if that is not possible."""
    if ours == theirs or base == theirs:
        return Merged(ours, 0)
    with no_collector():
        return _merge(name, (base, ours, theirs), markers)


def _merge(name: str, datas: tuple[bytes, bytes, bytes], markers: Markers) -> Merged:
    base, ours, theirs = datas
    sources = [source_of(name, data) for data in (base, ours, theirs)]
    if ours == base:
        return Merged(_saved(sources[1], sources[2].text, ours), 0)
    names = resolver(chain.from_iterable(registered(name, source) for source in sources))
    merger = _Merger([version(name, source, names) for source in sources], markers)
    text = merger.text()
    texts = (sources[1].text, sources[2].text)
    errors = [] if merger.conflicts else new_errors(name, text, texts)
    if errors:
        # A clean merge with errors that no side has is no clean merge.
        merger.is_quick = False
        merger.text()
        merger.forced = {merger.at_line(text, line) for line in errors}
        text = merger.text()
        if not merger.conflicts:
            raise Unmergeable(f"the merge of {name} has errors that no side has", "merge it by hand")
    return Merged(_saved(sources[1], text, ours), merger.conflicts, tuple(merger.notes))


def _saved(source: Source, text: str, ours: bytes) -> bytes:
    """A text with the encoding, line breaks and end of ours."""
    if ours and not ours.endswith(tuple(end.encode(source.encoding) for end in "\n\r")):
        text = text.removesuffix("\n")
    return source.encode(text.replace("\n", source.newline))


class _Merger:
    """One merge. `forced` are the events and entries that become conflicts whatever they have."""

    def __init__(self, versions: Sequence[Body], markers: Markers) -> None:
        self.versions = versions
        self.markers = markers
        self.forced: set[Identity | None] = set()
        self.is_quick = True  # whether sections that only one side changed are taken as they are
        self.conflicts = 0
        self.notes: list[str] = []
        self._texts: dict[Identity, str] = {}

    def text(self) -> str:
        self.conflicts, self.notes, self._texts = 0, [], {}
        base, ours, theirs = self.versions
        sides = [{piece.key: piece for piece in root.children} for root in (base, ours, theirs)]
        if len({root.is_flow for root in (base, ours, theirs) if root.children}) > 1:
            raise Unmergeable("one side is JSON and another is not", "convert one of them first")
        host = ours if ours.children else theirs
        found = [(key, self._section(key, _three(sides, key), host)) for key in arrange(sides)]
        head = self._text(base.head, ours.head, theirs.head)
        tail = self._text(base.tail, ours.tail, theirs.tail)
        texts = []
        for side in SIDES:
            parts = [made for _, section in found if (made := section[side]) is not None]
            texts.append(head + assembled(host._replace(head=head), parts) + host.close + tail)
        if texts[0] == texts[2]:
            return texts[0]
        return marked(texts[0], texts[1], texts[2], self.markers)

    def _text(self, base: str, ours: str, theirs: str) -> str:
        """The merge of text between sections. Raises Unmergeable if both changed the same of it."""
        found = both(base, ours, theirs)
        if found is None:
            raise Unmergeable("both sides changed the same lines around the events", "merge them by hand")
        return found

    def at_line(self, text: str, line: int) -> Identity | None:
        """The event or entry of the merge that has a line; None if no event or entry has it."""
        for identity, own in self._texts.items():
            first = text.count("\n", 0, text.find(own)) + 1
            if first <= line < first + own.count("\n"):
                return identity
        return None

    def _section(self, key: str, three: Three, host: Body) -> Sides:
        """A section of the file: events and registries one by one, anything else as it is."""
        base, ours, theirs = three
        if not _is_container(key, three) or (base is None and None in (ours, theirs)):
            return self._unit((key, None), three, host)
        if self.is_quick and (kept := changed_once(*three)) is not None:
            lead = self._text(*("" if piece is None else piece.lead for piece in three))
            made = fitted(kept, host)._replace(lead=lead)
            return made, made, made
        return self._container(key, three)

    def _container(self, key: str, three: Three) -> Sides:
        bodies = [_NOTHING if piece is None else listed(piece) for piece in three]
        host = bodies[1] if bodies[1].children else bodies[2]
        keyed = self._keyed(key, bodies)
        join = _by_date(keyed, bodies[1]) if key == EVENTS else None
        units = [self._unit((key, each), _three(keyed, each), host) for each in arrange(keyed, join)]
        base, ours, theirs = three
        # A section that a side lacks, or adds, is written as on the other side.
        one, other = (ours or theirs, theirs or ours)
        assert one is not None and other is not None
        old = base or one
        lead = self._text(old.lead, one.lead, other.lead)
        head, tail = (
            self._text(*(getattr(listed(piece), part) for piece in (old, one, other))) for part in ("head", "tail")
        )
        sides: list[Made | None] = []
        for side in SIDES:
            parts = [made for unit in units if (made := unit[side]) is not None]
            if not parts and None in three:
                sides.append(None)
                continue
            sides.append(Made(lead, head + _joined(host, parts) + host.close + tail, None))
        return sides[0], sides[1], sides[2]

    def _keyed(self, key: str, bodies: Sequence[Body]) -> list[dict[Any, Piece]]:
        """The events or entries of each version by an identity that is the same in all versions."""
        if key != EVENTS:
            return [{piece.key: piece for piece in body.children} for body in bodies]
        base, ours, theirs = (body.children for body in bodies)
        sides = ours, theirs
        names: list[dict[int, Identity]] = [
            {other: ("base", one) for one, other in pairs(base, side)} for side in sides
        ]
        new = [[number for number in range(len(side)) if number not in name]
               for side, name in zip(sides, names, strict=True)]  # fmt: skip
        added = [[side[number] for number in numbers] for side, numbers in zip(sides, new, strict=True)]
        kept = {one for name in names for _, one in name.values()}
        gone = [piece for number, piece in enumerate(base) if number not in kept]
        # A new event that cannot be taken apart may be any of those that are gone.
        if any(piece.fields is None for piece in (*gone, *added[0], *added[1])):
            raise Unmergeable("an event has an error or an anchor", "timeline check shows errors")
        same = {other: one for one, other in pairs(added[0], added[1], only_sure=True)}
        names[0].update((number, ("ours", number)) for number in new[0])
        names[1].update((number, ("ours", new[0][same[place]]) if place in same else ("theirs", number))
                        for place, number in enumerate(new[1]))  # fmt: skip
        self._note_titles([piece for place, piece in enumerate(added[0]) if place not in same.values()],
                          [piece for place, piece in enumerate(added[1]) if place not in same])  # fmt: skip
        return [
            {("base", number): piece for number, piece in enumerate(base)},
            *({name[number]: piece for number, piece in enumerate(side)}
              for side, name in zip(sides, names, strict=True)),
        ]  # fmt: skip

    def _note_titles(self, ours: Sequence[Piece], theirs: Sequence[Piece]) -> None:
        titles = {(piece.fields or {}).get("title") for piece in ours} - {None}
        for piece in theirs:
            title = (piece.fields or {}).get("title")
            if title in titles:
                self.notes.append(f"both sides added {title}, on different dates; both are kept")

    def _unit(self, identity: Identity, three: Three, host: Body) -> Sides:
        """The merge of an event, an entry or a plain section, with markers in a block."""
        sides, is_conflict = sides_of(three, host)
        if identity in self.forced and not is_conflict:
            sides, is_conflict = whole(three, host), True
        self.conflicts += is_conflict
        texts = ["" if made is None else made.lead + " " * host.column + made.raw for made in sides]
        if not is_conflict or host.is_flow:
            if texts[0]:
                self._texts[identity] = texts[0]
            return sides
        is_whole = "" in texts or texts[0] == texts[2]
        # The markers are in the lead, since the raw text of a piece lacks the indentation of its first line.
        made = Made(marked(texts[0], texts[1], texts[2], self.markers, is_whole), "", None)
        return made, made, made


def _three(sides: Sequence[dict[Any, Piece]], key: Any) -> Three:
    base, ours, theirs = (side.get(key) for side in sides)
    return base, ours, theirs


def _joined(host: Body, parts: Sequence[Made]) -> str:
    """The text of a container; a conflict has its own indentation."""
    if host.is_flow:
        return assembled(host, parts)
    return "".join(made.lead + " " * host.column * bool(made.raw) + made.raw for made in parts)


def _is_container(key: str, three: Three) -> bool:
    if key != EVENTS and key not in REGISTRIES:
        return False
    try:
        bodies = [piece.body for piece in three if piece is not None]
    except Opaque:
        return False
    kept = [body for body in bodies if body.kind != "scalar" or body.core]
    return len({(body.is_flow and bool(body.children), body.is_map) for body in kept if body.children}) < 2 and not any(
        body.kind == "scalar" for body in kept
    )


def _by_date(keyed: Sequence[dict[Any, Piece]], ours: Body) -> Any:
    """A function that orders what both sides add in one place by date, if each of them did so."""

    def key(identity: Any) -> Any:
        piece = next(side[identity] for side in keyed if identity in side)
        date = (piece.fields or {}).get("date")
        try:
            return parse_date(date).sort_key if isinstance(date, str) else None
        except ValueError:
            return None

    def join(first: list[Any], second: list[Any]) -> list[Any]:
        runs = [[key(identity) for identity in run] for run in (first, second)]
        ends = (
            [(ours.children[place].fields or {}).get("date") or "" for place in (0, -1)] if ours.children else ["", ""]
        )
        is_falling = len(ours.children) > 2 and ends[0] > ends[1]
        if any(None in run or run != sorted(run, reverse=is_falling) for run in runs):
            return [*first, *second]
        return sorted([*first, *second], key=key, reverse=is_falling)

    return join
