# ruff: noqa: E501 (a table of files)
"""Broken and hostile files: a clear error, soon, in bounded memory, and nothing written."""

from __future__ import annotations

import codecs
import io
import json
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def raw_workbook(sheet: str, doctype: str = "") -> bytes:
    """A workbook whose one sheet has a text as its data, valid or not."""
    files = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPES}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPES}.worksheet+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="a" Type="{_OFFICE}/officeDocument" '
        'Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets><sheet name="S" sheetId="1" '
        'r:id="a"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="a" '
        f'Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'{doctype}<worksheet xmlns="{_MAIN}"><sheetData>{sheet}</sheetData></worksheet>',
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return file.getvalue()


def event(*lines: str) -> str:
    return "\r\n".join(
        ["BEGIN:VCALENDAR", "BEGIN:VEVENT", "UID:1", "DTSTART:20240101T000000Z", *lines, "END:VEVENT", "END:VCALENDAR"]
    )


ENTITIES = "<!DOCTYPE x [<!ENTITY a \"" + "A" * 1000 + "\">" + "".join(
    f'<!ENTITY {chr(98 + number)} "{f"&{chr(97 + number)};" * 20}">' for number in range(7)
) + "]>"  # fmt: skip
DATES = ",".join(
    f"2024{month:02}{day:02}T{hour:02}0000Z" for month in range(1, 13) for day in range(1, 29) for hour in range(24)
)
CELL = '<c r="A1" t="inlineStr"><is><t>%s</t></is></c>'
BROKEN: dict[str, tuple[str, str | bytes]] = {
    "empty": ("a.csv", ""),
    "only blank lines": ("a.csv", "\n\n \n"),
    "an empty calendar": ("a.ics", ""),
    "a quotation mark that is never closed": ("a.csv", 'date,title\n2024,"A\n' + "x,y\n" * 1000),
    "latin-1": ("a.csv", "date,title\n2024,Café\n".encode("latin-1")),
    "utf-16 without a mark": ("a.csv", "date,title\n2024,A\n".encode("utf-16-le")),
    "utf-16 cut in half": ("a.csv", "date,title\n2024,A\n".encode("utf-16")[:-1]),
    "utf-32 that is none": ("a.csv", codecs.BOM_UTF32_LE + b"abc"),
    "a picture": ("a.csv", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20),
    "NUL": ("a.csv", "date,title\n2024,A\x00B\n"),
    "a huge cell": ("a.csv", "date,title\n2024," + "A" * 11_000_000 + "\n"),
    "deep json": ("a.json", "[" * 200_000),
    "deep json, closed": ("a.json", '{"a":' * 100_000 + "1" + "}" * 100_000),
    "json cut short": ("a.json", '[{"date":"2024","title":"A"},{"date":'),
    "no json": ("a.json", "hello"),
    "json without objects": ("a.json", "[1, 2, 3]"),
    "a number of 100,000 digits": ("a.json", json.dumps([{"date": "9" * 100_000, "title": "9" * 100_000}])),
    "yaml with a bomb of aliases": ("a.yaml", "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
        f"{chr(98 + n)}: &{chr(98 + n)} [{','.join([f'*{chr(97 + n)}'] * 9)}]\n" for n in range(9))),
    "every second": ("a.ics", event("RRULE:FREQ=SECONDLY", "SUMMARY:A")),
    "30 February, day by day": ("a.ics", event("RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=5", "SUMMARY:A")),
    "very many dates": ("a.ics", event("RDATE:" + DATES, "SUMMARY:A")),
    "a zone that changes every second": ("a.ics", event("RRULE:FREQ=HOURLY", "SUMMARY:A").replace(
        "BEGIN:VEVENT", "BEGIN:VTIMEZONE\r\nTZID:X\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+0000\r\nTZOFFSETTO:+0100\r\n"
        "RRULE:FREQ=SECONDLY\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\nBEGIN:VEVENT", 1)),
    "a calendar cut short": ("a.ics", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:19700101T0000"),
    "a calendar without events": ("a.ics", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"),
    "no workbook": ("a.xlsx", b"PK\x03\x04" + b"x" * 1000),
    "an old workbook": ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 1000),
    "a bomb of rows": ("a.xlsx", raw_workbook("<row/>" * 5_000_000)),
    "a smaller bomb of rows": ("a.xlsx", raw_workbook("<row/>" * 2_500_000)),
    "a row far away": ("a.xlsx", raw_workbook(f'<row r="1">{CELL % "date"}</row><row r="900000000"><c r="A900000000"><v>1</v></c></row>')),
    "very many exceptions": ("a.ics", event("RRULE:FREQ=DAILY", "EXDATE:" + DATES, "SUMMARY:A")),
    "a bomb of spaces": ("a.xlsx", raw_workbook(" " * 60_000_000)),
    "a bomb of entities": ("a.xlsx", raw_workbook(f'<row r="1">{CELL % "&h;"}</row>', ENTITIES)),
    "a cell far away": ("a.xlsx", raw_workbook(f'<row r="1">{CELL % "date"}</row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')),
    "markwhen of brackets": ("a.mw", "2021" + " " * 200_000 + "x\n!2021 days: " + "[" * 100_000 + "[a](" * 50_000),
    "html that is never closed": ("a.json", json.dumps({"events": [
        {"start_date": {"year": "x"}, "text": {"headline": "<a " * 100_000 + "<!--" * 100_000}}]})),
    "markwhen without events": ("a.mw", "just text\nmore\n"),
}  # fmt: skip


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_an_error(name: str, timeline: Run, tmp_path: Path) -> None:
    file, content = BROKEN[name]
    given, into = tmp_path / file, tmp_path / "into.yaml"
    given.write_bytes(content if isinstance(content, bytes) else content.encode())
    result = timeline_error(timeline, "import", str(given), "--into", str(into))
    assert not into.exists()
    assert result.isprintable() and len(result) < 400


def timeline_error(timeline: Run, *arguments: str) -> str:
    """The message of an import that fails or leaves all rows out."""
    import timeline_cli.cli.main as main
    from timeline_cli.errors import TimelineError

    reports: list[TimelineError] = []
    report = main._report
    main._report = lambda error: reports.append(error) or report(error)
    try:
        result = timeline(*arguments)
    finally:
        main._report = report
    assert result.code in (1, 2)
    assert result.code == 2 or "0 events" in result.err
    return reports[0].message + str(reports[0].hint) if reports else result.err.splitlines()[0]


# A process of its own: the memory of a large one that starts another counts as that of the other.
_MEASURE = """
import resource, subprocess, sys
subprocess.run([sys.executable, "-m", "timeline_cli", "import", sys.argv[1]], stdout=-3, stderr=-3)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(used.ru_utime, used.ru_maxrss)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="counts memory in kilobytes")
@pytest.mark.parametrize("name", ["deep json, closed", "a bomb of rows", "a huge cell", "30 February, day by day"])
def test_a_broken_file_costs_little(name: str, tmp_path: Path) -> None:
    file, content = BROKEN[name]
    given = tmp_path / file
    given.write_bytes(content if isinstance(content, bytes) else content.encode())
    done = subprocess.run([sys.executable, "-c", _MEASURE, str(given)], capture_output=True, check=True, text=True)
    seconds, kilobytes = map(float, done.stdout.split())
    assert seconds < 2
    assert kilobytes < 300 << 10


def test_a_character_reference_of_thousands_of_digits_is_read() -> None:
    from timeline_cli.imports.columns import _rewritten
    from timeline_cli.imports.maps import Column

    assert "Acme" in _rewritten(f"Acme &#{'9' * 4301};", Column(html=True))
