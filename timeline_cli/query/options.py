"""The options of a question: its modes, and filters, which are terms of the same language.

Owns: QUESTION, with the filters in OPTIONS. Does not: split values at commas; an option has one value.
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
    _filter("since", "DATE", "Find events from DATE on.", _DATE),
    _filter("until", "DATE", "Find events up to the end of DATE.", _DATE),
    _filter("on", "DATE", "Find events that overlap DATE: 2025, 2025-03, 2025-03-22, last quarter.", _DATE),
    _filter("company", "NAME", "Find a company or group, by name or alias."),
    _filter("person", "NAME", "Find a person, by name or alias."),
    _filter("type", "TYPE", "Find a type and the types below it; `timeline help file` lists them."),
    _filter("place", "NAME", "Find a place and the places in it."),
    _filter("tag", "TAG", "Find a tag."),
    _filter("status", "WORD", "Find a written status: {words}.", Choices(table="timeline_cli.fields.table:STATUSES")),
    _filter("certainty", "WORD", "Find a certainty: {words}.", Choices(table="timeline_cli.fields.table:CERTAINTIES")),
    _filter("text", "TEXT", "Find parts of words in title, type, summary, names, tags, metrics or quotes."),
    _filter("id", "ID", "Find an id; * matches any letters."),
)

QUESTION: tuple[Option, ...] = (
    Option("match", str, "possibly", ("--match",), "{words}.", "HOW",
           Choices(table="timeline_cli.query.question:MODES")),
    Option("exact", bool, False, ("--exact",), "Match whole names only, without their children."),
    Option("as_of", str, None, ("--as-of",), "Show what was known on DATE, and use it as today.", "DATE", _DATE),
    Option("all_versions", bool, False, ("--all-versions",),
           "Show earlier versions as separate events: ID@1, ID@2."),
    *OPTIONS,
)  # fmt: skip


def tree_of(given: Mapping[str, Sequence[str]]) -> list[Tree]:
    """One tree for each given option. --since and --until together form one range."""
    if not any(given.values()):
        return []
    from timeline_cli.query.tree import Term

    trees: list[Tree] = []
    for option in OPTIONS:
        values = tuple(given.get(option.name) or ())
        if any(not value.strip() for value in values):
            raise UsageFault(f"{option.flag} has an empty value", f"write {option.flag} {option.metavar}")
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
    """All trees combined; None for none."""
    if not trees:
        return None
    if len(trees) == 1:
        return trees[0]
    from timeline_cli.query.tree import And

    return And(tuple(_flat(trees)))


def _flat(trees: Sequence[Tree]) -> list[Tree]:
    """Nested `and`s are flattened, so that a metric and a value apply to the same figure."""
    from timeline_cli.query.tree import And

    return [part for tree in trees for part in (tree.parts if isinstance(tree, And) else (tree,))]
