"""Questions on a terminal: ask for a new event's missing fields one by one, and check each answer at once.

Owns: the questions, and the completion of names. Does not: guess an answer, or keep a wrong one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from os.path import commonprefix
from typing import NamedTuple

from timeline_cli.cli.options import Settings
from timeline_cli.dates.faults import DateFault
from timeline_cli.editing.free_dates import strict_date
from timeline_cli.editing.render import Values
from timeline_cli.fields.context import Context
from timeline_cli.fields.decoders import DECODERS
from timeline_cli.fields.table import CERTAINTIES, STATUSES, WRITTEN
from timeline_cli.model import Names, Timeline
from timeline_cli.nodes import Problems, Scalar, scalar
from timeline_cli.text import clean, fold
from timeline_cli.wrapping import wrap


class Question(NamedTuple):
    """Asks `what` for the field `key`; repeats for a list until the answer is empty."""

    key: str
    what: str
    is_list: bool = False
    required: bool = False


QUESTIONS = (
    Question("date", "date (2025-03-22, March 2025, since 2006)", required=True),
    Question("title", "title, what happened in one line", required=True),
    Question("type", "type"),
    Question("companies", "company", is_list=True),
    Question("people", "person", is_list=True),
    Question("place", "place"),
    Question("tags", "tag", is_list=True),
    Question("status", f"status ({', '.join(STATUSES)})"),
    Question("certainty", f"certainty ({', '.join(CERTAINTIES)})"),
    Question("summary", "summary"),
    Question("sources", "source, a key or a link", is_list=True),
)


def ask(values: Values, timeline: Timeline, settings: Settings, everything: bool) -> Values:
    """The values with the answers: the required ones, or with `everything` all that are missing.

    Raises EOFError at the end of the input.
    """
    found = dict(values)
    if everything:
        settings.out.write([[("  Enter skips a question, TAB completes names, Ctrl-C quits.", "dim")]])
    for question in QUESTIONS:
        if question.key not in found and (everything or question.required):
            answers = _answers(question, timeline, settings)
            if answers:
                found[question.key] = [*answers] if question.is_list else answers[0]
    return found


def agreed(what: str, settings: Settings) -> bool:
    """Whether the user agrees; Enter means yes, the end of the input no."""
    try:
        return _typed(f"{what} [Y/n] ", settings).strip().lower() in ("", "y", "yes")
    except EOFError:
        return False


def _typed(prompt: str, settings: Settings) -> str:
    """The text typed after a prompt; if it is interrupted, further output starts on a new line."""
    try:
        return input(prompt)
    except (EOFError, KeyboardInterrupt):
        settings.out.write([[]])
        raise


def _answers(question: Question, timeline: Timeline, settings: Settings) -> list[str]:
    found: list[str] = []
    with _completing(sorted(candidates(question.key, timeline))):
        while True:
            what = f"another {question.what}" if found else question.what
            answer = _answer(question, what, timeline, settings)
            if answer:
                found.append(answer)
            if (answer and not question.is_list) or (not answer and not question.required):
                return found


def _answer(question: Question, what: str, timeline: Timeline, settings: Settings) -> str:
    """One valid answer, or nothing. A doubtful one is kept if given twice."""
    doubtful = None
    while True:
        text = " ".join(_typed(f"{what}: ", settings).split())
        if not text:
            return ""
        value, complaint, is_error = judged(question.key, text, timeline, settings.today)
        if not complaint or (text == doubtful and not is_error):
            if value != text:
                _say(value, "hint", settings)
            return value
        doubtful = text
        again = "" if is_error else "; repeat it to keep it"
        _say(f"{complaint}{again}", "mark", settings)


def _say(text: str, style: str, settings: Settings) -> None:
    screen = settings.out
    screen.write([[(f"  {line}", style)] for line in wrap(clean(text), screen.wrapped_at - 2)])


def judged(key: str, text: str, timeline: Timeline, today: date) -> tuple[str, str, bool]:
    """An answer as the file would contain it, the objection to it, and whether that is an error."""
    if any("\ud800" <= char <= "\udfff" for char in text):
        return text, "this is not UTF-8 text", True
    if WRITTEN[key].name == "date":
        try:
            return strict_date(text, today), "", False
        except DateFault as fault:
            return text, f"{fault.message}; {fault.hint}" if fault.hint else fault.message, True
    problems = Problems("the answer")
    DECODERS[key](_node(text), Context(problems, timeline.registries))
    first = next(iter(problems.found), None)
    if first is None:
        return text, "", False
    return text, f"{first.message}; {first.hint}" if first.hint else first.message, first.is_error


def _node(text: str) -> Scalar:
    import yaml

    mark = yaml.Mark("the answer", 0, 0, 0, "", 0)
    return scalar(text, mark, mark, '"')


# Completion of answers.


def candidates(key: str, timeline: Timeline) -> set[str]:
    """The names and words in events or registries for a field."""
    kind, registries = WRITTEN[key], timeline.registries
    found = set(kind.choices)
    if kind.registry:
        names: Names = getattr(registries, kind.registry)
        found.update(form for name in names.entities for form in names.all_names(name))
    elif kind.name in ("type", "sources"):
        found.update(registries.types if kind.name == "type" else registries.sources)
    if kind.words and kind.name in ("name", "names", "type", "words"):
        found.update(word for event in timeline.events if (value := getattr(event, key)) for word in kind.words(value))
    return {word for word in found if word == clean(word)}


def completions(text: str, words: Iterable[str], ignores_case: bool = True) -> list[str]:
    """The words that begin with the typed text, else the only one that contains it.

    Readline inserts what they have in common, and `ignores_case` there or not. Nothing is completed where that would
    remove what was typed.
    """
    typed = fold(text)
    found = [word for word in words if fold(word).startswith(typed)]
    inner = [word for word in words if f" {typed}" in fold(word)] if typed else []
    common = commonprefix([word.lower() if ignores_case else word for word in found])  # noqa: RUF071 (of letters)
    if len(found) > 1 and len(common) < len(text):
        return []
    return found or (inner if len(inner) == 1 else [])


@contextmanager
def _completing(words: list[str]) -> Iterator[None]:
    """TAB completes these words while one field is asked for; does nothing without readline."""
    try:
        import readline
    except ImportError:
        yield
        return
    readline.set_completer_delims("\n")
    is_gnu = "libedit" not in (readline.__doc__ or "")
    readline.set_completer(lambda text, number: next(iter(completions(text, words, is_gnu)[number:]), None))
    settings = ["tab: complete", "set completion-ignore-case on", "set show-all-if-ambiguous on"]
    for line in settings if is_gnu else ["bind ^I rl_complete"]:
        readline.parse_and_bind(line)
    try:
        yield
    finally:
        readline.set_completer(None)
