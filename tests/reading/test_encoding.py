"""A file that is not UTF-8: its line, and how it may be converted."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from timeline_cli.nodes import Problems
from timeline_cli.reading.content import open_content
from timeline_cli.reading.load import load

TEXTS = {
    "CP949": "삼성전자가 새 공장을 짓기로 했다",
    "SHIFT_JIS": "トヨタとホンダが新しい工場の建設を発表した",
    "EUC-JP": "トヨタとホンダが新しい工場の建設を発表した",
    "GB18030": "小米公司宣布与比亚迪达成战略合作协议，新产品将发布",
    "CP1252": "Société Générale kündigt für Österreich – “später” – an",
    "ISO-8859-1": "Société Générale kündigt für Österreich an: Übernahme",
    "UTF-16LE": "A meeting",
    "UTF-16BE": "A meeting",
    "UTF-32LE": "A meeting",
}


@pytest.mark.parametrize("encoding", TEXTS)
@pytest.mark.parametrize("above", [0, 3])
def test_the_hint_names_the_encoding_that_the_text_seems_to_have(encoding: str, above: int, tmp_path: Path) -> None:
    file = tmp_path / "my events.yaml"
    text = "events:\n" + "- {date: 2023, title: Plain}\n" * above + f"- date: 2024\n  title: {TEXTS[encoding]}\n"
    file.write_bytes(text.encode(encoding))
    [problem] = load((str(file),)).diagnostics
    known = "CP1252" if encoding == "ISO-8859-1" else encoding
    assert (
        f"it looks like {known}, so this may convert it: iconv -f {known} -t UTF-8 '{file}' > new.yaml"
        in problem.hint.text
    )
    assert not problem.hint.certain
    assert problem.location.line == (1 if encoding.startswith("UTF") else 3 + above)


@pytest.mark.parametrize("data", [b"\xff", b"\x80\x81\xfe\xff", b"events:\n- {date: 2024, title: \xc3\x28\x01\xf5}\n"])
def test_what_reads_like_no_language_is_not_guessed_at(data: bytes, tmp_path: Path) -> None:
    file = tmp_path / "events.yaml"
    file.write_bytes(data)
    [problem] = load((str(file),)).diagnostics
    assert problem.hint.text == "save the file as UTF-8 in your editor, or convert it with iconv -t UTF-8"


def test_a_few_nul_bytes_are_no_encoding(tmp_path: Path) -> None:
    file = tmp_path / "events.yaml"
    for data in (b"\0\xff\xfe binary \x01", b"a\0b: c\n", b"\0"):
        file.write_bytes(data)
        assert all("looks like" not in problem.message for problem in load((str(file),)).diagnostics)


def test_standard_input_is_not_saved_in_an_editor(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("- date: 2024\n  title: Café\n".encode("cp1252"))))
    problems = Problems("-")
    assert open_content("-", problems) is None
    assert problems.found[0].hint.text.endswith(": iconv -f CP1252 -t UTF-8 | timeline -f - check")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_a_known_file_has_the_same_content_without_being_read(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "events.yaml"
    path.write_bytes("events:\n- {date: 2024, title: Über uns}\n".encode(encoding))
    read, known = (open_content(str(path), Problems(""), known=known) for known in (False, True))
    assert read is not None and known is not None
    assert known.whole() == read.whole()
    assert list(known.blocks(3, len(known))) == list(read.blocks(3, len(read)))
    known.close()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_a_byte_order_mark_names_the_encoding(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "events.yaml"
    path.write_bytes("\ufeffevents:\n- {date: 2024, title: Über uns}\n- date: 24\n".encode(encoding))
    found = load((str(path),))
    assert [event.title for event in found.events] == ["Über uns"]
    assert {problem.location.line for problem in found.diagnostics} == {3}
