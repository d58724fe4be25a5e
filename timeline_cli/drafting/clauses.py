"""Sentences → clauses: one for each finite verb, with its subject, and what only says who said it left out.

Owns: what they share. Does not: decide whether a clause is an event.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from timeline_cli.dates.in_text.moment import Expression
from timeline_cli.drafting.absolutes import absolute
from timeline_cli.drafting.antecedents import antecedent, noun_before
from timeline_cli.drafting.attribution import attribute, part
from timeline_cli.drafting.clause import Clause, Span
from timeline_cli.drafting.group import Group, is_infinitive
from timeline_cli.drafting.inflection import forms
from timeline_cli.drafting.inverted import is_rumour, only_dates, turned
from timeline_cli.drafting.joints import JOINING, contact, start_of, without_joint
from timeline_cli.drafting.lexicon import (
    ADVERBS,
    ANNOUNCING,
    CONDITIONS,
    PREPOSITIONS,
    RELATIVE,
    REPORTING,
    STRONG,
    word_set,
)
from timeline_cli.drafting.nouns import is_plural
from timeline_cli.drafting.participles import Dates, described, gerund, in_date, lacks_be
from timeline_cli.drafting.relative import after_date, describes, has_object
from timeline_cli.drafting.sentences import Sentence, Word
from timeline_cli.drafting.states import lasting
from timeline_cli.drafting.subjects import is_about, past_adverbs, subject_at
from timeline_cli.drafting.verbs import is_turned

_FIRST = CONDITIONS | word_set("once while although as after when since before because")


def clauses(
    sentence: Sentence, found: Sequence[Word], groups: Sequence[Group], dates: Sequence[Expression]
) -> list[Clause]:
    """The clauses of a sentence. `dates` are its expressions of time, placed within the sentence."""
    dates = [each for each in dates if each.type in ("DATE", "TIME") or each.anchored or each.step]
    starts = [start_of(found, groups, number, dates) for number in range(len(groups))]
    if groups and is_rumour(found, groups[0]):
        starts[0] = 0
    verbs = {at for group in groups for at in range(group.first, group.last)}
    made: list[Clause] = []
    for number, group in enumerate(groups):
        first = starts[number]
        last = starts[number + 1] if number + 1 < len(groups) else len(found)
        last = without_joint(found, max(group.last, first + 1), max(last, group.last), dates)
        is_infinite = number > 0 and is_infinitive(found, group)
        clause = _clause(sentence, found, group, (first, last), is_infinite, verbs, dates)
        first, group = clause.first, clause.group
        if not clause.opens and number and first == contact(found, groups, number, dates):
            clause.opens, clause.antecedent, clause.restricts = "that", antecedent(found, first, verbs), True
            clause.last = after_date(clause, dates)
        elif not describes(clause, made, groups[number - 1] if number else None, verbs, dates) and made:
            _share(clause, made, found[first - 1])
        clause.describes |= is_infinite and (group.passive or group.tense == "future")
        if lacks_be(clause, dates):
            clause.describes, clause.group = True, group._replace(passive=True)
        _resume(found, made, clause, dates)
        made.append(clause)
    made += [each for clause in made if (each := gerund(clause, dates)) is not None]
    made += [each for clause in made if (each := absolute(clause, dates)) is not None]
    attribute(made)
    return made + described(made, verbs, dates) + lasting(made, verbs, dates)


def _clause(
    sentence: Sentence,
    found: Sequence[Word],
    group: Group,
    span: Span,
    is_infinite: bool,
    verbs: set[int],
    dates: Sequence[Expression],
) -> Clause:
    """The clause of a verb within its words, with its own subject and what opens it."""
    first, last = span
    opens = _opener(found, first)
    head, subject = subject_at(found, first, group.first, dates)
    if closed := _past_relative(found, first, group, dates):  # Acme, whose ships ply the bay, rose
        end = first - 1 - (found[first - 2].low in PREPOSITIONS)
        first = head = closed
        subject, opens = antecedent(found, end, verbs), ""
        if subject[0] > 1 and found[subject[0] - 1].text == "," and found[subject[0]].low == "the":
            subject = noun_before(found, subject[0] - 1, verbs), subject[0] - 1  # Acme, the house whose jars
    elif found[subject[0]].low == "the" and found[subject[0] + 1].low in _TIMES and subject[1] - subject[0] > 2:
        subject, opens = (subject[0] + 2, subject[1]), opens or "when"  # in 2016, the year Acme left
    if first == 0 and [word.low for word in found[:2]] == ["some", "time"]:  # Some time in May, thieves emptied it
        comma = next((n for n in range(2, group.first) if found[n].text == ","), 0)
        subject = subject_at(found, comma + 1, group.first, dates)[1] if comma else subject
    if first == 0 and is_turned(found):
        last = next((n for n in range(group.last, last) if found[n].low in ("did", "will")), last)
        if at := next((n for n in range(first, group.first) if found[n].low in ("did", "will")), 0):
            subject = subject_at(found, at + 1, group.first, dates)[1]
    is_lone = opens in RELATIVE and _is_when(found, first, subject, dates)
    if is_lone or (is_infinite and group.tense == "past"):
        subject = group.first, group.first  # which since May has grown; only to close it
    tail = (0, 0)
    if first == 0:
        subject, group, last, tail = turned(found, subject, group, last, dates)
    return Clause(sentence, found, first, last, group, subject, opens=opens, head=head, tail=tail)


def _opener(found: Sequence[Word], first: int) -> str:
    """The word that joins a clause to the rest, or with which its sentence begins: While sales fell."""
    if first and found[first - 1].text == ";" and found[first].low in _FIRST:
        return found[first].low  # few doubt it; if sales fell, it would
    if first:
        return found[first - 1].low if found[first - 1].low in STRONG else ""
    opener = found[found[0].low == "even"].low
    is_phrase = found[1].low in ("of", "then", "part") or found[1].low in forms().ing
    is_phrase |= found[1].low == "a" and found[2].low in ("result", "consequence", "condition")
    return _opening(found) or (opener if opener in _FIRST and not is_phrase else "")


_TIMES = word_set("year month week day moment")


def _past_relative(found: Sequence[Word], first: int, group: Group, dates: Dates) -> int:
    """Where the main clause goes on after a relative one whose verb is not known: Acme, whose ships ply it, | rose."""
    at = past_adverbs(found, first, group.first, dates)
    ahead = found[first - 1].low in RELATIVE - {"that"} and "," in (found[first - 2].text, found[first - 3].text)
    ahead |= found[first - 1].low == "whose" and any(
        [word.low for word in found[n : n + 2]] == [",", "the"] for n in range(max(first - 5, 0), first - 3)
    )
    is_one = sum(word.text == "," for word in found[first:at]) == 1  # not whose chief, Ada Byron, resigned
    is_noun = is_one and found[first].low not in PREPOSITIONS | ADVERBS | {","} and not in_date(found[first], dates)
    return at if ahead and is_noun and at - first > 3 and found[at - 1].text == "," else 0


def _opening(found: Sequence[Word]) -> str:
    """What By the time and Asked whether stand for at the start of a sentence."""
    low = [word.low for word in found[:3]]
    return (
        "when"
        if low == ["by", "the", "time"]
        else "whether"
        if low[:2] in (["asked", "whether"], ["asked", "if"])
        else ""
    )


def _is_when(found: Sequence[Word], first: int, subject: Span, dates: Sequence[Expression]) -> bool:
    """Whether what looks like the subject after which only dates or places it: which, on Tuesday, won."""
    at = subject[0]
    is_phrase = found[at].low in PREPOSITIONS and not is_about(found, at)
    is_phrase = is_phrase or (found[at - 1].low in PREPOSITIONS and at > first) or only_dates(found, subject, dates)
    return is_phrase or found[first].text == "," != found[at - 1].text  # but: said that, in May, the firm had won


def _share(clause: Clause, made: Sequence[Clause], joint: Word) -> None:
    """Give a clause without a subject that of the clause before; after a comma not that of a relative clause."""
    before = made[-1]
    first, ends = clause.words[clause.first].low, {",", "to"} if before.group.passive else {","}  # is said to have left
    if joint.low not in JOINING and before.group.verb in REPORTING and first not in ends:
        clause.opens = clause.opens or "what"  # what it hopes will become its best product
    joined_by_comma = clause.words[clause.first - 2].text == ","
    is_within = before.is_relative or before.opens not in ("", "that", "while", "whereas")
    joined_by_comma |= before.opens == "than"  # for less than they had paid, reopened it
    is_one = clause.words[clause.group.first].low in forms().third and is_plural(before.subject_text)
    joined_by_comma |= is_one  # a sale it put off when prices rose and hopes to revive
    is_main = clause.has_auxiliary and not (before.is_relative or before.has_auxiliary)  # is built as we speak and will
    tells = before.group.verb in REPORTING | ANNOUNCING and clause.words[before.first - 1].text == ","
    if joint.text == "," and _lists(before, made, clause):
        clause.opens, clause.antecedent, clause.restricts = before.opens, before.antecedent, before.restricts
    elif len(made) > 1 and is_within and (joined_by_comma or is_main):
        before = made[-2]
    elif len(made) > 1 and joined_by_comma and tells and not has_object(before):
        before = made[-2]  # the firm, Bolt reported in March, is growing, and plans
    elif before.is_relative and not clause.opens and joint.low in JOINING:
        clause.opens, clause.antecedent, clause.restricts = before.opens, before.antecedent, before.restricts
    clause.shares = before


def _lists(before: Clause, made: Sequence[Clause], clause: Clause) -> bool:
    """Whether it is one verb of a list in the relative clause before: hired Acme, which drew, built and sold it."""
    rest = clause.words[clause.group.last :]
    goes_on = any(word.low == "and" and after.low in forms().past for word, after in pairwise(rest))
    if len(made) < 2 or not before.is_relative or before.describes or clause.opens or not goes_on:
        return False
    is_alone = not (has_object(before) and has_object(made[-2]))  # else hired Acme, which made ships, and sold them
    return is_alone and made[-2].group.last <= before.first


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
    if relative is None or found[clause.first - 1].low in JOINING:
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
    joins, strong = found[opened].low in JOINING, found[opened].low in STRONG - PREPOSITIONS - {"who", "which"}
    if before is not None and not before.is_relative and found[opened - 2].low not in JOINING:
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
