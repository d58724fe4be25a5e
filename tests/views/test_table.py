"""The table: what every row says is said once, and columns follow their content."""

from __future__ import annotations

from collections.abc import Callable

from timeline_cli.dates.event_date import parse_date
from timeline_cli.dates.labels import label

Run = Callable[..., "tuple[int, str, str]"]
Write = Callable[..., str]

EVENTS = """
events:
- {date: "[2026-10-12, 2026-10-19]", type: factory-visit, title: Chung visits CATL in Ningde, certainty: rumoured,
   people: [Chung Eui-sun], companies: [Hyundai Motor, CATL]}
- {date: 2026-10-22, type: earnings, title: Hyundai's third quarter, companies: [Hyundai Motor]}
- {date: 2026-12-03/2026-12-05, type: forum, title: LA auto show, companies: [Kia]}
"""


def test_columns_follow_their_content(timeline: Run, write: Write) -> None:
    found = timeline("-f", write(EVENTS), "show", "-q", "--view", "table", "--width", "100")[1]
    assert [line.rstrip() for line in found.splitlines()[:3]] == [
        "date               type           title                                     who",
        "12 or 19 Oct 2026  factory-visit  Chung visits CATL in Ningde               scheduled, rumoured ·",
        "                                                                            Chung Eui-sun · Hyundai",
    ]
    wide = timeline("-f", write(EVENTS), "show", "-q", "--view", "table", "--width", "140")[1].splitlines()
    assert len(wide) == 4
    assert wide[1].endswith("  [scheduled, rumoured]  Chung Eui-sun · Hyundai Motor, CATL")
    narrow = timeline("-f", write(EVENTS), "show", "-q", "--view", "table", "--width", "60")[1].splitlines()
    assert narrow[0].split() == ["date", "event"]
    assert narrow[-1].endswith("LA auto show  [scheduled] · forum · Kia")


def test_what_every_row_says_is_said_once(timeline: Run, write: Write) -> None:
    rows = "".join(
        f"- {{date: 196{year}, type: milestone, title: T{year}, companies: [シンメイ]}}\n" for year in range(3)
    )
    found = timeline("-f", write("events:\n" + rows), "show", "-q", "--view", "table", "--width", "80")[1]
    assert found.splitlines() == ["every row: milestone · シンメイ", "date  title", "1960  T0", "1961  T1", "1962  T2"]


def test_a_date_that_every_row_says_is_said_once_and_since_says_ongoing(timeline: Run, write: Write) -> None:
    events = "events:\n- {date: 2006/.., title: A plant runs}\n- {date: 2006/.., title: Another, type: deal}\n"
    found = timeline("-f", write(events), "show", "-q", "--view", "table", "--width", "80")[1]
    assert found.splitlines() == ["every row: since 2006", "type  title", "      A plant runs", "deal  Another"]


def test_a_month_and_a_day_are_said_once() -> None:
    said = {
        "[2026-10-12, 2026-10-19]": "12 or 19 Oct 2026",
        "[2026-10-12, 2026-11-19]": "12 Oct or 19 Nov 2026",
        "[2025-10-12, 2026-10-19]": "12 Oct 2025 or 19 Oct 2026",
        "2025-03-04/2025-03-04": "4 Mar 2025",
        "2025-03-04T10:00+09:00/2025-03-04T12:30+09:00": "4 Mar 2025 10:00 – 12:30 +09:00",
        "2025-03-04T10:00:00Z": "4 Mar 2025 10:00 UTC",
        "2025-03-04T10:00:05Z": "4 Mar 2025 10:00:05 UTC",
    }
    assert {text: label(parse_date(text)) for text in said} == said
