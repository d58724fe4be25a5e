"""Sentences whose subject is not the noun before the verb: Then came a rescuer, Among the bidders was Acme.

Owns: where it is, and what a rumour says. Does not: find verbs.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from timeline_cli.drafting.clause import Span, noun_from
from timeline_cli.drafting.group import Group
from timeline_cli.drafting.inflection import forms
from timeline_cli.drafting.lexicon import PREPOSITIONS, RELATIVE, STRONG, word_set
from timeline_cli.drafting.participles import Dates, in_date
from timeline_cli.drafting.sentences import Word

_SEEING = word_set("see mark witness bring")
_INVERTED = word_set("come follow stand lie sit")
_RUMOURS = word_set("rumours rumors rumour rumor speculation talk gossip reports")
_SPREADING = word_set("surface resurface swirl circulate spread mount persist emerge abound sweep")


class Turned(NamedTuple):
    """A subject with its verb, the end of their clause, and what is before them."""

    subject: Span
    group: Group
    last: int
    tail: Span = (0, 0)


def turned(found: Sequence[Word], subject: Span, group: Group, last: int, dates: Dates) -> Turned:
    """The subject of the first clause of a sentence, if it follows the verb; all as given if not."""
    start, end = noun_from(found, group.last, last)
    at = int(found[0].low == "also")
    if found[at].low == "among" or (at and found[at].low == "on"):
        return _among(found, at, subject, group, last)
    joint = next((n for n in range(group.last, last) if found[n].low in PREPOSITIONS), 0)
    if start < end and only_dates(found, subject, dates):
        if group.verb in _INVERTED:
            return Turned((start, end), group, group.last)  # Then, in May, came a rescuer
        verbs = (n for n in range(start + 1, joint or last) if found[n - 1].is_name and not found[n].is_name)
        verb = next((n for n in verbs if found[n].low in forms().base), 0)
        if verb and group.verb == "see":
            return Turned((start, verb), Group(verb, verb + 1, found[verb].low, "past"), last)  # Tuesday saw Acme leave
        if joint > start and group.verb in _SEEING:
            return Turned((start, joint), Group(joint, joint + 1, "be", group.tense), last)  # May 5 saw the launch of
    return Turned(subject, group, last)


def only_dates(found: Sequence[Word], span: Span, dates: Dates) -> bool:
    return all(in_date(word, dates) for word in found[slice(*span)])


def _among(found: Sequence[Word], at: int, subject: Span, group: Group, last: int) -> Turned:
    """Among the bidders was Acme → Acme was among the bidders."""
    if any(word.text == "," for word in found[at : group.first]):
        return Turned(subject, group, last)  # Among miners, Acme was up 3%
    is_heard = group.verb == "say" and [word.low for word in found[group.last : group.last + 2]] == ["to", "be"]
    begin = group.last + 2 * is_heard
    end = next((n for n in range(begin, last) if found[n].text == "," or found[n].low in RELATIVE), last)
    is_one = begin < end and found[begin].low == "one"  # one for six ships, placed in
    if not (group.verb == "be" or is_heard) or begin >= end or is_one:
        return Turned(subject, group, last)
    return Turned((begin, end), group._replace(last=begin, verb="be"), begin, (at, group.first))


def without_rumoured(found: Sequence[Word], groups: list[Group]) -> list[Group]:
    """Without the verbs of what a rumour says, where it has one itself: Rumours that it would close surfaced."""
    begin, known = _rumour(found), forms()
    verb = next((n for n in range(begin + 4, len(found)) if _verb_at(found, n) in _SPREADING), 0)
    if begin < 0 or not verb or any(word.text == "," or word.low in STRONG for word in found[begin + 2 : verb]):
        return groups  # sent its shares up before doubts emerged
    is_done = found[verb - 1].low in ("has", "have", "had")
    tense = "perfect" if is_done else "past" if found[verb].low in known.past else "present"
    own = Group(verb - is_done, verb + 1, _verb_at(found, verb), tense)
    return [own, *(each for each in groups if each.first > verb)]


def is_rumour(found: Sequence[Word], group: Group) -> bool:
    """Whether the subject of a verb is a rumour with what it says."""
    return -1 < _rumour(found) < group.first and group.verb in _SPREADING


def _rumour(found: Sequence[Word]) -> int:
    """Where the noun is before what a rumour says: Fresh rumours that; -1 without one."""
    return next(
        (n for n in range(min(4, len(found) - 1)) if found[n].low in _RUMOURS and found[n + 1].low == "that"), -1
    )


def _verb_at(found: Sequence[Word], at: int) -> str:
    known, low = forms(), found[at].low
    return known.past.get(low) or known.third.get(low) or (low if low in known.base else "")
