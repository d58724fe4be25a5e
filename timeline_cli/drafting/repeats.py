"""Events that an article reports twice: the longer clause stays, the others become quotes.

Owns: when two drafts are one event. Does not: merge events of different dates.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline_cli.drafting.lexicon import word_set
from timeline_cli.drafting.proposal import Draft

_SMALL = word_set(
    "the and for its with from that has was were are said will would have been into over more than about company "
    "this their our new"
)


def without_repeats(drafts: Sequence[Draft]) -> list[Draft]:
    kept: list[Draft] = []
    for draft in drafts:
        same = next((number for number, other in enumerate(kept) if _is_same(draft, other)), None)
        if same is None:
            kept.append(draft)
            continue
        other = kept[same]
        longer, shorter = (draft, other) if len(draft.title) > len(other.title) else (other, draft)
        kept[same] = longer.with_quotes(shorter.quotes)
    return kept


def _is_same(one: Draft, other: Draft) -> bool:
    if one.date != other.date or one.status != other.status:
        return False
    numbers = _numbers(one) & _numbers(other)
    mine, theirs = _content(one.title), _content(other.title)
    shared = len(mine & theirs) / max(min(len(mine), len(theirs)), 1)
    return (bool(numbers) and shared >= 0.3) or (shared >= 0.7 and _numbers(one) == _numbers(other))


def _numbers(draft: Draft) -> set[tuple[str, str]]:
    return {(str(figure["value"]), str(figure.get("unit"))) for figure in draft.figures}


def _content(title: str) -> set[str]:
    return {word[:6] for word in re.findall(r"[\w&]{3,}", title.lower()) if word not in _SMALL}
