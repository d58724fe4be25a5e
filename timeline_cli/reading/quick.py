"""Read items written in the usual way without the YAML parser, in half the time.

Owns: the patterns that prove by the text of a value that the parser reads it as it is read here, and the reader finds
no error in it. Does not: report a problem of a part of a value. An item with one is left to the parser, as is
everything that is not proven, so the patterns have to be right, but not complete.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain
from typing import Any, NamedTuple

from timeline_cli.diagnostics import Diagnostic
from timeline_cli.fields.amounts import SCALES, parse_amount
from timeline_cli.fields.context import Context
from timeline_cli.fields.decode import Decoder
from timeline_cli.fields.decoders import DECODERS
from timeline_cli.fields.field import Kind
from timeline_cli.fields.table import WRITTEN
from timeline_cli.model import FIGURE_KINDS, Figure, Registries
from timeline_cli.reading.events import event_of, setting_of
from timeline_cli.reading.items import Item, cut_lines
from timeline_cli.reading.proven import KEY, VALUES, Value, around_number, node_of, of_list, placed
from timeline_cli.reading.split import Text

TRIED = 256  # items of a file; if few of them are usual, the others are left to the parser
_KEPT = 2000  # values of a key
_NONE: dict[bytes, Any] = {}
# The fields of which many events share a value.
NAMED = {key: kind for key, kind in WRITTEN.items() if kind.name in ("type", "word", "name", "names", "words")}

_LONGEST = 64 << 10  # bytes of an item, far from every limit of the reader
# Besides the control characters of ASCII, what YAML does not allow, takes for a line break, or passes in disguise.
_RARE = re.compile(rb"\xc2[\x80-\x9f]|\xd7\xbf|\xe2\x80[\xa8\xa9]|\xef(?:\xb7|\xbb\xbf|\xbf[\xbe\xbf])")

# Values on one line. A plain one is not null, does not end with a space, starts with a character that means nothing to
# YAML, and has a colon only inside a word and a # only after something.
_C = r"\x00-\x1f\x7f"
_NULL = "(?!null|Null|NULL)"


def plain(but: str = "") -> str:
    more = rf"[^{_C}:#{but}]*+"
    return rf"{_NULL}[\w$(+/\x80-\xff]{more}(?:(?::(?=[\w/])|(?<! )#){more})*+(?<! )"


def _text(but: str = "") -> str:
    return rf"""(?:{plain(but)}|'[^'{_C}{{}}]++'|"[^"\\{_C}{{}}]++")"""


IN_FLOW = r",?\[\]{}"
_LINE, _WORD = _text(), _text(IN_FLOW)
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
    needs, flow = pairs(_WORD, r"(?:\{|[^}'\"]*? )", ", ", "[,}]", "(?:[^,}]*+,)+? ")
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
        "text": rf" (?:{_LINE}|{plain()}(?:\r?\n{at} ++{plain()})++|[|>]-?\r?\n{at}  (?! )[^{_C}]++(?:{line})*+)",
        "type": f" {_one_of(registries.types)}",  # the hint for one that is not declared depends on the others
        "word": f" {_one_of(kind.choices)}",
        "name": f" {_WORD}",
        "names": _listed(at, f"(?:{_WORD}|{flow_role})", role, _WORD),
        "words": _listed(at, _WORD, "(?!)", _WORD),
        "figures": _listed(at, flow_figure, figure),
        "sources": _listed(at, f"(?:{flow_source}|{named})", source, named),
    }
    return patterns.get(kind.name, "(?!)")


class Form(NamedTuple):
    """How to read the values of a key: by `value` if it can, else by `decode`; `known` are those of a NAMED one.

    `match` matches a proven value, from the colon on; its first group is without the comments after it.
    """

    key: str
    match: Callable[[bytes], re.Match[bytes] | None]
    decode: Decoder
    is_late: bool
    known: dict[bytes, Any] | None
    value: Value | None


