"""A progress line on a terminal while something takes long.

Owns: when it appears, and erasing it. Does not: slow the work; a separate thread draws it.
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
    """A context that after a second shows its work in a line on `stream`, and erases the line at its end.

    It gives `step`, which takes the amount done and the total.
    """

    def __init__(self, stream: TextIO, what: str, after: float = AFTER) -> None:
        self.stream = stream
        self.what = what
        self.after = after
        self._share: float | None = None
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._draw, daemon=True)

    def step(self, done: int, total: int) -> None:
        """Set the progress, in any unit. Cheap, so that it can be called often."""
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
        # The work continues even if the terminal is gone.
        with contextlib.suppress(OSError, ValueError):
            while True:
                self.stream.write(f"\r{self.text()}\x1b[K")
                self.stream.flush()
                if self._ended.wait(_EVERY):
                    break
            self.stream.write("\r\x1b[K")
            self.stream.flush()

    def text(self) -> str:
        """For example: reading: 42%, 3 s."""
        seconds = f"{time.monotonic() - self._started:.0f} s"
        return f"{self.what}: {seconds}" if self._share is None else f"{self.what}: {self._share:.0%}, {seconds}"


def can_draw(stream: TextIO) -> bool:
    """Whether the stream is a terminal that can erase a line."""
    return stream.isatty() and os.environ.get("TERM", "dumb") not in ("dumb", "unknown", "")
