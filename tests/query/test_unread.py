"""The law that leaving events unread changes no answer, and that a question reads only what it may find."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable, Iterator

import pytest

from tests.conftest import Run
from tests.reading.test_usual import HEAD, item, mutated
from timeline_cli.index import choose
from timeline_cli.query.unread import UnreadEvents, load_unread
from timeline_cli.reading.load import load_files
from timeline_cli.reading.usual import Usual

Write = Callable[..., str]

QUESTIONS = [
    ["visit"], ["2025"], ["results 2020"], ["samsung"], ["company:samsung"], ["SEC"], ["company:SEC"],
    ["xiaomi 2025-03"], ["not 2025"], ["text:plain"], ["text:'plain words'"], ["forum or deal"], ["type:deal"],
    ["tag:ev"], ["place:peking"], ["beijing"], ["text:beijing"], ["lee jae-yong"], ["status:scheduled"],
    ["occurred"], ["certainty:reported"], ["id:visit*"], ["has:figures"], ["has:place not tag:ev"],
    ["metric:sales"], ["value:5.."], ["role:host"], ["host"], ["source:herald"], ["in:visit"], ["thread:visit"],
    ["is:superseded"], ["is:upcoming"], ["x-desk:asia"], ["text:hidden"], ["known:2025"], ["nothing-has-this"],
    ["text:'5:30'"], ["text:q"], ["opens"], ["ete"], ["'c#'"], ["2024.. (visit or tag:chips)"],
    ["--company", "Samsung Electronics", "--since", "2020"], ["2025", "--limit", "2"], ["2025", "--reverse"],
    ["ev", "--exact"], ["2025", "--count"], ["visit", "--count"], ["2025", "--group-by", "company"],
    ["2025", "--match", "starts"], ["ev", "--as-of", "2025"], ["2025", "--all-versions"], ["visit", "--csv"],
    ["text:'plain and its'"], ["text:'takeover bid'"], ["text:'lines of'"], ["id:visit"], ["plain"],
    ["half", "\ud801a"], ["text:'\udfff'"],
]  # fmt: skip


@pytest.fixture(autouse=True)
def always(monkeypatch: pytest.MonkeyPatch) -> None:
    """However small a file is."""
    monkeypatch.setattr(choose, "WORTHWHILE", 0)


def file_of(rng: random.Random, count: int, has_twice: bool) -> str:
    """The text of a file; ids are repeated if it `has_twice`."""
    items = [mutated(rng, item(rng)) if rng.random() < 0.2 else item(rng) for _ in range(count)]
    if not has_twice:
        items = [re.sub(r"\bid: (\w+)", lambda match: f"id: {match[1]}-{rng.randrange(10**9)}", text) for text in items]
    return HEAD + "\n".join(text.rstrip("\n") if rng.random() < 0.9 else text for text in items) + "\n"


def of_everything(
    run: Run, path: str, question: list[str], monkeypatch: pytest.MonkeyPatch
) -> list[tuple[int, str, str]]:
    found = []
    for is_sparing in (True, False):
        monkeypatch.setattr(choose, "SPARING", is_sparing)
        form = [] if {"--count", "--csv"} & set(question) else ["--json"]
        found.append(tuple(run("-f", path, "--no-index", "show", *form, *question)))
    return found


@pytest.mark.parametrize("seed", [*range(4), *(pytest.param(seed, marks=pytest.mark.slow) for seed in range(4, 60))])
def test_an_answer_is_that_of_all_events(
    timeline: Run, write: Write, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    rng = random.Random(seed)
    path = write(file_of(rng, rng.choice([3, 40, 150]), has_twice=seed % 4 == 3))
    for question in rng.sample(QUESTIONS, 12):
        sparing, plain = of_everything(timeline, path, question, monkeypatch)
        assert sparing == plain, question


@pytest.mark.parametrize("seed", range(6))
def test_all_that_is_read_is_the_same(write: Write, seed: int) -> None:
    rng = random.Random(seed)
    names = [write(file_of(rng, 60, has_twice=seed < 2), f"{number}.yaml") for number in range(2)]
    unread, plain = load_unread(names), load_files(names)
    assert isinstance(unread.events, UnreadEvents) is (seed > 1)
    assert (unread.errors(), unread.broken, unread.unread, unread.files) == (
        plain.errors(), plain.broken, plain.unread, plain.files,
    )  # fmt: skip
    assert list(unread.events) == list(plain.events)
    assert list(reversed(unread.events)) == list(plain.events)[::-1]


def counted_reads(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    read: list[int] = []

    def counting(self: Usual, events: list[object]) -> Iterator[object]:
        read.append(len(events))
        return before(self, events)  # type: ignore[arg-type]

    before = Usual.read
    monkeypatch.setattr(Usual, "read", counting)
    return read


@pytest.mark.parametrize(
    ("question", "most"),
    [
        ("2031-05", 1),
        ("company:Acme007", 1),
        ("Acme007", 1),
        ("text:number007", 1),
        ("id:e7", 1),
        ("Acme007 2025", 1),  # for the note
        ("tag:t", 12),
    ],
)
def test_a_question_reads_only_what_it_may_find(
    timeline: Run, write: Write, monkeypatch: pytest.MonkeyPatch, question: str, most: int
) -> None:
    months = [f"{2024 + number // 12}-{1 + number % 12:02}" for number in range(100)]
    items = [
        f"- id: e{number}\n  date: {month}\n  title: It happens, number{number:03}\n  companies: [Acme{number:03}]\n"
        + ("  tags: [t]\n" if number % 9 == 8 else "")
        for number, month in enumerate(months)
    ]
    path, read = write("events:\n" + "".join(items)), counted_reads(monkeypatch)
    timeline("-f", path, "--no-index", "show", question)
    assert sum(read) <= most


def test_a_file_with_defaults_or_repeated_ids_is_read(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    item, read = "- {id}date: 2025\n  title: x\n", counted_reads(monkeypatch)
    twice = item.format(id="id: a\n  ")
    for text in ("defaults: {tags: [a]}\nevents:\n" + item.format(id=""), f"events:\n{twice}{twice}"):
        assert [event.line for event in load_unread([write(text)]).events]
    assert not sum(read)


def test_versions_of_unread_events_are_known(timeline: Run, write: Write) -> None:
    path = write("events:\n- {id: a@1, date: 2024, title: Before}\n- id: a\n  date: 2025\n  title: After\n")
    for words, titles in (("id:a", ["Before", "After"]), ("is:superseded", ["Before"])):
        found = timeline("-f", path, "--no-index", "show", "--json=title", words)
        assert [row["title"] for row in json.loads(found.out)] == titles
