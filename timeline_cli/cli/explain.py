"""`timeline explain`: what the code of a problem means, with an example and how it is mended.

Owns: its options. Refuses: a code that there is not.
"""

from __future__ import annotations

from typing import Annotated

import typer

from timeline_cli.checks.explained import Explanation, explanations
from timeline_cli.checks.selection import codes_of
from timeline_cli.cli.options import Settings
from timeline_cli.diagnostics import CODES
from timeline_cli.errors import EXIT_DONE, UsageFault
from timeline_cli.text import nearest


def run(
    settings: Settings,
    codes: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[CODE]...", help="E101, the beginning of some (W3), or a name: cut-by-comment.", show_default=False
        ),
    ] = None,
    json: Annotated[
        str | None, typer.Option("--json", help="One JSON array, a code a line.", metavar="[=FIELDS]")
    ] = None,
) -> int:
    """What a code of timeline check means, with an example and how it is mended.

    Without a code, all of them on a line each.
    """
    every = explanations()
    asked = [every[code] for code in every if not codes or code in _asked(codes)]
    if json is not None:
        from timeline_cli.cli.load import write_export
        from timeline_cli.exports.json import array_of, keys_of, only

        keys = keys_of(json, (*Explanation._fields, "severity"))
        write_export(array_of(only(({**one._asdict(), "severity": one.severity} for one in asked), keys)))
        return EXIT_DONE
    from timeline_cli.views.explained import catalogue, in_full

    settings.out.write(in_full(asked, settings.out) if codes else catalogue(asked, settings.out))
    return EXIT_DONE


def _asked(words: list[str]) -> set[str]:
    found: set[str] = set()
    for word in words:
        meant = codes_of(word)
        if not meant:
            near = nearest(word.upper(), CODES) or nearest(word, (name for name, _ in CODES.values()))
            hint = f"did you mean {near}?" if near else "timeline explain lists the codes"
            raise UsageFault(f"there is no code {word}", hint)
        found |= meant
    return found
