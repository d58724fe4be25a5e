"""One line per event: date, symbol, title and marks.

Owns: this form, for every view. Does not: cut a date or a mark: they take room from the title, and move to another
line if they leave too little, unless each event has to be one line.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from timeline_cli.console import Line, Screen, linked
from timeline_cli.dates.labels import label
from timeline_cli.fields.words import marks
from timeline_cli.model import Entry, Registries
from timeline_cli.query.entries import dates_of, streamed
from timeline_cli.text import clean, fit, width
from timeline_cli.views.words import address, date_style, plain, symbol
from timeline_cli.wrapping import wrap

_LEAST_TITLE = 16


def brief(
    entries: Sequence[Entry],
    registries: Registries,
    screen: Screen,
    least_label: int,
    notes: Mapping[str, str] | None = None,
    heading: tuple[int | None, int | None] = (None, None),
    strict: bool = False,
    offset: bool = True,
) -> Iterator[Line]:
    """The lines; adds `notes` by id to the marks, and omits what the `heading` of year and month says.

    Without `offset`, times of day do not say how far they are from UTC. With `strict`, each event is one line whatever
    its width, for scripts that count lines; else all are dimmed.
    """
    said = [plain(label(when, *heading, offset), screen.ascii) for when in dates_of(entries)]
    # Dates that would leave no room for titles get another line, and do not widen the column.
    most = max(screen.width // 2 - 4, least_label)
    column = max([least_label, *(size for size in map(width, said) if size <= most)])
    for text, entry in zip(said, streamed(entries), strict=True):
        sign, colour = symbol(entry, registries, screen.ascii)
        is_dim = not strict or bool(entry.superseded_by)
        style = "dim" if is_dim else date_style(entry)
        if width(text) > column and not strict:
            yield from ([(row, style)] for row in wrap(text, screen.width))
            text = ""
        found = marks(entry, brief=True)
        qualified = (f"  [{', '.join(found)}]" if found else "") + f"  {(notes or {}).get(entry.event.id, '')}".rstrip()
        space = " " * (column - width(text))
        room = screen.width - width(space + text) - 4
        below: list[str] = []
        if room - width(qualified) < _LEAST_TITLE and not strict:
            qualified, below = "", wrap(qualified.strip(), room)
        title = fit(
            clean(entry.event.title), max(room - width(qualified), _LEAST_TITLE), "..." if screen.ascii else "…"
        )
        yield [
            (space, ""),
            (text, style),
            ("  ", ""),
            (sign, "dim" if is_dim else colour),
            (" ", ""),
            (linked(title, partial(address, entry)), "dim" if is_dim else ""),
            (qualified, "dim" if is_dim else "mark"),
        ]
        yield from ([(" " * (column + 4) + row, "dim" if is_dim else "mark")] for row in below)
        entry.event.forget()
