"""What the text told before, for what it speaks of as known: the plant → the Suzhou plant, the deal → whose it is.

Owns: that memory. Does not: know companies or people.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from timeline_cli.dates.in_text.english_words import MONTH, WEEKDAY
from timeline_cli.drafting.acts import ACTS, acted, deal
from timeline_cli.drafting.clause import Clause
from timeline_cli.drafting.group import low_at
from timeline_cli.drafting.lexicon import BE, OUTSIDE_NOUNS, PREPOSITIONS, any_of, word_set
from timeline_cli.drafting.measures import is_bare, is_staff, possessive
from timeline_cli.drafting.name_words import NATIONALITIES
from timeline_cli.drafting.nouns import NUMBER, THE, of_counted

# Nouns that are said for each other at a later mention: things, and acts, of which the text may just have told another.
_THINGS = (
    "plant factory facility mill works smelter refinery site hatchery brewery distillery shipyard gigafactory",
    "building center centre warehouse headquarters hall hub",
    "project farm development pipeline mine railway",
    "programme program scheme",
    "ship vessel tanker ferry freighter bulker",
    "unit business arm division subsidiary",
)
_ACTS = (
    "deal acquisition takeover purchase transaction merger buyout agreement pact tie-up contract order",
    "ruling decision verdict judgment judgement",
    "offer bid approach proposal",
    "strike walkout stoppage",
    "fine penalty",
    "round financing funding Series.[A-H]",
)
_SAME_AS = {word: [each for each in row.split() if each != word] for row in _THINGS + _ACTS for word in row.split()}
_IS_ACT = frozenset(" ".join(_ACTS).split())
# Words that do not say which one it is.
_WHICHEVER = word_set(
    "new same other whole entire first second third last latest next current former old big bigger major key "
    "final proposed planned separate similar joint whose two three four five such"
)
_OTHERS = word_set("sister neighbouring neighboring rival competing")
_NO_THINGS = word_set(
    "year month week day quarter period time end start price rest public market country city town state region world "
    "way party parties past future same summer winter spring autumn crisis"
)
_NO_LINK = any_of(
    PREPOSITIONS | BE | word_set("that which who when while and or to as said has had will its their his her")
)
_NAME = (
    rf"(?!{MONTH}|{WEEKDAY})[A-Z][\w&-]*"
    rf"(?:['’]s?(?:(?: [A-Z][\w-]*){{2,4}}|(?: (?!(?:{_NO_LINK})\b)[\w-]+){{1,4}}))?(?![\w'’-])"
)
_TAIL = re.compile(
    rf"\s(?:of|with|from|for|in|at|near|between|off)\s(?:(?!(?:{_NO_LINK})\b)[a-z-]+\s(?:in\s)?){{0,4}}?"
    rf"{_NAME}(?:\s(?:and\s)?{_NAME}|\s\d+(?![.,]?\d|\s[a-z]))*(?!\s\d)|"
    r",\s(?:(?:(?:which|that) (?:is|was|will be) |to be )?"
    r"(?:known|sold|marketed|launched) as )?"
    r"(?P<name>(?:the )?(?!(?:M[rs]|Mrs|Dr)\b)[A-Z][\w&-]*(?:\s[A-Z\d][\w&-]*)*)(?=[,.])"
)
# An order for 85 electric trucks | worth $4 million.
_GOODS_TAIL = re.compile(
    rf"\s(?:for|of|on)\s(?:(?:about|some|up to|another)\s)?(?:\d[\d,]*\s|(?!(?:{_NO_LINK})\b)[a-z-]+\s)?"
    rf"(?:(?!(?:{_NO_LINK}|worth|valued|each)\b)[a-z-]+\s){{0,3}}?(?!(?:{_NO_LINK}|years|months|weeks|days)\b)[a-z-]{{4,}}s"
    rf"(?![\w-])(?!\s(?!(?:{_NO_LINK}|worth|valued|each|a)\b)[a-z])"
)
_MORE = re.compile(rf"(?:\s(?!(?:{_NO_LINK})\b)[a-z-]+){{1,2}}(?:\sof\s{_NAME})?")  # in the Acme | industrial zone
_MONEY = re.compile(
    r"[A-Z]*[$€£¥][\d.,]+(?:m|mn|bn)?(?:[ -][mb]illion)?(?:-\w+)? |[\d.,]+[ -][mb]illion[ -](?:\w+ )?(?=\w)"
)
_BEFORE = frozenset(("a", "an", "its", "their", "the", "his", "her"))


@dataclass
class Told:
    """The last sentence, and some 3,000 characters before it; the deal that the first ones report."""

    last: str = ""
    far: str = ""
    deal: tuple[str, str, str] | None = None  # the act, of what, by whom

    def add(self, sentence: str, firms: Sequence[tuple[int, str]]) -> None:
        """`firms` are the companies of the sentence, with where they end."""
        if self.deal is None and self.far.count(". ") < 2:
            self.deal = deal(sentence, firms)
        self.far, self.last = f"{self.far} {self.last}"[-3000:], sentence

    def whole(self, text: str, clause: Clause, firms: str = "") -> str:
        """A thing spoken of as known, as the text said it first; any other text as it is.

        `firms` are companies that the title names already.
        """
        begin = clause.begin if firms or clause.first else clause.words[clause.group.first].begin  # the car, sold as A1
        before = f"{self.last} {clause.sentence.text[:begin]}"
        if some := of_counted(text, before):
            return some
        if re.fullmatch(r"(?:the )?(?:completion|closing)", text, re.IGNORECASE) and (
            of := self.of_deal("deal", firms)
        ):
            return f"{text} of {of}"
        if of := _of_thing(text, clause, before, self.far, firms):
            return of
        if self.deal and self.deal[0] == "sale" and _BIDS.fullmatch(text):
            what = re.sub(rf"^{re.escape(possessive(self.deal[2]))}(?= )", "its", self.deal[1])
            return f"{text} for {what}"  # first-round bids for its mill are due
        noun = re.fullmatch(rf"(.* (?:of|from|in|at|for|on|to) )?{THE} ((?:[a-z-]+ )?(?:[a-z-]+|[A-Z]{{2,4}}))", text)
        if noun is None or is_staff(noun[2]) or is_bare(noun[2]):
            return _ordered(text, f"{self.far} {before}") or text
        found = first_mention(noun[2], before, self.far) or acted(noun[2], before)
        found = found or acted(noun[2], f"{self.far} {before}", ACTS[2:]) or _ordered(text, f"{self.far} {before}")
        if self.deal and (
            all(each in before for each in self.deal[1:]) or not _is_other(noun[2], found, clause, before)
        ):
            found = self.of_deal(noun[2], firms) or found
        return (noun[1] or "") + found if found else text

    def of_deal(self, noun: str, firms: str) -> str:
        """The deal → Bolt's purchase of Acme; the takeover by Bolt if the title already names Acme."""
        act, what, by = self.deal or ("", "", "")
        is_bid = noun in _ACTS[2].split() and act == "takeover"
        acts = ["sale"] * (act == "sale") + ["purchase", "acquisition", "takeover"]
        if not act or noun not in ("deal", "transaction", *acts, *[noun] * is_bid):
            return ""
        if what in firms:
            return "" if act == "sale" or by in firms else f"the {noun if is_bid else 'takeover'} by {by}"
        owner = "the" if firms or act == "sale" else possessive(by)
        return f"{owner} {noun if noun in acts or is_bid else acts[0]} {'for' if is_bid else 'of'} {what}"


