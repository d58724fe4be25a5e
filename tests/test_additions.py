"""What docs/architecture.md says of an addition is all that has to be written: each is made in a copy, and tried.

ADDITIONS holds what the table "Where something new goes" asks for, and nothing else. Every command is then asked about
a file that uses all of them, with an index and without, and with an index from before that still lies there.
"""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pytest

PACKAGE = Path(__file__).parent.parent / "timeline_cli"


class Row(NamedTuple):
    """Text that is written into a file of the package, on the line before the first one that holds `before`."""

    file: str
    before: str
    text: str


class New(NamedTuple):
    """A file that is written."""

    file: str
    text: str


_VIEW = '''
"""Titles alone."""

def lines(answer, screen, options):
    for group in answer.groups:
        yield from ([(entry.event.title, "")] for entry in group.entries)
'''
_EXPORT = '''
"""Titles, one a line."""


def export(given):
    return lambda answer: (entry.event.title + "\\n" for entry in answer.entries)
'''
_CHECK = '''
"""Titles that shout."""

from timeline_cli.diagnostics import Diagnostic
from timeline_cli.hint import Hint


def shouting(asking):
    for event in asking.events:
        if event.title.isupper():
            yield Diagnostic("W901", "the title shouts", asking.places.of(event, "title"), Hint("use small letters"))
'''
_TERM = """
def _longer(value: str, ask: Ask) -> Meaning:
    return Meaning(lambda seen: yes_or_no(len(seen.event.title) > int(value)), value)


"""

_LAST_FIELD = ")  # fmt: skip"

ADDITIONS: dict[str, tuple[Row | New, ...]] = {
    "a field of an event: text": (
        Row("model.py", "    def state(self", '    venue: str | None = None\n'),
        Row("fields/table.py", _LAST_FIELD, '    _written("venue", "the hall", kinds.TEXT, term="venue"),\n'),
    ),
    "a field of an event: names": (
        Row("model.py", "    def state(self", "    advisers: tuple[Role, ...] = ()\n"),
        Row("fields/table.py", _LAST_FIELD,
            '    _written("advisers", "who gave advice", names_in("companies"), term="adviser"),\n'),
    ),
    "a field of an event: date": (
        Row("model.py", "    def state(self", "    announced: EventDate | None = None\n"),
        Row("fields/table.py", _LAST_FIELD,
            '    _written("announced", "when it was announced", kinds.DAY, term="announced"),\n'),
    ),
    "a field of an event: word of a list": (
        Row("model.py", "    def state(self", "    stage: str | None = None\n"),
        Row("fields/table.py", _LAST_FIELD,
            '    _written("stage", "how far", word_of(("pilot", "rollout")), term="stage"),\n'),
    ),
    "a field of an event: links without a term": (
        Row("model.py", "    def state(self", "    answers: tuple[str, ...] = ()\n"),
        Row("fields/table.py", _LAST_FIELD, '    _written("answers", "ids of questions", kinds.LINKS),\n'),
    ),
    "a type of events": (
        Row("event_types.py", "    )", '        EventType("roadshow", "◎", "o", "yellow", "meeting"),\n'),
    ),
    "a field of the query language": (
        Row("query/terms.py", "def _is(", _TERM),
        Row("query/terms.py", '        TermKind("has"', '        TermKind("longer", "a longer title", _longer),\n'),
    ),
    "a view": (
        New("views/titles_alone.py", _VIEW),
        Row("views/registry.py", '        View("calendar"',
            '        View("titles", "titles_alone", "titles alone"),\n'),
    ),
    "an output format for other programs": (
        New("exports/titles.py", _EXPORT),
        Row("exports/registry.py", '        Export("csv"',
            '        Export("titles", "timeline_cli.exports.titles", (".txt",), "", "One title a line."),\n'),
    ),
    "a check": (
        New("checks/shouting.py", _CHECK),
        Row("checks/__init__.py", "from timeline_cli.checks.places", "from timeline_cli.checks import shouting\n"),
        Row("checks/__init__.py", "    Check(", '    Check(frozenset({"W901"}), shouting.shouting),\n'),
    ),
    "a code of a problem": (
        Row("diagnostics.py", '    "W501": (', '    "W901": ("shouting", "A title is in capitals."),\n'),
        Row("checks/explanations.txt", "= W501", "= W901\nCapitals are hard to read.\n\n"),
    ),
}  # fmt: skip

