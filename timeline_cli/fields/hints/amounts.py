"""Suggestions for amounts that are not in an accepted form.

Owns: how people write amounts elsewhere, as offers; and the sentence of an offer for its place. Does not: read any
of them as an amount, or offer what is none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Context, Decimal
from functools import cache
from typing import NamedTuple

from timeline_cli.fields.amounts import format_number, parse_amount
from timeline_cli.fields.hints.numbers import CURRENCIES, DOUBTFUL, Number, numbers, piece, readings
from timeline_cli.fields.hints.scales import EASTERN, LETTERS, UNCLEAR, eastern_power, scale_in_unit
from timeline_cli.hint import Hint
from timeline_cli.scalars import in_braces

FORMS_HINT = "write 350000, 64.9 trillion, about 89 to 93 billion, or over 50"
_LONGEST = 120  # characters; a longer text is no amount
_EXACT = Context(prec=200)


class Offer(NamedTuple):
    """What a text may mean: the amount to write, its unit, what goes next to it under another key.

    `certain` says that it means the same, and that the text can mean nothing else.
    """

    amount: str
    unit: str = ""
    beside: str = ""
    certain: bool = True

    def in_short(self) -> str:
        """The amount and its unit as one text."""
        return f"{self.amount}%" if self.unit == "%" else f"{self.amount} {self.unit}".strip()

    def with_keys(self, comma: str = " and ") -> str:
        """What stands next to the amount, each under its key."""
        return comma.join([f"unit: {in_braces(self.unit)}"] * bool(self.unit) + [self.beside] * bool(self.beside))


def hint_for_amount(written: str, in_short: bool = False) -> Hint:
    """What to write; `in_short`, the unit is part of the text, else it is under the key unit: next to this one.

    Several offers are shown as alternatives, of which none is the value.
    """
    found = offers(written)
    if not found:
        return Hint(_saying(written))
    text = f"write {', or '.join(dict.fromkeys(_shown(offer, in_short) for offer in found))}"
    offer, *others = found
    if others:
        return Hint(text)
    certain = offer.certain and not offer.beside and (in_short or not offer.unit)
    return Hint(text, offer.in_short() if in_short else offer.amount, certain)


def _shown(offer: Offer, in_short: bool) -> str:
    if not in_short:
        return offer.amount + (f" with {offer.with_keys()} next to it" if offer.unit or offer.beside else "")
    long = f", or in a list {{metric: …, value: {in_braces(offer.amount, typed=True)}, {offer.with_keys(', ')}}}"
    return offer.in_short() + (long if offer.beside else "")


def _saying(written: str) -> str:
    """A sentence for what names no one amount."""
    text = " ".join(written[:_LONGEST].split())
    if re.fullmatch(_NOTHING, text, re.I):
        return "omit it until the number is known"
    if text[:1] == "=" and any(map(str.isdigit, text)):
        return "write the number itself; formulas are not supported"
    return FORMS_HINT if any(map(str.isdigit, text)) else f"{FORMS_HINT}; put other text in summary:"


_NOTHING = (
    r"n\.?/?a\.?|tb[acd]|none|nil|unknown|not (?:disclosed|known|available|applicable)|-+|–|—|\?+"
    r"|\.?nan|[-+]?\.?inf(?:inity)?"
)


def offers(written: str, first: int = 0) -> list[Offer]:
    """What a text may mean, each read back before it is offered; nothing where that is not known.

    `first` is the row of the table to begin with: inside what one row has read, only those after it follow.
    """
    if len(written) > _LONGEST:
        return []
    text = _plain_characters(written)
    for pattern, read in _rows()[first:]:
        match = pattern.fullmatch(text)
        found = [offer for offer in read(match) if _is_amount(offer)] if match is not None else []
        if found:
            return list(dict.fromkeys(found))
    return []


def _is_amount(offer: Offer) -> bool:
    try:
        rest, unit = parse_amount(offer.amount)[1], parse_amount(offer.in_short())[1]
    except ValueError:
        return False
    is_unit = not unit or ((unit[0].isalpha() or unit[0] in _UNIT_SIGNS) and not scale_in_unit(unit))
    return not rest and unit == offer.unit and is_unit


_UNIT_SIGNS = "%‰°$€£¥₩₹₽₺₫฿₱₪₴"


def _plain_characters(text: str) -> str:
    """Digits, letters and marks of full width, digits of other scripts and spaces of other kinds as those of ASCII."""
    return " ".join("".join(map(_plain_character, text)).split())


def _plain_character(char: str) -> str:
    wide = chr(ord(char) - 0xFEE0) if "！" <= char <= "～" else char
    return str(int(wide)) if wide.isdecimal() else _OTHERS.get(wide, wide)


_OTHERS = {"￥": "¥", "￦": "₩", "￡": "£", "٫": ".", "٬": ",", "〜": "~", "’": "'"}


# Rows: what a form of text may mean.


def _one(match: re.Match[str]) -> Iterator[Offer]:
    """An amount of a file with its unit, else one number in another form."""
    try:
        _, unit = parse_amount(match[0])
    except ValueError:
        unit = ""
    if unit and scale_in_unit(unit) is None and unit.split()[0].lower() not in {*LETTERS, *UNCLEAR}:
        amount = match[0][: -len(unit)].rstrip().replace(",", "")
        yield Offer(amount, CURRENCIES.get(unit, unit), certain=unit not in DOUBTFUL)
    else:
        yield from (Offer(one.written(), one.unit, "", one.certain) for one in numbers(match[0]))


def _signed(sign: str, certain: bool = True) -> Callable[[re.Match[str]], Iterator[Offer]]:
    """An amount with a sign or a word in front that stands for one of this grammar; the groups are its pieces."""

    def read(match: re.Match[str]) -> Iterator[Offer]:
        for offer in offers("".join(filter(None, match.groups())), _UNSIGNED):
            yield offer._replace(amount=f"{sign}{offer.amount}", certain=certain and offer.certain)

    return read


def _ranges(match: re.Match[str]) -> Iterator[Offer]:
    """4.2-4.4 billion, EUR 380m – 400m, between 1 and 1.5 billion: the scale at the end is that of both."""
    text = match["ends"]
    for dash in re.finditer(_DASH.format(r"|\band\b" if match["between"] else ""), text):
        first, last = text[: dash.start()], text[dash.end() :]
        lows, before = numbers(first), piece().fullmatch(first)
        highs = numbers(last, before["before"] or "") if before is not None else []
        is_apart = all(number.unit for number in (*lows, *numbers(last)))  # $500-$1bn
        found = [offer for low in lows for high in highs for offer in _range(low, high, is_apart)]
        if found:
            yield from found
            return


_DASH = r"(?<=[^\s-])\s*(?:-|–|—|~|\.\.+|\bto\b{})\s*(?=[^\s-])"


def _range(low: Number, high: Number, is_apart: bool) -> Iterator[Offer]:
    if low.unit not in ("", high.unit) or (low.power and not high.power):
        return
    powers = {low.power or high.power} | ({low.power} if is_apart else set())
    for one in (low._replace(power=power) for power in powers):
        ends = one.plain(), high.plain()
        if one.power == high.power and (one.scale or not one.power):
            ends = one.digits, high.written()
        elif one.scale and high.scale:
            ends = one.written(), high.written()
        yield Offer(" to ".join(ends), high.unit, certain=low.certain and high.certain and len(powers) == 1)


def _spread(match: re.Match[str]) -> Iterator[Offer]:
    """92±2 is 90 to 94, with the scale and the unit of both."""
    for low, high in zip(numbers(match[1] + match[3]), numbers(match[2] + match[3]), strict=False):
        middle, width = Decimal(low.plain()), Decimal(high.plain())
        ends = (format_number(end) for end in (_EXACT.subtract(middle, width), _EXACT.add(middle, width)))
        yield Offer(" to ".join(ends), high.unit, certain=False)


def _changed(match: re.Match[str]) -> Iterator[Offer]:
    """12 -> 26: the earlier number goes under previous:."""
    for before, after in zip(numbers(match[1]), numbers(match[2]), strict=False):
        if before.power == after.power or (before.power and after.power):
            yield Offer(after.written(), after.unit or before.unit, f"previous: {before.written()}", certain=False)


def _with_its_key(match: re.Match[str]) -> Iterator[Offer]:
    """94.0 billion, unit: USD, all in one value."""
    for offer in offers(match[1], 1):
        if not offer.unit:
            yield offer._replace(unit=CURRENCIES.get(match[2], match[2]))


def _remarked(match: re.Match[str]) -> Iterator[Offer]:
    """5 million (preliminary): the word is a kind of figure."""
    kind = _KINDS.get(match[2].lower())
    for offer in offers(match[1], 2) if kind else ():
        yield offer._replace(beside=f"kind: {kind}", certain=False)


_KINDS = {
    **dict.fromkeys(("preliminary", "prelim", "provisional", "unaudited"), "preliminary"),
    **dict.fromkeys(("guidance", "forecast"), "guidance"),
    **{kind: kind for kind in ("target", "consensus", "actual")},
}


def _compound(match: re.Match[str]) -> Iterator[Offer]:
    """1조 2,300억: one number after the other, each with a smaller scale."""
    total, above = Decimal(0), 99
    for digits, scale in re.findall(rf"(\d[\d,.]*)\s?({EASTERN}|)", match[1]):
        power, number = eastern_power(scale), Decimal(next(iter(readings(digits)), "NaN"))
        if number.is_nan() or power is None or power >= above or number >= Decimal(f"1E{above - power}"):
            return
        if power < 4 < above < 99 or (power == 0 and number < 100):
            return  # 5억5천 is said for 5억 5천만, and 5万5 for 5万5千
        total, above = _EXACT.add(total, Decimal(f"{number}E{power}")), power
    yield from (offer._replace(amount=format_number(total)) for offer in offers(f"1 {match[2]}", _UNSIGNED))


_ABOUT = r"about|approx(?:imately)?\.?|around|circa|ca?\.|some|roughly|[~≈]|约|約|약|etwa|rund|environ|около"
_OVER = r"over|more than|above|exceeding|>|mehr als|超过|超"
_UNDER = r"under|less than|fewer than|below|<|weniger als"
_ROWS: tuple[tuple[str, Callable[[re.Match[str]], Iterator[Offer]]], ...] = (
    (r"([^:]*\d[^:]*?),?\s+unit:\s*(\S.*)", _with_its_key),
    (r"([^()]*\d[^()]*?)\s*\(?\b([a-z]+)\.?\)?", _remarked),
    (r"\(([^()]*\d[^()]*)\)(.*)", _signed("-", False)),
    *((rf"(?:{words})\s*(?=\S*\d)(.+)", _signed(word, certain)) for words, word, certain in (
        (_ABOUT, "about ", True),
        (r"nearly|almost", "about ", False),
        (_OVER, "over ", True),
        (r"at least|min(?:imum)?\.?|≥|>=", "over ", False),
        (_UNDER, "under ", True),
        (r"at most|up to|max(?:imum)?\.?|≤|<=", "under ", False),
        (r"minus\s", "-", True),
    )),
    (r"(.*\d.*?)\s*(?:\+|以上|or more)(\s[^\W\d].*)?", _signed("over ", False)),
    # From here on, amounts without a word or a sign in front.
    (rf"(\d[\d,.]*\s?{EASTERN}(?:\s?\d[\d,.]*\s?{EASTERN})*\s?\d[\d,.]*(?:\s?{EASTERN})?)\s*(.*)", _compound),
    (r"(?:(?P<between>between|from)\s+)?(?P<ends>.*\d.*\d.*)", _ranges),
    (r"(\d[\d.,]*)\s*(?:±|\+/-|\+-)\s*(\d[\d.,]*)(.*)", _spread),
    (r"(\S*\d[^-=→]*?)\s*(?:-+>|→|=>)\s*(\S*\d.*)", _changed),
    (r".*\d.*", _one),
)  # fmt: skip
_UNSIGNED = len(_ROWS) - 5


@cache
def _rows() -> list[tuple[re.Pattern[str], Callable[[re.Match[str]], Iterator[Offer]]]]:
    return [(re.compile(pattern, re.I | re.S), read) for pattern, read in _ROWS]
