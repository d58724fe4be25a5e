"""The pager: a long answer, a screen at a time.

Owns: which pager, and how it starts and ends. Does not: complain of a reader who has seen enough.
"""

from __future__ import annotations

import contextlib
import os
import shlex
import signal
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

# Leave at once what fits, keep colours, and leave the text on the screen at the end.
DEFAULT = ("less", "-FRX")


def command_of(environment: Mapping[str, str]) -> tuple[str, ...] | None:
    """The words of $TIMELINE_PAGER, else $PAGER, else less. None, for no pager, where it is empty or cat.

    They are words, not shell: quotes keep some together. A terminal that cannot move its cursor has no pager.
    """
    if environment.get("TERM", "dumb") in ("dumb", "unknown", ""):
        return None
    chosen = next((environment[name] for name in ("TIMELINE_PAGER", "PAGER") if name in environment), None)
    if chosen is None:
        return DEFAULT
    try:
        words = tuple(shlex.split(chosen))
    except ValueError:
        words = (chosen,)
    return None if words in ((), ("cat",)) else words


def page(pieces: Iterable[str], command: Sequence[str], encoding: str = "utf-8") -> bool:
    """Hand text to a pager and wait until it is left. False, with nothing taken, when it cannot be started.

    Ctrl-C while text is still being made ends that and the wait: KeyboardInterrupt comes once the pager has ended.
    """
    import subprocess

    environment = dict(os.environ)
    # What less is called with counts as well; this is for a pager that calls it, and for $PAGER=less.
    environment.setdefault("LESS", "FRX")
    try:
        process = subprocess.Popen(command, stdin=subprocess.PIPE, env=environment)
    except OSError:
        return False
    assert process.stdin is not None
    interrupted = False
    with _reader_may_leave():
        try:
            for piece in pieces:
                process.stdin.write(piece.encode(encoding, "replace"))
        except BrokenPipeError:
            pass
        except KeyboardInterrupt:
            interrupted = True
        finally:
            with contextlib.suppress(BrokenPipeError):
                process.stdin.close()
            code = _wait(process)
    if interrupted or code == -signal.SIGINT:
        raise KeyboardInterrupt
    return True


@contextlib.contextmanager
def _reader_may_leave() -> Iterator[None]:
    """A pager that ends early is an error here, where it is expected, and not our end."""
    if not hasattr(signal, "SIGPIPE"):
        yield
        return
    before = signal.signal(signal.SIGPIPE, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGPIPE, before)


def _wait(process: Any) -> int:
    """Wait for a pager. Ctrl-C is meant for it: it shares our terminal, and two programs would read one keyboard."""
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        return int(process.wait())
    finally:
        signal.signal(signal.SIGINT, before)
