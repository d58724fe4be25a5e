"""One field of an event, and the kinds of values of fields.

Owns: Field, Kind and the kinds that fields share. Does not: know which fields there are (table.py), or how a screen,
an index or a question handles a kind — each of them has one dict by the kind's name, with a default.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any, Literal, NamedTuple

from timeline_cli.dates.calendar import iso
from timeline_cli.fields.amounts import format_amount
from timeline_cli.model import Amount, Entry, Figure, Source

KindName = Literal[
    "derived", "id", "date", "line", "text", "word", "type", "name", "names", "words", "links", "figures", "sources",
    "versions",
]  # fmt: skip

# What the value of a field depends on: the event, only its date, the event and the question, or only the question.
EVENT, DATE, ENTRY, ANSWER = "event", "date", "entry", "answer"


def as_it_is(value: Any) -> Any:
    return value


class Kind(NamedTuple):
    """A kind of value: how to encode it as JSON, and the words in it that questions can ask for.

    `registry` is the registry of names, `choices` the allowed words, `unlike` a field, with its words, that is easily
    confused with this one. A `late` value needs the event's companies and place decoded first.
    """

    name: KindName
    to_json: Callable[[Any], Any] = as_it_is
    words: Callable[[Any], Sequence[str]] | None = None
    registry: str = ""
    choices: tuple[str, ...] = ()
    unlike: tuple[str, tuple[str, ...]] = ("", ())
    late: bool = False


class Field(NamedTuple):
    """One field. Without `encode` it exists only in files.

    `term` is the singular name: in questions (`company:`), after `has:`, and as an option of `add`.
    """

    key: str
    help: str
    kind: Kind
    encode: Callable[[Entry], Any] | None
    depends: str = EVENT
    term: str = ""

    @property
    def is_decoded(self) -> bool:
        """Whether a file has it, and it is not only computed."""
        return self.kind.name != "derived"


def _one(value: str) -> Sequence[str]:
    return (value,)


# Figures and sources as JSON (design, section 5).


def number(value: Amount | None) -> Decimal | str | None:
    """An exact number as itself, anything else as the text that reads back."""
    if value is None:
        return None
    return format_amount(value) if value.qualifier or value.single is None else value.single


def amount_json(value: Amount) -> dict[str, Any]:
    low, high, qualifier = value
    return {"value": value.single, "low": low, "high": high, "qualifier": qualifier}


def figure_json(figure: Figure) -> dict[str, Any]:
    metric, company, kind, amount, unit, period, previous, change, converted = figure
    bounds = period.bounds if period else None
    return {
        "metric": metric,
        "company": company,
        "kind": kind,
        **amount_json(amount),
        "unit": unit,
        "period": period.text if period else None,
        "period_start": iso(bounds.start) if bounds else None,
        "period_end": iso(bounds.end) if bounds else None,
        "previous": number(previous),
        "change": change,
        "converted": {**amount_json(converted.amount), "unit": converted.unit} if converted else None,
    }


def source_json(source: Source) -> dict[str, Any]:
    key, publisher, title, url, published, quote = source
    day = published.plain_text if published else None
    return {"key": key, "publisher": publisher, "title": title, "url": url, "published": day, "quote": quote}


# Accepted in a file that is our own JSON, and computed again.
DERIVED = Kind("derived")
ID = Kind("id")
LINE = Kind("line", words=_one)
TEXT = Kind("text", words=_one)
TYPE = Kind("type", words=_one)
WORDS = Kind("words", list, words=as_it_is)
LINKS = Kind("links", list, words=as_it_is)
DAY = Kind("date", lambda date: date and date.plain_text, late=True)
EVENT_DATE = Kind("date", lambda date: date.text, late=True)
FIGURES = Kind("figures", lambda value: [figure_json(figure) for figure in value], late=True)
SOURCES = Kind(
    "sources", lambda value: [source_json(source) for source in value], late=True,
    words=lambda value: [word for one in value for word in (one.key, one.publisher, one.title, one.url) if word],
)  # fmt: skip


def word_of(choices: tuple[str, ...], unlike: tuple[str, tuple[str, ...]] = ("", ())) -> Kind:
    """One of a few words."""
    return Kind("word", words=_one, choices=choices, unlike=unlike)


def name_in(registry: str) -> Kind:
    """One name of a registry (companies, people, places)."""
    return Kind("name", words=_one, registry=registry)


def names_in(registry: str) -> Kind:
    """Names of a registry (companies, people), each with its role, if any."""
    return Kind(
        "names", lambda value: [{"name": name, "role": role} for name, role in value],
        words=lambda value: [role.name for role in value], registry=registry,
    )  # fmt: skip
