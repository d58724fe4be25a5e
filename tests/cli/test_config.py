"""Settings of one's own: where they are from, what they change, what is wrong with them; aliases and programs."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., "tuple[int, str, str]"]
Write = Callable[..., str]
EVENTS = "events:\n" + "".join(
    f"- {{id: e{year}, date: {year}, title: T{year}, companies: [{name}]}}\n"
    for year, name in ((2023, "Acme"), (2024, "Brit"), (2025, "Cole"), (2026, "Acme"))
)


@pytest.fixture
def own(timeline: Run, write: Write, cache: Path) -> Callable[..., Run]:
    """A command on a file of events, with the settings of its folder and of the user."""

    def settle(folder: str = "", user: str = "") -> Run:
        path = write(EVENTS)
        write(folder, ".timeline.toml")
        if user:
            (cache / "config" / "corporate-timeline").mkdir(parents=True, exist_ok=True)
            (cache / "config" / "corporate-timeline" / "config.toml").write_text(user)
        return lambda *arguments: timeline("-f", path, *arguments)

    return settle


def ids(found: tuple[int, str, str]) -> list[str]:
    assert found[0] == 0, found[2]
    return [event["id"] for event in json.loads(found[1])]


def test_the_folder_wins_over_the_user_and_an_option_over_both(own: Callable[..., Run]) -> None:
    run = own('[defaults]\nview = "table"\n', '[defaults]\nview = "tree"\nreverse = true\n')
    assert run("show")[1].split()[:2] == ["date", "title"]
    assert run("show")[1].index("T2026") < run("show")[1].index("T2023")
    assert run("show", "--view", "timeline", "--no-reverse")[1] == run("--no-config", "show")[1]
    assert run("show", "--oneline", "--no-reverse")[1] == run("--no-config", "show", "--oneline")[1]


def test_settings_shape_text_only(own: Callable[..., Run]) -> None:
    run = own('[defaults]\nview = "calendar"\nreverse = true\nascii = true\nwidth = 50\ncolor = "always"\n')
    for form in ("--json", "--jsonl", "--csv"):
        assert run("show", form)[1] == run("--no-config", "show", form)[1]


def test_the_environment_wins_over_a_colour_of_the_settings(
    own: Callable[..., Run], monkeypatch: pytest.MonkeyPatch
) -> None:
    run = own('[defaults]\ncolor = "always"\n')
    assert "\x1b" in run("show")[1]
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in run("show")[1]


@pytest.mark.parametrize(
    ("text", "place", "hint"),
    [
        ("[defaults]\nveiw = 'table'\n", ":2:1: veiw is not a setting", "did you mean view?"),
        ("[defaults]\n  width = '80'\n", ":2:3: width is a whole number", "write width = 100"),
        ("[defaults]\nwidth = 3\n", ":2:1: 3 is not a width", "from 40"),
        ("[defaults]\nview = 'tabel'\n", ":2:1: unknown view: tabel", "did you mean table?"),
        ("[defaults]\npager = 'sh evil'\n", ":2:1: pager is allowed only in your own settings", "config.toml"),
        ("[default]\nview = 'table'\n", ":1:2: [default] is not a section", "did you mean defaults?"),
        ("[defaults]\nview = [\n", ".timeline.toml:", "--no-config"),
        ("defaults = 5\n", ":1:1: defaults is a section", "write [defaults] on its own line"),
        ("\x00", ".timeline.toml:1:1", "--no-config"),
        ("a = " + "[" * 100_000, ".timeline.toml:", "--no-config"),
    ],
)
def test_what_is_wrong_is_an_error_with_its_place_and_costs_no_help(
    text: str, place: str, hint: str, own: Callable[..., Run]
) -> None:
    run = own(text)
    code, out, err = run("show")
    assert (code, out) == (2, "")
    assert place in err
    assert hint in err
    assert run("--no-config", "show")[0] == run("--version")[0] == run("show", "--help")[0] == 0
    code, out, err = run("config")
    assert (code, place in err) == (2, True)


def test_an_error_in_the_settings_ends_only_answers_as_text(own: Callable[..., Run]) -> None:
    text = '[defaults]\nview = "tabel"\n[alias]\nmine = "show 2024"\n'
    run, plain = own(text), ("--no-config",)
    for line in ("show --json", "show --csv", "show --count", "stats --json", "agenda --json", "export ics", "check"):
        assert run(*line.split()) == run(*plain, *line.split())
        assert run(*line.split())[0] == 0
    assert ids(run("mine", "--json")) == ["e2024"]
    for name in ("show", "stats", "figures", "entities", "types", "agenda", "watch"):
        code, out, err = run(name)
        assert (code, out, "unknown view: tabel" in err) == (2, "", True)
    assert run("add", "--date", "2027", "--title", "B")[0] == 0


@pytest.mark.parametrize(
    ("alias", "message", "hint"),
    [
        ("a = 'wtf x'", "the alias a does not begin with a command", "show …"),
        ("a = 'shwo x'", "the alias a does not begin with a command", "did you mean show?"),
        ("a = 5", "the alias a must be text or a list of words", "show"),
        ("a = 'show \"x'", "a quotation mark is not closed", "close it"),
        ("'a b' = 'show x'", "a b cannot be a command name", "use letters, digits and -"),
    ],
)
def test_an_error_in_an_alias_ends_only_its_call(alias: str, message: str, hint: str, own: Callable[..., Run]) -> None:
    run = own(f"[alias]\n{alias}\nb = 'show 2024'\n")
    assert (run("show")[0], run("b")[0], run("unheard")[0]) == (0, 0, 2)
    for command in ("a b" if "a b" in alias else "a", "config"):
        code, _, err = run(command)
        assert (code, f": {message}" in err, hint in err) == (2, True, True)
        assert ".timeline.toml:2:" in err
    assert message not in run("unheard")[2]


def test_an_alias_is_a_command_whose_question_is_one(own: Callable[..., Run]) -> None:
    run = own('[alias]\neither = "show acme or brit"\nnewest = ["show", "--reverse", "--limit", "1"]\n')
    assert ids(run("either", "--json")) == ["e2023", "e2024", "e2026"]
    assert ids(run("either", "--json", "2024")) == ["e2024"]
    assert ids(run("newest", "--json", "acme")) == ["e2026"]
    code, _, err = run("eiter")
    assert (code, err.startswith("timeline: error: unknown command: eiter\n  hint: did you mean timeline -f ")) == (
        2,
        True,
    )
    assert err.endswith(" either?\n")


def test_an_alias_never_replaces_a_command(own: Callable[..., Run]) -> None:
    run = own('[alias]\nstats = "show acme"\n')
    assert run("stats") == run("--no-config", "stats")
    assert "stats is a command, so the alias is ignored" in run("config")[2]


def test_config_says_where_each_setting_is_from(own: Callable[..., Run]) -> None:
    run = own('[defaults]\nview = "table"\n\n[alias]\na = "show acme"\n', "[defaults]\nwidth = 80\n")
    found = {row["key"]: (row["value"], Path(row["origin"]).name) for row in json.loads(run("config", "--json")[1])}
    assert found["defaults.view"] == ("table", ".timeline.toml:2")
    assert found["defaults.width"] == (80, "config.toml:2")
    assert found["alias.a"] == (["show", "acme"], ".timeline.toml:5")
    assert ".timeline.toml:2" in run("config", "--width", "400")[1]
    read = run("config")[2]
    assert (".timeline.toml and " in read, "config.toml" in read) == (True, True)


def test_config_names_only_files_that_there_are(timeline: Run, write: Write) -> None:
    assert timeline("-f", write(EVENTS), "config")[2].startswith("no .timeline.toml and no ")
    folder = write("", ".timeline.toml")
    assert timeline("-f", write(EVENTS), "config")[2] == f"read from {folder}\n"


@pytest.mark.skipif(os.name == "nt", reason="execv replaces no process there")
def test_a_program_on_the_path_is_a_command(tmp_path: Path) -> None:
    import subprocess
    import sys

    program = tmp_path / "timeline-hello"
    program.write_text('#!/bin/sh\necho "hello $@"\n')
    program.chmod(0o755)
    environment = {**os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}"}
    command = [sys.executable, "-m", "timeline_cli", "hello", "a b", "--json"]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=True)
    assert done.stdout == "hello a b --json\n"
