"""The picture of the lanes as PNG, drawn by resvg.

Owns: which characters no font has. Does not: lay out anything.
"""

from __future__ import annotations

import html
import re
import struct
import unicodedata
from collections.abc import Callable, Generator, Mapping
from pathlib import Path
from typing import Any

import resvg_py

from timeline_cli.errors import UsageFault
from timeline_cli.exports.registry import Reason, Unsaid
from timeline_cli.query.select import Answer
from timeline_cli.views.svg import drawing_of, picture

_NOWHERE = "\U0010fffd"  # no font has it: what is drawn instead is drawn for all that no font has
_ZOOM = 2.0  # of a picture of its own size


def export(given: Mapping[str, Any]) -> Callable[[Answer], Generator[bytes, None, Unsaid]]:
    """The picture with the fonts of this computer, and first that of --font. Raises UsageFault."""
    drawing, font = drawing_of(given), given["font"]
    if font:
        drawing = drawing._replace(fonts=(_family(font), *drawing.fonts))

    def drawn(svg: str, zoom: float) -> bytes:
        return bytes(resvg_py.svg_to_bytes(svg_string=svg, font_files=[font] if font else None, zoom=zoom))

    def pieces(answer: Answer) -> Generator[bytes, None, Unsaid]:
        svg = "".join(picture(answer, drawing))
        missing = _uncovered(svg, lambda char: drawn(_probe(char, svg), 1.0))
        # One that no font has keeps resvg from looking for the next ones.
        svg = svg.translate({ord(char): "\ufffd" for char in missing if not char.isascii()})
        yield drawn(svg, 1.0 if drawing.size else _ZOOM)
        return Unsaid(map(_reason, missing))

    return pieces


def _uncovered(svg: str, draw: Callable[[str], bytes]) -> list[str]:
    """The characters that no font has."""
    said = html.unescape("".join(re.findall(r">([^<]*)<", svg)))
    nothing = draw(" "), draw(_NOWHERE)
    characters = sorted({char for char in said if not char.isascii()} | {"A"})
    return [char for char in characters if not unicodedata.combining(char) and draw(char) in nothing]


def _reason(char: str) -> Reason:
    script = unicodedata.name(char, "unknown").split()[0].capitalize() if char.isalpha() else "symbols"
    return Reason("character", f"of {script} not drawn: no font has it; name one with --font FILE")


def _probe(char: str, svg: str) -> str:
    """A picture of one character in the fonts of the whole."""
    family = re.search(r'font-family="[^"]*"', svg)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" {family[0] if family else ""}>'
        f'<text x="2" y="18" font-size="16">{html.escape(char)}</text></svg>'
    )


def _family(file: str) -> str:
    """The name of the font in a file, from its table of names (OpenType). Raises UsageFault."""
    try:
        data = Path(file).read_bytes()
        start = struct.unpack_from(">I", data, 12)[0] if data[:4] == b"ttcf" else 0
        tables = range(start + 12, start + 12 + 16 * struct.unpack_from(">H", data, start + 4)[0], 16)
        at = next(
            struct.unpack_from(">I", data, table + 8)[0] for table in tables if data[table : table + 4] == b"name"
        )
        count, strings = struct.unpack_from(">HH", data, at + 2)
        for record in range(at + 6, at + 6 + 12 * count, 12):
            platform, _, _, kind, length, offset = struct.unpack_from(">6H", data, record)
            if (platform, kind) == (3, 1):
                return data[at + strings + offset : at + strings + offset + length].decode("utf-16-be")
        raise ValueError
    except (OSError, ValueError, struct.error, StopIteration):
        raise UsageFault(f"{file} is not a font", "name a .ttf, .otf or .ttc file") from None
