"""The figures of a clause: amount, unit, metric, change, what it was before.

Owns: what amounts measure. Does not: find them, convert or round.
"""

from __future__ import annotations

import re

from timeline_cli.dates.in_text.moment import Expression
from timeline_cli.drafting.amounts import Amount, amounts
from timeline_cli.drafting.brackets import COMPARING, without_brackets
from timeline_cli.fields.amounts import parse_amount

_METRICS = (
    r"(?:net |operating |gross |pre-tax |pretax |adjusted |quarterly |annual |first-quarter |second-quarter |"
    r"third-quarter |fourth-quarter |total |global |domestic |retail |free |order )*(?:profit margin|operating margin|"
    r"(?-i:[Ee]BIT(?:D?A)?)(?: margin)?|order intake|income|earnings per share|"
    r"profits?|loss|earnings|revenues?|sales(?: target| forecast)?|turnover|margin|shipments?(?: target)?|deliveries|"
    r"output|production(?: target| capacity)?|capacity|order book|orders?|exports?|dividend|stake|market share|"
    r"workforce|budget|spending|investment|capital expenditure|debt|cash flow|cash|market value|valuation|fine|penalty|"
    r"damages|"
    r"settlement|prices?|bid|offer|contract|deal|backlog|loan|bonds?|fund|buyback|subsid(?:y|ies)|tariffs?|subscribers|users|"
    r"headcount|funding|forecast|target|outlook|guidance|share price|shares|dividends?|cost|compensation|"
    r"stock|bookings|traffic|emissions|yield|wage|pay|salary|interest rate|rate|bill|premium)"
)
_KINDS = (
    ("guidance", r"\b(?:forecast|guidance|outlook|expects?|expected|projects?|guided|sees|anticipates?)\b"),
    ("target", r"\b(?:targets?|targeted|targeting|goals?|aims?|aiming|plans? to|pledged?)\b"),
    ("preliminary", r"\b(?:preliminary|provisional)\b"),
)
_UP = (
    r"\b(?:up|rose|risen|rise|rising|grew|grown|growth|jump\w*|increas\w+|gain\w*|climb\w*|surg\w+|soar\w*|higher|"
    r"advanc\w+|boost\w*|rais\w+|lift\w*|hik\w+|expand\w*|more than (?:a year|in))\b"
)
_DOWN = (
    r"\b(?:down|fell|fallen|fall|falling|drop\w*|declin\w+|slump\w*|plung\w+|slid|slip\w*|lower|shrank|decreas\w+|"
    r"tumbl\w+|lost|dip\w*|cut|reduc\w+)\b"
)

# Before an amount with which another one is compared.
_COMPARED = re.compile(
    r"\b(?:compared (?:with|to)|against|versus|than|from|down from|up from)\s+(?:a (?:loss|profit) of\s+)?(?:\w+\s)?$"
)

_COMPARING = re.compile(COMPARING)
Figure = dict[str, str | dict[str, str]]


def figures(text: str, dates: list[Expression], offset: int, at_home: dict[str, str] | None = None) -> list[Figure]:
    """The figures of a clause, as a file writes them; those compared with are no figures of their own."""
    made: list[Figure] = []
    used: set[int] = set()
    compared: Amount | None = None
    change = ""  # rose 1.4 percent to $8,790: of the figure after it
    plain = without_brackets(text)
    heads = [match.span() for match in _COMPARING.finditer(text)]  # (2025: €1.10)
    found = amounts(text, dates, offset, at_home)
    found = [each for each in found if not any(a <= each.begin < b for a, b in heads)]
    for number, amount in enumerate(found):
        if number in used:
            continue
        before, after = plain[: amount.begin], plain[amount.end :]
        opened = text.rfind("(", 0, amount.begin)
        ends = [end for begin, end in heads if begin == opened > text.rfind(")", 0, amount.begin)]
        if ends:  # (Q3 2025: €301.4 million, or 8.2 percent)
            if ends == [amount.begin]:
                _add_previous(made[-1:], amount)
            continue
        following = found[number + 1] if number + 1 < len(found) else None
        goes_on = following is not None and text[amount.end : following.begin].strip() in ("to", "to a record")
        is_joint = compared is not None and plain[compared.end : amount.begin] == ", or "
        if (_COMPARED.search(before) or is_joint) and not goes_on:
            compared = amount
            _add_previous(made, amount, _PER_SHARE.match(after) is not None)
            continue
        is_from = before.endswith("from ")
        if amount.unit == "%" and not is_from and _is_change(text, amount) and not _SHARES.search(after[:22]):
            if goes_on:
                change = _change(amount, text)
            else:
                _add_change(made, amount, text, before)
            continue
        figure: Figure = {}
        if following is not None and goes_on and is_from:
            used.add(number + 1)
            figure = {"previous": amount.written}
            amount, after = following._replace(unit=following.unit or amount.unit), text[following.end :]
        figure = {"metric": _metric(text, before, after, amount), **_value(amount), **figure}
        bracket = following if number + 1 not in used else None
        if bracket is not None and text[amount.end : bracket.begin].strip() == "(" and bracket.unit != amount.unit:
            used.add(number + 1)
            figure["converted"] = _value(bracket)
        kind = next((name for name, pattern in _KINDS if re.search(pattern, before)), None)
        figure |= {"kind": kind} if kind else {}
        figure |= {"change": change} if change else {}
        change = ""
        made.append(figure)
    return [_readable(figure) for figure in made if figure["metric"] and _is_amount(figure["value"])]


