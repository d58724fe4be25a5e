"""Bare words: names in plain words, text by its beginnings, dates where they belong, and what another field finds."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from tests.conftest import Run

Write = Callable[..., str]

FILE = """
companies:
  LG Energy Solution: {aliases: [LGES, 엔솔], parent: LG Group}
  LG Group: {}
  SK On: {}
  Next plc: {}
  Johnson & Johnson: {}
  Bank of America: {}
  3M: {}
  Apple: {fiscal_year_end: 9}
events:
- {id: plant, date: 2025-03-22, title: Plant opens, companies: [LG Energy Solution]}
- {id: growth, date: 2024-05, title: AI-driven growth, companies: [Hyundai], type: meeting}
- {id: battery, date: 2025-06, title: Battery deal, companies: [SK On], type: deal, tags: [AI]}
- {id: store, date: 2024-11-02, title: Store closes, companies: [Next plc], status: cancelled}
- {id: results, date: 2025-02-01, title: Results, companies: [Johnson & Johnson], type: earnings}
- {id: dividend, date: 2025-02-01, title: Dividend raised, companies: [Bank of America]}
- {id: tape, date: 2025-01, title: Tape, companies: [3M]}
- {id: phone, date: 2024-12, title: Phones sold, companies: [Apple], type: sales-report, certainty: rumoured}
- {id: ahead, date: 2027-05, title: Factory to open}
"""


def ids(timeline: Run, path: str, *words: str) -> set[str]:
    done = timeline("-f", path, "--today", "2026-11-28", "show", "--json=id", *words)
    assert done.code == 0, done.err
    return {event["id"] for event in json.loads(done.out)}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("LGES", "plant"),
        ("엔솔", "plant"),
        ("lg group", "plant"),
        ("SK On 2025", "battery"),
        ("2025 sk on", "battery"),
        ("Next plc 2024", "store"),
        ("johnson & johnson", "results"),
        ("johnson and johnson", "results"),
        ("the bank of america", "dividend"),
        ("3M 2025", "tape"),
        ("ai", "growth battery"),
        ("hyun", "growth"),
        ("undai", ""),
        ("batter*", "battery"),
        ("deals", "battery"),
        ("sales reports", "phone"),
        ("fiscal 2025 apple", "phone"),
        ("apple fy2025", "phone"),
        ("(hyundai or apple) in 2024", "growth phone"),
        ("hyundai || apple", "growth phone"),
        ("deal && battery", "battery"),
        ("not LG Energy Solution 2025-03", ""),
        ("what happened in 2025-03", "plant"),
        ("What did Apple do last year", ""),
        ("show me the deals", "battery"),
        ("who is at hyundai", "growth"),
        ("what happened to SK On", "battery"),
        ("hyundai's growth", "growth"),
        ("LG Energy Solution’s plant", "plant"),
        ("hyundai deals or battery growth", ""),
        ("L12M deals", ""),
    ],
)
def test_what_a_bare_word_finds(words: str, expected: str, timeline: Run, write: Write) -> None:
    assert ids(timeline, write(FILE), *words.split(" ")) == set(expected.split())


REGISTERED = """
companies:
  Citroën: {parent: Stellantis}
  Stellantis: {}
  PSA Group: {aliases: [PSA, Peugeot Citroën]}
  Samsung Group: {}
  Samsung Electronics: {aliases: [Samsung], parent: Samsung Group}
