"""Problems of a file as data: where, which code, what to do; and the catalogue of the codes.

Owns: Location, Diagnostic, CODES. Does not: print, read files, or decide what a problem means.
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
    """Replace what is at `place` with `text`, as written in the file; both are on one line."""

    place: Location
    text: str


class Fix(NamedTuple):
    """What to write instead; only a `certain` fix is applied without asking."""

    edits: tuple[Edit, ...]
    certain: bool


class Diagnostic(NamedTuple):
    """One problem. `related` are further places, each with a note; `hint` and `fix` say what to do."""

    code: str
    message: str
    location: Location
    hint: Hint = NO_HINT
    related: tuple[tuple[Location, str], ...] = ()
    fix: Fix | None = None

    def moved(self, lines: int) -> Diagnostic:
        """The same problem, moved down by `lines`."""
        fix = self.fix
        return self._replace(
            location=self.location.moved(lines),
            related=tuple((place.moved(lines), word) for place, word in self.related),
            fix=fix and Fix(tuple(Edit(place.moved(lines), text) for place, text in fix.edits), fix.certain),
        )

    def with_edit(self, text: str, place: Location | None = None) -> Diagnostic:
        """The same problem with a fix: `text`, as written in the file, replaces what is at `place`, or at its own."""
        return self._replace(fix=Fix((Edit(place or self.location, text),), self.hint.certain))

    @property
    def is_error(self) -> bool:
        return self.code.startswith("E")

    @property
    def severity(self) -> str:
        return "error" if self.is_error else "warning"


# code: (name, what it means). An event with an error is left out of every answer until it is fixed.
CODES: dict[str, tuple[str, str]] = {
    "E001": ("unreadable-file", "The file cannot be opened or is not text."),
    "E002": ("not-utf8", "The file is not UTF-8, the only encoding of event files."),
    "E003": ("control-character", "A character that does not belong in a text file, such as NUL or ESC."),
    "E004": ("yaml-syntax", "The text is not valid YAML, so its event cannot be read."),
    "E005": ("too-deep", "Lists or mappings are nested deeper than any event needs."),
    "E006": ("too-large", "A value, a mapping or what its aliases expand to is larger than the limits."),
    "E007": ("recursive-alias", "An alias refers to a value that contains it."),
    "E008": (
        "tag",
        "YAML tags (!name, !!name) are not supported: every value is read as its text.",
    ),
    "E009": ("duplicate-key", "A mapping has the same key twice; one value would be lost."),
    "E010": ("several-documents", "A --- line starts a second YAML document; a file has only one."),
    "E011": ("conflict-marker", "The file has conflict markers from a merge."),
    "E012": ("wrong-shape", "A list, a mapping or a plain value is written where another of them is expected."),
    "E013": ("bad-include", "An include matches no file, or one outside its folder."),
    "E101": ("impossible-date", "The calendar has no such day, month, week or time."),
    "E102": ("unknown-date-form", "The date is not in one of the accepted forms."),
    "E103": ("reversed-interval", "An interval ends before it starts."),
    "E104": ("time-without-zone", "A time of day needs an offset, or a place with a tz."),
    "E105": ("season", "Seasons have no fixed bounds; quarters and months do."),
    "E106": ("ambiguous-date", "The date can be read in more than one way, such as day first or month first."),
    "E107": ("fiscal-year-unknown", "A fiscal date needs one company with a fiscal_year_end."),
    "E201": ("unknown-key", "No field has this name; start your own keys with x-."),
    "E202": ("missing-key", "A required key is missing or empty."),
    "E203": ("unknown-value", "The value is not one of the words that the field accepts."),
    "E204": ("duplicate-id", "Two events have the same id, so links to it are ambiguous."),
    "E205": ("bad-id", "An id is one word without spaces, commas, quotes, parentheses or @."),
    "E206": ("bad-number", "The amount is not [about|over|under] NUMBER [to NUMBER] [thousand … trillion]."),
    "E207": ("bad-url", "A link starts with http:, https: or mailto:."),
    "E301": ("alias-claimed-twice", "Two entries of a registry claim the same name."),
    "E302": ("unknown-source", "The source is not a key of sources:, a URL or a mapping."),
    "E304": ("link-cycle", "Events are part of each other, or supersede each other, in a circle."),
    "E305": ("unknown-parent", "The parent of a company or type is not declared, or an entry belongs to itself."),
    "W004": ("bad-ignore", "An ignore comment names no code that can be ignored."),
    "W101": ("long-moment", "An event of a type that happens at one moment has a long interval, not a choice."),
    "W102": ("far-off-date", "A date is before 1500 or after 2200; a digit may be wrong."),
    "W201": ("undeclared-type", "The type is neither built in nor declared under types:."),
    "W202": ("near-miss-name", "The name is one letter away from a registered one."),
    "W203": ("cut-by-comment", "YAML reads everything after a space and # as a comment."),
    "W204": ("comma-made-names", "A comma split one name into two, or one value has several names."),
    "W205": ("several-lines", "The value has line breaks where one line is expected."),
    "W206": (
        "link-to-derived-id",
        "The linked event has no id: key, so the link breaks when its title changes.",
    ),
    "W207": ("derived-key", "The key is computed; its value in the file is not used."),
    "W208": ("unknown-link", "No event in these files has the id that a link names."),
    "W209": ("version-order", "Earlier versions are not in the order in which they became known, oldest first."),
    "W210": ("named-twice", "A list has the same name or word twice."),
    "W301": ("stale-status", "The event is still scheduled, but its date has passed."),
    "W302": ("status-against-date", "The status contradicts the date."),
    "W303": ("alike-events", "Two events have the same or nearly the same title, and their dates overlap."),
    "W304": ("two-spellings", "A name, tag or metric is spelled in two ways, so neither finds all its events."),
    "W305": ("unit-changes", "The figures of one metric of one company have different units."),
    "W306": ("scale-in-unit", "A unit contains a scale such as million or billion, so the value is too small."),
    "W307": ("dot-in-thousands", "A dot before three digits may separate thousands, but is read as a decimal point."),
    "W401": ("no-source", "The event has no source, but most events of its file do."),
    "W402": ("bare-quote", "A quote does not name its source."),
    "W403": ("published-before", "All sources of a past event were published before it."),
    "W404": ("published-ahead", "The date of a source or of known: is in the future."),
    "W405": ("unreviewed", "A drafted value still has its review mark."),
    "W501": ("alias", "A name is written as an alias instead of the registered name."),
}

# Reported only when selected by code: a matter of style, not of meaning.
OPTIONAL = frozenset({"W501"})
