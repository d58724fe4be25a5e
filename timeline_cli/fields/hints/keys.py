"""Keys that nothing reads, and what was probably meant by them.

Owns: the slips by which a text becomes a key. Does not: read one key for another.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from timeline_cli.diagnostics import Edit
from timeline_cli.fields.context import Context
from timeline_cli.hint import NO_HINT, Hint, as_hint
from timeline_cli.nodes import Node, Problems, Scalar, is_null
from timeline_cli.text import is_slip

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
        from timeline_cli.fields.hints.amounts import offers

        written = f"{first}.{key.value}"
        found = offers(written)
        return f"{_COMMA}: write {found[0].in_short() if len(found) == 1 else written}"
    return COMMA_HINT


def unknown_key(
    key: Scalar, value: Node, known: Iterable[str], context: Context, pairs: Pairs, own: bool = False
) -> str | None:
    """Report a key that nothing reads; the key that was probably meant, or None.

    With `own`, this is an event, where keys may stand that begin with x-. `pairs` are those of its mapping.
    """
    from timeline_cli.fields.hints.synonyms import PARTS

    hint: Hint | str
    meant: str | None = None
    edits: tuple[Edit, ...] = ()
    has_colon = not (is_null(value) and value.start_mark.index == key.end_mark.index)
    message = f"{key.value or 'nothing'}: is not a key that is known here"
    if own and key.value in PARTS:
        message, hint = f"{key.value}: is not a key of an event itself", PARTS[key.value]
    elif key.value.startswith("x-"):
        hint = "keys of your own stand in the event itself, not in a part or an earlier version of it"
    elif key.value[:1] == "-" and key.value[1:] in known:
        hint = f"put a space after the dash: - {key.value[1:]}: in the column of the others"
    elif not has_colon and not key.value[:1].isdigit():
        hint = _comma_hint(key, pairs)
    elif key.value[:1].isdigit() and (not has_colon or " " not in key.value):
        edits = _joined(key, pairs, context.problems)
        hint = _comma_hint(key, pairs)
        hint = Hint(hint, edits[0].text, certain=True) if edits else hint
        context.problems.forget_twice(key)
    else:
        hint = as_hint(_hint_for_word(key, value, known, context, own))
        meant = hint.value
        hint = _if_free(key, meant, hint, pairs) if meant is not None else hint
    context.problems.at(key, "E201", message, hint, edits=edits)
    return meant


def _hint_for_word(key: Scalar, value: Node, known: Iterable[str], context: Context, own: bool) -> Hint | str:
    """What to write for a key that may be another word for one, or a slip of it."""
    from timeline_cli.fields.hints.synonyms import meant_key, part_hint, role_hint

    if key.value != key.value.strip():
        bare = key.value.strip()
        return Hint(OTHER_SPACE_HINT, bare if bare in known else None)
    if meant := meant_key(key.value, known):
        return Hint(f"did you mean {meant}?", meant)
    if own and (role := role_hint(key.value, value.value if isinstance(value, Scalar) else "")):
        return role
    if " " in key.value:
        return "text that goes on is indented below its key, and a colon in it is fine after >- : summary: >-"
    near = context.did_you_mean(key.value, known) if known else NO_HINT
    if own and not near.value:
        return part_hint(key.value) or f"start a key of your own with x-: x-{key.value}"
    return near


_ONE_FOR_MANY = {
    "company": "companies", "person": "people", "tag": "tags", "source": "sources", "figure": "figures",
    "place": "places", "event": "events", "type": "types", "alias": "aliases",
}  # fmt: skip
_MANY_KEYS = 40  # beyond which it is not looked for another slip of the same key


def _if_free(key: Scalar, meant: str, hint: Hint, pairs: Pairs) -> Hint:
    """The hint, certain where one slip made the key; one without a value where what is meant is there already."""
    from timeline_cli.fields.hints.synonyms import meant_key

    others = [other for other in pairs if other != key.value]
    if meant in others:
        return Hint(f"did you mean {meant}? It is there already: join the two values")
    if len(others) > _MANY_KEYS or any(_is_slip(one, meant) or meant_key(one, (meant,)) for one in others):
        return hint
    return hint._replace(certain=_is_slip(key.value, meant))


def _is_slip(key: str, meant: str) -> bool:
    """Whether a key is another one but for a slip, or names one of what that names many of."""
    return _ONE_FOR_MANY.get(key) == meant or is_slip(key, meant)


_FIRST_DIGITS = re.compile(r"(?<![\d.,])\d{1,3}$")
_MOST_GROUPS = 8  # of three digits; more of them are no number that a company writes
_MORE_DIGITS = re.compile(r"\d{3}(?!\d)")


def _joined(key: Scalar, pairs: Pairs, problems: Problems) -> tuple[Edit, ...]:
    """What makes one number again of 1,234,567, of which { } make a value and keys; told by the first key alone."""
    if _MORE_DIGITS.match(key.value) is None:
        return ()
    rows = list(pairs.values())
    at = next((number for number, (each, _) in enumerate(rows) if each is key), 0)
    before = rows[at - 1][1] if at else None
    place = problems.place_of_text(before) if before is not None else None
    found = _FIRST_DIGITS.search(before.value) if place is not None and isinstance(before, Scalar) else None
    if place is None or found is None or not isinstance(before, Scalar) or before.style:
        return ()
    number, start, end = found[0], place.column + found.start(), place.column + place.width
    # By their columns: a group of digits that is there twice is no key of its own any more.
    parts: dict[int, str] = {}
    for each, value in rows[at : at + _MOST_GROUPS]:
        if is_null(value) and not each.style:
            places = [problems.place(each), *problems.twice(each)]
            parts.update({one.column: each.value for one in places if one.line == place.line})
    while (digits := _MORE_DIGITS.match(parts.get(end + 1, ""))) is not None:
        number, end = number + digits[0], end + 1 + len(digits[0])
        if parts[end - len(digits[0])] != digits[0]:
            break
    width, is_clear = end - start, not parts.get(end + 1, "")[:1].isdigit()  # 1,000,00 is no number
    return (Edit(place._replace(column=start, width=width), number),) if is_clear and len(number) < width else ()
