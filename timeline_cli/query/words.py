"""The words of an event by kind: names, types, tags and what else a question may ask for word by word.

Owns: WORDS, HAS and the text that is searched. Refuses: to match them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from timeline_cli.fields.table import BY_KEY, JSON_KEYS
from timeline_cli.model import Event
from timeline_cli.query.values import leaves
from timeline_cli.text import fold_accents

Of = Callable[[Event], Iterable[str]]


def _word(attribute: str) -> Of:
    def words(event: Event) -> Iterable[str]:
        word = getattr(event, attribute)
        return (word,) if word else ()

    return words


def _roles(event: Event) -> Iterable[str]:
    return [role.role for role in (*event.companies, *event.people) if role.role]


def _sources(event: Event) -> Iterable[str]:
    return [word for source in event.sources for word in source[:4] if isinstance(word, str)]


WORDS: dict[str, Of] = {
    "company": lambda event: [role.name for role in event.companies],
    "person": lambda event: [role.name for role in event.people],
    "place": _word("place"),
    "type": _word("type"),
    "tag": lambda event: event.tags,
    "role": _roles,
    "source": _sources,
    "metric": lambda event: [figure.metric for figure in event.figures],
    "status": _word("status"),
    "certainty": _word("certainty"),
}

# Words that are mostly used once, such as links: an index of them would be as long as the events.
UNKEPT = frozenset({"source"})

# The fields that `has:` may ask for; what replaces an event is not written in it.
HAS = (
    *(key for key in JSON_KEYS if BY_KEY[key].decode and key not in ("date", "title", "id")),
    "superseded_by",
)


def words_of(kind: str) -> Of:
    """The function that gives an event's words of a kind; a key of the user's own is a kind as well."""
    if kind in WORDS:
        return WORDS[kind]
    return lambda event: [word for name, value in event.extra if name == kind for word in leaves(value)]


def searchable(event: Event) -> str:
    """All the words of an event, folded: title, type, summary, names, tags, metrics and quotes."""
    kind = event.type or ""
    words: list[str | None] = [event.title, kind, kind.replace("-", " "), event.summary, event.place, *event.tags]
    words += [role.name for role in (*event.companies, *event.people)]
    words += [figure.metric for figure in event.figures]
    # Not the titles of sources: one article stands behind many events, and its headline would match them all.
    words += [source.quote for source in event.sources]
    return fold_accents("\n".join(" ".join(word.split()) for word in words if word))
