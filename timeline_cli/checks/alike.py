"""Checks for names and units in different spellings, and for values split in two.

Owns: what "looks alike" means, in one pass over an index each. Does not: compare all pairs.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain, pairwise

from timeline_cli.checks.selection import Asking
from timeline_cli.diagnostics import Diagnostic, Location
from timeline_cli.fields.amounts import SCALES, format_amount, scaled
from timeline_cli.fields.hints.amounts import hint_for_amount
from timeline_cli.fields.hints.numbers import CURRENCIES
from timeline_cli.fields.hints.scales import scale_in_unit
from timeline_cli.hint import Hint
from timeline_cli.model import Event, Figure, Names, Registries
from timeline_cli.query.entities import KINDS, look_alikes
from timeline_cli.query.facts import facts_of
from timeline_cli.spelling import NearMisses
from timeline_cli.text import clean, core, counted, fold

_MOST_NAMES = 20_000  # more were not written by hand, and an index of their typos would need much memory

# Names.

_GROUP = re.compile(r"\b(group|holdings?)\b")


def spellings(asking: Asking) -> Iterator[Diagnostic]:
    """Companies, people, tags and metrics that events spell in two ways, at least one of them unregistered."""
    for kind in ("companies", "people", "tags", "metrics"):
        registry: Names = getattr(asking.timeline.registries, kind, _NO_NAMES)
        names_of = KINDS[kind].names_of
        names = dict.fromkeys(chain(chain.from_iterable(map(names_of, asking.events)), registry.entities))
        look = look_alikes if kind in Registries._fields else _same_words
        alike = look(names) if len(names) <= _MOST_NAMES else {}
        used: dict[str, list[Event]] = {}
        for event in asking.events if alike else ():
            for name in dict.fromkeys(names_of(event)):
                used.setdefault(name, []).append(event)
        for name, others in alike.items():
            if name in used and name not in registry:
                other = _other_spelling(name, others, used, registry, may_meet=kind == "metrics")
                # Series take metrics in any letter case as one.
                if other is not None and (kind != "metrics" or fold(other) != fold(name)):
                    yield _spelled_twice(asking, kind, name, other, used)


_NO_NAMES = Names({}, {})


def _same_words(words: Iterable[str]) -> dict[str, list[str]]:
    """For each word, the others that differ only in case, punctuation or a plural s."""
    groups: dict[str, list[str]] = {}
    for word in words:
        key = core(word)
        is_plural = len(key) > 4 and key[-1] == "s" != key[-2]
        groups.setdefault(key[:-1] if is_plural else key, []).append(word)
    return {
        word: [other for other in group if other != word]
        for group in groups.values()
        if len(group) > 1
        for word in group
    }


def _other_spelling(
    name: str, others: Iterable[str], used: dict[str, list[Event]], registry: Names, may_meet: bool
) -> str | None:
    """The better known spelling of a name: the registered one, else the more frequent, else the earlier.

    Two names in one event are different, unless they `may_meet`.
    """
    in_use = [each for each in (name, *others) if each in used]
    by_place = sorted(in_use, key=lambda each: (used[each][0].file, used[each][0].line, each), reverse=True)

    def rank(each: str) -> tuple[bool, int, int]:
        return each in registry, len(used.get(each, ())), by_place.index(each) if each in used else 0

    best = max(others, key=rank)
    mine, theirs = used[name], used.get(best, [])
    if rank(best) < rank(name) or bool(_GROUP.search(fold(name))) != bool(_GROUP.search(fold(best))):
        return None  # reported at the other one; or a group and its company
    if _is_slip(name, best) and (best in registry or (len(mine) > 1 and len(theirs) < 4 * len(mine))):
        return None  # a near miss of a registered name is reported at its place; two names as frequent are two names
    if may_meet or fold(name) == fold(best):
        return best
    together = {id(event) for event in theirs}
    return None if any(id(event) in together for event in mine) else best


def _is_slip(name: str, other: str) -> bool:
    return core(name) != core(other) and NearMisses([other]).find(name) is not None


def _spelled_twice(asking: Asking, kind: str, name: str, other: str, used: dict[str, list[Event]]) -> Diagnostic:
    mine, theirs = used[name], used.get(other, [])
    count = counted(len(theirs), "event") if theirs else "the registry"
    same_look = "; they differ in characters that look the same" if clean(name) == clean(other) else ""
    related: tuple[tuple[Location, str], ...] = ()
    if theirs:
        related = ((_place(asking, theirs[0], kind, other), "the other spelling"),)
    two = f", or declare both under {kind}: if they are different" if kind in Registries._fields else ""
    return Diagnostic(
        "W304",
        f"{name} may be the same as {other} (in {count})" + same_look,
        _place(asking, mine[0], kind, name),
        Hint(f"write {other}{two}"),
        related,
    )


def _place(asking: Asking, event: Event, kind: str, name: str) -> Location:
    if kind != "metrics":
        return asking.places.of_name(event, kind, name)
    number = next(number for number, figure in enumerate(event.figures) if figure.metric == name)
    return asking.places.of(event, "figures", number, "metric")


def joined_names(asking: Asking) -> Iterator[Diagnostic]:
    """A quoted "Acme, Brit" in a list, where events or registries have both as names."""
    told = {problem.location for problem in asking.timeline.diagnostics if problem.code == "W204"}
    for kind in ("companies", "people", "tags"):
        known = facts_of(asking.timeline).words(KINDS[kind].singular)
        registry: Names = getattr(asking.timeline.registries, kind, _NO_NAMES)
        parts_of = {name: re.split(", ?", name) for name in known if "," in name and name not in registry}
        joined = {name: parts for name, parts in parts_of.items() if all(p in known or p in registry for p in parts)}
        for event in asking.events if joined else ():
            for name in KINDS[kind].names_of(event):
                if name in joined:
                    place = asking.places.of_name(event, kind, name)
                    if place not in told:
                        hint = Hint(f"write a list: [{', '.join(joined[name])}]")
                        yield Diagnostic("W204", "several names in one value are read as one name", place, hint)


# Figures, and numbers that a comma split.


def units(asking: Asking) -> Iterator[Diagnostic]:
    """Figures of one metric of one company in a less common unit; each unit is reported once."""
    used = {(figure.metric, figure.unit) for event in asking.events for figure in event.figures}
    count = Counter(metric for metric, _ in {(fold(metric), unit) for metric, unit in used})
    mixed = {metric for metric, units in count.items() if units > 1}
    found: dict[tuple[str, tuple[str, ...]], dict[str | None, list[tuple[Event, int]]]] = {}
    for event in asking.events if mixed else ():
        for number, figure in enumerate(event.figures):
            if fold(figure.metric) not in mixed:
                continue
            owner = (figure.company,) if figure.company else tuple(sorted({role.name for role in event.companies}))
            series = found.setdefault((fold(figure.metric), owner), {})
            series.setdefault(figure.unit, []).append((event, number))
    for by_unit in found.values():
        if len(by_unit) < 2:
            continue
        usual = max(by_unit, key=lambda unit: len(by_unit[unit]))
        for unit, places in by_unit.items():
            if unit != usual:
                yield _other_unit(asking, unit, usual, places[0], by_unit[usual][0])


def _other_unit(
    asking: Asking, unit: str | None, usual: str | None, odd: tuple[Event, int], other: tuple[Event, int]
) -> Diagnostic:
    event, number = odd
    key = "unit" if unit is not None else "value"
    hint = "use one unit per metric; put amounts that the source converts under converted:"
    code = CURRENCIES.get(unit or "", unit)
    if code is not None and code == CURRENCIES.get(usual or "", usual):
        hint = f"both are {code}: write unit: {code}"
    return Diagnostic(
        "W305",
        f"{event.figures[number].metric} is in {unit or 'no unit'} here, but in {usual or 'no unit'} elsewhere",
        asking.places.of(event, "figures", number, key),
        Hint(hint),
        ((asking.places.of(other[0], "figures", other[1], "unit"), "elsewhere"),),
    )


def scales(asking: Asking) -> Iterator[Diagnostic]:
    """Units that contain a scale: 44 with the unit billion USD is read as 44. Parts per million is not a scale."""
    for event in asking.events:
        for number, figure in enumerate(event.figures):
            found = scale_in_unit(figure.unit) if figure.unit else None
            if found is not None:
                # In the short form, the value and the unit are one text.
                value, unit = (asking.places.of(event, "figures", number, key) for key in ("value", "unit"))
                yield Diagnostic(
                    "W306",
                    f"{figure.unit} contains a scale, which is not applied to the value",
                    unit,
                    _hint_for_scale(figure, *found, in_short=value == unit),
                )


def _hint_for_scale(figure: Figure, unit: str, power: int | None, in_short: bool) -> Hint:
    """The hint; a value as large as the scale already includes it: 980 million with the unit EUR m."""
    amount = figure.amount
    number = amount.low if amount.high is None else amount.high
    if unit and number is not None and abs(number) >= 10 ** (power or 9):
        return Hint(f"write {'' if in_short else 'unit: '}{unit} alone if the value already includes the scale")
    if in_short:
        return hint_for_amount(f"{format_amount(amount)} {figure.unit}", in_short=True)
    if power is None:
        return Hint("write the value with its scale in English, and the unit alone")
    scale = next((scale for scale, digits in SCALES.items() if digits == power), None)
    written = f"{format_amount(amount)} {scale}" if scale else format_amount(scaled(amount, power))
    return Hint(f"write value: {written}" + (f", and unit: {CURRENCIES.get(unit, unit)}" if unit else ""))


def split_numbers(asking: Asking) -> Iterator[Diagnostic]:
    """A number that a comma split in a list: [over 140,000 cars] is the words "over 140" and "000 cars"."""
    for event in asking.events:
        for number, (word, after) in enumerate(pairwise(event.tags)):
            if re.search(r"(?:^|\s)\d{1,3}$", word) and re.match(r"\d{3}(?:\s|$)", after):
                message, hint = (
                    f"the comma makes {after} a separate word",
                    f'quote a number with a comma: "{word},{after}"',
                )
                yield asking.problem("W204", event, ("tags", number + 1), message, hint)
