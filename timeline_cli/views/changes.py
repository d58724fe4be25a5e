"""Changes of events as lines: a sign, the date and the title, and below them the fields that differ.

Owns: this layout. Does not: cut a value; of a long text it shows the changed words and four around them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Any

from timeline_cli.console import Line, Screen
from timeline_cli.history.changes import ADDED, CHANGED, GONE, MOVED, Change, FieldChange
from timeline_cli.text import clean, fit, width
from timeline_cli.views.words import plain
from timeline_cli.wrapping import wrap

_SIGNS = {ADDED: ("+", "added"), GONE: ("-", "removed"), CHANGED: ("~", "mark"), MOVED: (">", "mark")}
_LONG = 60  # characters
_AROUND = 4  # words


def lines(found: Sequence[Change], screen: Screen, oneline: bool, footer: bool) -> Iterator[Line]:
    """Each change, then how many there are."""
    for change in found:
        yield head(change, screen, oneline)
        if not oneline and change.change in (CHANGED, MOVED):
            yield from field_lines(change.fields, screen)
    if footer and not oneline:
        counts = Counter(change.change for change in found)
        said = ", ".join(f"{counts[kind]:,} {kind}" for kind in _SIGNS if counts[kind])
        yield from ([[]] if found else [])
        yield [(said or "no changes", "")]


def head(change: Change, screen: Screen, oneline: bool) -> Line:
    sign, style = _SIGNS[change.change]
    if change.what == "event":
        name, after = f"{clean(str(change.date or ''))}  {clean(str(change.title or change.id))}", ""
    else:
        name, after = f"{change.what} {clean(change.id)}".rstrip(), ""
        name += f" ({clean(change.file)})" if change.file else ""
    if change.id_before is not None:
        after = f"  {clean(change.id_before)} → {clean(change.id)}"
    if oneline and change.change in (CHANGED, MOVED):
        after = f"  [{', '.join(clean(field.field) for field in change.fields)}]"
        room = screen.width - width(after) - 2
        name = fit(name, max(room, 20), "..." if screen.ascii else "…")
    return [(sign, style), (" ", ""), (name, "title" if not oneline else ""), (plain(after, screen.ascii), "dim")]


def field_lines(fields: Sequence[FieldChange], screen: Screen) -> Iterator[Line]:
    column = max((width(clean(field.field)) for field in fields), default=0)
    for field in fields:
        name = clean(field.field)
        for number, row in enumerate(wrap(plain(_words(field), screen.ascii), max(screen.width - column - 6, 20))):
            said = name + " " * (column - width(name)) if not number else " " * column
            yield [("    ", ""), (said, "dim"), ("  ", ""), (row, "")]


def _words(field: FieldChange) -> str:
    before, after = field.before, field.after
    if before is None:
        return f"+ {_text(after)}"
    if after is None:
        return f"− {_text(before)}"
    if isinstance(before, list) and isinstance(after, list):
        gone = [_text(item) for item in before if item not in after]
        new = [_text(item) for item in after if item not in before]
        if gone or new:
            return "; ".join([*(f"− {text}" for text in gone), *(f"+ {text}" for text in new)])
    one, other = _text(before), _text(after)
    if max(len(one), len(other)) > _LONG and isinstance(before, str) and isinstance(after, str):
        return _changed_words(one.split(), other.split())
    return f"{one or '(empty)'} → {other or '(empty)'}"


def _changed_words(one: list[str], other: list[str]) -> str:
    """The words that differ, as − old + new, with four words around them."""
    parts: list[str] = []
    groups = SequenceMatcher(None, one, other, autojunk=False).get_grouped_opcodes(_AROUND)
    last = 0
    for group in groups:
        parts += ["…"] if group[0][1] > last or parts else []
        for kind, start, end, new_start, new_end in group:
            if kind == "equal":
                parts += one[start:end]
                continue
            parts += [f"[−{' '.join(one[start:end])}−]"] if end > start else []
            parts += [f"[+{' '.join(other[new_start:new_end])}+]"] if new_end > new_start else []
        last = group[-1][2]
    return " ".join([*parts, *(["…"] if last < len(one) else [])])


def _text(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{clean(str(key))}: {_text(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return ", ".join(map(_text, value))
    return "" if value is None else clean(str(value))
