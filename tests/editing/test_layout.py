"""The layout of `timeline fmt`: what moves, what stays with what, and that a second time changes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from timeline_cli.editing.add import plan
from timeline_cli.editing.layout import Formatted, formatted
from timeline_cli.editing.outline import outline
from timeline_cli.editing.source import Source, comments, read_source
from timeline_cli.editing.window import Keys, sort_keys
from timeline_cli.errors import NotWritten
from timeline_cli.fields.table import bare, to_json
from timeline_cli.reading.load import load

STYLES = sorted((Path(__file__).parent / "styles").iterdir())
EXAMPLE = Path(__file__).parents[2] / "events.yaml"


def laid_out(path: Path) -> tuple[Source, Formatted]:
    source = read_source(path.name, path.read_bytes())
    keys = sort_keys(Keys.of(str(path), load((str(path),))), outline(path.name, source).items)
    return source, formatted(path.name, source, keys)


def events(path: Path) -> list[dict[str, object]]:
    found = [to_json(bare(event)) for event in load((str(path),)).events]
    for event in found:
        del event["file"], event["line"]
    return found


@pytest.mark.parametrize("style", [*STYLES, EXAMPLE], ids=lambda path: path.name)
def test_nothing_is_lost_and_the_second_time_changes_nothing(style: Path, tmp_path: Path) -> None:
    source, once = laid_out(style)
    path = tmp_path / style.name
    path.write_bytes(once.data)
    again, twice = laid_out(path)
    assert twice.data == once.data
    assert twice.moved == 0
    assert sorted(comments(again)) == sorted(comments(source))
    assert events(path) == events(style)


def fmt(tmp_path: Path, text: str) -> str:
    path = tmp_path / "events.yaml"
    path.write_bytes(text.encode())
    return laid_out(path)[1].data.decode()


def test_events_are_sorted_with_their_comments(tmp_path: Path) -> None:
    text = """\
# head

events:
# about C
- date: 2025  # C
  title: C
  # more of C

# a section

# about A
- date: 2023
  title: A
- date: 2024
  title: B
# foot
people: {}
"""
    expected = """\
# head

events:
# a section

# about A
- date: 2023
  title: A

- date: 2024
  title: B

# about C
- date: 2025  # C
  title: C
  # more of C
