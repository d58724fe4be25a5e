"""Completion: what is suggested, the protocol of each shell, and the shells themselves where they are installed."""

from __future__ import annotations

import os
import pty
import select
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_cli.cli.app import load_command, root
from timeline_cli.cli.commands import COMMANDS, rows_of
from timeline_cli.cli.complete import PROTOCOLS, answer
from timeline_cli.cli.quoting import bash_quoted, unquoted
from timeline_cli.query.parser import parse
from timeline_cli.query.suggest import in_query
from timeline_cli.query.tree import Term
from timeline_cli.reading.glance import Unreadable, glance, read_texts

FILE = """\
companies:
  Samsung Group: {aliases: [삼성]}
  Samsung Electronics: {aliases: [Samsung, 삼성전자], parent: Samsung Group}
  General Electric:
  Acme (UK):
  Zed $(touch pwned) Co:
  Yed `touch pwned`:
  "Wow !touch": {}
  "Foo: Bar": {}
  "Apple, Inc.": {}
  Research and Development: {}
  "Bad\\nname": {}
  "Bad\\e[31mname": {}
people:
  Chen Min'er: {role: Secretary}
places:
  Xi'an: {in: China}
types: {takeover-bid: {parent: deal}}
sources: {herald: {publisher: Herald}}
events:
# A comment that says companies: Nobody
- id: trip-1
  date: 2025-03-22
  type: factory-visit
  title: "companies: Nobody"
  companies:
  - Samsung
  - {name: Xiaomi, role: host}
  place: Beijing   # a comment
  tags: [ev, "two words"]
  figures:
  - {metric: EV sales, value: 3}
  sources: [herald, {ref: other, quote: "x"}, https://example.com]
  x-desk: asia
- {date: 2024, title: Flow, companies: [Flow Corp, "Q, R"], figures: {profit: 3}, place: Paris, id: flow}
- {title: no date, people: Lee Jae-yong}
"""