class Quick:
    """Reads the items of one file that are written in the usual way.

    They have a dash in column `indent`, and their keys two columns further right.
    """

    def __init__(self, indent: int, context: Context) -> None:
        self._context, self._keys = context, indent + 2
        at = " " * indent
        self._dash, self._start = f"{at}- ".encode(), f"\n{at}  ".encode()
        self._split = re.compile(self._start + rb"([a-z_]+):").split
        self.forms: dict[bytes, Form] = {}
        self._seen = self._read = 0
        self._figures: dict[tuple[Any, ...], Figure] = {}  # by all that decides one but its number

    def items(self, batch: Sequence[Text], parsed: Callable[[Sequence[Text]], list[Item]]) -> list[Item]:
        """The items of these texts; `parsed` reads those that are not read here."""
        if self._seen > TRIED and 2 * self._read < self._seen:
            return parsed(batch)
        self._seen += len(batch)
        found = self.read(batch)
        rest = [text for text, item in zip(batch, found, strict=True) if item is None]
        self._read += len(batch) - len(rest)
        others = iter(parsed(rest) if rest else ())
        return [item or next(others) for item in found]

    def read(self, batch: Sequence[Text]) -> list[Item | None]:
        """The items of these texts; None for one that the parser has to read.

        They are read key by key, since a processor repeats one step faster than it takes one after the other.
        """
        context = self._context
        context.problems.begin(-1)
        texts = [self._texts(text) for text in batch]
        rows: list[dict[str, Any]] = [{} for _ in batch]
        late: list[tuple[bytes, Form]] = []
        for name in dict.fromkeys(chain.from_iterable(texts)):
            form = self.forms.get(name) or self.form(name)
            if form is None:
                texts = [{} if name in of_item else of_item for of_item in texts]
            elif form.is_late:
                late.append((name, form))
            else:
                key, known = form.key, _NONE if form.known is None else form.known
                for row, of_item in zip(rows, texts, strict=True):
                    text = of_item.get(name)
                    if text is not None:
                        row[key] = known.get(text) or self._proven(form, text)
        # What the late values of an item depend on, if its others are proven.
        settings = [setting_of(row, context) if "title" in row and all(row.values()) else None for row in rows]
        for name, form in late:
            for row, of_item, setting in zip(rows, texts, settings, strict=True):
                text = of_item.get(name)
                if text is not None and setting is not None:
                    context.fiscal, context.fiscal_fault, context.zone = setting
                    row[form.key] = self._proven(form, text)
        return [
            self._item(text, row) if len(row) == len(of_item) else None
            for text, row, of_item in zip(batch, rows, texts, strict=True)
        ]

    def _texts(self, text: Text) -> dict[bytes, bytes]:
        """The values of an item as written; nothing if the parser has to read it."""
        data = text.data
        if data[-1:] != b"\n" or text.conflict or (b"#" in data and cut_lines(data)):
            return {}
        parts = self.parts(data)
        found = dict(zip(parts[::2], parts[1::2], strict=True))
        return found if 2 * len(found) == len(parts) else {}

    def _item(self, text: Text, values: dict[str, Any]) -> Item | None:
        """An item of decoded values. Its only problem may be one of its date as a whole."""
        if "date" not in values or not all(values.values()) or not values["title"].strip():
            return None
        if values["date"].kind != "interval":
            return Item(text.line, event_of(values, KEY, text.line, self._context), ())
        parts = self.parts(text.data)
        proven = self.forms[b"date"].match(parts[parts.index(b"date") + 1])
        assert proven is not None
        event = event_of(values, placed(proven, parts, b"date", self._keys), text.line, self._context)
        return Item(text.line, event, self._taken())

    def _taken(self) -> tuple[Diagnostic, ...]:
        """The problems of an item; the next one may have the same."""
        problems = self._context.problems
        found = problems.take()
        if found:
            problems.begin(-1)
        return found

    def _proven(self, form: Form, text: bytes) -> Any:
        """The value of a text; None if the parser has to read it."""
        parts = around_number(text) if form.key == "figures" else ()
        if parts:
            alike = parts[0], parts[2], self._context.fiscal, self._context.zone
            figure = self._figures.get(alike)
            if figure is not None:
                return (Figure._make((*figure[:3], parse_amount(parts[1].decode())[0], *figure[4:])),)
        proven = form.match(text)
        found = None if proven is None else self._value(form, proven)
        if self._taken() or not found:
            return None
        if form.known is not None and len(form.known) < _KEPT:
            form.known[text] = found
        if parts and len(found) == 1 and len(self._figures) < 10 * _KEPT:
            self._figures[alike] = found[0]
        return found

    def _value(self, form: Form, proven: re.Match[bytes]) -> Any:
        """A proven value; nothing if the parser has to read it."""
        found = form.value and form.value(proven[1].decode(), self._context)
        if found is None and not self._context.problems.found:
            node = node_of(proven, self._keys)
            found = None if node is None else form.decode(node, self._context)
        return found

    def parts(self, data: bytes) -> list[bytes]:
        """Keys and their values in turn; nothing for an item that is surely not written in the usual way."""
        is_usual = data.startswith(self._dash) and len(data) <= _LONGEST and (data.isascii() or not _RARE.search(data))
        found = self._split(self._start + data[len(self._dash) :]) if is_usual else [data]
        return [] if found[0] else found[1:]

    def form(self, name: bytes) -> Form | None:
        """The form of a key that is seen for the first time; None if events have no such key."""
        key = name.decode()
        if key not in WRITTEN:
            return None
        value = _value(key, WRITTEN[key], " " * self._keys, self._context.registries)
        match = re.compile(rf"({value})\r?(?:\n *+(?:#[^{_C}]*+)?\r?)*+".encode()).fullmatch
        kind = WRITTEN[key]
        known: dict[bytes, Any] | None = {} if key in NAMED else None
        value_of = of_list(DECODERS[key]) if kind.name in ("names", "words") else VALUES.get(kind.name)
        found = Form(key, match, DECODERS[key], kind.late, known, value_of)
        self.forms[name] = found
        return found
