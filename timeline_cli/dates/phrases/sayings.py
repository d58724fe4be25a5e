"""Other words for a period that has a form: FQ1 2025, March quarter 2025, 9M25, all of 2024.

Owns: these rows, as the form that each stands for. Does not: count any days.
"""

from __future__ import annotations

from timeline_cli.dates.phrases.words import MONTH, ORDINAL, WHICH, whole

_YEAR = rf"(\d{{4}}|{WHICH} year)"
_OF = r"(?:,? | of |, of )"
_FISCAL = r"(?:(?:fy|fiscal(?: year)?) ?)?"

# What stands in every text of the row, which saves the trying; a pattern; the form, with the groups of the pattern.
_ROWS: tuple[tuple[str, str, str], ...] = (
    ("year", rf"(?:full|whole)[- ]year(?: of)? ((?:fy|cy|fiscal|calendar).*|{_YEAR})", r"\1"),
    ("l", r"(?:all|full|whole)(?: of)? (?:the )?(.+)", r"\1"),
    ("tm", r"[tl]tm", "last 12 months"),
    ("m", r"([369])m(\d{4}|fy'?\d\d(?:\d\d)?)", r"first \1 months of \2"),
    ("m", r"([369])m'?(\d\d)", r"first \1 months of cy\2"),
    ("fq", r"(?:fq([1-4])|([1-4])fq)[- ]?(?:fy ?)?('?\d\d|\d{4})", r"q\1\2 fy\3"),
    ("fiscal", rf"fiscal ([qh]\d|\d[qh])(?:{_OF}|-)?{_FISCAL}(\d{{4}}|'\d\d|(?<=[qh])\d\d)", r"\1 fy\2"),
    ("fiscal", rf"(?:fiscal )?({ORDINAL})[- ](?:fiscal )?(quarter|half){_OF}{_FISCAL}(\d{{4}}|'\d\d)", r"\1 \2 fy\3"),
    ("fiscal", r"fiscal (year|quarter|half) (ended|ending) (.+)", r"\1 \2 \3"),
    ("fy e", r"fy (ended|ending) (.+)", r"year \1 \2"),
    ("quarter", rf"({MONTH}) quarter{_OF}{_YEAR}", r"quarter ended \1 \2"),
    ("quarter", rf"({MONTH}){_OF}{_YEAR} quarter", r"quarter ended \1 \2"),
)  # fmt: skip


def said_otherwise(text: str) -> str | None:
    """The form that a normal text stands for; None where it is in no row."""
    for needle, pattern, form in _ROWS:
        match = whole(pattern, text) if needle in text else None
        if match is not None:
            return match.expand(form)
    return None
