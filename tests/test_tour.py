"""docs/tour.md, docs/import.md and docs/draft.md are true: their files are written, their commands are run.

UPDATE_GOLDENS=1 writes down what they print.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
TOUR = ROOT / "docs" / "tour.md"
IMPORT = ROOT / "docs" / "import.md"
DRAFT = ROOT / "docs" / "draft.md"
# A file's name is next to its language, or in its first line.
BLOCK = re.compile(r"```(yaml|console|\w+ \S+)\n(.*?)```\n", re.DOTALL)
MARK = "-- end of command --"


def blocks(text: str) -> Iterator[re.Match[str]]:
    """The blocks that a reader sees: what is commented out is not there."""
    hidden = [found.span() for found in re.finditer(r"<!--.*?-->", text, re.DOTALL)]
    for block in BLOCK.finditer(text):
        if not any(start < block.start() < end for start, end in hidden):
            yield block


def commands(block: str) -> list[str]:
    return [line[2:] for line in block.splitlines() if line.startswith("$ ")]


def script(text: str) -> str:
    """All of the tour as one script of bash, with a mark after what each command prints."""
    lines = []
    for block in blocks(text):
        if block[1] != "console":
            name = re.search(r" (\S+)$", block[1]) or re.match(r"# (\S+\.yaml)\n", block[2])
            assert name is not None, "a file of the tour begins with a comment that names it"
            lines.append(f"cat > {name[1]} <<'END OF FILE'\n{block[2]}END OF FILE")
        else:
            lines += [f"{command}\necho '{MARK}'" for command in commands(block[2])]
    return "\n".join(lines) + "\n"


def printed(text: str, folder: Path) -> list[str]:
    """What each command prints on stdout and stderr, run one after the other in an empty folder."""
    program = folder / "bin" / "timeline"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m timeline_cli "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    empty = folder / "tour"
    empty.mkdir()
    kept = {name: os.environ[name] for name in ("HOME", "LANG") if name in os.environ}
    done = subprocess.run(
        ["bash", "-c", script(text)],
        cwd=empty,
        env={**kept, "PATH": f"{program.parent}:{os.environ['PATH']}", "PYTHONPATH": str(ROOT), "TERM": "dumb"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL,
        check=True,
        timeout=120,
    )
    return done.stdout.decode("utf-8").split(f"{MARK}\n")[:-1]


def renewed(text: str, outputs: list[str]) -> str:
    """The tour with what is printed now."""
    coming = iter(outputs)

    def renew(block: re.Match[str]) -> str:
        shown = (f"$ {command}\n{next(coming)}" for command in commands(block[2]))
        return "```console\n" + "".join(shown) + "```\n"

    for block in reversed([block for block in blocks(text) if block[1] == "console"]):
        count = len(commands(block[2]))
        coming = iter(outputs[len(outputs) - count :])
        outputs = outputs[: len(outputs) - count]
        text = text[: block.start()] + renew(block) + text[block.end() :]
    return text


@pytest.mark.skipif(shutil.which("bash") is None or shutil.which("jq") is None, reason="the tour needs bash and jq")
@pytest.mark.parametrize("page", [TOUR, IMPORT, DRAFT], ids=lambda page: page.name)
def test_the_page_is_true(page: Path, tmp_path: Path) -> None:
    text = page.read_text(encoding="utf-8")
    now = renewed(text, printed(text, tmp_path))
    if os.environ.get("UPDATE_GOLDENS"):
        page.write_text(now, encoding="utf-8")
    assert page.read_text(encoding="utf-8") == now


def test_the_tour_is_short_and_starts_with_three_events() -> None:
    text = TOUR.read_text(encoding="utf-8")
    first = next(block for block in blocks(text) if block[1] == "yaml")
    assert len(re.findall(r"^- date:", first[2], re.MULTILINE)) == 3
    assert sum(len(commands(block[2])) for block in blocks(text)) <= 21


def test_the_answer_on_the_first_screen_of_the_readme_is_true() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    found = re.search(r"```console\n\$ timeline (.*?)\n(.*?)```\n", readme, re.DOTALL)
    assert found is not None
    command = [sys.executable, "-m", "timeline_cli", *found[1].split(), "--no-config", "--width", "100"]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True, env={**os.environ, "NO_COLOR": "1"})
    assert done.stdout.decode().lstrip("\n") == found[2]
