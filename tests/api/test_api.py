"""The Python interface: public names, the same answers as the command, errors as exceptions, and nothing printed."""

from __future__ import annotations

import json
import pickle
import subprocess
import sys
import threading
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

import timeline_cli
from tests.conftest import EVENTS, ROOT, Run
from timeline_cli.api.frames import _NUMBERS
from timeline_cli.exports.figures import FIGURE_ROW

TODAY = "2025-03-24"


@pytest.fixture(scope="module")
def example() -> timeline_cli.Timeline:
    return timeline_cli.load(str(EVENTS), today=TODAY)


def test_the_public_names() -> None:
    assert timeline_cli.__all__ == [
        "Answer", "Date", "Event", "FileError", "Problem", "QueryError", "Timeline", "load", "parse_date",
    ]  # fmt: skip
    assert all(getattr(timeline_cli, name) for name in timeline_cli.__all__)
    with pytest.raises(AttributeError):
        _ = timeline_cli.no_such_name


def test_the_package_imports_nothing_until_a_name_is_used() -> None:
    code = "import sys; before = set(sys.modules); import timeline_cli; print(sorted(set(sys.modules) - before))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip() == "['timeline_cli']"


@pytest.mark.parametrize(
    ("question", "options"),
    [
        ("", {}),
        ("company:samsung last quarter", {"match": "certainly"}),
        ('company:"Samsung Electronics" 2025', {"sort": "title"}),
        ("certainty:rumoured or (place:beijing and March 2025)", {"reverse": True}),
        ("since 2024", {"as_of": "2025-03-23"}),
        ("since 2024", {"limit": 3}),
    ],
)
def test_records_are_those_of_the_command(
    example: timeline_cli.Timeline, timeline: Run, question: str, options: dict[str, object]
) -> None:
    flags = [f"--{key.replace('_', '-')}" + ("" if value is True else f"={value}") for key, value in options.items()]
    # The command splits a question at spaces outside quotes, as the shell does.
    words = ["company:Samsung Electronics", "2025"] if '"' in question else question.split()
    shown = timeline("--today", TODAY, "show", "--json", *flags, *words)
    answer = example.ask(question, **options)  # type: ignore[arg-type]
    assert _json(answer.to_records()) == _json(json.loads(shown.out, parse_float=Decimal))
    assert [event.record for event in answer] == answer.to_records()
    assert len(answer) == len(answer.to_records())


def test_figures_are_those_of_the_command(example: timeline_cli.Timeline, timeline: Run) -> None:
    shown = timeline("--today", TODAY, "figures", "--json")
    assert _json(example.ask().figures.to_records()) == _json(json.loads(shown.out, parse_float=Decimal))


def _json(records: object) -> str:
    return json.dumps(records, default=str).replace(str(EVENTS), "events.yaml")


