"""The page as a file: that nothing else runs, that it holds every event once, and what it weighs."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import tracemalloc
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import yaml

from timeline_cli.exports.page import export as export_page
from timeline_cli.index.choose import read
from timeline_cli.model import Entry
from timeline_cli.query.question import Question, read_period_on
from timeline_cli.query.select import Answer, select
from timeline_cli.text import clean

EVENTS = Path(__file__).parent.parent.parent.parent / "events.yaml"
TODAY = date(2025, 3, 26)
Write = Callable[..., str]


class Parsed(HTMLParser):
    """The elements of a page with their attributes, and the text of each h3."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.titles: list[str] = []
        self._in_title = False
        self.feed(page)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attributes)))
        if tag == "h3":
            self.titles.append("")
        self._in_title = tag == "h3" or (self._in_title and tag != "em")

    def handle_endtag(self, tag: str) -> None:
        self._in_title = self._in_title and tag != "h3"

    def handle_data(self, data: str) -> None:
        if self._in_title:
            self.titles[-1] += data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


def answer(path: str = str(EVENTS), **asked: Any) -> Answer:
    timeline = read((path,), False, lambda done, total: None)
    return select(timeline, Question(TODAY.toordinal(), read_period_on(TODAY), **asked))


def page(path: str = str(EVENTS), title: str = "", **asked: Any) -> str:
    return "".join(export_page({"title": title})(answer(path, **asked)))


def index_of(text: str) -> dict[str, Any]:
    found = re.search(r'<script type="application/json">(.*?)</script>', text, re.DOTALL)
    assert found
    index: dict[str, Any] = json.loads(found[1])
    return index


def test_only_its_own_script_and_style_may_run() -> None:
    text = page()
    policy = next(each for each in Parsed(text).all("meta") if each.get("http-equiv"))["content"]
    script = re.findall(r"<script>(.*?)</script>", text, re.DOTALL)
    style = re.findall(r"<style>(.*?)</style>", text, re.DOTALL)
    digests = [base64.b64encode(hashlib.sha256(each.encode()).digest()).decode() for (each,) in (script, style)]
    assert policy == (
        f"default-src 'none'; script-src 'sha256-{digests[0]}'; style-src 'sha256-{digests[1]}'; "
        "base-uri 'none'; form-action 'none'"
    )
    assert {"name": "referrer", "content": "no-referrer"} in Parsed(text).all("meta")


def test_every_event_is_there_once_in_order() -> None:
    found = Parsed(page())
    written = yaml.safe_load(EVENTS.read_text())["events"]
    ids = [each["id"] for each in found.all("article")]
    assert sorted(ids) == sorted(event["id"] for event in written)
    assert ids == [entry.event.id for entry in answer().entries]
    assert sorted(title.strip() for title in found.titles) == sorted(event["title"] for event in written)
    assert len(index_of(page())["events"]) == len(written)
    for query in ({"group_by": "company"}, {"sort": "title"}, {"words": ("in", "2025-03")}):
        grouped = [each["id"] for each in Parsed(page(**query)).all("article")]
        assert grouped == [entry.event.id for entry in answer(**query).entries]


def test_a_section_has_at_most_100_events(write: Write) -> None:
    path = write("\n".join(f"- {{date: 2025-03-0{number % 9 + 1}, title: event {number}}}" for number in range(250)))
    sections = page(path).split("<section")[1:]
    assert [section.count("<article") for section in sections] == [100, 100, 50]


def test_dates_are_as_imprecise_as_they_are(write: Write) -> None:
    path = write(
        "- {date: 2025-03-22, title: a}\n- {date: 2025, title: b}\n- {date: '[2025-03-23..2025-03-24]', title: c}\n"
        "- {date: 2006/.., title: d}\n- {date: 2025-06-12, title: e, was: [{date: 2025-04, known: 2025-02-11}]}\n"
    )
    text = page(path)
    for part in (
        "<time datetime=2025-03-22>Sat 22</time>",
        "<time class=v datetime=2025>2025</time>",
        "<span class=v>23 or 24</span>",
        "<span class=v>since 2006</span>",
        "<s>Apr 2025</s>",
        "<li>11 Feb 2025: date Apr 2025",
    ):
        assert part in text


def test_the_head_says_the_count_the_question_and_the_day() -> None:
    text = page(title="Xiaomi", words=("company:xiaomi", "since 2024"))
    head = text[text.index("<header>") : text.index("</header>")]
    assert "<h1>Xiaomi</h1>" in head
    assert "6 of 25 events, 2 of them may match · 2024–2025 · made on 26 Mar 2025" in head
    assert "Question: <b>company xiaomi and date 2024-01-01..</b>" in head
    assert "Source of all events: Herald Corp., " in head
    assert "— Herald Corp." not in text


