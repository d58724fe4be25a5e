"""Double the size of every kind of bad file, and measure how the time grows: `python bench/growth.py [FROM] [TO]`.

Owns: those kinds, and the limit: no step takes more than 2.6 times the one before. Does not: measure good files.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

TIMELINE = str(Path(sys.executable).with_name("timeline"))
COMMANDS = (["check"], ["show", "--json"], ["stats"], ["figures"], ["entities"])
MOST = 2.6  # times the step before
_STILL = 0.5  # CPU seconds below which a step says nothing: most of them are those of starting

Kind = Callable[[int], str]


def _rows(row: str, head: str = "events:\n", tail: str = "") -> Kind:
    """Rows in which <i> is the number, <j> that of the row before and <m> the number below 100."""

    def text(count: int) -> str:
        numbers = ((str(i), str(max(i - 1, 0)), f"{i % 100:02}") for i in range(count))
        rows = (row.replace("<i>", i).replace("<j>", j).replace("<m>", m) for i, j, m in numbers)
        return head + "".join(rows) + tail

    return text


_ONE = "events:\n- {date: 2024, title: A}\n"
KINDS: dict[str, Kind] = {
    "titles from an alias": _rows("- {date: 20<m>, title: *t, id: e<i>, companies: A<m>}\n", "x-t: &t A\nevents:\n"),
    "titles from a merge": _rows("- {<<: *t, date: 2020, id: e<i>}\n", "x-t: &t {title: A, status: x}\nevents:\n"),
    "conflicts": _rows("- date: 2024\n<<<<<<< a\n  title: A<i>\n=======\n  title: B\n>>>>>>> b\n"),
    "markers alone": _rows("<<<<<<< a\n"),
    "markers in JSON": _rows('{"date": "2024",\n<<<<<<< a\n"title": "A<i>"},\n', "[\n", "]"),
    "many aliases": _rows("- {<<: *a, title: B<i>}\n", "events:\n- &a {date: 2024, title: A}\n"),
    "one key again": _rows("  x-a: <i>\n", "events:\n- date: 2024\n  title: A\n"),
    "problems of one line": _rows('{"date": "2024-13", "title": "A<i>"}, ', "[", '{"date": "2024", "title": "A"}]'),
    "a deep forest": _rows("- {id: e<i>, date: 2024, title: A<i>, part_of: e<j>}\n"),
    "links to near ids": _rows("- {id: event-<i>, date: 2024, title: A<i>, follows: evnt-<i>}\n"),
    "versions": _rows("  - {date: 2023, known: 10<m>}\n", "events:\n- date: 2024\n  title: A\n  was:\n"),
    "parents": _rows("  C<i>: {parent: C<j>, aliases: [a<i>, b<i>]}\n", "companies:\n", _ONE),
    "missing parents": _rows("  Corp <i>: {parent: Crop <i>}\n", "companies:\n", _ONE),
    "one alias": _rows("  Corp <i>: {aliases: [same]}\n", "companies:\n", _ONE),
    "near names": _rows("- {date: 2024, title: A<i>, companies: Corporation<i>, people: Person Numbr<i>}\n"),
    "same titles": _rows("- {date: 2024, title: Same}\n"),
    "ignored codes": _rows("# timeline: ignore W201\n- {date: 2024, title: A<i>, type: tpye<i>}\n"),
    "units": _rows("- {date: 2024, title: A, companies: A, figures: [{metric: m, value: <i>, unit: u<i>}]}\n"),
    "broken entries": _rows("  C<i>: {aliases: [a}\n", "companies:\n", _ONE),
    "broken lines of JSON": _rows('{"date": "2024", "title": "A<i>}\n', ""),
    "missing commas": _rows('{"date": "2024", "title": "A<i>"}\n', "[\n", "]"),
    "open quotation marks": _rows('- date: 2024\n  title: "A<i>\n'),
    "open brackets": _rows('{"date":\n', "[\n"),
    "cut values": _rows("- {date: 2024, title: A<i> #2}\n"),
    "sections again": _rows("companies:\n  A<i>: {}\n", "", _ONE),
    "lost dashes": _rows("  date: 2025\n  title: B\n", "events:\n- date: 2024\n  title: A\n"),
    "lost indentation": _rows("- date: 2024\ntitle: A<i>\n"),
}  # fmt: skip


def cpu(arguments: list[str]) -> float:
    """CPU seconds of a command, in user mode."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    subprocess.run([TIMELINE, "-q", *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before


def main(first: int = 1000, last: int = 16_000) -> int:
    """Print each kind with its times; the number of steps that grow too fast."""
    faults = 0
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "events.yaml"
        for name, kind in KINDS.items():
            for command in COMMANDS:
                size, times = first, list[float]()
                while size <= last:
                    file.write_text(kind(size), encoding="utf-8")
                    times.append(cpu(["-f", str(file), "--no-index", *command]))
                    size *= 2
                steps = pairwise(times)
                slow = sum(after > MOST * max(before, _STILL / MOST) for before, after in steps)
                faults += slow
                shown = " ".join(f"{time:6.2f}" for time in times)
                print(f"{name:22} {command[0]:9} {shown}{'  too fast' if slow else ''}", flush=True)
    return faults


if __name__ == "__main__":
    sys.exit(min(main(*map(int, sys.argv[1:])), 1))
