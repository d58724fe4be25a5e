"""Problems for other programs: one JSON array, or the lines that GitHub shows beside a change.

Owns: the keys of that array, and the escapes of workflow commands. Refuses: to leave a problem out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from timeline_cli.checks.fixes import fix_of
from timeline_cli.checks.texts import Texts
from timeline_cli.diagnostics import CODES, Diagnostic
from timeline_cli.exports import json
from timeline_cli.text import clean

KEYS = ("code", "name", "severity", "message", "hint", "file", "line", "column", "width", "related", "fix")


def keys_of(asked: str) -> tuple[str, ...] | None:
    """The keys of --json=FIELDS; None for all of them. Raises UsageFault."""
    return json.keys_of(asked, KEYS)


def array(found: Iterable[Diagnostic], texts: Texts, keys: tuple[str, ...] | None) -> Iterator[str]:
    """The pieces of one JSON array, a problem a line."""
    return json.array_of(json.only((_as_json(diagnostic, texts) for diagnostic in found), keys))


def _as_json(diagnostic: Diagnostic, texts: Texts) -> dict[str, object]:
    place, fix = diagnostic.location, fix_of(diagnostic, texts)
    values = (
        diagnostic.code,
        CODES[diagnostic.code][0],
        diagnostic.severity,
        diagnostic.message,
        diagnostic.hint.text or None,
        *place,
        [{**other._asdict(), "message": word} for other, word in diagnostic.related],
        {**fix.place._asdict(), "text": fix.text} if fix is not None else None,
    )
    return dict(zip(KEYS, values, strict=True))


def github(found: Iterable[Diagnostic]) -> Iterator[str]:
    """One workflow command a problem: ::error file=…,line=…::message"""
    for diagnostic in found:
        place, name = diagnostic.location, CODES[diagnostic.code][0]
        properties = {
            "file": place.file,
            "line": str(place.line),
            "col": str(place.column),
            "endColumn": str(place.column + place.width),
            "title": f"{diagnostic.code} {name}",
        }
        listed = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
        message = clean(diagnostic.message) + (f"\nhint: {clean(str(diagnostic.hint))}" if diagnostic.hint else "")
        yield f"::{diagnostic.severity} {listed}::{_data(message)}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(clean(text)).replace(":", "%3A").replace(",", "%2C")
