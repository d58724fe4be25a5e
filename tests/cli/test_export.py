"""`timeline export`: which format is meant, which files it writes and never writes, and what it reports."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from timeline_cli.cli.complete import answer
from timeline_cli.exports.registry import BINARY, EXPORTS, FOLDER, Export, Reason, Unsaid
from timeline_cli.option import Option

Run = Callable[..., "tuple[int, str, str]"]
Write = Callable[..., str]

ROOT = Path(__file__).parents[2]
TEXT = "- {date: 2025-03-22, title: A csv of Acme}\n- {date: 2025, title: Acme grows}\n"
WIDE = Option("wide", bool, False, ("--wide",), "Wider.")


@pytest.fixture
def forms(monkeypatch: pytest.MonkeyPatch) -> None:
    """A binary format, a folder, and one that fails after its first piece."""

    def bytes_of(answer: Any) -> Iterator[bytes]:
        yield b"\xff\0"
        yield str(len(answer.entries)).encode()
        return Unsaid({Reason("event", "left out: they are odd", True): 1, Reason("name", "cut: they are long"): 2})

    def files_of(answer: Any) -> Iterator[tuple[str, bytes]]:
        yield "one.part", b"1"
        yield "year=2025/two.part", b"2"
        yield "one.part", str(len(answer.entries)).encode()

    def broken(answer: Any) -> Iterator[str]:
        yield "begun"
        raise OSError(28, "No space left on device")

    for name, suffix, form, write in (
        ("blob", ".blob", BINARY, bytes_of), ("parts", ".part", FOLDER, files_of), ("broken", ".broken", "text", broken)
    ):  # fmt: skip
        module = ModuleType(name)
        module.export = lambda given, write=write: write  # type: ignore[attr-defined]
        monkeypatch.setitem(sys.modules, name, module)
        row = Export(name, name, (suffix,), "", "Made up.", (WIDE,), form, in_show=False)
        monkeypatch.setitem(EXPORTS, name, row)


@pytest.mark.parametrize(
    ("words", "title"),
    [
        (["acme", "2025"], "acme 2025"),
        (["acme", "--since", "2024", "--company", "Brit", "--company", "Ada"], "acme Brit, Ada since 2024"),
        ([], "mine"),
    ],
)
def test_a_document_is_named_after_the_question_as_typed_or_the_file(
    words: list[str], title: str, timeline: Run, write: Write
) -> None:
    def exported(form: str) -> str:
        return timeline("-f", write(TEXT, "mine.yaml"), "export", form, *words).out

    assert exported("md").startswith(f"# {title}\n")
    assert f"X-WR-CALNAME:{title}\n" in exported("ics").replace("\r", "").replace("\\,", ",")
    assert f"    title {title}\n" in exported("mermaid")
    assert f'"headline": "{title}"' in exported("timelinejs")
    assert f"<title>{title}</title>" in exported("svg")
    assert f"<title>{title}</title>" in exported("html")
    assert timeline("-f", "-", "export", "md", stdin=TEXT).out.startswith("# Timeline\n")


def test_a_file_is_what_show_prints(timeline: Run, tmp_path: Path) -> None:
    for name in ("json", "jsonl", "csv"):
        printed = timeline("show", "samsung", "since", "2024", f"--{name}").out
        for words in (["-o", str(tmp_path / f"a.{name}")], ["-o", str(tmp_path / f"B.{name.upper()}")]):
            assert timeline("export", *words, "samsung", "since", "2024")[:2] == (0, "")
            assert Path(words[1]).read_bytes().decode() == printed
        assert timeline("export", name, "samsung", "since", "2024").out == printed
        assert timeline("export", "--format", name, "-o", "-", "samsung", "since", "2024").out == printed


def test_options_of_a_question_and_of_order(timeline: Run) -> None:
    asked = ("--company", "xiaomi", "--reverse", "--limit", "2", "--sort", "title", "--match", "certainly")
    assert timeline("export", "csv", *asked).out == timeline("show", "--csv", *asked).out
    assert timeline("export", "csv", "--fields", "id,title").out == timeline("show", "--csv", "--json=id,title").out


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["csv"], 3),
        (["--", "csv"], None),
        (["csv", "csv"], 2),
        (["csv", "--", "csv"], 2),
        (["--format", "csv", "csv"], 2),
        (["--format", "csv", "--", "csv"], 2),
    ],
)
def test_a_first_word_may_name_the_format(words: list[str], found: int | None, timeline: Run, write: Write) -> None:
    result = timeline("-f", write(TEXT), "export", *words)
    if found is None:
        assert result.code == 2
        assert "there is no format to export to" in result.err
    else:
        assert (result.code, len(result.out.splitlines())) == (0, found)


def test_a_word_that_is_no_format_is_named(timeline: Run) -> None:
    result = timeline("export", "foo")
    assert (result.code, "foo is not a format" in result.err, "one of: json" in result.err) == (2, True, True)
    assert "did you mean xlsx?" in timeline("export", "xlxs", "samsung").err


def test_double_dash_stays_what_it_is_for_other_commands(timeline: Run) -> None:
    assert timeline("show", "text:export", "--", "csv").err == timeline("show", "text:export", "csv").err


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["samsung"], "write -o FILE, or one of: json, jsonl, csv"),
        (["Markdown"], "did you mean md?"),
        (["-o", "a.xyz"], "no format has the suffix .xyz"),
        (["-o", "a.yaml"], "write .json, which timeline reads back in"),
        (["-o", "a.PDF"], "write .html, and print it"),
        (["-o", "a.tsv"], "did you mean .csv?"),
        (["-o", "a.xls"], "did you mean .xlsx?"),
        (["-o", "a.jso"], "did you mean .json?"),
        (["-o", "a"], "has no suffix that says its format"),
        (["--format", "jsn"], "did you mean json?"),
        (["csv", "-o", "a.json"], "write --format csv, or -- csv to search for that word"),
        (["blob", "--raw"], "blob does not take --raw"),
        (["csv", "--wide"], "--wide is for blob, parts, broken"),
        (["csv", "--limit", "-1"], "write a number from 0"),
        (["parts"], "write -o FOLDER"),
        (["csv", "-o", "nosuch/a.csv"], "there is no folder"),
        (["csv", "-o", "."], "is a folder"),
        (["csv", "--fields", "nosuch"], "unknown field: nosuch"),
    ],
)
def test_what_is_refused(words: list[str], message: str, forms: None, timeline: Run, tmp_path: Path) -> None:
    os.chdir(tmp_path)
    result = timeline("-f", str(ROOT / "events.yaml"), "export", *words)
    assert result.code == 2
    assert message in result.err
    assert result.out == ""
    assert list(tmp_path.iterdir()) == []


def test_bytes_go_to_a_file_or_a_pipe_and_never_to_a_terminal(
    forms: None, timeline: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.blob"
    assert timeline("export", "-o", str(path)).code == 0
    assert path.read_bytes() == b"\xff\x0025"
    raw = io.BytesIO()
    stdout = io.TextIOWrapper(raw)
    monkeypatch.setattr(sys, "stdout", stdout)
    from timeline_cli.cli.main import _run

    assert _run(["export", "blob"]) == 0
    assert raw.getvalue() == b"\xff\x0025"
    monkeypatch.setattr(stdout, "isatty", lambda: True, raising=False)
    assert _run(["export", "blob"]) == 2
    assert raw.getvalue() == b"\xff\x0025"


def test_what_a_format_does_not_say_is_counted(forms: None, timeline: Run, tmp_path: Path) -> None:
    result = timeline("export", "-o", str(tmp_path / "a.blob"))
    assert "a.blob: 24 events as blob\n1 event left out: they are odd\n2 names cut: they are long\n" in result.err
    assert timeline("export", "-q", "-o", str(tmp_path / "a.blob")).err == ""


def test_a_file_is_replaced_whole_or_not_at_all(forms: None, timeline: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.broken"
    path.write_text("before")
    path.chmod(0o640)
    result = timeline("export", "-o", str(path))
    assert result.code == 2
    assert "No space left on device" in result.err
    assert path.read_text() == "before"
    other = tmp_path / "a.csv"
    other.write_text("before")
    other.chmod(0o640)
    link = tmp_path / "link.csv"
    link.symlink_to(other)
    assert timeline("export", "-o", str(link)).code == 0
    assert other.read_text().startswith("id,date,")
    assert (other.stat().st_mode & 0o777, link.is_symlink()) == (0o640, True)
    assert sorted(file.name for file in tmp_path.iterdir()) == ["a.broken", "a.csv", "link.csv"]


def test_a_file_of_another_kind_needs_force(timeline: Run, tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    assert timeline("export", "csv", "-o", str(path)).code == 0
    path.write_text("notes")
    result = timeline("export", "csv", "-o", str(path))
    assert (result.code, path.read_text()) == (2, "notes")
    assert "--force replaces it" in result.err
    assert timeline("export", "csv", "-o", str(path), "--force").code == 0
    assert path.read_text().startswith("id,date,")


@pytest.mark.parametrize("force", [[], ["--force"]])
def test_a_file_that_is_read_is_never_written(force: list[str], timeline: Run, write: Write, tmp_path: Path) -> None:
    main = write("include: [more/*.csv, b.json]\nevents:\n" + TEXT)
    included = [write(TEXT, "more/c.csv"), write('[{"date": "2025", "title": "B"}]', "b.json")]
    settings = write("[defaults]\n", ".timeline.toml")
    Path(tmp_path, "link.csv").symlink_to(main)
    Path(tmp_path, "second.csv").hardlink_to(main)
    Path(tmp_path, "deep").symlink_to(tmp_path)
    names = [main, *included, settings, "link.csv", "second.csv", "deep/events.yaml", "deep/deep/more/c.csv"]
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    for name in names:
        result = timeline("-f", main, "export", "--format", "csv", "-o", str(tmp_path / name), *force)
        assert (result.code, result.out) == (2, ""), name
        assert "read for this answer" in result.err
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_a_folder_that_holds_what_is_read_is_not_replaced(timeline: Run, tmp_path: Path) -> None:
    path = tmp_path / "out" / "events.parquet"
    path.parent.mkdir()
    path.write_text(TEXT, encoding="utf-8")
    result = timeline("-f", str(path), "export", "parquet", "-o", str(path.parent))
    assert (result.code, path.read_text(encoding="utf-8")) == (2, TEXT)


def test_neither_is_one_that_is_standard_input_or_output(write: Write) -> None:
    path = write(TEXT)
    command = [sys.executable, "-m", "timeline_cli"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with Path(path).open() as file:
        words = ["-f", "-", "export", "csv", "--force", "-o", path]
        done = subprocess.run([*command, *words], stdin=file, env=environment, capture_output=True, text=True)
    assert done.returncode == 2
    assert "is the same file as standard input" in done.stderr
    with Path(path).open("a") as file:
        words = ["-f", path, "export", "csv"]
        done = subprocess.run([*command, *words], stdout=file, env=environment, stderr=subprocess.PIPE, text=True)
    assert done.returncode == 2
    assert Path(path).read_text() == TEXT


def test_a_folder_is_replaced_whole_and_only_if_it_is_an_export(forms: None, timeline: Run, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    assert timeline("export", "parts", "-o", str(folder)).code == 0
    (folder / "old.part").write_bytes(b"old")
    assert timeline("export", "parts", "xiaomi", "-o", f"{folder}/").code == 0
    found = {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*.part")}
    assert found == {"one.part": b"16", "year=2025/two.part": b"2"}
    (folder / "notes.txt").write_text("mine")
    result = timeline("export", "parts", "-o", str(folder), "--force")
    assert result.code == 2
    assert "holds notes.txt, which is not from an export" in result.err
    assert (folder / "one.part").read_bytes() == found["one.part"]
    assert [path.name for path in tmp_path.iterdir()] == ["data"]


def test_broken_events_are_reported_and_the_rest_is_written(timeline: Run, write: Write, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    result = timeline("-f", write(TEXT + "- {date: 2025-02-30, title: B}\n"), "export", "-o", str(path))
    assert result.code == 1
    assert "left out: 1 broken event" in result.err
    assert len(path.read_text().splitlines()) == 2


def test_settings_do_not_shape_an_export(timeline: Run, write: Write) -> None:
    path = write(TEXT)
    plain = timeline("-f", path, "export", "csv").out
    write("[defaults]\nreverse = true\n", ".timeline.toml")
    assert timeline("-f", path, "export", "csv").out == plain


def test_names_of_formats_are_completed_as_the_first_word() -> None:
    assert "csv" in [one.value for one in answer(["export"], "cs").found]
    assert "csv" not in [one.value for one in answer(["export", "json"], "cs").found]
    assert "csv" in [one.value for one in answer(["export", "--format"], "cs").found]


@pytest.mark.skipif(not Path("/dev/stdout").exists(), reason="no /dev/stdout")
def test_a_device_or_a_pipe_is_written_as_it_is(write: Write) -> None:
    command = [sys.executable, "-m", "timeline_cli", "-f", write(TEXT), "export", "csv", "-o", "/dev/stdout"]
    done = subprocess.run(command, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True)
    assert done.returncode == 0
    assert len(done.stdout.splitlines()) == 3


def test_a_leftover_of_a_killed_run_is_removed_and_a_dangling_link_stays(timeline: Run, tmp_path: Path) -> None:
    leftover, link = tmp_path / ".a.csv.timeline-new", tmp_path / "link.csv"
    leftover.write_text("half")
    link.symlink_to(tmp_path / "nosuch.csv")
    assert timeline("export", "-o", str(tmp_path / "a.csv")).code == 0
    assert timeline("export", "-o", str(link)).code == 2
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.csv", "link.csv"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes")
def test_a_pipe_that_nobody_reads_is_an_error(timeline: Run, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.csv")
    result = timeline("export", "-o", str(tmp_path / "a.csv"))
    assert result.code == 2
    assert "could not be written" in result.err
