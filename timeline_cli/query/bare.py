"""Bare words of a question: the beginning of a word in the text, or a name in the event.

Owns: the meaning of a bare word. Does not: split questions into words (parser.py).
"""

from __future__ import annotations

from collections.abc import Iterator

from timeline_cli.query.facts import text_test
from timeline_cli.query.lexicon import Meant
from timeline_cli.query.names import begins_word, folded_name, quoted
from timeline_cli.query.narrow import Holds, Narrow, Some, Words
from timeline_cli.query.term import MOST_GUESSED, Ask, Meaning, TermKind
from timeline_cli.query.verdict import Seen, yes_or_no
from timeline_cli.query.words import words_of

_MOST_NAMED = 3  # in an echo


def bare(value: str, ask: Ask) -> Meaning:
    """Events whose text has a word with this beginning, or that have this name.

    Whole names and aliases win, with their children; without any, names that contain the words.
    """
    folded = folded_name(value.rstrip("*"))
    holds, facts = Holds(folded, at_word_start=begins_word(folded)), ask.facts
    begins = text_test(holds)
    meant = ask.lexicon.whole(folded)
    if not meant and not ask.lexicon.registered(value):
        meant = ask.lexicon.holding(folded) or ask.lexicon.spelt(folded)
    wanted = [(words_of(kind), names) for kind, names in meant.items()]

    def test(seen: Seen) -> int:
        has_name = any(not names.isdisjoint(of(seen.event)) for of, names in wanted)
        return yes_or_no(has_name or begins(facts.text_of(seen.event)))

    narrow: Narrow = Some((holds, *(Words(kind, names) for kind, names in meant.items()))) if meant else holds
    if not meant and not facts.has_text(holds):
        ask.unfound.setdefault(value, ask.lexicon.nearest(value) if len(ask.unfound) < MOST_GUESSED else None)
        ask.nothing_has("text", value, (), ask.unfound[value])
    reading = f"{quoted(value)} ({', '.join([*_echoed(meant), 'or text' if meant else 'text'])})"
    return Meaning(test, reading, narrow, exact=True, slow=True)


def _echoed(meant: Meant) -> Iterator[str]:
    """The names found: company Samsung Electronics, company Samsung SDI, tag samsung and 4 more."""
    found = [f"{kind} {name}" for kind, names in meant.items() for name in sorted(names)]
    more = len(found) - _MOST_NAMED
    yield from found[: _MOST_NAMED - 1]
    yield from [f"{found[_MOST_NAMED - 1]} and {more} more"] if more > 0 else found[_MOST_NAMED - 1 : _MOST_NAMED]


BARE_TERM = TermKind("", "a name, or text in which a word begins with it", bare)
