"""Patterns stored between drafts: the same as compiled ones, and never trusted in doubt."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from json import dumps, loads
from pathlib import Path

import pytest

from timeline_cli.drafting import kept_patterns as kept
from timeline_cli.drafting.kept_patterns import kept_patterns

PATTERNS = (
    (r"\b(?:opened|shut) (?P<what>the \w+)(?: in (?P<where>[A-ZÀ-ſ]\w+))?", 0),
    (r"(?<!\d)(?i:acme)\s[^,.;]{2,40}?(?=,|$)", re.MULTILINE),
    (r"^(?P<day>\d\d?) (?:January|février)|[$€£]\d", re.IGNORECASE),
)
NAME = f"python-{sys.implementation.cache_tag}.patterns"
ARTICLE = "Zyxwacme opened a plant in Qwertyville on Monday, said Bvcxz Poiuy, its chief executive.\n"


def compiled() -> list[re.Pattern[str]]:
    re.purge()  # it keeps some in memory
    with kept_patterns():
        return [re.compile(pattern, flags) for pattern, flags in PATTERNS]


def stored(cache: Path) -> list[set[str]]:
    """The keys of what is stored of modules, and of functions."""
    return [{*each} for each in loads((cache / NAME).read_text().partition("\n")[2])]


def _refused(*_: object) -> None:
    raise AssertionError("compiled again")


def test_a_stored_pattern_is_the_compiled_one(monkeypatch: pytest.MonkeyPatch) -> None:
    usual = [re.compile(pattern, flags) for pattern, flags in PATTERNS]
    assert compiled() == usual  # compares pattern, flags and code
    monkeypatch.setattr(kept, "_row", _refused)
    again = compiled()
    assert again == usual
    assert [each.groupindex for each in again] == [each.groupindex for each in usual]
    found = again[0].search("Acme opened the mill in Łódź and the shop in Étaples")
    assert found is not None and found.groupdict() == {"what": "the mill", "where": "Łódź"}


def _damage(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data[:-40] + bytes([data[-40] ^ 1]) + data[-39:])


@pytest.mark.parametrize("spoil", [
    _damage,
    lambda path: path.write_bytes(b""),
    lambda path: path.write_bytes(b"\xff\x00"),
    lambda path: path.write_text("[]\n{}"),
    lambda path: path.chmod(0o622),
    lambda path: (path.unlink(), path.mkdir()),
    lambda path: (path.rename(path.with_name("elsewhere")), path.symlink_to(path.with_name("elsewhere"))),
])  # fmt: skip
def test_a_file_that_is_not_ours_or_not_whole_is_not_used(
    cache: Path, spoil: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = compiled()
    spoil(cache / NAME)  # type: ignore[operator]
    made: list[str] = []
    row = kept._row

    def noted(pattern: str, flags: int) -> kept.Row:
        made.append(pattern)
        return row(pattern, flags)

    monkeypatch.setattr(kept, "_row", noted)
    assert compiled() == usual
    assert made == [pattern for pattern, _ in PATTERNS]


def test_it_is_of_one_python(monkeypatch: pytest.MonkeyPatch, cache: Path) -> None:
    usual, before = compiled(), (cache / NAME).read_bytes()
    monkeypatch.setattr(sys, "version", "4.0")
    assert compiled() == usual
    assert (cache / NAME).read_bytes() != before


def test_patterns_are_compiled_as_usual_where_python_refuses(monkeypatch: pytest.MonkeyPatch, cache: Path) -> None:
    def missing(*_: object) -> None:
        raise AttributeError("re has no _code any more")

    usual = [re.compile(pattern, flags) for pattern, flags in PATTERNS]
    monkeypatch.setattr(kept, "_row", missing)
    assert compiled() == usual
    assert not (cache / NAME).exists()


def test_patterns_are_compiled_as_usual_where_python_has_no_such_module(
    monkeypatch: pytest.MonkeyPatch, cache: Path
) -> None:
    usual = re.compile
    monkeypatch.delattr("re._compiler")
    with kept_patterns() as patterns:
        patterns.have_loaded()
        assert re.compile is usual
    assert not (cache / NAME).exists()


def test_a_row_that_python_refuses_is_dropped(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usual = compiled()
    with monkeypatch.context() as patch:
        patch.setattr(kept, "_row", lambda *_: (0, "!", []))
        (cache / NAME).unlink()
        body = dumps([{f"{int(flags)} {pattern}": [0, "!", []] for pattern, flags in PATTERNS}, {}])
        (cache / NAME).write_text(f"{kept._mark(body)}\n{body}")
        (cache / NAME).chmod(0o600)
        assert compiled() == usual
    assert stored(cache) == [set(), set()]
    assert compiled() == usual
    assert len(stored(cache)[0]) == len(PATTERNS)


def test_bytes_are_compiled_as_usual(cache: Path) -> None:
    with kept_patterns():
        assert re.compile(rb"a+") == re.compile(rb"a+", 0)
    assert not (cache / NAME).exists()


def test_a_full_disk_leaves_nothing_behind(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path, text: str) -> None:
        path.write_text(text[:10])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("timeline_cli.index.place._write_new", full)
    compiled()
    assert [each.name for each in cache.iterdir() if each.is_file()] == []


def test_without_a_cache_folder_nothing_is_stored(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TIMELINE_CACHE_DIR", "")
    usual = re.compile
    with kept_patterns():
        assert re.compile is usual


def test_what_is_no_longer_wanted_is_dropped(cache: Path) -> None:
    compiled()
    with kept_patterns():
        re.compile("only this")
    assert stored(cache) == [{"0 only this"}, set()]


def _asked(word: str) -> None:
    re.purge()
    with kept_patterns() as patterns:
        re.compile("a module's")
        patterns.have_loaded()
        assert re.search("a constant's", "") is None
        assert [re.sub("another's", "", each) for each in "a"] == ["a"]
        assert re.search(rf"{word}'s", "") is None


def test_once_modules_have_loaded_only_constants_of_the_code_are_stored(cache: Path) -> None:
    _asked("Zyxwacme")
    assert stored(cache) == [{"0 a module's"}, {"0 a constant's", "0 another's"}]


def test_constants_stay_for_other_articles_while_the_code_is_the_same(cache: Path) -> None:
    _asked("Zyxwacme")
    before = (cache / NAME).read_bytes()
    re.purge()
    with kept_patterns() as patterns:
        re.compile("a module's")
        patterns.have_loaded()
    assert (cache / NAME).read_bytes() == before
    re.purge()
    with kept_patterns() as patterns:
        re.compile("a new module's")
        patterns.have_loaded()
    assert stored(cache) == [{"0 a new module's"}, set()]


def test_after_an_error_python_compiles_again(cache: Path) -> None:
    usual = re.compile
    with pytest.raises(re.error), kept_patterns():
        re.compile("(")
    assert re.compile is usual
    assert not (cache / NAME).exists()


def test_a_draft_stores_its_modules_patterns_and_no_word_of_the_article(tmp_path: Path, cache: Path) -> None:
    (tmp_path / "article.txt").write_text(f"Zyxwacme opens a plant\n\n{ARTICLE}")
    command = [sys.executable, "-m", "timeline_cli", "draft", "--published", "2025-03-24", "article.txt"]
    environment = {**os.environ, "PYTHONPATH": str(Path(kept.__file__).parents[2])}

    def drafted() -> bytes:
        return subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, check=True).stdout

    first, stored = drafted(), (cache / NAME).read_bytes()
    assert b"Zyxwacme opened a plant" in first
    assert drafted() == first
    assert (cache / NAME).read_bytes() == stored  # the patterns of no module differ from run to run
    modules, functions = loads(stored.partition(b"\n")[2])
    rows = {**modules, **functions}
    assert len(rows) > 300
    for key, row in rows.items():
        flags, _, pattern = key.partition(" ")
        assert kept._made(pattern, *row) == re.compile(pattern, int(flags))
    assert not any(word in stored.decode() for word in ("Zyxw", "Qwerty", "Poiuy"))
