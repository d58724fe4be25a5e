"""The lanes as a vector picture: real text, and the same strokes as on a terminal, drawn as lines.

Owns: how a cell of the terminal becomes a line, a sign or text; light and dark. Does not: choose lanes, axis or labels.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from html import escape
from typing import Any, NamedTuple

from timeline_cli.console import THEME, Line, Linked, Screen
from timeline_cli.errors import UsageFault
from timeline_cli.query.select import Answer
from timeline_cli.spelling import check_known
from timeline_cli.text import clean, safe_url, width
from timeline_cli.views import lanes
from timeline_cli.views.options import LANES, ViewOptions

FONTS = ("Helvetica Neue", "Arial", "Liberation Sans", "Noto Sans", "DejaVu Sans", "sans-serif")
# Named, since renderers that look for a font by themselves may find one with serifs. They have Latin letters too.
_EAST_ASIAN = ("Apple SD Gothic Neo", "Malgun Gothic", "Microsoft YaHei", "Noto Sans CJK KR", "Noto Sans CJK SC")
_CELL, _ROW, _TEXT, _MARGIN = 8, 20, 13, 16  # pixels
_SMALLEST, _LARGEST = 100, 10_000  # pixels of a side
_COLUMNS = (60, 80, 100, 120, 140, 160)  # a picture of a given size takes those that fill it best
_USUAL = 120

# Paper, text, pale text, and the colours of the terminal, with a contrast of 4.5 at least.
_LIGHT = {"paper": "#ffffff", "text": "#1f2328", "dim": "#5f6b7a", "red": "#b3261e", "green": "#1a7f37",
          "yellow": "#7d5a00", "blue": "#0b57c2", "magenta": "#8e3b9e", "cyan": "#0b6e80"}  # fmt: skip
_DARK = {"paper": "#15181d", "text": "#e6e8eb", "dim": "#9aa4b2", "red": "#ff8a80", "green": "#7bd88f",
         "yellow": "#e8c15a", "blue": "#8ab4f8", "magenta": "#d79be6", "cyan": "#6fd3e3"}  # fmt: skip

_OF_THEME = {THEME["dim"]: "dim", THEME["bar"]: "cyan"}  # which the theme gives as numbers

# Cells that are drawn: a path in parts of a cell, from its left end and its middle, and its thickness; 0 is filled.
_STROKES = {
    "━": ("M0,0H1", 2.4),
    "┄": ("M.1,0H.4M.6,0H.9", 2.4),
    "─": ("M0,0H1", 1),
    "┬": ("M0,0H1M.5,0V.3", 1),
    "╎": ("M.5,-.5V-.15M.5,.15V.5", 1),
    "├": ("M.5,-.25V.25M.6,0H.9", 1.6),
    "┤": ("M.5,-.25V.25M.1,0H.4", 1.6),
    "┥": ("M0,0H.5M.5,-.25V.25", 2.4),
    "▶": ("M.1,-.22L.9,0L.1,.22Z", 0),
    "◀": ("M.9,-.22L.1,0L.9,.22Z", 0),
    "▼": ("M.1,-.1H.9L.5,.3Z", 0),
    **{sign: (f"M0,.4H1V{0.4 - level / 10:.1f}H0Z", 0) for level, sign in enumerate("▁▂▃▄▅▆▇█", 1)},
}
# What is drawn; another sign, which most fonts of text have not; words with single spaces between them.
_DRAWN = "".join(_STROKES)
_OF_EAST_ASIA = "[\u1100-\u11ff\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef]+"
_WORD = r"[\w!-~\xa1-\u036f\u20a0-\u20c0–—…‘’“”·‰]+"
_RUN = rf"[{_DRAWN}]+|{_WORD}(?: {_WORD})*|[^\s{_DRAWN}]"


def export(given: Mapping[str, Any]) -> Callable[[Answer], Iterator[str]]:
    """The picture of an answer, light or dark, of its own size or of a given one. Raises UsageFault."""
    drawing = drawing_of(given)
    return lambda answer: picture(answer, drawing)


class Drawing(NamedTuple):
    """The size in pixels (None: as large as the lanes), light or dark, which lanes, and fonts by their names."""

    size: tuple[int, int] | None
    is_dark: bool
    options: ViewOptions
    fonts: tuple[str, ...] = FONTS


def drawing_of(given: Mapping[str, Any]) -> Drawing:
    """The options of a picture. Raises UsageFault."""
    text, lane_by = given["size"], given["lane_by"]
    if lane_by is not None:
        check_known(lane_by, LANES, f"unknown value for --lane-by: {lane_by}")
    found = re.fullmatch(r"(\d{2,5})[x×](\d{2,5})", text) if text else None
    size = (int(found[1]), int(found[2])) if found else None
    if text and (size is None or not _SMALLEST <= min(size) <= max(size) <= _LARGEST):
        hint = f"write --size 1600x900; each side takes {_SMALLEST} to {_LARGEST} pixels"
        raise UsageFault(f"--size {text} is not a size in pixels", hint)
    return Drawing(size, given["theme"] == "dark", ViewOptions(prompts=False, lane_by=lane_by, all=given["all"]))


def picture(answer: Answer, drawing: Drawing) -> Iterator[str]:
    """The pieces of an SVG file."""
    size, colours = drawing.size, _DARK if drawing.is_dark else _LIGHT
    drawn = {columns: _lines(answer, columns, drawing.options) for columns in (_COLUMNS if size else (_USUAL,))}
    columns, lines = max(drawn.items(), key=lambda each: _scale(each[0], len(each[1]), size))
    natural = columns * _CELL + 2 * _MARGIN, len(lines) * _ROW + 2 * _MARGIN
    wide, high = size or natural
    scale = _scale(columns, len(lines), size)
    box = wide / scale, high / scale
    family, eastern = _family(drawing.fonts), _family((*drawing.fonts[: -len(FONTS)], *_EAST_ASIAN, "sans-serif"))
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide}" height="{high}" '
        f'viewBox="0 0 {box[0]:.1f} {box[1]:.1f}" font-family="{family}" font-size="{_TEXT}" role="img">\n'
        f"<title>{escape(clean(answer.title))}</title>\n"
        f'<rect width="100%" height="100%" fill="{colours["paper"]}"/>\n'
        f'<g transform="translate({(box[0] - natural[0]) / 2 + _MARGIN:.1f} {_MARGIN})">\n'
    )
    for row, line in enumerate(lines):
        yield from _row(line, row, colours, eastern)
    yield "</g>\n</svg>\n"


def _scale(columns: int, rows: int, size: tuple[int, int] | None) -> float:
    wide, high = columns * _CELL + 2 * _MARGIN, rows * _ROW + 2 * _MARGIN
    return min(size[0] / wide, size[1] / high) if size else 1


def _lines(answer: Answer, columns: int, options: ViewOptions) -> list[Line]:
    screen = Screen(io.StringIO(), columns, colour=True, ascii=False)
    heading: list[Line] = [[(answer.title, "heading")], []] if answer.reading else []
    return [*heading, *lanes.lines(answer, screen, options)]


def _family(fonts: Sequence[str]) -> str:
    return escape(", ".join(font if font == "sans-serif" else f"'{font}'" for font in fonts))


def _row(line: Line, row: int, colours: Mapping[str, str], eastern: str) -> Iterator[str]:
    at, middle = 0, (row + 0.5) * _ROW
    for text, style in line:
        url = safe_url(text.url) if isinstance(text, Linked) else ""
        text = text if text.isprintable() else clean(text)
        looks = [word.removeprefix("bright_") for word in THEME.get(style, style).split()]
        colour = next(
            (colours[_OF_THEME.get(word, word)] for word in looks if _OF_THEME.get(word, word) in colours), ""
        )
        drawn = f'fill="{colour or colours["text"]}"{_weight(looks)}'
        for found in re.finditer(_RUN, text):
            x: float = (at + width(text[: found.start()])) * _CELL
            if found[0][0] in _STROKES:
                strokes = (_stroke(sign, x + _CELL * n, middle, drawn) for n, sign in enumerate(found[0]))
                yield "".join(strokes) + "\n"
            else:
                looks_of = f' font-family="{eastern}"' if re.search(_OF_EAST_ASIA, found[0]) else ""
                if not re.match(_WORD, found[0]):  # wider in most fonts than its cell
                    x, looks_of = x + _CELL * width(found[0]) / 2, f' text-anchor="middle" font-size="{_TEXT - 2}"'
                said = f'<text x="{x}" y="{middle + _TEXT / 3:.1f}" {drawn}{looks_of}>{escape(found[0])}</text>'
                yield (f'<a href="{escape(url)}">{said}</a>' if url else said) + "\n"
        at += width(text)


def _weight(words: Sequence[str]) -> str:
    return ' font-weight="bold"' * ("bold" in words) + ' font-style="italic"' * ("italic" in words)


def _stroke(sign: str, x: float, y: float, drawn: str) -> str:
    points, thickness = _STROKES[sign]

    def placed(found: re.Match[str]) -> str:
        letter, first, second = found[1], float(found[2]), found[3]
        if letter == "V":
            return f"V{y + first * _ROW:.1f}"
        return f"{letter}{x + first * _CELL:.1f}" + (f",{y + float(second) * _ROW:.1f}" if second else "")

    path = re.sub(r"([MLHV])(-?[\d.]+)(?:,(-?[\d.]+))?", placed, points)
    line = drawn.replace("fill=", f'fill="none" stroke-width="{thickness}" stroke=', 1) if thickness else drawn
    return f'<path d="{path}" {line}/>'
