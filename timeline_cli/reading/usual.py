"""Recognise items written in the usual way by their text, several times as fast as the parser reads them.

Owns: the patterns that prove that the reader finds no error in an item, and what of it is known without the reader.
Does not: decode the rest. What is not recognised is read, so the patterns have to be right, but not complete.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from timeline_cli.dates.event_date import parse_date
from timeline_cli.dates.faults import DateFault
from timeline_cli.errors import IndexDamaged
from timeline_cli.fields.amounts import SCALES
from timeline_cli.fields.context import Context
from timeline_cli.fields.field import Kind
from timeline_cli.fields.parts import FIGURE_KINDS
from timeline_cli.fields.table import WRITTEN
from timeline_cli.model import Event, Registries
from timeline_cli.reading.events import derived_id
from timeline_cli.reading.file import EventFile
from timeline_cli.reading.items import Item
from timeline_cli.reading.kept import items_but
from timeline_cli.reading.split import Text

_LONGEST = 64 << 10  # bytes of an item, far from every limit of the reader
_TRIED = 200  # items of a file; if few of them are recognised, the others are not tried
# Besides the control characters of ASCII, what YAML does not allow, takes for a line break, or passes in disguise.
_RARE = re.compile(rb"\xc2[\x80-\x9f]|\xd7\xbf|\xe2\x80[\xa8\xa9]|\xef(?:\xb7|\xbb\xbf|\xbf[\xbe\xbf])")

# Values on one line. A plain one is not null, does not end with a space, starts with a character that means nothing to
# YAML, and has a colon only inside a word and a # only after something.
_C = r"\x00-\x1f\x7f"
_NULL = "(?!null|Null|NULL)"


def _plain(but: str = "") -> str:
    more = rf"[^{_C}:#{but}]*+"
    return rf"{_NULL}[\w$(+/\x80-\xff]{more}(?:(?::(?=[\w/])|(?<! )#){more})*+(?<! )"


def _text(but: str = "") -> str:
    return rf"""(?:{_plain(but)}|'[^'{_C}{{}}]++'|"[^"\\{_C}{{}}]++")"""


_IN_FLOW = r",?\[\]{}"
_LINE, _WORD = _text(), _text(_IN_FLOW)
_ADDRESS = r"[\w./%~+=&;@!$()*#-]++"
_LINK = rf"(?:https?://{_ADDRESS}(?::(?=[\w/]){_ADDRESS})*+|'https?://[!-&(-z|~]++'|\"https?://[!#-\[\]-z|~]++\")"
_ID = rf"{_NULL}[A-Za-z\d][\w.-]*+"
_DATE = r"(?:[\d/.][-\d/.?~%XQHW]*+|\[[\d.][-\d.]*+\])"  # without a time or a fiscal year; parse_date decides
_DAY = (
    r"(?:1[6-9]|20)\d\d(?:-(?:(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|1\d|2[0-8]))?|(?:0[13-9]|1[0-2])-(?:29|30)"
    r"|(?:0[13578]|1[02])-31|Q[1-4]|H[12]))?"
)
_AMOUNT = rf"(?:(?:about|over|under) )?-?\d{{1,18}}(?:\.\d{{1,9}})?(?: (?:{'|'.join(SCALES)}))?"


def _mapping(values: Callable[[str], Mapping[str, str]], *required: str) -> tuple[str, str]:
    """Entries of a list: a mapping in { }, and one with a key per line after a dash at \2. No value has a brace."""

    def pairs(text: str, before: str, join: str, end: str, again: str) -> tuple[str, str]:
        needs = "".join(rf"(?={before}{key}: )" for key in required)
        pair = "|".join(rf"{key}: {value}(?={end})(?!{again}{key}:)" for key, value in values(text).items())
        return needs, rf"(?:(?:{pair})(?:{join}|(?={end})))++"

    # In quotes, a required key would be only text.
    needs, flow = pairs(_WORD, r"[^}'\"]*?[{ ]", ", ", "[,}]", "[^}]*?, ")
    block = pairs(_LINE, r"(?:[^\n]*+\n\2  )*?", r"\r?\n\2  ", r"\r?\n|\Z", r"(?:\r?\n\2  [^\n]*+)*?\r?\n\2  ")
    return rf"{needs}\{{{flow}\}}", "".join(block)


