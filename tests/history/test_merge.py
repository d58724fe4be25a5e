"""The three-way merge on a table of nasty triples: what it writes, byte for byte, and where it leaves markers."""

# ruff: noqa: E501

from __future__ import annotations

from typing import NamedTuple

import pytest

from timeline_cli.errors import TimelineError
from timeline_cli.history.lines import Markers
from timeline_cli.history.merge import merge

Edits = tuple[tuple[str, str], ...]


class Triple(NamedTuple):
    """Edits of a base by each side and, of the merge, the edits that it has; or a number of conflicts with texts."""

    base: str
    ours: Edits
    theirs: Edits
    expected: Edits | int
    holds: tuple[str, ...] = ()


BLOCK = """\
# Acme's year
companies:
  Acme: {aliases: [AC]}
  Bee:
    aliases: [B]
    parent: Acme
events:
# the first
- id: one
  date: 2025-01-01
  title: One
  companies: [Acme, Bee]
  tags: [a, b]
  figures:
  - {metric: sales, value: 10, unit: USD, period: 2024}
  sources: [https://example.com/a]

- date: 2025-02-01
  title: Two
  people:
  - Ada Byron
  - {name: Ann Lee, role: chair}

- date: 2025-03-01
  title: Three
"""
FLOW = """\
- {date: 2025-01-01, title: One, tags: [a, b]}
- {date: 2025-02-01, title: Two}
- {date: 2025-03-01, title: Three}
"""
JSON = '[\n  {"date": "2025-01-01", "title": "One"},\n  {"date": "2025-02-01", "title": "Two"}\n]\n'
FOUR, FIVE = "\n- date: 2025-04-01\n  title: Four\n", "\n- date: 2025-04-01\n  title: Five\n"
END = "  title: Three\n"
TWO = """- date: 2025-02-01
  title: Two
  people:
  - Ada Byron
  - {name: Ann Lee, role: chair}
"""


def e(*pairs: str) -> Edits:
    return tuple(zip(pairs[::2], pairs[1::2], strict=True))


