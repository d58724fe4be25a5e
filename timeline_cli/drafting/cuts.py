"""What a title leaves out at its end and between its phrases, and where one that is too long is cut.

Owns: these borders. Drops only what is certainly no part of the news: brackets, a measure said again in another unit,
who said it, and in a long title what describes a name. Cuts at the last border of a phrase that fits, never between a
verb and its object or a number and its limit; where that is not certain, words stay. Does not: know dates or clauses.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from timeline_cli.dates.in_text.english_words import NUMBERS
from timeline_cli.drafting.descriptions import LOCAL
from timeline_cli.drafting.endings import ended, tidy
from timeline_cli.drafting.inflection import forms
from timeline_cli.drafting.lexicon import (
    COMPANY_NOUNS,
    DETERMINERS,
    NO_NOUNS,
    PREPOSITIONS,
    any_of,
)

Pairs = Iterable[tuple[str, str]]  # what a text says, and what is written for it
MAX_TITLE = 100  # characters
LONGEST_TITLE = 130  # of one that would lose what its verb or a noun needs
_LEAST = 30  # characters that say something
_ENOUGH = 55  # if fewer are left, it is cut before of or that as well

_ASIDE = re.compile(
    r"\s(?:since|already|then)(?=,)|"
    r",\sat (?:(?:an?|the|its|their) (?:\w+ )?)?meetings? of [^,]*,(?= to )|"
    r",\sat (?:the|its|their|an?) (?:\w+ ){0,3}[Mm]eeting(?: to be held)?,(?= (?:for|to|of)\b)|"
    r",\sas [a-z]+ed(?=,|$)|\s(?:last|this) fiscal\b(?! year)|\shere\b"
    r"|\s+\([^()]*\)|,?\s*\b(?:among (?:others|other things)|inter alia)\b,?|,\s[^,]* times as \w+$"
    r"|:\s(?:one|it|they|we)\b.*$|,\spayable\s[^,]*$"
    r"|(?<=[\w%]),\s+or\s+(?:about\s)?[^\s,]*\d(?:[^,]|,(?=\d))*?(?:,|$|(?=\sfrom\s))"
    r"|,\s+[a-z]+ of (?:them|which|whom|those)\b.*$|,?\s+according to\b.*$"
    r"|,\s+(?:[\w-]+ ){0,3}(?:accounts|data|figures|filings?|papers) show\w*\b.*$"
)
# Fined Acme, the owner of the mill, $4 million.
_APPOSED = re.compile(r"(?<=[A-Z])(\w+), (?:the|an?) [^,]{5,90}, (?=[$€£¥₩₹]\d)")
_TRAILING = re.compile(
    r",?\s+(?:citing|(?<=, )and with (?:it|them)|said|(?<=, )says|in (?:a|an) (?:\w+ )?(?:filing|statement|interview)|"
    r"saying|noting|without (?:giving|naming|saying|specifying|elaborating)|adding that|which|in what|"
    r"a move|a step|a bet|a blow|a sign|a gamble|as (?:it|they|he|she|did|do|does|had|has|was|were))\b.*$",
    re.DOTALL,
)


# A second verb or clause: tripled its sales, opened in Rome; settled and hope to pull.
_SECOND = re.compile(
    r",\s(?:and|but)\s(?:in|by|on|since)\s(?:[A-Z]\w+\s)?\d{4}\s\w|,\s(?P<verb>[a-z]+)\s(?!by\b|at\b|as\b)"
    r"|,\sand\sto\s|\sand\s(?P<now>makes|sells|employs|runs|owns|operates|concentrates|focuses|speciali[sz]es)\s|\sand\s(?:hope|plan|aim|want|expect|intend|seek)s?\sto\s"
)


def without_asides(text: str, verb_end: int) -> str:
    """Without brackets, or $2 per share, some of them in Spain, what only says who said it, and a second verb."""
    text = _APPOSED.sub(r"\1 ", _ASIDE.sub("", text))
    found = _TRAILING.search(text)
    least = verb_end if found is not None and re.search(" in what|without|and with", found[0]) else 25
    text = text[: found.start()] if found is not None and found.start() > least else text
    is_over = text.partition(" ")[0] in forms().past.keys() | {"was", "were"}
    for found in _SECOND.finditer(text, verb_end):
        if is_over if found["now"] else not found["verb"] or found["verb"] in forms().past:
            return text[: found.start()]  # was founded in 1921 | and makes trams
    return text


_SMALL = rf"(?!(?:{any_of(PREPOSITIONS | DETERMINERS | {'and', 'to', 'when'})})\b)[a-z][\w-]*"
_KIND = rf"(?:(?:{LOCAL.pattern}) )?(?:{_SMALL} ){{0,2}}?(?:{COMPANY_NOUNS}|rival|affiliate|partner|subsidiary)"
_OF_OFFICE = rf"Chief|Vice|Deputy|Managing|Executive|Prime|F[a-z]+|Operating|Technology|{LOCAL.pattern}"
_OFFICE = rf"(?:(?:{_OF_OFFICE}) )*(?:President|Chairman|Officer|Director|Minister|Secretary)"
_AHEAD = rf"^ | (?:to (?!the\b|an?\b)[a-z]+|{any_of(PREPOSITIONS)}|[a-z]+ing) "
_DESCRIPTION = re.compile(rf"(?P<ahead>{_AHEAD})(?:the )?(?:{_KIND}|{_OFFICE}) (?=[A-Z])")
_OCCASION = re.compile(
    r" at (?:the|its|an?) (?:[\w-]+ ){0,3}(?:meeting|show|conference|fair|forum)(?= (?:to|with|for|on) )"
)


def bare(text: str, verb_end: int) -> str:
    """Without what describes a name after the verb or a preposition: to German carmaker Acme → to Acme."""
    return text[:verb_end] + _OCCASION.sub("", _DESCRIPTION.sub(r"\g<ahead>", text[verb_end:]))


_WHERE = re.compile(
    r"\s(?=(?:in|at|for|with|from|on|between|against|over|near|by)\s|to\s(?:the|an?|its|[A-Z]\S*)\s|"
    r"(?<=[a-z]\s)[a-z]+ing\s(?:in|at|for|on)\s)"  # its affiliates specializing in chips
)


_NO_HEAD = re.compile(r'(?:ing|\b(?:and|or))$|\b(?:that|which|who|when)\b|[,"]|--')


def heads(subject: str, body: str) -> Iterator[str]:
    """A subject without its last phrases, longest first: a plant for cells in Rome → a plant for cells, a plant."""
    says = re.search(r"[A-Z]", body) is not None
    for cut in reversed(list(_WHERE.finditer(subject))):
        head, rest = subject[: cut.start()], subject[cut.end() :].partition(" ")[2]
        is_name = head.rpartition(" ")[2][:1].isupper() and rest[:1].isupper()  # Bank for International Settlements
        is_named = re.search(r"[a-z].*[A-Z]|['’]s\s|: ", head) or not re.search("[A-Z]", rest)
        is_named = is_named or (says and head.startswith(("A ", "An ")))  # A judge in Rome fined Acme
        if is_named and not is_name and not _NO_HEAD.search(head):
            yield without_participle(head, 0)


_BORDER = re.compile(
    r"(?P<comma>,\s(?!(?:19|20)\d\d\b))|\s[—–]\s"
    r"|\s(?=(?:in|at|for|with|on|under|into|over|against|across|within|until|till|since|during|near|outside|"
    r"after|before|"
    r"amid|because|despite|if|unless|following|while|when|as|and|but|including|worth|through|between|without|among|due|"
    r"thanks|owing|along|together)\s)"
    r"|\s(?=(?:to|by|from)\s(?!\S*\d|\w+ (?:notch|level|percent)))"
)
_WEAK = re.compile(rf"{_BORDER.pattern}|\s(?=(?:of|that|[a-z]+ing)\s)")
# What a cut would part, with the cut as ¦.
_TOGETHER = re.compile(
    r"¦ (?:[bmtr]+illion|crore|lakh|per ?cent|at (?:risk|stake)|in (?:place|talks|charge)|[$€£¥\d]|in \w+ing\b)|"
    # Food ¦ and Drug Administration; between Rome ¦ and Turin; Rome, Turin ¦ and Milan
    r"\bthe (?:[A-Z][\w.]* )*[A-Z]\w+¦ and |\b(?:Secretary|Department|Bank)¦ (?:for|of) |"
    r"(?:for|of) [A-Z]\w+¦ and [A-Z]|\b(?:between|both|either)\s(?:(?!\band\b)(?:[^,]|,(?=\d)))*¦|"
    r"¦,\s(?!(?:an?|the)\b)[a-z-]+(?:\s[a-z-]+)?\sand\s(?:the\s)?[a-z-]+(?:[\s,.]|$)|"
    r",\s(?!(?:an?|the)\b)[a-z-]+(?:\s[a-z-]+)?¦ and (?:the\s)?[a-z-]+(?:[\s,.]|$)|"
    r",\s[A-Z]\S*(?:\s[A-Z]\S*){,2}¦ and [A-Z]|¦, [A-Z]\S*(?:\s[A-Z]\S*){,2}(?:(?<=,)|\sand)\s[A-Z]|"
    # asked Acme ¦ to pay; were hit ¦ by; to dispense ¦ with; merge Acme ¦ with
    r"\b(?:ask|invite|allow|enable|force|require|authori[sz]e|persuade|urge|oblige|permit|expect|cause|help|order)"
    r"(?:e?[sd])?\b(?!.*\sto\s[^¦]*¦).*¦.*\sto (?!(?:the|its?|an?)\b)[a-z]|"
    r"\b(?:stop|prevent|keep|block|bar|ban)(?:s|p?ed|p?ing)?\b[^¦]*¦ from\s|"
    r"\b(?:is|are|was|were|been|be) [a-z]+¦ (?:by|with|from|for|into)\s|\bmerge\s(?!.*\swith\s.*¦).*¦.*\swith\s|"
    r"\bto (?!the\b)[a-z]+¦ (?!(?:in|at|on|and|or|but|as|when|while|since|until|after|before|during|because|due)\s)|"
    # up ¦ to 4%; subject ¦ to approval; such ¦ as
    r"\b(?:closest|up|aimed|out|subject|such|as|according|due|because|instead|well|close|ahead|prior|thanks|"
    r"compared|based|along|"
    r"more|less|not|only|half|saying|as (?:\w+ly|far|soon|much|many|long|well|high|low|part)|be \w+|start(?:s|ed)?|"
    r"beg[aiu]ns?|stop(?:s|ped)?|resumed?|consider(?:s|ed)?|against an? \w+|charged|accused|quarter|is|are|was|were|"
    r"in (?:connection|favou?r|response|addition|order|exchange|hopes|return)|its (?:\w+est|best|first)(?: \w+)?|"
    rf"(?:to|on|for|until) \d\d?|{'|'.join(sorted(NUMBERS.keys() - DETERMINERS))})¦(?!, )"
)
# What a cut leaves of a phrase: with loans, and the original developer, the first president.
_BEGUN = re.compile(
    r"(?<=.{30}),?\s(?:(?:with|by|as)(?:\sthe)?\s[a-z][\w-]*|and\s(?:the|an?|its|leaving|putting|making)"
    r"(?:\s[a-z][\w-]*){1,2}|(?<=,\s)the (?:first|second|third|last|only|\w+est) [a-z]+)$"
)
# What lost what it is of: launched the Spark, a family | of cars; sees 4 tonnes at a cost | of $3.
_OF_LOST = re.compile(
    r"(?<=.{30})(?:,\s(?:(?:an?|one|the)\s[a-z]+|[a-z]+ing\s[^,]*)|\sat an?\s[^,]*|\srepresenting\s[^,]{,60})$"
)
# What is left out whole if its end does not fit: in a dispute ¦ over pay, making it one of the first ¦ on the market.
_HALF = re.compile(
    r"(?<=.{30})(?:,\s(?:[a-z]+ing(?:\s[\w-]+){,2}|(?:making\s\w+\sone|with|its|the\s[a-z]+\shaving)\s[^,]*)|"
    r"\s(?:(?:after|following|amid|because of|due to|through|over)\s(?:(?:the|an?|its)\s)?[a-z]+(?:\sof\s[a-z]+)?|"
    r"for\s[a-z]+ings?(?: in its [a-z]+)?|in\s(?:an?\s(?:dispute|row|inquiry|attempt|effort|case)|patients)|"
    r"on\s(?:concern|fear|hope|expectation|worrie|sign|report)s))$"
)


def shortened(text: str, verb_end: int, most: int = MAX_TITLE) -> str:
    """At most `most` characters, if a phrase after the verb ends there."""
    if len(text) <= most:
        return text
    least = max(_LEAST, verb_end)
    for border, start in ((_BORDER, least), (_WEAK, least), (re.compile(r"\s"), least + 15)):
        cuts = [cut for cut in border.finditer(text, start) if cut.start() <= most and _may_end(text, cut.start())]
        lengths = {cut: len(ended(text[: cut.start()], verb_end)) for cut in cuts}
        cuts = [cut for cut in cuts if lengths[cut] > verb_end - (cut[0] == ", ")]
        cuts = [cut for cut in cuts if not text.startswith(" from ", lengths[cut]) or _may_end(text, lengths[cut])]
        if cuts and (cuts[-1].start() >= _ENOUGH or border is not _BORDER):
            at = next((cut for cut in reversed(cuts) if cut[0] == ", " and cut.start() >= 2 * _LEAST), cuts[-1])
            at = cuts[-1] if text[at.end()] in "$€£" else at  # fined Acme, the bank, $4 million
            if at[0] == ", ":
                return tidy(re.sub(r"(?<=.{30}), (?:the|an?) [A-Z]\w+$", "", text[: at.start()]))
            whole = without_participle(ended(text[: at.start()], verb_end), least)
            whole = _OF_LOST.sub("", whole) if text.startswith(" of ", at.start()) else whole
            whole = whole.removesuffix(" together")
            begun = (_OPEN.match(text, at.start()) and _HALF.search(whole, verb_end)) or _BEGUN.search(whole)
            return tidy(whole[: begun.start()] if begun is not None and _may_end(whole, begun.start()) else whole)
    comma, ends = text.find(", ", max(verb_end, most)), _BORDER.search(text, verb_end)
    whole = text if comma < 0 else text[:comma]
    return tidy(whole if ends is None or len(whole) < most + 30 else text[: ends.start()])


def _may_end(text: str, at: int) -> bool:
    """Whether a phrase ends there: not up to, nor to develop and, serious and lasting, Germany, France and Italy."""
    joint, known = re.match(r" (?:and|but) ([a-z]+)", text[at:]), forms()
    if joint is not None and joint[1] not in NO_NOUNS | NUMBERS.keys() | known.base:
        return joint[1] in known.past.keys() | known.third.keys() | known.ing.keys()
    return _TOGETHER.search(f"{text[:at]}¦{text[at:]}") is None


# What a cut leaves out is more than an apposition, a date or why and when.
LOST = re.compile(
    r"(?!, |\s(?:as|because|after|amid|due|thanks|following|despite|when|while|since|during|before)\b|"
    r"\s?(?:(?:in|on|by|from(?: an? \w+)?|since|until|between) )?(?:[A-Z][a-z]+\.? )?[$€£]?\d)."
)
_OPEN = re.compile(rf"(?! (?:and|or|but)\b)(?:{LOST.pattern}| [a-z]+ing\b)")


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
    if not last[-1:].isalnum() or last.lower() in NO_NOUNS | {"little"}:  # ended little changed
        return text
    return re.sub(r" (?:in|at|on|under) [a-z]+$", "", head)  # in papers lodged with a court


def closed(text: str) -> str:
    """Without a quotation mark or bracket whose other half was cut."""
    for opening, closing in (("“", "”"), ("(", ")")):
        if text.count(opening) != text.count(closing):
            text = text.replace(opening, "").replace(closing, "")
    text = re.sub(r"(?<= )['‘](?=\w)(?!.*['’](?:\W|$))", "", text)
    return text.replace('"', "") if text.count('"') % 2 else text
