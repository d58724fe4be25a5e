"""What to ask instead: notes with a question to run and what it finds, and words of another field that are refused."""

from __future__ import annotations

import json
import shlex
from collections.abc import Callable

import pytest

from tests.conftest import Run

Write = Callable[..., str]

FILE = """
companies: {Nordia: {aliases: [NDA]}, Intex: {aliases: [Intex Corporation]}, Infimera: {}}
events:
- {date: 2015-04-15, title: Nordia to acquire Alkatel, companies: [Nordia], type: merger}
- {date: 2024-06-27, title: Nordia buys Infimera, companies: [Nordia, Infimera], type: deal,
   figures: [{metric: deal value, value: 2.3 billion, unit: USD}]}
- {date: 2024-11-06, title: Nordia sells its networks, companies: [Nordia], type: deal, status: cancelled}
- {date: 2025-02-28, title: Nordia closes the Infimera acquisition, companies: [Nordia, Infimera], type: deal}
- {date: 2025-08-22, title: Intex names Pat Gelsing CEO, companies: [Intex], people: [Pat Gelsing], type: leadership}
- {date: 2026-05-01, title: Rumoured bid, companies: [Nordia], type: deal, certainty: rumoured}
- {date: 2026-05-02, title: Bid for Intex, companies: [Intex], type: deal, certainty: rumoured}
- {date: 2026-10-22, title: Nordia's results, companies: [Nordia], type: earnings}
- {date: 2026-10-23, title: Intex results, companies: [Intex], type: earnings}
- {date: 2027-01-28, title: Nordia reports, companies: [Nordia], type: earnings, status: scheduled}
- {date: 2026-12-15, title: New chip, companies: [Intex], type: launch, status: scheduled}
- {date: 2026-12-16, title: Job cut, summary: Layoff of 500 reaches Rome}
"""


def told(timeline: Run, path: str, *words: str) -> list[str]:
    """The lines on stderr after the echo; the answer is the same without the index."""
    done = timeline("-f", path, "--today", "2026-11-28", "show", "--json=title", *words)
    assert done == timeline("-f", path, "--today", "2026-11-28", "--no-index", "show", "--json=title", *words)
    assert done.code == 0, done.err
    return done.err.splitlines()[1:]


