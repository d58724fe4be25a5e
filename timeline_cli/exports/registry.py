"""EXPORTS: the formats of an answer for other programs, by name, each with the options that it takes.

Owns: the list of formats; a new one is a file next to this one and a row here. Does not: import a format before it is
used, or ignore an option that a format does not take.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, NamedTuple

from timeline_cli.errors import UsageFault
from timeline_cli.hint import Hint
from timeline_cli.option import Choices, Option
from timeline_cli.spelling import check_known, did_you_mean

if TYPE_CHECKING:
    from timeline_cli.query.select import Answer

    Write = Callable[[Answer], Iterator[Any]]


class Reason(NamedTuple):
    """Why a format does not say something, after the number of `noun`s; `leaves_out` events as a whole."""

    noun: str
    text: str
    leaves_out: bool = False


# What an export does not say. A format that has any returns it from its generator.
Unsaid = Counter[Reason]

TEXT, BINARY, FOLDER = "text", "binary", "folder"


class Export(NamedTuple):
    """`module` defines `export(given)`, which checks the options and returns a function from an answer to its pieces.

    They are text; bytes if `form` is BINARY; pairs of a file's name and bytes if it is FOLDER. `suffixes` are those of
    its files, `extra` is the extra of the package that it requires. With `in_show`, it is an option of show too.
    """

    name: str
    module: str
    suffixes: tuple[str, ...]
    extra: str
    help: str
    options: tuple[Option, ...] = ()
    form: str = TEXT
    in_show: bool = True

    @property
    def flag(self) -> str:
        return f"--{self.name}"


_FIELD_NAMES = Choices(table="timeline_cli.exports.json:event_fields", many=True)
# The one format chosen by its option, whose value selects fields for any format that has them.
FIELDS = Option("json", str, None, ("--json",), "Print a JSON array; --json=id,title prints some fields.", "[=FIELDS]",
                _FIELD_NAMES, bare="")  # fmt: skip
_FIELDS_ALONE = FIELDS._replace(
    flags=("--fields",), help="Write only these fields (json, jsonl, csv): id,title.", metavar="FIELDS", bare=None
)
_RAW = Option("raw", bool, False, ("--raw",), "With --csv, do not escape formulas.")
_RAW_ALONE = _RAW._replace(help="Do not escape formulas (csv).")
_COARSE = Option("coarse", str, None, ("--coarse",), "Skip events whose day is not known (default), or let them span "
                 "all days that they may be on (ics).", "skip|span", Choices(("skip", "span")))  # fmt: skip

_PARTITION = Option("partition", str, None, ("--partition",), "Divide the tables by year: a folder for each (parquet).",
                    "year", Choices(("year",)))  # fmt: skip

SIZES = ("1600x900", "1920x1080", "1080x1080")  # suggested ones
_DRAWING = (
    Option("size", str, None, ("--size",), "Draw a picture of that many pixels, 100 to 10000 a side (svg, png).", "WxH",
           Choices(table="timeline_cli.exports.registry:SIZES")),
    Option("theme", str, None, ("--theme",), "Draw it light (default) or dark (svg, png).", "light|dark",
           Choices(("light", "dark"))),
    Option("lane_by", str, None, ("--lane-by",), "Draw a lane for each {words} (svg, png).", "WHAT",
           Choices(table="timeline_cli.views.options:LANES")),
    Option("all", bool, False, ("--all",), "Draw every event and every lane (svg, png)."),
)  # fmt: skip
_FONT = Option("font", str, None, ("--font",), "Draw with this font, where it has the character (png).", "FILE",
               Choices(files=True))  # fmt: skip
_TITLE = Option("title", str, None, ("--title",),
                "Title of the page (html). Default: the question, or the file's name.", "TEXT")  # fmt: skip

_OF = "timeline_cli.exports."
EXPORTS: dict[str, Export] = {
    export.name: export
    for export in (
        Export("json", _OF + "json", (".json",), "", "Print a JSON array.", (FIELDS,)),
        Export("jsonl", _OF + "jsonl", (".jsonl", ".ndjson"), "", "Print one JSON object per line.", (FIELDS,)),
        Export("csv", _OF + "csv", (".csv",), "", "Print CSV, one row per event.", (FIELDS, _RAW)),
        Export("html", _OF + "page", (".html", ".htm"), "", "A page for a browser, to send and to print.", (_TITLE,),
               in_show=False),
        Export("ics", _OF + "ics", (".ics", ".ical"), "", "A calendar.", (_COARSE,), in_show=False),
        Export("md", _OF + "md", (".md", ".markdown"), "", "Markdown for GitHub.", in_show=False),
        Export("xlsx", _OF + "xlsx", (".xlsx",), "excel", "An Excel workbook.", (), BINARY, False),
        Export("parquet", _OF + "parquet", (".parquet",), "parquet", "Parquet files.", (_PARTITION,), FOLDER, False),
        # Drawn by a view, from its strokes: exports lie below the views.
        Export("svg", "timeline_cli.views.svg", (".svg",), "", "A picture of the lanes.", _DRAWING, in_show=False),
        Export("png", "timeline_cli.views.png", (".png",), "png", "A picture of the lanes.", (*_DRAWING, _FONT), BINARY,
               False),
        Export("timelinejs", _OF + "timelinejs", (".json",), "", "JSON for TimelineJS.", in_show=False),
        Export("mermaid", _OF + "mermaid", (".mmd", ".mermaid"), "", "A diagram for Mermaid.", in_show=False),
    )
}  # fmt: skip


def raw() -> list[Option]:
    """The option of CSV, for other commands that write it."""
    return [_RAW]


def options() -> list[Option]:
    """Of show: a flag for each of its formats, and their options."""
    found: dict[str, Option] = {}
    for row in _in_show():
        for option in (Option(row.name, bool, False, (row.flag,), row.help), *row.options):
            found[option.name] = option
    return list(found.values())


def flags(joint: str) -> str:
    """The flags of the formats of show in words."""
    *others, last = (row.flag for row in _in_show())
    return f"{', '.join(others)} {joint} {last}"


def _in_show() -> list[Export]:
    return [row for row in EXPORTS.values() if row.in_show]


def export_of(given: Mapping[str, Any], keys: tuple[str, ...] = ()) -> Write | None:
    """The function that writes an answer in the requested format; None if there is none. Raises UsageFault.

    Events have `keys` in addition to the fields of all events.
    """
    row = form_of(given)
    return None if row is None else load(row, row.flag)({**given, "keys": keys})


def form_of(given: Mapping[str, Any]) -> Export | None:
    """The form that is asked for; None where none is. Raises UsageFault for options that do not go together."""
    asked = [row for row in _in_show() if given.get(row.name) not in (None, False)]
    if given.get(FIELDS.name) and any(FIELDS in row.options for row in asked if row.name != FIELDS.name):
        asked = [row for row in asked if row.name != FIELDS.name]
    for row in _in_show():
        for option in row.options:
            if given.get(option.name) and not any(option in each.options for each in asked):
                raise UsageFault(f"{option.flag} requires {row.flag}", f"write {row.flag} {option.flag}")
    if len(asked) > 1:
        forms = " and ".join(row.flag for row in asked)
        raise UsageFault(f"{forms} cannot be combined", "use one of them")
    return asked[0] if asked else None


def load(row: Export, asked: str) -> Callable[[Mapping[str, Any]], Write]:
    """The format's function. Raises UsageFault if a package that it needs, `asked` for so, is not installed."""
    try:
        module = import_module(row.module)
    except ModuleNotFoundError:
        if not row.extra:
            raise
        raise UsageFault(
            f"{asked} requires an optional package", f"pip install 'corporate-timeline[{row.extra}]'"
        ) from None
    write: Callable[[Mapping[str, Any]], Write] = module.export
    return write


