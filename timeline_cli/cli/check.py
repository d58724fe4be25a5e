"""`timeline check`: report every problem, with its location and a fix.

Owns: its options, the summary and the exit code. Does not: change a file without --fix.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import chain

from timeline_cli.checks import Checked, check
from timeline_cli.checks.selection import Selection, selection
from timeline_cli.checks.texts import Texts
from timeline_cli.cli.load import nothing_opened, read_and_ask, unopened, write_export
from timeline_cli.cli.options import Settings
from timeline_cli.diagnostics import Diagnostic
from timeline_cli.errors import EXIT_DONE, EXIT_NOT_UNDERSTOOD, EXIT_PROBLEMS, UsageFault
from timeline_cli.model import Timeline
from timeline_cli.reading.search import find_files
from timeline_cli.text import counted
from timeline_cli.wrapping import wrap

_MOST_SHOWN = 100  # problems of one code


def run(
    settings: Settings,
    files: list[str] | None,
    strict: bool,
    select: list[str] | None,
    extend_select: list[str] | None,
    ignore: list[str] | None,
    since: str | None,
    fix: bool,
    diff: bool,
    every: bool,
    output: str,
    json: str | None,
) -> int:
    """Report every problem, with its location and a fix.

    To ignore a warning, write `# timeline: ignore W203` on its line or above it. `timeline explain CODE` explains
    a code. Exits with 1 if there are errors.
    """
    selected = selection(select or (), extend_select or (), ignore or ())
    if diff and (json is not None or output != "text"):
        raise UsageFault("--diff prints a diff, in no other format", "leave out --diff; --json has the fixes")
    named = (*settings.files, *(files or ()))
    report = _report(output, json, replace(settings, files=named), every)

    def checked(held: Mapping[str, bytes]) -> Checked:
        return _checked(named, settings, selected, held, must_open=diff)

    would_change = False
    if diff:
        from timeline_cli.cli.fix import show_diff

        would_change = show_diff(checked, settings)
    elif fix:
        from timeline_cli.cli.fix import write_fixes

        write_fixes(checked, settings)
    timeline, found, texts = checked({})
    if since is not None:
        from timeline_cli.history.since import new_since

        found = new_since(since, found, named, timeline.files)
    if not diff:
        report(timeline, found, texts)
    if nothing_opened(timeline):
        return EXIT_NOT_UNDERSTOOD
    has_failed = would_change or any(strict or diagnostic.is_error for diagnostic in found)
    return EXIT_PROBLEMS if has_failed else EXIT_DONE


Report = Callable[[Timeline, list[Diagnostic], Texts], None]


def _checked(
    named: tuple[str, ...], settings: Settings, selected: Selection, held: Mapping[str, bytes], must_open: bool
) -> Checked:
    """The problems of the files; those in `held` have these bytes."""

    def ask(timeline: Timeline) -> tuple[list[Diagnostic], Texts]:
        texts = Texts(timeline)
        return check(timeline, settings.today.toordinal(), selected, texts), texts

    if held:
        from timeline_cli.reading.load import load_held

        with settings.working("reading"):
            timeline = load_held(find_files(named), held)
        return timeline, *ask(timeline)
    timeline, (found, texts) = read_and_ask(replace(settings, files=named), ask, must_open)
    return timeline, found, texts


def _report(output: str, json: str | None, settings: Settings, every: bool) -> Report:
    """The function that prints problems in the requested format. Raises UsageFault."""
    if json is not None or output == "json":
        from timeline_cli.cli.fix import writable
        from timeline_cli.exports import problems
        from timeline_cli.exports.json import keys_of

        keys = keys_of(json or "", problems.KEYS)
        return lambda timeline, found, texts: write_export(
            problems.array(found, keys, writable(timeline, found, texts))
        )
    if output == "github":
        from timeline_cli.exports import problems

        return lambda timeline, found, texts: write_export(problems.github(found))
    return lambda timeline, found, texts: _print(timeline, found, texts, settings, every)


def _print(timeline: Timeline, found: list[Diagnostic], texts: Texts, settings: Settings, every: bool) -> None:
    from timeline_cli.cli.fix import writable
    from timeline_cli.views.problems import diagnostic_lines

    fixes = writable(timeline, found, texts)
    shown, more = (found, {}) if every else _first_of_each(found)
    problems = diagnostic_lines(shown, texts.line, settings.out.width, fixes, settings.out.wrapped_at)
    left = [[(f"{code}: {len(others):,} more; show them with --all", "warning")] for code, others in more.items()]
    said = wrap(summary(timeline, found), settings.out.wrapped_at)
    settings.out.page(chain(problems, left, ([(row, "")] for row in said)))
    sys.stdout.flush()  # so that stderr comes below it where both go to one terminal
    if fixes:
        settings.tell(f"{len(fixes):,} fixable with `{settings.command('check')} --fix` (preview: `--diff`)")
    if found:
        settings.tell(f"for details, run `timeline explain {found[0].code}`")


def _first_of_each(found: list[Diagnostic]) -> tuple[list[Diagnostic], dict[str, list[Diagnostic]]]:
    """The first problems of each code, and those not shown, by code."""
    shown: list[Diagnostic] = []
    more: dict[str, list[Diagnostic]] = {}
    count = Counter[str]()
    for diagnostic in found:
        count[diagnostic.code] += 1
        if count[diagnostic.code] <= _MOST_SHOWN:
            shown.append(diagnostic)
        else:
            more.setdefault(diagnostic.code, []).append(diagnostic)
    return shown, more


def summary(timeline: Timeline, found: list[Diagnostic]) -> str:
    """How many problems in how many files and events."""
    errors = sum(diagnostic.is_error for diagnostic in found)
    warnings = len(found) - errors
    where = f"{counted(len(timeline.files), 'file')}, {counted(len(timeline.events), 'good event')}"
    if timeline.broken:
        where += f", {timeline.broken:,} broken (not fully checked)"
    closed = unopened(found)
    for file, line in timeline.unread:
        where += f"; {file} " + ("could not be read" if file in closed else f"was not read from line {line} on")
    if not found:
        return f"no problems in {where}"
    return f"{counted(errors, 'error')} and {counted(warnings, 'warning')} in {where}"
