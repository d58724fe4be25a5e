"""Settings: the nearest .timeline.toml next to or above the events, then the user's config.toml.

Owns: the keys, the aliases, and the errors in settings files. Does not: apply a setting.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from timeline_cli.cli.commands import BUILT_IN_ALIASES, COMMANDS
from timeline_cli.errors import UsageFault
from timeline_cli.spelling import check_known, did_you_mean, nearest

_MOST_BYTES = 1 << 20

_WORDS = {str: ("text in quotes", '"…"'), bool: ("true or false", "true"), int: ("a whole number", "100")}


Places = Sequence[tuple[Path, bool]]  # files, and whether they are the user's own


class Key(NamedTuple):
    """A key of [defaults]. `check` raises UsageFault for an invalid value."""

    name: str
    kind: type
    help: str
    check: Callable[[Any], None] = lambda value: None
    of_user: bool = False  # only in the user's own file: a shared folder must not choose a program to run


def _check_view(value: str) -> None:
    from timeline_cli.views.registry import VIEWS

    check_known(value, VIEWS, f"unknown view: {value}")


def _check_width(value: int) -> None:
    from timeline_cli.console import NARROWEST

    if not NARROWEST <= value <= 10_000:
        raise UsageFault(f"{value} is not a width", f"write a number of columns from {NARROWEST} to 10000")


def _check_color(value: str) -> None:
    check_known(value, ("auto", "always", "never"), f"unknown value for color: {value}")


KEYS: dict[str, Key] = {
    key.name: key
    for key in (
        Key("view", str, "the view of show", _check_view),
        Key("reverse", bool, "latest first"),
        Key("width", int, "columns, in a pipe too", _check_width),
        Key("ascii", bool, "draw with ASCII only"),
        Key("color", str, "auto, always or never", _check_color),
        Key("pager", str, "the program for long answers; in your own file only", of_user=True),
    )
}


class Setting(NamedTuple):
    """A value of a file, with its place: FILE:LINE."""

    value: Any
    origin: str


class Configuration(NamedTuple):
    """The settings of all files, and their faults; those of aliases by name, since only a call of one needs it.

    `ignored` are the places and names of aliases that have the name of a command.
    """

    defaults: dict[str, Setting]
    aliases: dict[str, Setting]
    ignored: list[str]
    faults: list[UsageFault]
    alias_faults: dict[str, UsageFault]


def built_in() -> Configuration:
    """The settings without a file."""
    return Configuration({}, {name: Setting(words, "built in") for name, words in BUILT_IN_ALIASES.items()}, [], [], {})


def configuration(places: Places) -> Configuration:
    """Everything valid in these files, the later ones before the earlier, key by key; and their faults."""
    found = built_in()
    for path, is_user in places:
        try:
            _take(path, is_user, found)
        except UsageFault as fault:
            found.faults.append(fault)
    return found


def _take(path: Path, is_user: bool, found: Configuration) -> None:
    text = _text(path)
    for section, values in _parsed(path, text).items():
        if section not in ("defaults", "alias"):
            near = did_you_mean(section, ("defaults", "alias"))
            found.faults.append(_fault(path, text, "", section, f"[{section}] is not a section", str(near)))
            continue
        if not isinstance(values, dict):
            raise _fault(path, text, "", section, f"{section} is a section", f"write [{section}] on its own line")
        for name, value in values.items():
            place = f"{path}:{_line(text, section, name)}"
            try:
                if section == "defaults":
                    _check(path, text, name, value, is_user)
                    found.defaults[name] = Setting(value, place)
                elif name in COMMANDS:
                    found.ignored.append(f"{place}: {name}")
                else:
                    found.aliases[name] = Setting(_alias(path, text, name, value), place)
                    found.alias_faults.pop(name, None)
            except UsageFault as fault:
                if section == "defaults":
                    found.faults.append(fault)
                else:
                    found.alias_faults[name] = fault
                    found.aliases.pop(name, None)


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            data = file.read(_MOST_BYTES + 1)
        if len(data) > _MOST_BYTES:
            raise UsageFault(f"{path} is too large for a settings file", "keep only settings in it")
        return data.decode("utf-8")
    except OSError as error:
        raise UsageFault(f"{path} cannot be read: {error.strerror}", "fix it, or use --no-config") from None
    except UnicodeDecodeError:
        raise UsageFault(f"{path} is not UTF-8", "save it as UTF-8, or use --no-config") from None


def _parsed(path: Path, text: str) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
        text_of = "values are nested too deeply" if isinstance(error, RecursionError) else str(error)
        message, _, where = text_of.partition(" (at ")
        numbers = re.findall(r"\d+", where)
        place = ":".join([str(path), *(numbers or [str(text.count(chr(10)) + 1)])])
        raise UsageFault(f"{place}: {message[:1].lower()}{message[1:]}", _LEFT_OUT) from None


_LEFT_OUT = "correct it, or ignore all settings with --no-config"


def _check(path: Path, text: str, name: str, value: Any, is_user: bool) -> None:
    key = KEYS.get(name)
    if key is None:
        raise _fault(path, text, "defaults", name, f"{name} is not a setting", str(did_you_mean(name, KEYS)))
    if type(value) is not key.kind:
        says, example = _WORDS[key.kind]
        raise _fault(path, text, "defaults", name, f"{name} is {says}", f"write {name} = {example}")
    if key.of_user and not is_user:
        message = f"{name} is allowed only in your own settings, because it names a program"
        raise _fault(path, text, "defaults", name, message, "move it to your own config.toml")
    try:
        key.check(value)
    except UsageFault as fault:
        raise _fault(path, text, "defaults", name, fault.message, str(fault.hint)) from None


def _alias(path: Path, text: str, name: str, value: Any) -> tuple[str, ...]:
    """The words of an alias: text split as a shell does, or a list; the first word is a built-in command."""
    import shlex

    if isinstance(value, str):
        try:
            words = tuple(shlex.split(value))
        except ValueError:
            raise _fault(path, text, "alias", name, "a quotation mark is not closed", "close it") from None
    elif isinstance(value, list) and all(isinstance(word, str) for word in value):
        words = tuple(value)
    else:
        message = f"the alias {name} must be text or a list of words"
        raise _fault(path, text, "alias", name, message, f'write {name} = "show …"')
    if not re.fullmatch(r"[^\W_][\w-]*", name):
        raise _fault(path, text, "alias", name, f"{name} cannot be a command name", "use letters, digits and -")
    if not words or words[0] not in COMMANDS:
        message = f"the alias {name} does not begin with a command"
        near = nearest(words[0], COMMANDS) if words else None
        hint = f"did you mean {near}?" if near else f'write {name} = "show …", or another command of ours'
        raise _fault(path, text, "alias", name, message, hint)
    return words


def _fault(path: Path, text: str, section: str, name: str, message: str, hint: str) -> UsageFault:
    line = _line(text, section, name)
    lines = text.splitlines()
    column = lines[line - 1].find(name) + 1 if 0 < line <= len(lines) else 0
    return UsageFault(f"{path}:{line}:{max(column, 1)}: {message}", hint or _LEFT_OUT)


def _line(text: str, section: str, name: str) -> int:
    """The line of a key in a section, or of a section; 1 if it cannot be found."""
    current = ""
    for number, line in enumerate(text.splitlines(), 1):
        head = re.match(r"\s*\[+\s*[\"']?([^\]\"']*)", line)
        if head:
            current = head[1].strip()
            if not section and current.split(".")[0] == name:
                return number
        elif current == section and re.match(rf"\s*[\"']?{re.escape(name)}[\"']?\s*[=.]", line):
            return number
    return 1


def rows(found: Configuration) -> Iterator[tuple[str, str, str]]:
    """Each setting, then each alias: its key, its value as written, and where it is set."""
    import json
    import shlex

    for name in KEYS:
        setting = found.defaults.get(name)
        if setting is not None:
            yield name, json.dumps(setting.value, ensure_ascii=False), setting.origin
    for name, setting in sorted(found.aliases.items()):
        yield f"alias {name}", shlex.join(setting.value), setting.origin
