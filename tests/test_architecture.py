"""Start-up is part of every command: what each one imports is kept by name, not by the clock."""

from __future__ import annotations

import subprocess
import sys

import pytest

PROBE = """
import sys
from timeline_cli.cli.main import _run
import io, contextlib
with contextlib.redirect_stdout(io.StringIO()):
    _run({arguments!r})
print("\\n".join(sys.modules))
"""

HEAVY = {"yaml", "dateutil", "rich", "rich.table", "rich.console", "json", "sqlite3", "asyncio", "pydantic"}


def imported(*arguments: str) -> set[str]:
    code = PROBE.format(arguments=list(arguments))
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


@pytest.mark.parametrize(
    ("arguments", "allowed"),
    [
        (["--version"], set()),
        (["--help"], set()),
        (["show", "--json"], {"yaml", "json"}),
        (["show"], {"yaml"}),
        (["show", "--color", "always"], {"yaml", "rich"}),
        (["check"], {"yaml"}),
        (["add", "--date", "2025", "--title", "A", "--dry-run"], {"yaml"}),
        (["fmt", "--check"], {"yaml"}),
    ],
)
def test_a_command_imports_nothing_heavy_that_it_does_not_use(arguments: list[str], allowed: set[str]) -> None:
    assert imported(*arguments) & HEAVY <= allowed


def test_help_imports_no_command() -> None:
    commands = {name for name in imported("--help") if name.startswith("timeline_cli.cli.")}
    assert commands <= {
        f"timeline_cli.cli.{name}" for name in ("main", "strict", "app", "commands", "options", "aliases")
    }


def test_help_imports_a_bounded_number_of_our_modules() -> None:
    ours = [name for name in imported("--help") if name.startswith("timeline_cli")]
    assert len(ours) <= 13


def test_neither_pager_nor_progress_is_imported_for_a_pipe() -> None:
    assert not imported("show") & {"timeline_cli.pager", "timeline_cli.progress"}
