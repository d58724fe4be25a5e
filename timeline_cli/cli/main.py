"""From arguments to an exit code.

Owns: exit codes, signals, and how errors reach stderr. Does not: show a user a traceback.
"""

from __future__ import annotations

import contextlib
import os
import re
import signal
import sys
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from timeline_cli.cli.commands import CHARTS, COMMANDS, DEFAULT, by_flag
from timeline_cli.cli.strict import plain_line, run
from timeline_cli.console import make_streams_safe, open_screen
from timeline_cli.errors import TimelineError, UsageFault
from timeline_cli.hint import NO_HINT, CommandHint, Hint, to_run

EXIT_INTERRUPTED = 130
_INTERNAL = 70  # EX_SOFTWARE of sysexits.h


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; return the exit code."""
    if hasattr(signal, "SIGPIPE"):
        # A reader that stops early ends the process silently, as it does with cat and git.
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    make_streams_safe()
    code = _run(list(sys.argv[1:] if arguments is None else arguments))
    return _flushed(code)


def _run(arguments: list[str]) -> int:
    try:
        words = rewritten(_expanded(arguments))
        line = plain_line(words)
        return _by_typer(words, arguments) if line is None else run(line)
    except TimelineError as error:
        if isinstance(error.hint, CommandHint):
            error.hint = error.hint.on(_files_in(arguments))
        return _report(error)
    except KeyboardInterrupt:
        return EXIT_INTERRUPTED
    except OSError as error:
        return _report(TimelineError(f"cannot continue: {error.strerror or error}"))
    except Exception as error:
        if os.environ.get("TIMELINE_DEBUG"):
            raise
        detail = f"{type(error).__name__}: {error}"
        _report(TimelineError(f"this is a bug: {detail}", "please report it, with the output under TIMELINE_DEBUG=1"))
        return _INTERNAL


def _by_typer(words: list[str], arguments: list[str]) -> int:
    """Run a command line with all that Typer does: help, errors, options in any other form."""
    import typer

    from timeline_cli.cli.app import root

    try:
        result = root().main(args=words, prog_name="timeline", standalone_mode=False)
    except typer.TyperException as error:
        raise _usage(error, arguments) from None
    except typer.Abort:
        return EXIT_INTERRUPTED
    return result if isinstance(result, int) else 0


def _expanded(arguments: list[str]) -> list[str]:
    """The arguments with an alias expanded. Raises UsageFault if settings cannot be read."""
    flags, is_value = by_flag(None), False
    for at, word in enumerate(arguments):
        if not word.startswith("-") and not is_value:
            if word in COMMANDS:
                break
            from timeline_cli.cli.aliases import expanded

            return expanded(arguments, at, _files_in(arguments[:at]))
        is_value = not is_value and word in flags and flags[word].takes_next
    return arguments


def rewritten(arguments: list[str]) -> list[str]:
    """The arguments with a bare --json as --json= and --chart as --chart=bar: Typer has no optional values.

    Raises UsageFault for `--json id,title`, which would otherwise search for id,title, for `--chart pie`, and if
    either takes the place of another option's value.
    """
    found: list[str] = []
    for number, argument in enumerate(arguments):
        if argument == "--":
            # The parser drops it, but to export it says that the next word is not a format.
            return found + [argument] * (_command_of(found) == "export") + arguments[number:]
        following = arguments[number + 1] if number + 1 < len(arguments) else ""
        if re.fullmatch(r"-[a-z][a-z-]{2,}", argument):
            _refuse_one_dash(arguments, number)
        if argument in ("--json", "--chart"):
            _refuse_as_value(arguments, number)
        if argument == "--json":
            if following and not following.startswith("-") and following not in COMMANDS:
                _refuse_separate_fields(following)
            argument = "--json="
        elif argument == "--chart" and following not in CHARTS:
            if following.lower() in _OTHER_CHARTS:
                raise UsageFault(
                    f"unknown chart: {following}", f"choose bar or line; for a metric, write --chart=bar {following}"
                )
            argument = "--chart=bar"
        found.append(argument)
    return found


# The word after a bare --chart is a metric, unless it is one of these.
_OTHER_CHARTS = frozenset(("area", "bars", "column", "columns", "donut", "histogram", "lines", "pie", "scatter"))


def _refuse_as_value(arguments: list[str], number: int) -> None:
    """Refuse an option right after one that needs a value: `--since --json`."""
    if _needs_value(arguments[:number]):
        message = f"{arguments[number - 1]} needs a value, but {arguments[number]} is an option"
        raise UsageFault(message, f"write it as {arguments[number - 1]} VALUE")


def _refuse_one_dash(arguments: list[str], number: int) -> None:
    """Refuse -fix, which would read the file ix: an option of several letters has two dashes."""
    written = arguments[number]
    options = by_flag(_command_of(arguments[:number]))
    if f"-{written}" in options and not _needs_value(arguments[:number]):
        raise UsageFault(f"{written} has one dash, but only one-letter options do", f"write -{written}")


def _needs_value(arguments: list[str]) -> bool:
    """Whether the last of the arguments is an option that lacks its value."""
    row = by_flag(_command_of(arguments)).get(arguments[-1]) if arguments else None
    return row is not None and row.takes_value and row.bare is None


def _command_of(arguments: list[str]) -> str:
    """The command among the arguments, or that of the bare `timeline`."""
    return next((word for word in arguments if word in COMMANDS), DEFAULT)


def _refuse_separate_fields(fields: str) -> None:
    from timeline_cli.fields.table import JSON_KEYS

    names = [part.strip() for part in fields.split(",")]
    if all(name in JSON_KEYS for name in names) or ("," in fields and any(name in JSON_KEYS for name in names)):
        raise UsageFault(f"--json takes its fields after an equals sign, not {fields}", f"write --json={fields}")


def _usage(error: Exception, arguments: list[str]) -> UsageFault:
    """An error of the option parser in our own form."""
    message = str(getattr(error, "message", "") or error)
    format_message = getattr(error, "format_message", None)
    if format_message is not None:
        message = format_message()
    message = message[:1].lower() + message[1:].rstrip(".")
    context = getattr(error, "ctx", None)
    named = next((word for word in arguments if word in COMMANDS), "")
    command = context.command_path if context is not None else f"timeline {named}".strip()
    for argument in arguments:
        if argument.startswith("-") and ":" in argument and argument[1:2].isalpha():
            return UsageFault(message, f"to exclude it, write not {argument[1:]}")
    meant = _meant(str(getattr(error, "option_name", "")), context, command, arguments)
    if meant:
        return UsageFault(message.split(" (")[0], meant)
    lacking = re.match(r"option '(-[\w-]+)' requires an argument", message)
    if lacking is not None:
        return UsageFault(message, f"write it as {lacking[1]} VALUE")
    if command == "timeline add" and "unexpected extra argument" in message:
        return UsageFault(message, "put each part after its option: timeline add --date DATE --title TITLE")
    message = message.replace("valid int", "whole number")
    if command == "timeline" and "no such option" in message:
        message = message.split(" (Possible")[0]
        return UsageFault(message, "put options after the command: timeline show --since 2025; see `timeline --help`")
    return UsageFault(message, f"see `{command} --help`")


# Options of other programs, and ours that do the same; an empty one for the forms of the answer.
_OTHER_NAMES: dict[str, tuple[str, ...]] = {
    "--format": (), "--output": (), "-o": (),
    "--by": ("--group-by",), "--group": ("--group-by", "--by"), "--group-by": ("--by",),
    "--from": ("--since",), "--after": ("--since",), "--start": ("--since",),
    "--to": ("--until",), "--before": ("--until",), "--end": ("--until",),
    "-v": ("--verbose", "--version"), "-V": ("--version",),
}  # fmt: skip


def _meant(name: str, context: Any, command: str, arguments: list[str]) -> Hint:
    """What to type instead of another program's option; empty if no option of ours is like it."""
    from timeline_cli.exports.registry import EXPORTS
    from timeline_cli.query.compile import fields
    from timeline_cli.query.names import quoted
    from timeline_cli.query.values import as_typed

    of_command = by_flag(context.info_name if context and context.parent else None)
    words = [word for argument in arguments for word in argument.split("=", 1)]
    after = words[words.index(name) + 1 :] if name in words else []
    value = next((word for word in after[:1] if not word.startswith("-")), "")
    if name[2:] in (*fields(), "fields", "columns") and "--match" in of_command:
        term = as_typed(f"{name[2:]}:{quoted(value)}") if value else f"{name[2:]}:VALUE"
        if name[2:] in fields():
            return Hint(f"write {term}")
        return to_run("write ", f"{command} --json={value or 'FIELDS'}")
    if command == "timeline export" and name[2:] in EXPORTS:
        return to_run("write ", f"{command} {name[2:]}")
    forms = of_command.get("--output")
    if name in ("--format", "--output-format") and forms is not None and value in forms.values.words:
        return to_run("write ", f"{command} --output {value}")
    others = _OTHER_NAMES.get(name)
    if others is None or context is None:
        return NO_HINT
    if name in ("--output", "-o") and command in ("timeline", f"timeline {DEFAULT}"):
        return to_run("write ", "timeline export -o FILE")
    others = others or tuple(row.flag for row in EXPORTS.values() if row.in_show)
    if command == "timeline" and of_command.keys().isdisjoint(others):
        command = f"timeline {DEFAULT}"
        of_command = by_flag(DEFAULT)
    found = [flag for flag in others if flag in of_command]
    without = f", which includes the date; write {name[2:]} DATE in the question to leave it out"
    remark = without if name in ("--before", "--after") else ""
    return to_run("write ", f"{command} {' or '.join(found)}", remark) if found else NO_HINT


def _files_in(arguments: Sequence[str]) -> list[str]:
    """The files that the arguments name with -f."""
    split = [each for word in arguments for each in (word.split("=", 1) if word.startswith("--file=") else [word])]
    return [file for flag, file in pairwise(split) if flag in ("-f", "--file")]


def _report(error: TimelineError) -> int:
    """Print an error; return its exit code."""
    from timeline_cli.views.problems import error_lines

    with contextlib.suppress(OSError):
        screen = open_screen(sys.stderr)
        screen.write(error_lines(error, screen.wrapped_at))
    return error.exit_code


def _flushed(code: int) -> int:
    """Flush stdout, where a full disk shows at the latest: report it, and never exit with 0."""
    try:
        sys.stdout.flush()
    except OSError as error:
        code = code or _report(TimelineError(f"the answer could not be written: {error.strerror}"))
    with contextlib.suppress(OSError):
        sys.stderr.flush()
    return code
