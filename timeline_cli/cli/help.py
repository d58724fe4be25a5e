"""`timeline help`: explain questions, dates, files, JSON, views, formats and imports, and print each command's help.

Owns: TOPICS, made from the tables that the code itself uses. Does not: copy any of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from textwrap import dedent

from timeline_cli.cli.commands import COMMANDS
from timeline_cli.cli.options import Settings
from timeline_cli.console import Line
from timeline_cli.errors import EXIT_DONE
from timeline_cli.spelling import check_known
from timeline_cli.wrapping import wrap


def run(settings: Settings, topic: str | None) -> int:
    """Explain questions, dates, files, JSON, views, formats or imports, or print the help of a command."""
    if topic is None or (topic in COMMANDS and topic not in TOPICS):
        from timeline_cli.cli.app import root

        root().main(args=[*([topic] if topic else []), "--help"], prog_name="timeline", standalone_mode=False)
        if topic is None:
            settings.out.write([[], [("Topics: timeline help " + ", timeline help ".join(TOPICS), "")]])
        return EXIT_DONE
    check_known(topic, subjects(), f"no help on {topic}", f"name a command, or one of: {', '.join(TOPICS)}")
    from timeline_cli.views.words import plain

    lines = _lines(TOPICS[topic](), settings.out.width)
    settings.out.page([(plain(text, settings.out.ascii), style) for text, style in line] for line in lines)
    return EXIT_DONE


def subjects() -> Mapping[str, object]:
    """The topics and the commands."""
    return {**TOPICS, **COMMANDS}


Section = tuple[str, list[tuple[str, str]] | str]


def _query() -> list[Section]:
    from timeline_cli.query import parser
    from timeline_cli.query.figure_terms import FIGURE_TERMS
    from timeline_cli.query.question import MODES
    from timeline_cli.query.terms import TERMS

    grammar = (parser.__doc__ or "").split("\n\n", 2)[-1].strip("\n")
    rows = [(f"{row.name}:", row.help) for row in TERMS.values()]
    rows += [(f"{row.name}:", row.help) for row in FIGURE_TERMS.values()]
    return [
        ("How a question is written", grammar),
        ("Fields", [*rows, ("x-…:", "a custom key")]),
        ("Possible matches (--match)", list(MODES.items())),
        ("Examples", EXAMPLES),
        (
            "How it is answered",
            "A bare word finds a company, person, place, type or tag by its whole name or alias, with its children "
            "(only where no name is whole, names that hold the word), and text in which a word begins so; the echo "
            "says which. After a field, a whole registered name or alias is that one; else a name matches when the "
            "words asked for are whole words of it. * stands for any letters. text: matches parts of words. Letter "
            "case, accents and vowel points do not matter: orsted finds Ørsted; Mueller finds Müller if no name has "
            "it. In a shell, quote what holds * ( ) ! | < or >. "
            "A company includes its children, a place what lies in it. An event whose date is coarser than the "
            "period asked for matches possibly and is marked; --match certainly leaves it out. With --as-of, an event "
            "is known from its known: date, else the earliest published: of its sources, else its start; before its "
            "start, one that is planned, cancelled or still ahead matches possibly. What only runs "
            "through the period, or touches it with an open or unknown end, comes last as background.",
        ),
    ]


EXAMPLES = [
    ("timeline show samsung forum 2025", ""),
    ("timeline show company:samsung last quarter", ""),
    ("timeline show 'person:lee (type:forum or type:meeting) not place:beijing'", ""),
    ("timeline show since 2023 until last month certainty:rumoured,reported", ""),
    ('timeline show has:figures metric:"shipment target" value:300000..', ""),
    ("timeline show in:lee-china-trip-2025 place:china --as-of 2025-03-24", ""),
    ('timeline show known:"this week" not is:background', ""),
]


def _dates() -> list[Section]:
    from timeline_cli.dates import event_date
    from timeline_cli.dates.phrases import phrase

    file_grammar = (event_date.__doc__ or "").split("\n\n", 2)[-1].strip("\n")
    phrase_grammar = (phrase.__doc__ or "").split("\n\n", 2)[-1].strip("\n")
    return [("In a file", file_grammar), ("In a question", phrase_grammar)]


def _file() -> list[Section]:
    from timeline_cli.event_types import TYPES
    from timeline_cli.fields.parts import HAND_WRITTEN_FIGURE_KEYS, SOURCE_KEYS
    from timeline_cli.fields.table import FIELDS
    from timeline_cli.model import FIGURE_KINDS
    from timeline_cli.reading.parser_input import TOP_KEYS
    from timeline_cli.reading.registries import ENTRY_KEYS

    source_keys = [key for key in SOURCE_KEYS if key != "key"]  # only in our own JSON
    return [
        ("Keys of an event", [(f"{field.key}:", field.help) for field in FIELDS if field.is_decoded]),
        ("Built-in types", ", ".join(TYPES)),
        (
            "Figures",
            [
                ("{METRIC: NUMBER UNIT}", "the short form, without a list: figures: {EV sales: 140000 vehicles}"),
                ("[{key: …}, …]", "the long form, with the keys " + ", ".join(HAND_WRITTEN_FIGURE_KEYS)),
                ("company:", "whose it is; default: the event's one company without a role, else its first"),
                ("value:", "[about|over|under] NUMBER [to NUMBER] [thousand|million|billion|trillion]"),
                ("kind:", "one of " + ", ".join(FIGURE_KINDS)),
                ("period:", "a date; for a level such as headcount, a day; without it, nothing is compared"),
            ],
        ),
        ("Sources", "a key of sources:, a link, or a mapping with the keys " + ", ".join(source_keys)),
        (
            "Earlier versions",
            "was: [{date: 2025-04, certainty: rumoured, known: 2025-02-11}] : what was different, and since when",
        ),
        ("Keys at the top of a file", ", ".join(TOP_KEYS) + "; keys that start with x- are custom."),
        ("Keys of their entries", [(f"{name}:", ", ".join(keys)) for name, keys in ENTRY_KEYS.items()]),
    ]


def _json() -> list[Section]:
    from timeline_cli.exports.counts import COUNT_ROW, GAP_ROW
    from timeline_cli.exports.figures import EXPECTED_ROW, FIGURE_ROW
    from timeline_cli.exports.json import event_fields
    from timeline_cli.exports.problems import KEYS

    return [
        ("Keys of an event, in this order", list(event_fields().items())),
        ("Then", "custom x- keys. Days are ISO dates, both ends inclusive; null if open or unknown."),
        (
            "With --view agenda",
            "days, last: the days from today to the first day of what is ahead, or to the last day of what is over, "
            "which is negative; 0 for what is on today, null where no day is known or due.",
        ),
        ("Keys of a row of figures --json", ", ".join(FIGURE_ROW)),
        (
            "What they are",
            "previous and change are what the source states. before is the last number on the period before, "
            "year_before that on the same months of the year before, revises the last number for the same period; "
            "each with its event, the difference, and percent, null for what is a percentage itself or not positive. "
            "Series by series, in the order of their periods.",
        ),
        (
            "Keys of a row of figures --view matrix --json",
            "the same and column, a period of the calendar: 2025-Q1. With --csv a row for each company, and a column "
            "for each period.",
        ),
        ("Keys of a row of figures --view expected --json", ", ".join(EXPECTED_ROW)),
        (
            "What they are",
            "expected is the last expectation published before the first number for the period or with it, was the "
            "earlier ones. actual is the last final number, else the last preliminary one; null until it is reported. "
            "outcome is above, met (equal, or in the range) or below; null for about, and for an expectation published "
            "after the number. difference is from the nearest end of a range.",
        ),
        ("Keys of a row of stats --json", ", ".join(COUNT_ROW)),
        ("Keys of a row of stats --gaps --json", ", ".join(GAP_ROW)),
        ("Keys of a problem of check --json", ", ".join(KEYS)),
        (
            "Its fix",
            "edits are the replacements: each has file, line, column, end_line, end_column (from 1, in code points, "
            "end exclusive) and text. certain is true if the fix is safe, false if it is a suggestion, and null "
            "without edits. fix is the edit that --fix writes, or null.",
        ),
    ]


def _views() -> list[Section]:
    from timeline_cli.views.options import VIEW_OPTIONS
    from timeline_cli.views.registry import FIGURE_VIEWS, VIEWS, taking
    from timeline_cli.views.strokes import LEGEND

    options = [
        (f"{row.flag}{' WHAT' if row.takes_value else ''}", f"{row.help} ({taking(row)})") for row in VIEW_OPTIONS
    ]
    return [
        ("Views (--view)", [(view.name, view.help) for view in VIEWS.values()]),
        ("Their options", options),
        (
            "Signs of the timeline",
            [
                ("↦ │ ⇥", "an event starts, lasts and ends, next to the events during it"),
                ("· 11 months ·", "no event for that long, which is unusual in this timeline"),
                ("├ └", "part of the event above; parts at other times name the event that they belong to"),
                ("~ ? 2024", "about, uncertain, and only the year is known"),
            ],
        ),
        ("Signs of the lanes", [(sign, text) for sign, text in LEGEND]),
        ("Views of figures (figures --view)", [(view.name, view.help) for view in FIGURE_VIEWS.values()]),
        (
            "Signs of figures",
            [
                ("12.1p", "preliminary; the last final number counts, else the last preliminary one"),
                ("12.1?", "rumoured, or only possibly what was asked for"),
                ("25.9*", "of other months than its column, which holds the middle day of its period"),
                ("▲ = ▼", "above, met or below what was expected; whether that is good is not said"),
                ("QoQ HoH MoM YoY", "change on the quarter, half or month before, and on the same of the year before"),
            ],
        ),
    ]


def _formats() -> list[Section]:
    from timeline_cli.exports.registry import EXPORTS, file_options

    rows = [(row.name, f"{row.help} ({', '.join(row.suffixes)})") for row in EXPORTS.values()]
    return [
        ("Formats (timeline export)", rows),
        ("Their options", [(f"{row.flag} {row.metavar or ''}".strip(), row.text) for row in file_options()]),
        (
            "How they are chosen",
            "The format follows from the suffix of -o FILE, or is named by --format or by the first word, unless -- is "
            "before it. What a format cannot say, as a calendar a date without a day, is counted on stderr.",
        ),
    ]


def _import() -> list[Section]:
    from timeline_cli.imports.maps import COLUMN_HELP, MAP_HELP
    from timeline_cli.imports.registry import IMPORTS

    return [
        ("Formats", [(row.name, f"{row.help} ({' '.join(row.suffixes)})") for row in IMPORTS.values()]),
        (
            "How a file is imported",
            "Without a map, one of ours that fits (EDGAR, TimelineJS, calendars, Markwhen) is used, else the columns "
            "are guessed: only if one column can be the date and one the title. Otherwise nothing is imported, and a "
            "draft of a map is printed, its open questions after # ?.\n\n"
            "Each event says where it is from, x-from: NAME#KEY@DIGEST. Importing again adds what is new, reports what "
            "changed or is gone, and with --update writes the fields that the input changed; edits in the file stay. "
            "The exit code is 1 if something was left out that the map does not leave out, a value was left off, or an "
            "event was not updated.",
        ),
        (
            "A map",
            "A map is an event with holes, in TOML. {Column} stands for a cell, {{ for a brace, all else is constant.",
        ),
        ("For example", [(line, "") for line in _MAP.splitlines()]),
        (
            "Empty holes",
            "A list drops items with an empty hole; in place, a figure or a source it drops that value; in title or "
            "date it leaves the row out, unless the column has else. {Year}-{Month}-{Day} is cut at the first empty "
            "one, and {start}/{end} with an empty or equal end is a point.",
        ),
        ("Keys of a map", list(MAP_HELP.items())),
        ("Keys of [columns.NAME]", list(COLUMN_HELP.items())),
    ]


_MAP = """\
key = "{No}"
[event]
date = "{Year}-{Month}-{Day}"
title = "{Buyer} buys {Target}"
companies = [{name = "{Buyer}", role = "buyer"}, "{Target}"]
[columns.Target]
match = '^([^(]+)'
"""

TOPICS: dict[str, Callable[[], list[Section]]] = {
    "query": _query,
    "dates": _dates,
    "file": _file,
    "json": _json,
    "views": _views,
    "formats": _formats,
    "import": _import,
}


def _lines(sections: list[Section], columns: int) -> list[Line]:
    lines: list[Line] = []
    for title, body in sections:
        if lines:
            lines.append([])
        lines.append([(title, "heading")])
        if isinstance(body, str):
            lines += [[("  " + row, "")] for row in _text(body, columns - 2)]
        else:
            lines += _pairs(body, columns)
    return lines


def _text(body: str, columns: int) -> Iterator[str]:
    """Prose is wrapped; the rules of a grammar keep their lines, and long ones continue at their indent."""
    for number, paragraph in enumerate(body.split("\n\n")):
        if number:
            yield ""
        for row in dedent(paragraph).splitlines() if ":=" in paragraph else [" ".join(paragraph.split())]:
            indent = len(re.match(r"\w+ +:= |[ |]*", row)[0])  # type: ignore[index]  # it may be empty
            first, *others = wrap(row[indent:], columns - indent)
            yield row[:indent] + first
            yield from (" " * indent + other for other in others)


def _pairs(pairs: list[tuple[str, str]], columns: int) -> list[Line]:
    size = max((len(name) for name, help_text in pairs if help_text), default=0)
    lines: list[Line] = []
    for name, help_text in pairs:
        rows = wrap(help_text, columns - size - 4) if help_text else [""]
        lines.append([("  " + name.ljust(size), "label"), ("  " + rows[0], "")])
        lines += [[(" " * (size + 4) + row, "")] for row in rows[1:]]
    return lines
