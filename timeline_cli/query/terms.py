"""The terms of a question: the meaning of `field:value` for each field.

Owns: TERMS; a field of an event with a term has a row by its kind, any other field of the language is one function
and one row. Does not: accept a value that it cannot read.
"""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter

from timeline_cli.dates import period as periods
from timeline_cli.dates.calendar import Precision
from timeline_cli.dates.event_date import EventDate
from timeline_cli.dates.period import state_on
from timeline_cli.errors import UsageFault
from timeline_cli.fields.field import Field, KindName
from timeline_cli.fields.table import BY_TERM, CERTAINTIES, STATUSES
from timeline_cli.hint import Hint
from timeline_cli.model import LINKS, Event
from timeline_cli.query.candidates import count
from timeline_cli.query.is_terms import IMPRECISE, IS
from timeline_cli.query.names import folded_name, matching_names, name_test, quoted
from timeline_cli.query.narrow import Filled, Holds, Ids, Overlaps, Plan, Words, plan, plan_all, plan_not
from timeline_cli.query.term import MOST_GUESSED, Ask, Compile, Meaning, TermKind
from timeline_cli.query.verdict import CERTAIN, NO, Seen, Test, yes_or_no
from timeline_cli.query.words import HAS, UNKEPT, words_of
from timeline_cli.spelling import check_known
from timeline_cli.text import fold


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

    return Meaning(test, asked.text, Overlaps(asked.first, asked.last), by_date=True)


def _known(value: str, ask: Ask) -> Meaning:
    return _overlapping(value, ask, ask.world.known)


def _overlapping(value: str, ask: Ask, date_of: Callable[[Event], EventDate | None]) -> Meaning:
    """The meaning of a date other than the event's own."""
    asked = ask.read_period(value, ask.fiscal)

    def test(seen: Seen) -> int:
        date = date_of(seen.event)
        return NO if date is None else int(periods.overlap(date, asked))

    return Meaning(test, asked.text)


def _having(kind: str, wanted: frozenset[str], reading: str) -> Meaning:
    """The meaning of words that are known to match."""
    words = words_of(kind)
    return Meaning(
        lambda seen: yes_or_no(not wanted.isdisjoint(words(seen.event))),
        reading,
        None if kind in UNKEPT else Words(kind, wanted),
        exact=True,
    )


def _named(kind: str, registry: str) -> Compile:
    """A term on names of a registry: matching names are looked up once among those in events."""

    def compile_(value: str, ask: Ask) -> Meaning:
        seen_names = ask.facts.words(kind)
        names = getattr(ask.world.registries, registry)
        wanted = matching_names(value, names, seen_names, ask.exact) or _meant(kind, value, ask)
        if not wanted:
            ask.nothing_has(kind, value, [form for name in seen_names for form in names.all_names(name)])
        return _having(kind, wanted, quoted(value))

    return compile_


def _meant(kind: str, value: str, ask: Ask) -> frozenset[str]:
    """The names of which a value is the plural, or a spelling without umlauts."""
    meant = {} if ask.exact or ask.lexicon.registered(value) else ask.lexicon.whole(value) or ask.lexicon.spelt(value)
    return meant.get(kind, frozenset())


def _words(kind: str) -> Compile:
    """A term on words without a registry, matched like names."""

    def compile_(value: str, ask: Ask) -> Meaning:
        matches = name_test(value, ask.exact)
        found = ask.facts.words(kind)
        wanted = frozenset(word for word in found if matches(word)) or _meant(kind, value, ask)
        if not wanted:
            ask.nothing_has(kind, value, found)
        return _having(kind, wanted, quoted(value))

    return compile_


def _type(value: str, ask: Ask) -> Meaning:
    registries = ask.world.registries
    found = ask.facts.words("type")
    matches = name_test(value, exact=ask.exact or "*" not in value)
    wanted = {name for name in found if any(map(matches, [name] if ask.exact else registries.type_lineage(name)))}
    wanted = wanted or set(_meant("type", value, ask))
    if not wanted:
        from timeline_cli.fields.hints.synonyms import VALUES

        meant = VALUES["type"].get(fold(value), "")
        ask.nothing_has("type", value, () if value in registries.types else found, meant if meant in found else None)
    return _having("type", frozenset(wanted), quoted(value))


