"""Laws of the language: against plain filters of the JSON, and against itself."""

from __future__ import annotations

import re
import tempfile
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any
from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st

from timeline_cli.dates.event_date import parse_date
from timeline_cli.exports.json import dump
from timeline_cli.fields.table import FIELDS, to_json
from timeline_cli.index import sql
from timeline_cli.index.place import Place
from timeline_cli.index.read import IndexedTimeline, read_indexed
from timeline_cli.model import Amount, Entity, Entry, Event, Figure, Names, Registries, Role, Source, Timeline
from timeline_cli.query.options import tree_of
from timeline_cli.query.parser import parse
from timeline_cli.query.question import MODES, Question, read_period_on
from timeline_cli.query.select import Answer, select
from timeline_cli.query.tree import BARE, And, Not, Or, Term, Tree, terms_of
from timeline_cli.reading.load import load_files

TODAY = date(2025, 3, 26)
COMPANIES = {"Group": None, "Samsung Electronics": "Group", "Xiaomi": None, "삼성전자판매": "Group"}
NAMES = Names(
    {name: Entity(name, parent=parent) for name, parent in COMPANIES.items()},
    {name.lower(): name for name in COMPANIES},
)
DATES = ["2024", "2024-03", "2025-03-22", "2006/..", "/..", "[..2025-03-24]", "2025-03-22?/", "2025-Q1", "../2024-05",
         "[2024-01-01, 2025-06-01]", "2024-12-30/2025-01-02", "/2025", "[2025-03-24..]"]  # fmt: skip
TYPES = ["forum", "trip", "deal", None]
TAGS = ["ev", "chips"]

events = st.builds(
    Event,
    id=st.just(""),
    date=st.sampled_from(DATES).map(parse_date),
    title=st.sampled_from(["A visit", "Été à Paris", "Samsung opens", "Ordinary"]),
    type=st.sampled_from(TYPES),
    status=st.sampled_from(["scheduled", "cancelled", None]),
    certainty=st.sampled_from(["rumoured", "reported", None]),
    companies=st.lists(st.sampled_from(sorted(COMPANIES)).map(Role), max_size=2, unique=True).map(tuple),
    tags=st.lists(st.sampled_from(TAGS), max_size=2, unique=True).map(tuple),
    figures=st.lists(
        st.builds(
            Figure,
            st.sampled_from(["sales", "target"]),
            st.none(),
            st.just("actual"),
            st.integers(0, 5).map(lambda n: Amount(n, n)),
            *[st.none()] * 5,
        ),
        max_size=2,
    ).map(tuple),
    sources=st.sampled_from([(), (Source("s", published=parse_date("2025-03-01")),)]),
)
timelines = st.lists(events, min_size=1, max_size=8).map(
    lambda found: Timeline(
        tuple(replace(event, id=f"e{number}") for number, event in enumerate(found)), Registries(companies=NAMES)
    )
)

TERMS = [
    Term("type", ("forum",)), Term("type", ("deal", "trip")), Term("tag", ("ev",)), Term("id", ("e1",)),
    Term("company", ("samsung",)), Term("company", ("Group",)), Term("company", ("삼성",)),
    Term("status", ("scheduled",)), Term("certainty", ("rumoured", "reported")), Term("state", ("occurred",)),
    Term("date", ("2025",)), Term("date", ("2024-03..2025-01",)), Term("date", ("since 2025-03-22",)),
    Term("text", ("ete",)), Term("is", ("imprecise",)), Term("is", ("upcoming",)), Term("has", ("figures",)),
    Term(BARE, ("samsung",)), Term(BARE, ("group",)), Term(BARE, ("e",)), Term(BARE, ("forums",)),
    Term("known", ("2025-03",)), Term("is", ("background",)), Term("metric", ("sales",)), Term("value", ("..3",)),
]  # fmt: skip
FIGURE_TERMS = [Term("metric", ("sales",)), Term("value", ("3..",)), Term("value", ("2",))]

trees = st.recursive(
    st.sampled_from(TERMS),
    lambda inner: (
        st.builds(Not, inner)
        | st.lists(inner, min_size=2, max_size=3).map(lambda parts: And(tuple(parts)))
        | st.lists(inner, min_size=2, max_size=3).map(lambda parts: Or(tuple(parts)))
    ),
    max_leaves=5,
)


