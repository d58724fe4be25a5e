"""The names that a user gives to a new event, as its files write them.

Owns: nokia as Nokia, and "Nokia, Intel" as two names. Does not: guess: a name that no file has stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from timeline_cli.editing.render import Value, Values
from timeline_cli.fields.field import Field
from timeline_cli.fields.names import is_ending
from timeline_cli.fields.table import BY_KEY
from timeline_cli.model import Names, Timeline
from timeline_cli.query.facts import facts_of
from timeline_cli.text import fold


def as_written(values: Values, timeline: Timeline) -> tuple[Values, list[str]]:
    """The values with each name as the files have it, and the names of lists that may be several."""
    found, joined = dict(values), list[str]()
    for key, value in values.items():
        row = BY_KEY.get(key)
        if row is None or row.kind.name not in ("name", "names", "words"):
            continue
        if isinstance(value, str):
            found[key] = _known(value, row, timeline) or value
        elif isinstance(value, list):
            found[key] = [part for item in value for part in _parts(item, row, timeline, joined)]
    return found, joined


def _parts(item: Value, row: Field, timeline: Timeline, joined: list[str]) -> Sequence[Value]:
    """The item of a list: several if each part between commas is a known name, and the whole is not."""
    if not isinstance(item, str):
        return [item]
    words = re.split(r"\s*,\s*", item)
    known = _known(item, row, timeline)
    parts = [_known(word, row, timeline) for word in words] if known is None else [known]
    if all(parts):
        return parts
    joined += [item] if len(words) > 1 and not any(map(is_ending, words)) else []
    return [item]


def _known(name: str, row: Field, timeline: Timeline) -> str | None:
    """The name or alias of a registry, or name of an event, that differs only in letter case, widths and accents."""
    registry: Names | None = getattr(timeline.registries, row.kind.registry) if row.kind.registry else None
    if registry is not None and name in registry:
        forms: Iterable[str] = registry.all_names(registry.resolve(name))
    else:
        forms = facts_of(timeline).words(row.term) if row.term else ()
    same = [form for form in forms if fold(form) == fold(name)]
    return name if name in same else same[0] if len(same) == 1 else None
