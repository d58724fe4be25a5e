"""What each code means, in full: why it is reported, how it comes about, a wrong example and a right one.

Owns: the format of explanations.txt, the source of `timeline explain` and docs/errors.md. Does not: hold any text.
"""

from __future__ import annotations

import re
from importlib.resources import files
from textwrap import dedent
from typing import NamedTuple

from timeline_cli.diagnostics import CODES


class Explanation(NamedTuple):
    """`wrong` and `right` are whole files of events, or empty if no file can show the problem."""

    code: str
    name: str
    meaning: str
    why: str
    wrong: str
    right: str

    @property
    def severity(self) -> str:
        return "error" if self.code.startswith("E") else "warning"


KEYS = (*Explanation._fields, "severity")

_SECTION = re.compile(r"^= (\w+)\n(.*?)(?=^= |\Z)", re.M | re.S)
_EXAMPLES = re.compile(r"(?P<why>.*?)(?:\nwrong\n(?P<wrong>.*?))?(?:\nright\n(?P<right>.*?))?", re.S)


def explanations() -> dict[str, Explanation]:
    """All explanations by code, in the order of CODES."""
    text = files("timeline_cli.checks").joinpath("explanations.txt").read_text("utf-8")
    sections = dict(_SECTION.findall(text))
    return {code: _explanation(code, sections.get(code, "")) for code in CODES}


def _explanation(code: str, section: str) -> Explanation:
    match = _EXAMPLES.fullmatch(section.strip("\n"))
    parts = match.groupdict("") if match is not None else {"why": section, "wrong": "", "right": ""}
    wrong, right = (dedent(parts[name]).strip("\n") for name in ("wrong", "right"))
    why = " ".join(parts["why"].split())
    return Explanation(code, *CODES[code], why, f"{wrong}\n" if wrong else "", f"{right}\n" if right else "")
