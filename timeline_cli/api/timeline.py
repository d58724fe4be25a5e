"""A loaded timeline, which answers questions.

Owns: load, Timeline, Problem. Does not: read the clock after loading, or print.
"""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable, Iterator
from functools import cached_property, partial
from typing import NamedTuple, TypeVar

from timeline_cli import model
from timeline_cli.api.answer import Answer
from timeline_cli.api.errors import QueryError, public_errors
from timeline_cli.api.event import Event
from timeline_cli.checks import check
from timeline_cli.checks.selection import Selection
from timeline_cli.checks.texts import Texts
from timeline_cli.diagnostics import CODES, Diagnostic
from timeline_cli.errors import IndexDamaged, NothingToRead
from timeline_cli.index.choose import read
from timeline_cli.query.figures import Found, figures
from timeline_cli.query.question import Question, read_period_on
from timeline_cli.query.select import select
from timeline_cli.text import clean, counted

_Found = TypeVar("_Found")
Day = str | datetime.date


class Problem(NamedTuple):
    """One problem of a file, as `timeline check` reports it; `line` and `column` count from 1."""

    code: str
    name: str
    severity: str
    message: str
    hint: str
    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: {self.severity}[{self.code}]: {self.message}"


def load(*files: str | os.PathLike[str], today: Day | None = None, index: bool = False) -> Timeline:
    """Load the events of files or folders; without any, those that the command would read here.

    `today` is a day such as "2025-03-24" and stays the same; without it, it is the clock's day now. `index=True`
    asks large files through their index: faster, but while the timeline lives, no command can renew that index.
    Raises FileError if no file could be opened, QueryError for `today`.
    """
    with public_errors():
        return Timeline(tuple(os.fspath(file) for file in files), _day(today, "today"), index)


class Timeline:
    """The events of some files, as they were when they were loaded, and `today`, on which questions depend."""

    def __init__(self, files: tuple[str, ...], today: datetime.date, index: bool) -> None:
        self.today = today
        self._named = files
        self._timeline = read(files, index)
        closed = [problem for problem in self._timeline.errors() if problem.code in ("E001", "E002")]
        if closed and len({problem.location.file for problem in closed}) == len(self._timeline.files):
            raise NothingToRead(f"{closed[0].location.file}: {closed[0].message}", closed[0].hint)

    def ask(
        self,
        question: str = "",
        *,
        match: str = "possibly",
        exact: bool = False,
        as_of: Day | None = None,
        all_versions: bool = False,
        sort: str = "date",
        reverse: bool = False,
        limit: int | None = None,
    ) -> Answer:
        """The events that answer a question in the words of the command: "company:samsung last quarter".

        The other arguments are the options of `timeline show`. Raises QueryError.
        """
        known_on = None if as_of is None else _day(as_of, "as_of")
        if not isinstance(question, str):
            raise QueryError(f"{question!r} is not a question", 'write it as one text: "company:samsung 2024"')
        if limit is not None and (not isinstance(limit, int) or limit < 0):
            raise QueryError(f"limit={limit!r} is not a number of events", "write a number from 0")
        asked = Question(
            today=self.today.toordinal(),
            read_period=read_period_on(known_on or self.today),
            # A leading space: all of it is a query, never one argument of a shell, such as a name with spaces.
            words=(f" {question}",) if question.strip() else (),
            mode=match,
            exact=exact,
            as_of=known_on.toordinal() if known_on else None,
            all_versions=all_versions,
            sort=sort,
            reverse=reverse,
            limit=limit,
        )
        with public_errors():
            answer = self._find(lambda timeline: select(timeline, asked))
        # No local function, so that an answer can be pickled.
        return Answer(answer, self._left_out, partial(self._figures, asked))

    def _figures(self, asked: Question) -> Found:
        return self._find(lambda timeline: figures(timeline, asked))

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """All problems of the files, as `timeline check` reports them."""
        with public_errors():
            found = self._find(lambda one: check(one, self.today.toordinal(), Selection(), Texts(one)))
        return tuple(map(_problem, found))

    @property
    def files(self) -> tuple[str, ...]:
        """The files that were read."""
        return self._timeline.files

    def __len__(self) -> int:
        return len(self._timeline.events)

    def __iter__(self) -> Iterator[Event]:
        return iter(self.ask())

    def __repr__(self) -> str:
        left_out = f", {self._left_out}" if self._left_out else ""
        files = clean(", ".join(self.files))
        return f"<Timeline of {files}: {counted(len(self), 'event')}{left_out}, today {self.today}>"

    @property
    def _left_out(self) -> str:
        """What no answer has, since the files have errors."""
        broken, unread = self._timeline.broken, self._timeline.unread
        parts = [counted(broken, "broken event")] if broken else []
        parts += [f"{file} from line {line} on" for file, line in unread]
        return f"left out: {' and '.join(parts)}; see .problems" if parts else ""

    def _find(self, ask: Callable[[model.Timeline], _Found]) -> _Found:
        """What `ask` finds; if the index turns out to be damaged, in the files themselves."""
        try:
            return ask(self._timeline)
        except IndexDamaged:
            self._timeline = read(self._named, with_index=False)
            return ask(self._timeline)


def _day(value: Day | None, name: str) -> datetime.date:
    if value is None:
        return datetime.date.today()
    if isinstance(value, datetime.date):
        return value if type(value) is datetime.date else datetime.date(value.year, value.month, value.day)
    try:
        if not isinstance(value, str) or len(value) != 10:
            raise ValueError(value)
        return datetime.date.fromisoformat(value)
    except ValueError:
        raise QueryError(f"{name}={value!r} is not a day", "write it as 2025-03-24") from None


def _problem(found: Diagnostic) -> Problem:
    file, line, column, _ = found.location
    name = CODES[found.code][0]
    return Problem(found.code, name, found.severity, found.message, str(found.hint), file, line, column)
