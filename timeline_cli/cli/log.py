"""`timeline log`: every change of one event, with who made it and when.

Owns: its options. Does not: follow an event itself.
"""

from __future__ import annotations

from pathlib import Path

from timeline_cli.cli.load import write_rows
from timeline_cli.cli.options import Settings
from timeline_cli.errors import EXIT_DONE, UsageFault
from timeline_cli.history.changes import KEYS
from timeline_cli.history.git import SHALLOW, Repository
from timeline_cli.history.snapshot import contents_of
from timeline_cli.history.trace import COMMIT_KEYS, Trace
from timeline_cli.reading.load import no_collector
from timeline_cli.reading.search import STDIN, find_files


def keys() -> tuple[str, ...]:
    """The keys of a step in JSON."""
    return (*COMMIT_KEYS, *KEYS)


def run(settings: Settings, identity: str | None, json: str | None) -> int:
    """Show every change of an event, newest first, with who made it and when.

    Follows the event through moves to other files and changes of its id; an earlier id finds it, too. Commits in which
    its file cannot be read are skipped, and merges that only take what a side has.
    """
    if not identity:
        raise UsageFault("log needs the id of an event", "write timeline log ID")
    names = find_files(settings.files)
    if STDIN in names:
        raise UsageFault("standard input has no history", "name a file with -f")
    repository = Repository(Path(names[0]))
    repository.commit("HEAD")
    files = {repository.relative(name): data for name, data in contents_of(names).items()}
    with no_collector(), settings.working("looking"):
        steps = list(Trace(repository, files).steps(identity))
    if repository.is_shallow:
        settings.tell(SHALLOW, "mark")
    if json is not None:
        write_rows((step.as_json() for step in steps), json, keys())
    else:
        from timeline_cli.views.log import lines

        settings.page(lines(steps, settings.out))
    return EXIT_DONE
