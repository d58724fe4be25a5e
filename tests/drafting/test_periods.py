"""What figures say beside their amount: kind, period, and a mark where the text does not say which.

The publication day is Saturday 14 November 2026.
"""

from __future__ import annotations

from datetime import date

import pytest

from timeline_cli.drafting.draft import draft
from timeline_cli.drafting.proposal import Draft
from timeline_cli.model import Registries

P = date(2026, 11, 14)


def drafted(text: str) -> list[Draft]:
    return draft(text, P, Registries())


def told(text: str) -> list[str]:
    """The figures of the first draft: metric, value, kind, period; ? if one lacks its period."""
    first = drafted(text)[0]
    keys = ("metric", "value", "kind", "period")
    return [" ".join(str(each[key]) for key in keys if key in each) for each in first.figures] + (
        ["?"] if "figures" in first.reviews else []
    )


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Acme reported third-quarter sales of 5 billion euros in October, beating analysts' consensus of 4.1 billion.",
         ["sales 5 billion 2026-Q3", "sales 4.1 billion consensus 2026-Q3"]),
        ("Acme's net profit was €9m in the second quarter, above analysts' average expectations of €7m.",
         ["net profit 9 million 2026-Q2", "net profit 7 million consensus 2026-Q2"]),
        ("Acme's sales rose 5% in the third quarter, above the consensus of 4.1%.",
         ["sales change 5 2026-Q3", "sales change 4.1 consensus 2026-Q3"]),
        ("Acme posted a loss of $3 million for the first half, compared with forecasts for a $2 million loss.",
         ["loss 3 million 2026-H1", "loss 2 million consensus 2026-H1"]),
        ("Acme's second-quarter revenue of $5 billion beat the $4.2 billion expected by analysts.",
         ["revenue 5 billion 2026-Q2", "revenue 4.2 billion consensus 2026-Q2"]),
        ("Acme beat third-quarter revenue estimates of $2.9 billion with sales of $3.1 billion.",
         ["revenue 2.9 billion consensus 2026-Q3", "sales 3.1 billion 2026-Q3"]),
        ("Acme's third-quarter revenue of $3.2 billion exceeded its own guidance of $3 billion.",
         ["revenue 3.2 billion 2026-Q3", "revenue 3 billion guidance 2026-Q3"]),
        ("Acme reported better-than-expected revenue of $5 billion for the second quarter.",
         ["revenue 5 billion 2026-Q2"]),
        ("Acme confirmed its 2026 operating margin target of 6.5%.", ["operating margin 6.5 target 2026"]),
        ("Acme guided to revenue of €3 billion for 2027, compared with its previous guidance of €2.8 billion.",
         ["revenue 3 billion guidance 2027"]),
        ("Acme reported revenue of $10 billion for 2025, $300 million above its target.", ["revenue 10 billion 2025"]),
        ("Acme's sales rose 5% in 2025, against 3% for the sector.", ["sales change 5 2025"]),
    ],
)  # fmt: skip
def test_what_was_expected_is_no_result(text: str, figures: list[str]) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Acme reported third-quarter revenue of 11.4 billion euros last month.", ["revenue 11.4 billion 2026-Q3"]),
        ("Acme posted second-quarter profit of 2 million euros in July.", ["profit 2 million 2026-Q2"]),
        ("Acme raised its 2027 revenue target to 8 billion euros in May 2025.", ["revenue 8 billion target 2027"]),
        ("In May 2025 Acme raised its 2027 savings target to 3 billion euros.", ["savings 3 billion target 2027"]),
        ("Acme raised its revenue target for 2027 to 8 billion euros in 2025.", ["revenue 8 billion target 2027"]),
        ("Acme reported October sales of 5 million euros.", ["sales 5 million 2026-10"]),
        ("Acme's sales in October rose to 5 million euros.", ["sales 5 million 2026-10"]),
        ("Acme's profit rose to $3 million in 2024 and $4 million in 2025.",
         ["profit 3 million 2024", "profit 4 million 2025"]),
        ("Acme's profit fell to $3 million in April-June.", ["profit 3 million 2026-Q2"]),
        ("Acme's sales fell 3% in the 17 weeks to April 26.", ["sales change -3 2025-12-29/2026-04-26"]),
        ("Acme's 2025 revenue of $11 billion will rise by 10% in 2026.", ["revenue 11 billion 2025"]),
        ("Acme opened four shops between 2020 and 2023.", ["shops 4"]),
        ("Acme reported revenue of 5 billion euros on Oct. 21.", ["revenue 5 billion", "?"]),
        ("Acme posted a profit of 5 million euros in July.", ["profit 5 million", "?"]),
        ("Acme bought a mill for $5 million in July.", ["price 5 million 2026-07"]),
    ],
)  # fmt: skip
def test_a_period_is_what_the_text_writes_beside_the_figure(text: str, figures: list[str]) -> None:
    assert told(text) == figures


def test_the_same_in_two_years_has_both_periods() -> None:
    found = drafted("In 2019 and again in 2021 Acme paid $3 million to lenders.")
    assert {(each.date, each.figures[0]["period"]) for each in found} == {("2019", "2019"), ("2021", "2021")}


@pytest.mark.parametrize(
    ("text", "metric", "value", "change"),
    [
        ("Acme shares closed at $41.75 on Friday, valuing it at $8 billion.", "share price", "41.75", None),
        ("Acme's stock rose 4.1% to $58.20 on Friday while the index gained 2%.", "share price", "58.20", "4.1%"),
        ("Acme's shares ended 3% lower at 318 pence on Friday.", "price", "318", "-3%"),
        ("Acme sold its paper arm for $20 million in May.", "price", "20 million", None),
        ("Acme's revenue, hurt by a strike, reached $3 billion in 2025.", "revenue", "3 billion", None),
        ("Acme cut its debt by $3 million in 2025.", "debt change", "-3 million", None),
        ("Acme raised its dividend forecast by 15% to $3 a share on Friday.", "dividend", "3", "15%"),
        ("Acme booked a return on equity of 15% in 2025.", "return on equity", "15", None),
        ("Acme's earnings, adjusted for gains, were $1.28 per share in 2025.", "adjusted eps", "1.28", None),
        ("Acme had a loss of 21 cents per share in 2025.", "loss per share", "21", None),
        ("Acme paid a dividend of SFr2.40 a share in May 2025.", "dividend", "2.40", None),
    ],
)
def test_a_figure_measures_what_is_nearest(text: str, metric: str, value: str, change: str | None) -> None:
    figure = drafted(text)[0].figures[0]
    assert (figure["metric"], figure["value"], figure.get("change")) == (metric, value, change)
