"""Whether the words around a form of a verb let it be finite: a subject may end before it, an object begin after it.

Owns: that decision. Does not: know what the form is.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline_cli.dates.in_text.english_words import MONTHS, NUMBERS, WEEKDAYS
from timeline_cli.drafting.group import closes, is_adverb
from timeline_cli.drafting.inflection import forms
from timeline_cli.drafting.lexicon import (
    ADVERBS,
    ANNOUNCING,
    BE,
    DETERMINERS,
    MODALS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVE,
    REPORTING,
    SCHEDULED,
    STRONG,
    word_set,
)
from timeline_cli.drafting.name_patterns import BASED
from timeline_cli.drafting.name_words import NATIONALITIES
from timeline_cli.drafting.sentences import Word


def is_plural_subject(found: Sequence[Word], at: int) -> bool:
    """A base form is finite only after they, we, companies, shares."""
    before = found[at - 1].low
    if _closes_relative(found, at):
        return True  # the partners, who joined in May, now hold 34%
    if before == "," and found[at].low in _OF_PEOPLE:  # the moulds, 1,400 of them, go
        opened = next((n for n in range(at - 2, 0, -1) if found[n].text == ","), 0)
        is_aside = found[opened + 1].text[0].isdigit() or found[opened + 1].low in ("at", "with", "under")
        return opened > 0 and is_aside and found[opened - 1].low.endswith("s")  # deliveries, at five a year, begin
    if found[at].low not in _OF_PEOPLE:
        return before in _PLURALS
    opened = next((n for n in range(at - 1, max(at - 6, 1), -1) if found[n].low in RELATIVE), max(at - 6, 1))
    within = [n for n in range(opened, at - 1) if found[n].low in PREPOSITIONS]
    head = found[within[0] - 1 if within and all(word.text.isalpha() for word in found[within[0] : at]) else at - 1]
    if within and head.low in forms().participle and found[at].low in REPORTING | ANNOUNCING:
        head = found[within[0] - 2]  # accounts filed at the court last Friday show
    if within and head.low == "close" and found[within[0] - 2].low in _PLURALS:
        return True  # people close to the talks say
    is_plural = head.low.endswith("s") and head.text.replace("-", "").isalpha()  # sales in mainland China begin
    return before in _PLURALS or is_plural


def _closes_relative(found: Sequence[Word], at: int) -> bool:
    """Whether a comma before a form closes a relative clause about several, and an object follows."""
    after, end = found[min(at + 1, len(found) - 1)], at - (found[at - 1].low in ("now", "still", "already"))
    if found[end - 1].text != ",":
        return False
    opened = next(
        (n for n in range(end - 2, 1, -1) if found[n].low in ("who", "which") and found[n - 1].text == ","), 0
    )
    if opened < 3:
        return False
    noun = found[opened - 2]
    is_several = noun.text.islower() or found[opened - 3].low in DETERMINERS  # the Estonians
    is_object = after.low in DETERMINERS or after.text[0].isdigit()
    return noun.low.endswith("s") and noun.text.isalpha() and is_several and is_object


_PLURALS = word_set(
    "companies executives officials firms leaders automakers carmakers shareholders workers investors regulators "
    "prosecutors partners people brokers traders bankers unions both they we who"
)
PERSONAL = word_set("it they he she we i you who which")
_OF_PEOPLE = word_set(
    "say expect believe think want hope include make employ produce remain become contain account operate face own "
    "begin start take come expire resume mature arrive show suggest indicate vote meet need gather convene close open "
    "go join decide"
)
ONLY_VERBS = word_set(  # in -s, and hardly ever the plural of a noun
    "acquires becomes begins brings buys comes comprises dies employs expects expires floats gets gives goes "
    "hires joins keeps makes meets owns provides publishes puts quits remains reopens requires resigns resumes retires "
    "sells sends serves takes tells writes"
)
_AUXILIARIES = BE | MODALS | {"have", "has", "had"}
_GOING_ON = word_set("continued increased reduced improved renewed sustained")
_SCALED = word_set("m mn bn tn million billion trillion")
_SUBORDINATING = STRONG - RELATIVE - {"while", "what", "when", "as", "than"}
_QUANTIFIERS = word_set("fewer all both many several few various numerous")
_SUPERLATIVES = word_set("biggest largest oldest latest smallest strongest fastest highest lowest")
_TAKES_NO_VERB = (
    DETERMINERS
    | (PREPOSITIONS - {"down", "up", "off"})
    | _SCALED
    | {"be", "been", "being", "to", "and/or", "very", "thousand", "crore", "lakh", "'s", "a", "as"}
    | {"single", "former", "new", "old", "whose", "higher", "lower", "rising", "falling"}
)


def has_subject(found: Sequence[Word], at: int, tense: str) -> bool:
    """Whether the word before a form may end a subject: a noun, a name, a pronoun, a closing comma."""
    position = _end_of_subject(found, at)
    if position is None:
        return False
    before, follows = found[position], found[min(at + 1, len(found) - 1)].low
    if (found[at].low, follows) == ("falls", "due"):
        return True  # a bond of $260mn falls due in November
    if before.low == "having" or (before.low not in PERSONAL and tense == "present" and follows in _AUXILIARIES):
        return False
    told = found[position - 1].low if before.low == "that" and tense == "present" else ""
    tells = forms().third.get(told, forms().past.get(told, told)) in REPORTING | ANNOUNCING
    if tells or (told and any(word.low in ("had", "were", "are") for word in found[at + 2 : at + 6])):
        return False  # confirmed that talks to sell it had ended
    if found[at].low in _GOING_ON and before.low.endswith("ing") and follows.isalpha() and follows not in PREPOSITIONS:
        return False  # offsetting continued weakness
    part = [word.low for word in found[max(position - 3, 0) : position + 1]]
    done = forms().participle.get(found[at].low)
    if part[:1] == [","] and part[2:] == ["of", "them"] and done and (done == "set" or follows in ("from", "by")):
        return False  # wants 25 shops, all of them fed from Rome
    if before.low in PRONOUNS and before.low not in ("this", "these", "those"):
        return True
    if tense == "present" and BASED.search(before.low):
        return False  # Paris-listed shares
    if tense == "present" and before.low in NUMBERS.keys() - {"one"}:
        return False  # nine votes
    if before.low in NUMBERS.keys() - {"one"} and (follows.endswith("s") or follows[0].isdigit()):
        return False  # two postponed votes, two leased 737 freighters
    tells = forms().third.get(found[at].low) in REPORTING and found[min(at + 1, len(found) - 1)].is_name
    if before.text == "," and tense == "present" and tells:
        return True  # the answer, insists Ada Byron, is
    if before.text in (",", ")", '"', "and", "but", "or", "—", "–", "-", "then"):
        is_listed = follows in ("and", ",") or follows in forms().past  # and bids closed; gains and costs, were
        return tense == "past" or (not is_listed and (before.text != "," or closes(found, position)))
    if before.low in _QUANTIFIERS and follows.endswith("s") and follows not in PREPOSITIONS:
        return False  # all affected households
    if before.low == "'s" and tense == "past" and at + 1 < len(found):
        is_whole = found[at].low == "said" or found[at + 1].low in DETERMINERS
        return is_whole or found[at + 1].is_name  # Wendy's made a profit, Moody's cut Acme
    if before.low in _SCALED and any(word.low == "of" for word in found[max(position - 5, 0) : position - 1]):
        if tense == "past":  # a loan of £22m followed, of $4 million starts on Monday
            return found[position - 2].low == "of"
        return follows in PREPOSITIONS - {"of"} and forms().third.get(found[at].low) in SCHEDULED
    if position == at - 1 and before.low in _SUBORDINATING:  # although claims from a storm fell
        return False
    if before.low in _SUPERLATIVES and follows.endswith(("s", "er")) and follows not in PREPOSITIONS:
        return False  # the biggest rose exporter
    if before.low in _TAKES_NO_VERB | BE or (before.low in MODALS and not before.is_name):  # Acme in May sold
        return False
    ahead = found[position - 1].low if position else ""
    if before.text[0].isdigit() or before.text[0] in "$€£¥₩":
        opens = found[position - 1].text in ":;" and any(word.low in BE for word in found[: position - 1])
        is_span = position > 2 and found[position - 1].text in "-–" and found[position - 2].text.isdigit()
        first = position - 2 if is_span else position  # exports during July 1-15 rose
        first -= found[max(first - 1, 0)].text == "." and found[max(first - 2, 0)].low in MONTHS  # on Feb. 28
        return opens or _is_numbered(before, found[first - 1] if first else before, tense)  # is low: 900 came
    if tense == "present" and at + 1 < len(found) and _is_noun(found, at, before, ahead):
        return False
    return before.text[0].isalpha()


def _end_of_subject(found: Sequence[Word], at: int) -> int | None:
    """The last word of what may be the subject of a form, past adverbs; None after an adverb of an adjective."""
    position = at - 1
    while position > 0 and (found[position].low in ADVERBS - {"last", "first", "all"} or is_adverb(found[position])):
        if found[position].low.endswith("ly") and found[position - 1].low in DETERMINERS | PREPOSITIONS:
            return None
        position -= 1
    position -= found[position].low == "at" and found[position + 1].low == "last"  # at last broke even
    position -= 2 * (position > 2 and [word.low for word in found[position - 1 : position + 1]] == ["all", "but"])
    if position > 1 and found[position].low == "than" and found[position - 1].low in ("more", "less"):
        position -= 2  # profit more than halved
    return position - (found[position].text == "." and position > 0)  # of an abbreviation, since the sentence goes on


def _is_numbered(number: Word, ahead: Word, tense: str) -> bool:
    """Whether a number ends a subject: the FTSE 100 fell, Unit 2 remains, output in 2019 rose."""
    is_index = ahead.text.isalpha() and ahead.text.isupper()
    is_year = number.text[:2] in ("19", "20") and len(number.text) == 4
    is_model = ahead.is_name and number.text.removesuffix("s").isdigit() and not is_year and ahead.low not in MONTHS
    return is_model or (tense == "past" and (is_index or is_year or ahead.low in MONTHS))


def _is_noun(found: Sequence[Word], at: int, before: Word, ahead: str) -> bool:
    """Whether a form in -s is a plural, by the words around it; `before` ends its subject, `ahead` is before that."""
    after, verb = found[at + 1], forms().third.get(found[at].low)
    if after.low in ("it", "they", "he", "she") and found[min(at + 2, len(found) - 1)].low in _AUXILIARIES:
        return verb not in REPORTING | ANNOUNCING  # Under the rules it must
    is_done = after.text == "," or after.low in forms().past or after.low in forms().participle  # the remains found in
    if found[at].low in ("gets", "puts") or (found[at].low in ONLY_VERBS and not is_done):
        return False  # the company's board meets, steel gets cut
    if after.low in forms().past or (found[at].low == "appeals" and after.low in ("court", "board")):
        return True  # winds knocked out a crane
    if after.low in forms().ing and verb not in _BEFORE_ING and after.low != "operating":
        return True  # stores trading in 2019
    if found[at].low == "talks" and after.low in ("with", "on", "over", "about", "to"):
        return True
    if after.low == "and" and found[min(at + 2, len(found) - 1)].low in forms().third:
        return False  # designs and builds cars
    if after.low in ("of", "'s", "and", "between") or (found[at].low == "notes" and before.text.islower()):
        return True
    if after.low in ("that", "which", "who") and (verb or found[at].low) not in REPORTING | ANNOUNCING | {"forecast"}:
        return True  # smart blocks that
    is_told = verb in REPORTING and before.is_name and ahead == ","  # in May at the earliest, Acme concedes
    if after.text in ".,;" and not is_told and found[at].low not in forms().base | {"says"}:
        return True
    if ahead in ("to", "'s") and before.text.islower() and verb is not None:
        return True
    if ahead == "by" and before.text.islower() and not before.low.endswith("s"):
        return True  # helped by infrastructure works
    is_demonym = before.is_name and (before.low in NATIONALITIES or before.low.endswith(("ese", "ish")))
    if is_demonym and ahead in PREPOSITIONS and verb not in REPORTING:
        return True  # for Japanese firms
    # 22 container ships, at its Derby works
    is_many = ahead[:1].isdigit() and "-" not in ahead and not before.is_name and found[at].low.endswith("s")
    is_many &= before.low[-1] != "s"  # a shop with 60 seats opens
    is_owned = ahead == "'s" and before.is_name and found[at].low in _SITES  # at Acme's Rome works
    return is_many or is_owned or (ahead in ("its", "his", "her", "their") and before.is_name)


_SITES = ("works", "plants", "mines", "stores")
_BEFORE_ING = word_set(
    "start begin stop keep continue resume consider finish avoid face risk deny propose include mean go recommend "
    "suggest mull weigh explore admit favour favor oppose end be have"
)


def is_infinite(found: Sequence[Word], at: int) -> bool:
    """Whether and before a form joins it to one after to."""
    ahead = found[max(at - 8, 0) : at - 1] if found[at - 1].low in ("and", "or") else ()
    opened = next((n for n in range(len(ahead) - 2, 0, -1) if ahead[n].low == "to"), 0)
    is_closed = found[at - 2].text == "," and any(word.low in ("which", "who") for word in ahead[:opened])
    is_closed &= not any(word.low == "will" for word in found[:at])  # will end the show, which is to open, and sell it
    return opened > 0 and ahead[opened + 1].low in forms().base and not is_closed


_CAME = word_set("came rose fell went began ended failed succeeded followed lapsed expired collapsed")  # her bet came
_NOUNS = word_set("forecast bid cost split cut")
_TODAY = WEEKDAYS.keys() | {"today", "yesterday", "last", "this"}  # cut its profit forecast today


def has_object(found: Sequence[Word], at: int) -> bool:
    """Whether an object or an adverbial follows a form that is a noun as well."""
    after = found[at + 1] if at + 1 < len(found) else None
    is_noun = found[at].low in _NOUNS and found[at - 1].text.islower() and after is not None and after.low in _TODAY
    return (
        after is not None
        and not is_noun
        and (after.text[0].isalnum() or after.text[0] in "$€£¥")
        and after.low not in {"or", "of", "for", "that", "by"} | _AUXILIARIES | _CAME  # each set has 20 seats
    )