# What was ordered, for what it is called later: 85 electric trucks, the vehicles.
_MADE = (
    r"aircraft|buses|cars|carriers|containers|cranes|elevators|ferries|helicopters|jets|lifts|locomotives|machines|"
    r"planes|robots|satellites|sets|ships|tankers|tractors|trainsets|trains|trams|trucks|turbines|units|vans|vehicles|"
    r"vessels|wagons"
)
_FLEET = re.compile(rf"[Tt]he (?:(?P<nth>(?:first|last)(?: \w+)?)\s(?:{_MADE}|vehicle|vessel|ship|unit)|{_MADE})")
_ORDER = re.compile(
    r"\b(?:(?:orders?|contract|options|agreement)\s(?:[^.;,]{0,60}?\s)?(?:for(?: the supply of)?|of|on|"
    r"to (?:supply|build))|"
    r"(?:order(?:s|ed|ing)|(?:agree[sd]?|plans?|contract) to (?:buy|build|supply|deliver)))\s(?:another\s|up to\s)?"
    rf"(?P<many>{NUMBER}\s(?:(?!(?:{_NO_LINK})\b)[\w-]+\s){{0,4}}?(?:{_MADE}))\b(?!\sto\b|\s(?!(?:{_NO_LINK}|worth|a)\b)[a-z])"
)


