"""`timeline add` as a command: options, JSON and YAML, other events, refusals, and what is asked on a terminal."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from timeline_cli.cli import add as add_command
from timeline_cli.cli.prompts import candidates, completions, judged
from timeline_cli.editing import write as writing
from timeline_cli.reading.load import load

Run = Callable[..., "tuple[int, str, str]"]
Write = Callable[..., str]

EXAMPLE = Path(__file__).parents[2] / "events.yaml"
FILE = """\
companies:
  Samsung Electronics: {aliases: [Samsung, 삼성전자]}
  Qualcomm: {}
sources:
  herald: {publisher: Herald, published: 2025-03-24}
events:
- id: first
  date: 2024-03
  type: forum
  title: The first   # of many
  companies: [Samsung]
  place: Beijing
  tags: [chips]
  figures: {sales: 5 units}
  sources: [herald]
  x-desk: asia
"""


def new_text(path: str) -> str:
    text = Path(path).read_text(encoding="utf-8")
    assert text.startswith(FILE)
    return text.removeprefix(FILE).removeprefix("\n")  # the empty line between two events


def test_options_become_fields(timeline: Run, write: Write) -> None:
    path = write(FILE)
    result = timeline(
        "-f", path, "add", "--title", "Café: #2", "--date", "22 March 2025", "--type", "launch",
        "--company", "삼성전자", "--company", "{name: Xiaomi, role: host}", "--person", "Lei Jun", "--place", "Beijing",
        "--tag", "ev", "--tag", "b, c", "--certainty", "reported", "--summary", "Long: it is", "--source", "herald",
        "--source", "{ref: herald, quote: “q”}", "--source", "https://example.com/a", "--source", "{title: Echos}",
        "--figure", "EV sales: about 140,000 vehicles", "--part-of", "first", "--related", "a", "--related", "b",
        "--known", "yesterday", "--set", "x-desk=asia", "--set", "x-more=[1, {a: b}]",
    )  # fmt: skip
    told = "today is 2025-03-26 (TIMELINE_TODAY)\ndate: 2025-03-22\nknown: 2025-03-25\n"
    told += "b, c is written as one value; repeat the option to add several\n"
    links = [
        f"related: no event has the id {each}; timeline show --json=id,title lists the ids of all events"
        for each in "ab"
    ]
    assert (result[0], result[2]) == (0, told + "\n".join(links) + "\n")
    assert result[1] == f"added 2025-03-22-café-2 to {path}, line 18\n"
    assert (
        new_text(path)
        == """\