def ask(timeline: Timeline, tree: Tree | None, **options: Any) -> list[tuple[str, str | None, bool]]:
    """The whole answer, in its order: what is background stands last."""
    question = Question(TODAY.toordinal(), read_period_on(TODAY), tree, **options)
    return [(entry.event.id, entry.match, entry.background) for entry in select(timeline, question).entries]


def ids(timeline: Timeline, tree: Tree | None, **options: Any) -> set[str]:
    return {name for name, _, _ in ask(timeline, tree, **options)}


@given(timelines, trees)
@settings(max_examples=2 * settings().max_examples)
def test_not_not_is_itself(timeline: Timeline, tree: Tree) -> None:
    assert ask(timeline, Not(Not(tree))) == ask(timeline, tree)


@given(timelines, trees | st.sampled_from(FIGURE_TERMS))
@settings(max_examples=2 * settings().max_examples)
def test_not_swaps_no_and_certain_and_leaves_possible(timeline: Timeline, tree: Tree) -> None:
    certain, may = ids(timeline, tree, mode="certainly"), ids(timeline, tree)
    assert ids(timeline, Not(tree), mode="certainly") == ids(timeline, None) - may
    assert ids(timeline, Not(tree)) == ids(timeline, None) - certain


@given(timelines, trees, trees)
@settings(max_examples=2 * settings().max_examples)
def test_de_morgan(timeline: Timeline, one: Tree, other: Tree) -> None:
    assert ask(timeline, Not(And((one, other)))) == ask(timeline, Or((Not(one), Not(other))))
    assert ask(timeline, Not(Or((one, other)))) == ask(timeline, And((Not(one), Not(other))))


@given(timelines, st.lists(trees | st.sampled_from(FIGURE_TERMS), min_size=2, max_size=4).flatmap(
    lambda parts: st.tuples(st.just(parts), st.permutations(parts))))  # fmt: skip
@settings(max_examples=2 * settings().max_examples)
def test_the_order_of_terms_is_irrelevant(timeline: Timeline, both: tuple[list[Tree], list[Tree]]) -> None:
    for join in (And, Or):
        assert ask(timeline, join(tuple(both[0]))) == ask(timeline, join(tuple(both[1])))


@given(timelines, trees)
@settings(max_examples=2 * settings().max_examples)
def test_certain_and_possible_and_the_rest_are_all(timeline: Timeline, tree: Tree) -> None:
    certain = ids(timeline, tree, mode="certainly")
    certainly_not = ids(timeline, Not(tree), mode="certainly")
    assert certain <= ids(timeline, tree)
    assert not certain & certainly_not
    assert ids(timeline, tree) | certainly_not == ids(timeline, None)


@given(timelines, st.lists(trees | st.sampled_from(FIGURE_TERMS), min_size=3, max_size=4))
@settings(max_examples=2 * settings().max_examples)
def test_parentheses_around_what_stands_together_are_irrelevant(timeline: Timeline, parts: list[Tree]) -> None:
    first, *rest = parts
    for join in (And, Or):
        assert ask(timeline, join((first, join(tuple(rest))))) == ask(timeline, join(tuple(parts)))


@given(timelines, trees, st.sampled_from(["within", "starts", "certainly"]))
@settings(max_examples=2 * settings().max_examples)
def test_a_mode_only_narrows(timeline: Timeline, tree: Tree, mode: str) -> None:
    if not any(term.values == ("background",) for term in terms_of(tree)):
        assert ids(timeline, tree, mode=mode) <= ids(timeline, tree)


WITH_OPTIONS = [term for term in TERMS if term.field in ("type", "company", "tag", "status", "certainty", "id")]


@given(timelines, st.sampled_from(WITH_OPTIONS))
def test_an_option_is_its_term(timeline: Timeline, term: Term) -> None:
    [option] = tree_of({term.field: list(term.values)})
    words = parse([f"{term.field}:{','.join(term.values)}"], TODAY)
    assert ask(timeline, option) == ask(timeline, words)


