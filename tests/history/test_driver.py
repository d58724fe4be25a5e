"""timeline as git's merge driver, in real repositories: whatever goes wrong, ours is never left without a marker."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.history.repository import Repo, needs_git

pytestmark = needs_git

BASE = "events:\n- date: 2025-01-01\n  title: One\n- date: 2025-02-01\n  title: Two\n"
OURS = BASE + "- date: 2025-03-01\n  title: Ours\n"
THEIRS = BASE + "- date: 2025-03-01\n  title: Theirs\n"
BOTH = OURS + "- date: 2025-03-01\n  title: Theirs\n"
UNO, EINS = BASE.replace("One", "Uno"), BASE.replace("One", "Eins")


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    found = Repo(tmp_path / "repo")
    found.install()
    found.commit(BASE)
    return found


def diverge(repo: Repo, ours: str, theirs: str) -> None:
    """A branch `side` with theirs, and main with ours."""
    repo.git("checkout", "-q", "-b", "side")
    repo.commit(theirs)
    repo.git("checkout", "-q", "main")
    repo.commit(ours)


def test_a_merge_of_two_added_events(repo: Repo) -> None:
    diverge(repo, OURS, THEIRS)
    repo.git("merge", "-q", "side", "-m", "merge")
    assert repo.read() == BOTH
    assert repo.git("status", "--short") == ""


def test_a_rebase_and_a_cherry_pick(repo: Repo) -> None:
    diverge(repo, OURS, THEIRS)
    repo.git("cherry-pick", "side")
    assert repo.read() == BOTH
    repo.git("checkout", "-q", "side")
    repo.git("rebase", "-q", "main~1")
    assert repo.read() == BOTH


def test_a_stash(repo: Repo) -> None:
    repo.write(THEIRS)
    repo.git("stash", "-q")
    repo.commit(OURS)
    repo.git("stash", "pop", "-q")
    assert repo.read() == BOTH


def test_a_criss_cross_merge(repo: Repo) -> None:
    diverge(repo, UNO, THEIRS)
    repo.git("branch", "old-main")
    repo.git("merge", "-q", "side", "-m", "merge")
    repo.git("checkout", "-q", "side")
    repo.git("merge", "-q", "old-main", "-m", "merge")
    repo.commit(repo.read().replace("Two", "Zwei"))
    repo.git("checkout", "-q", "main")
    repo.commit(repo.read().replace("2025-02-01", "2025-02-02"))
    repo.git("merge", "-q", "side", "-m", "merge", code=None)
    text = repo.read()
    assert "<<<<<<<" in text or ("Zwei" in text and "2025-02-02" in text and "Uno" in text and "Theirs" in text)


@pytest.mark.parametrize("style", ["merge", "diff3", "zdiff3"])
def test_a_conflict_has_markers_in_the_style_of_the_settings(repo: Repo, style: str) -> None:
    diverge(repo, UNO, EINS)
    repo.git("-c", f"merge.conflictStyle={style}", "merge", "-q", "side", "-m", "merge", code=1)
    base = "||||||| base\n  title: One\n" if style != "merge" else ""
    text = repo.read().replace("<<<<<<< HEAD", "<<<<<<< ours").replace(">>>>>>> side", ">>>>>>> theirs")
    if "||||||| " in text:
        text = text.replace(text[text.index("|||||||") : text.index("  title: One")], "||||||| base\n")
    conflict = f"<<<<<<< ours\n  title: Uno\n{base}=======\n  title: Eins\n>>>>>>> theirs\n"
    assert text == BASE.replace("  title: One\n", conflict)
    assert "UU events.yaml" in repo.git("status", "--short")


def test_the_size_of_markers_is_that_of_the_attributes(tmp_path: Path) -> None:
    repo = Repo(tmp_path / "repo")
    repo.install("*.yaml merge=timeline conflict-marker-size=12\n")
    repo.commit(BASE)
    diverge(repo, UNO, EINS)
    repo.git("merge", "-q", "side", "-m", "merge", code=1)
    assert "\n<<<<<<<<<<<< " in repo.read()


BREAKS = {
    "missing": None,
    "killed": "kill -9 $$",
    "refusing": "exit 2",
    "a bug": "exit 70",
}  # fmt: skip


@pytest.mark.parametrize("how", BREAKS)
def test_without_the_program_git_merges(repo: Repo, how: str) -> None:
    line = BREAKS[how]
    if line is None:
        (repo.bin / "timeline").unlink()
        repo.environment["PATH"] = "/usr/bin:/bin"
    else:
        repo.program(line)
    diverge(repo, UNO, EINS)
    repo.git("merge", "-q", "side", "-m", "merge", code=1)
    text = repo.read()
    assert "<<<<<<< ours\n" in text and ">>>>>>> theirs\n" in text and "Uno" in text and "Eins" in text


def test_an_unreadable_side_is_merged_by_lines(repo: Repo) -> None:
    broken = THEIRS + "<<<<<<< old\n- title: [\n"
    diverge(repo, OURS, broken)
    repo.git("merge", "-q", "side", "-m", "merge", code=1)
    text = repo.read()
    assert "Ours" in text and "Theirs" in text and "<<<<<<<" in text


@pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")
def test_versions_from_pipes_are_merged(repo: Repo) -> None:
    repo.write(UNO)
    assert repo.run("bash", "-c", "timeline merge <(cat events.yaml) events.yaml <(cat events.yaml)") == UNO


def test_the_mergetool(repo: Repo) -> None:
    repo.git("config", "merge.timeline.driver", "false")
    diverge(repo, OURS, THEIRS)
    repo.git("merge", "-q", "side", "-m", "merge", code=1)
    repo.git("mergetool", "--no-prompt", "--tool=timeline")
    assert repo.read() == BOTH


def test_install_and_uninstall_restore_the_settings_byte_for_byte(tmp_path: Path) -> None:
    repo = Repo(tmp_path / "repo")
    config = repo.folder / ".git" / "config"
    for before in (
        config.read_bytes(),
        config.read_bytes() + b"[user]\r\n\tname = Ada\r\n",
        b"[core]\n\tbare = false",
        b"",
    ):
        config.write_bytes(before)
        assert repo.timeline("git", "--install") == "*.yaml merge=timeline diff=timeline\n"
        once = config.read_bytes()
        assert once != before
        repo.timeline("git", "--install")
        assert config.read_bytes() == once
        assert repo.git("config", "merge.timeline.recursive") == "binary\n"
        assert "%A %O %B" in repo.git("config", "merge.timeline.driver")
        repo.timeline("git", "--uninstall")
        assert config.read_bytes() == before
    repo.timeline("git", code=2)
    repo.timeline("git", "--install", "--uninstall", code=2)
    assert not (repo.folder / ".gitattributes").exists()


def test_hunk_headers_name_the_event(repo: Repo) -> None:
    long = BASE + "".join(f"  x-{number}: {number}\n" for number in range(20))
    repo.commit(long)
    repo.write(long.replace("x-15: 15", "x-15: 16"))
    assert "@@   title: Two" in repo.git("diff")


def test_outside_of_a_repository(tmp_path: Path) -> None:
    repo = Repo(tmp_path / "repo")
    repo.folder = tmp_path
    repo.timeline("git", "--install", code=2)
    assert "there is no git repository here" in repo.err
    repo.program(f'PATH=/nonexistent exec "{__import__("sys").executable}" -m timeline_cli "$@"')
    repo.timeline("git", "--install", code=2)
    assert "git was not found" in repo.err
