"""Read the items of a large file in other processes, while this one writes their rows.

Owns: the processes, and what goes to them and back. Does not: need them: what none of them gives is read here.

A worker reads the bytes of a part itself, and gives the rows of its items, but for those with a problem that may depend
on other items: these are read here, in order. So the tables are the same with and without workers.
"""

from __future__ import annotations

import contextlib
import json
import marshal
import os
import sys
from collections import deque
from collections.abc import Callable, Iterator
from itertools import chain, compress, count
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from timeline_cli.digest import digest
from timeline_cli.fields.context import Context
from timeline_cli.index.codec import decode_registries, encode_registries
from timeline_cli.index.packed import Packer
from timeline_cli.index.rows import Row, Rows, rows_of
from timeline_cli.index.runs import CONFLICT, Run, digest_of, recorded
from timeline_cli.nodes import Problems
from timeline_cli.reading.composer import NeedsWhole
from timeline_cli.reading.content import open_content
from timeline_cli.reading.file import EventFile
from timeline_cli.reading.items import Item, batches
from timeline_cli.reading.load import no_collector
from timeline_cli.reading.split import Cut, Text, texts

if TYPE_CHECKING:
    import subprocess  # a worker does without it

_MOST = 4  # processes: with more, writing would take longer than reading
_AHEAD = 4  # parts that each has to do
_HELD = 64  # parts whose rows are held while others are waited for
_PIPE = 256 << 10  # bytes, so that an answer can wait in it
_SIZE = 8  # bytes of the length before an answer
_ALONE = frozenset(("W101",))  # problems that depend on no other item
_START = "import sys; sys.path[:] = sys.argv[1:]; from timeline_cli.index.workers import serve; serve()"

# The digest and the row of each item of a part, None for an item to be read here; None if all of them are.
Found = list[tuple[bytes, Row | None]] | None


class Task(NamedTuple):
    """A file, the digest of its defaults if it has any, the registries as text, and the example of the index."""

    name: str
    head: str
    registries: str
    example: str


class Part(NamedTuple):
    """A run of items: where they are, and the digest of their bytes."""

    within: Cut
    digest: str


def count_workers(file: EventFile) -> int:
    """How many processes can read a file; 0 if it has to be read here, or would be read as fast."""
    if file.content is None or file.cut is None or not Path(file.name).is_file():
        return 0
    if "python" not in Path(sys.executable or "").name.lower():  # of a program that contains Python
        return 0
    # A git conflict may span parts.
    if any(CONFLICT in block for block in file.content.blocks(file.cut.start, file.cut.end)):
        return 0
    cores = _cores()
    is_busy = hasattr(os, "getloadavg") and os.getloadavg()[0] > cores
    return 0 if is_busy else min(cores - 1, _MOST)


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def write_parts(
    rows: Rows, number: float, file: EventFile, context: Context, workers: int, tick: Callable[[int], None]
) -> list[Run]:
    """Write the rows of a file, which some workers read; returns its runs. Raises NeedsWhole."""
    assert file.content is not None and file.cut is not None
    content, read, places = file.content, file.reader(context, many=True), count()
    runs: list[Run] = []

    def write(part: Part, found: Found) -> None:
        known = found or [(digest_of(text), None) for text in texts(content, part.within)]
        unread = []
        if any(row is None for _, row in known):
            unread = [text for text, (_, row) in zip(texts(content, part.within), known, strict=True) if row is None]
        items = (item for batch in batches(unread) for item in read(batch))
        for key, row in known:
            if row is None:
                rows.add_item(number, next(places), next(items), key)
            else:
                rows.add(number, next(places), row, key)
        tick(part.within.end)

    with contextlib.closing(_Workers(workers)) as processes:
        parts = _parts(texts(content, file.cut), file.cut, runs)
        for part in parts:
            write(part, None)
            if rows.example is not None:  # known after the first event
                break
        head = file.head_digest().hex() if file.defaults else ""
        task, ahead = (
            Task(file.name, head, encode_registries(context.registries), rows.example or ""),
            file.reader(context, many=True),
        )
        # The first item that uses a default with a problem has it: then they are read in order.
        here = lambda part: None if file.defaults else _found(file, ahead, part, rows.packer)  # noqa: E731
        for part, found in processes.read(task, parts, here):
            write(part, found)
    return runs


