"""Participles with a date of their own, as clauses: Acme, founded in 1998, after launching its first car last year.

Owns: these clauses. Does not: find finite verbs.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline_cli.dates.in_text.moment import Expression
from timeline_cli.drafting.antecedents import antecedent, noun_before, without_measure
from timeline_cli.drafting.clause import Clause, Span
from timeline_cli.drafting.group import Group, is_adverb
from timeline_cli.drafting.inflection import forms
from timeline_cli.drafting.lexicon import (
    ACTIVE,
    ADVERBS,
    BE,
    INTRANSITIVE,
    NO_NOUNS,
    OF_COMPANIES,
    PARTICLES,
    PLANNING,
    PREPOSITIONS,
    PRONOUNS,
    STATES,
    STRONG,
    TEMPORAL,
    word_set,
)
from timeline_cli.drafting.sentences import Word

Dates = Sequence[Expression]


def described(made: Sequence[Clause], verbs: set[int], dates: Sequence[Expression]) -> list[Clause]:
    """Founded in 1998, Acme …, or Acme, founded in 1998, …: a participle with a date, as a clause."""
    if not made:
        return []
    mains = [each for each in made if each.opens == ""] or [each for each in made if each.opens == "that"]
    main, found = [*mains, *made][0], made[0].words
    made_of: list[Clause] = []
    for at in range(len(found) - 2):
        is_due = found[at].low in ("due", "payable") and found[at + 1].low != "to" and found[at - 1].low not in BE
        is_due &= not found[at + 1].low.isdigit()  # their bonds due 2029
        is_due |= at not in verbs and _is_scheduled(found, at)
        having = at > 0 and found[at - 1].low == "having"
        verb = "schedule" if is_due else forms().participle.get(found[at].low) if having else _participle(found, at)
        is_ahead = at > 2 and found[at - 2].low == "to" and found[at - 1].low == "be"
        starts = at - 2 * is_ahead
        is_apart = starts > 1 and (is_adverb(found[starts - 1]) or (is_due and found[starts - 1].low == "falling"))
        before = starts - is_apart
        goes_on = bool(made_of) and found[at - 1].low == "and" and at < made_of[-1].last  # bought in 2010 and sold
        is_dated = found[at + 1].low in PREPOSITIONS | {"a"} or in_date(found[at + 1], dates)
        if goes_on and verb is not None and is_dated and at - 1 > made_of[-1].group.last:
            made_of[-1].last = at - 1
        begin = at - (found[at - 1].low == "been") if at else 0  # having been fined in May
        having = begin > 0 and found[begin - 1].low == "having" and (begin == 1 or found[begin - 2].text == ",")
        is_other = found[before - 1].low in ("once", "when", "until")  # Once opened in May, the mill
        is_other |= at in verbs or found[at].quoted
        is_other |= not (goes_on or having or _may_describe(main, starts, at, verbs, dates))
        if verb is None or is_other or _is_state(found, at, verb, is_ahead):
            continue
        end = _end(found, at, verbs, dates)
        if having and (dated(found, at, end, dates) or verb in OF_COMPANIES):  # having sold its mill in May
            group = Group(at, at + 1, verb, "past", passive=begin < at)
            for each in made:
                each.last = begin - 2 if each.group.last < at < each.last else each.last
            ahead = [
                each for each in made if each.group.first < begin and each.opens in ("", "that") and each.has_subject
            ]
            made_of.append(Clause(main.sentence, found, at, end, group, (at, at), shares=[main, *ahead][-1]))
            continue
        is_past = found[at + 1].low in PARTICLES | {"back", "only", "redundant"} and at + 2 < len(found)
        after = found[at + 1 + is_past]  # carved out of, appointed only in
        is_passive = after.low in PREPOSITIONS | {"late", "early", "ahead"} or in_date(after, dates)
        is_passive |= at == 0 and verb in _NAMING  # Named chief in 2017
        noun = made_of[-1].antecedent if goes_on else antecedent(found, before, verbs) if at else main.subject
        noun = without_measure(found, _whole_noun(main, noun, at, is_due, verbs), verb)
        is_thing = noun[0] < noun[1] and not {found[noun[0]].low, found[noun[1] - 1].low} & (PRONOUNS | {"them"})
        if noun != main.subject and (not is_thing or all(in_date(each, dates) for each in found[slice(*noun)])):
            continue  # In it, dated 4 May; two thirds of them, to be booked in May
        if is_passive and dated(found, at, end, dates) and noun[0] < noun[1] and (at or main.subject[0] > end):
            group = Group(starts, at + 1, verb, "future" if is_ahead or is_due else "past", passive=True)
            made_of.append(
                Clause(main.sentence, found, starts, end, group, (starts, starts), antecedent=noun, describes=True)
            )
    return made_of


def _is_scheduled(found: Sequence[Word], at: int) -> bool:
    """Whether it says for when something is planned, after with: won an order, with handover set for May 2028."""
    comma = next((n for n in range(at - 1, max(at - 8, 0), -1) if found[n].text == ","), 0)
    joints = ("for",) if found[at].low == "set" else ("for", "in")
    return comma > 0 and found[comma + 1].low == "with" and found[at].low in _SET and found[at + 1].low in joints


_NAMING = ("name", "appoint", "elect", "promote")
_SET = word_set("set scheduled slated planned foreseen pencilled penciled")


def _end(found: Sequence[Word], at: int, verbs: set[int], dates: Dates) -> int:
    """Where the clause of a participle ends: at its comma, before set up in 2017 | that, unveiled in May | the bank."""
    ends = (n for n in range(at + 1, len(found)) if found[n].text in ",.;" and not in_date(found[n], dates))
    end = next(ends, len(found))
    joint = next((n for n in range(at + 1, end - 1) if found[n].low == "and" and found[n + 1].low in _PLACED), end)
    end = joint if found[joint - 1].low not in _PLACED else end  # founded in 2014 | and based in Rome
    following = next((n for n in range(at + 1, end) if n in verbs or found[n].low in STRONG - {"since"}), 0)
    if following and found[following].low == "that":
        end = following
    if following in verbs:
        end = next((n + 1 for n in range(following - 1, at, -1) if in_date(found[n], dates)), end)
    return end


def _is_state(found: Sequence[Word], at: int, verb: str, is_ahead: bool) -> bool:
    """Whether a participle says how a thing is, not what was done: owned by Bolt, originally planned for May."""
    low, after = found[at].low, found[at + 1].low
    is_planned = verb in PLANNING | {"foresee", "mean"} and found[at - 1].low in TEMPORAL | {"once"}
    lasts = verb in STATES - {"seek"} and not is_ahead and after not in PARTICLES | {"redundant"}
    return low == "dated" or lasts or is_planned or (low, after) == ("bound", "for")


def _whole_noun(main: Clause, noun: Span, at: int, is_due: bool, verbs: set[int]) -> Span:
    """The subject if it is that, or if the sentence begins with the participle; the dividend of 3 rupees a share."""
    found = main.words
    if (at < main.subject[0] and _participle(found, 0)) or main.subject[1] == noun[1]:
        noun = main.subject
    head = next((n for n in range(noun[0], noun[1]) if found[n].low in PREPOSITIONS), noun[1])
    last = next((n for n in range(noun[1] - 1, head, -1) if found[n].low in ("the", "its", "their")), 0)
    if found[head - 1].low in _PLANS and last and found[at].low in _OF_SITES:
        return last, noun[1]  # talks on reopening the Rome mill, mothballed in 2022
    is_thing = head < noun[1] and (found[head - 1].low in _OF_OWNERS or found[noun[0] + 1].low == "last")
    if is_thing and found[at].low in _OF_FIRMS and found[head].low == "of" and found[head + 1].is_name:
        return head + 1, noun[1]  # the last loom of Acme, founded in 1887; not: the museum of Rome
    if found[at].low == "conducted" and found[noun[0] - 1].low == "of":
        return noun_before(found, noun[0] - 1, verbs), noun[1]  # the inspection of its plant, conducted in May
    is_outcome = found[noun[0] - 1].low == "on" and found[noun[0] - 2].low in _OUTCOMES
    if is_due and is_outcome:
        return noun_before(found, noun[0] - 1, verbs), noun[1]  # a decision on import duty, due in May
    if is_due and [word.low for word in found[slice(*noun)]][-2:] == ["a", "share"]:
        of = next((n for n in range(noun[1] - 1, max(noun[1] - 8, 0), -1) if found[n].low == "of"), 0)
        return (noun_before(found, of, verbs), of) if of else noun
    return noun


_PLACED = word_set("based headquartered located")
_PLANS = word_set("talks plans plan discussions negotiations efforts work hopes attempts proposals bid")
_OF_SITES = word_set("mothballed closed shut idled built opened inaugurated")
_OF_OWNERS = word_set("shares stock head boss chief owner owners chairman chairwoman president products")
_OF_FIRMS = word_set("founded established incorporated")
_OUTCOMES = word_set("decision ruling verdict judgment judgement report results vote data")


def _participle(found: Sequence[Word], at: int) -> str | None:
    """The verb of a participle; after a comma, or at the start, of any that ends so: first poured in 1972."""
    low, before = found[at].low, at - 1 - (at > 0 and is_adverb(found[at - 1]))
    is_apart = before < 0 or found[before].text == ","
    is_regular = is_apart and low.endswith("ed") and len(low) > 5
    is_regular = is_regular and found[at + 1].low in PREPOSITIONS | {"out"}
    return None if low in INTRANSITIVE else forms().participle.get(low) or (low if is_regular else None)


def _may_describe(main: Clause, start: int, at: int, verbs: set[int], dates: Sequence[Expression]) -> bool:
    """Whether a comma, or nothing, is before a participle; or a noun, if its date follows: cuts unveiled in May.

    Or if that ends the subject: a licence granted to Acme in May was revoked.
    """
    found, verb = main.words, main.group.first
    start -= start > 1 and is_adverb(found[start - 1])
    before = found[start - 1] if start else None
    if before is None or before.text == ",":
        return True
    if _is_scheduled(found, at):
        return any(in_date(word, dates) for word in found[at + 2 : at + 5])
    name = next((n for n in range(start - 1, 0, -1) if not found[n].is_name), 0)
    if before.is_name and found[name].low in ("that", "which"):
        return False  # the bank that Great Acme bought last June
    if (
        before.is_name
        and (found[start - 2].text.islower() or found[start - 2].text.isupper())
        and found[start - 2].low not in NO_NOUNS
    ):
        return False  # the $40 million Acme raised in May
    after = at + 1 + (found[at + 1].low in PARTICLES | {"late", "early", "redundant"})
    is_dated = in_date(found[min(after + (found[after].low in ("in", "on", "between", "from")), len(found) - 1)], dates)
    reach = next((n for n in range(at + 1, min(at + 9, len(found))) if n in verbs), min(at + 9, len(found)))
    is_dated |= found[at + 1].low == "by" and dated(found, at, reach, dates)
    if main.subject[0] < at < verb and found[at + 1].low in PREPOSITIONS and not before.is_name:
        is_dated |= dated(found, at, verb, dates) and all(word.text != "," for word in found[at:verb])
    led = main.subject[0]
    if found[0].low in ("under", "following") and 2 < at < led and found[at + 1].low in PREPOSITIONS:
        comma = next((n for n in range(at, led) if found[n].text == ","), at)
        is_dated |= dated(found, at, comma, dates)  # Under a law passed by parliament in March, the firm
    is_noun = before.text.isalpha() or before.text[0] in "$€£¥"  # the €33m granted by a court in May
    return found[at].low not in _NO_EVENTS and is_dated and is_noun and before.low not in NO_NOUNS


_NO_EVENTS = word_set("won published released issued filed dated cut shed shot forecast bid")


def dated(found: Sequence[Word], first: int, last: int, dates: Sequence[Expression]) -> bool:
    return any(found[first].begin < each.begin < found[last - 1].end and each.date for each in dates)


def gerund(clause: Clause, dates: Sequence[Expression]) -> Clause | None:
    """after launching its first car last year: a separate event, before which the clause ends.

    Or at the start of the sentence, up to the comma: Two days after raising its dividend on July 31, Acme.
    """
    found = clause.words
    ahead = clause.subject[0] - 1 if clause.first == 0 and found[clause.subject[0] - 1].text == "," else 0
    for at in (*range(ahead - 2), *range(clause.group.last, clause.last - 1)):
        verb = forms().ing.get(found[at + 1].low)
        if found[at].low not in ("after", "before", "since") or verb is None or found[at].quoted:
            continue
        if clause.opens == "where" and found[at - 1].text == ",":
            clause.last = at - 1  # go to Rome, where it has a plant, before returning in May
            return None
        if found[at].low == "before" and in_date(found[at + 2], dates):
            continue  # told employees before opening Thursday
        end = ahead if at < ahead else clause.last
        if not dated(found, at + 1, end, dates):
            return None
        group = Group(at + 1, at + 2, verb, "past" if found[at].low != "before" else clause.group.tense)
        made = Clause(clause.sentence, found, at + 1, end, group, (at + 1, at + 1), clause)
        clause.last = clause.last if at < ahead else at
        return made
    return None


def lacks_be(clause: Clause, dates: Sequence[Expression]) -> bool:
    """Whether a participle lacks be: with completion expected in 2028; was damaged in 1941 and rebuilt later."""
    group, (start, end), found = clause.group, clause.object, clause.words
    if clause.shares is None or not clause.shares.group.passive:
        is_with = clause.first > 0 and found[clause.first].low == "with" and found[clause.first + 1].low != "that"
        return is_with and group.weak and group.tense == "past"
    has_object = start < end and not in_date(found[start], dates)
    is_participle = group.passive and not clause.has_auxiliary
    low, after = found[group.last - 1].low, found[min(group.last, len(found) - 1)]
    may_be = group.weak and low in forms().participle and low not in ACTIVE
    ends = after.low in PREPOSITIONS | ADVERBS | STRONG | {"and"} or not after.text.isalpha()
    is_bare = may_be and ends and clause.opens == clause.shares.opens and not has_object
    return is_participle or is_bare or group.verb == "rename"


def in_date(word: Word, dates: Sequence[Expression]) -> bool:
    return any(each.begin <= word.begin < each.end for each in dates)


def after_date(found: Sequence[Word], start: int, end: int, dates: Sequence[Expression]) -> int:
    """On Monday the company, without a comma: the subject begins after the date, or at its determiner or pronoun."""
    after = start + 1
    while after < end and in_date(found[after], dates):
        after += 1
    if start + 1 < after < end:
        return after
    last = next((at for at in range(end - 1, start + 1, -1) if in_date(found[at], dates)), end)
    first = next((at for at in range(last, start, -1) if not in_date(found[at - 1], dates)), end)
    follows = last + 1 < end and found[last + 1].low not in PREPOSITIONS | {",", "'s", "and"}
    leads = all(word.low in PREPOSITIONS | {"the", "whole", "course", "rest"} for word in found[start:first])
    if follows and (leads or found[first - 1].low in ("on", "in")):
        return last + 1  # At the end of 2024 Acme, At a meeting on Monday shareholders
    for at in range(end - 1, start, -1):
        if found[at].low in PRONOUNS | {"the", "its", "a"} and found[at - 1].low not in PREPOSITIONS:
            return at  # Trading in its shares began
    return start
