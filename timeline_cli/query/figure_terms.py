"""Terms on figures, such as metric, value and period; next to each other, the same figure has to match them all.

Owns: FIGURE_TERMS. Does not: treat an "about" number as certain.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple

from timeline_cli.dates import period as periods
from timeline_cli.errors import UsageFault
from timeline_cli.fields.amounts import (
    CURRENCY_CODES,
    CURRENCY_SIGNS,
    SCALES,
    SHORT_SCALES,
    format_number,
    parse_amount,
)
from timeline_cli.hint import Hint
from timeline_cli.model import FIGURE_KINDS, Amount, Figure
from timeline_cli.query.names import name_test, quoted
from timeline_cli.query.narrow import Filled, Narrow, Words
from timeline_cli.query.term import Ask
from timeline_cli.query.verdict import CERTAIN, NO, POSSIBLE, Test, yes_or_no
from timeline_cli.spelling import did_you_mean
from timeline_cli.text import fold

FigureTest = Callable[[Figure], int]


class FigureMeaning(NamedTuple):
    test: FigureTest
    reading: str
    narrow: Narrow = Filled("figures")
    exact: bool = False


class FigureTerm(NamedTuple):
    name: str
    help: str
    compile: Callable[[str, Ask], FigureMeaning]
    imprecise: bool = False


def _metric(value: str, ask: Ask) -> FigureMeaning:
    matches = name_test(value, ask.exact)
    metrics = ask.facts.words("metric")
    wanted = frozenset(metric for metric in metrics if matches(metric))
    if not wanted:
        ask.nothing_has("metric", value, metrics)
    return FigureMeaning(
        lambda figure: yes_or_no(figure.metric in wanted), quoted(value), Words("metric", wanted), exact=True
    )


def _value(value: str, ask: Ask) -> FigureMeaning:
    plain, codes = _without_unit(value)
    low, high = _range(plain, value)
    reading = format_number(low) if low is not None and low == high else f"{_side(low)}..{_side(high)}"
    if not codes:
        return FigureMeaning(lambda figure: within(figure.amount, low, high), reading)
    units = codes | {CURRENCY_SIGNS[code] for code in codes if code in CURRENCY_SIGNS}
    return FigureMeaning(
        lambda figure: within(figure.amount, low, high) if figure.unit in units else NO,
        f"{reading} {' or '.join(sorted(codes))}",
    )


_SHORT = rf"(?i)(?<=\d)\s*({'|'.join(SHORT_SCALES)})\b"
_SIGNED = (
    rf"(?<![^\s.])({'|'.join(sorted(map(re.escape, set(CURRENCY_SIGNS.values())), key=len, reverse=True))})\s*(?=[\d-])"
    rf"|(?<![^\s.])({'|'.join(sorted(CURRENCY_CODES))})\s*(?=[\d-])|(?<=[\da-z.])\s*({'|'.join(sorted(CURRENCY_CODES))})\b"
    r"|(?<=[\d.])\s*(%|per ?cent\b)"
)


def _without_unit(value: str) -> tuple[str, frozenset[str]]:
    """A range with its scales as words and without its unit, and those that this may be: $5bn.. is USD, 5%.. is %."""
    value = value.replace("US$", "$")
    found = {code for match in re.finditer(_SIGNED, value) for code in _codes_of(match)}
    plain = re.sub(_SIGNED, "", value)
    return re.sub(_SHORT, lambda match: f" {SHORT_SCALES[match[1].lower()]}", plain), frozenset(found)


def _codes_of(match: re.Match[str]) -> list[str]:
    sign = match[1]
    return (
        [match[2] or match[3] or "%"] if sign is None else [code for code, own in CURRENCY_SIGNS.items() if own == sign]
    )


def _side(number: Decimal | None) -> str:
    return "" if number is None else format_number(number)


def _range(value: str, written: str) -> tuple[Decimal | None, Decimal | None]:
    """A number, LOW..HIGH, LOW.. or ..HIGH, each with an optional scale word; `written` is it with its unit."""
    low_text, dots, high_text = value.partition("..")
    low, high = _number(low_text, written), _number(high_text, written)
    if low is not None and high is not None and not any(scale in low_text.lower() for scale in SCALES):
        # As in a file, a scale word at the end applies to both: 89..93 billion.
        low = _number(f"{low_text} {next((scale for scale in SCALES if scale in high_text.lower()), '')}", written)
    if not dots:
        high = low
    if low is None and high is None:
        raise _not_a_range(written)
    if low is not None and high is not None and low > high:
        raise UsageFault(f"the range {value} is reversed", f"write value:{high_text}..{low_text}")
    return low, high


def _number(text: str, written: str) -> Decimal | None:
    if not text.strip():
        return None
    try:
        amount, rest = parse_amount(text)
    except ValueError:
        raise _not_a_range(written) from None
    if rest or amount.qualifier or amount.single is None:
        raise _not_a_range(written)
    return amount.single


def _not_a_range(value: str) -> UsageFault:
    compared = value.lstrip("<>= ")
    meant = _meant(compared)
    hint = Hint('write value:350000, value:300000.. (at least), value:..500 (at most) or value:"1 billion..2 billion"')
    if compared != value:
        numbers = [number for number in meant if ".." not in number] or ["300000"]
        least, most = (" or ".join(f"value:{side.format(number)}" for number in numbers) for side in ("{}..", "..{}"))
        hint = Hint(f"write a range: {least} (at least) or {most} (at most)")
    elif meant:
        hint = Hint(f"write value:{' or value:'.join(meant)}", f"value:{meant[0]}" if len(meant) == 1 else None)
    return UsageFault(f"{value or 'nothing'} is not a number or a range of numbers", hint)


def _meant(value: str) -> list[str]:
    """The numbers or ranges that a text in another form may mean, in plain digits; a currency is next to them."""
    from timeline_cli.fields.hints.amounts import offers

    low_text, dots, high_text = re.sub(r"\.{3,}|…", "..", value).partition("..")
    is_open = bool(dots) and not (low_text and high_text)
    meant = []
    for offer in offers(low_text or high_text if is_open else value):
        low, high, qualifier = parse_amount(offer.amount)[0]
        if is_open:
            low, high = (low, None) if low_text else (None, high)
        if qualifier != "about":
            number = format_number(low) if low is not None and low == high else f"{_side(low)}..{_side(high)}"
            unit = "USD" if offer.unit.lower() in ("dollars", "dollar") else offer.unit  # as is $
            meant.append(number + (unit if unit in CURRENCY_CODES else ""))
    return list(dict.fromkeys(meant))


def within(amount: Amount, low: Decimal | None, high: Decimal | None) -> int:
    """Whether an amount is in a range.

    A range is certain only if it lies wholly inside; over and under exclude their number; "about" a number is possible
    within a tenth of it, and never certain.
    """
    if amount.qualifier == "about":
        return _about(amount, low, high)
    is_strict = amount.low is None or amount.high is None
    below = low is not None and amount.high is not None and (amount.high <= low if is_strict else amount.high < low)
    above = high is not None and amount.low is not None and (amount.low >= high if is_strict else amount.low > high)
    if below or above:
        return NO
    starts_before = low is not None and (amount.low is None or amount.low < low)
    ends_after = high is not None and (amount.high is None or amount.high > high)
    return POSSIBLE if starts_before or ends_after else CERTAIN


def _about(amount: Amount, low: Decimal | None, high: Decimal | None) -> int:
    lowest, highest = amount.low or Decimal(0), amount.high or Decimal(0)
    slack = max(abs(lowest), abs(highest)) / 10
    too_low = low is not None and highest + slack < low
    too_high = high is not None and lowest - slack > high
    return NO if too_low or too_high else POSSIBLE


def _kind(value: str, ask: Ask) -> FigureMeaning:
    asked = fold(value)
    if asked not in FIGURE_KINDS:
        raise UsageFault(f"{value} is not a kind of figure", did_you_mean(value, FIGURE_KINDS))
    return FigureMeaning(lambda figure: yes_or_no(figure.kind == asked), asked)


def _unit(value: str, ask: Ask) -> FigureMeaning:
    matches = name_test(value, ask.exact)
    return FigureMeaning(lambda figure: yes_or_no(figure.unit is not None and matches(figure.unit)), quoted(value))


def _period(value: str, ask: Ask) -> FigureMeaning:
    asked = ask.read_period(value, ask.fiscal)

    def test(figure: Figure) -> int:
        return int(periods.overlap(figure.period, asked)) if figure.period else NO

    return FigureMeaning(test, asked.text)


FIGURE_TERMS: dict[str, FigureTerm] = {
    row.name: row
    for row in (
        FigureTerm("metric", "the metric of a figure", _metric),
        FigureTerm(
            "value",
            "the value of a figure: 350000, 300000.., ..500, 5bn.., $5bn.., 5%.. (its unit too)",
            _value,
            imprecise=True,
        ),
        FigureTerm("kind", "the kind of a figure: " + " ".join(FIGURE_KINDS), _kind),
        FigureTerm("unit", "the unit of a figure: USD, units, %", _unit),
        FigureTerm("period", "the period of a figure", _period, imprecise=True),
    )
}


def some_figure(test: FigureTest) -> Test:
    """The best match among the figures."""
    return Test(lambda seen: max(map(test, seen.event.figures), default=NO))