def _parts(texts: Iterator[Text], cut: Cut, runs: list[Run]) -> Iterator[Part]:
    """The items in parts, one for each of the runs, which are added."""
    start, line, told = cut.start, cut.line, 0
    for _ in chain(recorded(texts, runs), (None,)):
        if len(runs) > told:
            size, _, lines, key = runs[told]
            yield Part(cut._replace(start=start, end=start + size, line=line), key)
            start, line, told = start + size, line + lines, told + 1


class _Workers:
    """Processes that read parts of one file. A part of one that was killed is not found."""

    def __init__(self, many: int) -> None:
        import subprocess

        command, pipe = [sys.executable, "-c", _START, *sys.path], subprocess.PIPE
        self._processes: list[subprocess.Popen[bytes]] = []
        with contextlib.suppress(OSError):
            for _ in range(many):
                process = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, pipesize=_PIPE)
                self._processes.append(process)

    def read(self, task: Task, parts: Iterator[Part], here: Callable[[Part], Found]) -> Iterator[tuple[Part, Found]]:
        """What is found in each part of a file, in order: by a worker, or `here` while all are busy."""
        for process in self._processes:
            _send(process, task)
        waiting: deque[tuple[Part, subprocess.Popen[bytes] | None, Found]] = deque()
        for number, part in enumerate(parts):
            while waiting and (len(waiting) > _HELD or _has_answered(waiting[0][1])):
                yield _answer(*waiting.popleft())
            busy = [process for _, process, _ in waiting]
            idle = [process for process in self._processes if busy.count(process) < _AHEAD]
            asked = idle[number % len(idle)] if idle else None
            if asked is not None:
                _send(asked, part)
            waiting.append((part, asked, here(part) if asked is None else None))
        yield from (_answer(*each) for each in waiting)

    def close(self) -> None:
        for process in self._processes:
            process.kill()
            with contextlib.suppress(OSError):
                process.communicate()


def _send(process: subprocess.Popen[bytes], message: Task | Part) -> None:
    if process.stdin is not None:
        with contextlib.suppress(OSError):  # it was killed, and gives no answer either
            process.stdin.write(json.dumps(message).encode() + b"\n")
            process.stdin.flush()


def _has_answered(process: subprocess.Popen[bytes] | None) -> bool:
    """Whether there is nothing to wait for; where nobody can say, it is waited for."""
    from select import select

    try:
        return process is None or process.stdout is None or bool(select([process.stdout], [], [], 0)[0])
    except (OSError, ValueError):
        return True


def _answer(part: Part, process: subprocess.Popen[bytes] | None, found: Found) -> tuple[Part, Found]:
    if process is not None and process.stdout is not None:
        with contextlib.suppress(OSError):
            size = int.from_bytes(process.stdout.read(_SIZE), "big")
            data = process.stdout.read(size)
            if size and len(data) == size:
                return part, marshal.loads(data)
    return part, found


def serve() -> None:
    """Be a worker: read a task, then answer each part, until nobody asks any more."""
    import signal

    # The process that asks decides what an interrupt ends.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    source, sink = sys.stdin.buffer, sys.stdout.buffer
    with no_collector():
        line = source.readline()
        if not line:
            return
        task = Task(*json.loads(line))
        problems = Problems(task.name)
        file = EventFile(task.name, open_content(task.name, problems, known=True), problems)
        if task.head:
            file.read_head([], whole=False, late=False)
        if file.content is None or (task.head and (file.cut is None or file.head_digest().hex() != task.head)):
            return  # the file has changed
        context, packer, read = Context(problems, decode_registries(task.registries)), Packer(task.example), None
        for asked in source:
            within, key = json.loads(asked)
            file.cut = file.cut or Cut(*within)  # without a head, of which only the column is used
            read = read or file.reader(context, many=True)
            found = _found(file, read, Part(Cut(*within), key), packer)
            data = marshal.dumps(found)  # the reader runs the same Python
            sink.write(len(data).to_bytes(_SIZE, "big") + data)
            sink.flush()


def _found(file: EventFile, read: Callable[[list[Text]], list[Item]], part: Part, packer: Packer) -> Found:
    assert file.content is not None
    listed = list(texts(file.content, part.within))
    if digest(b"".join([text.data for text in listed])).hex() != part.digest:
        return None  # the file has changed
    try:
        items = [item for batch in batches(listed) for item in read(batch)]
    except NeedsWhole:
        return None
    if file.later:
        return None
    good = [item.event is not None and _ALONE.issuperset(one.code for one in item.problems) for item in items]
    rows = rows_of(list(compress(items, good)), {}, packer)
    return [(digest_of(text), next(rows) if is_good else None) for text, is_good in zip(listed, good, strict=True)]