def in_memory(text: str, path: Path) -> Callable[[Sequence[str]], dict[str, list[Any]]]:
    path.write_text(text, encoding="utf-8")
    return lambda keys: glance(read_texts([str(path)]), keys)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "events.yaml").write_text(FILE, encoding="utf-8")
    (tmp_path / "more files.yaml").write_text("- {date: 2024, title: A, companies: More Corp}\n", encoding="utf-8")
    monkeypatch.delenv("TIMELINE_FILE", raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def values(*words: str) -> list[str]:
    return [one.value for one in answer(words[:-1], words[-1]).found]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        # commands, their words, options
        (["ch"], ["check"]),
        (["completion", "z"], ["zsh"]),
        (["help", "q"], ["query"]),
        (["check", "company:sam"], []),
        (["check", "--output", "g"], ["github"]),
        (["check", "--select", "E30"], ["E301", "E302", "E304", "E305"]),
        (["explain", "w40"], ["W401", "W402", "W403", "W404", "W405"]),
        (["watch", "comp"], ["company:"]),
        (["entities", "pe"], ["people"]),
        (["show", "--gro"], ["--group-by"]),
        (["--col"], ["--color"]),
        (["show", "--json=id,ti"], ["--json=id,title"]),
        (["figures", "--json=metric,ev"], ["--json=metric,event_id"]),
        (["stats", "--by", "company,pe"], ["company,person"]),
        (["stats", "--by=ye"], ["--by=year"]),
        (["figures", "ev"], ["EV sales", "ev"]),
        (["figures", "company:sam"], ["company:Samsung Electronics", "company:Samsung Group"]),
        (["figures", "--chart", "l"], ["line"]),
        (["figures", "--view", "e"], ["expected"]),
        (["figures", "--sort", ""], ["period", "value"]),
        (["figures", "--json=outc"], ["--json=outcome"]),
        (["show", "--js"], ["--json", "--json=", "--jsonl"]),
        (["show", "--", "--js"], []),
        # values of options are never split or quoted
        (["show", "--company", "foo"], ["Foo: Bar"]),
        (["show", "--company=foo"], ["--company=Foo: Bar"]),
        (["show", "--type", "take"], ["takeover-bid"]),
        (["show", "--status", "o"], ["occurred", "ongoing"]),
        (["show", "--group-by", "q"], ["quarter"]),
        (["show", "--view", "ti"], ["timeline"]),
        (["show", "--match", "c"], ["certainly"]),
        (["show", "--color", "a"], ["always", "auto"]),
        (["show", "--since", "last q"], ["last quarter"]),
        (["show", "--limit", ""], []),
        (["add", "--company", "foo"], ["Foo: Bar"]),
        (["add", "--source", "her"], ["herald"]),
        (["add", "--like", "flo"], ["flow"]),
        (["add", "--title", ""], []),
        (["edit", "flo"], ["flow"]),
        # fields, dates
        (["show", "comp"], ["company:"]),
        (["show", "(comp"], ["(company:"]),
        (["show", "not", "cert"], ["certainty:"]),
        (["show", "x-"], ["x-desk:"]),
        (["show", "yes"], ["yesterday"]),
        (["show", "last", ""], ["month", "quarter", "week", "year"]),
        (["show", "next", "m"], ["month"]),
        # names as bare words, if they are read as such: one of several words only as a whole argument
        (["show", "sam"], ["Samsung Electronics", "Samsung Group"]),
        (["show", "samsung e"], ["Samsung Electronics"]),
        (["show", "삼성전"], ["삼성전자"]),
        (["show", "chen"], ["Chen Min'er"]),
        (["show", "xi"], ["Xi'an", "Xiaomi"]),
        (["show", "not", "(xi"], ["(Xi'an", "(Xiaomi"]),
        (["show", "(samsung el"], []),
        (["stats", "take"], ["takeover-bid"]),
        (["show", "two"], ["two words"]),
        (["show", "app"], ["Apple, Inc."]),
        (["show", "foo"], []),
        (["show", "rese"], []),
        (["show", "last", "sam"], []),
        # names: by any word of them, else by an alias; one for each company
        (["show", "company:sam"], ["company:Samsung Electronics", "company:Samsung Group"]),
        (["show", "company:ele"], ["company:General Electric", "company:Samsung Electronics"]),
        (["show", "company:samsung e"], ["company:Samsung Electronics"]),
        (["show", "company:삼성전"], ["company:삼성전자"]),
        (["show", "COMPANY:xia"], ["COMPANY:Xiaomi"]),
        (["show", "company:flow"], ["company:Flow Corp"]),
        (["show", "company:nob"], []),
        (["show", "company:bad"], []),
        (["show", "place:"], ["place:Beijing", "place:China", "place:Paris", "place:Xi'an"]),
        # what the parser would take apart stands in quotation marks
        (["show", "company:foo"], ['company:"Foo: Bar"']),
        (["show", "company:acme"], ['company:"Acme (UK)"']),
        (["show", "company:rese"], ['company:"Research and Development"']),
        (["show", "company:app"], ["company:Apple, Inc."]),
        (["show", "person:chen"], ["person:Chen Min'er"]),
        (["show", 'company:"Samsung E'], ['company:"Samsung Electronics"']),
        (["show", "company:Xiaomi,gen"], ['company:Xiaomi,"General Electric"']),
        (["show", 'company:"Foo: Bar",gen'], ['company:"Foo: Bar","General Electric"']),
        (["show", "place:china (company:gen"], ['place:china (company:"General Electric"']),
        (["show", "type:forum,fa"], ["type:forum,facility", "type:forum,factory-visit"]),
        # the other fields
        (["show", "type:take"], ["type:takeover-bid"]),
        (["show", "tag:t"], ["tag:two words"]),
        (["show", "role:h"], ["role:host"]),
        (["show", "metric:"], ["metric:EV sales", "metric:profit"]),
        (["show", "source:"], ["source:herald", "source:other"]),
        (["show", "id:"], ["id:flow", "id:trip-1"]),
        (["show", "in:t"], ["in:trip-1"]),
        (["show", "thread:f"], ["thread:flow"]),
        (["show", "x-desk:"], ["x-desk:asia"]),
        (["show", "is:up"], ["is:upcoming"]),
        (["show", "has:x"], ["has:x-desk"]),
        (["show", "state:sch"], ["state:scheduled"]),
        (["show", "certainty:ru"], ["certainty:rumoured"]),
        (["show", "known:this w"], ["known:this week"]),
        (["show", "nonsense:a"], []),
        # files
        (["-f", "more files.yaml", "show", "company:"], ["company:More Corp"]),
        (["show", "--file=more files.yaml", "company:"], ["company:More Corp"]),
        (["show", "-fmore files.yaml", "company:"], ["company:More Corp"]),
    ],
)
def test_suggestions(words: list[str], expected: list[str], folder: Path) -> None:
    assert sorted(values(*words)) == sorted(expected)


