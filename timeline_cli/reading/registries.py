"""The registries of all files: companies, people, places, types, sources, with their aliases.

Owns: the keys of an entry, and that no alias is claimed twice. Does not: accept entries with undeclared parents.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from timeline_cli.dates.fiscal import FiscalYear
from timeline_cli.event_types import COLOURS, PLAIN, TYPES, EventType
from timeline_cli.fields.context import Context
from timeline_cli.fields.decode import Decoder, line, mapping, one_of, words
from timeline_cli.fields.parts import SOURCE_KEYS
from timeline_cli.hint import Hint
from timeline_cli.model import Entity, Names, Registries, Source
from timeline_cli.nodes import Mapping, Node, Problems, Scalar, Sequence, is_null, kind_of
from timeline_cli.reading.document import Part
from timeline_cli.spelling import Guesses
from timeline_cli.text import clean, fold, width


class Declared(NamedTuple):
    """A part of a file's head, with the problems of its file."""

    part: Part
    problems: Problems


def _month(node: Node, context: Context) -> int | None:
    found = line(node, context)
    if found is not None and re.fullmatch("0?[1-9]|1[0-2]", found, re.ASCII) is None:
        from timeline_cli.fields.hints.synonyms import meant_month

        context.problems.at(node, "E203", f"{found} is not a month", meant_month(found))
        return None
    return int(found) if found else None


def _zone(node: Node, context: Context) -> str | None:
    found = line(node, context)
    if found is None:
        return None
    from zoneinfo import ZoneInfo

    try:
        # ZoneInfo itself rejects keys outside the time zone data.
        if "/" not in found and found != "UTC":
            raise ValueError(found)  # localtime and similar names depend on the machine
        ZoneInfo(found)
    except (ValueError, KeyError, OSError):
        context.problems.at(
            node, "E203", f"{found} is not a time zone", "write one like Asia/Shanghai or Europe/Berlin"
        )
        return None
    return found


def _symbol(node: Node, context: Context) -> str | None:
    found = line(node, context)
    if found is not None and (clean(found) != found or width(found) != 1):
        context.problems.at(node, "E203", "a symbol must be one character, one column wide", 'write one like "▣"')
        return None
    return found


ENTRY_KEYS: dict[str, dict[str, Decoder]] = {
    "companies": {
        "aliases": words,
        "parent": line,
        "fiscal_year_end": _month,
        "fiscal_year_name": one_of("way to name a fiscal year", ("end", "start")),
    },
    "people": {"aliases": words, "company": line, "role": line},
    "places": {"aliases": words, "in": line, "tz": _zone},
    "types": {"parent": line, "symbol": _symbol, "colour": one_of("colour", tuple(COLOURS))},
    "sources": {key: decoder for key, decoder in SOURCE_KEYS.items() if key not in ("ref", "key", "quote")},
}


def build(declared: list[Declared]) -> Registries:
    """The registries of all parts together; problems go to the file of each part."""
    entries = _without_repeats([entry for item in declared if not item.part.lost for entry in _entries(item)])
    lost = {f"{item.part.section}: {item.part.key.value}" for item in declared if item.part.lost and item.part.key}
    faulty = frozenset(lost | {f"companies: {entry.key.value}" for entry in entries if _hides_fiscal(entry)})
    sources = _sources([entry for entry in entries if entry.section == "sources"])
    return Registries(
        companies=_names("companies", entries, faulty),
        people=_names("people", entries, faulty),
        places=_names("places", entries, faulty),
        types=_types([entry for entry in entries if entry.section == "types"], faulty),
        sources=sources,
        faulty=faulty,
    )


def _hides_fiscal(entry: _Entry) -> bool:
    month = entry.nodes.get("fiscal_year_end")
    return month is not None and not is_null(month) and "fiscal_year_end" not in entry.values


def _as_key(node: Node) -> str:
    """The hint for a list item that has more than a name."""
    pairs = node.pairs if isinstance(node, Mapping) else {}
    if len(pairs) == 1 and isinstance(next(iter(pairs.values()))[1], Mapping):
        return f"write the name as a key, without the -: {next(iter(pairs))}:"
    name = pairs["name"][1].value if "name" in pairs and isinstance(pairs["name"][1], Scalar) else "Acme"
    others = ", ".join(f"{key}: …" for key in pairs if key != "name") or "aliases: [A]"
    return f"write each name as a key, without the -: {name}: {{{others}}}"


