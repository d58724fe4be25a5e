"""`timeline schema`: a JSON Schema of the files, so that an editor completes and checks while one types.

Owns: where the schema goes, and the line that names it. Refuses: to write over a file that is not its own.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

from timeline_cli.cli.load import left_out, read_and_ask, write_export
from timeline_cli.cli.options import Settings
from timeline_cli.errors import UsageFault
from timeline_cli.exports.schema import MADE_BY, pieces, schema
from timeline_cli.reading.search import STDIN

NAME = "timeline.schema.json"
_LINE = re.compile(rb"^#[ \t]*yaml-language-server:[^\r\n]*\$schema=([^\s]+)", re.M)
_BOM = b"\xef\xbb\xbf"


def run(settings: Settings, write: bool) -> int:
    """A JSON Schema of the files, with their own companies, people, places, types and tags as completions.

    An editor with the YAML language server (VS Code, Neovim, Helix and others) reads it, completes names, shows help
    and flags keys that are misspelt. Run it again when there are new names.
    """
    timeline, made = read_and_ask(settings, schema)
    text = "".join([*pieces(made), "\n"])
    if not write:
        write_export([text])
        return left_out(timeline, settings)
    if STDIN in timeline.files:
        raise UsageFault("there is no place beside standard input", "name the file: timeline -f FILE schema --write")
    target = Path(timeline.files[0]).parent / NAME
    _put(target, text.encode(), settings)
    for file in timeline.files:
        if Path(file).is_file():  # one that is missing is told of below
            _name_in(file, target, settings)
    return left_out(timeline, settings)


def _put(target: Path, data: bytes, settings: Settings) -> None:
    """Write the schema, over an older one of ours alone. Raises NotWritten, UsageFault."""
    from timeline_cli.editing.write import create, replace_bytes

    if not target.exists():
        create(str(target), data)
    else:
        before = target.read_bytes()
        if MADE_BY.encode() not in before:
            raise UsageFault(
                f"{target} is there and was not made by this command", "move it away, or leave out --write"
            )
        replace_bytes(str(target), before, data)
    settings.tell(f"{target}: written")


def _name_in(file: str, target: Path, settings: Settings) -> None:
    """Name the schema in the first line of a file, unless a line names one already. Raises NotWritten."""
    from timeline_cli.editing.write import replace_bytes

    before = Path(file).read_bytes()
    mark = _BOM if before.startswith(_BOM) else b""
    body = before[len(mark) :]
    path = Path(os.path.relpath(target, Path(file).parent)).as_posix()
    named = _LINE.search(body)
    if body.lstrip()[:1] in (b"{", b"[") or b"\0" in body[:4]:
        settings.tell(f"{file}: left as it is, since JSON and UTF-16 take no such line")
    elif named is None:
        end = re.search(rb"\r\n|[\r\n]", body)
        line = f"# yaml-language-server: $schema={path}".encode() + (end[0] if end is not None else b"\n")
        replace_bytes(file, before, mark + line + body)
        settings.tell(f"{file}: names it in its first line")
    elif named[1] != path.encode():
        settings.tell(f"{file}: names another schema, {named[1].decode('utf-8', 'replace')}; left as it is", "warning")