@pytest.mark.parametrize(
    ("words", "notes"),
    [
        ("planned launches", ["no event has the text planned", "state:scheduled launches finds 1"]),
        ("rumoured deals", ["certainty:rumoured deals finds 2"]),
        ("summit", ["no event has the text summit"]),
        ("cancelled or rumoured", ["no event has the text cancelled", "state:cancelled or certainty:rumoured finds 3"]),
        ("confirmed deals", ["no event has the text confirmed"]),
        ("cancelled launches", ["no event has the text cancelled", "state:cancelled finds 1"]),
        ("deals with figures", ["ignored: with", "no event has the text figures", "deals with has:figures finds 1"]),
        ("deals without a figure", ["ignored: a", "no event has the text without", "no event has the text figure",
                                    "deals not has:figures finds 4"]),
        ("deals without infimera", ["no event has the text without", "deals not infimera finds 3"]),
        ("deals over 2 billion", ["no event has the text over", "no event has the text 2",
                                  "no event has the text billion", "deals value:2bn.. finds 1"]),
        ("deals below 3bn", ["no event has the text below", "no event has the text 3bn", "deals value:..3bn finds 1"]),
        ("nordia intex", ["nordia finds 7, intex finds 4", "nordia or intex finds 11"]),
        ("nordia and intex deals 2026", ["nordia finds 7, intex finds 4, deals finds 5",
                                         "'(nordia or intex) deals 2026' finds 2"]),
        ("nordia intex infimera", ["nordia finds 7, intex finds 4, infimera finds 2",
                                   "nordia or intex or infimera finds 11"]),
        ("launches merger", ["launches finds 1, merger finds 1"]),
        ("nordia 2050", ["nordia finds 7"]),
        ("nordia sold what", ["ignored: what", "no event has the text sold", "nordia sell what finds 1"]),
        ("nordia bought", ["no event has the text bought", "nordia buy finds 1"]),
        ("closed", ["no event has the text closed", "close finds 1"]),
        ("naming", ["no event has the text naming", "name finds 1"]),
        ("reaching", ["no event has the text reaching", "reach finds 1"]),
        ("layoffs", ["no event has the text layoffs", "layoff finds 1"]),
        ("acquisitions", ["no event has the text acquisitions", "type:merger finds 1"]),
        ("acquistion", ["no event has the text acquistion", "type:merger finds 1"]),
        ("nordia vs intex", ["no event has the text vs", "nordia or intex finds 11"]),
        ("nordia,intex", ['no event has the text "nordia,intex"', "nordia or intex finds 11"]),
        ("nordia versus intex 2026", ["no event has the text versus", "'(nordia or intex) 2026' finds 5"]),
        ("compare nordia and intex", ["no event has the text compare", "nordia or intex finds 11"]),
        ("neither nordia nor intex", ["no event has the text neither", "not nordia not intex finds 1"]),
        ("deals except infimera", ["no event has the text except", "deals not infimera finds 3"]),
        ("everything but nordia", ["ignored: everything", "no event has the text but", "not nordia finds 5"]),
        ("value over 2 billion", ["no event has the text over", "no event has the text 2",
                                  "no event has the text billion", "metric:value value:2bn.. finds 1"]),
        ("nordia deal value above 2,1 billion",
         ["no event has the text above", 'no event has the text "2,1"', "no event has the text billion",
          "'nordia metric:\"deal value\" value:2.1bn..' finds 1"]),
        ("job cuts", ["no event has the text cuts", "job cut finds 1"]),
        ("nordia news", ["no event has the text news"]),
        ("Gelsing's", ['no event has the text "Gelsing\'s"', "Gelsing finds 1"]),
        ("pending", ["no event has the text pending", "state:scheduled finds 3"]),
        ("takeover", ["no event has the text takeover", "type:merger finds 1"]),
        ("nordia week 49", ["no event has the text week", "no event has the text 49", "for a date, add the year"]),
        ("KW 49", ["no event has the text KW", "no event has the text 49", "for a date, add the year"]),
        ("late payment", ["no event has the text late", "no event has the text payment"]),
        ("nordia by year end", ["ignored: by", "no event has the text year", "no event has the text end",
                                "for a date, write its first and last day"]),
        ("nordia announced in june 2024", ["no event has the text announced",
                                           "'nordia known:\"june 2024\"' finds 1"]),
        ("cancelled in june 2024", ["no event has the text cancelled"]),  # what else is found has another date
        ("nordia's takeover", ["ignored: 's after nordia", "no event has the text takeover",
                               '"nordia\'s type:merger" finds 1']),
    ],
)  # fmt: skip
def test_a_note_is_a_question_to_run_with_what_it_finds(
    words: str, notes: list[str], timeline: Run, write: Write
) -> None:
    path = write(FILE)
    assert told(timeline, path, *words.split(" ")) == notes
    for question, _, found in (note.rpartition(" finds ") for note in notes if "finds" in note and ", " not in note):
        done = timeline("-f", path, "--today", "2026-11-28", "show", "--json=title", *shlex.split(question))
        assert len(json.loads(done.out)) == int(found)


def test_latest_is_a_word_where_a_text_has_it(timeline: Run, write: Write) -> None:
    path = write("- {date: 2025, title: Acme's latest chip}\n- {date: 2026, title: Acme in reverse}\n")
    assert told(timeline, path, "latest", "acme") == told(timeline, path, "reverse", "acme") == []


def test_a_month_that_is_a_word_too_is_said_to_be_one(timeline: Run, write: Write) -> None:
    path = write("- {date: 2025, title: Acme may sell Beta}\n- {date: 2026-05, title: Acme marches on}\n")
    note = "for a date, write 2026-{0} or 2027-{0}"
    assert told(timeline, path, "acme", "in", "May") == ["ignored: in", note.format("05")]
    assert told(timeline, path, "in", "march")[1:] == [note.format("03")]
    assert told(timeline, path, "acme", "may") == []
    assert told(timeline, path, "in", "acme") == ["ignored: in"]


