"""The command as a process: pipes, locales, full disks, interrupts. None ends in a traceback."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
COMMAND = [sys.executable, "-m", "timeline_cli"]


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "SYSTEMROOT") if name in os.environ}
    return subprocess.run(
        [*COMMAND, *arguments], cwd=ROOT, env=kept | environment, capture_output=True, check=False, timeout=60
    )


def test_a_pipe_gets_no_escape_byte_and_the_same_text_at_any_terminal_width() -> None:
    outputs = {run("show", COLUMNS=columns, TIMELINE_TODAY="2025-03-26").stdout for columns in ("40", "200")}
    assert len(outputs) == 1
    assert b"\x1b" not in outputs.pop()


@pytest.mark.parametrize(
    ("environment", "coloured"),
    [
        ({"FORCE_COLOR": "1"}, True),
        ({"CLICOLOR_FORCE": "1"}, True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ({"GITHUB_ACTIONS": "true"}, False),
        ({"TERM": "dumb"}, False),
        ({}, False),
    ],
)
def test_the_colour_policy(environment: dict[str, str], coloured: bool) -> None:
    assert (b"\x1b[" in run("show", **environment).stdout) is coloured


@pytest.mark.parametrize("locale", ["C", "POSIX", "en_US.ISO-8859-1"])
def test_any_locale_will_do(locale: str) -> None:
    done = run("show", LC_ALL=locale, PYTHONIOENCODING="ascii" if "8859" in locale else "")
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_reader_that_has_seen_enough_is_no_error() -> None:
    done = subprocess.run(
        f'"{sys.executable}" -m timeline_cli show --json | head -1',
        shell=True,
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    assert (done.stdout, done.stderr) == (b"[\n", b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this system")
def test_a_full_disk_is_a_message() -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run([*COMMAND, "show"], cwd=ROOT, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 2
    assert b"No space left on device" in done.stderr
    assert b"Traceback" not in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="POSIX signals")
def test_an_interrupt_is_130_without_a_word() -> None:
    process = subprocess.Popen(
        [*COMMAND, "-f", "-", "show"], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdin is not None
    process.stdin.write(b"events:\n")
    process.stdin.flush()
    try:
        process.wait(timeout=1.5)  # it waits for the end of its input
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGINT)
    assert process.wait(timeout=10) == 130
    assert process.stderr is not None
    assert process.stderr.read() == b""


def shell(line: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        f'"{sys.executable}" -m timeline_cli {line}', shell=True, cwd=ROOT, capture_output=True, check=False
    )


@pytest.mark.skipif(os.name == "nt", reason="the shell of POSIX")
def test_a_closed_stream_matters_only_if_it_is_needed(tmp_path: Path) -> None:
    """Else a file that the command opens would get its descriptor."""
    whole = shell("show --json")
    assert (shell("show --json 2>&- <&-").stdout, whole.returncode) == (whole.stdout, 0)
    done = shell("show --json >&-")
    assert (done.returncode, done.stderr) == (2, b"timeline: error: cannot continue: standard output is closed\n")
    target = tmp_path / "out.json"
    for closed in (">&-", ">&- 2>&-", "<&- >&- 2>&-"):
        target.unlink(missing_ok=True)
        assert shell(f"export -o '{target}' {closed}").returncode == 0
        assert target.read_bytes() == whole.stdout
    for command in ("import -", "draft -", "-f - show"):
        done = shell(f"{command} <&-")
        assert (done.returncode, b"standard input is closed" in done.stderr) == (2, True)


@pytest.mark.skipif(os.name == "nt", reason="the shell of POSIX")
def test_what_was_written_is_reported_on_stderr_if_stdout_is_closed(tmp_path: Path) -> None:
    file = tmp_path / "events.yaml"
    done = shell(f"-f '{file}' init >&-")
    assert (done.returncode, done.stderr.startswith(b"created ")) == (2, True)
    done = shell(f"-f '{file}' add --date 2025 --title A >&-")
    assert (done.returncode, done.stderr.startswith(b"added 2025-a to ")) == (2, True)
    assert "title: A" in file.read_text()
