"""A web page → its article: paragraphs of prose, and what the page says about itself.

Owns: which elements are prose. Does not: run or fetch anything.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from html.parser import HTMLParser
from typing import Any

from timeline_cli.drafting.article import Article, dateline, link, without_datelines
from timeline_cli.drafting.lexicon import word_set
from timeline_cli.text import short_references

_NO_PROSE = word_set(
    "nav aside figure figcaption footer form button table script style noscript template svg select iframe "
    "textarea video audio canvas dialog object menu math"
)
_NO_PROSE_NAMES = re.compile(
    r"(?:^|[\s_-])(?:comments?|related|share|social|promo|newsletter|sidebar|caption|cookies?|subscribe|footer|nav|"
    r"navigation|advert\w*|ads?|"
    r"recommend\w*|breadcrumbs?|byline|author|tags|menu|most-read|trending|copyright|disclaimer|read-more|paywall|"
    r"widget|toolbar|popup|modal|banner|more-stories|hidden)(?:$|[\s_-])",
    re.IGNORECASE,
)
_VOID = word_set("area base br col embed hr img input link meta param source track wbr")
_BLOCKS = word_set(
    "p div section article main li ul ol h1 h2 h3 h4 h5 h6 blockquote br tr td header hr dd dt pre center body"
)
_DATES = word_set(
    "article:published_time og:published_time datepublished publishdate pubdate parsely-pub-date dc.date.issued "
    "dc.date publish-date date sailthru.date article.published"
)


def read_page(text: str) -> Article:
    text, scripts = _without_code(text)
    reader = _Reader()
    reader.feed(short_references(text))
    reader.close()
    facts = _facts(scripts)
    meta = reader.meta
    paragraphs = reader.prose()
    published = (
        _day(facts.get("datePublished"))
        or next((day for name in meta if name in _DATES and (day := _day(meta[name]))), None)
        or next((day for each in reader.times if (day := _day(each))), None)
        or dateline([*reader.header, *paragraphs[:3]])
    )
    body = "\n".join(without_datelines(paragraphs))
    return Article(
        body,
        body,
        facts.get("headline") or meta.get("og:title") or reader.heading or reader.title or None,
        facts.get("publisher") or meta.get("og:site_name") or None,
        link(reader.canonical or meta.get("og:url") or facts.get("url")),
        published,
    )


def _without_code(text: str) -> tuple[str, list[str]]:
    """Without scripts, styles, comments and what is not closed; and the texts of JSON-LD.

    By search from place to place, so that no page takes longer than its length: the parser looks for the end of each
    unclosed comment anew.
    """
    kept: list[str] = []
    scripts: list[str] = []
    position, low = 0, text.lower()
    opening = re.compile(r"<(?:!--|script\b|style\b|!\[|[!?])")
    while (match := opening.search(low, position)) is not None:
        kept.append(text[position : match.start()])
        start = match[0]
        closing = {"<!--": "-->", "<script": "</script", "<style": "</style"}.get(start, ">")
        end = low.find(closing, match.end())
        if end < 0:
            position = len(text)
            break
        if start == "<script" and "ld+json" in low[match.start() : match.start() + 200]:
            scripts.append(text[low.find(">", match.start()) + 1 : end])
        after = low.find(">", end)
        position = after + 1 if after >= 0 else len(text)
    kept.append(text[position:])
    body = "".join(kept)
    # A tag that is never closed is text.
    last = body.rfind(">") + 1
    body = body[:last] + body[last:].replace("<", " ")
    return re.sub(r"<(?=[^<>]{0,4000}<)|<(?=[^<>]{4000})", " ", body), scripts


class _Reader(HTMLParser):
    """Collects blocks of text outside of what is no prose, and the facts of the head."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.meta: dict[str, str] = {}
        self.times: list[str] = []
        self.header: list[str] = []
        self.title = self.heading = self.canonical = ""
        self._open: list[tuple[str, bool]] = []
        self._count: Counter[str] = Counter()
        self._skipped = 0
        self._words: list[str] = []
        self._blocks: list[tuple[str, str, bool]] = []
        self._block = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "meta":
            name = (given.get("property") or given.get("name") or given.get("itemprop") or "").lower()
            if name and given.get("content"):
                self.meta.setdefault(name, " ".join(given["content"].split())[:1000])
        elif tag == "link" and given.get("rel", "").lower() == "canonical":
            self.canonical = given.get("href", "").strip()
        elif tag == "time" and given.get("datetime") and not self._skipped:
            self.times.append(given["datetime"])
        if tag in _BLOCKS:
            self._flush()
            self._block = tag
        if tag in _VOID:
            return
        names = f"{given.get('class', '')[:300]} {given.get('id', '')[:300]} {given.get('role', '')[:50]}"
        skips = tag in _NO_PROSE or (
            tag not in ("body", "html", "article", "main") and _NO_PROSE_NAMES.search(names) is not None
        )
        self._open.append((tag, skips))
        self._count[tag] += 1
        self._skipped += skips

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self._flush()
            self._block = ""
        if not self._count[tag]:
            return
        while self._open:
            closed, skips = self._open.pop()
            self._count[closed] -= 1
            self._skipped -= skips
            if closed == tag:
                break

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1][0] == "title" and not self._skipped:
            self.title += data
        elif not self._skipped:
            self._words.append(data)

    def close(self) -> None:
        super().close()
        self._flush()

    def _flush(self) -> None:
        text = " ".join("".join(self._words).split())
        self._words = []
        if not text:
            return
        if self._block == "h1" and not self.heading:
            self.heading = text
        if len(self.header) < 12 and len(text) < 160:
            self.header.append(text)
        is_article = bool(self._count["article"] or self._count["main"])
        self._blocks.append((self._block, text, is_article))

    def prose(self) -> list[str]:
        """Paragraphs of the article if it is marked, else all; blocks of other kinds where a page has no paragraphs."""
        marked = [(tag, text) for tag, text, is_article in self._blocks if is_article]
        blocks = marked if any(len(text) > 80 for _, text in marked) else [(tag, text) for tag, text, _ in self._blocks]
        paragraphs = [text for tag, text in blocks if tag in ("p", "blockquote")]
        if sum(map(len, paragraphs)) < 200:
            paragraphs = [text for tag, text in blocks if tag not in ("h1", "h2", "h3", "h4", "h5", "h6", "li")]
        return [text for text in paragraphs if text.strip()]


def _facts(scripts: list[str]) -> dict[str, str]:
    """What JSON-LD says of the article."""
    found: dict[str, str] = {}
    for script in scripts:
        try:
            data = json.loads(script, strict=False)
        except (ValueError, RecursionError):
            continue
        for each in _mappings(data):
            publisher = each.get("publisher")
            name = publisher.get("name") if isinstance(publisher, dict) else publisher
            rows = {"datePublished": each.get("datePublished"), "headline": each.get("headline"), "publisher": name}
            if "datePublished" in each:
                rows["url"] = each.get("url")
            for key, value in rows.items():
                if isinstance(value, str) and value.strip():
                    found.setdefault(key, " ".join(value.split())[:1000])
    return found


def _mappings(data: Any) -> Iterator[dict[str, Any]]:
    waiting = [data]
    while waiting:
        value = waiting.pop(0) if len(waiting) < 1000 else waiting.pop()
        if isinstance(value, dict):
            yield value
            waiting += value.values()
        elif isinstance(value, list):
            waiting += value


def _day(text: str | None) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text.strip()[:10])
    except ValueError:
        return dateline([text.strip()])
