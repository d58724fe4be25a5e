# ruff: noqa: E501 (a table of cases)
"""Files of other programs with their maps, and the events that they make.

Each case is imported three ways: as YAML, into a new file, and again. The events pass `check`, a second import adds
nothing, and the report accounts for every row.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from timeline_cli.reading.load import load

Run = Callable[..., Any]


class Case(NamedTuple):
    """`events` are the expected ones, with the fields that matter; `left` the rows left out."""

    name: str
    file: str
    content: str | bytes
    map: str
    events: list[dict[str, Any]]
    left: tuple[int, ...] = ()
    options: tuple[str, ...] = ()


def day(date: str, title: str, **more: Any) -> dict[str, Any]:
    return {"date": date, "title": title, **more}


PLAIN = '[event]\ndate = "{date}"\ntitle = "{title}"\n'


def with_column(name: str, rules: str) -> str:
    return f'{PLAIN}[columns."{name}"]\n{rules}\n'


def rows(*dates: str) -> str:
    return "date;title\n" + "".join(f"{date};Event {number}\n" for number, date in enumerate(dates, 1))


def events(*dates: str) -> list[dict[str, Any]]:
    return [day(date, f"Event {number}") for number, date in enumerate(dates, 1) if date]


KOREAN = "date,title\n2024-03-05,삼성전자 공장을 열다\n"
JAPANESE = "date,title\n2024-03-05,トヨタが工場を開く\n"
GERMAN = "date;title\n05.03.2024;Müller gründet Ärzte & Söhne\n17.03.2024;Größe\n"

CASES = (
    Case("utf-8", "a.csv", KOREAN, PLAIN, [day("2024-03-05", "삼성전자 공장을 열다")]),
    Case("utf-8 with a mark", "a.csv", KOREAN.encode("utf-8-sig"), PLAIN, [day("2024-03-05", "삼성전자 공장을 열다")]),
    Case("utf-16", "a.csv", JAPANESE.encode("utf-16"), PLAIN, [day("2024-03-05", "トヨタが工場を開く")]),
    Case("shift-jis", "a.csv", JAPANESE.encode("shift_jis"), 'encoding = "shift_jis"\n' + PLAIN,
         [day("2024-03-05", "トヨタが工場を開く")]),
    Case("cp949", "a.csv", KOREAN.encode("cp949"), 'encoding = "cp949"\n' + PLAIN,
         [day("2024-03-05", "삼성전자 공장을 열다")]),
    Case("cp1252 and a decisive order", "a.csv", GERMAN.encode("cp1252"), 'encoding = "cp1252"\n' + PLAIN,
         [day("2024-03-05", "Müller gründet Ärzte & Söhne"), day("2024-03-17", "Größe")]),
    Case("months first", "a.csv", rows("3/4/2024", "12/25/2023"), PLAIN, events("2024-03-04", "2023-12-25")),
    Case("days first", "a.csv", rows("3/4/2024", "25/12/2023"), PLAIN, events("2024-04-03", "2023-12-25")),
    Case("no order shown", "a.csv", rows("3/4/2024", "5/5/2024"), PLAIN, events("", "2024-05-05"), (2,)),
    Case("an order named", "a.csv", rows("3/4/2024"), PLAIN, events("2024-04-03"), (), ("--date-order", "d/m/y")),
    Case("an order in the map", "a.csv", rows("3/4/24", "31-Dec-99", "1/1/50"), with_column("date", 'order = "d/m/y"'),
         events("2024-04-03", "1999-12-31"), (4,)),
    Case("both orders", "a.csv", rows("13/2/2024", "2/13/2024", "3/4/2024"), PLAIN,
         events("2024-02-13", "2024-02-13"), (4,)),
    Case("eras and languages", "a.csv",
         rows("令和2年11月", "昭和39年10月10日", "2014年頃", "2025년 8월", "3 mars 2024", "12 de mayo de 2020", "октябрь 2025"),
         PLAIN, events("2020-11", "1964-10-10", "2014~", "2025-08", "2024-03-03", "2020-05-12", "2025-10")),
    Case("ranges", "a.csv",
         rows("July 6-12, 2026", "2010–2012", "22–25 March 2025", "since 2006", "1971-now", "by 2020", "1990s"), PLAIN,
         events("2026-07-06/2026-07-12", "2010/2012", "2025-03-22/2025-03-25", "2006/..", "1971/..", "[..2020]", "199X")),
    Case("no dates", "a.csv",
         rows("TBA", "", "spring 2024", "late June 2025", "Sun, 22 March 2025", "2024-02-30", "March", "43837", "12345678901"),
         PLAIN, [], (2, 3, 4, 5, 6, 7, 8, 9, 10)),
    Case("parts that are unknown", "a.csv", rows("2024-05-00", "1829-00-00", "+1952-03-00T00:00:00Z", "1815-12-9"), PLAIN,
         events("2024-05", "1829", "1952-03", "1815-12-09")),
    Case("fillers are days", "a.csv", rows("2024-03-05T00:00:00Z", "2024-03-06 00:00:00", "2024-03-07"), PLAIN,
         events("2024-03-05", "2024-03-06", "2024-03-07")),
    Case("times and zones", "a.csv", rows("2024-03-05T14:30:00Z", "2024-03-05 14:30", "3/25/2024 2:05 PM"),
         with_column("date", 'zone = "Asia/Seoul"'),
         events("2024-03-05T14:30:00Z", "2024-03-05T14:30+09:00", "2024-03-25T14:05+09:00")),
    Case("a time without a zone", "a.csv", rows("2024-03-05 14:30", "2024-03-06 00:00"), PLAIN,
         events("2024-03-05", "2024-03-06")),
    Case("days that look like times", "a.csv", rows("Dec 1 2012", "Dec 1 2000"), PLAIN, events("2012-12-01", "2000-12-01")),
    Case("parts in columns", "a.csv", "Year,Month,Day,title\n2024,March,5,A\n2024,7,,B\n2024,,,C\n,3,4,D\n2024.0,0,0,E\n",
         '[event]\ndate = "{Year}-{Month}-{Day}"\ntitle = "{title}"\n',
         [day("2024-03-05", "A"), day("2024-07", "B"), day("2024", "C"), day("2024", "E")], (5,)),
    Case("start and end", "a.csv", "start,end,title\n2024-03-01,2024-03-05,A\n2024-03-01,2024-03-01,B\n2024-03-01,,C\n"
         ",2024,D\n2024-03-05,2024-03-01,E\n", '[event]\ndate = "{start}/{end}"\ntitle = "{title}"\n',
         [day("2024-03-01/2024-03-05", "A"), day("2024-03-01", "B"), day("2024-03-01", "C")], (5, 6)),
    Case("an open end", "a.csv", "start,end,title\n2024,,A\n2024,2025,B\n",
         '[event]\ndate = "{start}/{end}"\ntitle = "{title}"\n[columns.end]\nelse = ".."\n',
         [day("2024/..", "A"), day("2024/2025", "B")]),
    Case("forms around a hole", "a.csv", "y,q,d,title\n2024,3,5 May 2020,A\n2025,,6 May 2020,B\n",
         '[events.q]\ndate = "{y}-Q{q}"\ntitle = "{title} q"\n[events.fy]\ndate = "{y}~"\ntitle = "{title} about"\n'
         '[events.by]\ndate = "[..{d}]"\ntitle = "{title} by"\n',
         [day("2024-Q3", "A q"), day("2024~", "A about"), day("[..2020-05-05]", "A by"), day("2025", "B q"),
          day("2025~", "B about"), day("[..2020-05-06]", "B by")]),
    Case("a precision column", "a.csv", "date,title,p\n2024-03-01,A,month\n2024-01-01,B,9\n2024-03-05,C,day\n1952-01-01,D,decade\n"
         "2024-01-01,E,strange\n", with_column("date", 'precision = "{p}"'),
         [day("2024-03", "A"), day("2024", "B"), day("2024-03-05", "C"), day("195X", "D")], (6,)),
    Case("the year of another column", "a.csv", "date,year,title\n5 March,2024,A\n25/12,2023,B\n3/4,2023,C\n6 May 2020,2023,D\n",
         with_column("date", 'year = "{year}"'),
         [day("2024-03-05", "A"), day("2023-12-25", "B"), day("2023-04-03", "C"), day("2020-05-06", "D")]),
    Case("two events a row", "a.csv", "n,open,close\nA,2020,2021\nB,2020,\nC,2020,soon\n",
         'key = "{n}"\n[events.open]\ndate = "{open}"\ntitle = "{n} opens"\n[events.close]\ndate = "{close}"\ntitle = "{n} closes"\n',
         [day("2020", "A opens"), day("2021", "A closes"), day("2020", "B opens"), day("2020", "C opens")], (3, 4)),
    Case("rules of columns", "a.csv",
         "date,raw,code,amount,names,what\n2024,Acme (US) buys,NULL,1.234,\"a; b ;c\",<b>Big</b> &amp; new<br/>deal\n"
         "2025,Brit buys,X7,n/a,,plain\n",
         'empty = ["NULL", "n/a"]\n[event]\ndate = "{date}"\ntitle = "{title}"\ntags = ["{names}", "{tag}"]\nplace = "{code}"\n'
         'summary = "{what}"\ncompanies = [{name = "{buyer}", role = "buyer"}]\n'
         'figures = [{metric = "price", value = "{amount}", unit = "USD"}]\n'
         "[columns.title]\nfrom = \"raw\"\nmatch = '\\s*\\(.*\\)'\nreplace = ''\n"
         "[columns.buyer]\nfrom = \"raw\"\nmatch = '^(\\w+)'\nwords = {Acme = \"Acme Corp.\"}\n"
         '[columns.tag]\nfrom = "code"\nwords = {"X*" = "ex"}\nelse = "none"\n[columns.amount]\nnumber = "1.234,5"\ntimes = 1000\n'
         '[columns.names]\nsplit = ";"\n[columns.what]\nhtml = true\n',
         [day("2024", "Acme buys", tags=["a", "b", "c", "none"], place=None, summary="Big & new\ndeal",
              companies=[{"name": "Acme Corp.", "role": "buyer"}], value="1234000"),
          day("2025", "Brit buys", tags=["ex"], place="X7", companies=[{"name": "Brit", "role": "buyer"}], figures=[])]),
    Case("other words", "a.csv", "date,title,kind\n2024,A,M&A\n2025,B,odd\n",
         with_column("kind", 'words = {"m&a" = "merger"}\nother = "deal"').replace(PLAIN, PLAIN + 'type = "{kind}"\n'),
         [day("2024", "A", type="merger"), day("2025", "B", type="deal")]),
    Case("filled down", "a.csv", "date,title\n2024,A\n,B\n2025,C\n,D\n", with_column("date", "fill = true"),
         [day("2024", "A"), day("2024", "B"), day("2025", "C"), day("2025", "D")]),
    Case("only and skip", "a.csv", "date,title,form\n2024,A,8-K\n2024,B,10-Q\n2024,C,8-K/A\nTotal,3,8-K\n",
         'only = {form = ["8-K", "8-K/A"]}\nskip = {date = "Tot*"}\n' + PLAIN, [day("2024", "A"), day("2024", "C")], (3, 5)),
    Case("a head further down", "a.csv", "Report of 2024\n\nDate,Title\n2024,A\n\n2025,B\n",
         'head = 3\n[event]\ndate = "{Date}"\ntitle = "{Title}"\n', [day("2024", "A"), day("2025", "B")]),
    Case("no head, and a braced title", "a.tsv", "2024\tA {b}\n", 'head = 0\nseparator = "\\t"\n[event]\ndate = "{1}"\n'
         'title = "{{{2}}}"\n', [day("2024", "{A {b}}")]),
    Case("a cell over several lines", "a.csv", 'date,title\n2024,"A\nb"\n2025,"x ""y"" z"\n', PLAIN,
         [day("2024", "A b"), day("2025", 'x "y" z')]),
    Case("identical rows", "a.csv", rows("2024", "2024").replace("Event 2", "Event 1"), PLAIN,
         [day("2024", "Event 1"), day("2024", "Event 1")]),
    Case("values that are refused", "a.csv", "date,title,status,url,n\n2024,A,odd,x y,twelve\n2025,B,cancelled,https://a.b,12\n",
         PLAIN + 'status = "{status}"\nsources = [{publisher = "P", url = "{url}"}]\n'
         'figures = [{metric = "m", value = "{n}"}]\n',
         [day("2024", "A", status=None, figures=[]), day("2025", "B", status="cancelled", value="12")]),
    Case("nested objects with parents", "a.json",
         json.dumps({"list": [{"company": "Acme", "since": {"year": 2020}, "deals": [
             {"date": "2021-03-05", "with": ["Brit", "Cold"], "sum": {"value": 5.25}}, {"date": None, "with": []}]}]}),
         'rows = "list[].deals[]"\n[event]\ndate = "{date}"\ntitle = "{company} since {since.year}"\ncompanies = ["{with}"]\n'
         'figures = [{metric = "sum", value = "{sum.value}"}]\n',
         [day("2021-03-05", "Acme since 2020", companies=[{"name": "Brit", "role": None}, {"name": "Cold", "role": None}],
              value="5.25")], (2,)),
    Case("lists under any key", "a.json", json.dumps({"2023": [{"d": "5 March", "t": "A"}], "2024": [{"d": "6 May", "t": "B"}]}),
         'rows = "*[]"\n[event]\ndate = "{d}"\ntitle = "{t}"\n[columns.d]\nyear = "{*}"\n',
         [day("2023-03-05", "A"), day("2024-05-06", "B")]),
    Case("columns of equal length", "a.json",
         json.dumps({"name": "Acme", "a": {"b": {"day": ["2024-01-02", "2024-01-03"], "form": ["x", "y"]}}}),
         'rows = "a.b"\n[event]\ndate = "{day}"\ntitle = "{name} {form}"\n',
         [day("2024-01-02", "Acme x"), day("2024-01-03", "Acme y")]),
    Case("timestamps", "a.jsonl", '{"t": 1709647200, "n": "A"}\n\n{"t": 1709647260.5, "n": "B"}\nbroken\n',
         '[event]\ndate = "{t}"\ntitle = "{n}"\n', [day("2024-03-05T14:00:00Z", "A"), day("2024-03-05T14:01:00Z", "B")], (3,)),
    Case("milliseconds of whole days", "a.jsonl", '{"t": 1709596800000, "n": "A"}\n', '[event]\ndate = "{t}"\ntitle = "{n}"\n',
         [day("2024-03-05", "A")]),
    Case("timestamps in a zone", "a.json", '[{"t": 1709647200, "n": "A"}]',
         '[event]\ndate = "{t}"\ntitle = "{n}"\n[columns.t]\nzone = "Asia/Seoul"\n', [day("2024-03-05T23:00:00+09:00", "A")]),
    Case("yaml", "a.yaml", "- year: 2022\n  events:\n  - {month: March, text: A}\n", 'rows = "[].events[]"\n[event]\n'
         'date = "{year}-{month}"\ntitle = "{text}"\n', [day("2022-03", "A")]),
)  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case(case: Case, timeline: Run, tmp_path: Path) -> None:
    given, rules, into = tmp_path / case.file, tmp_path / "map.toml", str(tmp_path / "into.yaml")
    given.write_bytes(case.content if isinstance(case.content, bytes) else case.content.encode())
    arguments = ["import", str(given), *case.options]
    if case.map:
        rules.write_text(case.map, encoding="utf-8")
        arguments += ["--map", str(rules)]
    result = timeline(*arguments, "--json")
    report = json.loads(result.out)
    assert tuple(sorted({left["row"] for left in report["left_out"]})) == case.left
    assert report["events"] == len(case.events), result.out
    by_map = all("by the map" in left["why"] or "no date (" in left["why"] for left in report["left_out"])
    assert result.code == (not by_map)
    assert timeline(*arguments, "--into", into).code == result.code
    if not case.events:
        assert not Path(into).exists()
        return
    check_events(into, case.events)
    assert timeline("-f", into, "check").code == 0
    assert timeline(*arguments).out == Path(into).read_text(encoding="utf-8")
    before = Path(into).read_bytes()
    again = json.loads(timeline(*arguments, "--into", into, "--json").out)
    assert (again["events"], again["already"], again["changed"], again["gone"]) == (0, len(case.events), 0, 0)
    assert Path(into).read_bytes() == before


def check_events(file: str, expected: list[dict[str, Any]]) -> None:
    """Compare the events of a file, in any order, with the fields that matter."""
    found = load((file,))
    assert not found.errors()
    rest = list(found.events)
    for one in expected:
        event = next((each for each in rest if (each.date.text, each.title) == (one["date"], one["title"])), None)
        assert event is not None, (one, [(each.date.text, each.title) for each in rest])
        rest.remove(event)
        for key, value in one.items():
            if key == "value":
                [figure] = event.figures
                assert str(figure.amount.low) == value
            elif key in ("companies", "people"):
                assert [role._asdict() for role in getattr(event, key)] == value
            elif key not in ("date", "title"):
                kept = getattr(event, key)
                assert (list(kept) if isinstance(kept, tuple) else kept) == value
    assert not rest
