"""The options of a question: how it is asked, and filters, which are terms of the same language.

Owns: QUESTION, with the filters in OPTIONS. Does not: split values at commas — an option's value is one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from timeline_cli.errors import UsageFault
from timeline_cli.option import Choices, Option

if TYPE_CHECKING:
    from timeline_cli.query.tree import Tree


def _filter(name: str, metavar: str, help: str, values: Choices | None = None) -> Option:
    """`--name VALUE`, repeatable: an event passes with any of the values."""
    return Option(name, list, None, (f"--{name}",), help, metavar, values or Choices(field=name))


_DATE = Choices(field="date")

OPTIONS: tuple[Option, ...] = (
    _filter("since", "DATE", "What overlaps DATE or any time after its start.", _DATE),
    _filter("until", "DATE", "What overlaps DATE or any time before its end.", _DATE),
    _filter("on", "DATE", "What overlaps DATE: 2025, 2025-03, 2025-03-22, last quarter.", _DATE),
    _filter("company", "NAME", "A company or group, by name or alias."),
    _filter("person", "NAME", "A person, by name or alias."),
    _filter("type", "TYPE", "A type or a parent of it: timeline help file lists the built-in ones."),
    _filter("place", "NAME", "A place or what lies in it."),
    _filter("tag", "TAG", "A tag."),
    _filter("status", "WORD", "The status as written: {words}.", Choices(table="timeline_cli.fields.table:STATUSES")),
    _filter("certainty", "WORD", "How sure it is: {words}.", Choices(table="timeline_cli.fields.table:CERTAINTIES")),
    _filter("text", "TEXT", "Parts of words in title, type, summary, names, tags, metrics or quotes."),
    _filter("id", "ID", "An id; * stands for any letters."),
)

QUESTION: tuple[Option, ...] = (
    Option("match", str, "possibly", ("--match",), "{words}.", "HOW",
           Choices(table="timeline_cli.query.question:MODES")),
    Option("exact", bool, False, ("--exact",), "Names must match whole, without children."),
    Option("as_of", str, None, ("--as-of",), "As it was known on DATE, which is today then.", "DATE", _DATE),
    Option("all_versions", bool, False, ("--all-versions",),
           "Earlier versions as events of their own: ID@1, ID@2."),
    *OPTIONS,
)  # fmt: skip


def tree_of(given: Mapping[str, Sequence[str]]) -> list[Tree]:
    """One tree for each option given. A range of --since and --until is one question, not two."""
    if not any(given.values()):
        return []
    from timeline_cli.query.tree import Term

    trees: list[Tree] = []
    for option in OPTIONS:
        values = tuple(given.get(option.name) or ())
        if any(not value.strip() for value in values):
            raise UsageFault(f"{option.flag} is given nothing to look for", f"write {option.flag} {option.metavar}")
        if not values or option.name in ("since", "until"):
            continue
        trees.append(Term("date" if option.name == "on" else option.name, values))
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
