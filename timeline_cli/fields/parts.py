"""Decoders of the parts of an event: figures and sources.

Owns: their keys. Does not: round a number.
"""

from __future__ import annotations

import re
from sys import intern
from typing import Any

from timeline_cli.dates.event_date import EventDate
from timeline_cli.fields import decode
from timeline_cli.fields.amounts import SHORT_SCALES, format_amount, format_number, parse_amount
from timeline_cli.fields.context import Context
from timeline_cli.fields.decode import Decoder, label, line, mapping, one_of, text, url
from timeline_cli.fields.names import name_of
from timeline_cli.model import FIGURE_KINDS, Amount, Converted, Figure, Source
from timeline_cli.nodes import Mapping, Node, Scalar, is_null, kind_of


def _derived(_node: Node, _context: Context) -> None:
    """A key of our own JSON, which is computed again."""


def amount(node: Node, context: Context) -> Amount | None:
    """An amount without a unit."""
    found = _amount_and_rest(node, context)
    if found is None or not found[1]:
        return found and found[0]
    _not_an_amount(node, f"unexpected text after the number: {found[1]}", context)
    return None


def _amount_and_rest(node: Node, context: Context, in_short: bool = False) -> tuple[Amount, str] | None:
    written = text(node, context)
    if written is None:
        return None
    try:
        return parse_amount(written)
    except ValueError as error:
        _not_an_amount(node, str(error), context, in_short)
        return None


def _not_an_amount(node: Node, message: str, context: Context, in_short: bool = False) -> None:
    """Report a text, with what to write in its place; `in_short`, the value and the unit are one text."""
    from timeline_cli.fields.hints.amounts import hint_for_amount

    assert isinstance(node, Scalar)
    context.problems.at(node, "E206", message, hint_for_amount(node.value, in_short))


def _amount_of(values: dict[str, Any], node: Node, context: Context) -> Amount | None:
    """The amount of a mapping, or None; contradictions are reported."""
    try:
        return _joined(values.get("value"), values.get("low"), values.get("high"), values.get("qualifier"))
    except ValueError as error:
        context.problems.at(node, "E206", str(error), "write only value:, such as 89 to 93 billion or over 50")
        return None


def _joined(value: Amount | None, low: Amount | None, high: Amount | None, qualifier: str | None) -> Amount | None:
    """One amount from the keys of our own JSON, which has low and high for a range, and a separate qualifier."""
    if value is None:
        if low is None or high is None:
            return None
        value = Amount(low.single, high.single)
        if low.qualifier or high.qualifier or value.low is None or value.high is None or value.low > value.high:
            raise ValueError("low and high are not the two ends of a range")
    if qualifier and value.qualifier not in (None, qualifier):
        raise ValueError(f"{format_amount(value)} and {qualifier} contradict each other")
    single = value.single
    if single is None and qualifier in ("over", "under"):
        raise ValueError(f"a range is not {qualifier} something")
    if qualifier and single is not None:
        value = Amount(None if qualifier == "under" else single, None if qualifier == "over" else single)
    if qualifier:
        value = value._replace(qualifier=qualifier)
    if any(given is not None and given.single != side for side, given in ((value.low, low), (value.high, high))):
        raise ValueError("low and high do not agree with value")
    return value


_AMOUNT_KEYS: dict[str, Decoder] = {
    "value": amount,
    "low": amount,
    "high": amount,
    "qualifier": one_of("qualifier", ("about", "over", "under")),
}


def _converted(node: Node, context: Context) -> Converted | None:
    values = mapping(node, {**_AMOUNT_KEYS, "unit": line}, context)
    before = context.problems.errors
    found = _amount_of(values, node, context)
    if found is None:
        if context.problems.errors > before:
            return None
        context.problems.at(node, "E202", "a converted figure needs a value", "write {value: 44.3 billion, unit: USD}")
        return None
    return Converted(found, values.get("unit"))


def _period(node: Node, context: Context) -> Node:
    return node  # read once the figure's company, and with it the fiscal year, is known


FIGURE_KEYS: dict[str, Decoder] = {
    "metric": label,
    "company": name_of("companies"),
    "kind": one_of("kind of figure", FIGURE_KINDS),
    **_AMOUNT_KEYS,
    "unit": label,
    "period": _period,
    "period_start": _derived,
    "period_end": _derived,
    "previous": amount,
    "change": line,
    "converted": _converted,
}


HAND_WRITTEN_FIGURE_KEYS = tuple(
    key for key, decoder in FIGURE_KEYS.items() if decoder is not _derived and key not in ("low", "high", "qualifier")
)


_OUR_KEYS = frozenset({"low", "high", "qualifier"})  # that our own JSON has next to the value


def figures(node: Node, context: Context) -> tuple[Figure, ...]:
    """A list of figures, or the short form {METRIC: "NUMBER UNIT"}."""
    if isinstance(node, Mapping) and not ("metric" in node.pairs and "value" in node.pairs):
        found = [_short(key, value, node, context) for key, value in node.pairs.values()]
    else:
        found = [_figure(item, context) for item in decode.items(node, context)]
    return tuple([figure for figure in found if figure is not None])


