"""Draw the pictures of the README from the tool's own console: `python docs/pictures.py`.

Owns: which commands are pictured. Refuses: a picture of anything that the tool did not print.
"""

from __future__ import annotations

import io
import re
import sys
from datetime import date
from pathlib import Path

from rich.console import Console
from rich.text import Text

from timeline_cli.console import Screen
from timeline_cli.query.select import Question, select
from timeline_cli.reading.load import load
from timeline_cli.views.registry import view_lines

DOCS = Path(__file__).parent
EVENTS = str(DOCS.parent / "events.yaml")
TODAY = date(2025, 3, 26)  # after the article, before the last event of the file
WIDTH = 100

PICTURES = {"timeline.svg": ("timeline", "$ timeline")}


def printed(view: str) -> str:
    """What the tool prints on a terminal with colour."""
    from timeline_cli.cli.reading import read_period_on

    stream = io.StringIO()
    screen = Screen(stream, WIDTH, colour=True, ascii=False)
    answer = select(load((EVENTS,)), Question(TODAY.toordinal(), read_period_on(TODAY)))
    screen.write(view_lines(view)(answer, screen))
    return stream.getvalue()


def picture(view: str, title: str) -> str:
    """An SVG of a view. Without Rich's link to a font on another host: the reader's own monospace font will do."""
    console = Console(record=True, width=WIDTH, file=io.StringIO(), color_system="standard", force_terminal=True)
    console.print(Text.from_ansi(printed(view)), end="")
    svg = console.export_svg(title=title, unique_id="timeline")
    return re.sub(r"\s*@font-face \{.*?\}", "", svg, flags=re.S).replace("Fira Code, monospace", "monospace")


def main() -> None:
    for name, (view, title) in PICTURES.items():
        (DOCS / name).write_text(picture(view, title) + "\n", encoding="utf-8")
        print(f"docs/{name}", file=sys.stderr)


if __name__ == "__main__":
    main()
