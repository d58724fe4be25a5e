"""Forms of English verbs: opened, opens, opening → open.

Owns: the rules of regular ones. Does not: read a sentence.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from timeline_cli.drafting.lexicon import CALLS, KNOWN_VERBS, OTHER_VERBS, PLANNING, REPORTING
from timeline_cli.drafting.types import TYPES
from timeline_cli.fields.hints.verbs import IRREGULAR


class Forms(NamedTuple):
    """From each form of a verb to the verb: past, participle, third person, -ing; and the verbs themselves."""

    past: dict[str, str]
    participle: dict[str, str]
    third: dict[str, str]
    ing: dict[str, str]
    base: frozenset[str]


_DOUBLED = re.compile(
    r"[^aeiou]*[aeiou][bdgmnprt]|(?:ac)?quit|(?:com|sub|per|ad)mit|begin|occur|incur|equip|(?:re|de|pre|in|trans)fer|un?plug|rebid|outbid|debut(?=x)"
)


@cache
def forms() -> Forms:
    past: dict[str, str] = {}
    participle: dict[str, str] = {}
    irregular = {}
    for row in IRREGULAR.split(","):
        base, then, done = row.split()
        irregular[base] = then, done
    bases = irregular.keys() | OTHER_VERBS | KNOWN_VERBS | REPORTING | PLANNING | CALLS
    bases = bases.union(*(verbs for _, verbs, _ in TYPES))
    third, ing = {}, {}
    for base in bases:
        then, done = irregular.get(base) or (_past(base),) * 2
        past[then] = participle[done] = base
        third[_third(base)] = base
        ing[_ing(base)] = base
        if base[-1] == "l" and base[-2] in "aeiou" and base[-3] not in "aeiou":  # cancelled, in British English
            past[f"{base}led"] = participle[f"{base}led"] = ing[f"{base}ling"] = base
    return Forms(past, participle, third | {"has": "have", "does": "do"}, ing, frozenset(bases))


def past_of(verb: str) -> str:
    """The past tense of a verb of the lexicon."""
    if verb == "be":
        return "was"
    return next((form for form, base in forms().past.items() if base == verb), verb if _is_past(verb) else _past(verb))


def _is_past(verb: str) -> bool:
    """Whether it is a form of a verb that the lexicon has not: looked."""
    return verb.endswith("ed") and not verb.endswith("eed")


def _past(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2] not in "aeou":
        return base[:-1] + "ied"
    return base + base[-1] + "ed" if _DOUBLED.fullmatch(base) else base + "ed"


def _third(base: str) -> str:
    if base.endswith("y") and base[-2] not in "aeou":
        return base[:-1] + "ies"
    return base + ("es" if base.endswith(("s", "x", "z", "ch", "sh", "go", "do")) else "s")


def _ing(base: str) -> str:
    if base.endswith("e") and not base.endswith("ee"):
        return base[:-1] + "ing"
    return base + base[-1] + "ing" if _DOUBLED.fullmatch(base) else base + "ing"
