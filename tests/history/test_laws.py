"""Laws of merging: random edits on both sides of a random file."""

from __future__ import annotations

import copy
import random
from typing import Any

import yaml
from hypothesis import given
from hypothesis import strategies as st

from timeline_cli.history.lines import Markers
from timeline_cli.history.merge import merge
from timeline_cli.history.problems import new_errors

WORDS = ["alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta"]
SCALARS = ("date", "title", "type", "place", "status", "summary")
VALUES: dict[str, list[str]] = {
    "type": ["deal", "launch", "forum"], "place": ["Rome", "Bern", "Oslo"], "status": ["occurred", "scheduled"],
    "summary": ["One line.", "Another: line", "it's # quoted"],
}  # fmt: skip


class Model:
    """A file as its author sees it: events with fields and comments, in an order, and how each is written."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.events = [self.event(f"e{number}") for number in range(chance.randint(0, 6))]
        self.names: dict[str, list[str]] = {"Acme": ["AC"], "Bee": []}
        self.column = chance.choice([0, 0, 2])
        self.newline = chance.choice(["\n", "\n", "\r\n"])

    def event(self, name: str) -> dict[str, Any]:
        chance = self.chance
        found: dict[str, Any] = {"id": name, "date": f"20{chance.randint(10, 30)}", "title": self.title()}
        for key in ("type", "place", "status", "summary"):
            if chance.random() < 0.4:
                found[key] = chance.choice(VALUES[key])
        if chance.random() < 0.6:
            found["tags"] = chance.sample(WORDS, chance.randint(1, 4))
        if chance.random() < 0.5:
            found["companies"] = chance.sample(["Acme", "Bee", "Cat", "Dog"], chance.randint(1, 3))
        found["#"] = {}
        found["style"] = chance.choice(["block", "block", "flow"])
        return found

    def title(self) -> str:
        return " ".join(self.chance.sample(WORDS, 3)) + self.chance.choice(["", "'s", ": more", " #1"])

    def edit(self, side: str) -> Model:
        """Another version, with some edits that have the side's name in them."""
        new = copy.deepcopy(self)
        chance = new.chance = random.Random(self.chance.random())
        for number in range(chance.randint(0, 4)):
            kind = chance.choice(
                ["add", "delete", "scalar", "scalar", "tag", "untag", "comment", "swap", "style", "alias"]
            )
            if kind == "add":
                new.events.insert(chance.randint(0, len(new.events)), new.event(f"{side}{number}"))
            elif kind == "alias":
                new.names[chance.choice(["Acme", "Bee"])].append(f"{side}{number}")
            elif new.events:
                event = chance.choice(new.events)
                if kind == "delete":
                    new.events.remove(event)
                elif kind == "scalar":
                    key = chance.choice(SCALARS)
                    choices = {"title": [self.title()], "date": [f"20{chance.randint(31, 60)}"], **VALUES}[key]
                    event[key] = chance.choice(choices)
                elif kind == "tag":
                    event.setdefault("tags", []).append(f"{side}{number}")
                elif kind == "untag" and len(event.get("tags", [])) > 1:
                    event["tags"].remove(chance.choice(event["tags"]))
                elif kind == "comment" and event["style"] == "block":
                    event["#"].setdefault(chance.choice(["title", "date", ""]), f"# {side} says {number}")
                elif kind == "swap":
                    new.events.remove(event)
                    new.events.insert(chance.randint(0, len(new.events)), event)
                elif kind == "style":
                    event["style"] = chance.choice(["block", "flow"]) if not event["#"] else "block"
        return new

    def text(self) -> str:
        names = "".join(f"  {name}: {{aliases: [{', '.join(listed)}]}}\n" for name, listed in self.names.items())
        body = "".join(self.one(event) for event in self.events)
        text = f"# a file\ncompanies:\n{names}" + (f"events:\n{body}" if body else "")
        return text.replace("\n", self.newline)

    def one(self, event: dict[str, Any]) -> str:
        lead = f"{' ' * self.column}{event['#']['']}\n" if "" in event["#"] else ""
        pairs = {key: value for key, value in event.items() if key not in ("#", "style")}
        written = {key: f"[{', '.join(v)}]" if isinstance(v, list) else self.scalar(v) for key, v in pairs.items()}
        if event["style"] == "flow":
            return lead + " " * self.column + "- {" + ", ".join(f"{k}: {v}" for k, v in written.items()) + "}\n"
        lines = [f"{k}: {v}{'  ' + event['#'][k] if k in event['#'] else ''}\n" for k, v in written.items()]
        return lead + " " * self.column + "- " + (" " * (self.column + 2)).join(lines)

    @staticmethod
    def scalar(value: str) -> str:
        return value if value.isalnum() else "'" + value.replace("'", "''") + "'"


