"""Names written as an alias instead of the registered name.

Owns: that optional check. Does not: run unless selected, since it reads the files again.
"""

from __future__ import annotations

from collections.abc import Iterator

from timeline_cli.checks.selection import Asking
from timeline_cli.diagnostics import Diagnostic
from timeline_cli.fields.table import WRITTEN
from timeline_cli.hint import Hint
from timeline_cli.model import Names
from timeline_cli.nodes import Mapping, Node, Problems, Scalar, Sequence
from timeline_cli.reading.document import Document

_KEYS = {key: kind.registry for key, kind in WRITTEN.items() if kind.registry}


def aliases(asking: Asking) -> Iterator[Diagnostic]:
    """Names in events that are an alias of a registered name."""
    for file in asking.timeline.files:
        problems = Problems(file)
        for part in Document(asking.places.texts.data(file), problems).rest():
            if part.section == "events" and isinstance(part.value, Mapping):
                for key, registry in _KEYS.items():
                    names: Names = getattr(asking.timeline.registries, registry)
                    for node in _names(part.value.pairs.get(key, (None, None))[1]):
                        if (name := names.resolve(node.value)) != node.value:
                            hint = Hint(f"write {name}", name, certain=True)
                            problems.at(node, "W501", f"{node.value} is an alias of {name}", hint)
            yield from (one for one in problems.take() if one.code == "W501")


def _names(node: Node | None) -> Iterator[Scalar]:
    for item in node.items if isinstance(node, Sequence) else [node]:
        named = item.pairs["name"][1] if isinstance(item, Mapping) and "name" in item.pairs else item
        if isinstance(named, Scalar):
            yield named
