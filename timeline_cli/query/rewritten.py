"""Other ways to write a question: other forms of a word, and phrases for which this language has another form.

Owns: `rewritten` and its rows, `forms`. Does not: answer another question, or count what it finds.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator

from timeline_cli.fields.amounts import SHORT_SCALES
from timeline_cli.fields.hints.verbs import IRREGULAR
from timeline_cli.query.names import name_test, quoted
from timeline_cli.query.words import FILLED

_SHORT = {**{scale: short for short, scale in reversed(SHORT_SCALES.items())}, "percent": "%", "per cent": "%"}
_LEAST, _MOST = "over|above|more than|at least", "under|below|less than|at most"
_AMOUNT = rf"(?<!\S)(?:({_LEAST})|{_MOST}) (\S*\d) ?({'|'.join([*SHORT_SCALES, *_SHORT, '%'])}|)(?!\S)"
_WITHOUT = r"(?<!\S)(?:(?:all|everything) )?(?:without|except|excluding|other than|but) (?:(?:for|an?) )?(\w+)"


def _value(match: re.Match[str]) -> str:
    digits = re.sub(r",(?=\d{3}(?!\d))", "", match[2]).replace(",", ".")
    number = digits + _SHORT.get(match[3].lower(), match[3])
    return f"value:{number}.." if match[1] else f"value:..{number}"


def _not(match: re.Match[str]) -> str:
    field = next((key for key in FILLED if match[1].lower() in (key, key.removesuffix("s"))), "")
    return f"not has:{field}" if field else f"not {match[1]}"


# What others write, and the form of this language.
_ROWS: tuple[tuple[str, str | Callable[[re.Match[str]], str]], ...] = (
    (_WITHOUT, _not),
    (_AMOUNT, _value),
    (r"(?<!\S)(?:neither|nor)(?!\S)", "not"),
    (r"(?<=\w),(?=[^\W\d])", " or "),
    (r"^(\S+) (?:vs\.?|versus) (\S+) ", r"(\1 or \2) "),
    (r" (?:vs\.?|versus) ", " or "),
    (r"^compare (.+?) (?:or|and|with|to) ", r"\1 or "),
)


def rewritten(query: str, metrics: Callable[[], Collection[str]]) -> str:
    """The question with such phrases in the form of this language, and the metric of a value in its field."""
    for pattern, form in _ROWS:
        query = re.sub(f"(?i){pattern}", form, query)
    before, field, value = query.partition("value:")
    words, names = before.split(), metrics() if field else ()
    for at in range(len(words)):
        named = " ".join(words[at:])
        if any(map(name_test(named), names)):
            return " ".join([*words[:at], f"metric:{quoted(named)}", field + value])
    return query


_ENDINGS = (
    ("ies$", "y"),
    (r"(?<!e)(?<![cs]h)(?<!ss)(?<!x)(?:ed|ing)$", "e"),  # not launche, of launches
    (r"(?<!e)(?:ed|ing)$", ""),
    (r"(.)\1(?:ed|ing)$", r"\1"),
)


def forms(word: str) -> Iterator[str]:
    """Other forms of a word: without its s or 's, and those of a verb in other tenses."""
    if match := re.fullmatch(r"(?!news$)(?:(.+)['’]s|(\w{2,}[^\W\dsui])s)", word, re.I):
        yield match[1] or match[2]
    low = word.lower()
    for row in map(str.split, IRREGULAR.split(",")):
        if low in row[1:] or low.removesuffix("s") == row[0]:
            yield from (form for form in row if form != low)
    for ending, instead in _ENDINGS:
        form = re.sub(ending, instead, low)
        if form != low and re.search("[aeiouy].", form) and len(form) > 2:
            yield form
