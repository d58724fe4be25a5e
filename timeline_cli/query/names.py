"""Matching names: whole words in order, wildcards, scripts without spaces, aliases, parents.

Owns: the matching of names. Does not: match part of a word without a *.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache

from timeline_cli.model import Names
from timeline_cli.text import fold, marks

# Scripts without spaces between words (or, as in Korean, with attached endings): kana, ideographs,
# Hangul, Thai, Lao, Burmese, Khmer.
_UNSPACED = (
    ("\u3040", "\u30ff"), ("\u3400", "\u9fff"), ("\uf900", "\ufaff"), ("\uac00", "\ud7a3"),
    ("\u0e00", "\u0eff"), ("\u1000", "\u109f"), ("\u1780", "\u17ff"),
)  # fmt: skip

NameTest = Callable[[str], bool]


def name_test(asked: str, exact: bool = False) -> NameTest:
    """A test of one name against the requested words, ignoring case, width and accents."""
    wanted = folded_name(asked)
    if exact:
        return lambda name: folded_name(name) == wanted
    patterns = cache(lambda: [_pattern(word) for word in wanted.split(" ")])  # milliseconds, and often not needed

    def test(name: str) -> bool:
        # Each word is sought after the previous match: the leftmost match of each is the best.
        folded, position = folded_name(name), 0
        for pattern in patterns():
            found = pattern.search(folded, position)
            if found is None:
                return False
            position = found.end()
        return True

    return test


def folded_name(text: str) -> str:
    """The form for comparing names: without accents, with single spaces."""
    return " ".join(fold(text).split())


def _pattern(word: str) -> re.Pattern[str]:
    """A whole word, with a boundary next to each letter of a spaced script; * matches any letters."""
    # Each star matches as little as possible and never backtracks (an atomic group): no name can make it hang.
    letter, spaced = _letters_for(word)
    first, *others = re.sub(r"\*+", "*", word).split("*")
    # A star of a name is matched as well (E*TRADE).
    body = re.escape(first) + "".join(
        rf"(?>[{letter}*]*?{re.escape(piece)})" if piece else f"[{letter}*]*" for piece in others
    )
    before = "" if _unspaced(word[:1]) or not re.match(f"[{letter}]", word) else f"(?<!{spaced})"
    after = "" if _unspaced(word[-1:]) or not re.search(f"[{letter}]$", word) else f"(?!{spaced})"
    return re.compile(before + body + after)


def _letters_for(text: str) -> tuple[str, str]:
    """The inside of a class of letters, digits and marks, and a pattern of one that belongs to a spaced script.

    Beside a letter of an unspaced script a word ends: LG in LG전자.
    """
    letter = r"\w" if text.isascii() else rf"\w{marks()}"
    unspaced = "".join(f"{first}-{last}" for first, last in _UNSPACED)
    return letter, f"(?![{unspaced}])[{letter}]"


def at_word_start(folded: str) -> Callable[[str], bool]:
    """A test whether some word of a folded text begins with `folded`, which may span several words.

    If it does not begin with a letter of a spaced script, it matches anywhere.
    """
    if not begins_word(folded):
        return lambda text: folded in text
    letter = cache(lambda: re.compile(_letters_for(folded)[1]))

    def test(text: str) -> bool:
        # Ten times as fast as a pattern that looks behind each character.
        at = text.find(folded)
        while at > 0 and letter().match(text, at - 1):
            at = text.find(folded, at + 1)
        return at >= 0

    return test


def begins_word(folded: str) -> bool:
    """Whether a text begins with a letter or digit of a script with spaces between words."""
    first = folded[:1]
    return first.isalnum() or first == "_" if first.isascii() else re.match(_letters_for(folded)[1], folded) is not None


def _unspaced(char: str) -> bool:
    return any(first <= char <= last for first, last in _UNSPACED)


def matching_names(asked: str, names: Names, seen: Iterable[str], exact: bool = False) -> frozenset[str]:
    """The canonical names, of those `seen` in events, that match by name, alias or parent; registered ones whole."""
    if asked in names:
        whole = names.resolve(asked)
        return frozenset(name for name in seen if whole in ([name] if exact else names.lineage(name)))
    test = name_test(asked, exact)
    found = set()
    for name in seen:
        family = [name] if exact else list(names.lineage(name))
        if any(test(form) for member in family for form in names.all_names(member)):
            found.add(name)
    return frozenset(found)


def quoted(value: str) -> str:
    """A value as the echo shows it, in quotes if needed."""
    if re.fullmatch(r"[^\s\"'():,]+", fold(value)):
        return value
    return '"' + value.replace('"', "'") + '"'
