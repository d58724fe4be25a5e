"""Which company an article is about: by who wrote it, its headline, its first sentence, how often it is named.

Owns: that decision. Does not: find names.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from timeline_cli.drafting import name_patterns as patterns

_OPENING = 4  # paragraphs in which the company of an article is named, where its headline does not


class Topic(NamedTuple):
    """`main` is the company named most often, `leader` what the article is about or empty, `pair` two instead of it."""

    main: str = ""
    leader: str = ""
    is_titled: bool = False  # whether the headline names the leader
    pair: tuple[str, ...] = ()
    goods: tuple[str, ...] = ()  # of whose market it is a report: Raw sugar


def topic(text: str, heading: str, companies: Mapping[str, str], count: Counter[str], firms: set[str]) -> Topic:
    """`companies` are names by what the text writes, `count` how often it writes each name; `firms` are surely some."""
    (main, most), (_, second) = [*count.most_common(2), ("", 0), ("", 0)][:2]
    titled = _named_in(heading, companies)
    market = patterns.MARKET.match(heading)
    if market is not None and not _named_in(market[0], companies):
        return Topic(main)  # Kenyan stocks slide as Acme weighs; not: Acme shares jump
    bought = [name for name in titled if _is_bought(name, heading, companies)]
    one, other = (re.escape(name.split()[0]) for name in titled[:2]) if len(titled) > 1 else ("", "")
    if other and re.search(rf"{one}(?: [A-Z]\w+)?(?:,| and| &)(?: (?:[A-Z]\w+ )?rival)? {other}", heading):
        return Topic(main, pair=(titled[0], titled[1]))
    founded = [companies.get(match[1] or match[2], "") for match in patterns.FOUNDED.finditer(text)]
    often = [name for name in titled if count[name] * 2 >= most and name not in bought]
    lead = _named_in(next((line for line in text.splitlines() if line.endswith(".")), ""), companies)
    alone = [name for name in lead if count[name] == most > second and (second < 2 or most > 3)]
    # A short history of Acme Pianos, 100 years of Acme's.
    headed = [name for name in titled if not count[name] and (" " in name or name.endswith(("'s", "’s")))]
    is_sure = most >= max(2 * second, 3) and (" " in main or main in firms or second < 2)
    named = [*filter(None, founded)] or often or headed or alone or [main] * is_sure
    named = named or [name for match in patterns.SET_UP.finditer(text) if (name := companies.get(match[1] or match[2]))]
    prose = "\n".join(line for line in text.splitlines() if line.endswith("."))
    opening = "\n".join(prose.split("\n")[:_OPENING])
    first = _named_in(opening, companies)[:1] if not named and patterns.CALLED.search(prose) else []
    named = named or [name for name in first if count[name] * 2 >= most and patterns.acts(name, companies, prose)]
    named = [name for name in named if name not in bought]
    opens = [
        name for name in often if any(heading.startswith(alias) for alias in companies if companies[alias] == name)
    ]
    leader = max(opens or named, key=lambda name: count[name], default="")  # Acme in talks to buy Bolt
    report = patterns.GOODS_REPORT.match(heading)
    if report is not None and leader not in titled and count[leader] < 4:
        leader = ""  # named a few times in a report on a market
    report = report if not leader else None
    rest = patterns.GOODS_TRADED.findall(heading, report.end()) if report is not None else ()
    goods = (report["goods"], *rest) if report is not None else ()  # Arabica slips; cocoa firms
    return Topic(main, leader, leader in titled, goods=tuple(map(_small, goods)))


def _small(goods: str) -> str:
    """RUBBER as Rubber, cocoa as Cocoa; LNG stays."""
    return goods if goods == "LNG" else goods.capitalize()


def _is_bought(name: str, heading: str, companies: Mapping[str, str]) -> bool:
    """Whether a headline only says that it is bought: Acquisition of a stake in Acme."""
    alias = next(alias for alias, each in companies.items() if each == name and alias in heading)
    return (
        re.match(r"(?:Acquisition|Purchase|Takeover|Sale) of (?:[a-z]+ )*$", heading[: heading.find(alias)]) is not None
    )


def _named_in(text: str, companies: Mapping[str, str]) -> list[str]:
    """The companies of a text in order, of those that the article names."""
    found = ((text.find(alias), name) for alias, name in companies.items() if patterns.is_within(alias, text))
    return list(dict.fromkeys(name for _, name in sorted(found)))
