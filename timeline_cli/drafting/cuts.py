"""What a title leaves out at its end and between its phrases, and where one of more than 100 characters is cut.

Owns: these borders. Drops only what is certainly no part of the news: brackets, a measure said again in another unit,
who said it, and in a long title what describes a name. Cuts at the last border of a phrase that fits, never between a
verb and its object or a number and its limit; where that is not certain, words stay. Does not: know dates or clauses.
"""

from __future__ import annotations

import re
from functools import cache

from timeline_cli.dates.in_text.english_words import NUMBER, NUMBERS
from timeline_cli.drafting.descriptions import LOCAL
from timeline_cli.drafting.inflection import forms
from timeline_cli.drafting.lexicon import ADVERBS, COMPANY_NOUNS, DETERMINERS, NO_NOUNS, PREPOSITIONS, STRONG, word_set

MAX_TITLE = 100  # characters
_LEAST = 30  # characters that say something
_ENOUGH = 70  # if fewer are left, it is cut before of or that as well

_ASIDE = re.compile(
    r"\s(?:since|already|then)(?=,)|\s+in the (?:corresponding|same|year-ago|comparable) (?:quarter|period|year|month)"
    r"(?: of (?:the )?(?:previous|last|preceding|prior) \w+)?|\s(?:last|this) fiscal\b(?! year)|\shere\b"
    r"|\s+\([^()]*\)|,?\s*\b(?:among (?:others|other things)|inter alia)\b,?|,\s[^,]* times as \w+$"
    r"|:\s(?:one|it|they|we)\b.*$|,\spayable\s[^,]*$"
    r"|(?<=[\w%]),\s+or\s+(?:about\s|some\s|roughly\s|around\s)?[^\s,]*\d(?:[^,]|,(?=\d))*?(?:,|$|(?=\sfrom\s))"
    r"|,\s+(?:some|most|many|all|both|two|each|one|half) of (?:them|which|whom|those)\b.*$|,?\s+according to\b.*$"
    r"|,\s+(?:[\w-]+ ){0,3}(?:accounts|data|figures|filings?|documents|papers|records|Index) show\w*\b.*$"
)
_TRAILING = re.compile(
    r",?\s+(?:citing|said|in (?:a|an) (?:\w+ )?(?:filing|statement|interview)|saying|noting|adding that|which|in what|"
    r"a move|a step|as (?:it|they|he|she|did|do|does|had|has|was|were))\b.*$",
    re.DOTALL,
)


# A second verb or clause: tripled its sales, opened in Rome; settled and hope to pull.
_SECOND = re.compile(
    r",\s(?:and|but)\s(?:in|by|on|since)\s(?:[A-Z]\w+\s)?\d{4}\s\w|,\s(?P<verb>[a-z]+)\s(?!by\b|at\b|as\b)"
    r"|,\sand\sto\s|\sand\s(?:hope|plan|aim|want|expect|intend|seek)s?\sto\s"
)
_GOES_ON = re.compile(r"[^,]*,(?= (?:in|at|to|from|for) )")  # an outlet, called Bolt, in Rome


def without_asides(text: str, verb_end: int) -> str:
    """Without brackets, or $2 per share, some of them in Spain, what only says who said it, and a second verb."""
    text = _ASIDE.sub("", text)
    found = _TRAILING.search(text)
    text = text[: found.start()] if found is not None and found.start() > 25 else text
    for found in _SECOND.finditer(text, verb_end):
        if not found["verb"] or found["verb"] in forms().past:
            rest = _GOES_ON.match(text, found.end())
            return text[: found.start()] + (text[rest.end() :] if rest is not None else "")
    return text


def tidy(text: str) -> str:
    text = re.sub(r"\s+([,.;:)])", r"\1", " ".join(text.split()))
    text = re.sub(r"(?:,\s*){2,}", ", ", text).strip(" ,;:.—–-")
    text = re.sub(r"^([^,]*), (in (?:[A-Z]\w+ )?\d{4})$", r"\1 \2", text)  # bought it, in 2019
    return f"{text}." if re.search(r"\b[A-Z]\.[A-Z]$", text) else text


_UNFINISHED = word_set("and or but to till least most just only both including shortly largely mainly partly solely")
_UNFINISHED |= PREPOSITIONS | DETERMINERS | STRONG
_PARTICLES = word_set("down up off over out in on back away through together apart ahead twice")
# What is left at the end where a date or a clause was: two years after, ending on May 3, with a report due in June, a
# deal signed last year, at 4 p.m. Eastern time.
_LEFT = re.compile(
    r"(?:\sat the (?:latest|earliest)|\swith (?:immediate )?effect|"
    r"\s(?:in|over|for|during) the (?:\w+ )?(?:fiscal year|years?|months|weeks|quarter|period)(?: end(?:ed|ing))?|"
    r"(?<! o[fn])\sthe year|"
    r",\s(?:[a-z]+ing \w+ )?(?:(?:its|their|his|her|the|about|almost|nearly) )?"
    r"(?:\w{3,}est|best|worst|most|least|first|last|twice|double|half)|"
    r"\s(?:after|before|by|without|while) [a-z]+ing|,\s[a-z]+ing|"
    r"\s(?:(?:Eastern|Pacific|Central|local)(?: (?:Standard|Daylight))? [Tt]ime|(?<!\d )(?:[ECMP][SD]?T|GMT))|"
    r",\s(?:\w+ly (?:planned|scheduled|expected|due)|with .* (?:due|[a-z]+ing)|"
    rf"(?:a|{NUMBER}) (?:few )?(?:day|week|month|year)s?)|(?<!\bfall)(?<!\bfalls)(?<!\bfell)\sdue)$"
)


