"""What git needs to merge and show files of events with timeline: settings in the repository's own config.

Owns: that text, and removing it again byte for byte. Does not: touch .gitattributes, or any other setting.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

from timeline_cli.editing.new_file import reason, remove, write_new
from timeline_cli.errors import NotWritten

_BEGIN, _END = "# timeline: begin", "# timeline: end"
_UNENDED = " (the line above had no end)"
_OURS = re.compile(rf"(\n?){re.escape(_BEGIN)}({re.escape(_UNENDED)})?\n.*?^{re.escape(_END)}\n", re.M | re.S)

# Whatever goes wrong, git's own merge leaves markers: ours alone would lose what theirs has.
_DRIVER = (
    "{program} merge --marker-size=%L --path=%P --label=%X --label=%S --label=%Y -o %A %O %A %B; s=$?; "
    "[ $s -lt 2 ] && exit $s; git merge-file -L ours -L base -L theirs --marker-size=%L %A %O %B"
)
_MERGETOOL = '{program} merge --path=\\"$MERGED\\" -o \\"$MERGED\\" \\"$BASE\\" \\"$LOCAL\\" \\"$REMOTE\\"'
# Hunk headers show the title of the event, or the line of an event that is one line.
_HUNK = r"^( {0,2}- +title: .*| {2,4}title: .*| {0,2}- \\{.*)$"
_WORD = r"[^][:space:],:{}[]+|[^[:space:]]"


def settings(program: str) -> str:
    """The settings. `program` is how a shell starts timeline."""
    program = program.replace("\\", "\\\\").replace('"', '\\"')
    return f"""{_BEGIN}
[merge "timeline"]
\tname = events, merged by timeline
\tdriver = "{_DRIVER.format(program=program)}"
\trecursive = binary
[diff "timeline"]
\txfuncname = "{_HUNK}"
\twordRegex = "{_WORD}"
[mergetool "timeline"]
\tcmd = "{_MERGETOOL.format(program=program)}"
\ttrustExitCode = true
{_END}
"""


def installed(text: str, program: str) -> str:
    """A config with the settings; once, whether it had them or not."""
    text = uninstalled(text)
    ours = settings(program)
    if text and not text.endswith("\n"):
        return text + "\n" + ours.replace(_BEGIN, _BEGIN + _UNENDED, 1)
    return text + ours


def uninstalled(text: str) -> str:
    """A config without the settings."""
    return _OURS.sub(lambda found: "" if found[2] else found[1], text)


def write_config(path: Path, change: bool, program: str) -> bool:
    """Write the settings to a config, or with `change` false remove them; whether it changed. Raises NotWritten."""
    lock = path.with_name(path.name + ".lock")  # git's own lock of the file
    path = Path(os.path.realpath(path))
    try:
        before = path.read_bytes() if path.exists() else b""
        text = before.decode("utf-8", "surrogateescape")
        after = (installed(text, program) if change else uninstalled(text)).encode("utf-8", "surrogateescape")
        if after == before:
            return False
        try:
            write_new(lock, [after], path if path.exists() else None)
        except FileExistsError:
            raise NotWritten(f"{path} is being written by git", f"try again; if no git runs, remove {lock}") from None
        try:
            lock.replace(path)
        finally:
            remove(lock)
    except OSError as error:
        raise NotWritten(f"{path} could not be written: {reason(error)}") from None
    return True
