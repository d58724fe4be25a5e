"""The `timeline` command: a group whose commands are imported when they are asked for.

Owns: the group, `--version`, and the bare command. Refuses: to import a command for its help line.
"""

from __future__ import annotations

import inspect
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from timeline_cli import __version__
from timeline_cli.cli.commands import COMMANDS, DEFAULT
from timeline_cli.cli.options import callback, settings_of, shared_parameters
from timeline_cli.errors import UsageFault

HELP = """Keep a company's timeline in plain YAML and ask it from the terminal.

Without a command, the whole timeline is shown. Events are read from -f FILE, $TIMELINE_FILE, or events.yaml in
this folder or the nearest one above.
"""

_PLAIN: dict[str, Any] = {
    "add_completion": False,
    "rich_markup_mode": None,
    "pretty_exceptions_enable": False,
    "context_settings": {"help_option_names": ["-h", "--help"], "max_content_width": 100},
}


class LazyGroup(TyperGroup):
    """Commands come from the registry; `--help` reads only their rows."""

    def list_commands(self, ctx: Any) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        return load_command(cmd_name) if cmd_name in COMMANDS else None

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        name = args[0]
        if name in COMMANDS or name.startswith("-"):
            return super().resolve_command(ctx, args)
        from timeline_cli.cli.other_commands import hint_for

        raise UsageFault(f"there is no command called {name}", hint_for(args))

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(row.name, row.help) for row in COMMANDS.values()])


def load_command(name: str) -> Any:
    """The command of a row, with its options and the shared ones."""
    row = COMMANDS[name]
    module = import_module(row.module)
    extra: list[inspect.Parameter] = getattr(module, "extra_parameters", list)()
    app = typer.Typer(**_PLAIN)
    app.command(name=name, help=module.run.__doc__)(callback(module.run, extra))
    return typer.main.get_command(app)


def root() -> Any:
    """The whole command line, ready to be called with arguments."""
    app = typer.Typer(cls=LazyGroup, **_PLAIN)
    app.callback(invoke_without_command=True, help=HELP)(_root_callback())
    return typer.main.get_command(app)


def _root_callback() -> Any:
    def timeline(context: typer.Context, version: bool, **given: Any) -> int | None:
        if version:
            typer.echo(f"timeline {__version__}")
            raise typer.Exit()
        if context.invoked_subcommand is not None:
            return None
        code: int = import_module(COMMANDS[DEFAULT].module).run(settings_of({}, given))
        raise typer.Exit(code)

    context = inspect.Parameter("context", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=typer.Context)
    version = inspect.Parameter(
        "version",
        inspect.Parameter.KEYWORD_ONLY,
        default=False,
        annotation=Annotated[bool, typer.Option("--version", help="Print the version.", show_default=False)],
    )
    timeline.__signature__ = inspect.Signature(  # type: ignore[attr-defined]
        [context, *shared_parameters(), version]
    )
    timeline.__annotations__ = {}
    return timeline
