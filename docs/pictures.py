"""Draw the pictures of the README and export the example's page with the tool itself: `python docs/pictures.py`.

Owns: which commands are pictured. Refuses: a picture of anything that the tool did not print.
"""

from __future__ import annotations

import contextlib
import html
import io
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

from rich.console import Console
from rich.text import Text

from timeline_cli.cli.main import _run as run
from timeline_cli.text import width

DOCS = Path(__file__).parent
TODAY = "2025-03-26"  # after the article of events.yaml, before the last event of the file
WIDTH = 100

# A picture is one row: the name of its file, and the command that it shows, as typed at the top of this repository.
PICTURES = {
    "timeline.svg": "timeline",
    "lanes.svg": "timeline show --view lanes --lane-by person since 2025-03",
    "stats.svg": "timeline stats --by company",
    "figures.svg": "timeline -f docs/quarters.yaml figures kind:actual",
    "chart.svg": "timeline -f docs/quarters.yaml figures revenue --chart line",
}

# The page, and a picture of it, which Chromium takes where there is one.
PAGE = "page.html"
EXPORT = "timeline export html --title 'Samsung in China'"


def printed(command: str) -> str:
    """What the command prints on a terminal with colour."""
    stream = io.StringIO()
    stated = ["--color", "always", "--width", str(WIDTH), "--today", TODAY]
    with contextlib.chdir(DOCS.parent), contextlib.redirect_stdout(stream), contextlib.redirect_stderr(io.StringIO()):
        os.environ.pop("TIMELINE_FILE", None)
        code = run([*stated, *shlex.split(command)[1:]])
    if code:
        raise SystemExit(f"{command} ended with {code}")
    return stream.getvalue()


def picture(name: str) -> str:
    """The SVG of a row. Without Rich's link to a font on another host: the reader's own monospace font will do."""
    command = PICTURES[name]
    console = Console(record=True, width=WIDTH, file=io.StringIO(), color_system="256", force_terminal=True)
    console.print(Text.from_ansi(printed(command)), end="")
    svg = console.export_svg(title=f"$ {command}", unique_id=Path(name).stem)
    svg = re.sub(r"\s*@font-face \{.*?\}", "", svg, flags=re.S).replace("Fira Code, monospace", "monospace")
    return re.sub(
        r'<text class="([^"]+)" x="([\d.]+)" y="([\d.]+)" textLength="([\d.]+)" (.*?)>(.*?)</text>', _pieces, svg
    )


def _pieces(found: re.Match[str]) -> str:
    """A run of text as its words, each in its columns: a letter of another font then moves nothing but itself."""
    kind, x, y, size, more, written = found.groups()
    text = html.unescape(written).replace("\N{NO-BREAK SPACE}", " ")
    cell = float(size) / max(width(text), 1)
    return "".join(
        f'<text class="{kind}" x="{float(x) + cell * width(text[: word.start()]):.1f}" y="{y}" '
        f'textLength="{cell * width(word[0]):.1f}" lengthAdjust="spacingAndGlyphs" {more}>{_escaped(word[0])}</text>'
        for word in re.finditer(r"\S+(?: \S+)*", text)
    )


def _escaped(text: str) -> str:
    return html.escape(text, quote=False).replace(" ", "&#160;")


def main() -> None:
    for name in PICTURES:
        (DOCS / name).write_text(picture(name) + "\n", encoding="utf-8")
        print(f"docs/{name}", file=sys.stderr)
    page = printed(EXPORT)
    if page != (DOCS / PAGE).read_text(encoding="utf-8"):
        (DOCS / PAGE).write_text(page, encoding="utf-8")
        print(f"docs/{PAGE}", file=sys.stderr)
        photograph(DOCS / PAGE)


def photograph(page: Path) -> None:
    """A picture of the top of a page, next to it."""
    program = shutil.which("chromium")
    if program is None:
        print("there is no Chromium to take a picture of the page", file=sys.stderr)
        return
    options = ("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--window-size=1280,1240")
    picture = page.with_suffix(".png")
    subprocess.run([program, *options, f"--screenshot={picture}", page.as_uri()], check=True, capture_output=True)
    print(f"docs/{picture.name}", file=sys.stderr)


if __name__ == "__main__":
    main()