def _short(key: Scalar, node: Node, mapping: Mapping, context: Context) -> Figure | None:
    if isinstance(node, Mapping):
        from timeline_cli.scalars import in_braces

        hint = f"write a list of figures: [{{metric: {in_braces(key.value)}, value: …}}]"
        context.problems.at(node, "E012", "expected NUMBER UNIT, not a mapping", hint)
        return None
    found = _amount_and_rest(node, context, in_short=True)
    if found is None:
        if is_null(node) and key.value[:1].isdigit():
            from timeline_cli.fields.hints.keys import unknown_key

            unknown_key(key, node, (), context, mapping.pairs)
        elif is_null(node):
            context.problems.at(key, "E202", f"{key.value} has no value", "write NUMBER UNIT after the colon")
        return None
    if found[1].lower().partition(" ")[0] in SHORT_SCALES:
        _not_an_amount(node, f"unexpected text after the number: {found[1]}", context, in_short=True)
        return None
    warn_of_dot(found[0], found[1], node, context)
    return Figure(intern(key.value), None, "actual", found[0], intern(found[1]) or None, None, None, None, None)


def warn_of_dot(amount: Amount, unit: str | None, node: Node, context: Context) -> None:
    """Warn about a number such as 4.000, whose dot may separate thousands; rates and prices may have such digits."""
    number = amount.low if amount.high is None else amount.high
    if number is None or number.as_tuple().exponent != -3 or not 1 <= abs(number) < 1000:
        return
    written = str(number)
    if written.endswith("00") and not (unit and re.search(r"%|\bper|/|point", unit)):
        hint = f"write {written.replace('.', '')} if the dot separates thousands, otherwise {format_number(number)}"
        context.problems.at(node, "W307", f"{written} is read with a decimal point, as {format_number(number)}", hint)


def _figure(node: Node, context: Context) -> Figure | None:
    if not isinstance(node, Mapping):
        context.problems.at(
            node,
            "E012",
            f"expected a mapping for a figure, not {kind_of(node)}",
            "write {metric: EV sales, value: 140000, unit: vehicles} or figures: {EV sales: 140000 vehicles}",
        )
        return None
    if len(node.pairs) == 1 and not FIGURE_KEYS.keys() & node.pairs.keys():
        from timeline_cli.fields.hints.parts import is_in_short

        if is_in_short(node, FIGURE_KEYS, context):
            return None
    before = context.problems.errors
    values = mapping(node, FIGURE_KEYS, context)
    plain = values.get("value") if _OUR_KEYS.isdisjoint(values) else None
    found = _amount_of(values, node, context) if plain is None else plain
    for key, missing in (("metric", "metric" not in values), ("value", found is None)):
        if missing and context.problems.errors == before:
            context.problems.at(node, "E202", f"a figure needs a {key}", "write {metric: …, value: …, unit: …}")
    if found is None or "metric" not in values:
        return None
    company = values.get("company")
    if "value" in node.pairs:
        warn_of_dot(found, values.get("unit"), node.pairs["value"][1], context)
    return Figure(
        values["metric"],
        company,
        values.get("kind", "actual"),
        found,
        values.get("unit"),
        figure_period(values.get("period"), node.pairs, company, context),
        values.get("previous"),
        values.get("change"),
        values.get("converted"),
    )


def figure_period(
    period: Node | None, pairs: dict[str, tuple[Scalar, Node]], company: str | None, context: Context
) -> EventDate | None:
    """The period of a figure of a company, in its fiscal year; `pairs` may have the bounds from our own JSON."""
    if period is None:
        return None
    entity = context.registries.companies.get(company) if company else None
    fiscal = entity.fiscal if entity and entity.fiscal else context.fiscal
    given = None
    if fiscal is None and "period_start" in pairs:
        given = decode.given_bounds(pairs, ("period_start", "period_end", "period_start", "period_end"))
    return decode.read_date(period, context, fiscal, given)


SOURCE_KEYS: dict[str, Decoder] = {
    "ref": line,
    "key": line,
    "publisher": line,
    "title": line,
    "url": url,
    "published": decode.date_alone,
    "quote": text,
}


def sources(node: Node, context: Context) -> tuple[Source, ...]:
    """A key of `sources:`, a URL, a mapping, or a list of these."""
    found = [_source(item, context) for item in decode.items(node, context)]
    return tuple([source for source in found if source is not None])


def _source(node: Node, context: Context) -> Source | None:
    if isinstance(node, Mapping):
        values = mapping(node, SOURCE_KEYS, context)
        reference = values.pop("ref", None)
        if reference is None:
            values.setdefault("key")
            return Source(**values)
        registered = _registered(reference, node.pairs["ref"][1], context)
        return registered._replace(**values)
    written = line(node, context)
    if not written:
        return None
    if decode.is_link(written):
        return Source(None, url=written)
    return _registered(written, node, context)


def _registered(key: str, node: Node, context: Context) -> Source:
    """The source of a key; one without a registered key is known by its key alone."""
    found = context.registries.sources.get(key)
    if found is None and not context.registries.is_faulty("sources", key):
        from timeline_cli.fields.hints.parts import hint_for_source

        hint = hint_for_source(key, context)
        context.problems.at(node, "E302", f"{key} is neither a key of sources: nor a link", hint)
    return found or Source(key)
