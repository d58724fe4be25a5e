"""Read items written in the usual way without the YAML parser, in two thirds of the time.

Owns: the patterns that prove by the text of a value that the parser reads it as it is read here, and the reader finds
no error in it. Does not: report a problem. An item with one is left to the parser, as is everything that is not proven,
so the patterns have to be right, but not complete.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from timeline_cli import nodes
from timeline_cli.fields.amounts import SCALES
from timeline_cli.fields.context import Context
from timeline_cli.fields.decode import Decoder
from timeline_cli.fields.decoders import DECODERS
from timeline_cli.fields.field import Kind
from timeline_cli.fields.table import WRITTEN
from timeline_cli.model import FIGURE_KINDS, Event, Registries
from timeline_cli.nodes import Node, Scalar
from timeline_cli.reading.events import event_of, read_late
from timeline_cli.reading.items import Item, cut_lines
from timeline_cli.reading.split import Text

TRIED = 256  # items of a file; if few of them are usual, the others are left to the parser
_KEPT = 2000  # values of a key
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


# In a list in [ ] or a mapping in { }: a value after its key, if any, or a brace.
_TOKEN = re.compile(r"""(?:([a-z]+): )?('[^']*'|"[^"]*"|[{}]|[^ ,\[\]{}'"][^,\[\]{}]*)""")


class _Nowhere:
    """The place of all nodes here."""

    index = line = column = 0


def _scalar(text: str, style: str = "") -> Scalar:
    node = Scalar.__new__(Scalar)  # half as long as calling the class
    node.anchor = node.tag = None
    node.start_mark = node.end_mark = _Nowhere
    if not style and text[0] in "'\"":
        node.value, node.style = text[1:-1], text[0]
    else:
        node.value, node.style = text, style
    return node


_KEY = _scalar("key")


def _in_brackets(text: str) -> list[Node]:
    """The values of a list in [ ], or a mapping in { }."""
    items: list[Node] = []
    pairs: dict[str, tuple[Scalar, Node]] = {}
    for key, value in _TOKEN.findall(text):
        if key:
            pairs[key] = _KEY, _scalar(value)
        elif value == "}":
            items.append(nodes.Mapping(pairs, True, _Nowhere, _Nowhere))
            pairs = {}
        elif value != "{":
            items.append(_scalar(value))
    return items


def _entry(text: str, join: str) -> Node:
    """An entry of a list with dashes. A mapping is in { }, or has a key in each line."""
    if text[0] == "{":
        return _in_brackets(text)[0]
    if text[0] in "'\"" or ": " not in text:
        return _scalar(text)
    lines = [line.partition(": ") for line in text.split(join) if line]
    return nodes.Mapping({key: (_KEY, _scalar(value)) for key, _, value in lines}, False, _Nowhere, _Nowhere)


def node_of(proven: re.Match[bytes], indent: int) -> Node | None:
    """The node of a proven value below `indent`, without its place; None for a form that only the parser reads."""
    text = proven[1].decode().replace("\r", "")
    if text[0] == "\n":
        dash = text[: text.index("-")]
        entries = text.split(dash + "- ")[1:]
        return nodes.Sequence([_entry(entry, dash + "  ") for entry in entries], False, _Nowhere, _Nowhere)
    if text[1] == "[":
        return nodes.Sequence(_in_brackets(text), True, _Nowhere, _Nowhere)
    if text[1] not in "|>":
        return _scalar(re.sub("\n *", " ", text[1:]) if "\n" in text else text[1:])
    if text[1] == ">" or b"#" in proven.string[proven.end(1) :]:
        return None  # folded lines; a comment, or text of this value below a line with too few spaces
    first, *lines = text.split("\n")
    whole = "\n".join([line[indent + 2 :] for line in lines]).rstrip("\n")
    return _scalar(whole + ("" if first == " |-" else "\n"), "|")


class Form(NamedTuple):
    """How to read the values of a key; `known` are those of a NAMED one that were read.

    `match` matches a proven value, from the colon on; its first group is without the comments after it.
    """

    key: str
    match: Callable[[bytes], re.Match[bytes] | None]
    decode: Decoder
    is_late: bool
    known: dict[bytes, Any] | None


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

    def items(self, batch: Sequence[Text], parsed: Callable[[Sequence[Text]], list[Item]]) -> list[Item]:
        """The items of these texts; `parsed` reads those that are not read here."""
        if self._seen > TRIED and 2 * self._read < self._seen:
            return parsed(batch)
        self._seen += len(batch)
        found = [self.item(text) for text in batch]
        rest = [text for text, item in zip(batch, found, strict=True) if item is None]
        self._read += len(batch) - len(rest)
        others = iter(parsed(rest) if rest else ())
        return [item or next(others) for item in found]

    def item(self, text: Text) -> Item | None:
        """An item without a problem; None if the parser has to read it."""
        self._context.problems.begin(0)
        event = self._event(text)
        has_problem = self._context.problems.take()
        return None if event is None or has_problem else Item(text.line, event, ())

    def _event(self, text: Text) -> Event | None:
        data, context, forms = text.data, self._context, self.forms
        if data[-1:] != b"\n" or text.conflict or (b"#" in data and cut_lines(data)):
            return None
        parts = self.parts(data)
        values: dict[str, Any] = {}
        late: dict[str, Node] = {}
        for name, value in zip(parts[::2], parts[1::2], strict=True):
            form = forms.get(name) or self.form(name)
            if form is None:
                return None
            key, match, decode, is_late, known = form
            found = known.get(value) if known else None
            if found is None:
                proven = match(value)
                node = None if proven is None else node_of(proven, self._keys)
                if node is None:
                    return None
                if is_late:
                    late[key] = node
                    continue
                found = decode(node, context)
                if not found or context.problems.found:
                    return None
                if known is not None and len(known) < _KEPT:
                    known[value] = found
            values[key] = found
        if 2 * (len(values) + len(late)) < len(parts) or "date" not in late or not values.get("title", "").strip():
            return None
        read_late(values, late, {}, context)
        return event_of(values, late["date"], text.line, context) if "date" in values else None

    def parts(self, data: bytes) -> list[bytes]:
        """Keys and their values in turn; nothing for an item that is surely not written in the usual way."""
        is_usual = data.startswith(self._dash) and len(data) <= _LONGEST and (data.isascii() or not _RARE.search(data))
        before, *parts = self._split(self._start + data[len(self._dash) :]) if is_usual else [data]
        return [] if before else parts

    def form(self, name: bytes) -> Form | None:
        """The form of a key that is seen for the first time; None if events have no such key."""
        key = name.decode()
        if key not in WRITTEN:
            return None
        value = _value(key, WRITTEN[key], " " * self._keys, self._context.registries)
        match = re.compile(rf"({value})\r?(?:\n *+(?:#[^{_C}]*+)?\r?)*+".encode()).fullmatch
        found = Form(key, match, DECODERS[key], WRITTEN[key].late, {} if key in NAMED else None)
        self.forms[name] = found
        return found
