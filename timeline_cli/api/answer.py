"""The answer to a question: events and figures, as Python values, records or pandas.

Owns: Answer, Figures. Does not: leave anything out without a note.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from html import escape
from typing import TYPE_CHECKING, overload

from timeline_cli.api.errors import public_errors
from timeline_cli.api.event import Event, Record, event_of, plain, record_of
from timeline_cli.dates.labels import label
from timeline_cli.exports.figures import rows
from timeline_cli.model import Entry
from timeline_cli.query import select
from timeline_cli.query.figures import Found
from timeline_cli.text import clean, counted

if TYPE_CHECKING:
    import pandas

_MOST_IN_NOTEBOOK = 60


class Answer(Sequence[Event]):
    """The events that answer a question, in order; those that only run through its dates are last."""

    def __init__(self, answer: select.Answer, left_out: str, find_figures: Callable[[], Found]) -> None:
        self._answer = answer
        self._entries = answer.entries
        self._left_out = left_out
        self._find_figures = find_figures

    @property
    def reading(self) -> str:
        """How the question was read; empty if there was none."""
        return self._answer.reading

    @property
    def notes(self) -> tuple[str, ...]:
        """What is to be known of the answer: values that no event has, and events with errors, which it leaves out."""
        limited = self._answer.matched - len(self._entries)
        of_limit = (f"limit: {counted(limited, 'more event')}",) if limited else ()
        return (*self._answer.notes, *of_limit, *((self._left_out,) if self._left_out else ()))

    @cached_property
    def figures(self) -> Figures:
        """The figures of these events, compared with the others of their series as `timeline figures` does."""
        with public_errors():
            return Figures(self._find_figures())

    def to_records(self) -> list[Record]:
        """The objects of `timeline show --json`; numbers are int or Decimal."""
        with public_errors():
            return [record_of(entry) for entry in self._entries]

    def to_pandas(self) -> pandas.DataFrame:
        """One row per event, with the same columns and types for every answer.

        Bounds are datetime64[s], names and tags lists, figures and sources lists of dicts. Requires pandas.
        """
        from timeline_cli.api.frames import events

        return events(self.to_records())

    @overload
    def __getitem__(self, index: int) -> Event: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Event]: ...

    def __getitem__(self, index: int | slice) -> Event | Sequence[Event]:
        with public_errors():
            if isinstance(index, slice):
                return [event_of(entry) for entry in self._entries[index]]
            return event_of(self._entries[index])

    def __len__(self) -> int:
        return len(self._entries)

    def __iter__(self) -> Iterator[Event]:
        with public_errors():
            yield from map(event_of, self._entries)

    def __repr__(self) -> str:
        reading = f": {clean(self.reading)}" if self.reading else ""
        return f"<Answer of {counted(len(self), 'event')}{reading}>"

    def _repr_html_(self) -> str:
        """A table for notebooks: the reading, the first events, and what is not shown."""
        shown = self._entries[:_MOST_IN_NOTEBOOK]
        more = len(self) - len(shown)
        lines = [self.reading, *self.notes, *([f"{more:,} more, not shown"] if more else [])]
        with public_errors():
            rows = "".join(map(_row, shown))
        remarks = "".join(f"<p>{_text(line)}</p>" for line in lines if line)
        head = "<thead><tr><th>date</th><th>event</th><th>companies</th><th>state</th></tr></thead>"
        return f"<table>{head}<tbody>{rows}</tbody></table><p>{counted(len(self), 'event')}</p>{remarks}"


class Figures(Sequence[Record]):
    """The figures that answer a question, series by series, as the objects of `timeline figures --json`."""

    def __init__(self, found: Found) -> None:
        self._rows = [plain(row) for row in rows(found)]
        self.reading = found.reading
        self.notes = found.notes

    def to_records(self) -> list[Record]:
        """The objects of `timeline figures --json`; numbers are int or Decimal."""
        return list(self._rows)

    def to_pandas(self, exact: bool = False) -> pandas.DataFrame:
        """One row per figure, with the same columns for every answer. Requires pandas.

        Numbers are float64, or with `exact` the int or Decimal that the source gives; a range is NaN (see low, high).
        """
        from timeline_cli.api.frames import figures

        return figures(self._rows, exact)

    @overload
    def __getitem__(self, index: int) -> Record: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Record]: ...

    def __getitem__(self, index: int | slice) -> Record | Sequence[Record]:
        return self._rows[index]

    def __len__(self) -> int:
        return len(self._rows)

    def __repr__(self) -> str:
        return f"<Figures: {counted(len(self), 'figure')}>"


def _row(entry: Entry) -> str:
    event = entry.event
    names = ", ".join(role.name for role in event.companies)
    doubt = ", ".join(filter(None, (entry.state, event.certainty, entry.match if entry.match == "possible" else None)))
    cells = (label(event.date), event.title, names, doubt)
    return f"<tr>{''.join(f'<td>{_text(cell)}</td>' for cell in cells)}</tr>"


def _text(text: str) -> str:
    return escape(clean(text))
