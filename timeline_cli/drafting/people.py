"""Whom he, she, his and her stand for: who spoke, who was the last subject, who was met last.

Owns: that decision. Does not: find names.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from timeline_cli.drafting.given_names import is_male


@dataclass
class People:
    """The people of the text so far."""

    subject: str = ""  # the last person who was one
    near: list[str] = field(default_factory=list)  # of the last sentence
    met: list[str] = field(default_factory=list)  # the last first
    sexes: dict[str, bool] = field(default_factory=dict)  # whether a title, kinship or pronoun says he

    def end_sentence(self, names: Sequence[str]) -> None:
        self.near = [*names]
        self.met = [*reversed(names), *self.met][:10]

    def meant(self, pronoun: str, speaker: str, is_first: bool) -> str | None:
        """`speaker` is the person who says it or empty; `is_first` if no subject of the sentence is before it."""
        is_he = pronoun in ("he", "his")
        near = [each for each in self.near if is_male(each) is not None and is_first and self.subject not in self.near]
        for found in (speaker, *near, self.subject, *self.met):
            sex = is_male(found)
            if found and self.sexes.setdefault(found, is_he if sex is None else sex) == is_he:
                return found
        return None
