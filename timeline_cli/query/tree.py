"""A question as a tree.

Owns: And, Or, Not, Term. Does not: import the fields, so that a command without a question starts fast.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

BARE = ""  # the field of a term without one


class Term(NamedTuple):
    """`field:value,value`; any of the values matches. `column` and `width` locate it in `query`, for errors."""

    field: str
    values: tuple[str, ...]
    query: str = ""
    column: int = 0
    width: int = 1


class And(NamedTuple):
    parts: tuple[Tree, ...]


class Or(NamedTuple):
    parts: tuple[Tree, ...]


class Not(NamedTuple):
    part: Tree


Tree = And | Or | Not | Term


def terms_of(tree: Tree) -> Iterator[Term]:
    """Every term of a tree, in order."""
    if isinstance(tree, Term):
        yield tree
    elif isinstance(tree, Not):
        yield from terms_of(tree.part)
    else:
        for part in tree.parts:
            yield from terms_of(part)
