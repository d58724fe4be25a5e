"""Bytes → an article: their encoding, their language, and whether they are a page or plain text.

Owns: these decisions, and where plain text has its headline and paragraphs. Does not: read a file.
"""

from __future__ import annotations

import re

from timeline_cli.dates.in_text.find import is_entry
from timeline_cli.drafting.article import Article, dateline, link, without_datelines
from timeline_cli.drafting.diary import is_heading, is_line
from timeline_cli.drafting.lexicon import word_set
from timeline_cli.drafting.sentences import is_item
from timeline_cli.errors import UsageFault
from timeline_cli.text import byte_order_mark

MAX_SIZE = 20_000_000  # bytes
MAX_PROSE = 200_000  # characters, thirty times a long article
MAX_HEADLINE = 1_000  # characters; what is longer is the text of a page whose title is not closed
MAX_TAGS = 200_000  # of a page, a hundred times as many as an article has


def read_article(data: bytes, name: str) -> Article:
    """Raises UsageFault for what is no text."""
    if len(data) > MAX_SIZE:
        raise UsageFault(f"{name} is larger than {MAX_SIZE // 1_000_000} MB", "save the article alone, as text or HTML")
    text = _decoded(data, name)
    if text.count("<") > MAX_TAGS:
        raise UsageFault(f"{name} has more than {MAX_TAGS:,} tags", "save one article alone, as text or HTML")
    if re.search(r"<(?:!doctype|html|head|body|article|p|div)\b", text[:4000], re.IGNORECASE):
        from timeline_cli.drafting.page import read_page  # a fiftieth of the time, which plain text need not wait for

        return _checked(read_page(text), name)
    return _checked(_plain(text), name)


def _checked(article: Article, name: str) -> Article:
    if len(article.text) > MAX_PROSE:
        raise UsageFault(f"{name} has more than {MAX_PROSE:,} characters of prose", "save one article alone")
    return article if len(article.title or "") <= MAX_HEADLINE else article._replace(title=None)


_ASCII = rb'<meta charset="utf-8"> \u0041'
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset=[\"']?([\w-]{2,20})", re.IGNORECASE)


def _decoded(data: bytes, name: str) -> str:
    """By its byte order mark, else UTF-8, else the charset that the page declares, else Windows-1252."""
    mark, encoding = byte_order_mark(data)
    if mark:
        return data[len(mark) :].decode(encoding, "replace")
    if b"\0" in data[:100_000]:
        raise UsageFault(f"{name} is not text", "save the article as text or HTML")
    try:
        return data.decode()
    except UnicodeDecodeError:
        declared = _CHARSET.search(data[:4096])
        charset = declared[1].decode("ascii") if declared else ""
        return data.decode(charset if _keeps_ascii(charset) else "cp1252", "replace")


def _keeps_ascii(charset: str) -> bool:
    """Whether it exists and reads as written what declared it; Python also has codecs for escapes and host names."""
    try:
        return _ASCII.decode(charset, "replace") == _ASCII.decode()
    except (LookupError, UnicodeError):
        return False


_LINKS = ("http://", "https://")
_URL = re.compile(r"https?://[^\s\"<>]+")


_HEADLINE = re.compile(r".*[^.!?]|[^.!?]*[?!]")


def _plain(text: str) -> Article:
    """A first line without a full stop, or that is one question, is the headline."""
    lines = [line.strip() for line in re.split(r"\r\n?|\n", re.sub(r"&(?:amp;)+", "&", text))]
    paragraphs = _paragraphs(lines)
    headline = None
    if len(paragraphs) > 1 and len(paragraphs[0]) < 200 and _HEADLINE.fullmatch(paragraphs[0]):
        headline = paragraphs.pop(0)
    url = next((link(match[0]) for line in lines[:12] if (match := _URL.search(line))), None)
    body = [line for line in paragraphs if not line.startswith(_LINKS)]
    day = dateline(lines[:12])
    return Article("\n".join(without_datelines(body)), text, headline, None, url, day)


def _paragraphs(lines: list[str]) -> list[str]:
    """Lines joined where a sentence goes on in the next one; the first line may be a headline without a full stop."""
    found: list[str] = []
    goes_on = in_diary = False
    for line in lines:
        in_diary = is_heading(line) or (in_diary and (is_line(line) or not line))
        if in_diary and line:
            found.append(line)
            goes_on = False
            continue
        if goes_on and line and (line[0].islower() or len(found) > 1) and not (is_entry(line) or is_item(line)):
            found[-1] += " " + line
        elif line:
            found.append(line)
        goes_on = len(line) > 50 and line[-1:] not in '.!?"”:’)' and not line.startswith(_LINKS)
    return found


_ENGLISH = word_set("the of to and in is that for it as was on with by at from has its are be will said have not a")
_OTHERS = word_set(
    "le la les des une du est der die das und ein ist el los las que del por il di che het een van och att en"
)


def is_english(text: str) -> bool:
    """Whether it has more of the most frequent words of English than of its neighbours, and mostly Latin letters."""
    found = text[:20_000].lower().split()
    english = sum(word in _ENGLISH for word in found)
    latin = sum(word[:1] < "\u0250" for word in found)
    return (
        latin * 2 >= len(found)
        and english >= sum(word in _OTHERS for word in found)
        and english * 30 >= len(found) - 30
    )
