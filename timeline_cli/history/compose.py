"""The merge of one entry or event by its fields: what either side changed, in the lines of ours.

Owns: which values and comments the merge has. Does not: prefer a side where both changed the same thing differently,
other than the one it is asked to take, which makes the two or three sides of a conflict.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from timeline_cli.history.arrange import arrange, contested
from timeline_cli.history.lines import BASE, OURS, THEIRS, both
from timeline_cli.history.pieces import Body, Opaque, Piece, shifted
from timeline_cli.history.values import TOGETHER, mapping_of
from timeline_cli.scalars import in_braces


class Made(NamedTuple):
    """A merged piece; `raw` as in Piece. `of` is its value, or the piece whose value it has."""

    lead: str
    raw: str
    of: Any

    @property
    def value(self) -> Any:
        """Raises Opaque."""
        return self.of.value if isinstance(self.of, Piece) else self.of


_EMPTY = Body("flow-seq", "", "")


class Composition:
    """One merge, in which conflicts are decided for the side to `take`, and counted."""

    def __init__(self, take: int) -> None:
        self.take = take
        self.conflicts = 0

    def piece(self, base: Piece | None, ours: Piece | None, theirs: Piece | None, host: Body) -> Made | None:
        """The merge of a piece; None if it is deleted. Raises Opaque where the text cannot be made."""
        if ours is None or theirs is None:
            kept = ours or theirs
            if kept is None or (base is not None and is_same(base, kept) and not _comments_above(kept, base)):
                return None
            return fitted(kept, host) if base is None else self._one(base, ours, theirs, host)
        lead = self._lines(*(_lead(piece, host) for piece in (base, ours, theirs)))
        kept = changed_once(base, ours, theirs)
        if kept is not None:
            return fitted(kept, host)._replace(lead=lead)
        try:
            made = self._deep(base, ours, theirs, host)
        except Opaque:
            made = self._one(base, ours, theirs, host)
        return made and made._replace(lead=lead)

    def _one(self, base: Piece | None, ours: Piece | None, theirs: Piece | None, host: Body) -> Made | None:
        """A conflict: the piece of the side to take."""
        self.conflicts += 1
        sides: dict[int, Piece | None] = {OURS: ours, BASE: base, THEIRS: theirs}
        found = sides[self.take]
        return None if found is None else fitted(found, host)

    def _deep(self, base: Piece | None, ours: Piece, theirs: Piece, host: Body) -> Made | None:
        old, one, other = base and base.value, ours.value, theirs.value
        if base is not None and theirs.value == old and not _has_children(ours, theirs):
            other = one
        tail = self._lines(base.body.tail if base else "", ours.body.tail, theirs.body.tail)
        if one == other and not _has_children(ours, theirs):
            return self._with_tail(ours, ours, tail)
        if _has_children(ours, theirs) and (base is None or not old or _has_children(ours, base)):
            return self._children(base, ours, theirs, tail)
        if base is not None and one == old:
            return self._with_tail(ours, theirs, tail)
        return self._one(base, ours, theirs, host)

    def _with_tail(self, host: Piece, source: Piece, tail: str) -> Made:
        """The value of one piece with the key and the tail of another. Raises Opaque unless both are a text."""
        if not source.body.kind == "scalar" == host.body.kind:
            raise Opaque
        core = shifted(source.body.core, host.column - source.column)
        gap = " " if core and host.body.head.endswith(":") else ""
        return Made("", host.body.head + gap + core + tail, source.value)

    def _lines(self, base: str, ours: str, theirs: str) -> str:
        """The merge of comments and empty lines."""
        if not base.strip(" ,\n"):
            # Where there are no comments, the empty lines are those of ours.
            if not theirs.strip(" ,\n"):
                return ours
            if not ours.strip(" ,\n"):
                return theirs
        found = both(base, ours, theirs)
        if found is not None:
            return found
        self.conflicts += 1
        return (ours, base, theirs)[self.take]

    def _children(self, base: Piece | None, ours: Piece, theirs: Piece, tail: str) -> Made:
        bodies = [_EMPTY if piece is None else listed(piece) for piece in (base, ours, theirs)]
        host = bodies[1]
        if base is not None and bodies[0].kind == host.kind != bodies[2].kind:
            # Theirs wrote it in another form, which the merge keeps.
            host = bodies[2]._replace(column=bodies[2].column + ours.column - theirs.column)
            tail = host.tail
        old, one, other = ({piece.key: piece for piece in body.children} for body in bodies)
        order = arrange((old, one, other))
        if ours.field not in ("event", "events"):
            dropped, conflicts = contested(old, one, other, self.take)
            order = [key for key in order if key not in dropped]
            self.conflicts += conflicts
        forced = self._together((old, one, other)) if host.is_map and ours.field.partition(".")[0] == "figures" else ()
        found = {}
        for key in order:
            merge = self._one if key in forced else self.piece
            made = merge(old.get(key), one.get(key), other.get(key), host)
            if made is not None:
                found[key] = made
        raw = host.head + assembled(host, list(found.values())) + host.close + tail
        values = {key: made.value for key, made in found.items()}
        value = mapping_of(values, ours.field) if host.is_map else list(values.values())
        return Made("", raw, value)

    def _together(self, sides: Sequence[dict[Any, Piece]]) -> tuple[str, ...]:
        """The keys that are one thing, if both sides changed them differently."""
        old, one, other = ([side[key].value if key in side else None for key in TOGETHER] for side in sides)
        if one == other or old in (one, other):
            return ()
        return tuple(key for key, *values in zip(TOGETHER, one, other, strict=True) if values[0] != values[1])


def _has_children(one: Piece, other: Piece) -> bool:
    """Whether two pieces are both lists, or both mappings."""
    first, second = one.body, other.body
    if isinstance(one.value, list) and isinstance(other.value, list):
        return True
    return first.kind != "scalar" and second.kind != "scalar" and first.is_map == second.is_map


def listed(piece: Piece) -> Body:
    """The parts of a list or mapping; of one item without brackets, as a list."""
    body = piece.body
    if body.kind != "scalar":
        return body
    if not body.core:
        return Body("flow-seq", body.head.rstrip(" ") + " [", "", (), "]", body.tail)
    if "\n" in body.core:
        raise Opaque
    core = body.core if body.core[0] in "\"'" else in_braces(body.core)
    item = Piece("", core, 0, piece.value[0], piece.field, piece.names, True)
    item.set(Body("scalar", "", core), piece.value[0])
    return Body("flow-seq", body.head + "[", "", (item,), "]", body.tail)


def assembled(host: Body, found: Sequence[Made]) -> str:
    """Children as text, in the form of a body: its column, or its commas."""
    if host.is_flow:
        first = host.children[0].lead if host.children else ""
        between = host.children[1].lead if len(host.children) > 1 else ", "
        leads = [first, *(made.lead if "," in made.lead else between for made in found[1:])]
        return "".join(lead + made.raw for lead, made in zip(leads, found, strict=False))
    if not found and host.children:
        raise Opaque
    texts = []
    for number, made in enumerate(found):
        if not number and host.children and host.children[0].inline:
            if made.lead.strip():
                raise Opaque
            texts.append(made.raw)
        else:
            texts.append(made.lead + " " * host.column + made.raw)
    return "".join(texts)


def fitted(piece: Piece, host: Body) -> Made:
    """A piece in another host. Raises Opaque if it cannot be written there."""
    is_flow = not piece.raw.endswith("\n")
    raw = piece.at(host.column)
    if is_flow and not host.is_flow:
        raw = raw + "\n" if host.is_map else f"- {raw}\n"
    elif host.is_flow and not is_flow:
        body = piece.body
        if (not body.is_flow and body.kind != "scalar") or body.tail.strip() or body.core[:1] in ("|", ">"):
            raise Opaque
        raw = raw[: len(raw) - len(body.tail)] if body.tail else raw
        raw = raw if host.is_map else raw[len(body.head) - body.head.endswith(("[", "{")) :]
    return Made(_lead(piece, host), raw, piece)


def _lead(piece: Piece | None, host: Body) -> str:
    """The text above a piece, if it is written in the form of the host."""
    return piece.lead if piece is not None and piece.raw.endswith("\n") != host.is_flow else ""


def _comments_above(one: Piece, other: Piece) -> set[str]:
    """The comments directly above a piece that are not above the other."""
    return {line.strip() for line in one.lead.split("\n") if "#" in line} - set(map(str.strip, other.lead.split("\n")))


def changed_once(base: Piece | None, ours: Piece | None, theirs: Piece | None) -> Piece | None:
    """The piece of two sides of which only one has changed its text, or both in the same way; None if there is none."""
    if ours is None or theirs is None:
        return None
    if ours.relative == theirs.relative or (base is not None and theirs.relative == base.relative):
        return ours
    return theirs if base is not None and ours.relative == base.relative else None


def is_same(one: Piece, other: Piece) -> bool:
    """Whether two pieces have the same values and comments."""
    if one.relative == other.relative:
        return True
    try:
        return bool(one.value == other.value) and one.comments == other.comments
    except Opaque:
        return False
