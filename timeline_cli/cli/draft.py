"""`timeline draft`: propose events from an article, for a person to review.

Owns: its options, and where the proposal goes. Does not: write without --into, or take today for that day.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from timeline_cli.cli.options import Settings, one_day
from timeline_cli.drafting.kept_patterns import kept_patterns
from timeline_cli.editing.drafted import (
    MARK,
    Proposed,
    key_of,
    not_there_yet,
    reviewed,
    source_head,
    source_key,
    values_of,
)  # fmt: skip
from timeline_cli.editing.render import Remarked, Value, Values
from timeline_cli.errors import EXIT_DONE, NothingToRead, UsageFault
from timeline_cli.model import Registries, Source, Timeline
from timeline_cli.reading.content import read_stdin
from timeline_cli.reading.search import STDIN, find_files
from timeline_cli.text import clean, clean_lines, counted

if TYPE_CHECKING:
    from timeline_cli.drafting.article import Article
    from timeline_cli.drafting.periods import Figure

EXPRESSION_KEYS = ("begin", "end", "text", "type", "value", "date")


def run(
    settings: Settings,
    article: str | None,
    published: str | None,
    into: str | None,
    edit: bool,
    dates: bool,
    json: str | None,
) -> int:
    """Propose events from an English article, a web page saved as HTML or plain text.

    Each event has the sentence as its quote, and a date as precise as that sentence. What is unsure has a mark at the
    end of its line: # review: date: … Nothing is written without --into. Names are those of the files (-f) where they
    are registered.
    """
    if article is None:
        raise UsageFault("no article is named", "timeline draft article.html, or - for standard input")
    if into is not None and (dates or json is not None):
        raise UsageFault("--into writes events, --json and --dates print", "use one of them")
    if dates and edit:
        raise UsageFault("--dates prints, and there is nothing to edit", "omit --edit")
    if article == STDIN and STDIN in settings.files:
        raise UsageFault("standard input is read twice, as article and as events", "name one of them as a file")
    with kept_patterns() as kept:
        from timeline_cli.drafting import draft, open_article  # noqa: F401  # they are loaded where patterns are kept

        kept.have_loaded()
        return _drafted(settings, article, published, into, edit, dates, json)


def _drafted(
    settings: Settings, article: str, published: str | None, into: str | None, edit: bool, dates: bool, json: str | None
) -> int:
    found = _read(article, published)
    if dates:
        return _print_dates(found, settings, json)
    timeline = _timeline(settings, into)
    proposed = _proposed(found, timeline.registries)
    task = _Task(settings, found, _source(found, article), timeline, proposed)
    if json is not None:
        return task.print_json(json)
    if edit:
        task = task.edited()
    return task.add_to(into) if into is not None else task.print_yaml()


def _read(name: str, published: str | None) -> Article:
    """Raises UsageFault for a file that cannot be read, is not English, or does not say when it was published."""
    from timeline_cli.drafting.open_article import is_english, read_article

    given = one_day(published, "--published") if published is not None else None
    try:
        data = read_stdin() if name == STDIN else Path(name).read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UsageFault(
            f"{clean(name)} cannot be read: {reason}", "name a file with the article, or - for stdin"
        ) from None
    article = read_article(data, clean(name))
    if not article.text.strip():
        raise UsageFault(f"{clean(name)} contains no prose", "save the text of the article in a file")
    if not is_english(article.text):
        raise UsageFault(f"{clean(name)} is not in English", "draft reads English only")
    day = given or article.published
    if day is None:
        raise UsageFault(
            f"{'the article' if name == STDIN else clean(name)} does not say when it was published",
            "add --published 2025-03-24: dates such as Monday or last year are counted from that day",
        )
    if not 1500 <= day.year <= 2200:
        hint = "write the day on which it was published, such as --published 2025-03-24"
        raise UsageFault(f"an article is from 1500 to 2200, not from {day.isoformat()}", hint)
    return article._replace(published=day)


def _timeline(settings: Settings, into: str | None) -> Timeline:
    """What the files have; nothing where none are given and none are found."""
    from timeline_cli.cli.files import read_now

    try:
        files = find_files(settings.files)
    except NothingToRead:
        if settings.files:
            raise
        files = []
    if into is not None and into not in files and Path(into).exists():
        files = [*files, into]
    return read_now(replace(settings, files=tuple(files))) if files else Timeline(())


def _source(article: Article, name: str) -> Values:
    """The source of all events; an article without title and publisher is named after its file."""
    title = article.title or (
        None if article.publisher or article.url else "article" if name == STDIN else Path(name).name
    )
    given = {"publisher": article.publisher, "title": title, "url": article.url, "published": str(article.published)}
    return {key: clean(text) for key, text in given.items() if text}


def _proposed(article: Article, registries: Registries) -> list[Proposed]:
    from timeline_cli.drafting.draft import draft

    assert article.published is not None
    found = []
    for each in draft(article.text, article.published, registries, article.title):
        values: Values = {
            "date": each.date, "type": each.type, "title": each.title, "companies": list(each.companies),
            "place": each.place, "status": each.status, "certainty": each.certainty,
            "people": [{"name": name, "role": role} if role else name for name, role in each.people],
            "figures": [_mapping(figure) for figure in each.figures],
        }  # fmt: skip
        kept: Values = {key: value for key, value in values.items() if value}
        found.append(Proposed(kept, tuple(map(clean, each.quotes)), dict(each.reviews)))
    return found


def _mapping(figure: Figure) -> Value:
    """A figure as a value; its conversion is a mapping too."""
    return {key: part if isinstance(part, str) else {**part} for key, part in figure.items()}


class _Task(NamedTuple):
    """What is proposed, and for whom. `written` are the events after an edit."""

    settings: Settings
    article: Article
    source: Values
    timeline: Timeline
    proposed: list[Proposed]
    written: list[Values] | None = None

    @property
    def day(self) -> date:
        assert self.article.published is not None
        return self.article.published

    def print_json(self, keys: str) -> int:
        from timeline_cli.editing.add import decoded
        from timeline_cli.exports.json import array, keys_of
        from timeline_cli.fields.table import bare

        asked = keys_of(keys)
        values = [values_of(each, self.source, None, self.day, with_marks=False) for each in self.proposed]
        events = decoded(self.timeline, values)
        for piece in array([bare(event) for event in events], asked):
            sys.stdout.write(piece)
        return self._summary()

    def print_yaml(self) -> int:
        sys.stdout.write(clean_lines(self._text()))
        return self._summary()

    def _text(self) -> str:
        """The proposal as a complete file: the source, and the events by date."""
        from timeline_cli.editing.add import plan

        if self.written is not None:
            return plan("draft", b"", self.timeline, self.written, force=True).after
        key = source_key(self.article.publisher, self.day)
        head = source_head(key, self.source)
        if not self.proposed:
            return head + "events: []\n"
        registries = self.timeline.registries._replace(sources={**self.timeline.registries.sources, key: Source(key)})
        values = [values_of(each, self.source, key, self.day) for each in self.proposed]
        empty = Timeline((), registries)
        return plan("draft", head.encode(), empty, values, force=True).after

    def _summary(self) -> int:
        events = len(self.written) if self.written is not None else len(self.proposed)
        marked = sum(bool(each.reviews) for each in self.proposed)
        review = f", {marked} to review" if marked and self.written is None else ""
        self.settings.tell(
            f"{counted(events, 'event')} from {clean(str(self.source.get('title') or 'the article'))}{review}"
        )
        return EXIT_DONE

    def _new(self) -> list[Values]:
        """The events that the files do not have, with review marks."""
        key = key_of(self.source, self.timeline)
        return [values_of(each, self.source, key, self.day) for each in not_there_yet(self.proposed, self.timeline)]

    def edited(self) -> _Task:
        """The events as the person leaves them in the editor."""
        import tempfile

        from timeline_cli.cli.edit import open_editor
        from timeline_cli.editing.add import plan

        with tempfile.TemporaryDirectory() as folder:
            file, values = Path(folder, "draft.yaml"), self._new()
            file.write_bytes(plan("draft", b"", self.timeline, values, force=True).data if values else b"events: []\n")
            open_editor(str(file), 1)
            return self._replace(written=_read_edited(file))

    def add_to(self, into: str) -> int:
        """Add the events to a file, without those that it already has."""
        from timeline_cli.editing.add import Plan, plan
        from timeline_cli.editing.write import create, hold

        values = self._new() if self.written is None else self.written
        plans: list[Plan] = []

        def change(data: bytes) -> bytes:
            plans.append(plan(into, data, self.timeline, values, skip=True))
            return plans[-1].data

        if not Path(into).exists():
            create(into, b"")
        if values:
            with hold(into) as held:
                held.update(change)
        added = plans[-1].added if plans else ()
        skipped = len(self.proposed) - len(added) if self.written is None else 0
        marks = sum(isinstance(value, Remarked) for each in values for value in each.values())
        marked = plans[-1].after.count(MARK) - plans[-1].before.count(MARK) if added else 0
        there = f"; {skipped:,} already there" if skipped else ""
        review = f"; {marked:,} to review: timeline check --select W405" if marked else ""
        self.settings.tell(f"{counted(len(added), 'event')} added to {clean(into)}{there}{review}")
        if marked < marks and len(added) == len(values):
            self.settings.tell(
                f"{counted(marks - marked, 'review mark')} not written: events on one line, as in JSON, have no "
                "comments; timeline draft --json=title,x-review shows them"
            )
        return EXIT_DONE


def _read_edited(file: Path) -> list[Values]:
    """The events of an edited draft. Raises BadDraft."""
    from timeline_cli.editing.add import BadDraft
    from timeline_cli.editing.values import drafts, plain, read_node
    from timeline_cli.nodes import Mapping, Problems

    problems = Problems("the draft")
    data = file.read_bytes()
    node = read_node(data, problems)
    nodes = drafts(node, problems) if node is not None else []
    text = data.decode("utf-8", "replace")
    if problems.found:
        raise BadDraft("the draft cannot be read", tuple(problems.found), text)
    values = [value for each in nodes if isinstance(value := plain(each), dict)]
    lines = [
        {key: pair[1].start_mark.line for key, pair in each.pairs.items()}
        for each in nodes
        if isinstance(each, Mapping)
    ]
    return reviewed(text, values, lines)


def _print_dates(article: Article, settings: Settings, keys: str | None) -> int:
    """Every expression of time in the article."""
    from timeline_cli.dates.in_text.find import expressions
    from timeline_cli.dates.in_text.fiscal_end import fiscal_year_end
    from timeline_cli.dates.in_text.timex import as_timex
    from timeline_cli.drafting.tense import tense_in
    from timeline_cli.exports.json import array_of, keys_of, only

    assert article.published is not None
    text = article.raw
    found = [*as_timex(text, expressions(text, article.published, tense_in(text), fiscal_year_end(text)))]
    if keys is None:
        width = max((len(each.date or each.value) for each in found), default=0)
        settings.out.write(
            [[((each.date or each.value).ljust(width), "label"), (f"  {clean(each.text)}", "")] for each in found]
        )
        return EXIT_DONE
    rows: list[dict[str, Any]] = [{key: getattr(each, key) for key in EXPRESSION_KEYS} for each in found]
    asked = keys_of(keys, EXPRESSION_KEYS)
    for piece in array_of(only(rows, asked)):
        sys.stdout.write(piece)
    return EXIT_DONE
