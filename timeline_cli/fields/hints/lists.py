"""One value with several names, or with a name and a title.

Owns: the separators and words between them. Does not: split a name that is registered or quoted.
"""

from __future__ import annotations

import re

from timeline_cli.fields.context import Context
from timeline_cli.model import Names
from timeline_cli.nodes import Scalar
from timeline_cli.scalars import in_braces
from timeline_cli.text import fold

# The ; of &amp; has no space after it, or none before its &.
_APART = re.compile(r"\s*(?:[，、；]|(?<!&amp);(?=\s)|\s[|]\s)\s*")
AND = re.compile(r"\s+(?:and|&|und|et)\s+")
_WITH_ROLE = re.compile(r"(.+?)(?:\s*\(([^()]+)\)|:([^:]+))")  # Acme (buyer), Acme:buyer
_POSITIONS = frozenset(
    ("ceo", "cfo", "coo", "cto", "chair", "chairman", "chairwoman", "chairperson", "president", "founder", "co-founder",
     "director", "minister", "spokesman", "spokeswoman", "spokesperson", "secretary", "governor", "mayor")
)  # fmt: skip
_TITLES = re.compile(r"(?:(?:mr|mrs|ms|dr|prof|sir|dame|herr|frau)\.?\s+)+", re.I)


def words_in(text: str) -> list[str]:
    """The words of a value with separators other than a comma: labour; strike. One word without separators."""
    return [word for word in _APART.split(text) if word]


def tell_several(node: Scalar, context: Context) -> None:
    """Report a text of a list that holds several words: labour; strike."""
    found = words_in(node.value)
    if len(found) > 1:
        hint = f"write a list: [{', '.join(found)}]"
        context.problems.at(node, "W204", "several words in one value are read as one", hint)


def names_in(kind: str, name: str, context: Context) -> list[str]:
    """The names in an unregistered text; only one if there is no separator.

    `and` separates people; in a company's name it may be a part, unless both sides are registered.
    """
    registered: Names = getattr(context.registries, kind)
    names = words_in(name)
    if len(names) > 1:
        return names
    names = AND.split(name)
    if len(names) > 1 and (all(each in registered for each in names) or (kind == "people" and _are_people(names))):
        return names
    return [name]


def _are_people(names: list[str]) -> bool:
    """Whether these look like names: short, capitalized, and not a rank (Minister of Trade and Industry)."""
    return all(
        each[:1].isalpha()
        and not each[:1].islower()
        and len(each.split()) <= 4
        and " of " not in f" {each} "
        and not _POSITIONS & set(fold(each).split())
        for each in names
    )


def is_position(name: str) -> bool:
    """Whether a text is a title, not a name."""
    return fold(name) in _POSITIONS


def named_apart(kind: str, name: str, context: Context) -> tuple[str, str] | None:
    """A registered name inside a longer text, and how to write it: CEO Ada Byron, Ada Byron (chair)."""
    registered: Names = getattr(context.registries, kind)
    written = _WITH_ROLE.fullmatch(name)
    if written is not None and written[1] in registered:
        return written[1], with_role(written[1], (written[2] or written[3]).strip())
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
    """The hint that separates a name and its role."""
    return f"write {{name: {in_braces(name)}, role: {in_braces(role)}}}"
