"""The fields of a new event as text: from options, from JSON or YAML, or from another event.

Owns: which fields are options, and how our own JSON becomes what a person would write. Does not: validate values.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from timeline_cli.dates.faults import DateFault
from timeline_cli.diagnostics import Diagnostic, Location
from timeline_cli.editing.free_dates import strict_date
from timeline_cli.editing.render import DATES, Value, Values, Written
from timeline_cli.errors import UsageFault
from timeline_cli.fields.amounts import parse_amount
from timeline_cli.fields.decode import date_text
from timeline_cli.fields.field import Field, KindName, source_json
from timeline_cli.fields.table import BY_KEY, FIELDS
from timeline_cli.hint import Hint, as_hint
from timeline_cli.model import Source
from timeline_cli.nodes import Mapping as MappingNode
from timeline_cli.nodes import Node, Problems, Scalar, is_null
from timeline_cli.nodes import Sequence as SequenceNode
from timeline_cli.option import Choices, Option
from timeline_cli.text import clean

# Fields to copy from a similar event; numbers and sources are specific to each event.
INHERITED = ("type", "companies", "people", "place", "tags", "part_of", "related", "fiscal_of")

LISTS: frozenset[KindName | None] = frozenset(("names", "words", "links", "figures", "sources"))


def options() -> list[Option]:
    """Each field that people write, as an option named with_KEY; derived from the table of fields."""
    return [_option(row, row.kind.name in LISTS) for row in FIELDS if row.is_decoded and row.kind.name != "versions"]


def _option(row: Field, is_list: bool) -> Option:
    name = row.term or row.key
    help = row.help[0].upper() + row.help[1:] + (". Repeatable." if is_list else ".")
    metavar = "DATE" if row.kind.name == "date" else "TEXT"
    return Option(f"with_{row.key}", list, None, ("--" + name.replace("_", "-"),), help, metavar, Choices(field=name))


def from_options(given: Mapping[str, Sequence[str]], own: Sequence[str], today: date) -> Values:
    """The fields given by options, by key; `own` are x-KEY=VALUE. Raises UsageFault."""
    found: Values = {}
    for key, values in given.items():
        _refuse_no_text(key, values)
        read = [_value(key, value.strip(), today) for value in values]
        kind = _kind(key)
        if len(read) > 1 and kind not in LISTS:
            raise UsageFault(f"an event has only one {key}, but {len(read)} are given", "use the option once")
        found[key] = read if kind in LISTS and (kind != "links" or len(read) > 1) else read[0]
    for text in own:
        key, equals, value = text.partition("=")
        if not equals or not key.startswith("x-"):
            raise UsageFault(f"{text} is not x-KEY=VALUE", "write --set x-desk=asia")
        _refuse_no_text(key, [value])
        found[key] = structured(value, is_own=True) if value[:1] in ("[", "{") else value
    return found


def _refuse_no_text(key: str, values: Sequence[str]) -> None:
    if any(not value.strip() for value in values):
        raise UsageFault(f"{key.replace('_', '-')} is empty", "omit the option, or give it a value")
    if any("\ud800" <= char <= "\udfff" for value in values for char in value):
        raise UsageFault(f"{key.replace('_', '-')} is not UTF-8", "set LANG to a UTF-8 locale")


def _kind(key: str) -> KindName | None:
    """The kind of a field; None for an x- key."""
    return BY_KEY[key].kind.name if key in BY_KEY else None


def _value(key: str, text: str, today: date) -> Value:
    kind = _kind(key)
    if kind == "date":
        return _date(text, today)
    if kind in ("names", "figures", "sources") and text[:1] == "{":
        return structured(text)
    return _figure_in_words(text) if kind == "figures" else text


def _date(text: str, today: date) -> str:
    try:
        return strict_date(text, today)
    except DateFault as fault:
        raise UsageFault(fault.message, fault.hint) from None


def _figure_in_words(text: str) -> Value:
    """`EV sales: 140000 vehicles` as a figure."""
    metric, colon, amount = text.partition(":")
    hint = Hint('write --figure "EV sales: 140000 vehicles" or --figure "{metric: …, value: …}"')
    if not colon or not metric.strip():
        raise UsageFault(f"{text} has no metric followed by a colon", hint)
    try:
        _, unit = parse_amount(amount)
    except ValueError as error:
        from timeline_cli.fields.hints.amounts import hint_for_amount

        meant = hint_for_amount(amount, in_short=True)
        form = f"{metric}: {meant.value}"
        offered = Hint(f'write --figure "{form}"', form)
        raise UsageFault(str(error), offered if meant.value is not None else hint) from None
    written = amount.strip()
    value = written[: len(written) - len(unit)].strip() if unit else written
    return {"metric": metric.strip(), "value": value, **({"unit": unit} if unit else {})}


def structured(text: str, is_own: bool = False) -> Value:
    """A list or mapping in YAML or JSON. Raises UsageFault."""
    problems = Problems("the option")
    node = read_node(text.encode(), problems)
    if text[:1] == "{" and isinstance(node, SequenceNode) and len(node.items) == 1:
        node = node.items[0]  # {title: …} looks like a stream of events
    if node is None or problems.found:
        reason = problems.found[0].message if problems.found else "it is empty"
        raise UsageFault(f"cannot read {text}: {reason}", "write it like {name: Xiaomi, role: host}")
    return plain(node, is_own=is_own)


def read_node(data: bytes, problems: Problems) -> Node | None:
    """The one value of a YAML or JSON text, or of JSON Lines; None if it is empty or cannot be read."""
    from yaml.events import DocumentStartEvent, StreamEndEvent, StreamStartEvent

    from timeline_cli.reading.composer import MAX_SECTION, Composer, Stopped
    from timeline_cli.reading.parser_input import READER_ERRORS

    composer = Composer(data, problems)
    try:
        event = composer.next()
        while isinstance(event, (StreamStartEvent, DocumentStartEvent)):
            event = composer.next()
        if isinstance(event, StreamEndEvent):
            return None
        value = composer.value(event, most=MAX_SECTION)
        while not isinstance(event := composer.next(), StreamEndEvent):
            if isinstance(event, DocumentStartEvent):
                assert event.start_mark is not None
                place = Location(problems.file, event.start_mark.line + 1)
                problems.add(
                    Diagnostic("E010", "a second YAML document starts here", place, as_hint("remove the --- line"))
                )
                break
        return value
    except Stopped:
        return None
    except READER_ERRORS as error:
        composer.stop(error)
        return None


def plain(node: Node, key: str = "", is_own: bool = False) -> Value:
    """A node as text, lists and mappings; dates as text, null as None.

    With `is_own`, it is the value of an x- key, where only the user knows what is a number.
    """
    if isinstance(node, Scalar):
        return None if is_null(node) else Written(node.value) if is_own and not node.style else node.value
    if isinstance(node, MappingNode):
        return {name: plain(value, name, is_own or name.startswith("x-")) for name, (_, value) in node.pairs.items()}
    if key in DATES and not is_own:
        return date_text(node) or [plain(item) for item in node.items]
    return [plain(item, "", is_own) for item in node.items]


def drafts(node: Node, problems: Problems) -> list[Node]:
    """The events in a value: a list, a mapping with events:, or one event. Raises UsageFault.

    Items that are not events are reported.
    """
    if isinstance(node, MappingNode) and "events" in node.pairs:
        others = [key for key in node.pairs if key != "events" and not key.startswith("x-")]
        if others:
            raise UsageFault(
                f"{', '.join(others)}: next to events: cannot be added", "remove them; add takes only events"
            )
        node = node.pairs["events"][1]
    items = [node] if isinstance(node, (MappingNode, Scalar)) else node.items
    for number, item in enumerate(items, 1):
        if not isinstance(item, MappingNode):
            problems.at(item, "E012", f"item {number} is not an event", "write a mapping with a date and a title")
    return [item for item in items if isinstance(item, MappingNode)]


# Our own JSON has derived keys, and null for missing ones: people write neither.


def cleaned(values: Values, sources: Mapping[str, Source]) -> Values:
    """The non-empty fields of an event, as a person would write them."""
    found = {key: _tidy(key, value, sources) for key, value in values.items() if _kind(key) != "derived"}
    return {key: value for key, value in found.items() if value is not None and not _is_nothing(key, value)}


def _is_nothing(key: str, value: Value) -> bool:
    """Whether a file takes the empty value of a field; what it refuses is kept, to be refused as there."""
    kind = _kind(key)
    if value == "":
        return kind not in ("date", "word", "figures", "versions")
    if value == []:
        return kind in (*LISTS, "versions", None)
    return value == {} and kind in ("figures", "sources", None)


def _tidy(key: str, value: Value, sources: Mapping[str, Source]) -> Value:
    kind = _kind(key)
    if kind in _TIDY and isinstance(value, list):
        return [_TIDY[kind](item, sources) if isinstance(item, dict) else item for item in value]
    if kind == "links" and isinstance(value, list) and len(value) == 1:
        return value[0]
    return value


def _role(value: dict[str, Value], _sources: Mapping[str, Source]) -> Value:
    return value["name"] if value.get("role") is None and set(value) <= {"name", "role"} and "name" in value else value


def _figure(value: dict[str, Value], sources: Mapping[str, Source]) -> Value:
    found = {key: part for key, part in value.items() if key not in ("period_start", "period_end")}
    converted = found.get("converted")
    if isinstance(converted, dict):
        found["converted"] = _amount(converted)
    if found.get("kind") == "actual":
        del found["kind"]
    return _amount(found)


def _amount(value: dict[str, Value]) -> dict[str, Value]:
    """Combine low, high and qualifier into one value."""
    given = {key: value.get(key) for key in ("value", "low", "high", "qualifier")}
    low, high, qualifier = given["low"], given["high"], given["qualifier"]
    if not (low or high or qualifier) or not all(part is None or isinstance(part, str) for part in given.values()):
        return {key: part for key, part in value.items() if part is not None}
    number = given["value"] or (f"{low} to {high}" if low and high else low or high)
    text = f"{qualifier} {number}" if qualifier else number
    rest = {key: part for key, part in value.items() if key not in given and part is not None}
    return {**{key: part for key, part in rest.items() if key == "metric"}, "value": text, **rest}


def _source(value: dict[str, Value], sources: Mapping[str, Source]) -> Value:
    """A source as its key, which refers to the registry; without the registry, write out all its fields."""
    found: dict[str, Value] = {key: part for key, part in value.items() if part is not None}
    key = found.pop("key", None)
    registered = sources.get(key) if isinstance(key, str) else None
    if registered is None:
        return found
    known = source_json(registered)
    rest = {name: part for name, part in found.items() if part != known.get(name)}
    return {"ref": key, **rest} if rest else key


def _version(value: dict[str, Value], sources: Mapping[str, Source]) -> Value:
    return {key: _tidy(key, part, sources) for key, part in value.items() if _kind(key) != "derived"}


_TIDY: dict[KindName | None, Callable[[dict[str, Any], Mapping[str, Source]], Value]] = {
    "names": _role,
    "figures": _figure,
    "sources": _source,
    "versions": _version,
}


def inherited(values: Values) -> Values:
    """The fields that a new event copies from a similar one."""
    return {key: value for key, value in values.items() if key in INHERITED or key.startswith("x-")}


def shown(values: Values) -> str:
    """The name of an event in a message: its title."""
    return clean(str(values.get("title") or values.get("id") or "the event"))
