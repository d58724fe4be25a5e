"""Sentences → clauses: one for each finite verb, with its subject, and what only says who said it left out.

Owns: where a clause begins and ends, which noun a relative clause describes. Does not: decide whether a clause is an
event.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline_cli.dates.in_text.moment import Expression
from timeline_cli.drafting.attribution import after_saying, attribute, is_apposed, part
from timeline_cli.drafting.clause import Clause, Span, is_body, noun_from
from timeline_cli.drafting.group import TIMES, Group, is_adverb, is_infinitive
from timeline_cli.drafting.inflection import forms
from timeline_cli.drafting.lexicon import (
    ADVERBS,
    ANNOUNCING,
    CALLS,
    CONDITIONS,
    DETERMINERS,
    PREPOSITIONS,
    RELATIVE,
    REPORTING,
    SAYING,
    STRONG,
    word_set,
)
from timeline_cli.drafting.nouns import is_plural
from timeline_cli.drafting.participles import (
    Dates,
    antecedent,
    described,
    gerund,
    in_date,
    lacks_be,
    noun_before,
    past_auxiliary,
    relative_end,
    without_measure,
)
from timeline_cli.drafting.sentences import Sentence, Word
from timeline_cli.drafting.subjects import is_about, past_adverbs, subject_at

_JOINING = word_set("and but or")
_DUE = word_set("due expected scheduled slated planned likely set")  # a plant in Rome, due to open in May
_SAYING = word_set("say add claim argue warn")
_FIRST = CONDITIONS | word_set("while although as after when since before because")


def clauses(
    sentence: Sentence, found: Sequence[Word], groups: Sequence[Group], dates: Sequence[Expression]
) -> list[Clause]:
    """The clauses of a sentence. `dates` are its expressions of time, placed within the sentence."""
    dates = [each for each in dates if each.type in ("DATE", "TIME") or each.anchored or each.step]
    starts = [_start(found, groups, number, dates) for number in range(len(groups))]
    verbs = {at for group in groups for at in range(group.first, group.last)}
    made: list[Clause] = []
    for number, group in enumerate(groups):
        first = starts[number]
        last = starts[number + 1] if number + 1 < len(groups) else len(found)
        last = _without_joint(found, max(group.last, first + 1), max(last, group.last), dates)
        opens = found[first - 1].low if first and found[first - 1].low in STRONG else ""
        opener = found[found[0].low == "even"].low
        if first == 0 and opener in _FIRST and found[1].low != "of":  # not because of a strike
            opens = opener
        head, subject = subject_at(found, past_auxiliary(found, first, group.first, dates), group.first, dates)
        is_infinite = number > 0 and is_infinitive(found, group)
        is_lone = opens in RELATIVE and _is_when(found, first, subject, dates)
        if is_lone or (is_infinite and group.tense == "past"):
            subject = group.first, group.first  # which since May has grown; only to close it
        after = noun_from(found, group.last, last)
        if first == 0 and group.verb in _INVERTED and after[0] < after[1] and _only_when(found, subject, dates):
            subject, last = after, group.last  # Then, in May, came a rescuer
        joint = next((n for n in range(group.last, last) if found[n].low in PREPOSITIONS), 0)
        if first == 0 and joint > after[0] < after[1] and group.verb in _SEEING and _only_when(found, subject, dates):
            subject, group = (after[0], joint), Group(joint, joint + 1, "be", group.tense)  # May 5 saw the launch of
        clause = Clause(sentence, found, first, last, group, subject, opens=opens, head=head)
        if not opens and number and first == _contact(found, groups, number, dates):
            clause.opens, clause.antecedent, clause.restricts = "that", antecedent(found, first, verbs), True
        elif not _describes(clause, made, groups[number - 1] if number else None, verbs, dates) and made:
            _share(clause, made, found[first - 1])
        clause.describes |= is_infinite and (group.passive or group.tense == "future")
        if lacks_be(clause, dates):
            clause.describes, clause.group = True, group._replace(passive=True)
        _resume(found, made, clause, dates)
        made.append(clause)
    made += [each for clause in made if (each := gerund(clause, dates)) is not None]
    attribute(made)
    return made + described(made, verbs, dates)


def _describes(clause: Clause, made: Sequence[Clause], previous: Group | None, verbs: set[int], dates: Dates) -> bool:
    """Whether a clause takes no subject from another: it has one, or describes a noun, which this sets."""
    found, group, first, last, has_subject = clause.words, clause.group, clause.first, clause.last, clause.has_subject
    is_content = clause.opens == "that" and has_subject and _is_content(clause, made)
    if clause.opens in RELATIVE and not is_content and (previous is None or previous.last < first - 1):
        joint = found[first - 2].low in PREPOSITIONS - {"of"}  # a filing, in which it reported
        end = first - 1 - joint
        start, stop = antecedent(found, end, verbs)
        if (
            found[group.first].low in ("were", "are", "have", group.verb)
            and found[start - 1].low == "and"
            and found[start].is_name
        ):
            start = noun_before(found, start - 1, verbs)  # the Acme 6 and Acme 8, which were sold
        is_many = is_plural(clause.part((start, stop)))
        if start < stop and found[start - 1].low in ("for", "of") and found[group.first].low in _OF_NUMBER[is_many]:
            start = noun_before(found, start - 1, verbs)  # a course for machinists, which is
        clause.antecedent = without_measure(found, (start, stop), group.verb)
        clause.restricts = found[end - 1].text != ","
        if not clause.restricts or joint:  # ground for which is broken in May, and $4 million to a park
            clause.last = relative_end(found, group.last + 1, last, dates)
        return True
    if not has_subject and found[group.first].low in _DUE and found[group.first - 1].text == ",":
        clause.antecedent, clause.describes = antecedent(found, group.first, verbs), True
        clause.last = next((n for n in range(group.last, last) if found[n].text == ","), last)
        return True
    return has_subject


_OF_NUMBER = (("are", "were", "have"), ("is", "was", "has"))  # verbs that a singular, a plural does not have
_SEEING = word_set("see mark witness")
_INVERTED = word_set("come follow stand lie sit")


def _only_when(found: Sequence[Word], subject: Span, dates: Sequence[Expression]) -> bool:
    return all(in_date(word, dates) for word in found[slice(*subject)])


def _is_when(found: Sequence[Word], first: int, subject: Span, dates: Sequence[Expression]) -> bool:
    """Whether what looks like the subject after which only dates or places it: which, on Tuesday, won."""
    at = subject[0]
    is_phrase = found[at].low in PREPOSITIONS and not is_about(found, at)
    is_phrase = is_phrase or (found[at - 1].low in PREPOSITIONS and at > first) or _only_when(found, subject, dates)
    return is_phrase or found[first].text == "," != found[at - 1].text  # but: said that, in May, the firm had won


def _is_content(clause: Clause, made: Sequence[Clause]) -> bool:
    """Whether that with a subject opens what somebody says: confirmed on Monday that it was in talks."""
    told = forms().third.get(f"{clause.words[clause.first - 2].low}s") in REPORTING | ANNOUNCING  # a report that
    if told or clause.group.passive or _has_object(clause):
        return True
    verb = made[-1].group.verb if made else ""
    return verb in SAYING | {"inform", "notify", "remind"} or (
        verb in REPORTING | ANNOUNCING and not _has_object(made[-1])
    )


def _contact(found: Sequence[Word], groups: Sequence[Group], number: int, dates: Sequence[Expression]) -> int:
    """Where a clause begins right after the noun that is its object, or 0: the stake it had picked up, the sum the bank
    had promised in May."""
    group, previous = groups[number], groups[number - 1]
    first = group.first - 1
    if found[first].low not in ("it", "they", "he", "she", "we", "you"):
        has_object = group.last < len(found) and found[group.last].low not in PREPOSITIONS | {"."}
        first = noun_before(found, group.first, set(range(previous.first, previous.last)))
        has_object = has_object and found[first - 1].low not in ("way", "reason")
        first = 0 if found[first].low != "the" or has_object or found[first - 1].low in TIMES | {"time"} else first
    ahead = found[first - 1]
    is_noun = ahead.text.isalpha() and not (is_adverb(ahead) or in_date(ahead, dates))
    is_noun = is_noun and ahead.low not in STRONG | PREPOSITIONS | _JOINING | {"well"}
    return first if is_noun and previous.last < first and previous.verb not in REPORTING | ANNOUNCING | CALLS else 0


def _has_object(clause: Clause) -> bool:
    """Whether a noun follows the verb, so that what is before the clause is not its object."""
    start, end = clause.object
    return start < end and (clause.words[start].low not in ADVERBS or end - start > 1)


def _share(clause: Clause, made: Sequence[Clause], joint: Word) -> None:
    """Give a clause without a subject that of the clause before; after a comma not that of a relative clause."""
    before = made[-1]
    first, ends = clause.words[clause.first].low, {",", "to"} if before.group.passive else {","}  # is said to have left
    if joint.low not in _JOINING and before.group.verb in REPORTING and first not in ends:
        clause.opens = clause.opens or "what"  # what it hopes will become its best product
    joined_by_comma = clause.words[clause.first - 2].text == ","
    is_within = before.is_relative or before.opens not in ("", "that", "while", "whereas")
    is_main = clause.has_auxiliary and not (before.is_relative or before.has_auxiliary)  # is built as we speak and will
    tells = before.group.verb in REPORTING | ANNOUNCING and clause.words[before.first - 1].text == ","
    if len(made) > 1 and is_within and (joined_by_comma or is_main):
        before = made[-2]
    elif len(made) > 1 and joined_by_comma and tells and not _has_object(before):
        before = made[-2]  # the firm, Bolt reported in March, is growing, and plans
    elif before.is_relative and not clause.opens and joint.low in _JOINING:
        clause.opens, clause.antecedent, clause.restricts = before.opens, before.antecedent, before.restricts
    clause.shares = before
    if before.group.modal and before.group.tense == "perfect" and clause.group.weak:
        clause.group = clause.group._replace(tense="perfect", modal=before.group.modal)  # would have cut jobs and kept


def _start(found: Sequence[Word], groups: Sequence[Group], number: int, dates: Sequence[Expression]) -> int:
    """The first word of a clause: after the word that joins it to the one before."""
    group = groups[number]
    floor = groups[number - 1].last if number else 1
    can_open = number or _only_dates(found, group.first, dates) or found[0].low in forms().ing | {"having": 0}
    if number and (opened := _contact(found, groups, number, dates)):
        return opened
    joint = 0  # opened after the event and sales begin: not after, by the tense
    for at in range(group.first - 1, floor - 1, -1):
        word = found[at]
        if word.low in _JOINING and at < group.first - 3 and found[at + 1].text == "," == found[group.first - 1].text:
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
        if word.low in STRONG and _joins(found, at, group.first, dates) and (can_open or word.low in RELATIVE):
            return at + 1
        if word.text == ";" or (number and (word.text in (":", "—", "–") or _coordinates(found, at, group.first))):
            return at + 1
    if number == 0:
        return 0
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
    if previous.verb in REPORTING | ANNOUNCING and found[previous.last].low not in ("down", "off"):  # wrote off
        return after_saying(found, previous.last, group.first, dates)
    for at in range(group.first - 1, floor - 1, -1):
        if found[at].low in ("and", ",") and not in_date(found[at], dates) and not is_body(found, at):
            return at + 1
    return max(floor, group.first - 1) if group.first > floor else floor


def _only_dates(found: Sequence[Word], verb: int, dates: Sequence[Expression]) -> bool:
    """Whether only dates are before the word that opens the first clause: In May 2013, five years after it left, …"""
    opener = next((at for at in range(1, verb) if found[at].low in STRONG and _joins(found, at, verb, dates)), 0)
    ahead, leads = found[:opener], PREPOSITIONS | {",", "finally", "then", "and", "but"}
    return opener > 0 and all(word.low in leads or in_date(word, dates) for word in ahead)


def _joins(found: Sequence[Word], at: int, verb: int, dates: Sequence[Expression]) -> bool:
    """Whether a word opens the clause of the verb: when the firm, Acme, fell; not in as chairman, since 2006."""
    if found[at].low == "that" and (found[at - 1].low in PREPOSITIONS or found[at + 1].low in TIMES | {"same"}):
        return False
    between = [n for n in range(at + 1, verb) if found[n].low not in ADVERBS - {"all"} and not in_date(found[n], dates)]
    commas = [n for n in between if found[n].text == ","]
    is_aside = len(commas) == 2 and commas[1] == between[-1] and commas[0] > between[0]
    if found[at].low == "that" and len(commas) == 1 and commas == between[-1:]:
        return False  # left that post in May, founded Acme
    return found[at].low in RELATIVE | {"what"} or (bool(between) and (not commas or is_aside))


def _coordinates(found: Sequence[Word], at: int, verb: int) -> bool:
    """Whether and, but, or joins clauses rather than nouns."""
    only_adverbs = all(word.low in ADVERBS or word.low.endswith("ly") for word in found[at + 1 : verb])
    return found[at].low in _JOINING and (only_adverbs or found[at - 1].text == ",")


def _without_joint(found: Sequence[Word], least: int, last: int, dates: Sequence[Expression]) -> int:
    """Without the comma, the conjunction and the dot at the end; before in the year before is none."""
    while last > least and (
        found[last - 1].text in ",;:—–-.\"'!?“”"
        or (found[last - 1].low in STRONG | _JOINING | {"with"} and not in_date(found[last - 1], dates))
        or forms().ing.get(found[last - 1].low) in _SAYING
    ):
        last -= 1
    return last


def _is_within(found: Sequence[Word], clause: Clause, relative: Clause) -> bool:
    """Whether it is part of the relative clause before: whose chief said he wants to grow, who left before it did."""
    if clause.opens:
        return clause.opens not in RELATIVE and found[clause.first - 2].text != ","
    return relative.group.verb in REPORTING


def _resume(found: Sequence[Word], made: list[Clause], clause: Clause, dates: Sequence[Expression]) -> None:
    """X, which makes cars, said …: the later verb takes up the first subject, which a relative clause interrupts."""
    if len(made) > 1 and made[-2].is_relative and _is_within(found, made[-1], made[-2]):
        made = made[:-1]
    relative = made[-1] if made else None
    if relative is None or found[clause.first - 1].low in _JOINING:
        return
    at = past_adverbs(found, relative.group.last, clause.group.first, dates)
    closes = found[at - 1].text == ","
    if closes and part(relative, clause, at, dates):
        return
    if clause.opens or (relative.opens not in RELATIVE and not (relative.opens and len(made) == 1 < relative.first)):
        return
    if not closes and not (relative.restricts and not any(word.text == "," for word in found[relative.first : at])):
        return
    at = at if closes else clause.group.first
    others = (each for each in made[-2::-1] if each.antecedent != relative.antecedent or each.antecedent == (0, 0))
    before = next(others, None)
    opened = relative.antecedent[0] - 1  # they moved, and in May Ada Byron, who founded it, becomes its head
    if found[opened].text == "," and found[opened + 1].is_name:  # a cousin, Ada Byron, who
        opened = noun_before(found, opened, set()) - 1
    if before is not None and before.group.verb in REPORTING:  # that the Land and Water Court in Rome, to which
        opened = next((n for n in range(opened, before.group.last - 1, -1) if found[n].low == "that"), opened)
    while opened > 1 and (in_date(found[opened], dates) or in_date(found[opened + 1], dates)):
        opened -= 1
    joins, strong = found[opened].low in _JOINING, found[opened].low in STRONG - PREPOSITIONS - {"who", "which"}
    if before is not None and not before.is_relative and found[opened - 2].low not in _JOINING:
        strong |= found[opened].low in ("after", "before", "until")  # fell after a buyer, who had a plan, left
    is_new = before is not None and opened >= before.group.last and (joins or strong or found[opened].text in ":;")
    if before is not None and is_new:
        before.last = max(before.group.last, opened - (found[opened - 1].text == ","))
    if before is None or is_new or before.group.verb in REPORTING:
        first = 0 if before is None else opened + 1 if is_new else relative.antecedent[0]
        ended = relative.antecedent[1] or (relative.first - 2 if before is None else first)
        start, end = subject_at(found, first, ended, dates)[1] if first < ended else (first, first)
        clause.subject = start, end if closes else at
        clause.opens = found[opened].low if is_new and found[opened].low in STRONG - RELATIVE | {"where"} else ""
    elif closes:
        clause.shares, clause.subject = before, (at, at)
    else:
        return
    clause.first = clause.head = at
    if not closes:
        relative.last = max(relative.last, at)
