"""The words of an event by kind: names, types, tags and whatever else a question matches word by word.

Owns: WORDS, HAS, the searched text, and the widths of a title and names. Does not: match them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Any

from timeline_cli.fields.field import KindName
from timeline_cli.fields.table import BY_TERM, WRITTEN
from timeline_cli.model import Event, Source
from timeline_cli.query.values import leaves
from timeline_cli.text import clean, fold, listed, width

Of = Callable[[Event], Sequence[str]]


def _words(key: str, of: Callable[[Any], Sequence[str]]) -> Of:
    def words(event: Event) -> Sequence[str]:
        value = getattr(event, key)
        return of(value) if value else ()

    return words


_WITH_ROLES = [key for key, kind in WRITTEN.items() if kind.name == "names"]


def _roles(event: Event) -> Sequence[str]:
    return [role.role for key in _WITH_ROLES for role in getattr(event, key) if role.role]


def _quotes(sources: Iterable[Source]) -> list[str]:
    """Not their titles: one article is the source of many events, and its headline would match them all."""
    return [source.quote for source in sources if source.quote]


# The searched text of a value of each kind.
_SEARCHED: dict[KindName, Callable[[Any], Iterable[str]]] = {
    **dict.fromkeys(("line", "text", "name"), lambda value: (value,)),
    "type": lambda value: (value, value.replace("-", " ")) if "-" in value else (value,),
    "names": lambda value: [role.name for role in value],
    "words": lambda value: value,
    "figures": lambda value: [figure.metric for figure in value],
    "sources": _quotes,
}
_TEXTS = [(key, _SEARCHED[kind.name]) for key, kind in WRITTEN.items() if kind.name in _SEARCHED]
_listed = lru_cache(maxsize=4096)(lambda roles: listed([role.name for role in roles]))


WORDS: dict[str, Of] = {
    **{term: _words(field.key, field.kind.words) for term, field in BY_TERM.items() if field.kind.words},
    "role": _roles,
    "metric": lambda event: [figure.metric for figure in event.figures],
}

# Words that are mostly unique, such as links: an index of them would be as long as the events.
_USED_ONCE: frozenset[KindName] = frozenset({"sources", "line", "text"})
UNKEPT = frozenset(term for term, field in BY_TERM.items() if field.kind.name in _USED_ONCE)
KEPT = {term: of for term, of in WORDS.items() if term not in UNKEPT}

# The fields that `has:` accepts; an event does not contain what replaces it.
FILLED = tuple(key for key in WRITTEN if key not in ("date", "title", "id"))
HAS = (*FILLED, "superseded_by")


def words_of(kind: str) -> Of:
    """The function that gives an event's words of a kind; a custom key is a kind too."""
    if kind in WORDS:
        return WORDS[kind]
    return lambda event: [word for name, value in event.extra if name == kind for word in leaves(value)]


def searchable(event: Event) -> str:
    """All the words of an event, folded: title, type, summary, names, tags, metrics and quotes."""
    words = [word for key, of in _TEXTS if (value := getattr(event, key)) for word in of(value)]
    text = "\n".join(words)
    if not _is_single_spaced(text, len(words)):
        text = "\n".join(map(_single_spaced, words))
    return fold(text)


def names_of(event: Event) -> tuple[str, str, str]:
    """The people, the companies and the place of an event, as a view says them."""
    return _listed(event.people), _listed(event.companies), clean(event.place or "")


def width_of(names: Iterable[str]) -> int:
    """The columns of those names that there are, with a dot and two spaces between them."""
    sizes = [width(each) for each in names if each]
    return sum(sizes) + 3 * max(len(sizes) - 1, 0)


def _single_spaced(word: str) -> str:
    """The parts of a word between white space, with a space between them."""
    line = word.strip().replace("\n", " ")
    return line if line.isprintable() and "  " not in line else " ".join(word.split())


def _is_single_spaced(text: str, lines: int) -> bool:
    """Whether splitting each of some lines at white space and joining it again certainly changes nothing."""
    inside = text.replace("\n", "")
    if len(text) - len(inside) >= lines or not inside.isprintable() or text[:1] == " " or text[-1:] == " ":
        return False
    return "  " not in text and " \n" not in text and "\n " not in text
