# ruff: noqa: E501 (tables)
"""`timeline import` as a command: maps and their errors, what is guessed, importing again, updates, interruptions."""

from __future__ import annotations

import contextlib
import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from timeline_cli.editing.new_file import LOCK_ENDING
from timeline_cli.errors import TimelineError
from timeline_cli.imports.registry import IMPORTS
from timeline_cli.reading.search import FOREIGN

Run = Callable[..., Any]

TABLE = "id,date,title,who,note\n1,2024-03-05,First,Acme,short\n2,2024-04,Second,Brit,note two\n3,2025,Third,Cold,x\n"
MAP = """\
key = "{id}"
[event]
date = "{date}"
title = "{title}"
type = "opening"
companies = ["{who}"]
summary = "{note}"
[types]
opening = {symbol = "○"}
"""


class Files:
    """A table with its map, and the file that it is imported into."""

    def __init__(self, folder: Path, run: Run) -> None:
        self.table, self.map, self.into = folder / "t.csv", folder / "m.toml", folder / "into.yaml"
        self.table.write_text(TABLE)
        self.map.write_text(MAP)
        self._run = run

    def run(self, *options: str) -> Any:
        return self._run("import", str(self.table), "--map", str(self.map), "--into", str(self.into), *options)

    def report(self, *options: str) -> dict[str, Any]:
        report: dict[str, Any] = json.loads(self.run("--json", *options).out)
        return report

    @property
    def text(self) -> str:
        return self.into.read_text()


@pytest.fixture
def files(tmp_path: Path, timeline: Run) -> Files:
    return Files(tmp_path, timeline)


def test_a_new_file_is_created(files: Files) -> None:
    assert files.run().err == "3 rows: 3 events\n"
    assert files.text.startswith(
        "types:\n  opening: {symbol: ○}\nevents:\n- id: 2024-03-05-first\n  date: 2024-03-05\n"
    )
    assert "x-from: t#1@" in files.text


def test_hand_edits_and_comments_stay(files: Files) -> None:
    files.run()
    edited = files.text.replace("title: First", "title: The first   # by hand").replace("events:", "# mine\nevents:")
    files.into.write_text(edited)
    assert files.report()["already"] == 3
    assert files.text == edited


def test_update_touches_only_the_changed_lines(files: Files) -> None:
    files.run()
    before = (
        files.text.replace("title: First", "title: First   # why")
        .replace("companies: [Brit]", "companies:  # who\n  # inner\n  - Brit  # b")
        .replace("summary: x", "summary: x\n  tags: [mine]")
    )
    files.into.write_text(before)
    files.table.write_text(
        'id,date,title,who,note\n1,2024-03-05,First one,Acme,short\n2,2024-05,Second,Bold,"two\nlines"\n4,2023,Zero,,\n'
    )
    report = files.report()
    assert (report["events"], report["changed"], report["gone"]) == (1, 2, 1)
    assert (report["changed_keys"], report["gone_keys"]) == (["t#1", "t#2"], ["t#3"])
    result = files.run("--update", "--dry-run")
    assert "+  title: First one   # why\n" in result.out and "-  title: Zero" not in result.out
    assert files.run("--update").err.startswith("3 rows: 0 events, 1 there already, 2 updated, 1 gone from the input\n")
    added, gone = _changed_lines(before, files.text)
    assert [line.split("@")[0].strip() for line in gone] == [
        "title: First   # why", "x-from: t#1", "date: 2024-04", "companies:  # who", "- Brit  # b",
        "summary: note two", "x-from: t#2",
    ]  # fmt: skip
    kept = [line.split("@")[0].strip() for line in added]
    assert [line for line in kept if line.startswith("#")] == ["# who", "# b"]
    assert {"title: First one   # why", "date: 2024-05", "companies: [Bold]"} < set(kept)
    assert files.report("--update")["already"] == 3


def _changed_lines(before: str, after: str) -> tuple[list[str], list[str]]:
    import difflib

    lines = list(difflib.ndiff(before.splitlines(), after.splitlines()))
    return [line[2:] for line in lines if line[0] == "+"], [line[2:] for line in lines if line[0] == "-"]


