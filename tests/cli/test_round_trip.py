"""The JSON of any events reads back to the same JSON, without the registries that it was made with."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline_cli.exports.json import array
from timeline_cli.model import Timeline
from timeline_cli.query.question import Question, read_period_on
from timeline_cli.query.select import select
from timeline_cli.reading.load import load

TODAY = date(2025, 3, 26)
REGISTRIES = {
    "companies": {"Group": {}, "Sony": {"aliases": ["소니"], "parent": "Group", "fiscal_year_end": "3"}},
    "places": {"Japan": {"tz": "Asia/Tokyo"}, "Osaka": {"in": "Japan"}},
    "sources": {"s": {"publisher": "P", "published": "2025-03-01"}},
}

plain_dates = st.sampled_from([
    "2024", "2024-03",
    "2025-03-22", "2006/..", "/..", "[..2025-03-24]", "2025-03-22?/", "2025-Q1", "201X", "../2024-05",
    "[2024-01-01, 2025-06]", "2024-W12~", "2025-03-22T10:00Z", "/2025", "[2025-03-24..]", "2024-XX", "20XX%",
])  # fmt: skip
# A time at a place and a fiscal date of a company: what needs the registries.
placed_dates = plain_dates | st.sampled_from([
    "2025-03-22T10:00", "2025-03-22T10:00:30/2025-03-23T09:00", "[2025-03-22T10:00, 2025-03-23T10:00]", "FY2025",
    "FY2024-Q1/FY2025", "FY2024-H2/..", "../FY2024",
])  # fmt: skip
lines = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=12).filter(
    lambda text: text.strip() and "\ufeff" not in text
)
amounts = st.sampled_from(["5", "about 3 million", "over 2.5", "under 7", "1 to 3 billion", "about 1 to 2", "-0.10"])
figures = st.fixed_dictionaries(
    {"metric": lines, "value": amounts},
    optional={
        "unit": lines, "period": plain_dates | st.just("FY2025"), "previous": amounts, "change": st.just("over 50%"),
        "company": st.just("소니"), "kind": st.just("target"),
        "converted": st.fixed_dictionaries({"value": amounts}, optional={"unit": lines}),
    },
)  # fmt: skip
sources = st.one_of(
    st.just("s"),
    st.just("https://example.com/a"),
    st.fixed_dictionaries({"ref": st.just("s")}, optional={"quote": lines}),
    st.fixed_dictionaries({"title": lines}, optional={"published": placed_dates, "quote": lines}),
)
fields: dict[str, st.SearchStrategy[Any]] = {
    "type": st.sampled_from(["forum", "odd"]),
    "status": st.sampled_from(["scheduled", "occurred"]),
    "certainty": st.just("rumoured"),
    "people": st.lists(st.fixed_dictionaries({"name": lines}, optional={"role": lines}), max_size=2),
    "tags": st.lists(lines, max_size=2),
    "summary": lines,
    "figures": st.lists(figures, max_size=2),
    "sources": st.lists(sources, max_size=2),
    "related": st.just(["other"]),
    "known": placed_dates,
    "x-own": st.recursive(lines | st.none(), lambda inner: st.lists(inner, max_size=2), max_leaves=4),
}
versions = st.fixed_dictionaries(
    {"known": plain_dates}, optional={"date": placed_dates, "title": lines, "status": st.none()}
)
events = st.fixed_dictionaries(
    {"date": placed_dates, "title": lines, "companies": st.just(["소니"]), "place": st.just("Osaka")},
    optional=fields | {"was": st.lists(versions, max_size=2)},
)


def answer(timeline: Timeline) -> list[dict[str, Any]]:
    question = Question(TODAY.toordinal(), read_period_on(TODAY))
    found = json.loads("".join(array(select(timeline, question).entries, None)))
    for event in found:
        del event["file"], event["line"]
    return found


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("round")


@settings(max_examples=3 * settings().max_examples)
@given(st.lists(events, min_size=1, max_size=3))
def test_json_reads_back_to_the_same_json(folder: Path, found: list[dict[str, Any]]) -> None:
    first = folder / "first.yaml"
    first.write_text(json.dumps(REGISTRIES | {"events": found}, ensure_ascii=True), encoding="utf-8")
    original = load((str(first),))
    errors = [d for d in original.diagnostics if d.is_error]
    assert errors == []
    entries = select(original, Question(TODAY.toordinal(), read_period_on(TODAY))).entries
    second = folder / "second.json"
    second.write_text("".join(array(entries, None)), encoding="utf-8")
    again = load((str(second),))
    assert [d for d in again.diagnostics if d.is_error] == []
    assert answer(again) == answer(original)
