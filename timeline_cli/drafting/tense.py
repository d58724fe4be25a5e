"""The tense around each character of a text.

Owns: that lookup. Does not: resolve a date.
"""

from __future__ import annotations

from bisect import bisect_right

from timeline_cli.dates.in_text.moment import Tense
from timeline_cli.drafting.inflection import forms
from timeline_cli.drafting.lexicon import PLANNING, PREPOSITIONS
from timeline_cli.drafting.sentences import is_item, sentences, words
from timeline_cli.drafting.verbs import verb_groups

_OPENING = frozenset(("which", "who", "where", "when", "while", "whose"))
_JOINING = _OPENING | {"and", "but", "whereas"}


def tense_in(text: str) -> Tense:
    """The tense at each character of a text: that of the verb before it in its sentence, else of the first one.

    After a comma and a conjunction, that of the verb to come: but second-half sales will fall.
    """
    made: list[tuple[int, str]] = []
    for sentence in sentences(text):
        found = [word._replace(quoted=False) for word in words(sentence.text)]
        groups = verb_groups(found)
        is_told = is_item(text, sentence.begin) and bool(found) and found[0].low in forms().participle
        made.append((sentence.begin, "past" if is_told else groups[0].looks if groups else ""))
        verbs = {at for group in groups for at in range(group.first, group.last)}
        for at in range(1, len(found) - 1):
            verb = forms().participle.get(found[at].low, "plan")
            having = found[at - 1].low == "having"
            is_after = having or found[at - 1].text == "," or found[at].low.endswith("ed")
            is_bare = having or (at not in verbs and found[at + 1].low in PREPOSITIONS | {"back"})
            if is_after and is_bare and verb not in PLANNING:
                made.append((sentence.begin + found[at].begin, "past"))  # approved by the board on Tuesday
        for number, group in enumerate(groups):
            if number or is_told or len(made) > 1:
                between = range(group.first - 1, groups[number - 1].last if number else group.first - 1, -1)
                joint = (n for n in between if found[n].low in (_JOINING if found[n - 1].text == "," else _OPENING))
                made.append((sentence.begin + found[next(joint, group.first)].begin, group.looks))
            if group.verb in PLANNING and group.last < len(found) and found[group.last].low == "to":
                made.append((sentence.begin + found[group.last].begin, ""))  # promised to name him in May
    made.sort(key=lambda each: each[0])
    starts, tenses = [each[0] for each in made], [each[1] for each in made]
    return lambda character: tenses[bisect_right(starts, character) - 1] if starts and character >= starts[0] else ""
