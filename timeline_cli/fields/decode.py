"""Decoders: from a node to the value of one field, with every problem located.

Owns: the shapes that fields share (a word, a name, a list of names, links, dates). Does not: drop or
change a value silently.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from sys import intern
from typing import Any

from timeline_cli.dates.event_date import EventDate, parse_date
from timeline_cli.dates.faults import DateFault
from timeline_cli.dates.fiscal import FiscalYear
from timeline_cli.dates.points import GivenBounds, Setting
from timeline_cli.fields.context import Context
from timeline_cli.hint import NO_HINT, Hint
from timeline_cli.nodes import Mapping, Node, Scalar, Sequence, is_null, kind_of
from timeline_cli.spelling import if_slip
from timeline_cli.text import NULLS

# An @ and a number at the end mean an earlier version, as --all-versions writes it.
_BAD_ID = re.compile(r"[\s,\"'()\x00-\x1f]|@(?!\d+$)|^@")

Decoder = Callable[[Node, Context], Any]


def text(node: Node, context: Context) -> str | None:
    """Any text; a list or a mapping is an error."""
    if type(node) is Scalar:
        return node.value if node.style or node.value not in NULLS else None
    context.problems.at(node, "E012", f"expected text, not {kind_of(node)}", _quote_hint(node))
    return None


def _quote_hint(node: Node) -> str:
    if isinstance(node, Sequence) and node.items and all(isinstance(item, Scalar) for item in node.items):
        words = ", ".join(item.value for item in node.items if isinstance(item, Scalar))
        return f"write it without the brackets or dashes: {words}"
    if isinstance(node, Mapping) and len(node.pairs) == 1:
        [(_, value)] = node.pairs.values()
        if isinstance(value, Scalar) and not is_null(value):
            return f"write only the text: {value.value}"
    opening = "[" if isinstance(node, Sequence) and node.flow else "{" if isinstance(node, Mapping) else ""
    return f'quote the text if it starts with {opening}: "…"' if opening else "write it after the colon, on one line"


def line(node: Node, context: Context) -> str | None:
    """Text of one line; several lines are a warning and become one when shown."""
    if type(node) is Scalar and "\n" not in node.value:
        return node.value if node.style or node.value not in NULLS else None
    found = text(node, context)
    if found is None:
        return None
    found = found.strip("\n")
    if "\n" in found:
        context.problems.at(node, "W205", "expected one line, not several", "put long text in summary:")
    return found


def label(node: Node, context: Context) -> str | None:
    """Text of one line that many events share, stored once in memory."""
    found = line(node, context)
    return found and intern(found)


def one_of(what: str, words: tuple[str, ...], of: tuple[str, tuple[str, ...]] = ("", ())) -> Decoder:
    """One of a few words, written exactly; the message for any other word says `what` they are.

    `of` is a field, with its words, that is easily confused with this one.
    """

    def decode(node: Node, context: Context) -> str | None:
        found = text(node, context)
        if found is None or found in words:
            return found and intern(found)
        from timeline_cli.fields.hints.synonyms import meant_value

        hint = meant_value(what, found, words) or context.did_you_mean(found, words)
        if found in of[1]:
            hint = Hint(f"this is a {of[0]}: write {of[0]}: {found}")
        context.problems.at(node, "E203", f"{found} is not a {what}", if_slip(found, hint))
        return None

    return decode


def event_type(node: Node, context: Context) -> str | None:
    """A type of events; an undeclared type is a warning, once per type and file."""
    found = text(node, context)
    types = context.registries.types
    if found is None:
        return None
    if found not in types and not context.registries.is_faulty("types", found):
        hint = context.hints.get(found)
        if hint is None:
            from timeline_cli.fields.hints.synonyms import meant_value

            near = meant_value("type", found, types) or context.did_you_mean(found, types)
            declare = f"declare it at the top: types: {{{found}: {{}}}}"
            listed = f"{declare}; timeline help file lists the built-in types"
            hint = Hint(f"{near} Otherwise {declare}" if near.value else listed, near.value)
            context.hints[found] = hint
        context.problems.at(node, "W201", f"the type {found} is not declared", hint)
    return intern(found)


def event_id(node: Node, context: Context) -> str | None:
    """A written id: one word, usable in queries and links."""
    found = text(node, context)
    if found is not None and _BAD_ID.search(found):
        fixed = re.sub(r"[\s,\"'()@\x00-\x1f]+", "-", found).strip("-")
        hint = Hint(f"write {fixed}", fixed) if fixed else "write one word"
        context.problems.at(node, "E205", "an id is one word, without , ( ) @ or quotes", hint)
        return None
    return found


def _link_id(node: Node, context: Context) -> str | None:
    """The id of another event; whether it exists is checked later. Several ids need a list."""
    if not isinstance(node, Scalar) or not _BAD_ID.search(node.value):
        return event_id(node, context)
    several = [word for word in re.split(r"\s*[,;]\s*|\s+(?:and|&)\s+", node.value) if word]
    one = re.sub(r"[\s,\"'()@\x00-\x1f]+", "-", node.value).strip("-") or "a-word"
    hint = f"write the id of that event, such as {one}; if it has none, add id: to it"
    if len(several) > 1 and not any(map(_BAD_ID.search, several)):
        hint = f"write a list: [{', '.join(several)}]"
    context.problems.at(node, "E205", "an id is one word, without , ( ) @ or quotes", hint)
    return None


def items(node: Node, context: Context) -> list[Node]:
    """The items of a list; a single value counts as a list of one, null as an empty list."""
    if isinstance(node, Sequence):
        return node.items
    if is_null(node):
        return []
    return [node]


def links(node: Node, context: Context) -> tuple[str, ...]:
    """One id or a list of them."""
    found = (_link_id(item, context) for item in items(node, context))
    return tuple(dict.fromkeys(word for word in found if word))


def words(node: Node, context: Context) -> tuple[str, ...]:
    """One word or a list of them, as written, each once."""
    cut = node.value if isinstance(node, Scalar) and not node.style and ", " in node.value else ""
    if cut and not context.problems.has_cut(node):
        hint = f"write a list: [{cut.rstrip(', ')}]"
        context.problems.at(node, "W204", "several words in one value are read as one", hint)
    found: dict[str, None] = {}
    for item in items(node, context):
        if not cut and type(item) is Scalar and not item.style and _MARKS.search(item.value):
            from timeline_cli.fields.hints.lists import tell_several

            tell_several(item, context)
        word = written(item, context)
        if word in found:
            context.problems.at(item, "W210", f"{word} is in this list twice", "remove one of them")
        if word:
            found[word] = None
    return tuple(found)


_MARKS = re.compile("[;；，、|]")


def written(node: Node, context: Context) -> str | None:
    """Text in a list: NO, null and ~ are plain words."""
    if type(node) is not Scalar:
        return text(node, context)
    return label(node, context) if "\n" in node.value else intern(node.value)


# By a key that only one kind of mapping has: the key for a text that was written instead of the mapping.
_OF_A_TEXT = {"url": "title", "role": "role", "tz": "in"}


def _hint_for_mapping(node: Node, decoders: dict[str, Decoder]) -> str:
    """The hint for a value written instead of a mapping: the text under its key, or the known keys."""
    if isinstance(node, Scalar) and not is_null(node):
        link = node.value if is_link(node.value) else hint_for_link(node.value).value
        if "url" in decoders and link:
            return f"write {{url: {link}}}"
        for own, key in _OF_A_TEXT.items():
            if own in decoders:
                from timeline_cli.scalars import in_braces

                return f"write {{{key}: {in_braces(node.value)}}}; its keys are {', '.join(decoders)}"
    return f"write {{KEY: …, KEY: …}}; its keys are {', '.join(decoders)}"


def mapping(node: Node, decoders: dict[str, Decoder], context: Context) -> dict[str, Any]:
    """The values of a mapping by key, without nulls; a key that is not in `decoders` is an error."""
    if not isinstance(node, Mapping):
        context.problems.at(node, "E012", f"expected a mapping, not {kind_of(node)}", _hint_for_mapping(node, decoders))
        return {}
    values: dict[str, Any] = {}
    for key, (key_node, value) in node.pairs.items():
        decode = decoders.get(key)
        if decode is None:
            from timeline_cli.fields.hints.keys import unknown_key

            unknown_key(key_node, value, decoders, context, node.pairs)
        elif type(value) is not Scalar or value.style or value.value not in NULLS:
            found = decode(value, context)
            if found is not None:
                values[key] = found
    return values


def date(node: Node, context: Context) -> EventDate | None:
    """The date of an event, in a form of the grammar in event_date; a choice needs no quotes."""
    return read_date(node, context, context.fiscal, _given(context))


def date_alone(node: Node, context: Context) -> EventDate | None:
    """A date other than the event's own: the bounds in our JSON do not belong to it."""
    return read_date(node, context, context.fiscal, None)


