"""Relative clauses: which noun they describe, and where they end.

Owns: that decision. Does not: know whose subject other clauses share.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline_cli.drafting.antecedents import antecedent, noun_before, without_measure
from timeline_cli.drafting.clause import SCORE, Clause, Span
from timeline_cli.drafting.descriptions import ACTORS, COMPANY
from timeline_cli.drafting.group import Group
from timeline_cli.drafting.inflection import forms
from timeline_cli.drafting.lexicon import (
    ADVERBS,
    ANNOUNCING,
    DETERMINERS,
    OF_COMPANIES,
    PREPOSITIONS,
    RELATIVE,
    REPORTING,
    SAYING,
    word_set,
)
from timeline_cli.drafting.nouns import is_plural
from timeline_cli.drafting.participles import Dates, in_date
from timeline_cli.drafting.sentences import Word

_SAY = word_set("say says said believe believes think thinks reckon reckons expects")
_DUE = word_set("due expected scheduled slated planned likely set")  # a plant in Rome, due to open in May


def describes(clause: Clause, made: Sequence[Clause], previous: Group | None, verbs: set[int], dates: Dates) -> bool:
    """Whether a clause takes no subject from another: it has one, or describes a noun, which this sets."""
    found, group, first, last = clause.words, clause.group, clause.first, clause.last
    if clause.opens in RELATIVE and clause.has_subject and found[clause.subject[1] - 1].low in _SAY:
        clause.subject = group.first, group.first  # a delay that executives say cost it $4 million
    has_subject = clause.has_subject
    is_content = clause.opens == "that" and has_subject and _is_content(clause, made)
    if clause.opens == "which" and not has_subject and found[first - 2].low == "of" and _of_noun(clause, verbs, dates):
        return True
    if clause.opens in RELATIVE and not is_content and (previous is None or previous.last < first - 1):
        is_part = has_subject and found[first - 2].low == "of" and found[first - 3].text == ","  # of which it has sold
        joint = is_part or found[first - 2].low in PREPOSITIONS - {"of"}  # a filing, in which it reported
        end = first - 1 - joint
        start, stop = _noun(clause, _before_date(found, end, dates), verbs)
        clause.antecedent = without_measure(found, (start, stop), group.verb)
        clause.restricts = found[end - 1].text != ","
        clause.last = after_date(clause, dates) if clause.restricts else last
        clause.last = _before_post(clause, made)
        if not clause.restricts or joint:  # ground for which is broken in May, and $4 million to a park
            clause.last = _end(found, group.last + 1, clause.last, dates)
        return True
    if not has_subject and found[group.first].low in _DUE and found[group.first - 1].text == ",":
        clause.antecedent, clause.describes = antecedent(found, group.first, verbs), True
        clause.last = next((n for n in range(group.last, last) if found[n].text == ","), last)
        return True
    return has_subject


def _end(found: Sequence[Word], first: int, last: int, dates: Dates) -> int:
    """Where a relative clause ends: before `, and`, or a date of the clause around: lost a client, which …, in May."""
    commas = (n for n in range(first, last - 1) if found[n].text == "," and not in_date(found[n], dates))
    ends = last > len(found) - 2  # else its own: which moved in 2019, is running
    return next(
        (
            n
            for n in commas
            if found[n + 1].low == "and" or _is_rise(found, n) or (ends and _only_dated(found[n + 1 : last], dates))
        ),
        last,
    )


def _is_rise(found: Sequence[Word], comma: int) -> bool:
    """Whether an amount goes on after a relative clause: lifts the book, which was $2 million, to $3 million."""
    after = found[comma + 2] if comma + 2 < len(found) else found[comma]
    return found[comma + 1].low == "to" and any(each.isdigit() for each in after.text)


def _only_dated(rest: Sequence[Word], dates: Dates) -> bool:
    return all(word.low in PREPOSITIONS | {"the", "earliest"} or in_date(word, dates) for word in rest)


def _before_date(found: Sequence[Word], end: int, dates: Dates) -> int:
    """Where the noun ends that which … is of, past a date after it: opened a probe on March 12 that will last."""
    last = at = end - (found[end - 1].text == ",")
    while at > 2 and in_date(found[at - 1], dates):
        at -= 1
    is_noun = (
        found[at - 2].low not in forms().participle or found[at - 2].low in forms().base
    )  # not a project announced in May that
    return at - 1 if at < last and is_noun and found[at - 1].low in ("on", "in", "for") else end


def _noun(clause: Clause, end: int, verbs: set[int]) -> Span:
    """The noun before which, who or that, past the one that it is of where the verb is of that."""
    found, group = clause.words, clause.group
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
    is_named = any(word.is_name for word in found[start:stop])
    if clause.opens == "that" and is_named and found[start - 1].low in ("of", "from", "for", "by", "with"):
        whole = noun_before(found, start - 1, verbs)  # an extension of the Rome plant that was to open
        start = whole if found[whole].low in ("a", "an") else start
    elif clause.opens == "which" and found[start - 1].low == "from" and found[start - 2].low in _LENT:
        start = noun_before(found, start - 1, verbs)  # a loan from the Department of Energy, which closed
    elif (
        found[start - 1].low in ("of", "at", "in", "with")
        and group.verb in _PROCEEDING
        and (_ACTIVITY.search(found[start - 2].low) or found[start - 2].low in _LENT)
    ):
        start = noun_before(found, start - 1, verbs)  # installation of the presses, which began
    is_dispute = found[start - 1].low in ("with", "over", "against") and found[start - 2].low in _DISPUTES
    if is_dispute and group.verb in ("settle", "resolve", "dismiss"):
        start = noun_before(found, start - 1, verbs)  # a dispute with Acme, which was settled
    if clause.opens == "which" and group.verb in _DECIDED and not clause.has_subject:
        at = next((n for n in range(start - 1, max(start - 9, -1), -1) if found[n].low in _PLANS or n in verbs), 0)
        start = noun_before(found, at + 1, verbs) if found[at].low in _PLANS else start  # a bill banning it, which
    is_act = found[start - 1].low == "by" and found[start - 2].low in _OF_PEOPLE
    is_course = clause.opens == "which" and group.verb in (
        "begin",
        "start",
        "end",
        "last",
    )  # a strike by crews, which began
    if is_act and (is_course or (group.passive and clause.opens == "that")):
        start = noun_before(found, start - 1, verbs)  # a strike by crews that had been called for Monday
    is_over = group.verb in ("close", "lapse", "expire") and not has_object(clause)
    if clause.opens == "which" and is_over and (is_named or group.verb != "close"):
        at = next((n for n in range(start - 1, max(start - 6, 0), -1) if found[n].low in _LENT), 0)
        start, stop = (noun_before(found, at + 1, verbs), at + 1) if at else (start, stop)  # a round led by Acme, which
    if group.verb in OF_COMPANIES and not (group.passive or _ACTS.search(clause.part((start, stop)))):
        start, stop = _agent(found, start, stop, verbs)
    return start, stop


def _of_noun(clause: Clause, verbs: set[int], dates: Dates) -> bool:
    """Set the subject of a mill, construction of which began in May."""
    found, end = clause.words, clause.first - 2
    start = noun_before(found, end, verbs)
    noun = antecedent(found, start - 1, verbs)
    if found[start - 1].text != "," or found[start].low in _SOME or in_date(found[start], dates):
        return False
    is_nth = clause.part((start, end)).lower() in ("the first", "the second", "the last", "one", "two")
    if re.search(r"[$€£¥]|\b\d", clause.part(noun)) or (is_nth and not is_plural(clause.part(noun))):
        return False  # two ships at $4 million each, the first of which
    clause.subject, clause.antecedent = (start, end), noun
    return True


_SOME = word_set("both all most some many half none neither each few several much")


def _agent(found: Sequence[Word], start: int, stop: int, verbs: set[int]) -> Span:
    """The company before a noun that does nothing: a group with a taste for immodest language, which bought it."""
    at = start - 1
    while at > 0 and at not in verbs and not COMPANY.fullmatch(found[at].low):
        at -= 1
    ahead = noun_before(found, at + 1, verbs)
    is_one = at not in verbs and at > 0 and found[ahead].low in DETERMINERS and found[at + 1].low in PREPOSITIONS
    return (ahead, at + 1) if is_one else (start, stop)


_ACTS = re.compile(rf"[A-Z]|{ACTORS.pattern}")
_LENT = word_set(
    "agreement partnership lease round deal loan loans funding financing licence license order contract grant "
    "acquisition purchase"
)
_DISPUTES = word_set("dispute case lawsuit suit claim row litigation")
_OF_PEOPLE = word_set("strike walkout stoppage protest offer bid proposal report study complaint lawsuit suit")
_PLANS = word_set("bill plan proposal law motion measure scheme project")
_DECIDED = word_set("shelve scrap revive reject veto postpone abandon withdraw table repeal")
_PROCEEDING = word_set("begin start commence end stop resume proceed continue finish")
_ACTIVITY = re.compile(r"(?:[ts]ion|ment|ing|works?|out(?:age)?|strike|stoppage|shutdown|talks)$")
_OF_NUMBER = (("are", "were", "have"), ("is", "was", "has"))  # verbs that a singular, a plural does not have


def _ends_date(found: Sequence[Word], comma: int, dates: Dates) -> bool:
    return in_date(found[comma - 1], dates) and not in_date(found[comma], dates)


def _before_post(clause: Clause, made: Sequence[Clause]) -> int:
    """Where a relative clause ends before the post that somebody gets: named Ada Byron, who left Bolt, as chief."""
    found, rest = clause.words, range(clause.group.last + 1, clause.last - 1)
    post = next((n for n in rest if (found[n].text, found[n + 1].low) == (",", "as")), 0)
    if not post or clause.restricts or not made or made[-1].group.verb not in _NAMING:
        return clause.last
    made[-1].tail = post + 1, clause.last
    return post


_NAMING = word_set("name appoint elect promote hire pick choose nominate install select tap")


def after_date(clause: Clause, dates: Dates) -> int:
    """Where a relative clause without a comma ends: after its date, before a comma."""
    found, rest = clause.words, range(clause.group.last + 1, clause.last)
    joints = (n for n in rest if found[n].text == "," or (found[n].low == "and" and found[n + 1].low in PREPOSITIONS))
    return next((n for n in joints if _ends_date(found, n, dates)), clause.last)


def _is_content(clause: Clause, made: Sequence[Clause]) -> bool:
    """Whether that with a subject opens what somebody says: confirmed on Monday that it was in talks."""
    told = forms().third.get(f"{clause.words[clause.first - 2].low}s") in REPORTING | ANNOUNCING  # a report that
    if told or clause.group.passive or has_object(clause) or clause.words[clause.first - 2].low in _CONTENT:
        return True
    if made and any(word.low == "that" for word in clause.words[made[-1].group.last : clause.first - 1]):
        return False  # said that a mill that Acme built
    verb = made[-1].group.verb if made else ""
    return verb in SAYING | {"inform", "notify", "remind", "assure", "convince", "persuade", "warn"} or (
        verb in REPORTING | ANNOUNCING and not has_object(made[-1])
    )


_CONTENT = word_set("expectation expectations belief view hope fear assumption assurance confidence condition")


_ADVERBIAL = ("back", "away", "outright", "second-hand")


def is_bare_gerund(clause: Clause) -> bool:
    """Whether the verb governs another one that has no object: a mill that it began building last year."""
    start, end = clause.object
    is_one = start < end and clause.words[start].low in forms().ing
    return is_one and (end == start + 1 or clause.words[start + 1].low in ("last", "this", "next"))


def has_object(clause: Clause) -> bool:
    """Whether a noun follows the verb, so that what is before the clause is not its object."""
    start, end = clause.object
    if SCORE.fullmatch(clause.part(clause.object)) or clause.part(clause.object) in _ADVERBIAL:
        return False  # a deal that the council approved 5-2, a stake that Acme bought back
    if is_bare_gerund(clause):
        return False  # a mill that it began building last year
    return start < end and (clause.words[start].low not in ADVERBS or end - start > 1)
