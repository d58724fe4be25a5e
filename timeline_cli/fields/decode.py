"""Decoders: a node as it is written to the value of one field, with every problem located.

Owns: the shapes that fields share (a word, a name, a list of names, links, dates). Refuses: to drop or
to repair a value without a word.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

from timeline_cli.dates.event_date import EventDate, parse_date
from timeline_cli.dates.faults import DateFault
from timeline_cli.dates.fiscal import FiscalYear
from timeline_cli.dates.points import Setting
from timeline_cli.model import Names, Registries, Role
from timeline_cli.nodes import Mapping, Node, Problems, Scalar, Sequence, kind_of
from timeline_cli.text import NearMisses, did_you_mean, fold

_BAD_ID = re.compile(r"[\s,\"'()@\x00-\x1f]")
_COMPANY_ENDINGS = frozenset(
    [
        "inc",
        "inc.",
        "ltd",
        "ltd.",
        "llc",
        "llp",
        "lp",
        "l.p.",
        "corp",
        "corp.",
        "co",
        "co.",
        "plc",
        "ag",
        "sa",
        "s.a.",
        "se",
        "nv",
        "n.v.",
        "gmbh",
        "kk",
        "k.k.",
        "s.p.a.",
        "jr",
        "jr.",
        "sr",
        "sr.",
    ]
)


@dataclass(slots=True)
class Context:
    """What decoders need besides the node. `fiscal`, `zone` and `pairs` are those of the event at hand."""

    problems: Problems
    registries: Registries
    fiscal: FiscalYear | None = None
    zone: str | None = None
    pairs: dict[str, tuple[Scalar, Node]] = field(default_factory=dict)
    near: dict[str, NearMisses] = field(default_factory=dict)
    told: set[str] = field(default_factory=set)  # undeclared types that were reported for this file

    def names(self, kind: str) -> Names:
        found: Names = getattr(self.registries, kind)
        return found

    def near_misses(self, kind: str) -> NearMisses:
        if kind not in self.near:
            names = self.names(kind)
            self.near[kind] = NearMisses(form for name in names.entities for form in names.all_names(name))
        return self.near[kind]


Decoder = Callable[[Node, Context], Any]


def text(node: Node, context: Context) -> str | None:
    """Any text; a list or a mapping is an error."""
    if isinstance(node, Scalar):
        return None if node.is_null else node.text
    context.problems.at(node, "E012", f"plain text belongs here, not {kind_of(node)}", _quote_hint(node))
    return None


def _quote_hint(node: Node) -> str:
    opening = "[" if isinstance(node, Sequence) and node.flow else "{" if isinstance(node, Mapping) else ""
    return f'quote the text if it starts with {opening}: "…"' if opening else "write it after the colon, on one line"


def line(node: Node, context: Context) -> str | None:
    """Text of one line; several lines are a warning and become one when shown."""
    found = text(node, context)
    if found is not None and "\n" in found.strip("\n"):
        context.problems.at(node, "W205", "this has several lines where one is expected", "use summary: for long text")
    return found.strip("\n") if found is not None else None


def one_of(words: tuple[str, ...]) -> Decoder:
    """One of a few words, written exactly so."""

    def decode(node: Node, context: Context) -> str | None:
        found = text(node, context)
        if found is None or found in words:
            return found
        context.problems.at(node, "E203", f"{found} is not one of the words for this", did_you_mean(found, words))
        return None

    return decode


def event_type(node: Node, context: Context) -> str | None:
    """A type of events; one that nobody declared is a warning, once in a file."""
    found = text(node, context)
    types = context.registries.types
    if found is not None and found not in types and found not in context.told:
        context.told.add(found)
        hint = did_you_mean(found, types)
        hint = hint if hint.startswith("did") else "declare it at the top of the file, under types:"
        context.problems.at(node, "W201", f"the type {found} is not declared", hint)
    return found


def event_id(node: Node, context: Context) -> str | None:
    """A written id: one word that can stand in a query and in a link."""
    found = text(node, context)
    if found is not None and _BAD_ID.search(found):
        fixed = re.sub(r"[\s,\"'()@\x00-\x1f]+", "-", found).strip("-")
        context.problems.at(node, "E205", "an id is one word, without , ( ) @ or quotes", f"write {fixed}")
        return None
    return found


def items(node: Node, context: Context) -> list[Node]:
    """The items of a list; a single value stands for a list of one, nothing for none."""
    if isinstance(node, Sequence):
        return node.items
    if isinstance(node, Scalar) and node.is_null:
        return []
    return [node]


def links(node: Node, context: Context) -> tuple[str, ...]:
    """One id or a list of them."""
    found = (event_id(item, context) for item in items(node, context))
    return tuple(dict.fromkeys(word for word in found if word))


def words(node: Node, context: Context) -> tuple[str, ...]:
    """One word or a list of them, as written, each once."""
    found = (written(item, context) for item in items(node, context))
    return tuple(dict.fromkeys(word for word in found if word))


def written(node: Node, context: Context) -> str | None:
    """Text in a list: NO, null and ~ are the words that stand there."""
    if isinstance(node, Scalar):
        return line(node, context) if node.text not in ("~", "null") else node.text
    return text(node, context)


def name_of(kind: str) -> Decoder:
    """One name of a registry (companies, people, places), in its canonical form."""

    def decode(node: Node, context: Context) -> str | None:
        found = written(node, context) if not (isinstance(node, Scalar) and node.is_null) else None
        return resolve(kind, found, node, context) if found else None

    return decode


def resolve(kind: str, name: str, node: Node, context: Context) -> str:
    """The canonical form of a name; one slip away from a registered name is a warning."""
    names = context.names(kind)
    if name in names:
        return names.resolve(name)
    near = context.near_misses(kind).find(name) if names.entities else None
    if near is not None:
        context.problems.at(node, "W202", f"{name} is not a registered name, and {near} is", f"did you mean {near}?")
    return name


def roles(kind: str) -> Decoder:
    """A name, {name, role}, or a list of these."""

    def decode(node: Node, context: Context) -> tuple[Role, ...]:
        _check_commas(node, context)
        found = (_role(kind, item, context) for item in items(node, context))
        return tuple(dict.fromkeys(role for role in found if role is not None))

    return decode


def _role(kind: str, node: Node, context: Context) -> Role | None:
    if not isinstance(node, Mapping):
        name = written(node, context)
        return Role(resolve(kind, name, node, context)) if name else None
    values = mapping(node, {"name": line, "role": line}, context)
    if not values.get("name"):
        context.problems.at(node, "E202", "this needs a name", "write {name: …, role: …}, or the name alone")
        return None
    return Role(resolve(kind, values["name"], node.pairs["name"][1], context), values.get("role"))


def _check_commas(node: Node, context: Context) -> None:
    """A comma that made two names of one (`[Apple, Inc.]`), or one value that holds several names."""
    if isinstance(node, Sequence) and node.flow:
        for before, item in zip(node.items, node.items[1:], strict=False):
            if isinstance(item, Scalar) and item.plain and fold(item.text) in _COMPANY_ENDINGS:
                first = before.text if isinstance(before, Scalar) else "…"
                context.problems.at(
                    item,
                    "W204",
                    f"the comma makes {item.text} a name of its own",
                    f'quote a name that holds a comma: "{first}, {item.text}"',
                )
    if isinstance(node, Scalar) and node.plain and ", " in node.text:
        parts = node.text.split(", ")
        if not any(fold(part) in _COMPANY_ENDINGS for part in parts):
            context.problems.at(
                node,
                "W204",
                "several names in one value are read as one name",
                f"write a list: [{node.text}]",
            )


def mapping(node: Node, decoders: dict[str, Decoder], context: Context) -> dict[str, Any]:
    """The values of a mapping by key, with what is null left out; a key that is not in `decoders` is an error."""
    if not isinstance(node, Mapping):
        context.problems.at(
            node,
            "E012",
            f"a mapping belongs here, not {kind_of(node)}",
            f"its keys are {', '.join(decoders)}",
        )
        return {}
    values: dict[str, Any] = {}
    for key, (key_node, value) in node.pairs.items():
        decode = decoders.get(key)
        if decode is None:
            unknown_key(key_node, decoders, context)
        elif not (isinstance(value, Scalar) and value.is_null):
            found = decode(value, context)
            if found is not None:
                values[key] = found
    return values


def unknown_key(key: Scalar, known: Iterable[str], context: Context) -> str | None:
    """Report a key that nothing reads; the key that was probably meant, or None."""
    if key.text[:1].isdigit():
        hint = 'a comma separates inside { } and [ ]: write 140000, or quote "140,000"'
    else:
        hint = did_you_mean(key.text, known)
        if not hint.startswith("did"):
            hint = f"start a key of your own with x-: x-{key.text}"
    context.problems.at(key, "E201", f"{key.text or 'nothing'}: is not a key that is known here", hint)
    return hint.removeprefix("did you mean ").rstrip("?") if hint.startswith("did") else None


def date(node: Node, context: Context) -> EventDate | None:
    """A date in a form of the design's section 3; a choice may stand bare."""
    source = date_text(node)
    if source is None:
        context.problems.at(node, "E102", f"a date belongs here, not {kind_of(node)}", "write it like 2025-03-22")
        return None
    try:
        return parse_date(source, Setting(context.fiscal, context.zone, _given(context)))
    except DateFault as fault:
        context.problems.at(node, fault.code, fault.message, fault.hint)
        return None