def test_files_are_left_to_the_shell(folder: Path) -> None:
    assert answer(["show", "-f"], "m").files
    assert answer(["show"], "--file=m").files


def test_home_and_variables_in_the_name_of_a_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("HERE", str(folder))
    for name in ("~/more files.yaml", "$HERE/more files.yaml"):
        assert values("-f", name, "show", "company:") == ["company:More Corp"]


def test_an_alias_says_whose_it_is(folder: Path) -> None:
    assert answer(["show"], "company:삼성전").found[0].help == "Samsung Electronics"


@pytest.mark.parametrize(
    "text",
    [
        '[{"id": "a", "title": "x", "companies": [{"name": "Json, Inc", "role": null}], "place": null}]',
        '[\n  {\n    "companies": [\n      {"name": "Json, Inc"}\n    ],\n    "place": null\n  }\n]',
        "defaults: {companies: ['Json, Inc']}",
        "events:\n  - companies: &c\n      - 'Json, Inc'\n  - companies: *c\n",
        'companies: ["Json, Inc"]\r\nevents: []\r\n',
        "- companies: [\n    'Json, Inc', # [\n  ]\n",
    ],
)
def test_names_are_found_however_they_are_written(text: str, tmp_path: Path) -> None:
    found = in_query([], "company:js", in_memory(text, tmp_path / "a.yaml"))
    assert [one.value for one in found] == ["company:Json, Inc"]


def test_included_files_are_looked_at(tmp_path: Path) -> None:
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "b.yaml").write_text("companies: {Included Corp: {}}\n")
    look = in_memory("include: [more/*.yaml, ../*.yaml]\nevents: []\n", tmp_path / "a.yaml")
    assert [one.value for one in in_query([], "company:", look)] == ["company:Included Corp"]


NAMES = st.text(st.sampled_from("abXé삼 '\"“«»:(),.$`!*&#andornot-"), min_size=1, max_size=14)


@given(NAMES, st.sampled_from(["", "Other,", "(", "word and "]))
def test_what_is_suggested_is_read_as_that_name(name: str, before: str) -> None:
    name = " ".join(name.split())
    lead, kept = ("", before) if before.endswith(",") else (before, "")
    for one in in_query([], f"{lead}company:{kept}", lambda keys: {"companies": [[name]]}):
        closing = ")" if lead == "(" else ""
        tree = parse([one.value + closing], date(2025, 3, 24))
        terms = [tree] if isinstance(tree, Term) else list(getattr(tree, "parts", ()))
        assert terms[-1].values[-1] == name
        assert terms[-1].field == "company"


