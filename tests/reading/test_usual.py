"""The law that an item is recognised only if the reader reads it the same way, without an error."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from timeline_cli.fields.context import Context
from timeline_cli.nodes import Problems
from timeline_cli.query.words import words_of
from timeline_cli.reading.file import EventFile
from timeline_cli.reading.items import read_items
from timeline_cli.reading.load import Opener
from timeline_cli.reading.split import Text
from timeline_cli.reading.usual import Usual

HEAD = """\
companies:
  Samsung Electronics: {aliases: [Samsung, 삼성전자, SEC], fiscal_year_end: 3}
  Xiaomi: {aliases: [小米]}
people: {Lee Jae-yong: {aliases: [Jay Y. Lee]}}
places: {Beijing: {tz: Asia/Shanghai, aliases: [Peking]}}
types: {takeover-bid: {parent: deal}}
sources: {herald: {publisher: Herald, quote: hidden words}}
events:
"""

# Values that people write, by key: usual ones, and some that are not.
VALUES = {
    "id": ["visit", "event-12", "a.b_c", "null", "1", "visit@2", "a@b", "x y", "'q'", "no:pe", "Ünï"],
    "date": ["2025-03-22", "2025-03", "2025", "2006/..", "/..", "[..2025-03-24]", "2025-03-22?/", "2025-Q1", "201X",
             "2025-02-30", "FY2025-Q1", "2025-03-22T10:00", "'2025'", "2025/2024", "[2025, 2026]", "2025-13", "~",
             "22 March 2025", "2025-W12", "2025~", "%", "0000", "1999/2000-01"],
    "title": ["A visit", "Quarterly results of Acme, number 7", "'It is: so'", '"Said \\"no\\""', "null", "' '",
              '\xa0', "It's 5:30", '"a \\q b"', "C# and F#", "ranks #2", "a: b", "https://x.de:", "Été à Paris",
              "小米 opens", "- x", "[a]", "''", "Nullify it", 'a\tb', "100%", "x:", '"\u2003"', "R & D * 2", "@home",
              "-5", "(new) deal", "~"],
    "type": ["forum", "takeover-bid", "undeclared-type", "null", "'deal'", "deal ", "De al"],
    "status": ["occurred", "Occurred", "scheduled", "null", "reported"],
    "certainty": ["reported", "rumored", "'reported'", "confirmed # sure"],
    "companies": ["[Samsung, {name: Xiaomi, role: host}]", "Samsung",
                  "\n  - name: Samsung\n    role: host\n  - Acme", "[SEC]", "[小米, 'A, B']", "[Acme, Inc.]",
                  "[null]", "[{name: A}, {role: b, name: C}]", "[{role: b}]", "[{name: A, name: B}]",
                  "[{name: null}]", "[]", "\n  - Samsung\n  - {name: Xiaomi, role: guest}", "\n    - A\n    - B",
                  "\n  - A\n    - B", "[a: b]", "[A , B]", "[A,B]", "[A, B,]", "{name: A}", '[{"name": A}]',
                  "[A?, B]", "[{name: A, rule: b}]", "\n  - {name: '}, name: x'}", "[{name: 'role: x'}, role]",
                  "\n  - role: host\n  - A", "\n  - name: A\n    name: B", "\n  - name: A\n    rule: x",
                  "[{name: ''}]"],
    "people": ["[Jay Y. Lee]", "[CEO Ada Byron]", "Ada Byron", '[\'Ada\', "Byron"]', "[Ada\n    Byron]"],
    "place": ["Beijing", "Peking", "'Xi''an'", "Xi'an", "[a, b]", "null", "Xi an # west"],
    "tags": ["[ev, chips]", "ev", "[tag:1, a/b]", "[NO, 1.5]", "[a, a]", "\n  - ev\n  - 5g", "[ev; chips]",
             "[ev chips]", "[*a]", "[&a b]", "[!t b]", '[""]', "[' ']"],
    "summary": ["Some plain words.", "|\n    Two lines\n    of: text # here\n\n    and more",
                ">-\n    folded\n      more", "plain\n    and its second line", "plain\n   - x: y",
                "|\n     deep\n    less", "|\n\n    late", "|2\n    x", "'two\n    lines'",
                "plain\n    with: colon", "plain\n    # comment\n    more", "|\n    a\n   b", "|\n  x",
                "plain\n\n    after a blank line", "|+\n    kept\n\n", "plain\n    'quoted'", '|\n    tab\tin'],
    "figures": ["\n  - {metric: sales, value: 5, unit: USD, period: 2025}",
                "\n  - metric: sales, in all\n    value: 5 million\n    unit: '%'",
                "[{metric: a, value: about 5 billion}]",
                "\n  - {metric: 'a, b', value: -1.5 million, kind: target, previous: 7}", "[{metric: a}]",
                "{EV: 5 cars}", "[{metric: a, value: 5, value: 6}]", "[{metric: a, value: 1,000}]", "[{value: 5}]",
                "[{metric: a, value: x}]", "[{metric: a, value: 5, period: FY2025}]",
                "[{metric: a, value: 5, period: 2025-02-30}]", "[{unit: 'metric: x', value: 5}]",
                "[{metric: a, value: 5, unit: '}, unit: x'}]", "[{metric: a, value: 5 to 4}]",
                "[{metric: a, value: 5, kind: guess}]", "[{metric: a, value: 5, units: x}]",
                "[{metric: a, value: 5, change: up 5%}]", "[{metric: null, value: 5}]",
                "[{metric: a, value: " + 70 * "9" + "}]",
                "[{metric: a, value: 5, company: SEC, period: 2024-12-31}]", "\n  - metric: a\n    value: 5",
                "\n  - value: 5\n  - metric: a", "\n  - metric: a\n    value: 5\n    value: 6",
                "\n  - unit: a\n   value: 5", "\n  - unit: 'metric: x'\n    value: 5",
                "[{unit: ' metric: x', value: 5}]", "[{metric: a, value: 5, unit: b, change: '}', unit: x}]"],
    "sources": ["\n  - {url: 'https://example.com/a?b#c', published: 2025-03-22, quote: q}",
                '\n  - ref: herald\n    quote: "They said, so it is: yes"\n  - herald',
                "[https://example.com:80/x]", "[https://example.com:]", "https://example.com/a,b",
                "https://example.com", "[herald]", "herald", "[{url: example.com}]", "[{url: https://a b}]",
                "[{url: https://a.de, published: 2025-02-30}]", "[nowhere]", "[{ref: herald}]",
                "[{url: 'https://a.de', url: 'https://b.de'}]", "[{url: 'https://a\xa0b'}]",
                "\n  - https://example.com/x#y\n  - {publisher: P, title: 'T: U'}",
                "[{url: https://example.com:, quote: q}]", "[{published: 2024-02-29}]", "[{published: 2025-06-31}]",
                "[{quote: a #b}]", "[{quote: }]", "[{}]", "\n  - ref: nowhere\n    quote: x",
                "\n  - url: https://example.com\n    quote: a\n     b: c",
                "\n  - {ref: herald, publisher: P}\n  - herald2", "\n  - quote: x\n    ref: herald\n    quote: y",
                "[herald, https://a.de]", "\n  - url: https://a.de # note"],
    "part_of": ["visit", "[a, b]"],
    "known": ["2025-03"],
    "x-desk": ["asia"],
    "was": ["\n  - {date: 2024, known: 2024}"],
    "companys": ["A"],
    "start": ["2025-01-01"],
    "fiscal_of": ["SEC"],
}  # fmt: skip
USUAL = (
    "date",
    "title",
    "id",
    "type",
    "companies",
    "tags",
    "summary",
    "figures",
    "sources",
    "people",
    "place",
    "status",
)
PIECES = [
    *(
        "\0",
        "\t",
        "\x7f",
        "\x85",
        "\x9b",
        "\u2028",
        "\ufeff",
        "\ufdd0",
        "\uffff",
        "\u05ff",
        "\u00a0",
        "\u3000",
        "é",
        "🚀",
    ),
    *(
        "#",
        " #",
        " # x",
        ":",
        ": ",
        " :",
        ",",
        ", ",
        "'",
        '"',
        "''",
        "\\",
        "&a ",
        "*a",
        "!t ",
        "!",
        "|",
        ">",
        "%",
        "@",
        "`",
    ),
    *("- ", "-", "? ", "?", "[", "]", "{", "}", "<<: ", "<<: *a", "~", "null", "NULL", "=", "..", "...", "---", "--- "),
    *("\n", "\r", "\r\n", "\n\n", "\n  ", "\n    ", "\n   ", "\n- ", "\n  - ", "\n# note", "\n  # note", " ", "  "),
    *("\n  title: x", "\n  date: 2020", "\n  id: y", "\n<<<<<<< HEAD", "\n=======", "\n---\n", "\n...\n", "    "),
    *("x" * 1100, "9" * 70),
]


def item(rng: random.Random) -> str:
    """An item with random keys and values, as a person or a careless one writes it."""
    keys = ["date", "title", *(key for key in USUAL[2:] if rng.random() < 0.4)]
    if rng.random() < 0.15:
        keys.append(rng.choice(list(VALUES)))
    if rng.random() < 0.3:
        rng.shuffle(keys)
    pairs = [(key, rng.choice(VALUES[key][: 2 if rng.random() < 0.9 else None])) for key in keys]
    lines = [f"{key}:{'' if value[0] == chr(10) else ' '}{value}" for key, value in pairs]
    return "- " + "\n  ".join(lines) + rng.choice(["\n", "\n", "\n", "", "\n\n", "\n  # note\n", "\n# note: x\n"])


def mutated(rng: random.Random, text: str) -> str:
    """The text with a few small changes, as slips and pasting make them."""
    for _ in range(rng.choice([0, 1, 1, 1, 2])):
        at = rng.randrange(len(text) + 1)
        if rng.random() < 0.3:  # at a border of a value
            borders = [place for place, char in enumerate(text) if char in ":\n,{}[]'\""]
            at = rng.choice(borders or [at]) + rng.randrange(3)
        other, lines = item(rng), text.split("\n")
        start, change = rng.randrange(len(other)), rng.random()
        if change < 0.4:
            text = text[:at] + rng.choice(PIECES) + text[at + rng.choice([0, 0, 0, 1, 2]) :]
        elif change < 0.6:
            text = text[:at] + text[at + rng.randrange(1, 4) :]
        elif change < 0.8:
            text = text[:at] + other[start : start + rng.randrange(30)] + text[at:]
        elif change < 0.9:
            text = "\n".join([*lines[: at % len(lines)], rng.choice(other.split("\n")), *lines[at % len(lines) :]])
        else:
            text = text.replace("\n", "\r\n") if change < 0.95 else "\n".join(rng.sample(lines, len(lines)))
    return text


def check(data: bytes, context: Context, usual: Usual) -> bool:
    """Whether an item is recognised; then the reader reads it the same way."""
    text = Text.of(7, data)
    event = usual.event(text)
    if event is None:
        return False
    read = read_items([text], 0, {}, context)[0]
    assert not any(problem.is_error for problem in read.problems), data
    whole = read.event
    assert whole is not None, data
    for name in ("id", "date", "title", "has_own_id", "file", "line"):
        assert getattr(event, name) == getattr(whole, name), data
    for key, kind in (("type", "type"), ("companies", "company"), ("tags", "tag"), ("place", "place")):
        usual.texts[7] = text
        assert usual.names(key, 7) == set(words_of(kind)(whole)) <= usual.names(key), data
    assert not (whole.part_of or whole.follows or whole.supersedes or whole.related or whole.was or whole.extra), data
    return True


def check_many(seed: int | None, count: int, folder: Path) -> int:
    """How many of some random items are recognised."""
    path, rng = folder / "events.yaml", random.Random(seed)
    path.write_text(HEAD + "- {date: 2025, title: x}\n", encoding="utf-8")
    context = Context(Problems("file"), Opener([str(path)]).open().registries)
    usual = Usual(EventFile("file", None, context.problems), context)
    return sum(check(mutated(rng, item(rng)).encode(), context, usual) for _ in range(count))


@pytest.mark.parametrize("seed", range(3))
def test_what_is_recognised_is_read_the_same_way(tmp_path: Path, seed: int) -> None:
    assert 50 < check_many(seed, 400, tmp_path) < 390


@pytest.mark.slow
def test_much_that_is_recognised_is_read_the_same_way(tmp_path: Path) -> None:
    assert check_many(None, 20_000, tmp_path)
