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
    alike: dict[tuple[str, str | None], list[tuple[int, set[str]]]] = {}  # by date and status: number in kept, content
    for draft in drafts:
        others, content = alike.setdefault((draft.date, draft.status), []), _content(draft.title)
        at = next(
            (at for at, (number, theirs) in enumerate(others) if _is_same(draft, content, kept[number], theirs)), None
        )
        if at is None:
            others.append((len(kept), content))
            kept.append(draft)
            continue
        number, other = others[at][0], kept[others[at][0]]
        longer, shorter = (draft, other) if len(draft.title) > len(other.title) else (other, draft)
        kept[number] = longer.with_quotes(shorter.quotes)
        others[at] = number, _content(longer.title)
    return kept


def _is_same(one: Draft, mine: set[str], other: Draft, theirs: set[str]) -> bool:
    shared = len(mine & theirs)
    if not shared:
        return False
    share = shared / min(len(mine), len(theirs))
    if share < 0.3 or (share < 0.7 and not one.figures):
        return False
    numbers, others = _numbers(one), _numbers(other)
    return bool(numbers & others) or (share >= 0.7 and numbers == others)


def _numbers(draft: Draft) -> set[tuple[str, str]]:
    return {(str(figure["value"]), str(figure.get("unit"))) for figure in draft.figures}


def _content(title: str) -> set[str]:
    return {word[:6] for word in re.findall(r"[\w&]{3,}", title.lower()) if word not in _SMALL}
