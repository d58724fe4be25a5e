"""`timeline git`: make git merge and show files of events with timeline, or undo that.

Owns: its options and its report. Does not: write anything but the repository's own settings.
"""

from __future__ import annotations

import shlex
import shutil
import sys
from pathlib import Path

from timeline_cli.cli.options import Settings
from timeline_cli.errors import EXIT_DONE, NothingToRead, UsageFault
from timeline_cli.history.driver import write_config
from timeline_cli.history.git import GitFault, Repository
from timeline_cli.reading.search import find_files
from timeline_cli.text import clean


def run(settings: Settings, install: bool, uninstall: bool) -> int:
    """Make git merge and show files of events with timeline, in this repository only.

    --install writes a merge driver, hunk headers and a mergetool to .git/config, and prints the line for .gitattributes
    that turns them on. --uninstall removes them again.
    """
    if install == uninstall:
        raise UsageFault("timeline git needs --install or --uninstall", "write timeline git --install")
    repository = Repository(Path.cwd())
    config = repository.own_config()
    changed = write_config(config, install, _program())
    settings.tell(f"{clean(str(config))}: {('written' if install else 'removed') if changed else 'nothing to change'}")
    line = f"{_pattern(settings, repository)} merge=timeline diff=timeline"
    if install:
        settings.tell("add this line to .gitattributes, and commit it:")
        settings.out.write([[(line, "")]])
    elif changed:
        settings.tell("the line in .gitattributes is left; without these settings, git ignores it")
    return EXIT_DONE


def _program() -> str:
    """How a shell starts this program: by its name if that finds it, else by its path."""
    own = Path(sys.argv[0]).absolute()
    found = shutil.which("timeline")
    if found is not None and (own.name != "timeline" or Path(found).resolve() == own.resolve()):
        return "timeline"
    if own.name == "timeline" and own.is_file():
        return shlex.quote(str(own))
    return f"{shlex.quote(sys.executable)} -m timeline_cli"


def _pattern(settings: Settings, repository: Repository) -> str:
    """The pattern of .gitattributes for the files of events."""
    try:
        names = [repository.relative(file) for file in find_files(settings.files)]
    except (NothingToRead, GitFault):
        names = []
    only = names[0] if len(names) == 1 else ""
    return only if only and all(char.isalnum() or char in "-_./" for char in only) else "*.yaml"