_CLOSED = {"state": STATUSES, "certainty": CERTAINTIES}


def _one_of(what: str, value: str, words: tuple[str, ...]) -> str:
    """A value that has to be one of a few known words."""
    asked = fold(value)
    of_other = next((field for field, known in _CLOSED.items() if asked in known and known != words), None)
    if of_other:
        raise UsageFault(f"{value} is not a {what}", Hint(f"write {of_other}:{asked}", f"{of_other}:{asked}"))
    from timeline_cli.fields.hints.synonyms import meant_value

    if asked not in words and (meant := meant_value("status" if what == "state" else what, value, words)).value:
        raise UsageFault(f"{value} is not a {what}", meant)
    check_known(asked, words, f"{value} is not a {what}")
    return asked


def _closed(what: str, words: tuple[str, ...]) -> Compile:
    def compile_(value: str, ask: Ask) -> Meaning:
        asked = _one_of(what, value, words)
        if asked not in ask.facts.words(what):
            ask.nothing_has(what, value, ())
        return _having(what, frozenset((asked,)), asked)

    return compile_


def _state(value: str, ask: Ask) -> Meaning:
    """The written status, or else that of date and today; as two plans, since the second can be decided by date."""
    asked, today = _one_of("state", value, STATUSES), ask.world.today
    meaning = Meaning(lambda seen: yes_or_no(seen.event.state(today) == asked), asked, apart=_state_plans(asked, today))
    if not count(ask.world, meaning.plans):
        ask.nothing_has("state", value, ())
    return meaning


def _state_plans(asked: str, today: int) -> tuple[Plan, Plan]:
    written = _having("status", frozenset((asked,)), asked).plan
    by_date = plan(Test(lambda seen: yes_or_no(state_on(seen.event.date, today) == asked), by_date=True))
    return written, plan_all([plan_not(_filled("status").plan), by_date])


def _status(value: str, ask: Ask) -> Meaning:
    """The status as written; a note says if more events have it by their dates."""
    meaning = _closed("status", STATUSES)(value, ask)
    more = count(ask.world, _state_plans(meaning.reading, ask.world.today))
    if more > count(ask.world, meaning.plans):
        ask.notes.append(f"state:{meaning.reading} finds {more:,}")
    return meaning


def _id(value: str, ask: Ask) -> Meaning:
    from fnmatch import fnmatchcase

    ids = ask.facts.ids
    if "*" in value or ask.facts.version_ids():
        # Only the star is special; an id also matches its event's earlier versions.
        pattern = value.replace("[", "[[]").replace("?", "[?]")
        wanted = {name for name in ids if fnmatchcase(name, pattern) or fnmatchcase(name.split("@")[0], pattern)}
    else:
        wanted = {value} if value in ids else set()
    if not wanted:
        ask.nothing_has("id", value, ids)
    return Meaning(lambda seen: yes_or_no(seen.event.id in wanted), quoted(value), Ids(frozenset(wanted)), exact=True)


def _reach(value: str, ask: Ask, neighbours: dict[str, set[str]]) -> Meaning:
    """All ids that can be reached from an id."""
    if value not in ask.facts.ids:
        ask.nothing_has("id", value, ask.facts.ids)
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
    for name, parent in ask.facts.links(("part_of",)):
        below.setdefault(parent, set()).add(name)
    return _reach(value, ask, below)


def _thread(value: str, ask: Ask) -> Meaning:
    linked: dict[str, set[str]] = {}
    for name, other in ask.facts.links(LINKS):
        linked.setdefault(name, set()).add(other)
        linked.setdefault(other, set()).add(name)
    return _reach(value, ask, linked)


def _text(value: str, ask: Ask) -> Meaning:
    wanted, facts = Holds(folded_name(value)), ask.facts
    if not facts.has_text(wanted):
        ask.nothing_has("text", value, (), ask.lexicon.nearest(value) if len(ask.notes) < MOST_GUESSED else None)
    return Meaning(
        lambda seen: yes_or_no(wanted.text in facts.text_of(seen.event)), quoted(value), wanted, exact=True, slow=True
    )


