"""What a misspelt word was meant to be: the nearest word, the name one typo away, and hints that say so.

Owns: how near is near enough. Does not: correct anything.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from timeline_cli.errors import UsageFault
from timeline_cli.hint import NO_HINT, Hint
from timeline_cli.text import fold


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


def check_known(word: str, known: Iterable[str], message: str, otherwise: Hint | str = "") -> None:
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
