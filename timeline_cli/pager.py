"""The pager: a long answer, a screen at a time.

Owns: which pager, and how it starts and ends. Does not: report an error if the user quits it early.
"""

from __future__ import annotations

import contextlib
import os
import shlex
import signal
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

# Exit at once if the text fits, keep colours, and leave the text on the screen.
DEFAULT = ("less", "-FRX")

_AT_ONCE = 100  # pieces that do not wait for others: the first is a screen, and few people read on for more


def command_of(environment: Mapping[str, str]) -> tuple[str, ...] | None:
    """The words of $TIMELINE_PAGER, else $PAGER, else less. None, for no pager, if it is empty or cat.

    They are words with quotes, not shell code. A terminal that cannot move its cursor has no pager.
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


def page(pieces: Iterable[str], command: Sequence[str], encoding: str = "utf-8", line: int = 0) -> bool:
    """Pipe text to a pager and wait until it ends. False, with no text consumed, if it cannot be started.

    Each of the first pieces is shown before the next one is made.

    A pager that is less, or calls it, opens at a `line` greater than 0.

    Ctrl-C while text is still coming ends the text and the wait: raises KeyboardInterrupt once the pager has ended.
    """
    import subprocess

    environment = dict(os.environ)
    # Arguments of less apply too; this is for a pager that calls less, and for $PAGER=less.
    environment.setdefault("LESS", "FRX")
    if line > 0:
        # Not an argument, which another pager might take for the name of a file.
        environment["LESS"] = f"+{line}$" + environment["LESS"]
    try:
        process = subprocess.Popen(command, stdin=subprocess.PIPE, env=environment)
    except OSError:
        return False
    assert process.stdin is not None
    interrupted = False
    with _reader_may_leave():
        try:
            for number, piece in enumerate(pieces):
                process.stdin.write(piece.encode(encoding, "replace"))
                if number < _AT_ONCE:
                    process.stdin.flush()
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
    """Makes a pager's early end an error here, where it is expected, instead of ending this process."""
    if not hasattr(signal, "SIGPIPE"):
        yield
        return
    before = signal.signal(signal.SIGPIPE, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGPIPE, before)


def _wait(process: Any) -> int:
    """Wait for a pager. Leaves Ctrl-C to it: both share one terminal, and only one may read the keyboard."""
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        return int(process.wait())
    finally:
        signal.signal(signal.SIGINT, before)
