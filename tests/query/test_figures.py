"""Figures as series: which belong together, what they changed from, what they revise."""

from __future__ import annotations

from datetime import date

import pytest

from timeline_cli.dates.event_date import parse_date
from timeline_cli.query.figures import FigureEntry, Found, figures, whole_question
from timeline_cli.query.question import Question, read_period_on
from timeline_cli.query.series import Series, length_words, period_length, series
from timeline_cli.query.tree import Term, terms_of
from timeline_cli.reading.load import load

TODAY = date(2025, 3, 26)


def found(path: str, *words: str, mode: str = "possibly") -> Found:
    question = Question(TODAY.toordinal(), read_period_on(TODAY), words=words, mode=mode)
    timeline = load((path,))
    assert timeline.diagnostics == ()
    return figures(timeline, question)


def answering(path: str, *words: str, mode: str = "possibly") -> list[FigureEntry]:
    return found(path, *words, mode=mode).shown


def of(path: str, *words: str) -> list[Series]:
    return series(found(path, *words).every)


def ids(one: Series) -> list[str]:
    return [point.item.entry.event.id for point in one.points]


FILE = "tests/views/figures.yaml"


def test_units_kinds_companies_and_lengths_of_period_are_apart() -> None:
    keys = [(one.metric, one.unit, one.kind, one.length, one.company) for one in of(FILE)]
    assert keys == [
        ("net profit", "USD", "actual", 12, "Acme Motors"),
        ("revenue", "USD", "guidance", 12, "Acme Motors"),
        ("shipment target", "vehicles", "target", 12, "Acme Motors"),
        ("employees", "people", "actual", None, "한빛전자"),
        ("operating margin", "%", "actual", 12, "한빛전자"),
        ("revenue", "KRW", "actual", 3, "한빛전자"),  # preliminary
        ("revenue", "KRW", "actual", 12, "한빛전자"),
        ("shipment target", "phones", "target", 12, "한빛전자"),
    ]


def test_a_bare_word_is_a_metric_then_a_kind_then_a_name() -> None:
    assert {item.figure.kind for item in answering(FILE, "revenue", "guidance")} == {"guidance"}
    assert found(FILE, "Guidance", "company:acme").reading == "kind guidance and company acme"
    assert found(FILE, "target").reading == "metric target"


def test_no_figure_is_lost() -> None:
    timeline = load((FILE,))
    assert sum(len(one.points) for one in of(FILE)) == sum(len(event.figures) for event in timeline.events)


def test_a_revision_and_the_period_before_are_two_things() -> None:
    (one,) = of(FILE, "shipment", "company:acme")
    assert ids(one) == ["target-2024", "target-2025", "target-2025-raised"]
    raised = one.points[2]
    assert raised.before is not None
    assert raised.revises is not None
    assert raised.before.entry.event.id == "target-2024"
    assert raised.revises.entry.event.id == "target-2025"
    assert raised.revision is not None
    assert raised.revision.difference == 50000
    assert raised.change is None  # from over 100,000 nothing can be computed
    assert [point.is_last for point in one.points] == [True, False, True]


def test_a_quarter_is_compared_with_the_same_of_the_year_before() -> None:
    (one,) = of("docs/quarters.yaml", "revenue", "not period:2025")
    points = {point.item.figure.period.text: point for point in one.points if point.item.figure.period}
    assert points["2023-Q4"].year_before is None
    year_before = points["2024-Q1"].year_before
    assert year_before is not None
    assert year_before.figure.period is not None
    assert year_before.figure.period.text == "2023-Q1"
    assert points["2024-Q1"].year_change is not None
    assert str(points["2024-Q1"].year_change.percent) == "20.31"
    assert points["2024-Q1"].change is not None
    assert str(points["2024-Q1"].change.percent) == "-6.48"


def test_what_replaces_another_on_the_same_day_comes_after_it(write) -> None:  # type: ignore[no-untyped-def]
    path = write(
        """
events:
- {id: b, date: 2025-01-01, title: B, supersedes: a, figures: [{metric: m, value: 2, period: 2025}]}
- {id: a, date: 2025-01-01, title: A, figures: [{metric: m, value: 1, period: 2025}]}
- {id: d, date: 2025-02-01, title: D, supersedes: c, figures: {headcount: 7}}
- {id: c, date: 2025-02-01, title: C, figures: {headcount: 5}}
- {id: e, date: 2025-02-01, title: E, figures: {headcount: 9}}
"""
    )
    headcount, m = of(path)
    assert ids(m) == ["a", "b"]
    assert ids(headcount) == ["c", "d", "e"]
    assert [point.revises and point.revises.entry.event.id for point in headcount.points] == [None, "c", None]