- id: 2025-03-22-café-2
  date: 2025-03-22
  type: launch
  title: "Café: #2"
  companies: [삼성전자, {name: Xiaomi, role: host}]
  people: [Lei Jun]
  place: Beijing
  tags: [ev, "b, c"]
  certainty: reported
  summary: "Long: it is"
  part_of: first
  related: [a, b]
  figures:
  - {metric: EV sales, value: "about 140,000", unit: vehicles}
  sources: [herald, {ref: herald, quote: “q”}, https://example.com/a, {title: Echos}]
  known: 2025-03-25
  x-desk: asia
  x-more: [1, {a: b}]
"""
    )
    assert timeline("-f", path, "show", "--json=id,known", "id:2025-03-22-café-2")[0] == 0


def test_a_dry_run_prints_the_change_and_writes_nothing(timeline: Run, write: Write) -> None:
    path = write(FILE)
    result = timeline("-f", path, "add", "--date", "2025", "--title", "New", "--dry-run")
    assert result[0] == 0
    assert [line for line in result[1].splitlines() if line.startswith("+") and "+++" not in line] == [
        "+", "+- id: 2025-new", "+  date: 2025", "+  title: New",
    ]  # fmt: skip
    assert new_text(path) == ""


def test_the_printed_change_is_one_that_git_applies(timeline: Run, write: Write, tmp_path: Path) -> None:
    path = write(FILE)
    os.chdir(tmp_path)
    patch = timeline("-f", "events.yaml", "add", "--date", "2025", "--title", "삼성: new", "--dry-run")[1]
    (tmp_path / "patch").write_text(patch, encoding="utf-8")
    subprocess.run(["git", "apply", "patch"], cwd=tmp_path, check=True)
    assert new_text(path) == '- id: 2025-삼성-new\n  date: 2025\n  title: "삼성: new"\n'


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "the event has no date and no title"),
        (("--date", "2025"), "the event has no title"),
        (("--title", "A", "--date", "2025-02-30"), "2025-02-30 does not exist"),
        (("--title", "A", "--date", "10"), "10 could be a day"),
        (("--title", "A", "--date", "2025", "--date", "2026"), "an event has only one date, but 2 are given"),
        (("--title", " ", "--date", "2025"), "title is empty"),
        (("--title", "A\udce9", "--date", "2025"), "title is not UTF-8"),
        (("--title", "A", "--date", "2025", "--set", "desk=asia"), "is not x-KEY=VALUE"),
        (("--title", "A", "--date", "2025", "--company", "{name: A"), "cannot read"),
        (("--title", "A", "--date", "2025", "--company", "{nme: A}"), "nme: is not a known key"),
        (("--title", "A", "--date", "2025", "--figure", "many"), "has no metric"),
        (("--title", "A", "--date", "2025", "--figure", "sales: many"), "is not an amount"),
        (("--title", "A", "--date", "2025", "--figure", "sales: ₩46.7조"), '--figure "sales: 46.7 trillion KRW"'),
        (("--title", "A", "--date", "2025", "--status", "gone"), "gone is not a status"),
        (("--title", "A", "--date", "2025", "--source", "nobody"), "nobody is neither a key of sources"),
        (("--title", "A", "--date", "2025-03-22T10:00"), "error E104"),
        (("--title", "A", "--date", "FY2025"), "error E107"),
        (("--title", "A", "--date", "2025", "--id", "first"), "the id first is taken"),
        (("--title", "A", "--date", "2025", "--id", "a b"), "error E205"),
        (("--title", "the FIRST", "--date", "2024-03"), "already exists: first"),
        (("--title", "A", "--date", "2025", "--like", "frist"), "no event has the id frist"),
        (("--from", "missing.json"), "cannot be read"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_is_written(
    timeline: Run, write: Write, arguments: tuple[str, ...], told: str
) -> None:
    path = write(FILE)
    code, out, err = timeline("-f", path, "add", *arguments)
    assert (code, out) == (2, "")
    assert told in err
    assert new_text(path) == ""


def test_force_adds_what_is_there_already_under_an_id_of_its_own(timeline: Run, write: Write) -> None:
    path = write(FILE)
    result = timeline("-f", path, "add", "--title", "The first", "--date", "2024-03", "--id", "first", "--force")
    assert result[0] == 0
    assert new_text(path) == "- id: first-2\n  date: 2024-03\n  title: The first\n"


def test_like_takes_what_such_events_have_in_common_and_no_claims(timeline: Run, write: Write) -> None:
    path = write(FILE)
    assert timeline("-f", path, "add", "--like", "first", "--date", "2025", "--title", "B", "--tag", "ev")[0] == 0
    assert new_text(path) == (
        "- id: 2025-b\n  date: 2025\n  type: forum\n  title: B\n  companies: [Samsung]\n  place: Beijing\n"
        "  tags: [ev]\n  x-desk: asia\n"
    )  # fmt: skip


def test_warnings_are_told_and_the_event_is_added(timeline: Run, write: Write) -> None:
    path = write(FILE)
    code, _, err = timeline(
        "-f", path, "add", "--date", "2025", "--title", "B", "--type", "odd", "--company", "Qualcom"
    )
    assert code == 0
    assert "the type odd is not declared" in err
    assert "did you mean Qualcomm?" in err


# Many at once.


@pytest.mark.parametrize(
    "text",
    [
        '[{"date": "2025", "title": "A"}, {"date": "2023", "title": "B", "tags": ["x"]}]',
        '{"date": "2025", "title": "A"}\n{"date": "2023", "title": "B", "tags": ["x"]}\n',
        "events:\n- {date: 2025, title: A}\n- {date: 2023, title: B, tags: x}\n",
        "- date: 2025\n  title: A\n- date: 2023\n  title: B\n  tags: [x]\n",
    ],
)
def test_many_from_standard_input(timeline: Run, write: Write, text: str) -> None:
    path = write(FILE)
    code, out, _ = timeline("-f", path, "add", "--from", "-", stdin=text)
    assert code == 0
    assert out == f"added 2023-b to {path}, line 7\nadded 2025-a to {path}, line 23\n"
    assert [event.title for event in load((path,)).events] == ["B", "The first", "A"]


def test_one_event_from_a_file_with_options_on_top(timeline: Run, write: Write) -> None:
    path, other = write(FILE), write("date: 2025\ntitle: A\ntags: [x]\n", "one.yaml")
    assert timeline("-f", path, "add", "--from", other, "--tag", "y")[0] == 0
    assert new_text(path) == "- id: 2025-a\n  date: 2025\n  title: A\n  tags: [y]\n"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "contains no events"),
        ("[]", "contains no events"),
        ("hello", "item 1 is not an event"),
        ("[{date: 2025", "error"),
        ("companies: {A: {}}\nevents: [{date: 2025, title: A}]\n", "companies: next to events:"),
        ("- {date: 2025, title: A}\n- {date: 2025, titel: B}\n", "titel: is not a known key"),
        ("- {date: 2025, title: A}\n- {date: 2025, title: a}\n", "already exists: given twice"),
        ("{}", "the event has no date"),
        ("[{}]", "the event has no date"),
        ("- {date: }\n", "the event has no date"),
        ("- {date: 2025, title: A}\n---\n- {date: 2026, title: B}\n", "-:2:1: error E010"),
    ],
)
def test_of_many_none_is_added_when_one_cannot_be(timeline: Run, write: Write, text: str, told: str) -> None:
    path = write(FILE)
    code, _, err = timeline("-f", path, "add", "--from", "-", stdin=text)
    assert code == 2
    assert told in err
    assert new_text(path) == ""


def test_all_that_is_wrong_is_told_at_once_at_the_lines_of_the_feed(timeline: Run, write: Write) -> None:
    path = write(FILE)
    feed = write(
        "- date: 2025-02-30\n  title: A\n- a word\n- {date: 2026, title: Good}\n- {titel: B, date: 2027,\n"
        "   tags: [a, {b: c}]}\n- {}\n- date: 2028\n  title: C\n  sources:\n  - herald\n  - nobody\n",
        "feed.yaml",
    )
    code, _, err = timeline("-f", path, "add", "--from", feed)
    assert code == 2
    told = [line for line in err.splitlines() if ": error E" in line]
    assert [line.removeprefix(feed).split(" ", 3)[0] + line.split(" ")[2] for line in told] == [
        ":1:9:E101", ":3:3:E012", ":5:4:E201", ":6:14:E012", ":7:3:E202", ":7:3:E202", ":12:5:E302",
    ]  # fmt: skip
    assert "5 of 6 events cannot be added" in err
    assert " 5 | - {titel: B, date: 2027," in err
    assert new_text(path) == ""


def test_what_is_there_already_is_told_at_once_or_left_out(timeline: Run, write: Write) -> None:
    path = write(FILE)
    feed = (
        "- {id: first, date: 2030, title: Another}\n- {date: 2024-03, title: The first}\n- {date: 2025, title: New}\n"
        "- {date: 2025, title: new}\n"
    )
    code, _, err = timeline("-f", path, "add", "--from", "-", stdin=feed)
    assert code == 2
    assert "-:1:3: error E204 the id first is taken" in err
    assert "-:2:3: warning W303 The first on 2024-03 already exists: first" in err
    assert "-:4:3: warning W303 new on 2025 already exists: given twice" in err
    assert "3 of 4 events already exist" in err
    result = timeline("-f", path, "add", "--from", "-", "--skip-existing", stdin=feed)
    assert (result[0], result[2]) == (0, "3 events skipped: already in the files\n")
    assert new_text(path) == "- id: 2025-new\n  date: 2025\n  title: New\n"
    before = Path(path).read_bytes()
    result = timeline("-f", path, "add", "--from", "-", "--skip-existing", stdin=feed)
    assert tuple(result) == (0, "", "4 events skipped: already in the files\n")
    assert Path(path).read_bytes() == before
    assert timeline("-f", path, "add", "--from", "-", "--skip-existing", "--force", stdin=feed)[0] == 2


def test_our_own_json_comes_back_as_a_person_would_write_it(timeline: Run, write: Write) -> None:
    """The events of the example go through JSON into an empty file, and say the same there."""
    example = str(EXAMPLE)
    shown = timeline("-f", example, "show", "--json")[1]
    head = EXAMPLE.read_text(encoding="utf-8").split("\nevents:")[0]
    path = write(head.replace("\ndefaults: {source: herald-2025-03-24}", "") + "\nevents:\n")
    assert timeline("-f", path, "add", "--from", "-", stdin=shown)[0] == 0

    def said(file: str) -> list[dict[str, Any]]:
        found = json.loads(timeline("-f", file, "show", "--json")[1])
        return [{key: value for key, value in event.items() if key not in ("file", "line")} for event in found]

    assert said(path) == said(example)
    text = Path(path).read_text(encoding="utf-8")
    assert "null" not in text
    assert "start_latest" not in text
    assert timeline("-f", path, "check")[0] == 0


# Which file.


def test_a_folder_of_files_asks_which_one(timeline: Run, write: Write, tmp_path: Path) -> None:
    one, other = write(FILE, "all/a.yaml"), write("events:\n", "all/b.yaml")
    folder = str(tmp_path / "all")
    code, _, err = timeline("-f", folder, "add", "--date", "2025", "--title", "A")
    assert code == 2
    assert f"--to {one}" in err
    # Names and ids of all files are known, whichever gets the event.
    assert timeline("-f", folder, "add", "--date", "2025", "--title", "A", "--source", "herald", "--to", other)[0] == 0
    assert "sources: [herald]" in Path(other).read_text(encoding="utf-8")
    assert timeline("-f", folder, "add", "--date", "2025", "--title", "B", "--id", "2025-a", "--to", one)[0] == 2


@pytest.mark.parametrize(("file", "told"), [("-", "standard input"), ("missing.yaml", "timeline init missing.yaml")])
def test_a_file_that_cannot_be_changed(timeline: Run, tmp_path: Path, file: str, told: str) -> None:
    os.chdir(tmp_path)
    code, _, err = timeline("-f", file, "add", "--date", "2025", "--title", "A", stdin="")
    assert code == 2
    assert told in err


def test_no_file_at_all(timeline: Run, tmp_path: Path) -> None:
    os.chdir(tmp_path)
    code, _, err = timeline("add", "--date", "2025", "--title", "A")
    assert code == 2
    assert "create one with `timeline init`" in err


# On a terminal.


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[str]]:
    """Answer the questions in turn; the prompts that were shown."""

    def give(*given: str) -> list[str]:
        left, prompts = list(given), []

        def answer(prompt: str) -> str:
            prompts.append(prompt)
            if not left:
                raise EOFError
            return left.pop(0)

        monkeypatch.setattr("builtins.input", answer)
        monkeypatch.setattr(add_command, "_is_terminal", lambda: True)
        return prompts

    return give


def test_on_a_terminal_everything_is_asked_for(timeline: Run, write: Write, answers: Callable[..., list[str]]) -> None:
    path = write(FILE)
    prompts = answers(
        "March 35", "22 March 2025", "A: title", "lanch", "launch", "Qualcom", "Qualcom", "삼성전자", "", "", "",
        "ev", "", "cancelled", "", "", "nobody", "herald", "", "y",
    )  # fmt: skip
    code, out, _ = timeline("-f", path, "add")
    assert code == 0
    assert "March 35 has a two-digit year" in out
    assert "did you mean launch?" in out
    assert prompts[-1] == "Write it? [Y/n] "
    assert new_text(path) == (
        '- id: 2025-03-22-a-title\n  date: 2025-03-22\n  type: launch\n  title: "A: title"\n'
        "  companies: [Qualcom, 삼성전자]\n  tags: [ev]\n  status: cancelled\n  sources: [herald]\n"
    )


def test_only_what_is_required_is_asked_for_when_something_is_given(
    timeline: Run, write: Write, answers: Callable[..., list[str]]
) -> None:
    path = write(FILE)
    prompts = answers("", "2025", "")
    assert timeline("-f", path, "add", "--title", "A", "--like", "first")[0] == 0
    assert [prompt.split()[0] for prompt in prompts] == ["date", "date", "Write"]
    assert "companies: [Samsung]" in new_text(path)


def test_a_time_that_needs_a_place_is_asked_for_again_and_the_rest_kept(
    timeline: Run, write: Write, answers: Callable[..., list[str]]
) -> None:
    path = write(FILE)
    answers("2025-03-22T10:00", "New", "", "", "", "Nowhere", "ev", "", "", "", "", "", "2025-03-22T10:00Z", "y")
    code, _, err = timeline("-f", path, "add")
    assert code == 0
    assert "error E104" in err
    assert new_text(path).endswith("date: 2025-03-22T10:00Z\n  title: New\n  place: Nowhere\n  tags: [ev]\n")


def test_what_is_there_already_is_told_before_more_is_asked(
    timeline: Run, write: Write, answers: Callable[..., list[str]]
) -> None:
    prompts = answers("March 2024", "The first")
    code, _, err = timeline("-f", write(FILE), "add")
    assert code == 2
    assert "already exists: first" in err
    assert len(prompts) == 2


def test_a_question_shows_what_may_be_answered_and_completes_it(
    timeline: Run, write: Write, answers: Callable[..., list[str]]
) -> None:
    path = write(FILE)
    prompts = answers("2025", "A", *[""] * 9, "n")
    timeline("-f", path, "add")
    assert "certainty (confirmed, reported, rumoured, disputed): " in prompts
    assert candidates("certainty", load((path,))) == {"confirmed", "reported", "rumoured", "disputed"}


def test_an_interrupt_ends_the_line_of_the_prompt(timeline: Run, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(prompt: str) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr("builtins.input", interrupted)
    monkeypatch.setattr(add_command, "_is_terminal", lambda: True)
    code, out, _ = timeline("-f", write(FILE), "add", "--title", "A")
    assert (code, out) == (130, "\n")


@pytest.mark.parametrize(("given", "code"), [(("2025", "n"), 1), (("2025",), 1), ((), 2)])
def test_without_a_yes_nothing_is_written(
    timeline: Run, write: Write, answers: Callable[..., list[str]], given: tuple[str, ...], code: int
) -> None:
    path = write(FILE)
    answers(*given)
    assert timeline("-f", path, "add", "--title", "A")[0] == code
    assert new_text(path) == ""


def test_names_complete(write: Write) -> None:
    timeline = load((write(FILE),))
    names = candidates("companies", timeline)
    assert names == {"Samsung Electronics", "Samsung", "삼성전자", "Qualcomm"}
    assert completions("sam", sorted(names)) == ["Samsung", "Samsung Electronics"]
    assert completions("삼", sorted(names)) == ["삼성전자"]
    assert completions("elec", sorted(names)) == ["Samsung Electronics"]
    assert "launch" in candidates("type", timeline)
    assert candidates("tags", timeline) == {"chips"}
    assert candidates("sources", timeline) == {"herald"}
    assert judged("people", "Ann\udce9", timeline, date(2025, 3, 26))[2]


def test_completion_never_removes_what_was_typed() -> None:
    """Readline replaces it by what the suggestions have in common."""
    names = ["NOK", "Nokia", "Nokia Oyj"]
    assert completions("nok", names) == names
    assert completions("nok", names, ignores_case=False) == []
    assert completions("Nokia", names, ignores_case=False) == names[1:]
    assert completions("nec", ["Nécole", "Nècole"]) == []
    assert completions("nec", ["Nécole"]) == ["Nécole"]


@pytest.mark.skipif(os.name == "nt", reason="a terminal of POSIX")
def test_a_terminal_breaks_messages_between_words_and_completes_with_their_letters(write: Write) -> None:
    import pty
    import select

    path = write("companies:\n  Nokia: {aliases: [NOK, Nokia Oyj]}\nevents:\n- {date: 2024, title: A}\n")
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "timeline_cli", "-f", path, "add"]
    process = subprocess.Popen(
        command, stdin=theirs, stdout=theirs, stderr=theirs, env={**os.environ, "TERM": "xterm", "COLUMNS": "80"}
    )
    shown = b""
    for prompt, keys in (
        (b"date (", b"2025\r"), (b"title,", b"B\r"), (b"type:", b"theft\r"), (b"keep it", b"\r"),
        (b"company:", b"nok\t\t"),
    ):  # fmt: skip
        while prompt not in shown and select.select([ours], [], [], 30)[0]:
            shown += os.read(ours, 4096)
        os.write(ours, keys)
    while b"Nokia Oyj" not in shown and select.select([ours], [], [], 30)[0]:
        shown += os.read(ours, 4096)
    process.kill()
    process.wait()
    assert b"NOK" in shown
    assert b"Nokia Oyj" in shown
    said = re.sub(rb"\x1b\[[\d;]*m", b"", shown)
    assert b"types: {theft: {}};\r\n  timeline help file lists the built-in types; repeat it to keep it" in said


# At the same time.


def test_an_event_is_added_to_what_another_program_saves_meanwhile(
    timeline: Run, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, saved = write(FILE), FILE + "- {id: saved, date: 2024-05, title: Saved}\n"
    swap = writing.swap

    def swap_and_save(new: Path, old: Path, spare: Path) -> bool:
        monkeypatch.setattr(writing, "swap", swap)
        with Path(path).open("w", encoding="utf-8") as handle:
            done = swap(new, old, spare)
            handle.write(saved)
        return done

    monkeypatch.setattr(writing, "swap", swap_and_save)
    result = timeline("-f", path, "add", "--date", "2025", "--title", "B")
    assert result[0] == 0
    assert "was saved by another program; the event was added to that version" in result[2]
    assert Path(path).read_text() == saved + "- id: 2025-b\n  date: 2025\n  title: B\n"


@pytest.mark.slow
def test_fifty_at_once_are_all_there(write: Write, tmp_path: Path) -> None:
    path = write(FILE)
    command = [sys.executable, "-m", "timeline_cli", "-f", path, "add", "--date", "2025", "--title"]
    running = [subprocess.Popen([*command, f"Event {number}"], stdout=subprocess.DEVNULL) for number in range(50)]
    assert [process.wait(timeout=120) for process in running] == [0] * 50
    found = load((path,))
    assert found.diagnostics == ()
    assert {event.title for event in found.events} == {"The first", *(f"Event {number}" for number in range(50))}
    assert [path.name for path in tmp_path.iterdir()] == ["events.yaml"]


@pytest.mark.parametrize(
    "value", ["figures: [{}]", "was: {}", 'was: ""', "companies: {}", "place: []", 'known: ""', "id: {}"]
)
def test_an_empty_value_that_a_file_refuses_is_refused_in_a_feed(timeline: Run, write: Write, value: str) -> None:
    event = f"- {{date: 2025-05, title: A, {value}}}\n"
    in_file = timeline("-f", write(f"events:\n{event}"), "check").out
    code, _, err = timeline("-f", write(FILE, "other.yaml"), "add", "--from", "-", stdin=event)
    assert code == 2
    assert in_file.split(" error ")[1].splitlines()[0] in err


def test_empty_values_that_say_nothing_are_left_out(timeline: Run, write: Write) -> None:
    path = write(FILE)
    event = '{"date": "2025-05", "title": "A", "figures": {}, "tags": [], "place": "", "was": [], "type": null}'
    assert timeline("-f", path, "add", "--from", "-", stdin=event)[0] == 0
    assert Path(path).read_text(encoding="utf-8").endswith("date: 2025-05\n  title: A\n")


def test_fiscal_dates_of_our_own_json_are_written_in_days_without_their_registry(timeline: Run, write: Write) -> None:
    fiscal = """\
companies: {Apple: {fiscal_year_end: 9}}
events:
- {date: FY2025-Q1, title: A, companies: [Apple], figures: [{metric: sales, value: 3, period: FY2024-Q4}]}
"""
    path, other = write(fiscal), write("events: []\n", "other.yaml")
    shown = timeline("-f", path, "show", "--json").out
    assert timeline("-f", other, "add", "--from", "-", stdin=shown)[0] == 0
    keys = ("title", "start", "start_latest", "end_earliest", "end", "known")
    assert timeline("-f", other, "show", f"--json={','.join(keys)}").out == timeline(
        "-f", path, "show", f"--json={','.join(keys)}"
    ).out.replace(path, other)
    assert "period: [2024-07-01..2024-09-30]" in Path(other).read_text(encoding="utf-8")
    lasting = '{"title": "B", "date": "FY2024/..", "start": "2023-10-01", "start_latest": "2024-09-30"}'
    assert "E107" in timeline("-f", other, "add", "--from", "-", stdin=lasting).err
    # With the registry, they stay as they are.
    again = write("companies: {Apple: {fiscal_year_end: 9}}\nevents: []\n", "again.yaml")
    assert timeline("-f", again, "add", "--from", "-", stdin=shown)[0] == 0
    assert "date: FY2025-Q1" in Path(again).read_text(encoding="utf-8")


def test_a_link_to_an_unknown_id_is_reported(timeline: Run, write: Write) -> None:
    path = write("events:\n- {id: first, date: 2024, title: A}\n")
    given = ("-f", path, "add", "--date", "2025", "--title", "B", "--dry-run", "--follows")
    assert "follows: no event has the id firts; did you mean first?" in timeline(*given, "firts")[2]
    assert "no event" not in timeline(*given, "first")[2]
    assert "no event" not in timeline(*given, "2025-b")[2]  # itself