def test_what_is_not_understood_is_an_exception(
    example: timeline_cli.Timeline, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(timeline_cli.QueryError) as caught:
        example.ask("compnay:xiaomi")
    assert caught.value.hint == "did you mean company?"
    for options in (
        {"sort": "dates"},
        {"match": "maybe"},
        {"as_of": "24.3.2025"},
        {"limit": -1},
        {"limit": "3"},
        {"as_of": 5},
    ):
        with pytest.raises(ValueError, match=r"date|possibly|2025-03-24|number"):
            example.ask(**options)  # type: ignore[arg-type]
    with pytest.raises(timeline_cli.QueryError, match="write it as one text"):
        example.ask(["xiaomi", "2024"])  # type: ignore[arg-type]
    with pytest.raises(timeline_cli.QueryError, match="2025-02-30 does not exist"):
        timeline_cli.parse_date("2025-02-30")
    with pytest.raises(timeline_cli.QueryError, match="write 2025-03"):
        timeline_cli.parse_date("March 2025")
    with pytest.raises(timeline_cli.QueryError, match='2025 is not text; write a date as "2025-03-22"'):
        timeline_cli.parse_date(2025)  # type: ignore[arg-type]
    with pytest.raises(OSError, match=r"no-such-file\.yaml: cannot be read"):
        timeline_cli.load("no-such-file.yaml")
    with pytest.raises(timeline_cli.QueryError, match="is not a day"):
        timeline_cli.load(str(EVENTS), today="2025-3-4")
    assert capfd.readouterr() == ("", "")


def test_events_with_errors_are_left_out_with_a_note(tmp_path: Path) -> None:
    path = tmp_path / "events.yaml"
    path.write_text("events:\n  - {date: 2025-02-30, title: A}\n  - {date: 2025, title: B}\n", encoding="utf-8")
    timeline = timeline_cli.load(path, today=TODAY)
    assert len(timeline) == 1
    assert "1 broken event" in repr(timeline)
    assert timeline.ask().notes == ("left out: 1 broken event; see .problems",)
    problem = timeline.problems[0]
    assert (problem.code, problem.line, problem.severity) == ("E101", 2, "error")
    assert str(problem).startswith(f"{path}:2:12: error[E101]: 2025-02-30 does not exist")


def test_an_event_is_one_line_in_a_notebook(example: timeline_cli.Timeline) -> None:
    visit = example.ask("id:xiaomi-factory-visit")[0]
    assert repr(visit) == "<Event 2025-03-22: Lee Jae-yong and Cristiano Amon meet Lei Jun at Xiaomi's EV factory>"
    assert repr(visit.date) == "Date('2025-03-22')"
    assert "\x1b" not in repr(replace(visit, title="\x1b[31m"))


def test_a_timeline_is_iterated_as_the_answer_of_all(example: timeline_cli.Timeline) -> None:
    assert list(example) == list(example.ask())
    assert len(list(example)) == len(example)


def test_a_page_of_html_for_notebooks(tmp_path: Path) -> None:
    path = tmp_path / "events.yaml"
    path.write_text("events:\n  - {date: 2025, title: '<script>alert(1)</script>\x85'}\n", encoding="utf-8")
    timeline = timeline_cli.load(path, today=TODAY)
    page = timeline.ask()._repr_html_()
    assert "&lt;script&gt;" in page
    assert "<script" not in page
    assert "\x85" not in page
    many = tmp_path / "many.yaml"
    many.write_text("events:\n" + "  - {date: 2025, title: A}\n" * 100, encoding="utf-8")
    assert "40 more, not shown" in timeline_cli.load(many).ask()._repr_html_()


def test_an_answer_can_be_pickled(example: timeline_cli.Timeline) -> None:
    answer = example.ask("last quarter")
    again = pickle.loads(pickle.dumps(answer))
    assert list(again) == list(answer)
    assert again.figures.to_records() == answer.figures.to_records()


def test_nothing_invisible_is_in_a_repr(example: timeline_cli.Timeline) -> None:
    assert repr(example.ask("x\u202ey")).isprintable()


def test_an_index_may_be_asked_in_another_thread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TIMELINE_CACHE_DIR", str(tmp_path / "cache"))
    path = tmp_path / "many.yaml"
    path.write_text(
        "events:\n" + "".join(f"  - {{date: 2025, title: A {i}, summary: {TODAY * 9}}}\n" for i in range(4000)),
        encoding="utf-8",
    )
    timeline = timeline_cli.load(path, today=TODAY, index=True)
    before = len(timeline.ask("A 17"))
    raised: list[object] = []
    monkeypatch.setattr(sys, "unraisablehook", raised.append)
    found: list[int] = []
    thread = threading.Thread(target=lambda: found.append(len(timeline.ask("A 17"))))
    thread.start()
    thread.join()
    assert (found, raised) == ([before], [])


def test_an_index_gives_the_same_answers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TIMELINE_CACHE_DIR", str(tmp_path / "cache"))
    path = tmp_path / "many.yaml"
    event = "  - {date: 2025-%02d, title: Event %d of Acme, companies: [Acme], figures: [{metric: sales, value: %d}]}\n"
    path.write_text("events:\n" + "".join(event % (i % 12 + 1, i, i) for i in range(4000)), encoding="utf-8")
    with_index, without = (timeline_cli.load(path, today=TODAY, index=index) for index in (True, False))
    for question in ("", "company:acme 2025-Q1", "metric:sales value:3900.."):
        first, second = with_index.ask(question), without.ask(question)
        assert first.to_records() == second.to_records()
        assert first.figures.to_records() == second.figures.to_records()


def test_the_columns_of_pandas_never_change(example: timeline_cli.Timeline) -> None:
    pytest.importorskip("pandas")
    full, empty = example.ask(), example.ask("company:samsung type:merger 1900")
    assert len(empty) == 0
    assert full.to_pandas().dtypes.equals(empty.to_pandas().dtypes)
    figures = full.figures.to_pandas()
    assert figures.dtypes.equals(empty.figures.to_pandas().dtypes)
    assert list(figures.columns) == list(FIGURE_ROW)
    assert figures["value"].tolist() == [float(row["value"]) for row in full.figures]
    assert full.figures.to_pandas(exact=True)["value"].tolist() == [row["value"] for row in full.figures]


def test_every_number_of_a_figure_is_a_number_in_pandas(example: timeline_cli.Timeline) -> None:
    texts = {key for row in example.ask().figures for key, value in row.items() if isinstance(value, str)}
    numbers = {key for row in example.ask().figures for key, value in row.items() if isinstance(value, (int, Decimal))}
    assert numbers - {"background"} <= set(_NUMBERS)
    assert not texts & set(_NUMBERS)


SCRIPT = """
import datetime
import timeline_cli

t: timeline_cli.Timeline = timeline_cli.load("events.yaml", today=datetime.date(2025, 3, 24))
a: timeline_cli.Answer = t.ask("company:samsung", match="certainly")
titles: list[str] = [event.title for event in a]
first: timeline_cli.Event = a[0]
day: datetime.date | None = first.date.start
names: tuple[str, ...] = first.companies
count: int = len(a.figures.to_records())
try:
    timeline_cli.parse_date("2025-13")
except timeline_cli.QueryError as error:
    hint: str = error.hint
print(a.to_pandas())
"""


@pytest.mark.slow
def test_the_script_of_a_user_passes_a_strict_type_checker(tmp_path: Path) -> None:
    pytest.importorskip("mypy")
    script = tmp_path / "script.py"
    script.write_text(SCRIPT, encoding="utf-8")
    command = [sys.executable, "-m", "mypy", "--strict", "--no-incremental", "--config-file=", str(script)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, env=None)
    assert done.returncode == 0, done.stdout