def test_update_in_other_styles(files: Files) -> None:
    files.into.write_text(
        '{"types": {"opening": {}}, "events": [\n  {"date": "2024", "title": "Old", "x-from": "t#1@0"},\n  {"date": "2025", "title": "B"}\n]}\n'
    )
    assert files.report("--update", "--take", "input")["changed"] == 1
    found = json.loads(files.text)["events"]
    first = next(event for event in found if event["x-from" if "x-from" in event else "title"].startswith("t#1"))
    assert (first["date"], first["title"], first["companies"]) == ("2024-03-05", "First", ["Acme"])
    files.into.write_text("types: {opening: {}}\nevents:\n- {date: 2024, title: Old, x-from: t#1@0}  # one\n")
    files.run("--update", "--take", "input")
    assert "- {date: 2024-03-05, title: First, x-from: t#1@" in files.text and "}  # one\n" in files.text


def _row(files: Files, *cells: str) -> None:
    files.table.write_text("id,date,title,who,note\n" + ",".join(("1", *cells)) + "\n")


def test_update_leaves_edits_alone(files: Files) -> None:
    _row(files, "2024-03-05", "First", "Acme", "short")
    files.run()
    edited = files.text.replace("title: First", "title: Mine  # why").replace("summary: short", "tags: [mine]")
    files.into.write_text(edited)
    _row(files, "2024-03-06", "First", "Acme", "short")
    assert files.run("--update").err == "1 row: 0 events, 1 updated\n"
    expected = edited.replace("date: 2024-03-05", "date: 2024-03-06")
    assert files.text.split("x-from")[0] == expected.split("x-from")[0]
    assert files.report("--update")["already"] == 1


def test_a_field_that_both_changed_is_a_conflict(files: Files) -> None:
    _row(files, "2024-03-05", "First", "Acme", "short")
    files.run()
    edited = files.text.replace("title: First", "title: Mine") + "  tags: [mine]\n"
    files.into.write_text(edited)
    _row(files, "2024-03-06", "Theirs", "Acme", "")
    for _ in range(2):
        result = files.run("--update")
        assert (result.code, files.text) == (1, edited)
        assert (
            "not updated: t#1: file and input differ in date, title, summary, tags, and the file was edited\n"
            in result.err
        )
    assert files.report("--update")["conflicts"] == {"t#1": ["date", "title", "summary", "tags"]}
    result = files.run("--update", "--take", "input")
    assert result.code == 0 and "kept in t#1: summary, tags, not in the input\n" in result.err
    assert "  date: 2024-03-06\n  type: opening\n  title: Theirs\n" in files.text and "tags: [mine]" in files.text
    files.into.write_text(edited)
    assert files.run("--update", "--take", "file").code == 0
    assert files.text.split("x-from")[0] == edited.split("x-from")[0]
    assert files.report("--update")["already"] == 1


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_what_the_input_emptied_is_removed_unless_it_was_edited(files: Files, end: str) -> None:
    _row(files, "2024-03-05", "First", "Acme", "short")
    files.run()
    before = files.text.replace("summary: short", "# above\n  summary: short  # why")
    files.into.write_bytes(before.replace("\n", end).encode())
    _row(files, "2024-03-05", "First", "", "")
    result = files.run("--update")
    assert result.code == 0 and "removed from t#1: companies, summary, empty in the input\n" in result.err
    after = before.replace("  companies: [Acme]\n", "").replace("  summary: short  # why", "  # why")
    assert files.into.read_bytes().decode().split("x-from")[0] == after.replace("\n", end).split("x-from")[0]
    files.into.write_text(before.replace("[Acme]", "[Acme, Brit]"))
    assert "not updated: t#1: file and input differ in companies, summary" in files.run("--update").err
    files.into.write_text(before.replace("summary: short", "summary: longer"))
    assert "not updated: t#1: file and input differ in companies, summary" in files.run("--update").err


