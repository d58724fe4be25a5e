"""Text as data: the sanitiser, folding for comparison, terminal width.

Owns: which characters of untrusted text may reach a terminal, and byte order marks. Does not: interpret markup.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Literal

NULLS = frozenset({"", "~", "null"})  # null in YAML and JSON

# Compiled on first use: large character sets take milliseconds, and most text is ASCII.


@cache
def _zero_width() -> re.Pattern[str]:
    """The selectors and fillers that count as printable but are invisible."""
    return re.compile(
        "[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]"
    )


@cache
def _skin_tones() -> re.Pattern[str]:
    """Emoji with the modifier that colours their skin, which takes no columns of its own; or any other character."""
    return re.compile("[\u261d\u26f9\u270a-\u270d\U0001f385-\U0001faff][\U0001f3fb-\U0001f3ff]|.", re.DOTALL)


def clean(text: str) -> str:
    """`text` as one line that is safe on a terminal.

    Any white space becomes a single space, control characters become their symbol (ESC is ␛) or U+FFFD,
    and format characters (bidi marks, zero-width joiners, selectors, tags) are removed.
    """
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()
    text = " ".join(text.split())
    if not text.isascii():
        text = _zero_width().sub("", _normal("NFC", text))
    if not text.isprintable():
        text = "".join(map(_neutral, text))
    # A removed character may have been between two spaces, or at an end.
    return " ".join(text.split())


def clean_lines(text: str) -> str:
    """`text` with its line breaks and tabs, but without terminal controls and bidi marks."""
    if text.replace("\n", "").replace("\t", "").isprintable():
        return text
    return "".join(char if char in "\n\t" else _neutral(char) for char in text)


def clean_line(text: str) -> str:
    """A line of a source file, made safe like `clean`, but one character for each character."""
    return "".join(map(_visible, text))


def _visible(char: str) -> str:
    if char.isascii() and char.isprintable():
        return char
    return "�" if _zero_width().match(char) else _neutral(char) or "�"


def _neutral(char: str) -> str:
    if char.isprintable():
        return char
    code = ord(char)
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "␡"
    category = unicodedata.category(char)
    if category == "Zs":
        return " "
    return "" if category == "Cf" else "�"


_SCHEMES = ("http://", "https://", "mailto:")
_LONGEST_URL = 2000  # the longest that terminals and spreadsheets accept


def safe_url(url: str) -> str:
    """The address in printable ASCII, as OSC 8 and URIs require; empty for one that is unsafe."""
    if not url.lower().startswith(_SCHEMES):
        return ""
    found = "".join(c if "!" <= c <= "~" else _percent(c) for c in url[: _LONGEST_URL + 1])
    return found if len(found) <= _LONGEST_URL else ""


def _percent(char: str) -> str:
    return "".join(f"%{byte:02X}" for byte in char.encode("utf-8", "replace"))


def fold(text: str) -> str:
    """The form in which names and texts are compared, without letter case, widths, accents and vowel points.

    It is NFKC, case-folded, with the marks of Latin, Greek, Cyrillic, Arabic and Hebrew letters dropped and the letters
    that Unicode does not decompose written plainly (Ørsted is orsted). Marks of other scripts are vowels, and stay.
    """
    folded = fold_case(text)
    if folded.isascii() or not re.search(_MAY_BE_PLAINER, folded):
        return folded
    return _normal("NFC", _normal("NFD", folded).translate(_plain()))


def fold_case(text: str) -> str:
    """`text` in NFKC and case-folded, with its accents: the form of ids, which people read."""
    if text.isascii():
        return text.lower()
    return _normal("NFKC", _normal("NFKC", text).casefold())


# What texts in Chinese, Japanese and Korean seldom have, so that those are folded quickly.
_MAY_BE_PLAINER = "[\u00a1-\u1fff\u200b-\u206f\u2c60-\u2c7f\ua640-\ua7ff\ufe00-\ufe0f\ufeff]"
_DROPPED = (
    (0x0300, 0x036F), (0x0591, 0x05C7), (0x0640, 0x0640), (0x064B, 0x0652), (0x0670, 0x0670), (0x06D6, 0x06ED),
    (0x00AD, 0x00AD), (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x2069), (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF),
)  # fmt: skip
_WRITTEN_PLAINLY = "øo đd ðd łl ħh ıi ȷj ŧt ŋn æae œoe þth ɓb ɗd ƙk ƴy ʼ' ’' ‘' ‐- ‑- –-"
FOLDING = unicodedata.unidata_version, _DROPPED, _WRITTEN_PLAINLY  # whatever changes it makes another index


@cache
def _plain() -> dict[int, str | None]:
    codes = (code for first, last in _DROPPED for code in range(first, last + 1))
    dropped = dict.fromkeys(code for code in codes if unicodedata.category(chr(code)) in ("Mn", "Cf", "Lm"))
    return dropped | {ord(pair[0]): pair[1:] for pair in _WRITTEN_PLAINLY.split()}


@cache
def marks() -> str:
    """The combining marks, for a class of a pattern: they are part of words, and \\w leaves them out."""
    blocks = (0x0300, 0x1E00), (0x20D0, 0x2100), (0x3099, 0x309B), (0xA66F, 0xAC00), (0x11000, 0x12000)
    codes = (code for first, end in blocks for code in range(first, end))
    return "".join(char for char in map(chr, codes) if unicodedata.category(char)[0] == "M")


def split_words(text: str) -> list[str]:
    """The words of a text: letters and digits with the marks on them."""
    return re.findall(r"\w+" if text.isascii() else rf"[\w{marks()}]+", text)


def core(text: str) -> str:
    """The folded letters and digits of a text, and the signs between which titles and names differ: C, C++ and C#."""
    folded = fold(text)
    if folded.isascii() and "." not in folded:
        return folded.translate(_NOT_CORE)
    kept = "" if folded.isascii() else marks()
    return re.sub(rf"(?!(?<=\d)\.\d)[^\w+#%$€£¥₩{kept}]", "", folded)