def read_date(node: Node, context: Context, fiscal: FiscalYear | None, given: GivenBounds | None) -> EventDate | None:
    """A date with its fiscal year, or the bounds from our own JSON."""
    source = date_text(node)
    if source is None:
        context.problems.at(node, "E102", f"expected a date, not {kind_of(node)}", "write it like 2025-03-22")
        return None
    zone = context.zone
    try:
        # Most dates need nothing from their event; equal texts share one object.
        if fiscal is None and given is None and zone is None:
            return parse_date(source)
        return parse_date(source, Setting(fiscal, zone, given))
    except DateFault as bare:
        from timeline_cli.dates.hints.forms import explained

        fault = explained(source, bare, fiscal)
        hint = _of_either_year(fault.hint, fiscal)
        if fault.code == "E107" and context.fiscal_fault:
            hint = Hint(f"first fix the entry of {context.fiscal_fault} under companies:")
        context.problems.at(node, fault.code, fault.message, hint)
        return None


def _of_either_year(hint: Hint, fiscal: FiscalYear | None) -> Hint:
    """Next to a fiscal year, 3Q26 may be a quarter of that or of the calendar: both are shown, none is the value."""
    quarter = hint.value or ""
    if fiscal is None or fiscal.end_month == 12 or not re.fullmatch(r"\d{4}-[QH]\d", quarter):
        return hint
    return Hint(f"write FY{quarter} for the fiscal year, or {quarter} for the calendar year")


