"""Write docs/errors.md from the texts of `timeline explain`: `python docs/errors.py`.

Owns: that page's layout. Refuses: words of its own about any code.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from timeline_cli.checks import check
from timeline_cli.checks.explained import Explanation, explanations
from timeline_cli.checks.selection import selection
from timeline_cli.diagnostics import OPTIONAL
from timeline_cli.reading.load import load

PAGE = Path(__file__).parent / "errors.md"

HEAD = """\
# Codes of problems

What `timeline check` tells, by code. `timeline explain CODE` prints the same at a terminal. This page is made by
`python docs/errors.py`.

An event with an error (E) is left out of every answer until it is mended; a warning (W) leaves it in. Codes are chosen
with `--select`, `--extend-select` and `--ignore`, which take beginnings as well: `--ignore W3`. A comment
`# timeline: ignore W203` says that the warning on its line is meant. A code marked *optional* is told only where it is
asked for; for one marked *fix*, `timeline check --fix` writes what is certain.
"""


def page() -> str:
    every = list(explanations().values())
    return "\n".join([HEAD, _table(every), *map(_section, every)])


def _table(every: list[Explanation]) -> str:
    lines = ["| code | name | meaning | |", "|---|---|---|---|"]
    for one in every:
        marks = ["optional"] * (one.code in OPTIONAL) + ["fix"] * _has_fix(one)
        link, meaning = f"[{one.code}](#{one.code.lower()}-{one.name})", one.meaning.replace("|", "\\|")
        lines.append(f"| {link} | {one.name} | {meaning} | {', '.join(marks)} |")
    return "\n".join(lines) + "\n"


def _has_fix(one: Explanation) -> bool:
    """Whether --fix changes the example that is wrong."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "events.yaml"
        path.write_text(one.wrong, encoding="utf-8")
        found = check(load((str(path),)), selected=selection((one.code,), (), ()))
    return any(problem.fix is not None and problem.fix.certain for problem in found)


def _section(one: Explanation) -> str:
    parts = [f"## {one.code} {one.name}\n\n{one.meaning}\n\n{one.why}\n"]
    for word, example in (("Wrong", one.wrong), ("Right", one.right)):
        if example:
            parts.append(f"{word}:\n\n```yaml\n{example}```\n")
    return "\n".join(parts)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
