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
        ("Acme offered 285 pence a share", {"metric": "price", "value": "285", "unit": "pence"}),
        ("Acme stock fell 7.7 percent in Madrid", {"metric": "stock change", "value": "-7.7", "unit": "%"}),
        ("Acme raised its dividend by 10%", {"metric": "dividend change", "value": "10", "unit": "%"}),
        ("Acme raised its stake from 3 to 5 percent",
         {"metric": "stake", "value": "5", "previous": "3", "unit": "%"}),
        ("Sales rose 3% to €1.6bn", {"metric": "sales", "value": "1.6 billion", "unit": "EUR", "change": "3%"}),
        ("Acme raised more than $1.2bn", {"metric": "amount raised", "value": "over 1.2 billion", "unit": "USD"}),
        ("Its cloud segment grew 23 percent", {"metric": "cloud segment change", "value": "23", "unit": "%"}),
        ("The Kospi index slid 1.2%", {"metric": "Kospi index change", "value": "-1.2", "unit": "%"}),
        ("Acme opened nine stores", {"metric": "stores", "value": "9", "unit": "stores"}),
        ("Acme has ordered 30 Mistral 220 jets", {"metric": "jets", "value": "30", "unit": "jets"}),
        ("Acme's revenue amounted to 1.04 billion euros, up from 912 million",
         {"metric": "revenue", "value": "1.04 billion", "unit": "EUR", "previous": "912 million"}),
        ("Acme raised its guidance to 2.1 billion to 2.4 billion euros from 1.9 billion to 2.2 billion.",
         {"metric": "guidance", "value": "2.1 to 2.4 billion", "unit": "EUR", "previous": "1.9 to 2.2 billion",
          "kind": "guidance"}),
        ("Acme cut its forecast to 10-12% from 14-15%.",
         {"metric": "forecast", "value": "10 to 12", "unit": "%", "previous": "14 to 15", "kind": "guidance"}),
        ("Acme laid off 15% of its staff in Rome", {"metric": "staff", "value": "15", "unit": "%"}),
        ("Acme has guided for volume growth of 6-7 per cent, down from 9-10 per cent",
         {"metric": "volume change", "value": "6 to 7", "unit": "%", "previous": "9 to 10"}),
        ("Acme carried 5 million passengers, 18% more than in other years",
         {"metric": "passengers", "value": "5 million", "unit": "passengers", "change": "18%"}),
        ("Net sales rose 9% to SEK 1,200 million (1,100)",
         {"metric": "net sales", "value": "1200 million", "unit": "SEK", "previous": "1100 million", "change": "9%"}),
        ("Acme paid EUR 4.2 million ($4.6 million)",
         {"metric": "payment", "value": "4.2 million", "unit": "EUR",
          "converted": {"value": "4.6 million", "unit": "USD"}}),
        ("EPS of SEK 2.10", {"metric": "eps", "value": "2.10", "unit": "SEK"}),
        ("Acme closed down 4% in Seoul", {"metric": "share price change", "value": "-4", "unit": "%"}),
    ],
)  # fmt: skip
def test_a_figure(text: str, figure: dict[str, str]) -> None:
    assert figures(text, [], 0) == [figure]
