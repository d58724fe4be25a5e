"""The context in which terms are compiled, and the parts of a term.

Owns: Ask, Meaning, TermKind. Does not: know any field of the language.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from timeline_cli.dates.fiscal import FiscalYear
from timeline_cli.dates.period import Period
from timeline_cli.query.as_of import World
from timeline_cli.query.facts import Facts
from timeline_cli.query.names import quoted
from timeline_cli.query.narrow import Narrow, Plan, plan, plan_some
from timeline_cli.query.values import as_typed
from timeline_cli.query.verdict import Asks, Test
from timeline_cli.spelling import nearest
from timeline_cli.text import fold

if TYPE_CHECKING:
    from timeline_cli.query.lexicon import Lexicon

MOST_GUESSED = 20  # words of a question, each compared with all names


@dataclass
class Ask:
    """The context in which terms are compiled; `notes` are printed on stderr."""

    world: World
    read_period: Callable[[str, FiscalYear | None], Period]
    mode: str = "possibly"
    exact: bool = False
    fiscal: FiscalYear | None = None
    notes: list[str] = field(default_factory=list)
    periods: list[Period] = field(default_factory=list)  # of all date terms; they decide what is background
    compiled: dict[tuple[str, str, str], Any] = field(default_factory=dict)
    unfound: dict[str, str | None] = field(default_factory=dict)  # bare words that no event has, and the nearest name

    @cached_property
    def lexicon(self) -> Lexicon:
        """The names that a bare word can mean."""
        from timeline_cli.query.lexicon import Lexicon

        return Lexicon(self.facts, self.world.registries)

    @property
    def facts(self) -> Facts:
        """Facts about all events."""
        return self.world.facts

    def nothing_has(self, what: str, value: str, candidates: Iterable[str], near: str | None = None) -> None:
        """Note that no event has a value, with the one that was meant (`near`), or the nearest one that exists."""
        near = near or nearest(value, (name for name in candidates if fold(name) != fold(value)), cutoff=0.6)
        note = f"no event has the {what} {quoted(value)}" + (f"; did you mean {quoted(near)}?" if near else "")
        if "," in value and what != "text":
            several = as_typed(f"{what}:{','.join(quoted(each.strip()) for each in value.split(','))}")
            note += f"; a comma is part of this value: for several, repeat the option, or write {several}"
        kind, name = self.lexicon.registered(value) or ("", "")
        if kind and what in ("text", kind):
            note = f"the {kind} {quoted(name)} is registered, but no event has it"
        self.notes.append(note)


class Meaning(NamedTuple):
    """A compiled term: its test, and the echo of its value.

    `narrow` is the condition of a first cut; it is `exact` if it is equivalent to the test. `by_date` and `slow` belong
    to the test (`verdict.Test`). `apart` are the plans of a term that is answered in parts.
    """

    test: Asks
    reading: str
    narrow: Narrow | None = None
    exact: bool = False
    by_date: bool = False
    slow: bool = False
    apart: tuple[Plan, ...] = ()

    @property
    def plans(self) -> tuple[Plan, ...]:
        """Plans that share no event and together answer the term."""
        return self.apart or (plan(Test(self.test, self.by_date, self.slow), self.narrow, self.exact),)

    @property
    def plan(self) -> Plan:
        return plan_some(self.plans)


Compile = Callable[[str, Ask], Meaning]


class TermKind(NamedTuple):
    """A row of TERMS. For an `imprecise` term, all values, or the named ones, can answer `possible`."""

    name: str
    help: str
    compile: Compile
    imprecise: bool | frozenset[str] = False
