"""The hook of .pre-commit-hooks.yaml is a command that there is."""

from __future__ import annotations

import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parent.parent


def test_the_hook_runs_on_the_example(timeline: Callable[..., Any]) -> None:
    [hook] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    program, *arguments = shlex.split(hook["entry"])
    assert (hook["id"], hook["language"], program, hook["pass_filenames"]) == (
        "timeline-check", "python", "timeline", False,
    )  # fmt: skip
    assert timeline(*arguments).code == 0
