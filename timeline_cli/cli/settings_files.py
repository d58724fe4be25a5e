"""Where files of settings are: a folder's .timeline.toml, and the user's own config.toml.

Owns: that search, which every command makes, and the aliases for help and completion. Does not: open a file that is
not there.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from timeline_cli.cli.commands import BUILT_IN_ALIASES
from timeline_cli.errors import TimelineError

NAME = ".timeline.toml"


def user_file() -> Path | None:
    """config.toml in the user's folder of settings ($XDG_CONFIG_HOME, ~/.config, %APPDATA%)."""
    named = os.environ.get("APPDATA" if os.name == "nt" else "XDG_CONFIG_HOME")
    home = os.environ.get("USERPROFILE" if os.name == "nt" else "HOME")
    if not named and not home:
        return None
    folder = Path(named) if named else Path(str(home), ".config")
    return folder / "corporate-timeline" / "config.toml"


def folder_file(files: Sequence[str]) -> Path | None:
    """The nearest .timeline.toml next to or above the first file of events."""
    named = files[0] if files else os.environ.get("TIMELINE_FILE", "")
    try:
        here = Path(named).absolute() if named and named != "-" else Path.cwd()
        if named and not here.is_dir():
            here = here.parent
        elif not named:
            here = next((folder for folder in (here, *here.parents) if (folder / "events.yaml").is_file()), here)
        return next((folder / NAME for folder in (here, *here.parents) if (folder / NAME).is_file()), None)
    except OSError:
        return None


def has_files(files: Sequence[str]) -> bool:
    """Whether there are any settings."""
    return any(path is not None and path.is_file() for path in (folder_file(files), user_file()))


def known_aliases(files: Sequence[str] = ()) -> dict[str, tuple[str, ...]]:
    """The words of each alias, as far as the settings can be read; for help and completion."""
    if not BUILT_IN_ALIASES and not has_files(files):
        return {}
    from timeline_cli.cli.configuration import built_in, configuration

    try:
        found = configuration(files)
    except TimelineError:
        found = built_in()
    return {name: alias.value for name, alias in sorted(found.aliases.items())}
