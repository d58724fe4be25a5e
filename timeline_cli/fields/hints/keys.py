"""Unknown keys, and what to write instead.

Owns: the mistakes that turn a text into a key, and the keys of an event that belong in its date. Does not: accept one
key for another, or compute a day.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from timeline_cli.dates.event_date import parse_date
from timeline_cli.dates.faults import DateFault
from timeline_cli.diagnostics import Edit
from timeline_cli.fields.context import Context
from timeline_cli.hint import NO_HINT, Hint, as_hint
from timeline_cli.nodes import Node, Problems, Scalar, is_null
from timeline_cli.scalars import in_braces
from timeline_cli.spelling import is_slip

OTHER_SPACE_HINT = "replace the special space (U+00A0, U+3000) next to it with a plain space"
_COMMA = "inside { } and [ ] a comma separates"
Pairs = dict[str, tuple[Scalar, Node]]
LISTS = ("aliases", "companies", "people", "tags", "part_of", "follows", "supersedes", "related")
COMMA_HINT = f"{_COMMA}: remove the commas from the number, or quote it"


def _comma_hint(key: Scalar, pairs: Pairs) -> str:
    """The hint for a value inside { } that a comma split; `key` is the part after the comma."""
    keys = list(pairs)
    at = keys.index(key.value) if key.value in keys else 0
    name, before = keys[at - 1] if at else "", pairs[keys[at - 1]][1] if at else None
    first = before.value if isinstance(before, Scalar) and not before.style else ""
    if not key.value[:1].isdigit():
        if first and name in LISTS:
            return f"{_COMMA}: write a list, {name}: [{first}, {key.value}]"
        return f'{_COMMA}: quote the text: "{first or "…"}, {key.value}"'
    if re.search(r"\d$", first) and re.match(r"\d\d?(?!\d)", key.value):
        from timeline_cli.fields.hints.amounts import hint_for_amount, offers

        for written in (f"{first},{key.value}", f"{first}.{key.value}"):
            if len(offers(written)) == 1:
                return f"{_COMMA}: {hint_for_amount(written, name != 'value').text}"
    return COMMA_HINT


def unknown_key(
    key: Scalar, value: Node, known: Collection[str], context: Context, pairs: Pairs, own: bool = False
) -> str | None:
    """Report an unknown key; returns the key it probably stands for, or None.

    With `own`, this is an event, which can have keys that start with x-. `pairs` are those of its mapping.
    """
    from timeline_cli.fields.hints.synonyms import PARTS

    hint: Hint | str
    meant: str | None = None
    edits: tuple[Edit, ...] = ()
    has_colon = not (is_null(value) and value.start_mark.index == key.end_mark.index)
    message = f"{key.value or 'nothing'}: is not a known key here"
    if own and (side := _side_hint(key.value, pairs)):
        message, hint, meant = f"{key.value}: belongs in the date", side, "date"
    elif own and key.value in PARTS:
        message, hint = f"{key.value}: is not a key of an event", PARTS[key.value]
    elif key.value.startswith("x-"):
        hint = "move your own keys to the event; its parts and earlier versions cannot have them"
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


def _hint_for_word(key: Scalar, value: Node, known: Collection[str], context: Context, own: bool) -> Hint | str:
    """The hint for a key that may be a synonym of a known key, or a typo."""
    from timeline_cli.fields.hints.synonyms import meant_key, part_hint, role_hint

    if key.value != key.value.strip():
        bare = key.value.strip()
        return Hint(OTHER_SPACE_HINT, bare if bare in known else None)
    if meant := meant_key(key.value, known):
        return Hint(f"did you mean {meant}?", meant)
    if own and (role := role_hint(key.value, value.value if isinstance(value, Scalar) else "")):
        return role
    if "ref" in known and key.value in context.registries.sources:
        return f"write {{ref: {in_braces(key.value)}, title: …}}"
    if " " in key.value:
        return "indent continued text below its key; after summary: >- it may contain colons"
    near = context.did_you_mean(key.value, known) if known else NO_HINT
    if own and not near.value:
        return part_hint(key.value) or f"for your own key, write x-{key.value}"
    return near


_ONE_FOR_MANY = {
    "company": "companies", "person": "people", "tag": "tags", "source": "sources", "figure": "figures",
    "place": "places", "event": "events", "type": "types", "alias": "aliases",
}  # fmt: skip
_MANY_KEYS = 40  # with more keys, do not search for a second misspelling of the same key


def _if_free(key: Scalar, meant: str, hint: Hint, pairs: Pairs) -> Hint:
    """The hint, certain for one typo; without a value if the suggested key already exists."""
    from timeline_cli.fields.hints.synonyms import meant_key

    others = [other for other in pairs if other != key.value]
    if meant in others:
        return Hint(f"did you mean {meant}? It already exists: merge the two values")
    if len(others) > _MANY_KEYS or any(_is_slip(one, meant) or meant_key(one, (meant,)) for one in others):
        return hint
    return hint._replace(certain=_is_slip(key.value, meant))


def _is_slip(key: str, meant: str) -> bool:
    """Whether a key is a typo of another one, or its singular."""
    return _ONE_FOR_MANY.get(key) == meant or is_slip(key, meant)


_FIRST_DIGITS = re.compile(r"(?<![\d.,])\d{1,3}$")
_MOST_GROUPS = 8  # of three digits; no company writes a number with more
_MORE_DIGITS = re.compile(r"\d{3}(?!\d)")


def _joined(key: Scalar, pairs: Pairs, problems: Problems) -> tuple[Edit, ...]:
    """The edits that restore 1,234,567, which { } split into a value and keys; only the first key reports it."""
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
    # By column, since a repeated group of digits is only one key.
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


# Keys for the start, the end, the time or the length of an event.
_STARTS = frozenset(("start", "start_date", "startdate", "begin", "begins", "from", "since"))
_ENDS = frozenset(("end", "end_date", "enddate", "ends", "finish", "until", "till", "to"))
_TIMES = frozenset(("time", "timezone", "time_zone", "hour"))
_LENGTHS = frozenset(("duration", "length", "days"))


def _side_hint(key: str, pairs: Pairs) -> Hint | None:
    """The hint for such a key of an event with these keys; None for any other key."""
    if key in _TIMES:
        return Hint("write the time in the date, with its offset from UTC: date: 2025-03-22T09:30+09:00")
    if key in _LENGTHS:
        return Hint(f"write the first and the last day: date: {_text_under(pairs, ('date',)) or '2025-03-22'}/LAST")
    if key not in _STARTS | _ENDS:
        return None
    start, end = _text_under(pairs, ("date", *_STARTS)), _text_under(pairs, _ENDS)
    date = f"{start}/{end}"
    if start and end and _is_date(date):
        return Hint(f"write date: {date}", date)
    return Hint("write both days in the date: date: 2025-03-22/2025-04-05")


def _text_under(pairs: Pairs, keys: frozenset[str] | tuple[str, ...]) -> str:
    """The value of the first of some keys; empty if there is none."""
    values = (pairs[key][1] for key in pairs if key in keys)
    return next((value.value.strip() for value in values if isinstance(value, Scalar)), "")


def _is_date(text: str) -> bool:
    try:
        parse_date(text)
    except DateFault:
        return False
    return True
