"""Keys that nothing reads, and what was probably meant by them.

Owns: the slips by which a text becomes a key. Refuses: to read one key for another.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from timeline_cli.fields.context import Context
from timeline_cli.hint import NO_HINT, Hint, as_hint
from timeline_cli.nodes import Node, Scalar, is_null

OTHER_SPACE_HINT = "a space of another kind (U+00A0, U+3000) stands beside it: delete it and type plain spaces"
_COMMA = "a comma separates inside { } and [ ]"
Pairs = dict[str, tuple[Scalar, Node]]
LISTS = ("aliases", "companies", "people", "tags", "part_of", "follows", "supersedes", "related")
COMMA_HINT = f"{_COMMA}: leave the commas out of the number, or quote it"


def _comma_hint(key: Scalar, pairs: Pairs) -> str:
    """What to write for a value inside { } that a comma split; `key` is what stands behind the comma."""
    keys = list(pairs)
    at = keys.index(key.value) if key.value in keys else 0
    name, before = keys[at - 1] if at else "", pairs[keys[at - 1]][1] if at else None
    first = before.value if isinstance(before, Scalar) and not before.style else ""
    if not key.value[:1].isdigit():
        if first and name in LISTS:
            return f"{_COMMA}: write a list, {name}: [{first}, {key.value}]"
        return f'{_COMMA}: quote the text that holds it: "{first or "…"}, {key.value}"'
    if re.search(r"\d$", first) and re.match(r"\d\d?(?!\d)", key.value):
        from timeline_cli.fields.hints.amounts import in_parts

        written = f"{first}.{key.value}"
        return f"{_COMMA}: write {' '.join(filter(None, in_parts(written))) or written}"
    return COMMA_HINT


def unknown_key(
    key: Scalar, value: Node, known: Iterable[str], context: Context, own: bool = False, pairs: Pairs | None = None
) -> str | None:
    """Report a key that nothing reads; the key that was probably meant, or None.

    With `own`, keys may stand here that begin with x-. `pairs` are those of its mapping.
    """
    from timeline_cli.fields.hints.synonyms import meant_key, role_hint

    hint: Hint | str
    has_colon = not (is_null(value) and value.start_mark.index == key.end_mark.index)
    if key.value != key.value.strip():
        hint = OTHER_SPACE_HINT
    elif key.value.startswith("x-"):
        hint = "keys of your own stand in the event itself, not in a part or an earlier version of it"
    elif key.value[:1] == "-" and key.value[1:] in known:
        hint = f"put a space after the dash: - {key.value[1:]}: in the column of the others"
    elif not has_colon and not key.value[:1].isdigit():
        hint = _comma_hint(key, pairs or {})
    elif key.value[:1].isdigit() and (not has_colon or " " not in key.value):
        hint = _comma_hint(key, pairs or {})
        context.problems.forget_twice(key)
    elif meant := meant_key(key.value, known):
        hint = Hint(f"did you mean {meant}?", meant)
    elif own and (hint := role_hint(key.value, value.value if isinstance(value, Scalar) else "")):
        pass
    elif " " in key.value:
        hint = "text that goes on is indented below its key, and a colon in it is fine after >- : summary: >-"
    else:
        near = context.did_you_mean(key.value, known) if known else NO_HINT
        hint = near
        if own and not near.value:
            hint = f"start a key of your own with x-: x-{key.value}"
    context.problems.at(key, "E201", f"{key.value or 'nothing'}: is not a key that is known here", hint)
    return as_hint(hint).value
