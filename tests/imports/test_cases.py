# ruff: noqa: E501 (a table of cases)
"""Files of other programs with their maps, and the events that they make.

Each case is imported three ways: as YAML, into a new file, and again. The events pass `check`, a second import adds
nothing, and the report accounts for every row.
"""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
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


def calendar(*events: Iterable[str], head: Iterable[str] = ()) -> str:
    """A calendar with lines above its events, and the lines of each."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//example//example//EN", *head]
    for number, event in enumerate(events, 1):
        lines += ["BEGIN:VEVENT", f"UID:{number}", *event, "END:VEVENT"]
    return "\r\n".join([*lines, "END:VCALENDAR", ""])


def workbook(*sheets: Sequence[Sequence[Any]], hidden: Sequence[int] = ()) -> bytes:
    """A workbook; a cell may be a value with its number format. `hidden` are rows of the first sheet."""
    from openpyxl import Workbook

    book = Workbook()
    for number, rows in enumerate(sheets):
        sheet = book.active if number == 0 else book.create_sheet()
        sheet.title = f"Sheet {number + 1}"
        for row, cells in enumerate(rows, 1):
            for column, cell in enumerate(cells, 1):
                value, pattern = cell if isinstance(cell, tuple) else (cell, "General")
                sheet.cell(row, column, value).number_format = pattern
    for row in hidden:
        book.worksheets[0].row_dimensions[row].hidden = True
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


ZONE = ("BEGIN:VTIMEZONE", "TZID:Own", "BEGIN:STANDARD", "DTSTART:19700101T000000", "TZOFFSETFROM:+0530",
        "TZOFFSETTO:+0530", "END:STANDARD", "END:VTIMEZONE")  # fmt: skip
EDGAR = {
    "cik": "0000012345", "name": "Acme Corp.", "filings": {"recent": {
        "accessionNumber": ["0000012345-24-000003", "0000012345-24-000002", "0000012345-24-000001"],
        "filingDate": ["2024-05-03", "2024-03-01", "2024-02-01"], "reportDate": ["2024-05-02", "2023-12-31", ""],
        "form": ["8-K", "10-K", "8-K/A"], "items": ["2.02,9.01", "", "5.02"],
        "primaryDocument": ["a.htm", "b.htm", "c.htm"],
    }, "files": []},
}  # fmt: skip
SLIDES = {
    "title": {"text": {"headline": "All of it"}},
    "events": [
        {"start_date": {"year": "1815", "month": "12", "day": "10"}, "end_date": {"year": "1852", "month": "11", "day": "27"},
         "text": {"headline": "Ada<br/>Byron", "text": "<p>A &amp; B</p>"}, "media": {"url": "https://example.com/a"}},
        {"start_date": {"year": "1943", "month": "7"}, "text": {"headline": "ENIAC"}, "group": "war", "media": {"url": "x"}},
        {"start_date": {"year": "-3500"}, "text": {"headline": "Wheel"}},
    ],
    "eras": [{"start_date": {"year": "1900"}, "end_date": {"year": "1950"}, "text": {"headline": "An era"}}],
}  # fmt: skip
MARKWHEN = """title: Search
#old: #ffffff

