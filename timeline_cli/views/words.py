"""Words that all views share about an entry: who, where, how certain, and its symbol.

Owns: meta lines, symbols, the footer. Does not: lay out a view.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from timeline_cli.console import Line, Screen, linked
from timeline_cli.dates.calendar import Precision, iso
from timeline_cli.dates.labels import offsets
from timeline_cli.event_types import PLAIN
from timeline_cli.fields.words import marks
from timeline_cli.model import Entry, Registries, Role
from timeline_cli.query.entries import each_date
from timeline_cli.query.select import Answer
from timeline_cli.text import clean, counted, fit, listed, width
from timeline_cli.views.forest import Branch
from timeline_cli.wrapping import wrap

_DASHES = str.maketrans({"–": "-", "·": "-", "…": ".", "│": "|", "─": "-", "◦": "o", "≈": "~",
    "↦": ">", "⇥": "<", "┼": "+", "╪": "+", "═": "=", "├": "|", "└": "`", "▪": "*", "—": "-", "→": ">",
    "━": "=", "┄": ".", "┥": "]", "◀": "<", "▶": ">", "┤": "|", "┬": "+", "▼": "v", "╎": ":",
    "−": "-", "▲": "^", "×": "x"})  # fmt: skip


def plain(text: str, ascii: bool) -> str:
    """One of our ornaments or labels, in ASCII under --ascii."""
    return text.translate(_DASHES) if ascii else text


def symbol(entry: Entry, registries: Registries, ascii: bool) -> tuple[str, str]:
    """The symbol of the entry's type, with its colour."""
    return sign_of(entry.event.type, registries, ascii)


def sign_of(name: str | None, registries: Registries, ascii: bool) -> tuple[str, str]:
    """The symbol of a type, with its colour; an undeclared type has the plain one."""
    row = registries.types.get(name or "", PLAIN)
    return (row.ascii if ascii else row.symbol), row.colour


def who_and_where(entry: Entry, ascii: bool) -> str:
    """People · companies · place, each list with its roles."""
    event = entry.event
    parts = [with_roles(event.people), with_roles(event.companies), clean(event.place or "")]
    return plain(" · ", ascii).join(part for part in parts if part)


_LONGEST_OTHER = 20  # title of an event that another one names


def with_roles(roles: tuple[Role, ...]) -> str:
    """Names, each with its role in brackets."""
    return listed([f"{role.name} ({role.role})" if role.role else role.name for role in roles])


def date_style(entry: Entry) -> str:
    """The style of a date, which differs if it is less precise than a day."""
    when = entry.event.date
    exact = when.kind != "choice" and not when.approximate and not when.uncertain
    return "dim" if exact and when.precision is not None and when.precision <= Precision.DAY else "vague"


def has_offsets(answer: Answer) -> bool:
    """Whether times of day are told with more than one offset from UTC, so that each has to be said."""
    listed = [*(group.entries for group in answer.groups), answer.background]
    return len({offset for entries in listed for when in each_date(entries) for offset in offsets(when)}) > 1


def address(entry: Entry) -> str:
    """The link of the first source that has one; empty for none."""
    return next((source.url for source in entry.event.sources if source.url), "")


def linked_to(entry: Entry, kind: str, shown: str, by_id: Mapping[str, Entry], answer: Answer, ascii: bool) -> str:
    """The events of the answer (`by_id`) that it links to, by sign and title; not that below which it is `shown`."""
    named = []
    for target in getattr(entry.event, kind):
        other = by_id.get(target) if target != shown else None
        if other is not None:
            title = fit(clean(other.event.title), _LONGEST_OTHER, "..." if ascii else "…")
            named.append(f"{symbol(other, answer.registries, ascii)[0]} {title}")
    return ", ".join(named)


def branches(branch: Branch, most: int, ascii: bool) -> tuple[str, str]:
    """The prefix of an entry below another, and of its further lines; at most `most` levels."""
    *above, more = branch.more[-most:] or (False,)
    if not branch.more:
        return "", ""
    before = "".join("│ " if each else "  " for each in above)
    return plain(before + ("├ " if more else "└ "), ascii), plain(before + ("│ " if more else "  "), ascii)


def titled(
    entry: Entry,
    columns: int,
    ascii: bool,
    more: str = "",
    links: Sequence[str] = (),
    dimmed: bool = False,
    *,
    inline: bool = False,
    title: str | None = None,
    notes: Sequence[str] | None = None,
    details: Sequence[str] | None = None,
) -> Iterator[Line]:
    """Rows of at most `columns`: the title, which links to a source, the marks and `more`, who, where and `links`.

    The marks follow the title where its last row has room for all of them, else they begin the row of the details.
    With `inline`, details follow the title as well where all is one row. `title`, `notes` and `details` replace the
    cleaned title of the entry, its marks, and who and where.
    """
    style = "dim" if dimmed else "title"
    notes, dot = marks(entry, brief=True) if notes is None else notes, plain(" · ", ascii)
    beside = "  ".join(part for part in (f"[{', '.join(notes)}]" if notes else "", more) if part)
    said = [part for part in [*([who_and_where(entry, ascii)] if details is None else details), *links] if part]
    *rows, last = wrap(clean(entry.event.title) if title is None else title, columns)
    url = partial(address, entry)
    yield from ([(linked(row, url), style)] for row in rows)
    end: Line = [(linked(last, url), style)]
    fits = not beside or width(last) + 2 + width(beside) <= columns
    if beside and fits:
        end.append((f"  {beside}", "mark"))
    below = dot.join(said)
    if inline and fits and not rows and below and sum(width(text) for text, _ in end) + width(dot + below) <= columns:
        end.append((dot + below, "dim"))
        below = ""
    yield end
    state = "" if fits else ", ".join([*notes, *([more] if more else [])])
    yield from _details(state, dot if state and below else "", below, columns)


def _details(state: str, dot: str, below: str, columns: int) -> Iterator[Line]:
    """Wrapped as one text, in which the state has its own style."""
    left = len(state)
    for row in wrap(state + dot + below, columns):
        marked = min(left, len(row))
        left -= marked + (1 if left > marked else 0)
        parts = [(row[:marked], "mark"), (row[marked:], "dim")]
        if row:
            yield [part for part in parts if part[0]]


def footer(answer: Answer, screen: Screen) -> Iterator[Line]:
    """How many of how many events match, and how many of them may match."""
    shown = answer.shown
    total = counted(answer.total, "event")
    if answer.as_of is not None:
        total += f" known by {iso(answer.as_of)}"
    text = total if answer.matched == answer.total else f"{answer.matched:,} of {total}"
    if answer.possible:
        text += f", {answer.possible:,} of them may match"
    if shown < answer.matched:
        text += f"; {shown:,} shown"
    if answer.matched:
        yield []
    yield from ([(row, "dim")] for row in wrap(text, screen.width))