def test_a_correction_stands_beside_what_it_corrects(write) -> None:  # type: ignore[no-untyped-def]
    path = write(
        """
events:
- {id: jan, date: 2025-01-01, title: Jan, figures: {headcount: 5}}
- {id: feb, date: 2025-02-01, title: Feb, figures: {headcount: 9}}
- {id: jan-corrected, date: 2025-03-01, title: Jan again, supersedes: jan, figures: {headcount: 6}}
"""
    )
    (headcount,) = of(path)
    assert ids(headcount) == ["jan", "jan-corrected", "feb"]
    revisions = [point.revision and int(point.revision.difference) for point in headcount.points]
    assert revisions == [None, 1, None]


def test_without_a_period_nothing_is_compared_but_days_are(write) -> None:  # type: ignore[no-untyped-def]
    """Two amounts without a period may be of two deals; a level is counted on a day."""
    path = write(
        """
events:
- {date: 2013-09-03, title: A, figures: {deal value: 5 EUR}}
- {date: 2024-11-06, title: B, figures: {deal value: 1 EUR}}
- {date: 2025-01-30, title: C, figures: [{metric: headcount, value: 7, period: 2023-12-31}]}
- {date: 2025-01-31, title: D, figures: [{metric: headcount, value: 9, period: 2024-12-31}]}
"""
    )
    deals, headcount = of(path)
    assert [point.before for point in deals.points] == [None, None]
    assert [point.next_change and int(point.next_change.difference) for point in headcount.points] == [None, 2]


def test_nothing_is_compared_with_a_number_that_is_cancelled_or_rumoured(write) -> None:  # type: ignore[no-untyped-def]
    def told(name: str, value: int, period: str, more: str = "") -> str:
        figures = f"[{{metric: m, value: {value}, period: {period}}}]"
        return f"- {{id: {name}, date: 2025-01-01, title: T{more}, figures: {figures}}}\n"

    path = write(
        "events:\n"
        + told("a", 5, "2023-Q4")
        + told("b", 1, "2024-Q1", ", status: cancelled")
        + told("c", 6, "2024-Q2")
        + told("d", 9, "2024-Q2", ", certainty: rumoured")
        + told("e", 3, "2024-Q3", ", certainty: rumoured")
        + told("f", 8, "2024-Q4")
    )
    (one,) = of(path)
    compared = {
        point.item.entry.event.id: [
            other and other.entry.event.id for other in (point.before, point.revises, point.year_before)
        ]
        for point in one.points
    }
    nothing = [None, None, None]
    assert compared == {
        "a": nothing, "b": nothing, "c": ["a", None, None], "d": nothing, "e": nothing, "f": ["c", None, "a"],
    }  # fmt: skip
    assert [row.point.item.entry.event.id for row in one.rows()] == ["a", "b", "c", "e", "f"]


def test_a_question_narrows_what_is_shown_and_not_what_it_is_compared_with() -> None:
    """Of dates, of companies and of options alike: Q4 2024 is the first row, and has its quarter and year before."""
    (one,) = of("docs/quarters.yaml", "revenue", "since", "2025", "kind:actual")
    assert [point.item.shown for point in one.points] == [False] * 7 + [True]
    (point,) = one.shown
    assert point.change is not None
    assert point.year_change is not None
    assert (str(point.change.percent), str(point.year_change.percent)) == ("14.29", "23.08")
    question = Question(TODAY.toordinal(), read_period_on(TODAY), tree=Term("date", ("2025-01-23",)))
    of_option = series(figures(load(("docs/quarters.yaml",)), question).every)
    assert [point.change and str(point.change.difference) for one in of_option for point in one.shown] == [
        "0.9", "3.8E+11", None,
    ]  # fmt: skip


ROLES = """
events:
- {date: 2024-01-01, title: A, companies: [Pinterest, {name: Sequoia, role: investor}], figures: {raised: 5 USD}}
- {date: 2024-02-01, title: B, companies: [{name: Bessemer, role: investor}, Pinterest], figures: {raised: 7 USD}}
- {date: 2024-03-01, title: C, companies: [{name: X, role: buyer}, {name: Y, role: seller}], figures: {price: 1 USD}}
- {date: 2024-03-02, title: D, companies: [P, Q], figures: [{metric: n, value: 2}, {metric: n, company: Q, value: 3}]}
- {date: 2024-03-03, title: E, figures: {price: 4 EUR}}
"""


