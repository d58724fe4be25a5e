"""The tense around each character of a text.

Owns: that lookup. Does not: resolve a date.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from timeline_cli.dates.in_text.english_words import MONTHS, WEEKDAYS
from timeline_cli.dates.in_text.moment import Tense
from timeline_cli.drafting.group import Group, is_when
from timeline_cli.drafting.inflection import forms
from timeline_cli.drafting.lexicon import BOOKING, IDLE, LASTING, PLANNING, PREPOSITIONS, word_set
from timeline_cli.drafting.sentences import Word, is_item, sentences, words
from timeline_cli.drafting.undoing import MOVING
from timeline_cli.drafting.verbs import verb_groups

_OPENING = frozenset(("which", "who", "where", "when", "while", "whose", "after", "because", "although"))
_AFTER = PREPOSITIONS | WEEKDAYS.keys() | {"back", "late", "last", "early"}
_JOINING = _OPENING | {"and", "but", "whereas"}
_CALLING = word_set("call invite summon convene schedule")
_DAYS = MONTHS.keys() | WEEKDAYS.keys() | {"next", "today", "tomorrow"}
_PROMISING = word_set("promise pledge agree propose announce")
_MEETINGS = word_set("meeting hearing talks summit vote session conference parliament")


def tense_in(text: str) -> Tense:
    """The tense at each character of a text: that of the verb before it in its sentence, else of the first one.

    After a comma and a conjunction, that of the verb to come: but second-half sales will fall.
    """
    made: list[tuple[int, str]] = []
    for sentence in sentences(text):
        found = [word._replace(quoted=False) for word in words(sentence.text)]
        groups = verb_groups(found)
        looks = [each.looks if each.tense != "perfect" else "perfect" for each in groups]  # has called a strike in July
        is_off = any(each.verb in _CALLED_OFF and each.tense in ("past", "perfect") for each in groups)
        looks = [
            "past" if _was_to_have(found, each) and not is_off else tense
            for tense, each in zip(looks, groups, strict=True)
        ]
        if len(groups) > 1 and found[0].low == "once" and groups[1].tense == "future":
            looks[0] = "future"  # Once opened in May, the mill will employ 90
        is_led = len(found) > 2 and found[0].low.endswith("ed") and found[1].low in PREPOSITIONS  # Unveiled in June, it
        is_told = (is_led or is_item(text, sentence.begin)) and bool(found) and found[0].low in forms().participle
        made.append((sentence.begin, "past" if is_told else looks[0] if groups else ""))
        inner = (*_of_participles(found, groups, looks), *_of_groups(found, groups, looks))
        made += [(sentence.begin + found[at].begin, tense) for at, tense in inner]
    made.sort(key=lambda each: each[0])
    starts, tenses = [each[0] for each in made], [each[1] for each in made]
    return lambda character: tenses[bisect_right(starts, character) - 1] if starts and character >= starts[0] else ""


def _of_participles(found: Sequence[Word], groups: Sequence[Group], looks: Sequence[str]) -> Iterator[tuple[int, str]]:
    """From which words on participles change the tense: approved by the board on Tuesday, in force since May."""
    verbs = {at for group in groups for at in range(group.first, group.last)}
    for at in range(1, len(found) - 1):
        verb, before, after = forms().participle.get(found[at].low, "plan"), found[at - 1], found[at + 1]
        having = before.low == "having"
        if verb in _CALLING and after.low == "for" and before.text == ",":
            yield at, "future"  # the meeting, convened for April 28, will
        is_done = found[at].low in forms().participle and found[at].low not in forms().past  # withdrawn, not shut
        is_ahead = found[0].low == "once" and at < 4 and looks[:1] == ["future"]  # Once opened in May, it will
        is_after = (having or before.text == "," or found[at].low.endswith("ed") or is_done) and not is_ahead
        is_bare = having or (at not in verbs and after.low in _AFTER)
        is_told = verb in _PROMISING and after.low in ("in", "last")  # the guidance promised in March
        is_told &= before.text.isalpha() and before.low != "as"
        is_own = having or is_told or not _is_ahead(found, at, groups)
        if is_after and is_bare and (verb not in PLANNING or is_told) and is_own:
            yield at, "past"  # approved by the board on Tuesday
        if found[at].low == "since" and before.low in IDLE | LASTING:
            yield at, "past"  # layoffs, in force since May, will end


def _of_groups(found: Sequence[Word], groups: Sequence[Group], looks: Sequence[str]) -> Iterator[tuple[int, str]]:
    """From which words on verbs change the tense: after the comma before them, and where they set a day."""
    for number, group in enumerate(groups):
        is_over = group.looks in ("past", "perfect")
        between = range(group.first - 1, groups[number - 1].last if number else group.first - 1, -1)
        joints = (n for n in between if found[n].low in (_JOINING if found[n - 1].text == "," else _OPENING))
        joint = next(joints, group.first)
        yield from ((at, looks[number]) for at in {joint, group.first})
        if number and found[joint].low in ("which", "who") and found[joint - 1].text == ",":
            closed = next((n for n in range(group.last, len(found) - 1) if found[n].text == ","), 0)
            if closed and found[closed + 1].low in PREPOSITIONS:  # its mill, which was built in 1998, in May
                yield closed, looks[number - 1]
        amount = next((n for n in range(group.last, min(group.last + 8, len(found))) if found[n].text[-1].isdigit()), 0)
        if group.verb in BOOKING and group.tense == "present" and amount:
            yield amount, "past"  # reports sales of $3 million for the third quarter
        if group.verb in PLANNING and group.last < len(found) and found[group.last].low == "to":
            yield group.last, ""  # promised to name him in May
        if group.verb in _CALLING and is_over and (ahead := _is_set(found, group)):
            yield ahead, "future"  # called a strike for Monday
        if group.verb in MOVING and is_over and (moved := _moved_to(found, groups, number)):
            yield moved, "future"  # put off the vote to May


_CALLED_OFF = word_set("call cancel avert suspend postpone delay defer put shelve")


def _was_to_have(found: Sequence[Word], group: Group) -> bool:
    """A plan for a day that is over: was to have opened in March."""
    return [word.low for word in found[group.first : group.first + 3]] in (
        ["was", "to", "have"],
        ["were", "to", "have"],
    )


def _moved_to(found: Sequence[Word], groups: Sequence[Group], number: int) -> int:
    """Where the new day is of what a verb moves, before the next verb: put off the vote to May; else 0."""
    end = groups[number + 1].first if number + 1 < len(groups) else len(found)
    joints = (n for n in range(groups[number].last, end - 1) if found[n].low in ("to", "until"))
    return next((n for n in joints if any(word.low in _DAYS for word in found[n + 1 : n + 3])), 0)


def _is_set(found: Sequence[Word], group: Group) -> int:
    """Where a day is set that somebody calls for, or to: a strike for Monday, to a meeting on Monday; else 0."""
    start = group.last + (not group.passive)  # not called for a boycott
    ahead = next((n for n in range(start, min(start + 6, len(found))) if found[n].low in ("to", "for")), 0)
    rest = found[ahead + 1 : ahead + 4]
    is_day = bool(rest) and (rest[0].low in _DAYS or rest[0].text[0].isdigit())
    return ahead if is_day or any(word.low in _MEETINGS for word in rest) else 0


def _is_ahead(found: Sequence[Word], at: int, groups: Sequence[Group]) -> bool:
    """Whether a date after a participle is that of a verb in the future: will sell packs priced under $2 in May."""
    before = next((group for group in reversed(groups) if group.last <= at), None)
    # will sell the packs launched in May, the packs announced Friday
    is_own = found[at + 1].low in WEEKDAYS or (at + 2 < len(found) and is_when(found[at + 2]))
    return before is not None and before.tense == "future" and not is_own