@pytest.mark.parametrize("form", [
    "- companies: [Acme]\n  date: 2024-03-05\n  type: opening\n  title: First\n  summary: short\n  %s\n",
    "- {date: 2024-03-05, type: opening, companies: [Acme], title: First, summary: short, %s}\n",
    "- {summary: short, date: 2024-03-05, type: opening, companies: [Acme],\n   title: First, %s}\n",
])  # fmt: skip
def test_a_field_is_removed_in_any_place(files: Files, form: str) -> None:
    _row(files, "2024-03-05", "First", "Acme", "short")
    files.run()
    about = files.text[files.text.index("sources:") :].strip().replace("\n  ", ", " if "{" in form[:3] else "\n  ")
    files.into.write_text("types: {opening: {}}\nevents:\n" + form % about)
    _row(files, "2024-03-05", "First", "", "")
    assert files.report("--update")["removed"] == {"t#1": [*(key for key in re.findall("companies|summary", form))]}
    assert "Acme" not in files.text and "short" not in files.text and "title: First" in files.text


def test_types_are_added_to_a_file_that_lacks_them(files: Files) -> None:
    files.into.write_text("# mine\ntypes:\n  other: {}\nevents:\n- {date: 2020, title: A}\n")
    files.run()
    assert files.text.startswith(
        "# mine\ntypes:\n  opening: {symbol: ○}\n  other: {}\nevents:\n- {date: 2020, title: A}"
    )
    files.into.write_text("events: # of mine\n- date: 2020\n  title: A\n")
    files.run()
    assert files.text.startswith("types:\n  opening: {symbol: ○}\nevents: # of mine\n- date: 2020\n")
    files.into.write_text("- {date: 2020, title: A}\n")
    assert files.run().code == 2
    assert files.text == "- {date: 2020, title: A}\n"


def test_what_looks_alike_is_kept_and_reported(files: Files) -> None:
    files.into.write_text("types: {opening: {}}\nevents:\n- {date: 2025, title: third}\n")
    result = files.run()
    assert "row 4: Third looks like 2025-third" in result.err and "both are kept" in result.err
    assert files.text.count("hird") > 2


def test_dry_run_shows_the_difference(files: Files) -> None:
    files.into.write_text("types: {opening: {}}\nevents:\n- {date: 2020, title: A}\n")
    before = files.text
    assert "+- {id: 2025-third, date: 2025, " in files.run("--dry-run").out
    assert files.text == before
    files.into.unlink()
    assert files.run("--dry-run").out.startswith("types:\n") and not files.into.exists()


MAPS = (
    ('[event]\ndate = "{date}"\n', "[event] has no title"),
    ('[event]\ndate = "{dat}"\ntitle = "{title}"\n', "has no column dat"),
    ('[event]\ndate = "{date"\ntitle = "{title}"\n', "{date has a brace without its other one"),
    ('[event]\ndate = "{date}"\ntitle = "{}"\n', "{} names no column"),
    ('kye = "{id}"\n[event]\ndate = "{date}"\ntitle = "{title}"\n', "kye is not a key of the map"),
    ('[event]\ndate = "{date}"\ntitle = "{title}"\ncompnies = ["{who}"]\n', "compnies is not a key of an event"),
    ('[event]\ndate = "{date}"\ntitle = "{title}"\n[columns.date]\nordr = "d/m/y"\n', "ordr is not a key of [columns.date]"),
    ('[event]\ndate = "{date}"\ntitle = "{title}"\n[columns.date]\norder = "x"\n', "order of [columns.date] is x"),
    ('[event]\ndate = "{date}"\ntitle = "{title}"\n[columns.date]\nmatch = "("\n', "match of [columns.date] is not a regular"),
    ('[event]\ndate = "{date}"\ntitle = "{title}"\n[columns.date]\nzone = "Mars"\n', "zone of [columns.date] is Mars"),
    ('[event]\ndate = "{date}"\ntitle = "{title}"\n[columns.note]\ntimes = "x"\n', "times of [columns.note] is not a number"),
    ('events = 5\n', "[events] holds tables"),
    ('columns = 5\n[event]\ndate = "{date}"\ntitle = "{title}"\n', "columns is a table"),
    ('[event]\ndate = ["{date}"]\ntitle = "{title}"\n', "date of [event] is one text"),
    ('name = ["a"]\n[event]\ndate = "{date}"\ntitle = "{title}"\n', "name is one text"),
    ('head = -1\n[event]\ndate = "{date}"\ntitle = "{title}"\n', "head is the number of a row"),
    ('head = 99\n[event]\ndate = "{date}"\ntitle = "{title}"\n', "the file has no row 99"),
    ('encoding = "x"\n[event]\ndate = "{date}"\ntitle = "{title}"\n', "x is not an encoding"),
    ('separator = "::"\n[event]\ndate = "{date}"\ntitle = "{title}"\n', "'::' is not a separator"),
    ('[event]\ndate = "{date}"\ntitle = "{title}"\n[columns.note]\nhtml = "yes"\n', "html of [columns.note] is true or false"),
    ('[event]\ndate = "{date}"\ntitle = "{title}"\n[columns.note]\nreplace = "x"\n', "replace of [columns.note] needs match"),
    ('[event]\ndate = "{date}"\ntitle = "{title}"\n[columns.note]\nnumber = "abc"\n', "number of [columns.note] is abc"),
    ("[event\n", "is not TOML"),
    ('name = "x"\n', "a map has [event]"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "message"), MAPS, ids=[message for _, message in MAPS])
