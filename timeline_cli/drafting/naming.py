"""The company of an event in its title: in front of it, or for the words after the verb that stand for it.

Owns: which titles need it. Does not: know which company it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from timeline_cli.dates.in_text.english_words import MONTH, MONTHS, WEEKDAY
from timeline_cli.drafting.clause import Clause
from timeline_cli.drafting.cuts import LONGEST_TITLE
from timeline_cli.drafting.descriptions import DESCRIBED, OWNERS, PERSONAL, PLURAL, SINGULAR
from timeline_cli.drafting.group import TIMES, low_at
from timeline_cli.drafting.lexicon import COMPANY_NOUNS, DETERMINERS, PREPOSITIONS, any_of
from timeline_cli.drafting.measures import is_bare, is_measure, is_staff, possessive, whose
from timeline_cli.drafting.name_patterns import GOODS_TRADED, POST, WORD
from timeline_cli.drafting.name_words import COMPANY_ENDINGS, DESCRIBING, NATIONALITIES, PLACES
from timeline_cli.drafting.names import Cast, Found
from timeline_cli.drafting.nouns import NUMBER, SOME, THE, is_plural, nouns_after, of_counted, the
from timeline_cli.drafting.references import References
from timeline_cli.drafting.told import ACT_ALONE
from timeline_cli.drafting.untold import is_quoted

_SHARES = re.compile(r"(?:(?:the|its) )?(?:[\w-]+-listed )?(?:shares|stock)", re.IGNORECASE)
_NO_NOUN = re.compile(r"the|an?|\w+ly|not|(?:its|their|his|her|in|on|at|for|with|under) .*", re.IGNORECASE)
_MARKET = re.compile(
    r"(?:the )?(?:pound|dollar|euro|yen|[\w.-]+ (?:prices|equities|stocks)|"
    r"(?-i:[A-Z])\w+(?:an|ese|ish|ch|ss|ai) shares|"
    r"(?:[\w.’'&-]+ )*?"
    r"(?:index|average|FTSE|Kospi|S&P|Dow|Nasdaq|"
    r"Nikkei|DAX|crude|futures|benchmark|retail sales|inflation|unemployment|Treasur(?:y|ies)))(?: .*)?",
    re.I,
)
_OF_OTHERS = re.compile(  # Japan's steel market, the Byron & Bolt chain
    rf".*(?:['’]s|[A-Z]\w+) (?:[\w-]+ ){{,6}}(?:market|economy|exports|inflation)\b.*|"
    rf"[Tt]he (?:[A-Z&]\S* )+{COMPANY_NOUNS}"
)
_FIRM = re.compile(r"(?!The |An? )[A-Z]\w+ (?:of |de[lr]? |d[oai] )?[A-Z]")  # Siam Paddy
_OF_NAME = re.compile(r"\b(?:in|of|at|for|by) .*[A-Z]|['’]s\b")  # shares in Acme
_BODIES = frozenset(("union", "unions", "regulator", "watchdog", "ministry", "court", "agency", "institute"))
_ABSOLUTE = re.compile(rf" (?:in|on|since) (?:(?:\d+ )?{MONTH} )?(?:\d+, )?\d{{4}}\b")
_OFFICER = re.compile(r"(?:chief|ceo|cfo|coo|finance chief|managing director|chair(?:wo)?man|the chairman)\b", re.I)


def named(references: References, clause: Clause, subject: str, headline: str) -> str:
    """The subject with its company, for a title that does not say whose event it is; empty if it does or if unclear."""
    cast, names = references.cast, references.cast.names(headline)
    firms, people = ([each.name for each in names if each.kind == kind] for kind in ("companies", "people"))
    firms = [each for each in firms if not (_BODIES & cast.kinds.get(each, set()))]  # IG Metall, the union
    if is_quoted(clause) and not references.companies(subject) and not _SHARES.fullmatch(subject):
        return ""  # an index or another currency in a report on the market
    if cast.goods:
        return _of_market(references, clause, subject, names)
    is_officer = _OFFICER.match(subject) is not None and not references.companies(subject)
    is_own = is_officer or ((is_bare(subject) or is_staff(subject)) and _OF_NAME.search(subject) is None)
    if _NO_NOUN.fullmatch(subject) or (firms and not is_own and not _is_open(cast, subject, headline, names)):
        return ""
    is_person = bool(people) and not (is_officer or is_staff(subject))
    known = next(filter(None, map(cast.registries.people.get, people if is_person else ())), None)
    if known is not None and known.company:  # who stepped down: of the company that the registry says, or the text
        employer = cast.registries.companies.resolve(known.company)
        return whose(subject, cast.short(employer), True) if employer not in firms else ""
    posts = {post for each in people for post in cast.posts.get(each, ())}
    is_led = references.leader and (is_officer or not is_own) and (firms or (people and posts <= {""}))
    company = references.leader if is_led else references.topic(clause)
    short = cast.short(company)
    first, *_ = re.split(r"['’\s]", subject)
    length = len(_ABSOLUTE.sub("", f"{short}: {headline}"))
    is_long = (people or firms or first in cast.towns) and length > LONGEST_TITLE
    is_said = company in firms or subject.startswith(company)
    if not company or is_said or (not is_own and (is_long or _says(headline, names, short))):
        return ""
    is_theirs = not is_person or company in posts or (posts <= {""} and cast.is_sure)
    if not (is_theirs or POST.search(clause.text if posts else clause.sentence.text)):
        return ""
    is_sure = not people or cast.is_sure or references.spoken or references.company_said(clause)
    is_part = re.match(r"the (?:\S+ )?(?:unit|division|arm|chain|brand)['’]s", subject, re.IGNORECASE)
    is_market = _MARKET.fullmatch(subject) or (not is_part and DESCRIBED.fullmatch(subject.removesuffix(" unit")))
    if is_market or _OF_OTHERS.fullmatch(subject) or not is_sure:
        return ""
    return whose(subject, short, _opens_with_name(cast, clause, subject))


def _of_market(references: References, clause: Clause, subject: str, names: Sequence[Found]) -> str:
    """The subject with the goods of a market report, if its sentence names neither these nor whose event it is."""
    cast = references.cast
    is_said = any(each.kind != "places" for each in names) or _FIRM.match(subject) or _MARKET.fullmatch(subject)
    led = GOODS_TRADED.match(clause.sentence.text, 3) if clause.sentence.text.startswith("In ") else None  # In cocoa,
    if is_said or _NO_NOUN.fullmatch(subject) or (GOODS_TRADED.search(clause.sentence.text) and led is None):
        return ""
    goods = cast.goods[0]
    if len(cast.goods) > 1:
        told = [led[0]] if led else GOODS_TRADED.findall(f"{references.told.far} {references.told.last}".lower())
        spoken = (each for name in told[::-1] for each in cast.goods if each.lower().endswith(name.lower()))
        goods = next(spoken, goods)  # of raw sugar: sugar
    is_name = _opens_with_name(cast, clause, subject)
    return f"{goods}: {subject if is_name else subject[:1].lower() + subject[1:]}"


def _opens_with_name(cast: Cast, clause: Clause, subject: str) -> bool:
    """Whether the first word of a subject keeps its capital after a company."""
    first, *_ = re.split(r"['’\s]", subject)
    parts = {part for each in cast.people.values() for part in each.split()}  # Lim of Lim Boon Keat
    capital = cast.within | parts | cast.people.keys() | cast.companies.keys() | cast.towns | PLACES
    is_name = {first, first.partition("-")[0]} & capital or any(not each.begin for each in cast.names(subject))
    is_name = bool(is_name) or re.match(r"[A-Z]\S* & [A-Z]", subject) is not None
    is_name |= re.match(r"(?:Chapter|Unit|Line|Phase|Train|Job|Furnace|Hall) \d", subject) is not None  # Chapter 11
    is_name |= any(f"{mark}{first}" in clause.text for mark in '"“‘')
    is_name = is_name and first.lower().rpartition("-")[2] not in DESCRIBING
    is_name = is_name and re.match(r"(?:First|Second|Third|Fourth|Full|Half|Nine|Six)-", subject) is None
    return is_name or first.lower() in NATIONALITIES


def _says(headline: str, names: Sequence[Found], company: str) -> bool:
    """Whether a title has a word of the company's name that is none of a person: the Acme lamp."""
    for each in reversed(names):
        headline = headline[: each.begin] + headline[each.end :] if each.kind == "people" else headline
    small = COMPANY_ENDINGS | DETERMINERS | PREPOSITIONS
    own = (word for word in company.split() if word[0].isalpha() and word.lower() not in small)
    return any(re.search(rf"(?<![\w-]){re.escape(word)}\b", headline) for word in own)


