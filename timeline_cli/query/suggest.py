"""Completions in a question: fields, values, names of the user's own files, beginnings of dates.

Owns: where the values of a field come from, by its kind, and writing a value so that the parser reads it as one.
Does not: read files, or know shells.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from timeline_cli.query.values import is_one_value, last_token, last_value, leaves
from timeline_cli.text import clean, fold, marks

if TYPE_CHECKING:
    from timeline_cli.fields.field import Field, KindName


class Suggestion(NamedTuple):
    """`value` replaces the whole word being completed; unless `whole`, the word continues after it."""

    value: str
    help: str = ""
    whole: bool = True


class Name(NamedTuple):
    """A value with its other forms."""

    name: str
    aliases: tuple[str, ...] = ()


# Looks up everything under the given keys in the user's files: each value as text, list or mapping.
Glance = Callable[[Sequence[str]], "dict[str, list[Any]]"]

UNITS = ("week", "month", "quarter", "year")
RELATIVE = ("last", "this", "next")


def in_query(before: Sequence[str], current: str, glance: Glance) -> list[Suggestion]:
    """Completions of `current`, a word of the question after the words `before`, both without shell quotes."""
    lead, token = last_token(current)
    field, colon, rest = token.partition(":")
    if colon and re.fullmatch(r"[A-Za-z][\w-]*", field):
        return _values(lead, field, rest, glance)
    found = [each._replace(value=lead + each.value) for each in _beginnings(before, token, glance)]
    if not current or (before and before[-1].lower() in RELATIVE):
        return found
    return [*found, *_bare_names(lead, token, glance)]


# The fields whose names are read as bare words too, and the keys under which files have them: looked up at once.
_BARE = ("company", "person", "place", "tag", "type")
_BARE_KEYS = ("companies", "people", "place", "places", "tags", "types")


def _bare_names(lead: str, token: str, glance: Glance) -> list[Suggestion]:
    """The names that complete a word without a field; a name of several words only as a whole argument."""
    known = glance(_BARE_KEYS)

    def seen(keys: Sequence[str]) -> dict[str, list[Any]]:
        return {key: known[key] for key in keys if key in known}

    found: dict[str, Suggestion] = {}
    for start, text in {"": lead + token, lead: token}.items():
        for field in _BARE if text and not found else ():
            for name, help in _matching(field, text, seen):
                is_read = is_one_value(name) and name[:1] != "-" and (not start or " " not in name)
                if is_read and fold(name).startswith(fold(text)):
                    found.setdefault(name, Suggestion(start + name, help or field))
    return sorted(found.values(), key=lambda each: fold(each.value))


def in_option(field: str, current: str, glance: Glance) -> list[Suggestion]:
    """Completions of the value of an option for `field`, which is never split or quoted."""
    return [Suggestion(name, help) for name, help in _matching(field, current, glance)]


def in_metrics(current: str, glance: Glance) -> list[Suggestion]:
    """The metrics that complete a bare word in a command where bare words name metrics."""
    if not current or re.search(r"[:\"'(),]", current):
        return []
    found = in_option("metric", current, glance)
    return [one for one in found if is_one_value(one.value) and not re.search(r"[\d:\"'(),]", one.value)]


def _beginnings(before: Sequence[str], token: str, glance: Glance) -> list[Suggestion]:
    """Units after last, this, next; otherwise fields, and words that begin a date."""
    from timeline_cli.dates.phrases.bare_words import BEGINNINGS

    wanted = token.lower()
    if before and before[-1].lower() in RELATIVE:
        return [Suggestion(unit) for unit in UNITS if unit.startswith(wanted)]
    fields = [Suggestion(f"{name}:", help, whole=False) for name, help in _fields(glance)]
    dates = [Suggestion(word, "a date") for word in sorted(BEGINNINGS)]
    return [found for found in [*fields, *dates] if found.value.startswith(wanted)]


def _fields(glance: Glance) -> Iterator[tuple[str, str]]:
    from timeline_cli.query.figure_terms import FIGURE_TERMS
    from timeline_cli.query.terms import TERMS

    yield from ((row.name, row.help) for row in TERMS.values())
    yield from ((row.name, row.help) for row in FIGURE_TERMS.values())
    yield from ((key, "a custom key") for key in _own_keys(glance))


def _values(lead: str, field: str, rest: str, glance: Glance) -> list[Suggestion]:
    """The values of a field; `rest` follows its colon, and may contain earlier values with commas."""
    alone = not lead and is_one_value(rest)
    kept, part, quote = ("", rest, "") if alone and " " in rest else last_value(rest)
    found = []
    for name, help in _matching(field.lower(), part, glance):
        written = _written(name, quote, spaces=not lead and not kept)
        if written is not None:
            found.append(Suggestion(f"{lead}{field}:{kept}{written}", help))
    return found


def _written(name: str, quote: str, spaces: bool) -> str | None:
    """A value as the parser reads it back: bare, or in quotation marks. `spaces` allows bare spaces.

    None for a value that cannot be written.
    """
    if not quote and not re.search(r"[\"“”„«»:()]|^'", name):
        if " " not in name and "," not in name and "'" not in name[:1]:
            return name
        if spaces and " " in name and is_one_value(name):
            return name
    for mark in (quote,) if quote else ('"', "'"):
        if mark not in name:
            return f"{mark}{name}{mark}"
    return None


# The available values.


def _matching(field: str, part: str, glance: Glance) -> list[tuple[str, str]]:
    """The values of a field that begin with `part`, by name or else by an alias, shown with its name."""
    inside = "" if part.isascii() else f"(?<![{marks()}])"
    begins = re.compile(rf"(?:^|(?<=[\W_]){inside}){re.escape(fold(part))}")
    found: dict[str, str] = {}
    for name, aliases in _names(field, glance):
        forms = [form for form in (name, *aliases) if form.isprintable() and begins.search(fold(form))]
        if forms and clean(forms[0]):
            found.setdefault(clean(forms[0]), "" if forms[0] == name else clean(name))
    return sorted(found.items(), key=lambda pair: fold(pair[0]))


def _names(field: str, glance: Glance) -> Iterable[Name]:
    if field.startswith("x-"):
        return [Name(text) for text in leaves(glance([re.escape(field)]).get(field, []))]
    source = SOURCES.get(field)
    if source is None:
        from timeline_cli.fields.table import BY_KEY, BY_TERM

        row = BY_TERM.get(field) or BY_KEY.get(field)
        source = _of_field(row) if row is not None else None
    return source(glance) if source else []


def _registered(*keys: str) -> Callable[[Glance], list[Name]]:
    """Names of a registry with aliases, and names only in events."""

    def names(glance: Glance) -> list[Name]:
        declared: dict[str, Name] = {}
        seen: dict[str, None] = {}
        for values in glance(keys).values():
            for value in values:
                _take(value, declared, seen)
        known = {fold(form) for name, aliases in declared.values() for form in (name, *aliases)}
        return [*declared.values(), *(Name(name) for name in seen if fold(name) not in known)]

    return names


def _take(value: Any, declared: dict[str, Name], seen: dict[str, None]) -> None:
    """Add a name, a list of names, a name with its role, or a registry."""
    if isinstance(value, str):
        seen.setdefault(value)
    elif isinstance(value, list):
        for item in value:
            _take(item, declared, seen)
    elif isinstance(value, dict) and isinstance(value.get("name"), str):
        seen.setdefault(value["name"])
    elif isinstance(value, dict):
        for name, entry in value.items():
            entry = entry if isinstance(entry, dict) else {}
            declared.setdefault(name, Name(name, tuple(leaves(entry.get("aliases")))))
            # The country of a place may be undeclared.
            _take(entry.get("in"), declared, seen)


def _scalars(key: str) -> Callable[[Glance], list[Name]]:
    return lambda glance: [Name(text) for text in leaves(glance([key]).get(key, []))]


def _types(glance: Glance) -> list[Name]:
    from timeline_cli.event_types import TYPES

    return [*map(Name, TYPES), *_registered("types", "type")(glance)]


def _metrics(glance: Glance) -> list[Name]:
    """The metrics of lists of figures, and those of the short form {METRIC: VALUE}."""
    found = []
    for value in glance(["figures"]).get("figures", []):
        for figure in value if isinstance(value, list) else [value]:
            if isinstance(figure, dict):
                found += list(leaves(figure["metric"])) if "metric" in figure else list(figure)
    return list(map(Name, found))


def _sources(glance: Glance) -> list[Name]:
    """The keys under sources:, declared or referenced."""
    found: list[str] = []
    for value in glance(["sources?"]).get("sources", []):
        if isinstance(value, dict) and not {"ref", "url", "title", "publisher", "quote"} & set(value):
            found += value
            continue
        for item in value if isinstance(value, list) else [value]:
            key = item.get("ref") if isinstance(item, dict) else item
            if isinstance(key, str) and "://" not in key:
                found.append(key)
    return list(map(Name, found))


def _own_keys(glance: Glance) -> list[str]:
    return sorted(glance([r"x-[\w-]+"]))


def _table(module: str, name: str) -> Callable[[Glance], list[Name]]:
    """The words of a table that the language itself uses, imported when needed."""

    def words(glance: Glance) -> list[Name]:
        from importlib import import_module

        return list(map(Name, getattr(import_module(module), name)))

    return words


def _dates(glance: Glance) -> list[Name]:
    relative = [f"{word} {unit}" for word in RELATIVE for unit in UNITS]
    return list(map(Name, ["today", "yesterday", "tomorrow", *relative]))


def _filled(glance: Glance) -> list[Name]:
    return [*_table("timeline_cli.query.words", "HAS")(glance), *map(Name, _own_keys(glance))]


# The values of terms that are no fields, and of the most frequently completed fields: importing the table of fields,
# where all others are looked up, takes longer than finding a name.
SOURCES: dict[str, Callable[[Glance], list[Name]]] = {
    "company": _registered("companies"),
    "person": _registered("people"),
    "place": _registered("places", "place"),
    "tag": _scalars("tags"),
    "type": _types,
    "source": _sources,
    "id": _scalars("id"),
    "role": _scalars("role"),
    "metric": _metrics,
    "in": _scalars("id"),
    "thread": _scalars("id"),
    "state": _table("timeline_cli.fields.table", "STATUSES"),
    "is": _table("timeline_cli.query.terms", "IS"),
    "has": _filled,
    "period": _dates,
}


def _of_field(field: Field) -> Callable[[Glance], list[Name]] | None:
    """The function that provides the values of a field."""
    if field.kind.registry:
        return _registered(field.kind.registry, field.key)
    if field.kind.choices:
        return lambda glance: list(map(Name, field.kind.choices))
    return _BY_KIND.get(field.kind.name, _scalars(field.key) if field.term else None)


_BY_KIND: dict[KindName, Callable[[Glance], list[Name]]] = {
    "date": _dates,
    "type": _types,
    "sources": _sources,
    "links": _scalars("id"),
    "figures": lambda glance: [],
}