def test_errors_of_maps(text: str, message: str, files: Files) -> None:
    from timeline_cli.errors import UsageFault
    from timeline_cli.imports.events import check_columns
    from timeline_cli.imports.maps import read_map
    from timeline_cli.imports.registry import format_of, read_input, read_table

    files.map.write_text(text)
    assert files.run().code == 2
    assert not files.into.exists()
    with pytest.raises(UsageFault) as raised:
        rules, given = read_map(str(files.map)), read_input(str(files.table))
        check_columns(read_table(given, format_of(given), rules.layout), rules)
    assert message in raised.value.message


JSON = json.dumps
# A file, and its dates and titles; nothing where the guess leaves a question open.
GUESSED = {
    "news": ("a.csv", "published,headline,url\n2024-03-05T08:00:00Z,A opens,https://example.com/1\n2024-03-06T09:00:00Z,B shuts,https://example.com/2\n",
             ["2024-03-05T08:00:00Z A opens", "2024-03-06T09:00:00Z B shuts"]),
    "an id of digits": ("a.csv", "id,order_no,title,date\n1,20240101,A one,2024-03-05\n2,20240102,B two,2024-03-06\n", ["2024-03-05 A one", "2024-03-06 B two"]),
    "years": ("a.csv", "Year,Event\n1851,Foundation\n1901,First plant\n", ["1851 Foundation", "1901 First plant"]),
    "year, month, day": ("a.csv", "year,month,day,event\n1851,3,5,Foundation\n1901,12,,First plant\n", ["1851-03-05 Foundation", "1901-12 First plant"]),
    "a start and an end": ("a.csv", "start date,end date,name\n2024-03-05,2024-03-07,A x\n2024-04-05,2024-04-06,B x\n", ["2024-03-05/2024-03-07 A x", "2024-04-05/2024-04-06 B x"]),
    "when the row was changed": ("a.csv", "date,title,last updated\n2024-03-05,A x,2025-01-01\n2024-03-16,B x,2025-01-02\n", ["2024-03-05 A x", "2024-03-16 B x"]),
    "German": ("a.csv", "Datum;Titel;Ort\n05.03.2024;Werk auf;Kiel\n17.03.2024;Werk zu;Bonn\n", ["2024-03-05 Werk auf", "2024-03-17 Werk zu"]),
    "Korean": ("a.csv", "날짜,제목\n2024년 3월 5일,공장 개소\n2024년 3월 6일,공장 폐쇄\n", ["2024-03-05 공장 개소", "2024-03-06 공장 폐쇄"]),
    "timestamps": ("a.csv", "timestamp,event\n1709647200,A launched\n1709733600,B launched\n", ["2024-03-05T14:00:00Z A launched", "2024-03-06T14:00:00Z B launched"]),
    "sibling lists": ("a.json", JSON({"deals": [{"date": "2024-03-05", "title": "A"}], "plants": [{"date": "2024-03-06", "title": "B"}]}), ["2024-03-05 A", "2024-03-06 B"]),
    "a remark on the file": ("a.json", JSON({"meta": {"made": "2024-01-01"}, "data": [{"d": "2024-03-05", "t": "A x"}, {"d": "2024-04-05", "t": "B y"}]}), ["2024-03-05 A x", "2024-04-05 B y"]),
    "one text": ("a.json", JSON({"company": "Acme", "events": [{"date": "2024-03-05", "text": "Opens"}, {"date": "2024-03-06", "text": "Shuts"}]}), ["2024-03-05 Opens", "2024-03-06 Shuts"]),
    "a title like a date": ("a.csv", "date,title,notes\n2024-01-01,First,x\n2024-01-02,1.10,n2\n", ["2024-01-01 First", '2024-01-02 "1.10"']),
    "two names": ("a.csv", "Date,Acquirer,Target,Value\n2024-03-05,Acme,Brit,120\n2024-05-20,Cold,Dune,55\n", []),
    "no text": ("a.csv", "Quarter,Revenue\nQ1 2024,10\nQ2 2024,11\n", []),
    "prices": ("a.csv", "Date,Open,High,Low,Close\n2024-03-05,1,2,3,4\n2024-03-06,1,2,3,4\n", []),
    "numbers like years": ("a.csv", "id,title,employees\n1,Alpha,1950\n2,Beta,2010\n", []),
    "no order": ("a.csv", "date,title\n3/4/2024,Alpha\n5/6/2024,Beta\n", []),
    "two-digit years": ("a.csv", "date,title\n3/25/24,Alpha\n5/26/24,Beta\n", []),
    "two dates": ("a.csv", "announced,completed,target\n2024-03-05,2024-06-01,Acme\n2024-04-05,2024-07-11,Brit\n", []),
    "opened and closed": ("a.csv", "Name,Opened,Closed\nAlpha,2001,2005\nBeta,2002,2006\n", []),
    "born and died": ("a.csv", "person,born,died\nAda,1815-12-10,1852-11-27\nBob,1900-01-02,1950-03-04\n", []),
    "a head that says what happened": ("a.csv", "name,founded\nAcme,1950\nBrit,1960\n", []),
    "the first of months": ("a.csv", "month,title\n2024-01-01,Alpha\n2024-02-01,Beta\n", []),
    "a precision": ("a.csv", "date,date_precision,title\n2024-01-01,year,Alpha\n2024-03-05,day,Beta\n", []),
    "no head": ("a.csv", "2024-03-05,Alpha opens\n2024-03-06,Beta closes\n", []),
    "a title above the head": ("a.csv", "Timeline,,\n,,\nDate,Event,Who\n2024-03-05,Alpha,Acme\n", ["2024-03-05 Alpha"]),
    "a title of one cell above the head": ("a.csv", "Calendar 2024\nDate,Event,Who\n2024-03-05,Alpha,Acme\n", ["2024-03-05 Alpha"]),
    "a row without a title": ("a.csv", "Date,Event,City\n2024-03-05,Alpha,Kiel\n2024-03-06,Beta,Bonn\n2024-03-07,,Bonn\n", ["2024-03-05 Alpha", "2024-03-06 Beta"]),
    "a row of sums": ("a.csv", "Datum;Ereignis;Wert\n13.03.2027;Alpha;4\n14.03.2027;Beta;5\nSumme;;9\n", ["2027-03-13 Alpha", "2027-03-14 Beta"]),
    "a remark with a comma above the head": ("a.csv", "Exported 2024-01-01 by me, twice\ndate,title\n2024-03-05,Alpha\n", []),
    "merged cells": ("a.csv", "Group,Date,Event\nA,2024-03-05,One\n,2024-03-06,Two\n,2024-03-07,Three\n", []),
    "the name of an event": ("a.csv", "Event type,Event name,Date\nx,A one,2024-03-05\ny,B two,2024-03-06\n", ["2024-03-05 A one", "2024-03-06 B two"]),
    "the name of a company": ("a.csv", "Company name,City,Date\nA one,Kiel,2024-03-05\nB two,Bonn,2024-03-06\n", []),
    "birthdays": ("a.csv", "Name,Date of birth\nAda,1815-12-10\nBob,1900-01-02\n", []),
    "texts with gaps": ("a.csv", "When,Bank,Acquirer,City\n2024-03-14,First,Big,Austin\n2024-03-04,Second,,\n", []),
    "two titles": ("a.csv", "title,subject,date\nA one,B one,2024-03-05\nA two,B two,2024-03-06\n", []),
    "fiscal years": ("a.csv", "Fiscal year,Milestone\nFY2024,Alpha\nFY2025,Beta\n", []),
    "years of budgets": ("a.csv", "Fiscal year,Title\n2021,Alpha\n2022,Beta\n", []),
    "a company as the only text": ("a.csv", "Rank,Company,Year\n1,Acme,2020\n2,Brit,2021\n3,Cold,2022\n", []),
    "when a row was made": ("a.csv", "created_at,title\n2024-03-05,Alpha\n2024-03-06,Beta\n", []),
    "years as keys": ("a.json", JSON({"2023": [{"date": "5 March", "event": "A one"}], "2024": [{"date": "6 May", "event": "B two"}]}), []),
    "a list in each object": ("a.json", JSON([{"name": "Acme", "rounds": [{"date": "2024-03-05", "sum": 1}]}]), []),
    "the name of a parent": ("a.json", JSON({"name": "List of x", "items": [{"when": "2024-03-05", "n": 1}, {"when": "2024-03-06", "n": 2}]}), []),
}  # fmt: skip


