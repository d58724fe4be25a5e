"""Start-up is part of every command: how much each imports is counted, never timed (bench/ has the times)."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

EVENTS = Path(__file__).parent.parent / "events.yaml"

# The most modules that a command may import, those of the interpreter and the standard library among them; what the
# command does not need must not come in by way of something else.
BUDGETS = {
    ("--version",): (165, ("yaml", "rich", "json", "timeline_cli.reading", "timeline_cli.fields")),
    ("--help",): (165, ("yaml", "rich", "json", "timeline_cli.reading", "timeline_cli.fields")),
    ("show", "--help"): (240, ("rich", "sqlite3")),
    ("show", "--json"): (250, ("rich", "json", "sqlite3", "hashlib", "fcntl", "platformdirs", "dateutil",
                               "timeline_cli.query.narrow", "timeline_cli.query.parser", "timeline_cli.index.read")),
    ("show",): (250, ("rich", "sqlite3", "hashlib", "fcntl", "platformdirs", "dateutil", "timeline_cli.fields.json",
                      "timeline_cli.query.parser", "timeline_cli.index.read")),
    ("export", "csv"): (250, ("rich", "json", "sqlite3", "fcntl", "icalendar", "xlsxwriter", "pyarrow", "resvg_py")),
    ("show", "company:samsung", "2025"): (275, ("rich", "sqlite3", "fcntl", "platformdirs",
                                                "timeline_cli.index.read")),
}  # fmt: skip

# What newer Pythons split off from modules that 3.11 has, and import with these.
_SPLIT_OFF = {"_colorize", "_opcode_metadata", "pathlib._abc", "pathlib._local"}

_COUNT = "import sys; from timeline_cli.cli.main import main; main(); sys.stderr.write('\\n' + ' '.join(sys.modules))"


def test_a_question_to_an_index_does_not_import_the_reader(tmp_path: Path) -> None:
    events = [f"- {{date: {1800 + number // 20}, title: Event {number}}}\n" for number in range(10_000)]
    file, environment = tmp_path / "events.yaml", {**os.environ, "TIMELINE_CACHE_DIR": str(tmp_path / "cache")}
    file.write_text("events:\n" + "".join(events), "utf-8")
    command = [sys.executable, "-c", _COUNT, "-f", str(file), "show", "--json", "event", "2025"]
    # The second looks at the bytes again if the first came too soon after they were written.
    first, _, last = (
        subprocess.run(command, capture_output=True, text=True, env=environment, check=True, timeout=60)
        for _ in range(3)
    )
    assert first.stdout == last.stdout
    unwanted = ("yaml", "rich", "timeline_cli.nodes", "timeline_cli.fields.decode", "timeline_cli.reading.items")
    modules = last.stderr.splitlines()[-1].split()
    assert not [name for name in modules if name in unwanted or name.startswith("timeline_cli.index.update")]
    assert len(set(modules) - _SPLIT_OFF) <= 235, sorted(modules)


@pytest.mark.parametrize("arguments", BUDGETS, ids=" ".join)
def test_a_command_imports_what_it_needs(arguments: tuple[str, ...]) -> None:
    environment = {key: value for key, value in os.environ.items() if not key.startswith("COV")}
    command = [sys.executable, "-c", _COUNT, "-f", str(EVENTS), *arguments]
    if arguments[0].startswith("--"):
        command = [sys.executable, "-c", _COUNT, *arguments]
    process = subprocess.run(command, capture_output=True, text=True, env=environment, check=True, timeout=60)
    modules = process.stderr.splitlines()[-1].split()
    most, unwanted = BUDGETS[arguments]
    assert not [name for name in modules if name.split(".")[0] in unwanted or name in unwanted]
    assert len(set(modules) - _SPLIT_OFF) <= most, sorted(modules)
