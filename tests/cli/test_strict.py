"""The strict parser: what it accepts, Typer reads the same; usual lines are accepted, and anything else is not."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

import timeline_cli
from timeline_cli.cli import app, strict
from timeline_cli.cli.commands import COMMANDS, rows_of
from timeline_cli.cli.main import rewritten
from timeline_cli.errors import TimelineError
from timeline_cli.option import Option


def by_typer(words: list[str], monkeypatch: pytest.MonkeyPatch) -> Any:
    """What a command is called with by way of Typer."""
    called: list[Any] = []

    def module(name: str) -> Any:
        def run(settings: Any, **given: Any) -> int:
            called.append((name, settings, given))
            return 0

        return SimpleNamespace(run=run)

    monkeypatch.setattr(app, "import_module", module)
    app.root().main(args=list(words), prog_name="timeline", standalone_mode=False)
    assert len(called) == 1
    return called[0]


def by_strict(words: list[str]) -> Any:
    line = strict.plain_line(words)
    if line is None:
        return None
    return line.command.module, *strict.values(line)


VALUES = [
    "2025", "samsung", "5", "007", "-1", "", "a b", "x=y", "٣", "1_000", "+5", " 5", "--", "-", "auto", "é", "80",
]  # fmt: skip


def _written(row: Option) -> st.SearchStrategy[list[str]]:
    flags = st.sampled_from(row.flags)
    if row.kind is bool:
        return st.builds(lambda flag: [flag], flags) | st.builds(lambda flag: [f"{flag}=1"], flags)
    values = st.sampled_from([*row.values.words, *VALUES])
    return st.one_of(
        st.builds(lambda flag, value: [f"{flag}={value}"], flags, values),
        st.builds(lambda flag, value: [flag, value], flags, values),
        st.builds(lambda flag, value: [flag + value], flags, values),
        st.builds(lambda flag: [flag], flags),
    )


@st.composite
def lines(draw: st.DrawFn) -> list[str]:
    """A command line of any options of a command, most of them well formed."""
    name = draw(st.sampled_from([*COMMANDS, None]))
    before = [row for row in rows_of(None) if row.flags]
    after = [row for row in rows_of(name) if row.flags] if name else []
    words: list[str] = []
    for row in draw(st.lists(st.sampled_from(before), max_size=2)):
        words += draw(_written(row))
    words += [name] if name else []
    for row in draw(st.lists(st.sampled_from([*after, None]), max_size=4)) if after else []:
        words += draw(_written(row)) if row else [draw(st.sampled_from(VALUES[:9] + list(COMMANDS)[:3]))]
    return words


@settings(suppress_health_check=[HealthCheck.filter_too_much])  # the law is about lines that it accepts
@given(words=lines())
def test_what_the_strict_parser_accepts_typer_reads_the_same(words: list[str]) -> None:
    try:
        words = rewritten(words)
    except TimelineError:
        return
    try:
        found = by_strict(words)
    except TimelineError as error:
        # Refused for a value, such as --width 5: the other way ends in the same error.
        with pytest.MonkeyPatch.context() as monkeypatch, pytest.raises(type(error)) as caught:
            by_typer(words, monkeypatch)
        assert caught.value.args == error.args
        return
    assume(found is not None)
    with pytest.MonkeyPatch.context() as monkeypatch:
        assert by_typer(words, monkeypatch) == found


@pytest.mark.parametrize(
    "line",
    [
        "",
        "show",
        "-f events.yaml",
        "show company:samsung last quarter",
        "show --json=id,title -n 5 --since 2025",
        "-f a.yaml -f b.yaml --today 2025-03-24 show --view lanes --quiet",
        "figures revenue company:xiaomi --view matrix --csv",
        "check events.yaml --strict --select E1 --select W2",
        "stats --by company --limit 3",
        "export -o events.csv company:xiaomi",
        "help dates",
        "add --date 2025-03-22 --title Visit --company Xiaomi --company Qualcomm --dry-run",
    ],
)
def test_usual_lines_need_no_typer(line: str) -> None:
    assert strict.plain_line(line.split()) is not None


@pytest.mark.parametrize(
    "line", ["--help", "show -h", "--version", "show --sinc 2025", "show --since", "show -qr", "show -n5", "samsung",
             "show --since --json", "show --color blue", "show -n five", "show -- --since", "types -q --since 2025",
             "edit one two", "show --limit 1 --limit 2", "completion bash --today 2025-01-01"],
)  # fmt: skip
def test_all_else_goes_to_typer(line: str) -> None:
    assert strict.plain_line(line.split()) is None


def test_the_version_is_printed_or_its_loss_reported() -> None:
    command = [sys.executable, "-m", "timeline_cli", "--version"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout == f"timeline {timeline_cli.__version__}\n"
    if Path("/dev/full").exists():
        with Path("/dev/full").open("w") as full:
            for unbuffered in ("", "1"):
                env = {**os.environ, "PYTHONUNBUFFERED": unbuffered}
                done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, env=env)
                assert (done.returncode, done.stderr[:15]) == (2, "timeline: error")
