"""The tense around each character of a text.

Owns: that lookup. Does not: resolve a date.
"""

from __future__ import annotations

from bisect import bisect_right

from timeline_cli.dates.in_text.moment import Tense
from timeline_cli.drafting.lexicon import PLANNING
from timeline_cli.drafting.sentences import sentences, words
from timeline_cli.drafting.verbs import verb_groups

_JOINING = frozenset(("and", "but", "while", "whereas"))


def tense_in(text: str) -> Tense:
    """The tense at each character of a text: that of the verb before it in its sentence, else of the first one.

    After a comma and a conjunction, that of the verb to come: but second-half sales will fall.
    """
    starts: list[int] = []
    tenses: list[str] = []
    for sentence in sentences(text):
        found = [word._replace(quoted=False) for word in words(sentence.text)]
        groups = verb_groups(found)
        starts.append(sentence.begin)
        tenses.append(groups[0].looks if groups else "")
        for number, group in enumerate(groups):
            if number:
                between = range(group.first - 1, groups[number - 1].last, -1)
                joint = (n for n in between if found[n].low in _JOINING and found[n - 1].text == ",")
                starts.append(sentence.begin + found[next(joint, group.first)].begin)
                tenses.append(group.looks)
            if group.verb in PLANNING and group.last < len(found) and found[group.last].low == "to":
                starts.append(sentence.begin + found[group.last].begin)  # promised to name him in May
                tenses.append("")
    return lambda character: tenses[bisect_right(starts, character) - 1] if starts and character >= starts[0] else ""