_WHOLE = re.compile(r"each other|one another|br[eo]a?ke?n? even|(?:go|stay) on|step further|not own")


def ended(text: str, verb_end: int) -> str:
    """Without words at the end that begin something; down in stepped down, right after the verb, is none."""
    while True:
        left = _LEFT.search(text, verb_end)
        text = text[: left.start()] if left is not None else text
        head, _, last = text.rpartition(" ")
        if last not in _UNFINISHED | ADVERBS - _PARTICLES or not head:
            return text
        if len(head) <= verb_end and last in ("still", "first", "further", "again", "both", "itself"):
            return text
        before = head.rpartition(" ")[2]
        is_count = last == "more" and (before[:1].isdigit() or before in NUMBERS)
        if is_count or last == "each" or _WHOLE.fullmatch(f"{before} {last}"):
            return text  # boxes of nine each, will add four more
        if last.lower() in _PARTICLES and (len(head) <= verb_end or last.lower() not in ("in", "on")):
            return text
        text = tidy(head)


@cache
def _description() -> re.Pattern[str]:
    small = rf"(?!(?:{'|'.join(PREPOSITIONS | DETERMINERS | {'and', 'to'})})\b)[a-z][\w-]*"
    kind = rf"(?:(?:{LOCAL.pattern}) )?(?:{small} ){{0,2}}?(?:{COMPANY_NOUNS}|rival|affiliate|partner|subsidiary)"
    of_office = rf"Chief|Vice|Deputy|Managing|Executive|Prime|F[a-z]+|Operating|Technology|{LOCAL.pattern}"
    office = rf"(?:(?:{of_office}) )*(?:President|Chairman|Officer|Director|Minister|Secretary)"
    ahead = rf"^ | (?:to (?:{'|'.join(forms().base)})|{'|'.join(PREPOSITIONS)}|[a-z]+ing) "
    return re.compile(rf"(?P<ahead>{ahead})(?:the )?(?:{kind}|{office}) (?=[A-Z])")


_OCCASION = re.compile(
    r" at (?:the|its|an?) (?:[\w-]+ ){0,3}(?:meeting|show|conference|fair|forum)(?= (?:to|with|for|on) )"
)


def bare(text: str, verb_end: int) -> str:
    """Without what describes a name after the verb or a preposition: to German carmaker Acme → to Acme."""
    return text[:verb_end] + _OCCASION.sub("", _description().sub(r"\g<ahead>", text[verb_end:]))


_BORDER = re.compile(
    r"(?P<comma>,\s(?!(?:19|20)\d\d\b))|\s[—–]\s"
    r"|\s(?=(?:in|at|for|with|on|under|into|over|against|across|within|until|till|since|during|near|outside|after|before|"
    r"amid|because|despite|following|while|when|as|and|but|including|worth|through|between|without|among|due|thanks|owing)\s)"
    r"|\s(?=(?:to|by|from)\s(?!\S*\d|\w+ (?:notch|level|percent)))"
)
_WEAK = re.compile(rf"{_BORDER.pattern}|\s(?=(?:of|that|[a-z]+ing)\s)")
# Words that belong to what follows: up to 4%, subject to approval, such as, between Rome and Turin.
_HELD = re.compile(
    r"\b(?:up|out|subject|such|as|according|due|because|instead|well|close|ahead|prior|thanks|compared|based|along|more|"
    r"less|not|only|half|saying|as (?:\w+ly|far|soon|much|many|long|well|high|low|part)|be \w+|"
    r"start(?:s|ed)?|beg[aiu]ns?|stop(?:s|ped)?|resumed?|consider(?:s|ed)?|"
    r"against an? \w+|in (?:connection|favou?r|response|addition|order)|charged|accused|quarter|half|"
    rf"is|are|was|were|its (?:\w+est|best|first)(?: \w+)?|(?:to|on|for|until) \d\d?|"
    rf"{'|'.join(sorted(NUMBERS.keys() - DETERMINERS))})$"
)
_PAIR = re.compile(r"\b(?:between|both|either)\s(?:(?!\band\b)[^,])*$")
_NAMES = re.compile(r"[A-Z]\S*(?:\s[A-Z]\S*){,2}(?:(?<=,)|\sand)\s[A-Z]")
_LIST = re.compile(r",\s[A-Z]\S*(?:\s[A-Z]\S*){,2}$")
_ASKED = re.compile(
    r"\b(?:ask|invite|allow|enable|force|require|authori[sz]e|persuade|urge|oblige|permit)(?:e?[sd])?\b"
)
_FIRST = re.compile(r",\sthe (?:first|second|third|last|only|\w+est) [a-z]+$")  # the first president | from outside
# What a cut leaves of a phrase: with loans, and the original developer.
_BEGUN = re.compile(
    r"(?<=.{30}),?\s(?:(?:with|by|as)(?:\sthe)?\s[a-z][\w-]*|and\s(?:the|an?|its|leaving|putting|making)(?:\s[a-z][\w-]*){1,2})$"
)


