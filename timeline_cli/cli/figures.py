"""`timeline figures`: compare the figures of events over time.

Owns: its options. Does not: mix units or kinds, or sum.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from timeline_cli.cli.commands import FIGURE_ORDERS
from timeline_cli.cli.load import left_out, read_and_ask, write_export
from timeline_cli.cli.options import Settings
from timeline_cli.cli.question import question_of, tell
from timeline_cli.console import Line
from timeline_cli.errors import UsageFault
from timeline_cli.exports.registry import form_of
from timeline_cli.query.figures import Found, figures
from timeline_cli.spelling import check_known
from timeline_cli.views.registry import FIGURE_VIEWS


def run(
    settings: Settings,
    query: list[str] | None,
    view: str,
    chart: str | None,
    sort: str,
    exact_numbers: bool,
    json: str | None,
    csv: bool,
    raw: bool,
    **asked: Any,
) -> int:
    """Compare numbers over time, between companies (--view matrix), and with what was expected (--view expected).

    Computes the changes of each figure, and shows a change stated by the source where it differs. A question narrows
    the rows, not the figures that they are compared with. Bare words name a metric, a kind (guidance), or a company
    by its whole name; text:WORD searches the event's text. A date is that of the event: period:2025 finds the figures
    of 2025.
    """
    check_known(view, FIGURE_VIEWS, f"unknown view of figures: {view}")
    check_known(sort, FIGURE_ORDERS, f"unknown value for --sort: {sort}")
    form = form_of({"json": json, "csv": csv, "raw": raw})
    if chart is not None and form is not None:
        raise UsageFault(f"--chart and {form.flag} cannot be combined", "use one of them")
    if chart is not None and (view, sort) != ("series", "period"):
        raise UsageFault("--chart draws series in order of period", "remove --view and --sort")
    fields = _fields(view, json, csv)
    question = question_of(settings, query, asked)
    timeline, found = read_and_ask(settings, lambda timeline: figures(timeline, question))
    tell(settings, found.reading, found.notes)
    if question.words and not found.shown:
        settings.tell(
            "here, a bare word names a metric, a kind, or anything by its whole name; text:WORDS searches text"
        )
    if form is not None:  # lines have their remarks in them
        for remark in [] if view == "series" else FIGURE_VIEWS[view].module.remarks(found):
            settings.tell(remark, "mark")
        write_export(_exported(found, view, sort == "value", fields, csv, raw))
    else:
        lines = _shown(found, view, chart, exact_numbers, sort == "value", settings)
        settings.page(lines, settings.heading(found.reading))
    return left_out(timeline, settings)


def _exported(
    found: Found, view: str, by_value: bool, fields: tuple[str, ...] | None, csv: bool, raw: bool
) -> Iterator[str]:
    from timeline_cli.exports.figures import ROWS
    from timeline_cli.exports.json import array_of, only

    keys, rows, wide = ROWS[view]
    if not csv:
        return array_of(only(rows(found, by_value), fields))
    from timeline_cli.exports.csv import table

    columns, listed = wide(found, by_value) if wide else (fields or keys, rows(found, by_value))
    return table(columns, listed, raw)


def _shown(
    found: Found, view: str, chart: str | None, exact: bool, by_value: bool, settings: Settings
) -> Iterator[Line]:
    if chart is None:
        yield from FIGURE_VIEWS[view].module.lines(found, settings.out, exact, by_value)
    else:
        from timeline_cli.query.series import series
        from timeline_cli.views import chart as charts

        yield from charts.lines(series(found.every), settings.out, chart, exact)
    if not settings.quiet:
        from timeline_cli.views.figures import footer

        yield from footer(found, settings.out)


def _fields(view: str, asked: str | None, csv: bool) -> tuple[str, ...] | None:
    """The keys of --json=FIELDS, which may be those of --csv. Raises UsageFault."""
    if asked is None:
        return None
    from timeline_cli.exports.figures import ROWS
    from timeline_cli.exports.json import keys_of

    if csv and ROWS[view].table:
        raise UsageFault(f"the table of --view {view} has no fields to choose", "remove --json")
    return keys_of(asked, ROWS[view].keys)