def test_a_map_may_only_say_where_the_rows_are(timeline: Run, tmp_path: Path) -> None:
    given, saved = tmp_path / "a.csv", tmp_path / "saved.toml"
    given.write_text("Plan|for 2024\nDate|Event\n2024-03-05|Alpha\n", encoding="utf-8")
    (tmp_path / "a.toml").write_text('head = 2\nseparator = "|"\n', encoding="utf-8")
    result = timeline("import", str(given), "--map", str(tmp_path / "a.toml"), "--save-map", str(saved))
    assert (result.code, "title: Alpha" in result.out) == (0, True)
    assert timeline("import", str(given), "--map", str(saved)).out == result.out
    (tmp_path / "a.toml").write_text("head = 0\n", encoding="utf-8")
    given.write_text("2024-03-05,Alpha\n2024-03-06,Beta\n", encoding="utf-8")
    assert "title: Alpha" in timeline("import", str(given), "--map", str(tmp_path / "a.toml")).out
    (tmp_path / "a.toml").write_text('head = 2\nempty = ["-"]\n', encoding="utf-8")
    assert "a map has [event]" in timeline("import", str(given), "--map", str(tmp_path / "a.toml")).err


@pytest.mark.parametrize(
    ("rule", "until", "goes_on"),
    [
        ("FREQ=YEARLY", "2026-05-01", True),
        ("FREQ=YEARLY;COUNT=3", "2026-05-01", False),
        ("FREQ=YEARLY;COUNT=3", "2026-04-30", True),
        ("FREQ=YEARLY;UNTIL=20260501", "2026-05-01", False),
        ("FREQ=YEARLY;UNTIL=20270501", "2026-05-01", True),
    ],
)
def test_later_occurrences_are_noted(rule: str, until: str, goes_on: bool, timeline: Run, tmp_path: Path) -> None:
    given = tmp_path / "a.ics"
    lines = ("VCALENDAR", "BEGIN:VEVENT", "UID:1", "DTSTART;VALUE=DATE:20240501", f"RRULE:{rule}", "SUMMARY:AGM")
    given.write_text("BEGIN:" + "\n".join(lines) + "\nEND:VEVENT\nEND:VCALENDAR\n", encoding="utf-8")
    notes = json.loads(timeline("import", str(given), "--until", until, "--json").out)["notes"]
    assert notes == [f"1 event may repeat after {until}; for later occurrences, write --until DATE"] * goes_on


