"""`timeline figures`: the numbers of the events over time.

Owns: its options. Does not: mix units or kinds, and to sum.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from timeline_cli.cli.load import left_out, read_and_ask, write_export
from timeline_cli.cli.options import Settings
from timeline_cli.cli.question import question_of, tell
from timeline_cli.console import Line
from timeline_cli.errors import UsageFault
from timeline_cli.query.figures import Found, figures
from timeline_cli.query.series import series


def run(
    settings: Settings,
    query: list[str] | None,
    chart: str | None,
    exact_numbers: bool,
    json: str | None,
    **asked: Any,
) -> int:
    """The numbers of the events over time, by metric and unit.

    Each with its period and the change on the one before, computed, and as the source states it where that differs.
    Bare words name the metric, or a company by its whole name; text:WORD looks for words of the event.
    """
    if chart is not None and json is not None:
        raise UsageFault("--chart and --json are two forms of one answer", "choose one of them")
    fields = _fields(json)
    question = question_of(settings, query, asked)
    timeline, found = read_and_ask(settings, lambda timeline: figures(timeline, question))
    tell(settings, found.reading, found.notes)
    if question.words and not found.told:
        settings.tell("bare words name a metric here, or something by its whole name; text:WORDS looks for words")
    if json is not None:
        from timeline_cli.exports.figures import rows
        from timeline_cli.exports.json import array_of, only

        write_export(array_of(only(rows(series(found.told)), fields)))
    else:
        settings.out.page(_shown(found, chart, exact_numbers, settings))
    return left_out(timeline, settings)


def _shown(found: Found, chart: str | None, exact: bool, settings: Settings) -> Iterator[Line]:
    from timeline_cli.views import figures as view

    if chart is None:
        yield from view.lines(series(found.told), settings.out, exact)
    else:
        from timeline_cli.views import chart as charts

        yield from charts.lines(series(found.told), settings.out, chart, exact)
    if not settings.quiet:
        yield from view.footer(found)


def _fields(asked: str | None) -> tuple[str, ...] | None:
    if asked is None:
        return None
    from timeline_cli.exports.figures import FIGURE_ROW
    from timeline_cli.exports.json import keys_of

    return keys_of(asked, FIGURE_ROW)
