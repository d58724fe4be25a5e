"""EXPORTS: the formats of an answer for other programs, by name, each with the options that it takes.

Owns: the list of formats; a new one is a file next to this one and a row here. Does not: import a format before it is
used, or ignore an option that a format does not take.
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
    """`module` defines `export(given)`, which checks the options and returns a function from an answer to text.

    `suffixes` are those of its files, `extra` is the extra of the package that it requires.
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


# The one format chosen by its option, whose value selects fields for any format that has them.
FIELDS = Option("json", str, None, ("--json",), "Print a JSON array; --json=id,title prints some fields.", "[=FIELDS]",
                Choices(table="timeline_cli.exports.json:event_fields", many=True), bare="")  # fmt: skip
_RAW = Option("raw", bool, False, ("--raw",), "With --csv, do not escape formulas.")

EXPORTS: dict[str, Export] = {
    export.name: export
    for export in (
        Export("json", "timeline_cli.exports.json", (".json",), "", FIELDS.help, (FIELDS,)),
        Export(
            "jsonl",
            "timeline_cli.exports.jsonl",
            (".jsonl", ".ndjson"),
            "",
            "Print one JSON object per line.",
            (FIELDS,),
        ),
        Export("csv", "timeline_cli.exports.csv", (".csv",), "", "Print CSV, one row per event.", (FIELDS, _RAW)),
    )
}


def raw() -> list[Option]:
    """The option of CSV, for other commands that write it."""
    return [_RAW]


def options() -> list[Option]:
    """A flag for each format, and the options of all of them."""
    found: dict[str, Option] = {}
    for row in EXPORTS.values():
        for option in (Option(row.name, bool, False, (row.flag,), row.help), *row.options):
            found[option.name] = option
    return list(found.values())


def flags(joint: str) -> str:
    """The flags of all formats in words."""
    *others, last = (row.flag for row in EXPORTS.values())
    return f"{', '.join(others)} {joint} {last}"


def export_of(given: Mapping[str, Any]) -> Write | None:
    """The function that writes an answer in the requested format; None if there is none. Raises UsageFault."""
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
                raise UsageFault(f"{option.flag} requires {row.flag}", f"write {row.flag} {option.flag}")
    if len(asked) > 1:
        forms = " and ".join(row.flag for row in asked)
        raise UsageFault(f"{forms} cannot be combined", "use one of them")
    return asked[0] if asked else None


def _load(row: Export) -> Callable[[Mapping[str, Any]], Write]:
    try:
        module = import_module(row.module)
    except ModuleNotFoundError:
        if not row.extra:
            raise
        raise UsageFault(
            f"{row.flag} requires an optional package", f"pip install 'corporate-timeline[{row.extra}]'"
        ) from None
    write: Callable[[Mapping[str, Any]], Write] = module.export
    return write
