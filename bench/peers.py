"""The peers: each is asked for the events of 2020 that have a word, in its own form of the same data.

Owns: their files and commands. Does not: measure them.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from data import write_journal, write_records, write_tasks

MOST_TASKS = 20_000  # taking in more takes many minutes


def peer_commands(
    folder: Path, count: int, array: Callable[[], str], environment: dict[str, str]
) -> Iterator[tuple[str, list[str]]]:
    """Pairs of a name and a command, in `folder`; `array` gives the file with the events as JSON."""
    yield "hledger print", _hledger(folder, count)
    query = 'map(select((.title | test("results")) and (.date[:4] == "2020")))'
    for name in ("jq", "jaq"):
        yield name, [name, query, array()]
    yield "miller", ["mlr", "--json", "filter", '$title =~ "results" && $date =~ "^2020"', array()]
    yield "recsel", _recsel(folder, count)
    yield "sqlite-utils, a database", _sqlite_utils(folder, array)
    if count <= MOST_TASKS:
        yield "taskwarrior", _taskwarrior(folder, count, environment)
    else:
        print(f"task takes in {MOST_TASKS:,} entries at most here: left out", file=sys.stderr)


def _hledger(folder: Path, count: int) -> list[str]:
    path = folder / "entries.journal"
    write_journal(path, count)
    return ["hledger", "-f", str(path), "print", "desc:results", "date:2020"]


def _recsel(folder: Path, count: int) -> list[str]:
    path = folder / "events.rec"
    write_records(path, count)
    return ["recsel", "-e", "title ~ 'results' && date ~ '^2020'", str(path)]


def _sqlite_utils(folder: Path, array: Callable[[], str]) -> list[str]:
    program = shutil.which("sqlite-utils") or str(Path(sys.executable).with_name("sqlite-utils"))
    path = str(folder / "events.db")
    if shutil.which(program):
        subprocess.run([program, "insert", path, "events", array()], check=True, stdout=subprocess.DEVNULL)
    return [program, path, "select * from events where title like '%results%' and date like '2020%'"]


def _taskwarrior(folder: Path, count: int, environment: dict[str, str]) -> list[str]:
    data, path = folder / "tasks", folder / "tasks.json"
    command = ["task", f"rc.data.location={data}", "rc.confirmation=off", "rc.verbose=nothing"]
    if shutil.which("task"):
        data.mkdir()
        write_tasks(path, count)
        subprocess.run([*command, "import", path], check=True, env=environment, capture_output=True)
    return [*command, "due.after:2020-01-01", "due.before:2021-01-01", "/results/", "export"]
