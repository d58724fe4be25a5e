"""The figures of a clause: amount, unit, metric, change, what it was before.

Owns: what amounts measure. Does not: find them, convert or round.
"""

from __future__ import annotations

import re

from timeline_cli.dates.in_text.moment import Expression
from timeline_cli.drafting import expectations
from timeline_cli.drafting.amounts import Amount, amounts
from timeline_cli.drafting.brackets import COMPARING, without_brackets
from timeline_cli.drafting.clause import Clause
from timeline_cli.drafting.expectations import NOUNS
from timeline_cli.drafting.periods import Figure, beside, of_share
from timeline_cli.fields.amounts import parse_amount

METRICS = (
    r"(?:(?:net |operating |gross |pre-tax |pretax |adjusted |quarterly |annual |first-quarter |second-quarter |"
    r"third-quarter |fourth-quarter |total |global |domestic |retail |free |order )*(?:profit margin|operating margin|"
    r"(?-i:[Ee]BIT(?:D?A)?)(?: margin)?|order intake|income|earnings per share|(?-i:[Ee]PS)|"
    r"returns? on (?:[a-z]+ )?(?:equity|capital|assets|sales)|"
    r"profits?|loss|earnings|revenues?|sales|turnover|margin|shipments?|deliveries|output|production(?: capacity)?|"
    r"capacity|order book|orders?|exports?|dividend|stake|market share|"
    r"workforce|budget|spending|investment|capital expenditure|debt|cash flow|cash|market value|valuation|fine|penalty|"
    r"damages|charge|"
    r"settlement|prices?|bid|offer|contract|deal|backlog|loans?|bonds?|fund|buyback|subsid(?:y|ies)|tariffs?|subscribers|users|"
    r"headcount|funding|share price|shares|dividends?|(?:cost )?savings|cost|compensation|"
    r"stock|bookings|traffic|emissions|yield|wage|pay|salary|interest rate|rate|bill|premium)"
    rf"(?: {NOUNS})?|{NOUNS})"
)
_ANY_METRIC = re.compile(rf"\b{METRICS}\b")
_TO_METRIC = re.compile(rf"(?:['’]s)?\s(?:[\w-]+\s){{0,4}}?{METRICS}\b[^,;\d]*")  # after a period
_UP = re.compile(
    r"\b(?:up|rose|risen|rise|rising|grow|grew|grown|growth|jump\w*|increas\w+|gain\w*|climb\w*|surg\w+|soar\w*|higher|"
    r"advanc\w+|boost\w*|rais\w+|lift\w*|hik\w+|expand\w*|more than (?:a year|in))\b"
)
_DOWN = re.compile(
    r"\b(?:down|fell|fallen|fall|falling|drop\w*|declin\w+|slump\w*|plung\w+|slid|slip\w*|sank|lower|shrank|decreas\w+|"
    r"tumbl\w+|lost|dip\w*|cut|reduc\w+|lowered|trimmed|slashed|(?:was|were) off)\b"
)

# Before an amount with which another one is compared.
_COMPARED = re.compile(
    r"\b(?:(?:compared (?:with|to)|against|versus|than|(?<!range )(?<!ranges )(?<!ranging )from)\s+"
    r"(?:a (?:loss|profit) of\s+)?(?:an?\s)?(?:\w+\s)?"
    rf"|(?:an?|its|their|the)\s(?:previous|prior|earlier|original|initial)\s(?:\w+\s){{0,2}}(?:range|{NOUNS})\s(?:of|for)\s"
    r"|previously\s(?:\w+\s){1,2})(?:between\s)?$"
)
# Revenue of $3 billion, $200 million above its target.
_DIFFERENCE = re.compile(r"\s(?:above|below|ahead|short|better|worse|(?:more|less|higher|lower|fewer) than)\b")

_COMPARING = re.compile(COMPARING)


def figures(
    text: str, dates: list[Expression], offset: int, at_home: dict[str, str] | None = None, clause: Clause | None = None
) -> list[Figure]:
    """The figures of a clause, as a file writes them; those compared with are no figures of their own."""
    plain, made = without_brackets(text), list[Figure]()
    heads = [match.span() for match in _COMPARING.finditer(text)]  # (2025: €1.10)
    found = amounts(text, dates, offset, at_home)
    found = [each for each in found if not any(a <= each.begin < b for a, b in heads)]
    for last, amount, following in zip([None, *found], found, [*found[1:], None], strict=False):
        opened, count = text.rfind("(", 0, amount.begin), len(made)
        ends = [end for begin, end in heads if begin == opened > text.rfind(")", 0, amount.begin)]
        if not ends:
            _add(made, amount, last, following, plain)
        elif ends == [amount.begin]:  # (Q3 2025: €301.4 million, or 8.2 percent)
            _add_previous(made[-1:], amount)
        if clause is not None and len(made) > count and "period" not in made[-1]:
            made[-1] |= beside(made[-1], _TO_METRIC, clause, dates, (amount.begin + offset, amount.end + offset))
    return [_readable(figure) for figure in made if figure["metric"] and _is_amount(figure["value"])]


