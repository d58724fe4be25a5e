"""COMMANDS: the registry of commands with their arguments and options. Only the command that runs is imported.

Owns: names, one-line helps, arguments, options, and SHARED, the options of every command. Does not: import a command
or typer.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from timeline_cli.option import Choices, Option, look_up

_ANYTHING = Choices()
_DATE = Choices(field="date")
FILES = Choices(files=True)
ID = Choices(field="id")
REVISIONS = Choices(table="timeline_cli.history.git:revisions")
CODES = Choices(table="timeline_cli.diagnostics:CODES")
CHARTS = ("bar", "line")
FIGURE_ORDERS = ("period", "value")

SHARED: tuple[Option, ...] = (
    Option("file", list, None, ("-f", "--file"), "Read events from FILE, a folder or - (stdin); repeatable. "
           "Default: $TIMELINE_FILE, else the nearest events.yaml.", "FILE", FILES),
    Option("today", str, None, ("--today",), "Set today: 2025-03-24. Default: $TIMELINE_TODAY, else the clock.",
           "DATE"),
    Option("at", str, None, ("--at",), "Read the files as they were at REV, a revision of git.", "REV",
           REVISIONS),
    Option("color", str, None, ("--color",), "Use colour: auto, always or never.", "WHEN",
           Choices(("auto", "always", "never"))),
    Option("ascii", bool, False, ("--ascii",), "Draw with ASCII only; text from the file is unchanged."),
    Option("width", int, None, ("--width",), "Set the width in columns. Default: the terminal's; 100 in a pipe.", "N"),
    Option("no_pager", bool, False, ("--no-pager",), "Do not page long answers with $TIMELINE_PAGER, $PAGER or "
           "less."),
    Option("no_index", bool, False, ("--no-index",), "Read the files without the index of large files."),
    Option("quiet", bool, False, ("-q", "--quiet"), "Print only errors on stderr, and no footer."),
    Option("no_config", bool, False, ("--no-config",), "Ignore .timeline.toml and config.toml."),
)  # fmt: skip
_ABOUT_FILES = ("file", "today", "no_index")
_ASKING = (*_ABOUT_FILES, "at")


class Command(NamedTuple):
    """`module` defines a function called `run` that takes the Settings and a keyword for each of its `options`.

    `options` are rows, or tables of rows named as module:NAME. `reads` names the shared options about files and events
    that it takes. With `settles` false, it reads no settings files, so that it works whatever is wrong with them.
    """

    name: str
    module: str
    help: str
    options: tuple[Option | str, ...] = ()
    reads: tuple[str, ...] = _ABOUT_FILES
    settles: bool = True

    @property
    def own(self) -> Iterator[Option]:
        """The command's arguments and options, without the shared ones."""
        for row in self.options:
            yield from (row,) if isinstance(row, Option) else look_up(row)

    @property
    def refused(self) -> list[Option]:
        """The shared options that have no effect on it."""
        return [row for row in SHARED if row.name in _ASKING and row.name not in self.reads]


def rows_of(command: str | None) -> list[Option]:
    """All arguments and options of a command, or those before one. An unknown command has none."""
    if command is None:
        return [*SHARED, _flag("version", "Print the version.")]
    found = COMMANDS.get(command)
    return [] if found is None else [*found.own, *(row for row in SHARED if row not in found.refused)]


def by_flag(command: str | None) -> dict[str, Option]:
    """The options of a command, or those before one, by each of their flags."""
    return {flag: row for row in rows_of(command) for flag in row.flags}


def _argument(name: str, kind: type, help: str, metavar: str | None = None, values: Choices = _ANYTHING) -> Option:
    return Option(name, kind, None, (), help, metavar, values)


def _flag(name: str, help: str, *flags: str) -> Option:
    return Option(name, bool, False, flags or ("--" + name.replace("_", "-"),), help)


def _json(of: str, table: str) -> Option:
    values = Choices(table=table, many=True)
    return Option("json", str, None, ("--json",), f"Print a JSON array, {of}.", "[=FIELDS]", values, bare="")


def _codes(name: str, help: str) -> Option:
    return Option(name, list, None, ("--" + name.replace("_", "-"),), help, "CODES", CODES)


_QUERY = _argument("query", list, "A question, such as company:samsung last quarter. See `timeline help query`.",
                   "[QUERY]...", Choices(question=True))  # fmt: skip
_QUESTION = "timeline_cli.query.options:QUESTION"
_VIEW = Option("view", str, None, ("--view",), "Show as {words}. Default: timeline. See `timeline help views`.", "NAME",
               Choices(table="timeline_cli.views.registry:VIEWS"))  # fmt: skip
