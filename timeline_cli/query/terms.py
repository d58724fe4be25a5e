"""The terms of a question: what `field:value` means for each field.

Owns: TERMS — a new field of the language is one function and one row. Refuses: SQL, and values that it does
not understand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from timeline_cli.dates import period as periods
from timeline_cli.dates.event_date import EventDate
from timeline_cli.errors import UsageFault
from timeline_cli.fields.table import BY_KEY, CERTAINTIES, JSON_KEYS, STATUSES
from timeline_cli.model import LINKS, Event
from timeline_cli.query.ask import Ask, Compile, Meaning, TermKind
from timeline_cli.query.is_terms import IS
from timeline_cli.query.names import matching_names, name_test, quoted
from timeline_cli.query.values import leaves
from timeline_cli.query.verdict import CERTAIN, NO, Seen, yes_or_no
from timeline_cli.text import did_you_mean, fold, fold_accents


def _date(value: str, ask: Ask) -> Meaning:
    asked = ask.read_period(value, ask.fiscal)
    ask.periods.append(asked)

    def test(seen: Seen) -> int:
        date = seen.event.date
        verdict = int(periods.overlap(date, asked))
        if ask.mode == "within":
            return CERTAIN if verdict and periods.lies_within(date, asked) else NO
        if ask.mode == "starts":
            return min(verdict, int(periods.starts_in(date, asked)))
        return verdict

    return Meaning(test, asked.text)


def _overlaps(date_of: Callable[[Seen], Iterable[EventDate]]) -> Compile:
    def compile_(value: str, ask: Ask) -> Meaning:
        asked = ask.read_period(value, ask.fiscal)
        return Meaning(
            lambda seen: max((int(periods.overlap(date, asked)) for date in date_of(seen)), default=NO),
            asked.text,
        )

    return compile_


def _known(value: str, ask: Ask) -> Meaning:
    known = ask.world.known
    return _overlaps(lambda seen: [d for d in [known.get(seen.event.id)] if d is not None])(value, ask)


def _named(kind: str, names_of: Callable[[Event], Iterable[str]]) -> Compile:
    """A term on names of a registry: what is meant is looked up once among the names that events have."""

    def compile_(value: str, ask: Ask) -> Meaning:
        seen_names = {name for event in ask.world.events for name in names_of(event)}
        names = getattr(ask.world.registries, kind)
        wanted = matching_names(value, names, seen_names, ask.exact)
        if not wanted:
            forms = [form for name in seen_names for form in names.all_names(name)]
            ask.nothing_has({"companies": "company", "people": "person", "places": "place"}[kind], value, forms)
        return Meaning(lambda seen: yes_or_no(not wanted.isdisjoint(names_of(seen.event))), quoted(value))

    return compile_


def _company(event: Event) -> Iterable[str]:
    return [role.name for role in event.companies]


def _words(what: str, words_of: Callable[[Event], Iterable[str | None]]) -> Compile:
    """A term on words of an event that no registry knows: matched like names."""

    def compile_(value: str, ask: Ask) -> Meaning:
        matches = name_test(value, ask.exact)
        found = {word for event in ask.world.events for word in words_of(event) if word}
        wanted = {word for word in found if matches(word)}
        if not wanted:
            ask.nothing_has(what, value, found)
        return Meaning(lambda seen: yes_or_no(any(word in wanted for word in words_of(seen.event))), quoted(value))

    return compile_


def _type(value: str, ask: Ask) -> Meaning:
    registries = ask.world.registries
    found = {event.type for event in ask.world.events if event.type}
    matches = name_test(value, exact=ask.exact or "*" not in value)
    wanted = {name for name in found if any(map(matches, [name] if ask.exact else registries.type_lineage(name)))}
    if not wanted:
        ask.nothing_has("type", value, () if value in registries.types else found)
    return Meaning(lambda seen: yes_or_no(seen.event.type in wanted), quoted(value))


def _closed(what: str, words: tuple[str, ...], of: Callable[[Seen, Ask], str | None]) -> Compile:
    """A term whose values are a few known words; another one is not understood."""

    def compile_(value: str, ask: Ask) -> Meaning:
        asked = fold(value)
        if asked not in words:
            raise UsageFault(f"{value} is not a {what}", did_you_mean(value, words))
        if not any(of(Seen(event), ask) == asked for event in ask.world.events):
            ask.nothing_has(what, value, ())
        return Meaning(lambda seen: yes_or_no(of(seen, ask) == asked), asked)

    return compile_


def _id(value: str, ask: Ask) -> Meaning:
    from fnmatch import fnmatchcase

    # Only the star is special, and an event's earlier versions go by its id.
    pattern = value.replace("[", "[[]").replace("?", "[?]")
    wanted = {name for name in ask.by_id if fnmatchcase(name, pattern) or fnmatchcase(name.split("@")[0], pattern)}
    if not wanted:
        ask.nothing_has("id", value, ask.by_id)
    return Meaning(lambda seen: yes_or_no(seen.event.id in wanted), quoted(value))


def _reach(value: str, ask: Ask, neighbours: dict[str, set[str]]) -> Meaning:
    """All that can be reached from an id."""
    if value not in ask.by_id:
        ask.nothing_has("id", value, ask.by_id)
    reached, queue = {value}, [value]
    while queue:
        new = neighbours.get(queue.pop(), set()) - reached
        reached |= new
        queue += new
    return Meaning(
        lambda seen: yes_or_no(seen.event.id in reached or seen.event.id.split("@")[0] in reached), quoted(value)
    )


def _in(value: str, ask: Ask) -> Meaning:
    below: dict[str, set[str]] = {}
    for event in ask.world.events:
        for parent in event.part_of:
            below.setdefault(parent, set()).add(event.id)
    return _reach(value, ask, below)


def _thread(value: str, ask: Ask) -> Meaning:
    linked: dict[str, set[str]] = {}
    for event in ask.world.events:
        for other in (target for kind in LINKS for target in getattr(event, kind)):
            linked.setdefault(event.id, set()).add(other)
            linked.setdefault(other, set()).add(event.id)
    return _reach(value, ask, linked)


def _text(value: str, ask: Ask) -> Meaning:
    wanted = fold_accents(" ".join(value.split()))
    if not any(wanted in ask.words_of(event) for event in ask.world.events):
        ask.nothing_has("text", value, {word for event in ask.world.events for word in (event.type or "", *event.tags)})
    return Meaning(lambda seen: yes_or_no(wanted in ask.words_of(seen.event)), quoted(value))


def _is(value: str, ask: Ask) -> Meaning:
    asked = fold(value)
    if asked not in IS:
        raise UsageFault(f"is:{value} is not known", did_you_mean(value, IS))
    return Meaning(lambda seen: IS[asked](seen, ask), asked)


HAS = (
    *(key for key in JSON_KEYS if BY_KEY[key].decode and key not in ("date", "title", "id")),
    "superseded_by",
)


def _has(value: str, ask: Ask) -> Meaning:
    asked = value if value.startswith("x-") else fold(value).replace("-", "_")
    singular = {
        "figure": "figures",
        "source": "sources",
        "tag": "tags",
        "company": "companies",
        "person": "people",
    }
    asked = singular.get(asked, asked)
    if asked.startswith("x-"):
        return Meaning(lambda seen: yes_or_no(any(key == asked for key, _ in seen.event.extra)), asked)
    if asked not in HAS:
        raise UsageFault(f"has:{value} is not a field", did_you_mean(value, HAS))
    if asked == "superseded_by":
        return Meaning(lambda seen: yes_or_no(seen.event.id in ask.world.superseded_by), asked)
    return Meaning(lambda seen: yes_or_no(getattr(seen.event, asked)), asked)


def extra_term(key: str) -> TermKind:
    """The term of a key of the user's own, such as x-desk."""

    def values(event: Event) -> list[str]:
        return [word for name, value in event.extra if name == key for word in leaves(value)]

    return TermKind(key, "a key of your own", _words(key, values))