_EVENTS = """\
companies:
  Acme Capital: {aliases: [Acme]}
defaults: {stage: pilot}
events:
- {date: 2024-02-01, title: Will there be a factory, id: question}
- date: 2024-03-01
  title: ROADSHOW IN XIAN
  type: roadshow
  venue: "Hall 7: the \\"old\\" one"
  advisers: [Acme, {name: Foxchip, role: counsel}]
  announced: 2024-01/2024-02
  stage: rollout
  answers: question
  was:
  - {announced: 2024-01, known: 2024-01-15, advisers: Acme, venue: null}
"""
NEW = ("venue", "advisers", "announced", "stage", "answers")
_DRIVER = """
import contextlib, io, json, sys
from timeline_cli.cli.complete import answer
from timeline_cli.cli.main import _run

found = []
for words in json.load(sys.stdin):
    out, err, code = io.StringIO(), io.StringIO(), 0
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        if words[0] == "_complete":
            print(*(one.value for one in answer(words[1:-1], words[-1]).found), sep="\\n")
        else:
            code = _run(words)
    found.append([code, out.getvalue(), err.getvalue()])
json.dump(found, sys.stdout)
"""


def test_the_page_names_each_place() -> None:
    page = (PACKAGE.parent / "docs" / "architecture.md").read_text(encoding="utf-8").splitlines()
    for name, additions in ADDITIONS.items():
        [line] = [line for line in page if line.startswith(f"| {name.partition(':')[0]} |")]
        for path in (Path(addition.file) for addition in additions):
            assert f"`{path}`" in line or f"`{path.parent}/`" in line, (name, path)


def _added(folder: Path) -> Path:
    """A folder with a copy of the package that has all the additions."""
    shutil.copytree(PACKAGE, folder / "timeline_cli", ignore=shutil.ignore_patterns("__pycache__"))
    for addition in (one for several in ADDITIONS.values() for one in several):
        path = folder / "timeline_cli" / addition.file
        if isinstance(addition, New):
            assert not path.exists()
            path.write_text(addition.text, encoding="utf-8")
            continue
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        at = next(number for number, line in enumerate(lines) if line.startswith(addition.before))
        path.write_text("".join([*lines[:at], addition.text, *lines[at:]]), encoding="utf-8")
    return folder


class Answered(NamedTuple):
    code: int
    out: str
    err: str


class Package:
    """A package in a folder, with a cache, and a large file that uses what was added."""

    def __init__(self, folder: Path, cache: Path, file: Path) -> None:
        self.folder, self.cache, self.file = folder, cache, file

    def run(self, commands: Sequence[Sequence[str]]) -> list[Answered]:
        """What each command answers. One that ends in a bug fails here."""
        environment = {**os.environ, "PYTHONPATH": str(self.folder), "TIMELINE_CACHE_DIR": str(self.cache),
                       "TIMELINE_TODAY": "2025-03-26", "TIMELINE_DEBUG": "1"}  # fmt: skip
        process = subprocess.run(
            [sys.executable, "-c", _DRIVER], input=json.dumps(commands), capture_output=True, text=True, timeout=300,
            cwd=self.folder, env=environment, check=False,
        )  # fmt: skip
        assert process.returncode == 0, process.stderr
        return [Answered(*answered) for answered in json.loads(process.stdout)]

    def one(self, *words: str) -> str:
        """The answer to one command, which has to succeed."""
        [found] = self.run([["-f", str(self.file), *words]])
        assert found.code == 0, found
        return found.out


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Package:
    """The package with the additions, and with the index that the one without them has left."""
    folder, cache = tmp_path_factory.mktemp("package"), tmp_path_factory.mktemp("index")
    cache.chmod(0o700)
    file = folder / "events.yaml"
    others = "".join(
        f"- {{date: 2023-{number % 12 + 1:02}-02, title: Visit {number}, summary: {'word ' * 500}}}\n"
        for number in range(120)
    )
    file.write_text(_EVENTS + others, encoding="utf-8")
    assert file.stat().st_size > 256 << 10
    before = Package(PACKAGE.parent, cache, file)
    before.run([["-f", str(file), "show", "--json"]])
    assert len(list(cache.glob("*.sqlite"))) == 1
    return Package(_added(folder), cache, file)