def _readable(figure: Figure) -> Figure:
    """Without an earlier or a converted amount that no file could have."""
    converted = figure.get("converted")
    if converted is not None and not (isinstance(converted, dict) and _is_amount(converted["value"])):
        del figure["converted"]
    if "previous" in figure and not _is_amount(figure["previous"]):
        del figure["previous"]
    return figure


def _is_amount(text: object) -> bool:
    """Whether a file can have it: not 900000 to 1 million, whose scale is of the second number alone."""
    try:
        return not parse_amount(str(text))[1]
    except ValueError:
        return False


def _value(amount: Amount) -> dict[str, str]:
    return {"value": amount.written, **({"unit": amount.unit} if amount.unit else {})}


_OF_STAFF = (
    r"\s?of (?:its|their|the) (?:[a-z]+ )?(staff|workforce|jobs|employees|workers|fleet|stores|shops|branches)\b"
)
_SHARES = re.compile(rf"\b(?:stake|share|margin|tariffs?|rate|interest)\b|^{_OF_STAFF}")


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
    metric = re.search(rf"\b({_METRICS})\b", before, re.IGNORECASE) or re.search(
        r"\b([a-z]{3,}) (?:by|growth of)\s+$", before
    )
    name = metric[1].lower() if metric is not None else _changed(before)
    if name:
        made.append({"metric": f"{name} change", "value": written.removesuffix("%"), "unit": "%"})


_MOVED = re.compile(
    rf"(?:.*,\s)?(?:(?:the|its|their|an?)\s|\S+['’]s?\s)?(?P<what>\S+(?:\s\S+){{0,3}}?)\s(?:ha[sd]\s|have\s)?(?:\w+ly\s)?"
    rf"(?:(?:closed?|end|open|finish|trad|was|were|is)(?:ed|d)?\s)?(?:{_UP}|{_DOWN})",
    re.IGNORECASE,
)


def _changed(before: str) -> str | None:
    """What rose or fell by a share: a segment, an index; the share price of a name alone."""
    match = _MOVED.match(before)
    if match is None or re.search(r"\b(?:it|they|he|she|which|who|that|and|of|to|in)\b", match["what"].lower()):
        return None
    named = all(word[0].isupper() for word in match["what"].split())
    return "share price" if named else str(match["what"])


def _change(amount: Amount, text: str) -> str:
    """A change in percent, negative for a fall."""
    around = text[max(amount.begin - 24, 0) : amount.end + 16]
    if re.search(_DOWN, around) and not re.search(_UP, around):
        number, low = f"-{amount.low or amount.number}", amount.low and f"-{amount.number}"
        amount = amount._replace(number=number, low=low)
    return f"{amount.written}%"


def _add_previous(made: list[Figure], amount: Amount, is_per_share: bool = False) -> None:
    """To the last figure, or the last one that is or is not per share."""
    both = len({figure["metric"] == "eps" for figure in made}) > 1
    last = next((each for each in made[::-1] if not both or (each["metric"] == "eps") == is_per_share), None)
    if last is not None and "previous" not in last and (amount.unit is None or last.get("unit") in (amount.unit, None)):
        last["previous"] = amount.written


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
    if (amount.is_money or amount.unit in ("cents", "pence")) and _PER_SHARE.match(after):
        said = re.findall(r"\b(dividend|income|profits?|earnings|loss)\b", before)
        if said:
            return "dividend" if said[-1] == "dividend" else "eps"
    if amount.unit is not None and _STAFF.search(amount.unit) and re.search(r"\bemploy\w*\b|\b(?:had|has)\b", before):
        return "headcount"
    near = re.match(
        r"\s*(?:-\w+\s)?(?:(?:in(?!\s+(?:cash|stock|shares|debt)\b)|off?|worth of|for)\s+)?(?:(?:a|an|the|its|cash|"
        r"all-cash|all-stock|annual|new|new-car)\s+)*"
        rf"({_METRICS})\b",
        after,
    )
    if near is not None and (amount.is_money or amount.unit == "%"):
        return _clean(near[1])
    if amount.is_money and re.search(
        r"\b(?:stake|share|interest|shares|holding)\b.*\bfor\s+(?:about |around )?$", before
    ):
        return "price"
    ahead = [match[0] for match in re.finditer(rf"\b{_METRICS}\b", before[:1].lower() + before[1:])]
    if ahead and (amount.is_money or re.search(_IN_PERCENT if amount.unit == "%" else _COUNTED, ahead[-1])):
        return _clean(ahead[-1])
    if not amount.is_money:
        if amount.unit == "%" and (of := re.match(_OF_STAFF, after)):
            return of[1]
        return "share" if amount.unit == "%" else _BY_UNIT.get(amount.unit or "", str(amount.unit))
    verb = re.search(
        r"\b(invest|spen[dt]|rais|pa(?:y|id)|bu[yi]|bought|acqui|s[oe]l[dl]|cost|fine|sav|value|borrow|settle|set|"
        r"receiv|los[et]|earn)\w*",
        before,
    )
    return _BY_VERB.get(verb[1], "amount") if verb is not None else "amount"


_BY_UNIT = {
    "pence": "price", "km": "length", "GB": "data", "TB": "data", "MW": "capacity", "GW": "capacity",
    "kWh": "capacity", "MWh": "capacity", "GWh": "capacity", "kg": "weight",
}  # fmt: skip
_PER_SHARE = re.compile(r"\s(?:per|a) (?:diluted |basic |ordinary |common )*share\b")
_STAFF = re.compile(r"(?:people|employees|staff|workers)$")


def _clean(metric: str) -> str:
    if metric.endswith("earnings per share"):
        return "eps"
    metric = "price" if metric == "prices" else metric.replace("eBIT", "EBIT")
    return re.sub(r"^(?:first|second|third|fourth)-quarter |^total ", "", metric)
