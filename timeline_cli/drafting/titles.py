"""The title of a drafted event: the words of its clause, without who said it and relative dates.

Owns: that text, from the subject to the end of what the verb governs, in the tense of a headline.
Moves only a place at the start of the clause, and what a relative clause is of. Does not: add words,
other than what a pronoun or which stands for.
"""

from __future__ import annotations

import re

from timeline_cli.dates.in_text.english_words import MONTH, NUMBERS, WEEKDAY
from timeline_cli.dates.in_text.moment import Expression
from timeline_cli.drafting.antecedents import noun_before
from timeline_cli.drafting.clause import Clause
from timeline_cli.drafting.cuts import MAX_TITLE, Pairs, closed, without_asides
from timeline_cli.drafting.endings import ended, tidy
from timeline_cli.drafting.fitting import fitted
from timeline_cli.drafting.group import is_adverb
from timeline_cli.drafting.inflection import forms, past_of
from timeline_cli.drafting.lexicon import DETERMINERS, GLAD, PARTICLES, PREPOSITIONS, TEMPORAL, any_of, word_set
from timeline_cli.drafting.name_words import NAME_PARTICLES
from timeline_cli.drafting.nouns import is_plural, the
from timeline_cli.drafting.relative import has_object, is_bare_gerund
from timeline_cli.drafting.undated import RELATIVE, without_dates
from timeline_cli.text import clean

_FORMER = re.compile(r"(?P<who>\b(?:its|their|the|an?) |['’]s? )former (?=(?P<next>\w))", re.IGNORECASE)
_LEAVING = word_set("leave quit depart resign retire step")
_OPENING = re.compile(r"^(?:also|then|now|and|but|only (?:after|when|once))\s+", re.IGNORECASE)
_ONLY = re.compile(r"\bonly (?:after|when|once) (?:the |an? )?$")
_INVERTED = re.compile(r"\s(?:did|does|do)\s(?=[\w’'-]+\s).*$")
_EXPECTED = word_set("expected anticipated planned scheduled targeted")
# The meeting is on May 2: nothing without its date; others only with one that stays true.
_DATED = word_set("is are was were be been set due fixed scheduled slated pencilled penciled")
_LACKING = word_set(
    "expected planned anticipated targeted wanted pencilled honoured valid running report reports lost won"
)


def title(clause: Clause, subject: str, dates: list[Expression], known: Pairs, end: int, spare: Pairs) -> str:
    """The title of a clause whose subject is `subject`, up to character `end`, with dates placed in the sentence.

    `known` are words after the verb that stand for something, and what that is; `spare` are as in `fitted`.
    """
    start, text = _begin(clause), clause.sentence.text
    verb = clause.words[clause.group.last - 1]
    verb_end = verb.end - start
    body = without_dates(clause, start, end, dates, verb_end)
    body, verb_end = _with_antecedent(body, clause, start), len(without_dates(clause, start, verb.end, dates, verb_end))
    if clause.tail[0] < clause.tail[1]:
        first, last = clause.words[clause.tail[0]], clause.words[clause.tail[1] - 1]
        rest = without_dates(clause, first.begin, last.end, dates, 0)
        body = f"{body} {rest[:1].lower() + rest[1:] if clause.is_inverted else rest}"
    is_true = not any(RELATIVE.search(each.text) for each in dates if start <= each.begin < end)
    is_bare = body[verb_end:].partition(",")[0].strip() in ("", "down", "back", "in") and text[verb.end :][:1] != ","
    was_ahead = clause.group.tense == "future" and clause.words[clause.group.first].low in ("was", "were")
    needs = verb.low in _DATED or clause.group.verb in ("run", "last", "serve", "take") or was_ahead
    if is_bare and (needs or (verb.low in _LACKING and is_true)):
        body = without_dates(clause, start, end, dates, verb_end, strict=True)
    for word, name in known:
        body = re.sub(rf"\b{re.escape(word)}\b", name.replace("\\", r"\\"), body, count=1)
    body = body.partition(";")[0]
    if _OPENING.search(text[clause.begin : start]) or _ONLY.search(text[: clause.begin]):
        body = _INVERTED.sub("", body)  # only after the bank agreed did it reopen
    finite = _finite(body, clause, subject)
    body, verb_end = finite, verb_end + len(finite) - len(body)
    after = text[end:].lstrip()[:1]
    last_words = " ".join(text[:end].split(" ")[-3:]) if after and after in '.;"”' else ""
    body = ended(tidy(without_asides(tidy(body), verb_end)), verb_end, last_words)
    subject = _FORMER.sub(_still, subject) if clause.group.verb in _LEAVING and clause.opens == "who" else subject
    words = _DATED_CLAUSE.sub("", _OPENING.sub("", tidy(subject))) + ("," if subject.endswith(",") else "")
    words += ":" if clause.words[clause.group.first].text == ":" else ""  # Net sales: €4 million
    if [each.low for each in clause.words[clause.subject[1] :][:2]] == [",", "adjusted"]:
        words = re.sub(r"(\S+)$", r"adjusted \1", words)  # earnings, adjusted for gains
    made = fitted(words, _DESCRIBED.sub(r"\g<own>", words), _placed(body, clause, len(words)), verb_end, spare)
    return clean(closed(made[:1].upper() + made[1:]))


