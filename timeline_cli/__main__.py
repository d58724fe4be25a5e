"""`python -m timeline_cli` and the `timeline` command."""

from __future__ import annotations

import sys


def run() -> None:
    """Exit with the code of the command line. An interrupt while modules load is an interrupt as well."""
    try:
        from timeline_cli.cli.main import main

        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    run()
