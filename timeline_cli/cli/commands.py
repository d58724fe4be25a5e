"""COMMANDS: the registry of commands. Only the one that is asked for is imported.

Owns: names and one-line helps. A new command is a module beside this and a row here. Refuses: imports.
"""

from __future__ import annotations

from typing import NamedTuple


class Command(NamedTuple):
    """`module` defines a function called `run` that takes the Settings and its own options."""

    name: str
    module: str
    help: str


COMMANDS: dict[str, Command] = {
    command.name: command
    for command in (
        Command("show", "timeline_cli.cli.show", "The timeline, or the part of it that a question asks for."),
        Command(
            "stats", "timeline_cli.cli.stats", "Counts by year, company, person and the like; gaps without events."
        ),
        Command("figures", "timeline_cli.cli.figures", "Numbers over time: values, changes, revisions, charts."),
        Command(
            "entities",
            "timeline_cli.cli.entities",
            "Companies, people, places, types, tags, metrics: names and counts.",
        ),
        Command("types", "timeline_cli.cli.types", "The types of events with their symbols and colours."),
        Command("check", "timeline_cli.cli.check", "Every problem of the files, with its place and its way out."),
        Command("add", "timeline_cli.cli.add", "Add an event to the file, and change nothing else in it."),
        Command("edit", "timeline_cli.cli.edit", "Open an event in your editor, and check the file afterwards."),
        Command("fmt", "timeline_cli.cli.fmt", "Sort the events by date and tidy the layout, and nothing else."),
        Command("init", "timeline_cli.cli.init", "A new file with comments to start from."),
        Command("watch", "timeline_cli.cli.watch", "Show again whenever the files are saved."),
        Command("explain", "timeline_cli.cli.explain", "What a code of check means, and how it is mended."),
        Command("schema", "timeline_cli.cli.schema", "A JSON Schema, so that an editor completes and checks."),
        Command("completion", "timeline_cli.cli.completion", "A completion script for bash, zsh or fish."),
        Command("help", "timeline_cli.cli.help", "How questions are asked, dates are written, and files are made."),
    )
}

DEFAULT = "show"