def test_the_head_says_what_is_not_shown_and_that_there_is_no_source(write: Write) -> None:
    path = write("- {date: 2025, title: a}\n- {date: 2025, title: b}\n- {date: 2024, title: c}\n")
    text = page(path, words=("2025",), limit=1)
    assert "<p>2 of 3 events; 1 shown · 2025 · " in text
    assert "<p>No source is given.</p>" in text


def test_who_says_so_is_in_the_line_of_an_event_where_it_differs(write: Write) -> None:
    path = write(
        "- {date: 2025, title: a, sources: [{publisher: Herald, url: 'https://a.example/1', quote: it is so}]}\n"
        "- {date: 2025, title: b, sources: ['https://www.b.example/2']}\n- {date: 2025, title: c}\n"
    )
    text = page(path)
    for part in ("<p> — Herald</summary>", "<p> — b.example</summary>", "<p> — no source</summary>",
                 "<q>it is so</q><cite><a href=https://a.example/1>Herald</a></cite>"):  # fmt: skip
        assert part in text


def test_links_between_events_have_their_titles() -> None:
    text = page()
    assert (
        "supersedes <a href=#xiaomi-ev-target-2025>Xiaomi sets its EV shipment target for 2025 at 300,000</a>" in text
    )
    alone = page(words=("id:xiaomi-ev-target-2025-raised",))
    assert "supersedes xiaomi-ev-target-2025<" in alone


HOSTILE = r"""
companies: {"Evil & <b>Co</b>": {aliases: ["</script><script>alert(1)</script>", "ev'il"]}}
types:
  bad: {symbol: '"', colour: red}
  "x}y{</style>": {symbol: "\\"}
sources:
  js: {publisher: "<img src=x onerror=alert(1)>", url: "https://example.com/?a=1&b=\"><script>alert(1)</script>"}
events:
- id: "<script>alert-1-</script>"
  date: 2025-01-01
  type: bad
  title: '</h3></article><script>alert(document.domain)</script><img src=x onerror=alert(1)> {{x}} "q"'
  companies: ["Evil & <b>Co</b>"]
  tags: ["</script>", "<!--", "a,b"]
  sources: [js, "mailto:a@example.com", {publisher: x, quote: "</q><script>alert(2)</script>"}]
  summary: "</p><iframe src=//evil.example>"
- {id: __proto__, date: 2025-01-02, type: "x}y{</style>", title: "&lt;b&gt; \u202Ertl\u0007 --> ]]>"}
- {id: constructor, date: /.., title: "한국어 العربية שלום", related: [__proto__]}
- {id: "?q=x", date: 2025, title: "id like a filter %41"}
"""


def test_what_a_file_says_stays_text(write: Write) -> None:
    path = write(HOSTILE)
    found = Parsed(page(path, title="<script>alert(0)</script>"))
    assert len(found.all("script")) == 2
    assert not {"img", "iframe", "b", "base", "form", "object"} & {tag for tag, _ in found.elements}
    assert not [attributes for _, attributes in found.elements if "style" in attributes]
    assert not [name for _, attributes in found.elements for name in attributes if name.startswith("on")]
    written = [clean(entry.event.title) for entry in answer(path).entries]
    assert [title.strip() for title in found.titles] == written
    links = [str(each["href"]) for each in found.all("a")]
    assert sorted(links) == ["#__proto__", 'https://example.com/?a=1&b="><script>alert(1)</script>']


def test_its_weight(write: Write) -> None:
    assert len(page(write("- {date: 2025, title: a}")).encode()) < 150_000
    event = (
        "- {date: 2025-03-%02d, type: deal, title: 'Supply agreement signed with Acme, number %d', "
        "companies: [Acme, Initech], people: [Ada Byron], place: London, certainty: reported,\n"
        "   sources: [{publisher: Herald, published: 2025-03-03}]}\n"
    )
    text = page(write("".join(event % (number % 28 + 1, number) for number in range(5000))))
    assert len(text.encode()) < 2_000_000


@pytest.mark.slow
def test_100_000_events_take_bounded_memory() -> None:
    few = answer().entries
    entries = tuple(Entry(replace(few[number % 25].event, id=f"e{number}"), None) for number in range(100_000))
    many = answer()
    many = many._replace(groups=(many.groups[0]._replace(entries=entries),), total=len(entries))
    tracemalloc.start()
    size = sum(len(piece) for piece in export_page({})(many))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert size > 50_000_000
    assert peak < 60_000_000
