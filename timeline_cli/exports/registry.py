"""EXPORTS: the forms of an answer for other programs, by name, each with the options that it takes.

Owns: which forms there are; a new one is a file beside this and a row here. Does not: import one that is not asked
for, and to ignore an option that a form does not take.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple

from timeline_cli.errors import UsageFault
from timeline_cli.option import Choices, Option

if TYPE_CHECKING:
    from timeline_cli.query.select import Answer

    Write = Callable[[Answer], Iterator[str]]


class Export(NamedTuple):
    """`module` defines `export(given)`, which looks at the options and gives a function from an answer to text.

    `suffixes` are those of its files, `extra` is what the package is installed with for it.
    """

    name: str
    module: str
    suffixes: tuple[str, ...]
    extra: str
    help: str
    options: tuple[Option, ...] = ()

    @property
    def flag(self) -> str:
        return f"--{self.name}"


# The one form that is chosen by its option: a value says which fields, of any form that has them.
FIELDS = Option("json", str, None, ("--json",), "One JSON array; --json=id,title for some fields.", "[=FIELDS]",
                Choices(table="timeline_cli.exports.json:event_fields", many=True), bare="")  # fmt: skip
_RAW = Option("raw", bool, False, ("--raw",), "With --csv: do not escape what looks like a formula.")

EXPORTS: dict[str, Export] = {
    export.name: export
    for export in (
        Export("json", "timeline_cli.exports.json", (".json",), "", FIELDS.help, (FIELDS,)),
        Export("jsonl", "timeline_cli.exports.jsonl", (".jsonl", ".ndjson"), "", "One JSON object a line.", (FIELDS,)),
        Export("csv", "timeline_cli.exports.csv", (".csv",), "", "One row an event, for spreadsheets.", (FIELDS, _RAW)),
    )
}


def raw() -> list[Option]:
    """The option of CSV, for other commands that write it."""
    return [_RAW]


def options() -> list[Option]:
    """A flag for each form, and the options of all of them."""
    found: dict[str, Option] = {}
    for row in EXPORTS.values():
        for option in (Option(row.name, bool, False, (row.flag,), row.help), *row.options):
            found[option.name] = option
    return list(found.values())


def flags(joint: str) -> str:
    """The flags of all forms in words."""
    *others, last = (row.flag for row in EXPORTS.values())
    return f"{', '.join(others)} {joint} {last}"


def export_of(given: Mapping[str, Any]) -> Write | None:
    """What writes an answer in the form that is asked for; None where none is. Raises UsageFault."""
    row = form_of(given)
    return None if row is None else _load(row)(given)


def form_of(given: Mapping[str, Any]) -> Export | None:
    """The form that is asked for; None where none is. Raises UsageFault for options that do not go together."""
    asked = [row for row in EXPORTS.values() if given.get(row.name) not in (None, False)]
    if given.get(FIELDS.name) and any(FIELDS in row.options for row in asked if row.name != FIELDS.name):
        asked = [row for row in asked if row.name != FIELDS.name]
    for row in EXPORTS.values():
        for option in row.options:
            if given.get(option.name) and not any(option in each.options for each in asked):
                raise UsageFault(f"{option.flag} is about {row.flag}", f"write {row.flag} {option.flag}")
    if len(asked) > 1:
        forms = " and ".join(row.flag for row in asked)
        raise UsageFault(f"{forms} are two forms of one answer", "choose one of them")
    return asked[0] if asked else None


def _load(row: Export) -> Callable[[Mapping[str, Any]], Write]:
    try:
        module = import_module(row.module)
    except ModuleNotFoundError:
        if not row.extra:
            raise
        raise UsageFault(
            f"{row.flag} needs more than is installed", f"pip install 'corporate-timeline[{row.extra}]'"
        ) from None
    write: Callable[[Mapping[str, Any]], Write] = module.export
    return write