def date_text(node: Node) -> str | None:
    """The text of a date: YAML reads a bare choice as a list, so it is put back together here."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence) and all(isinstance(item, Scalar) for item in node.items):
        return "[" + ", ".join(item.text for item in node.items if isinstance(item, Scalar)) + "]"
    return None


def date_alone(node: Node, context: Context) -> EventDate | None:
    """A date beside the event's own; the bounds that our JSON states are of this one only where it is the same."""
    own = context.pairs.get("date")
    same = own is not None and date_text(own[1]) == date_text(node)
    return date(node, context if same else replace(context, pairs={}))


def _given(context: Context) -> tuple[int | None, int | None, int | None, int | None] | None:
    """Bounds that our own JSON states beside a fiscal date, for when its registry is not at hand."""
    if context.fiscal is not None or "start" not in context.pairs:
        return None
    start, start_latest, end_earliest, end = (
        _ordinal(context, key) for key in ("start", "start_latest", "end_earliest", "end")
    )
    return start, start_latest, end_earliest, end


def _ordinal(context: Context, key: str) -> int | None:
    from datetime import date as day

    value = context.pairs[key][1] if key in context.pairs else None
    try:
        return day.fromisoformat(value.text).toordinal() if isinstance(value, Scalar) else None
    except ValueError:
        return None


def plain(node: Node, context: Context) -> Any:
    """Any value as JSON knows it: text, lists and mappings; null is None."""
    if isinstance(node, Scalar):
        return None if node.is_null else node.text
    if isinstance(node, Sequence):
        return [plain(item, context) for item in node.items]
    return {key: plain(value, context) for key, (_, value) in node.pairs.items()}


@lru_cache(maxsize=4096)
def is_link(address: str) -> bool:
    """Whether an address is of a kind that may be followed."""
    return re.match(r"(https?://|mailto:)\S+$", address, re.I) is not None


def url(node: Node, context: Context) -> str | None:
    found = line(node, context)
    if found is not None and not is_link(found):
        context.problems.at(node, "E207", f"{found} is not a link", "a link starts with https://, http:// or mailto:")
        return None
    return found
