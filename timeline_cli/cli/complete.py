"""The answers to a shell's completion requests: `timeline _complete SHELL …`, called by the completion scripts.

Owns: the protocol of each shell. Does not: print anything but suggestions, name a command or an option, or import
typer or a command.

The words come without the program's name; the last one is being completed:

    bash  LINE TEXT         the line up to the cursor, and the part of it that bash will replace (its $2)
    zsh   WORD… PREFIX      words without quotes, and the last one as typed
    fish  WORD… TOKEN       the same

The answer is empty, or a line of directives and then one suggestion per line: for bash the text to insert, quoted by
the shell's rules; for zsh and fish VALUE TAB HELP without quotes, the shell quotes. The directives are `files`
(complete the names of files), or `space` or `nospace` (what follows a single suggestion), then `list` where
inserting what the suggestions have in common would eat what was typed.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from os.path import commonprefix
from typing import Any, NamedTuple

from timeline_cli.cli.commands import COMMANDS, by_flag, rows_of
from timeline_cli.cli.quoting import bash_quoted, unquoted
from timeline_cli.option import Choices, Option
from timeline_cli.query.suggest import Glance, Suggestion, in_metrics, in_option, in_query
from timeline_cli.text import clean, fold


class Answer(NamedTuple):
    found: Sequence[Suggestion] = ()
    files: bool = False


class Typed(NamedTuple):
    """What comes before the word: a command and its arguments, and the named files.

    `options` are those that may follow, by their flags; `open` is one whose value the word is; after `--` all words are
    arguments.
    """

    command: str | None
    arguments: list[str]
    files: list[str]
    options: dict[str, Option]
    open: Option | None
    only_words: bool


def run(arguments: Sequence[str]) -> None:
    """Print the answer to a shell. Never raises, never writes to stderr."""
    try:
        shell, *words = arguments
        text = "".join(line + "\n" for line in PROTOCOLS[shell](words))
        sys.stdout.buffer.write(text.encode("utf-8", "surrogateescape"))
        sys.stdout.buffer.flush()
    except BaseException:  # also Ctrl-C while waiting, and a reader that has gone
        # Nothing half-written may come out when the interpreter ends.
        os._exit(0)


def answer(words: Sequence[str], current: str) -> Answer:
    """What can replace `current` after `words`, which exclude the program's name."""
    typed = _typed(words)
    if typed.open is not None:
        return _of(typed.open.values, current, typed)
    flag, equals, value = current.partition("=")
    if not typed.only_words and equals and flag in typed.options:
        return _after_equals(typed.options[flag], flag, value, typed)
    if not typed.only_words and current.startswith("-"):
        return Answer(_option_names(typed.options, current))
    if typed.command is None:
        from timeline_cli.cli.aliases import known_aliases

        aliases = {name: " ".join(words) for name, words in known_aliases(typed.files).items()}
        return Answer(_beginning({**{name: row.help for name, row in COMMANDS.items()}, **aliases}, current))
    argument = next((row for row in rows_of(typed.command) if not row.flags), None)
    if argument is None or (typed.arguments and argument.kind is not list):
        return Answer()
    return _of(argument.values, current, typed)


def _typed(words: Sequence[str]) -> Typed:
    command, only_words = None, False
    arguments: list[str] = []
    named: list[str] = []
    options, waiting = by_flag(None), None
    for word in words:
        if waiting is not None:
            named += [word] if waiting.name == "file" else []
            waiting = None
        elif only_words or word == "-" or not word.startswith("-"):
            if command is not None:
                arguments.append(word)
            else:
                command = word if word in COMMANDS else _alias_of(word, named)
                options = by_flag(command)
        elif word == "--":
            only_words = True
        else:
            row, value = _option(word, options)
            named += [value] if row is not None and value and row.name == "file" else []
            waiting = row if row is not None and row.takes_next and word in row.flags else None
    return Typed(command, arguments, named, options, waiting, only_words)


def _alias_of(word: str, files: Sequence[str]) -> str:
    """The command for which an alias stands, or the word itself."""
    from timeline_cli.cli.aliases import known_aliases

    return known_aliases(files).get(word, (word,))[0]


def _option(word: str, options: Mapping[str, Option]) -> tuple[Option | None, str]:
    """The option of a word, and the value that the word itself holds: --file=a.yaml, -fa.yaml."""
    flag, _, value = word.partition("=")
    if not word.startswith("--"):
        flag, value = word[:2], word[2:]
    return options.get(flag), value


def _of(values: Choices, current: str, typed: Typed) -> Answer:
    """What can complete a value that may have begun."""
    glance = _glance(typed.files)
    if values.files:
        return Answer(files=True)
    if values.question:
        of_field = in_metrics(current, glance) if values.field else []
        if values.table and not typed.arguments and not typed.only_words:
            of_field = _beginning(values.listed(), current)
        known = {one.value for one in of_field}
        others = in_query(typed.arguments, current, glance)
        return Answer([*of_field, *(one for one in others if one.value not in known)])
    if values.field:
        return Answer(in_option(values.field, current, glance))
    return Answer((_next_of_list if values.many else _beginning)(values.listed(), current))


