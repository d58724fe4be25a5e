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
    """Names in events that are an alias of a registered name. Only when selected by code."""
    if "W501" not in asking.named:
        return
    for file in asking.timeline.files:
        problems = Problems(file)
        for part in Document(asking.places.texts.data(file), problems).rest():
            if part.section == "events" and isinstance(part.value, Mapping):
                for key, registry in _KEYS.items():
                    names: Names = getattr(asking.timeline.registries, registry)
                    for node in _names(part.value.pairs.get(key, (None, None))[1]):
                        _tell(node, names, problems)
            yield from (one for one in problems.take() if one.code == "W501")


def _names(node: Node | None) -> Iterator[Scalar]:
    for item in node.items if isinstance(node, Sequence) else [node]:
        named = item.pairs["name"][1] if isinstance(item, Mapping) and "name" in item.pairs else item
        if isinstance(named, Scalar):
            yield named


def _tell(node: Scalar, names: Names, problems: Problems) -> None:
    name = names.resolve(node.value)
    if name != node.value:
        problems.at(node, "W501", f"{node.value} is an alias of {name}", Hint(f"write {name}", name, certain=True))