def _ordered(text: str, told: str) -> str:
    """The vehicles → the 85 electric trucks, the first → the first of these; empty if not one order was told of."""
    named = _FLEET.fullmatch(text)
    found = {match["many"] for match in _ORDER.finditer(told)} if named is not None else set()
    if named is None or len(found) != 1:
        return ""
    return f"the {named['nth']} of the {found.pop()}" if named["nth"] else f"the {found.pop()}"


_BIDS = re.compile(
    r"(?:the )?(?:(?:first|second|final|initial|binding|non-binding|indicative)(?:[ -]round)? )?(?:bids|offers)", re.I
)


def _is_other(noun: str, found: str, clause: Clause, before: str) -> bool:
    """Whether a deal may be another than that of the article: one already mentioned, named, or of another year."""
    if re.search("[A-Z]", found) or (clause.group.tense == "past" and re.search(r"\b(?:19|20)\d\d\b", clause.text)):
        return True
    same = "|".join((noun, *_SAME_AS.get(noun, ())))
    told = rf"\b(?:an?|another|new|previous|earlier) (?:[\w.£$€-]*\w ){{0,4}}?(?:{same})\b"
    return re.search(told, before) is not None


# Acts said alone, and how they are joined to the site or the goods that they are of.
_SITES = f"{_THINGS[0]} {_THINGS[2]}".split()
_GOODS = word_set(
    "pump car drug medicine vehicle jet aircraft phone tablet truck tractor engine scooter bike robot bus train tram "
    "locomotive vessel tanker loader satellite turbine helicopter"
)
_GOODS |= {f"{each}{'es' if each == 'bus' else 's'}" for each in _GOODS}
_JOINED = ("of construction commissioning development", "for hiring recruitment budget", "at production operations")
_JOINTS = {act: joint for joint, *acts in map(str.split, _JOINED) for act in acts}
_ACT = rf"(?:(?:series|commercial) |the (?=budget))?({'|'.join(_JOINTS)}|deliveries)"
ACT_ALONE = re.compile(rf"(?:^|(?<=\bon )|(?<=\b(?:begin|start) )|(?<=\bresume )){_ACT}(?=$|[,.;]|\s(?:in|by|on|at)\s)")
_COUNTING = word_set("be fall rise drop grow reach total increase")  # production as a measure
_PLACED = re.compile(rf"\b(?:in|at|near) (?!{MONTH})[A-Z]")


def _of_thing(text: str, clause: Clause, before: str, far: str, firms: str) -> str:
    """Construction → construction of the Rome plant, if that is the only site of which the text tells."""
    act = re.fullmatch(_ACT, text, re.IGNORECASE)
    is_of = text in clause.subject_text and low_at(clause.words, clause.subject[1]) in ("of", "on", "at", "for")
    is_of |= re.match(r"(?:At|In) [A-Z]", clause.text) is not None  # At the Rome plant, construction began: said there
    is_of |= text.lower().endswith("production") and clause.group.verb in _COUNTING
    is_of |= not {*_SITES}.isdisjoint(clause.subject_text.lower().split())  # a plant in Rome is to start production
    if act is None or is_of or clause.opens == "where" or (clause.is_relative and clause.has_subject):
        return ""
    of_site = _JOINTS.get(act[1].lower(), "") if not _PLACED.search(clause.after_verb) else ""
    of_goods = "of" if act[1].lower() in ("production", "development", "deliveries") else ""
    for heads, joint in ((_SITES, of_site), (_GOODS, of_goods)):
        if not joint:
            continue
        for told in (before, f"{far} {before}"):
            if found := {each for head in heads for each in _described(head, told)}:
                whole, is_long = found.pop(), heads is _GOODS
                is_long |= len(whole) > 42
                whole = re.sub(r"(?<=[a-z]) (?:of|in|at|near|off|between) .*", "", whole) if is_long else whole
                is_one = not found and " " in whole[4:] and whole not in firms
                return f"{text} {joint} {whole}" if is_one else ""
    return ""


