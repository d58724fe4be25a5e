"""Where an index is stored, whether it is ours, and whether it is unchanged.

Owns: the cache folder, the stamp next to an index, the lock of its writer. Does not: use a file that somebody else may
have written.

The stamp has the size, times and inode of the index when it was closed. Any later write also changes the ctime, so an
index with a valid stamp is the one that was written. Below it are the states of files that were touched since, but
whose content was found unchanged.

The stamp does not show disk corruption. The checksums of all bytes, made by the writer from the closed file, are
compared a few blocks at a time, so that questions share the work: all of a block that was not compared for a day, and
all of the file after any doubt.
"""

from __future__ import annotations

import contextlib
import os
import stat
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from json import dumps, loads
from pathlib import Path
from zlib import crc32

from timeline_cli.digest import digest
from timeline_cli.lock import lock

_A_DAY = 24 * 60 * 60
_KEPT_FOR = 90 * _A_DAY
_BLOCKS = 32  # of an index, each with its checksum
_AT_ONCE = 3  # blocks; with six questions an hour, all of them are compared several times a day
_SUFFIXES = (".stamp", ".lock", ".building", ".sum", ".patterns")


def cache_folder() -> Path | None:
    """$TIMELINE_CACHE_DIR, else the user's cache folder for this program; None if it is not ours."""
    named = os.environ.get("TIMELINE_CACHE_DIR")
    if named is None:
        from platformdirs import user_cache_path

        folder = user_cache_path("corporate-timeline", appauthor=False)
    elif not named:
        return None
    else:
        folder = Path(named)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return folder if is_ours(folder, stat.S_ISDIR) else None
    except OSError:
        return None


def is_ours(path: Path, is_kind: object = stat.S_ISREG) -> bool:
    """Whether a folder or file is not a link, belongs to us, and is not writable for others."""
    found = path.lstat()
    kind = stat.S_ISDIR if is_kind is stat.S_ISDIR else stat.S_ISREG
    if not kind(found.st_mode):
        return False
    return not hasattr(os, "getuid") or (found.st_uid == os.getuid() and not found.st_mode & 0o022)


