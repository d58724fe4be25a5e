"""A guessed map as TOML, with its reasons and its open questions.

Owns: that text. Does not: guess.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from timeline_cli.imports.guessing import Guess
from timeline_cli.imports.table import Layout, Table
from timeline_cli.text import clean


def draft(table: Table, name: str, found: Guess, layout: Layout) -> str:
    """The text of a map; each open question is a line that starts with # ?."""
    return "".join(f"{line}\n" for line in _lines(table, name, found, layout))


def _lines(table: Table, name: str, found: Guess, layout: Layout) -> Iterator[str]:
    yield f"# A map for {clean(table.file)}, guessed from its columns: {clean(', '.join(table.columns))}"
    yield from (f"# {clean(reason)}" for reason in found.reasons)
    yield from (f"# ? {clean(question)}" for question in found.open)
    yield f"name = {_text(name)}"
    if table.paths:
        yield f"rows = [{', '.join(map(_text, table.paths))}]"
    told = {key: getattr(layout, key) for key in ("sheet", "encoding", "separator") if getattr(layout, key)}
    yield from (f"{key} = {_text(value)}" for key, value in {**told, **found.head}.items())
    if layout.head is not None:
        yield f"head = {layout.head}"
    yield from ("", "[event]")
    yield from (f"{key} = {value if value.startswith('[') else _text(value)}" for key, value in found.event.items())
    for column, rules in found.columns.items():
        yield from ("", f"[columns.{column if re.fullmatch(r'[A-Za-z0-9_-]+', column) else _text(column)}]")
        yield from (f"{key} = {_text(value)}" for key, value in rules.items())


def _text(value: str) -> str:
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
