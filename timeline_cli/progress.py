"""A word on a terminal while something takes long.

Owns: when it appears, and that nothing of it stays. Does not: slow the work — it is drawn by a thread of its own.
"""

from __future__ import annotations

import contextlib
import os
import threading
import time
from collections.abc import Callable
from types import TracebackType
from typing import TextIO

AFTER = 1.0  # seconds of silence
_EVERY = 0.2


class Working:
    """A context in which, after a second, a line on `stream` tells what is going on; the line is gone at its end.

    It gives `step`, which takes how much is done, of how much.
    """

    def __init__(self, stream: TextIO, what: str, after: float = AFTER) -> None:
        self.stream = stream
        self.what = what
        self.after = after
        self._share: float | None = None
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._draw, daemon=True)

    def step(self, done: int, total: int) -> None:
        """How far it is, in any unit. Costs next to nothing, so that it may be called often."""
        self._share = done / total if total else None

    def __enter__(self) -> Callable[[int, int], None]:
        self._started = time.monotonic()
        self._thread.start()
        return self.step

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ended.set()
        self._thread.join()

    def _draw(self) -> None:
        if self._ended.wait(self.after):
            return
        # A terminal that has gone is no reason to stop the work.
        with contextlib.suppress(OSError, ValueError):
            while True:
                self.stream.write(f"\r{self.text()}\x1b[K")
                self.stream.flush()
                if self._ended.wait(_EVERY):
                    break
            self.stream.write("\r\x1b[K")
            self.stream.flush()

    def text(self) -> str:
        """reading: 42%, 3 s"""
        seconds = f"{time.monotonic() - self._started:.0f} s"
        return f"{self.what}: {seconds}" if self._share is None else f"{self.what}: {self._share:.0%}, {seconds}"


def can_draw(stream: TextIO) -> bool:
    """Whether the stream is a terminal that can take a line back."""
    return stream.isatty() and os.environ.get("TERM", "dumb") not in ("dumb", "unknown", "")
