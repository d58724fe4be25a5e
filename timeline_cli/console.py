"""The terminal: width, colour policy, theme, and the one writer of styled lines.

Owns: the output to a terminal, and how a style becomes colour. Does not: write text before cleaning it.
"""

from __future__ import annotations

import errno
import io
import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from itertools import chain
from typing import Any, TextIO

from timeline_cli.text import clean, safe_url, width

# A line is a list of (text, style name); a view yields lines.
Line = list[tuple[str, str]]

PIPE_WIDTH = 100
NARROWEST = 40
_FURTHEST = 10_000  # lines among which the one to open at is sought: the first screen waits for them
UNWRAPPED = sys.maxsize  # columns of a sentence in a pipe, where other programs search it

# Text has the terminal's own colour, or one that has a contrast of 3 or more to any background where it is dim; other
# colours are for signs, bars and lines. No meaning depends on a colour.
_DIM = "color(244)"
THEME: dict[str, str] = {
    "": "none",
    "heading": "bold",
    "rule": _DIM,
    "label": "none",
    "vague": f"italic {_DIM}",
    "today": "bold",
    "title": "bold",
    "dim": _DIM,
    "mark": "italic",
    "bar": "color(31)",
    "error": "bold",
    "warning": "bold",
    "hint": "italic",
    "caret": "bold color(196)",
    "place": "bold",
    "added": "color(64)",
    "removed": "color(196)",
}


class Linked(str):
    """Text of a line that links to `url`, if the terminal supports links and that is not empty."""

    __slots__ = ("_url",)
    _url: str | Callable[[], str]

    @property
    def url(self) -> str:
        return self._url if isinstance(self._url, str) else self._url()


def linked(text: str, url: str | Callable[[], str]) -> str:
    """`text`, linked to `url`, which may be found when it is needed."""
    found = Linked(text)
    found._url = url
    return found if url else text