def _is_open(cast: Cast, subject: str, headline: str, names: Sequence[Found]) -> bool:
    """Whether a title with names of other companies does not say what they have to do with the one of the article."""
    last = next((each for each in names[::-1] if each.end <= len(subject) and each.kind != "places"), None)
    if not cast.is_sure or last is None or last.kind == "people":
        return cast.is_sure
    ahead, after = subject[: last.begin], subject[last.end :]
    is_head = re.match(r"['’]s?\s| (?:shares|stock)$|$", after) and PREPOSITIONS.isdisjoint(ahead.lower().split())
    is_head = bool(is_head) and (" " in last.name or ahead.lower() != "the ")  # The Ferriter, a lamp
    return not (is_head or _OWNED.search(ahead)) or bool(_RELATION.search(headline))


_OWNED = re.compile(r"\b(?:of|at|[Ss]hares in|[Ss]tock in) (?:\S+ )?$")
# What a company does to another, whose name follows or is missing: a stake in Acme, a rival of Acme.
_RELATION = re.compile(
    rf"\b(?:stake|holding|(?<!its )(?<!their )(?<!['’]s )(?:[Rr]ival|competitor|peer|partner|shareholder|"
    r"administrators?|bid|offer|board|suit|rescue|damages|guarantee|dividend|injected))\b"
    rf"(?! (?:of|in|for|to|from|against|with) (?:.*[\s-])?(?!{MONTH})[A-Z])|"
    rf"\bled an? .*\bround\b|\bthe (?:[a-z-]+(?: [a-z-]+)?$|{COMPANY_NOUNS}\b|stock\b|shares\b)"
)


