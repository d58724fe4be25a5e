"""Revisions as input: diff, log, --at and --since in a repository that is built for it."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.history.repository import Repo, needs_git

pytestmark = needs_git

FIRST = "events:\n- id: one\n  date: 2025-01-01\n  title: One\n- date: 2025-02-01\n  title: Two\n  tags: [a, b]\n"


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    return Repo(tmp_path / "repo")


def rows(repo: Repo, *arguments: str, code: int = 0) -> list[Any]:
    found: list[Any] = json.loads(repo.timeline(*arguments, "--json", code=code))
    return found


def shorten(row: Any) -> tuple[Any, ...]:
    return row["what"], row["change"], row["id"], {f["field"]: (f["before"], f["after"]) for f in row["fields"]}


def test_diff_of_head_and_the_files_now(repo: Repo) -> None:
    repo.commit("companies:\n  Acme: {}\n" + FIRST)
    assert rows(repo, "diff") == []
    repo.write("companies:\n  Acme: {aliases: [AC]}\ndefaults: {type: deal}\n" + FIRST.replace("One", "Uno").replace(
        "[a, b]", "[a, c]") + "- date: 2025-03-01\n  title: Three\n")  # fmt: skip
    assert [shorten(row) for row in rows(repo, "diff")] == [
        ("company", "changed", "Acme", {"aliases": (None, ["AC"])}),
        ("defaults", "added", "", {"type": (None, "deal")}),
        ("event", "changed", "one", {"title": ("One", "Uno")}),
        ("event", "changed", "2025-02-01-two", {"tags": (["a", "b"], ["a", "c"])}),
        ("event", "added", "2025-03-01-three", {"date": (None, "2025-03-01"), "title": (None, "Three")}),
    ]
    assert repo.timeline("diff", "--oneline").splitlines() == [
        "~ company Acme  [aliases]", "+ defaults", "~ 2025-01-01  Uno  [title]", "~ 2025-02-01  Two  [tags]",
        "+ 2025-03-01  Three",
    ]  # fmt: skip
    assert "HEAD against the files now" in repo.err
    assert "    tags  − b; + c\n" in repo.timeline("diff")
    repo.timeline("diff", "--exit-code", code=1)
    assert [row["title"] for row in rows(repo, "diff", "uno")] == ["Uno"]
    assert [row["title"] for row in rows(repo, "diff", "text:three or one")] == ["Uno", "Three"]


def test_diff_of_revisions_and_files(repo: Repo) -> None:
    repo.commit(FIRST)
    repo.git("tag", "v1")
    repo.commit(FIRST.replace("One", "Uno"))
    repo.commit(FIRST.replace("One", "Eins"))
    assert [shorten(row)[3] for row in rows(repo, "diff", "v1")] == [{"title": ("One", "Eins")}]
    assert [shorten(row)[3] for row in rows(repo, "diff", "v1..HEAD~1")] == [{"title": ("One", "Uno")}]
    assert [shorten(row)[3] for row in rows(repo, "diff", "HEAD~1", "v1")] == [{"title": ("Uno", "One")}]
    assert [shorten(row)[3] for row in rows(repo, "diff", "--from", "v1", "--to", "HEAD~1")] == [
        {"title": ("One", "Uno")}
    ]
    assert rows(repo, "diff", "v1...HEAD", "two") == []
    repo.write(FIRST.replace("Two", "Zwei"), "other.yaml")
    assert [shorten(row)[3] for row in rows(repo, "diff", "events.yaml", "other.yaml", "zwei")] == [
        {"title": ("Two", "Zwei")}
    ]


def test_diff_of_folders_shows_what_moved(repo: Repo) -> None:
    for name, text in (("a/x.yaml", FIRST), ("a/y.yaml", "- {date: 2024, title: Y}\n")):
        repo.write(text, name)
    for name, text in (("b/x.yaml", FIRST.split("- date")[0]), ("b/y.yaml", "- {date: 2024, title: Y}\n- date" +
                       FIRST.split("- date")[1])):  # fmt: skip
        repo.write(text, name)
    assert [shorten(row) for row in rows(repo, "diff", "a", "b")] == [
        ("event", "moved", "2025-02-01-two", {"file": ("x.yaml", "y.yaml")})
    ]


def test_diff_tells_a_revision_from_a_question(repo: Repo) -> None:
    repo.commit(FIRST)
    repo.git("tag", "2025")
    repo.write(FIRST.replace("One", "Uno"))
    repo.timeline("diff", "2025", code=2)
    assert "2025 is a revision and a date" in repo.err and "--from 2025" in repo.err
    assert len(rows(repo, "diff", "--from", "2025")) == 1
    repo.git("tag", "-d", "2025")
    assert len(rows(repo, "diff", "2025")) == 1
    assert len(rows(repo, "diff", "2024..2025-01")) == 1
    assert rows(repo, "diff", "2026") == []
    assert len(rows(repo, "diff", repo.git("rev-parse", "--short=7", "HEAD").strip())) == 1
    repo.timeline("diff", "nope~1", code=2)
    assert "nope~1 is not a revision" in repo.err
    for words in (["origin/main", "--exit-code"], ["nope.yaml", "events.yaml"], ["HEAD", "v1/x"]):
        repo.timeline("diff", *words, code=2)
        assert "is not a file, a folder or a revision" in repo.err and "search for it: text:" in repo.err
    repo.timeline("diff", "20250322", code=2)
    assert "hint: write 2025-03-22" in repo.err
    assert len(rows(repo, "diff", "2024/2025")) == len(rows(repo, "diff", "HEAD", "text:Uno")) == 1
    assert rows(repo, "diff", "nope") == [] and "no event matches in either version" in repo.err


def test_an_event_that_is_broken_is_not_gone(repo: Repo) -> None:
    repo.commit(FIRST)
    repo.write(FIRST.replace("title: Two", "title: Two: and"))
    found = rows(repo, "diff", code=1)
    assert [row for row in found if row["change"] == "gone"] == []
    assert "left out: 1 event that cannot be read" in repo.err
    repo.write(FIRST.split("- date: 2025-02")[0] + "---\n- date: 2025-02" + FIRST.split("- date: 2025-02")[1])
    assert rows(repo, "diff", code=1) == []
    (repo.folder / "events.yaml").write_bytes(FIRST.encode("utf-16"))
    assert rows(repo, "diff") == []
    (repo.folder / "events.yaml").write_bytes(b"\xff" + FIRST.encode())
    repo.timeline("diff", code=2)


def test_an_event_with_an_error_is_compared_but_never_matches(repo: Repo) -> None:
    repo.write(FIRST.replace("2025-01-01", "2025-02-30"), "old.yaml")
    repo.write(FIRST)
    assert len(rows(repo, "diff", "old.yaml", "events.yaml")) == 1
    assert '"One"' in repo.timeline("diff", "old.yaml", "events.yaml", "text:One", "--json", code=1)
    assert "E101" in repo.err and "left out: 1 broken event" in repo.err and "-f old.yaml check" in repo.err


def test_long_texts_show_the_words_that_changed(repo: Repo) -> None:
    words = [f"word{number}" for number in range(30)]
    repo.commit(FIRST + f"  summary: {' '.join(words)}\n")
    words[15] = "other"
    repo.write(FIRST + f"  summary: {' '.join(words)}\n")
    shown = " ".join(repo.timeline("diff").split())
    assert "summary … word11 word12 word13 word14 [−word15−] [+other+] word16 word17 word18 word19 …" in shown


def test_log_follows_an_event(repo: Repo) -> None:
    added = repo.commit(FIRST, "add")
    repo.commit(FIRST + "- date: 2026\n  title: Else\n", "something else")
    titled = repo.commit(FIRST.replace("One", "Uno"), "title")
    repo.commit(FIRST.replace("One", "Uno").replace("title: Two", "title: ]["), "break another event")
    repo.commit(FIRST.replace("title: One", "title: Uno: "), "break it")
    repaired = repo.commit(FIRST.replace("One", "Uno").replace("id: one\n", "id: one\n  type: deal\n"), "repair it")
    renamed = repo.commit(repo.read().replace("id: one", "id: uno"), "rename")
    repo.write(repo.read().replace("- id: uno\n  type: deal\n  date: 2025-01-01\n  title: Uno\n", ""))
    repo.write("- id: uno\n  type: deal\n  date: 2025-01-01\n  title: Uno\n", "more/x.yaml")
    repo.write("include: [more/*.yaml]\n" + repo.read())
    moved = repo.commit(message="move")
    repo.git("mv", "more/x.yaml", "more/y.yaml")
    file_renamed = repo.commit(message="rename the file")
    expected = [
        (file_renamed, "moved", "uno", None, ["file"]),
        (moved, "moved", "uno", None, ["file"]),
        (renamed, "changed", "uno", "one", ["id"]),
        (repaired, "changed", "one", None, ["type"]),
        (titled, "changed", "one", None, ["title"]),
        (added, "added", "one", None, ["id", "date", "title"]),
    ]
    for name in ("uno", "one"):
        found = rows(repo, "log", name)
        shown = [(r["commit"], r["change"], r["id"], r["id_before"], [f["field"] for f in r["fields"]]) for r in found]
        assert shown == expected
    assert found[-1]["author"] == "Ada Byron" and found[-1]["when"].startswith("2025-01-01T12:00:00")
    lines = repo.timeline("log", "uno").splitlines()
    assert lines[0] == f"2025-01-09  Ada Byron  {file_renamed[:10]}  rename the file"
    repo.timeline("log", "nope", code=2)
    assert "no event has or had the id nope" in repo.err


def test_log_of_an_event_that_is_gone_or_not_committed(repo: Repo) -> None:
    added = repo.commit(FIRST)
    gone = repo.commit(FIRST.split("- date: 2025-02")[0])
    assert [(r["commit"], r["change"]) for r in rows(repo, "log", "2025-02-01-two")] == [
        (gone, "gone"),
        (added, "added"),
    ]
    repo.write(repo.read().replace("One", "Uno"))
    assert [(r["commit"], r["change"]) for r in rows(repo, "log", "one")] == [(None, "changed"), (added, "added")]


def test_log_of_an_event_that_is_removed_or_moved_but_not_committed(repo: Repo) -> None:
    repo.write(FIRST, "more/x.yaml")
    added = repo.commit("include: [more/*.yaml]\n")
    repo.write(FIRST.split("- date: 2025-02")[0], "more/x.yaml")
    repo.write("events:\n- date: 2025-02" + FIRST.split("- date: 2025-02")[1], "more/y.yaml")
    found = rows(repo, "log", "2025-02-01-two")
    assert [(row["commit"], row["change"]) for row in found] == [(None, "moved"), (added, "added")]
    (repo.folder / "more" / "x.yaml").unlink()
    assert [(row["commit"], row["change"]) for row in rows(repo, "log", "one")] == [(None, "gone"), (added, "added")]
    repo.write(FIRST.replace("title: One", "title: One: and"), "more/x.yaml")
    assert [(row["commit"], row["change"]) for row in rows(repo, "log", "one")] == [(added, "added")]


def test_log_of_merges(repo: Repo) -> None:
    base = repo.commit(FIRST)
    repo.git("checkout", "-q", "-b", "side")
    side = repo.commit(FIRST.replace("One", "Uno"))
    repo.git("checkout", "-q", "main")
    repo.commit(FIRST.replace("Two", "Zwei"))
    repo.git("merge", "-q", "--no-commit", "side", code=None)
    repo.write(FIRST.replace("One", "Uno").replace("Two", "Zwei"))
    repo.commit(message="merge")
    assert [row["commit"] for row in rows(repo, "log", "one")] == [side, base]


def _merged(repo: Repo, side: str, main: str, merged: str) -> list[str]:
    """The ids of a base, a change of a side branch, one of the main branch, and a merge of both."""
    base = repo.commit(FIRST)
    repo.git("checkout", "-q", "-b", "side")
    commits = [base, repo.commit(side)]
    repo.git("checkout", "-q", "main")
    commits.append(repo.commit(main))
    repo.git("merge", "-q", "--no-commit", "side", code=None)
    return [*commits, repo.commit(merged, "merge")]


def _steps(repo: Repo, identity: str) -> list[tuple[str, str, list[str]]]:
    found = rows(repo, "log", identity)
    return [(row["commit"], row["change"], [field["field"] for field in row["fields"]]) for row in found]


def test_log_follows_both_sides_of_a_merge(repo: Repo) -> None:
    late = FIRST.replace("2025-01-01", "2025-01-02")
    base, side, main, _ = _merged(repo, FIRST.replace("One", "Uno"), late, late.replace("One", "Uno"))
    added = (base, "added", ["id", "date", "title"])
    assert _steps(repo, "one") == [(main, "changed", ["date"]), (side, "changed", ["title"]), added]


def test_log_of_a_conflict_and_of_a_side_that_a_merge_dropped(repo: Repo) -> None:
    changed = FIRST.replace("One", "Uno").replace("2025-01-01", "2025-01-02")
    base, side, main, merge = _merged(
        repo, FIRST.replace("One", "Un"), changed, changed.replace("Uno", "Third").replace("title: Two", "title: 2")
    )
    added = (base, "added", ["id", "date", "title"])
    steps = [(main, "changed", ["date", "title"]), (side, "changed", ["title"]), added]
    assert _steps(repo, "one") == [(merge, "changed", ["title"]), *steps]
    repo.git("reset", "-q", "--hard", main)
    repo.git("merge", "-q", "-s", "ours", "side")
    assert _steps(repo, "one") == steps


@pytest.mark.parametrize("is_dropped", [False, True])
def test_log_of_an_event_that_one_side_removed(repo: Repo, is_dropped: bool) -> None:
    gone = FIRST.split("- date: 2025-02")[0]
    new = FIRST + "- {id: new, date: 2025, title: New}\n"
    base, side, main, merge = _merged(repo, new if is_dropped else FIRST.replace("One", "Uno"), gone, gone)
    if is_dropped:
        assert [step[:2] for step in _steps(repo, "new")] == [(merge, "gone"), (side, "added")]
    assert [step[:2] for step in _steps(repo, "2025-02-01-two")] == [(main, "gone"), (base, "added")]


def test_log_of_a_last_field_that_is_removed(repo: Repo) -> None:
    repo.commit(FIRST)
    shorter = repo.commit(FIRST.replace("  tags: [a, b]\n", ""))
    found = rows(repo, "log", "2025-02-01-two")
    assert (found[0]["commit"], found[0]["change"]) == (shorter, "changed")


def test_show_at_a_revision(repo: Repo) -> None:
    repo.write("- {date: 2024, title: Old}\n", "more/a.yaml")
    repo.commit("include: [more/*.yaml]\n" + FIRST)
    repo.write("- {date: 2023, title: Older}\n", "more/b.yaml")
    repo.commit(FIRST.replace("One", "Uno"))
    titles = [row["title"] for row in rows(repo, "show", "--at", "HEAD~1")]
    assert titles == ["Old", "One", "Two"]
    assert repo.timeline("show", "--count", "--at", "HEAD~1", "text:one") == "1\n"
    assert {row["file"] for row in rows(repo, "show", "--at", "HEAD~1")} == {"events.yaml", "more/a.yaml"}
    assert "3 events" in repo.timeline("stats", "--at", "HEAD~1")
    assert "One" in repo.timeline("export", "csv", "--at", "HEAD~1")
    repo.folder = repo.folder / "more"
    assert "Two" in repo.timeline("show", "--at", "HEAD~1")
    assert [row["title"] for row in rows(repo, "-f", ".", "show", "--at", "HEAD~1")] == ["Old"]
    repo.timeline("-f", "c.yaml", "show", "--at", "HEAD", code=2)
    assert "more/c.yaml is not in HEAD" in repo.err


def test_check_since_a_revision(repo: Repo) -> None:
    broken = FIRST.replace("2025-01-01", "2025-02-30")
    repo.commit(broken)
    repo.timeline("check", code=1)
    repo.timeline("check", "--since", "HEAD")
    repo.write("# a new line\n" + broken + "- {date: 2025-13, title: New}\n")
    assert [row["line"] for row in rows(repo, "check", "--since", "HEAD", code=1)] == [9]
    repo.write(broken.replace("One", "Uno"))
    assert len(rows(repo, "check", "--since", "HEAD", code=1)) == 1
    repo.write("- {date: 2025-13, title: New}\n", "new.yaml")
    assert "E101" in repo.timeline("check", "new.yaml", "--since", "HEAD", code=1)


COMMANDS = [["diff"], ["log", "one"], ["show", "--at", "HEAD"], ["check", "--since", "HEAD"]]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda words: words[0])
def test_without_git_or_a_repository_or_commits(repo: Repo, command: list[str]) -> None:
    repo.write(FIRST)
    repo.timeline(*command, code=2)
    assert "this repository has no commits" in repo.err
    shutil.rmtree(repo.folder / ".git")
    repo.timeline(*command, code=2)
    assert "there is no git repository here" in repo.err
    repo.program(f'PATH=/nonexistent exec {os.sys.executable} -m timeline_cli "$@"')  # type: ignore[attr-defined]
    repo.timeline(*command, code=2)
    assert "git was not found" in repo.err


@pytest.mark.parametrize(
    "revision", ["-x", "--help", "--output=x", "nope", "HEAD~99", "", ":/x", "HEAD:events.yaml", "a\nb"]
)
def test_what_is_no_revision(repo: Repo, revision: str) -> None:
    repo.commit(FIRST)
    for command in (["show", f"--at={revision}"], ["diff", f"--from={revision}"], ["check", f"--since={revision}"]):
        repo.timeline(*command, code=2)
        assert "timeline: error:" in repo.err and "this is a bug" not in repo.err
    assert not (repo.folder / "x").exists()


def test_strange_names_a_shallow_clone_and_a_submodule(repo: Repo, tmp_path: Path) -> None:
    name = "a \"b\"\n'c'.yaml"
    repo.commit(FIRST, name=name)
    repo.commit(FIRST.replace("One", "Uno"), name=name)
    assert [row["title"] for row in rows(repo, "-f", name, "show", "--at", "HEAD~1")] == ["One", "Two"]
    assert [row["change"] for row in rows(repo, "-f", name, "log", "one")] == ["changed", "added"]
    assert len(rows(repo, "-f", name, "diff", "HEAD~1")) == 1
    shallow = Repo(tmp_path / "other")
    shutil.rmtree(shallow.folder)
    repo.run("git", "clone", "-q", "--depth", "1", f"file://{repo.folder}", str(shallow.folder))
    shallow.timeline("-f", name, "show", "--at", "HEAD~1", code=2)
    assert "this clone is shallow" in shallow.err
    assert [row["change"] for row in rows(shallow, "-f", name, "log", "one")] == ["added"]
    assert "this clone is shallow" in shallow.err
    outer = Repo(tmp_path / "outer")
    outer.git("-c", "protocol.file.allow=always", "submodule", "add", "-q", str(repo.folder), "sub")
    outer.commit(FIRST)
    inner = f"sub/{name}"
    assert [row["title"] for row in rows(outer, "-f", inner, "show", "--at", "HEAD~1")] == ["One", "Two"]
    outer.timeline("-f", "events.yaml", "-f", inner, "show", "--at", "HEAD", code=2)
    assert "is not in HEAD" in outer.err or "is not in the repository" in outer.err
