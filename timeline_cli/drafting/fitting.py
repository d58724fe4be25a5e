"""The shortest whole title of a subject and what comes after: less of the subject before less of the news.

Owns: that choice. Does not: know where a phrase ends.
"""

from __future__ import annotations

import re

from timeline_cli.drafting.cuts import LONGEST_TITLE, LOST, MAX_TITLE, Pairs, bare, heads, shortened
from timeline_cli.drafting.endings import ended


def fitted(words: str, short: str, body: str, verb_end: int, spare: Pairs) -> str:
    """A title of at most 100 characters, or 130: the subject, or `short`, or less where else the verb lost its own.

    Only where each of 100 would lose what its verb or a noun needs, it is longer.
    `spare` are patterns of what a title that loses something can say without or shorter, and what that is.
    """
    if len(f"{words} {body}") <= MAX_TITLE:
        return _joined(words, body, verb_end)
    body, short = bare(body, verb_end), bare(short, 0)
    tried = [(words, body), (short, body)]
    for pattern, less in spare:
        short, body = (re.sub(pattern, less.replace("\\", r"\\"), each, count=1) for each in (short, body))
        tried += [(short, body)] if tried[-1] != (short, body) else []
    of_heads = dict.fromkeys((tried[1], (short, body)))
    headed = [(head, rest) for subject, rest in of_heads for head in heads(subject, rest)]
    made = [(_joined(*each, verb_end), *each) for each in (*tried, *headed)]
    whole = _losing_nothing(made, len(tried), MAX_TITLE)
    if not whole:
        longer = [(_joined(*each, verb_end, LONGEST_TITLE), *each) for each in tried]
        whole = _losing_nothing(longer, len(tried), LONGEST_TITLE)
        cut, further = max(made, key=_of_body), longer[1]
        if not whole and _loses_noun(cut) and not _loses_noun(further) and len(further[0]) <= LONGEST_TITLE:
            return further[0]  # covering the 96 turbines | of the Rome wind farm | in the German Bight
    return whole[0] if whole else max(made, key=_of_body)[0]


def _loses_noun(made: tuple[str, str, str]) -> bool:
    """Whether a cut is right before what a noun is of or for to do."""
    return re.match(r" (?:of|to|that)\b", f"{made[1]} {made[2]}"[len(made[0]) :]) is not None


def _losing_nothing(made: list[tuple[str, str, str]], uncut: int, most: int) -> list[str]:
    """The titles of at most `most` characters that lose nothing; of the first `uncut`, those without a cut come first.

    `made` is each title, with its subject and what comes after that before it was cut.
    """
    best = max(made[:2], key=lambda each: _of_body(each, most))
    fits = [each for each in (best, *made[2:]) if len(each[0]) <= most]
    whole = [cut for cut, *each in fits if not LOST.match(" ".join(each), len(cut))]
    if " ".join(best[1:])[len(best[0]) :][:2] != ", ":
        whole = [cut for cut, *each in made[:uncut] if len(" ".join(each)) <= most] + whole
    return whole


def _of_body(made: tuple[str, str, str], most: int = MAX_TITLE) -> int:
    """How much of a title with its subject is after that; none of one that is too long."""
    return len(made[0]) - len(made[1]) if len(made[0]) <= most else -1


def _joined(subject: str, body: str, verb_end: int, most: int = MAX_TITLE) -> str:
    verb_end, whole = verb_end + len(subject) + 1, f"{subject} {body}"
    cut = shortened(whole, verb_end, most)
    return cut if cut == whole else ended(cut, verb_end)
