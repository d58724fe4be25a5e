"""Words to trees: precedence, quotes, dates among words, and errors that point at their place."""

from __future__ import annotations

from datetime import date

import pytest

from timeline_cli.errors import QueryFault
from timeline_cli.query.parser import parse
from timeline_cli.query.tree import And, Not, Or, Term, Tree

TODAY = date(2025, 3, 26)


def sketch(tree: Tree | None) -> object:
    """A tree as nested tuples, without places."""
    if isinstance(tree, Term):
        return f"{tree.field}:{'|'.join(tree.values)}"
    if isinstance(tree, Not):
        return ("not", sketch(tree.part))
    if isinstance(tree, And):
        return ("and", *map(sketch, tree.parts))
    if isinstance(tree, Or):
        return ("or", *map(sketch, tree.parts))
    return None


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ([], None),
        ([""], None),
        (["k"], ":k"),
        (["k", "b"], ("and", ":k", ":b")),
        (["k b"], ("and", ":k", ":b")),
        (["k", "and", "b"], ("and", ":k", ":b")),
        (["k", "or", "b", "c"], ("or", ":k", ("and", ":b", ":c"))),
        (["not", "k", "b"], ("and", ("not", ":k"), ":b")),
        (["not", "not", "k"], ("not", ("not", ":k"))),
        (["k", "(b", "or", "c)"], ("and", ":k", ("or", ":b", ":c"))),
        (["NOT k OR b"], ("or", ("not", ":k"), ":b")),
        (['"k b"'], "text:k b"),
        (["“k b” «c»"], ("and", "text:k b", "text:c")),
        (["type:forum,trip"], "type:forum|trip"),
        (['company:"Apple, Inc.",Samsung'], "company:Apple, Inc.|Samsung"),
        (["company:Samsung Group"], "company:Samsung Group"),
        (["company:Apple, Inc."], "company:Apple, Inc."),
        (["company:McDonald's Corp"], "company:McDonald's Corp"),
        (['company:"Samsung Group" trip'], ("and", "company:Samsung Group", ":trip")),
        (["known:this week"], "known:this week"),
        (["date:between 2024 and 2025"], "date:between 2024 and 2025"),
        (["type:k or type:b"], ("or", "type:k", "type:b")),
        (["Company:x"], "company:x"),
        (["x-desk:asia"], "x-desk:asia"),
        (["last", "quarter"], "date:last quarter"),
        (["company:samsung", "last", "quarter"], ("and", "company:samsung", "date:last quarter")),
        (["since", "2023", "until", "last", "month", "type:x"], ("and", "date:since 2023 until last month", "type:x")),
        (["visit", "22", "March", "2025", "factory"], ("and", ":visit", "date:22 March 2025", ":factory")),
        (["between", "2024", "and", "2025", "and", "x"], ("and", "date:between 2024 and 2025", ":x")),
        (["2024", "or", "2025"], "date:2024 or 2025"),
        (["k", "2024", "or", "b", "2025"], ("or", ("and", ":k", "date:2024"), ("and", ":b", "date:2025"))),
        (["date:2024", "to", "2025", "x"], ("and", "date:2024 to 2025", ":x")),
        (["known:March", "2025"], "known:March 2025"),
        (['date:"2024"', "to"], ("and", "date:2024", ":to")),
        (["date:2024", "x"], ("and", "date:2024", ":x")),
        (["type:x", "to", "2025"], ("and", "type:x", "date:to 2025")),
        (["last", "3", "months"], "date:last 3 months"),
        (["not", "YTD"], ("not", "date:YTD")),
        (["not", "2024"], ("not", "date:2024")),
        (["(2024", "x)"], ("and", "date:2024", ":x")),
        (['text:"Q1 2025"'], "text:Q1 2025"),
        (["March"], ":March"),
        (["10"], ":10"),
        (["삼성"], ":삼성"),
        (["it's"], ":it's"),
    ],
)
def test_trees(arguments: list[str], expected: object) -> None:
    assert sketch(parse(arguments, TODAY)) == expected


@pytest.mark.parametrize(
    ("arguments", "column", "words"),
    [
        (["type:x", "persn:lee"], 7, "persn"),
        (['type:x "open'], 7, "not closed"),
        (["k", "(b", "or", "c"], 2, "not closed"),
        (["k", ")"], 2, "never opened"),
        (["k", "or"], 2, "after it"),
        (["and", "k"], 0, "before it"),
        (["()"], 1, "parentheses are empty"),
        (["company:"], 0, "no value"),
        (["company:a,,b"], 0, "no value"),
        (['""'], 0, "no words"),
        (["x", "since", "fooday"], 2, "since"),
        (["last", "samsung"], 0, "last"),
        (["https://example.com"], 0, "https"),
        (["x-:a"], 0, "x-"),
        (["("] * 60, 100, "nested"),
        (["not"] * 60 + ["k"], 200, "nested"),
    ],
)
def test_errors_point_at_their_place(arguments: list[str], column: int, words: str) -> None:
    with pytest.raises(QueryFault) as caught:
        parse(arguments, TODAY)
    assert words in caught.value.message
    assert caught.value.column == column
    assert caught.value.hint.text


def test_any_words_are_a_tree_or_a_fault_with_a_hint() -> None:
    from hypothesis import given
    from hypothesis import strategies as st

    pieces = st.sampled_from(
        [
            "a",
            "since",
            "2025",
            "last",
            "week",
            "(",
            ")",
            "and",
            "or",
            "not",
            "type:x",
            '"',
            "company:",
            ",",
            "date:",
            "é",
            ":",
        ]
    ) | st.text(max_size=5)

    @given(st.lists(pieces, max_size=8))
    def law(words: list[str]) -> None:
        try:
            parse(words, TODAY)
        except QueryFault as fault:
            assert fault.message
            assert 0 <= fault.column <= len(fault.query)

    law()
