"""What --verbose adds below an event: its summary, figures, quotes with their sources, tags and links.

Owns: these words. Refuses: to cut any of them, or to compute with a figure.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from timeline_cli.console import Line, linked
from timeline_cli.dates.labels import label
from timeline_cli.fields.amounts import SCALES, format_number
from timeline_cli.model import LINKS, Amount, Entry, Figure, Source
from timeline_cli.text import clean, wrap
from timeline_cli.views.words import listed, plain


def details(entry: Entry, columns: int, ascii: bool) -> Iterator[Line]:
    """Lines of at most `columns`."""
    event = entry.event
    if event.summary:
        yield from ([(row, "")] for row in wrap(clean(event.summary), columns))
    for figure in event.figures:
        yield from _hanging(plain("▪ ", ascii), _figure(figure, ascii), columns, "")
    for source in event.sources:
        yield from _source(source, columns, ascii)
    said = [clean(event.id)]
    if event.tags:
        said.append("tags " + listed(event.tags))
    said += [f"{kind.replace('_', ' ')} {listed(getattr(event, kind))}" for kind in LINKS if getattr(event, kind)]
    yield from _hanging("# ", plain(" · ", ascii).join(said), columns, "dim")


def _hanging(sign: str, text: str, columns: int, style: str, url: str = "") -> Iterator[Line]:
    first, *others = wrap(text, columns - len(sign))
    yield [(sign, style), (linked(first, url), style)]
    yield from ([(" " * len(sign), ""), (linked(row, url), style)] for row in others)


def _source(source: Source, columns: int, ascii: bool) -> Iterator[Line]:
    """The quote, and below it who says so; the address in full only where nothing else names the source."""
    if source.quote:
        yield from _hanging("> ", clean(source.quote), columns, "")
    named = [clean(part) for part in (source.publisher, source.title) if part]
    if source.published is not None:
        named.append(plain(label(source.published), ascii))
    if source.url:
        named.append(clean(source.url))
    text = ", ".join(named) or clean(source.key or "")
    if text:
        yield from _hanging(plain("— ", ascii), text, columns, "dim", source.url or "")


def _figure(figure: Figure, ascii: bool) -> str:
    """EV shipment target of Xiaomi, 2025: 350,000 vehicles, before 300,000 (target)"""
    name = clean(figure.metric) + (f" of {clean(figure.company)}" if figure.company else "")
    if figure.period is not None:
        name += f", {plain(label(figure.period), ascii)}"
    text = f"{name}: {_with_unit(figure.amount, figure.unit)}"
    if figure.converted is not None:
        text += f" ({_with_unit(figure.converted.amount, figure.converted.unit)})"
    if figure.previous is not None:
        text += f", before {_amount(figure.previous)}"
    if figure.change:
        text += f", change {clean(figure.change)}"
    return text if figure.kind == "actual" else f"{text} ({figure.kind})"


def _with_unit(amount: Amount, unit: str | None) -> str:
    if not unit:
        return _amount(amount)
    return _amount(amount) + ("%" if unit == "%" else f" {clean(unit)}")


def _amount(amount: Amount) -> str:
    """In the words of the file: about 89 to 93 billion, with thousands apart."""
    words = [amount.qualifier] if amount.qualifier else []
    single = amount.single
    if single is not None:
        words.append(_number(single))
    elif amount.low is not None and amount.high is not None:
        low, high = _number(amount.low), _number(amount.high)
        # The scale that both have is said once.
        scale = low.partition(" ")[2]
        words += [low.removesuffix(f" {scale}") if high.endswith(f" {scale}") else low, "to", high]
    return " ".join(words)


def _number(number: Decimal) -> str:
    """Exactly the number: 350,000, and 64.9 trillion for 64900000000000."""
    for word, digits in reversed(SCALES.items()):
        if digits >= 6 and abs(number.adjusted()) >= digits and number.adjusted() < 60:
            sign, figures, exponent = number.as_tuple()
            scaled = format_number(Decimal((sign, figures, int(exponent) - digits)))
            if len(scaled.partition(".")[2]) <= 3:
                return f"{_grouped(scaled)} {word}"
    return _grouped(format_number(number))


def _grouped(digits: str) -> str:
    whole, point, rest = digits.partition(".")
    sign = "-" if whole.startswith("-") else ""
    return f"{sign}{int(whole.lstrip('-')):,}{point}{rest}"
