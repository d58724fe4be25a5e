"""Decoders of names: companies, people and places, with their roles.

Owns: the forms of a name in a list, and misplaced commas. Does not: change a name beyond its
canonical form.
"""

from __future__ import annotations

import re
from collections.abc import Hashable

from timeline_cli.fields.context import Context
from timeline_cli.fields.decode import Decoder, items, line, mapping, written
from timeline_cli.hint import Hint
from timeline_cli.model import Role
from timeline_cli.nodes import Mapping, Node, Scalar, Sequence, is_null
from timeline_cli.spelling import nearest
from timeline_cli.text import fold

_COMPANY_ENDINGS = frozenset(
    ("inc", "inc.", "ltd", "ltd.", "llc", "llp", "lp", "l.p.", "corp", "corp.", "co", "co.", "plc", "ag", "sa", "s.a.",
     "se", "nv", "n.v.", "gmbh", "kk", "k.k.", "s.p.a.", "jr", "jr.", "sr", "sr.")
)  # fmt: skip


def name_of(kind: str) -> Decoder:
    """One name of a registry (companies, people, places), in its canonical form."""

    def decode(node: Node, context: Context) -> str | None:
        if is_null(node):
            return None
        found = written(node, context)
        return _resolve(kind, found, node, context) if found else None

    return decode


def _resolve(kind: str, name: str, node: Node, context: Context) -> str:
    """The canonical form of a name; a typo of a registered name is a warning."""
    found, near = context.resolve(kind, name)
    if near is not None:
        context.problems.at(
            node, "W202", f"{name} is not registered, but {near} is", Hint(f"did you mean {near}?", near)
        )
    return found


def roles(kind: str) -> Decoder:
    """A name, {name, role}, or a list of these."""

    def decode(node: Node, context: Context) -> tuple[Role, ...]:
        _check_commas(kind, node, context)
        known = context.roles.setdefault(kind, {})
        found: dict[Role, None] = {}
        for item in items(node, context):
            written_so = item.value if type(item) is Scalar and not item.style else _texts(item)
            role = known.get(written_so)
            if role is None:
                before = context.problems.errors, len(context.problems.found)
                role = _role(kind, item, context)
                if role and written_so and (context.problems.errors, len(context.problems.found)) == before:
                    known[written_so] = role
            if role in found:
                context.problems.at(item, "W210", f"{role.name} is in this list twice", "remove one of them")
            if role is not None:
                found[role] = None
        return tuple(found)

    return decode


def _texts(node: Node) -> Hashable:
    """The texts of a name in quotes or of {name, role}, which mean the same everywhere; None for anything else."""
    if type(node) is Scalar:
        return node.value, node.style
    if type(node) is Mapping and len(node.pairs) == 2 and "name" in node.pairs and "role" in node.pairs:
        name, role = node.pairs["name"][1], node.pairs["role"][1]
        if type(name) is Scalar and type(role) is Scalar:
            return name.value, name.style, role.value, role.style
    return None


def _role(kind: str, node: Node, context: Context) -> Role | None:
    if not isinstance(node, Mapping):
        name = written(node, context)
        if not name:
            return None
        if isinstance(node, Scalar) and not node.style and _may_hold_more(kind, name, context):
            _check_inside(kind, name, node, context)
        return Role(_resolve(kind, name, node, context))
    if (
        len(node.pairs) == 1
        and not _ROLE_KEYS.keys() & node.pairs.keys()
        and all(is_null(value) for _, value in node.pairs.values())
    ):
        hint = f"write only the name, without {{ }}: {next(iter(node.pairs))}"
        context.problems.at(node, "E012", "expected a name, or a mapping with a name and a role", hint)
        return None
    if _ROLE_KEYS.keys().isdisjoint(node.pairs) and _is_name_and_role(node, context):
        return None
    before = context.problems.errors
    values = mapping(node, _ROLE_KEYS, context)
    if not values.get("name"):
        if context.problems.errors > before:
            return None
        context.problems.at(node, "E202", "the name is missing", "write {name: …, role: …}, or only the name")
        return None
    return Role(_resolve(kind, values["name"], node.pairs["name"][1], context), values.get("role"))


# Separators between names, or between a name and a title; hints/lists.py looks closer, and is rarely imported.
_DIVIDED = re.compile(r"[，、；;|&(:]|\s(?:and|und|et)\s")