def _one_of(words: Iterable[str]) -> str:
    """One of some words; the longest first, since one may begin with another. Only those that are always plain."""
    plain = sorted((word for word in words if re.fullmatch(_ID, word, re.A)), key=len, reverse=True)
    return f"(?:{'|'.join(map(re.escape, plain)) or '(?!)'})"


def _listed(at: str, flow: str, block: str, alone: str = "(?!)") -> str:
    """A list in [ ] or with dashes, where entries may also have the form `block`, or one value alone."""
    start = rf"\r?\n({at} *+)-"
    return rf"(?: \[(?:{flow}(?:, |(?=\])))++\]| {alone}|(?={start})(?:\r?\n\2- (?:{flow}|{block}))++)"


def _value(key: str, kind: Kind, at: str, registries: Registries) -> str:
    """The pattern of a value, from the colon on; `at` is the indentation of the keys."""
    named = f"(?:{_LINK}|{_one_of(registries.sources)})"
    flow_role, role = _mapping(lambda _: {"name": _WORD, "role": _WORD}, "name")
    flow_figure, figure = _mapping(
        lambda text: {
            **dict.fromkeys(("metric", "unit", "company", "change"), text),
            **dict.fromkeys(("value", "previous"), _AMOUNT),
            "period": _DAY,
            "kind": _one_of(FIGURE_KINDS),
        },
        *("metric", "value"),
    )
    flow_source, source = _mapping(
        lambda text: {
            **dict.fromkeys(("publisher", "title", "quote"), text),
            "ref": _one_of(registries.sources),
            "url": _LINK,
            "published": _DAY,
        }
    )
    line = rf"\r?\n{at}  [^{_C}]*+|\r?\n(?=\r?\n)"
    patterns = {
        "id": f" {_ID}",
        "date": f" {_DATE}" if key == "date" else "(?!)",
        "line": f" {_LINE}",
        "text": rf" (?:{_LINE}|{_plain()}(?:\r?\n{at} ++{_plain()})++|[|>]-?\r?\n{at}  (?! )[^{_C}]++(?:{line})*+)",
        "type": f" {_one_of(registries.types)}",  # the hint for one that is not declared depends on the others
        "word": f" {_one_of(kind.choices)}",
        "name": f" {_WORD}",
        "names": _listed(at, f"(?:{_WORD}|{flow_role})", role, _WORD),
        "words": _listed(at, _WORD, "(?!)", _WORD),
        "figures": _listed(at, flow_figure, figure),
        "sources": _listed(at, f"(?:{flow_source}|{named})", source, named),
    }
    return patterns.get(kind.name, "(?!)")


NAMED = {key: kind for key, kind in WRITTEN.items() if kind.name in ("type", "word", "name", "names", "words")}
_NAMED = frozenset(key.encode() for key in NAMED)
_NAME = re.compile(rf"(?:(name|role): )?(?:({_plain(_IN_FLOW)})|'([^']++)'|\"([^\"]++)\")".encode())
_Proven = tuple[dict[bytes, bytes], Callable[[bytes], re.Match[bytes] | None]]


