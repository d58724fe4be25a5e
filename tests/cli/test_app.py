"""From rows to a command line: what every command takes, and what some refuse."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import pytest

from timeline_cli.cli.commands import COMMANDS, SHARED

Run = Callable[..., "tuple[int, str, str]"]

WITHOUT_FILES = ["explain", "help", "completion bash"]


@pytest.mark.parametrize("command", WITHOUT_FILES)
@pytest.mark.parametrize("option", [["-f", "/nonexistent"], ["--no-index"], ["--today", "2025-03-24"]], ids=" ".join)
def test_a_command_that_reads_no_files_refuses_options_about_them(
    command: str, option: list[str], timeline: Run
) -> None:
    words = command.split()
    for arguments in ([*words, *option], [*option, *words]):
        result = timeline(*arguments)
        assert (result.code, result.out) == (2, "")
        assert f"timeline {words[0]} does not use {option[0]}" in result.err
    assert option[0] not in timeline(words[0], "--help").out.replace("~/", "")


def test_init_takes_a_file_and_nothing_about_events(timeline: Run, tmp_path: Path) -> None:
    path = str(tmp_path / "new.yaml")
    assert timeline("init", "-f", path, "--no-index").code == 2
    assert timeline("init", "-f", path).code == 0


def test_options_about_the_terminal_are_taken_everywhere(timeline: Run) -> None:
    assert timeline("--color", "never", "explain", "E101", "--width", "60", "-q", "--no-pager", "--ascii").code == 0


def test_a_hint_leads_to_the_help_of_the_command(timeline: Run) -> None:
    assert "see `timeline show --help`" in timeline("show", "--csv=id").err


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_has_a_parameter_for_each_of_its_rows(name: str) -> None:
    row = COMMANDS[name]
    parameters = inspect.signature(import_module(row.module).run).parameters
    own = {option.name for option in row.own}
    named = {each.name for each in parameters.values() if each.kind is not each.VAR_KEYWORD} - {"settings"}
    assert named <= own
    assert named == own or any(each.kind is each.VAR_KEYWORD for each in parameters.values())
    assert not own & {option.name for option in SHARED}
    assert set(row.reads) <= {option.name for option in SHARED}


def test_help_on_what_it_does_not_know_lists_the_topics(timeline: Run) -> None:
    result = timeline("help", "foo")
    assert result.code == 2
    assert "one of: query, dates, file, json" in result.err


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (["show", "how many acme"], "write timeline {}show acme --count;"),
        (["show", "next visit"], "write timeline {}show visit for all 1\n"),
        (["agm"], "to search, run timeline {}show agm\n"),
        (["edit", "nope"], "`timeline {}show --json=id,title`\n"),
        (["stats", "--format", "json"], "write timeline {}stats --json or --csv\n"),
        (["list", "acme"], "write timeline {}show acme\n"),
    ],
)
def test_a_command_in_a_hint_is_on_the_same_files(
    words: list[str],
    hint: str,
    timeline: Run,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("a b.yaml", "c.yaml", "events.yaml"):
        (tmp_path / name).write_text("- {date: 2020, title: Visit to Acme}\n" if name[0] == "c" else "[]")
    asked = words if words[0] != "show" else ["show", *words[1].split()]
    for line in (["-f", "a b.yaml", "--file=c.yaml", *asked], [asked[0], "-f", "a b.yaml", *asked[1:], "-f", "c.yaml"]):
        if line[0] == "-f" or asked[0] in COMMANDS:
            assert hint.format("-f 'a b.yaml' -f c.yaml ") in timeline(*line).err