@given(timelines, st.sampled_from(["2025", "2024-12..2025-03-22", "last week"]))
@settings(max_examples=settings().max_examples // 2)
def test_the_options_of_dates_are_their_phrases(timeline: Timeline, phrase: str) -> None:
    for option in ("since", "until", "on"):
        [tree] = tree_of({option: [phrase]}) if option == "on" or ".." not in phrase else [None]
        words = parse([f'date:"{option} {phrase}"' if option != "on" else f'date:"{phrase}"'], TODAY)
        assert tree is None or ask(timeline, tree) == ask(timeline, words)


def children(name: str) -> set[str]:
    return {child for child, parent in COMPANIES.items() if name in (child, parent)}


@cache
def plain_filters() -> list[tuple[str, Any]]:
    """Questions beside the same filter over the JSON of an event, as one would write it in jq."""
    return [
        ("type:forum", lambda e: e["type"] == "forum"),
        ("type:forum,deal", lambda e: e["type"] in ("forum", "deal")),
        ("company:xiaomi", lambda e: any(c["name"] == "Xiaomi" for c in e["companies"])),
        ("company:group", lambda e: any(c["name"] in children("Group") for c in e["companies"])),
        ("not company:samsung", lambda e: not any(c["name"] == "Samsung Electronics" for c in e["companies"])),
        ("tag:ev", lambda e: "ev" in e["tags"]),
        ("certainty:rumoured or status:scheduled",
            lambda e: e["certainty"] == "rumoured" or e["status"] == "scheduled"),
        ("has:figures", lambda e: e["figures"] != []),
        ("metric:sales value:3..", lambda e: any(f["metric"] == "sales" and f["value"] >= 3 for f in e["figures"])),
        ("metric:sales or value:3..", lambda e: any(f["metric"] == "sales" for f in e["figures"])
            or any(f["value"] >= 3 for f in e["figures"])),
        ("opens", lambda e: begins(e, "opens")),
        ("group", lambda e: begins(e, "group") or any(c["name"] in children("Group") for c in e["companies"])),
        ("forums or deal", lambda e: e["type"] in ("forum", "deal") or begins(e, "forums") or begins(e, "deal")),
        ("is:unsourced", lambda e: e["sources"] == []),
        ("date:2025 or type:trip", lambda e: overlaps(e, "2025-01-01", "2025-12-31") or e["type"] == "trip"),
        ("until 2024 not type:forum", lambda e: overlaps(e, "0001-01-01", "2024-12-31") and e["type"] != "forum"),
        ("2025-03-24..2025-04-01", lambda e: overlaps(e, "2025-03-24", "2025-04-01")),
    ]  # fmt: skip


def begins(event: dict[str, Any], word: str) -> bool:
    """Whether a word of what is searched begins so."""
    names = [one["name"] for one in (*event["companies"], *event["people"])]
    texts = [event["title"], event["type"], *event["tags"], *names, *(f["metric"] for f in event["figures"])]
    return any(part.startswith(word) for text in texts if text for part in re.split(r"\W+", text.lower()))


def overlaps(event: dict[str, Any], first: str, last: str) -> bool:
    """Whether the bounds may meet the range; a list of alternatives is looked at one by one."""
    if "," in event["date"]:
        return any(first <= day <= last for day in event["date"].strip("[]").split(", "))
    return (event["start"] or "0000") <= last and (event["end"] or "9999") >= first


@given(timelines, st.integers(0, 16))
@settings(max_examples=3 * settings().max_examples)
def test_a_question_gives_what_a_filter_of_the_json_gives(timeline: Timeline, number: int) -> None:
    import json

    words, keep = plain_filters()[number]
    everything = select(timeline, Question(TODAY.toordinal(), read_period_on(TODAY))).entries
    documents = [json.loads(dump(to_json(entry))) for entry in everything]
    assert ids(timeline, parse([words], TODAY)) == {event["id"] for event in documents if keep(event)}


@given(timelines)
@settings(max_examples=settings().max_examples // 2)
def test_background_and_the_rest_are_all_that_match(timeline: Timeline) -> None:
    for words in ("2025-03", "since 2025-03-20", "until 2024"):
        background = ids(timeline, parse([f"{words} is:background"], TODAY))
        foreground = ids(timeline, parse([f"{words} not is:background"], TODAY))
        assert not background & foreground
        assert background | foreground == ids(timeline, parse([words], TODAY))


@cache
def with_and_without_index() -> tuple[Timeline, Timeline]:
    """Events of every date, type and name above, as an index has them and as the file does."""
    found = [
        Event(
            id=f"e{number}",
            date=parse_date(DATES[number % len(DATES)]),
            title=["A visit", "Été à Paris", "Samsung opens", "Ordinary 삼성 EV", "Ørsted مُحَمَّد हिन्दी"][number % 5],
            type=TYPES[number % 3],
            status=["scheduled", "cancelled", None][number % 3],
            certainty=["rumoured", "reported", None, None][number // 3 % 4],
            companies=tuple(map(Role, list(COMPANIES)[number % 5 : number % 5 + number % 3])),
            tags=tuple(TAGS[: number % 3]),
            figures=tuple(
                Figure("sales" if number % 2 else "target", None, "actual", Amount(Decimal(n), Decimal(n)), *[None] * 5)
                for n in range(number % 4)
            ),
            sources=(Source("s", published=parse_date("2025-03-01")),) if number % 3 == 1 else (),
            supersedes=(f"e{number // 2}",) if number % 7 == 6 else (),
            part_of=("e1",) if number % 5 == 2 else (),
        )
        for number in range(80)
    ]
    text = "companies: {Group: {}, Samsung Electronics: {parent: Group}, Xiaomi: {}, 삼성전자판매: {parent: Group}}\n"
    text += "sources: {s: {published: 2025-03-01}}\nevents:\n"
    keys = [field.key for field in FIELDS if field.encode and (field.is_decoded or field.key == "id")]
    for event in found:
        values = to_json(Entry(event, None), tuple(keys))
        values.update(sources=[source.key for source in event.sources], known=None)
        text += f"- {dump(values)}\n"
    folder = Path(tempfile.mkdtemp())
    (folder / "events.yaml").write_text(text, encoding="utf-8")
    names = [str(folder / "events.yaml")]
    (folder / "cache").mkdir(mode=0o700)
    indexed = read_indexed(names, Place(folder / "cache", names), lambda done, total: None)
    assert isinstance(indexed, IndexedTimeline)
    return indexed, load_files(names)


MORE_TERMS = [
    Term("text", ("삼성",)), Term("text", ("ev",)), Term("text", ("x",)), Term("text", ("e", "visit")),
    Term("text", ("ORSTED", "محمد")),
    Term("text", ("हिन्द",)),
    Term("in", ("e1",)), Term("thread", ("e6",)), Term("id", ("e1*",)), Term("has", ("superseded_by",)),
    Term("has", ("part_of",)), Term(BARE, ("삼성",)), Term(BARE, ("ev",)), Term(BARE, ("scheduled",)),
    Term(BARE, ("vis*",)), Term("precision", ("month",)), Term("is", ("overdue",)), Term("state", ("scheduled",)),
    Term("metric", ("sales", "target")), Term("value", ("1..2",)), Term("source", ("s",)),
]  # fmt: skip


@given(
    st.recursive(
        st.sampled_from(TERMS + MORE_TERMS),
        lambda inner: (
            st.builds(Not, inner)
            | st.lists(inner, min_size=2, max_size=4).map(lambda parts: And(tuple(parts)))
            | st.lists(inner, min_size=2, max_size=4).map(lambda parts: Or(tuple(parts)))
        ),
        max_leaves=6,
    ),
    st.fixed_dictionaries(
        {
            "mode": st.sampled_from(list(MODES)),
            "exact": st.booleans(),
            "sort": st.sampled_from(["date", "date", "title"]),
            "reverse": st.booleans(),
            "group_by": st.sampled_from([None, None, "year", "company"]),
            "limit": st.sampled_from([None, None, 0, 1, 3, 10, 50]),
        }
    ),
    st.sampled_from([0, 10, 2_000]),
)
@settings(max_examples=6 * settings().max_examples)
def test_an_index_changes_no_answer(tree: Tree, options: dict[str, Any], few: int) -> None:
    indexed, plain = with_and_without_index()
    question = Question(TODAY.toordinal(), read_period_on(TODAY), tree, **options)
    with patch.object(sql, "_FEW", few):
        one = select(indexed, question)
    other = select(plain, question)
    assert shown(one) == shown(other)
    assert (one.reading, one.notes, one.matched, one.possible, one.total) == (
        other.reading, other.notes, other.matched, other.possible, other.total,
    )  # fmt: skip


def shown(answer: Answer) -> list[tuple[str | None, int, list[str]]]:
    """All that an answer shows, under its headings."""
    parts = [(group.name, group.total, group.entries) for group in answer.groups]
    if answer.group_by is None:
        # How many match is told; the group's own count is of those that were looked at.
        parts = [(None, 0, answer.groups[0].entries)]
    parts.append(("background", 0, answer.background))
    return [(name, total, [dump(to_json(entry)) for entry in entries]) for name, total, entries in parts]