_NOT_CORE = {code: None for code in range(128) if not chr(code).isalnum() and chr(code) not in "_+#%$"}


def _normal(form: Literal["NFC", "NFD", "NFKC"], text: str) -> str:
    """A normal form. At most 30 marks on one letter are kept (UAX #15, stream-safe text): more take quadratic time."""
    if len(text) > 60 and any(map(unicodedata.combining, text)):
        kept, marks = [], 0
        for char in text:
            marks = marks + 1 if unicodedata.combining(char) else 0
            if marks <= 30:
                kept.append(char)
        text = "".join(kept)
    return unicodedata.normalize(form, text)


def width(text: str) -> int:
    """The width of cleaned `text` in terminal columns."""
    if text.isascii():
        return len(text)
    return sum(map(char_width, signs_of(text)))


def signs_of(text: str) -> Iterable[str]:
    """The characters of a text, an emoji with its modifier as one."""
    return _skin_tones().findall(text) if max(text, default="") >= "\U0001f3fb" else text


@cache
def char_width(char: str) -> int:
    if char < "\u0300":
        return 1
    if len(char) > 1:
        return 2
    if unicodedata.combining(char) or "\u1160" <= char <= "\u11ff" or unicodedata.category(char) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


MOST_NAMES = 40  # of one event in a view, which counts the others; JSON has them all


def listed(names: Sequence[str]) -> str:
    """Names separated by commas; if there are very many, the first ones and the number of others."""
    said = list(map(clean, names[:MOST_NAMES]))
    if len(names) > MOST_NAMES:
        said.append(f"and {len(names) - MOST_NAMES:,} more")
    return ", ".join(said)


def counted(number: int, word: str) -> str:
    """1 event, 2,000 events."""
    return f"{number:,} {word}" + ("" if number == 1 else "s")


def fit(text: str, columns: int, ellipsis: str = "…") -> str:
    """Cleaned `text` cut to at most `columns`, with an ellipsis if it is longer."""
    if width(text) <= columns:
        return text
    kept, size = "", len(ellipsis)
    for char in signs_of(text):
        size += char_width(char)
        if size > columns:
            break
        kept += char
    return kept.rstrip() + ellipsis


_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def byte_order_mark(data: bytes) -> tuple[bytes, str]:
    """The mark with which `data` begins, and the encoding of what follows it; two empty values if there is none."""
    return next((row for row in _BYTE_ORDER_MARKS if data.startswith(row[0])), (b"", ""))


_REFERENCE = re.compile(r"&#0*(\d{1,8})\d*")


def short_references(text: str) -> str:
    """HTML whose character references `html.unescape` can read: int() refuses one of over 4,300 digits."""
    return _REFERENCE.sub(r"&#\1", text)
