"""The law that an item read without the YAML parser is what the parser gives."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest

from tests.reading.test_usual import HEAD, item, mutated
from timeline_cli.fields.context import Context
from timeline_cli.model import Registries
from timeline_cli.nodes import Problems
from timeline_cli.reading import file
from timeline_cli.reading.items import Item, read_items
from timeline_cli.reading.load import Opener
from timeline_cli.reading.quick import Quick
from timeline_cli.reading.split import Text


def read_quickly(seed: int | None, count: int, folder: Path, indent: int = 0, at_once: int = 1) -> int:
    """How many of some random items are read without the parser, and the same way as by the parser.

    Of `at_once`, some are repeated, since what is read in one item is kept for the others.
    """
    path, rng, found = folder / "events.yaml", random.Random(seed), 0
    path.write_text(HEAD + "- {date: 2025, title: x}\n", encoding="utf-8")
    registries = Opener([str(path)]).open().registries
    fast, slow = (Context(Problems("file"), registries) for _ in range(2))
    reader = Quick(indent, fast)
    for _ in range(0, count, at_once):
        listed = [mutated(rng, item(rng)).splitlines(keepends=True) for _ in range(at_once)]
        listed += rng.choices(listed, k=at_once // 4)
        texts = [Text.of(7, "".join(" " * indent + line for line in lines).encode()) for lines in listed]
        for text, read in zip(texts, reader.read(texts), strict=True):
            if read is not None:
                assert read == read_items([text], indent, {}, slow)[0], text.data
                found += 1
    return found


@pytest.mark.parametrize(("seed", "indent", "at_once"), [(0, 0, 1), (1, 0, 40), (2, 2, 1), (3, 2, 200)])
def test_what_is_read_quickly_is_read_the_same_way(tmp_path: Path, seed: int, indent: int, at_once: int) -> None:
    assert 30 < read_quickly(seed, 400, tmp_path, indent, at_once) < 390


def test_items_read_together_have_their_own_values_and_problems() -> None:
    usual = "- date: {}\n  title: {}\n  type: deal\n  companies: [{}]\n"
    rows = [
        ("2024-03/2024-09", "a", "A Company, B Company"), ("2024-13", "b", "A Company"),
        ("2024-03/2024-09", "a", "A Company, B Company"), ("2024", "'  '", "B Company"), ("2024", "c", "Acme, Inc."),
        ("2024", "d", "A Company, A Company"), ("2024", "c", "Acme Company, {name: Inc., role: host}"),
    ]  # fmt: skip
    texts = [Text.of(7, usual.format(*row).encode()) for row in rows]
    quick = Quick(0, Context(Problems("file"), Registries())).read(texts)
    parsed = [read_items([text], 0, {}, Context(Problems("file"), Registries()))[0] for text in texts]
    assert [item is not None for item in quick] == [True, False, True, False, False, False, True]
    assert all(item in (None, other) for item, other in zip(quick, parsed, strict=True))
    assert [len(item.problems) for item in quick if item is not None] == [1, 1, 0]


@pytest.mark.parametrize(
    "figures",
    [
        "\n  - {{metric: sales, value: {}, unit: USD, period: 2024}}", "\n  - metric: sales\n    value: {}",
        " [{{value: about 5, metric: 'see value: {}, b'}}]", " [{{metric: a, value: about 5}}]\n  # value: {}",
        " [{{metric: a, value: {}}}, {{metric: b, value: 7}}]", " [{{metric: a, value: {}.50}}]",
        " [{{metric: a, value: {} million, previous: 7}}]", " [{{value: {}, metric: value}}]",
        "\n  - {{metric: a, value: {}, }}", " [{{metric: a, value: 5, previous: {}, }}, ]",
    ],
)  # fmt: skip
def test_figures_that_differ_in_their_number_have_their_own(tmp_path: Path, figures: str) -> None:
    path = tmp_path / "events.yaml"
    path.write_text(HEAD + "- {date: 2025, title: x}\n", encoding="utf-8")
    registries = Opener([str(path)]).open().registries
    usual = "- date: 2025\n  title: x\n  companies: [{}]\n  figures:{}\n"
    companies = ("Samsung", "Xiaomi", "Samsung", "Acme Company", "Samsung")
    numbers = ("5", "1234567890", "007", "5", str(10**17))
    texts = [
        Text.of(7, usual.format(*row, figures.format(number)).encode())
        for *row, number in zip(companies, numbers, strict=True)
    ]
    quick = Quick(0, Context(Problems("file"), registries)).read(texts)
    parsed = [read_items([text], 0, {}, Context(Problems("file"), registries))[0] for text in texts]
    assert any(quick)
    assert all(item in (None, other) for item, other in zip(quick, parsed, strict=True))


def test_a_name_in_quotes_is_not_taken_for_the_same_name_without_them() -> None:
    context, found = Context(Problems("file"), Registries()), []
    for name in ("'Ada Byron; Grace Example'", "Ada Byron; Grace Example"):
        text = Text.of(7, f"- {{date: 2024, title: x, people: [{name}]}}\n".encode())
        found.append([one.code for one in read_items([text], 0, {}, context)[0].problems])
    assert found == [[], ["W204"]]


@pytest.mark.parametrize("indent", [0, 2])
def test_a_long_date_of_a_moment_needs_no_parser(indent: int) -> None:
    lines = [
        "- id: a",
        "  companies:",
        "  - Acme",
        "  # note",
        "  tags: [x]",
        "  date: 2024-03/2024-09",
        "  title: x",
        "  type: deal",
    ]
    text, found = Text.of(7, "".join(f"{' ' * indent}{line}\n" for line in lines).encode()), []
    for read in (
        lambda context: Quick(indent, context).read([text])[0],
        lambda context: read_items([text], indent, {}, context)[0],
    ):
        found.append(read(Context(Problems("file"), Registries())))
    assert found[0] == found[1]
    assert [(one.code, one.location[1:]) for one in found[0].problems] == [("W101", (5, indent + 9, 15))]


def test_items_that_are_not_usual_are_read_by_the_parser_between_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rng, path = random.Random(5), tmp_path / "events.yaml"
    usual = "- id: e{}\n  date: 2024-01-05\n  title: Talk {}\n  tags: [a, b]\n"
    listed = [usual.format(n, n) if rng.random() < 0.8 else mutated(rng, item(rng)) for n in range(900)]
    path.write_text(HEAD + "".join(text.rstrip("\n") + "\n" for text in listed), encoding="utf-8")

    parsed: list[Text] = []

    def counted(texts: list[Text], **others: Any) -> list[Item]:
        parsed.extend(texts)
        return read_items(texts, **others)

    def read() -> list[Item]:
        opened = Opener([str(path)]).open()
        return list(opened.files[0].items(opened.context()))

    monkeypatch.setattr(file, "read_items", counted)
    quickly = read()
    assert len(parsed) < len(quickly) * 0.7
    monkeypatch.setattr(file, "_PARSED", 1 << 40)
    assert quickly == read()
