"""A screen that is redrawn: the whole terminal, restored at the end; in a pipe, one screen after another.

Owns: the escape sequences for it, and restoring the terminal. Does not: scroll.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from timeline_cli.console import Line, Screen

_ENTER, _LEAVE = "\x1b[?1049h\x1b[?25l", "\x1b[?25h\x1b[?1049l"
_HOME, _TO_LINE_END, _TO_SCREEN_END = "\x1b[H", "\x1b[K", "\x1b[J"
_ENDS = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))


class Display:
    """`rows` is None without a terminal, where any number of lines can be shown."""

    def __init__(self, screen: Screen) -> None:
        self.screen = screen
        self._is_terminal = screen.stream.isatty()

    @property
    def size(self) -> tuple[int, int | None]:
        """The current columns and rows."""
        if not self._is_terminal:
            return self.screen.width, None
        size = os.get_terminal_size(self.screen.stream.fileno())
        return size.columns or self.screen.width, size.lines or 24

    def draw(self, lines: Sequence[Line]) -> None:
        """Show these lines and nothing else."""
        stream = self.screen.stream
        if self._is_terminal:
            text = f"{_TO_LINE_END}\r\n".join(self.screen.render(line) for line in lines)
            stream.write(f"{_HOME}{text}{_TO_LINE_END}{_TO_SCREEN_END}")
        else:
            self.screen.write(lines)
        stream.flush()

    @contextmanager
    def opened(self, redraw: Callable[[], None]) -> Iterator[None]:
        """Take over the terminal, and restore it at the end, on Ctrl-Z and on signals."""
        if not self._is_terminal:
            yield
            return
        before = {number: signal.signal(number, signal.default_int_handler) for number in _ENDS}
        if hasattr(signal, "SIGTSTP"):
            before[signal.SIGTSTP] = signal.signal(signal.SIGTSTP, lambda *_: self._pause(redraw))
        self._write(_ENTER)
        try:
            yield
        finally:
            self._write(_LEAVE)
            for number, handler in before.items():
                signal.signal(number, handler)

    def _pause(self, redraw: Callable[[], None]) -> None:
        """Ctrl-Z: restore the shell's screen until the process continues."""
        self._write(_LEAVE)
        os.kill(os.getpid(), signal.SIGSTOP)
        self._write(_ENTER)
        redraw()

    def _write(self, text: str) -> None:
        self.screen.stream.write(text)
        self.screen.stream.flush()