def test_a_bare_name_is_read_as_that_name(timeline: Any, write: Callable[..., str]) -> None:
    names = ["3M", "Apple, Inc.", "The Home Depot", "Last Minute", "A - B", "May", "Vision 2030", "Dollar & Sons"]
    path = write(f"- {{date: 2024, title: Any, companies: {names}}}\n")
    for name in names:
        [found] = [one for one in answer(["-f", path, "show"], name[:2].lower()).found if one.value == name]
        assert found.help == "company"
        assert f"company {name}, or text" in timeline("-f", path, "show", name).err


EVERY = [None, *COMMANDS]


@pytest.mark.parametrize("command", EVERY)
def test_every_option_of_a_command_is_suggested(command: str | None) -> None:
    parameters = (load_command(command) if command else root()).params
    flags = {flag for one in parameters for flag in one.opts if flag[0] == "-" and not one.hidden}
    before = [command] if command else []
    found = {one for begun in {flag[:3] for flag in flags} for one in values(*before, begun) if one[-1] != "="}
    assert found - {"--help"} == flags


@pytest.mark.parametrize("command", EVERY)
def test_the_parser_and_completion_agree_on_what_is_the_value_of_an_option(command: str | None) -> None:
    parameters = {flag: one for one in (load_command(command) if command else root()).params for flag in one.opts}
    for row in rows_of(command):
        for flag in row.flags:
            assert parameters[flag].is_flag is not row.takes_value
            assert parameters[flag].multiple is (row.kind is list)


# What a person makes up, or a number.
FREE = {
    "--today", "--width", "--limit", "--text", "--set", "--title", "--summary", "--figure",
    "--published", "--marker-size", "--label",
}  # fmt: skip


@pytest.mark.parametrize("command", EVERY)
def test_every_option_with_a_value_has_suggestions_for_it(command: str | None, folder: Path) -> None:
    before = [command] if command else []
    for row in rows_of(command):
        if not row.flags or not row.takes_value or row.flag in FREE:
            continue
        given = answer(before, f"{row.flag}=")
        is_of_the_file = not given.found and row.values.field == "id" and "trip-1" in values(*before, f"{row.flag}=")
        assert given.files or given.found or is_of_the_file, row.flag


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["check", "--json=mess"], ["--json=message"]),
        (["types", "--json=col"], ["--json=colour"]),
        (["entities", "--json=name,al"], ["--json=name,aliases"]),
        (["explain", "--json=sev"], ["--json=severity"]),
        (["explain", "W401", "w402"], ["W402"]),
        (["help", "sh"], ["show"]),
        (["entities", "people", ""], []),
        (["explain", "--fi"], []),
        (["show", "--file=", "company:gen"], ["company:General Electric"]),
        (["show", "-f", "more files.yaml", "--no-"], ["--no-config", "--no-index", "--no-pager", "--no-reverse"]),
        (["nosuch", "--c"], []),
    ],
)
def test_what_follows_from_the_registry_of_commands(words: list[str], expected: list[str], folder: Path) -> None:
    assert sorted(values(*words)) == expected


def test_words_of_a_table_come_with_their_help(folder: Path) -> None:
    assert answer(["show", "--match"], "w").found[0].help == "only events wholly inside the requested dates"
    assert answer(["show", "--view"], "tab").found[0].help == "one row per event"
    assert answer(["show"], "--json=pla").found[0].help == "the place"


