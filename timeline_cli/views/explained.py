"""The codes of problems as text: a list, or some of them in full.

Owns: this layout. Does not: word any explanation.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from timeline_cli.checks.explained import Explanation
from timeline_cli.console import Line, Screen
from timeline_cli.diagnostics import OPTIONAL
from timeline_cli.views.grid import grid
from timeline_cli.wrapping import wrap


def catalogue(codes: Sequence[Explanation], screen: Screen) -> Iterator[Line]:
    """Every code with its name and its meaning."""
    rows = [(one.code, one.name, one.meaning) for one in codes]
    return grid(("Code", "Name", "Meaning"), rows, screen, {2: 30})


def in_full(codes: Iterable[Explanation], screen: Screen) -> Iterator[Line]:
    """Meaning, reason, and the examples."""
    for number, one in enumerate(codes):
        if number:
            yield []
        optional = ", off by default" if one.code in OPTIONAL else ""
        yield [(f"{one.code} {one.name}", "heading"), (f" ({one.severity}{optional})", one.severity)]
        for paragraph in (one.meaning, one.why):
            yield []
            yield from ([(row, "")] for row in wrap(paragraph, screen.width))
        for word, example in (("wrong", one.wrong), ("right", one.right)):
            if example:
                yield []
                yield [(f"{word}:", "error" if word == "wrong" else "hint")]
                yield from ([("    " + row, "")] for row in example.splitlines())
