"""What a price did next to the main clause, without a finite verb: with the index slipping 0.1% to 75,640 points.

Owns: these clauses. Does not: know which day it was.
"""

from __future__ import annotations

import re

from timeline_cli.drafting.clause import Clause
from timeline_cli.drafting.group import Group
from timeline_cli.drafting.inflection import forms
from timeline_cli.drafting.lexicon import STRONG
from timeline_cli.drafting.participles import Dates, in_date
from timeline_cli.drafting.types import MOVES

_BY_HOW_MUCH = re.compile(r"(?:by |to |up |down |lower |higher |as much as )*[A-Z]{0,2}[$€£¥]?\d")
_OPENING = ("with", "its", "their")


def absolute(clause: Clause, dates: Dates) -> Clause | None:
    """The move of another price after a comma, before which the clause ends; with its date, if it has none."""
    found = clause.words
    if clause.group.tense not in ("past", "perfect"):
        return None
    for at in range(clause.group.last + 2, clause.last - 1):
        verb = forms().ing.get(found[at].low)
        if verb not in MOVES or not _BY_HOW_MUCH.match(clause.sentence.text, found[at + 1].begin):
            continue
        comma = next((n for n in range(at - 1, max(clause.group.last, at - 9), -1) if found[n].text == ","), 0)
        first = comma + 1 + (found[comma + 1].low == "with")
        is_named = found[comma + 1].low in _OPENING or all(word.is_name for word in found[first:at])
        is_whose = first < at and is_named
        if not comma or not is_whose or any(word.quoted for word in found[comma:at]):
            continue
        ends = (n for n in range(at + 1, clause.last) if found[n].text in ",;" or found[n].low in STRONG | {"and"})
        end = next((n for n in ends if not in_date(found[n], dates)), clause.last)
        group = Group(at, at + 1, verb, "past")
        made = Clause(clause.sentence, found, first, end, group, (first, at), shares=clause)
        clause.last = comma
        return made
    return None