def test_a_file_of_events_is_no_table(timeline: Run, tmp_path: Path) -> None:
    given = tmp_path / "own.yaml"
    given.write_text("events:\n- {date: 2024-05, title: A x, people: [{name: Ada, role: x}]}\n")
    result = timeline("import", str(given))
    assert (result.code, result.out) == (2, "")
    assert result.err == (
        f"timeline: error: {given} is a file of events, not a table to import\n  hint: write `timeline -f {given} show`\n"
    )


@pytest.mark.parametrize("name", GUESSED)
def test_what_is_guessed(name: str, timeline: Run, tmp_path: Path) -> None:
    file, text, expected = GUESSED[name]
    given, saved = tmp_path / file, tmp_path / "saved.toml"
    given.write_text(text, encoding="utf-8")
    result = timeline("import", str(given), "--save-map", str(saved))
    asked = [line for line in saved.read_text(encoding="utf-8").splitlines() if line.startswith("# ? ")]
    if not expected:
        assert (result.code, result.out) == (2, "")
        assert asked
        assert "# ? " in timeline("import", str(given)).err
        return
    assert result.code == (" left out (" in result.err) and not asked
    lines = [line.strip() for line in result.out.splitlines()]
    dates = [line.removeprefix("date: ") for line in lines if line.startswith("date: ")]
    titles = [line.removeprefix("title: ") for line in lines if line.startswith("title: ")]
    assert [" ".join(pair) for pair in zip(dates, titles, strict=True)] == expected
    assert timeline("import", str(given), "--map", str(saved)).out == result.out


