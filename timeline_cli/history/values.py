"""Values of two or three versions, in a form in which equal ones are equal: names resolved, links without http(s).

Owns: what is one value, and what identifies an item of a list. Does not: decode, or derive a value.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from timeline_cli.fields.decode import date_text
from timeline_cli.fields.table import FIELDS
from timeline_cli.nodes import Mapping, Node, Scalar, is_null
from timeline_cli.reading.parser_input import REGISTRIES
from timeline_cli.text import fold

# The canonical form of a name of a registry: names("companies", "Samsung").
Names = Callable[[str, str], str]

# A field is named by its path in an event: date, companies, companies.role; in a registry: companies/, then its keys.
_REGISTRY = {field.key: field.kind.registry for field in FIELDS if field.kind.registry}
_NAMES = {**_REGISTRY, "figures.company": "companies"}
_DATES = frozenset(("date", "known", "figures.period", "sources.published"))
_LISTS = frozenset(
    field.key for field in FIELDS if field.kind.name in ("names", "words", "links", "sources")
) | {"/.aliases", "include"}  # fmt: skip
_LINK = re.compile(r"https?://(.*?)/?", re.I)
# Keys that are one thing: a number is nothing without its unit.
TOGETHER = ("value", "unit", "low", "high", "qualifier")


def sub_field(field: str, key: str) -> str:
    """The field of a key in a value of a field; the keys of an event are the fields themselves."""
    if field == "":  # the file
        return {"events": "events", "include": "include", "defaults": "event"}.get(key, f"{key}/")
    if field in ("events", "event"):
        return "sources" if field == "event" and key == "source" else key
    return f"/.{key}" if field == "/" else "/" if field.endswith("/") else f"{field}.{key}"


def value_of(node: Node, field: str, names: Names) -> Any:
    """The value of a node: None, text, a list or a mapping; what may be one or a list is a list."""
    if field in _DATES:
        return date_text(node) if not is_null(node) else None
    found = item_of(node, field, names)
    if field in _LISTS and not isinstance(found, list):
        return [] if found is None else [found]
    return found


def item_of(node: Node, field: str, names: Names) -> Any:
    """The value of a node that is an item of a list; what may be one or a list is what it is."""
    if isinstance(node, Scalar):
        if is_null(node):
            return None
        registry = _NAMES.get(field.removesuffix(".name"))
        if registry is not None:
            return names(registry, node.value)
        link = _LINK.fullmatch(node.value) if field.startswith("sources") or field == "/.url" else None
        return link[1] if link else node.value
    if isinstance(node, Mapping):
        values = {key: value_of(value, sub_field(field, key), names) for key, (_, value) in node.pairs.items()}
        return mapping_of(values, field)
    return [item_of(item, "event" if field == "events" else field, names) for item in node.items]


def mapping_of(values: dict[str, Any], field: str) -> Any:
    """A mapping without its empty values; a name without a role is the name."""
    found = {key: value for key, value in values.items() if value is not None and value != []}
    return found["name"] if field in _REGISTRY and found.keys() == {"name"} else found


def identity(value: Any, field: str) -> Any:
    """What makes an item of a list the same item in another version."""
    if isinstance(value, dict):
        if field in _REGISTRY and "name" in value:
            return value["name"]
        if field == "figures" and "metric" in value:
            return (
                "metric",
                *(str(value.get(key)) for key in ("metric", "company", "period")),
                value.get("kind", "actual"),
            )
        for key in ("ref", "key", "url") if field == "sources" else ():
            if isinstance(value.get(key), str):
                return value[key]
    return value if isinstance(value, str) else repr(value)


def resolver(entries: Iterable[tuple[str, str, Any]]) -> Names:
    """A function for canonical names, from the registries of all versions as section, name, value; the first counts."""
    canonical: dict[tuple[str, str], str] = {}
    for section, name, value in entries:
        if section in REGISTRIES:
            aliases = value.get("aliases", []) if isinstance(value, dict) else []
            for form in (name, *(alias for alias in aliases if isinstance(alias, str))):
                canonical.setdefault((section, fold(form)), name)
    return lambda section, name: canonical.get((section, fold(name)), name)
