"""Which verb groups are participles that only describe a noun: the forum designed to attract investors.

Owns: that decision. Does not: find the groups.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline_cli.dates.in_text.english_words import MONTHS, NUMBERS
from timeline_cli.drafting.appositions import is_apposed, is_of_apposed
from timeline_cli.drafting.beside_verb import BEFORE_NOUN, MOMENTS, breaks, in_relative, is_active
from timeline_cli.drafting.descriptions import COMPANY
from timeline_cli.drafting.group import TIMES, Group, is_adverb, is_infinitive, is_when, low_at
from timeline_cli.drafting.inflection import forms
from timeline_cli.drafting.lexicon import (
    ADVERBS,
    ANNOUNCING,
    DETERMINERS,
    PARTICLES,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVE,
    REPORTING,
    SAYING,
    STRONG,
    word_set,
)
from timeline_cli.drafting.sentences import Word


def without_participles(found: Sequence[Word], groups: list[Group]) -> list[Group]:
    """Leave out participles that only describe a noun: the forum designed to attract investors."""
    kept: list[Group] = []
    for number, group in enumerate(groups):
        is_second = number and groups[number - 1] not in kept and found[group.first - 1].low in ("and", "or")
        if is_second and group.last < len(found) and found[group.last].low in PREPOSITIONS | {"to"} and group.weak:
            continue  # built over two years and designed to run
        if group.weak and _is_of_noun(found, group):
            continue
        is_said = group.verb == "say" and found[min(group.last, len(found) - 1)].low == "to"  # said to be in Odesa
        if group.weak and (is_said or _is_participle(found, groups, kept, number)):
            continue
        kept.append(group)
    return kept


def _has_own_subject(found: Sequence[Word], start: int, group: Group, following: Group) -> bool:
    """Whether it is of a company between that and the verb: the plant that Acme built in Rome will be closed."""
    opened = next((n for n in range(start - 1, max(start - 5, 0), -1) if found[n].low in ("that", "which")), 0)
    is_firm = found[start - 1].is_name or COMPANY.fullmatch(found[start - 1].low) is not None
    is_gap = found[group.last].low in PREPOSITIONS
    is_noun = opened > 1 and found[opened - 1].text.islower() and found[opened - 1].low not in _TOLD
    if not (is_firm and is_gap and is_noun) or opened == start - 1:
        return False
    return not any(word.text in ",;:" for word in found[opened : following.first])


_TOLD = word_set("report reports news fact claim claims statement decision rumour rumours rumor rumors plan plans")


def _is_of_noun(found: Sequence[Word], group: Group) -> bool:
    """Whether it goes on with what something was done by: hurt by tariffs and delayed launches."""
    at, rest = group.first - 1, found[group.last : group.last + 2]
    is_noun = bool(rest) and rest[0].text.islower() and rest[0].low[-1] == "s" and rest[-1].text in (".", rest[0].text)
    by = next((n for n in range(at, 2, -1) if found[n].low == "by" or found[n].text in ",;"), 0)
    is_by = found[by].low == "by" and found[by - 2].text == ","
    return is_noun and is_by and found[at].low == "and"


def _before_adverbs(found: Sequence[Word], at: int) -> int:
    while at > 1 and is_adverb(found[at - 1]):
        at -= 1
    return at


def _is_participle(found: Sequence[Word], groups: list[Group], kept: list[Group], number: int) -> bool:
    group = groups[number]
    start = _before_adverbs(found, group.first)
    before = found[start - 1].low
    previous = kept[-1] if kept else None
    following = next((each for each in groups[number + 1 :][:1] if not is_infinitive(found, each)), None)
    sign = _sign(found, group, previous, following, start)
    if sign is not None:
        return sign
    rest = found[group.last : following.first if following is not None else len(found)]
    is_last = following is None or any(word.text == "," or word.low in RELATIVE for word in rest)
    if previous is not None and is_last and is_of_apposed(found, group, previous, start):
        return True
    between = found[previous.last : start] if previous is not None else found[:start]
    is_listed = following is not None and found[following.first - 1].low == "and"
    is_own = previous is not None and not (is_listed or in_relative(found, kept, group))
    if not kept and following is not None and _in_opening(found, group, following):
        return True
    if before == "," and is_own and _is_dated_after(found, group, kept[-1], start):
        return True  # helped by a contract, signed in May
    if before == ",":
        return not in_relative(found, kept, group) and is_apposed(found, start, groups, number, kept)
    if any(word.low in ("which", "whom", "whose") for word in between):
        return False  # on which work started
    if len(kept) == 1 and 1 < kept[0].first < start and not breaks(between):
        at = _before_adverbs(found, kept[0].first)
        noun, opens = found[at - 2].low, found[at - 1].low
        is_last = following is None or breaks(found[group.last : following.first])
        if opens in ("that", "who") and noun.isalpha() and is_last:
            return False  # an attack that closed its shop made matters worse
    if previous is not None and before in ("and", "but") and previous.tense == group.tense:
        return False
    if previous is not None and not breaks(between) and previous.verb not in REPORTING and before not in _FOR_NOUNS:
        return True
    if following is None or group.last >= len(found) or before in PRONOUNS:
        return False
    return _gives_way(found, group, following, groups[number + 2 : number + 3], previous is None)


def _sign(
    found: Sequence[Word], group: Group, previous: Group | None, following: Group | None, start: int
) -> bool | None:
    """What the words next to a form say of it, None if nothing; it has its adverbs from `start`."""
    after = found[group.last] if group.last < len(found) else None
    before = found[start - 1].low
    comma = next((at for at in range(group.first - 2, max(group.first - 7, 0), -1) if found[at].text == ","), 0)
    ends = found[group.first - 1].is_name and (after is None or after.text in ",." or is_when(after))
    tells = comma and ends and group.verb in ANNOUNCING
    tells = tells or (before == "," and group.tense == "present" and after is not None and after.low == "that")
    if group.verb == "make" and after is not None and after.low == "redundant" and before in _STAFF:
        return True  # 68 staff made redundant in May
    is_priced = group.verb in ("value", "price", "estimate") and after is not None and after.low == "at"
    if is_priced and found[comma + 1].low in ("a", "an") and comma + 3 == start:
        return True  # bought Acme, a deal valued at $2 million
    if before == "," and found[group.first].low in ("located", "situated", "headquartered", "based"):
        return True
    is_thought = group.verb in ("think", "believe", "consider", "know") and low_at(found, group.last) in ("to", "as")
    if before == "," and is_thought and following is not None and previous is None:
        return True  # Acme, once thought to be behind, dropped it
    is_public = group.verb == "make" and after is not None and (before, after.low) == ("and", "public")
    if is_public and group.last + 1 < len(found) and found[group.last + 1].low not in DETERMINERS:
        return True  # issued on Tuesday and made public on Wednesday
    if group.verb == "tell" and before == "," and after is not None and after.low in ("of", "by", "about"):
        return True  # Unions, told of the plan, called
    then = next((n for n in range(group.last, min(group.last + 5, len(found))) if found[n].low == "to"), 0)
    if group.verb in ("agree", "decide", "refuse") and then and low_at(found, then + 1) in forms().base:
        return False  # agreed on Tuesday night to buy it
    if tells or group.verb in SAYING or found[group.first - 1].low == "then" or is_active(found, group):
        return False
    return _sign_around(found, group, previous, following, start)


def _sign_around(
    found: Sequence[Word], group: Group, previous: Group | None, following: Group | None, start: int
) -> bool | None:
    """What the rest of its sentence says of a form, None if nothing."""
    after, before = found[group.last] if group.last < len(found) else None, found[start - 1].low
    at = group.last + (after is not None and (after.low in PARTICLES | {"in"} or after.low.endswith("ly")))
    gerund = next((n for n in range(start - 1, max(start - 8, 1), -1) if found[n - 1].text == ","), 0)
    is_own = before in PRONOUNS  # from a business it entered
    if gerund and previous is not None and not is_own and forms().ing.get(found[gerund].low, "say") not in REPORTING:
        return True  # ending its fight with lenders owed $4 million
    is_act = group.verb in _DONE_BY  # a lawsuit brought by 200 subscribers
    if at + 1 < len(found) and found[at].low == "by" and (is_act or not _is_amount(found[at + 1 : at + 3])):
        return True  # brought in by the owners
    is_meeting = any(word.low in ("meeting", "meetings", "session", "conference") for word in found[1:4])
    if group.verb == "hold" and found[0].low == "at" and is_meeting and all(w.text != "," for w in found[:start]):
        return True  # At a meeting of its Board held today, Acme
    opened = next((n for n in range(start - 1, max(start - 12, 0), -1) if found[n].text == ","), 0)
    if found[opened + 1].low == "according" and opened:
        return True  # according to people at a meeting held in May
    if previous is not None and previous.verb == "tell" and start == previous.last + 1:
        return True  # told pickets gathered in Rome
    if previous is not None and group.verb in ("plan", "schedule") and after is not None and after.low == "for":
        return True  # threw into doubt a launch planned for April
    if found[group.first - 1].low == "than" and found[group.first - 2].low in ("more", "less"):
        return False  # more than doubled
    if following is not None and _has_own_subject(found, start, group, following):
        return False
    is_subject = before in ("it", "they", "he", "she", "we") and found[start - 2].text[0].isdigit()  # By 1930 it had
    if (previous is not None or following is not None) and not is_subject and _is_governed(found, start):
        return True
    is_led = found[0].low.endswith("ed") or found[0].low in forms().participle
    return True if previous is None and before == "and" and is_led else None  # Opened in 1967 and twice rebuilt, the


def _gives_way(found: Sequence[Word], group: Group, following: Group, more: list[Group], is_first: bool) -> bool:
    """Whether a form only describes the subject of the group that follows; `more` are those after that."""
    rest, after = found[group.last : following.first], found[group.last]
    is_listed = found[following.first - 1].text == "," and (
        is_active(found, following) or any(not each.weak for each in more)  # passed to Bolt, moved and began
    )
    if is_listed and any(found[each.first - 1].low == "and" for each in more):
        return False  # moved into cars in 2010, bought a brand and floated in 2018
    is_aside = found[following.first - 1].text == "," and following.weak and not following.passive
    is_aside = is_aside and found[min(following.last, len(found) - 1)].low in PREPOSITIONS
    is_cause = following.verb in _CAUSING and low_at(found, following.last) == "by"
    if is_aside and (is_cause or sum(word.text == "," for word in rest) > 1 or found[group.first].low == group.verb):
        return False  # batteries accounted for 38%, up from 14%, helped by a contract, signed in May
    if is_first and found[0].low in MOMENTS and any(word.text == "," for word in rest):
        return False  # When the mill closed in 1996, the council bought it
    if after.low in ("about", "around", "over") and low_at(found, group.last + 1)[:1].isdigit():
        return False  # recalled about 240,000 panels sold in Spain
    is_dated = any(word.low in TIMES for word in found[group.last : group.last + 3])  # abandoned the following year
    is_dated &= not after.text[0].isdigit()  # reached 147 days of sales
    breaking = (STRONG - {"since"}) | {"and", "or", "but", "then", "saying", "adding"}
    if not (is_dated or after.low in PREPOSITIONS | _ADVERBIAL):
        return False
    if any(word.low in breaking or word.text in ";:" for word in rest):
        return False
    start = _before_adverbs(found, group.first)
    apposed = any(found[n].text == "," and found[n + 1].low in ("a", "an") for n in range(start))
    said = following.verb in REPORTING | ANNOUNCING and any(word.text == "," for word in rest) and not apposed
    return not said and not any(word.low in PRONOUNS for word in rest[-1:])


def _is_dated_after(found: Sequence[Word], group: Group, previous: Group, start: int) -> bool:
    """Whether a form has only a date after it, and a noun with its article before its comma."""
    after, between = found[group.last : group.last + 2], found[previous.last : start - 1]
    is_date = (
        len(after) == 2 and after[0].low in ("in", "on") and (after[1].low in MONTHS or after[1].text[0].isdigit())
    )
    return is_date and any(word.low in ("a", "an", "the") for word in between) and not breaks(between[-4:])


def _is_amount(words: Sequence[Word]) -> bool:
    """Whether it begins an amount: by 3%, by a quarter, by nearly half."""
    first = words[0]
    part = words[-1].low if first.low in ("a", "an", *ADVERBS) else first.low
    return first.text[0].isdigit() or part in _PARTS | NUMBERS.keys() - {"a", "an", "the"}


_PARTS = word_set("quarter third half fifth tenth about more over around less as up")


def _is_governed(found: Sequence[Word], end: int) -> bool:
    """Whether the noun that ends there follows a preposition that begins a phrase: under a deal signed in May."""
    start = end
    while start > 1 and found[start - 1].text.islower() and found[start - 1].low not in _NO_NOUN | TIMES:
        start -= 1
        if found[start].low in BEFORE_NOUN:
            break
    ahead = found[start - 2].text
    is_second = ahead == "and" and found[start - 1].low == "by"  # helped by a strike and by counters installed in May
    opens = found[start - 1].low in PREPOSITIONS - STRONG - {"as"} and (start == 1 or ahead in ",;—–" or is_second)
    return start < end and opens


_NO_NOUN = PREPOSITIONS | STRONG | ADVERBS | {"and", "or", "but"}


def _in_opening(found: Sequence[Word], group: Group, following: Group) -> bool:
    """Whether it is within what a participle opens: Founded in 1932 by a weaver laid off from a mill, the firm had."""
    opens = found[0].low in forms().participle and found[1].low in PREPOSITIONS
    comma = next((n for n in range(group.first - 1, 1, -1) if found[n].text == ","), 0)
    is_apposed = group.weak and found[comma + 1].low in ("a", "an") and comma + 2 < group.first
    is_apposed &= found[comma - 1].is_name and any(word.low == "by" for word in found[:comma])
    end = next((n for n in range(group.last, following.first) if found[n].text == ","), 0)
    is_open = any(word.low in STRONG for word in found[: group.first])
    return opens and is_apposed and end > 0 and found[end + 1].low not in ("and", "but") and not is_open


_CAUSING = word_set("boost buoy drag drive fuel help hit hold hurt lead lift offset spur support weigh")
_DONE_BY = word_set("bring file sign back own found lodge")
_STAFF = word_set("staff workers employees people those many some others")
_FOR_NOUNS = PRONOUNS | {"them", "him"}


_ADVERBIAL = frozenset(("exclusively", "mainly", "primarily", "last", "today", "along", "alongside", "outside"))
