"""What the options that all commands share settle, before and after the command taken together.

Owns: Settings, and the one place that reads the clock. Refuses: options of a single command.
"""

from __future__ import annotations

import contextlib
import os
import sys
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from timeline_cli.console import NARROWEST, Screen, Step, open_screen, working
from timeline_cli.errors import UsageFault


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

    def command(self, name: str) -> str:
        """Another command on the same files, as it would be typed."""
        import shlex

        return f"timeline {''.join(f'-f {shlex.quote(file)} ' for file in self.files)}{name}"

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
    if merged["width"] is not None and not NARROWEST <= merged["width"] <= 10_000:
        raise UsageFault(
            f"--width {merged['width']} is not a width", f"write a number of columns from {NARROWEST} to 10000"
        )
    return Settings(
        tuple(files),
        merged["today"],
        merged["color"] or "auto",
        bool(merged["ascii"]),
        merged["width"],
        bool(merged["quiet"]),
        bool(merged["no_pager"]),
        not merged["no_index"],
    )