@pytest.mark.parametrize(
    ("words", "note"),
    [
        ("factories", "factory finds 2"),
        ("factories 2024", "factory 2024 finds 1"),
        ("margin over 5%", "metric:margin value:5%.. finds 1"),
        ("margin over 5 percent", "metric:margin value:5%.. finds 1"),
        ("net income over 10 billion", "net finds 1, income finds 1"),
        ("net revenue over 10 billion", "'metric:\"net revenue\" value:10bn..' finds 1"),
    ],
)
def test_plurals_and_metrics(words: str, note: str, timeline: Run, write: Write) -> None:
    path = write("""
- {date: 2024, title: Factory opens}
- {date: 2025, title: Second factory opens}
- {date: 2026, title: 3 factories, figures: {operating margin: 7%, net income: 3 billion, net revenue: 50 billion}}
""")
    assert told(timeline, path, *words.split())[-1] == note


REPORTS = """
- {date: 2027-03-02, title: "Yearly report 2026: on course", type: filing}
- {date: 2026-03-03, title: Yearly report 2025, type: filing}
- {date: 2030-01-01, title: Strategy 2030, type: launch}
"""


@pytest.mark.parametrize(
    ("words", "notes"),
    [
        ("yearly report 2026", ["'\"yearly report 2026\"' finds 1"]),
        ("filing Yearly report 2026", ["'filing \"Yearly report 2026\"' finds 1"]),
        ("report 2026 not type:launch", ["'\"report 2026\" not type:launch' finds 1"]),
        ("2026 report", []),
        ("yearly report date:2026", []),
        ("strategy 2030", []),  # found anyway
        ("(yearly report 2026) or type:launch", []),
    ],
)
def test_a_date_that_is_part_of_a_title_is_noted_with_the_rest_of_the_question(
    words: str, notes: list[str], timeline: Run, write: Write
) -> None:
    assert told(timeline, write(REPORTS), *words.split(" ")) == notes
    for note in notes:
        asked = shlex.split(note.rpartition(" finds ")[0])
        assert len(json.loads(timeline("-f", write(REPORTS), "show", "--json=title", *asked).out)) == 1


def test_what_is_counted_has_the_same_options(timeline: Run, write: Write) -> None:
    assert told(timeline, write(FILE), "cancelled", "--type", "deal") == [
        "no event has the text cancelled", "state:cancelled finds 1",
    ]  # fmt: skip
    assert told(timeline, write(FILE), "rumoured", "--company", "intex")[-1] == "certainty:rumoured finds 1"
    # What it would find without them is not said.
    assert told(timeline, write(FILE), "cancelled", "--since", "2025") == ["no event has the text cancelled"]
    assert told(timeline, write(FILE), "cancelled", "--type", "launch") == ["no event has the text cancelled"]


def test_a_question_with_a_field_and_a_word_for_the_shell_is_quoted_by_words(timeline: Run, write: Write) -> None:
    path = write(FILE.replace("Bid for Intex", "Bid for Intex!"))
    notes = told(timeline, path, "rumoured", "intex!")
    assert notes == ["certainty:rumoured 'intex!' finds 1"]
    done = timeline("-f", path, "--today", "2026-11-28", "show", "--json=title", "certainty:rumoured", "intex!")
    assert len(json.loads(done.out)) == 1