def shortened(text: str, verb_end: int) -> str:
    """At most 100 characters, if a phrase after the verb ends there."""
    if len(text) <= MAX_TITLE:
        return text
    least = max(_LEAST, verb_end + 1)
    for border, start in ((_BORDER, least), (_WEAK, least), (re.compile(r"\s"), least + 15)):
        found = border.finditer(text, start)
        cuts = [cut for cut in found if cut.start() <= MAX_TITLE and _may_end(text[: cut.start()], cut)]
        if cuts and (cuts[-1].start() >= _ENOUGH or border is not _BORDER):
            at = next((cut for cut in reversed(cuts) if _is_strong(cut) and cut.start() >= 2 * _LEAST), cuts[-1])
            at = cuts[-1] if text[at.end()] in "$€£" else at  # fined Acme, the bank, $4 million
            kept = text[: at.start()]
            whole = kept if _is_strong(at) else without_participle(ended(kept, verb_end), least)
            begun = None if _is_strong(at) else _BEGUN.search(whole) or _FIRST.search(whole, least)
            head = whole if begun is None else without_participle(whole[: begun.start()], least)
            return tidy(whole if _HELD.search(head) else head)
    comma, ends = text.find(", ", max(verb_end, MAX_TITLE)), _BORDER.search(text, verb_end)
    whole = text if comma < 0 else text[:comma]
    return tidy(whole if ends is None or len(whole) < MAX_TITLE + 30 else text[: ends.start()])


_SCALE = re.compile(r"(?:[bmtr]+illion|crore|lakh|per ?cent)\b")
_BODY = re.compile(r"\bthe (?:[A-Z][\w.]* )*[A-Z]\w+$")  # the U.S. Food | and Drug Administration


def _may_end(ahead: str, cut: re.Match[str]) -> bool:
    """Whether a phrase ends there: not up to, nor to develop and, serious and lasting, Germany, France and Italy."""
    after = cut.string[cut.end() :]
    if _SCALE.match(after) or (after.startswith("and ") and _BODY.search(ahead)):
        return False
    is_listed = _NAMES.match(after) if cut[0] == ", " else re.match(r"and [A-Z]", after) and _LIST.search(ahead)
    if _PAIR.search(ahead) or is_listed:
        return False
    infinitive = re.match(r"to ([a-z]+)\b", after)
    if infinitive is not None and infinitive[1] in forms().base and _ASKED.search(cut.string):
        return False
    joint = re.match(r"(?:and|but) ([a-z]+)", after)
    if joint is not None:
        known = forms()
        return joint[1] in NO_NOUNS | NUMBERS.keys() | known.past.keys() | known.third.keys() | known.base
    return cut[0] == ", " or not _HELD.search(ahead)


def _is_strong(cut: re.Match[str]) -> bool:
    """Whether all that follows goes together: an apposition, a second verb."""
    second = re.match(r"(?:and|but) ([a-z]+)\s", cut.string[cut.end() :])
    return cut[0] == ", " or (second is not None and second[1] in forms().base)


# Not won, the currency, nor what is a noun as well.
_PARTICIPLE = re.compile(
    r",?\s(?:first\s)?(?P<verb>(?!(?:won|forecast|bid|cut|split|cost)\b)[a-z]+)"
    r"(?:\s(?:up|off|out|down|over|in|to [a-z]+))?$"
)


def without_participle(text: str, least: int) -> str:
    """Without one at the end, after a noun, that lost what it governs or its date: a fund managed, a deal signed."""
    found = _PARTICIPLE.search(text, least)
    head = text[: found.start()] if found is not None else text
    if found is None or not (found["verb"] in forms().participle or re.match(r"\w{3,}ed$", found["verb"])):
        return text
    last = head.rpartition(" ")[2]
    if not last[-1:].isalnum() or last.lower() in NO_NOUNS:
        return text
    return re.sub(r" (?:in|at|on|under) [a-z]+$", "", head)  # in papers lodged with a court


def closed(text: str) -> str:
    """Without a quotation mark or bracket whose other half was cut."""
    for opening, closing in (("“", "”"), ("(", ")")):
        if text.count(opening) != text.count(closing):
            text = text.replace(opening, "").replace(closing, "")
    return text.replace('"', "") if text.count('"') % 2 else text
