"""`timeline init`: create a file with comments that explain what goes where.

Owns: that text. Does not: overwrite a file.
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
# A date is exactly as precise as its source: 2025, 2025-03, 2025-Q1, 2006/.. (since then),
# [..2025-03-24] (by that day), 2024~ (about). `timeline help file` lists the keys of an event,
# `timeline add` asks for them, `timeline check` finds errors, `timeline` shows the timeline.

# Names and their aliases. Each of these lists is optional.
companies:
#  Acme Corporation: {aliases: [Acme], fiscal_year_end: 12}

people:
#  Ann Example: {company: Acme Corporation, role: CEO}

# Sources: an event refers to a source by its key, as in  sources: [herald]
sources:
#  herald: {publisher: The Herald, url: https://example.com/a, published: 2025-03-24}

events:
"""


def run(settings: Settings, new: str | None) -> int:
    """Create a file with comments to start from. Never overwrites a file."""
    named = [*([new] if new is not None else []), *settings.files]
    if len(named) > 1:
        raise UsageFault("init creates one file", f"timeline init {named[0]}")
    name = named[0] if named else DEFAULT_NAME
    if name in ("", STDIN):
        raise UsageFault("init needs the name of a file", f"timeline init {DEFAULT_NAME}")
    option = "" if name == DEFAULT_NAME else f"-f {shlex.quote(name)} "
    try:
        create(name, TEXT.encode())
    except NotWritten as refused:
        if Path(name).is_file():
            refused.hint = Hint(f"{refused.hint}; timeline {option}add adds an event to it")
        raise
    settings.tell_done([[("created ", ""), (clean(name), "title")]])
    settings.tell(f"next: timeline {option}add")
    return EXIT_DONE