def _still(match: re.Match[str]) -> str:
    """Who was not yet former: a former executive left in 2023 → an executive."""
    is_vowel = match["next"].lower() in "aeiou"
    return match["who"] if match["who"].strip().lower() not in ("a", "an") else "an " if is_vowel else "a "


def _begin(clause: Clause) -> int:
    """The first character of the verb, with adverbs before it that are not about time: nearly collapsed."""
    first = clause.group.first
    floor = max(clause.first, clause.subject[1])
    while first > floor and is_adverb(clause.words[first - 1]) and clause.words[first - 1].low not in TEMPORAL:
        first -= 1
    first -= 2 * (clause.words[first - 1].low == "than")
    return clause.words[first].begin


def _placed(body: str, clause: Clause, length: int) -> str:
    """With the place at the start of the clause at its end, before a date: In Spain, Acme closed two plants."""
    ahead = clause.sentence.text[clause.begin : clause.words[clause.subject[0]].begin] if clause.has_subject else ""
    place, (head, comma, rest) = _PLACE.search(ahead), body.partition(", ")
    if place is None or _PLACED.search(body) or (comma and not _MEASURED.match(rest)):
        return body  # hired Ada Byron, 47, as chief; closed mills, shops and plants
    where = re.sub("^[IAN]", lambda match: match[0].lower(), place["where"])
    made = re.sub(r"(?= (?:in|on|by|since) (?:\S+ ){,2}\d{4}$)|$", f" {where}", head, count=1) + comma + rest
    return made if length + 1 + len(made) <= MAX_TITLE else body


def _with_antecedent(body: str, clause: Clause, start: int) -> str:
    """With the noun before a relative clause as its object: a buyback that Acme launched in March."""
    if clause.subject[0] < clause.subject[1] < clause.first - 1:
        return body  # construction of which began, in its subject
    is_where = clause.opens == "where"
    joint = clause.words[clause.antecedent[0] - 1 if is_where else clause.first - 2].low
    joint = "in" if is_where and joint == "on" and clause.words[clause.antecedent[0]].is_name else joint  # depends on
    noun = clause.part(clause.antecedent)
    noun = re.sub(r"^(?:The|An?)\b", lambda match: match[0].lower(), noun) if " " in noun else noun
    if clause.antecedent == (0, 1) and (noun == "Repairs" or noun.lower() in forms().third):
        noun = noun.lower()  # Repairs, for which Acme was hired
    start_of_noun = clause.antecedent[0]
    if start_of_noun > 1 and noun.startswith(("the ", "a ", "an ")) and clause.words[start_of_noun - 1].text == ",":
        named = (noun_before(clause.words, start_of_noun - 1, set()), start_of_noun - 1)
        is_name = clause.words[start_of_noun - 2].is_name  # Roma, the label that Acme launched
        noun = f"{clause.part(named)}, {noun}" if is_name and named[0] > 0 else noun
        is_kind = noun in ("a business", "a market", "a segment", "a sector")
        noun = clause.part(named) if is_kind and named[0] > 0 else noun  # wheelchairs, a business it entered
    if clause.is_relative and (is_where or (clause.opens in ("which", "whom") and joint in PREPOSITIONS)):
        is_said = noun in clause.subject_text or _NO_NOUN.search(noun)  # a plant, work on which began
        if is_said or (is_where and joint not in _PLACES):
            return body
        is_part = joint == "of"  # of which it has sold 40 since May
        if is_part and (not clause.object[0] < clause.object[1] or re.search(r"[$€£¥]", noun)):
            return body  # of which $4 million was spent
        bare = is_part and noun[0].islower() and noun.split()[0] not in DETERMINERS | NUMBERS.keys()
        noun, joint = the(noun) if is_part else noun, "" if bare else joint  # 300 cars, four of the nine trams
        at = clause.words[(clause.object if is_part else clause.group)[1] - 1].end - start
        at = at if is_part or _GOES_ON.match(body[at:]) else len(body)  # emerged from it with a new owner
        return f"{body[:at]} {joint} {noun}{body[at:]}".replace("  ", " ")
    last = clause.group.last + is_bare_gerund(clause)
    if clause.group.verb in _GIVING and clause.part(clause.object)[:1].isupper():  # the licence it granted Acme in 2018
        at = clause.words[clause.object[1] - 1].end - start
        return f"{body[:at]} {noun}{body[at:]}"
    goes_on = clause.shares is not None and clause.shares.is_relative and clause.shares.has_subject
    is_whole = has_object(clause) and not _SAME_DAY.match(clause.part(clause.object))  # whom it named the same day
    is_whole |= clause.opens == "whose" or _NO_NOUN.search(noun.partition(" of ")[0]) is not None
    if not (clause.is_relative and (clause.has_subject or goes_on)) or is_whole:
        return body
    ahead = [word.low in PREPOSITIONS for word in clause.words[last : min(last + 2, clause.last)]]
    is_stranded = bool(ahead) and all(ahead)  # a request that the court will rule on in May
    follows = clause.words[min(last + 1, len(clause.words) - 1)]
    is_counted = follows.text[0].isdigit() and follows.text[:2] not in ("19", "20")  # sued over 90 tons
    is_particle = clause.words[min(last, clause.last - 1)].low in (*PARTICLES, "back", "away")
    is_stranded |= is_particle and not is_counted  # that it will give up next year
    is_tried = [word.low == "to" for word in clause.words[last : last + 1]] == [True] and last + 1 < clause.last
    at = clause.words[last - 1 + (2 if is_tried else is_stranded)].end - start  # has been trying to sell the company
    return f"{body[:at]} {noun}{body[at:]}"