def test_the_subject_of_a_figure(write) -> None:  # type: ignore[no-untyped-def]
    """Its own company, else the one without a role, else the first named; so rounds of investors are one series."""
    path = write(ROLES)
    assert [each.company for each in answering(path)] == ["Pinterest", "Pinterest", "X", "P", "Q", None]
    raised = next(one for one in of(path) if one.metric == "raised")
    assert [point.item.figure.amount.single for point in raised.points] == [5, 7]
    assert len(answering(path, "company:bessemer")) == 1  # a question is about all companies of an event


def test_periods_of_weeks_are_compared_as_the_months_that_they_stand_for(write) -> None:  # type: ignore[no-untyped-def]
    path = write(
        """
events:
- {date: 2023-07-20, title: A, figures: [{metric: m, value: 100, period: 2023-04-02/2023-07-01}]}
- {date: 2024-04-20, title: B, figures: [{metric: m, value: 110, period: 2023-12-31/2024-03-30}]}
- {date: 2024-07-20, title: C, figures: [{metric: m, value: 121, period: 2024-03-31/2024-06-29}]}
"""
    )
    (one,) = of(path)
    last = one.points[-1]
    assert last.next_change is not None
    assert last.year_change is not None
    assert (last.next_change.difference, last.year_change.difference) == (11, 21)
    assert one.points[1].next_change is None  # the quarter in between is not known


def test_only_the_figures_that_answer_are_given() -> None:
    assert {each.figure.metric for each in answering(FILE, "margin")} == {"operating margin"}
    assert {each.figure.metric for each in answering(FILE, "not", "metric:revenue", "company:한빛전자")} == {
        "employees",
        "operating margin",
        "shipment target",
    }
    values = [each.figure.amount.single for each in answering(FILE, "revenue", "value:270 trillion..290 trillion")]
    assert values == [279_600_000_000_000]


def test_a_figure_that_names_its_company_is_of_that_one_alone() -> None:
    assert [each.figure.unit for each in answering(FILE, "shipment", "company:hanbit")] == ["phones"]
    assert [each.figure.unit for each in answering(FILE, "shipment", "not company:hanbit", "2024-02")] == ["vehicles"]


def test_a_figure_of_another_company_than_those_of_its_event(write) -> None:  # type: ignore[no-untyped-def]
    path = write("events: [{date: 2025, title: T, companies: [A], figures: [{metric: m, company: B, value: 1}]}]")
    assert answering(path, "company:a") == []
    assert len(answering(path, "not company:a")) == 1
    assert len(answering(path, "m")) == 1


def test_a_text_is_asked_of_each_figure_by_itself(write) -> None:  # type: ignore[no-untyped-def]
    path = write("events:\n- {date: 2024, title: Results, figures: {sales: 5, profit: 1}}\n")
    for text in "sales", "profit":
        assert [each.figure.metric for each in answering(path, f"text:{text}", "metric:*")] == [text]


def test_a_figure_that_only_may_match_says_so() -> None:
    about = answering(FILE, "value:90 billion..92 billion", "metric:revenue")
    assert [each.match for each in about] == ["possible", "possible"]
    assert answering(FILE, "value:90 billion..92 billion", "metric:revenue", mode="certainly") == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["shipment", "target"], ["metric", "metric"]),
        (["shipment target"], ["metric"]),
        (["revenue shipment"], ["metric", "metric"]),
        (['"shipment target"'], ["metric"]),
        (["revenue", "2024"], ["metric", "date"]),
        (["revenue", "한빛전자"], ["metric", "company"]),
        (["revenue", "text:raised"], ["metric", "text"]),
        (["not", "revenue", "or", "(company:acme", "margin)"], ["metric", "company", "metric"]),
    ],
)
def test_bare_words_name_a_metric(words: list[str], expected: list[str]) -> None:
    tree = whole_question(load((FILE,)), Question(TODAY.toordinal(), read_period_on(TODAY), words=tuple(words)))[0]
    assert tree is not None
    assert [term.field for term in terms_of(tree)] == expected


@pytest.mark.parametrize(
    ("period", "words"),
    [
        ("2024", "yearly"),
        ("2023-04/2024-03", "yearly"),
        ("2024-H1", "half-yearly"),
        ("2024-Q1", "quarterly"),
        ("2024-02", "monthly"),
        ("2024-W07", "weekly"),
        ("2024-02-03", "daily"),
        ("2024-01/2024-09", "periods of 9 months"),
        ("202X", "periods of 10 years"),
        ("2024-02-03/2024-02-05", "periods of 3 days"),
        ("2024/..", "open periods"),
    ],
)
def test_the_length_of_a_period(period: str, words: str) -> None:
    assert length_words(period_length(parse_date(period))) == words


def test_without_a_period_there_is_no_length() -> None:
    assert length_words(period_length(None)) == ""