def known(references: References, clause: Clause, subject: str) -> list[tuple[str, str]]:
    """Words after the verb, with the names that they stand for: the company, its, if the subject is no owner."""
    cast = references.cast
    made, own, text = [], references.companies(subject), clause.after_verb
    told = f"{references.told.last} {clause.sentence.text[: clause.words[clause.group.first].begin]}"
    others = (references.company_said(clause), references.company, references.leader)
    company = next((each for each in others if each and each not in own), "")
    people = [each for each in cast.names(subject) if each.kind == "people"]
    if references.leader and re.search(r"\bus\b", text):
        made.append(("us", "it" if references.leader in own else cast.short(references.leader)))
    made += [
        (match[0], spelled)
        for match in re.finditer(r"\bthe [A-Z][a-z]+(?:['’]s)?", text)
        if (spelled := cast.spelled(match[0])) != match[0]
    ]
    if references.leader and references.leader not in own and (term := re.search(r"\bthe (?:Group|Company)\b", text)):
        made.append((term[0], cast.short(references.leader)))
    for match in OWNERS.finditer(text):
        word, firm = match[0].lower(), ""
        if word == "our" and references.leader and text[match.end() :].startswith(" Company"):
            made.append(("our Company", cast.short(references.leader)))
        elif word == "our" and references.leader:
            firm = "its" if references.leader in own else possessive(cast.short(references.leader))
        if word.startswith("the "):
            is_firm = company and (references.is_called(match["kind"].lower(), company) or "-based" in match["how"])
            is_firm = is_firm and (not match["how"] or match["how"][0].isupper())
            is_firm = is_firm and not text[: match.start()].endswith(f"{company}, ")  # Acme Air, the carrier
            firm = cast.short(company).removesuffix(text[match.end() : match.end() + 2]) if is_firm else ""  # Acme's's
        elif word == "its" and not own and (people or is_plural(subject)) and not (made or references.companies(text)):
            near = [each.name for each in cast.names(told) if each.kind == "companies"] if people else []
            firm = possessive(cast.short(near[-1] if near else company)) if near or company else ""
        elif word in ("his", "her") and not people and (person := references.one_meant(word, clause)):
            after = re.match(r"\s(\w+)", text[match.end() :])
            is_named = clause.group.verb in _NAMING and _POST.match(text, match.end()) is not None  # elected her chief
            is_object = after is None or after[1] in PREPOSITIONS or is_named
            firm = person if is_object else possessive(person)
        owns = word.startswith("the ") and text[match.end() : match.end() + 2] in ("'s", "’s")  # the firm's plan
        if firm:
            made.append((text[match.start() : match.end() + 2], possessive(firm)) if owns else (match[0], firm))
    for match in _OBJECT.finditer(text):  # succeeded her as chief
        person = references.one_meant("his" if match[0] == "him" else "her", clause)
        is_near = person in (*references.people.near, *(each.text for each in references.here))
        if person and is_near and all(person != each.name for each in people) and all(match[0] != w for w, _ in made):
            made.append((match[0], person))
    return made + _things(references, clause, subject, told, made)


