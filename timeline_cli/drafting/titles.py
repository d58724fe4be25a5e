"""The title of a drafted event: the words of its clause in their order, without who said it and relative dates.

Owns: that text. Does not: add words, other than the name that a pronoun stands for.
"""

from __future__ import annotations

import re

from timeline_cli.dates.in_text.moment import Expression
from timeline_cli.drafting.clause import Clause
from timeline_cli.drafting.clauses import without_tail
from timeline_cli.drafting.lexicon import forms, past_of
from timeline_cli.text import clean

MAX_TITLE = 100  # characters
_RELATIVE = re.compile(
    r"\b(?:ago|last|next|this|today|yesterday|tomorrow|tonight|now|monday|tuesday|wednesday|thursday|friday|"
    r"saturday|sunday|week|recently)\b",
    re.IGNORECASE,
)


def title(clause: Clause, subject: str, dates: list[Expression]) -> str:
    """The title of a clause whose subject is `subject`, with dates placed in the sentence."""
    start = clause.words[clause.group.first].begin
    text = clause.sentence.text
    body = _without_dates(text, start, clause.end, dates)
    first, _, rest = body.partition(" ")
    if first.lower() in forms().ing and clause.group.tense != "progressive":
        body = f"{past_of(clause.group.verb)} {rest}"
    body = _tidy(without_tail(body))
    words = re.sub(r"^(?:also|then|now|and|but)\s+", "", _tidy(subject))
    made = _tidy(f"{words} {body}")
    made = made[:1].upper() + made[1:]
    return clean(_short(made))


_BEFORE = re.compile(
    r"(?:,?\s*\b(?:on|in|at|by|since|during|of|for|from|until|late|early|earlier|later|over|as early as|as soon as|"
    r"no later than|as of|the|through|"
    r"to)\b)*\s*,?\s*$",
    re.IGNORECASE,
)


def _without_dates(text: str, begin: int, end: int, dates: list[Expression]) -> str:
    """The text from `begin` to `end` without relative dates and the prepositions before them; absolute ones stay."""
    pieces, position = [], begin
    for each in dates:
        if each.begin < position or each.end > end:
            continue
        is_relative = each.type in ("DATE", "TIME") and (
            _RELATIVE.search(each.text) or not re.search(r"\d{4}", each.text)
        )
        is_period = re.match(r"['’]s|-", text[each.end : each.end + 2]) is not None
        if not is_relative or (is_period and not _RELATIVE.search(each.text)):
            continue
        kept = text[position : each.begin]
        cut = _BEFORE.search(kept)
        kept = kept[: cut.start()] if cut is not None and not is_period else kept
        pieces.append(kept)
        position = each.end + (2 if text[each.end : each.end + 2] in ("'s", "’s") else 0)
    pieces.append(text[position:end])
    return " ".join(piece.strip() for piece in pieces)


def _tidy(text: str) -> str:
    text = re.sub(r"\(\s*\)", "", text)
    text = re.sub(r"\s+([,.;:)])", r"\1", " ".join(text.split()))
    text = re.sub(r"(?:,\s*){2,}", ", ", text)
    return text.strip(' ,;:.—–-"“”')


_SPLITS = (
    r",\s+(?:which|who|with|including|as|while|joining|making|citing|according)\b",
    r"\s+(?:amid|as part of|because|due to|despite|following|after|in order to|with the aim)\b",
    r",\s",
    r"\s+(?:in|for|with|by|to|of|on|from|and|that)\s",
)


def _short(text: str) -> str:
    """At most 100 characters, cut where a part of the clause ends."""
    for pattern in _SPLITS:
        if len(text) <= MAX_TITLE:
            break
        cuts = [match.start() for match in re.finditer(pattern, text) if 30 <= match.start() <= MAX_TITLE]
        if cuts:
            text = text[: cuts[-1]]
    if len(text) > MAX_TITLE:
        text = text[: text.rfind(" ", 0, MAX_TITLE)]
    return _tidy(text).rstrip("(")