# `timeline export`: the format is named, or follows from the name of the file.


def file_options() -> list[Option]:
    """Of export: the options of all formats."""
    found = {option.name: option for row in EXPORTS.values() for option in row.options}
    return list({**found, FIELDS.name: _FIELDS_ALONE, _RAW.name: _RAW_ALONE}.values())


# Where the nearest suffix by its letters is not the nearest format.
_INSTEAD = {
    **dict.fromkeys((".yaml", ".yml"), "write .json, which timeline reads back in"),
    ".pdf": "write .html, and print it to PDF from a browser",
    ".tsv": "did you mean .csv?",
}


def format_of(name: str | None, file: str | None) -> Export:
    """The format with that name, else that of the file's suffix. Raises UsageFault."""
    if name is not None:
        check_known(name, EXPORTS, f"unknown format: {name}")
        return EXPORTS[name]
    listed = ", ".join(EXPORTS)
    if file is None:
        raise UsageFault("there is no format to export to", f"write -o FILE, or one of: {listed}")
    suffix = PurePath(file).suffix.lower()
    by_suffix = {suffix: row for row in reversed(EXPORTS.values()) for suffix in row.suffixes}
    if suffix not in by_suffix:
        what = f"no format has the suffix {suffix}" if suffix else f"{file} has no suffix that says its format"
        near = did_you_mean(suffix, by_suffix) if suffix else Hint("")
        found = near if near.value else Hint(f"write --format NAME, one of: {listed}")
        raise UsageFault(what, _INSTEAD.get(suffix, found))
    return by_suffix[suffix]


def check_options(row: Export, given: Mapping[str, Any]) -> None:
    """Raises UsageFault for an option that the format does not take."""
    for option in file_options():
        takers = [each.name for each in EXPORTS.values() if option.name in (other.name for other in each.options)]
        if given.get(option.name) not in (None, False) and row.name not in takers:
            raise UsageFault(f"{row.name} does not take {option.flag}", f"{option.flag} is for {', '.join(takers)}")
