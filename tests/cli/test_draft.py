"""`timeline draft` as a command: what it prints, adds and refuses."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., "tuple[int, str, str]"]
Write = Callable[..., str]

ARTICLE = """\
Acme opens plant in Spain

Acme opened a plant in Spain on Saturday, the company said. The plant will employ 1,500 people.
It bought the site in late 2006 for 30 million euros. Acme is also building a warehouse in Italy.
"""
DAY = ("--published", "2025-03-24")


@pytest.fixture
def article(tmp_path: Path) -> str:
    file = tmp_path / "article.txt"
    file.write_text(ARTICLE, encoding="utf-8")
    return str(file)


def test_it_prints_a_file_that_check_accepts(timeline: Run, write: Write, article: str) -> None:
    code, out, err = timeline("draft", article, *DAY)
    assert code == 0
    assert "- id: " in out
    assert 'date: 2006  # review: date: "late 2006" is vaguer than 2006' in out
    assert "4 events from Acme opens plant in Spain, 2 to review" in err
    code, out, _ = timeline("-f", write(out), "check", "--today", "2025-04-01")
    assert code == 0
    assert "2 warnings" in out
    assert "W405" in out


def test_into_adds_the_events_once(timeline: Run, write: Write, article: str) -> None:
    file = write("events:\n- date: 2001\n  title: Acme was founded\n")
    assert "4 events added" in timeline("draft", article, *DAY, "--into", file)[2]
    text = Path(file).read_text(encoding="utf-8")
    assert text.startswith("events:\n- date: 2001\n  title: Acme was founded\n")
    assert "known: 2025-03-24" in text
    assert "0 events added" in timeline("draft", article, *DAY, "--into", file)[2]
    assert Path(file).read_text(encoding="utf-8") == text


def test_an_edited_title_is_not_added_again(timeline: Run, write: Write, article: str) -> None:
    file = write("events: []\n")
    timeline("draft", article, *DAY, "--into", file)
    text = Path(file).read_text(encoding="utf-8").replace("title: Acme opened a plant in Spain", "title: A plant opens")
    Path(file).write_text(text, encoding="utf-8")
    assert "0 events added" in timeline("draft", article, *DAY, "--into", file)[2]


def test_into_creates_a_file(timeline: Run, tmp_path: Path, article: str) -> None:
    file = tmp_path / "new.yaml"
    assert timeline("draft", article, *DAY, "--into", str(file))[0] == 0
    assert file.read_text(encoding="utf-8").startswith("events:\n")


def test_a_mark_of_figures_is_in_the_line_of_the_title(timeline: Run, tmp_path: Path) -> None:
    file = tmp_path / "results.txt"
    file.write_text("Acme reported revenue of $5 million on March 3. Sales of the unit were $3 million.")
    out = timeline("draft", str(file), *DAY)[1]
    reason = "figures: the text does not say for which period"
    assert f"title: Acme reported revenue of $5 million  # review: {reason}\n" in out
    file.write_text("We reported revenue of $5 million on March 3.")
    assert f'# review: title: "We" stands for something that the clause does not name; {reason}\n' in timeline(
        "draft", str(file), *DAY
    )[1].replace('"we"', '"We"')


def test_fmt_keeps_review_marks(timeline: Run, write: Write, article: str) -> None:
    file = write("events: []\n")
    timeline("draft", article, *DAY, "--into", file)
    timeline("-f", file, "fmt")
    assert '# review: date: "late 2006"' in Path(file).read_text(encoding="utf-8")


def test_json_is_that_of_show_with_the_reasons(timeline: Run, article: str) -> None:
    found = json.loads(timeline("draft", article, *DAY, "--json")[1])
    assert [each["date"] for each in found if each["x-review"]] == ["2006", "/.."]
    assert found[0]["sources"][0]["quote"].startswith("Acme opened")
    assert json.loads(timeline("draft", article, *DAY, "--json=date,title")[1])[0].keys() == {"date", "title"}


def test_dates_lists_every_expression_of_time(timeline: Run, article: str) -> None:
    found = json.loads(timeline("draft", article, *DAY, "--dates", "--json")[1])
    assert [each["text"] for each in found] == ["Saturday", "late 2006"]
    assert found[0] == {
        "begin": ARTICLE.index("Saturday"), "end": ARTICLE.index("Saturday") + 8, "text": "Saturday", "type": "DATE",
        "value": "2025-03-22", "date": "2025-03-22",
    }  # fmt: skip
    assert "2025-03-22  Saturday" in timeline("draft", article, *DAY, "--dates")[1]


def test_edit_opens_the_events_first(
    timeline: Run, write: Write, article: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = tmp_path / "edit.py"
    script.write_text(
        "import sys\np = sys.argv[-1]\ns = open(p, encoding='utf-8').read()\n"
        "open(p, 'w', encoding='utf-8').write(s.replace('Acme opened a plant in Spain', 'A plant opens', 1))\n",
        encoding="utf-8",
    )
    monkeypatch.setenv("EDITOR", f"{sys.executable} {script}")
    monkeypatch.delenv("VISUAL", raising=False)
    file = write("events: []\n")
    assert timeline("draft", article, *DAY, "--edit", "--into", file)[0] == 0
    text = Path(file).read_text(encoding="utf-8")
    assert "A plant opens" in text
    assert '# review: date: "late 2006"' in text


def test_the_day_is_never_guessed(timeline: Run, article: str) -> None:
    code, out, err = timeline("draft", article)
    assert (code, out) == (2, "")
    assert "--published 2025-03-24" in err


def test_standard_input_has_no_name(timeline: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("timeline_cli.cli.draft.read_stdin", lambda: b"Acme opened a plant in Spain, and it is large.")
    assert "the article does not say when it was published" in timeline("draft", "-")[2]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("삼성전자는 공장을 열었다.\n", "not in English"),
        ("", "contains no prose"),
        ("Le groupe a ouvert une usine mardi dernier, selon un porte-parole.", "not in English"),
    ],
)
def test_what_is_no_english_article_is_refused(timeline: Run, tmp_path: Path, text: str, told: str) -> None:
    file = tmp_path / "other.txt"
    file.write_text(text, encoding="utf-8")
    code, _, err = timeline("draft", str(file), *DAY)
    assert code == 2
    assert told in err


def test_wrong_options_are_refused(timeline: Run, article: str) -> None:
    assert "write 2025-03-22\n" in timeline("draft", article, "--published", "22/03/2025")[2]
    assert "2025-13-01 is not a day" in timeline("draft", article, "--published", "2025-13-01")[2]
    assert "an article is from 1500 to 2200" in timeline("draft", article, "--published", "9999-12-31")[2]
    assert "cannot be read" in timeline("draft", "no-such-file", *DAY)[2]
    assert "use one of them" in timeline("draft", article, *DAY, "--into", "x.yaml", "--json")[2]
    assert "no article is named" in timeline("draft")[2]
    assert "unknown field" in timeline("draft", article, *DAY, "--json=no")[2]


def test_marks_that_one_line_cannot_hold_are_reported(timeline: Run, write: Write, article: str) -> None:
    file = write('{"events": [\n{"date": "2001", "title": "Acme was founded"}\n]}\n', "events.json")
    err = timeline("draft", article, *DAY, "--into", file)[2]
    assert "4 events added" in err
    assert "2 review marks not written" in err
    assert "to review" not in err