TRIPLES = {
    "both add on one day": Triple(BLOCK, e(END, END + FOUR), e(END, END + FIVE), e(END, END + FOUR + FIVE)),
    "both add, theirs earlier": Triple(
        BLOCK, e(END, END + FOUR), e(END, END + "\n- date: 2025-03-02\n  title: Five\n"),
        e(END, END + "\n- date: 2025-03-02\n  title: Five\n" + FOUR)),
    "both add the same": Triple(BLOCK, e(END, END + FOUR), e(END, END + FOUR), e(END, END + FOUR)),
    "both add the same, with more": Triple(
        BLOCK, e(END, END + FOUR + "  type: deal\n"), e(END, END + FOUR + "  tags: [q]\n"),
        e(END, END + FOUR + "  type: deal\n  tags: [q]\n")),
    "both add one id": Triple(
        BLOCK, e(END, END + "\n- id: n\n  date: 2025-04-01\n  title: N\n"),
        e(END, END + "\n- id: n\n  date: 2025-04-02\n  title: M\n"), 1, ("2025-04-01", "2025-04-02", "- id: n\n")),
    "both add a title on two dates": Triple(
        BLOCK, e(END, END + FOUR), e(END, END + FOUR.replace("04-01", "04-02")),
        e(END, END + FOUR + FOUR.replace("04-01", "04-02"))),
    "retitle and re-date": Triple(
        BLOCK, e("title: Two", "title: Zwei"), e("2025-02-01", "2025-02-03"),
        e("title: Two", "title: Zwei", "2025-02-01", "2025-02-03")),
    "retitle and retitle": Triple(BLOCK, e("Two", "Zwei"), e("Two", "Deux"), 1, (
        "- date: 2025-02-01\n<<<<<<< ours\n  title: Zwei\n=======\n  title: Deux\n>>>>>>> theirs\n  people:\n",)),
    "the same retitle": Triple(BLOCK, e("Two", "Zwei"), e("Two", "Zwei"), e("Two", "Zwei")),
    "the first field": Triple(BLOCK, e("- date: 2025-02-01", "- date: 2025-02"), e("- date: 2025-02-01", "- date: 2025"), 1,
        ("<<<<<<< ours\n- date: 2025-02\n=======\n- date: 2025\n>>>>>>> theirs\n  title: Two\n",)),
    "fields next to each other": Triple(
        BLOCK, e("tags: [a, b]", "tags: [a]"), e("[Acme, Bee]", "[Acme]"),
        e("tags: [a, b]", "tags: [a]", "[Acme, Bee]", "[Acme]")),
    "id changed": Triple(BLOCK, e("id: one", "id: uno"), e("title: One", "title: Eins"), e("id: one", "id: uno",
        "title: One", "title: Eins")),
    "id changed twice": Triple(BLOCK, e("id: one", "id: uno"), e("id: one", "id: eins"), 1, ("uno", "eins")),
    "id added": Triple(BLOCK, e("- date: 2025-02-01", "- id: two\n  date: 2025-02-01"), e("Two", "Zwei"), e(
        "- date: 2025-02-01", "- id: two\n  date: 2025-02-01", "Two", "Zwei")),
    "tags": Triple(BLOCK, e("[a, b]", "[a, b, c]"), e("[a, b]", "[z, a, b]"), e("[a, b]", "[z, a, b, c]")),
    "tag gone and tag new": Triple(BLOCK, e("[a, b]", "[a]"), e("[a, b]", "[a, b, c]"), e("[a, b]", "[a, c]")),
    "one tag replaced twice": Triple(BLOCK, e("[a, b]", "[a, x]"), e("[a, b]", "[a, y]"), 1, ("[a, x]", "[a, y]")),
    "role and new name": Triple(
        BLOCK, e("[Acme, Bee]", "[Acme, {name: Bee, role: buyer}]"), e("[Acme, Bee]", "[Acme, Bee, Cat]"),
        e("[Acme, Bee]", "[Acme, {name: Bee, role: buyer}, Cat]")),
    "roles of two names": Triple(
        BLOCK, e("- Ada Byron", "- {name: Ada Byron, role: guest}"), e("role: chair", "role: host"),
        e("- Ada Byron", "- {name: Ada Byron, role: guest}", "role: chair", "role: host")),
    "one role twice": Triple(BLOCK, e("role: chair", "role: host"), e("role: chair", "role: guest"), 1, (
        "  - Ada Byron\n<<<<<<< ours\n  - {name: Ann Lee, role: host}\n",)),
    "name by its alias": Triple(BLOCK, e("[Acme, Bee]", "[AC, Bee]"), e("[Acme, Bee]", "[Acme, Bee, Cat]"),
        e("[Acme, Bee]", "[AC, Bee, Cat]")),
    "block list and flow list": Triple(
        BLOCK, e("tags: [a, b]", "tags:\n  - a\n  - b\n  - c"), e("[a, b]", "[a, b, d]"),
        e("tags: [a, b]", "tags:\n  - a\n  - b\n  - c\n  - d")),
    "flow list and block list": Triple(
        BLOCK, e("[a, b]", "[a, b, d]"), e("tags: [a, b]", "tags:\n  - a\n  - b # sea\n  - c"),
        e("tags: [a, b]", "tags:\n  - a\n  - b # sea\n  - d\n  - c")),
    "a list of one": Triple(FLOW.replace("[a, b]", "a"), e("tags: a", "tags: [a, b]"), e("tags: a", "tags: [a, c]"),
        e("tags: a", "tags: [a, b, c]")),
    "sources": Triple(
        BLOCK, e("[https://example.com/a]", "[https://example.com/a, https://example.com/b]"),
        e("[https://example.com/a]", "[{url: http://example.com/a/, quote: Q}]"),
        e("[https://example.com/a]", "[{url: http://example.com/a/, quote: Q}, https://example.com/b]")),
    "two figures": Triple(
        BLOCK, e("value: 10", "value: 11"), e("period: 2024}\n", "period: 2024}\n  - {metric: staff, value: 9}\n"),
        e("value: 10", "value: 11", "period: 2024}\n", "period: 2024}\n  - {metric: staff, value: 9}\n")),
    "value and unit": Triple(BLOCK, e("value: 10", "value: 11"), e("unit: USD", "unit: EUR"), 1,
        ("value: 11, unit: USD", "value: 10, unit: EUR")),
    "value and change": Triple(
        BLOCK, e("value: 10", "value: 11"), e("period: 2024", "period: 2024, change: over 5%"),
        e("value: 10", "value: 11", "period: 2024", "period: 2024, change: over 5%")),
    "value and period": Triple(BLOCK, e("value: 10", "value: 11"), e("period: 2024", "period: 2025"), 1, (
        "value: 11", "period: 2025")),
    "aliases": Triple(BLOCK, e("[AC]", "[AC, A1]"), e("[AC]", "[AC, A2]"), e("[AC]", "[AC, A1, A2]")),
    "entries of a registry": Triple(
        BLOCK, e("events:\n", "  Cat: {}\nevents:\n"), e("events:\n", "  Dog: {}\nevents:\n"),
        e("events:\n", "  Cat: {}\n  Dog: {}\nevents:\n")),
    "parent and alias": Triple(BLOCK, e("    parent: Acme\n", ""), e("[B]", "[B, BE]"), e("    parent: Acme\n", "", "[B]",
        "[B, BE]")),
    "entry gone and changed": Triple(BLOCK, e("  Bee:\n    aliases: [B]\n    parent: Acme\n", ""), e("[B]", "[B, BE]"), 1,
        ("[B, BE]",)),
    "alias of two": Triple(BLOCK, e("[AC]", "[AC, Q]"), e("[B]", "[B, Q]"), 1, ("[AC, Q]", "[B, Q]")),
    "a new registry on each side": Triple(
        FLOW.replace("- {date: 2025-01", "events:\n- {date: 2025-01"),
        e("events:\n", "people:\n  Ada Byron: {}\nevents:\n"), e("events:\n", "places:\n  Rome: {}\nevents:\n"),
        e("events:\n", "people:\n  Ada Byron: {}\nplaces:\n  Rome: {}\nevents:\n")),
    "defaults": Triple(
        "defaults: {type: deal}\n" + BLOCK, e("{type: deal}", "{type: deal, place: Rome}"),
        e("{type: deal}", "{type: deal, tags: [a]}"), e("{type: deal}", "{type: deal, place: Rome, tags: [a]}")),
    "one default twice": Triple("defaults: {type: deal}\n" + BLOCK, e("type: deal", "type: ipo"),
        e("type: deal", "type: launch"), 1, ("type: ipo", "type: launch")),
    "comments at ends of lines": Triple(
        BLOCK, e("title: Two", "title: Two  # mine"), e("- date: 2025-02-01", "- date: 2025-02-01  # yours"),
        e("title: Two", "title: Two  # mine", "- date: 2025-02-01", "- date: 2025-02-01  # yours")),
    "a comment on a line that changed": Triple(
        BLOCK, e("title: Two", "title: Two  # mine"), e("title: Two", "title: Zwei"), e("title: Two", "title: Zwei  # mine")),
    "two comments on one line": Triple(BLOCK, e("Two", "Two # mine"), e("Two", "Two # yours"), 1, ("# mine", "# yours")),
    "comments above": Triple(
        BLOCK, e("- date: 2025-02", "# mine\n- date: 2025-02"), e("- date: 2025-02", "# yours\n- date: 2025-02"),
        e("- date: 2025-02", "# mine\n# yours\n- date: 2025-02")),
    "one comment changed twice": Triple(BLOCK, e("the first", "mine"), e("the first", "yours"), 1, ("# mine", "# yours")),
    "a comment in a list": Triple(
        BLOCK, e("  - Ada Byron\n", "  - Ada Byron\n  # next\n"), e("role: chair", "role: host"),
        e("  - Ada Byron\n", "  - Ada Byron\n  # next\n", "role: chair", "role: host")),
    "reordered and changed": Triple(
        FLOW, e(FLOW, "\n".join(reversed(FLOW.split("\n")))[1:] + "\n"), e("Two", "Zwei"),
        e(FLOW, "\n".join(reversed(FLOW.replace("Two", "Zwei").split("\n")))[1:] + "\n")),
    "changed and reordered": Triple(
        FLOW, e("Two", "Zwei"), e(FLOW, "\n".join(reversed(FLOW.split("\n")))[1:] + "\n"),
        e(FLOW, "\n".join(reversed(FLOW.replace("Two", "Zwei").split("\n")))[1:] + "\n")),
    "indented and changed": Triple(
        FLOW.replace("- {", "  - {").replace("  - {date: 2025-01", "events:\n  - {date: 2025-01"),
        e("\n  - {", "\n- {"), e("Two", "Zwei"), e("\n  - {", "\n- {", "Two", "Zwei")),
    "quotes and a change": Triple(BLOCK, e("title: Two", 'title: "Two"'), e("title: Two", "title: Zwei"), e(
        "title: Two", "title: Zwei")),
    "quotes and other quotes": Triple(BLOCK, e("title: Two", 'title: "Two"'), e("title: Two", "title: 'Two'"), e(
        "title: Two", 'title: "Two"')),
    "deleted and untouched": Triple(BLOCK, e(TWO + "\n", ""), e("One", "Eins"), e(TWO + "\n", "", "One", "Eins")),
    "deleted and changed": Triple(BLOCK, e(TWO + "\n", ""), e("Two", "Zwei"), 1, ("title: Zwei",)),
    "changed and deleted": Triple(BLOCK, e("Two", "Zwei"), e(TWO + "\n", ""), 1, ("title: Zwei",)),
    "deleted and in quotes": Triple(BLOCK, e(TWO + "\n", ""), e("title: Two", "title: 'Two'"), e(TWO + "\n", "")),
    "deleted and with a comment": Triple(BLOCK, e(TWO + "\n", ""), e("Two", "Two # why"), 1, ("# why",)),
    "deleted by both": Triple(BLOCK, e(TWO + "\n", ""), e(TWO + "\n", ""), e(TWO + "\n", "")),
    "all deleted and one changed": Triple("x-note: 1\nevents:\n" + FLOW, e("events:\n" + FLOW, ""), e("Two", "Zwei"), 1, (
        "title: Zwei",)),
    "a field deleted and changed": Triple(BLOCK, e("  tags: [a, b]\n", ""), e("[a, b]", "[a, b, c]"), 1, ("[a, b, c]",)),
    "line ends of ours": Triple(BLOCK, e("\n", "\r\n", "One", "Uno"), e("Two", "Zwei"), e("One", "Uno", "Two", "Zwei",
        "\n", "\r\n")),
    "line ends of theirs": Triple(BLOCK, e("One", "Uno"), e("\n", "\r\n", "Two", "Zwei"), e("One", "Uno", "Two", "Zwei")),
    "byte order mark of ours": Triple(BLOCK, e("# Acme", "\ufeff# Acme", "One", "Uno"), e("Two", "Zwei"), e(
        "# Acme", "\ufeff# Acme", "One", "Uno", "Two", "Zwei")),
    "no last newline": Triple(BLOCK, e(END, END[:-1]), e("Two", "Zwei"), e(END, END[:-1], "Two", "Zwei")),
    "no last newline, and an event after it": Triple(BLOCK[:-1], e("Two", "Zwei"), e(END[:-1], END + FOUR), e(
        "Two", "Zwei", END[:-1], END + FOUR[:-1])),
    "flow": Triple(FLOW, e("One", "Uno"), e("[a, b]", "[a, b, c]"), e("One", "Uno", "[a, b]", "[a, b, c]")),
    "flow conflict": Triple(FLOW, e("One", "Uno"), e("One", "Eins"), 1, (
        "<<<<<<< ours\n- {date: 2025-01-01, title: Uno, tags: [a, b]}\n=======\n- {date: 2025-01-01, title: Eins,",)),
    "flow made a block": Triple(
        FLOW, e("- {date: 2025-02-01, title: Two}", "- date: 2025-02-01\n  title: Two\n  type: deal"),
        e("title: Two}", "title: Two, place: Rome}"),
        e("- {date: 2025-02-01, title: Two}", "- date: 2025-02-01\n  title: Two\n  type: deal\n  place: Rome")),
    "JSON": Triple(JSON, e("One", "Uno"), e("2025-01-01", "2025-01-02"), e("One", "Uno", "2025-01-01", "2025-01-02")),
    "JSON, both add": Triple(
        JSON, e('"Two"}', '"Two"},\n  {"date": "2025-03-01", "title": "A"}'),
        e('"Two"}', '"Two"},\n  {"date": "2025-03-02", "title": "B"}'),
        e('"Two"}', '"Two"},\n  {"date": "2025-03-01", "title": "A"},\n  {"date": "2025-03-02", "title": "B"}')),
    "JSON conflict": Triple(JSON, e("One", "Uno"), e("One", "Eins"), 1, ('"Uno"},\n=======',)),
    "another edition": Triple(
        FLOW + "- {date: 2022-06-01, title: PETS 2022, place: Sydney}\n",
        e("{date: 2022-06-01, title: PETS 2022, place: Sydney}", "{date: 2023-07-01, title: PETS 2023, place: Lausanne}"),
        e("2022-06-01", "2022-07-11"), 1, ("2022-07-11, title: PETS 2022", "title: PETS 2023")),
    "two events that are equal": Triple(FLOW + FLOW, e("", ""), e(FLOW + FLOW, FLOW + FLOW + "- {date: 2026, title: Z}\n"), e(
        FLOW + FLOW, FLOW + FLOW + "- {date: 2026, title: Z}\n")),
    "an empty base": Triple("", e("", FLOW), e("", FLOW.replace("Three", "Drei")), e(
        "", FLOW + "- {date: 2025-03-01, title: Drei}\n")),
    "no events before": Triple("events: []\n", e("events: []\n", "events:\n- {date: 2025, title: A}\n"), e(
        "events: []\n", "events:\n- {date: 2026, title: B}\n"), e("events: []\n",
        "events:\n- {date: 2025, title: A}\n- {date: 2026, title: B}\n")),
    "a source that is gone": Triple(
        "sources:\n  s: {title: S}\nevents:\n" + FLOW, e("sources:\n  s: {title: S}\n", ""),
        e("title: Two", "title: Two, sources: [s]"), 1, ("sources: [s]",)),
    "a text block": Triple(
        BLOCK.replace("  title: Two\n", "  title: Two\n  summary: |\n    First\n    - second\n"),
        e("    First\n", "    First line\n"), e("title: Two", "title: Zwei"),
        e("    First\n", "    First line\n", "title: Two", "title: Zwei")),
    "versions": Triple(
        BLOCK.replace(END, END + "  was:\n  - {date: 2024, known: 2023}\n"), e("known: 2023}\n",
        "known: 2023}\n  - {date: 2024-06, known: 2024-01}\n"), e("Three", "Drei"), e("known: 2023}\n",
        "known: 2023}\n  - {date: 2024-06, known: 2024-01}\n", "Three", "Drei")),
    "own keys": Triple(
        BLOCK.replace(END, END + "  x-a: {b: 1, c: 2}\n"), e("b: 1", "b: 3"), e("c: 2", "c: 4"), e("b: 1", "b: 3", "c: 2",
        "c: 4")),
    "a choice of dates": Triple(FLOW.replace("2025-02-01", "[..2025-02-01]"), e("[..2025-02-01]", "[..2025-02-02]"), e(
        "[..2025-02-01]", "[..2025-02-03]"), 1, ("[..2025-02-02]", "[..2025-02-03]")),
}  # fmt: skip


