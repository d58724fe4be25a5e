"""The Markdown, rendered with markdown-it: text of events stays text, and headings follow the dates."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from timeline_cli.dates.event_date import parse_date
from timeline_cli.exports.md import export
from timeline_cli.model import Entry, Event, Registries, Source
from timeline_cli.query.select import Answer, Group
from timeline_cli.text import clean

Run = Callable[..., "tuple[int, str, str]"]
Write = Callable[..., str]

# GitHub's dialect, but for footnotes: their marks stay as text.
MARKDOWN = MarkdownIt("commonmark").enable(["strikethrough", "table"])


def rendered(text: str) -> str:
    return str(MARKDOWN.render(text))


def document(*events: Event, **fields: Any) -> str:
    entries = tuple(Entry(event, None) for event in events)
    answer = Answer((Group(None, entries, 1),), (), 1, 0, 1, None, "date", None, 739000, Registries())
    return "".join(export({})(answer._replace(**fields)))


def test_headings_follow_the_year_and_the_month_of_the_start(timeline: Run, write: Write) -> None:
    dates = ("201X", "2024", "2024-03", "2024-03-05/2024-06", "2024-Q2", "2024-05-01", "2024-H2", "..", "2025-01-02~")
    events = "".join(
        f'- {{date: "{date}", title: A{n}}}\n' for n, date in enumerate(dates) if date != ".."
    )  # fmt: skip
    out = timeline("-f", write(events + "- {date: /.., title: Last}\n"), "export", "md").out
    assert [line for line in out.splitlines() if line] == [
        "# events",
        "9 events",
        "## 2010",
        "- **2010s** A0",
        "## 2024",
        "- **2024** A1",
        "### March",
        "- **Mar 2024** A2",
        "- **5 Mar 2024 – Jun 2024** A3",
        "### Q2 2024",
        "- **Q2 2024** A4",
        "### May",
        "- **1 May 2024** A5",
        "### H2 2024",
        "- **H2 2024** A6",
        "## 2025",
        "### January",
        "- **\\~2 Jan 2025** A8",
        "## Start unknown",
        "- **start unknown** Last *\\[ongoing\\]*",
    ]


def test_a_line_per_event_and_a_footnote_per_quote(timeline: Run) -> None:
    out = timeline("export", "md").out
    items = [line for line in out.splitlines() if line.startswith("- ")]
    notes = re.findall(r"^\[\^(\d+)\]: ", out, re.M)
    assert len(items) == 25
    assert notes == [str(number) for number in range(1, 26)]
    assert set(re.findall(r"\[\^(\d+)\](?!:)", out)) == set(notes)


def test_groups_are_headings_and_another_order_has_none(timeline: Run) -> None:
    out = timeline("export", "md", "--group-by", "place").out
    assert "\n## Beijing (4)\n" in out
    assert "\n### " not in out
    assert timeline("export", "md", "--sort", "title").out.count("\n#") == 0
    out = timeline("export", "md", "in 2024").out
    assert out.count("## Throughout the period") == 1


MARKUP = [
    "*a* **b** _c_ __d__ ~e~ ~~f~~ `g` ``h``", "[a](http://b) ![c](d) [e][f] [^1] [x]", "<b>a</b> <!-- b --> <script>",
    "# a", "- a", "1. a", "> a", "+ a", "| a | b |", "---", "&amp; &copy; &#35; &x", "a\\*b\\", "$5 and $6", "a_b_c _d",
    "~", "***", "a `b", "http://a_b_.example/*x*", "<http://a>", "  a", "\ta", "a  \nb", "a\\\nb", "```", "~~~",
    "=====",
]  # fmt: skip


CHARS = st.sampled_from("*_~`[]()<>!#-+.\\&;:$|^ ab1\n\"'=") | st.characters(exclude_categories=["Cs"])


@settings(max_examples=settings().max_examples * 3)
@given(st.text(CHARS, min_size=1).filter(clean))
@example("*_")
def test_text_stays_text(text: str) -> None:
    _check(text)


@pytest.mark.parametrize("text", MARKUP)
def test_markup_stays_text(text: str) -> None:
    _check(text)


def _check(text: str) -> None:
    event = Event("a", parse_date("2025-03-22"), text, summary=text, place=text)
    [item] = re.findall(r"<li>(.*)</li>", rendered(document(event)), re.S)
    assert set(re.findall(r"<[^>]*>", item)) <= {"<strong>", "</strong>", "<br>", "<span>", "</span>"}
    said, _, summary = html.unescape(re.sub(r"</?(strong|span)>", "", item)).rpartition("<br>")
    title = clean(text)
    assert said.split() == f"22 Mar 2025 {title} · {title}".split()
    assert summary.split() == title.split()


@pytest.mark.parametrize(
    "url",
    [
        "https://e.com/a(b)c",
        "https://e.com/?a=1&copy;=2",
        "https://e.com/<b>",
        "https://e.com/a\\b",
        "https://e.com/ü*_",
    ],
)
def test_a_link_leads_where_it_should(url: str) -> None:
    source = Source(None, "Herald *", None, url, None, "q")
    page = rendered(document(Event("a", parse_date("2025"), "A", sources=(source,))).replace("[^1]: ", ""))
    [target] = re.findall(r'<a href="([^"]*)">Herald \*</a>', page)
    from urllib.parse import unquote

    assert unquote(html.unescape(target)) == url


def test_a_link_that_is_no_web_address_is_text() -> None:
    source = Source(None, "Herald", None, "javascript:alert(1)", None, None)
    assert "javascript" not in document(Event("a", parse_date("2025"), "A", sources=(source,)))
