"""The amounts of a text: €1.6bn, Rs 500 crore, 3 to 4 billion Canadian dollars, 1,200 jobs.

Owns: where an amount is, its scale and unit. A scale is never dropped: what is unclear is no amount. Does not: know
what an amount measures.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from timeline_cli.dates.in_text.english_calendar import number
from timeline_cli.dates.in_text.english_words import NUMBER
from timeline_cli.dates.in_text.moment import Expression
from timeline_cli.drafting.lexicon import PERCENT, any_of, word_set
from timeline_cli.fields.amounts import CURRENCY_CODES, CURRENCY_SIGNS, SCALES, SHORT_SCALES, format_number

_SIGNS = {sign: code for code, sign in CURRENCY_SIGNS.items()} | {
    "US$": "USD", "$US": "USD", "Nkr": "NOK", "NKr": "NOK", "SKr": "SEK", "Skr": "SEK", "DKr": "DKK", "Dkr": "DKK",
    "SFr": "CHF", "SwFr": "CHF", "CN¥": "CNY", "Rs.": "INR", "Rs": "INR", "Rp": "IDR", "RM": "MYR",
    "Dh": "AED", "Dhs": "AED", "F$": "FJD", "T$": "TWD", "N$": "NAD", "J$": "JMD", "AU$": "AUD", "CA$": "CAD",
    "SLRs": "LKR", "KSh": "KES", "Ksh": "KES",
}  # fmt: skip
LETTERS = tuple(sign for sign in _SIGNS if sign.isalpha())  # Nkr of Nkr4.1bn
_ONE_LETTER = {"R": "ZAR", "N": "NGN"}
_LETTER = r"(?:[RN](?=\d[\d.,]*\s?(?:[bmt]n?\b|(?:[mb]|tr)illion\b))|R(?=\d+\.\d\d\b))"  # R4.6bn, R9.40; not N95
_OTHERS = word_set(
    "EGP NGN KES QAR KWD OMR PKR LKR BDT ARS CLP COP PEN RON ISK RSD KZT GEL MAD BHD FJD MNT AZN BGN ETB BWP "
    "MZN AOA NAD JMD MMK LAK KHR GTQ HNL BOB UZS KGS PYG TZS UGX ZMW MWK"
)
CODES = {code: code for code in CURRENCY_CODES | _OTHERS} | {"RMB": "CNY", "TL": "TRY"}
# Those without a code are of several countries.
_MONEY = {
    "dollar": "USD", "euro": "EUR", "pound": "GBP", "sterling": "GBP", "yen": "JPY", "won": "KRW", "yuan": "CNY",
    "renminbi": "CNY", "rupee": "INR", "franc": "CHF", "krona": "SEK", "kronor": "SEK", "koruna": "CZK", "rand": "ZAR",
    "baht": "THB", "ringgit": "MYR", "zloty": "PLN", "lira": "TRY", "dong": "VND", "rupiah": "IDR", "reais": "BRL",
    "shekel": "ILS", "ruble": "RUB", "rouble": "RUB", "hryvnia": "UAH", "forint": "HUF", "kronur": "ISK",
    "lari": "GEL", "tenge": "KZT", "tugrik": "MNT", "manat": "AZN", "leu": "RON", "lei": "RON",
    "lev": "BGN", "leva": "BGN", "birr": "ETB", "pula": "BWP", "metical": "MZN", "meticais": "MZN",
    "kwanza": "AOA", "kyat": "MMK", "kip": "LAK", "riel": "KHR", "quetzal": "GTQ", "lempira": "HNL",
    "boliviano": "BOB", "soum": "UZS", "som": "KGS",
    **dict.fromkeys(word_set("shilling kwacha peso crown krone kroner riyal dirham dinar naira taka"), ""),
}  # fmt: skip
_SHARED = word_set("dollar pound rupee franc krona lira peso crown krone kroner riyal dirham dinar")
_COUNTRIES = {
    "U.S.": "USD", "US": "USD", "American": "USD", "Canadian": "CAD", "Australian": "AUD", "New Zealand": "NZD",
    "Hong Kong": "HKD", "Singapore": "SGD", "Taiwan": "TWD", "New Taiwan": "TWD", "Swiss": "CHF", "British": "GBP",
    "Swedish": "SEK", "Norwegian": "NOK", "Danish": "DKK", "Czech": "CZK", "Mexican": "MXN", "Philippine": "PHP",
    "Saudi": "SAR", "UAE": "AED", "Emirati": "AED", "Turkish": "TRY", "Indian": "INR",
}  # fmt: skip
_LETTERS = {"k": "thousand", "m": "million", "b": "billion", "t": "trillion"}
_INDIAN = {"lakh crore": 12, "crore": 7, "lakh": 5}  # powers of ten
_LONG = "|".join((*_INDIAN, *SCALES, *SHORT_SCALES))
# 1,200, 136 000, 2·5; R3,9.
_GROUPS = r"\d{1,3}(?:,\d{3})+|\d{1,3}(?:(?:[\u00a0\u202f]\d{3})+|(?: \d{3})* 000)(?![\d.,])"
_NUMBER = rf"(?:{_GROUPS}|\d+)(?:[.·]\d+|,\d{{1,2}}(?![\d,]))?(?![.,·]?\d)"
# Nouns after a letter such as m, which may be metres before others.
_MANY = (
    r"employees|workers|jobs|units|vehicles|cars|trucks|phones|smartphones|shares|barrels|tons|tonnes|homes|customers|"
    r"subscribers|users|passengers|households|members|orders|tablets|doses|"
    r"lit(?:re|er)s|copies|visitors|tickets|downloads|bottles|parcels|guests"
)
# The last one is any plural noun, with up to two words before it.
_UNITS = (
    rf"percentage points?|pence|(?:[a-z]+ )?(?:staff|people|aircraft)|barrels(?: (?:a|per) day)?|(?P<many>{_MANY})|"
    r"wafers(?: (?:a|per) month)?|GWh|MWh|MW|GW|megawatts?|gigawatts?|gigawatt-hours?|"
    r"square[\s-](?:met(?:re|er)s?|f(?:ee|oo)t)|"
    r"EVs|SUVs|(?:(?!(?:in|of|on|at|by|for|to|from|and|or|is|was|has|a|an|the|its|as|per)\b)[a-z][a-z-]+ ){0,2}"
    r"(?!(?:years|months|weeks|days|hours|its|was|has|this|times|minutes|decades|others)\b)[a-z]{2,}[b-rt-z]s"
)
QUALIFIERS = {
    "about": "about", "around": "about", "roughly": "about", "approximately": "about", "some": "about",
    "nearly": "under", "almost": "under", "up to": "under",
    "more than": "over", "over": "over", "at least": "over", "less than": "under", "under": "under",
    "fewer than": "under", "as much as": "under", "as many as": "under", "just over": "over",
    "just under": "under", "close to": "about", "upwards of": "over",
}  # fmt: skip


def _longest_first(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word)))


_CODES = _longest_first(CODES)
_ANY_SIGN = _longest_first([*_SIGNS, *CODES])
_OF_COUNTRY = _longest_first(_COUNTRIES)
_AMOUNT = re.compile(
    rf"(?:\b(?P<q>{_longest_first(QUALIFIERS)})\s+)?(?:an?\s+)?(?<![\w.,$/])(?:(?P<neg>[-−])?(?P<sign>{_ANY_SIGN}|{_LETTER})\s?(?P<minus>(?<![A-Za-z])[-−])?)?"
    rf"(?<![A-Za-z][-‑])(?P<n>{_NUMBER})"  # not COVID-19
    rf"(?:\sof\s(?:its|their|the(?:\s\w+['’]s)?|[A-Z]\w+['’]s)(?:\s\d[\d,]*)?(?=\s))?"
    rf"(?:(?P<pct>{PERCENT})|[\s‑-]?(?P<scale>(?i:{_LONG}))\b"
    rf"|\s?(?P<short>km|[kKMG]Wh?|[MGT]W|[GT]B|p|kg)\b|(?P<letter>[kmbtKMBT])\b|\s(?P<spaced>[kmbtKMBT])\b(?![-&]\w))?"
    rf"(?:\s?(?P<code>{_CODES})\b|[\s‑-](?:(?:(?P<of>{_OF_COUNTRY}|[A-Z][a-z]+)[\s-])?(?P<money>{any_of(_MONEY)})s?|"
    rf"(?:(?:new|additional|electric|full-time|U\.S\.|US|[A-Z][a-z]+(?:[\s-]\d[\w-]*)?)[\s-])*"
    rf"(?P<unit>{_UNITS}))\b)?(?!\w)"
)


# Where a bare $ is not the U.S. dollar, in a text that writes US$ for that one.
_DOLLARS = {
    "CAD": r"Canad\w+|Toronto|Ontario|Quebec|Alberta|Calgary|Vancouver|Montreal|Manitoba|British Columbia",
    "AUD": r"Australia\w*|Sydney|Melbourne|Perth|Brisbane|Adelaide|Queensland|ASX|Townsville",
    "NZD": r"New Zealand|Auckland|Wellington|Christchurch", "SGD": r"Singapore\w*", "HKD": r"Hong Kong",
}  # fmt: skip

# Of crowns or pesos, those of the only such country that a text names.
_NATIONS = {
    "NOK": r"Norw\w+|Oslo", "DKK": "Danish|Denmark|Copenhagen", "SEK": r"Swed\w+|Stockholm", "CZK": "Czech|Prague",
    "CLP": r"Chile\w*", "MXN": r"Mexic\w+", "PHP": "Philippines?|Manila", "ARS": r"Argentin\w+", "COP": r"Colombia\w*",
}  # fmt: skip


_OF_NATION = re.compile(rf"\b({_OF_COUNTRY})[\s-]({any_of(_SHARED)})s?\b")


def home(text: str) -> dict[str, str]:
    """The currencies of bare signs and nouns, if the text says of which country they are: 212 million Danish crowns."""
    made: dict[str, str] = {}
    for words, codes in (("krone kroner crown", "NOK DKK SEK CZK"), ("peso", "CLP MXN PHP ARS COP")):
        one = [code for code in codes.split() if re.search(rf"\b(?:{_NATIONS[code]})\b", text)]
        made |= dict.fromkeys(words.split(), one[0]) if len(one) == 1 else {}
    for country, money in _OF_NATION.findall(text):
        made[money] = _COUNTRIES[country] if made.get(money, _COUNTRIES[country]) == _COUNTRIES[country] else ""
    if re.search(r"\bUS\$|\$US", text):
        named = {code: len(re.findall(rf"\b(?:{places})\b", text)) for code, places in _DOLLARS.items()}
        code = max(named, key=lambda each: named[each])
        made["$"] = code if named[code] else "USD"
    return {money: code for money, code in made.items() if code}


class Amount(NamedTuple):
    """An amount at characters `begin` to `end`, with about and over; `low` begins a range: 900 million."""

    begin: int
    end: int
    number: str
    scale: str = ""
    unit: str | None = None
    qualifier: str | None = None
    sign: str | None = None
    low: str = ""

    @property
    def value(self) -> str:
        """As a file writes it."""
        return f"{self.low and f'{self.low} to '}{self.number} {self.scale}".rstrip()

    @property
    def written(self) -> str:
        return f"{self.qualifier} {self.value}" if self.qualifier else self.value

    @property
    def size(self) -> Decimal:
        return Decimal(self.number).scaleb(SCALES.get(self.scale, 0))

    @property
    def is_money(self) -> bool:
        unit = self.unit or ""
        return self.unit is None or unit in CODES.values() or unit.split()[-1].removesuffix("s") in _MONEY


def amounts(text: str, dates: list[Expression], offset: int, at_home: dict[str, str] | None = None) -> list[Amount]:
    """The amounts with a unit, outside of dates. `dates` have places in the sentence, `text` begins at `offset`.

    `at_home` are the currencies of `home`.
    """
    taken = [(each.begin - offset, each.end - offset) for each in dates if each.type != "SET"]
    found = [
        amount
        for each in _AMOUNT.finditer(text)
        if not any(begin < each.end() and each.start("n") < end for begin, end in taken)
        and (amount := _read(each, at_home or {})) is not None
    ]
    every = sorted([*_joined(text, found), *_counts(text)])
    near = [(each, text[max(each.begin - 60, 0) : each.begin], text[each.begin : each.end + 24]) for each in every]
    return [
        a for a, before, after in near if a.is_money or not (_OF_ALL.search(before) or _TELL.search(before + after))
    ]


# One of three plants, but two of its five plants; three people familiar with the matter.
_OF_ALL = re.compile(
    rf"\b(?:{NUMBER}|half|most|some|part|many|several|few|any|(?:\w+-)?thirds?|quarter|first|last|(?:larg|old|b)est)\s"
    r"(?:\w+\s)?of\s(?:(?:the|its|their|\S+(?:\s\S+)?['’]s?)\s(?:\w+\s)?)?$",
    re.IGNORECASE,
)
_TELL = re.compile(
    r"(?:(?:according to|told by|citing) \w+|\w+) (?:people|sources|officials|executives|bankers|analysts|economists)\s"
    r"(?:familiar|close|briefed|with \w+ ?knowledge|who asked|said|told|polled)\b"
)


# What a number in words counts: nine stores, ninety-four per cent, three hundred and ten people.
_COUNTED = re.compile(
    r"(?<!one in )(?<!One in )"
    rf"\b(?P<n>{NUMBER})(?P<hundred>\shundred(?:\sand\s(?P<rest>{NUMBER}))?)?\s(?:(?P<pct>per\s?cent|pct)\b|"
    rf"(?:of\s(?:its|their|the|[A-Z]\w+['’]s)\s(?:{NUMBER}|\d+)\s)?"
    r"(?!(?:of|in|and|or|to|as|on|at|from|by|more|other|further|additional|new)\s)(?:[a-z][a-z-]+\s)?"
    r"(?P<unit>people|aircraft|staff|(?!(?:years|months|weeks|days|hours|minutes|seconds|decades|quarters|times|ways|others|"
    r"halves|sides|points|parts|things|occasions|thirds|fifths|tenths|nights|weekends|seasons|fronts|grounds|places|is|was|has|its|"
    r"this|us|terms|respects|levels)\b)[a-z]{2,}[b-rt-z]s)\b)",
    re.IGNORECASE,
)


def _counts(text: str) -> Iterator[Amount]:
    for match in _COUNTED.finditer(text):
        count = number(match["n"]) or 0
        count = count * 100 + (number(match["rest"] or "zero") or 0) if match["hundred"] else count
        if count > 1 and not match["n"].isdigit():
            yield Amount(match.start(), match.end(), str(count), unit="%" if match["pct"] else match["unit"])


def _read(match: re.Match[str], at_home: dict[str, str]) -> Amount | None:
    """None if a letter after the number may be something else than a scale: a 62m tower."""
    sign, letter = match["sign"], match["letter"] or match["spaced"] or ""
    is_money = sign or match["code"] or match["money"]
    if letter and not (is_money or (match["many"] and match["letter"] and letter in "kmb")):
        return None
    if re.fullmatch(r"\d+,\d\d?", match["n"]) and not (is_money or match["scale"]):
        return None  # plants 3,4 and 5
    scale = " ".join((match["scale"] or _LETTERS.get(letter.lower(), "")).lower().split())
    number = ("-" if match["neg"] or match["minus"] else "") + _plain(match["n"])
    if scale in _INDIAN:  # 500 crore is 5 billion
        size = Decimal(number).scaleb(_INDIAN[scale])
        scale = next((name for name, power in reversed(SCALES.items()) if size >= 10**power), "")
        number = format_number(size.scaleb(-SCALES.get(scale, 0)))
    start = "q" if match["q"] else "neg" if match["neg"] else "sign" if sign else "n"
    begin, qualifier = match.start(start), QUALIFIERS.get(match["q"] or "")
    return Amount(begin, match.end(), number, SHORT_SCALES.get(scale, scale), _unit(match, at_home), qualifier, sign)


def _plain(number: str) -> str:
    """1,200, 136 000, 2·5 and R3,9 billion as 1200, 136000, 2.5 and 3.9."""
    if re.fullmatch(r"\d+,\d\d?", number):
        return number.replace(",", ".")
    return re.sub(r"[,\s]", "", number).replace("·", ".")


def _unit(match: re.Match[str], at_home: dict[str, str]) -> str | None:
    bare = match["sign"] or (match["money"] if not match["of"] else None)
    if bare in at_home:
        return at_home[str(bare)]
    if match["sign"] or match["code"]:
        return (_SIGNS | CODES | _ONE_LETTER)[match["sign"] or match["code"]]
    if match["pct"]:
        return "%"
    if match["short"]:
        return "pence" if match["short"] == "p" else str(match["short"])
    money, country = match["money"], match["of"]
    if money is None and (match["unit"] or "").startswith("square"):
        return "square feet" if match["unit"].endswith("t") else "square metres"
    if money is None:
        return match["unit"]
    code = _COUNTRIES.get(country) if country and money in _SHARED else _MONEY[money]
    return code or match[0][match.start("of" if country else "money") - match.start() :]


_LINK = re.compile(r"\s?[-–—]\s?|\s(?:to|and|or)\s|-to-")
# to 12 to 14 billion from 10 to 11 billion: the second one is a range, too.
_FROM_RANGE = re.compile(r",?\s(?:up |down )?from (?:(?:a|its) (?:\w+ ){0,2}(?:range|forecast|target) of )?")
_MOVED = re.compile(r"\b(?:by|up|down|rose|fell|grew|lost|slid|sank|shrank|\w+ed)\s+(?:an?\s+)?$")
_RANGES = re.compile(r"\brang(?:e|es|ed|ing) from $")


def _joined(text: str, found: list[Amount]) -> Iterator[Amount]:
    """The amounts with a unit or scale: a range is one, and $3 and $4 billion have the same scale."""
    at = 0
    above: Amount | None = None  # the range just before
    while at < len(found):
        one, at = found[at], at + 1
        is_from = above is not None and _FROM_RANGE.fullmatch(text, above.end, one.begin) is not None
        if is_from and above is not None and one.unit is None:
            one = one._replace(unit=above.unit)
            found[at : at + 1] = [each._replace(unit=each.unit or above.unit) for each in found[at : at + 1]]
        link = text[one.end : found[at].begin] if at < len(found) else ""
        if _LINK.fullmatch(link):
            before, link, other = text[: one.begin], link.strip(" -"), found[at]
            is_between = before.endswith("between ")
            is_short = one.unit is None or other.scale > one.scale == ""
            if link not in ("and", "or") or is_between or (one.sign and one.sign == other.sign):
                one, other = _alike(one, other)
                found[at] = other
            # Not rose from 3 to 5 percent, rose 3 percent to 5 percent.
            is_apart = (
                link in ("and", "or")
                or (before.endswith("from ") and not is_from and not _RANGES.search(before))
                or (not is_short and _MOVED.search(before))
            )
            if is_between or (one.unit == other.unit and not is_apart):
                low, at = one.number if one.scale == other.scale else one.value, at + 1
                if one.unit and one.unit == other.unit and one.size < other.size:
                    qualifier = {"about": "about"}.get(one.qualifier or "")
                    above = other._replace(begin=one.begin, low=low, qualifier=qualifier)
                    yield above
                continue
        is_amount = one.unit or one.scale or "," in text[one.begin : one.end] or one.size > 9999  # not 1030 GMT
        if is_amount:
            yield one


def _alike(one: Amount, other: Amount) -> tuple[Amount, Amount]:
    """Two numbers with the unit and scale that only one of them has; without a unit where the scale is unclear."""
    if one.unit is None:
        one = one._replace(unit=other.unit)
    elif other.unit is None and one.sign:
        other = other._replace(unit=one.unit)
    if one.unit == other.unit and other.scale and not one.scale and len(one.number.partition(".")[0]) <= 3:
        low, high = sorted((Decimal(one.number), Decimal(other.number)))
        one = one._replace(scale=other.scale) if high < low * 50 else one._replace(unit=None)
    return one, other
