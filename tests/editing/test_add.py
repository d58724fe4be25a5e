"""Adding to files in every style that people write: only lines come, and everything else is to the byte as it was."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import pytest

from timeline_cli.checks import check
from timeline_cli.editing.add import BadDraft, plan
from timeline_cli.editing.outline import outline
from timeline_cli.editing.render import Values
from timeline_cli.editing.source import read_source
from timeline_cli.errors import NotWritten
from timeline_cli.fields.table import bare, to_json
from timeline_cli.model import Timeline
from timeline_cli.reading.load import load

STYLES = sorted((Path(__file__).parent / "styles").iterdir())
# Before all events of these files, between them, behind them, and one more that wants every kind of quoting.
NEW: dict[str, Values] = {
    "first": {"date": "1990", "title": "Before all"},
    "middle": {"date": "2025-03-22", "title": "Café: it's #1", "tags": ["a", "b, c"], "type": "launch"},
    "last": {"date": "2040-01-01T10:00Z", "title": "After all", "people": [{"name": "Ann", "role": "CEO"}, "Bob"]},
    "odd": {
        "date": "[2025-03-01, 2025-03-05]",
        "title": "- 'not' \"a\" {list}: [really] # no",
        "summary": "two\nlines\n",
        "companies": ["Apple, Inc.", "null", "~", "NO", "*star", "삼성 & co"],
        "figures": [{"metric": "sales", "value": "about 5 million", "unit": "%", "period": "2024"}],
        "sources": [{"title": "T: x", "quote": "a \\ b" + " long words" * 20}, "https://example.com/a?b=c#d"],
        "x-own": {"deep": [["a", {"b": "c\td"}], "e"], "<<": "no merge"},
    },
}


def added(path: Path, values: Values) -> bytes:
    return plan(str(path), path.read_bytes(), load((str(path),)), [values]).data


def common(one: bytes, other: bytes) -> int:
    """How many bytes both begin with."""
    return next((number for number, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), len(one))


def without_addition(old: bytes, new: bytes) -> bytes:
    """The new bytes without one piece as long as what came, cut where they begin to differ."""
    start = common(old, new)
    return new[:start] + new[start + len(new) - len(old) :]


def events(timeline: Timeline) -> list[dict[str, Any]]:
    found = [to_json(bare(event)) for event in timeline.events]
    for event in found:
        del event["file"], event["line"]
    return found


@pytest.mark.parametrize("new", NEW)
@pytest.mark.parametrize("style", STYLES, ids=lambda path: path.name)
def test_only_bytes_are_added_and_the_file_says_the_same_and_one_more(style: Path, new: str, tmp_path: Path) -> None:
    path = tmp_path / style.name
    path.write_bytes(style.read_bytes())
    before, old = load((str(path),)), path.read_bytes()
    data = added(path, NEW[new])
    path.write_bytes(data)
    after = load((str(path),))
    own = [event for event in events(after) if event["title"] == NEW[new]["title"]]
    assert len(own) == 1
    assert [event for event in events(after) if event not in own] == events(before)
    assert [d.code for d in check(after) if d.is_error] == []
    if "empty-list" not in style.name:  # [] has to give way
        assert without_addition(old, data) == old


@pytest.mark.parametrize("new", NEW)
@pytest.mark.parametrize("style", [path for path in STYLES if "utf16" not in path.name], ids=lambda path: path.name)
def test_git_sees_no_line_removed(style: Path, new: str, tmp_path: Path) -> None:
    path = tmp_path / style.name
    path.write_bytes(added(style, NEW[new]))
    done = subprocess.run(
        ["git", "diff", "--no-index", "--numstat", str(style), str(path)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    removed = int(done.stdout.split()[1])
    # A last line without an end is another line for git once something follows; [] has to give way.
    is_exception = "empty-list" in style.name or ("no-final-newline" in style.name and new == "last")
    assert removed == is_exception


@pytest.mark.parametrize("style", STYLES, ids=lambda path: path.name)
def test_the_order_of_the_file_is_kept(style: Path, tmp_path: Path) -> None:
    path = tmp_path / style.name
    path.write_bytes(style.read_bytes())
    path.write_bytes(added(path, NEW["middle"]))
    lines = {event.line: event.date.sort_key for event in load((str(path),)).events}
    source = read_source(path.name, path.read_bytes())
    keys = [lines[item.row + 1] for item in outline(path.name, source).items if item.row + 1 in lines]
    if "newest-first" in style.name:
        assert keys == sorted(keys, reverse=True)
    elif "by-subject" not in style.name:
        assert keys == sorted(keys)


@pytest.mark.parametrize("style", STYLES, ids=lambda path: path.name)
def test_many_at_once_go_each_to_its_place(style: Path, tmp_path: Path) -> None:
    path = tmp_path / style.name
    path.write_bytes(style.read_bytes())
    old = path.read_bytes()
    new = [*NEW.values(), {"date": "2024-07", "title": "Between"}, {"date": "2025-03-22", "title": "Same day"}]
    path.write_bytes(plan(str(path), old, load((str(path),)), new).data)
    after = load((str(path),))
    assert [d.code for d in check(after) if d.is_error] == []
    assert {str(values["title"]) for values in new} <= {event.title for event in after.events}


def one(tmp_path: Path, text: str, **values: Any) -> str:
    path = tmp_path / "events.yaml"
    path.write_text(text, encoding="utf-8")
    return added(path, {"date": "2024", "title": "New", **values}).decode()


def test_a_comment_stays_with_the_event_below_it(tmp_path: Path) -> None:
    text = "events:\n# about A\n- {date: 2023, title: A}\n# about B\n- {date: 2025, title: B}\n"
    assert one(tmp_path, text) == text.replace("# about B", "- {id: 2024-new, date: 2024, title: New}\n# about B")
    assert one(tmp_path, text, date="2001") == text.replace(
        "# about A", "- {id: 2001-new, date: 2001, title: New}\n# about A"
    )


def test_the_keys_have_the_order_of_the_file(tmp_path: Path) -> None:
    text = "events:\n- title: A\n  type: deal\n  date: 2023\n  x-desk: asia\n"
    new = one(tmp_path, text, type="forum", **{"x-desk": "eu"})
    assert new == text + "\n- id: 2024-new\n  title: New\n  type: forum\n  date: 2024\n  x-desk: eu\n"


def test_an_event_among_broken_ones(tmp_path: Path) -> None:
    text = "events:\n- {date: 2023, title: A}\n- {date: 2023-02-30, title: B}\n- {title: C}\n- {date: 2025, title: D}\n"
    assert one(tmp_path, text) == text.replace("A}\n", "A}\n- {id: 2024-new, date: 2024, title: New}\n")


REFUSED = {
    "not YAML": "events:\n- {date: 2023, title: A\n",
    "a second document": "events:\n- {date: 2023, title: A}\n---\nevents:\n- {date: 2024, title: B}\n",
    "one line": "events: [{date: 2023, title: A}]\n",
    "an alias": "x-a: &a\n- {date: 2023, title: A}\nevents: *a\n",
    "a word": "events: none\n",
    "a null": "events: null\n",
    "a mapping": "events: {a: b}\n",
    "text": "hello\n",
    "one JSON object": '{"companies": {}}\n',
    "JSON Lines": '{"date": "2023", "title": "A"}\n{"date": "2024", "title": "B"}\n',
}


@pytest.mark.parametrize("text", REFUSED.values(), ids=REFUSED)
def test_a_shape_that_cannot_be_added_to_is_refused_with_a_word(tmp_path: Path, text: str) -> None:
    with pytest.raises(NotWritten) as caught:
        one(tmp_path, text)
    assert caught.value.hint.text


def test_bytes_that_are_not_text_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "events.yaml"
    path.write_bytes(b"events:\n- {date: 2023, title: \xe9}\n")
    with pytest.raises(NotWritten, match="not UTF-8"):
        added(path, NEW["first"])


def test_an_event_with_an_error_is_refused_with_the_place_of_each(tmp_path: Path) -> None:
    with pytest.raises(BadDraft) as caught:
        one(tmp_path, "events:\n", date="2025-02-30", status="gone", sources=["nobody"])
    assert {diagnostic.code for diagnostic in caught.value.diagnostics} == {"E101", "E203", "E302"}


def test_ids_are_free_and_duplicates_refused(tmp_path: Path) -> None:
    text = "events:\n- {id: 2024-new, date: 2023, title: A}\n- {id: broken, date: 2023-02-30, title: B}\n"
    assert "id: 2024-new-2," in one(tmp_path, text)
    for taken in ("2024-new", "broken"):
        with pytest.raises(NotWritten, match="is taken"):
            one(tmp_path, text, id=taken)
    with pytest.raises(NotWritten, match=r"already exists: 2024-new \(.*:2\)"):
        one(tmp_path, text, date="2023", title="a")


def test_a_file_that_the_reader_and_the_edit_see_differently_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from timeline_cli.editing import render

    monkeypatch.setattr(render, "scalar", lambda text, *_: text)  # an edit that forgets to quote
    with pytest.raises(NotWritten, match="cannot be edited safely"):
        one(tmp_path, "events:\n- date: 2023\n  title: A\n", title="cut # here")