group The beginning: #old
1927: Statistical Machine #old
[Dresden](location)
Made by someone, see [a page](https://example.com/a).

1930 - 1967: Memex
2/1990: Archie
12/25/1991: Gopher !gopher
2004-05/2005-07-01: Blogs
endGroup

May 2012 - now: Today
after !gopher 3 days: Relative
2012-13-45: Broken
"""

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
    Case("the year of a heading", "a.csv", "when,what\n2023,\n5 March,A\n6 May,B\n2024,\n1 June,C\n",
         'skip = {what = ""}\n[event]\ndate = "{when}"\ntitle = "{what}"\n[columns.when]\nyear = "{heading}"\n'
         "[columns.heading]\nfrom = \"when\"\nmatch = '^\\d{4}$'\nfill = true\n",
         [day("2023-03-05", "A"), day("2023-05-06", "B"), day("2024-06-01", "C")], (2, 5)),
    Case("zones of another column", "a.csv", "date,title,tz\n2024-03-05 10:00,A,Asia/Seoul\n2024-03-05 10:00,B,+01:00\n"
         "2024-03-05 10:00,C,Mars\n2024-03-05 10:00,D,\n", with_column("date", 'zone = "{tz}"'),
         [day("2024-03-05T10:00+09:00", "A"), day("2024-03-05T10:00+01:00", "B"), day("2024-03-05", "C"), day("2024-03-05", "D")]),
    Case("only and skip", "a.csv", "date,title,form\n2024,A,8-K\n2024,B,10-Q\n2024,C,8-K/A\nTotal,3,8-K\n",
         'only = {form = ["8-K", "8-K/A"]}\nskip = {date = "Tot*"}\n' + PLAIN, [day("2024", "A"), day("2024", "C")], (3, 5)),
    *(Case(f"a line that names the separator: {sign!r}", "a.csv", f"sep={sign}\r\ndate{sign}title\r\n2024{sign}A, b; c\r\n", PLAIN,
           [day("2024", "A, b; c")]) for sign in ("\t", "|")),
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
    Case("calendar: days and times", "a.ics", calendar(
         ("DTSTART;VALUE=DATE:20240305", "DTEND;VALUE=DATE:20240306", "SUMMARY:One day"),
         ("DTSTART;VALUE=DATE:20240305", "DTEND;VALUE=DATE:20240308", "SUMMARY:Three\\, days", "LOCATION:Seoul", "CATEGORIES:a,b"),
         ("DTSTART:20240305T100000Z", "DTEND:20240305T110000Z", "SUMMARY:A long", "  line", "STATUS:TENTATIVE"),
         ("DTSTART;TZID=Own:20240305T100000", "DURATION:PT2H", "SUMMARY:Own zone"),
         ("DTSTART:20240305T100000", "SUMMARY:Floating", "STATUS:CONFIRMED"),
         ("DTSTART;TZID=Europe/Berlin:20240705T100000", "SUMMARY:Summer"),
         ("DTSTART:2024", "SUMMARY:Broken"), ("SUMMARY:No date",),
         head=("X-WR-TIMEZONE:Asia/Seoul", *ZONE)), "",
         [day("2024-03-05", "One day"), day("2024-03-05/2024-03-07", "Three, days", place="Seoul", tags=["a", "b"]),
          day("2024-03-05T10:00Z/2024-03-05T11:00Z", "A long line", status="tentative"),
          day("2024-03-05T10:00+05:30/2024-03-05T12:00+05:30", "Own zone"),
          day("2024-03-05T10:00+09:00", "Floating", status=None), day("2024-07-05T10:00+02:00", "Summer")], (7, 8)),
    Case("calendar: floating without a zone", "a.ics", calendar(("DTSTART:20240305T100000", "SUMMARY:A")), "", [day("2024-03-05", "A")]),
    Case("calendar: what repeats", "a.ics", calendar(
         ("DTSTART;TZID=America/New_York:20240305T100000", "RRULE:FREQ=WEEKLY;COUNT=4",
          "EXDATE;TZID=America/New_York:20240312T100000", "SUMMARY:Weekly"),
         ("DTSTART;VALUE=DATE:20240101", "RRULE:FREQ=MONTHLY;BYDAY=1MO;UNTIL=20240310", "RDATE;VALUE=DATE:20240520", "SUMMARY:Monday"),
         ("DTSTART;VALUE=DATE:20230701", "RRULE:FREQ=YEARLY", "SUMMARY:Yearly")), "",
         [day("2024-03-05T10:00-05:00", "Weekly"), day("2024-03-19T10:00-04:00", "Weekly"), day("2024-03-26T10:00-04:00", "Weekly"),
          day("2024-01-01", "Monday"), day("2024-02-05", "Monday"), day("2024-03-04", "Monday"), day("2024-05-20", "Monday"),
          *(day(f"{year}-07-01", "Yearly") for year in (2023, 2024, 2025, 2026))]),
    Case("calendar: an end in UTC, and an unknown zone", "a.ics", calendar(
         ("DTSTART;TZID=America/New_York:20240330T230000", "RRULE:FREQ=DAILY;UNTIL=20240401T025959Z", "SUMMARY:Late"),
         ("DTSTART;TZID=Mars/Olympus:20240305T100000", "SUMMARY:Mars"), head=("X-WR-TIMEZONE:Asia/Seoul",)), "",
         [day("2024-03-30T23:00-04:00", "Late"), day("2024-03-05", "Mars")]),
    Case("calendar: a moved occurrence", "a.ics", calendar(
         ("DTSTART:20240305T100000Z", "RRULE:FREQ=DAILY;COUNT=2", "SUMMARY:Daily"),
         ("RECURRENCE-ID:20240306T100000Z", "DTSTART:20240310T120000Z", "SUMMARY:Moved")).replace("UID:2", "UID:1"), "",
         [day("2024-03-05T10:00Z", "Daily"), day("2024-03-10T12:00Z", "Moved")]),
    Case("calendar: bounds", "a.ics", calendar(("DTSTART;VALUE=DATE:20200101", "RRULE:FREQ=MONTHLY", "SUMMARY:A")), "",
         [day("2024-02-01", "A"), day("2024-03-01", "A")], (), ("--since", "2024-01-15", "--until", "2024-03-15")),
    Case("calendar: too fast, or never", "a.ics", calendar(*(
         ("DTSTART:19700101T100000Z", f"RRULE:FREQ={rule}", "SUMMARY:A") for rule in (
             "SECONDLY", "HOURLY;COUNT=2", "DAILY;INTERVAL=0", "DAILY;BYMONTH=2;BYMONTHDAY=30", "ODD", "DAILY;BYHOUR=1,2"))), "",
         [], (1, 2, 3, 4, 5, 6)),
    Case("days and times in digits", "a.csv", rows("202403151230", "202412010905"), PLAIN, events("2024-03-15", "2024-12-01")),
    Case("timestamps that could be days", "a.csv", rows("1709647200", "2024031512"), PLAIN,
         events("2024-03-05T14:00:00Z", "2034-02-20T06:58:32Z")),
    Case("years of the republic", "a.csv", rows("民國113年5月1日", "中華民國元年"), PLAIN, events("2024-05-01", "1912")),
    Case("precision keeps ends and marks", "a.csv", "date;title;p\n" + "".join(f"{date};{date} {p};{p}\n" for date, p in (
         ("2021-03-05/2021-06-07", "month"), ("2021-Q2", "quarter"), ("2021-W12", "month"), ("2021~", "year"), ("2021-05?", "circa"))),
         '[event]\ndate = "{date}"\ntitle = "{title}"\n[columns.date]\nprecision = "{p}"\n',
         [day("2021-03/2021-06", "2021-03-05/2021-06-07 month"), day("2021-Q2", "2021-Q2 quarter"), day("2021-W12", "2021-W12 month"),
          day("2021~", "2021~ year"), day("2021-05%", "2021-05? circa")]),
    Case("lists with gaps stay in step", "a.csv", "date,title,who,as\n2024,A,Ada;;Cy,x;y;\n2023,B,Ada;Bob,;y\n",
         PLAIN + 'people = [{name = "{who}", role = "{as}"}]\n[columns.who]\nsplit = ";"\n[columns.as]\nsplit = ";"\n',
         [day("2024", "A", people=[{"name": "Ada", "role": "x"}]), day("2023", "B", people=[{"name": "Bob", "role": "y"}])]),
    Case("a list with an empty word", "a.json", json.dumps([{"date": "2024", "title": "A", "tags": ["x", "n/a"]}]),
         'empty = ["n/a"]\n' + PLAIN + 'tags = ["{tags}"]\n', [day("2024", "A", tags=["x"])]),
    Case("numbers that are not written so", "a.csv", "date;title;n\n2024;A;1.5\n2023;B;1.234,5\n2022;C;12.34\n", PLAIN
         + 'figures = [{metric = "n", value = "{n}"}]\n[columns.n]\nnumber = "1.234,5"\n',
         [day("2024", "A", figures=[]), day("2023", "B", value="1234.5"), day("2022", "C", figures=[])]),
    Case("a factor of each number", "a.csv", "date;title;n\n2024;A;about 3\n2023;B;12,5\n2022;C;5 to 7\n2021;D;1e99999999999\n", PLAIN
         + 'figures = [{metric = "n", value = "{n}"}]\n[columns.n]\ntimes = 1000\n',
         [day("2024", "A", value="3000"), day("2023", "B", value="12500"), day("2022", "C", value="5000"), day("2021", "D", figures=[])]),
    Case("a text of millions of characters", "a.csv", "date,title,x\n2024," + "A" * 2_000_000 + ",\n2023,B," + "x" * 2_000_000 + "\n",
         PLAIN + 'summary = "{x}"\n', [day("2023", "B", summary=None)], (2,)),
    Case("a decimal comma, as one value shows", "a.csv", "date;title;n\n2024;A;1.250\n2023;B;980\n2022;C;1.250,75\n2021;D;1 250\n", PLAIN
         + 'figures = [{metric = "n", value = "{n}"}]\n',
         [day("2024", "A", value="1250"), day("2023", "B", value="980"), day("2022", "C", value="1250.75"), day("2021", "D", figures=[])]),
    Case("decimals of three digits", "a.csv", "date;title;n\n2024;A;1,250\n2023;B;2,5\n", PLAIN + 'figures = {metric = "n", value = "{n}"}\n',
         [day("2024", "A", value="1.250"), day("2023", "B", value="2.5")]),
    Case("a decimal point, as one value shows", "a.csv", "date;title;n\n2024;A;1,250\n2023;B;2.5\n", PLAIN
         + 'figures = [{metric = "n", value = "{n}"}]\n[columns.n]\ntimes = 10\n',
         [day("2024", "A", value="12500"), day("2023", "B", value="25")]),
    *(Case(f"thousands or decimals: {number}", "a.csv", f"date;title;n\n2024;A;{number}\n2023;B;980\n", PLAIN
           + 'summary = "{n}"\nfigures = [{metric = "n", value = "{n}"}]\n[columns.n]\ntimes = 10\n',
           [day("2024", "A", figures=[]), day("2023", "B", value="9800")]) for number in ("1.250", "1,250")),
    *(Case(f"no number shows how numbers are written: {other}", "a.csv", f"date;title;n\n2024;A;1.250\n2023;B;{other}\n", PLAIN
           + 'figures = [{metric = "n", value = "{n}"}]\n', [day("2024", "A", figures=[]), day("2023", "B", figures=[])])
      for other in ("12.03.2024", "v. 1.2.3", "pages 1,2,3")),
    Case("numbers of JSON are clear", "a.json", '[{"date": "2024", "title": "A", "n": 1.250}, {"date": "2023", "title": "B", "n": "1.250"}]', PLAIN
         + 'figures = [{metric = "n", value = "{n}"}]\n', [day("2024", "A", value="1.250"), day("2023", "B", figures=[])]),
    Case("numbers in lists", "a.json", '[{"date": "2024", "title": "A", "n": ["1.250", "2,5"], "m": ["a", "a"]}]', PLAIN
         + 'figures = [{metric = "{m}", value = "{n}"}]\n', [day("2024", "A")]),
    Case("sheet: number formats", "a.xlsx", workbook(
         [("when", "what", "n"), ((datetime(2025, 3, 1), "mmm yyyy"), "Month", 1.0), ((datetime(2025, 3, 1), "yyyy"), "Year", 0.1 + 0.2),
          ((datetime(2025, 3, 5), "dd/mm/yyyy"), "Day", 1e21), ((datetime(2025, 3, 5, 14, 30), "yyyy-mm-dd hh:mm"), "Time", -5),
          ((datetime(2025, 3, 6), "[$-409]mmm\\-yy;@"), "Month 2", 7), ((2024, "0"), "Number", (7, "000")), ("Q3 2024", "Text", None),
          ("#N/A", "None", None)], hidden=[3]),
         '[event]\ndate = "{when}"\ntitle = "{what}"\nfigures = [{metric = "n", value = "{n}"}]\n[columns.when]\nzone = "+09:00"\n',
         [day("2025-03", "Month", value="1"), day("2025", "Year", value="0.3"), day("2025-03-05", "Day", value="1000000000000000000000"),
          day("2025-03-05T14:30+09:00", "Time", value="-5"), day("2025-03", "Month 2"), day("2024", "Number", value="7"),
          day("2024-Q3", "Text", figures=[])], (9,)),
    Case("sheet: merged cells and a head below", "a.xlsx", workbook(
         [("x",)], [("Report",), (), ("Year", "Event"), (2023, "A"), (None, "B"), (2024, "C")]),
         'sheet = "Sheet 2"\nhead = 3\n[event]\ndate = "{Year}"\ntitle = "{Event}"\n[columns.Year]\nfill = true\n',
         [day("2023", "A"), day("2023", "B"), day("2024", "C")]),
    Case("markwhen", "a.mw", MARKWHEN, "",
         [day("1927", "Statistical Machine", tags=["old"], place="Dresden"), day("1930/1967", "Memex"), day("1990-02", "Archie"),
          day("1991-12-25", "Gopher"), day("2004-05/2005-07-01", "Blogs"), day("2012-05/..", "Today")], (7, 8)),
    Case("a calendar that uses a UID twice", "a.ics", calendar(["SUMMARY:A", "DTSTART:20250101", "RRULE:FREQ=DAILY;COUNT=2"],
         ["SUMMARY:B", "DTSTART:20250301"]).replace("UID:2", "UID:1").replace("DTSTART", "DTSTART;VALUE=DATE"), "",
         [day("2025-01-01", "A"), day("2025-01-02", "A"), day("2025-03-01", "B")]),
    Case("markwhen: an address with brackets", "a.mw", "2021: A [b](https://example.com/c_(d))\n", "", [day("2021", "A b")]),
    Case("markwhen with days first", "a.mw", "dateFormat: d/M/y\n5/3/2024: A\n", "", [day("2024-03-05", "A")]),
    Case("edgar", "a.json", json.dumps(EDGAR), "",
         [day("2024-05-02", "Acme Corp. files 8-K: results of operations", type="earnings"),
          day("2024-02-01", "Acme Corp. files 8-K/A: a change of directors or officers", type="leadership")], (2,)),
    Case("timelinejs", "a.json", json.dumps(SLIDES), "",
         [day("1815-12-10/1852-11-27", "Ada Byron", summary="A & B"), day("1943-07", "ENIAC", tags=["war"]),
          day("1900/1950", "An era")], (3,)),
    Case("timelinejs as a sheet", "a.csv", "Year,Month,Day,Time,End Year,End Month,End Day,Headline,Text,Media,Type,Group\n"
         ",,,,,,,Title,,,title,\n1815,12,10,,1852,,,Ada,<b>x</b>,https://example.com,,g\n1948,3,,,,,,Edith,,,,\n", "",
         [day("1815-12-10/1852", "Ada", tags=["g"], summary="x"), day("1948-03", "Edith")], (2,)),
    Case("timelinejs 1", "a.json", json.dumps({"timeline": {"headline": "T", "date": [
         {"startDate": "2011,3,23", "headline": "A", "tags": "p,q"}, {"startDate": "2003", "endDate": "2004,1", "headline": "B"}]}}), "",
         [day("2011-03-23", "A", tags=["p", "q"]), day("2003/2004-01", "B")]),
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
    unfit = [note for note in report["notes"] if "not written as" in note or "left off" in note]
    assert result.code == bool(not by_map or report["values_left_off"] or unfit)
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