def _add(made: list[Figure], amount: Amount, last: Amount | None, following: Amount | None, text: str) -> None:
    """What an amount says: a figure, or more of the one before; `last` and `following` are the amounts around it."""
    before, after = text[: amount.begin], text[amount.end :]
    ahead = text[last.end if last is not None else 0 : amount.begin]  # the words since the last amount
    goes_on = following is not None and after[: following.begin - amount.end].strip() in _GOING_ON
    figure: Figure = {}
    is_same = last is not None and ahead.strip() == "(" and amount.unit != last.unit
    if made and last is not None and is_same and made[-1]["value"] == last.written:
        if amount.unit is not None:
            made[-1]["converted"] = _value(amount)
        else:  # 1,200 million (1,100), as reports write the year before
            _add_previous(made, amount._replace(scale=amount.scale or last.scale))
        return
    if (not goes_on and _is_beside(made, amount, last, ahead, before, after)) or (goes_on and before.endswith("from ")):
        return
    if _rises(text, amount):
        if not goes_on:
            _add_change(made, amount, text, ahead)
        return
    if last is not None and ahead.strip() in _GOING_ON:
        if text[: last.begin].endswith("from "):
            figure["previous"], before = last.written, text[: last.begin]
            amount = amount._replace(unit=amount.unit or last.unit)
        elif _rises(text, last):
            figure["change"] = f"{_signed(last, text).written}%"
    kind = expectations.kind(before)
    figure |= {"kind": kind} if kind else {}
    metric = _metric(before[:1].lower() + before[1:], after, amount)
    if amount.unit != "%" and _BY.search(ahead) and re.fullmatch(METRICS, metric):  # reduced debt by $3 million
        metric, amount = f"{metric} change", _signed(amount, text)
    made.append({"metric": metric, **_value(amount), **figure})


def _is_beside(made: list[Figure], amount: Amount, last: Amount | None, ahead: str, before: str, after: str) -> bool:
    """Whether it is what the figure before is compared with, and added so."""
    expected = expectations.compared(ahead, after)
    if expected is not None and (expected == "consensus" or not made or made[-1].get("kind") != expected):
        _add_expected(made, amount, expected, ahead, after)
        return True
    is_joint = ahead == ", or " and last is not None and any(each.get("previous") == last.written for each in made)
    if _COMPARED.search(before) or is_joint:
        _add_previous(made, amount, _PER_SHARE.match(after) is not None)
        return True
    return before.endswith(", ") and amount.unit != "%" and _DIFFERENCE.match(after) is not None


def _readable(figure: Figure) -> Figure:
    """Without an earlier or a converted amount that no file could have."""
    amounts = {key: part["value"] if isinstance(part, dict) else part for key, part in figure.items()}
    return {key: figure[key] for key in figure if key not in ("previous", "converted") or _is_amount(amounts[key])}


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


def _rises(text: str, amount: Amount) -> bool:
    """Whether it is by how much something rose or fell, rather than a share."""
    before, after = text[: amount.begin], text[amount.end :]
    if amount.unit != "%" or re.search(r"\bfrom $|\bto\s+(?:about |over |under )?$", before):
        return False
    if re.match(r" to (?:a record )?[^\s\d]{0,3}\d[\d.,]*(?! ?%|[-\s]per|[\d.,])", after):
        return True  # raised its dividend 5% to 42 cents
    around = before[-24:] + text[amount.begin : amount.end] + after[:24]
    is_share = _SHARES.search(after[:22]) is not None
    return not is_share and ("on-year" in around or bool(_UP.search(around) or _DOWN.search(around)))


def _add_change(made: list[Figure], amount: Amount, text: str, ahead: str) -> None:
    """To the last figure, unless the words since the last amount say what else rose or fell."""
    written, is_other = _signed(amount, text).written, bool(made) and _OTHER.search(ahead) is not None
    said = _ANY_METRIC.findall(ahead.lower())
    if made and not said:
        if re.search(r"\b(?:against|versus|compared)\b|['’]s $", ahead):
            return
        if not is_other and "change" not in made[-1] and made[-1].get("unit") != "%":
            made[-1]["change"] = f"{written}%"
            return
    said = said or ([] if is_other else _ANY_METRIC.findall(text[: amount.begin].lower()))
    by = re.search(r"\b([a-z]{3,}) (?:by|growth of)\s+$", ahead)
    higher = re.match(r"\s(?:higher|lower)\b", text[amount.end :])
    name = by[1] if by is not None else _changed(_OTHER.sub("", ahead) + (higher[0].strip() if higher else ""))
    if name := _clean(said[-1]) if said else name:
        made.append({"metric": f"{name} change", "value": written, "unit": "%"})


