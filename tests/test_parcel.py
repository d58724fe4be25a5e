"""What is released: one version, the types, and links that lead somewhere on the package page."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

import timeline_cli

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_newest_release_of_the_changelog_is_this_version() -> None:
    releases = re.findall(r"^## \[(\d[^]]*)\] - \d{4}-\d\d-\d\d$", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.M)
    assert releases[0] == timeline_cli.__version__


def test_the_package_is_typed() -> None:
    assert (Path(timeline_cli.__file__).parent / "py.typed").is_file()


@pytest.mark.parametrize("target", re.findall(r"\]\((?!https?:)([^)]+)\)", README))
def test_a_link_of_the_readme_leads_to_a_file_of_the_sdist(target: str) -> None:
    assert (ROOT / target).is_file()
    included = PROJECT["tool"]["hatch"]["build"]["targets"]["sdist"]["include"]
    assert any(f"/{target}".startswith(one) for one in included)


def test_every_link_of_the_package_page_is_absolute() -> None:
    page = README
    for one in PROJECT["tool"]["hatch"]["metadata"]["hooks"]["fancy-pypi-readme"]["substitutions"]:
        page = re.sub(one["pattern"], one["replacement"], page)
    links = re.findall(r"(!?)\[[^]]*\]\(([^)]+)\)", page)
    assert len(links) == len(re.findall(r"\]\(", README))
    for is_picture, address in links:
        assert address.startswith("https://raw.githubusercontent.com/" if is_picture else "https://")


def test_every_dependency_is_imported() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "timeline_cli").rglob("*.py"))
    for requirement in PROJECT["project"]["dependencies"]:
        name = re.match(r"[\w-]+", requirement)[0]  # type: ignore[index]
        module = {"python-dateutil": "dateutil", "pyyaml": "yaml"}.get(name, name)
        assert name == "tzdata" or re.search(rf"^ *(?:import|from) {module}\b", code, re.M), name