def _roles(event: Event) -> Iterable[str | None]:
    return [role.role for role in (*event.companies, *event.people)]


def _source_words(event: Event) -> Iterable[str | None]:
    return [word for source in event.sources for word in (source.key, source.publisher, source.title, source.url)]


TERMS: dict[str, TermKind] = {
    row.name: row
    for row in (
        TermKind("date", "when: 2025, 2025-03..2025-06, last quarter, since 2023", _date, imprecise=True),
        TermKind("type", "its type or a parent of it: deal finds takeover bids", _type),
        TermKind("company", "a company, by name or alias; a group includes its children",
                 _named("companies", _company)),
        TermKind("person", "a person, by name or alias",
                 _named("people", lambda event: [role.name for role in event.people])),
        TermKind("role", "the part that a company or person plays", _words("role", _roles)),
        TermKind("place", "where; a country includes its cities",
                 _named("places", lambda event: [event.place] if event.place else [])),
        TermKind("tag", "a tag", _words("tag", lambda event: event.tags)),
        TermKind("status", "the status as written: " + " ".join(STATUSES),
                 _closed("status", STATUSES, lambda seen, ask: seen.event.status)),
        TermKind("state", "the status, else what date and today tell",
                 _closed("state", STATUSES, lambda seen, ask: seen.event.state(ask.world.today))),
        TermKind("certainty", "one of: " + " ".join(CERTAINTIES),
                 _closed("certainty", CERTAINTIES, lambda seen, ask: seen.event.certainty)),
        TermKind("source", "who says so: key, publisher, title or link", _words("source", _source_words)),
        TermKind("known", "when it became known", _known, imprecise=True),
        TermKind("id", "an id; * stands for any letters", _id),
        TermKind("in", "an event and all that is part of it", _in),
        TermKind("thread", "an event and all that is linked to it", _thread),
        TermKind("text", "parts of words in title, type, summary, names, tags, metrics and quotes", _text),
        TermKind("is", "one of: " + " ".join(IS), _is, imprecise=frozenset({"upcoming", "ongoing", "past"})),
        TermKind("has", "a field that is filled: figures, sources, place, …", _has),
    )
}  # fmt: skip
