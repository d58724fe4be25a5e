"""The JSON of TimelineJS: no date is finer than it is known, and no text is HTML."""

from __future__ import annotations

import json
from collections.abc import Callable
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_cli.dates.event_date import parse_date
from timeline_cli.exports.timelinejs import export
from timeline_cli.model import Entry, Event, Registries, Source
from timeline_cli.query.select import Answer, Group
from timeline_cli.text import clean

Run = Callable[..., "tuple[int, str, str]"]


def slides(*events: Event, **fields: Any) -> list[dict[str, Any]]:
    entries = tuple(Entry(event, None) for event in events)
    answer = Answer((Group(None, entries, 1),), (), 1, 0, 1, None, "date", None, 739000, Registries())
    found: list[dict[str, Any]] = json.loads("".join(export({})(answer._replace(**fields))))["events"]
    return found


DATES = [
    ("2025-03-22", (2025, 3, 22), None, "22 Mar 2025"),
    ("2025-03-22T10:00Z", (2025, 3, 22), None, "22 Mar 2025 10:00 UTC"),
    ("2025-03-22~", (2025, 3, 22), None, "~22 Mar 2025"),
    ("2025-03-22/2025-04-01", (2025, 3, 22), (2025, 4, 1), "22 Mar – 1 Apr 2025"),
    ("2025-03", (2025, 3), None, "Mar 2025"),
    ("2025-W12", (2025, 3), None, "week 12 of 2025"),
    ("2025-W14", (2025, 3), (2025, 4), "week 14 of 2025"),
    ("2025-Q2", (2025, 4), (2025, 6), "Q2 2025"),
    ("2025", (2025,), None, "2025"),
    ("201X", (2010,), (2019,), "2010s"),
    ("2025-03-22/2026", (2025,), (2026,), "22 Mar 2025 – 2026"),
    ("[2025-03-01, 2025-03-05]", (2025, 3), None, "1 or 5 Mar 2025"),
    ("[2025-03-01..]", (2025, 3), None, "1 Mar 2025 or later"),
    ("2006/..", (2006,), None, "since 2006"),
    ("../2006", None, None, ""),
    ("[..2025-03-24]", None, None, ""),
    ("/..", None, None, ""),
]


@pytest.mark.parametrize("row", DATES, ids=lambda row: row[0])
def test_dates(row: tuple[str, tuple[int, ...] | None, tuple[int, ...] | None, str]) -> None:
    text, start, end, shown = row
    found = slides(Event("a", parse_date(text), "A"))
    if start is None:
        assert found == []
        return
    [slide] = found
    assert tuple(slide["start_date"].values()) == start
    assert (tuple(slide["end_date"].values()) if "end_date" in slide else None) == end
    assert (slide["display_date"], slide["unique_id"], slide["autolink"]) == (shown, "a", False)


class Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.text, self.tags, self.links = "", set[str](), list[str | None]()

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.links += [value for name, value in attrs if name == "href"]


@given(st.text(st.sampled_from("<>&\"'/=a :") | st.characters(exclude_categories=["Cs"]), min_size=1).filter(clean))
def test_text_is_not_html(text: str) -> None:
    source = Source("k", url="https://e.com/?a=1&b='\"<>")
    [slide] = slides(
        Event("a", parse_date("2025"), text, summary=text, place=text, sources=(source,)), group_by="place"
    )
    for value in (slide["text"]["headline"], slide["group"]):
        page = Page()
        page.feed(value)
        page.close()
        assert (page.text, page.tags) == (clean(text), set())
    page = Page()
    page.feed(slide["text"]["text"])
    assert page.tags == {"p", "a"}
    assert page.links == [source.url]


def test_counts_add_up(timeline: Run) -> None:
    result = timeline("export", "timelinejs")
    assert len(json.loads(result.out)["events"]) == 15
    assert "10 events left out: no start is known" in result.err
    assert json.loads(timeline("export", "timelinejs", "text:nothing").out)["events"] == []