def _after_equals(option: Option, flag: str, value: str, typed: Typed) -> Answer:
    """The value in --option=value, and the fields of --json=id,title."""
    given = _of(option.values, value, typed)
    return given if given.files else Answer([one._replace(value=f"{flag}={one.value}") for one in given.found])


def _next_of_list(words: Mapping[str, str], current: str) -> list[Suggestion]:
    """Complete the word after the last comma; each word may appear once."""
    before, comma, begun = current.rpartition(",")
    given = before.split(",")
    return [
        Suggestion(before + comma + word, help, whole=False)
        for word, help in words.items()
        if word.startswith(begun) and word not in given
    ]


def _beginning(words: Mapping[str, str], current: str) -> list[Suggestion]:
    return [Suggestion(word, help) for word, help in words.items() if fold(word).startswith(fold(current))]


def _option_names(options: Mapping[str, Option], current: str) -> list[Suggestion]:
    # A single dash would list every option twice.
    begun = "--" if current == "-" else current
    found = [Suggestion(flag, row.text) for flag, row in options.items() if flag.startswith(begun)]
    if options and "--help".startswith(begun):
        found.append(Suggestion("--help", "Show help."))
    for flag, row in options.items():
        if row.bare == "" and begun.startswith(flag[:3]) and flag.startswith(begun):
            found.append(Suggestion(f"{flag}=", f"Print only some fields: {flag}=id,title", whole=False))
    return sorted(found)


# The user's own files.


def _glance(named: Sequence[str]) -> Glance:
    texts: list[str] = []

    def glance(keys: Sequence[str]) -> dict[str, list[Any]]:
        from timeline_cli.index.names import indexed_names
        from timeline_cli.reading.search import find_files

        files = find_files(tuple(map(_expanded, named)))
        found = indexed_names(files, keys)
        if found is None:
            from timeline_cli.reading.glance import glance, read_texts

            texts[:] = texts or read_texts(files)
            found = glance(texts, keys)
        return found

    return glance


def _expanded(name: str) -> str:
    """The shell has not expanded ~ and $HOME yet."""
    return name if os.path.lexists(name) else os.path.expandvars(os.path.expanduser(name))  # noqa: PTH111


# The protocols.


def _bash(arguments: Sequence[str]) -> list[str]:
    line, text = arguments
    words, _ = unquoted(line)
    kept, quote = unquoted(line.removesuffix(text))
    if quote == "$'" or len(kept) != len(words):
        return []
    given = answer(_after_program(words[:-1]), words[-1])
    if given.files:
        return ["files"]
    # Bash keeps what comes before the text; a suggestion that continues differently cannot be inserted.
    found = [one for one in _printable(given) if one.value.startswith(kept[-1])]
    # Bash inserts the common prefix: if some continue what was typed, the others would only delete part of it.
    found = [one for one in found if _goes_on(one.value, words[-1])] or found
    inserted = [bash_quoted(one.value[len(kept[-1]) :], quote) for one in found]
    # Bash closes the quote, except where the text ends in the same mark and it takes that for the closing one.
    inserted = [word + quote if quote and word.endswith(quote) else word for word in inserted]
    return [_directives(found, inserted, text), *inserted] if found else []


def _after_program(words: Sequence[str]) -> list[str]:
    """Without the variables that are set for the command, and without its name."""
    rest = list(words)
    while rest and re.match(r"\w+=", rest[0]):
        rest.pop(0)
    return rest[1:]


def _described(arguments: Sequence[str], escapes_in_single: bool = False) -> list[str]:
    """The answer for zsh, and for fish, where a backslash counts within single quotes too."""
    *words, token = arguments
    current = unquoted(token, escapes_in_single)[0][-1]
    given = answer(words, current)
    if given.files:
        return ["files"]
    found = _printable(given)
    lines = [f"{one.value}\t{clean(one.help)}" for one in found]
    return [_directives(found, [one.value for one in found], current), *lines] if found else []


def _printable(given: Answer) -> list[Suggestion]:
    """Names from the files are clean already; this is for text pasted before them."""
    return [one for one in given.found if one.value.isprintable()]


def _goes_on(word: str, typed: str) -> bool:
    """Whether a word begins as typed, ignoring case and quotation marks."""
    return _bare(word).startswith(_bare(typed))


def _bare(word: str) -> str:
    return fold(re.sub(r"[\\\"']", "", word))


def _directives(found: Sequence[Suggestion], inserted: Sequence[str], typed: str) -> str:
    goes_on = any(not one.whole for one in found)
    common = commonprefix(list(inserted))  # noqa: RUF071 (a prefix of letters, not of path parts)
    eats = len(found) > 1 and not _goes_on(common, typed)
    return ("nospace" if goes_on else "space") + (" list" if eats else "")


PROTOCOLS: dict[str, Callable[[Sequence[str]], list[str]]] = {
    "bash": _bash,
    "zsh": _described,
    "fish": lambda arguments: _described(arguments, escapes_in_single=True),
}