def first_mention(noun: str, before: str, told: str) -> str:
    """What the text says of a thing where it names it first: the plant → the Suzhou plant; empty if unclear.

    `before` is the last sentence and this one so far, `told` what is before these.
    """
    for head in (noun, *_SAME_AS.get(noun, ())) if noun not in _NO_THINGS | _WHICHEVER else ():
        is_near = head != noun and noun in _IS_ACT and not {head, noun} <= {"order", "contract"}
        near, far = _described(head, before), [] if is_near else _described(head, told)
        if head != noun:  # the Merger Agreement is no merger
            near, far = ([each for each in made if noun not in each.lower().split()] for made in (near, far))
        for found in ({*near, *far}, {*near}):
            if len(found) == 1:
                return found.pop()
        if near or far:
            return ""
    return ""


def _described(noun: str, text: str) -> list[str]:
    """The mentions of a noun in a text, with the words that say which one it is."""
    made = []
    for match in re.finditer(rf"\b{noun}\b(?!-|\s{noun})", text, re.IGNORECASE):
        if match[0].istitle() and re.match(r"\s[A-Z]", text[match.end() :]):
            continue  # the Takeover Panel is no takeover
        ahead = text[max(match.start() - 80, 0) : match.start()].split()[-7:]
        is_pair = len(ahead) > 2 and ahead[-2] == "and" and ahead[-3].islower()
        within = OUTSIDE_NOUNS - {"and"} if is_pair else OUTSIDE_NOUNS
        at = next((at for at in range(len(ahead) - 1, -1, -1) if ahead[at].lower() in within), -1)
        inner, is_noun = ahead[at + 1 :], at >= 0 and ahead[at].lower() in _BEFORE
        counts = (at for at, word in enumerate(inner) if word.isdigit() and not (at and inner[at - 1][0].isupper()))
        many = inner[at:] if (at := next(counts, -1)) >= 0 else []
        if many and noun.endswith("s"):  # ordered 30 Acme jets
            inner, is_noun = many, True
        tail = _TAIL.match(text, match.end())
        more = _MORE.match(text, tail.end()) if tail is not None and re.search(" (?:the|an?) ", tail[0]) else None
        if more is not None and tail is not None and re.search(" an? ", tail[0]):
            tail = None  # from a Danish | maker
        is_origin = tail is not None and tail[0].split()[-1].lower() in NATIONALITIES
        if is_origin and tail is not None and more is None and re.match(r"\s[a-z]", text[tail.end() :]):
            tail = None  # in eleven European | countries
        if any(word.lower() in _OTHERS for word in inner):
            continue  # a sister plant in Rome
        if not is_noun or any(word[-1] in ',;:.—)”"' for word in inner):
            continue
        says = [w for w in inner if w.lower() not in _WHICHEVER and not (w[0].islower() and w.endswith(("'s", "’s")))]
        tail = tail or (_GOODS_TAIL.match(text, match.end()) if noun in _IS_ACT and not says else None)
        if tail is not None and tail.re is _TAIL and tail["name"]:
            made.append(f"the {match[0]} {tail['name'].removeprefix('the ')}" if " as " in tail[0] else tail["name"])
        elif says or tail is not None or match[0].lower() != noun:
            is_named = noun not in _IS_ACT and any(word[0].isupper() for word in says if word not in NATIONALITIES)
            says = says[: says.index("and") - 1] if is_named and "and" in says else says  # the Acme solar and wind farm
            whole = " ".join(["the", *says, match[0]])
            whole = _MONEY.sub("", whole) if is_named or tail is not None else whole
            ends = f"{tail[0]}{more[0] if more is not None else ''}" if tail is not None else ""
            made.append(whole + ("" if is_named else ends))
    return made