def test_our_own_keys_are_guessed(timeline: Run, tmp_path: Path) -> None:
    given = tmp_path / "a.csv"
    given.write_text(
        "id,date,title,companies,tags,people,type,status\nacme-opens,2024,First,Acme,x,Ada Byron,deal,cancelled\n"
        "brit-shuts,2025,Second,Brit,y,Ada Byron,facility,scheduled\n"
    )
    result = timeline("import", str(given))
    assert result.out.startswith(
        "events:\n- id: acme-opens\n  date: 2024\n  type: deal\n  title: First\n  companies: [Acme]\n"
        "  people: [Ada Byron]\n  tags: [x]\n  status: cancelled\n"
    )
    given.write_text(given.read_text().replace(",Brit,", ',"Brit, Cold",').replace(",deal,", ",own,"))
    assert (
        'guessed not used: companies (write split = ", " if its cells hold several), type\n'
        in timeline("import", str(given)).err
    )
    given = tmp_path / "a.json"
    given.write_text(JSON([{"date": "2024", "title": "A", "companies": ["Acme", "Brit"], "with": ["Cold"]},
                           {"date": "2025", "title": "B", "companies": "Cold", "with": []}]))  # fmt: skip
    result = timeline("import", str(given))
    assert "companies: [Acme, Brit]" in result.out and "guessed not used: with\n" in result.err


def test_our_own_answers_point_to_add(timeline: Run, files: Files, tmp_path: Path) -> None:
    files.run()
    for option, name in (("--json", "a.json"), ("--csv", "a.csv")):
        (tmp_path / name).write_text(timeline("-f", str(files.into), "show", option).out)
        result = timeline("import", str(tmp_path / name))
        assert (result.code, result.out) == (2, "") and "add --from FILE" in result.err


def test_a_row_without_a_title_is_left_out(timeline: Run, tmp_path: Path) -> None:
    given = tmp_path / "a.csv"
    given.write_text("date,title,notes\n2024-01-01,First,x\n2024-01-02,,y\n2024-01-03,Third,z\n")
    result = timeline("import", str(given))
    assert result.code == 1 and "2 events, 1 left out (no title: row 3)" in result.err


def test_what_a_guess_says_of_an_order(timeline: Run, tmp_path: Path) -> None:
    given = tmp_path / "a.csv"
    given.write_text("date,title\n03/04/2024,A x\n04/05/2024,B x\n")
    assert "as --date-order says\n" in timeline("import", str(given), "--date-order", "m/d/y").err
    given.write_text("date,title\n01.02.2024,A x\n15.03.2024,B x\n31.12.24,C x\n")
    assert "# ? date has years of two digits: order, or --date-order\n" in timeline("import", str(given)).err
    assert "3 events" in timeline("import", str(given), "--date-order", "d/m/y").err


