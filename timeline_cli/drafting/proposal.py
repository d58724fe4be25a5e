"""A drafted event, before it is written: values as a file has them, and why some need a review.

Owns: Draft. Does not: decide anything.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from timeline_cli.drafting.periods import Figure


@dataclass(frozen=True)
class Draft:
    """`people` are names with a role or None; `reviews` are reasons by the key that they are about."""

    date: str
    title: str
    quotes: tuple[str, ...]
    type: str | None = None
    status: str | None = None
    certainty: str | None = None
    companies: tuple[str, ...] = ()
    people: tuple[tuple[str, str | None], ...] = ()
    place: str | None = None
    figures: tuple[Figure, ...] = ()
    reviews: dict[str, str] = field(default_factory=dict)

    def with_quotes(self, more: tuple[str, ...]) -> Draft:
        return replace(self, quotes=tuple(dict.fromkeys((*self.quotes, *more))))
