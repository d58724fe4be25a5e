"""The pictures of the README and the page of the example are what the tool prints today."""

from __future__ import annotations

import html
import importlib.util
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SPEC = importlib.util.spec_from_file_location("pictures", ROOT / "docs" / "pictures.py")
assert SPEC is not None
assert SPEC.loader is not None
pictures = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(pictures)


def words(svg: str) -> str:
    """The text of a picture, without its drawing."""
    return " ".join(html.unescape(re.sub(r"<style>.*?</style>|<[^>]+>", " ", svg, flags=re.S)).split())


@pytest.mark.parametrize("name", pictures.PICTURES)
def test_a_picture_is_current(name: str) -> None:
    svg = (ROOT / "docs" / name).read_text(encoding="utf-8")
    assert words(svg) == words(pictures.picture(name)), "run: python docs/pictures.py"


def test_the_readme_shows_every_picture() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert set(re.findall(r"\(docs/(\w+\.svg)\)", readme)) == set(pictures.PICTURES)


def test_the_page_of_the_example_is_current() -> None:
    page = (ROOT / "docs" / pictures.PAGE).read_text(encoding="utf-8")
    assert page == pictures.printed(pictures.EXPORT), "run: python docs/pictures.py"


def test_a_picture_loads_nothing_from_another_host() -> None:
    for name in pictures.PICTURES:
        svg = (ROOT / "docs" / name).read_text(encoding="utf-8")
        assert set(re.findall(r"https?://[\w./-]+", svg)) <= {"http://www.w3.org/2000/svg", "https://www.textualize.io"}
