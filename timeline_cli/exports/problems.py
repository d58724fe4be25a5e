"""Problems for other programs: one JSON array, or the annotations that GitHub shows next to a change.

Owns: the keys of that array, and the escapes of workflow commands. Does not: omit a problem.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from timeline_cli.diagnostics import CODES, Diagnostic, Edit, Fix
from timeline_cli.exports import json
from timeline_cli.text import clean

KEYS = (
    "code", "name", "severity", "message", "hint", "file", "line", "column", "width", "related", "fix",
    "edits", "certain",
)  # fmt: skip


def array(found: Iterable[Diagnostic], keys: tuple[str, ...] | None, fixes: Collection[Fix]) -> Iterator[str]:
    """The pieces of one JSON array, one problem per line; `fixes` are those that --fix writes."""
    return json.array_of(json.only((_as_json(diagnostic, fixes) for diagnostic in found), keys))


def _as_json(diagnostic: Diagnostic, written: Collection[Fix]) -> dict[str, object]:
    """A problem by `KEYS`; `fix` is the edit that --fix writes, one of `written`."""
    place, fix = diagnostic.location, diagnostic.fix
    edits = fix.edits if fix is not None else ()
    values = (
        diagnostic.code,
        CODES[diagnostic.code][0],
        diagnostic.severity,
        diagnostic.message,
        diagnostic.hint.text or None,
        *place,
        [{**other._asdict(), "message": word} for other, word in diagnostic.related],
        {**edits[0].place._asdict(), "text": edits[0].text} if fix in written else None,
        [_edit(edit) for edit in edits],
        fix.certain if fix is not None else None,
    )
    return dict(zip(KEYS, values, strict=True))


def _edit(edit: Edit) -> dict[str, object]:
    """An edit as editors expect it: columns count code points from 1, and the end is exclusive."""
    file, line, column, width = edit.place
    ends = {"end_line": line, "end_column": column + width}
    return {"file": file, "line": line, "column": column, **ends, "text": edit.text}


def github(found: Iterable[Diagnostic]) -> Iterator[str]:
    """One workflow command per problem: ::error file=…,line=…::message"""
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