_GIVING = word_set("grant award give lend offer pay owe")
_GOES_ON = re.compile(r"\s+(?:in (?:\w+ )?\d{4} )?(?:with|as|under(?! way| construction| review)|after)\s")
_MEASURED = re.compile(r"(?:up|down|compared|\d\S*%|\d\S* (?:per ?cent|pct))\b|\d\S*% ")
_NO_PLACE = r"[HQ]\d|FY|Christmas|Easter|Ramadan|Parliament|Congress"
_NAME = rf"(?:the )?(?!{MONTH}|{_NO_PLACE})[A-Z][\w’'.-]*(?: [A-Z][\w’'.-]*){{,2}}"
_PLACE = re.compile(
    rf"(?:^|, |^On [A-Z]\w+ )(?P<where>(?:[Ii]n|[Nn]ear) {_NAME}(?: and {_NAME}|, {_NAME})?|"
    rf"[Aa]t (?:its (?:[\w-]+ ){{1,3}}(?:in|near) )?{_NAME}),?\s$"
)
_PLACED = re.compile(rf"\b(?:in|at|near|to|into|from|across|outside) (?:\S+ ){{,3}}(?!{MONTH})[A-Z]|\bthere\b")
_SAME_DAY = re.compile(r"the (?:same|next|following|previous) (?:day|week|month|year)\b")
_PLACES = word_set("in at on near")
_NO_NOUN = re.compile(
    rf"\b(?:filing|statement|report|letter|memo|post|interview|notice|call|speech|(?<!-)year|{MONTH}|{WEEKDAY})\b|"
    r"(?<![$€£\d.,])\d+$",
    re.I,
)


def _finite(body: str, clause: Clause, subject: str) -> str:
    """With the auxiliary that the verb shares with one before, or that a participle alone lacks."""
    group = clause.group
    first, _, rest = body.partition(" ")
    whole = _WHOLE.get(first.replace("’", "'"), first)
    if clause.subject_text.lower() == "we" != subject.lower():  # we acquire, we have: Acme acquires, Acme has
        is_base = first in forms().base and not group.modal
        whole = _OF_ONE.get(whole.lower(), _third(first) if is_base else whole)
    first, body = whole, whole + body[len(first) :]
    body = _outright(body)
    is_owner = clause.words[min(group.first + 1, clause.last - 1)].low == "'s"  # since 2019 Acme's chair
    if clause.words[group.first].is_name and not is_owner:
        body = body[:1].lower() + body[1:]
    if clause.words[clause.subject[0] - 1].low == "saw" and group.tense == "past" and first == group.verb:
        return f"{past_of(first)} {rest}"  # Tuesday saw Acme leave
    having = clause.words[group.first - 1].low in ("having", "to") and not group.passive
    rest = rest.partition(" ")[2] if having and first == "have" and group.verb != "have" else rest  # to have hired
    before = clause.words[clause.subject[0] - 1].low
    if (having or before == "did" or first.lower() in forms().ing) and group.tense != "progressive":
        is_ahead = group.tense == "future" and not having  # before adding groceries
        return f"{f'will {group.verb}' if is_ahead else past_of(group.verb)} {rest}"
    if clause.describes or clause.words[group.first - 1].low == "been" or (before in ("was", "were") and group.passive):
        forms_of_be = ("is", "are") if group.tense == "future" or first.lower() in _EXPECTED else ("was", "were")
        auxiliary = forms_of_be[is_plural(subject)]
        lasts = clause.group.verb == "be" or re.search(r"^\w+(?: \w+)? since\b", clause.text) is not None
        if forms_of_be[0] == "was" and (lasts or re.search(r"\bsince (?:\w+ )?\d{4}\b", body)):
            auxiliary = f"{('has', 'have')[is_plural(subject)]} been"  # listed since 2011
        if clause.shares is not None and group.tense == "future" and group.passive:  # will be built and sold
            auxiliary = f"{group.modal or f'{auxiliary} to'} be"
        return f"{auxiliary} {body if is_owner else body[:1].lower() + body[1:]}"
    if group.tense == "future" and first in _AHEAD:  # with deliveries due to begin
        body = f"{('is', 'are')[is_plural(subject)]} {body}"
    if group.modal == "will" and first == "be":  # Not until 2029 will it be closed
        return f"will {body}"
    if group.tense == "future" and first == group.verb != "expect":  # will hold 51 percent and invest more
        body = f"{group.modal or 'to'} {body}"
    return re.sub(
        r"^((?:\w+\s)?)(?:also|now|already|currently|so far|therefore|thus|however|meanwhile)\s",
        r"\1",
        _as_told(body, clause, subject),
    )


