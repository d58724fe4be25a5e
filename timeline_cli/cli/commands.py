"""COMMANDS: the registry of commands with all that can be typed after them. Only the one asked for is imported.

Owns: names, one-line helps, arguments, options, and SHARED, which all take before and after the command. Refuses: to
import a command, or typer.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from timeline_cli.option import Choices, Option, look_up

_ANYTHING = Choices()
FILES = Choices(files=True)
ID = Choices(field="id")
CODES = Choices(table="timeline_cli.diagnostics:CODES")
CHARTS = ("bar", "line")
FIGURE_ORDERS = ("period", "value")

SHARED: tuple[Option, ...] = (
    Option("file", list, None, ("-f", "--file"), "Events from FILE, a folder or - (stdin); repeatable. "
           "Else $TIMELINE_FILE, else the nearest events.yaml.", "FILE", FILES),
    Option("today", str, None, ("--today",), "The day that counts as today, 2025-03-24. Else $TIMELINE_TODAY.",
           "DATE"),
    Option("color", str, None, ("--color",), "auto, always or never.", "WHEN", Choices(("auto", "always", "never"))),
    Option("ascii", bool, False, ("--ascii",), "Ornaments without Unicode; text of the file stays as it is."),
    Option("width", int, None, ("--width",), "Columns; else those of the terminal, 100 in a pipe.", "N"),
    Option("no_pager", bool, False, ("--no-pager",), "Long answers straight to the terminal; else $TIMELINE_PAGER, "
           "$PAGER or less."),
    Option("no_index", bool, False, ("--no-index",), "Read the files themselves, without what is kept of large ones."),
    Option("quiet", bool, False, ("-q", "--quiet"), "Nothing on stderr but errors, and no footer."),
    Option("no_config", bool, False, ("--no-config",), "Leave out the settings of .timeline.toml and config.toml."),
)  # fmt: skip
_ABOUT_FILES = ("file", "today", "no_index")


class Command(NamedTuple):
    """`module` defines a function called `run` that takes the Settings and a keyword for each of its `options`.

    These are rows, or tables of rows that are named as module:NAME. `reads` names the shared options about files and
    events that it takes. One that does not settle `settles` nothing by files of settings, so that it works whatever is
    wrong with them.
    """

    name: str
    module: str
    help: str
    options: tuple[Option | str, ...] = ()
    reads: tuple[str, ...] = _ABOUT_FILES
    settles: bool = True

    @property
    def own(self) -> Iterator[Option]:
        """Its own arguments and options."""
        for row in self.options:
            yield from (row,) if isinstance(row, Option) else look_up(row)

    @property
    def refused(self) -> list[Option]:
        """The shared options that would change nothing."""
        return [row for row in SHARED if row.name in _ABOUT_FILES and row.name not in self.reads]


def rows_of(command: str | None) -> list[Option]:
    """All arguments and options of a command, or those that stand before one. An unknown command has none."""
    if command is None:
        return [*SHARED, _flag("version", "Print the version.")]
    found = COMMANDS.get(command)
    return [] if found is None else [*found.own, *(row for row in SHARED if row not in found.refused)]


def _argument(name: str, kind: type, help: str, metavar: str | None = None, values: Choices = _ANYTHING) -> Option:
    return Option(name, kind, None, (), help, metavar, values)


def _flag(name: str, help: str, *flags: str) -> Option:
    return Option(name, bool, False, flags or ("--" + name.replace("_", "-"),), help)


def _json(of: str, table: str) -> Option:
    values = Choices(table=table, many=True)
    return Option("json", str, None, ("--json",), f"One JSON array, {of}.", "[=FIELDS]", values, bare="")


def _codes(name: str, help: str) -> Option:
    return Option(name, list, None, ("--" + name.replace("_", "-"),), help, "CODES", CODES)


_QUERY = _argument("query", list, "A question in words: company:samsung last quarter. See: timeline help query.",
                   "[QUERY]...", Choices(question=True))  # fmt: skip
_QUESTION = "timeline_cli.query.options:QUESTION"
_VIEW = Option("view", str, None, ("--view",), "{words}. Else timeline. See: timeline help views.", "NAME",
               Choices(table="timeline_cli.views.registry:VIEWS"))  # fmt: skip
_OF_VIEWS = "timeline_cli.views.registry:options"

_SHOW = (
    _QUERY,
    _VIEW,
    "timeline_cli.exports.registry:options",
    Option("sort", str, "date", ("--sort",), "{words}.", "KEY", Choices(table="timeline_cli.query.select:SORTED")),
    Option("group_by", str, None, ("--group-by",), "{words}.", "KEY",
           Choices(table="timeline_cli.query.select:GROUPS")),
    _flag("reverse", "The other way round: latest first.", "--reverse", "-r"),
    _flag("no_reverse", "Oldest first, whatever the settings say."),
    Option("limit", int, None, ("--limit", "-n"), "At most N events, of each group when grouped.", "N"),
    _flag("count", "Print only how many events match."),
    _QUESTION,
    _OF_VIEWS,
)  # fmt: skip
_STATS = (
    _QUERY,
    Option("by", str, None, ("--by",), "{words} or x-KEY; two with a comma count pairs.", "KEY[,KEY]",
           Choices(table="timeline_cli.query.counts:COUNTED", many=True)),
    _flag("gaps", "The stretches without events, the longest first."),
    _json("a count or a gap a line", "timeline_cli.exports.counts:COUNT_ROW"),
    Option("limit", int, None, ("--limit", "-n"), "At most N rows of each.", "N"),
    _QUESTION,
)  # fmt: skip
_FIGURES = (
    _argument("query", list, "Words of a metric, and a question as in show: shipment target company:xiaomi since 2024.",
              "[METRIC] [QUERY]...", Choices(field="metric", question=True)),
    Option("view", str, "series", ("--view",), "{words}. See: timeline help views.", "NAME",
           Choices(table="timeline_cli.views.registry:FIGURE_VIEWS")),
    Option("chart", str, None, ("--chart",), "Draw a chart: bar (default) or line.", "[bar|line]", Choices(CHARTS),
           bare=CHARTS[0]),
    Option("sort", str, "period", ("--sort",), "{words}: the earliest or the greatest first.", "KEY",
           Choices(FIGURE_ORDERS)),
    _flag("exact_numbers", "Numbers in full: 64,900,000,000,000 for 64.9tn."),
    _json("one flat object per row", "timeline_cli.exports.figures:figure_fields"),
    _flag("csv", "A table for spreadsheets: a row per figure, company or expectation."),
    "timeline_cli.exports.registry:raw",
    _QUESTION,
)  # fmt: skip
_CHECK = (
    _argument("files", list, "As with -f.", "[FILE]...", FILES),
    _flag("strict", "Warnings count as errors."),
    _codes("select", "Only these codes or beginnings of codes: E1,W203; ALL."),
    _codes("extend_select", "These codes besides the usual ones."),
    _codes("ignore", "All but these codes."),
    _flag("fix", "Write what is certain into the files."),
    _flag("diff", "Show what --fix would write, and write nothing."),
    _flag("every", "Report every problem, not only the first 100 of each code.", "--all"),
    Option("output", str, "text", ("--output",), "text, json or github.", "FORM", Choices(("text", "json", "github"))),
    _json("a problem a line", "timeline_cli.exports.problems:KEYS"),
)
_ADD = (
    Option("from_", str, None, ("--from",), "One event or many, as JSON or YAML, from FILE or - (stdin).", "FILE",
           FILES),
    Option("like", str, None, ("--like",), "Take type, names, place and tags of event ID.", "ID", ID),
    Option("set_", list, None, ("--set",), "A key of your own: x-desk=asia.", "KEY=VALUE"),
    Option("to", str, None, ("--to",), "The file that gets it, where several are read.", "FILE", FILES),
    _flag("force", "Also what is there already; a taken id gets a number."),
    _flag("skip_existing", "Leave out events that are there already."),
    _flag("dry_run", "Print the change and write nothing."),
    "timeline_cli.editing.values:options",
)  # fmt: skip

COMMANDS: dict[str, Command] = {
    command.name: command
    for command in (
        Command("show", "timeline_cli.cli.show", "The timeline, or the part of it that a question asks for.", _SHOW),
        Command("stats", "timeline_cli.cli.stats", "Counts by year, company, person and the like; gaps without events.",
                _STATS),
        Command("figures", "timeline_cli.cli.figures",
                "Compare numbers over time, between companies, and with what was expected.", _FIGURES),
        Command("entities", "timeline_cli.cli.entities",
                "Companies, people, places, types, tags, metrics: names and counts.",
                (_argument("kind", str, "{words}; else all.", None, Choices(table="timeline_cli.query.entities:KINDS")),
                 _json("a name a line", "timeline_cli.query.entities:Entity._fields"))),
        Command("types", "timeline_cli.cli.types", "The types of events with their symbols and colours.",
                (_json("a type a line", "timeline_cli.cli.types:KEYS"),)),
        Command("check", "timeline_cli.cli.check", "Every problem of the files, with its place and its way out.",
                _CHECK),
        Command("add", "timeline_cli.cli.add", "Add an event to the file, and change nothing else in it.", _ADD),
        Command("edit", "timeline_cli.cli.edit", "Open an event in your editor, and check the file afterwards.",
                (_argument("identity", str, "The id of an event; else the file itself.", "[ID]", ID),)),
        Command("fmt", "timeline_cli.cli.fmt", "Sort the events by date and tidy the layout, and nothing else.",
                (_flag("check", "Change nothing; exit code 1 when something would be."),
                 _flag("diff", "Print the change and write nothing."),
                 _flag("no_sort", "Leave the events in their order."))),
        Command("init", "timeline_cli.cli.init", "A new file with comments to start from.",
                (_argument("new", str, "events.yaml when left out.", "[FILE]", FILES),), reads=("file",)),
        Command("watch", "timeline_cli.cli.watch", "Show again whenever the files are saved.",
                (_QUERY, _VIEW, _QUESTION, _OF_VIEWS)),
        Command("explain", "timeline_cli.cli.explain", "What a code of check means, and how it is mended.",
                (_argument("codes", list, "E101, the beginning of some (W3), or a name: cut-by-comment.", "[CODE]...",
                           CODES),
                 _json("a code a line", "timeline_cli.checks.explained:KEYS")), reads=()),
        Command("schema", "timeline_cli.cli.schema", "A JSON Schema, so that an editor completes and checks.",
                (_flag("write", "Write it as timeline.schema.json beside the file, and name it in the file's first "
                       "line."),)),
        Command("config", "timeline_cli.cli.config", "Show the settings that hold, and where each is from.",
                (_json("a setting a line", "timeline_cli.cli.config:ROW"),), reads=("file",), settles=False),
        Command("completion", "timeline_cli.cli.completion", "A completion script for bash, zsh or fish.",
                (_argument("shell", str, "bash, zsh or fish.", None,
                           Choices(table="timeline_cli.cli.completion:SHELLS")),), reads=()),
        Command("help", "timeline_cli.cli.help", "How questions are asked, dates are written, and files are made.",
                (_argument("topic", str, "query, dates, file, json, views, or a command.", None,
                           Choices(table="timeline_cli.cli.help:subjects")),), reads=()),
    )
}  # fmt: skip

DEFAULT = "show"

# What words stand for without a file of settings.
BUILT_IN_ALIASES: dict[str, tuple[str, ...]] = {}
