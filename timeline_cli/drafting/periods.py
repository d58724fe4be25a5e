"""The period of a figure: the quarter, year or month that the text writes beside it, else that of its clause.

Owns: that choice; the month of a report is not the period of what it reports. Does not: find dates.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline_cli.dates.in_text.moment import Expression
from timeline_cli.drafting.asides import REVISING, compares
from timeline_cli.drafting.clause import Clause
from timeline_cli.drafting.dating import When
from timeline_cli.drafting.lexicon import ANNOUNCING, REPORTING, word_set

Figure = dict[str, str | dict[str, str]]
PERIOD = re.compile(r"\d{4}(?:-Q\d|-H\d|-\d\d)?|(\d{4}-\d\d(?:-\d\d)?)/(\d{4}-\d\d(?:-\d\d)?)")
# What is of a period, not of a day.
_FLOW = re.compile(
    r"\b(?:sales|revenues?|turnover|profits?|income|earnings|eps|loss|margin|EBIT(?:DA)?|order intake|deliveries|"
    r"shipments?|output|production|bookings|exports|cash flow)(?: change)?$"
)
_TELLING = REVISING | ANNOUNCING | REPORTING | word_set("post record book log register release deliver turn swing")
_AFTER = re.compile(
    r"(?:\s(?!(?:than|from|against|on|and|but|while|as|since|by|when|after|with)\b)[a-z-]+){0,4}?"
    r"\s(?:(?:in|for|during|over)\s)?(?:(?:the|its)\s)?"
)


def period(each: Expression) -> str:
    """Empty if it has none: since 2019, between March and May; April-June is one."""
    found = each.date if each.link == "joined" or re.search("[/QH]", each.date or "") else each.point
    is_bound = each.link in ("by", "since", "until", "from", "before", "after", "between")
    return found if found and PERIOD.fullmatch(found) and not is_bound else ""


def of_clause(figure: Figure, at: When, clause: Clause) -> Figure:
    """The figure with the period of its clause, if it has none beside it; what is ahead is a target."""
    is_told = at.used is not None and at.explicit and _is_of_telling(figure, at.used, clause)
    whole = period(at.used) if at.used is not None and not is_told else ""
    is_known = "" < str(figure.get("period", "")) < whole  # its 2024 revenue of $3 billion will grow in 2025
    kind: Figure = {"kind": "target"} if clause.group.tense == "future" and not is_known else {}
    rest = {key: part for key, part in figure.items() if key != "period"}
    whole = str(figure.get("period", whole))
    return kind | rest | ({"period": whole} if whole else {})


def moved(figures: Sequence[Figure], used: Expression | None, date: str) -> tuple[Figure, ...]:
    """The same of another date of its event, if all are of this one: in 2019 and again in 2021."""
    is_one = used is not None and {each.get("period") for each in figures} == {period(used)}
    return tuple(each | {"period": date} if is_one else each for each in figures)


def needs_period(figure: Figure) -> bool:
    return _FLOW.search(str(figure["metric"])) is not None and "period" not in figure


def beside(
    figure: Figure, to_metric: re.Pattern[str], clause: Clause, dates: Sequence[Expression], at: tuple[int, int]
) -> Figure:
    """Third-quarter revenue of; a target for 2027; profit of $3 million in the first half: of an amount at `at`.

    `to_metric` fits the words from a period before it to the end of its metric.
    """
    text, name = clause.sentence.text, str(figure["metric"]).removesuffix(" change")
    periods = [each for each in dates if period(each) and clause.begin <= each.begin < clause.end]
    periods = [each for each in periods if not compares(clause, each)]
    ahead = [(each, text[each.end : at[0]]) for each in reversed(periods) if each.end <= at[0]]
    found = [each for each, gap in ahead if to_metric.fullmatch(gap) and (of_share(name) or name.split()[-1] in gap)]
    after = next((each for each in dates if at[1] <= each.begin < clause.end), None)
    if after is not None and not found and re.fullmatch(r"\sby\s(?:the end of )?", text[at[1] : after.begin]):
        return {"period": ""}  # 150 jobs by 2026
    is_of_period = _FLOW.search(name) is not None or figure.get("kind") in ("guidance", "target")
    is_near = after is not None and (is_of_period or len(text[at[1] : after.begin].split()) < 3)
    if after is not None and is_near and _AFTER.fullmatch(text, at[1], after.begin):
        found += [each for each in periods if each == after and not _is_of_telling(figure, after, clause)]
    if is_of_period:
        found += [each for each, gap in ahead if each.link == "for" and not re.search(r"[;\d]", gap)]
    return {"period": period(found[0])} if found else {}


def of_share(metric: object) -> bool:
    """Whether a metric is of one share: eps, loss per share."""
    return str(metric).endswith(("eps", "per share"))


def _is_of_telling(figure: Figure, each: Expression, clause: Clause) -> bool:
    """Whether it is when a result or a target was told: posted a profit in July, raised its target in 2025."""
    is_target = figure.get("kind") in ("guidance", "target") and clause.group.verb in REVISING - {"guide", "forecast"}
    is_month = re.fullmatch(r"\d{4}-\d\d", each.point or "") is not None
    is_report = is_month and clause.group.verb in _TELLING and _FLOW.search(str(figure["metric"])) is not None
    return each.link != "for" and (is_target or is_report)
