"""`timeline edit`, `timeline fmt` and `timeline init` as commands."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from timeline_cli.cli import edit as edit_command
from timeline_cli.editing import write as writing
from timeline_cli.index import choose

Run = Callable[..., "tuple[int, str, str]"]
Write = Callable[..., str]

FILE = "events:\n- id: b\n  date: 2025\n  title: B\n# about a\n- id: a-1\n  date: 2024\n  title: A\n"


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    """An editor called vim that runs some Python on the text; what it was given is written beside it."""

    def make(code: str) -> Path:
        script, given = tmp_path / "bin" / "vim", tmp_path / "bin" / "given"
        script.parent.mkdir()
        script.write_text(
            f"#!{sys.executable}\nimport sys\nfrom pathlib import Path\nfile = Path(sys.argv[-1])\n"
            f"with open({str(given)!r}, 'a') as log: log.write(repr(sys.argv[1:]) + '\\n')\n"
            f"text = file.read_text()\n{code}\nfile.write_text(text)\n",
            encoding="utf-8",
        )
        script.chmod(0o755)
        monkeypatch.setenv("EDITOR", str(script))
        monkeypatch.delenv("VISUAL", raising=False)
        return given

    return make


# edit


@pytest.mark.skipif(sys.platform == "win32", reason="a script as an editor")
@pytest.mark.parametrize("size", [0, 1 << 20], ids=["with an index", "without"])
def test_the_editor_opens_at_the_line_and_the_file_is_checked(
    timeline: Run, write: Write, editor: Callable[[str], Path], size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(choose, "WORTHWHILE", size)
    path = write(FILE)
    given = editor("text = text.replace('2024', '2024-02-30')")
    code, _, err = timeline("-f", path, "edit", "a-1")
    assert code == 1
    assert given.read_text() == f"['+6', {path!r}]\n"
    assert f"{path}:7:9: error E101 2024-02-30 does not exist" in err


@pytest.mark.skipif(sys.platform == "win32", reason="a script as an editor")
def test_no_other_command_changes_the_file_while_the_editor_has_it(
    timeline: Run, write: Write, editor: Callable[[str], Path]
) -> None:
    path = write(FILE)
    editor(
        "from timeline_cli.editing import write\nfrom timeline_cli.errors import NotWritten\n"
        "try:\n    write.replace_bytes(str(file), text.encode(), b'')\nexcept NotWritten as refused:\n"
        "    text = f'# {refused.message}\\n' + text"
    )
    assert timeline("-f", path, "edit", "a-1")[0] == 0
    assert Path(path).read_text().startswith(f"# {path} is open in timeline edit\n")
    assert not list(Path(path).parent.glob(".*"))
    # What an edit leaves that was killed keeps nobody out.
    Path(path).with_name(f".events.yaml{writing.EDIT_ENDING}").touch()
    assert timeline("-f", path, "add", "--date", "2026", "--title", "C")[0] == 0
    assert not list(Path(path).parent.glob(".*"))


@pytest.mark.skipif(sys.platform == "win32", reason="a script as an editor")
def test_one_may_go_back_in_until_it_is_mended(
    timeline: Run, write: Write, editor: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(FILE)
    given = editor("text = text.replace('02-30', '02-28') if '02-30' in text else text.replace('2024', '2024-02-30')")
    monkeypatch.setattr(edit_command, "_goes_back", lambda settings: True)
    assert timeline("-f", path, "edit", "a-1")[0] == 0
    assert given.read_text() == f"['+6', {path!r}]\n['+7', {path!r}]\n"


@pytest.mark.skipif(sys.platform == "win32", reason="a script as an editor")
@pytest.mark.parametrize(
    ("text", "line"),
    [
        (FILE.replace("2024", "2024-02-30"), 6),
        ("events:\n- {date: 2024-02-30, title: A, id: 'a-1'}\n", 2),
        ("events:\n- date: 2024-02-30\n  title: A\n  id: a-1   # here\n", 4),
        ('[{"id": "a-1", "date": "no"}]\n', 1),
    ],
)
def test_a_broken_event_is_found_by_its_id(
    timeline: Run, write: Write, editor: Callable[[str], Path], text: str, line: int
) -> None:
    path = write(text)
    given = editor("")
    assert timeline("-f", path, "edit", "a-1")[0] == 1
    assert given.read_text() == f"['+{line}', {path!r}]\n"


def test_what_cannot_be_edited_is_told(timeline: Run, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(FILE)
    monkeypatch.setenv("VISUAL", "no-such-editor")
    code, _, err = timeline("-f", path, "edit", "aa-1")
    assert code == 2
    assert "did you mean a-1?" in err
    code, _, err = timeline("-f", path, "edit", "a-1")
    assert code == 2
    assert "the editor no-such-editor cannot be started: No such file" in err
    folder = str(Path(write(FILE, "all/a.yaml")).parent)
    write("events:\n", "all/b.yaml")
    assert "name an event, or choose a file: -f" in timeline("-f", folder, "edit")[2]
    assert "standard input cannot be changed" in timeline("-f", "-", "edit", stdin=FILE)[2]
    assert "cannot be edited" in timeline("-f", "-", "edit", "a-1", stdin=FILE)[2]


# fmt


def test_fmt_sorts_and_says_so(timeline: Run, write: Write) -> None:
    path = write(FILE)
    sorted_text = "events:\n# about a\n- id: a-1\n  date: 2024\n  title: A\n- id: b\n  date: 2025\n  title: B\n"
    assert timeline("-f", path, "fmt", "--check") == (1, f"would format {path}, 1 event moved\n", "")
    code, out, _ = timeline("-f", path, "fmt", "--diff")
    assert code == 0
    assert "+- id: b" in out.splitlines()
    assert Path(path).read_text() == FILE
    assert timeline("-f", path, "fmt") == (0, f"formatted {path}, 1 event moved\n", "")
    assert Path(path).read_text() == sorted_text
    assert timeline("-f", path, "fmt") == (0, "", "nothing to change\n")
    assert timeline("-f", path, "fmt", "--check") == (0, "", "")


def test_fmt_without_sorting(timeline: Run, write: Write) -> None:
    path = write(FILE.replace("# about", "\n\n\n# about") + "\n")
    assert timeline("-f", path, "fmt", "--no-sort")[0] == 0
    assert Path(path).read_text() == FILE.replace("# about", "\n# about")


def test_fmt_takes_every_file_of_a_folder_once(timeline: Run, write: Write, tmp_path: Path) -> None:
    one, other = write(FILE, "all/a.yaml"), write(FILE.replace("id: ", "id: x"), "all/b.yaml")
    (tmp_path / "all" / "c.yaml").symlink_to("a.yaml")
    assert timeline("-f", str(tmp_path / "all"), "fmt")[0] == 0
    assert [Path(file).read_text().count("about a\n- id") for file in (one, other)] == [1, 1]
    assert sorted(path.name for path in (tmp_path / "all").iterdir()) == ["a.yaml", "b.yaml", "c.yaml"]


def test_what_is_saved_while_fmt_runs_is_formatted(
    timeline: Run, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, swap = write(FILE), writing.swap

    def save_and_swap(new: Path, old: Path, spare: Path) -> bool:
        monkeypatch.setattr(writing, "swap", swap)
        Path(path).write_text(FILE.replace("2025", "2023"))
        return swap(new, old, spare)

    monkeypatch.setattr(writing, "swap", save_and_swap)
    assert timeline("-f", path, "fmt") == (0, "", "nothing to change\n")
    assert Path(path).read_text() == FILE.replace("2025", "2023")


def test_fmt_leaves_what_it_cannot_read(timeline: Run, write: Write) -> None:
    text = FILE.replace("2024", "2024-02-30")
    path = write(text)
    code, _, err = timeline("-f", path, "fmt")
    assert code == timeline("-f", path, "fmt", "--check")[0] == 1
    assert "timeline fmt --no-sort" in err
    assert Path(path).read_text() == text
    assert timeline("-f", write("- date: 2024\n   title: A\n", "torn.yaml"), "fmt")[0] == 1
    assert timeline("-f", write(b"\xe9", "latin.yaml"), "fmt")[0] == 2


def test_fmt_tells_why_events_stay(timeline: Run, write: Write) -> None:
    path = write("- &a {date: 2024, title: A}\n- {<<: *a, date: 2023}\n")
    assert "not sorted: *a must stay below &a" in timeline("-f", path, "fmt")[2]


# init


def test_init_makes_a_file_that_is_right_and_can_be_added_to(
    timeline: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert timeline("init") == (0, "created events.yaml\n", "next: timeline add\n")
    assert timeline("check") == (0, "no problems in 1 file, 0 good events\n", "")
    assert timeline("show").err == "no events yet; add one with `timeline add`\n"
    assert timeline("-q", "show").err == ""
    before = (tmp_path / "events.yaml").read_text()
    assert timeline("add", "--date", "2025", "--title", "A")[0] == 0
    assert (tmp_path / "events.yaml").read_text() == before + "- id: 2025-a\n  date: 2025\n  title: A\n"


def test_the_comments_of_init_are_right_themselves(
    timeline: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    timeline("init")
    path = tmp_path / "events.yaml"
    head, names = path.read_text().split("companies:\n")
    text = head + "companies:\n" + ("\n" + names).replace("\n#  ", "\n  ")
    path.write_text(text + "- date: 2025-03-22\n  title: A\n  companies: [Acme]\n  sources: [herald]\n")
    assert timeline("check", "--strict") == (0, "no problems in 1 file, 1 good event\n", "")


def test_init_never_writes_over_a_file(timeline: Run, write: Write) -> None:
    path = write(FILE)
    for arguments in (("init", path), ("-f", path, "init")):
        code, _, err = timeline(*arguments)
        assert code == 2
        assert "already exists" in err
        assert f"timeline -f {path} add adds an event to it" in err
    assert Path(path).read_text() == FILE


@pytest.mark.parametrize("arguments", [("init", "-"), ("init", ""), ("-f", "a", "init", "b")])
def test_init_needs_one_name(timeline: Run, arguments: tuple[str, ...]) -> None:
    assert timeline(*arguments)[0] == 2
