"""A repository of git for tests, with the program on its PATH."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="needs git")


class Repo:
    """A repository in `folder`, with commits of one author at fixed times, and no settings but its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.bin = folder.parent / "bin"
        self.bin.mkdir(exist_ok=True)
        self.program(f'exec "{sys.executable}" -m timeline_cli "$@"')
        self.environment = {
            **os.environ, "PATH": f"{self.bin}:{os.environ['PATH']}", "PYTHONPATH": str(ROOT),
            "HOME": str(folder.parent),
            "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull, "GIT_AUTHOR_NAME": "Ada Byron",
            "GIT_AUTHOR_EMAIL": "ada@example.com", "GIT_COMMITTER_NAME": "Ada Byron",
            "GIT_COMMITTER_EMAIL": "ada@example.com", "NO_COLOR": "1",
        }  # fmt: skip
        self.day = 0
        folder.mkdir(exist_ok=True)
        self.git("init", "-q", "-b", "main", ".")

    def program(self, line: str) -> None:
        """What runs as timeline."""
        file = self.bin / "timeline"
        file.write_text(f"#!/bin/sh\n{line}\n", encoding="utf-8")
        file.chmod(0o755)

    def run(self, *command: str, code: int | None = 0) -> str:
        done = subprocess.run(
            command, cwd=self.folder, env=self.environment, capture_output=True, stdin=subprocess.DEVNULL, check=False
        )
        self.err = done.stderr.decode("utf-8", "replace")
        assert code is None or done.returncode == code, (done.returncode, done.stdout, self.err)
        return done.stdout.decode("utf-8", "replace")

    def git(self, *arguments: str, code: int | None = 0) -> str:
        return self.run("git", *arguments, code=code)

    def timeline(self, *arguments: str, code: int | None = 0) -> str:
        return self.run("timeline", *arguments, code=code)

    def write(self, text: str, name: str = "events.yaml") -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())

    def read(self, name: str = "events.yaml") -> str:
        return (self.folder / name).read_bytes().decode()

    def commit(self, text: str | None = None, message: str = "change", name: str = "events.yaml") -> str:
        if text is not None:
            self.write(text, name)
        self.day += 1
        when = f"2025-01-{self.day:02}T12:00:00+00:00"
        self.environment.update(GIT_AUTHOR_DATE=when, GIT_COMMITTER_DATE=when)
        self.git("add", "-A")
        self.git("commit", "-q", "-m", message)
        return self.git("rev-parse", "HEAD").strip()

    def install(self, attributes: str = "*.yaml merge=timeline diff=timeline\n") -> None:
        self.timeline("git", "--install")
        (self.folder / ".git" / "info" / "attributes").write_text(attributes, encoding="utf-8")
