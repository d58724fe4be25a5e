"""The options that all commands share, usable before and after the command, and what they settle.

Owns: SHARED, Settings, and the one place that reads the clock. Refuses: options of a single command.
"""

from __future__ import annotations

import contextlib
import inspect
import os
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Annotated, Any, NamedTuple

import typer

from timeline_cli.console import NARROWEST, Screen, Step, open_screen, working
from timeline_cli.errors import UsageFault

_COLOURS = ("auto", "always", "never")


class Shared(NamedTuple):
    """A row of the table: parameter name, type, default, flags and help of one shared option."""

    name: str
    type: Any
    default: Any
    flags: tuple[str, ...]
    help: str
    metavar: str | None = None


SHARED: tuple[Shared, ...] = (
    Shared("file", list[str], None, ("-f", "--file"), "Events from FILE, a folder or - (stdin); repeatable. "
           "Else $TIMELINE_FILE, else the nearest events.yaml.", "FILE"),
    Shared("today", str, None, ("--today",), "The day that counts as today, 2025-03-24. Else $TIMELINE_TODAY.", "DATE"),
    Shared("color", str, None, ("--color",), "auto, always or never.", "WHEN"),
    Shared("ascii", bool, False, ("--ascii",), "Ornaments without Unicode; text of the file stays as it is."),
    Shared("width", int, None, ("--width",), "Columns; else those of the terminal, 100 in a pipe.", "N"),
    Shared("no_pager", bool, False, ("--no-pager",), "Long answers straight to the terminal; else $TIMELINE_PAGER, "
           "$PAGER or less."),
    Shared("no_index", bool, False, ("--no-index",), "Read the files themselves, without what is kept of large ones."),
    Shared("quiet", bool, False, ("-q", "--quiet"), "Nothing on stderr but errors, and no footer."),
)  # fmt: skip


@dataclass(frozen=True)
class Settings:
    """What the shared options settle, before and after the command taken together."""

    files: tuple[str, ...] = ()
    today_text: str | None = None
    color: str = "auto"
    ascii: bool = False
    width: int | None = None
    quiet: bool = False
    no_pager: bool = False
    index: bool = True

    @cached_property
    def today(self) -> date:
        """--today, TIMELINE_TODAY, or the clock. Raises UsageFault."""
        text = self.today_text or os.environ.get("TIMELINE_TODAY")
        if not text:
            return date.today()
        try:
            if len(text) != 10:
                raise ValueError(text)
            return date.fromisoformat(text)
        except ValueError:
            where = "--today" if self.today_text else "TIMELINE_TODAY:"
            raise UsageFault(f"{where} {text} is not a day", "write it as 2025-03-24") from None

    @cached_property
    def out(self) -> Screen:
        return open_screen(sys.stdout, self.color, self.width, self.ascii, paged=not self.no_pager)

    @cached_property
    def err(self) -> Screen:
        return open_screen(sys.stderr, self.color, self.width, self.ascii)

    def working(self, what: str) -> AbstractContextManager[Step]:
        """Tell on a terminal what takes longer than a second, unless --quiet; gives a function for how far it is."""
        return nullcontext(lambda done, total: None) if self.quiet else working(self.err, what)

    def tell(self, text: str, style: str = "dim") -> None:
        """A remark on stderr, unless --quiet."""
        if not self.quiet:
            # A full disk behind stderr must not take the answer away.
            with contextlib.suppress(OSError):
                self.err.write([[(text, style)]])


def settings_of(given: dict[str, Any], before: dict[str, Any]) -> Settings:
    """Settings from the options after the command and those `before` it; the later of two wins. Raises UsageFault."""
    files = [*(before.get("file") or ()), *(given.get("file") or ())]
    names = ("today", "color", "ascii", "width", "quiet", "no_pager", "no_index")
    merged = {name: before.get(name) if given.get(name) in (None, False) else given[name] for name in names}
    color = merged["color"] or "auto"
    if color not in _COLOURS:
        raise UsageFault(f"--color {color} is not known", "it is one of: " + ", ".join(_COLOURS))
    if merged["width"] is not None and not NARROWEST <= merged["width"] <= 10_000:
        raise UsageFault(
            f"--width {merged['width']} is not a width", f"write a number of columns from {NARROWEST} to 10000"
        )
    return Settings(
        tuple(files),
        merged["today"],
        color,
        bool(merged["ascii"]),
        merged["width"],
        bool(merged["quiet"]),
        bool(merged["no_pager"]),
        not merged["no_index"],
    )


def shared_parameters() -> list[inspect.Parameter]:
    """The table as parameters of a Typer callback."""
    found = []
    for row in SHARED:
        option = typer.Option(*row.flags, help=row.help, metavar=row.metavar, show_default=False)
        found.append(option_parameter(row.name, row.type, row.default, option))
    return found


def option_parameter(name: str, type_: Any, default: Any, option: Any) -> inspect.Parameter:
    """A keyword parameter that Typer reads as an option."""
    optional = type_ if type_ is bool else type_ | None
    return inspect.Parameter(
        name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=Annotated[optional, option]
    )


def callback(run: Callable[..., int], extra: list[inspect.Parameter]) -> Callable[..., int]:
    """A Typer callback for `run(settings, **own)`: its own parameters, `extra` ones, and the shared options."""
    own = [
        p
        for p in inspect.signature(run, eval_str=True).parameters.values()
        if p.name != "settings" and p.kind is not p.VAR_KEYWORD
    ]
    shared = {row.name for row in SHARED}

    def call(context: typer.Context, **given: Any) -> int:
        settings = settings_of({name: given[name] for name in shared}, context.find_root().params)
        return run(settings, **{name: value for name, value in given.items() if name not in shared})

    parameters = [p.replace(kind=inspect.Parameter.KEYWORD_ONLY) for p in own]
    context = inspect.Parameter("context", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=typer.Context)
    signature = inspect.Signature([context, *parameters, *extra, *shared_parameters()])
    call.__signature__ = signature  # type: ignore[attr-defined]
    call.__annotations__ = {}
    call.__name__ = run.__name__
    call.__doc__ = run.__doc__
    return call
