"""What a price did next to the main clause, without a finite verb: with the index slipping 0.1% to 75,640 points.

Owns: these clauses. Does not: know which day it was.
"""

from __future__ import annotations

import re

from timeline_cli.drafting.clause import Clause
from timeline_cli.drafting.group import Group
from timeline_cli.drafting.inflection import forms
from timeline_cli.drafting.lexicon import PERCENT, STRONG, word_set
from timeline_cli.drafting.participles import Dates, in_date

_MOVING = word_set(
    "rise fall slip lose gain climb drop shed ease advance jump tumble slide sink surge soar plunge dip end"
)
_BY_HOW_MUCH = re.compile(rf"(?:by |up |down |as much as )*\d[\d.]*{PERCENT}|(?<!ending )to (?:[A-Z]{{1,2}})?[$€£¥]?\d")
_OPENING = ("with", "its", "their")


def absolute(clause: Clause, dates: Dates) -> Clause | None:
    """The move of another price after a comma, before which the clause ends; with its date.

    None where it has a date of its own, where a second move follows it, or where only a verb and a date
    are before the comma.
    """
    found, group, ing = clause.words, clause.group, forms().ing
    for at in range(group.last + 2, clause.last - 1):
        verb = ing.get(found[at].low)
        if verb not in _MOVING or not _BY_HOW_MUCH.match(clause.sentence.text, found[at + 1].begin):
            continue
        comma = next((n for n in range(at - 1, max(group.last, at - 9), -1) if found[n].text == ","), 0)
        first = comma + 1 + (found[comma + 1].low == "with")
        is_named = found[comma + 1].low in _OPENING or all(word.is_name for word in found[first:at])
        ends = (n for n in range(at + 1, clause.last) if found[n].text in ",;" or found[n].low in STRONG)
        end = next(ends, clause.last)
        rest = found[at:end]
        joints = (n for n, each in enumerate(rest) if each.low == "and")
        goes_on = any(not ing.keys().isdisjoint(word.low for word in rest[n : n + 5]) for n in joints)
        is_alone = not (goes_on or any(in_date(word, dates) or word.low in ("since", "by") for word in rest))
        is_left = any(not in_date(word, dates) and word.low not in ("on", "in") for word in found[group.last : comma])
        is_past = group.tense in ("past", "perfect") and not any(word.quoted for word in found[comma:at])
        if comma and first < at and is_named and is_alone and is_left and is_past:
            made = Clause(clause.sentence, found, first, end, Group(at, at + 1, verb, "past"), (first, at), clause)
            clause.last = comma
            return made
    return None