people: {Lee: {}}
events:
- {id: psa, date: 2020, title: A, companies: [PSA]}
- {id: group, date: 2021, title: B, companies: [Samsung Group]}
- {id: phones, date: 2022, title: C, companies: [Samsung], people: [Bruce Lee]}
- {id: sdi, date: 2023, title: D, companies: [Samsung SDI], people: [Lee]}
"""
CITROËN = "- {id: car, date: 2024, title: E, companies: [Citroën]}\n"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("company:samsung", "phones"),  # an alias, not the names that contain the word
        ("samsung", "phones group sdi"),  # their text has it
        ("company:samsung*", "phones group sdi"),
        ("company:sdi", "sdi"),
        ("company:samsung,sdi", "phones sdi"),
        ('company:"samsung group"', "phones group"),
        ("person:lee", "sdi"),
        ("company:citroen", "car"),
        ("citroen", "car"),
        ("company:stellantis", "car"),
        ("company:peugeot", "psa"),
        ('company:"peugeot citroen"', "psa"),
        ("company:citroen*", "car psa"),
    ],
)
def test_a_whole_registered_name_is_that_name(words: str, expected: str, timeline: Run, write: Write) -> None:
    assert ids(timeline, write(REGISTERED + CITROËN), words) == set(expected.split())


@pytest.mark.parametrize("words", [["citroen"], ["company:citroen"], ["--exact", "--company", "Citroën"]])
def test_a_registered_name_that_no_event_has_is_no_other(words: list[str], timeline: Run, write: Write) -> None:
    done = timeline("-f", write(REGISTERED), "show", "--count", *words)
    assert (done.out, done.err.splitlines()[1:]) == ("0\n", ["the company Citroën is registered, but no event has it"])


@pytest.mark.parametrize(
    ("words", "like", "ignored"),
    [
        ("either hyundai or apple", "hyundai or apple", "either"),
        ("(either hyundai or apple) 2024", "(hyundai or apple) 2024", "either"),
        ("both apple and phones", "apple and phones", "both"),
        ("only hyundai", "hyundai", "only"),
        ("everything about hyundai in 2024", "hyundai 2024", "everything, about"),
        ("tell me all about apple", "apple", "tell, me, all, about"),
        ("news about apple", "apple", "news, about"),
        ("all since 2025-06", "since 2025-06", "all"),
        ("all company:apple", "company:apple", "all"),
    ],
)
def test_words_that_make_a_sentence_are_ignored(
    words: str, like: str, ignored: str, timeline: Run, write: Write
) -> None:
    path = write(FILE)
    assert ids(timeline, path, *words.split()) == ids(timeline, path, *like.split()) != set()
    assert f"ignored: {ignored}\n" in timeline("-f", path, "show", *words.split()).err


def test_either_after_other_words_needs_parentheses(timeline: Run, write: Write) -> None:
    path = write(FILE)
    done = timeline("-f", path, "show", "growth", "either", "hyundai", "or", "apple")
    assert (done.code, "remove it, and write '(… or …)' around what it joins" in done.err) == (2, True)
    assert ids(timeline, path, "either") == ids(timeline, path, "all") == ids(timeline, path, "both", "apple") == set()
    assert ids(timeline, path, "all-electric") == set()


@pytest.mark.parametrize(
    ("words", "several"),
    [
        (["--type", "deal,meeting"], "type:deal,meeting"),
        (['company:"SK On,Apple"'], "'company:\"SK On\",Apple'"),
        (["type:deal, meeting"], "type:deal,meeting"),
    ],
)
def test_a_comma_in_one_value_is_said(words: list[str], several: str, timeline: Run, write: Write) -> None:
    done = timeline("-f", write(FILE), "show", *words)
    assert f"; a comma is part of this value: for several, repeat the option, or write {several}\n" in done.err
    assert "comma" not in timeline("-f", write(FILE), "show", "over", "1,5bn").err


GERMAN = """
events:
- {id: a, date: 2025-01, title: A, companies: [Müller AG], place: München, people: [Jürgen Groß], tags: [dividend]}
- {id: b, date: 2025-02, title: B, companies: [Boeing, Schröder], type: capital-markets-day, tags: [ex-date]}
- {id: c, date: 2025-03, title: C, companies: [Schroeder], type: agm, tags: [boeings]}
"""


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Mueller", "a"),
        ("company:mueller", "a"),
        ("place:Muenchen juergen", "a"),
        ("schroeder", "c"),  # nothing else where a name is written so
        ("company:schroeder", "c"),
        ("boeings", "c"),
        ("dividends", "a"),
        ("tag:dividends", "a"),
        ("ex dates", "b"),
        ("type:capital-markets-days", "b"),
        ("type:days", ""),
        ("tag:boeing", ""),
        ("company:muellers", ""),
    ],
)
def test_names_without_umlauts_and_plurals_of_types_and_tags(
    words: str, expected: str, timeline: Run, write: Write
) -> None:
    assert ids(timeline, write(GERMAN), *words.split(" ")) == set(expected.split())


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        ("hyundai or kia in 2026", "write '(hyundai or kia) in 2026'; or 'hyundai or (kia in 2026)'"),
        ("in 2026 hyundai or kia", "write 'in 2026 (hyundai or kia)'; or '(in 2026 hyundai) or kia'"),
        ("2024 2026", "write date:2024,2026 for either of them, or 2024-01-01..2026-12-31"),
        ("is:rumoured", "write certainty:rumoured"),
        ("is:cancelled", "write state:cancelled"),
        ("hyundai or kia && 2026", "write '(hyundai or kia) 2026'; or 'hyundai or (kia && 2026)'"),
        ("2026 and kia or hyundai", "write '2026 (kia or hyundai)'; or '(2026 and kia) or hyundai'"),
        ("kia or 2024 2026", "write date:2024,2026 for either of them"),
        ("2025-03.. pre-2024", "date:2025-03..,pre-2024 for either of them\n"),
        ("newest first", "write timeline show --reverse; "),
        ("hyundai oldest first", "write timeline show hyundai; "),
        ("latest 2025", "write timeline show 2025 --reverse; "),
        ("last 5 events", "write timeline show --reverse --limit 5; "),
        ("hyundai or last 5 events", "write --reverse --limit 5 instead of these words; "),
        ("hyundai and (oldest first)", "write nothing instead of these words; "),
        ("first 3 events of kia", "write timeline show kia --limit 3; "),
        ("first event", "write timeline show --limit 1; "),
        ("how many events in 2025", "write timeline show 2025 --count; "),
        ("how many deals", "write timeline show deals --count; "),
        ("(hyundai or kia) sorted by name", "write timeline show '(hyundai or kia)' --sort title; "),
        ("-hyundai", "write not hyundai"),
        ("!hyundai", "write not hyundai"),
        ("*sung", "text:sung"),
        ("company != apple", "not company:samsung"),
        ("hyundai, kia", "write hyundai or kia, or hyundai and kia\n"),
        ("hyundai, kia; and apple", "write hyundai or kia or apple, or hyundai and kia and apple\n"),
        ("q1 2025, q2 2025", "write 2025 or q2 2025, or 2025 and q2 2025\n"),
        ("hyundai 2024, 2025", "write 2024 or 2025, or 2024 and 2025\n"),
        ("hyundai,", "write hyundai or …, or hyundai and …\n"),
        ("hyundai as of 2024-12-01", "write timeline show hyundai --as-of 2024-12-01; "),
        ("what was known on 1 Dec 2024", 'write timeline show --as-of "1 Dec 2024"; '),
        ("deals known by Dec 1, 2024", 'write timeline show deals --as-of "Dec 1, 2024"; '),
        ("...", "text:'...'"),
        ("not >2024", "write after 2024"),
        (">=2024", "write since 2024"),
        ("2025年3月22日", "write 2025-03-22"),
        ("２０２５", "write 2025"),
        ("2025-03-22 10:00", "write "),
        ("2025-03-22 10:00 KST", "write 2025-03-22;"),
        ("first quarter results 2025", "write first quarter with its year"),
        ("2025-03-22T10:00 to 2025-03-23", "text:2025-03-22T10:00"),
        ("Q1..2025", "write every date in full"),
        ("within 2 weeks", "write last 2 weeks or next 2 weeks"),
        ("past few months", "write a number"),
        ("2024 FY", "write 2024 alone"),
        ("LTM 2024", "write "),
        ("2025.", "write 2025"),
        ("am 2. Dezember 2026", "hint: write 2026-12-02\n"),
        ("2. Juli 2026", "hint: write 2026-07-02\n"),
        ("kia 16. März 2027", "hint: write 2027-03-16\n"),
        ("seit dem 2. März 2027", "write 2027-03-02..;"),
        ("vom 2. bis 5. März 2027", "hint: write 2027-03-02..2027-03-05\n"),
        ("7 days before 2026-11-05", "hint: write 2026-10-29\n"),
        ("12.03.2026..15.10.2026", "write every date in full"),
        ("12.03.2026", "write 2026-03-12, as dates with dots usually begin with the day, or 2026-12-03;"),
        ("2025,2023", "write '(2025 or 2023)'"),
        ("202503", "write 2025-03, or text:202503"),
        ("2024 not March", "write March with its year"),
        ("not entire 2025", "write "),
        ("not financial year 2024", "write "),
        ("2024 excluding March", "write "),
        ("\u200b", "write what to look for"),
        ("text:\u200b", "write what to look for"),
        ("by the", 'text:"by the"'),
        ("hyundai or by", 'text:"by"'),
        ("value > 20", "write value:5bn.. for a figure, after 2024 for a date"),
        ("company != hyundai", "write not FIELD:VALUE, as in not company:samsung"),
        ("company = hyundai", "write FIELD:VALUE, as in company:samsung"),
        ("deals hyundai or apple", "write 'deals (hyundai or apple)'; or '(deals hyundai) or apple'"),
        ("hyundai or apple deals", "write '(hyundai or apple) deals'; or 'hyundai or (apple deals)'"),
        ("hyundai or apple deals 2025", "write '(hyundai or apple) deals 2025'; or 'hyundai or (apple deals 2025)'"),
        ("deals hyundai or apple 2025", "write 'deals (hyundai or apple) 2025'; or '(deals hyundai) or (apple 2025)'"),
        ("end of 2024", "write 2024-12-31, or 2024-12;"),
        ("start of this year", "write 2025-01-01, or 2025-01;"),
        ("how many deals", "how many is about counting"),
        ("status:planned", "did you mean scheduled?"),
        ("state:pending", "did you mean scheduled?"),
        ("state:rumoured", "write certainty:rumoured"),
        ("certainty:cancelled", "write state:cancelled"),
    ],
)
def test_what_is_refused_says_what_to_write(words: str, hint: str, timeline: Run, write: Write) -> None:
    path = write(FILE)
    done = timeline("-f", path, "show", "--", *words.split(" "))
    assert (done.code, done.out) == (2, "")
    assert hint.replace("write timeline", f"write timeline -f {path}") in done.err


def test_a_date_that_is_a_name_as_well_is_refused(timeline: Run, write: Write) -> None:
    path = write("events: [{date: 2025, title: A, tags: ['2025']}]")
    done = timeline("-f", path, "show", "2025")
    assert done.code == 2
    assert "write date:2025 for the date, or" in done.err
    assert ids(timeline, path, "tag:2025") == ids(timeline, path, "date:2025")


@pytest.mark.parametrize(
    ("words", "note"),
    [
        ("cancelled", "state:cancelled finds 1"),
        ("upcoming", "is:upcoming finds 1"),
        ("rumored", "certainty:rumoured finds 1"),
        ("unsourced", "is:unsourced finds 9"),
        ("status:scheduled", "state:scheduled finds 1"),
        ("tape", ""),
        ("postponed", ""),
    ],
)
def test_what_another_field_finds_is_said(words: str, note: str, timeline: Run, write: Write) -> None:
    done = timeline("-f", write(FILE), "--today", "2026-11-28", "show", words)
    assert note in done.err
    assert (" finds " in done.err) == bool(note)


def test_a_kind_of_figure_is_found_elsewhere(timeline: Run, write: Write) -> None:
    path = write("- {date: 2025, title: A, type: earnings, figures: [{metric: sales, kind: guidance, value: 5}]}\n")
    done = timeline("-f", path, "show", "guidance")
    assert "kind:guidance finds 1" in done.err
    assert "kind:" not in timeline("-f", path, "show", "consensus").err
    assert len(ids(timeline, path, "kind:guidance")) == 1


def test_the_echo_names_what_was_found_and_what_was_left_out(timeline: Run, write: Write) -> None:
    done = timeline("-f", write(FILE), "show", "events", "by", "LGES", "or", "deals", "phones")
    assert "LGES (company LG Energy Solution, or text) or (deals (type deal, or text) and phones (text))" in done.err
    assert "ignored: events, by" in done.err


def test_question_words_are_text_alone_in_capitals_or_in_a_name(timeline: Run, write: Write) -> None:
    path = write(
        "- {id: a, date: 2025, title: WHO ends it}\n- {id: b, date: 2025, title: x, companies: [Who, Show Me]}\n"
    )
    assert ids(timeline, path, "who") == {"a", "b"}
    assert ids(timeline, path, "what", "is", "WHO", "ends") == {"a"}
    assert ids(timeline, path, "show", "me", "x") == {"b"}
    assert ids(timeline, path, "what", "the") == set()
    assert ids(timeline, path, "not", "what", "x") == {"b"}
    assert ids(timeline, path, "not", "who", "2025") == set()
    assert ids(timeline, path, "what", "or", "ends") == {"a"}
    assert "ignored: what, is\n" in timeline("-f", path, "show", "what", "is", "WHO", "ends").err


def test_a_question_has_a_bounded_number_of_values(timeline: Run) -> None:
    done = timeline("show", "company:" + ",".join(f"x{number}" for number in range(600)))
    assert (done[0], "more than 500 words" in done[2]) == (2, True)
    done = timeline("show", "x" * 30_000)
    assert (done[0], "more than 20,000 characters" in done[2]) == (2, True)


@pytest.mark.parametrize("question", ['2024 company:"A"| b', '2024 "a"or b', 'acme or"b" 2024'])
def test_an_or_next_to_a_quotation_mark_is_found(question: str, timeline: Run) -> None:
    found = timeline("show", question)
    assert (found.code, "could apply to the whole question" in found.err) == (2, True)
