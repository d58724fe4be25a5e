"""`timeline init`: a new file, with comments that say what goes where.

Owns: that text. Does not: write over anything.
"""

from __future__ import annotations

import shlex
from pathlib import Path

from timeline_cli.cli.options import Settings
from timeline_cli.editing.write import create
from timeline_cli.errors import EXIT_DONE, NotWritten, UsageFault
from timeline_cli.hint import Hint
from timeline_cli.reading.search import DEFAULT_NAME, STDIN
from timeline_cli.text import clean

TEXT = """\
# A timeline of corporate events. The smallest event is a date and a title:
#
# - date: 2025-03-22
#   title: Acme opens a plant in Xian
#
# A date says as much as its source does, never more: 2025, 2025-03, 2025-Q1, 2006/.. (since then),
# [..2025-03-24] (by that day), 2024~ (about). `timeline help file` lists the keys of an event,
# `timeline add` asks for them, `timeline check` finds what is wrong, `timeline` shows it all.

# Names, with the other forms in which they are written. Each of these lists may be left out.
companies:
#  Acme Corporation: {aliases: [Acme], fiscal_year_end: 12}

people:
#  Ann Example: {company: Acme Corporation, role: CEO}

# Who says so: an event names a source by its key, as in  sources: [herald]
sources:
#  herald: {publisher: The Herald, url: https://example.com/a, published: 2025-03-24}

events:
"""


def run(settings: Settings, new: str | None) -> int:
    """Write a small file with comments to start from. A file that is there already is left alone."""
    named = [*([new] if new is not None else []), *settings.files]
    if len(named) > 1:
        raise UsageFault("init makes one file", f"timeline init {named[0]}")
    name = named[0] if named else DEFAULT_NAME
    if name in ("", STDIN):
        raise UsageFault("init needs the name of a file", f"timeline init {DEFAULT_NAME}")
    option = "" if name == DEFAULT_NAME else f"-f {shlex.quote(name)} "
    try:
        create(name, TEXT.encode())
    except NotWritten as refused:
        if Path(name).is_file():
            refused.hint = Hint(f"{refused.hint}; timeline {option}add puts an event into it")
        raise
    settings.out.write([[("made ", ""), (clean(name), "title")]])
    settings.tell(f"next: timeline {option}add")
    return EXIT_DONE
