"""The report of an import: what became of every row.

Owns: its sentence, its lines and its JSON. Does not: decide what is left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from timeline_cli.imports.events import Left
from timeline_cli.imports.filling import Refused
from timeline_cli.imports.merging import FIELDS, Ledger
from timeline_cli.text import clean, counted

KEYS = ("rows", "events", "left_out", "already", "changed", "gone", "changed_keys", "gone_keys", "alike",
        "values_left_off", "notes", *FIELDS)  # fmt: skip
_MOST_ROWS = 5
_MOST_LINES = 10


class Report(NamedTuple):
    """What became of the rows of all files; `lossless` means that no value was left off.

    `written` are the changed events that were written (--update).
    """

    rows: int
    left: list[Left]
    refused: list[tuple[int, Refused]]
    notes: list[str]
    ledger: Ledger
    lossless: bool
    written: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether nothing was left out or off but by the map."""
        return self.lossless and not self.ledger.fields["conflicts"] and all(left.by_map for left in self.left)

    def json(self) -> dict[str, Any]:
        ledger = self.ledger
        gone = ledger.gone()
        return {
            "rows": self.rows,
            "events": ledger.new,
            "left_out": [{"row": left.row, "why": left.why, "text": left.text} for left in self.left],
            "already": ledger.already,
            "changed": len(ledger.changed),
            "gone": len(gone),
            "changed_keys": list(ledger.changed),
            "gone_keys": gone,
            "alike": [alike._asdict() for alike in ledger.alike],
            "values_left_off": [{"row": row, **each._asdict()} for row, each in self.refused],
            "notes": self.notes,
            **ledger.fields,
        }

    def sentence(self) -> str:
        """1,195 rows: 1,171 events, 20 left out (no date: rows 3, 17 …), 4 there already."""
        ledger, gone, conflicts = self.ledger, self.ledger.gone(), self.ledger.fields["conflicts"]
        parts = [counted(ledger.new, "event")]
        for by_map, words in ((False, "left out"), (True, "left out by the map")):
            left = [each for each in self.left if each.by_map is by_map]
            if left:
                parts.append(f"{len(left):,} {words}" + (f" ({self._reasons(left)})" if not by_map else ""))
        if ledger.already:
            parts.append(f"{ledger.already:,} there already")
        if ledger.changed:
            count = len(ledger.changed) - len(conflicts)
            parts.append(f"{count:,} {'updated' if self.written else 'changed'}")
        if conflicts:
            parts.append(f"{len(conflicts):,} not updated")
        if gone:
            parts.append(f"{len(gone):,} gone from the input")
        return f"{counted(self.rows, 'row')}: {', '.join(parts)}"

    def _reasons(self, left: list[Left]) -> str:
        rows: dict[str, list[int]] = {}
        for each in left:
            rows.setdefault(each.why, []).append(each.row)
        listed = []
        for why, numbers in list(rows.items())[:_MOST_ROWS]:
            shown = ", ".join(str(number) for number in numbers[:_MOST_ROWS]) + " …" * (len(numbers) > _MOST_ROWS)
            listed.append(f"{clean(why)}: row{'s' * (len(numbers) > 1)} {shown}")
        return "; ".join(listed) + "; …" * (len(rows) > _MOST_ROWS)

    def lines(self) -> Iterator[str]:
        """Further lines: values that were left off, events that look alike, what changed or is gone."""
        yield from self.notes
        yield from _first([f"row {row}: {each.key}: {clean(each.text)} left off: {clean(each.why)}"
                           for row, each in self.refused], "value left off")  # fmt: skip
        yield from _first([f"row {each.row}: {clean(each.title)} looks like {clean(each.place)}; both are kept"
                           for each in self.ledger.alike], "event that looks like another")  # fmt: skip
        if not self.written:
            changed = [f"changed: {clean(origin)}; --update writes it" for origin in self.ledger.changed]
            yield from _first(changed, "changed event")
        for what, sentence in FIELDS.items():
            found = self.ledger.fields[what].items()
            yield from _first([clean(sentence.format(origin, ", ".join(keys))) for origin, keys in found], "event")
            if what == "conflicts" and found:
                yield "--update --take input writes what the input has; --take file keeps what the file has"
        yield from _first([f"gone from the input: {clean(origin)}" for origin in self.ledger.gone()], "event")


def _first(lines: list[str], what: str) -> Iterator[str]:
    yield from lines[:_MOST_LINES]
    if len(lines) > _MOST_LINES:
        yield f"… and {counted(len(lines) - _MOST_LINES, 'more ' + what)}; --json lists all"