def test_a_value_that_is_left_off_is_reported_once(files: Files) -> None:
    files.map.write_text(MAP.replace('summary = "{note}"', 'figures = [{metric = "m", value = "{note}"}]'))
    result = files.run()
    assert result.code == 1
    assert result.err.count("row 2: ") == 1 and "short left off: short is not an amount" in result.err
    files.table.write_text("id,date,title,who,note\n1,2024,First,Acme,1.250\n")
    files.into.unlink()
    assert files.run().code == 1
    files.map.write_text(files.map.read_text().replace('"{note}"}', '"{note}"}, {metric = "n", value = "{note}"}'))
    files.into.unlink()
    assert "note: 1 value left off" in files.run().err


def _raised(run: Run, *arguments: str) -> None:
    """Raise the error of a command instead of reporting it."""
    import timeline_cli.cli.main as main

    def report(error: TimelineError) -> int:
        raise error

    kept, main._report = main._report, report
    try:
        run(*arguments)
    finally:
        main._report = kept


def test_foreign_files_point_to_import(timeline: Run, files: Files) -> None:
    for arguments in (("-f", str(files.table)), ("-f", str(files.into), "add", "--from", str(files.table))):
        files.into.write_text("events:\n")
        with pytest.raises(TimelineError) as raised:
            _raised(timeline, *arguments)
        assert str(raised.value.hint) == f"timeline import {files.table} --into events.yaml"
    assert not set(FOREIGN) - {suffix for row in IMPORTS.values() for suffix in row.suffixes}


@pytest.mark.parametrize("stdin", [TABLE, JSON([{"id": "1", "date": "2024", "title": "A", "who": "B", "note": "c"}])])
def test_standard_input(stdin: str, files: Files, timeline: Run) -> None:
    result = timeline("import", "-", "--map", str(files.map), stdin=stdin)
    assert result.code == 0 and "x-from: import#1@" in result.out and "sources" not in result.out


def _is_held(lock: Path) -> bool:
    """Whether another process holds the lock: just after the file appears, it does not yet."""
    import fcntl

    with contextlib.suppress(FileNotFoundError), lock.open() as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
    return False


@pytest.mark.skipif(not hasattr(signal, "SIGINT") or sys.platform == "win32", reason="needs signals")
def test_an_interruption_leaves_the_file_as_it_was(files: Files) -> None:
    files.run()
    before = files.text
    rows = "".join(f"n{number},2024,Title {number},Who,note\n" for number in range(60_000))
    files.table.write_text(TABLE + rows)
    arguments = [
        sys.executable,
        "-m",
        "timeline_cli",
        "import",
        str(files.table),
        "--map",
        str(files.map),
        "--into",
        str(files.into),
    ]
    process = subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env={**os.environ})
    lock = files.into.with_name(f".{files.into.name}{LOCK_ENDING}")
    end = time.monotonic() + 60
    while not _is_held(lock) and time.monotonic() < end:
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert process.returncode in (130, -signal.SIGINT), err
    assert files.text == before
    assert [path.name for path in files.into.parent.iterdir() if path.name.startswith(".")] == []


@pytest.mark.skipif(sys.platform == "win32", reason="needs a terminal")
def test_on_a_terminal_no_mark_of_direction_passes(timeline: Run, tmp_path: Path) -> None:
    import pty

    table = tmp_path / "t.csv"
    table.write_text("Date,Title\n2024-03-02,\u202ertl\n")
    assert "\u202e" in timeline("import", str(table)).out
    ours, theirs = pty.openpty()
    done = subprocess.run(
        [sys.executable, "-m", "timeline_cli", "import", str(table)], stdout=theirs, stderr=subprocess.DEVNULL
    )
    os.close(theirs)
    read = b""
    with contextlib.suppress(OSError):  # EIO at the end
        while piece := os.read(ours, 4096):  # a line at a time
            read += piece
    os.close(ours)
    shown = read.decode()
    assert (done.returncode, "rtl" in shown, "\u202e" in shown) == (0, True, False)
