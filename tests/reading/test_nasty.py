"""Files that break other readers: each row of nasty/manifest.tsv, and inputs that are too large to keep as files.

No input may end in a traceback, hang, fill the memory or put a control character on the terminal; a problem is
named with its line, and nothing is lost in silence. New rows in the manifest are tests as well.
"""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import chdir, contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple

import pytest

from timeline_cli.checks import check
from timeline_cli.diagnostics import Diagnostic
from timeline_cli.errors import NothingToRead
from timeline_cli.reading import load as loading
from timeline_cli.reading.load import load

NASTY = Path(__file__).parent / "nasty"
CPU_SECONDS = 5.0  # of this process, so that a busy machine does not count; most take a hundredth of it
SECONDS = 15.0  # of real time, for what waits without working
# Besides what the manifest asks for: the design has the schema decide, and "on" is none of the words of a status.
ALSO_REFUSED = {"085-yes-no-norway.yaml": ("E203", 9)}

# Everything but a line break that a terminal may act on or that turns text around: C0, DEL, C1, bidi, zero width,
# line separators, surrogates, non-characters.
CONTROL = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff\ufffe\uffff]"
)
SGR = re.compile(r"\x1b\[[0-9;]*m")

Run = Callable[..., Any]
Write = Callable[..., str]


class Row(NamedTuple):
    """A row of the manifest; `line` is 0 where it names none."""

    file: str
    expected: str
    line: int
    why: str

    @property
    def path(self) -> str:
        return str(NASTY / self.file)

    def allows(self, *outcomes: str) -> bool:
        return any(outcome in self.expected for outcome in outcomes)


def _rows() -> list[Row]:
    table = [line.split("\t") for line in (NASTY / "manifest.tsv").read_text(encoding="utf-8").splitlines()[1:]]
    return [Row(file, expected, int(line or 0), why) for file, expected, line, _, why, _ in table]


ROWS = _rows()
EACH_ROW = pytest.mark.parametrize("row", ROWS, ids=lambda row: row.file.removesuffix(".yaml"))


class TooSlow(BaseException):
    """Not an Exception, so that nothing on the way takes it for a fault of its own."""


@contextmanager
def in_time() -> Iterator[None]:
    """End what takes too long; without the signals of POSIX, let it run."""
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(*_: object) -> None:
        raise TooSlow

    timers = ((signal.SIGPROF, signal.ITIMER_PROF, CPU_SECONDS), (signal.SIGALRM, signal.ITIMER_REAL, SECONDS))
    before = [signal.signal(number, stop) for number, _, _ in timers]
    for _, timer, seconds in timers:
        signal.setitimer(timer, seconds)
    where = ""
    try:
        yield
    except TooSlow as slow:
        where = _last_function(slow.__traceback__)
    finally:
        for (number, timer, _), handler in zip(timers, before, strict=True):
            signal.setitimer(timer, 0)
            signal.signal(number, handler)
    if where:
        pytest.fail(f"took too long, and was stopped in {where}", pytrace=False)


def _last_function(trace: TracebackType | None) -> str:
    """The function of ours that was at work, as module.function."""
    found = "?"
    while trace is not None:
        frame = trace.tb_frame
        if str(frame.f_globals.get("__name__")).startswith("timeline_cli"):
            found = f"{frame.f_globals['__name__']}.{frame.f_code.co_name}"
        trace = trace.tb_next
    return found


def problems(*files: str) -> list[Diagnostic]:
    with in_time():
        return check(load(files))


def told(found: list[Diagnostic]) -> str:
    return "; ".join(f"{d.code} {d.location.line}:{d.location.column} {d.message}"[:120] for d in found) or "nothing"


# The manifest.


def test_the_manifest_has_a_row_for_each_file() -> None:
    assert {row.file for row in ROWS} == {path.name for path in NASTY.iterdir()} - {"manifest.tsv", ".gitattributes"}


@EACH_ROW
def test_it_is_taken_or_named_with_its_line(row: Row, timeline: Run) -> None:
    found = problems(row.path)
    errors = [d for d in found if d.is_error]
    with in_time():
        code = timeline("-f", row.path, "check").code
    nothing_opened = {d.code for d in errors} == {"E002"}
    assert code == (2 if nothing_opened else 1 if errors else 0)
    errors = [d for d in errors if (d.code, d.location.line) != ALSO_REFUSED.get(row.file)]
    if errors:
        assert row.allows("clear error", "accept each"), f"should be taken, and is told: {told(errors)}"
        lines = {d.location.line for d in errors}
        assert row.line in lines or not row.line, f"the fault stands on line {row.line}, and is told: {told(errors)}"
    else:
        assert row.allows("accept", "warn", "both documents"), f"should be refused, and is told: {told(found)}"
        assert row.expected != "warn" or any(row.line in (0, d.location.line) for d in found), "should be a warning"
        with in_time():
            assert timeline("-f", row.path, "show").code == code