def _things(
    references: References, clause: Clause, subject: str, told: str, known: Sequence[tuple[str, str]]
) -> list[tuple[str, str]]:
    """Things after the verb that the text told of before, and what it counted: there, the plant, another 20.

    `told` is the sentence before and this one up to the verb; `known` are words with names already.
    """
    made, text, cast = list(known), clause.after_verb, references.cast
    where = _there(text, clause, told, PLACES | cast.towns)
    if where:
        made.append(("there", where))
    spoken = subject if references.companies(subject) else f"{subject}; {cast.short(references.leader)}"
    for match in (*_KNOWN.finditer(text), *ACT_ALONE.finditer(text)):
        whole = references.told.whole(match[0], clause, spoken)
        if whole != match[0] and all(match[0] not in word for word, _ in made):
            made.append((match[0], whole))
    is_part = clause.is_relative and clause.words[clause.first - 2].low == "of"  # of which it has sold four
    for match in () if is_part else _COUNT.finditer(f"{clause.group.verb} {text}"):
        some = match["some"] or match["n"]
        if text[: max(match.start() - len(clause.group.verb) - 1, 0)].endswith(", "):
            continue  # complaints, most of them from Italy
        whole = of_counted(some, told)
        if whole and whole.rpartition(" ")[2] not in f"{subject} {text}":
            made.append((some, whole))
    return made[len(known) :]


def _there(text: str, clause: Clause, told: str, towns: Set[str]) -> str:
    """What there after the verb stands for: the place that the sentence before names last; empty if none."""
    places = [match for match in _PLACE.finditer(told) if match["town"] in towns - _MONTHS]
    is_used = re.search(r"^(?!.*\b(?:in|to) [A-Z][a-z])(?:|.*\w )there\b(?! (?:is|are|was|were|will|has|have)\b)", text)
    if not places or is_used is None:
        return ""
    joint = "to" if clause.group.verb in _GOING else "near" if places[-1]["at"] == "near" else "in"
    return f"{joint} {places[-1]['town']}"


_MONTHS = {name.capitalize() for name in MONTHS}
_OBJECT = re.compile(rf"\bh(?:im|er)\b(?=$|[,.;]|\s(?:{any_of(PREPOSITIONS)}|and|who)\b)")
_PRONOUNS = SINGULAR | PLURAL | PERSONAL
_PLACE = re.compile(rf"\b(?P<at>in|into|to|from|at|near) (?P<town>{WORD}(?: {WORD})?)")
_ASKING = ("order", "ask", "force", "require", "tell", "allow", "enable", "oblige", "permit", "urge", "instruct")
_NAMING = ("elect", "name", "appoint", "make")
_POST = re.compile(
    r"\s(?:[a-z]+ )?(?:chief(?: executive)?|chair(?:man|woman)?|president|director|treasurer|head|leader|mayor)\b"
    r"(?! [A-Z])"
)
_GOING = ("move", "relocate", "transfer", "go", "return", "ship", "send")
# A thing after the verb that is spoken of as known.
_KNOWN = re.compile(
    rf"\b{THE} (?:[a-z-]+ )?(?:[a-z-]+|[A-Z]{{2,4}})(?=[,.;]|$|\s(?:(?:in|on)\s(?:{MONTH}|{WEEKDAY}|\d)|"
    r"to (?:\S*\d|close\b)|"
    r"in the (?:first|second|third|fourth|spring|summer|autumn|fall|coming|next)\b|(?:at|with) (?:an?|its|cash)\b|"
    r"(?:during|by|until|since|after|before|next|last|this|from|over|because|when|and)\b))"
)
# A number without its noun, and what was counted before: shut another 20 by May, after it opened 14 stores.
_COUNT = re.compile(
    r"(?:^(?:\w+ to )?(?:open|close|shut|add|have|cut|run|order|lose|sell|hire|employ|buy|operate|build) "
    rf"(?P<n>{NUMBER})|\b(?P<some>{SOME}))(?=\s(?:in|by|at|next|last|this|since|on|over|before|after|between|from|during)\b|[,.;]|$)"
)


