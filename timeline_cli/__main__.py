"""`python -m timeline_cli` and the `timeline` command."""

from __future__ import annotations

import gc
import os
import sys


def run() -> None:
    """Exit with the code of the command line. An interrupt while modules load is an interrupt as well."""
    # A command lives for a moment and makes no cycles that matter: collecting garbage would only cost time.
    gc.disable()
    try:
        if sys.argv[1:2] == ["_complete"]:
            # A key was pressed and waits for us: not one import more than the answer takes.
            from timeline_cli.cli.complete import run as complete

            return complete(sys.argv[2:])
        if sys.argv[1:] == ["--version"] and _said_version():
            return None
        from timeline_cli.cli.main import main

        # Both streams are flushed. Taking hundreds of modules apart would cost as much as reading a small file.
        os._exit(main())
    except KeyboardInterrupt:
        sys.exit(130)


def _said_version() -> bool:
    """Print the version without importing the commands; False if it could not be written, which they report."""
    from timeline_cli.version import __version__

    try:
        # Not print: what it could not write would stay in the buffer, and fail again with a traceback.
        return sys.stdout is not None and os.write(sys.stdout.fileno(), f"timeline {__version__}\n".encode()) > 0
    except OSError:
        return False


if __name__ == "__main__":
    run()