class Screen:
    """A stream and its properties. `width` is in columns; `ascii` requests ornaments in ASCII.

    `links` means that the terminal supports links (OSC 8); without colour there are none. `kept`, where something is
    drawn again and again, is for a view to keep what it drew of each event.
    """

    def __init__(
        self,
        stream: TextIO,
        width: int,
        colour: bool,
        ascii: bool,
        links: bool = False,
        pager: tuple[str, ...] | None = None,
        kept: dict[str, Any] | None = None,
    ) -> None:
        self.stream = stream
        self.width = width
        self.colour = colour
        self.ascii = ascii
        self.links = links and colour
        self.pager = pager
        self.kept = kept
        self.opens_at = 0  # the least number of lines before the one at which a pager opens, as the view finds it
        self._codes: dict[str, tuple[str, str]] = {"": ("", "")}

    @property
    def wrapped_at(self) -> int:
        """The column at which to wrap sentences: a terminal would break them inside words."""
        return self.width if self.stream.isatty() else UNWRAPPED

    def write(self, lines: Iterable[Line]) -> None:
        """Write lines of styled parts; in large pieces, so that long answers are fast."""
        pending: list[str] = []
        for line in lines:
            pending.append(self.render(line))
            if len(pending) >= 512:
                self.stream.write("\n".join(pending) + "\n")
                pending.clear()
        if pending:
            self.stream.write("\n".join(pending) + "\n")

    def page(self, lines: Iterable[Line], heading: Sequence[Line] = (), opening: str = "") -> None:
        """Write a whole answer, through the pager if it is longer than the terminal; returns when the pager ends.

        In the pager the `heading` comes first, since what was written before is out of sight there. The pager opens
        near the first line with text in the style `opening`.
        """
        if self.pager is None:
            return self.write(lines)
        from timeline_cli.pager import DEFAULT, page

        columns, rows = _terminal_size(self.stream)
        coming, held, height, opened = iter(lines), list[Line](), 0, 0
        for line in coming:
            held.append(line)
            height += max(-(-sum(width(text) for text, _ in line) // columns), 1)
            if opening and any(style == opening and text.strip() for text, style in line):
                # With what comes right before it; what is on the first screen anyway needs no jump.
                opened = len(heading) + len(held) - rows // 4 if height >= rows else 0
                opening = ""
            is_sought = opening and max(len(held), self.opens_at) < _FURTHEST
            if height >= rows and not is_sought:  # the prompt takes a row too
                break
        if height < rows:
            return self.write(held)
        texts = (self.render(line) + "\n" for line in coming)
        screen = "".join([self.render(line) + "\n" for line in chain(heading, held)])
        self.stream.flush()
        if not page(chain([screen], texts), self.pager, self.stream.encoding or "utf-8", opened):
            if self.pager != DEFAULT:
                open_screen(sys.stderr).write([[(f"{self.pager[0]} cannot be started as a pager", "warning")]])
            self.write(chain(held, coming))
        return None

    def render(self, line: Line) -> str:
        """A line as written to the stream. Cleans text that is not clean yet."""
        if not self.colour:
            text = "".join([text for text, _ in line])
            if text.isprintable():
                return text.rstrip()
        parts = []
        for text, style in line:
            url = safe_url(text.url) if self.links and isinstance(text, Linked) else ""
            if not text.isprintable():
                text = clean(text)
            words = text.lstrip(" ") if self.colour and style else ""
            if words:
                # Leading spaces are not styled.
                before, after = self._codes.get(style) or self._code(style)
                text = f"{' ' * (len(text) - len(words))}{before}{words}{after}"
            parts.append(f"\x1b]8;;{url}\x1b\\{text}\x1b]8;;\x1b\\" if url else text)
        return "".join(parts).rstrip()

    def _code(self, style: str) -> tuple[str, str]:
        """The escape sequences around a style, from Rich, cached."""
        from rich.color import ColorSystem
        from rich.style import Style

        from timeline_cli.event_types import COLOURS

        colour = COLOURS.get(style)
        definition = THEME.get(style) or (f"color({colour})" if colour else "none")
        rendered = Style.parse(definition).render("\0", color_system=ColorSystem.EIGHT_BIT)
        before, _, after = rendered.partition("\0")
        self._codes[style] = before, after
        return before, after


def wants_colour(option: str, stream: TextIO, environment: Mapping[str, str]) -> bool:
    """By --color, then NO_COLOR, FORCE_COLOR, CLICOLOR_FORCE, CLICOLOR, then whether it is a terminal."""
    if option != "auto":
        return option == "always"
    if environment.get("NO_COLOR"):
        return False
    for name in ("FORCE_COLOR", "CLICOLOR_FORCE"):
        if environment.get(name, "0") not in ("0", ""):
            return True
    if environment.get("CLICOLOR") == "0" or environment.get("TERM") in ("dumb", "unknown"):
        return False
    return stream.isatty()


def open_screen(
    stream: TextIO,
    color: str = "auto",
    width: int | None = None,
    ascii: bool = False,
    paged: bool = False,
    pager: str | None = None,
) -> Screen:
    """The screen of a stream. In a pipe, the width is always 100, whatever the terminal's, and nothing is paged."""
    is_terminal = stream.isatty()
    encoding = (getattr(stream, "encoding", None) or "utf-8").lower().replace("-", "")
    return Screen(
        stream,
        max(width or (_terminal_size(stream)[0] if is_terminal else PIPE_WIDTH), NARROWEST),
        wants_colour(color, stream, os.environ),
        ascii or not encoding.startswith("utf") or (is_terminal and os.environ.get("TERM") == "dumb"),
        links=is_terminal and os.environ.get("TERM") not in ("dumb", "unknown", "linux"),
        pager=_pager(pager) if paged and is_terminal else None,
    )


def _terminal_size(stream: TextIO) -> tuple[int, int]:
    """Columns and rows."""
    try:
        columns, rows = os.get_terminal_size(stream.fileno())
    except (OSError, ValueError):
        columns = rows = 0
    return columns or 80, rows or 24


def _pager(chosen: str | None) -> tuple[str, ...] | None:
    from timeline_cli.pager import command_of

    return command_of({**os.environ, "PAGER": chosen} if chosen is not None else os.environ)


Step = Callable[[int, int], None]


def working(screen: Screen, what: str) -> AbstractContextManager[Step]:
    """A context that reports its work on a terminal after a second, and erases the report at the end.

    It gives a function that takes the amount done and the total: the line then shows percent.
    """
    if not screen.stream.isatty():
        return nullcontext(lambda done, total: None)
    from timeline_cli.progress import Working, can_draw

    return Working(screen.stream, what) if can_draw(screen.stream) else nullcontext(lambda done, total: None)


class _Closed(io.RawIOBase):
    """Standard output that is closed: an error as soon as something is written to it."""

    def writable(self) -> bool:
        return True

    def write(self, _: object) -> int:
        raise OSError(errno.EBADF, "standard output is closed")


def make_streams_safe() -> None:
    """Never fail on a character that the locale cannot show; never translate line ends.

    Takes the descriptors of closed streams: a file opened later would get one, and what is printed with it.
    """
    while (descriptor := os.open(os.devnull, os.O_RDWR)) <= 2:
        os.set_inheritable(descriptor, True)
    os.close(descriptor)
    sys.stdout = sys.stdout or io.TextIOWrapper(io.BufferedWriter(_Closed()), "utf-8")
    sys.stderr = sys.stderr or io.TextIOWrapper(io.BytesIO(), "utf-8")
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace", newline="\n")