def pronoun_after(
    references: References, clause: Clause, earlier: Sequence[Clause], subject: str
) -> tuple[str, str] | None:
    """A pronoun after the verb and what it stands for; the text is empty where that is not clear.

    `earlier` are the clauses of the sentence before.
    """
    span = (clause.group.last, min(clause.last, clause.group.last + 5))
    at = next((at for at in range(*span) if clause.words[at].low in ("it", "them")), None)
    if at is None or clause.words[at].quoted or any(word.text == "," for word in clause.words[span[0] : at]):
        return None
    wanted, word = clause.words[at].low == "them", clause.words[at].text
    is_asked = clause.is_relative and clause.group.verb in _ASKING and low_at(clause.words, at + 1) == "to"
    if earlier and is_asked and not wanted and references.companies(earlier[0].subject_text):
        return word, earlier[0].subject_text  # Acme is contesting a decision by the body, which ordered it to pay
    before = references.here[-1] if references.here and not wanted else None
    candidates: list[str] = []
    for each in reversed(earlier):
        candidates = [noun for noun in nouns_after(each) if is_plural(noun) == wanted and not noun.startswith("not ")]
        if not wanted:  # sought protection, founded Acme in a garage: neither is what it then means
            candidates = [noun for noun in candidates if " " in noun and noun.split()[-1] not in TIMES]
            apart = rf"\b(?:in|from|at|with|under|by|near) (?:{'|'.join(map(re.escape, candidates))})\b"
            inside = {match[0].partition(" ")[2] for match in re.finditer(apart, each.after_verb)} if candidates else ()
            candidates = [noun for noun in candidates if noun not in inside]
        firms = [name for name in references.cast.names(each.after_verb) if name.kind == "companies"]
        if candidates or wanted:
            break
        if firms and firms[0].name not in references.companies(subject):
            return word, references.cast.short(firms[0].name)  # acquired Acme for $3 million and loaded it with debt
    is_told = before is not None and before.kind == "companies" and before.text not in subject
    sues = clause.group.verb in ("sue", "fine", "acquire", "invest")  # a dispute with Acme, which had sued it
    if earlier and before is not None and is_told and (earlier[-1].group.passive or not candidates or sues):
        return word, before.text  # Acme was delisted when its boss took it private
    if not candidates:
        candidates = [each.text for each in (*references.subjects, *references.objects) if each.kind != "people"]
    is_deal = candidates and re.search(" (?:takeover by|purchase of|sale of) ", candidates[0])
    if not wanted and is_deal and (whole := references.told.of_deal("deal", subject)):  # expects to complete it
        return word, whole
    fitting = [each for each in candidates if each and each not in subject and subject not in each]
    if clause.group.verb == "value":
        fitting = [each for each in fitting if not is_measure(each)]  # net income jumped. A round valued it at $4m
    fitting = [each for each in fitting if is_plural(each) == wanted and each.lower() not in _PRONOUNS]
    found = fitting[0] if len(fitting) == 1 else ""
    is_name = bool(references.cast.names(found)) or found in (each.text for each in references.objects)
    return word, the(found) if " " in found or is_name else found.lower()  # Exports; not Acme, turned down by banks