class Usual:
    """The items of one file, those written in the usual way unread: `texts`, by line.

    They have a dash in the column of all items, and their keys two columns further right.
    """

    def __init__(self, file: EventFile, context: Context) -> None:
        self.texts: dict[int, Text] = {}
        self._file, self._context = file, context
        indent = " " * file.cut.indent if file.cut is not None else ""
        self._dash, self._at, self._start = f"{indent}- ".encode(), f"{indent}  ", f"\n{indent}  ".encode()
        self._split = re.compile(self._start + rb"([a-z_]+):").split
        # By key: the values in recognised items, each without the comments after it, if they are names; the pattern.
        self._proven: dict[bytes, _Proven] = {}

    def items(self) -> Iterator[Item]:
        """All items, in order; the event of an unread one has only its id, date and title."""
        if self._file.cut is None or self._file.defaults:
            yield from self._file.items(self._context)
            return
        tried = 0

        def known(text: Text) -> Item | None:
            nonlocal tried
            tried += 1
            event = self.event(text) if tried < _TRIED or 2 * len(self.texts) > tried else None
            if event is None:
                return None
            self.texts[text.line] = text
            return Item(text.line, event, ())

        for _, item in items_but(known, self._file, self._context):
            yield item

    def event(self, text: Text) -> Event | None:
        """An event with only the id, date and title of an item; None if it is not written in the usual way."""
        data, values, new = text.data, dict[bytes, bytes](), list[tuple[bytes, bytes]]()
        if len(data) > _LONGEST or (not data.isascii() and _RARE.search(data)):
            return None
        before, *parts = self._parts(data)
        for key, value in zip(parts[::2], parts[1::2], strict=True):
            known, match = self._proven.get(key) or self._of_key(key)
            found = known.get(value)
            if found is None:
                matched = match(value)
                if matched is None:
                    return None
                found = matched[1]
                new.append((key, value))
            values[key] = found
        if before or 2 * len(values) < len(parts) or b"date" not in values or b"title" not in values:
            return None
        event = self._event(values, text.line)
        for key, value in new if event is not None else ():
            if key in _NAMED:
                self._proven[key][0][value] = values[key]
        return event

    def _parts(self, data: bytes) -> list[bytes]:
        """What is before the first key, then keys and their values in turn."""
        return self._split(self._start + data[len(self._dash) :]) if data.startswith(self._dash) else [data]

    def _of_key(self, name: bytes) -> _Proven:
        key = name.decode()
        if key not in WRITTEN:
            return {}, lambda _: None
        form = _value(key, WRITTEN[key], self._at, self._context.registries)
        match = re.compile(rf"({form})\r?(?:\n *+(?:#[^{_C}]*+)?\r?)*+".encode()).fullmatch
        self._proven[name] = proven = dict[bytes, bytes](), match
        return proven

    def _event(self, values: Mapping[bytes, bytes], line: int) -> Event | None:
        title = values[b"title"][1:].decode()
        title = title[1:-1] if title[0] in "'\"" else title
        try:
            date = parse_date(values[b"date"][1:].decode())
        except DateFault:
            return None
        name = values[b"id"][1:].decode() if b"id" in values else derived_id(date, title)
        event = Event(name, date, title, has_own_id=b"id" in values, file=self._file.name, line=line)
        return event if title.strip() else None

    def names(self, key: str, line: int | None = None) -> set[str]:
        """The canonical names under a key of all recognised items, or of the unread one at a line."""
        proven = self._proven[key.encode()][0] if key.encode() in self._proven else {}
        values: Iterable[bytes] = proven.values()
        if line is not None:
            _, *parts = self._parts(self.texts[line].data)
            values = [
                proven[value] for name, value in zip(parts[::2], parts[1::2], strict=True) if name == key.encode()
            ]
        found = {
            b"".join(forms).decode() for value in values for part, *forms in _NAME.findall(value) if part != b"role"
        }
        registry = NAMED[key].registry
        return set(map(getattr(self._context.registries, registry).resolve, found)) if registry else found

    def read(self, events: list[Event]) -> Iterator[Event]:
        """Unread events whole, with the ids that they have. Raises IndexDamaged if one is not what it was."""
        texts = [self.texts.pop(event.line) for event in events]
        for old, item in zip(events, self._file.items(self._context, lambda _: iter(texts)), strict=True):
            new = item.event
            if new is None or (new.date, new.title, new.has_own_id) != (old.date, old.title, old.has_own_id):
                raise IndexDamaged
            yield new if new.id == old.id else replace(new, id=old.id)
