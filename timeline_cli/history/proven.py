"""The merge of one event, entry or section, with its proof: it reads as the values that it must have.

Owns: the choice between git's lines and the merge by fields, and that nothing is written unproven. Does not: write
markers.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline_cli.history.compose import Composition, Made, changed_once, fitted
from timeline_cli.history.lines import BASE, OURS, THEIRS, merged
from timeline_cli.history.pieces import Body, Opaque, Piece

Three = tuple[Piece | None, Piece | None, Piece | None]  # base, ours, theirs
Sides = tuple[Made | None, Made | None, Made | None]  # by OURS, BASE, THEIRS
SIDES = (OURS, BASE, THEIRS)


def sides_of(three: Three, host: Body) -> tuple[Sides, bool]:
    """The merge of a piece as it is for each side, and whether they differ."""
    base, ours, theirs = three
    found = []
    for side in SIDES:
        composition = Composition(side)
        try:
            made = composition.piece(base, ours, theirs, host)
        except Opaque:
            return whole(three, host), True
        if not composition.conflicts:
            if made is None or None in (ours, theirs) or changed_once(*three) is not None:
                return (made, made, made), False
            made = _as_lines(three, made, host) or made
            return ((made, made, made), False) if _is_proven(three, [made], host) else (whole(three, host), True)
        found.append(made)
    if None in (ours, theirs) or _is_proven(three, found, host):
        return (found[0], found[1], found[2]), True
    return whole(three, host), True


def whole(three: Three, host: Body) -> Sides:
    base, ours, theirs = (None if piece is None else fitted(piece, host) for piece in three)
    return ours, base, theirs


def _as_lines(three: Three, made: Made, host: Body) -> Made | None:
    """The merge by lines, if it reads as the merge by fields and has its comments."""
    base, ours, theirs = three
    if base is None or ours is None or theirs is None or host.is_flow:
        return None
    raw = merged(base.at(host.column), ours.at(host.column), theirs.at(host.column))
    if raw is None or raw == made.raw:
        return None
    found = made._replace(raw=raw)
    return found if _is_proven(three, [found], host) else None


def _is_proven(three: Three, found: Sequence[Made | None], host: Body) -> bool:
    """Whether merged texts read as the merged values, and have every comment that a side added."""
    base, ours, theirs = three
    assert ours is not None and theirs is not None
    try:
        missing = [comment for side in (ours, theirs) for comment in side.comments]
        for comment in base.comments if base is not None else ():
            missing = [other for other in missing if other != comment]
        for made in found:
            if made is None:
                continue
            piece = Piece("", made.raw, host.column, None, ours.field, ours.names, False)
            if piece.value != made.value:
                return False
            missing = [comment for comment in missing if comment not in piece.comments]
    except Opaque:
        return False
    return not missing