VIEWS = ("timeline", "table", "tree", "lanes", "calendar", "titles")
COMMANDS = [
    *(["show", "type:roadshow", "--view", view] for view in VIEWS),
    *(["show", "type:roadshow", "--view", view, "--verbose"] for view in ("timeline", "tree")),
    *(["show", question] for question in (
        "venue:hall", "adviser:acme", "acme", "announced:2024-02", "stage:rollout", "longer:12", "text:foxchip",
        "text:hall", "role:counsel", *(f"has:{name}" for name in (*NEW, "adviser")),
    )),
    *(["show", "--as-of", "2024-01-20", *form] for form in ([], ["--json"])),
    ["show", "--all-versions", "type:roadshow", "--json"],
    *(["show", form] for form in ("--json", "--jsonl", "--csv", "--titles", f"--json={','.join(NEW)}")),
    *([name] for name in ("stats", "figures", "entities", "types", "check", "schema")),
    ["check", "--select", "W901"], ["fmt", "--check"],
    ["add", "--date", "2025", "--title", "A", "--venue", "Hall: 8", "--adviser", "Acme", "--stage", "pilot",
     "--adviser", "{name: Foxchip, role: host}", "--announced", "since 2024", "--answers", "question", "--dry-run"],
]  # fmt: skip


def test_every_command_answers_the_same_with_an_index_and_without(package: Package) -> None:
    file = ["-f", str(package.file)]
    with_index = package.run([[*file, *command] for command in COMMANDS])
    assert len(list(package.cache.glob("*.sqlite"))) == 2
    without = package.run([[*file, "--no-index", *command] for command in COMMANDS])
    for command, one, other in zip(COMMANDS, with_index, without, strict=True):
        assert one == other, command
        assert one.code == (1 if command[0] == "fmt" else 0), (command, one)
        if command[0] == "show" and "--as-of" not in command and len(command) < 4:
            assert "roadshow" in one.out.lower() or "Hall 7" in one.out, command


def test_a_field_is_in_json(package: Package) -> None:
    shown = package.one("show", "--json")
    events = {event["title"]: event for event in json.loads(shown)}
    event = events["ROADSHOW IN XIAN"]
    assert list(event)[-len(NEW) :] == list(NEW)
    assert [event[key] for key in NEW] == [
        'Hall 7: the "old" one',
        [{"name": "Acme Capital", "role": None}, {"name": "Foxchip", "role": "counsel"}],
        "2024-01/2024-02",
        "rollout",
        ["question"],
    ]
    acme = [{"name": "Acme Capital", "role": None}]
    assert event["was"] == [{"announced": "2024-01", "known": "2024-01-15", "advisers": acme, "venue": None}]
    assert [events["Visit 1"][key] for key in NEW] == [None, [], None, "pilot", []]

    again = package.folder / "again.json"
    again.write_text(shown, encoding="utf-8")
    [reread] = package.run([["-f", str(again), "show", "--json"]])
    assert [_placeless(one) for one in json.loads(reread.out)] == [_placeless(one) for one in json.loads(shown)]


def _placeless(event: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in event.items() if key not in ("file", "line")}


def test_a_field_is_a_column_of_csv_and_a_line_of_verbose(package: Package) -> None:
    [row] = csv.DictReader(io.StringIO(package.one("show", "type:roadshow", "--csv"), newline=""))
    assert [row[key] for key in NEW] == [
        'Hall 7: the "old" one', "Acme Capital; Foxchip (counsel)", "2024-01/2024-02", "rollout", "question",
    ]  # fmt: skip
    shown = " ".join(package.one("show", "type:roadshow", "--verbose").split())
    assert 'venue: Hall 7: the "old" one' in shown
    assert "advisers Acme Capital, Foxchip (counsel) · announced Jan – Feb 2024 · stage rollout" in shown