def edited(text: str, edits: Edits) -> str:
    for old, new in edits:
        if not old:
            return text + new
        assert old in text
        text = text.replace(old, new)
    return text


@pytest.mark.parametrize("name", TRIPLES)
def test_a_triple(name: str) -> None:
    base, ours, theirs, expected, holds = TRIPLES[name]
    sides = [edited(base, edits).encode() for edits in (ours, theirs)]
    found = merge("events.yaml", base.encode(), *sides, Markers())
    text = found.data.decode()
    if isinstance(expected, int):
        assert found.conflicts == expected
        assert text.count("<<<<<<< ours\n") == text.count("\n=======\n") == text.count(">>>>>>> theirs\n") >= expected
        assert not [part for part in holds if part not in text], text
    else:
        assert text == edited(base, expected)
        assert not found.conflicts


@pytest.mark.parametrize("name", TRIPLES)
def test_a_triple_the_other_way_round_has_as_many_conflicts(name: str) -> None:
    base, ours, theirs, expected, _ = TRIPLES[name]
    sides = [edited(base, edits).encode() for edits in (theirs, ours)]
    found = merge("events.yaml", base.encode(), *sides, Markers())
    assert found.conflicts == (expected if isinstance(expected, int) else 0)


@pytest.mark.parametrize(
    "theirs",
    [
        BLOCK + "<<<<<<< old\n- date: 2025\n=======\n>>>>>>> new\n",
        "events: &all\n" + FLOW,
        "a: [\n",
        '{"date": "2025", "title": "A"}\n{"date": "2026", "title": "B"}\n',
        "- date: 2025\n  title: \ud800".encode("utf-8", "surrogatepass"),
        "\x00",
    ],
)
def test_a_side_that_cannot_be_taken_apart_is_refused(theirs: str | bytes) -> None:
    data = theirs.encode() if isinstance(theirs, str) else theirs
    with pytest.raises(TimelineError):
        merge("events.yaml", BLOCK.encode(), BLOCK.replace("One", "Uno").encode(), data, Markers())


def test_notes() -> None:
    base, ours, theirs, *_ = TRIPLES["both add a title on two dates"]
    found = merge("e", base.encode(), *(edited(base, side).encode() for side in (ours, theirs)), Markers())
    assert found.notes == ("both sides added Four, on different dates; both are kept",)


def test_diff3_shows_the_base() -> None:
    sides = [BLOCK.replace("Two", word).encode() for word in ("Two", "Zwei", "Deux")]
    found = merge("e", *sides, Markers(("HEAD", "b00", "side"), 9, "diff3"))
    marks = "<<<<<<<<< HEAD\n  title: Zwei\n||||||||| b00\n  title: Two\n=========\n  title: Deux\n>>>>>>>>> side\n"
    assert found.data.decode() == BLOCK.replace("  title: Two\n", marks)
    gone = merge("e", BLOCK.encode(), BLOCK.replace(TWO, "").encode(), sides[2], Markers(style="zdiff3"))
    assert f"<<<<<<< ours\n||||||| base\n{TWO}=======\n" in gone.data.decode().replace("base\n\n", "base\n")
