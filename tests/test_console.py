"""The terminal: links are for colour terminals alone, and lead nowhere but to the web and to mail."""

from __future__ import annotations

import io
from itertools import count

import pytest
from rich.color import Color
from rich.style import Style

from timeline_cli.console import THEME, Screen, linked, open_screen
from timeline_cli.event_types import COLOURS, TYPES


class Terminal(io.StringIO):
    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


def written(screen: Screen, url: str) -> str:
    screen.write([[("before ", ""), (linked("words", url), "title")]])
    stream = screen.stream
    assert isinstance(stream, io.StringIO)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("url", "target"),
    [
        ("https://example.com/a?b=c&d", "https://example.com/a?b=c&d"),
        ("HTTP://example.com", "HTTP://example.com"),
        ("mailto:desk@example.com", "mailto:desk@example.com"),
        ("https://example.com/실적 1", "https://example.com/%EC%8B%A4%EC%A0%81%201"),
        ("https://example.com/\x1b]0;pwned\x07", "https://example.com/%1B]0;pwned%07"),
        ("https://example.com/\ud800", "https://example.com/%3F"),
    ],
)
def test_a_link_is_printable_ascii(url: str, target: str) -> None:
    out = written(Screen(Terminal(), 80, colour=True, ascii=False, links=True), url)
    assert out == f"before \x1b]8;;{target}\x1b\\\x1b[1mwords\x1b[0m\x1b]8;;\x1b\\\n"


@pytest.mark.parametrize(
    "url", ["", "javascript:alert(1)", "file:///etc/passwd", "ssh://host", "https://" + "a" * 3000]
)
def test_what_no_terminal_should_be_led_to_is_no_link(url: str) -> None:
    assert "\x1b]8" not in written(Screen(Terminal(), 80, colour=True, ascii=False, links=True), url)


@pytest.mark.parametrize(
    ("stream", "color", "term", "expected"),
    [
        (Terminal(), "always", "xterm-256color", True),
        (Terminal(), "auto", "xterm-256color", True),
        (Terminal(), "never", "xterm-256color", False),
        (Terminal(), "always", "dumb", False),
        (Terminal(), "always", "linux", False),
        (io.StringIO(), "always", "xterm-256color", False),
    ],
)
def test_links_are_for_colour_terminals_alone(
    stream: io.StringIO, color: str, term: str, expected: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", term)
    for name in ("NO_COLOR", "FORCE_COLOR", "CLICOLOR", "CLICOLOR_FORCE"):
        monkeypatch.delenv(name, raising=False)
    assert ("\x1b]8" in written(open_screen(stream, color), "https://example.com")) == expected


def test_space_before_words_and_plain_words_have_no_style() -> None:
    screen = Screen(io.StringIO(), 80, colour=True, ascii=False)
    assert screen.render([("  ", "rule"), ("  a b", "title"), (" c", "")]) == "    \x1b[1ma b\x1b[0m c"
    assert Screen(io.StringIO(), 80, colour=False, ascii=False).render([("  a", "title"), (" ", "")]) == "  a"


def test_text_that_leads_somewhere_is_cleaned_like_any_other() -> None:
    screen = Screen(Terminal(), 80, colour=True, ascii=False, links=True)
    screen.write([[(linked("a\x1b[31mb", "https://example.com"), "")]])
    assert "a␛[31mb" in screen.stream.getvalue()  # type: ignore[attr-defined]


@pytest.mark.parametrize(("term", "stream", "expected"), [("dumb", Terminal(), True), ("xterm", Terminal(), False)])
def test_a_dumb_terminal_gets_no_boxes(
    term: str, stream: io.StringIO, expected: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", term)
    assert open_screen(stream).ascii == expected


def test_what_heads_a_paged_answer_is_its_first_line(monkeypatch: pytest.MonkeyPatch) -> None:
    paged: list[str] = []
    monkeypatch.setattr("timeline_cli.pager.page", lambda texts, *_: paged.extend(texts) or True)
    screen = Screen(Terminal(), 80, colour=False, ascii=False, pager=("less",))
    screen.page([[("answer", "")]] * 100, [[("how it was read", "dim")]])
    # The first screen is one piece.
    assert paged[:2] == ["how it was read\n" + "answer\n" * 24, "answer\n"]
    assert len(paged) == 77
    screen.page([[("short", "")]], [[("how it was read", "dim")]])
    assert screen.stream.getvalue() == "short\n"  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("before", "opens_at"),
    [(10, 0), (22, 0), (100, 2 + 100 - 24 // 4), (20_000, 0)],  # on the first screen, later, and too far to wait for
)
def test_a_pager_opens_near_today(before: int, opens_at: int, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[int] = []
    monkeypatch.setattr("timeline_cli.pager.page", lambda texts, pager, encoding, line: opened.append(line) or True)
    lines = [[("event", "")]] * before + [[("Today", "today")]] + [[("event", "")]] * 30
    Screen(Terminal(), 80, colour=False, ascii=False, pager=("less",)).page(lines, [[("read", "dim")]], "today")
    assert opened == [max(opens_at, 0)]


def test_the_first_screen_waits_for_no_line_to_open_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("timeline_cli.pager.page", lambda *_: True)
    lines = ([(f"line {number}", "")] for number in count())
    Screen(Terminal(), 80, colour=False, ascii=False, pager=("less",)).page(lines)
    assert next(lines) == [("line 24", "")]


# Black, white, and the two of Solarized.
BACKGROUNDS = ("#000000", "#ffffff", "#002b36", "#fdf6e3")
TEXT = {"heading", "today", "title", "mark", "white", "error", "warning", "hint", "place", "label", ""}


def luminance(color: str) -> float:
    """As WCAG defines it."""
    parts = [part / 255 for part in Color.parse(color).get_truecolor()]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(number: int, background: str) -> float:
    dark, light = sorted((luminance(f"color({number})"), luminance(background)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("style", [*THEME, *COLOURS])
def test_every_style_can_be_read_on_every_background(style: str) -> None:
    """Text is in the terminal's own colour; what is dim, and signs, have the contrast of 3 that WCAG asks of them."""
    index = COLOURS.get(style)
    found = Style.parse(THEME.get(style) or (f"color({index})" if index else "none"))
    assert not found.dim  # terminals differ in how far they fade
    if style in TEXT:
        assert found.color is None
    if found.color is not None:
        assert found.color.number is not None
        assert found.color.number >= 16  # others depend on the palette
        assert min(contrast(found.color.number, background) for background in BACKGROUNDS) >= 3


@pytest.mark.parametrize("colour", sorted({row.colour for row in TYPES.values()}))
def test_signs_of_types_have_the_contrast_of_text_on_black_and_white(colour: str) -> None:
    number = COLOURS[colour]
    assert number is not None
    assert [round(contrast(number, background), 1) >= 4.5 for background in BACKGROUNDS[:2]] == [True, True]


def test_a_link_is_looked_up_only_where_it_is_shown() -> None:
    looked_up: list[str] = []

    def url() -> str:
        looked_up.append("once")
        return "https://example.com"

    line = [(linked("Title", url), "title")]
    assert Screen(io.StringIO(), 80, colour=False, ascii=False, links=True).render(line) == "Title"
    assert not looked_up
    assert "https://example.com" in Screen(io.StringIO(), 80, colour=True, ascii=False, links=True).render(line)
    assert looked_up == ["once"]