def date_text(node: Node) -> str | None:
    """The text of a date: YAML reads a bare choice as a list, so it is joined again here."""
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Sequence) and all(isinstance(item, Scalar) for item in node.items):
        return "[" + ", ".join(item.value for item in node.items if isinstance(item, Scalar)) + "]"
    return None


def _given(context: Context) -> GivenBounds | None:
    """The bounds of a fiscal date from our own JSON, for when its registry is missing."""
    if context.fiscal is not None or "start" not in context.pairs:
        return None
    return given_bounds(context.pairs, ("start", "start_latest", "end_earliest", "end"))


def given_bounds(pairs: dict[str, tuple[Scalar, Node]], keys: tuple[str, str, str, str]) -> GivenBounds:
    """The ordinals under four keys of our own JSON; None without a day."""
    start, start_latest, end_earliest, end = (_ordinal(pairs, key) for key in keys)
    return start, start_latest, end_earliest, end


def _ordinal(pairs: dict[str, tuple[Scalar, Node]], key: str) -> int | None:
    from datetime import date as day

    value = pairs[key][1] if key in pairs else None
    try:
        return day.fromisoformat(value.value).toordinal() if isinstance(value, Scalar) else None
    except ValueError:
        return None


@cache
def _link() -> re.Pattern[str]:
    return re.compile(r"(https?://|mailto:)\S+$", re.I)


def is_link(address: str) -> bool:
    """Whether a link has an allowed scheme."""
    return _link().match(address) is not None


def hint_for_link(text: str) -> Hint:
    """The hint for a link in brackets (<https://…>) or without its scheme; empty for any other text."""
    found = re.fullmatch(r"[<“„«\"(\[]*(\w+://[^\s<>“”»\"()\[\]]+?)[>“”»\")\].,;]*", text)
    if found is not None and is_link(found[1]):
        return Hint(f"write {found[1]}", found[1], certain=True)
    is_bare = re.fullmatch(r"(?:[\w-]+\.)+[A-Za-z]{2,}(?:/\S*)?", text)
    return Hint(f"write https://{text}", f"https://{text}") if is_bare else NO_HINT


def url(node: Node, context: Context) -> str | None:
    found = line(node, context)
    if found is not None and not is_link(found):
        hint = hint_for_link(found) or "a link starts with https://, http:// or mailto:"
        context.problems.at(node, "E207", f"{found} is not a link", hint)
        return None
    return found
