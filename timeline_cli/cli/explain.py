"""`timeline explain`: explain the code of a problem, with an example and its fix.

Owns: its options. Does not: word any explanation.
"""

from __future__ import annotations

from timeline_cli.checks.explained import KEYS, explanations
from timeline_cli.checks.selection import known_codes
from timeline_cli.cli.options import Settings
from timeline_cli.errors import EXIT_DONE


def run(settings: Settings, codes: list[str] | None, json: str | None) -> int:
    """Explain a code of timeline check, with an example and its fix.

    Without a code, lists all codes, one per line.
    """
    every = explanations()
    named = {code for word in codes or () for code in known_codes(word, f"unknown code: {word}")}
    asked = [every[code] for code in every if not codes or code in named]
    if json is not None:
        from timeline_cli.cli.load import write_rows

        write_rows(({**one._asdict(), "severity": one.severity} for one in asked), json, KEYS)
        return EXIT_DONE
    from timeline_cli.views.explained import catalogue, in_full

    settings.out.write(in_full(asked, settings.out) if codes else catalogue(asked, settings.out))
    return EXIT_DONE
