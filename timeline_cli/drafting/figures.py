"""The figures of a clause: amount, unit, metric, change, what it was before.

Owns: amounts as the text writes them. Does not: convert or round.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from timeline_cli.dates.in_text.moment import Expression
from timeline_cli.fields.amounts import CURRENCY_CODES

_SIGNS = {
    "$": "USD", "US$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₩": "KRW", "₹": "INR", "A$": "AUD", "C$": "CAD",
    "HK$": "HKD", "NT$": "TWD", "S$": "SGD", "NZ$": "NZD", "R$": "BRL",
}  # fmt: skip
_WORDS = {
    "dollar": "USD", "euro": "EUR", "pound": "GBP", "yen": "JPY", "won": "KRW", "yuan": "CNY", "rupee": "INR",
    "franc": "CHF", "krona": "SEK", "kronor": "SEK", "kroner": "NOK", "rand": "ZAR", "baht": "THB", "ringgit": "MYR",
    "zloty": "PLN",
}  # fmt: skip
_SCALE = r"(?:thousand|million|billion|trillion|mn|bn|tn|m|b)"
_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
# The last one is any plural noun, with up to two words before it.
_UNITS = (
    r"(?:percentage points?|percent|per cent|pence|(?:[a-z]+ )?(?:staff|people|aircraft)|barrels(?: (?:a|per) day)?|"
    r"wafers(?: (?:a|per) month)?|GWh|MWh|MW|GW|megawatts?|gigawatts?|gigawatt-hours?|square (?:meters|feet|metres)|"
    r"EVs|SUVs|(?:(?!(?:in|of|on|at|by|for|to|from|and|or|is|was|has|a|an|the|its|as|per)\b)[a-z][a-z-]+ ){0,2}"
    r"(?!(?:years|months|weeks|days|hours|its|was|has|this|times|minutes|decades|others)\b)[a-z]{2,}[b-rt-z]s)"
)
_QUALIFIERS = {
    "about": "about", "around": "about", "roughly": "about", "approximately": "about", "some": "about",
    "nearly": "under", "almost": "under", "up to": "under",
    "more than": "over", "over": "over", "at least": "over", "less than": "under", "under": "under",
    "fewer than": "under", "as much as": "under", "as many as": "under", "just over": "over",
    "just under": "under", "close to": "about", "upwards of": "over",
}  # fmt: skip


@cache
def _amount() -> re.Pattern[str]:
    qualifiers = "|".join(sorted(map(re.escape, _QUALIFIERS), key=len, reverse=True))
    return re.compile(
        rf"(?:\b(?P<q>{qualifiers})\s+)?(?:an?\s+)?(?<![\w.,])(?P<sign>(?:US|A|C|HK|NT|S|NZ|"
        rf"R)?[$€£¥₩₹])?(?P<n>{_NUMBER})(?:\sof\s(?:its|their|the)(?:\s\d[\d,]*)?(?=\s))?(?P<pct>%)?"
        rf"(?:[\s-](?P<scale>{_SCALE})\b)?(?:[\s-](?:(?:new|additional|electric|full-time|U\.S\.|US|Canadian|"
        rf"Australian|Swiss|[A-Z][a-z]+)[\s-])*(?P<unit>(?:dollar|euro|pound|yen|won|yuan|rupee|franc|krona|kronor|kroner|rand|"
        rf"baht|ringgit)s?|{_UNITS})\b)?(?![\w])"
    )


class Amount(NamedTuple):
    """An amount at characters `begin` to `end`: its text for a file, and its unit."""

    begin: int
    end: int
    value: str
    unit: str | None
    qualifier: str | None

    @property
    def written(self) -> str:
        return f"{self.qualifier} {self.value}" if self.qualifier else self.value


def amounts(text: str, dates: list[Expression], offset: int) -> list[Amount]:
    """The amounts with a unit, outside of dates. `dates` have places in the sentence, `text` begins at `offset`."""
    found = []
    for match in _amount().finditer(text):
        number, unit = match["n"], _unit(match)
        begin = match.start("sign") if match["sign"] else match.start("n")
        if (unit is None and not ("," in number or match["scale"])) or _FEWER.match(text, match.end()):
            continue
        if any(
            each.type != "SET" and each.begin < offset + match.end() and offset + begin < each.end for each in dates
        ):
            continue
        scale = {"mn": "million", "m": "million", "bn": "billion", "b": "billion", "tn": "trillion"}.get(
            match["scale"] or "", match["scale"]
        )
        value = number.replace(",", "") + (f" {scale}" if scale else "")
        qualifier = _QUALIFIERS.get((match["q"] or "").lower())
        found.append(Amount(begin, match.end(), value, unit, qualifier))
    return found


_FEWER = re.compile(r"\s+(?:fewer|more|less)\s+than")


def _unit(match: re.Match[str]) -> str | None:
    if match["sign"]:
        return _SIGNS.get(match["sign"])
    if match["pct"]:
        return "%"
    unit = match["unit"]
    if unit is None:
        return None
    if unit in ("percent", "per cent"):
        return "%"
    return _WORDS.get(unit.removesuffix("s"), _WORDS.get(unit, unit))


_METRICS = (
    r"(?:net |operating |gross |pre-tax |pretax |adjusted |quarterly |annual |first-quarter |second-quarter |"
    r"third-quarter |fourth-quarter |total |global |domestic |retail )*(?:profit margin|operating margin|income|"
    r"profits?|loss|earnings|revenues?|sales(?: target| forecast)?|turnover|margin|shipments?(?: target)?|deliveries|"
    r"output|production(?: target| capacity)?|capacity|orders?|exports?|dividend|stake|market share|workforce|budget|"
    r"spending|investment|capital expenditure|debt|cash|market value|valuation|fine|penalty|damages|settlement|prices?|"
    r"bid|offer|contract|deal|order book|backlog|loan|bonds?|fund|buyback|subsid(?:y|ies)|tariffs?|subscribers|users|"
    r"headcount|funding|forecast|target|outlook|guidance|share price|shares|dividends?|cost|cash flow|compensation|"
    r"stock|bookings|traffic|emissions|yield|wage|pay|salary|interest rate|rate|bill)"
)
_KINDS = (
    ("guidance", r"\b(?:forecast|guidance|outlook|expects?|expected|projects?|guided|sees|anticipates?)\b"),
    ("target", r"\b(?:targets?|targeted|targeting|goals?|aims?|aiming|plans? to|pledged?)\b"),
    ("preliminary", r"\b(?:preliminary|provisional)\b"),
)
_UP = (
    r"\b(?:up|rose|risen|rise|rising|grew|grown|growth|jump\w*|increas\w+|gain\w*|climb\w*|surg\w+|soar\w*|higher|"
    r"advanc\w+|boost\w*|rais\w+|lift\w*|hik\w+|expand\w*|more than a year)\b"
)
_DOWN = (
    r"\b(?:down|fell|fallen|fall|falling|drop\w*|declin\w+|slump\w*|plung\w+|slid|slip\w*|lower|shrank|decreas\w+|"
    r"tumbl\w+|lost|dip\w*|cut|reduc\w+)\b"
)

# Before an amount with which another one is compared.
_COMPARED = re.compile(
    r"\b(?:compared (?:with|to)|against|versus|than|from|down from|up from)\s+(?:a (?:loss|profit) of\s+)?(?:\w+\s)?$"
)

Figure = dict[str, str | dict[str, str]]


def figures(text: str, dates: list[Expression], offset: int) -> list[Figure]:
    """The figures of a clause, as a file writes them; those compared with are no figures of their own."""
    made: list[Figure] = []
    used: set[int] = set()
    change = ""  # rose 1.4 percent to $8,790: of the figure after it
    found = amounts(text, dates, offset)
    for number, amount in enumerate(found):
        if number in used:
            continue
        before, after = text[: amount.begin], text[amount.end :]
        following = found[number + 1] if number + 1 < len(found) else None
        goes_on = following is not None and _TO.fullmatch(text, amount.end, following.begin) is not None
        if _COMPARED.search(before) and not goes_on:
            _add_previous(made, amount)
            continue
        if amount.unit == "%" and _is_change(text, amount) and not _SHARES.search(after[:22]):
            if goes_on:
                change = _change(amount, text)
            else:
                _add_change(made, amount, text, before)
            continue
        figure: Figure = {}
        if following is not None and goes_on and re.search(r"\bfrom\s+$", before):
            used.add(number + 1)
            figure = {"previous": amount.written}
            amount, after = following._replace(unit=following.unit or amount.unit), text[following.end :]
        figure = {"metric": _metric(text, before, after, amount), "value": amount.written, **figure}
        if amount.unit:
            figure["unit"] = amount.unit
        bracket = following if number + 1 not in used else None
        if bracket is not None and text[amount.end : bracket.begin].strip() == "(" and bracket.unit != amount.unit:
            used.add(number + 1)
            figure["converted"] = {"value": bracket.written, **({"unit": bracket.unit} if bracket.unit else {})}
        kind = next((name for name, pattern in _KINDS if re.search(pattern, before)), None)
        if kind:
            figure["kind"] = kind
        if change:
            figure["change"], change = change, ""
        made.append(figure)
    return [figure for figure in made if figure["metric"]]


_TO = re.compile(rf"\s*to\s+(?:a record\s+)?(?:(?:{'|'.join(map(re.escape, _QUALIFIERS))})\s+)?")
_SHARES = re.compile(r"\b(?:stake|share|margin|tariffs?|rate|interest)\b")


def _is_change(text: str, amount: Amount) -> bool:
    if re.search(r"\bto\s+(?:about |over |under )?$", text[: amount.begin]):
        return False
    around = text[max(amount.begin - 24, 0) : amount.end + 24]
    return re.search(_UP, around) is not None or re.search(_DOWN, around) is not None or "on-year" in around


def _add_change(made: list[Figure], amount: Amount, text: str, before: str) -> None:
    written = _change(amount, text)
    if made and "change" not in made[-1] and made[-1].get("unit") != "%":
        made[-1]["change"] = written
        return
    metric = re.search(rf"\b({_METRICS})\b", before, re.IGNORECASE) or re.search(r"\b([a-z]{3,}) by\s+$", before)
    if metric is not None:
        made.append({"metric": f"{metric[1].lower()} change", "value": written.removesuffix("%"), "unit": "%"})


def _change(amount: Amount, text: str) -> str:
    """A change in percent, negative for a fall."""
    around = text[max(amount.begin - 24, 0) : amount.end + 16]
    sign = "-" if re.search(_DOWN, around) and not re.search(_UP, around) else ""
    return f"{amount.qualifier or ''} {sign}{amount.value}%".strip()


def _add_previous(made: list[Figure], amount: Amount) -> None:
    if made and "previous" not in made[-1] and made[-1].get("unit") in (amount.unit, None):
        made[-1]["previous"] = amount.written


# Metrics that are counted in units other than money.
_COUNTED = r"sales|shipment|deliver|output|production|capacity|target|forecast|workforce|headcount|subscriber|exports"
_IN_PERCENT = (
    rf"{_COUNTED}|stake|share|margin|rate|tariff|yield|profit|income|revenue|earnings|traffic|emission|dividend"
)
_BY_VERB = {
    "invest": "investment", "spend": "spending", "spent": "spending", "rais": "amount raised", "pay": "payment",
    "paid": "payment", "buy": "price", "bought": "price", "acqui": "price", "sold": "sales", "sell": "sales",
    "settle": "settlement", "set": "provision", "receiv": "amount received", "lose": "loss", "lost": "loss",
    "earn": "profit", "cost": "cost", "fine": "fine", "sav": "savings", "value": "valuation", "borrow": "debt",
}  # fmt: skip


def _metric(text: str, before: str, after: str, amount: Amount) -> str:
    """What the amount measures: the nearest of the usual words, else what is counted, else what the verb says."""
    near = re.match(
        r"\s*(?:-\w+\s)?(?:(?:in(?!\s+(?:cash|stock|shares|debt)\b)|of|worth of|for)\s+)?(?:(?:a|an|the|its|cash|"
        r"all-cash|all-stock|annual|new|new-car)\s+)*"
        rf"({_METRICS})\b",
        after,
    )
    is_money = amount.unit is None or amount.unit in CURRENCY_CODES
    if near is not None and (is_money or amount.unit == "%"):
        return _clean(near[1])
    ahead = [match[0] for match in re.finditer(rf"\b{_METRICS}\b", before)]
    if ahead and (is_money or re.search(_IN_PERCENT if amount.unit == "%" else _COUNTED, ahead[-1])):
        return _clean(ahead[-1])
    if not is_money:
        return "share" if amount.unit == "%" else str(amount.unit)
    verb = re.search(
        r"\b(invest|spen[dt]|rais|pa(?:y|id)|bu[yi]|bought|acqui|s[oe]l[dl]|cost|fine|sav|value|borrow|settle|set|"
        r"receiv|los[et]|earn)\w*",
        before,
    )
    return _BY_VERB.get(verb[1], "amount") if verb is not None else "amount"


def _clean(metric: str) -> str:
    metric = "price" if metric == "prices" else metric
    return re.sub(r"^(?:first|second|third|fourth)-quarter |^total ", "", metric)