def test_no_and_on_are_the_words_that_are_written(write: Write, timeline: Run) -> None:
    text = (NASTY / "085-yes-no-norway.yaml").read_text(encoding="utf-8").replace("    status: on\n", "")
    [event] = json.loads(timeline("-f", write(text), "show", "--json").out)
    assert event["place"] == "NO"
    assert [role["name"] for role in event["companies"]] == ["NO", "ON", "Yes", "no"]
    assert event["tags"] == ["no", "off", "on", "yes", "true", "null", "~"]


@EACH_ROW
def test_a_diagnostic_stands_in_its_file_and_says_something(row: Row) -> None:
    lines = len(re.split("\r\n|[\r\n\x85\u2028\u2029]", (NASTY / row.file).read_bytes().decode("utf-8", "replace")))
    for diagnostic in problems(row.path):
        assert diagnostic.message.strip()
        assert 1 <= diagnostic.location.line <= lines
        assert diagnostic.location.column >= 1


@EACH_ROW
@pytest.mark.parametrize(
    "command",
    [
        ("show", "--json"),
        ("show", "--view", "table", "--width", "40", "--ascii"),
        ("show", "--color", "always", "--as-of", "2024-06-01", "--all-versions"),
        ("check", "--color", "always"),
    ],
    ids=" ".join,
)
def test_no_control_character_is_printed(row: Row, command: tuple[str, ...], timeline: Run) -> None:
    with in_time():
        result = timeline("-f", row.path, *command)
    assert result.code in (0, 1, 2)
    assert CONTROL.findall(SGR.sub("", result.out) + SGR.sub("", result.err)) == []
    if "--json" in command and result.code != 2:
        json.loads(result.out)


def test_a_python_object_is_never_made() -> None:
    problems(str(NASTY / "155-python-object-tag.yaml"))
    assert not (Path(tempfile.gettempdir()) / "timeline_cli_pwned").exists()
    assert not Path("timeline_cli_pwned").exists()


# What is lost must be told.


@pytest.mark.parametrize(
    "text",
    [
        "event:\n- {date: 2024, title: A}\n",
        "Events:\n- {date: 2024, title: A}\n",
        "events:\n  first: {date: 2024, title: A}\n",
        "all: &all\n- {date: 2024, title: A}\nx-events: *all\n",
        "2024 A\n",
    ],
)
def test_show_says_when_a_file_has_no_events_that_it_can_read(text: str, write: Write, timeline: Run) -> None:
    result = timeline("-f", write(text), "show")
    assert result.err.strip()
    assert result.code == 1


def test_show_says_when_a_faulty_registry_changes_the_answer(write: Write, timeline: Run) -> None:
    text = "companies: {Acme: {fiscal_year_end: 3, fiscal_year_name: begin}}\n"
    result = timeline("-f", write(text + "events:\n- {date: FY2024, title: A, companies: Acme}\n"), "show")
    assert "E203" in result.err


@pytest.mark.parametrize(
    ("figure", "kept"),
    [
        ("value: 5 to 9, qualifier: about", {"low": 5, "high": 9, "qualifier": "about"}),
        ("value: 12345678901234567890123456789012345.5 thousand", {"value": 12345678901234567890123456789012345500}),
        ("low: under 5, high: over 3", {}),
        ("value: 5, low: 1, high: 2", {}),
        ("value: about 5, qualifier: over", {}),
    ],
)
def test_a_figure_is_refused_or_kept_as_it_is_written(
    figure: str, kept: dict[str, object], write: Write, timeline: Run
) -> None:
    file = write(f"events:\n- {{date: 2024, title: A, figures: [{{metric: m, {figure}}}]}}\n")
    if any(d.is_error for d in problems(file)):
        return
    [event] = json.loads(timeline("-f", file, "show", "--json").out)
    assert kept, "these contradict each other"
    assert kept.items() <= event["figures"][0].items()


def test_a_time_at_a_place_reads_back_without_its_registry(write: Write, timeline: Run) -> None:
    file = write("places: {P: {tz: Asia/Tokyo}}\nevents:\n- {date: 2024-03-01T10:00, title: A, place: P}\n")
    first = timeline("-f", file, "show", "--json").out
    second = timeline("-f", write(first, "again.json"), "show", "--json").out
    assert [event["start_time"] for event in json.loads(second)] == ["2024-03-01T10:00:00+09:00"]