# The protocol.


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["bash", "timeline show company:sam", "sam"], ["space", r"Samsung\ Electronics", r"Samsung\ Group"]),
        (["bash", "timeline show company:gen", "gen"], ["space", r"General\ Electric"]),
        (["bash", 'timeline show company:"Samsung E', "Samsung E"], ["space", "Samsung Electronics"]),
        (["bash", 'timeline show "company:samsung e', "company:samsung e"], ["space", "company:Samsung Electronics"]),
        (["bash", "timeline show 'person:chen", "person:chen"], ["space", "person:Chen Min'\\''er"]),
        (["bash", "timeline show place:xi", "xi"], ["space", r"Xi\'an"]),
        (["bash", "timeline show comp", "comp"], ["nospace", "company:"]),
        (["bash", "timeline show company:Samsung\\ E", "Samsung\\ E"], ["space", r"Samsung\ Electronics"]),
        (
            ["bash", "timeline show company:ele", "ele"],
            ["space list", r"General\ Electric", r"Samsung\ Electronics"],
        ),
        (["bash", "A=1 timeline show company:gen", "gen"], ["space", r"General\ Electric"]),
        (["bash", "timeline -f m", "m"], ["files"]),
        (["bash", "timeline show company:$'gen", "gen"], []),
        (["bash", "timeline show company:zzz", "zzz"], []),
        (["zsh", "show", 'company:"Samsung E'], ["space", "company:Samsung Electronics\t"]),
        (["zsh", "show", "company:삼성전"], ["space", "company:삼성전자\tSamsung Electronics"]),
        (["fish", "show", "'place:xi\\'"], ["space", "place:Xi'an\t"]),
    ],
)
def test_protocol(arguments: list[str], expected: list[str], folder: Path) -> None:
    assert PROTOCOLS[arguments[0]](arguments[1:]) == expected


@pytest.mark.parametrize(
    ("line", "words", "quote"),
    [
        ("a  b", ["a", "b"], ""),
        ("a ", ["a", ""], ""),
        ("a 'b c", ["a", "b c"], "'"),
        (r"a\ b\'", ["a b'"], ""),
        (r'"a\ \$b" "', [r"a\ $b", ""], '"'),
        ("$'a", ["a"], "$'"),
        ("", [""], ""),
    ],
)
def test_unquoted(line: str, words: list[str], quote: str) -> None:
    assert unquoted(line) == (words, quote)


ARGUMENTS = st.text(st.characters(blacklist_categories=["Cs", "Cc"]), max_size=20)


@given(ARGUMENTS, st.sampled_from(["", '"', "'"]))
def test_what_is_quoted_for_bash_is_unquoted_to_the_same(text: str, quote: str) -> None:
    words, still_open = unquoted("timeline x" + quote + bash_quoted(text, quote))
    assert words == ["timeline", "x" + text]
    assert still_open == quote


def ask(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "timeline_cli", "_complete", *arguments],
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
    )


ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    "text", ["events:\n- {date: [\n  title: x: y\n", "\x00", "a: 'b", "<<<<<<< HEAD\na: b\n======="]
)
@pytest.mark.parametrize("word", ["company:", "tag:a"])
def test_a_broken_file_without_names_is_silence(text: str, word: str, folder: Path) -> None:
    (folder / "events.yaml").write_text(text)
    done = ask("zsh", "show", word)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_names_are_completed_while_the_file_has_syntax_errors(folder: Path) -> None:
    (folder / "events.yaml").write_text(
        "companies:\n  General Electric: {aliases: [GE]}\n  Herald: the paper: x\nevents:\n"
        "- date: 2025\n  title: A\n  companies: [Genius Corp]\n"
        '- date: 2025\n  title: "open\n'
        "- date: 2026\n  title: B\n  companies: [Gen Z]\n"
    )
    assert values("show", "company:gen") == ["company:Gen Z", "company:General Electric", "company:Genius Corp"]


@pytest.mark.parametrize(
    "arguments",
    [[], ["nosuchshell", "show"], ["bash"], ["bash", "a", "b", "c"], ["zsh"], ["zsh", "-f", "nosuch", "show", "tag:"]],
)
def test_whatever_goes_wrong_is_silence(arguments: list[str], folder: Path) -> None:
    done = ask(*arguments)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_nothing_waits_for_input(folder: Path) -> None:
    os.mkfifo(folder / "pipe.yaml")
    for name in ("-", "pipe.yaml", "/dev/zero"):
        with pytest.raises(Unreadable):
            values("-f", name, "show", "company:")


