"""Words of others lead to words of this program, each where it may stand."""

from __future__ import annotations

from timeline_cli.event_types import TYPES
from timeline_cli.fields.hints import synonyms
from timeline_cli.fields.parts import FIGURE_KEYS, SOURCE_KEYS
from timeline_cli.fields.table import BY_KEY, CERTAINTIES, STATUSES
from timeline_cli.model import FIGURE_KINDS
from timeline_cli.reading.registries import ENTRY_KEYS

WORDS = {"status": STATUSES, "certainty": CERTAINTIES, "kind of figure": FIGURE_KINDS, "type": tuple(TYPES)}


def test_each_word_for_a_value_leads_to_one_that_there_is_and_is_none_itself() -> None:
    for what, table in synonyms.VALUES.items():
        for other, word in table.items():
            assert " " in word or word in WORDS[what], (what, other, word)
            assert other not in WORDS[what], (what, other)


def test_each_word_for_a_key_leads_to_one_that_there_is() -> None:
    known = {
        *BY_KEY,
        *FIGURE_KEYS,
        *SOURCE_KEYS,
        "name",
        "role",
        *(key for keys in ENTRY_KEYS.values() for key in keys),
    }
    assert {word for words in synonyms._KEYS.values() for word in words} <= known


def test_a_word_is_that_of_the_place_at_which_it_stands() -> None:
    assert synonyms.meant_key("Name", FIGURE_KEYS) == "metric"
    assert synonyms.meant_key("name", SOURCE_KEYS) == "publisher"
    assert synonyms.meant_key("country", ENTRY_KEYS["places"]) == "in"
    assert synonyms.meant_key("country", ENTRY_KEYS["companies"]) is None
    assert synonyms.meant_key("fiscal year end", ENTRY_KEYS["companies"]) == "fiscal_year_end"