# foot
people: {}
"""
    assert fmt(tmp_path, text) == expected


@pytest.mark.parametrize(
    ("before", "after"),
    [
        # one indentation
        (
            "events:\n    -   date: 2023\n        title: >\n          a\n           b\n",
            "events:\n- date: 2023\n  title: >\n    a\n     b\n",
        ),
        ("events:\n  - {date: 2023,\n     title: A}\n", "events:\n- {date: 2023,\n   title: A}\n"),
        ("events:\n  -\n    date: 2023\n    title: A\n", "events:\n-\n  date: 2023\n  title: A\n"),
        ("events:\n  - date: 2023\n# low\n    title: A\n", "events:\n- date: 2023\n  # low\n  title: A\n"),
        # spaces at the ends of lines, but not those of a text
        (
            "events:  \n- date: 2023 \t\n  title: A\n  summary: |\n    a  \n    b\n",
            "events:\n- date: 2023\n  title: A\n  summary: |\n    a  \n    b\n",
        ),
        (
            'events:\n- date: 2023\n  title: "a\n    b\\ \n    c"\n',
            'events:\n- date: 2023\n  title: "a\n    b\\ \n    c"\n',
        ),
        # empty lines
        (
            "\n\nevents:\n\n\n- date: 2023\n  title: A\n- date: 2024\n  title: B\n\n\n\n",
            "events:\n\n- date: 2023\n  title: A\n- date: 2024\n  title: B\n",
        ),
        (
            "- {date: 2023, title: A}\n\n- {date: 2024, title: B}",
            "- {date: 2023, title: A}\n\n- {date: 2024, title: B}\n",
        ),
        ("- {date: 2023, title: A}\n- {date: 2024, title: B}", "- {date: 2023, title: A}\n- {date: 2024, title: B}\n"),
        (
            "- date: 2024\n  title: A\n  summary: |+\n    a\n\n\n- date: 2023\n  title: B\n",
            "- date: 2023\n  title: B\n- date: 2024\n  title: A\n  summary: |+\n    a\n\n\n",
        ),
        (
            "- date: 2024\n  title: A\n- date: 2023\n  title: B\n  summary: |+\n    a\n\n\n",
            "- date: 2023\n  title: B\n  summary: |+\n    a\n\n\n- date: 2024\n  title: A\n",
        ),
        # as many between events as the file is used to: everywhere or nowhere
        (
            "- date: 2023\n  title: A\n\n\n- date: 2024\n  title: B\n- date: 2025\n  title: C\n",
            "- date: 2023\n  title: A\n\n- date: 2024\n  title: B\n\n- date: 2025\n  title: C\n",
        ),
        (
            "- date: 2024\n  title: B\n# about A\n- date: 2023\n  title: A\n",
            "# about A\n- date: 2023\n  title: A\n- date: 2024\n  title: B\n",
        ),
        # line breaks
        (
            "- {date: 2023, title: A}\r\n- {date: 2024, title: B}\n- {date: 2025, title: C}\r\n",
            "- {date: 2023, title: A}\r\n- {date: 2024, title: B}\r\n- {date: 2025, title: C}\r\n",
        ),
        # the newest first where most are so, equal ones as they are
        (
            "- {date: 2024, title: A}\n- {date: 2023, title: B}\n- {date: 2025, title: C}\n- {date: 2022, title: D}\n",
            "- {date: 2025, title: C}\n- {date: 2024, title: A}\n- {date: 2023, title: B}\n- {date: 2022, title: D}\n",
        ),
        (
            "- {date: 2024, title: B}\n- {date: 2024, title: A}\n",
            "- {date: 2024, title: B}\n- {date: 2024, title: A}\n",
        ),
        ("", ""),
        ("\n\n", ""),
        ("# only\n\n\n\n# comments  \n", "# only\n\n# comments\n"),
    ],
)
def test_the_layout(tmp_path: Path, before: str, after: str) -> None:
    assert fmt(tmp_path, before) == after
    assert fmt(tmp_path, after) == after


def test_an_event_stays_below_what_it_refers_to(tmp_path: Path) -> None:
    path = tmp_path / "events.yaml"
    path.write_text("- &a {date: 2024, title: A}\n- {<<: *a, date: 2023}\n", encoding="utf-8")
    found = laid_out(path)[1]
    assert found.note == "not sorted: *a must stay below &a"
    assert found.data == path.read_bytes()


def test_a_broken_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotWritten):
        fmt(tmp_path, "events:\n- {date: 2023\n")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# a\nx: y  # b\n", ["# a", "# b"]),
        ("x: 'a # b'  # c\ny: a#b\n", ["# c"]),
        ("x: | # head\n  # text\n# after\n", ["# head", "# after"]),
        ("[a, # b\n c] # d\n", ["# b", "# d"]),
        ("%YAML 1.1 # a\n---\n# b\n", ["# a", "# b"]),
        ("", []),
    ],
)
def test_a_comment_is_told_from_a_value(text: str, expected: list[str]) -> None:
    assert comments(Source(text, b"", "utf-8", "\n")) == expected


@pytest.mark.parametrize("head", ["", "events:\n", "companies:\n  A: {}\n\nevents:\n"])
def test_what_is_added_to_a_new_file_is_laid_out_already(tmp_path: Path, head: str) -> None:
    path = tmp_path / "events.yaml"
    path.write_text(head, encoding="utf-8")
    for day in ("2024", "2025", "2023"):
        new = [{"date": day, "title": "A: b", "summary": "one\ntwo", "tags": ["a"]}]
        path.write_bytes(plan(str(path), path.read_bytes(), load((str(path),)), new).data)
    assert laid_out(path)[1].data == path.read_bytes()


def test_a_file_keeps_its_encoding(tmp_path: Path) -> None:
    path = tmp_path / "events.yaml"
    text = "events:\n  # über B\n  - {date: 2025, title: B}\n  # über A\n  - {date: 2024, title: A}\n"
    expected = "events:\n# über A\n- {date: 2024, title: A}\n# über B\n- {date: 2025, title: B}\n"
    for encoding in ("utf-16-le", "utf-16-be", "utf-8"):
        path.write_bytes(f"\ufeff{text}".encode(encoding))
        assert laid_out(path)[1].data == f"\ufeff{expected}".encode(encoding)