def _may_hold_more(kind: str, name: str, context: Context) -> bool:
    """Whether an unregistered name may be several names, or have a title before it (CEO Ada Byron)."""
    may_hold = _DIVIDED.search(name) is not None or (kind == "people" and len(name.split()) > 2)
    return may_hold and name not in getattr(context.registries, kind)


def _check_inside(kind: str, name: str, node: Node, context: Context) -> None:
    """Report several names in one value, or a name with a title."""
    from timeline_cli.fields.hints.lists import named_apart, names_in, words_in

    names = names_in(kind, name, context)
    if len(names) > 1:
        quoting = "" if words_in(name) == names else "; quote one name that contains the word"
        hint = f"write a list: [{', '.join(names)}]{quoting}"
        context.problems.at(node, "W204", "several names in one value are read as one", hint)
        return
    found = named_apart(kind, name, context)
    if found is not None:
        message = f"{name} is not registered, but {found[0]} is"
        context.problems.at(node, "W202", message, found[1])


def _is_name_and_role(node: Mapping, context: Context) -> bool:
    """Report {Foxchip: supplier}, where a name is written in place of its key."""
    from timeline_cli.fields.hints.synonyms import meant_key

    # A typo of a key starts with a small letter; Acme is close to name, but not a typo.
    if any(meant_key(key, _ROLE_KEYS) or (key[:1].islower() and nearest(key, _ROLE_KEYS)) for key in node.pairs):
        return False
    if not node.pairs or any(not isinstance(value, Scalar) or is_null(value) for _, value in node.pairs.values()):
        return False
    from timeline_cli.scalars import in_braces

    written = [
        f"{{name: {in_braces(key.value)}, role: {in_braces(value.value)}}}"
        for key, value in node.pairs.values()
        if isinstance(value, Scalar)
    ]
    hint = f"write {written[0]}" if len(written) == 1 else f"write [{', '.join(written)}]"
    context.problems.at(node, "E012", "expected a name, or a mapping with a name and a role", hint)
    return True


_ROLE_KEYS: dict[str, Decoder] = {"name": line, "role": line}


def _check_commas(kind: str, node: Node, context: Context) -> None:
    """Report a comma that split one name (`[Apple, Inc.]`), or one value with several names."""
    if isinstance(node, Sequence):
        if node.flow and len(node.items) > 1:
            for number, item in enumerate(node.items[1:]):
                if type(item) is Scalar and len(item.value) < 12 and not item.style:
                    hint = _hint_for_divided(kind, node.items[number], item.value)
                    if hint:
                        message = f"the comma makes {item.value} a separate name"
                        context.problems.at(item, "W204", message, hint)
    elif (
        isinstance(node, Scalar)
        and not node.style
        and ", " in node.value
        and not any(map(is_ending, node.value.split(", ")))
    ):
        hint = _hint_for_two(kind, *node.value.split(", ")) or _hint_for_list(kind, node.value, context)
        context.problems.at(node, "W204", "several names in one value are read as one", hint)


def _hint_for_list(kind: str, text: str, context: Context) -> str:
    """The list of names in `A, B and C`, whose last part may be one name."""
    from timeline_cli.fields.hints.lists import AND

    before, last = text.rsplit(", ", 1)
    apart = [last] if last in getattr(context.registries, kind) else AND.split(last)
    quoting = "; quote one name that contains the word" if len(apart) > 1 else ""
    return f"write a list: [{', '.join((before, *apart))}]{quoting}"


def _hint_for_divided(kind: str, before: Node, item: str) -> str:
    """The hint for a name and the part that a comma cut off; empty if they are two names."""
    first = before.value if isinstance(before, Scalar) else "…"
    if is_ending(item):
        return f'quote a name with a comma: "{first.strip("“”")}, {item.strip("“”")}"'
    return _hint_for_two(kind, first, item)


def _hint_for_two(kind: str, first: str, second: str, *others: str) -> str:
    """The hint if the second part is the title of the first: Ada Byron, CEO."""
    if kind != "people" or others or not second.replace("-", "").isalpha():  # a position is one word
        return ""
    from timeline_cli.fields.hints.lists import is_position, with_role

    return with_role(first, second) if is_position(second) and not is_position(first) else ""


def is_ending(word: str) -> bool:
    return len(word) < 7 and fold(word).rstrip("”") in _COMPANY_ENDINGS
