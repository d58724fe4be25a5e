"""The names that a bare word of a question can mean.

Owns: which names match whole, and which contain a word. Does not: match text, or the values of a field (names.py).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from timeline_cli.fields.table import BY_TERM
from timeline_cli.model import Names, Registries
from timeline_cli.query.facts import Facts
from timeline_cli.query.names import folded_name, name_test
from timeline_cli.query.narrow import Holds
from timeline_cli.spelling import NearMisses
from timeline_cli.text import fold, fold_case

# The terms of names that a bare word can mean, in the order of the echo; those with a registry come first.
_NAMED = [(term, row.kind) for term, row in BY_TERM.items() if row.kind.name in ("name", "names", "type", "words")]
_REGISTRIES: Mapping[str, str] = {
    term: kind.registry for term, kind in sorted(_NAMED, key=lambda named: not named[1].registry)
}

MOST_WORDS = 12  # of one name

Fold = Callable[[str], str]
Meant = Mapping[str, frozenset[str]]  # the names that events have, by kind


class _Form(NamedTuple):
    """One way to write a name in an event: the name itself, an alias, or the name of a parent."""

    folded: str
    kind: str
    name: str
    is_own: bool


class Lexicon:
    """The names of all events, by each of their forms."""

    def __init__(
        self, facts: Facts, registries: Registries, kinds: Sequence[str] = tuple(_REGISTRIES), fold: Fold = folded_name
    ) -> None:
        self._facts = facts
        self._registries = registries
        self._kinds = kinds
        self._folded = fold

    def longest(self, words: Sequence[str]) -> int:
        """How many words, from the first on, form a whole name or alias; 0 for none."""
        for count in range(min(len(words), self._most_words), 0, -1):
            if folded_name(" ".join(words[:count])) in self._whole:
                return count
        return 0

    def spelt(self, text: str) -> Meant:
        """The names that are a text or contain it if they have ae for ä, as on a keyboard without umlauts: Mueller."""
        if not re.search("[aou]e", folded_name(text)):
            return {}
        others = Lexicon(self._facts, self._registries, self._kinds, _spelt_out)
        return others.whole(text) or others.holding(text)

    def whole(self, text: str) -> Meant:
        """The names in events for which the text is the whole name, a whole alias, or the whole name of a parent."""
        return _by_kind(self._whole.get(folded_name(text), ()))

    def has_text(self, words: str) -> bool:
        """Whether some event has a text in which a word begins so."""
        return self._facts.has_text(Holds(folded_name(words), at_word_start=True))

    def registered(self, text: str) -> tuple[str, str] | None:
        """The kind and the name of which a text is the whole name or an alias, whether or not events have it."""
        names = {kind: getattr(self._registries, registry) for kind, registry in _REGISTRIES.items() if registry}
        return next(((kind, each.resolve(text)) for kind, each in names.items() if text in each), None)

    def holding(self, text: str) -> Meant:
        """The names whose own forms contain the words of a text, whole and in order."""
        test, first = name_test(text), folded_name(text).split(" ", 1)[0].strip("*")
        return _by_kind(form for form in self._forms if form.is_own and first in form.folded and test(form.folded))

    def nearest(self, word: str) -> str | None:
        """The name, type or alias, or word of one, that is one typo away; never the word itself."""
        texts = (text for form in self._forms for text in ([form.name, form.folded] if form.is_own else [form.folded]))
        pieces = {piece for text in texts for piece in (text, *text.split()) if abs(len(piece) - len(word)) < 2}
        return NearMisses(each for each in sorted(pieces) if fold(each) != fold(word)).find(word)

    @cached_property
    def _forms(self) -> list[_Form]:
        return [form for kind in self._kinds for form in self._forms_of(kind)]

    @cached_property
    def _whole(self) -> dict[str, list[_Form]]:
        found: dict[str, list[_Form]] = {}
        for form in self._forms:
            found.setdefault(form.folded, []).append(form)
        return found

    @cached_property
    def _most_words(self) -> int:
        return min(max((form.count(" ") + 1 for form in self._whole), default=0), MOST_WORDS)

    def _forms_of(self, kind: str) -> Iterator[_Form]:
        registry = _REGISTRIES[kind]
        names: Names | None = getattr(self._registries, registry) if registry else None
        for name in self._facts.words(kind):
            if names is not None:
                for member in names.lineage(name):
                    for form in names.all_names(member):
                        yield _Form(self._folded(form), kind, name, member == name)
            elif kind in ("type", "tag"):
                for member in self._registries.type_lineage(name) if kind == "type" else [name]:
                    for form in _in_plural(self._folded(member)):
                        yield _Form(form, kind, name, member == name)
            else:
                yield _Form(self._folded(name), kind, name, True)


_SPELT_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})


def _spelt_out(name: str) -> str:
    return folded_name(fold_case(name).translate(_SPELT_OUT))


def _by_kind(forms: Iterable[_Form]) -> Meant:
    found: dict[str, set[str]] = {}
    for form in forms:
        found.setdefault(form.kind, set()).add(form.name)
    return {kind: frozenset(names) for kind, names in found.items()}


def _in_plural(name: str) -> Iterator[str]:
    """The common spellings of a type or tag: sales-report, sales report, sales reports."""
    for form in dict.fromkeys((name, name.replace("-", " "))):
        yield form
        if form[-1:] == "y" and form[-2:-1] not in "aeiou":
            yield f"{form[:-1]}ies"
        else:
            yield f"{form}es" if form.endswith(("s", "x", "ch", "sh")) else f"{form}s"
