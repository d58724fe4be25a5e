"""One value that holds more than one name, or a name and what somebody is.

Owns: the marks and words between them. Does not: divide a name that is registered as it stands, or quoted.
"""

from __future__ import annotations

import re

from timeline_cli.fields.context import Context
from timeline_cli.model import Names
from timeline_cli.nodes import Scalar
from timeline_cli.scalars import in_braces
from timeline_cli.text import fold

# The ; of &amp; has no space behind it, or none in front of its &.
_APART = re.compile(r"\s*(?:[，、；]|(?<!&amp);(?=\s)|\s[|]\s)\s*")
_AND = re.compile(r"\s+(?:and|&|und|et)\s+")
_IN_BRACKETS = re.compile(r"(.+?)\s*\(([^()]+)\)")
_POSITIONS = frozenset(
    ("ceo", "cfo", "coo", "cto", "chair", "chairman", "chairwoman", "chairperson", "president", "founder", "co-founder",
     "director", "minister", "spokesman", "spokeswoman", "spokesperson", "secretary", "governor", "mayor")
)  # fmt: skip
_TITLES = re.compile(r"(?:(?:mr|mrs|ms|dr|prof|sir|dame|herr|frau)\.?\s+)+", re.I)


def words_in(text: str) -> list[str]:
    """The words of a value whose marks make a list elsewhere: labour; strike. One where there are none."""
    return [word for word in _APART.split(text) if word]


def tell_several(node: Scalar, context: Context) -> None:
    """Report a text of a list that holds several words: labour; strike."""
    found = words_in(node.value)
    if len(found) > 1:
        hint = f"write a list: [{', '.join(found)}]"
        context.problems.at(node, "W204", "several words in one value are read as one", hint)


def names_in(kind: str, name: str, context: Context) -> list[str]:
    """The names in a text that is not registered itself; one where there is no mark between them.

    `and` joins names of people; in the name of a company it may be a part, unless both sides are registered.
    """
    registered: Names = getattr(context.registries, kind)
    names = words_in(name)
    if len(names) > 1:
        return names
    names = _AND.split(name)
    if len(names) > 1 and (all(each in registered for each in names) or (kind == "people" and _are_people(names))):
        return names
    return [name]


def _are_people(names: list[str]) -> bool:
    """Whether these look like names: short, with a capital in front, and no rank (Minister of Trade and Industry)."""
    return all(
        each[:1].isalpha()
        and not each[:1].islower()
        and len(each.split()) <= 4
        and " of " not in f" {each} "
        and not _POSITIONS & set(fold(each).split())
        for each in names
    )


def is_position(name: str) -> bool:
    """Whether a text says what somebody is, and not who."""
    return fold(name) in _POSITIONS


def named_apart(kind: str, name: str, context: Context) -> tuple[str, str] | None:
    """A registered name inside a longer one, and how to write the whole: CEO Ada Byron, Ada Byron (chair)."""
    registered: Names = getattr(context.registries, kind)
    bracketed = _IN_BRACKETS.fullmatch(name)
    if bracketed is not None and bracketed[1] in registered:
        return bracketed[1], with_role(bracketed[1], bracketed[2])
    if kind != "people" or not registered.entities:
        return None
    words = name.split()
    for start in range(1, len(words)):
        inner, before = " ".join(words[start:]), " ".join(words[:start])
        if inner in registered and len(words) - start > 1:
            is_title = _TITLES.fullmatch(f"{before} ") is not None
            return inner, f"write {inner}" if is_title else with_role(inner, before)
    return None


def with_role(name: str, role: str) -> str:
    """The hint that gives a name and what its owner is."""
    return f"write {{name: {in_braces(name)}, role: {in_braces(role)}}}"
