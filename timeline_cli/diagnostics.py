"""Problems of a file as data: where, which code, what to do; and the catalogue of the codes.

Owns: Location, Diagnostic, CODES. Does not: print, to read files, to decide what a problem means.
"""

from __future__ import annotations

from typing import NamedTuple

from timeline_cli.hint import NO_HINT, Hint


class Location(NamedTuple):
    """A place in a file: `line` and `column` count from 1, `width` in characters (at least 1)."""

    file: str
    line: int
    column: int = 1
    width: int = 1

    def moved(self, lines: int) -> Location:
        return self._replace(line=self.line + lines)

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


class Edit(NamedTuple):
    """`text`, as the file is to hold it, in the place of what is at `place`; both lie on one line."""

    place: Location
    text: str


class Fix(NamedTuple):
    """What to write instead of what is wrong; only a `certain` one is written without a question."""

    edits: tuple[Edit, ...]
    certain: bool


class Diagnostic(NamedTuple):
    """One problem. `related` are further places with a word on each, `hint` and `fix` are the way out."""

    code: str
    message: str
    location: Location
    hint: Hint = NO_HINT
    related: tuple[tuple[Location, str], ...] = ()
    fix: Fix | None = None

    def moved(self, lines: int) -> Diagnostic:
        """The same problem that many lines further down."""
        fix = self.fix
        return self._replace(
            location=self.location.moved(lines),
            related=tuple((place.moved(lines), word) for place, word in self.related),
            fix=fix and Fix(tuple(Edit(place.moved(lines), text) for place, text in fix.edits), fix.certain),
        )

    def with_edit(self, text: str, place: Location | None = None) -> Diagnostic:
        """The same problem with `text`, as the file is to hold it, for what is at `place`, or at its own."""
        return self._replace(fix=Fix((Edit(place or self.location, text),), self.hint.certain))

    @property
    def is_error(self) -> bool:
        return self.code.startswith("E")

    @property
    def severity(self) -> str:
        return "error" if self.is_error else "warning"


# code: (name, what it means). An event with an error of its own is left out of every answer until it is mended.
CODES: dict[str, tuple[str, str]] = {
    "E001": ("unreadable-file", "The file cannot be opened or is not text."),
    "E002": ("not-utf8", "The bytes are not UTF-8, the one encoding that event files have."),
    "E003": ("control-character", "A character that no text file should hold, such as NUL or ESC."),
    "E004": ("yaml-syntax", "The text is not YAML, so the event in which it stands cannot be read."),
    "E005": ("too-deep", "Lists or mappings are nested deeper than any event needs."),
    "E006": ("too-large", "A value, a mapping or what its aliases stand for is larger than the limits."),
    "E007": ("recursive-alias", "An alias stands for something that contains itself."),
    "E008": (
        "tag",
        "YAML tags (!name, !!name) are not used here: every value is the text that stands there.",
    ),
    "E009": ("duplicate-key", "A key is written twice in one mapping; one of the two would be lost."),
    "E010": ("several-documents", "A --- line starts a second YAML document; a file holds one."),
    "E011": ("conflict-marker", "A merge left its conflict markers in the file."),
    "E012": ("wrong-shape", "A list, a mapping or a plain value stands where another of them belongs."),
    "E013": ("bad-include", "An include matches no file, or one outside the folder of its file."),
    "E101": ("impossible-date", "The calendar has no such day, month, week or time."),
    "E102": ("unknown-date-form", "The date is not in one of the forms that a file may use."),
    "E103": ("reversed-interval", "An interval ends before it starts."),
    "E104": ("time-without-zone", "A time of day needs an offset, or a place whose tz is known."),
    "E105": ("season", "Seasons have no fixed bounds; a quarter or two months have."),
    "E106": ("ambiguous-date", "Day and month could be read either way round."),
    "E107": ("fiscal-year-unknown", "A fiscal date needs one company with a fiscal_year_end."),
    "E201": ("unknown-key", "No field has this name; keys of your own start with x-."),
    "E202": ("missing-key", "A key that every such entry needs is not there or is empty."),
    "E203": ("unknown-value", "The field takes one of a few words, and this is none of them."),
    "E204": ("duplicate-id", "Two events have the same id, so a link to it would be ambiguous."),
    "E205": ("bad-id", "An id is one word without spaces, commas, quotes, parentheses or @."),
    "E206": ("bad-number", "The amount is not [about|over|under] NUMBER [to NUMBER] [thousand … trillion]."),
    "E207": ("bad-url", "A link starts with http:, https: or mailto:."),
    "E301": ("alias-claimed-twice", "Two entries of a registry claim the same name."),
    "E302": ("unknown-source", "A source is a key of sources:, a URL or a mapping."),
    "E304": ("link-cycle", "Events are part of, or supersede, each other in a circle."),
    "E305": (
        "unknown-parent",
        "A parent, place or company that a registry entry names is not declared, or is circular.",
    ),
    "W004": ("bad-ignore", "A comment that ignores a code names none that can be ignored."),
    "W101": ("long-moment", "A type that happens in one moment has a long interval; a choice may be meant."),
    "W102": ("far-off-date", "A date lies centuries away from any that a company has; a digit may be wrong."),
    "W201": ("undeclared-type", "The type is neither built in nor declared under types:."),
    "W202": ("near-miss-name", "The name is almost a registered one."),
    "W203": ("cut-by-comment", "YAML takes everything after a space and # as a comment."),
    "W204": ("comma-made-names", "A comma split one name into two, or one value holds several names."),
    "W205": ("several-lines", "The value has line breaks where one line is expected."),
    "W206": (
        "link-to-derived-id",
        "The linked event has no id of its own, so the link breaks when its title changes.",
    ),
    "W209": ("version-order", "Earlier versions stand oldest first, in the order in which they became known."),
    "W208": ("unknown-link", "A link names an id that no event of these files has."),
    "W207": ("derived-key", "The key is computed from the others; what is written for it is not used."),
    "W210": ("named-twice", "A list has the same name or word twice."),
    "W301": ("stale-status", "The event is still scheduled, though its date has passed."),
    "W302": ("status-against-date", "The status cannot be true of this date on this day."),
    "W303": ("alike-events", "Two events have the same title, or nearly, at dates that overlap."),
    "W304": ("two-spellings", "A name, tag or metric is written in two ways, so neither finds all its events."),
    "W305": ("unit-changes", "The figures of one metric of one company are in several units."),
    "W306": ("scale-in-unit", "A unit holds thousand, million, billion or the like, so the value is too small."),
    "W307": ("dot-in-thousands", "A dot and three digits may be meant as thousands, and are read as a fraction."),
    "W401": ("no-source", "An event has no source, where the others of its file have one."),
    "W402": ("bare-quote", "A quote does not say whose words it holds."),
    "W403": ("published-before", "All sources are older than the event that they are to have reported."),
    "W404": ("published-ahead", "A source or a known: date lies in the future."),
    "W501": ("alias", "A name is written as an alias of the one that is shown."),
}

# What is told only where it is asked for by its code: a matter of style, not of what the file says.
OPTIONAL = frozenset({"W501"})
