"""Events as a line each: date, symbol, title, what qualifies it.

Owns: this form, for every view. Refuses: to cut a date or a mark — they take room from the title, and where they
leave too little they have a line of their own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from timeline_cli.console import Line, Screen, linked
from timeline_cli.dates.labels import label
from timeline_cli.model import Entry, Registries
from timeline_cli.text import clean, fit, width, wrap
from timeline_cli.views.words import address, date_style, marks, plain, symbol

_LEAST_TITLE = 16


def brief(
    entries: Sequence[Entry],
    registries: Registries,
    screen: Screen,
    least_label: int,
    notes: Mapping[str, str] | None = None,
    heading: tuple[int | None, int | None] = (None, None),
    dimmed: bool = True,
) -> Iterator[Line]:
    """The lines; `notes` by id are added to the marks, and what the `heading` of year and month says is left out."""
    said = [plain(label(entry.event.date, *heading), screen.ascii) for entry in entries]
    # Dates that would leave titles no room have a line of their own, and do not widen the column.
    most = max(screen.width // 2 - 4, least_label)
    column = max([least_label, *(size for size in map(width, said) if size <= most)])
    for text, entry in zip(said, entries, strict=True):
        sign, colour = symbol(entry, registries, screen.ascii)
        is_dim = dimmed or bool(entry.superseded_by)
        style = "dim" if is_dim else date_style(entry)
        if width(text) > column:
            yield from ([(row, style)] for row in wrap(text, screen.width))
            text = ""
        found = marks(entry, brief=True)
        qualified = (f"  [{', '.join(found)}]" if found else "") + f"  {(notes or {}).get(entry.event.id, '')}".rstrip()
        space = " " * (column - width(text))
        room = screen.width - column - 4
        below: list[str] = []
        if room - width(qualified) < _LEAST_TITLE:
            qualified, below = "", wrap(qualified.strip(), room)
        title = fit(clean(entry.event.title), room - width(qualified), "..." if screen.ascii else "…")
        yield [
            (space, ""),
            (text, style),
            ("  ", ""),
            (sign, "dim" if is_dim else colour),
            (" ", ""),
            (linked(title, address(entry)), "dim" if is_dim else ""),
            (qualified, "dim" if is_dim else "mark"),
        ]
        yield from ([(" " * (column + 4) + row, "dim" if is_dim else "mark")] for row in below)