def _write_new(path: Path, text: str) -> None:
    """Create a new file that only we can access."""
    with os.fdopen(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w", encoding="ascii") as file:
        file.write(text)


def rewrite(path: Path, text: str) -> None:
    """Replace a file of ours in one step; without success, it stays as it is."""
    temporary = path.with_suffix(f".{os.getpid()}{path.suffix}.building")
    with contextlib.suppress(OSError):
        temporary.unlink(missing_ok=True)
        try:
            _write_new(temporary, text)
            temporary.replace(path)
        except OSError:
            temporary.unlink(missing_ok=True)  # a full disk has room for no half file


def journal_of(index: Path) -> Path:
    """The journal files that SQLite leaves if a writer is killed; they would corrupt a different index."""
    return index.with_name(index.name + "-journal")


def _state(path: Path) -> str:
    found = path.stat()
    return f"{found.st_size} {found.st_mtime_ns} {found.st_ctime_ns} {found.st_ino}"


def _checksum(path: Path, blocks: Iterable[int] = range(_BLOCKS)) -> list[int]:
    """The checksums of some blocks of a file; any changed byte changes that of its block."""
    size = path.stat().st_size // _BLOCKS + 1
    with path.open("rb") as file:
        return [crc32(file.read(size)) for block in blocks if file.seek(block * size) >= 0]


def _key(names: list[str]) -> str:
    """The start of the name of an index of these files, whatever made it."""
    paths = "\0".join(str(Path(name).absolute()) for name in names)
    return digest(paths.encode("utf-8", "surrogateescape")).hex()


def has_index(folder: Path, names: list[str]) -> bool:
    """Whether there may be an index of these files, of any version of this program."""
    return any(folder.glob(f"{_key(names)}-*.stamp"))


class Place:
    """The index of some files, identified by their paths."""

    def __init__(self, folder: Path, names: list[str]) -> None:
        # Imported here, since the version depends on all fields: completion first asks whether there is an index.
        from timeline_cli.index.schema import VERSION

        key = f"{_key(names)}-{VERSION}"
        self.path = folder / f"{key}.sqlite"
        self._stamp = folder / f"{key}.stamp"
        self._sum = folder / f"{key}.sum"
        self._lock = folder / f"{key}.lock"

    def is_sound(self) -> bool:
        """Whether the index exists and is unchanged since it was closed."""
        try:
            if not is_ours(self.path) or not is_ours(self._stamp):
                return False
            return self._stamp.read_text("ascii", "replace").partition("\n")[0] == _state(self.path)
        except OSError:
            return False

    def noted(self) -> dict[str, list[int]]:
        """By path, the states in which files were found to match the index."""
        try:
            found = loads(self._stamp.read_text("ascii", "replace").partition("\n")[2])
        except (OSError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}

    def note(self, states: Mapping[str, Sequence[int]]) -> None:
        """Store these states next to the index's current stamp; a writer that changes the index changes the stamp."""
        with contextlib.suppress(OSError):
            mark = self._stamp.read_text("ascii").partition("\n")[0]
            rewrite(self._stamp, f"{mark}\n{dumps(states)}")

    def unseal(self) -> None:
        """Start changing the index; until it is sealed again, it is not valid."""
        self._stamp.unlink(missing_ok=True)

    def seal(self) -> None:
        """Record the state of the closed index."""
        self._stamp.unlink(missing_ok=True)
        _write_new(self._stamp, _state(self.path) + "\n")

    def measure(self) -> None:
        """Store the checksums of the index; only the writer may do that."""
        self._note_sums(_checksum(self.path), [0] * _BLOCKS, _state(self.path))

    def is_whole(self) -> bool:
        """Whether every byte of the index was as written when it was last compared, less than a day ago."""
        try:
            kept, ages, compared = loads(self._sum.read_text("ascii"))
            passed = time.time() - self._sum.stat().st_mtime
            due = sorted(range(_BLOCKS), key=ages.__getitem__)
            if compared == _state(self.path) and max(ages) + passed < _A_DAY:
                due = [block for block in due[-_AT_ONCE:] if ages[block] + passed > _A_DAY / 4]
            if due and _checksum(self.path, due) != [kept[block] for block in due]:
                return False
        except (OSError, ValueError, LookupError, TypeError):
            return False
        if due:
            ages = [0 if block in due else age + passed for block, age in enumerate(ages)]
            self._note_sums(kept, ages, _state(self.path))
        return True

    def doubt(self) -> None:
        """Make the next command compare the whole index with its checksums."""
        with contextlib.suppress(OSError, ValueError):
            kept, ages, _ = loads(self._sum.read_text("ascii"))
            self._note_sums(kept, ages, "")

    def _note_sums(self, kept: list[int], ages: list[float], compared: str) -> None:
        """Write the checksums, and how many seconds ago each block was compared, in which state of the index."""
        rewrite(self._sum, dumps([kept, ages, compared]))

    def tidy(self) -> None:
        """Remove leftovers of killed writers, and indexes unused for a long time."""
        now = time.time()
        for path in self.path.parent.iterdir():
            is_left_behind = path.suffix == ".building" and path.name.startswith(self.path.stem)
            with contextlib.suppress(OSError):
                if is_left_behind or (path.suffix in _SUFFIXES and now - path.stat().st_mtime > _KEPT_FOR):
                    path.unlink()
                    if path.suffix == ".stamp":
                        index = path.with_suffix(".sqlite")
                        index.unlink(missing_ok=True)
                        journal_of(index).unlink(missing_ok=True)

    def used(self) -> None:
        """Record, once a day, that the index was used."""
        with contextlib.suppress(OSError):
            if time.time() - self._stamp.stat().st_mtime > _A_DAY:
                for path in (self._stamp, self._lock):
                    os.utime(path)

    def discard(self) -> None:
        """Remove the index, so that the next command makes a new one."""
        for path in (self._stamp, self._sum, self.path, journal_of(self.path)):
            with contextlib.suppress(OSError):
                path.unlink(missing_ok=True)

    @contextlib.contextmanager
    def writing(self) -> Iterator[bool]:
        """The lock of the writer; False while another process writes."""
        with contextlib.ExitStack() as stack:
            try:
                stack.enter_context(lock(self._lock))
            except OSError:
                yield False
                return
            yield True
