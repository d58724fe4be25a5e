"""The decoder of each field, from its node to its value.

Owns: DECODERS, and earlier versions (`was`). Does not: accept a version without the date it became known. A question
to an index decodes nothing, and does not import this.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from timeline_cli.fields import decode, parts
from timeline_cli.fields.context import Context
from timeline_cli.fields.decode import Decoder
from timeline_cli.fields.field import Field, KindName
from timeline_cli.fields.names import name_of, roles
from timeline_cli.fields.table import FIELDS
from timeline_cli.fields.versions import EMPTY, GIVEN, known_of
from timeline_cli.model import Version
from timeline_cli.nodes import Mapping, Node, is_null, kind_of

_NOT_IN_VERSIONS = frozenset({"id", "was", "fiscal_of"})


def _versions(node: Node, context: Context) -> tuple[Version, ...]:
    """A list of mappings, oldest first; each has some of an event's fields and when it became known."""
    found = (_version(item, context) for item in decode.items(node, context))
    return tuple(version for version in found if version is not None)


def _version(node: Node, context: Context) -> Version | None:
    if not isinstance(node, Mapping):
        hint = "write {date: 2025-04, known: 2025-02-11}"
        context.problems.at(node, "E012", f"an earlier version is a mapping, not {kind_of(node)}", hint)
        return None
    changes: list[tuple[str, Any]] = []
    own = replace(context, pairs=node.pairs)
    for key, (key_node, value) in node.pairs.items():
        decoder = DECODERS.get(key)
        if key in GIVEN:
            continue
        if decoder is None or key in _NOT_IN_VERSIONS:
            from timeline_cli.fields.hints.keys import unknown_key

            known = [name for name in DECODERS if name not in _NOT_IN_VERSIONS]
            unknown_key(key_node, value, known, context, node.pairs)
        elif is_null(value) and key in ("date", "title"):
            context.problems.at(key_node, "E202", f"a version cannot have an empty {key}", "remove the key")
        elif is_null(value):
            changes.append((key, EMPTY[key]))
        else:
            changes.append((key, decoder(value, own)))
    version = Version(tuple(changes))
    if known_of(version) is None:
        context.problems.at(node, "E202", "an earlier version needs the date it became known", "add known: 2025-02-11")
        return None
    return version


_BY_KIND: dict[KindName, Callable[[Field], Decoder]] = {
    "id": lambda field: decode.event_id,
    "date": lambda field: decode.date if field.key == "date" else decode.date_alone,
    "line": lambda field: decode.line,
    "text": lambda field: decode.text,
    "word": lambda field: decode.one_of(field.key, field.kind.choices, field.kind.unlike),
    "type": lambda field: decode.event_type,
    "name": lambda field: name_of(field.kind.registry),
    "names": lambda field: roles(field.kind.registry),
    "words": lambda field: decode.words,
    "links": lambda field: decode.links,
    "figures": lambda field: parts.figures,
    "sources": lambda field: parts.sources,
    "versions": lambda field: _versions,
}

DECODERS: dict[str, Decoder] = {field.key: _BY_KIND[field.kind.name](field) for field in FIELDS if field.is_decoded}
