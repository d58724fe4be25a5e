"""Read JSON, JSON Lines and YAML: rows are the objects at a path, with the values of what contains them.

Owns: paths (a.b, list[], *[], columns of equal length), and nested values as columns. Does not: convert a value.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from timeline_cli.editing.render import Written
from timeline_cli.errors import UsageFault
from timeline_cli.imports.table import Cell, Exact, Input, Layout, Row, Table, decoded, tidy

_DEEPEST = 64


def read(given: Input, layout: Layout) -> Table:
    """The objects of a JSON file, at the paths of the map or where the only list of objects is. Raises UsageFault."""
    data = _parsed(given, decoded(given, layout.encoding))
    paths = layout.rows or found_paths(data) or (("",) if isinstance(data, dict) and _flat(data) else ())
    if not paths:
        raise UsageFault(f"{given.name} has no list of objects", 'name it in the map: rows = "events[]"')
    walk = _Walk()
    rows = [row for path in paths for row in walk.rows(data, path.split(".") if path else [], {}, "")]
    if not rows:
        raise UsageFault(f"{given.name} has no rows at {', '.join(paths)}", "check rows in the map")
    columns = dict.fromkeys(name for row in rows for name in row if name)
    numbered = [Row(number, row, str(row.get("", ""))) for number, row in enumerate(rows, 1) if any(row.values())]
    return Table(given.name, tuple(columns), lambda: iter(numbered), inherited=walk.inherited, paths=paths)


def _parsed(given: Input, text: str) -> Any:
    if given.name.lower().endswith((".yaml", ".yml")):
        return _yaml(given, text)
    try:
        if not given.name.lower().endswith((".jsonl", ".ndjson")):
            try:
                return _loads(text)
            except json.JSONDecodeError as error:
                # The first line alone is a value: JSON Lines.
                if error.msg != "Extra data" or error.lineno < 2:
                    raise
        return [_line(number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
    except json.JSONDecodeError as error:
        raise UsageFault(
            f"{given.name}, line {error.lineno}: {error.msg}", "check the file; nothing was read"
        ) from None
    except (RecursionError, ValueError) as error:
        what = "it is nested too deeply" if isinstance(error, RecursionError) else str(error)
        raise UsageFault(f"{given.name}: {what}", "check the file; nothing was read") from None


def _loads(text: str) -> Any:
    # Numbers stay as they are written.
    return json.loads(text, parse_float=Exact, parse_int=Exact, parse_constant=str)


class _Broken(str):
    """The reason why a line is no JSON."""


def _line(number: int, line: str) -> Any:
    """A line of JSON Lines; a broken one costs only itself."""
    try:
        return _loads(line)
    except json.JSONDecodeError as error:
        return _Broken(f"line {number} is not JSON: {error.msg}")


def _yaml(given: Input, text: str) -> Any:
    from timeline_cli.editing.values import plain, read_node
    from timeline_cli.nodes import Problems

    problems = Problems(given.name)
    node = read_node(text.encode("utf-8", "replace"), problems)
    if node is None or problems.found:
        first = problems.found[0] if problems.found else None
        raise UsageFault(f"{first.location}: {first.message}" if first else f"{given.name} is empty", "check the file")
    return plain(node, is_own=True)


def found_paths(data: Any, path: str = "", depth: int = 0) -> tuple[str, ...]:
    """The paths of the highest lists of objects: of the file itself, else of all its siblings."""
    if isinstance(data, list):
        return (f"{path}[]" if path else "[]",) if any(isinstance(item, dict) for item in data) else ()
    if not isinstance(data, dict) or depth > _DEEPEST:
        return ()
    if _is_columns(data):
        return (path,)
    below = [(name, value) for name, value in data.items() if isinstance(value, (dict, list))]
    found = [each for name, value in below for each in found_paths(value, f"{path}.{name}".strip("."), depth + 1)]
    return tuple(found)


def _is_columns(data: Any) -> bool:
    """Whether an object holds columns: at least two lists, all of one length, of plain values."""
    values = list(data.values()) if isinstance(data, dict) else []
    return (
        len(values) > 1
        and all(isinstance(value, list) and len(value) == len(values[0]) for value in values)
        and bool(values[0])
        and not any(isinstance(item, (dict, list)) for value in values for item in value[:20])
    )


class _Walk:
    """The rows at paths, and the columns that they have only from what contains them."""

    def __init__(self) -> None:
        self._own: set[str] = set()
        self._above: set[str] = set()

    @property
    def inherited(self) -> frozenset[str]:
        return frozenset(self._above - self._own)

    def rows(self, data: Any, path: list[str], above: dict[str, Cell], name: str) -> Iterator[dict[str, Cell]]:
        """The rows below a value; `above` are the cells of what contains it."""
        if not path:
            yield from self._objects(data, above)
            return
        step, rest = path[0], path[1:]
        key, is_list = step.removesuffix("[]"), step.endswith("[]")
        inside = self._with_parent(data, above, name) if isinstance(data, dict) else above
        if key == "*":
            named = list(data.items()) if isinstance(data, dict) else []
        elif key:
            named = [(key, data[key])] if isinstance(data, dict) and key in data else []
        else:
            named = [(name, data)]
        for each, value in named:
            cells = inside | {"*": tidy(each)} if key == "*" else inside
            items = value if is_list and isinstance(value, list) else [] if is_list else [value]
            for item in items:
                yield from self.rows(item, rest, cells, each)

    def _with_parent(self, data: dict[str, Any], above: dict[str, Cell], name: str) -> dict[str, Cell]:
        """The cells of a parent under their own names, the nearest first, and under its path."""
        own: dict[str, Cell] = {key: cell for key, cell in _flat(data).items() if isinstance(cell, str)}
        found = {**own, **({f"{name}.{key}": cell for key, cell in own.items()} if name else {})}
        self._above.update(found)
        return above | found

    def _objects(self, data: Any, above: dict[str, Cell]) -> Iterator[dict[str, Cell]]:
        if isinstance(data, list):
            for item in data:
                yield from self._objects(item, above)
        elif isinstance(data, _Broken):
            yield {"": str(data)}
        elif _is_columns(data):
            self._own.update(data)
            for texts in zip(*([_text(value) for value in values] for values in data.values()), strict=True):
                yield {**above, **dict(zip(data, texts, strict=True))}
        else:
            own: dict[str, Cell] = _flat(data) if isinstance(data, dict) else {"value": _text(data)}
            self._own.update(own)
            yield above | own


def _flat(data: dict[str, Any], depth: int = 0) -> dict[str, Cell]:
    """The values of an object by column: nested ones as a.b, lists as lists, of objects as a list for each key."""
    found: dict[str, Cell] = {}
    for key, value in data.items():
        if isinstance(value, dict) and depth < _DEEPEST:
            found.update({f"{key}.{name}": cell for name, cell in _flat(value, depth + 1).items()})
        elif isinstance(value, list):
            objects = [_flat(item, depth + 1) for item in value if isinstance(item, dict) and depth < _DEEPEST]
            for name in dict.fromkeys(name for each in objects for name in each):
                texts = [each.get(name, "") for each in objects]
                found[f"{key}.{name}"] = [text if isinstance(text, str) else "" for text in texts]
            if not objects:
                found[key] = [_text(item) for item in value if not isinstance(item, list)]
        else:
            found[key] = _text(value)
    return found


def _text(value: Any) -> str:
    if isinstance(value, str):
        return tidy(Exact(value) if type(value) is Written else value)
    return {True: "true", False: "false"}[value] if isinstance(value, bool) else ""
