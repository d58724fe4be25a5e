"""Paragraphs → sentences, and sentences → words, each with its place in the text.

Owns: abbreviations, quotation marks. Does not: know verbs.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

MAX_SENTENCE = 1500  # characters; a longer one is no prose


class Word(NamedTuple):
    """A word or sign at characters `begin` to `end`; `quoted` if between quotation marks, `low` in small letters."""

    text: str
    begin: int
    end: int
    quoted: bool
    low: str

    @property
    def is_name(self) -> bool:
        return self.text[:1].isupper()


class Sentence(NamedTuple):
    """A sentence at characters `begin` to `end` of the article's text; `written` is it with all its brackets.

    `quoted` if it goes on with what another sentence of its paragraph began to quote.
    """

    text: str
    begin: int
    end: int
    written: str = ""
    quoted: bool = False


_ENDS = re.compile(r"[.!?][\"'”’)]*(?=\s+[\"'“‘(]?[A-Z0-9$€£¥₩₹])|\n+")
_SHORT = re.compile(
    r"(?:\b(?:Inc|Corp|Co|Ltd|Mr|Mrs|Ms|Dr|Prof|Gen|Sens?|Reps?|Gov|Couns?|Cllrs?|St|No|Nos|Rs|Sc|vs|Jr|Sr|U\.S|U\.K|U\.N|E\.U|e\.g|i\.e|a\.m|"
    r"p\.m|approx|Bros|Cos|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Mon|Tues|Wed|Thurs|Fri)|\b[A-Z])\.$"
)


def sentences(text: str) -> Iterator[Sentence]:
    start, spoken = 0, [match.span() for match in _QUOTED.finditer(text)]
    begins = [begin for begin, _ in spoken]
    for match in (*_ENDS.finditer(text), None):
        if match is not None and match[0][0] == "." and _is_short(text, match):
            continue
        end = match.end() if match is not None else len(text)
        yield from _sentence(text, start, end, begins, spoken)
        start = end


_QUOTED = re.compile(r"(?<!\w)\"(?=\S)[^\"\n]*\"|“[^“”\n]*”")  # not 27" screens


_GOES_ON = re.compile(
    r"(?:Inc|Corp|Co|Ltd|U\.S|U\.K|a\.m|p\.m|(?<=Series )[A-H]|(?<=Class )[A-H])\.\s+"
    r"(?:The|Its?|He|She|They|Their|In|On|But|That|This|These|An?|Under|Both|As|At|After|Before|For|From|With|When|While|"
    r"Since|Last|By|To|If|Although|Shares|Sales|Revenue|Analysts|Separately|Meanwhile|Guidance)\b"
    r"|[A-Z]\.\s+[A-Z][a-z]+\s(?:is|are|was|were|has|have|had|will)\b"  # with Acme B.V. Delivery is due
)


def _is_short(text: str, match: re.Match[str]) -> bool:
    """Whether the dot belongs to an abbreviation, which may end a sentence too before The, It, He."""
    found = _SHORT.search(text, max(match.start() - 8, 0), match.start() + 1)
    return found is not None and _GOES_ON.match(text, found.start()) is None


_ITEM = re.compile(r"\s*[•▪‣◦*·–-]\s+\S")
_BLANK = " \t\r\n•▪‣◦*·–-"


def is_item(text: str, begin: int | None = None) -> bool:
    """Whether a line is an item of a list, after a bullet; or the sentence that begins there."""
    if begin is not None:
        text = text[text.rfind("\n", 0, begin) + 1 : begin + 1]
    return _ITEM.match(text) is not None


def _sentence(
    text: str, start: int, end: int, begins: Sequence[int], spoken: Sequence[tuple[int, int]]
) -> Iterator[Sentence]:
    found = text[start:end]
    body = found.strip(_BLANK) if _ITEM.match(found) else found.strip()
    if 0 < len(body) <= MAX_SENTENCE:
        begin = start + found.index(body)
        at = bisect_left(begins, begin) - 1
        yield Sentence(body, begin, begin + len(body), quoted=at >= 0 and begin < spoken[at][1])


_WORD = re.compile(
    r"roll-on,? roll-off|"
    r"(?:US|AU?|CA?|HK|N?T|S|NZ|R|F)?[$€£¥₩₹₺฿₱₫₪₽₴]\d+(?:,\d{3})*(?:\.\d+)?|\d[\d.]*%?(?:-[a-z]{3,})+\b|"
    r"\d+(?:,\d{3})*(?:\.\d+)?(?:%|[bmt]n|[mbkxpc])?(?![\w])|n['’]t\b|"
    r"['’](?:s|re|ll|ve|d)\b|(?:[A-Z]\.){2,}"
    r"|[^\W\d_][\w&]*(?:[-‑][\w&]+)*(?=n['’]t\b)|[A-Z][a-z]+–[A-Z][a-z]+(?:-[a-z]+)*(?=\s)|[^\W_][\w&]*(?:[-‑./][\w&]+)*(?:[™®]|(?<=[a-zV])\+)?|\S"
)


def words(sentence: str, quoted: bool = False) -> list[Word]:
    """The words and signs of a sentence, which may begin within a quotation."""
    found: list[Word] = []
    for match in _WORD.finditer(sentence):
        text = match[0].replace("’", "'")
        if text in ('"', "“", "”"):
            quoted = text == "“" or (text == '"' and not quoted)
            found.append(Word('"', match.start(), match.end(), True, '"'))
            continue
        found.append(Word(text, match.start(), match.end(), quoted, text.lower()))
    return found