@pytest.mark.parametrize(
    ("word", "meant"),
    [("nodria", "Nordia"), ("nordiaa", "Nordia"), ("Infemera", "Infimera"), ("gelsng", "Gelsing"), ("mergr", "merger"),
     ("corporatin", "corporation"), ("everything", ""), ("erlier", ""),
     ("spending", "")],
)  # fmt: skip
def test_a_misspelt_word_is_a_name_one_typo_away(word: str, meant: str, timeline: Run, write: Write) -> None:
    expected = f"no event has the text {word}" + (f"; did you mean {meant}?" if meant else "")
    assert told(timeline, write(FILE), word) == [expected]


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        ("nordia deals not cancelled", "write not state:cancelled, or not text:cancelled for the word"),
        ("deals not rumoured", "write not certainty:rumoured, or not text:rumoured for the word"),
        ("not (cancelled or intex)", "write state:cancelled, or text:cancelled for the word"),
        ("not upcoming", "write not is:upcoming, or not text:upcoming for the word"),
        ("not figures", "write not has:figures, or not text:figures for the word"),
        ("before the merger", "write before 2015-04-15 for Nordia to acquire Alkatel\n"),
        ("after infimera", "write after 2025-02-28 for Nordia closes the Infimera acquisition, one of 2 events\n"),
        ("latest nordia", 'write timeline show nordia --reverse --limit 1; text:"latest" looks for the words'),
        ("the most recent nordia deals", "write timeline show nordia deals --reverse --limit 1; "),
        ("recent", "write timeline show --reverse --limit 1; "),
        ("next earnings", "write timeline show earnings is:upcoming --limit 1\n"),
        ("who is next", "write timeline show is:upcoming --limit 1\n"),
        (
            "nordia next earnings type:earnings",
            "write timeline show nordia earnings type:earnings is:upcoming --limit 1",
        ),
        ("next merger", "write timeline show merger for all 1\n"),
        ("next launch or merger", "write timeline show '(launch or merger) is:upcoming' --limit 1\n"),
        ("next zebra", "write next 7 days\n"),
        ("before next earnings", "write before 2027-01-28 for Nordia reports\n"),
        ("since last earnings", "write since 2026-10-23 for Intex results"),
        ("nordia since last earnings", "write nordia since 2026-10-22 for Nordia's results"),
        ("since nothing like it", "hint: write since DATE; for the word, write text:since"),
        ("between the merger and 2024", "hint: write between DATE and DATE; for the word, write text:between"),
        ("since March", "write 2026-03 or 2027-03"),
    ],
)
def test_what_is_surely_not_meant_is_refused(words: str, hint: str, timeline: Run, write: Write) -> None:
    path = write(FILE)
    done = timeline("-f", path, "--today", "2026-11-28", "show", *words.split(" "))
    assert (done.code, done.out) == (2, "")
    assert hint.replace("write timeline", f"write timeline -f {path}") in done.err


@pytest.mark.parametrize(
    "words", ["not not cancelled", "not postponed", "not deals", "not text:cancelled", "not zebra"]
)
def test_not_is_answered_where_no_other_field_has_the_word(words: str, timeline: Run, write: Write) -> None:
    told(timeline, write(FILE), *words.split(" "))


@pytest.mark.parametrize(
    ("argument", "note"),
    [
        ("company:nordia since 2026", "without quotation marks, company:nordia since 2026 finds 3"),
        ("type:deal 2026", "without quotation marks, type:deal 2026 finds 2"),
        ("company:nordia networks", "without quotation marks, company:nordia networks finds 1"),
        ("company:nordia zebra", ""),
        ("person:pat smith", ""),
        ("place:new york", ""),
    ],
)
def test_a_question_in_one_argument_is_one_value_and_the_note_says_so(
    argument: str, note: str, timeline: Run, write: Write
) -> None:
    field, _, value = argument.partition(":")
    first, *others = told(timeline, write(FILE), argument)
    assert first.startswith(f'no event has the {field} "{value}"')
    assert others == ([note] if note else [])


def test_in_a_large_file_no_source_is_looked_up_for_a_mistyped_word(
    timeline: Run, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(FILE.replace("Job cut,", "Job cut, sources: [{publisher: Herald}],"))
    assert told(timeline, path, "herald") == ["no event has the text herald", "source:herald finds 1"]
    monkeypatch.setattr("timeline_cli.query.instead._MANY", 11)
    assert told(timeline, path, "herald") == ["no event has the text herald"]
