"""What a shell asks while a command line is typed: `timeline _complete SHELL …`, called by the completion scripts.

Owns: the protocol of each shell, and which commands and options take which values. Refuses: to say anything but
suggestions — whatever goes wrong, nothing is printed — and to import typer for anything but the names of options.

The words come without the name of the program, the last one is being completed:

    bash  LINE TEXT         the line up to the cursor, and the part of it that bash will replace (its $2)
    zsh   WORD… PREFIX      words without quotes, and the last one as typed
    fish  WORD… TOKEN       the same

The answer is nothing, or a line of directives and then a suggestion a line: for bash the text to insert, quoted by
the shell's rules; for zsh and fish VALUE TAB HELP without quotes, the shell quotes. The directives are `files`
(complete the names of files), or `space` or `nospace` (what follows a single suggestion), then `list` where
inserting what the suggestions have in common would eat what was typed.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from os.path import commonprefix
from typing import Any, NamedTuple

from timeline_cli.cli.commands import COMMANDS
from timeline_cli.cli.quoting import bash_quoted, unquoted
from timeline_cli.query.suggest import Glance, Suggestion, in_metrics, in_option, in_query
from timeline_cli.text import clean, fold


class Answer(NamedTuple):
    found: Sequence[Suggestion] = ()
    files: bool = False


# Options with a value: the field of the question that the value is of, a table of words, or nothing to suggest.
_FILE_OPTIONS = ("-f", "--file")
_OTHER_FILES = ("--from", "--to")
_OPTION_FIELDS = {
    **{f"--{field}": field for field in ("company", "person", "type", "place", "tag", "status", "certainty", "id")},
    **dict.fromkeys(("--since", "--until", "--on", "--as-of", "--date", "--known"), "date"),
    **dict.fromkeys(("--like", "--part-of", "--follows", "--supersedes", "--related"), "id"),
    "--source": "source",
    "--fiscal-of": "company",
}
_OPTION_TABLES = {
    "--view": ("timeline_cli.views.registry", "VIEWS"),
    "--lane-by": ("timeline_cli.views.options", "LANES"),
    "--sort": ("timeline_cli.query.select", "SORTED"),
    "--group-by": ("timeline_cli.query.select", "GROUPS"),
    "--match": ("timeline_cli.query.question", "MODES"),
    "--by": ("timeline_cli.query.counts", "COUNTED"),
    **dict.fromkeys(("--select", "--extend-select", "--ignore"), ("timeline_cli.diagnostics", "CODES")),
}
_OPTION_WORDS = {
    "--color": ("auto", "always", "never"),
    "--chart": ("bar", "line"),
    "--output": ("text", "json", "github"),
}
_LISTS = ("--by",)  # take several words with commas between them
_OPTIONS_UNKNOWN = ("--text", "--today", "--width", "--limit", "-n", "--title", "--summary", "--figure", "--set")
VALUED = frozenset((*_FILE_OPTIONS, *_OTHER_FILES, *_OPTION_FIELDS, *_OPTION_TABLES, *_OPTION_WORDS, *_OPTIONS_UNKNOWN))

# The fields of --json= of commands that report something else than events.
_JSON_FIELDS = {
    "stats": ("timeline_cli.exports.counts", "COUNT_ROW"),
    "figures": ("timeline_cli.exports.figures", "FIGURE_ROW"),
}

# Commands that take a question; other arguments are words of a table.
_ASKING = ("show", "stats", "figures", "watch", "export")
_ARGUMENTS = {
    "entities": ("timeline_cli.query.entities", "KINDS"),
    "explain": ("timeline_cli.diagnostics", "CODES"),
    "completion": ("timeline_cli.cli.completion", "SHELLS"),
    "help": ("timeline_cli.cli.help", "TOPICS"),
}


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
    """What may stand for `current` after `words`, which are those behind the name of the program."""
    glance = _glance(words)
    is_option = "--" not in words
    if is_option and words and words[-1] in VALUED:
        return _of_option(words[-1], current, glance)
    option, equals, value = current.partition("=")
    if is_option and equals and option.startswith("--"):
        return _after_equals(option, value, glance, words)
    arguments = _positional(words)
    if is_option and current.startswith("-"):
        return Answer(_option_names(arguments[0] if arguments else None, current))
    if not arguments:
        rows = [Suggestion(row.name, row.help) for row in COMMANDS.values()]
        return Answer([found for found in rows if found.value.startswith(current)])
    if arguments[0] in _ASKING:
        metrics = in_metrics(current, glance) if arguments[0] == "figures" else []
        return Answer([*metrics, *in_query(arguments[1:], current, glance)])
    if arguments == ["edit"]:
        return Answer(in_option("id", current, glance))
    if arguments == ["init"] or arguments[0] == "check":
        return Answer(files=True)
    if arguments[0] in _ARGUMENTS and len(arguments) == 1:
        known = _table(*_ARGUMENTS[arguments[0]])
        return Answer(_beginning([*known, *COMMANDS] if arguments[0] == "help" else known, current))
    return Answer()


def _positional(words: Sequence[str]) -> list[str]:
    """The words that are neither options nor their values."""
    found: list[str] = []
    value_follows = only_words = False
    for word in words:
        if value_follows:
            value_follows = False
        elif word == "--" and not only_words:
            only_words = True
        elif only_words or not word.startswith("-") or word == "-":
            found.append(word)
        else:
            value_follows = word in VALUED
    return found


def _of_option(option: str, current: str, glance: Glance) -> Answer:
    if option in (*_FILE_OPTIONS, *_OTHER_FILES):
        return Answer(files=True)
    if option in _OPTION_FIELDS:
        return Answer(in_option(_OPTION_FIELDS[option], current, glance))
    words = _table(*_OPTION_TABLES[option]) if option in _OPTION_TABLES else _OPTION_WORDS.get(option, ())
    if option in _LISTS:
        return Answer(_next_of_list(((word, "") for word in words), current))
    return Answer(_beginning(words, current))


def _after_equals(option: str, value: str, glance: Glance, before: Sequence[str]) -> Answer:
    """The value in --option=value, and the fields of --json=id,title."""
    if option == "--json":
        found = _next_of_list(_json_fields(_positional(before)[:1]), value)
    else:
        given = _of_option(option, value, glance)
        if given.files:
            return given
        found = list(given.found)
    return Answer([one._replace(value=f"{option}={one.value}") for one in found])


def _json_fields(command: Sequence[str]) -> Iterable[tuple[str, str]]:
    if command and command[0] in _JSON_FIELDS:
        return [(key, "") for key in _table(*_JSON_FIELDS[command[0]])]
    from timeline_cli.fields.table import FIELDS

    return [(field.key, field.help) for field in FIELDS if field.encode]


def _next_of_list(words: Iterable[tuple[str, str]], current: str) -> list[Suggestion]:
    """The word that is begun after the last comma; each may stand once."""
    before, comma, begun = current.rpartition(",")
    given = before.split(",")
    return [
        Suggestion(before + comma + word, help, whole=False)
        for word, help in words
        if word.startswith(begun) and word not in given
    ]


def _table(module: str, name: str) -> Iterable[str]:
    from importlib import import_module

    words: Iterable[str] = getattr(import_module(module), name)
    return words


def _beginning(words: Iterable[str], current: str) -> list[Suggestion]:
    return [Suggestion(word) for word in words if fold(word).startswith(fold(current))]


def _option_names(command: str | None, current: str) -> list[Suggestion]:
    """The options of a command from the command itself: here alone Typer is worth its time."""
    from timeline_cli.cli import app

    if command is not None and command not in COMMANDS:
        return []
    found = {"--help": Suggestion("--help", "What there is.")}
    parameters: list[Any] = (app.load_command(command) if command else app.root()).params
    for parameter in parameters:
        for name in parameter.opts:
            if name.startswith("-") and not getattr(parameter, "hidden", False):
                found[name] = Suggestion(name, getattr(parameter, "help", None) or "")
    if "--json" in found and current.startswith("--j"):
        found["--json="] = Suggestion("--json=", "Only some fields: --json=id,title", whole=False)
    wanted = [found[name] for name in sorted(found) if name.startswith(current)]
    # A lone dash would list every option twice.
    return [one for one in wanted if one.value.startswith("--")] if current == "-" else wanted


# The user's own files.


def _glance(words: Sequence[str]) -> Glance:
    def glance(keys: Sequence[str]) -> dict[str, list[Any]]:
        from timeline_cli.reading.glance import glance
        from timeline_cli.reading.search import find_files

        return glance(find_files(tuple(_files_named(words))), keys)

    return glance


def _files_named(words: Sequence[str]) -> list[str]:
    found = [after for word, after in pairwise(words) if word in _FILE_OPTIONS]
    found += [word.removeprefix("--file=") for word in words if word.startswith("--file=")]
    found += [word[2:] for word in words if re.match(r"-f.", word)]
    return list(map(_expanded, found))


def _expanded(name: str) -> str:
    """The shell has not put in ~ and $HOME yet."""
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
    # What stands before the text, bash keeps; a suggestion that goes on differently cannot be inserted.
    found = [one for one in _printable(given) if one.value.startswith(kept[-1])]
    # Bash inserts what all have in common: where some go on from what was typed, the others would only eat it.
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


def _zsh(arguments: Sequence[str]) -> list[str]:
    *words, prefix = arguments
    current = unquoted(prefix)[0][-1]
    return _described(words, current)


def _fish(arguments: Sequence[str]) -> list[str]:
    *words, token = arguments
    current = unquoted(token, escapes_in_single=True)[0][-1]
    return _described(words, current)


def _described(words: Sequence[str], current: str) -> list[str]:
    given = answer(words, current)
    if given.files:
        return ["files"]
    found = _printable(given)
    lines = [f"{one.value}\t{clean(one.help)}" for one in found]
    return [_directives(found, [one.value for one in found], current), *lines] if found else []


def _printable(given: Answer) -> list[Suggestion]:
    """Names come clean from the files; this is for what was pasted before them."""
    return [one for one in given.found if one.value.isprintable()]


def _goes_on(word: str, typed: str) -> bool:
    """Whether a word begins as typed, letter case and quotation marks aside."""
    return _bare(word).startswith(_bare(typed))


def _bare(word: str) -> str:
    return fold(re.sub(r"[\\\"']", "", word))


def _directives(found: Sequence[Suggestion], inserted: Sequence[str], typed: str) -> str:
    goes_on = any(not one.whole for one in found)
    common = commonprefix(list(inserted))  # noqa: RUF071 (of letters is what is meant)
    eats = len(found) > 1 and not _goes_on(common, typed)
    return ("nospace" if goes_on else "space") + (" list" if eats else "")


PROTOCOLS: dict[str, Callable[[Sequence[str]], list[str]]] = {"bash": _bash, "zsh": _zsh, "fish": _fish}
