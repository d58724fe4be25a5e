"""`timeline export`: write an answer to a file, or to stdout, for people and programs.

Owns: which format is meant, and the report of what it does not say. Does not: write a file that is read for the answer.
"""

from __future__ import annotations

import sys
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Any

from timeline_cli.cli.load import left_out, write_export
from timeline_cli.cli.options import Settings, settings_places
from timeline_cli.cli.question import ask, question_of
from timeline_cli.editing.output import put, put_folder, refuse_read
from timeline_cli.errors import UsageFault
from timeline_cli.exports.registry import BINARY, EXPORTS, FOLDER, Export, Unsaid, check_options, format_of, load
from timeline_cli.model import Timeline
from timeline_cli.query.question import Question
from timeline_cli.query.tree import terms_of
from timeline_cli.spelling import check_known
from timeline_cli.text import clean, counted

STDOUT = "-"


def run(
    settings: Settings,
    query: list[str] | None,
    output: str | None,
    format: str | None,
    force: bool,
    sort: str,
    group_by: str | None,
    reverse: bool,
    limit: int | None,
    **asked: Any,
) -> int:
    """Write events to a file in another format, or to stdout without -o.

    The format follows from the file's suffix, or is named: timeline export ics samsung. A first word that is the name
    of a format is that format; after -- all words are the question. An existing file is replaced whole. A file that is
    read for the answer is never written.
    """
    target = None if output == STDOUT else output
    row, words = _format(list(query or ()), format, target)
    check_options(row, asked)
    write = load(row, row.name)(asked)
    if limit is not None and limit < 0:
        raise UsageFault(f"--limit {limit} is not a number of events", "write a number from 0")
    question = question_of(settings, words, asked, sort=sort, reverse=reverse, group_by=group_by, limit=limit)
    _check_target(row, target)
    timeline, answer = ask(settings, question)
    refuse_read(target, [*timeline.files, *(str(path) for path, _ in settings_places(settings.files))])
    if target is not None and not force:
        _refuse_other(row, Path(target))
    unsaid: Unsaid = Unsaid()
    with settings.working("writing"):
        _write(row, target, _noting(write(answer._replace(title=_title(question, timeline))), unsaid))
    if target is not None:
        written = len(answer.entries) - sum(count for reason, count in unsaid.items() if reason.leaves_out)
        settings.tell(f"{clean(target)}: {counted(written, 'event')} as {row.name}")
    for reason, count in (+unsaid).items():
        settings.tell(f"{counted(count, reason.noun)} {reason.text}", "mark")
    return left_out(timeline, settings)


def _title(question: Question, timeline: Timeline) -> str:
    """The question as it was typed, or else the name of the file."""
    terms = sorted(terms_of(question.tree) if question.tree else (), key=lambda term: term.field == "date")
    asked = " ".join([*question.words, *(", ".join(term.values) for term in terms)])
    file = next(iter(timeline.files), STDOUT)
    return clean(asked or ("Timeline" if file == STDOUT else Path(file).stem))


def _format(words: list[str], named: str | None, file: str | None) -> tuple[Export, list[str]]:
    """The format, and the words of the question: without the one that names the format, and without --."""
    if words[:1] == ["--"]:
        return format_of(named, file), words[1:]
    if words and named is None and file is None:
        meant = [f"did you mean {row.name}?" for row in EXPORTS.values() if f".{words[0].lower()}" in row.suffixes]
        listed = [*meant, f"write -o FILE, or one of: {', '.join(EXPORTS)}"][0]
        check_known(words[0], EXPORTS, f"{clean(words[0])} is not a format", listed)
    if not words or words[0] not in EXPORTS or named is not None:
        return format_of(named, file), [word for word in words if word != "--"]
    first, *others = words
    row = EXPORTS[first]
    suffix = Path(file or "").suffix.lower()
    if suffix not in row.suffixes and any(suffix in other.suffixes for other in EXPORTS.values()):
        raise UsageFault(
            f"{first} is the name of a format, and {clean(str(file))} of another",
            f"write --format {first}, or -- {first} to search for that word",
        )
    return row, [word for word in others if word != "--"]


def _check_target(row: Export, target: str | None) -> None:
    """Raises UsageFault if the format cannot be written to stdout."""
    if target is None and row.form == FOLDER:
        raise UsageFault(f"{row.name} is a folder of files", "write -o FOLDER")
    if target is None and row.form == BINARY and sys.stdout.isatty():
        raise UsageFault(f"{row.name} is not text for a terminal", f"write -o FILE{row.suffixes[0]}")


def _refuse_other(row: Export, target: Path) -> None:
    """Raises UsageFault for an existing file that is, by its name, no file of this format: notes.txt, events.yaml."""
    if row.form != FOLDER and target.suffix.lower() not in row.suffixes and target.is_file():
        raise UsageFault(
            f"{clean(str(target))} exists, and its name is not that of a {row.name} file",
            "--force replaces it all the same",
        )


def _write(row: Export, target: str | None, pieces: Iterator[Any]) -> None:
    if row.form == FOLDER:
        put_folder(str(target), row.suffixes[0], pieces)
    elif target is not None:
        put(target, pieces if row.form == BINARY else (text.encode("utf-8", "replace") for text in pieces))
    elif row.form == BINARY:
        sys.stdout.flush()
        sys.stdout.buffer.writelines(pieces)
        sys.stdout.buffer.flush()
    else:
        write_export(pieces)


def _noting(pieces: Iterator[Any], unsaid: Unsaid) -> Generator[Any, None, None]:
    """The pieces; what they do not say is counted in `unsaid` at the end."""
    returned: Any = yield from pieces  # type: ignore[func-returns-value]
    unsaid.update(returned or {})
