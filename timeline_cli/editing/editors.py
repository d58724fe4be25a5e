"""Command lines that make an editor open a file at a line, and wait.

Owns: EDITORS, by the name of the program. Does not: start one.
"""

from __future__ import annotations

import os
import shlex
from collections.abc import Mapping

# {file} and {line} are filled in; an editor not listed here gets only the file.
_PLUS = ("+{line}", "{file}")
EDITORS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(
        ("vi", "vim", "nvim", "gvim", "view", "ex", "nano", "pico", "emacs", "emacsclient", "kak", "joe", "jed",
         "ne", "mg", "mcedit", "micro", "gedit", "jove", "zile"),
        _PLUS,
    ),
    **dict.fromkeys(("code", "code-insiders", "codium", "cursor", "windsurf"), ("-g", "{file}:{line}", "-w")),
    **dict.fromkeys(("subl", "sublime_text", "zed", "zeditor"), ("{file}:{line}", "--wait")),
    "hx": ("{file}:{line}",),
    "helix": ("{file}:{line}",),
    "mate": ("-w", "-l", "{line}", "{file}"),
    "bbedit": ("-w", "+{line}", "{file}"),
    "kate": ("-b", "-l", "{line}", "{file}"),
    "kwrite": ("-l", "{line}", "{file}"),
    "notepad++": ("-n{line}", "{file}"),
}  # fmt: skip
_ELSE = "vi"
_WAITS = frozenset(("-w", "--wait", "-b"))


def editor(environment: Mapping[str, str]) -> str:
    """The editor of the user: $VISUAL, $EDITOR, or vi."""
    return environment.get("VISUAL") or environment.get("EDITOR") or ("notepad" if os.name == "nt" else _ELSE)


def command(editor: str, file: str, line: int) -> list[str]:
    """The command that opens `file` at `line`, counted from 1. Raises ValueError if the editor is not a command."""
    words = shlex.split(editor, posix=os.name != "nt")
    if not words:
        raise ValueError("no command")
    name = words[0].replace("\\", "/").rsplit("/", 1)[-1].lower().removesuffix(".exe").removesuffix(".cmd")
    # A name such as -x.yaml is a file, not an option.
    path = file if not file.startswith(("-", "+")) else f"./{file}"
    asked = [part.format(file=path, line=line) for part in EDITORS.get(name, ("{file}",))]
    # Do not repeat options that the user already gives.
    given = set(words[1:])
    return [*words, *(part for part in asked if not (part in _WAITS and given & _WAITS))]