_PLEASED_TO = re.compile(rf"(?P<be>is|are|was|were) (?:very )?(?:{any_of(GLAD)}) to (?P<verb>\w+)")


def _outright(body: str) -> str:
    """Is pleased to announce → announces."""
    found = _PLEASED_TO.match(body)
    if found is None or found["verb"] in ("be", "have"):
        return body
    verb = found["verb"] if found["be"] == "are" else _third(found["verb"])
    return (past_of(found["verb"]) if found["be"][0] == "w" else verb) + body[found.end() :]


def _third(verb: str) -> str:
    """Announce → announces."""
    return next((third for third, base in forms().third.items() if base == verb), verb)


def _as_told(body: str, clause: Clause, subject: str) -> str:
    """Without the shift of tense of reported speech: had halted → halted, would sell → will sell."""
    group = clause.group
    is_told = clause.said is not None and not clause.said.is_relative and _DATE.search(clause.said.text) is None
    if group.tense == "future" and is_told:
        body = re.sub(r"^w(as|ere)(?= (?:likely|due|set|expected|scheduled) )", _now, body)  # said it was due to open
    match = re.match(r"(\w+ly )?(had|would) (?!to )(?:already |just |itself )?", body)
    if match is None or (match[2] == "would" and (clause.said is None or group.verb in _WOULD)):
        return body
    ahead, rest = match[1] or "", body[match.end() :]
    if match[2] == "would":
        return f"{ahead}will {rest}"
    if re.search(r"\bsince\b", clause.after_verb):
        return f"{ahead}{('has', 'have')[is_plural(subject)]} {rest}" if clause.said is not None else body
    if rest.startswith("been "):
        return f"{ahead}{('was', 'were')[is_plural(subject)]} {rest.removeprefix('been ')}"
    done, past = clause.words[group.last - 1].text, forms().participle
    if group.verb != "have":
        rest = rest.replace(done, past_of(past[done]), 1) if done in past else rest
    return ahead + rest if group.verb != "have" else body


_DATE = re.compile(r"\b(?:19|20)\d\d\b|\bago\b|\blast\b")  # said in 2019 that it was due to open


def _now(match: re.Match[str]) -> str:
    return "is" if match[1] == "as" else "are"


_WOULD = word_set("consider explore like love prefer welcome need")  # even when nobody says so
_AHEAD = ("due", "set", "expected", "scheduled", "slated", "likely")
_OF_ONE = {"are": "is", "have": "has", "were": "was"}
_WHOLE = {"'s": "is", "'re": "are", "'ve": "have", "'ll": "will"}
# What is left of: the mill that opened last year, the notes due in May.
_DATED_CLAUSE = re.compile(
    r"(?<=[a-z]) (?:that|which|who) .*\b(?:this|last|next) (?:year|month|week|quarter)\b.*|"
    r"(?<=[a-z]) (?:due|payable|maturing|expiring)$"
)
# Words before a name that say what it is: Danish toymaker Acme.
_JOINTS = "|".join(sorted(PREPOSITIONS - {"as"} | {"and", "the", "who", "that"}))
_DESCRIBED = re.compile(
    r"^(?P<own>(?:[A-Z]\S*\s){0,2}[A-Z]\S*[’']s\s(?=chief |chair|managing |finance |founder )|)"
    rf"(?:(?!(?:{_JOINTS}|including)\s)\S+\s)*?"
    rf"(?:(?!(?:{_JOINTS}|{NAME_PARTICLES}|den)\s)[a-z][\w-]+|[A-Z]\w+-based)\s(?=[A-Z])(?!EBIT|EPS\b)"
)
