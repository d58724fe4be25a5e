"""With workers or without, an index has the same tables."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from timeline_cli.index import runs, update, workers
from timeline_cli.index.place import Place
from timeline_cli.reading.content import Content

Write = Callable[..., str]

HEAD = (
    "companies: {Acme: {aliases: [A], fiscal_year_end: 04-01}}\nplaces: {Seoul: {tz: Asia/Seoul}}\n"
    "defaults: {tags: [all], source: 'https://example.com/a'}\nevents:\n"
)
USUAL = [
    "- {date: 2024-01-0#, title: Word #, companies: A}\n",
    "- date: 2024-0#\n  title: Same\n  place: Seoul\n  companies: [{name: A, role: host}]\n",
    "- {id: e#, date: FY2023, title: Own, companies: Acme, part_of: e1, figures: [{metric: revenue, value: #.50}]}\n",
    "- {id: v@#, date: 2018, title: Version, known: 2017, was: [{title: Another}]}\n\n# below\n",
]  # fmt: skip
FAULTY = [
    "- {date: 2024, title: Talk, type: tpye}\n", "- {date: 2021-13, title: A}\n", "- {date: 2021, titel: A}\n",
    "- {date: 2020, title: *a}\n", "- date: 2020\n  title: \"not closed\n", " - {date: 2019, title: Shifted}\n", "-x\n",
    "- {date: 201#/.., title: Long, type: deal}\n", "- {date: 2019, title: ranks #2}\n",
    "- {date: 2018, title: é\u2028#}\n",
]  # fmt: skip


def items(seed: int, faulty: float) -> str:
    rng = random.Random(seed)
    listed = [rng.choice(FAULTY if rng.random() < faulty else USUAL) for _ in range(400)]
    return "".join(item.replace("#", str(rng.randrange(1, 9))) for item in listed)


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Workers for files of any size, and parts of a few items."""
    monkeypatch.setattr(update, "MANY", 0)
    monkeypatch.setattr(runs, "_LEAST", 2000)
    monkeypatch.setattr(workers, "_cores", lambda: 3)
    monkeypatch.setattr(workers, "_AHEAD", 2)
    monkeypatch.setattr(workers, "_HELD", 3)  # of 4 parts that two are asked for: wait for one
    monkeypatch.setattr(os, "getloadavg", lambda: (0.0, 0.0, 0.0), raising=False)


def tables(
    file: str, folder: Path, tick: Callable[[int, int], None] = lambda done, total: None
) -> dict[str, list[Any]]:
    """All rows of the index of a file; of its state, not when it was read."""
    place = Place(folder, [file])
    update.update(place, [file], False, tick)
    with sqlite3.connect(place.path) as db:
        names = [name for (name,) in db.execute("SELECT name FROM sqlite_schema WHERE sql LIKE 'CREATE TABLE%'")]
        db.execute("UPDATE files SET state = NULL")
        found = {name: db.execute(f"SELECT * FROM {name}").fetchall() for name in names}
    db.close()
    return found


def alone(file: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, list[Any]]:
    with monkeypatch.context() as patched:
        patched.setattr(update, "MANY", 1 << 40)
        return tables(file, folder)


@pytest.fixture
def answered(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[bool]]:
    """Whether each part that a worker was asked for was found by it."""
    found: list[bool] = []
    answer = workers._answer

    def noted(part: Any, process: Any, here: Any) -> Any:
        rows = answer(part, process, here)[1]
        if process is not None:
            found.append(rows is not None)
        return part, rows

    monkeypatch.setattr(workers, "_answer", noted)
    yield found


