"""The text of a title without relative dates: last year says nothing in a timeline.

Owns: which dates a title keeps, and what goes with those that it loses. Does not: know where a title ends.
"""

from __future__ import annotations

import re

from timeline_cli.dates.in_text.english_words import MONTH, MONTHS
from timeline_cli.dates.in_text.moment import Expression
from timeline_cli.drafting.clause import Clause
from timeline_cli.drafting.cuts import without_participle
from timeline_cli.drafting.lexicon import COMMODITIES, NO_NOUNS, PERCENT, PREPOSITIONS, word_set
from timeline_cli.drafting.undoing import is_new_day

RELATIVE = re.compile(
    r"\b(?:ago|last|next|this|today|yesterday|tomorrow|tonight|now|monday|tuesday|wednesday|thursday|friday|"
    r"saturday|sunday|week|recently|earlier|before|that)\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"(?:,?\s*\b(?:with effect from|on|in|at|by|since|during|of|for|from|until|till|late|early|earlier|later|"
    r"over|as early as|"
    r"as soon as|no later than|as of|so far|the|through(?!\s+(?:in|on|by)\b)|to|between|before|after|at least|"
    r"starting|beginning|(?:shortly|soon|(?<=ed )(?:days|weeks|hours))(?= (?:before|after)\b)|"
    r"(?<!legally )(?<!become )(?<!becomes )effective|"
    r"well into|deep into|around|about|approximately|sometime|some time|only|just|ahead of|that|"
    r"(?<=ed )back(?= in\b))\b)*\s*(?:,\s*)?$",
    re.IGNORECASE,
)
# Of take over on October 1, which belongs to the verb.
_PARTICLE = re.compile(
    r"\s(?:over|on|in|off|out|up|down|back)(?=\s(?:only\s|just\s)?(?:on|in|at|by|from|since|until|through|that|last)\b)"
    r"|(?<=pencilled)\sin\b|(?:(?<=fell)|(?<=fall)|(?<=came)|(?<=come)|(?<=comes)|(?<=went))\sthrough\b"
)
_BEFORE_NOW = re.compile(r"\b(?:earlier|ago|before|last|same|now|previous|preceding)\b")
_LATER = re.compile(r"\b(?:later|earlier|before|ago)$")
# A comparison with an earlier time, of which the title keeps nothing.
_COMPARISON = re.compile(
    r",?\s*(?:compared (?:with|to)|versus|against(?=\s(?:\S*\d|an?\s|the\ssame\b|last\b))|"
    rf"(?:(?:(?<=, )(?:up|down)(?!\s\S*\d\S*{PERCENT}\sfrom\s)|"
    rf"(?:[^\s,]+{PERCENT}|[^\s,]+ (?:[^\s,]|,(?=\d))+|(?<=, )\S+%) (?:more|fewer|less|higher|lower|better|worse)"
    r"(?!\sfrom\s(?:an?|the|its|their)\s(?!year|same)))\s)"  # not: two more from a yard
    r"(?:\S+\s){0,4}?(?:from|than(?!\s\S*\d))|"
    r"than(?!\s\w+(?:ed|fold)\b|\s\S*\d)|from(?=\s+(?:the\s+same\s|a\s+year|last|\S*\d)))\s+(?:\S+\s){0,5}$|"
    r",\s(?:up|down)\s(?:\S+\s){1,3}since\s(?:the\s)?$|"
    rf",?\s\S+{PERCENT}\s(?:below|above)\s(?:the\s)?$"
)


def without_dates(
    clause: Clause, begin: int, end: int, dates: list[Expression], verb_end: int, strict: bool = False
) -> str:
    """The text from `begin` to `end` without relative dates and the prepositions before them; absolute ones stay.

    It ends before `and` if what follows has another date: Spain in May and Italy in June. With `strict`, and where
    something is moved to another day, relative dates are written as dates instead.
    """
    text = clause.sentence.text
    pieces, position = [], begin
    inside = [each for each in dates if begin <= each.begin and each.end <= end]
    for number, each in enumerate(inside):
        kept = text[position : each.begin]
        if each.begin < position or each.end > end or not _is_relative(each, text, kept, clause.group.tense):
            continue
        follows = inside[number + 1] if number + 1 < len(inside) else None
        if follows and follows.link == "joined" and not _is_relative(follows, text, "", clause.group.tense):
            continue  # April to June 2026
        is_period = _is_period(each, text)
        if _needs_more(each, kept, text[each.end : end], is_period):
            continue
        if each.text == "now" and kept.endswith(", ") and re.match(r"\s[a-z]", text[each.end : end]):
            pieces.append(kept.rstrip())  # Ada Byron, now chief of Acme
            position = each.end
            continue
        is_waited = clause.negated and re.search(r"\b(?:before|after|until|till) $", kept)  # not before next spring
        is_record = each.link == "since" and _RECORD.search(kept)
        if strict or (each.point and (is_waited or is_record or is_new_day(clause, each))):
            pieces += [kept, _absolute(each, kept)]
            position = each.end
            continue
        before = inside[number - 1].end if number else begin
        joint = text[before : each.begin]
        if not is_period and before > position and joint != " and " and _SECOND.match(joint):
            end = before  # 30 per cent by 2027 and 32 per cent two years later
            break
        verb_ends = verb_end + begin - position  # in what is kept
        particle = _PARTICLE.match(kept + each.text, verb_ends) if verb_ends >= 0 else None
        start = max(_kept(kept, each.text), particle.end() if particle is not None else 0)
        after = _AFTER.match(text, each.end)
        ahead = kept if is_period else kept[:start]
        is_whole = clause.group.verb in ("end", "finish", "begin", "start") and kept.count(" ") == 1
        if position == begin and is_whole and not RELATIVE.search(each.text):
            continue  # ended December with 17 shops
        is_own = clause.group.verb in _OWN and not clause.group.passive
        if not (is_period or is_own) and _ENDS.match(text[each.end : end]):
            ahead = without_participle(ahead, max(verb_ends, 0))  # a deal signed last year
        pieces.append(ahead)
        position = after.end() if after is not None else each.end
        if follows and follows.link == "joined" and not is_new_day(clause, follows):
            position = follows.begin  # a report for January–May
        if not is_period and re.match(r"\s*,.{,12}$", kept[len(ahead) :]):
            position += text[position : position + 1] == ","  # by power cuts and, since April, by a dispute
            if position < end and re.search(r",\s(?!.*\band$)", ahead):
                pieces.append(",")  # a small firm, Acme, four years ago for $1 million
        elif is_period and after is not None and not re.search(r"\b(?:its|their|the|an?)\s$", kept):
            pieces.append("the")  # for Saturday's trip
        if not is_period and follows and _SECOND.match(text[position : follows.begin]):
            end = position
    return " ".join(piece.strip() for piece in (*pieces, text[position:end]))


def _needs_more(each: Expression, before: str, after: str, is_period: bool) -> bool:
    """Whether a date stays for what is around it: a jump in March revenue, minutes after liftoff, first-half profit."""
    if is_period:
        return RELATIVE.search(each.text) is None
    if _OF_MEASURE.match(after) and re.search(r"\bin $", before):
        return True
    if _IN_SEASON.match(after) and re.search("spring|summer|autumn|winter|fall", each.text):
        return True
    if each.text.endswith(" after"):
        return re.match(r"\s(?!it\b|they\b|s?he\b|that\b)[a-z]", after) is not None
    return each.text.endswith(" before") and re.match(r"\s(?:the|its|their|his|her|an?)\s", after) is not None


_RECORD = re.compile(
    r"\b(?:the|its|their) (?:(?:\w+est|worst|best|first)\b|most \w+)[^,;]* since (?:the )?$"
)  # lowest since
_IN_SEASON = re.compile(r"\s(?:session|season|term|collection|exhibition|fair|sales?|auctions?|harvest|timetable)\b")


def _absolute(each: Expression, before: str) -> str:
    """A date as one that stays true: Thursday, next month, the end of the year."""
    whole, point = re.match(r"(.*\bof )(?:the|this|last|next) (?:year|month)$", each.text), each.point or ""
    if whole is not None and point:
        return f"{whole[1]}{f'{_MONTHS[int(point[5:7])]} ' if point[5:7].isdigit() else ''}{point[:4]}"
    if len(point) == 7 and before.endswith("the ") and re.search(rf" of {MONTH}$", each.text):
        return f"{each.text} {point[:4]}"  # since the first week of October
    if point and not RELATIVE.search(each.text):
        is_record = before.endswith("since ") and each.text.lower() in MONTHS
        return f"{each.text} {point[:4]}" if is_record else each.text  # the lowest since June 2024; 3 June
    is_day, written = len(point) == 10, re.fullmatch(r"(\d{4})-(\d\d)(?:-(\d\d))?", point)
    if written is not None:
        point = (f"{int(written[3])} " if is_day else "") + f"{_MONTHS[int(written[2])]} {written[1]}"
    has_joint = not point or before.split()[-1:] == ["as"] or before.rstrip().rpartition(" ")[2] in PREPOSITIONS
    return point if has_joint else f"{'on' if is_day else 'in'} {point}"


_MONTHS = {number: name.capitalize() for name, number in reversed(MONTHS.items())}  # the long name of each
_AFTER = re.compile(
    r"['’]s|\s+(?:(?:(?:early|morning|afternoon|late) )?trad(?:e|ing)|under review|alone|"
    r"(?:(?:[A-Z]\w+ )?[A-Z]\w+|local) (?:Standard |Daylight )?[Tt]ime|[ECMP][SD]?T|GMT|"
    r"[CEW]E?S?T|[BIJKS]ST|AES?T|UTC)\b|"
    r"\s+of (?:the (?:\w+ ){0,2}(?:fiscal|year)|(?:19|20)\d\d)\b|"
    r",\s(?:the|its|an?)\s(?:\w+\s){0,3}(?:day|week|month|date|anniversary|birthday|eve)\b[^,]*"
)
# What another date follows that is not that of the verb: and Italy in June, Italy in June.
_SECOND = re.compile(r",?\sand\b|,\s(?:[A-Z][\w’'&-]*\s){1,3}(?:[a-z]+\s){,2}$")
_OWN = word_set("have get see keep leave find want need order hear feel report")  # has its accounts audited
_ENDS = re.compile(r"$|[,.;:]|\s(?:and|in|on|at(?!\s\S*\d)|near|that|which)\s|\sto\s[a-z]")


def _kept(before: str, date: str) -> int:
    """How much stays of the text before a date: not its prepositions, nor a comparison with that time."""
    compared = _COMPARISON.search(before)
    is_past = _BEFORE_NOW.search(date) or (
        compared and re.match(r"[\s,]*(?:versus|compared|against|(?:up|down)\b.*\bsince\b)", compared[0])
    )
    cut = (compared if is_past else None) or _BEFORE.search(before)
    return cut.start() if cut is not None else len(before)


def _is_relative(each: Expression, text: str, before: str, tense: str) -> bool:
    """Whether a date says nothing without the day of the article, or without its year."""
    has_day = RELATIVE.search(each.text) is not None
    if re.match(r"\sthan\b", text[each.end :]) or _KEPT.search(before):
        return False  # two weeks later than planned
    if not has_day and each.text.isalpha() and re.search(r"\ba [a-z]+ $", before):
        return False  # after a strong spring
    if not has_day and (re.search(r"\ban? $", before) or _UNTIL.search(f"{each.link} {each.text}")):
        return False  # an October so mild; will stay until the end of August
    if tense == "perfect" and each.link == "since" and not has_day:
        return False  # have halved since May
    if _AS.search(before) and re.match(r"\sas\s", text[each.end :]):
        return False
    if before.endswith((" for ", " of ")) and each.text.lower() in MONTHS and _GOODS.match(text, each.end):
        return False  # is looking for October petrol
    if each.anchored or _LATER.search(each.text):
        return True
    if re.search(r"\d{4}[-–/]$", text[: each.begin]):
        return False  # 2024/25
    if each.type == "DURATION":  # over the next two years
        joints = "over|during|so far|in" if each.text.endswith("year") else "over|during|so far"
        return has_day and re.search(rf"\b(?:{joints})\s+$", before) is not None
    return each.type in ("DATE", "TIME") and (has_day or not re.search(r"\d{4}", each.text))


# most recently in 2019, gave it until May, the biggest deal of the year; as recently as 2019, fixed May 20 as the day
_KEPT = re.compile(
    r"\b(?:most|every|each) $|\b(?:g[ai]ven?|ha[ds]|have) .*until (?:the )?$|\b(?:\w+[er]st|most|only)\b[^,]* of $"
)
_GOODS = re.compile(rf"\s(?:[a-z]+ )?{COMMODITIES}\b")
_AS = re.compile(r"\b(?:as|fix\w*|sets?|choose|chose|names?|named) $")


def _is_period(each: Expression, text: str) -> bool:
    """Whether it belongs to a noun: first-half profit, the July-September period, the January attack."""
    after = r"['’]s|-" if "-" not in each.text else r"\s[a-z]"
    if text[each.begin - 1 : each.begin] == "-" or re.match(after, text[each.end : each.end + 2]) is not None:
        return True
    is_one = (
        _ONE.match(each.text)
        or _SEASON.match(each.text)
        or re.search(r"\b(?:the|an?|its|their|his|her)\s$", text[: each.begin])
    )
    noun = re.match(r"\s([a-z]+)\b(?<!ed)(?<!ing)(?<!ly)", text[each.end :])
    return is_one is not None and noun is not None and noun[1] not in NO_NOUNS


_OF_MEASURE = re.compile(
    r" (?:net |core |gross |operating )?(?:sales|revenue|profits?|output|exports|deliveries|orders)\b"
)
_UNTIL = re.compile(rf"^(?:until|till|through) .*\b(?:{'|'.join(MONTHS)})\b", re.IGNORECASE)
_SEASON = re.compile(r"(?:summer|winter|spring|autumn)$", re.I)
_ONE = re.compile(r"(?:the|an?) (?:(?:early|late) )?(?:summer|winter|spring|autumn|weekend)$", re.I)
