"""Commands that other programs have, and what to type here instead.

Owns: that table. Does not: run one for another.
"""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from pathlib import Path

from timeline_cli.cli.aliases import known_aliases
from timeline_cli.cli.commands import COMMANDS, DEFAULT
from timeline_cli.hint import Hint, to_run
from timeline_cli.spelling import nearest
from timeline_cli.views.registry import FIGURE_VIEWS, VIEWS

# With {} for the words after it, {0} for itself, {1} for the first word after it.
_MEANT = {
    **dict.fromkeys(("list", "ls", "view", "print", "events", "display"), "timeline show {}"),
    **dict.fromkeys(("search", "find", "grep", "query", "filter", "ask"), "timeline show {}"),
    **dict.fromkeys(("validate", "lint", "verify", "test", "doctor"), "timeline check {}"),
    **dict.fromkeys(("fix", "repair"), "timeline check --fix {}"),
    **dict.fromkeys(("convert", "dump", "save"), "timeline export {}"),
    **dict.fromkeys(("import", "load"), "timeline add --from FILE, with JSON or YAML"),
    **dict.fromkeys(("new", "create", "insert", "append"), "timeline add, or timeline init for a new file"),
    **dict.fromkeys(("delete", "remove", "rm", "update", "change", "open"), "timeline edit {}"),
    **dict.fromkeys(("cancel", "postpone", "delay", "reschedule", "move", "hold", "set"), "timeline edit {1}"),
    **dict.fromkeys(("sort", "format", "tidy"), "timeline fmt {}"),
    **dict.fromkeys(("chart", "plot", "graph"), "timeline figures --chart {}"),
    **dict.fromkeys(("count", "summary", "statistics"), "timeline stats {}"),
    **dict.fromkeys(("companies", "people", "places", "tags", "metrics"), "timeline entities {0}"),
    **dict.fromkeys(("extract", "propose", "article"), "timeline draft {}"),
    **dict.fromkeys(("history", "blame", "revisions"), "timeline log {1}"),
    **dict.fromkeys(("undo", "revert", "restore"), "timeline diff, which shows what changed; git restore undoes it"),
    "version": "timeline --version",
}


def hint_for(arguments: Sequence[str], files: Sequence[str] = ()) -> Hint:
    """What to type instead of an unknown command; `arguments` begin with its name."""
    name, *rest = arguments
    meant = _MEANT.get(name.lower())
    if meant is not None:
        first = shlex.join(rest[:1]) or "ID"
        words = (name.lower(), first) if "{}" not in meant else (shlex.join(rest),)
        return to_run("write ", meant.format(*words).strip())
    for command, views in (("show", VIEWS), ("figures", FIGURE_VIEWS)):
        if name.lower() in views:
            return to_run("write ", f"timeline {command} --view {shlex.join([name.lower(), *rest])}")
    if Path(name).suffix.lower() in (".yaml", ".yml", ".json", ".jsonl"):
        return Hint(f"name a file with -f: timeline -f {shlex.join(arguments)}")
    near = nearest(name, [*COMMANDS, *known_aliases(files)])
    search = to_run("to search, run ", f"timeline {DEFAULT} {' '.join(arguments)}")
    return to_run("did you mean ", f"timeline {near}", "?") if near else search
