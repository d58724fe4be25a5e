"""The diagram: a period per date, and no text that Mermaid's lexer would take apart."""

from __future__ import annotations

import re
from collections.abc import Callable

from hypothesis import example, given
from hypothesis import strategies as st

from timeline_cli.exports.mermaid import escaped
from timeline_cli.text import clean

Run = Callable[..., "tuple[int, str, str]"]
Write = Callable[..., str]


def test_a_section_per_year_and_a_period_per_date(timeline: Run, write: Write) -> None:
    events = """\
- {date: 2024-03-22T10:00Z, title: "A: b"}
- {date: 2025, title: "50% <b>"}
- {date: 2025, title: C, certainty: rumoured}
- {date: 2025-Q2, title: "#12; section"}
"""
    assert (
        timeline("-f", write(events), "export", "mermaid", "--today", "2026-05-05").out
        == """\
timeline
    title events
    section 2024
        22 Mar 2024 10#58;00 UTC : A#58; b
    section 2025
        2025 : 50#37; #60;b#62;
        : C (rumoured)
        Q2 2025 : #35;12#59; section
"""
    )


# What mermaid.js does before it parses: whatever looks like a code becomes a character in the end.
def decoded(text: str) -> str:
    return re.sub(r"#(\d+);", lambda found: chr(int(found[1])), text)


@given(st.text(st.sampled_from("#:;<>&%{}\"'`\\ ab1") | st.characters(exclude_categories=["Cs"])))
@example("#58;")
def test_any_text_comes_back_and_has_no_markup(text: str) -> None:
    found = escaped(text)
    assert decoded(found) == clean(text)
    assert not set(re.sub(r"#\d+;", "", found)) & set('#:;<>&%{}"`\\\n')
