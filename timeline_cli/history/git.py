"""git, asked by its own commands, without a shell: revisions, files of a revision, commits.

Owns: the errors that say why git has no answer. Does not: write to a repository.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import chain, groupby, pairwise
from pathlib import Path
from typing import NamedTuple

from timeline_cli.errors import TimelineError
from timeline_cli.text import clean


class GitFault(TimelineError):
    """git is missing, or has no such repository, revision or file."""


SHALLOW = "this clone is shallow; `git fetch --unshallow` gets its earlier commits"


class Changed(NamedTuple):
    """A file that differs from a parent: its path, and its contents there and in the commit."""

    path: str
    before: str
    after: str


class Commit(NamedTuple):
    """A commit; `when` in ISO 8601. `sides` are the files that differ from each parent."""

    id: str
    author: str
    email: str
    when: str
    subject: str
    sides: tuple[tuple[Changed, ...], ...]

    @property
    def files(self) -> Iterator[Changed]:
        """The files that differ from a parent, once for each."""
        return chain.from_iterable(self.sides)


_ENVIRONMENT = {"GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C", "GIT_PAGER": "cat"}
_FILES = ("100644", "100755")


class Repository:
    """The repository that a file or folder belongs to, which may be gone since. Raises GitFault if there is none."""

    def __init__(self, path: Path) -> None:
        path = path.absolute()
        self._folder = next(folder for folder in (path, *path.parents) if folder.is_dir())
        top = self._run("rev-parse", "--show-toplevel").decode("utf-8", "surrogateescape").removesuffix("\n")
        if not top:
            raise GitFault("this is a bare repository, which has no files", "run it in a working tree")
        self.top = Path(top)

    @staticmethod
    def setting(key: str) -> str:
        """A setting of git, in any repository or none. Raises GitFault if it is not set."""
        return _git(("config", "--get", key), Path.cwd()).decode("utf-8", "replace").strip()

    def _run(self, *arguments: str, given: bytes | None = None) -> bytes:
        return _git(arguments, self._folder, given)

    def commit(self, revision: str) -> str:
        """The id of the commit that a revision names. Raises GitFault."""
        asked = ("rev-parse", "--verify", "--quiet", "--end-of-options")
        with suppress(GitFault):
            return self._run(*asked, f"{revision}^{{commit}}").decode().strip()
        try:
            self._run(*asked, "HEAD")
        except GitFault:
            raise GitFault("this repository has no commits", "commit the files first") from None
        hint = SHALLOW if self.is_shallow else "write a commit, a branch or a tag of this repository"
        raise GitFault(f"{clean(revision)} is not a revision of this repository", hint)

    @property
    def is_shallow(self) -> bool:
        """Whether earlier commits are missing."""
        return self._run("rev-parse", "--is-shallow-repository").strip() == b"true"

    def merge_base(self, one: str, other: str) -> str:
        """The best common ancestor of two commits. Raises GitFault."""
        try:
            return self._run("merge-base", one, other).decode().split("\n")[0]
        except GitFault:
            hint = "write two dots to compare the revisions"
            raise GitFault("the two revisions have no common ancestor", hint) from None

    def relative(self, file: str) -> str:
        """A file's path from the top of the repository. Raises GitFault if it is elsewhere."""
        path = Path(os.path.abspath(file))  # noqa: PTH100 (git tracks a link, not its target)
        try:
            found = Path(os.path.realpath(path.parent), path.name).relative_to(os.path.realpath(self.top))
        except ValueError:
            where = f"{clean(file)} is not in the repository {clean(str(self.top))}"
            raise GitFault(where, "name a file of this repository") from None
        return found.as_posix()

    def entries(self, commit: str) -> dict[str, str]:
        """The files of a revision: the ids of their contents, by path from the top of the repository."""
        found = self._run("ls-tree", "-r", "-z", "--full-tree", commit).decode("utf-8", "surrogateescape")
        entries = {}
        for row in filter(None, found.split("\0")):
            about, _, path = row.partition("\t")
            mode, _, blob = about.split(" ")
            if mode in _FILES:
                entries[path] = blob
        return entries

    def contents(self, blobs: Iterable[str]) -> Iterator[bytes]:
        """The contents of blobs, in order, from one process."""
        asked = list(blobs)
        if not asked:
            return
        data = self._run("cat-file", "--batch", given="".join(f"{blob}\n" for blob in asked).encode())
        at = 0
        for blob in asked:
            end = data.index(b"\n", at)
            words = data[at:end].split(b" ")
            if len(words) != 3:
                raise GitFault(f"the content {blob} is missing", "this clone is incomplete; fetch it again")
            at = end + 1 + int(words[2])
            yield data[end + 1 : at]
            at += 1

    def log(self, paths: Iterable[str]) -> list[Commit]:
        """The commits that changed files of events, newest first, those of all sides of merges included."""
        from os import urandom

        mark = f"\x01{urandom(8).hex()}"
        shown = f"--format={mark}%H%x00%P%x00%an%x00%ae%x00%aI%x00%s"
        where = [":(top,glob)**/*.yaml", ":(top,glob)**/*.yml", *(f":(top,literal){path}" for path in paths)]
        found = self._run(
            "log", "--raw", "-z", "-m", "--full-history", "--date-order", "--no-abbrev", "--no-renames", shown, "HEAD",
            "--", *where,
        )  # fmt: skip
        texts = found.decode("utf-8", "surrogateescape").split(mark)[1:]
        return [_commit(list(sides)) for _, sides in groupby(texts, lambda text: text.partition("\0")[0])]

    def own_config(self) -> Path:
        """The file of the repository's own settings."""
        found = self._run("rev-parse", "--git-common-dir").decode("utf-8", "surrogateescape").rstrip("\n")
        return Path(self._folder, found, "config")