def plain(event: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in event.items() if key not in ("#", "style") and value != []}


def by_id(model: Model) -> dict[str, dict[str, Any]]:
    return {event["id"]: event for event in model.events}


def is_contested(base: Model, ours: Model, theirs: Model) -> bool:
    """Whether both sides changed the same scalar differently, or one deleted what the other changed."""
    old, one, other = by_id(base), by_id(ours), by_id(theirs)
    for name, event in old.items():
        mine, yours = one.get(name), other.get(name)
        if mine is None and yours is None:
            continue
        if mine is None or yours is None:
            kept = mine or yours
            assert kept is not None
            if plain(kept) != plain(event) or kept["#"] != event["#"]:
                return True
            continue
        for key in SCALARS:
            first, second, third = mine.get(key), event.get(key), yours.get(key)
            if first != third and second not in (first, third):
                return True
    return False


@given(st.integers(0, 2**32))
def test_a_merge_has_what_each_side_changed(seed: int) -> None:
    base = Model(random.Random(seed))
    ours, theirs = base.edit("o"), base.edit("t")
    texts = [model.text() for model in (base, ours, theirs)]
    found = merge("events.yaml", *(text.encode() for text in texts), Markers())
    text = found.data.decode()
    assert not is_contested(base, ours, theirs) or found.conflicts
    assert ("<<<<<<<" in text) == bool(found.conflicts)
    for model in (ours, theirs):
        for event in model.events:
            for key, comment in event["#"].items():
                if by_id(base).get(event["id"], {"#": {}})["#"].get(key) != comment:
                    assert comment in text
    # An event that nobody touched has the lines that it had.
    for event in base.events:
        same = [by_id(model).get(event["id"]) for model in (ours, theirs)]
        if all(other == event for other in same):
            assert base.one(event).replace("\n", ours.newline) in text
    if found.conflicts:
        return
    assert not new_errors("events.yaml", text, texts[1:])
    events = (yaml.load(text, Loader=yaml.BaseLoader) or {}).get("events") or []
    ids = [event["id"] for event in events]
    assert len(set(ids)) == len(ids)
    check_events({event["id"]: event for event in events}, *map(by_id, (base, ours, theirs)))


def check_events(found: dict[str, Any], old: dict[str, Any], one: dict[str, Any], other: dict[str, Any]) -> None:
    """Whether the events are those of a merge by field."""
    added = (one.keys() | other.keys()) - old.keys()
    kept = {name for name in old if name in one and name in other}
    assert found.keys() == added | kept
    for name in added:
        assert found[name] == plain(one.get(name) or other[name])
    for name in kept:
        for key in SCALARS:
            first, second, third = (side[name].get(key) for side in (one, old, other))
            assert found[name].get(key) == (third if first == second else first)
        for key in ("tags", "companies"):
            first, second, third = (set(side[name].get(key, [])) for side in (one, old, other))
            expected = ((first | third) - (second - first)) - (second - third)
            assert set(found[name].get(key, [])) == expected


@given(st.integers(0, 2**32))
def test_a_side_that_changed_nothing_adds_nothing(seed: int) -> None:
    base = Model(random.Random(seed))
    ours = base.edit("o").text().encode()
    old = base.text().encode()
    assert merge("events.yaml", old, ours, old, Markers()).data == ours
    assert merge("events.yaml", old, old, ours, Markers()).data == ours
    assert merge("events.yaml", old, ours, ours, Markers()).data == ours
