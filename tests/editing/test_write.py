"""The one write: whole or not at all, one at a time, never over what somebody else wrote, and no trace of it left."""

from __future__ import annotations

import errno
import os
import signal
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from timeline_cli.editing import new_file
from timeline_cli.editing import write as writing
from timeline_cli.editing.new_file import LOCK_ENDING, NEW_ENDING
from timeline_cli.editing.write import create, hold, replace_bytes
from timeline_cli.errors import NotWritten
from timeline_cli.reading.load import load

OLD, NEW = b"events:\n- old\n", b"events:\n- old\n- new\n" * 1000


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "events.yaml"
    path.write_bytes(OLD)
    return path


def test_a_file_is_replaced_and_nothing_is_left_beside_it(file: Path) -> None:
    replace_bytes(str(file), OLD, NEW)
    assert file.read_bytes() == NEW
    assert names(file.parent) == ["events.yaml"]


@pytest.mark.skipif(os.name == "nt", reason="POSIX modes")
@pytest.mark.parametrize("mode", [0o600, 0o644, 0o664, 0o755])
def test_the_mode_stays(file: Path, mode: int) -> None:
    file.chmod(mode)
    replace_bytes(str(file), OLD, NEW)
    assert stat.S_IMODE(file.stat().st_mode) == mode


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root gives files away")
def test_the_owner_stays(file: Path) -> None:
    os.chown(file, 12345, 54321)
    replace_bytes(str(file), OLD, NEW)
    assert (file.stat().st_uid, file.stat().st_gid) == (12345, 54321)


@pytest.mark.skipif(not hasattr(os, "setxattr"), reason="no extended attributes here")
def test_the_attributes_stay(file: Path) -> None:
    try:
        os.setxattr(file, "user.desk", b"asia")
    except OSError:
        pytest.skip("no extended attributes on this file system")
    replace_bytes(str(file), OLD, NEW)
    assert os.getxattr(file, "user.desk") == b"asia"


def test_a_symbolic_link_stays_one(file: Path, tmp_path: Path) -> None:
    folder = tmp_path / "other"
    folder.mkdir()
    link = folder / "link.yaml"
    link.symlink_to(Path("..") / "events.yaml")
    replace_bytes(str(link), OLD, NEW)
    assert link.is_symlink()
    assert file.read_bytes() == NEW


def test_what_another_program_wrote_is_not_written_over(file: Path) -> None:
    with hold(str(file)) as held:
        file.write_bytes(b"an editor was here\n")
        with pytest.raises(NotWritten, match="changed by another program"):
            held.replace(NEW)
    with pytest.raises(NotWritten, match="changed by another program"):
        replace_bytes(str(file), OLD, NEW)
    assert file.read_bytes() == b"an editor was here\n"
    assert names(file.parent) == ["events.yaml"]


def test_a_change_that_keeps_size_and_time_is_noticed(file: Path) -> None:
    before = file.stat()
    with hold(str(file)) as held:
        file.write_bytes(OLD.replace(b"old", b"odd"))
        os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
        with pytest.raises(NotWritten):
            held.replace(NEW)


def test_leftovers_of_a_killed_run_neither_block_nor_stay(file: Path) -> None:
    for ending in (LOCK_ENDING, NEW_ENDING):
        file.with_name(f".{file.name}{ending}").write_bytes(b"torn")
    replace_bytes(str(file), OLD, NEW)
    assert names(file.parent) == ["events.yaml"]
    assert file.read_bytes() == NEW


@pytest.mark.parametrize("include", ["", "include: ['*']\n", "include: ['more/*']\n"])
def test_leftovers_are_never_read_as_events(tmp_path: Path, include: str) -> None:
    (tmp_path / "more").mkdir()
    for folder in (tmp_path, tmp_path / "more"):
        name = f".events.yaml{NEW_ENDING}"
        (folder / name).write_text("- {date: 2024, title: Torn}\n", encoding="utf-8")
    (tmp_path / "more" / "a.yaml").write_text("- {date: 2024, title: A}\n", encoding="utf-8")
    file = tmp_path / "events.yaml"
    file.write_text(f"{include}events:\n- {{date: 2024, title: B}}\n", encoding="utf-8")
    named = (str(file),) if include else (str(tmp_path),)
    assert "Torn" not in [event.title for event in load(named).events]