_BY = re.compile(rf"(?:{_UP.pattern}|{_DOWN.pattern})[^,;]{{0,30}}\sby\s(?:about\s)?$")
_OTHER = re.compile(r"^.*\b(?:while|whereas|as|but|after|when|outpac\w+)\s")
_GOING_ON = ("to", "to a record", "at", "to close at", "lower at", "higher at", "weaker at", "stronger at")


_MOVED = re.compile(
    rf"(?:.*,\s)?(?:(?:the|its|their|an?)\s|\S+['’]s?\s)?(?P<what>\S+(?:\s\S+){{0,3}}?)\s(?:ha[sd]\s|have\s)?(?:\w+ly\s)?"
    rf"(?:(?:closed?|end|open|finish|trad|was|were|is)(?:ed|d)?\s)?(?:{_UP.pattern}|{_DOWN.pattern})",
    re.IGNORECASE,
)


def _changed(before: str) -> str | None:
    """What rose or fell by a share: a segment, an index; the share price of a name alone."""
    match = _MOVED.match(before)
    if match is None or re.search(r"\b(?:it|they|he|she|which|who|that|and|of|to|in|than)\b", match["what"].lower()):
        return None
    named = all(word[0].isupper() for word in match["what"].split())
    return "share price" if named else str(match["what"])


def _signed(amount: Amount, text: str) -> Amount:
    """A change, negative for a fall."""
    near, far = (text[max(amount.begin - back, 0) : amount.end + 16] for back in (24, 40))
    around = near if _UP.search(near) or _DOWN.search(near) else far  # lowered its net profit forecast by 15%
    is_fall = _DOWN.search(around) is not None and _UP.search(around) is None
    number, low = f"-{amount.low or amount.number}", amount.low and f"-{amount.number}"
    return amount._replace(number=number, low=low) if is_fall else amount


def _add_previous(made: list[Figure], amount: Amount, is_per_share: bool = False) -> None:
    """To the last figure, or the last one that is or is not per share."""
    both = len({of_share(figure["metric"]) for figure in made}) > 1
    last = next((each for each in made[::-1] if not both or of_share(each["metric"]) == is_per_share), None)
    if last is not None and "previous" not in last and (amount.unit is None or last.get("unit") in (amount.unit, None)):
        last["previous"] = amount.written


def _add_expected(made: list[Figure], amount: Amount, kind: str, ahead: str, after: str) -> None:
    """What was expected of the last figure, or of what the words around say; nothing if that is not clear."""
    said = [each for each in _ANY_METRIC.findall(f"{ahead}|{after[:40]}") if not re.fullmatch(NOUNS, each)]
    last = made[-1] if made else Figure()
    unit = amount.unit or str(last.get("unit") or "") or None
    metric, period = str(last.get("metric", "")), {key: last[key] for key in ("period",) if key in last}
    if not last or unit != last.get("unit"):
        metric, period = ("eps" if _PER_SHARE.match(after) else _clean(said[0]) if said and amount.unit else ""), {}
    if metric:
        made.append({"metric": metric, **_value(amount._replace(unit=unit)), "kind": kind, **period})


# Metrics that are counted in units other than money.
_COUNTED = r"sales|shipment|deliver|output|production|capacity|target|forecast|workforce|headcount|subscriber|exports"
_IN_PERCENT = (
    rf"{_COUNTED}|stake|return|share|margin|rate|tariff|yield|profit|income|revenue|earnings|traffic|emission|dividend"
)
_BY_VERB = {
    "invest": "investment", "spend": "spending", "spent": "spending", "rais": "amount raised", "pay": "payment",
    "paid": "payment", "buy": "price", "bought": "price", "acqui": "price", "sold": "sales", "sell": "sales",
    "settl": "settlement", "set aside": "provision", "receiv": "amount received", "lose": "loss", "lost": "loss",
    "earn": "profit", "cost": "cost", "fine": "fine", "sav": "savings", "valu": "valuation", "borrow": "debt",
}  # fmt: skip


