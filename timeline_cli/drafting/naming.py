"""The company of an event in its title: in front of it, or for the words after the verb that stand for it.

Owns: which titles need it. Does not: know which company it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline_cli.dates.in_text.english_words import MONTH, WEEKDAY
from timeline_cli.drafting.clause import Clause
from timeline_cli.drafting.descriptions import BODIES, DESCRIBED, OWNERS, PERSONAL, PLURAL, SINGULAR
from timeline_cli.drafting.group import TIMES
from timeline_cli.drafting.lexicon import COMPANY_NOUNS, PREPOSITIONS
from timeline_cli.drafting.measures import is_bare, is_staff, possessive, whose
from timeline_cli.drafting.name_patterns import CAPITAL, POST
from timeline_cli.drafting.name_words import NATIONALITIES, NO_COMPANY, PLACES
from timeline_cli.drafting.names import Cast
from timeline_cli.drafting.nouns import NUMBER, SOME, THE, is_plural, nouns_after, of_counted, the
from timeline_cli.drafting.references import References

_NO_NOUN = re.compile(r"the|an?|\w+ly|not|(?:its|their|his|her|in|on|at|for|with|under) .*", re.IGNORECASE)
_ENDS_NAMED = re.compile(rf"(?!.*\s(?:{'|'.join(PREPOSITIONS)})\s)(?:.*\s)?(?P<name>[A-Z][\w&-]*)(?: {COMPANY_NOUNS})?")
# Whose acts need not concern the company that the article is about.
_CROWD = re.compile(
    r"(?:[\w'’-]+ )*?(?:farmers|villagers|residents|retailers|leaders|consumers|tourists|voters|protesters|students|"
    r"carmakers|automakers|airlines|banks|rivals|competitors|governments?|parliament|congress|lawmakers|ministry|"
    r"central bank)(?: (?:of|in) .*)?",
    re.IGNORECASE,
)
_STATE = re.compile(
    rf"(?:[Tt]he )?(?:{'|'.join(sorted(PLACES))}|European Union|EU|U\.S\.|UK|U\.K\.|White House)"
    r"(?:['’]s (?:[\w-]+ )*(?:market|economy|industry|exports|imports|inflation|cabinet|population|"
    r"government|parliament|central bank))?(?: in .*)?|[A-Z][a-z]+ (?:exports|imports|inflation)(?: of .*)?"
)
_MARKET = re.compile(
    r"(?:the )?(?:[\w.’'&-]+ )*?(?:index|average|FTSE|Kospi|S&P|Dow|Nasdaq|Nikkei|DAX|pound|dollar|euro|yen|crude|"
    r"prices|futures|benchmark|retail sales|inflation|unemployment|Treasur(?:y|ies))(?: .*)?",
    re.I,
)
_OF_NAME = re.compile(r"\b(?:in|of|at|for|by) .*[A-Z]|['’]s\b")  # shares in Acme
_OFFICER = re.compile(r"(?:chief|ceo|cfo|coo|finance chief|managing director|chair(?:wo)?man|the chairman)\b", re.I)
# Sentences about others by what they begin with.
_ELSEWHERE = re.compile(r"Elsewhere|In (?:(?:economic|other|related) news|the wider)|On Wall Street")
_NO_NAME = re.compile(
    rf"{BODIES.pattern}|\b(?:officers?|chief|chairman|chairwoman|director|{'|'.join(sorted(NO_COMPANY))})\b", re.I
)


def named(references: References, clause: Clause, subject: str, headline: str, is_of_office: bool) -> str:
    """The subject with its company, for a title that names neither a company nor a person; empty if unclear."""
    cast = references.cast
    kinds = {each.kind for each in cast.names(headline)}
    is_of_office = is_of_office or is_staff(subject)
    is_officer = _OFFICER.match(subject) is not None and not references.companies(subject)
    is_own = (is_bare(subject) or is_staff(subject)) and _OF_NAME.search(subject) is None
    has_name = ("companies" in kinds and not is_officer and not is_own) or ("people" in kinds and not is_of_office)
    if has_name or _NO_NOUN.fullmatch(subject):
        return ""
    company = references.topic(clause, is_bare(subject))
    people = [each.name for each in cast.names(headline) if each.kind == "people"]
    if people and not (is_officer or is_staff(subject)):  # who stepped down: of the company that the text says
        known = next(filter(None, map(cast.registries.people.get, people)), None)
        if known is not None and known.company:
            return whose(subject, cast.short(cast.registries.companies.resolve(known.company)), True)
        posts = {post for each in people for post in cast.posts.get(each, ())}
        if company not in posts and posts != {""} and not POST.search(clause.text if posts else clause.sentence.text):
            return ""
    is_sure = cast.is_titled or references.spoken or references.company_said(clause)
    is_near = bool(references.spoken) or company in references.named
    is_other = (_CROWD.fullmatch(subject) and not is_near) or (_is_named(cast, subject) and not is_bare(subject))
    is_market = _MARKET.fullmatch(subject) or _STATE.fullmatch(subject) or DESCRIBED.fullmatch(subject)
    is_elsewhere = _ELSEWHERE.match(clause.sentence.text) or (is_own and company in references.companies(headline))
    if not company or is_other or is_market or is_elsewhere or ("people" in kinds and not is_sure):
        return ""
    first = re.split(r"['’\s-]", subject)[0]
    is_name = first in cast.within | cast.people.keys() | cast.companies.keys() | PLACES
    is_name = is_name or any(each.begin == 0 for each in cast.names(subject))
    return whose(subject, cast.short(company), is_name or first.lower() in NATIONALITIES)


def _is_named(cast: Cast, subject: str) -> bool:
    """Whether it has a name of an unknown kind, such as that of a product."""
    at = _ENDS_NAMED.fullmatch(re.sub(r" (?:of|in|from) [A-Z].*", "", subject))
    is_name = at is not None and (at["name"] in cast.within or at.start("name") > 0)
    is_known = at is not None and any(each.end >= at.end("name") for each in cast.names(subject))
    return is_name and not (is_known or _NO_NAME.search(subject))


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
        if (spelled := cast.spelled(match[0], subject if len(own) == 1 else "")) != match[0]
    ]
    for match in OWNERS.finditer(text):
        word, firm = match[0].lower(), ""
        if word == "our" and references.leader:
            firm = "its" if references.leader in own else possessive(cast.short(references.leader))
        if word.startswith("the "):
            is_firm = company and references.is_called(match["kind"].lower(), company)
            is_firm = is_firm and (not match["how"] or match["how"][0].isupper())
            firm = cast.short(company).removesuffix(text[match.end() : match.end() + 2]) if is_firm else ""  # Acme's's
        elif word == "its" and not own and (people or is_plural(subject)) and not (made or references.companies(text)):
            near = [each.name for each in cast.names(told) if each.kind == "companies"] if people else []
            firm = possessive(cast.short(near[-1] if near else company)) if near or company else ""
        elif word in ("his", "her") and not people and (person := references.one_meant(word, clause)):
            after = re.match(r"\s(\w+)", text[match.end() :])
            firm = person if after is None or after[1] in PREPOSITIONS else possessive(person)
        if firm:
            made.append((match[0], firm))
    towns = [match[1] for match in _PLACE.finditer(told) if match[1] in (PLACES | cast.towns) - {"May", "March"}]
    ahead = re.search(r"^(?!.*\b(?:in|to) [A-Z]).*\w(?= there\b(?! (?:is|are|was|were|will|has|have)\b))", text)
    if ahead is not None and towns:
        made.append(("there", f"in {towns[-1]}"))
    for match in _KNOWN.finditer(text):
        whole = references.told.whole(match[0], clause)
        if whole != match[0] and len(whole) < _LONG and all(match[0] not in word for word, _ in made):
            made.append((match[0], whole))
    for match in _COUNT.finditer(f"{clause.group.verb} {text}"):
        some = match["some"] or match["n"]
        whole = of_counted(some, told)
        if whole and whole.rpartition(" ")[2] not in f"{subject} {text}":
            made.append((some, whole))
    return made


_PRONOUNS = SINGULAR | PLURAL | PERSONAL
_PLACE = re.compile(rf"\b(?:in|into|to|from|at|near) ({CAPITAL}(?: {CAPITAL})?)")
# A thing after the verb that is spoken of as known.
_KNOWN = re.compile(
    rf"\b{THE} (?:[a-z-]+ )?[a-z-]+(?=[,.;]|$|\s(?:(?:in|on)\s(?:{MONTH}|{WEEKDAY}|\d)|to \S*\d|"
    r"(?:by|until|since|after|before|next|last|this|from|over|because|when|and)\b))"
)
_LONG = 65  # characters of a noun with what says which it is
# A number without its noun, and what was counted before: shut another 20 by May, after it opened 14 stores.
_COUNT = re.compile(
    r"(?:^(?:\w+ to )?(?:open|close|shut|add|have|cut|run|order|lose|sell|hire|employ|buy|operate|build) "
    rf"(?P<n>{NUMBER})|\b(?P<some>{SOME}))(?=\s(?:in|by|at|next|last|this|since|on|over|before|after)\b|[,.;]|$)"
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
    before = references.here[-1] if references.here and not wanted else None
    candidates: list[str] = []
    for each in reversed(earlier):
        candidates = [noun for noun in nouns_after(each) if is_plural(noun) == wanted]
        if not wanted:  # sought protection, founded Acme in a garage: neither is what it then means
            candidates = [noun for noun in candidates if " " in noun and noun.split()[-1] not in TIMES]
            apart = rf"\b(?:in|from|at|with|under|by|near) (?:{'|'.join(map(re.escape, candidates))})\b"
            inside = {match[0].partition(" ")[2] for match in re.finditer(apart, each.after_verb)} if candidates else ()
            candidates = [noun for noun in candidates if noun not in inside]
        firms = [name for name in references.cast.names(each.after_verb) if name.kind == "companies"]
        if candidates or wanted:
            break
        is_object = (
            firms and re.match(r" (?:an?|the|its)\b", each.after_verb[firms[0].end :]) is None
        )  # lent Acme a sum
        if is_object and firms[0].name not in references.companies(subject):
            return word, references.cast.short(firms[0].name)  # acquired Acme for $3 million and loaded it with debt
    is_told = before is not None and before.kind == "companies" and before.text not in subject
    if earlier and before is not None and is_told and (earlier[-1].group.passive or not candidates):
        return word, before.text  # Acme was delisted when its boss took it private
    if not candidates:
        candidates = [each.text for each in (*references.subjects, *references.objects) if each.kind != "people"]
    fitting = [each for each in candidates if each and each not in subject and subject not in each]
    fitting = [each for each in fitting if is_plural(each) == wanted and each.lower() not in _PRONOUNS]
    found = fitting[0] if len(fitting) == 1 else ""
    return word, the(found) if " " in found or references.cast.names(found) else found.lower()
