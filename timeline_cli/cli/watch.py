"""`timeline watch`: watch the files, and show the timeline again after each save.

Owns: the loop, and the state between two reads of the files. Does not: clear the screen because a file is broken for
the moment.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any

from timeline_cli.checks import check
from timeline_cli.checks.texts import Texts
from timeline_cli.cli.file_changes import changes
from timeline_cli.cli.fullscreen import Display
from timeline_cli.cli.load import nothing_opened
from timeline_cli.cli.options import Settings
from timeline_cli.cli.question import question_of
from timeline_cli.console import NARROWEST, Line, Screen
from timeline_cli.diagnostics import Diagnostic
from timeline_cli.errors import EXIT_DONE, TimelineError, UsageFault
from timeline_cli.fields.table import WRITTEN
from timeline_cli.history.pairing import Described, pairs
from timeline_cli.model import Event, Timeline
from timeline_cli.query.question import Question
from timeline_cli.query.select import Answer, select
from timeline_cli.reading.kept import Kept
from timeline_cli.reading.load import load
from timeline_cli.reading.search import STDIN, find_files
from timeline_cli.text import clean, counted
from timeline_cli.views.problems import diagnostic_lines, error_lines
from timeline_cli.views.registry import view_lines
from timeline_cli.views.watch import MARGIN, Look, changed_rows, compose


def run(settings: Settings, query: list[str] | None, view: str | None = None, **given: Any) -> int:
    """Watch the files, and show the timeline again after each save.

    Changes are marked. While a file has an error, the last good view stays, with the error below it. Ctrl-C quits.
    """
    if STDIN in settings.files:
        raise UsageFault("standard input cannot be watched", "name a file: timeline -f FILE watch")
    if settings.fault is not None:
        raise settings.fault
    watching = _Watching(settings, query, settings.view(view, given), given)
    display = Display(settings.out)
    saved = changes(watching.paths)
    with display.opened(lambda: watching.draw(display)):
        watching.look()
        watching.draw(display)
        size = display.size
        for has_changed in saved:
            if has_changed:
                watching.look()
            if has_changed or display.size != size:
                size = display.size
                watching.draw(display)
    return EXIT_DONE


def _described(event: Event) -> Described:
    """An event by its values, to find the same one among others."""
    fields = {key: value for key in WRITTEN if (value := getattr(event, key)) and (key != "id" or event.has_own_id)}
    fields["date"] = event.date.text
    return Described(repr(fields), fields)


class _Watching:
    """The current and the last view, the current answer, and the files."""

    def __init__(self, settings: Settings, query: Sequence[str] | None, view: str, given: Mapping[str, Any]) -> None:
        self._settings = settings
        self._ask = query, given
        self._layout = view_lines(view, given, footer=False)
        self._files: tuple[str, ...] = ()
        self._kept = Kept()
        self._sound: dict[int, dict[str, Event]] = {}  # by day, the events without a problem of their own
        self._shown: tuple[Timeline, Answer] | None = None
        self._is_whole = False  # whether the view is of files without an error
        self._before: tuple[Timeline, Answer] | None = None
        self._problems: list[Diagnostic] = []
        self._texts: Texts | None = None
        self._fault: TimelineError | None = None
        self._when = ""
        self._offset = 0
        self._drawn: list[tuple[object, int, list[Line]]] = []  # the last two views: answer, width, lines
        self._rows: dict[str, Any] = {}  # what the view drew of each event
        self._seen: object = None
        # An invalid question ends the command before it takes over the terminal.
        self._question()
        self._files = tuple(find_files(settings.files))

    def paths(self) -> Iterable[str]:
        """The files, and the named folders, where new ones may appear."""
        return [*self._files, *(name for name in self._settings.files if Path(name).is_dir())]

    def _question(self) -> Question:
        # A new day may have begun since the last read.
        words, given = self._ask
        return question_of(replace(self._settings), words, given)

    def look(self) -> None:
        """Read the files, and keep the answer next to the last one."""
        question = self._question()
        self._fault, self._when = None, f"{datetime.now():%H:%M:%S}"
        try:
            # Without the index: the last answer still holds it open, so it cannot be updated.
            timeline = load(self._settings.files, self._kept)
        except TimelineError as error:
            self._fault, self._problems, self._seen = error, [], None
            return
        self._files = timeline.files or self._files
        self._texts = Texts(timeline)
        sound = self._sound.setdefault(question.today, {})
        self._problems = check(timeline, question.today, texts=self._texts, sound=sound)
        known = timeline.registries
        names = [each.entities for each in (known.companies, known.people, known.places)]
        seen = tuple(timeline.events), self._problems, names, known.types, known.sources
        if seen == self._seen:
            return  # only a comment changed, say; the marks of the last change stay
        self._seen = seen
        is_whole = not any(problem.is_error for problem in self._problems)
        # At the start, a partial view is better than none.
        if is_whole or (not self._is_whole and nothing_opened(timeline) is None):
            try:
                answer = select(timeline, question)
            except UsageFault as error:  # a new name in these files is also a date, say
                self._fault, self._seen = error, None
                return
            self._before, self._shown = self._shown, (timeline, answer)
            self._is_whole = is_whole

    def draw(self, display: Display) -> None:
        columns, rows = display.size
        outer = display.screen
        inner = Screen(
            outer.stream, max(columns - MARGIN, NARROWEST), outer.colour, outer.ascii, outer.links, kept=self._rows
        )
        view = self._lines(self._shown, inner)
        has_errors = self._fault is not None or any(problem.is_error for problem in self._problems)
        changed: frozenset[int] = frozenset()
        if self._before is not None and not has_errors:
            changed = changed_rows(self._lines(self._before, inner), view)
        look = Look(view, changed, self._status(has_errors), list(islice(self._told(columns), rows)), has_errors)
        lines, self._offset = compose(look, outer, columns, rows, self._offset)
        display.draw(lines)

    def _lines(self, shown: tuple[Timeline, Answer] | None, screen: Screen) -> list[Line]:
        if shown is None:
            return []
        for answer, columns, lines in self._drawn:
            if answer is shown and columns == screen.width:
                return lines
        lines = list(self._layout(shown[1], screen))
        self._drawn = [*self._drawn[-1:], (shown, screen.width, lines)]
        return lines

    def _told(self, columns: int) -> Iterator[Line]:
        """The problems, errors first."""
        if self._fault is not None:
            yield from error_lines(self._fault, columns)
        if self._texts is not None:
            ordered = sorted(self._problems, key=lambda problem: not problem.is_error)
            yield from diagnostic_lines(ordered, self._texts.line, columns, wrapped_at=columns)

    def _status(self, has_errors: bool) -> str:
        """The state of the files, in one line."""
        parts = []
        if has_errors:
            errors = sum(problem.is_error for problem in self._problems) or 1
            above = "the last good view" if self._is_whole else "the part that could be read"
            parts.append(f"{counted(errors, 'error')}; showing {above}")
        elif self._shown is not None:
            _, answer = self._shown
            if self._before is not None:
                parts.append(_difference(self._before[0].events, self._shown[0].events))
            parts.append(f"{answer.matched:,} of {answer.total:,} events")
            parts += [text for text in (answer.reading, *answer.notes) if text]
        name = self._files[0] if len(self._files) == 1 else f"{len(self._files):,} files"
        return clean(" · ".join((*parts, f"{name} at {self._when}", "Ctrl-C quits")))


def _difference(before: Iterable[Event], after: Iterable[Event]) -> str:
    """How many events are new, changed or gone. A move within the file is not a change."""
    old, new = ({event.id: event for event in events} for events in (before, after))
    gone = [_described(event) for name, event in old.items() if name not in new]
    added = [_described(event) for name, event in new.items() if name not in old]
    # A derived id changes with the date and the title.
    same = len(pairs(gone, added))
    changed = sum(old[name].differs(new[name]) for name in old.keys() & new.keys())
    counts = (len(added) - same, "new"), (changed + same, "changed"), (len(gone) - same, "gone")
    return ", ".join(f"{count:,} {word}" for count, word in counts if count) or "no event changed"