def test_json_keeps_its_text_where_the_stream_cannot_show_it(write: Write) -> None:
    file = write("events:\n- {date: 2024, title: 삼성 🚀}\n")
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    command = [sys.executable, "-m", "timeline_cli", "-f", file, "show", "--json=title"]
    result = subprocess.run(command, capture_output=True, env=environment, check=True, timeout=20)
    assert json.loads(result.stdout) == [{"title": "삼성 🚀"}]


# Files that are not files.

LATE = "events:\n- {date: 2024, title: A, companies: AA}\ncompanies: {Acme: {aliases: [AA]}}\n"


@pytest.mark.skipif(not Path("/dev/stdin").exists(), reason="needs /dev/stdin")
def test_a_pipe_is_read_once_wherever_the_registries_stand() -> None:
    command = [sys.executable, "-m", "timeline_cli", "-f", "/dev/stdin", "show", "--json=companies"]
    result = subprocess.run(command, input=LATE.encode(), capture_output=True, check=False, timeout=20)
    assert json.loads(result.stdout) == [{"companies": [{"name": "Acme", "role": None}]}]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_in_a_folder_does_not_hang(write: Write) -> None:
    folder = Path(write("events: []\n")).parent
    os.mkfifo(folder / "pipe.yaml")
    problems(str(folder))


def pipe_or_socket(path: Path, kind: str) -> None:
    path.unlink(missing_ok=True)
    if kind == "pipe":
        os.mkfifo(path)
    else:
        # The name of a socket has to be short.
        with chdir(path.parent), socket.socket(socket.AF_UNIX) as server:
            server.bind(path.name)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
@pytest.mark.parametrize("kind", ["pipe", "socket"])
def test_what_never_ends_is_left_out_of_a_pattern_and_told_where_it_is_named(write: Write, kind: str) -> None:
    good = write("events: []\n", "parts/good.yaml")
    pipe_or_socket(Path(good).with_name("pipe.yaml"), kind)
    assert problems(write("include: parts/*.yaml\n")) == []
    assert problems(write("include: '**/*'\n")) == []
    found = problems(write("include: [parts/*.yaml, parts/pipe.yaml]\n"))
    assert [(d.code, "not a file" in d.message) for d in found] == [("E013", True)]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
@pytest.mark.parametrize("kind", ["pipe", "socket"])
@pytest.mark.parametrize("has_writer", [False, True])
def test_what_never_ends_is_told_where_it_is_the_file_itself(
    write: Write, monkeypatch: pytest.MonkeyPatch, kind: str, has_writer: bool
) -> None:
    monkeypatch.setattr("timeline_cli.reading.content.PATIENCE", 0.05)
    path = Path(write(""))
    pipe_or_socket(path, kind)
    holder = os.open(path, os.O_RDWR) if has_writer and kind == "pipe" else -1
    assert [d.code for d in problems(str(path))] == ["E001"]
    if holder >= 0:
        os.close(holder)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_with_a_name_is_read_to_its_end(write: Write) -> None:
    path = Path(write(""))
    pipe_or_socket(path, "pipe")
    data = b"events:\n" + b"- {date: 2024, title: A}\n" * 20_000
    writer = threading.Thread(target=path.write_bytes, args=(data,))
    writer.start()
    assert len(load((str(path),)).events) == 20_000
    writer.join()


@pytest.mark.skipif(os.name == "nt", reason="needs symbolic links")
def test_a_file_behind_a_link_includes_what_lies_beside_the_link_or_else_beside_the_file(write: Write) -> None:
    real = write("include: [more.yaml, parts/*.yaml]\nevents: []\n", "real/events.yaml")
    write("- {date: 2024, title: Real}\n", "real/more.yaml")
    write("- {date: 2025, title: Part}\n", "real/parts/part.yaml")
    link = Path(write("", "home/x")).with_name("link.yaml")
    link.symlink_to(real)
    assert [event.title for event in load((str(link),)).events] == ["Real", "Part"]
    assert load((str(link),)).diagnostics == ()
    # Both names are one file, which is read once, as is what each of them includes.
    assert [event.title for event in load((str(link), real)).events] == ["Real", "Part"]
    write("- {date: 2024, title: Home}\n", "home/more.yaml")
    assert [event.title for event in load((str(link),)).events] == ["Home", "Part"]
    # Each file of a folder may be a link of its own.
    link.with_name("more.yaml").unlink()
    link.with_name("more.yaml").symlink_to(Path(real).with_name("more.yaml"))
    assert [event.title for event in load((str(link),)).events] == ["Real", "Part"]
    outside = Path(write("events: []\n", "outside.yaml"))
    link.with_name("more.yaml").unlink()
    link.with_name("more.yaml").symlink_to(outside)
    assert [d.code for d in problems(str(link))] == ["E013"]