@pytest.mark.parametrize(("seed", "faulty"), [(1, 0), (2, 0.02), (3, 0.5)])
def test_tables_are_the_same_with_and_without_workers(
    seed: int, faulty: float, write: Write, cache: Path, answered: list[bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    file = write(HEAD + items(seed, faulty))
    assert tables(file, cache) == alone(file, cache, monkeypatch)
    assert len(answered) > 5
    assert all(answered) or faulty


@pytest.mark.parametrize(
    "text",
    [
        HEAD + items(4, 0) + "- {date: 2024, title: 'A quoted\n- text that looks like an item'}\n" + items(5, 0),
        HEAD + items(4, 0) + "<<<<<<< a\n- {date: 2020, title: A}\n=======\n>>>>>>> b\n" + items(5, 0),
        HEAD.replace("all]", "all], type: tpye") + items(4, 0),
        HEAD.replace("fiscal_year_end", "fiscal_year") + items(4, 0),
        "events:\n- &a {date: 2020, title: A}\n" + items(4, 0) + "- {<<: *a, title: B}\n" + items(5, 0),
        "events:\n" + items(4, 0) + "companies: {Late: {}}\n",
        "events:\n" + "- {title: No date}\n" * 300,
        "events: [" + "{date: 2020, title: A}, " * 300 + "]\n",
    ],
    ids=["quoted", "conflict", "default", "registry", "anchor", "late", "no event", "flow"],
)
def test_files_that_are_not_read_item_by_item(
    text: str, write: Write, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = write(text)
    assert tables(file, cache) == alone(file, cache, monkeypatch)


@pytest.mark.parametrize("killed", [1, 2])
def test_what_a_killed_worker_had_to_do_is_read_here(
    killed: int, write: Write, cache: Path, answered: list[bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    file = write(HEAD + items(6, 0.01) * 3)
    wanted = alone(file, cache, monkeypatch)
    started: list[Any] = []
    popen = subprocess.Popen
    monkeypatch.setattr(
        subprocess, "Popen", lambda *given, **named: started.append(popen(*given, **named)) or started[-1]
    )

    def kill(done: int, total: int) -> None:
        if len(answered) == 3:
            for process in started[:killed]:
                process.kill()

    assert tables(file, cache, kill) == wanted
    assert answered[:3] == [True] * 3
    # What it had found before is in the pipe.
    assert set(answered[-4:]) == ({False} if killed == 2 else {True, False})


def test_a_worker_that_reads_other_bytes_finds_nothing(
    write: Write, cache: Path, tmp_path: Path, answered: list[bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    file = write(HEAD + items(7, 0))
    other = tmp_path / "other.yaml"
    other.write_text((HEAD + items(7, 0)).replace("Same", "Else"))
    send = workers._send

    def sent(process: Any, message: Any) -> None:
        send(process, message._replace(name=str(other)) if isinstance(message, workers.Task) else message)

    monkeypatch.setattr(workers, "_send", sent)
    assert tables(file, cache) == alone(file, cache, monkeypatch)
    assert answered
    assert not any(answered)


@pytest.mark.parametrize(
    "head", [HEAD, HEAD.replace("defaults", "x-defaults"), HEAD.replace("all]", "all], type: tpye")]
)
def test_parts_that_are_read_here_while_all_are_busy_give_the_same_tables(
    head: str, write: Write, cache: Path, answered: list[bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    file = write(head + items(11, 0.05))
    monkeypatch.setattr(workers, "_HELD", 64)
    monkeypatch.setattr(workers, "_has_answered", lambda process: process is None)
    assert tables(file, cache) == alone(file, cache, monkeypatch)
    assert len(answered) == 4


def test_without_processes_everything_is_read_here(
    write: Write, cache: Path, answered: list[bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    file = write(HEAD + items(8, 0))
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    assert tables(file, cache) == alone(file, cache, monkeypatch)
    assert not any(answered)


def test_a_busy_machine_or_a_single_core_has_no_workers(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    from timeline_cli.reading.load import Opener

    [file] = Opener([write(HEAD + items(9, 0))]).open().files
    for cores, load, many in ((2, 0.5, 1), (16, 0.5, 4), (2, 2.5, 0), (1, 0.5, 0)):
        monkeypatch.setattr(workers, "_cores", lambda cores=cores: cores)
        monkeypatch.setattr(os, "getloadavg", lambda load=load: (load, load, load), raising=False)
        assert workers.count_workers(file) == many
    file.content = Content(b"")
    file.cut = None
    assert workers.count_workers(file) == 0


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="no groups of processes")
def test_an_interrupt_ends_all_processes(write: Write, cache: Path) -> None:
    file = write(HEAD + items(10, 0) * 40)
    code = (
        "from timeline_cli.index import choose, update, workers\nchoose.WORTHWHILE = update.MANY = 0\n"
        "workers._cores = lambda: 3\nworkers.os.getloadavg = lambda: (0, 0, 0)\n"
        "answer = workers._answer\n"
        "def noted(*asked):\n    print('answered', flush=True)\n    return answer(*asked)\n"
        f"workers._answer = noted\nfrom timeline_cli.cli.main import main\nimport sys\n"
        f"sys.argv[1:] = ['-f', {file!r}, 'show', '--limit', '1']\nsys.exit(main())\n"
    )
    command, pipe = [sys.executable, "-c", code], subprocess.PIPE
    with subprocess.Popen(command, stdout=pipe, stderr=pipe, text=True, start_new_session=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "answered\n"
        os.killpg(process.pid, signal.SIGINT)
        _, err = process.communicate(timeout=60)
    assert process.returncode == 130, err
    assert "Traceback" not in err
    for _ in range(100):  # the last of the group is gone soon
        try:
            os.killpg(process.pid, 0)
        except ProcessLookupError:
            break
        time.sleep(0.05)
    else:
        pytest.fail("a worker is left")
    assert not list(cache.glob("*.building"))