_PRECISIONS = tuple(precision.word for precision in Precision)


def _precision(value: str, ask: Ask) -> Meaning:
    asked = _one_of("precision", value, _PRECISIONS)

    def test(seen: Seen) -> int:
        precision = seen.event.date.precision
        return yes_or_no(precision is not None and precision.word == asked)

    return Meaning(test, asked, by_date=True)


def _is(value: str, ask: Ask) -> Meaning:
    asked = fold(value)
    message = f"unknown value for is: {value}"
    for field, words in (("certainty", CERTAINTIES), ("state", STATUSES)):
        if asked in words and asked not in IS:
            raise UsageFault(message, Hint(f"write {field}:{asked}", f"{field}:{asked}"))
    check_known(asked, IS, message)
    return Meaning(lambda seen: IS[asked](seen, ask), asked)


def _has(value: str, ask: Ask) -> Meaning:
    asked = value if value.startswith("x-") else fold(value).replace("-", "_")
    asked = BY_TERM[asked].key if asked in BY_TERM else asked
    if asked.startswith("x-"):
        return Meaning(lambda seen: yes_or_no(any(key == asked for key, _ in seen.event.extra)), asked)
    check_known(asked, HAS, f"has:{value} is not a field")
    if asked == "superseded_by":
        return Meaning(lambda seen: yes_or_no(seen.event.id in ask.world.superseded_by), asked)
    return _filled(asked)


def _filled(field: str) -> Meaning:
    return Meaning(lambda seen: yes_or_no(getattr(seen.event, field)), field, Filled(field), exact=True)


def extra_term(key: str) -> TermKind:
    """The term of a custom key, such as x-desk."""
    return TermKind(key, "a custom key", _words(key))


# The function of a field's term, by its kind; other kinds are matched word by word.
_BY_KIND: dict[KindName, Callable[[Field], Compile]] = {
    "date": lambda field: lambda value, ask: _overlapping(value, ask, attrgetter(field.key)),
    **dict.fromkeys(("name", "names"), lambda field: _named(field.term, field.kind.registry)),
    "type": lambda field: _type,
    "word": lambda field: _closed(field.term, field.kind.choices),
}


def _of_field(term: str, help: str = "") -> TermKind:
    """The term of a field, with its own help for questions, else that of the field."""
    field = BY_TERM[term]
    of_kind = _BY_KIND.get(field.kind.name)
    compile_ = of_kind(field) if of_kind else _words(term)
    return TermKind(term, help or field.help, compile_, imprecise=field.kind.name == "date")


TERMS: dict[str, TermKind] = {
    row.name: row
    for row in (
        TermKind("date", "a date: 2025, 2025-03..2025-06, last quarter, since 2023", _date, imprecise=True),
        _of_field("type", "a type or its parent: deal finds takeover bids"),
        _of_field("company", "a company, by name or alias; a group includes its children"),
        _of_field("person", "a person, by name or alias"),
        TermKind("role", "the role of a company or person", _words("role")),
        _of_field("place", "a place; a country includes its cities"),
        _of_field("tag", "a tag"),
        TermKind("status", "the status as written: " + " ".join(STATUSES), _status),
        TermKind("state", "the status, or else derived from the date and today", _state),
        _of_field("certainty"),
        TermKind("precision", "the precision of the date's coarser end: " + " ".join(_PRECISIONS), _precision),
        _of_field("source", "a source: key, publisher, title or link"),
        TermKind("known", "the date on which it became known", _known, imprecise=True),
        TermKind("id", "an id; * matches any letters", _id),
        TermKind("in", "an event and its parts", _in),
        TermKind("thread", "an event and all events linked to it", _thread),
        TermKind("text", "parts of words in title, type, summary, names, tags, metrics and quotes", _text),
        TermKind("is", "one of: " + " ".join(IS), _is, imprecise=IMPRECISE),
        TermKind("has", "a field that is not empty: figures, sources, place, …", _has),
    )
}
for _term, _field in BY_TERM.items():
    if _field.kind.name != "figures":  # figures have terms for their parts (FIGURE_TERMS)
        TERMS.setdefault(_term, _of_field(_term))
