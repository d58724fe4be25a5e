"""Text in lines: where a line may break, by the rules of each script.

Owns: those rules. Does not: cut text, or hyphenate.
"""

from __future__ import annotations

import re
from functools import cache
from unicodedata import category, combining

from timeline_cli.text import char_width, signs_of, width

# Scripts without spaces: a line breaks between any two of their letters.
_WIDE = "\u3005\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uac00-\ud7a3\U00020000-\U0003ffff"

# What never begins a line: closing marks, commas, the dot between names, small kana, signs that repeat or lengthen; and
# what never ends one.
_CLOSING = frozenset(
    ",.;:!?)]}%…·、。，．：；！？）］｝」』】〉》〕〗〙〟’”»›・‥ーｰ々〻ゝゞヽヾ゛゜､｡｣ﾞﾟ"
    "ะาำๅๆฯ"
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿｧｨｩｪｫｯｬｭｮ"
)
_OPENING = frozenset("([{（［｛「『【〈《〔〖〘〝‘“«‹｢")
_VIRAMA = 9  # the combining class of a mark that joins two consonants


@cache
def _words() -> re.Pattern[str]:
    """Words for wrapping: each ideograph, kana or syllable is one, and a wide closing mark ends one."""
    ends = "、。」』】》〉〕，．：；！？）"
    return re.compile(f" *(?:[{_WIDE}]|[^ {_WIDE}{ends}]+[{ends}]*|[{ends}]+)")


def wrap(text: str, columns: int) -> list[str]:
    """Cleaned `text` in lines of at most `columns`, broken at spaces, or between letters of scripts without them.

    No line begins with what closes, nor ends with what opens, and no word is broken that fits on a line.
    """
    columns = max(columns, 2)
    if width(text) <= columns:
        return [text]
    lines: list[str] = []
    line, size = "", 0
    for piece in _pieces(text):
        piece_size = width(piece)
        if line and size + piece_size > columns:
            lines.append(line)
            line, size = "", 0
        if not line:
            *whole, piece = _slices(piece.lstrip(), columns)
            lines += whole
            piece_size = width(piece)
        line, size = line + piece, size + piece_size
    return [*lines, line] if line else lines


def _pieces(text: str) -> list[str]:
    """Words with the space before them, and with what may not be parted from them."""
    found: list[str] = []
    for piece in re.findall(r" *[^ ]+", text) if text.isascii() else _words().findall(text):
        word = piece.lstrip()
        is_joined = word == piece and (word[0] in _CLOSING or (found and found[-1][-1] in _OPENING))
        if found and (is_joined or _CLOSING.issuperset(word)):
            found[-1] += piece
        else:
            found.append(piece)
    return found


def _slices(word: str, columns: int) -> list[str]:
    """A word in pieces of at most `columns`: cut after a hyphen or slash where it has one, else where a line ends."""
    found, signs, start, size, cut = [], list(signs_of(word)), 0, 0, 0
    for index, sign in enumerate(signs):
        size += char_width(sign)
        if size > columns and index > start:
            if cut <= start:  # what closes takes the letter before it along; so do marks, and consonants after a virama
                cut = index
                while cut > start and (
                    signs[cut] in _CLOSING
                    or signs[cut] == " "
                    or category(signs[cut][0])[0] == "M"
                    or combining(signs[cut - 1][0]) == _VIRAMA
                ):
                    cut -= 1
            if cut <= start or sum(map(char_width, signs[cut : index + 1])) > columns:
                cut = index
            found.append("".join(signs[start:cut]))
            start, size = cut, sum(map(char_width, signs[cut : index + 1]))
        if sign in "-/_" and index + 1 < len(signs) and signs[index + 1] not in _CLOSING:
            cut = index + 1
    return [part.strip(" ") for part in [*found, "".join(signs[start:])]]
