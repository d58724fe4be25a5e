"""What decoders need besides the node: the problems, the registries, the current event.

Owns: Context and its caches for one file. Does not: decode.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from timeline_cli.dates.fiscal import FiscalYear
from timeline_cli.hint import Hint
from timeline_cli.model import Names, Registries, Role
from timeline_cli.nodes import Node, Problems, Scalar
from timeline_cli.spelling import Guesses, NearMisses


class Resolved(NamedTuple):
    """The canonical form of a written name, and the nearest registered name if it is not registered."""

    name: str
    near: str | None


@dataclass(slots=True)
class Context:
    """`fiscal`, `fiscal_fault`, `zone` and `pairs` belong to the current event, the rest to its file."""

    problems: Problems
    registries: Registries
    fiscal: FiscalYear | None = None
    fiscal_fault: str | None = None  # the company with an error that hides it
    zone: str | None = None
    pairs: dict[str, tuple[Scalar, Node]] = field(default_factory=dict)
    first_line: int = 1  # number of the file's line that the parser counts as 0
    is_json: bool = False  # the file is our own JSON, whose derived keys are computed again
    # Roles decoded without a problem, by how they are written: a name, or the texts of {name, role}.
    roles: dict[str, dict[Hashable, Role]] = field(default_factory=dict)
    hints: dict[str, Hint] = field(default_factory=dict)  # for undeclared types
    did_you_mean: Guesses = field(default_factory=Guesses)
    _near: dict[str, NearMisses] = field(default_factory=dict)
    _resolved: dict[tuple[str, str], Resolved] = field(default_factory=dict)

    def resolve(self, kind: str, name: str) -> Resolved:
        """The canonical form of a name of a registry (companies, people, places)."""
        found = self._resolved.get((kind, name))
        if found is None:
            names: Names = getattr(self.registries, kind)
            if name in names:
                found = Resolved(names.resolve(name), None)
            else:
                found = Resolved(name, self._near_misses(kind, names).find(name) if names.entities else None)
            self._resolved[kind, name] = found
        return found

    def _near_misses(self, kind: str, names: Names) -> NearMisses:
        if kind not in self._near:
            self._near[kind] = NearMisses(form for name in names.entities for form in names.all_names(name))
        return self._near[kind]

    def of_file(self, problems: Problems, is_json: bool) -> Context:
        """A context for another file with the same registries; the cache of names is shared."""
        return replace(self, problems=problems, is_json=is_json, hints={}, did_you_mean=Guesses())
