"""Acts of which a text told by a verb, and what they are called then: agreed to sell its mill; the sale of its mill.

Owns: these verbs and nouns, and the deal that a sentence reports. Does not: know what was told where.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline_cli.dates.in_text.english_words import MONTH
from timeline_cli.drafting.lexicon import OUTSIDE_NOUNS, any_of, word_set
from timeline_cli.drafting.measures import possessive
from timeline_cli.drafting.name_words import NATIONALITIES

# An act of which the text told by a verb, and what it is called then.
_WHAT = (
    r"((?:an?|the|its|their|two|three|four|five|six|seven|eight|nine|ten|[A-Z\d$€£])(?:[^,.;:()]|,(?=\d)|(?<=[A-Z])\.|\.(?=\w)){2,60}?)"
    r"(?=[,;:)](?!\d)|(?<![A-Z])\.(?!\d)|$|"
    rf"\s(?:(?:{any_of(OUTSIDE_NOUNS - word_set('in of the a an its per'))}|last|this|next)\b|"
    rf"in (?![A-Z])|in (?:{MONTH})))"
)
ACTS = tuple((re.compile(rf"\b{verb} {_WHAT}"), act, nouns) for verb, act, nouns in (
    (r"(?:sell(?:ing)?|sold|offload(?:ed)?|sale of)", "sale of", "sale deal transaction"),
    (r"(?:buy(?:ing)?|bought|acquir(?:ed?|ing)|(?:acquisition|purchase|takeover) of)", "purchase of",
     "purchase acquisition takeover deal transaction"),
    ("sued?", "suit against", "suit lawsuit"),
    ("(?:blocked|rejected|cleared)", "decision on", "decision ruling"),
    (r"(?:clos(?:e|ed|ing)|shut(?:ting)?)(?: down)?", "closure of", "closure shutdown"),
    ("order(?:ed|ing)?", "order for", "order"), ("launch(?:ed|ing)?", "launch of", "launch"),
    ("expand(?:ed|ing)?", "expansion of", "expansion"), ("recall(?:ed|ing)?", "recall of", "recall"),
    ("appoint(?:ed|ing)?", "appointment of", "appointment"), ("bann(?:ed|ing)", "ban on", "ban"),
    ("fin(?:ed?|ing)", "fine on", "fine penalty"), ("rais(?:e[ds]?|ing)", "", "money proceeds funds"),
))  # fmt: skip
_BID = re.compile(
    rf"\ban? (?:[\w.£$€-]+ ){{0,5}}?(?:takeover|bid|offer|approach|proposal)(?: [\w-]+)? (?:by|from) {_WHAT}"
)


def acted(noun: str, before: str, rows: Sequence[tuple[re.Pattern[str], str, str]] = ACTS) -> str:
    """An act by the verb that told of it: agreed to sell its mill; that sale → the sale of its mill; empty if none."""
    told = [(pattern, act) for pattern, act, nouns in rows if noun in nouns.split()]
    made = set()
    for pattern, act in told:
        for match in pattern.finditer(before):
            what = _AMOUNT.sub("", f" {match[1]}").strip() if act == "fine on" else match[1]
            is_judged = re.search(r"\b(?:judge|court|tribunal) $", before[: match.start()]) is not None
            is_bidden = is_judged or before.startswith(" to ", match.end())  # ordered Acme to stop
            is_other = (act == "order for" and is_bidden) or (act == "closure of" and what[0].isdigit())
            is_cut = what.rpartition(" ")[2].lower() in NATIONALITIES  # the Czech | and Slovak business
            if act and what and not (is_other or is_cut):
                made.add(f"the {act} {what}")
            elif not act and (what[0] in "$€£¥" or re.search("illion", what)):
                made.add(f"the {what} raised")
    return made.pop() if len(made) == 1 else ""


_AMOUNT = re.compile(r" (?:an? (?:combined|record|total) |about |nearly |over )?[$€£¥\d].*")


def deal(text: str, firms: Sequence[tuple[int, str]]) -> tuple[str, str, str] | None:
    """The act, of what and by whom, if a sentence reports one deal; `firms` are its companies and where they end."""
    made = []
    for pattern, act, _ in (*ACTS[:2], (_BID, "takeover of", "")):
        for match in pattern.finditer(text):
            owner = next((name for end, name in firms[::-1] if end <= match.start()), "")
            what = match[1]
            if what.rpartition(" ")[2].lower() in NATIONALITIES:
                continue  # bought the Czech | and Slovak business of Bolt
            if act.startswith("purchase") and what.startswith(("its ", "their ")):
                continue  # bought their dresses
            if not re.search(r"\b(?:of|in|at|from)\b|['’]", what):  # Danish rival Acme
                what = re.sub(r"^(?:[\w-]+ )*?[a-z-]+ (?=[A-Z](?!.* [a-z]{3}))", "", what)
                what = next((name for end, name in firms if end == match.end(1)), what)
            what = re.sub("^(?:its|their)", possessive(owner), what)
            made.append((act[:-3], *((owner, what) if pattern is _BID else (what, owner))))
    return made[0] if len(made) == 1 and all(made[0]) and len(made[0][1]) < 50 else None