_OF_VIEWS = "timeline_cli.views.registry:options"

_ORDER = (
    Option("sort", str, "date", ("--sort",), "{words}.", "KEY", Choices(table="timeline_cli.query.select:SORTED")),
    Option("group_by", str, None, ("--group-by",), "{words}.", "KEY",
           Choices(table="timeline_cli.query.select:GROUPS")),
    _flag("reverse", "Show the latest first.", "--reverse", "-r"),
    Option("limit", int, None, ("--limit", "-n"), "Show at most N events, or N of each group.", "N"),
)  # fmt: skip
_SHOW = (
    _QUERY,
    _VIEW,
    "timeline_cli.exports.registry:options",
    *_ORDER,
    _flag("no_reverse", "Show the oldest first, whatever the settings say."),
    _flag("count", "Print only the number of matching events."),
    _QUESTION,
    _OF_VIEWS,
)  # fmt: skip
_EXPORT = (
    _argument("query", list, "A format, then a question as in show: ics company:samsung. See `timeline help formats`.",
              "[FORMAT] [QUERY]...", Choices(table="timeline_cli.exports.registry:EXPORTS", question=True)),
    Option("output", str, None, ("--output", "-o"), "Write to FILE, whose suffix names the format. Default: stdout.",
           "FILE", FILES),
    Option("format", str, None, ("--format",), "Write as {words}.", "NAME",
           Choices(table="timeline_cli.exports.registry:EXPORTS")),
    _flag("force", "Replace FILE although its name is not that of such a file."),
    *_ORDER,
    "timeline_cli.exports.registry:file_options",
    _QUESTION,
)  # fmt: skip
_STATS = (
    _QUERY,
    Option("by", str, None, ("--by",), "Count by {words} or x-KEY; two with a comma count pairs.", "KEY[,KEY]",
           Choices(table="timeline_cli.query.counts:COUNTED", many=True)),
    _flag("gaps", "Show periods without events, longest first."),
    _json("one object per count or gap", "timeline_cli.exports.counts:COUNT_ROW"),
    _flag("csv", "Print CSV, one row per count or gap."),
    "timeline_cli.exports.registry:raw",
    Option("limit", int, None, ("--limit", "-n"), "Show at most N rows of each.", "N"),
    _QUESTION,
)  # fmt: skip
_FIGURES = (
    _argument("query", list, "A metric, then a question as in show: shipment target company:xiaomi since 2024.",
              "[METRIC] [QUERY]...", Choices(field="metric", question=True)),
    Option("view", str, "series", ("--view",), "Show as {words}. See `timeline help views`.", "NAME",
           Choices(table="timeline_cli.views.registry:FIGURE_VIEWS")),
    Option("chart", str, None, ("--chart",), "Draw a chart: bar (default) or line.", "[bar|line]", Choices(CHARTS),
           bare=CHARTS[0]),
    Option("sort", str, "period", ("--sort",), "Sort by {words}: the earliest or the greatest first.", "KEY",
           Choices(FIGURE_ORDERS)),
    _flag("exact_numbers", "Print numbers in full: 64,900,000,000,000, not 64.9tn."),
    _json("one flat object per row", "timeline_cli.exports.figures:figure_fields"),
    _flag("csv", "Print CSV, one row per figure, company or expectation."),
    "timeline_cli.exports.registry:raw",
    _QUESTION,
)  # fmt: skip
_CHECK = (
    _argument("files", list, "The files to check, as with -f.", "[FILE]...", FILES),
    _flag("strict", "Treat warnings as errors."),
    _codes("select", "Report only these codes or prefixes: E1,W203; ALL."),
    _codes("extend_select", "Report these codes in addition to the defaults."),
    _codes("ignore", "Do not report these codes."),
    Option("since", str, None, ("--since",), "Leave out problems of events that are the same in REV, a revision of "
           "git.", "REV", REVISIONS),
    _flag("fix", "Apply the fixes that are certain."),
    _flag("diff", "Show what --fix would change, without writing."),
    _flag("every", "Report every problem, not only the first 100 of each code.", "--all"),
    Option("output", str, "text", ("--output",), "Print text, json or github.", "FORM",
           Choices(("text", "json", "github"))),
    _json("one object per problem", "timeline_cli.exports.problems:KEYS"),
)  # fmt: skip
_ADD = (
    Option("from_", str, None, ("--from",), "Read events as JSON or YAML from FILE or - (stdin).", "FILE",
           FILES),
    Option("like", str, None, ("--like",), "Copy type, names, place and tags from event ID.", "ID", ID),
    Option("set_", list, None, ("--set",), "Set a custom key: x-desk=asia.", "KEY=VALUE"),
    Option("to", str, None, ("--to",), "Add to FILE, if several are read.", "FILE", FILES),
    _flag("force", "Add even if it already exists; number the id if taken."),
    _flag("skip_existing", "Skip events that already exist."),
    _flag("dry_run", "Print the change and write nothing."),
    "timeline_cli.editing.values:options",
)  # fmt: skip
_MERGE = (
    _argument("base", str, "The version that both come from.", "BASE", FILES),
    _argument("ours", str, "Our version.", "OURS", FILES),
    _argument("theirs", str, "Their version.", "THEIRS", FILES),
    Option("output", str, None, ("--output", "-o"), "Write to FILE, whole or not at all. Default: stdout.", "FILE",
           FILES),
    Option("marker_size", int, None, ("--marker-size",), "Set the length of conflict markers. Default: 7.", "N"),
    Option("path", str, None, ("--path",), "Call the file PATH in messages.", "PATH", FILES),
    Option("label", list, None, ("--label",), "Label the sides of a conflict: ours, then base, then theirs.", "TEXT"),
)  # fmt: skip
_DIFF = (
    _argument("query", list, "Two versions, or one to compare with the files now; then a question as in show.",
              "[A [B]] [QUERY]...", Choices(files=True, question=True)),
    Option("from_", str, None, ("--from",), "Compare from this version, whatever its name.", "A", FILES),
    Option("to", str, None, ("--to",), "Compare to this version. Default: the files now.", "B", FILES),
    _flag("oneline", "Show one line per change."),
    _flag("exit_code", "Exit with 1 if there are changes."),
    _json("one object per change", "timeline_cli.history.changes:KEYS"),
    _QUESTION,
)  # fmt: skip

