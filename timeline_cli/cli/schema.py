"""`timeline schema`: print or write a JSON Schema of the files, for completion and checks in an editor.

Owns: where the schema goes, and the line that names it. Does not: overwrite a file that it did not write.
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
from timeline_cli.text import byte_order_mark

NAME = "timeline.schema.json"
_LINE = re.compile(rb"^(?:\xef\xbb\xbf)?#[ \t]*yaml-language-server:[^\r\n]*\$schema=([^\s]+)", re.M)


def run(settings: Settings, write: bool) -> int:
    """Print a JSON Schema of the files, with their companies, people, places, types and tags as completions.

    Editors with the YAML language server (VS Code, Neovim, Helix and others) use it to complete names, show help
    and flag misspelt keys. Run it again after adding names.
    """
    timeline, made = read_and_ask(settings, schema)
    text = "".join([*pieces(made), "\n"])
    if not write:
        write_export([text])
        return left_out(timeline, settings)
    if STDIN in timeline.files:
        raise UsageFault("--write needs a file, not standard input", "write timeline -f FILE schema --write")
    target = Path(timeline.files[0]).parent / NAME
    _put(target, text.encode(), settings)
    for file in timeline.files:
        if Path(file).is_file():  # a missing one is reported below
            _name_in(file, target, settings)
    return left_out(timeline, settings)


def _put(target: Path, data: bytes, settings: Settings) -> None:
    """Write the schema, replacing only one that this command wrote. Raises NotWritten, UsageFault."""
    from timeline_cli.editing.write import create, hold

    def change(before: bytes) -> bytes:
        if MADE_BY.encode() not in before:
            raise UsageFault(f"{target} exists and was not written by this command", "move it away, or omit --write")
        return data

    if not target.exists():
        create(str(target), data)
    else:
        with hold(str(target)) as held:
            held.update(change)
    settings.tell(f"{target}: written")


def _name_in(file: str, target: Path, settings: Settings) -> None:
    """Name the schema in the first line of a file, unless a line already names one. Raises NotWritten."""
    from timeline_cli.editing.write import hold
    from timeline_cli.reading.content import read_regular

    path = Path(os.path.relpath(target, Path(file).parent)).as_posix().encode()
    before = read_regular(Path(file))
    named = _LINE.search(before)
    if before[len(byte_order_mark(before)[0]) :].lstrip()[:1] in (b"{", b"[") or b"\0" in before[:4]:
        settings.tell(f"{file}: unchanged; JSON, UTF-16 and UTF-32 files cannot name a schema")
    elif named is None:
        with hold(file) as held:
            held.update(lambda data: data if _LINE.search(data) else _with_line(data, path))
        settings.tell(f"{file}: now names the schema in its first line")
    elif named[1] != path:
        other = named[1].decode("utf-8", "replace")
        settings.tell(f"{file}: unchanged; it names another schema, {other}", "warning")


def _with_line(data: bytes, path: bytes) -> bytes:
    """Add a first line that names the schema."""
    mark, _ = byte_order_mark(data)
    end = re.search(rb"\r\n|[\r\n]", data)
    line = b"# yaml-language-server: $schema=" + path + (end[0] if end is not None else b"\n")
    return mark + line + data[len(mark) :]