def _each_as_key(section: str, value: Node) -> str:
    """The hint for a registry written as one text, or for sources written as a list."""
    if section != "sources" and isinstance(value, Scalar) and value.start_mark.line == value.end_mark.line:
        return f"write a list: [{value.value}]"
    return "write each name on its own line, followed by a colon"


class _Entry(NamedTuple):
    section: str
    key: Scalar
    values: dict[str, Any]
    nodes: dict[str, Node]
    problems: Problems


def _entries(item: Declared) -> list[_Entry]:
    """The entries declared by a part: one entry, or a plain list of names."""
    section, key, value = item.part[:3]
    context = Context(item.problems, Registries())
    if key is None:
        if isinstance(value, Sequence) and section != "sources":
            for node in value.items:
                if not isinstance(node, Scalar):
                    item.problems.at(node, "E012", f"expected a name, not {kind_of(node)}", _as_key(node))
            return [_Entry(section, node, {}, {}, item.problems) for node in value.items if isinstance(node, Scalar)]
        if not is_null(value):
            item.problems.at(
                value,
                "E012",
                f"{section}: is {kind_of(value)}, not a mapping",
                _each_as_key(section, value),
            )
        return []
    if is_null(value):
        return [_Entry(section, key, {}, {}, item.problems)]
    if "：" in key.value and isinstance(value, Scalar):
        name = key.value.partition("：")[0]
        hint = f"write {name}: with a plain colon and a space after it"
        item.problems.at(key, "E012", f"the colon after {name} is not a plain colon", hint)
        return []
    nodes = {name: node for name, (_, node) in value.pairs.items()} if isinstance(value, Mapping) else {}
    return [_Entry(section, key, mapping(value, ENTRY_KEYS[section], context), nodes, item.problems)]


def _without_repeats(entries: list[_Entry]) -> list[_Entry]:
    """The entries without those that say in another file exactly what one before them says."""
    first: dict[tuple[str, str], _Entry] = {}
    return [
        entry
        for entry in entries
        if (said := first.setdefault((entry.section, entry.key.value), entry)).problems is entry.problems
        or said.values != entry.values
    ]


def _names(section: str, entries: list[_Entry], faulty: frozenset[str]) -> Names:
    entities: dict[str, Entity] = {}
    canonical: dict[str, str] = {}
    owners: dict[str, tuple[_Entry, Node]] = {}
    own = [entry for entry in entries if entry.section == section]
    for entry in own:
        name = entry.key.value
        if not name.strip():
            entry.problems.at(entry.key, "E202", f"an entry of {section}: has no name")
            continue
        if _claim(name, name, entry, entry.key, canonical, owners):
            entities[name] = _entity(section, entry)
    for entry in own:
        aliases = entry.nodes.get("aliases")
        items = aliases.items if isinstance(aliases, Sequence) else [aliases] if aliases else []
        for node in items:
            if isinstance(node, Scalar) and entry.key.value in entities:
                _claim(node.value, entry.key.value, entry, node, canonical, owners)
    names = Names(entities, canonical)
    _check_parents(section, own, names, faulty)
    return names


def _claim(
    form: str,
    name: str,
    entry: _Entry,
    node: Node,
    canonical: dict[str, str],
    owners: dict[str, tuple[_Entry, Node]],
) -> bool:
    folded = fold(form)
    if folded not in canonical:
        canonical[folded] = name
        owners[folded] = entry, node
        return True
    owner, first = owners[folded]
    if owner is not entry:
        from timeline_cli.diagnostics import Diagnostic

        entry.problems.add(
            Diagnostic(
                "E301",
                f"{form} is already a name of {owner.key.value}",
                entry.problems.place(node),
                Hint("use each name and alias for one entry only"),
                ((owner.problems.place(first), "first claimed here"),),
            )
        )
    return False