_IMPORT = (
    _argument("inputs", list, "Files to import; - is stdin. See `timeline help import`.", "FILE...", FILES),
    Option("into", str, None, ("--into",), "Add the events to FILE; created if it does not exist.", "FILE", FILES),
    Option("map", str, None, ("--map",), "Read columns as the map in FILE says. See `timeline help import`.", "FILE",
           FILES),
    Option("save_map", str, None, ("--save-map",), "Write the map that was guessed, or its draft, to FILE.", "FILE",
           FILES),
    Option("date_order", str, None, ("--date-order",), "Read 03/04/2025 as d/m/y or m/d/y where a column does not "
           "show it.", "ORDER", Choices(("d/m/y", "m/d/y", "y/m/d"))),
    Option("since", str, None, ("--since",), "Take what repeats in a calendar from DATE on.", "DATE", _DATE),
    Option("until", str, None, ("--until",), "Take what repeats in a calendar until DATE. Default: the end of next "
           "year.", "DATE", _DATE),
    _flag("update", "Write the fields that changed in the input since the last import; edits in the file stay."),
    Option("take", str, None, ("--take",), "Where both may have changed a field, --update takes the {words}.", "SIDE",
           Choices(table="timeline_cli.imports.merging:SIDES")),
    _flag("dry_run", "Print the change and write nothing."),
    Option("json", str, None, ("--json",), "Print the report as one JSON object, and no events.", "[=FIELDS]",
           Choices(table="timeline_cli.imports.report:KEYS", many=True), bare=""),
)  # fmt: skip

