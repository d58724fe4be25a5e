"""Find the values of a few keys in files quickly, without decoding events.

Owns: the fast path of completion — the C parser checks that a file is valid, broken parts
are left out, and only the requested values are read.
Does not: validate. Names are returned as written, even from events with errors.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, Union

import yaml

from timeline_cli.text import byte_order_mark

# Completion must be instant; for a larger file, read only the start, which has the registries.
MOST_BYTES = 8 << 20

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Value = Union[str, list["Value"], dict[str, "Value"], None]  # noqa: UP007 (an alias that is evaluated)


class Unreadable(Exception):
    """No file could be read."""


def glance(texts: Iterable[str], keys: Iterable[str]) -> dict[str, list[Value]]:
    """By key, each distinct value written under it, in any mapping; a key can be a pattern.

    Scalars are text, aliases and nulls are None.
    """
    patterns = [_key_pattern(key) for key in keys]
    written: dict[str, dict[str, None]] = {}
    for text in texts:
        for pattern in patterns:
            for key, value in _written(text, pattern):
                written.setdefault(key, {})[value] = None
    return {key: list(_values(list(found))) for key, found in written.items()}


def read_texts(files: Iterable[str]) -> list[str]:
    """The texts of files and their includes, without what cannot be parsed. Raises Unreadable if there is none."""
    found = list(_texts(files))
    if not found:
        raise Unreadable
    return found


def _texts(files: Iterable[str]) -> Iterator[str]:
    """The text of each file and of its includes, each once."""
    queue, seen = list(files), set[str]()
    while queue:
        name = queue.pop(0)
        path = Path(name)
        # Never read a pipe or a terminal: a completion that waits for input hangs the shell.
        if str(path.resolve()) in seen or not path.is_file():
            continue
        seen.add(str(path.resolve()))
        text = _text(path, name)
        if text is not None:
            queue[:0] = _included(text, name)
            yield text


def _text(path: Path, name: str) -> str | None:
    """The text of a file, without the parts that cannot be parsed; None if there is none."""
    with path.open("rb") as file:
        data = file.read(MOST_BYTES + 1)
    try:
        mark, encoding = byte_order_mark(data)
        data = data[len(mark) :]
        if encoding not in ("", "utf-8"):
            data = data.decode(encoding).encode()
        if len(data) > MOST_BYTES:
            data = _cut(data)
        text = data.decode()
    except UnicodeError:
        return None
    if not _is_sound(data):
        # Imported here, since it imports the whole reader: names are completed while a slip waits for its fix.
        from timeline_cli.reading.recovery import recover

        found = recover(data, name)
        if found is None:
            return None
        text = found[0].decode()
    return text.replace("\r\n", "\n")


def _cut(data: bytes) -> bytes:
    """The start of a large file up to its last complete list item: valid if the whole file is."""
    items = list(re.finditer(rb"\n *- ", data[-65536:]))
    return data[: len(data) - 65536 + items[-1].start()] if items else data


def _is_sound(data: bytes) -> bool:
    loader = _LOADER(data)
    try:
        if hasattr(loader, "raw_parse"):
            # Six times as fast as creating an object for every event.
            loader.raw_parse()
        else:
            while loader.get_event() is not None:
                pass
    except yaml.YAMLError:
        return False
    finally:
        loader.dispose()
    return True


def _included(text: str, name: str) -> list[str]:
    if "include" not in text or not re.search(r"(?m)^include *:", text):
        return []
    # Imported here, since few files have includes, and this imports the whole reader.
    from timeline_cli.nodes import Problems, Sequence, scalar
    from timeline_cli.reading.includes import included

    found = []
    for _, written in _written(text, _key_pattern("include")):
        for value in _values([written]):
            listed = value if isinstance(value, list) else [value]
            mark: Any = yaml.Mark(name, 0, 0, 0, "", 0)
            nodes: Any = [scalar(item, mark, mark, '"') for item in listed if isinstance(item, str)]
            found += included(Sequence(nodes, True, mark, mark), name, Problems(name))
    return found


# Keys and values in the text. A key is at the start of a line, after dashes, or in a flow mapping.


def _key_pattern(key: str) -> re.Pattern[str]:
    return re.compile(rf"({key})([\"']?) *:(?=[\s\[{{\"'])")


def _written(text: str, pattern: re.Pattern[str]) -> Iterator[tuple[str, str]]:
    """Each key with its value as written: flow and quoted values unchanged, a block with a line break before it."""
    for match in pattern.finditer(text):
        simple = _SIMPLE.match(text, match.end())
        if simple and _BEFORE_KEY.fullmatch(text, text.rfind("\n", 0, match.start()) + 1, match.start()):
            yield match[1], simple[1]  # as below, but most values are like this one
            continue
        # The mark that closes a key also opens it.
        start = match.start() - len(match[2])
        column = _column(text, start) if text.startswith(match[2], start) else None
        value = None if column is None else _value_at(text, match.end(), column)
        if value:
            yield match[1], value


_IN_LIST = r"[^\n\[\]{}\"'#]*"
_SIMPLE = re.compile(rf" *(\[{_IN_LIST}(?:{{{_IN_LIST}}}{_IN_LIST})*\])")
_BEFORE_KEY = re.compile(r" *(?:- +)*")


def _column(text: str, start: int) -> int | None:
    """The column of a key that starts there, -1 in a flow mapping; None if what precedes it is no place for a key.

    Looking back from each key is several times as fast as trying every start of a line.
    """
    before = start - 1
    while before >= 0 and text[before].isspace():
        before -= 1
    if before >= 0 and text[before] in "{,":
        return -1
    line = text.rfind("\n", 0, start) + 1
    return start - line if _BEFORE_KEY.fullmatch(text, line, start) else None


_START = re.compile(r"[ \t]*(?:&\S+[ \t]*)?")
_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"|\'(?:[^\']|\'\')*\'', re.DOTALL)
_BRACKET = re.compile(
    r'(?<=[\[{,:\s])(?:"(?:[^"\\]|\\.)*"|\'(?:[^\']|\'\')*\'|\#[^\n]*)|[\[\]{}]',
    re.DOTALL,
)


def _value_at(text: str, position: int, column: int) -> str | None:
    """The value after a colon; `column` is that of the key, -1 in a flow mapping."""
    start = _START.match(text, position).end()  # type: ignore[union-attr]
    first = text[start : start + 1]
    if first in ("[", "{"):
        return _to_closing(text, start)
    if first in ('"', "'"):
        quoted = _QUOTED.match(text, start)
        return quoted[0] if quoted else None
    if first in ("|", ">", "*", "!"):
        return None
    end = text.find("\n", start)
    end = len(text) if end < 0 else end
    if first in ("\n", "#", ""):
        below = _below(column).match(text, end) if column >= 0 else None
        return below[0] if below else None
    return _plain(text[start:end], column < 0)


def _to_closing(text: str, start: int) -> str | None:
    depth = 0
    for match in _BRACKET.finditer(text, start):
        if match[0] in ("[", "{"):
            depth += 1
        elif match[0] in ("]", "}"):
            depth -= 1
            if not depth:
                return text[start : match.end()]
    return None


@cache
def _below(column: int) -> re.Pattern[str]:
    """The lines that belong to a key at `column`: deeper ones, and the dashes of a list directly below it."""
    return re.compile(rf"(?:\n(?: {{{column + 1},}}\S.*| {{{column}}}-(?: .*)?(?=\n|\Z)|[ \t]*(?:#.*)?(?=\n|\Z)))+")


def _plain(rest: str, in_flow: bool) -> str | None:
    value = re.split(r"\s#", rest, maxsplit=1)[0].strip()
    if in_flow or ": " in value:
        # A plain block value cannot contain a colon and a space, so this line is in a flow mapping.
        value = re.split(r"[,\]}]", value, maxsplit=1)[0].strip()
    elif value.endswith((",", "}", "]")) and not re.search(r"[\[{]", value):
        value = value.rstrip(",]} ")
    return None if value in ("", "~", "null") else value


def _values(written: list[str]) -> Iterator[Value]:
    """Written values as text, lists and mappings. A plain value is its own text; YAML parses the rest in one go."""
    marked = [value for value in written if value[0] in "\n[{\"'"]
    yield from (value for value in written if value[0] not in "\n[{\"'")
    for together in (_merged(marked), marked):
        try:
            yield from list(_parsed(together))
            return
        except yaml.YAMLError:
            pass
    for value in marked:
        try:
            yield from list(_parsed([value]))
        except yaml.YAMLError:
            continue  # an alias of a value elsewhere


_PLAIN = r"[^\s\[\]{},\"'#&*!][^\n\[\]{},\"'#&*!]*"
_ITEM = re.compile(rf"{_PLAIN}|\{{[^\n\[\]{{}}\"'#&*!]*\}}")
_LIST = re.compile(rf"\[ *(?:{_ITEM.pattern})(?:, *(?:{_ITEM.pattern}))*\]")


def _merged(written: list[str]) -> list[str]:
    """The values with all simple lists as one list of their distinct items: most of them name the same few."""
    items: dict[str, None] = {}
    others: list[str] = []
    for value in written:
        if _LIST.fullmatch(value):
            items.update(dict.fromkeys(_ITEM.findall(value)))
        else:
            others.append(value)
    return [f"[{', '.join(items)}]", *others] if items else others


def _parsed(written: list[str]) -> Iterator[Value]:
    document = "\n".join(("-" if value[0] == "\n" else "- ") + value.replace("\n", "\n ") for value in written)
    events = yaml.parse(document, Loader=_LOADER)
    for event in events:
        if isinstance(event, yaml.SequenceStartEvent):
            yield from _list(events)


def _list(events: Any) -> Iterator[Value]:
    for event in events:
        if isinstance(event, yaml.SequenceEndEvent):
            return
        yield _value(event, events)


def _value(event: Any, events: Any) -> Value:
    if isinstance(event, yaml.ScalarEvent):
        return None if not event.style and event.value in ("", "~", "null") else str(event.value)
    if isinstance(event, yaml.SequenceStartEvent):
        return list(_list(events))
    if not isinstance(event, yaml.MappingStartEvent):
        return None
    found: dict[str, Value] = {}
    for key in events:
        if isinstance(key, yaml.MappingEndEvent):
            break
        name, value = _value(key, events), _value(next(events), events)
        if isinstance(name, str):
            found.setdefault(name, value)
    return found