def _entity(section: str, entry: _Entry) -> Entity:
    values = entry.values
    month = values.get("fiscal_year_end")
    return Entity(
        name=entry.key.value,
        aliases=values.get("aliases", ()),
        parent=values.get("in" if section == "places" else "parent"),
        tz=values.get("tz"),
        fiscal=FiscalYear(month, values.get("fiscal_year_name") == "start") if month else None,
        company=values.get("company"),
        role=values.get("role"),
    )


def _check_parents(section: str, entries: list[_Entry], names: Names, faulty: frozenset[str]) -> None:
    """Check that each parent is declared (except the place that contains a place), and no entry is its own ancestor."""
    key = "in" if section == "places" else "parent"
    with_parent = {entry.key.value: entry for entry in entries if entry.values.get(key) is not None}
    guess = Guesses()
    for entry in with_parent.values():
        parent = entry.values[key]
        if section == "companies" and parent not in names and not faulty & {f"companies: {parent}", "companies: "}:
            near = guess(parent, names.entities, entry.key.value)
            hint = near if near.value else Hint(f"add it: {parent}: {{}}")
            entry.problems.at(entry.nodes[key], "E305", f"{parent} is not declared under companies:", hint)
    parents = {name: names.resolve(entry.values[key]) for name, entry in with_parent.items()}
    for name in _in_circles(parents):
        entry = with_parent[name]
        _tell_circle(entry, key)


def _tell_circle(entry: _Entry, key: str) -> None:
    message = f"{entry.key.value} belongs to itself through {entry.values[key]}"
    entry.problems.at(entry.nodes[key], "E305", message, f"remove one {key}: of the circle")


def _in_circles(parents: dict[str, str]) -> list[str]:
    """The names that are their own ancestors. Each name is visited once."""
    found: list[str] = []
    done: set[str] = set()
    for start in parents:
        path: dict[str, None] = {}
        name = start
        while name in parents and name not in done and name not in path:
            path[name] = None
            name = parents[name]
        if name in path:
            circle = list(path)
            found += circle[circle.index(name) :]
        done.update(path)
    return found


def _ancestors(name: str, declared: dict[str, dict[str, Any]]) -> list[str]:
    """A type and its parents, nearest first, whatever the order of declaration."""
    found: dict[str, None] = {}
    current: str | None = name
    while current is not None and current not in found and len(found) < 100:
        found[current] = None
        built_in = TYPES.get(current)
        current = declared.get(current, {}).get("parent", built_in.parent if built_in else None)
    return list(found)


def _types(entries: list[_Entry], faulty: frozenset[str]) -> dict[str, EventType]:
    types = dict(TYPES)
    declared = {entry.key.value: entry.values for entry in entries}
    for name, values in declared.items():
        built_in = TYPES.get(name)
        parent = values.get("parent", built_in.parent if built_in else None)
        styles = [declared[each] for each in _ancestors(name, declared) if each in declared]
        base = built_in or next((TYPES[each] for each in _ancestors(name, declared) if each in TYPES), PLAIN)
        types[name] = base._replace(
            name=name,
            symbol=next((style["symbol"] for style in styles if "symbol" in style), base.symbol),
            colour=next((style["colour"] for style in styles if "colour" in style), base.colour),
            parent=parent,
        )
    guess = Guesses()
    for entry in entries:
        parent = entry.values.get("parent")
        if parent is not None and parent not in types and not faulty & {f"types: {parent}", "types: "}:
            hint = guess(parent, types, entry.key.value)
            entry.problems.at(entry.nodes["parent"], "E305", f"the type {parent} is not declared", hint)
    own = {entry.key.value: entry for entry in entries}
    parents = {name: row.parent for name, row in types.items() if row.parent is not None}
    for name in _in_circles(parents):
        if name in own and "parent" in own[name].nodes:
            _tell_circle(own[name], "parent")
    return types


def _sources(entries: list[_Entry]) -> dict[str, Source]:
    found: dict[str, Source] = {}
    for entry in entries:
        key = entry.key.value
        if key in found:
            entry.problems.at(entry.key, "E301", f"the source {key} is already declared in another file")
            continue
        found[key] = Source(**{**Source(key)._asdict(), **entry.values})
    return found
