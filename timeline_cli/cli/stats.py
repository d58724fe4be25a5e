"""`timeline stats`: count events by year, company, person and more; find gaps.

Owns: its options and the overview. Does not: count anything but events.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from timeline_cli.cli.load import left_out, write_export
from timeline_cli.cli.options import Settings
from timeline_cli.cli.question import ask, question_of
from timeline_cli.console import Line
from timeline_cli.errors import UsageFault
from timeline_cli.exports.registry import form_of
from timeline_cli.query.counts import COUNTED, Counting, counting_of, keys_of
from timeline_cli.query.counts import gaps as find_gaps
from timeline_cli.query.select import Answer

_OVERVIEW = ("year", "type", "company", "person", "place", "tag", "status", "certainty")
_OF_EACH = 8  # rows of a section of the overview, and gaps


def run(
    settings: Settings,
    query: list[str] | None,
    by: str | None,
    gaps: bool,
    json: str | None,
    csv: bool,
    raw: bool,
    limit: int | None,
    **asked: Any,
) -> int:
    """Count events by year, company, person and more; find gaps.

    Without --by, shows an overview. An event counts once for each of its companies, people and tags.
    """
    if limit is not None and limit < 0:
        raise UsageFault(f"--limit {limit} is not a number of rows", "write a number from 0")
    if by is not None and gaps:
        raise UsageFault("--gaps and --by cannot be combined", "remove one of them")
    keys = None if by is None else keys_of(by)
    form = form_of({"json": json, "csv": csv, "raw": raw})
    fields = None if form is None else _fields(json or "", gaps)
    is_simple = keys is None or (len(keys) == 1 and keys[0] in COUNTED)
    question = question_of(settings, query, asked, streams=form is None and is_simple)
    timeline, answer = ask(settings, question)
    counting = counting_of(answer, timeline)
    if form is not None:
        rows = _rows(counting, keys, gaps, limit)
        write_export(_table(rows, fields, gaps, raw) if csv else _array(rows, fields))
    else:
        page = _shown(answer, counting, keys, gaps, limit, settings)
        settings.page(page, settings.heading(answer.reading))
    return left_out(timeline, settings)


def _shown(
    answer: Answer,
    counting: Counting,
    keys: tuple[str, ...] | None,
    only_gaps: bool,
    limit: int | None,
    settings: Settings,
) -> Iterator[Line]:
    from timeline_cli.views.stats import gap_lines, lines
    from timeline_cli.views.words import footer

    screen, entries = settings.out, counting.entries
    if only_gaps:
        yield from gap_lines(find_gaps(entries), entries, screen, limit)
    elif keys is not None:
        yield from lines([(counting.by(*keys), limit)], screen)
    elif entries:
        rows = _OF_EACH if limit is None else limit
        # A cut list of periods would mislead: without a limit, all are shown.
        sections = [(counting.over_time(), limit), *((counting.by(key), rows) for key in _OVERVIEW[1:])]
        yield from lines([section for section in sections if section[0].rows], screen)
        found = find_gaps(entries)
        if found:
            yield []
            yield from gap_lines(found, entries, screen, rows)
    if not settings.quiet:
        yield from footer(answer, screen)


def _rows(
    counting: Counting, keys: tuple[str, ...] | None, only_gaps: bool, limit: int | None
) -> Iterator[dict[str, Any]]:
    from timeline_cli.exports.counts import count_rows, gap_rows

    if only_gaps:
        return gap_rows(find_gaps(counting.entries)[:limit], counting.entries)
    return count_rows((counting.by(*each) for each in ([keys] if keys else [(key,) for key in _OVERVIEW])), limit)


def _array(rows: Iterable[dict[str, Any]], fields: tuple[str, ...] | None) -> Iterator[str]:
    from timeline_cli.exports.json import array_of, only

    return array_of(only(rows, fields))


def _table(rows: Iterable[dict[str, Any]], fields: tuple[str, ...] | None, only_gaps: bool, raw: bool) -> Iterator[str]:
    from timeline_cli.exports.counts import COUNT_ROW, GAP_ROW
    from timeline_cli.exports.csv import table

    named = (row | {"names": [name or "" for name in row.get("names", ())]} for row in rows)
    return table(fields or (GAP_ROW if only_gaps else COUNT_ROW), named, raw)


def _fields(asked: str, only_gaps: bool) -> tuple[str, ...] | None:
    from timeline_cli.exports.counts import COUNT_ROW, GAP_ROW
    from timeline_cli.exports.json import keys_of

    return keys_of(asked, GAP_ROW if only_gaps else COUNT_ROW)
