"""What the tests of commands share: running one in this process, and the example file."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).parent.parent
EVENTS = ROOT / "events.yaml"


class Result(NamedTuple):
    code: int
    out: str
    err: str


Run = Callable[..., Result]

# A law that needs more or fewer examples takes a multiple of these. Nothing is timed: machines differ.
_LAWS = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("some", _LAWS, max_examples=20)
settings.register_profile("all", _LAWS, max_examples=100)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--all", action="store_true", help="run slow tests too, and try laws on five times the examples")


def pytest_configure(config: pytest.Config) -> None:
    settings.load_profile("all" if config.getoption("--all") else "some")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if not config.getoption("--all"):
        for item in items:
            if item.get_closest_marker("slow"):
                item.add_marker(pytest.mark.skip(reason="slow: pytest --all runs it"))


@pytest.fixture(autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache folder of the test's own."""
    folder = tmp_path_factory.mktemp("cache", numbered=True)
    folder.chmod(0o700)
    monkeypatch.setenv("TIMELINE_CACHE_DIR", str(folder))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(folder / "config"))
    return folder


@pytest.fixture
def timeline(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command as the shell would, in the project's folder, on a fixed day, without colour."""
    from timeline_cli.cli.main import _run

    for name in ("TIMELINE_FILE", "FORCE_COLOR", "CLICOLOR_FORCE", "GITHUB_ACTIONS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TIMELINE_TODAY", "2025-03-26")
    monkeypatch.setenv("TIMELINE_DEBUG", "1")
    monkeypatch.chdir(ROOT)

    def run(*arguments: str, stdin: str | bytes | None = None) -> Result:
        if stdin is not None:
            data = stdin.encode() if isinstance(stdin, str) else stdin
            monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        capsys.readouterr()
        code = _run(list(arguments))
        captured = capsys.readouterr()
        return Result(code, captured.out, captured.err)

    return run


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., str]:
    """Write a file of events below a folder of the test's own; its path."""

    def make(text: str | bytes, name: str = "events.yaml") -> str:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return str(path)

    return make