@pytest.mark.skipif(os.name == "nt", reason="needs symbolic links")
def test_a_link_that_leads_to_itself_is_a_problem_of_that_file(write: Write) -> None:
    folder = Path(write("events: []\n")).parent
    (folder / "loop.yaml").symlink_to("loop.yaml")
    assert [d.code for d in problems(str(folder))] == ["E001"]


@pytest.mark.skipif(os.name == "nt", reason="needs symbolic links")
def test_a_link_out_of_the_folder_is_not_left_out_in_silence(write: Write) -> None:
    write("events: []\n", "outside.yaml")
    file = write("include: parts/*.yaml\n", "inside/events.yaml")
    write("events: []\n", "inside/parts/good.yaml")
    Path(file).parent.joinpath("parts", "link.yaml").symlink_to("../../outside.yaml")
    assert [d.code for d in problems(file)] == ["E013"]


def test_more_files_than_are_read_is_told(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "_MAX_FILES", 2)
    files = [write("events: []\n", f"{number}.yaml") for number in range(3)]
    with pytest.raises(NothingToRead, match="more than 2 files"):
        load(tuple(files))


def test_a_closed_stdin_is_a_file_that_cannot_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert [d.code for d in problems("-")] == ["E001"]


# Sizes. Each takes seconds or minutes, or gigabytes, where something is squared; in proportion, a tenth of a second.


def _events(*events: str) -> str:
    return "events:\n" + "".join(f"- {{{event}}}\n" for event in events)


def _entries(form: str, count: int) -> str:
    return "".join(f"  {form.format(number, number - 1)}\n" for number in range(count))


def _numbered(form: str, count: int) -> str:
    return _events(*[f"date: 2024, title: A{number}, " + form.format(number) for number in range(count)])


LARGE: dict[str, tuple[str, str]] = {
    "combining marks": ("show", _events('date: 2024, title: "Z' + "\u0327\u0301" * 20_000 + '"')),
    "one long word": ("show", _events("date: 2024, title: " + "é" * 120_000)),
    "a long name beside a registry": (
        "show",
        "companies: {Acme: {}}\n" + _events("date: 2024, title: A, companies: " + "a" * 100_000),
    ),
    "a long line with an error at its end": (
        "check",
        _events("date: 2024, title: " + "삼" * 10_000 + ", statsu: x"),
    ),
    "a line of JSON with many errors": (
        "check",
        json.dumps([{"date": "2024-13-01", "title": "é" * 40}] * 200, ensure_ascii=False),
    ),
    "the same title many times": ("show", _events(*["date: 2024, title: Same"] * 4000)),
    "unknown sources": (
        "check",
        "sources:\n" + _entries("herald-{:04}: {{title: A}}", 800) + _numbered("sources: hearld-{:04}", 400),
    ),
    "undeclared types": ("check", "types:\n" + _entries("type-{:04}: {{}}", 500) + _numbered("type: tpye-{:04}", 300)),
    "unknown parents": ("check", "companies:\n" + _entries("C {0:04}: {{parent: Parent {1:04}}}", 2000)),
    "unknown links": ("check", _numbered("id: id-{0:04}, related: di-{0:04}", 500)),
    "unknown keys": ("check", _events("date: 2024, title: A, " + ", ".join(f"titel{n}: x" for n in range(10_000)))),
    "a chain of parents": ("check", "companies:\n  C-1: {}\n" + _entries("C{}: {{parent: C{}}}", 4000)),
    "many # in quotes on one line": ("check", _events('date: 2024, title: "' + "a #b" * 120_000 + '"')),
    "a wide default of many events": (
        "check",
        "defaults: {x-wide: [" + "a," * 15_000 + "]}\n" + _events(*["date: 2024, title: A"] * 1000),
    ),
    "merges in a section that is skipped": (
        "check",
        "x-a:\n- &a {" + ", ".join(f"k{n}: v" for n in range(1000)) + "}\n" + "- {<<: *a}\n" * 10_000,
    ),
}


@pytest.mark.parametrize("name", LARGE)
def test_size_is_no_hang(name: str, write: Write, timeline: Run) -> None:
    command, text = LARGE[name]
    file = write(text)
    with in_time():
        result = timeline("-f", file, command)
    assert result.code in (0, 1, 2)


def test_many_files_share_one_index_of_names(write: Write) -> None:
    files = [write("companies:\n" + _entries("Company Number {:04} Corporation: {{}}", 1000), "names.yaml")]
    files += [write(_events("date: 2024, title: A, companies: Nvidia"), f"{number}.yaml") for number in range(120)]
    problems(*files)


@pytest.mark.parametrize("query", ["word " * 10_000, "march " * 2000, "12 " * 3000])
def test_a_long_question_is_no_hang(query: str, timeline: Run) -> None:
    with in_time():
        assert timeline("show", query).code in (0, 2)
