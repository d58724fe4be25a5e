"""The options of `show` as terms of the same language.

Owns: OPTIONS, from a long option to its field. Refuses: to split values at commas — an option's value is one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from timeline_cli.errors import UsageFault
from timeline_cli.fields.table import CERTAINTIES, STATUSES

if TYPE_CHECKING:
    from timeline_cli.query.tree import Tree


class FilterOption(NamedTuple):
    """`--name VALUE`, repeatable: an event passes with any of the values."""

    name: str
    metavar: str
    help: str
    prefix: str = ""
    field: str = ""


OPTIONS: tuple[FilterOption, ...] = (
    FilterOption("since", "DATE", "what overlaps DATE or any time after its start", "since ", "date"),
    FilterOption("until", "DATE", "what overlaps DATE or any time before its end", "until ", "date"),
    FilterOption("on", "DATE", "what overlaps DATE: 2025, 2025-03, 2025-03-22, last quarter", "", "date"),
    FilterOption("company", "NAME", "a company or group, by name or alias"),
    FilterOption("person", "NAME", "a person, by name or alias"),
    FilterOption("type", "TYPE", "a type or a parent of it: timeline help file lists the built-in ones"),
    FilterOption("place", "NAME", "a place or what lies in it"),
    FilterOption("tag", "TAG", "a tag"),
    FilterOption("status", "WORD", "the status as written: " + ", ".join(STATUSES)),
    FilterOption("certainty", "WORD", "how sure it is: " + ", ".join(CERTAINTIES)),
    FilterOption("text", "TEXT", "parts of words in title, type, summary, names, tags, metrics or quotes"),
    FilterOption("id", "ID", "an id; * stands for any letters"),
)


def tree_of(given: Mapping[str, Sequence[str]]) -> list[Tree]:
    """One tree for each option given. A range of --since and --until is one question, not two."""
    if not any(given.values()):
        return []
    from timeline_cli.query.tree import Term

    trees: list[Tree] = []
    for option in OPTIONS:
        values = tuple(given.get(option.name) or ())
        if any(not value.strip() for value in values):
            raise UsageFault(f"--{option.name} is given nothing to look for", f"write --{option.name} {option.metavar}")
        if not values or option.name in ("since", "until"):
            continue
        trees.append(Term(option.field or option.name, values))
    ranges = _ranges(given.get("since") or (), given.get("until") or ())
    return [*([Term("date", ranges)] if ranges else []), *trees]


def _ranges(since: Sequence[str], until: Sequence[str]) -> tuple[str, ...]:
    starts = [f"since {value}" for value in since]
    ends = [f"until {value}" for value in until]
    if starts and ends:
        return tuple(f"{start} {end}" for start in starts for end in ends)
    return tuple(starts or ends)


def joined(trees: Sequence[Tree]) -> Tree | None:
    """All trees at once; None for none."""
    if not trees:
        return None
    if len(trees) == 1:
        return trees[0]
    from timeline_cli.query.tree import And

    return And(tuple(_flat(trees)))


def _flat(trees: Sequence[Tree]) -> list[Tree]:
    """The parts of an `and` beside another are parts of it: so a metric and a value ask the same figure."""
    from timeline_cli.query.tree import And

    return [part for tree in trees for part in (tree.parts if isinstance(tree, And) else (tree,))]
