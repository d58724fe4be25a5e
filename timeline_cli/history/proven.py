"""The merge of one event, entry or section, with its proof: it reads as the values that it must have.

Owns: the choice between git's lines and the merge by fields, and that nothing is written unproven. Does not: write
markers.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline_cli.history.compose import Composition, Context, Made, fitted
from timeline_cli.history.lines import BASE, OURS, THEIRS, merged
from timeline_cli.history.pieces import Opaque, Piece

Three = tuple[Piece | None, Piece | None, Piece | None]  # base, ours, theirs
Sides = tuple[Made | None, Made | None, Made | None]  # by OURS, BASE, THEIRS
SIDES = (OURS, BASE, THEIRS)


def sides_of(three: Three, context: Context) -> tuple[Sides, bool]:
    """The merge of a piece as it is for each side, and whether they differ."""
    base, ours, theirs = three
    found = []
    for side in SIDES:
        composition = Composition(side)
        try:
            made = composition.piece(base, ours, theirs, context)
        except Opaque:
            return whole(three, context), True
        if not composition.conflicts:
            if made is None or not _is_changed_twice(three):
                return (made, made, made), False
            made = _as_lines(three, made, context) or made
            return ((made, made, made), False) if _is_proven(three, [made], context) else (whole(three, context), True)
        found.append(made)
    if None in (ours, theirs) or _is_proven(three, found, context):
        return (found[0], found[1], found[2]), True
    return whole(three, context), True


def _is_changed_twice(three: Three) -> bool:
    base, ours, theirs = three
    if ours is None or theirs is None or ours.relative == theirs.relative:
        return False
    return base is None or base.relative not in (ours.relative, theirs.relative)


def whole(three: Three, context: Context) -> Sides:
    base, ours, theirs = (None if piece is None else fitted(piece, context) for piece in three)
    return ours, base, theirs


def _as_lines(three: Three, made: Made, context: Context) -> Made | None:
    """The merge by lines, if it reads as the merge by fields and has its comments."""
    base, ours, theirs = three
    if base is None or ours is None or theirs is None or context.is_flow:
        return None
    raw = merged(base.at(context.column), ours.at(context.column), theirs.at(context.column))
    if raw is None or raw == made.raw:
        return None
    found = made._replace(raw=raw)
    return found if _is_proven(three, [found], context) else None


def _is_proven(three: Three, found: Sequence[Made | None], context: Context) -> bool:
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
            piece = Piece("", made.raw, context.column, None, ours.field, ours.names, False)
            if piece.value != made.value:
                return False
            missing = [comment for comment in missing if comment not in piece.comments]
    except Opaque:
        return False
    return not missing
