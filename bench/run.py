"""Compare the tool with its peers: `python bench/run.py [EVENTS] [ROUNDS] [SHAPE …]`; --write updates the docs.

Owns: what is measured, and the table. Does not: use wall-clock times or single runs. Each command runs once per round,
in turn, so that load on the machine affects all; the median CPU time counts, and its ratio to `python -c pass`.
"""

from __future__ import annotations

import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent))
from data import SHAPES, write_events, write_journal, write_records, write_tasks
from planted import write_planted

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "performance.md"
TIMELINE = str(Path(sys.executable).with_name("timeline"))  # as installed beside this Python
MOST_TASKS = 20_000  # taking in more takes many minutes


class Case(NamedTuple):
    """A command, with what has to be done before each run."""

    name: str
    command: list[str]
    before: Callable[[], None] | None = None


class Measured(NamedTuple):
    """CPU seconds (user and system), and peak resident memory in MB."""

    cpu: float
    memory: float


class Bench:
    """The data in a folder, and the commands that are asked about it."""

    def __init__(self, folder: Path, count: int, shape: str) -> None:
        self.folder = folder
        self.count = count
        self.events = folder / "events.yaml"
        self.cache = folder / "cache"
        self.planted = folder / "planted.yaml"
        self.changed = folder / "changed.yaml"  # a copy, made anew before each change
        write_events(self.events, count, shape)
        write_planted(self.planted, count, count // 20)

    def cases(self) -> list[Case]:
        return [*self.start_up(), *self.ours(), *(case for peer in PEERS for case in peer(self))]

    def start_up(self) -> list[Case]:
        example = [TIMELINE, "-f", str(ROOT / "events.yaml"), "show"]
        return [
            Case("python -c pass", [sys.executable, "-c", "pass"]),
            Case("timeline --version", [TIMELINE, "--version"]),
            Case("timeline --help", [TIMELINE, "--help"]),
            Case("timeline show --json, 25 events", [*example, "--json"]),
            Case("timeline show, 25 events", example),
        ]

    def ours(self) -> list[Case]:
        question = ["show", "--json", "results", "2020"]
        events = [TIMELINE, "-q", "-f", str(self.events)]
        planted = [TIMELINE, "-q", "-f", str(self.planted)]
        warm = [
            ("words and a year", ["show", "--json", "results", "2020"]),
            ("a company", ["show", "--json", "company:'Company A0'"]),
            ("a month", ["show", "--json", "--match", "starts", "2020-03"]),
            ("--limit 20", ["show", "--limit", "20"]),
            ("a month, --limit 20", ["show", "--limit", "20", "2020-03"]),
            ("a text, --limit 20", ["show", "--limit", "20", "text:'results of company a0'"]),
            ("all as JSON", ["show", "--json"]),
            ("all as a timeline", ["show"]),
            ("stats", ["stats"]),
            ("figures", ["figures"]),
            ("entities", ["entities"]),
            ("check", ["check"]),
        ]
        completed = [TIMELINE, "_complete", "zsh", "-f", str(self.events), "show", "company:Comp"]
        add = ["add", "--date", "2010-05-05", "--title", "One more"]
        changed = [TIMELINE, "-q", "-f", str(self.changed)]
        return [
            Case("no index: words and a year", [*events, "--no-index", *question]),
            Case("no index: TAB for a company", completed, self.forget),
            Case("no index: add", [*changed, "--no-index", *add], self.copy),
            Case("no index: fmt --check", [*events, "--no-index", "fmt", "--check"]),
            Case("first time: words and a year", [*events, *question], self.forget),
            Case("after an edit: words and a year", [*events, *question], self.edit),
            *(Case(f"with its index: {name}", [*events, *command]) for name, command in warm),
            Case("with its index: TAB for a company", completed),
            Case("with its index: add", [*changed, *add], self.copy_indexed),
            *(
                Case(f"{self.count // 20:,} planted errors: {name}", [*planted, name], self.index_planted)
                for name in ("show", "check")
            ),
        ]

    def forget(self) -> None:
        shutil.rmtree(self.cache, ignore_errors=True)
        self.cache.mkdir(mode=0o700)

    def index_planted(self) -> None:
        """The file with errors has its index, whatever has been forgotten."""
        self._index(self.planted)

    def _index(self, path: Path) -> None:
        nothing, environment = subprocess.DEVNULL, self.environment()
        command = [TIMELINE, "-q", "-f", str(path), "show", "--limit", "1"]
        subprocess.run(command, stdout=nothing, stderr=nothing, env=environment, check=False)

    def copy(self) -> None:
        shutil.copyfile(self.events, self.changed)

    def copy_indexed(self) -> None:
        self.copy()
        self._index(self.changed)

    def edit(self) -> None:
        """One event in the middle gets another title."""
        with self.events.open("r+b") as file:
            middle = self.events.stat().st_size // 2
            file.seek(middle)
            title = file.read(1 << 16).lower().index(b"number ")
            file.seek(middle + title)
            word = file.read(6)
            file.seek(middle + title)
            file.write(b"Number" if word == b"number" else b"number")

    def environment(self) -> dict[str, str]:
        """Byte code is written and output buffered, as for any user."""
        hidden = ("PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED", "TIMELINE_FILE", "TIMELINE_DEBUG")
        kept = {name: value for name, value in os.environ.items() if name not in hidden}
        return {**kept, "TIMELINE_CACHE_DIR": str(self.cache), "TASKRC": os.devnull}

    def measure(self, case: Case) -> Measured:
        if case.before:
            case.before()
        nothing = subprocess.DEVNULL
        process = subprocess.Popen(case.command, stdout=nothing, stderr=nothing, env=self.environment())
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in (0, 1):
            raise SystemExit(f"{' '.join(case.command)} ended with {process.returncode}")
        return Measured(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)

    def array(self) -> str:
        """The events as JSON, straight to a file: what this process holds would count as memory of what it starts."""
        path = self.folder / "events.json"
        if not path.exists():
            with path.open("wb") as file:
                subprocess.run([TIMELINE, "-f", self.events, "--no-index", "show", "--json"], stdout=file, check=True)
        return str(path)


# Peers: each is asked for the events of 2020 that have a word, in its own form of the same data.


def hledger(bench: Bench) -> list[Case]:
    path = bench.folder / "entries.journal"
    write_journal(path, bench.count)
    return [Case("hledger print", ["hledger", "-f", str(path), "print", "desc:results", "date:2020"])]


def json_queries(bench: Bench) -> list[Case]:
    query = 'map(select((.title | test("results")) and (.date[:4] == "2020")))'
    return [Case(name, [name, query, bench.array()]) for name in ("jq", "jaq")]


def miller(bench: Bench) -> list[Case]:
    query = '$title =~ "results" && $date =~ "^2020"'
    return [Case("miller", ["mlr", "--json", "filter", query, bench.array()])]


def recutils(bench: Bench) -> list[Case]:
    path = bench.folder / "events.rec"
    write_records(path, bench.count)
    return [Case("recsel", ["recsel", "-e", "title ~ 'results' && date ~ '^2020'", str(path)])]


def sqlite_utils(bench: Bench) -> list[Case]:
    program = shutil.which("sqlite-utils") or str(Path(sys.executable).with_name("sqlite-utils"))
    path = str(bench.folder / "events.db")
    if shutil.which(program):
        subprocess.run([program, "insert", path, "events", bench.array()], check=True, stdout=subprocess.DEVNULL)
    query = "select * from events where title like '%results%' and date like '2020%'"
    return [Case("sqlite-utils, a database", [program, path, query])]


def taskwarrior(bench: Bench) -> list[Case]:
    data, path = bench.folder / "tasks", bench.folder / "tasks.json"
    command = ["task", f"rc.data.location={data}", "rc.confirmation=off", "rc.verbose=nothing"]
    if bench.count > MOST_TASKS:
        print(f"task takes in {MOST_TASKS:,} entries at most here: left out", file=sys.stderr)
        return []
    if shutil.which("task"):
        data.mkdir()
        write_tasks(path, bench.count)
        subprocess.run([*command, "import", path], check=True, env=bench.environment(), capture_output=True)
    return [Case("taskwarrior", [*command, "due.after:2020-01-01", "due.before:2021-01-01", "/results/", "export"])]


PEERS = (hledger, json_queries, miller, recutils, sqlite_utils, taskwarrior)


def table(found: dict[str, list[Measured]], beside: str) -> str:
    def cpu(name: str) -> float:
        return statistics.median(run.cpu for run in found[name])

    lines = [f"| command | CPU, median | × `python -c pass` | × {beside} | peak memory |", "|---|---:|---:|---:|---:|"]
    for name, runs in found.items():
        ratio = f"{cpu(name) / cpu(beside):.2f}" if beside in found else ""
        lines.append(
            f"| {name} | {cpu(name):.3f} s | {cpu(name) / cpu('python -c pass'):.1f} | {ratio} |"
            f" {max(run.memory for run in runs):.0f} MB |"
        )
    return "\n".join(lines)


def report(count: int, rounds: int, shape: str) -> str:
    with tempfile.TemporaryDirectory() as name:
        bench = Bench(Path(name), count, shape)
        bench.forget()
        every = bench.cases()
        present = [case for case in every if shutil.which(case.command[0])]
        for program in dict.fromkeys(case.command[0] for case in every if case not in present):
            print(f"{Path(program).name} is not installed: left out", file=sys.stderr)
        found: dict[str, list[Measured]] = {case.name: [] for case in present}
        for _ in range(rounds):
            for case in present:
                found[case.name].append(bench.measure(case))
        size = bench.events.stat().st_size / 1e6
    about = SHAPES[shape].__doc__.split(":")[0]
    head = f"## {count:,} events, {shape} ({size:,.0f} MB)\n\n{about}. {rounds} rounds in turn."
    return f"{head}\n\n{table(found, 'hledger print')}\n"


def machine() -> str:
    model = ""
    if Path("/proc/cpuinfo").exists():
        lines = Path("/proc/cpuinfo").read_text().splitlines()
        model = next((line.split(":")[1].strip() for line in lines if line.startswith("model name")), "")
    named = f"{platform.python_implementation()} {platform.python_version()}, {platform.system()} {platform.machine()}"
    return f"{named}, {os.cpu_count()} cores{', ' + model if model else ''}"


def main() -> None:
    arguments = [argument for argument in sys.argv[1:] if argument != "--write"]
    numbers = [int(argument) for argument in arguments if argument.isdigit()]
    shapes = [argument for argument in arguments if argument in SHAPES] or ["common"]
    count, rounds = [*numbers, 10_000, 5][:2] if len(numbers) != 1 else (numbers[0], 5)
    reports = [report(count, rounds, shape) for shape in shapes]
    if "--write" in sys.argv:
        start = PAGE.read_text(encoding="utf-8").split("<!-- measured -->")[0]
        PAGE.write_text(f"{start}<!-- measured -->\n\n{machine()}.\n\n" + "\n".join(reports), encoding="utf-8")
    else:
        print(machine(), *reports, sep="\n\n")


if __name__ == "__main__":
    main()
