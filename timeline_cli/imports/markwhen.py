"""Read Markwhen: a line with a date starts an event, the lines below it are its text.

Owns: which lines are events, groups and head; tags, links and places in the text. Does not: follow events that are
dated by others (after !id, 2 weeks).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline_cli.errors import UsageFault
from timeline_cli.imports.dates import Date, Rules, read_date
from timeline_cli.imports.table import Cell, Input, Layout, Row, Table, decoded, tidy

_COLUMNS = ("date", "title", "description", "tags", "links", "place", "group", "id", "timeline")
_GROUP = re.compile(r"\s*(?:group|section)\b\s*(.*)$", re.I)
_END = re.compile(r"\s*end\s*(?:group|section)\b", re.I)
# Lengths are bounded, or a hostile line costs the square of its length.
_EVENT = re.compile(r"\s*([^:\s][^:]{0,80}(?::\d\d[^:]{0,80})*?)\s*:(?!//|\d\d)\s*(.*)$")
_SETTING = re.compile(r"(#?[\w.-]+)\s*:\s*(.*)$")
_TAG = re.compile(r"(?<!\S)#(\w[\w-]*)")
_LINK = re.compile(r"!?\[([^\[\]\n]*)\]\(([^()\s]*(?:\([^()\s]*\)[^()\s]*)*)\)")
_ID = re.compile(r"(?<!\S)!(\w[\w-]*)")


def read(given: Input, layout: Layout) -> Table:
    """The events of a Markwhen file. Raises UsageFault."""
    lines = decoded(given, layout.encoding).replace("\r\n", "\n").split("\n")
    settings = _settings(lines)
    order = "d/m/y" if settings.get("dateformat", "").lower().startswith("d") else "m/d/y"
    rows = list(_rows(lines, order, settings.get("title", "")))
    if not rows:
        raise UsageFault(f"{given.name} has no events", "an event of Markwhen begins with a date and a colon")
    return Table(given.name, _COLUMNS, lambda: iter(rows), fixed=True)


def _settings(lines: list[str]) -> dict[str, str]:
    """The key: value lines above the first event or group."""
    found: dict[str, str] = {}
    for line in lines:
        match = _SETTING.match(line)
        if _GROUP.match(line) or (match and re.search(r"\d", match[1])):
            break
        if match:
            found[match[1].lower()] = match[2].strip().strip("\"'")
    return found


def _rows(lines: list[str], order: str, title: str) -> Iterator[Row]:
    groups: list[str] = []
    head = ""
    number = at = 0
    body: list[str] = []
    for place, line in enumerate([*lines, ""], 1):
        match = _EVENT.match(line)
        starts = match is not None and _starts(match[1])
        ends = bool(_GROUP.match(line) or _END.match(line)) or place > len(lines)
        if (starts or ends) and head:
            yield _row(at, head, body, groups, order, title)
            head = ""
        if starts:
            head, body, at = line, [], (number := number + 1)
        elif group := _GROUP.match(line):
            groups.append(tidy(_TAG.sub("", group[1]).rstrip(": ")))
        elif _END.match(line):
            groups = groups[:-1]
        elif head:
            body.append(line)


# What depends on other events or on today, which no date of a file does.
_RELATIVE = re.compile(
    r"(?:after|before|by|now|today|tomorrow|yesterday)\b|!\w|\d+ (?:hour|day|week|month|year|min)", re.I
)
_SIDE = r"((?:\d{1,2}/){0,2}\d{4}|\d{4}(?:-\d\d){1,2})"
_SIDES = re.compile(rf"{_SIDE} ?[-–/] ?{_SIDE}|(.+?)\s+(?:-|–|—|to)\s+(.+)|(\d{4}[\d-]*)/(\w.*)")


def _starts(text: str) -> bool:
    """Whether what stands before a colon is a date, or meant as one."""
    if len(text) > 80 or not re.match(r"\w|!", text):
        return False
    first = _sides(text)[0]
    is_like = re.match(r"\d{4}\b|\d{1,2}/\d{1,2}\b", first) is not None
    return is_like or _RELATIVE.match(first) is not None or bool(read_date(first, Rules("m/d/y")).form)


def _sides(text: str) -> list[str]:
    match = _SIDES.fullmatch(text)
    return [side for side in match.groups() if side] if match else [text]


def _row(number: int, head: str, body: list[str], groups: list[str], order: str, title: str) -> Row:
    match = _EVENT.match(head)
    assert match is not None
    text = "\n".join([match[2], *body])
    links = [(label, address) for label, address in _LINK.findall(text) if "://" in address]
    places = [label for label, address in _LINK.findall(text) if address in ("location", "map")]
    shown = _LINK.sub(lambda link: "" if link[2] in ("location", "map") else link[1], text)
    identity = _ID.search(shown)
    plain = _ID.sub("", _TAG.sub("", shown))
    first, _, rest = plain.partition("\n")
    cells: dict[str, Cell] = {
        "title": tidy(re.sub(r"(?<!\w)[*_]{1,2}|[*_]{1,2}(?!\w)", "", first)),
        "description": re.sub(r"\n{3,}", "\n\n", tidy(rest)),
        "tags": list(dict.fromkeys(_TAG.findall(shown))),
        "links": [address for _, address in links],
        "place": tidy(places[0]) if places else "",
        "group": " / ".join(groups),
        "id": identity[1] if identity else "",
        "timeline": title,
    }
    date, why = _date(match[1], order)
    return Row(number, {**cells, "date": date}, why)


def _date(text: str, order: str) -> tuple[str, str]:
    """A date or a range in the form of our files, or why there is none."""
    forms = []
    for number, side in enumerate(_sides(text)):
        is_open = number == 1 and side.lower() in ("now", "present", "today")
        found = Date("..") if is_open else read_date(side, Rules(order))
        if not found.form:
            return "", f"{found.why}: {side}"
        forms.append(found.form)
    return "/".join(dict.fromkeys(forms)), ""
