"""The `timeline` command: a group that imports each command when it is used.

Owns: the group, `--version`, the bare command, and how a row becomes a Typer option. Does not: import a command
to print its help line.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from timeline_cli.cli.commands import COMMANDS, DEFAULT, SHARED, Command, rows_of
from timeline_cli.cli.options import settings_of
from timeline_cli.errors import UsageFault
from timeline_cli.option import Option

HELP = """Keep corporate events in plain YAML, and query them from the terminal.

Without a command, shows the whole timeline. Reads events from -f FILE, $TIMELINE_FILE, or the nearest events.yaml
in this folder or one above.
"""

_PLAIN: dict[str, Any] = {
    "add_completion": False,
    "rich_markup_mode": None,
    "pretty_exceptions_enable": False,
    "context_settings": {"help_option_names": ["-h", "--help"], "max_content_width": 100},
}


class LazyGroup(TyperGroup):
    """Commands come from the registry; `--help` reads only their rows."""

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        return load_command(cmd_name) if cmd_name in COMMANDS else None

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        name = args[0]
        if name in COMMANDS or name.startswith("-"):
            return super().resolve_command(ctx, args)
        from timeline_cli.cli.other_commands import hint_for

        raise UsageFault(f"unknown command: {name}", hint_for(args, ctx.params.get("file") or ()))

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(row.name, row.help) for row in COMMANDS.values()])
        from timeline_cli.cli.aliases import known_aliases

        aliases = known_aliases()
        if aliases:
            with formatter.section("Aliases"):
                formatter.write_dl([(name, " ".join(words)) for name, words in aliases.items()])


def load_command(name: str) -> Any:
    """The command of a row, with its options and the shared ones."""
    row = COMMANDS[name]
    run = import_module(row.module).run
    app = typer.Typer(**_PLAIN)
    app.command(name=name, help=run.__doc__)(_callback(row, run))
    return typer.main.get_command(app)


def root() -> Any:
    """The whole command line, ready to be called with arguments."""

    def bare(context: typer.Context, version: bool, **given: Any) -> None:
        if version:
            from timeline_cli.version import __version__

            typer.echo(f"timeline {__version__}")
            raise typer.Exit()
        if context.invoked_subcommand is None:
            raise typer.Exit(import_module(COMMANDS[DEFAULT].module).run(settings_of({}, given)))

    app = typer.Typer(cls=LazyGroup, **_PLAIN)
    app.callback(invoke_without_command=True, help=HELP)(_with_options(bare, rows_of(None)))
    return typer.main.get_command(app)


def _callback(command: Command, run: Callable[..., int]) -> Callable[..., Any]:
    """A Typer callback that hands `run` the settings and its own options."""
    refused = command.refused

    def call(context: typer.Context, **given: Any) -> int:
        shared = {row.name: given.pop(row.name) for row in SHARED}
        before = context.find_root().params
        for flag in (row.flags[0] for row in refused if shared[row.name] or before.get(row.name)):
            raise UsageFault(f"timeline {command.name} does not use {flag}", f"remove {flag}")
        return run(settings_of(shared, before, command.settles), **given)

    # Options that the command does not use are parsed too, so that they are refused before and after the command alike.
    return _with_options(call, [*command.own, *SHARED], refused)


def _with_options(call: Callable[..., Any], rows: list[Option], hidden: Sequence[Option] = ()) -> Callable[..., Any]:
    """The function with parameters that Typer reads as these options. Refuses words that a row does not list."""

    def callback(context: typer.Context, **given: Any) -> Any:
        for row in rows:
            value = given[row.name]
            if value is not None and row.values.words:
                from timeline_cli.spelling import check_known

                check_known(value, row.values.words, f"unknown value for {row.flag}: {value}")
        return call(context, **given)

    context = inspect.Parameter("context", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=typer.Context)
    parameters = [context, *(_parameter(row, row in hidden) for row in rows)]
    callback.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    callback.__annotations__ = {}
    return callback


def _parameter(row: Option, hidden: bool) -> inspect.Parameter:
    info: Any = typer.Argument(help=row.text, metavar=row.metavar, show_default=False)
    if row.flags:
        says_default = isinstance(row.default, str)
        info = typer.Option(*row.flags, help=row.text, metavar=row.metavar, show_default=says_default, hidden=hidden)
    kind: Any = list[str] if row.kind is list else row.kind
    annotation: Any = Annotated[kind if row.kind is bool else kind | None, info]
    return inspect.Parameter(row.name, inspect.Parameter.KEYWORD_ONLY, default=row.default, annotation=annotation)
