"""Compare the tool with its peers: `python bench/run.py [EVENTS[,MORE]] [ROUNDS] [SHAPE …]`; --write updates the docs.

Owns: what is measured, and the table. Does not: use wall-clock times. Each command runs once per round, in turn, so
that load on the machine affects all; the median CPU time counts, and its ratio to `python -c pass` and to hledger. With
a second number of events, everything is measured there too, in one round, with the power by which the time grows.
"""

from __future__ import annotations

import math
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
from data import SHAPES, write_events
from peers import peer_commands
from planted import write_planted

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "performance.md"
TIMELINE = str(Path(sys.executable).with_name("timeline"))  # as installed beside this Python
# A process starts with the peak memory of the one that started it, so a small one does that.
LAUNCH = """
import os, sys
nowhere = [(os.POSIX_SPAWN_OPEN, stream, os.devnull, os.O_WRONLY, 0) for stream in (1, 2)]
process = os.posix_spawnp(sys.argv[1], sys.argv[1:], os.environ, file_actions=nowhere)
_, status, usage = os.wait4(process, 0)
print(os.waitstatus_to_exitcode(status), usage.ru_utime + usage.ru_stime, usage.ru_maxrss)
"""


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
        peers = peer_commands(self.folder, self.count, self.array, self.environment())
        return [*self.start_up(), *self.ours(), *(Case(name, command) for name, command in peers)]

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
            ("all, JSON", ["show", "--json"]),
            *((f"all, {view}", ["show", "--view", view]) for view in ("timeline", "table", "lanes", "calendar")),
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
            *(Case(f"an error in 1 of 20: {name}", [*planted, name], self.index_planted) for name in ("show", "check")),
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

    def index_size(self) -> float:
        """The size of the index of the events, in times their YAML."""
        self.forget()
        self._index(self.events)
        return sum(path.stat().st_size for path in self.cache.glob("*.sqlite")) / self.events.stat().st_size

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
        launched = [sys.executable, "-I", "-S", "-c", LAUNCH, *case.command]
        result = subprocess.run(launched, stdout=subprocess.PIPE, text=True, env=self.environment(), check=True)
        code, cpu, memory = map(float, result.stdout.split())
        if code not in (0, 1):
            raise SystemExit(f"{' '.join(case.command)} ended with {code:.0f}")
        return Measured(cpu, memory / 1024)

    def array(self) -> str:
        """The events as JSON, straight to a file: what this process holds would count as memory of what it starts."""
        path = self.folder / "events.json"
        if not path.exists():
            with path.open("wb") as file:
                subprocess.run([TIMELINE, "-f", self.events, "--no-index", "show", "--json"], stdout=file, check=True)
        return str(path)


Found = dict[str, list[Measured]]
PASS, BESIDE = "python -c pass", "hledger print"


def cpu(found: Found, name: str) -> float:
    return statistics.median(run.cpu for run in found[name])


def cells(found: Found, name: str) -> list[str]:
    """What one size says of a command: CPU, its ratios, memory."""
    if name not in found:
        return [""] * 4
    time = cpu(found, name)
    beside = f"{time / cpu(found, BESIDE):.2f}" if BESIDE in found else ""
    memory = max(run.memory for run in found[name])
    return [f"{time:.3f} s", f"{time / cpu(found, PASS):.1f}", beside, f"{memory:.0f} MB"]


def power(sizes: dict[int, Found], name: str) -> str:
    """The power of the number of events by which the time grows, from the first size to the last: 1 is linear."""
    (few, before), *_, (many, after) = sizes.items()
    return f"{math.log(cpu(after, name) / cpu(before, name), many / few):.2f}" if name in after else ""


def table(sizes: dict[int, Found]) -> str:
    heads = ["command"]
    for count in sizes:
        heads += [f"{count:,}: CPU", "× pass", "× hledger", "memory"]
    first = next(iter(sizes.values()))
    rows = [[name, *(cell for found in sizes.values() for cell in cells(found, name))] for name in first]
    if len(sizes) > 1:
        heads.append("power")
        rows = [[*row, power(sizes, row[0])] for row in rows]
    return "\n".join(f"| {' | '.join(row)} |" for row in [heads, ["---", *["---:"] * (len(heads) - 1)], *rows])


def measured(bench: Bench, rounds: int) -> Found:
    bench.forget()
    every = bench.cases()
    present = [case for case in every if shutil.which(case.command[0])]
    for program in dict.fromkeys(case.command[0] for case in every if case not in present):
        print(f"{Path(program).name} is not installed: left out", file=sys.stderr)
    found: Found = {case.name: [] for case in present}
    for _ in range(rounds):
        for case in present:
            found[case.name].append(bench.measure(case))
    return found


def report(counts: list[int], rounds: int, shape: str) -> str:
    sizes, megabytes = {}, []
    for count in counts:
        with tempfile.TemporaryDirectory() as name:
            bench = Bench(Path(name), count, shape)
            sizes[count] = measured(bench, rounds if count == counts[0] else 1)
            size, times = bench.events.stat().st_size / 1e6, bench.index_size()
            megabytes.append(f"{count:,} ({size:,.0f} MB, an index of {times:.1f} times that)")
    about = SHAPES[shape].__doc__.split(":")[0]
    once = ", one round of the others" if len(counts) > 1 else ""
    head = f"## {' and '.join(megabytes)} events, {shape}\n\n{about}. {rounds} rounds in turn{once}."
    return f"{head}\n\n{table(sizes)}\n"


def machine() -> str:
    model = ""
    if Path("/proc/cpuinfo").exists():
        lines = Path("/proc/cpuinfo").read_text().splitlines()
        model = next((line.split(":")[1].strip() for line in lines if line.startswith("model name")), "")
    named = f"{platform.python_implementation()} {platform.python_version()}, {platform.system()} {platform.machine()}"
    return f"{named}, {os.cpu_count()} cores{', ' + model if model else ''}"


def main() -> None:
    arguments = [argument for argument in sys.argv[1:] if argument != "--write"]
    shapes = [argument for argument in arguments if argument in SHAPES] or ["common"]
    given = [argument for argument in arguments if argument not in SHAPES]
    sizes, rounds = [*given, *("10000", "5")[len(given) :]][:2]
    counts = [int(size) for size in sizes.split(",")]
    reports = [report(counts, int(rounds), shape) for shape in shapes]
    if "--write" in sys.argv:
        start = PAGE.read_text(encoding="utf-8").split("<!-- measured -->")[0]
        PAGE.write_text(f"{start}<!-- measured -->\n\n{machine()}.\n\n" + "\n".join(reports), encoding="utf-8")
    else:
        print(machine(), *reports, sep="\n\n")


if __name__ == "__main__":
    main()