def test_a_field_has_its_shape_in_editors(package: Package) -> None:
    shapes = json.loads(package.one("schema"))["$defs"]["event"]["properties"]
    assert shapes["announced"] == {"$ref": "#/$defs/date", "description": "when it was announced"}
    assert shapes["stage"] == {"enum": ["pilot", "rollout", None], "description": "how far"}
    assert {"$ref": "#/$defs/company"} in shapes["advisers"]["anyOf"][0]["anyOf"]
    assert shapes["answers"]["anyOf"][0] == {"$ref": "#/$defs/id"}
    assert shapes["venue"]["description"] == "the hall"


COMPLETED = [
    (["show", "ven"], "venue:"),
    (["show", "has:answ"], "has:answers"),
    (["show", "venue:hal"], "venue:'Hall 7: the \"old\" one'"),
    (["show", "adviser:acme"], "adviser:Acme Capital"),
    (["show", "stage:"], "stage:rollout"),
    (["show", "announced:tod"], "announced:today"),
    (["show", "type:road"], "type:roadshow"),
    (["show", "long"], "longer:"),
    (["show", "--json=id,ann"], "--json=id,announced"),
    (["show", "--view", "ti"], "titles"),
    (["check", "--select", "W9"], "W901"),
    (["explain", "W9"], "W901"),
    (["add", "--ann"], "--announced"),
    (["add", "--announced", "yest"], "yesterday"),
    (["add", "--adviser", "Ac"], "Acme Capital"),
    (["add", "--stage="], "--stage=rollout"),
    (["add", "--answers", "q"], "question"),
    (["show", "--ti"], "--titles"),
]


def test_keys_and_values_are_completed(package: Package) -> None:
    answers = package.run([["_complete", "-f", str(package.file), *words] for words, _ in COMPLETED])
    for (words, found), answered in zip(COMPLETED, answers, strict=True):
        assert found in answered.out.splitlines(), words


def test_help_tells_of_all(package: Package) -> None:
    pages = [
        ["help", "file"],
        ["help", "json"],
        ["help", "query"],
        ["help", "views"],
        ["explain", "W901"],
        ["add", "-h"],
    ]
    file, form, query, views, explained, add = (answered.out for answered in package.run(pages))
    assert all(f"{key}:" in file and key in form for key in NEW)
    assert "roadshow" in file
    assert all(f"{term}:" in query for term in ("venue", "adviser", "announced", "stage", "longer"))
    assert "titles alone" in views
    assert "Capitals are hard to read." in explained
    assert all(option in add for option in ("--venue", "--adviser", "--announced DATE", "--answers"))


def test_add_writes_a_field_by_its_kind(package: Package) -> None:
    file = package.folder / "small.yaml"
    file.write_text("events:\n- {date: 2024-02-01, title: Question, id: question}\n", encoding="utf-8")
    options = ["--venue", "Hall: 8", "--announced", "22 March 2024", "--adviser", "Acme", "--answers", "question"]
    [added] = package.run([["-f", str(file), "add", "--date", "2025", "--title", "A", *options]])
    assert (added.code, added.err) == (0, "today is 2025-03-26 (TIMELINE_TODAY)\nannounced: 2024-03-22\n")
    written = file.read_text(encoding="utf-8")
    assert "announced: 2024-03-22" in written
    assert "answers: question" in written
    assert "Hall: 8" in written


def test_a_check_tells_its_code_and_is_ignored_by_it(package: Package) -> None:
    [found] = package.run([["-f", str(package.file), "check", "--select", "W901"]])
    assert "the title shouts" in found.out
    [found] = package.run([["-f", str(package.file), "check", "--select", "W901", "--ignore", "W901"]])
    assert "the title shouts" not in found.out
