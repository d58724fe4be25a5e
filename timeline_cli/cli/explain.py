"""`timeline explain`: what the code of a problem means, with an example and how it is mended.

Owns: its options. Refuses: a code that there is not.
"""

from __future__ import annotations

from timeline_cli.checks.explained import KEYS, explanations
from timeline_cli.checks.selection import known_codes
from timeline_cli.cli.options import Settings
from timeline_cli.errors import EXIT_DONE


def run(settings: Settings, codes: list[str] | None, json: str | None) -> int:
    """What a code of timeline check means, with an example and how it is mended.

    Without a code, all of them on a line each.
    """
    every = explanations()
    named = {code for word in codes or () for code in known_codes(word, f"there is no code {word}")}
    asked = [every[code] for code in every if not codes or code in named]
    if json is not None:
        from timeline_cli.cli.load import write_export
        from timeline_cli.exports.json import array_of, keys_of, only

        keys = keys_of(json, KEYS)
        write_export(array_of(only(({**one._asdict(), "severity": one.severity} for one in asked), keys)))
        return EXIT_DONE
    from timeline_cli.views.explained import catalogue, in_full

    settings.out.write(in_full(asked, settings.out) if codes else catalogue(asked, settings.out))
    return EXIT_DONE
