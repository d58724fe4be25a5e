"""What holds of every view: no event is missing, no line too wide, nothing cut, and options are never ignored."""

from __future__ import annotations

import io
import json
import random
import re
import time
from collections.abc import Callable
from datetime import date

import pytest

from timeline_cli.console import Screen
from timeline_cli.errors import UsageFault
from timeline_cli.query.question import Question, read_period_on
from timeline_cli.query.select import Answer, select
from timeline_cli.reading.load import load
from timeline_cli.text import width
from timeline_cli.views.problems import error_lines
from timeline_cli.views.registry import VIEWS, view_lines

Run = Callable[..., "tuple[int, str, str]"]
Write = Callable[..., str]

DATES = [
    "2024",
    "2024-03",
    "2024-Q2",
    "2024-H1",
    "2024-W10",
    "202X",
    "20XX",
    "2024-03-22",
    "2024-03-22?",
    "2024~",
    "2023-01-05/2024-06-30",
    "2024-02/..",
    "../2024-05",
    "/2024-07-01",
    "2024-08-01/",
    "/..",
    "[..2024-03-24]",
    "[2024-03-24..]",
    "[2024-05-01..2024-05-09]",
    "[2024-01-01,2024-02-02]",
    "0001",
    "9999",
    "2024-03-22T10:15Z",
    "2024-03-22T10:15+09:00/2024-03-23T00:10+09:00",
    "2031-01-01",
    "2024-02-28/2024-03-02",
]
WORDS = [
    "Samsung",
    "삼성전자",
    "株式会社",
    "🚀",
    "merger",
    "«déjà»",
    "한국어로",
    "an",
    "ordinary",
    "word",
    "Bundesfinanzministerium",
]


def file_of(count: int) -> str:
    """`count` events of every kind of date, in several scripts, that hang below and follow one another."""
    rng = random.Random(count)
    lines = ["events:"]
    for number in range(count):
        title = " ".join(rng.choices(WORDS, k=rng.randint(1, 14)))
        lines += [f"- id: e{number}", f"  date: '{rng.choice(DATES)}'", f"  title: {title} №{number}."]
        for key in ("companies", "people", "tags"):
            if rng.random() < 0.6:
                lines.append(f"  {key}: [{', '.join(dict.fromkeys(rng.choices(WORDS, k=rng.randint(1, 3))))}]")
        for key in ("part_of", "follows", "supersedes"):
            if rng.random() < 0.3:
                lines.append(f"  {key}: e{rng.randrange(count)}")
        if rng.random() < 0.5:
            lines.append(f"  type: {rng.choice(('deal', 'forum', 'launch'))}")
        if rng.random() < 0.3:
            lines.append(f"  place: {rng.choice(WORDS)}")
    return "\n".join(lines) + "\n"


QUESTIONS = ([], ["2024-03"], ["--group-by", "company"], ["--reverse"], ["--sort", "title"], ["--group-by", "month"])


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("count", [1, 25, 150])
@pytest.mark.parametrize("columns", [40, 60, 80, 120, 200])
def test_every_event_is_there_and_no_line_is_too_wide(
    view: str, count: int, columns: int, timeline: Run, write: Write
) -> None:
    path = write(file_of(count))
    for question in QUESTIONS:
        asked = ["-f", path, "show", *question]
        expected = {event["title"].rpartition(" ")[2] for event in json.loads(timeline(*asked, "--json=title")[1])}
        more = [*(["--ascii"] if count == 25 else []), *(["--all"] if "all" in VIEWS[view].options else [])]
        out = timeline(*asked, "-q", "--view", view, "--width", str(columns), *more).out
        found = set(re.findall(r"№\d+\.", out))
        assert max(map(width, out.splitlines())) <= columns
        # A line each has what only runs through the period asked for, and a long title is cut there.
        if "2024-03" not in question:
            assert found == expected


@pytest.fixture(scope="module")
def answer_of_5000(tmp_path_factory: pytest.TempPathFactory) -> Answer:
    path = tmp_path_factory.mktemp("large") / "events.yaml"
    path.write_text(file_of(5000), encoding="utf-8")
    today = date(2025, 3, 26)
    return select(load((str(path),)), Question(today.toordinal(), read_period_on(today)))


