"""Text as data: the sanitiser, folding for comparison, terminal width, nearest words.

Owns: which characters of untrusted text may reach a terminal. Does not: interpret markup.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable
from functools import cache
from typing import Literal

from timeline_cli.errors import UsageFault
from timeline_cli.hint import NO_HINT, Hint

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
    if text.isascii() and text.isprintable():
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


def nearest(word: str, candidates: Iterable[str], cutoff: float = 0.7) -> str | None:
    """The candidate that `word` most likely means, or None; ignores letter case."""
    import difflib

    by_fold = {fold(candidate): candidate for candidate in candidates}
    found = difflib.get_close_matches(fold(word), by_fold, n=1, cutoff=cutoff)
    return by_fold[found[0]] if found else None


def did_you_mean(word: str, candidates: Iterable[str]) -> Hint:
    """A hint with the nearest candidate as its value; if none is near, a list of all if they are few."""
    options = list(candidates)
    found = nearest(word, options, cutoff=0.6)
    if found is not None:
        return Hint(f"did you mean {found}?", found)
    return Hint("choose one of: " + ", ".join(options)) if len(options) <= 24 else NO_HINT


class Guesses:
    """`did_you_mean` for many words: no hint for new ones after very many comparisons, which no typos explain."""

    _MOST = 20_000

    def __init__(self) -> None:
        self._comparisons = 0
        self._found: dict[tuple[str, int, str | None], tuple[Collection[str], Hint]] = {}

    def __call__(self, word: str, candidates: Collection[str], but: str | None = None) -> Hint:
        """The hint for a word; never the candidate `but`."""
        key = word, id(candidates), but
        if key not in self._found:
            self._comparisons += len(candidates)
            if self._comparisons > self._MOST:
                return NO_HINT
            # Keep the candidates, so that no others get their identity.
            self._found[key] = candidates, did_you_mean(word, (each for each in candidates if each != but))
        return self._found[key][1]


def check_known(word: str, known: Iterable[str], message: str, otherwise: str = "") -> None:
    """Raises UsageFault with the message if a word is unknown.

    The hint is the nearest known word; if none is near, `otherwise`, or a list of all if they are few.
    """
    words = list(known)
    if word not in words:
        near = did_you_mean(word, words)
        raise UsageFault(message, near if near.value or not otherwise else otherwise)


class NearMisses:
    """An index of names that finds those one typo away from another.

    A typo is a letter left out, added, changed or swapped with its neighbour. A digit or a sign
    is never a typo: "Fund 3" is not a misspelt "Fund 2", nor C++ a misspelt C.
    """

    SHORTEST, LONGEST = 5, 80

    def __init__(self, names: Iterable[str]) -> None:
        self._by_deletion: dict[str, str] = {}
        for name in names:
            self.add(name)

    def add(self, name: str) -> None:
        folded = fold(name)
        if self.SHORTEST <= len(folded) <= self.LONGEST:
            for form in _deletions(folded):
                self._by_deletion.setdefault(form, name)

    def find(self, name: str) -> str | None:
        """The registered name one typo away from `name`, which is not registered."""
        folded = fold(name)
        if not self.SHORTEST <= len(folded) <= self.LONGEST:
            return None
        for form in _deletions(folded):
            found = self._by_deletion.get(form)
            if found is not None and _figures(found) == _figures(name) and _is_one_slip(folded, fold(found)):
                return found
        return None


def is_slip(word: str, meant: str) -> bool:
    """Whether two words differ only by letter case or one typo; in short words, only by swapped letters."""
    one, other = fold(word), fold(meant)
    is_swapped = len(one) == len(other) >= 3 and one[:1] == other[:1] and sorted(one) == sorted(other)
    return one == other or is_swapped or NearMisses([meant]).find(word) is not None


def if_slip(word: str, hint: Hint) -> Hint:
    """The hint, certain if the word is one typo away from its value. For a closed list of words."""
    return hint._replace(certain=True) if hint.value is not None and is_slip(word, hint.value) else hint


def _deletions(word: str) -> list[str]:
    return [word] + [word[:i] + word[i + 1 :] for i in range(len(word))]


def _is_one_slip(one: str, other: str) -> bool:
    """Whether one letter was left out, added, changed or swapped with its neighbour."""
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    rest, other_rest = one[start:], other[start:]
    if len(rest) == len(other_rest):
        return rest[1:] == other_rest[1:] or (rest[:2] == other_rest[1::-1] and rest[2:] == other_rest[2:])
    return rest[1:] == other_rest or rest == other_rest[1:]


def _figures(text: str) -> list[str]:
    return re.findall(r"\d+(?:\.\d+)*|[+#%$€£¥₩]", text)