@pytest.mark.parametrize(
    "words", [["show", "company:gen"], ["stats", "--no-index", "--company", "gen"], ["show", "--ta"]]
)
def test_a_key_is_answered_without_what_makes_a_command_slow(words: list[str], folder: Path) -> None:
    code = (
        "import sys; from timeline_cli.cli.complete import run; run(['zsh', *sys.argv[1:]]);"
        "print(*(set(sys.modules) & {'typer', 'rich', 'dateutil', 'dataclasses', 'timeline_cli.model', 'json'}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *words],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    first, *found, imported = done.stdout.splitlines()
    assert (first, len(found), imported) == ("space", 1, "")


# The command that prints the scripts.


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_is_printed(shell: str, timeline: Any) -> None:
    result = timeline("completion", shell)
    assert (result.code, result.err) == (0, "")
    assert f"_complete {shell}" in result.out


def test_a_missing_or_unknown_shell(timeline: Any) -> None:
    from timeline_cli.errors import UsageFault

    for arguments in (["completion"], ["completion", "bsh"]):
        try:
            assert timeline(*arguments).code == 2
        except UsageFault as fault:
            assert "bash" in fault.hint.text


# The shells themselves. A stand-in for the command completes as it does, and else writes down its arguments.

STAND_IN = """#!/bin/sh
if [ "$1" = _complete ]; then exec {python} -m timeline_cli "$@"; fi
for word in "$@"; do printf '%s\\n' "$word"; done >> arguments
printf 'end\\n' >> arguments
"""


@pytest.fixture
def shell_folder(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    program = folder / "bin" / "timeline"
    program.parent.mkdir()
    program.write_text(STAND_IN.format(python=sys.executable))
    program.chmod(0o755)
    for shell in ("bash", "zsh", "fish"):
        shutil.copy(ROOT / "timeline_cli" / "cli" / f"completion.{shell}", folder)
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("ZDOTDIR", str(folder))
    monkeypatch.setenv("TERM", "xterm")
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(folder / "xdg"))
    return folder


def needs(shell: str) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")


class Typist:
    """A shell on a terminal of its own, at which a line is typed, a key pressed, and Enter."""

    def __init__(self, command: list[str], folder: Path) -> None:
        self._arguments = folder / "arguments"
        pid, self._terminal = pty.fork()
        if pid == 0:
            os.execvp(command[0], command)
        self._pid = pid

    def type(self, line: str) -> list[str]:
        """The arguments with which the command is called for a line in which TAB is a tab."""
        self._arguments.unlink(missing_ok=True)
        os.write(self._terminal, (line + "\r").encode())
        last = time.monotonic() + 8
        while time.monotonic() < last:
            self._read()
            if self._arguments.exists() and (text := self._arguments.read_text()).endswith("end\n"):
                return text.splitlines()[:-1]
        raise AssertionError(f"nothing came of {line!r}")

    def _read(self) -> None:
        # What the shell echoes is not looked at, but it must not fill the terminal.
        if select.select([self._terminal], [], [], 0.02)[0]:
            os.read(self._terminal, 65536)

    def close(self) -> None:
        os.close(self._terminal)
        os.waitpid(self._pid, 0)


@pytest.fixture
def bash(shell_folder: Path) -> Iterator[Typist]:
    needs("bash")
    (shell_folder / "rc").write_text("source completion.bash\n")
    typist = Typist(["bash", "--noprofile", "--rcfile", "rc", "-i"], shell_folder)
    yield typist
    typist.close()


@pytest.fixture
def zsh(shell_folder: Path) -> Iterator[Typist]:
    needs("zsh")
    (shell_folder / ".zshrc").write_text("autoload -Uz compinit; compinit -u -D; source completion.zsh\n")
    typist = Typist(["zsh", "-i"], shell_folder)
    yield typist
    typist.close()


TYPED = [
    ("timeline show company:gen\t", ["show", "company:General Electric"]),
    ("timeline show comp\tgen\tlast q\t", ["show", "company:General Electric", "last", "quarter"]),
    ('timeline show company:"Samsung E\t', ["show", "company:Samsung Electronics"]),
    ('timeline show "company:samsung e\t', ["show", "company:Samsung Electronics"]),
    ("timeline show 'person:chen\t", ["show", "person:Chen Min'er"]),
    ("timeline show company:zed\t", ["show", 'company:"Zed $(touch pwned) Co"']),
    ('timeline show "company:zed\t', ["show", 'company:"Zed $(touch pwned) Co"']),
    ('timeline show "company:yed\t', ["show", "company:Yed `touch pwned`"]),
    ('timeline show "company:wow\t', ["show", "company:Wow !touch"]),
    ("timeline show company:삼성전\t", ["show", "company:삼성전자"]),
    ("timeline -f more\tshow company:\t", ["-f", "more files.yaml", "show", "company:More Corp"]),
]


def test_bash_at_a_terminal(bash: Typist, shell_folder: Path) -> None:
    for line, expected in TYPED:
        assert bash.type(line) == expected
    # What two names have in common is inserted; where that would be less than was typed, nothing is.
    assert bash.type("timeline show company:sam\te\t") == ["show", "company:Samsung Electronics"]
    assert bash.type("timeline show company:ele\t") == ["show", "company:ele"]
    assert not (shell_folder / "pwned").exists()


def test_zsh_at_a_terminal(zsh: Typist, shell_folder: Path) -> None:
    for line, expected in TYPED:
        assert zsh.type(line) == expected
    assert zsh.type("timeline show company:ele\t") == ["show", "company:ele"]
    assert not (shell_folder / "pwned").exists()


def test_the_bash_function_by_itself(shell_folder: Path) -> None:
    needs("bash")
    script = """
    source completion.bash
    COMP_LINE='timeline show company:sam' COMP_POINT=25 COMP_WORDS=(timeline show company : sam) COMP_CWORD=4
    _timeline timeline sam :
    printf '%s\\n' "${COMPREPLY[@]}"
    """
    done = subprocess.run(["bash", "--norc", "-c", script], capture_output=True, text=True)
    assert (done.stdout, done.stderr) == ("Samsung\\ Electronics\nSamsung\\ Group\n", "")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("timeline show company:sam", ["company:Samsung Electronics", "company:Samsung Group"]),
        ('timeline show company:"Samsung E', ["company:Samsung Electronics"]),
        ("timeline show place:xi", ["place:Xi'an"]),
        ("timeline show company:삼성전", ["company:삼성전자\tSamsung Electronics"]),
        ("timeline show --file=mo", ["--file=more files.yaml"]),
        ("timeline show company:zzz", []),
    ],
)
def test_fish(line: str, expected: list[str], shell_folder: Path) -> None:
    needs("fish")
    code = "source completion.fish; complete -C $argv[1]"
    done = subprocess.run(["fish", "--no-config", "-c", code, line], capture_output=True, text=True)
    assert (done.stdout.splitlines(), done.stderr) == (expected, "")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_is_sound(shell: str) -> None:
    needs(shell)
    path = ROOT / "timeline_cli" / "cli" / f"completion.{shell}"
    done = subprocess.run([shell, "-n", str(path)], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_list_that_cannot_be_read_alone_hides_no_other(tmp_path: Path) -> None:
    text = (
        'events:\n- companies: [Acme, {name: Brit, role: host}, Acme]\n  tags: [a, "b, c"]\n- companies: [*b, Dent]\n'
    )
    found = in_memory(text + "- companies: [Elm, &b Ford]\n", tmp_path / "e.yaml")(["companies", "tags"])
    assert [name for value in found["companies"] for name in ([value] if isinstance(value, dict) else value)] == [
        "Acme", {"name": "Brit", "role": "host"}, None, "Dent", "Elm", "Ford"
    ]  # fmt: skip
    assert found["tags"] == [["a", "b, c"]]
