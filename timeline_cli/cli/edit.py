"""`timeline edit`: open an event in the user's editor, and check the file afterwards.

Owns: starting the editor, and the check afterwards. Does not: change a file itself.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from timeline_cli.cli.files import file_to_change, find_event
from timeline_cli.cli.load import read_and_ask
from timeline_cli.cli.options import Settings
from timeline_cli.diagnostics import Diagnostic
from timeline_cli.editing.editors import command, editor
from timeline_cli.editing.write import open_in_editor
from timeline_cli.errors import EXIT_DONE, EXIT_PROBLEMS, NothingToRead, UsageFault
from timeline_cli.model import Timeline
from timeline_cli.reading.content import read_regular
from timeline_cli.text import clean


def run(settings: Settings, identity: str | None) -> int:
    """Open an event in $VISUAL or $EDITOR at its line, and check the file when the editor closes.

    If the file has errors, edit shows them and offers to reopen the editor. Exits with 1 if errors remain. While the
    editor is open, no other command changes the file.
    """
    file, line = read_and_ask(settings, lambda timeline: _place(identity, timeline, settings))[1]
    while True:
        # The editor would overwrite what another command adds while it is open.
        with open_in_editor(file):
            before = _bytes(file)
            open_editor(file, line)
            if _bytes(file) == before:
                settings.tell(f"{clean(file)} was not changed")
        errors = _errors(settings)
        if not errors:
            return EXIT_DONE
        if not _goes_back(settings):
            return EXIT_PROBLEMS
        file, line = errors[0].location.file, errors[0].location.line


def _place(identity: str | None, timeline: Timeline, settings: Settings) -> tuple[str, int]:
    """The file and line of an event, even of one that could not be read."""
    if identity is None:
        return file_to_change(settings, None, "name an event, or choose a file: -f {file}").file, 1
    for file in timeline.files:
        # Events with errors are in no answer, but are the likeliest to be edited.
        line = _line_of(identity, _bytes(file).decode("utf-8", "replace"))
        if line is not None and not any(event.id == identity for event in timeline.events):
            return file, line
    event = find_event(identity, timeline)
    if event.file not in timeline.files or not Path(event.file).is_file():
        raise UsageFault(f"{event.file} cannot be edited", "name a file with -f")
    return event.file, event.line


def _line_of(identity: str, text: str) -> int | None:
    """The line that contains an id."""
    key = re.compile(
        rf"""(?m)(?:^[ ]*(?:-[ ]+)?|[{{,][ ]*)["']?id["']?:[ ]*(["']?){re.escape(identity)}\1(?=[ ]*(?:$|[\r,}}#]))"""
    )
    found = key.search(text)
    return text.count("\n", 0, found.start() + 1) + 1 if found else None


def _bytes(file: str) -> bytes:
    try:
        return read_regular(Path(file))
    except (OSError, ValueError):
        return b""


def open_editor(file: str, line: int) -> None:
    """Wait for the editor. Raises UsageFault if it cannot be started."""
    name = editor(os.environ)
    try:
        words = command(name, file, line)
        done = subprocess.run(words, check=False)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UsageFault(f"the editor {name} cannot be started: {reason}", "set VISUAL or EDITOR") from None
    if done.returncode:
        raise UsageFault(f"the editor {name} exited with {done.returncode}", "the file is as the editor left it")


def _errors(settings: Settings) -> list[Diagnostic]:
    """Show the current errors of the files, and return them."""
    from timeline_cli.checks import check
    from timeline_cli.reading.hints.yaml_errors import split_lines
    from timeline_cli.views.problems import diagnostic_lines

    try:
        _, checked = read_and_ask(settings, check, must_open=False)
    except NothingToRead as error:
        raise UsageFault(error.message, error.hint) from None
    found = [diagnostic for diagnostic in checked if diagnostic.is_error]
    lines = {name: split_lines(_bytes(name).decode("utf-8", "replace")) for name in {d.location.file for d in found}}

    def source_line(name: str, number: int) -> str | None:
        known = lines.get(name, [])
        return known[number - 1] if 0 < number <= len(known) else None

    screen = settings.err
    screen.write(diagnostic_lines(found, source_line, screen.width, wrapped_at=screen.wrapped_at))
    return found


def _goes_back(settings: Settings) -> bool:
    if sys.stdin is None or not sys.stdin.isatty() or not sys.stdout.isatty():
        return False
    from timeline_cli.cli.prompts import agreed

    return agreed("Reopen the editor?", settings)
