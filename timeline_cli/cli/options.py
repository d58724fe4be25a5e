"""The values of the options that all commands share, given before or after the command.

Owns: Settings, the one place that reads the clock, and where files of settings are.
Does not: know options of a single command.
"""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from timeline_cli.console import NARROWEST, Line, Screen, Step, open_screen, working
from timeline_cli.errors import UsageFault
from timeline_cli.hint import Hint, command


@dataclass(frozen=True)
class Settings:
    """The values of the shared options, given before or after the command."""

    files: tuple[str, ...] = ()
    today_text: str | None = None
    color: str = "auto"
    ascii: bool = False
    width: int | None = None
    quiet: bool = False
    no_pager: bool = False
    index: bool = True
    at: str | None = None  # a revision of git
    defaults: Mapping[str, Any] = field(default_factory=dict)  # from the settings files, by key
    fault: UsageFault | None = None  # the first error in these files, which ends an answer as text

    @cached_property
    def today(self) -> date:
        """--today, TIMELINE_TODAY, or the clock. Raises UsageFault."""
        text = self.today_text or os.environ.get("TIMELINE_TODAY")
        if not text:
            return date.today()
        return one_day(text, "--today" if self.today_text else "TIMELINE_TODAY:")

    def tell_today(self) -> None:
        """Report a today that is not the clock's, for commands that write dates."""
        if self.today != date.today():
            self.tell(f"today is {self.today} ({'--today' if self.today_text else 'TIMELINE_TODAY'})")

    @cached_property
    def out(self) -> Screen:
        pager = self.defaults.get("pager")
        return open_screen(sys.stdout, self.color, self.width, self.ascii, paged=not self.no_pager, pager=pager)

    @cached_property
    def err(self) -> Screen:
        return open_screen(sys.stderr, self.color, self.width, self.ascii)

    def view(self, name: str | None, given: Mapping[str, Any]) -> str:
        """The requested view, else that of the settings if it takes the given options, else the timeline."""
        from timeline_cli.views.options import chosen
        from timeline_cli.views.registry import VIEWS

        usual = self.defaults.get("view", "timeline")
        return name or (usual if chosen(given).keys() <= set(VIEWS[usual].options) else "timeline")

    def command(self, name: str) -> str:
        """Another command on the same files, as typed."""
        return command(name, self.files)

    def heading(self, reading: str) -> list[Line]:
        """How a question was read, as the first line of what is paged, unless --quiet."""
        return [[(reading, "dim")]] if reading and not self.quiet else []

    def page(self, lines: Iterable[Line], heading: Sequence[Line] = (), opening: str = "") -> None:
        """Write an answer as text, through the pager if it is long. Raises UsageFault for an error in the settings."""
        if self.fault is not None:
            raise self.fault
        self.out.page(lines, heading, opening)

    def working(self, what: str) -> AbstractContextManager[Step]:
        """Report on a terminal what takes longer than a second, unless --quiet; gives a function for the progress."""
        return nullcontext(lambda done, total: None) if self.quiet else working(self.err, what)

    def tell(self, text: str, style: str = "dim") -> None:
        """A remark on stderr, unless --quiet."""
        if not self.quiet:
            # stderr on a full disk must not lose the answer.
            with contextlib.suppress(OSError):
                self.err.write([[(text, style)]])

    def tell_done(self, lines: Sequence[Line]) -> None:
        """Print what was done to a file: on stderr too if stdout cannot be written. Raises OSError."""
        try:
            self.out.write(lines)
            sys.stdout.flush()
        except OSError:
            self.err.write(lines)
            raise


def one_day(text: str, name: str) -> date:
    """The day of a text such as 2025-03-24, given as `name`. Raises UsageFault with the day that is meant, if clear."""
    try:
        if len(text) == 10:
            return date.fromisoformat(text)
    except ValueError:
        pass
    from timeline_cli.dates.hints.forms import find
    from timeline_cli.dates.hints.offers import Near, Where
    from timeline_cli.text import clean

    found = find(text, Where(in_file=False))
    form = found.form if isinstance(found, Near) and len(found.form) == 10 else None
    raise UsageFault(f"{name} {clean(text)} is not a day", Hint(f"write {form or 'a day such as 2025-03-24'}", form))


def settings_of(given: dict[str, Any], before: dict[str, Any], with_files: bool = True) -> Settings:
    """Settings from the options after the command and those `before` it; the later one wins. Raises UsageFault.

    The settings files (`with_files`) provide what no option and no environment variable sets.
    """
    files = [*(before.get("file") or ()), *(given.get("file") or ())]
    names = ("today", "color", "ascii", "width", "quiet", "no_pager", "no_index", "no_config", "at")
    merged = {name: before.get(name) if given.get(name) in (None, False) else given[name] for name in names}
    if merged["width"] is not None and not NARROWEST <= merged["width"] <= 10_000:
        raise UsageFault(
            f"--width {merged['width']} is not a width", f"write a number of columns from {NARROWEST} to 10000"
        )
    defaults, fault = _defaults(files) if with_files and not merged["no_config"] else ({}, None)
    return Settings(
        tuple(files),
        merged["today"],
        merged["color"] or defaults.get("color") or "auto",
        bool(merged["ascii"] or defaults.get("ascii")),
        merged["width"] or defaults.get("width"),
        bool(merged["quiet"]),
        bool(merged["no_pager"]),
        not merged["no_index"],
        merged["at"],
        defaults,
        fault,
    )


def _defaults(files: Sequence[str]) -> tuple[dict[str, Any], UsageFault | None]:
    """The settings of the settings files, unless the environment overrides them; and the first error there."""
    places = settings_places(files)
    if not places:
        return {}, None
    from timeline_cli.cli.configuration import configuration

    whole = configuration(places)
    found = {name: setting.value for name, setting in whole.defaults.items()}
    if any(name in os.environ for name in ("NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "CLICOLOR")):
        found.pop("color", None)
    if any(name in os.environ for name in ("TIMELINE_PAGER", "PAGER")):
        found.pop("pager", None)
    return found, next(iter(whole.faults), None)


# Where files of settings are.

CONFIG_NAME = ".timeline.toml"


def user_file() -> Path | None:
    """config.toml in the user's folder of settings ($XDG_CONFIG_HOME, ~/.config, %APPDATA%)."""
    named = os.environ.get("APPDATA" if os.name == "nt" else "XDG_CONFIG_HOME")
    home = os.environ.get("USERPROFILE" if os.name == "nt" else "HOME")
    if not named and not home:
        return None
    folder = Path(named) if named else Path(str(home), ".config")
    return folder / "corporate-timeline" / "config.toml"


def folder_file(files: Sequence[str]) -> Path | None:
    """The nearest .timeline.toml next to or above the first file of events."""
    named = files[0] if files else os.environ.get("TIMELINE_FILE", "")
    try:
        here = Path(named).absolute() if named and named != "-" else Path.cwd()
        if named and not here.is_dir():
            here = here.parent
        elif not named:
            here = next((folder for folder in (here, *here.parents) if (folder / "events.yaml").is_file()), here)
        return next(
            (folder / CONFIG_NAME for folder in (here, *here.parents) if (folder / CONFIG_NAME).is_file()), None
        )
    except OSError:
        return None


def settings_places(files: Sequence[str]) -> list[tuple[Path, bool]]:
    """The files of settings that there are, and whether each is the user's own; what comes later wins."""
    both = ((user_file(), True), (folder_file(files), False))
    return [(path, is_user) for path, is_user in both if path is not None and path.is_file()]
