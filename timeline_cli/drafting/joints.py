"""Where a clause begins and ends: at the words that join it to the one before.

Owns: these places. Does not: know the subject of a clause, or what it stands for.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline_cli.dates.in_text.moment import Expression
from timeline_cli.drafting.antecedents import noun_before
from timeline_cli.drafting.attribution import after_saying, is_apposed
from timeline_cli.drafting.clause import is_body
from timeline_cli.drafting.group import TIMES, Group, is_adverb, is_amount_start
from timeline_cli.drafting.inflection import forms
from timeline_cli.drafting.lexicon import (
    ADVERBS,
    ANNOUNCING,
    CALLS,
    DETERMINERS,
    PREPOSITIONS,
    RELATIVE,
    REPORTING,
    SAYING,
    STRONG,
    word_set,
)
from timeline_cli.drafting.participles import in_date
from timeline_cli.drafting.sentences import Word

JOINING = word_set("and but or")
_CONTRASTING = ("although", "though", "whereas")
_SAYING = word_set("say add claim argue warn")


def start_of(found: Sequence[Word], groups: Sequence[Group], number: int, dates: Sequence[Expression]) -> int:
    """The first word of a clause: after the word that joins it to the one before."""
    group = groups[number]
    floor = groups[number - 1].last if number else 1
    opens = found[0].low in forms().ing | {"having": 0} and found[0].low != "operating"  # profit before tax
    can_open = number or _only_dates(found, group.first, dates) or opens
    if number and (opened := contact(found, groups, number, dates)):
        return opened
    joined = _joined(found, groups, number, floor, bool(can_open), dates)
    if joined is not None:
        return joined
    if number:
        return _after_previous(found, groups, number, floor, dates)
    joints = (n for n in range(3, group.first - 1) if found[n].low in _CONTRASTING and _opens_after_comma(found, n))
    return next(joints, -1) + 1  # of a clause before it no verb is known


def _joined(
    found: Sequence[Word], groups: Sequence[Group], number: int, floor: int, can_open: bool, dates: Sequence[Expression]
) -> int | None:
    """After the word before a verb that opens its clause, a semicolon or a conjunction; None without one."""
    group = groups[number]
    joint = 0  # opened after the event and sales begin: not after, by the tense
    for at in range(group.first - 1, floor - 1, -1):
        word = found[at]
        if word.low in JOINING and at < group.first - 3 and found[at + 1].text == "," == found[group.first - 1].text:
            return at + 2  # and, in 1978, built
        if word.quoted or (in_date(word, dates) and not any(each.step and each.end == word.end for each in dates)):
            continue
        is_range = any(each.link == "joined" and each.begin == found[at + 1].begin for each in dates)
        if word.low == "and" and (is_range or is_body(found, at)):
            continue  # between January 2019 and June 2022, the Food and Drug Administration
        is_new = groups[number - 1].looks != group.looks or in_date(found[at - 1], dates)  # since May and
        joint = joint or (at + 1 if word.low == "and" and number and is_new else 0)
        if word.low in STRONG - RELATIVE and joint > at and not any(w.text == "," for w in found[joint : group.first]):
            return joint
        if word.low == "than" and is_amount_start(found[at + 1]):
            continue  # has invested more than $4 million
        if word.low in STRONG and _joins(found, at, group.first, dates) and (can_open or word.low in RELATIVE):
            return at + 1
        if word.text == ";" or (number and (word.text in (":", "—", "–") or _coordinates(found, at, group.first))):
            return at + 1
    return None


def _after_previous(
    found: Sequence[Word], groups: Sequence[Group], number: int, floor: int, dates: Sequence[Expression]
) -> int:
    """Where a clause begins that no word joins to the one before: at a comma, after a date, next to its verb."""
    group = groups[number]
    previous = groups[number - 1]
    commas = [at for at in range(group.first - 1, floor - 1, -1) if found[at].text == ","]
    apposed = commas[1] if commas[:1] == [group.first - 1] and len(commas) > 1 and group.verb not in SAYING else 0
    for at in range(apposed - 1, floor - 1, -1):
        first = found[at + 1]  # and the developer, Acme, withdrew; and Byron, its head, left
        if found[at].low == "and" and (first.low in DETERMINERS or (at + 2 == apposed and first.is_name)):
            return at + 1
    after, tells = found[min(group.last, len(found) - 1)], group.verb in REPORTING | ANNOUNCING
    ends = tells and group == groups[-1] and (after.low in (".", "in", "on", "at") or in_date(after, dates))
    if (ends or group.verb in SAYING or found[floor].low == "to") and commas and not in_date(found[commas[0]], dates):
        return commas[2 if is_apposed(found, commas) else 0] + 1
    if commas == [group.first - 1] and previous.verb in ANNOUNCING - SAYING:
        return group.first  # announced a bid in May, signed it in June
    if found[previous.first - 1].low in RELATIVE and previous.verb in ANNOUNCING - SAYING and len(commas) == 1:
        return commas[0] + 1  # pressed by a fund, which disclosed a stake in May, it
    if previous.verb in REPORTING | ANNOUNCING:
        return after_saying(found, previous.last, group.first, dates)
    for at in range(group.first - 1, floor - 1, -1):
        if found[at].low in ("and", ",") and not in_date(found[at], dates) and not is_body(found, at):
            return at + 1
    rest = range(group.first - 1, floor, -1)
    dated = next((n for n in rest if in_date(found[n - 1], dates) and not in_date(found[n], dates)), 0)
    if (
        dated
        and found[dated].low in DETERMINERS
        and found[dated + 1].low not in TIMES
        and found[previous.first - 1].low != "that"
    ):
        return dated  # When he died in 1902 | his sons took over
    at = group.first - (not in_date(found[group.first - 1], dates))  # a mill that Acme built in 2019 | is running
    return max(floor, at) if group.first > floor else floor


def _opens_after_comma(found: Sequence[Word], at: int) -> bool:
    return found[at - 1].text == "," != found[at + 1].text  # not: The order, though, was placed in May


def contact(found: Sequence[Word], groups: Sequence[Group], number: int, dates: Sequence[Expression]) -> int:
    """Where a clause begins right after the noun that is its object, or 0: the stake it had picked up, the sum the bank
    had promised in May."""
    group, previous = groups[number], groups[number - 1]
    first = group.first - 1
    while first > previous.last and found[first].low in ("already", "now", "still", "also"):
        first -= 1  # the people it already employs
    if found[first].low not in ("it", "they", "he", "she", "we", "you"):
        has_object = group.last < len(found) and found[group.last].low not in PREPOSITIONS | {"."}
        first = noun_before(found, group.first, set(range(previous.first, previous.last)))
        has_object = has_object and found[first - 1].low not in ("way", "reason")
        first = 0 if found[first].low != "the" or has_object or found[first - 1].low in TIMES | {"time"} else first
    ahead = found[first - 1]
    is_noun = ahead.text.isalpha() and not (is_adverb(ahead) or in_date(ahead, dates))
    is_noun = is_noun and ahead.low not in STRONG | PREPOSITIONS | JOINING | {"well"}
    return first if is_noun and previous.last < first and previous.verb not in REPORTING | ANNOUNCING | CALLS else 0


def _only_dates(found: Sequence[Word], verb: int, dates: Sequence[Expression]) -> bool:
    """Whether only dates are before the word that opens the first clause: In May 2013, five years after it left, …"""
    opener = next((at for at in range(1, verb) if found[at].low in STRONG and _joins(found, at, verb, dates)), 0)
    ahead, leads = found[:opener], PREPOSITIONS | {",", "finally", "then", "and", "but"}
    return opener > 0 and all(word.low in leads or in_date(word, dates) for word in ahead)


def _joins(found: Sequence[Word], at: int, verb: int, dates: Sequence[Expression]) -> bool:
    """Whether a word opens the clause of the verb: when the firm, Acme, fell; not in as chairman, since 2006."""
    if found[at].low == "that" and (found[at - 1].low in PREPOSITIONS or found[at + 1].low in TIMES | {"same"}):
        return False
    is_object = found[at - 2].low == "to" and found[at - 1].low not in REPORTING | ANNOUNCING
    if found[at].low == "that" and found[at + 1].text == "," and is_object:
        return False  # an attempt to reverse that, a tie-up, fell apart
    dated = [n for n in range(at + 1, verb) if in_date(found[n], dates)]
    dated += [n - 1 for n in dated if found[n - 1].low == "the"]  # since the start of May
    between = [n for n in range(at + 1, verb) if found[n].low not in ADVERBS - {"all"} and n not in dated]
    commas = [n for n in between if found[n].text == ","]
    is_aside = len(commas) == 2 and commas[1] == between[-1] and commas[0] > between[0]
    if found[at].low == "that" and len(commas) == 1 and commas == between[-1:]:
        return False  # left that post in May, founded Acme
    return found[at].low in RELATIVE | {"what"} or (bool(between) and (not commas or is_aside))


def _coordinates(found: Sequence[Word], at: int, verb: int) -> bool:
    """Whether and, but, or joins clauses rather than nouns."""
    only_adverbs = all(word.low in ADVERBS or word.low.endswith("ly") for word in found[at + 1 : verb])
    return found[at].low in JOINING and (only_adverbs or found[at - 1].text == ",")


def without_joint(found: Sequence[Word], least: int, last: int, dates: Sequence[Expression]) -> int:
    """Without the comma, the conjunction and the dot at the end; before in the year before is none."""
    while last > least and (
        found[last - 1].text in ",;:—–-.\"'!?“”"
        or (
            found[last - 1].low in STRONG | JOINING | {"with"}
            and not in_date(found[last - 1], dates)
            and not (found[last - 1].low in ("that", "so", "with") and last == len(found) - 1)  # put paid to that
        )
        or forms().ing.get(found[last - 1].low) in _SAYING
    ):
        last -= 1
    return last