COMMANDS: dict[str, Command] = {
    command.name: command
    for command in (
        Command("show", "timeline_cli.cli.show", "Show the timeline, or the events that match a question.", _SHOW,
                reads=_ASKING),
        Command("stats", "timeline_cli.cli.stats", "Count events by year, company, person and more; find gaps.",
                _STATS, reads=_ASKING),
        Command("figures", "timeline_cli.cli.figures",
                "Compare figures over time, between companies, and with expectations.", _FIGURES, reads=_ASKING),
        Command("export", "timeline_cli.cli.export",
                "Export events to a file of another format, for people and programs.", _EXPORT, reads=_ASKING),
        Command("entities", "timeline_cli.cli.entities",
                "List companies, people, places, types, tags and metrics.",
                (_argument("kind", str, "{words}. Default: all.", None,
                           Choices(table="timeline_cli.query.entities:KINDS")),
                 _json("one object per name", "timeline_cli.query.entities:Entity._fields")), reads=_ASKING),
        Command("types", "timeline_cli.cli.types", "List event types with their symbols and colours.",
                (_json("one object per type", "timeline_cli.cli.types:KEYS"),)),
        Command("check", "timeline_cli.cli.check", "Check files: report every problem, with its location and a fix.",
                _CHECK),
        Command("add", "timeline_cli.cli.add", "Add an event to the file, leaving the rest unchanged.", _ADD),
        Command("import", "timeline_cli.cli.importing", "Import events from tables, calendars and other timelines.",
                _IMPORT, reads=("today",)),
        Command("draft", "timeline_cli.cli.draft", "Propose events from an English article, for you to review.",
                (_argument("article", str, "The article, as HTML or text; - for stdin.", "ARTICLE|-", FILES),
                 Option("published", str, None, ("--published",), "Set the day of publication: 2025-03-24. Default: "
                        "the article's.", "DATE"),
                 Option("into", str, None, ("--into",), "Add the events to FILE. Default: print them.", "FILE", FILES),
                 _flag("edit", "Open the events in your editor first."),
                 _flag("dates", "Print every expression of time in the article instead."),
                 Option("json", str, None, ("--json",), "Print a JSON array: events as in show, with x-review.",
                        "[=FIELDS]", Choices(table="timeline_cli.exports.json:event_fields", many=True), bare="")),
                reads=("file",)),
        Command("edit", "timeline_cli.cli.edit", "Open an event in your editor, and check the file afterwards.",
                (_argument("identity", str, "The id of an event. Default: the file itself.", "[ID]", ID),)),
        Command("fmt", "timeline_cli.cli.fmt", "Format the file: sort events by date, tidy the layout.",
                (_flag("check", "Write nothing; exit with 1 if anything would change or errors prevent it."),
                 _flag("diff", "Print the change and write nothing."),
                 _flag("no_sort", "Keep the order of the events."))),
        Command("diff", "timeline_cli.cli.diff",
                "Compare two versions of the files, event by event and field by field.", _DIFF),
        Command("log", "timeline_cli.cli.log", "Show every change of an event, with who made it and when.",
                (_argument("identity", str, "The id of an event, or an earlier one.", "ID", ID),
                 _json("one object per change", "timeline_cli.cli.log:keys")), reads=("file",)),
        Command("merge", "timeline_cli.cli.merge", "Merge two versions of a file, event by event and field by field.",
                _MERGE, reads=(), settles=False),
        Command("git", "timeline_cli.cli.git", "Make git merge files of events with timeline, or undo that.",
                (_flag("install", "Write the settings to .git/config; print the line for .gitattributes."),
                 _flag("uninstall", "Remove them, leaving .git/config as it was.")), reads=("file",)),
        Command("init", "timeline_cli.cli.init", "Create a new file with comments to start from.",
                (_argument("new", str, "Default: events.yaml.", "[FILE]", FILES),), reads=("file",)),
        Command("watch", "timeline_cli.cli.watch", "Watch the files, and show the timeline again after each save.",
                (_QUERY, _VIEW, _QUESTION, _OF_VIEWS)),
        Command("explain", "timeline_cli.cli.explain", "Explain a code of check, and how to fix it.",
                (_argument("codes", list, "A code (E101), a prefix (W3) or a name (cut-by-comment).", "[CODE]...",
                           CODES),
                 _json("one object per code", "timeline_cli.checks.explained:KEYS")), reads=()),
        Command("schema", "timeline_cli.cli.schema", "Print a JSON Schema, for completion and checks in your editor.",
                (_flag("write", "Write timeline.schema.json next to the file, and name it in the first line."),)),
        Command("config", "timeline_cli.cli.config", "Show the settings in force, and where each is set.",
                (_json("one object per setting", "timeline_cli.cli.config:ROW"),), reads=("file",), settles=False),
        Command("completion", "timeline_cli.cli.completion", "Print a completion script for bash, zsh or fish.",
                (_argument("shell", str, "bash, zsh or fish.", None,
                           Choices(table="timeline_cli.cli.completion:SHELLS")),), reads=()),
        Command("help", "timeline_cli.cli.help", "Explain questions, dates, files, JSON, views, formats and imports.",
                (_argument("topic", str, "query, dates, file, json, views, formats, import, or a command.", None,
                           Choices(table="timeline_cli.cli.help:subjects")),), reads=()),
    )
}  # fmt: skip

DEFAULT = "show"

# Aliases that need no settings file.
BUILT_IN_ALIASES: dict[str, tuple[str, ...]] = {
    "agenda": ("show", "--view", "agenda", "is:due"),
}