def _metric(before: str, after: str, amount: Amount) -> str:
    """What the amount measures: the nearest of the usual words, else what is counted, else what the verb says."""
    is_money = amount.is_money and bool(amount.unit or amount.scale)  # not 12,000 feet
    if (is_money or amount.unit in ("cents", "pence")) and _PER_SHARE.match(after):
        said = re.findall(r"\b(dividend|income|profit|earn|eps|loss|lost)(?:s|es|ings|ed)?\b", before.lower())
        if said[-1:] in ([], ["dividend"]):
            return said[-1] if said else "price"
        name = "loss per share" if said[-1] in ("loss", "lost") else "eps"
        return f"adjusted {name}" if _ADJUSTED.search(before) else name
    if amount.unit is not None and _STAFF.search(amount.unit) and re.search(r"\bemploy\w*\b|\b(?:had|has)\b", before):
        return "headcount"
    near = _NEAR.match(after)
    if near is not None and (is_money or amount.unit == "%"):
        return _clean(near[1])
    if is_money and (at := _FOR.search(before)):
        return "valuation" if at["valued"] else "price"
    ahead = next(iter([*_ANY_METRIC.finditer(before)][::-1]), None)
    verb = next(iter([*_VERB.finditer(before)][::-1]), None)
    # Shares closed at $3, valuing it at $4 billion.
    is_later = ahead is not None and verb is not None and verb["new"] and verb.start() >= ahead.end() and is_money
    is_usual = is_money or (ahead and re.search(_IN_PERCENT if amount.unit == "%" else _COUNTED, ahead[0]))
    if ahead is not None and is_usual and not is_later:
        is_price = is_money and not amount.scale and ahead[0] in ("shares", "stock") and _AT.search(before)
        is_count = not is_money and amount.unit != "%"  # of one unit per metric
        return "share price" if is_price else re.sub("^sales$", "unit sales" if is_count else "sales", _clean(ahead[0]))
    if amount.unit == "%":
        of = re.match(_OF_STAFF, after) or re.search(r"\b(?!total|average|\w+[eo]rs?\s)([a-z]{4,}) of\s$", before)
        return of[1] if of is not None else "share"
    if not amount.is_money:
        return _BY_UNIT.get(amount.unit or "", str(amount.unit))
    return _BY_VERB.get(verb["verb"], "amount") if verb is not None else "amount"


_NEAR = re.compile(
    r"\s*(?:-\w+\s)?(?:(?:in(?!\s+(?:cash|stock|shares|debt)\b)|off?|worth of|for)\s+)?(?:(?:a|an|the|its|cash|"
    rf"all-cash|all-stock|annual|new|new-car)\s+)*({METRICS})\b"
)
_ADJUSTED = re.compile(r"\b(?:adjusted|underlying|non-GAAP)\b")
_VERB = re.compile(
    r"(?P<new>(?:,|\sand)\s(?:(?:will|has|also|would)\s)?)?\b(?P<verb>invest|spen[dt]|rais|pa(?:y|id)|bu[yi]|bought|acqui|"
    r"s[oe]l[dl]|cost|fine|sav|valu|borrow|settl(?!\w* (?:up|down|at|\d))|set aside|receiv|los[et]|earn)\w*"
)
_AT = re.compile(r"\b(?:at|to|(?:high|low) of)\s$")
_FOR = re.compile(
    r"\b(?:stake|shares?|interest|holding|s[eo]ld|sell(?:s|ing)?|sale of|b(?:uys?|uying|ought)|acquir\w+|purchas\w+|"
    r"takeover)\b.*\bfor\s+(?:about |around )?$"
    r"|\b(?<!deal )(?<!contract )(?<!offer )(?P<valued>valu(?:ed|es|ing))\b[^,;]*\bat\s+(?:about |around )?$"
)
_BY_UNIT = {
    "pence": "price", "km": "length", "GB": "data", "TB": "data", "MW": "capacity", "GW": "capacity",
    "kWh": "capacity", "MWh": "capacity", "GWh": "capacity", "kg": "weight",
    "square feet": "area", "square metres": "area", "megawatt": "capacity", "megawatts": "capacity",
    "gigawatt": "capacity", "gigawatts": "capacity",
}  # fmt: skip
_PER_SHARE = re.compile(
    r"\s(?:(?:per|a) (?:diluted |basic |ordinary |common )*(?:share|barrel|tonne|ton|ounce)|each|apiece)\b"
)
_STAFF = re.compile(r"(?:people|employees|staff|workers)$")


def _clean(metric: str) -> str:
    """As a file names it; a price target is one of analysts."""
    metric = metric if metric.startswith("price ") else re.sub(rf"(?<=\w) {NOUNS}$", "", metric)
    if re.search(r"earnings per share$|[Ee]PS$", metric):
        return "eps"
    metric = "price" if metric == "prices" else metric.replace("eBIT", "EBIT")
    return re.sub(r"^(?:first|second|third|fourth)-quarter |^total ", "", metric)
