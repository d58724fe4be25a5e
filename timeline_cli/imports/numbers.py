"""Numbers of other programs, read by what the whole column shows.

Owns: which sign is the decimal point, groups of digits, factors. Does not: read a unit or a scale (fields.amounts).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Context, Decimal

from timeline_cli.fields.amounts import format_number

OPEN = "?"  # in place of a pattern: 1.250 and 1,250 can be read in two ways

_TOKEN = re.compile(r"\d(?:[\d.,'\u00a0\u202f]*\d)?(?: \d{3}(?!\d)(?:[.,]\d+)?)*")
# What shows how a column writes numbers: with decimals, or groups of three; not 12.03.2024 or 1,2,3.
_SHOWN = re.compile(
    r"\d+[.,]\d+|\d{1,3}([., '\u00a0\u202f])\d{3}(?:\1\d{3})*(?:(?!\1)[.,]\d+)?|\d{1,2}(?:,\d\d)+,\d{3}(?:\.\d+)?"
)
# Each number of an amount such as "about 1,200 to 1,500", as files write them.
_FACTORED = re.compile(r"(?<![\w.,])(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:[eE][-+]?\d{1,2})?(?![.,]?\d)", re.ASCII)
_EXACT = Context(prec=200)


def times(text: str, factor: str) -> str:
    """The text with each number multiplied."""

    def product(match: re.Match[str]) -> str:
        return format_number(_EXACT.multiply(Decimal(match[0].replace(",", "")), Decimal(factor)))

    return _FACTORED.sub(product, text)


def as_amount(text: str, pattern: str) -> str | None:
    """The text with its numbers, written as in the pattern, in the form of files; None if one is not written so."""
    if pattern == OPEN:
        return None if any(map(_is_open, _TOKEN.findall(text))) else text
    signs = [char for char in pattern if not char.isdigit()]
    decimal = signs[-1] if signs else "."
    if len(signs) == 1 and len(pattern.partition(decimal)[2]) == 3:
        decimal = ""  # 1.234 shows thousands alone
    groups = "".join({*signs, *("\u00a0\u202f" if " " in signs else "")} - {decimal})
    whole = rf"\d{{1,3}}(?:[{groups}]\d{{2,3}})*[{groups}]\d{{3}}|\d+" if groups else r"\d+"
    written = re.compile(rf"({whole})" + (rf"(?:{re.escape(decimal)}(\d+))?" if decimal else "()"))
    is_other = False

    def plain(token: re.Match[str]) -> str:
        nonlocal is_other
        match = written.fullmatch(token[0])
        is_other = is_other or match is None
        return re.sub(r"\D", "", match[1]) + (f".{match[2]}" if match[2] else "") if match else ""

    found = _TOKEN.sub(plain, text)
    return None if is_other else found


def settled_number(texts: Iterable[str]) -> str:
    """How a column writes numbers, as `number` in a map; empty if as files do, OPEN if its values do not show it."""
    found = (token for text in texts for token in _TOKEN.findall(text) if "." in token or "," in token)
    tokens = [token for token in found if _SHOWN.fullmatch(token)]
    decimals = {_decimal_of(token) for token in tokens if not _is_open(token)}
    if decimals == {","}:
        groups = next((sign for sign in (" ", "'") if any(sign in token for token in tokens)), ".")
        return f"1{groups}234,5"
    return OPEN if decimals != {"."} and any(map(_is_open, tokens)) else ""


def _is_open(token: str) -> bool:
    """Whether the one sign of a number may be before thousands or decimals."""
    return re.fullmatch(r"[1-9]\d{0,2}[.,]\d{3}", token) is not None


def _decimal_of(token: str) -> str:
    """The decimal sign that a number shows: its last one, unless that is there twice."""
    last = max(token.rfind("."), token.rfind(","))
    return token[last] if token.count(token[last]) == 1 else {".": ",", ",": "."}[token[last]]
