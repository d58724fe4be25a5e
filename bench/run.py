"""Measure the tool beside its peers: `python bench/run.py [EVENTS] [ROUNDS]`.

Owns: what is measured, and the table. Refuses: wall-clock times and single runs. Each command runs once a round,
in turn, so that a busy machine is busy for all; the median CPU time counts, and its ratio to `python -c pass`.
"""

from __future__ import annotations

import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent))
from data import write_events, write_journal
from planted import write_planted

ROOT = Path(__file__).parent.parent
TIMELINE = Path(sys.executable).with_name("timeline")  # as installed beside this Python
JQ = 'map(select((.title | test("results")) and (.date[:4] == "2020")))'


class Case(NamedTuple):
    """A command; one whose program is not installed is left out with a word."""

    name: str
    command: list[str]


class Measured(NamedTuple):
    """CPU seconds (user and system), and peak resident memory in MB."""

    cpu: float
    memory: float


def cases(folder: Path, count: int) -> list[Case]:
    names = ("events.yaml", "planted.yaml", "entries.journal", "events.json")
    events, planted, journal, array = (str(folder / name) for name in names)
    timeline = [str(TIMELINE)]
    example = [*timeline, "-f", str(ROOT / "events.yaml")]
    question = ["results", "2020"]
    return [
        Case("python -c pass", [sys.executable, "-c", "pass"]),
        Case("timeline --version", [*timeline, "--version"]),
        Case("timeline --help", [*timeline, "--help"]),
        Case("timeline show --json, 25 events", [*example, "show", "--json"]),
        Case("timeline show, 25 events", [*example, "show"]),
        Case(f"timeline show, a question, {count:,} events", [*timeline, "-f", events, "show", "--json", *question]),
        Case(f"timeline show --json, all of {count:,} events", [*timeline, "-f", events, "show", "--json"]),
        Case(f"timeline stats, {count:,} events", [*timeline, "-f", events, "stats"]),
        Case(f"timeline figures, {count:,} events", [*timeline, "-f", events, "figures"]),
        Case(f"timeline check, {count:,} events", [*timeline, "-f", events, "check"]),
        Case(f"timeline check, {count:,} events with {count // 20:,} errors", [*timeline, "-f", planted, "check"]),
        Case(f"hledger, a question, {count:,} entries",
             ["hledger", "-f", journal, "print", "desc:results", "date:2020"]),
        Case(f"jq, a question, {count:,} events", ["jq", JQ, array]),
    ]  # fmt: skip


def measure(command: list[str]) -> Measured:
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment())
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}")
    return Measured(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def environment() -> dict[str, str]:
    """Byte code is written and output buffered, as for any user."""
    hidden = ("PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED", "TIMELINE_FILE")
    return {name: value for name, value in os.environ.items() if name not in hidden}


def table(found: dict[str, list[Measured]]) -> str:
    base = statistics.median(one.cpu for one in next(iter(found.values())))
    lines = ["| command | CPU, median | × `python -c pass` | peak memory |", "|---|---:|---:|---:|"]
    for name, runs in found.items():
        cpu = statistics.median(run.cpu for run in runs)
        lines.append(f"| {name} | {cpu:.3f} s | {cpu / base:.1f} | {max(run.memory for run in runs):.0f} MB |")
    return "\n".join(lines)


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_events(folder / "events.yaml", count)
        write_planted(folder / "planted.yaml", count, count // 20)
        write_journal(folder / "entries.journal", count)
        # Straight to the file: what this process holds would count as memory of what it starts.
        with (folder / "events.json").open("wb") as file:
            subprocess.run([TIMELINE, "-f", folder / "events.yaml", "show", "--json"], stdout=file, check=True)
        every = cases(folder, count)
        present = [case for case in every if shutil.which(case.command[0])]
        for case in every:
            if case not in present:
                print(f"{case.command[0]} is not installed: left out", file=sys.stderr)
        found: dict[str, list[Measured]] = {case.name: [] for case in present}
        for _ in range(rounds):
            for case in present:
                found[case.name].append(measure(case.command))
    print(
        f"{platform.python_implementation()} {platform.python_version()}, {platform.machine()}, {os.cpu_count()} cores"
    )
    print(f"{rounds} rounds in turn\n")
    print(table(found))


if __name__ == "__main__":
    main()