def revisions() -> list[str]:
    """HEAD, the branches and the tags of this folder's repository, to complete one."""
    try:
        found = _git(("for-each-ref", "--format=%(refname:short)", "refs/heads", "refs/tags"), Path.cwd())
    except GitFault:
        return ["HEAD"]
    return ["HEAD", *found.decode("utf-8", "replace").split("\n")[:-1]]


def _git(arguments: Iterable[str], folder: Path, given: bytes | None = None) -> bytes:
    """What git prints. Raises GitFault if it cannot be run, or fails."""
    command = ["git", "-c", "core.quotePath=false", "-c", "log.showSignature=false", *arguments]
    try:
        done = subprocess.run(
            command, cwd=folder, input=given, stdin=None if given is not None else subprocess.DEVNULL,
            capture_output=True, check=False, env={**os.environ, **_ENVIRONMENT},
        )  # fmt: skip
    except FileNotFoundError:
        raise GitFault("git was not found", "install git, or put it on the PATH") from None
    except (OSError, ValueError) as error:
        raise GitFault(f"git cannot be run: {error}") from None
    if done.returncode:
        raise _fault(done.stderr.decode("utf-8", "replace"))
    return done.stdout


def _commit(texts: list[str]) -> Commit:
    """A commit as `git log --raw -z -m` prints it: for each parent that differs its line, then the files."""
    first, parents, author, email, when, *rest = texts[0].split("\0")
    sides = [tuple(_changed(text)) for text in texts]
    sides += [()] * (len(parents.split()) - len(sides))
    return Commit(first, author, email, when, rest[0].strip("\n") if rest else "", tuple(sides))


def _changed(text: str) -> Iterator[Changed]:
    """The files of a commit, each as modes, contents, a letter and the path."""
    for about, path in pairwise(text.split("\0")[6:]):
        if about.lstrip("\n").startswith(":"):
            _, _, before, after, _ = about.strip("\n").split(" ")
            yield Changed(path, before, after)


def _fault(said: str) -> GitFault:
    """An error of git as ours."""
    line = next((line for line in said.splitlines() if line.startswith(("fatal:", "error:"))), said.strip())
    message = clean(line.partition(":")[2] or line)
    if "not a git repository" in message:
        return GitFault(
            "there is no git repository here", "run it in a folder that git tracks, or create one: git init"
        )
    if "dubious ownership" in message:
        return GitFault("git does not trust this repository: it belongs to another user", "see git help safe.directory")
    if "does not have any commits yet" in message or "bad revision 'HEAD'" in message:
        return GitFault("this repository has no commits", "commit the files first")
    return GitFault(f"git: {message or 'failed'}")
