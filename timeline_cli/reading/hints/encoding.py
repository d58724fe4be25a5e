"""Guess the encoding of a file that is not UTF-8.

Owns: that guess. Does not: decode a file with it, since it may be wrong.
"""

from __future__ import annotations

from collections.abc import Callable

from timeline_cli.hint import Hint
from timeline_cli.reading.search import STDIN

_LOOKED_AT = 256 << 10
_ENOUGH = 0.7  # share of the non-ASCII characters
_BY_ITSELF = "convert it with iconv -t UTF-8"


def _is_kana(char: str) -> bool:
    return "\u3040" <= char <= "\u30ff"


def _is_hangul(char: str) -> bool:
    return "\uac00" <= char <= "\ud7a3"


def _is_ideograph(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff" or "\u3000" <= char <= "\u3011" or "\uff00" <= char <= "\uff5e"


def _is_of_the_west(char: str) -> bool:
    return char in "\u2018\u2019\u201c\u201d\u2013\u2014\u2026\u20ac\u00a0\u00b0\u00ab\u00bb\u00a3" or (
        char.isalpha() and char < "\u0180"
    )


# The most frequent characters of a language, and their share: Japanese has ideographs between its kana.
_GUESSES: tuple[tuple[str, Callable[[str], bool], float], ...] = (
    ("SHIFT_JIS", _is_kana, 0.3),
    ("EUC-JP", _is_kana, 0.3),
    ("CP949", _is_hangul, _ENOUGH),
    ("CP1252", _is_of_the_west, _ENOUGH),
    ("GB18030", _is_ideograph, _ENOUGH),
)


# Where most bytes are NUL in ASCII text, of each four bytes.
_NULS: dict[tuple[bool, ...], str] = {
    (False, True, False, True): "UTF-16LE",
    (True, False, True, False): "UTF-16BE",
    (False, True, True, True): "UTF-32LE",
    (True, True, True, False): "UTF-32BE",
}


def without_mark(start: bytes) -> str:
    """The encoding of a text that begins like that, without a byte order mark; empty if none is likely."""
    quarters = [start[at::4] for at in range(4)]
    return _NULS.get(tuple(2 * quarter.count(0) > len(quarter) for quarter in quarters), "")


def encoding_hint(data: bytes, start: int, file: str) -> Hint:
    """How to convert a text whose first invalid byte is at `start`."""
    begin = data.rfind(b"\n", 0, start) + 1
    shown = data[begin : begin + _LOOKED_AT]
    found = guess(shown[: shown.rfind(b"\n")] if len(shown) == _LOOKED_AT else shown)
    if found is None:
        return Hint(f"save the file as UTF-8 in your editor, or {_BY_ITSELF}" if file != STDIN else _BY_ITSELF)
    return converted(found, file)


def converted(encoding: str, file: str) -> Hint:
    """How to convert a file that seems to be in this encoding."""
    import shlex

    return Hint(
        f"save the file as UTF-8 in your editor; it looks like {encoding}, so this may convert it: "
        f"iconv -f {encoding} -t UTF-8 {shlex.quote(file)} > new.yaml"
        if file != STDIN
        else f"it looks like {encoding}, so this may convert it: iconv -f {encoding} -t UTF-8 | timeline -f - check"
    )


def guess(data: bytes) -> str | None:
    """The encoding in which a text looks like a language; None if there is none."""
    for encoding, belongs, enough in _GUESSES:
        if encoding == "CP1252" and not _stand_alone(data):
            continue
        try:
            text = data.decode("cp932" if encoding == "SHIFT_JIS" else encoding)
        except UnicodeDecodeError:
            continue
        if any(char < " " and char not in "\t\r\n" for char in text):
            continue
        other = [char for char in text if char > "\x7f"]
        if other and sum(map(belongs, other)) >= enough * len(other):
            return encoding
    return None


def _stand_alone(data: bytes) -> bool:
    """Whether most non-ASCII bytes have ASCII on both sides, like letters with accents."""
    lonely = sum(
        byte > 0x7F and data[max(at - 1, 0)] < 0x80 and data[min(at + 1, len(data) - 1)] < 0x80
        for at, byte in enumerate(data[1:-1], 1)
    )
    return lonely >= _ENOUGH * max(sum(byte > 0x7F for byte in data[1:-1]), 1)