def test_a_planted_link_under_the_name_of_the_temporary_file_is_not_followed(file: Path, tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_bytes(b"keep")
    file.with_name(f".{file.name}{NEW_ENDING}").symlink_to(victim)
    replace_bytes(str(file), OLD, NEW)
    assert victim.read_bytes() == b"keep"


def test_a_file_with_a_second_name_is_left_alone_with_a_way_out(file: Path) -> None:
    other = file.with_name("other.yaml")
    os.link(file, other)
    with pytest.raises(NotWritten, match="second name") as caught:
        replace_bytes(str(file), OLD, NEW)
    assert (file.read_bytes(), other.read_bytes()) == (OLD, OLD)
    subprocess.run(caught.value.hint.text.partition("copy it first: ")[2], shell=True, check=True)
    replace_bytes(str(file), OLD, NEW)
    assert (file.read_bytes(), other.read_bytes()) == (NEW, OLD)


def test_a_file_that_is_mounted_by_itself_is_left_alone_with_a_way_out(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(*_arguments: object) -> bool:
        raise OSError(errno.EBUSY, "Device or resource busy")

    monkeypatch.setattr(writing, "swap", busy)
    with pytest.raises(NotWritten, match="mounted as a single file") as caught:
        replace_bytes(str(file), OLD, NEW)
    assert "mount its folder" in caught.value.hint.text
    assert file.read_bytes() == OLD


def test_a_new_file_is_not_made_where_a_link_leads_to_nothing(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(NotWritten, match="already exists"):
        create(str(tmp_path / "link"), NEW)
    assert names(tmp_path) == ["link"]


@pytest.mark.parametrize("name", ["missing.yaml", "folder", "loop"])
def test_what_is_no_file_is_told(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "loop").symlink_to("loop")
    with pytest.raises(NotWritten), hold(str(tmp_path / name)):
        pass


def test_a_name_with_a_nul_is_told() -> None:
    with pytest.raises(NotWritten), hold("a\0b"):
        pass


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_write_protected_file_is_told(file: Path) -> None:
    file.chmod(0o444)
    with pytest.raises(NotWritten, match="write-protected"), hold(str(file)):
        pass


def test_why_a_file_may_not_be_written_is_told(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(NotWritten, match="write-protected"), hold(str(file)):
        pass
    monkeypatch.setattr(os, "geteuid", lambda: file.stat().st_uid + 1)
    with pytest.raises(NotWritten, match="belongs to another user"), hold(str(file)):
        pass


def test_a_lock_that_is_held_is_waited_for_and_told(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(new_file, "WAIT", 0.05)
    with hold(str(file)), pytest.raises(NotWritten, match="another timeline command"), hold(str(file)):
        pass


def test_many_writers_take_turns(file: Path) -> None:
    def append(number: int) -> None:
        with hold(str(file)) as held:
            held.replace(held.data + b"- %d\n" % number)

    writers = [threading.Thread(target=append, args=(number,)) for number in range(40)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    lines = file.read_bytes().removeprefix(OLD).splitlines()
    assert sorted(lines) == sorted(b"- %d" % number for number in range(40))
    assert names(file.parent) == ["events.yaml"]


@pytest.mark.parametrize("step", ["write", "fsync", "replace", "chmod"])
def test_a_disk_that_fails_leaves_the_file_as_it_was(file: Path, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    def fail(*_arguments: object, **_options: object) -> None:
        raise OSError(28, "No space left on device")

    if step == "write":
        monkeypatch.setattr(writing, "write_new", fail)
    elif step == "chmod":
        monkeypatch.setattr(Path, "chmod", fail)
    elif step == "replace":
        monkeypatch.setattr(writing, "swap", fail)
    else:
        monkeypatch.setattr(os, step, fail)
    with pytest.raises(NotWritten, match="No space left on device"):
        replace_bytes(str(file), OLD, NEW)
    assert file.read_bytes() == OLD
    assert names(file.parent) == ["events.yaml"]


def test_a_new_file_never_takes_the_place_of_another(tmp_path: Path) -> None:
    path = tmp_path / "new.yaml"
    create(str(path), NEW)
    assert path.read_bytes() == NEW
    with pytest.raises(NotWritten, match="already exists"):
        create(str(path), OLD)
    assert path.read_bytes() == NEW
    assert names(tmp_path) == ["new.yaml"]


def test_a_new_file_that_cannot_be_made_is_not_called_unchanged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(NotWritten, match="there is no folder") as missing:
        create(str(tmp_path / "no" / "new.yaml"), b"")
    assert missing.value.hint.text == "create the folder first"

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(new_file, "lock", refuse)
    with pytest.raises(NotWritten, match="cannot be created: Permission denied") as denied:
        create(str(tmp_path / "new.yaml"), b"")
    assert "unchanged" not in denied.value.hint.text


def test_a_new_file_where_there_are_no_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_arguments: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", fail)
    path = tmp_path / "new.yaml"
    create(str(path), NEW)
    assert path.read_bytes() == NEW
    with pytest.raises(NotWritten, match="already exists"):
        create(str(path), OLD)


KILLED = """
import os, sys, signal, pathlib
from timeline_cli.editing.write import replace_bytes
file, number = sys.argv[1], int(sys.argv[2])
left = number
def counted(call):
    def run(*arguments, **options):
        global left
        left -= 1
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return call(*arguments, **options)
    return run
if len(sys.argv) > 3:
    from timeline_cli.editing import rivals
    rivals.exchange = lambda one, other: False
for name in "link open fdopen fsync replace unlink chown chmod stat fstat close listxattr".split():
    setattr(os, name, counted(getattr(os, name)))
import fcntl
fcntl.flock = counted(fcntl.flock)
old = open(file, "rb").read()
replace_bytes(file, old, old + b"- new\\n")
os._exit(0)
"""


@pytest.mark.skipif(os.name == "nt", reason="POSIX signals")
@pytest.mark.parametrize("without", [(), ("swap",)], ids=str)
def test_killed_at_any_step_the_file_is_the_old_or_the_new_one_and_the_next_write_goes_through(
    file: Path, without: tuple[str, ...]
) -> None:
    outcomes = set()
    for number in range(200):
        file.write_bytes(OLD)
        command = [sys.executable, "-c", KILLED, str(file), str(number), *without]
        done = subprocess.run(command, check=False, timeout=60)
        data = file.read_bytes()
        assert data in (OLD, OLD + b"- new\n")
        outcomes.add(data)
        # The next one is neither blocked nor disturbed, and takes away what was left.
        replace_bytes(str(file), data, NEW)
        assert file.read_bytes() == NEW
        assert names(file.parent) == ["events.yaml"]
        if done.returncode == 0:
            break
        assert done.returncode == -signal.SIGKILL
    else:
        pytest.fail("the write never came to its end")
    assert len(outcomes) == 2
