"""The picture of the lanes: real text in the places of the terminal's, and strokes drawn from the same signs."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., "tuple[int, str, str]"]
Write = Callable[..., str]

SVG = "{http://www.w3.org/2000/svg}"
EVENTS = """\
- {date: 2025-03-22, title: "A <b> & 'c' \\u202e 삼성", companies: [Acme], sources: [{url: "https://e.com/?a=1&b=<2>"}]}
- {date: 2025-05/.., title: "It goes on", companies: [Acme, Other]}
- {date: 2025-04, title: "Some time", companies: [Other]}
"""


def drawn(timeline: Run, path: str, *options: str) -> ET.Element:
    result = timeline("-f", path, "export", "svg", *options)
    assert result.code == 0
    return ET.fromstring(result.out)


def said(root: ET.Element) -> list[str]:
    return [element.text or "" for element in root.iter(f"{SVG}text")]


def test_every_word_of_the_lanes_is_text(timeline: Run, write: Write) -> None:
    path = write(EVENTS)
    root = drawn(timeline, path)
    shown = timeline("-f", path, "show", "--view", "lanes", "--width", "120").out
    strokes = re.compile("[━┄─┬╎├┤┥▶◀▼]")
    assert "".join("".join(said(root)).split()) == "".join(strokes.sub("", shown).split())
    assert len(root.findall(f".//{SVG}path")) == len(strokes.findall(shown))


def test_a_picture_does_not_say_what_to_type(timeline: Run, write: Write) -> None:
    many = "".join(f"- {{date: 2025-03-{day:02}, title: A{day}}}\n" for day in range(1, 29))
    path = write(many + "- {date: 1999, title: Old}\n- {date: 2000, title: Old too}\n")
    assert "closer: 2025-03" in timeline("-f", path, "show", "--view", "lanes", "--width", "120").out
    words = said(drawn(timeline, path))
    assert not any("closer" in word or "--all" in word for word in words)
    assert any("today" in word for word in words)  # the legend stays


def test_a_title_links_to_its_source(timeline: Run, write: Write) -> None:
    root = drawn(timeline, write(EVENTS))
    [link] = root.iter(f"{SVG}a")
    assert link.get("href") == "https://e.com/?a=1&b=<2>"
    [text] = link.iter(f"{SVG}text")
    assert text.text == "A <b> & 'c' 삼성"
    assert "CJK" in str(text.get("font-family"))


def test_nothing_is_loaded_or_run(timeline: Run) -> None:
    out = timeline("export", "svg").out
    assert not re.search(r"<script|<style|<image|@import|url\(|\son\w+=", out)


@pytest.mark.parametrize("size", ["1600x900", "400x3000", "3000x400"])
def test_a_picture_of_a_size_holds_all(size: str, timeline: Run) -> None:
    root = ET.fromstring(timeline("export", "svg", "--size", size).out)
    assert f"{root.get('width')}x{root.get('height')}" == size
    wide, high = map(float, str(root.get("viewBox")).split()[2:])
    assert wide / high == pytest.approx(int(size.split("x")[0]) / int(size.split("x")[1]), rel=0.01)
    assert all(float(text.get("y", 0)) < high - 16 for text in root.iter(f"{SVG}text"))


def _light(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_all_colours_can_be_read(theme: str, timeline: Run) -> None:
    root = ET.fromstring(timeline("export", "svg", "--theme", theme).out)
    paper = _light(str(root.find(f"{SVG}rect").get("fill")))  # type: ignore[union-attr]
    assert (paper < 0.5) == (theme == "dark")
    colours = {str(text.get("fill")) for text in root.iter(f"{SVG}text")}
    assert len(colours) == 6  # text, what is dim, and the signs of types
    for colour in colours:
        light, dark = sorted((paper, _light(colour)), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 4.5, colour


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--size", "big"], "write --size 1600x900"),
        (["--size", "99999x99999"], "each side takes 100 to 10000 pixels"),
        (["--size", "10x10"], "each side takes 100 to 10000 pixels"),
        (["--lane-by", "metric"], "company, person, type, place"),
        (["--theme", "blue"], "unknown value for --theme"),
        (["--font", "a.ttf"], "svg does not take --font"),
    ],
)
def test_what_is_refused(words: list[str], message: str, timeline: Run) -> None:
    result = timeline("export", "svg", *words)
    assert result.code == 2
    assert message in result.err


def test_lanes_by_something_else(timeline: Run) -> None:
    assert any(text.startswith("Lee Jae-yong ·") for text in said(ET.fromstring(timeline(
        "export", "svg", "--lane-by", "person").out)))  # fmt: skip


# PNG.

resvg = pytest.importorskip("resvg_py")


def size_of(path: Path) -> tuple[int, int]:
    data = path.read_bytes()
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    return int.from_bytes(data[16:20]), int.from_bytes(data[20:24])


def test_a_png_has_the_size_that_was_asked_for(timeline: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    assert timeline("export", "-o", str(path), "--size", "800x450").code == 0
    assert size_of(path) == (800, 450)
    assert timeline("export", "-o", str(path), "xiaomi").code == 0
    assert size_of(path)[0] == 2 * (120 * 8 + 32)


def test_a_script_that_no_font_has_is_reported(
    timeline: Run, write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def draw(svg_string: str, **_: object) -> bytes:
        """As with fonts without cuneiform: a picture of such a character is that of any other."""
        return re.sub("[\U00012000\U00012001\U0010fffd]", "?", svg_string).encode()

    monkeypatch.setattr(resvg, "svg_to_bytes", draw)
    path = write('- {date: 2025-03-22, title: "\U00012000\U00012001 and A"}')
    result = timeline("-f", path, "export", "-o", str(tmp_path / "a.png"))
    assert result.code == 0
    assert "2 characters of Cuneiform not drawn: no font has it; name one with --font FILE" in result.err
    assert "not drawn" not in timeline("export", "-o", str(tmp_path / "b.png")).err


def test_what_is_no_font_is_refused(timeline: Run, tmp_path: Path) -> None:
    for name in ("README.md", "nosuch.ttf", "pyproject.toml"):
        result = timeline("export", "-o", str(tmp_path / "a.png"), "--font", name)
        assert result.code == 2
        assert f"{name} is not a font" in result.err