@pytest.mark.parametrize(
    ("view", "options"),
    [*((view, {"all": "all" in VIEWS[view].options}) for view in VIEWS), ("timeline", {"verbose": True})],
)
def test_5000_events_are_all_there_and_soon(view: str, options: dict[str, bool], answer_of_5000: Answer) -> None:
    screen = Screen(io.StringIO(), 100, colour=True, ascii=False)
    start = time.process_time()
    screen.write(view_lines(view, options)(answer_of_5000, screen))
    # Far above what it takes (half a second), far below what anything would take that grows with the square.
    assert time.process_time() - start < 4
    assert len(set(re.findall(r"№\d+\.", screen.stream.getvalue()))) == 5000  # type: ignore[attr-defined]


@pytest.mark.parametrize("view", [view for view in VIEWS if view != "table"])
def test_a_title_leads_to_its_source_on_a_terminal_that_can(view: str, write: Write) -> None:
    path = write("events:\n- {date: 2025-03-24, title: A, sources: [{publisher: P}, 'https://example.com/a']}\n")
    today = date(2025, 3, 26)
    answer = select(load((path,)), Question(today.toordinal(), read_period_on(today)))
    screen = Screen(io.StringIO(), 100, colour=True, ascii=False, links=True)
    screen.write(view_lines(view)(answer, screen))
    assert screen.stream.getvalue().count("\x1b]8;;https://example.com/a\x1b\\") == 1  # type: ignore[attr-defined]


@pytest.mark.parametrize("view", VIEWS)
def test_the_footer_counts_as_json_does(view: str, timeline: Run, write: Write) -> None:
    path = write(file_of(60))
    total = len(json.loads(timeline("-f", path, "show", "--json")[1]))
    assert timeline("-f", path, "show", "--view", view).out.endswith(f"{total} events\n")
    assert not timeline("-f", path, "show", "--view", view, "-q").out.endswith("events\n")
    assert timeline("-f", path, "show", "type:none", "--view", view).out == f"0 of {total} events\n"


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize(
    "options",
    [
        ["--limit", "0"],
        ["--limit", "1", "--group-by", "person"],
        ["--all-versions"],
        ["--as-of", "2024-03-20"],
        ["--sort", "known", "--reverse"],
        ["--group-by", "quarter", "--reverse"],
        ["2024-03", "--limit", "3"],
    ],
)
def test_every_form_of_an_answer_has_a_view(view: str, options: list[str], timeline: Run, write: Write) -> None:
    result = timeline("-f", write(file_of(25)), "show", "--view", view, *options)
    assert result.code == 0
    assert result.out.splitlines()[-1].split()[-1] in ("events", "shown", "match")


@pytest.mark.parametrize("columns", ["40", "60", "100"])
def test_oneline_is_a_line_an_event_however_narrow(columns: str, timeline: Run, write: Write) -> None:
    path = write(file_of(150))
    lines = timeline("-f", path, "show", "-q", "--oneline", "--elapsed", "--width", columns).out.splitlines()
    assert len(lines) == 150
    assert lines == [line for line in lines if line.strip()]


@pytest.mark.parametrize("view", VIEWS)
def test_ascii_leaves_no_ornament(view: str, timeline: Run) -> None:
    assert timeline("show", "--view", view, "--ascii").out.isascii()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--view", "tabel"], "did you mean table?"),
        (["--view", "lanes", "--verbose"], "the view lanes does not take --verbose"),
        (["--verbose", "--view", "table"], "use it with --view timeline or --view tree"),
        (["--lane-by", "company"], "use it with --view lanes"),
        (["--view", "lanes", "--lane-by", "companies"], "did you mean company?"),
        (["--oneline", "--verbose"], "use one of them"),
        (["--elapsed", "--sort", "title"], "remove --sort"),
        (["--verbose", "--json"], "view options cannot be combined with --json"),
    ],
)
def test_an_option_that_is_not_used_is_refused(arguments: list[str], message: str, timeline: Run) -> None:
    result = timeline("show", *arguments)
    assert (result.code, result.out) == (2, "")
    assert message in result.err


def test_verbose_says_once_what_an_event_is_part_of(timeline: Run) -> None:
    assert timeline("show", "--verbose", "id:xiaomi-factory-visit").out.count("part of lee-china-trip-2025") == 1


@pytest.mark.parametrize("topic", ["query", "dates", "file", "json", "views"])
def test_help_fits_a_terminal_of_80_columns(timeline: Run, topic: str) -> None:
    assert max(map(width, timeline("help", topic, "--width", "80").out.splitlines())) <= 80


def test_a_hint_is_wrapped_between_words() -> None:
    lines = list(error_lines(UsageFault("wrong", "write one of these words"), 28))
    assert ["".join(text for text, _ in line) for line in lines[1:]] == ["  hint: write one of these", "        words"]
