"""Figures of a clause, as the text writes them."""

from __future__ import annotations

import pytest

from timeline_cli.drafting.figures import figures


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Acme agreed to buy Bolt for $2.3 billion in cash",
         {"metric": "price", "value": "2.3 billion", "unit": "USD"}),
        ("Acme has closed 61 of its 148 stores", {"metric": "stores", "value": "61", "unit": "stores"}),
        ("Acme will hire 300 compliance staff",
         {"metric": "compliance staff", "value": "300", "unit": "compliance staff"}),
        ("Acme offered 285 pence a share", {"metric": "pence", "value": "285", "unit": "pence"}),
        ("Acme stock fell 7.7 percent in Madrid", {"metric": "stock change", "value": "-7.7", "unit": "%"}),
        ("Acme raised its dividend by 10%", {"metric": "dividend change", "value": "10", "unit": "%"}),
    ],
)  # fmt: skip
def test_a_figure(text: str, figure: dict[str, str]) -> None:
    assert figures(text, [], 0) == [figure]
