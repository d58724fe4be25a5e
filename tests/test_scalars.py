"""Values as YAML: what is plain without asking the parser is what the parser would say."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from timeline_cli import scalars

_TEXTS = st.text(alphabet="ab1Z0 é한x.…/()'’&+%$€£–—;!,-:#@_?\"[]{}|>*~=<\u00a0", min_size=1, max_size=12)


@given(_TEXTS, st.booleans(), st.booleans())
def test_surely_plain_texts_read_back(text: str, flow: bool, typed: bool) -> None:
    if scalars._is_text(text, typed) and scalars._SURELY_PLAIN[flow].fullmatch(text):
        assert scalars._reads_back(text, text, flow)


@given(_TEXTS, st.booleans())
def test_texts_that_are_surely_cut_do_not(text: str, flow: bool) -> None:
    if (flow and "," in text) or ": " in text or " #" in text:
        assert not scalars._reads_back(text, text, flow)
