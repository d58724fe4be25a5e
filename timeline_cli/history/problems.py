"""The errors of a text of a file, read alone, without the files that it includes.

Owns: which errors a merge has that neither side had. Does not: report them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from timeline_cli.diagnostics import Diagnostic
from timeline_cli.fields.context import Context
from timeline_cli.nodes import Problems
from timeline_cli.reading.composer import NeedsWhole
from timeline_cli.reading.content import Content
from timeline_cli.reading.file import EventFile, LateRegistries
from timeline_cli.reading.load import repeated_id
from timeline_cli.reading.registries import Declared, build

Error = tuple[str, str]  # code and message


def new_errors(name: str, text: str, sides: Iterable[str]) -> list[int]:
    """The lines of the errors of a text that none of the sides has as often."""
    errors = list(_errors(name, text))
    known: Counter[Error] = Counter()
    for side in sides if errors else ():
        known |= Counter((one.code, one.message) for one in _errors(name, side))
    found = []
    for one in errors:
        known[one.code, one.message] -= 1
        if known[one.code, one.message] < 0:
            found.append(one.location.line)
    return found


def _errors(name: str, text: str) -> Iterator[Diagnostic]:
    whole = late = False
    while True:
        try:
            yield from _read(name, text, whole, late)
            return
        except NeedsWhole:
            whole = True
        except LateRegistries:
            late = True


def _read(name: str, text: str, whole: bool, late: bool) -> list[Diagnostic]:
    file = EventFile(name, Content(text.encode()), Problems(name))
    declared: list[Declared] = []
    file.read_head(declared, whole, late)
    found: list[Diagnostic] = []
    ids: Counter[str] = Counter()
    for item in file.items(Context(Problems(""), build(declared))):
        found += (problem.moved(item.line) for problem in item.problems)
        if item.event is not None and item.event.has_own_id:
            ids[item.event.id] += 1
            if ids[item.event.id] > 1:
                found.append(repeated_id(item.event.id, (name, item.line), (name, item.line)))
    file.settle()
    found += [*file.found, *file.later]
    return [problem for problem in found if problem.is_error]
