"""From an article to drafted events: each asserted clause that is dated, or has a verb of corporate news.

Owns: the order of these steps. Does not: read files or write YAML.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from timeline_cli.dates.event_date import parse_date
from timeline_cli.dates.faults import DateFault
from timeline_cli.dates.in_text.find import entry_text, expressions, is_entry
from timeline_cli.dates.in_text.fiscal_end import fiscal_year_end
from timeline_cli.dates.in_text.moment import Expression
from timeline_cli.drafting.amounts import home
from timeline_cli.drafting.around import Around
from timeline_cli.drafting.asserted import is_asserted, is_prose
from timeline_cli.drafting.brackets import end_with_brackets, without_brackets
from timeline_cli.drafting.clause import Clause
from timeline_cli.drafting.clauses import clauses
from timeline_cli.drafting.dating import When
from timeline_cli.drafting.diary import diary, diary_lines
from timeline_cli.drafting.elsewhere import of_meeting
from timeline_cli.drafting.events import is_event
from timeline_cli.drafting.extent import spare, title_end
from timeline_cli.drafting.figures import figures
from timeline_cli.drafting.inverted import only_dates, without_rumoured
from timeline_cli.drafting.learning import learn
from timeline_cli.drafting.lexicon import PREPOSITIONS
from timeline_cli.drafting.measures import is_bare, is_measure
from timeline_cli.drafting.mentions import Subject
from timeline_cli.drafting.modality import certainty, status, type_by_nouns, type_of
from timeline_cli.drafting.name_patterns import COMMON, alias_pattern
from timeline_cli.drafting.name_words import speaks
from timeline_cli.drafting.names import Cast
from timeline_cli.drafting.naming import known, named, pronoun_after
from timeline_cli.drafting.participles import in_date
from timeline_cli.drafting.periods import Figure, moved, needs_period, of_clause
from timeline_cli.drafting.proposal import Draft
from timeline_cli.drafting.references import References
from timeline_cli.drafting.repeats import without_repeats
from timeline_cli.drafting.sentences import Sentence, Word, is_item, sentences, words
from timeline_cli.drafting.tense import tense_in
from timeline_cli.drafting.terms import terms
from timeline_cli.drafting.terse import with_terse
from timeline_cli.drafting.titles import title
from timeline_cli.drafting.undated import RELATIVE
from timeline_cli.drafting.undoing import is_new_day, undoes, was_planned
from timeline_cli.drafting.untold import OF_WHICH_DAY, has_moved
from timeline_cli.drafting.verbs import verb_groups
from timeline_cli.drafting.when import when
from timeline_cli.model import Registries

_PRONOUNS = ("he", "she", "it", "they")
_RESULTS = ("earnings", "sales-report")
_LEGAL = re.compile(r"\bforward[- ]looking statements?\b", re.IGNORECASE)  # what a paragraph of these says is no news
_HEADED = re.compile(
    r"\b(?:results|trading update|quarterly|(?:annual|interim|financial|activities) report)\b", re.IGNORECASE
)
_MOSTLY = 0.5  # share of direct speech above which a sentence is a quotation


def draft(text: str, published: date, registries: Registries, heading: str | None = None) -> list[Draft]:
    """The events of an article's prose, by date of mention. Paragraphs are separated by line breaks."""
    written, text = text, without_brackets(text)
    whole = f"{heading or ''}\n{written}"
    cast = Cast(registries, alias_pattern(registries, whole))
    learn(cast, text, heading or "", terms(whole))
    dates = expressions(text, published, tense_in(text), fiscal_year_end(text), heading)
    begins = [each.begin for each in dates]
    made: list[Draft] = []
    references = References(cast)
    lines = diary_lines(text)
    listed = {begin for begin, _ in lines}
    around = Around(home(text))
    if heading is not None and _HEADED.search(heading):  # Results for the third quarter of 2025
        said = expressions(heading, published, tense_in(heading), fiscal_year_end(text))
        around.learn(heading, [each for each in said if each.date and _is_over(each.date, published)])
    end, is_legal = 0, False
    for sentence in sentences(text):
        if not end or "\n" in text[end : sentence.begin]:  # a new paragraph
            in_entry = is_entry(sentence.text)
            is_legal = _LEGAL.search(text, sentence.begin, text.find("\n", sentence.end) % (len(text) + 1)) is not None
            references.begin_paragraph(in_entry)
            around.begin(is_item(text, sentence.begin), in_entry)
        end = sentence.end
        if is_legal or text.rfind("\n", 0, sentence.begin) + 1 in listed:
            continue
        sentence = sentence._replace(written=written[sentence.begin : end_with_brackets(written, end)])
        first, last = bisect_left(begins, sentence.begin), bisect_left(begins, sentence.end)
        inside = [
            each._replace(begin=each.begin - sentence.begin, end=each.end - sentence.begin)
            for each in dates[first:last]
        ]
        made += _of_sentence(sentence, inside, published, references, around)
    return without_repeats([*made, *diary(text, written, lines, dates, cast, published)])


def _is_over(written: str, day: date) -> bool:
    """Whether a period has months that are over: not 2024/25, whose months are not said here."""
    return re.fullmatch(r"\d{4}/\d{4}", written) is None and parse_date(written).bounds.end < day.toordinal()


def _of_sentence(
    sentence: Sentence, dates: list[Expression], published: date, references: References, around: Around
) -> Iterator[Draft]:
    head = entry_text(sentence.text) if around.in_entry else 0
    found = [word for word in words(sentence.text, sentence.quoted) if word.begin >= head]
    if around.in_entry and around.date is None:
        around.date = next((each for each in dates if each.date), None)
    whole = f"{sentence.text}." if around.in_entry or around.in_list else sentence.text
    is_heading = bool(found and dates) and all(in_date(word, dates) or word.text in "-–" for word in found)
    if is_heading or not is_prose(whole, found, around.in_entry):
        if is_heading:
            around.heading = dates[0] if dates[0].date != published.isoformat() else None  # not of a press release
        if not around.in_list:
            around.date = next((each for each in dates if each.date), None)  # of a heading
            around.learn(sentence.text, dates)
        return
    around.open(sentence.text, dates)
    mostly_speech = sum(word.quoted for word in found) > _MOSTLY * len(found)
    made = _clauses(sentence, found, dates, published, around)
    plans = [each for each in made if was_planned(each, made, dates)]
    depends = any(clause.opens in ("if", "unless") and clause.group.verb != "go" for clause in made)  # if all goes well
    denied = [each for each in made if not (each.describes or is_asserted(each, mostly_speech))]
    for number, clause in enumerate(made):
        subject = _subject(made, number, references)
        is_no_event = clause.is_attribution or clause in plans
        noun = clause.antecedent if clause.is_relative and not clause.has_subject else clause.subject
        is_no_event |= noun[0] < noun[1] and clause.first > 0 and only_dates(found, noun, dates)
        is_no_event |= clause.opens in ("once", "when") and not clause.has_subject and clause.group.weak  # Once opened
        is_possible = not (is_no_event or (depends and clause.group.tense == "future"))
        if clause.describes and clause.group.tense == "future":  # ten cars due in May will not arrive
            is_possible &= not any(each.subject[0] == clause.antecedent[0] < each.subject[1] for each in denied)
        if clause.describes:  # the meeting, to be held on June 26, will vote on it
            is_possible &= all(each.subject != clause.antecedent or not of_meeting(each, dates, made) for each in made)
        if subject is not None and is_possible and is_asserted(clause, mostly_speech):
            dated, own = around.of(clause, head > 0), dates
            # The meeting, which was planned for June, was cancelled.
            has_own = any(clause.begin <= each.begin < clause.end and RELATIVE.search(each.text) for each in dates)
            if plans and undoes(clause) and not (has_own or any(is_new_day(clause, each) for each in dates)):
                planned = [each for each in dates if plans[0].begin <= each.begin < plans[0].end and each.date]
                dated, own = next(iter(planned), dated), [] if planned else own
            at = when(clause, own, published, made, dated)
            if not at.explicit and has_moved(clause) and _is_firm(subject.text, references.cast):
                at = When(published.isoformat(), False, OF_WHICH_DAY)
            drafted = _event(made, number, subject, at, dates, references, around)
            if drafted is not None:
                if at.again:
                    drafted = replace(drafted, title=re.sub(r" twice\b", "", drafted.title))
                yield drafted
                for each in at.again:  # in 2019 and again in 2021
                    yield replace(drafted, date=each, figures=moved(drafted.figures, at.used, each))
                around.hear(clause, drafted.type in _RESULTS, at, dates)
        if not clause.is_inverted and (
            clause.group.verb != "be" or found[clause.group.first].low not in {*PREPOSITIONS, "."}
        ):
            references.learn(clause, subject)
    references.end_sentence(sentence.text, made)


def _subject(made: Sequence[Clause], number: int, references: References) -> Subject | None:
    """The subject of a clause; that of the next where a pronoun opens the sentence: When she left, Ada Byron."""
    clause, low = made[number], made[number].subject_text.lower()
    is_first = number == 0 and clause.opens and not clause.is_relative and low in _PRONOUNS
    if not (is_first and made[1:]) or made[1].opens:
        return references.subject(clause)
    is_person = any(each.kind == "people" for each in references.cast.names(made[1].subject_text))
    is_who = low in ("he", "she") and not is_person  # When she left, the timing was poor
    return references.subject(clause if is_who else made[1])


def _is_firm(subject: str, cast: Cast) -> bool:
    """Whether a subject is a company and nothing of it: Bolt Bank shed 2%; not: Bolt's exports to Italy fell 3%."""
    names = cast.names(subject)
    return len(names) == 1 and names[0].kind == "companies" and names[0].end == len(subject) and not is_measure(subject)


def _clauses(
    sentence: Sentence, found: list[Word], dates: list[Expression], published: date, around: Around
) -> list[Clause]:
    """The clauses of a sentence; what an entry says in the present tense of a day that is over is in the past."""
    groups = [
        group
        for group in verb_groups(found)
        if not any(each.begin <= found[group.first].begin < each.end for each in dates)
    ]
    groups = with_terse(found, without_rumoured(found, groups), dates, around.in_list, around.in_entry)
    if around.in_entry and (around.date is None or str(around.date.date) <= published.isoformat()):
        groups = [group._replace(tense="past") if group.tense == "present" else group for group in groups]
    return clauses(sentence, found, groups, dates)


def _event(
    made: Sequence[Clause],
    number: int,
    subject: Subject,
    at: When,
    dates: list[Expression],
    references: References,
    around: Around,
) -> Draft | None:
    clause, cast = made[number], references.cast
    text = clause.text
    start = clause.words[clause.antecedent[0]].begin if clause.describes and clause.is_relative else clause.begin
    written = clause.sentence.written
    numbers = _figures(clause, start, subject.text, at, dates, around)
    pronoun = pronoun_after(references, clause, made[:number], subject.text)
    stands = [*([pronoun] if pronoun is not None and pronoun[1] else []), *known(references, clause, subject.text)]
    end = title_end(made, number, dates, len(subject.text))
    headline = title(clause, subject.text, dates, stands, end, spare(clause, at, cast))
    is_person = any(each.kind == "people" for each in cast.names(subject.text)[-1:])
    is_named = any(each.kind == "companies" for each in cast.names(subject.text)) or subject.text.endswith("Board")
    kind = type_of(clause, headline, is_person)
    has_figure = bool(numbers) and any(each.isdigit() for each in clause.sentence.text[start : clause.end])
    if not is_event(clause, at, has_figure, kind, is_named):
        return None
    alone = headline
    if not subject.doubt and (whole := named(references, clause, subject.text, headline)):
        subject = Subject(whole)
        headline = title(clause, whole, dates, stands, end, spare(clause, at, cast))
    elif subject.doubt and subject.text.lower() == "it" and references.leader and not is_named:
        headline = title(clause, f"{cast.short(references.leader)}: it", dates, stands, end, spare(clause, at, cast))
    says = headline if at.explicit and not subject.doubt else alone
    if len(says) < 12 or len(says.split()) < (4 if subject.doubt else 3 - at.explicit):
        return None
    sure = certainty(clause)
    is_whole = subject.text.lower() in headline.lower()
    names = cast.names(headline if is_whole else f"{subject.text}; {text}")
    companies = [each.name for each in names if each.kind == "companies"]
    people = [(each.name, each.role) for each in names if each.kind == "people" and not speaks(each.role)]
    place = next((each.name for each in cast.names(text) if each.kind == "places"), None)
    is_left = (
        pronoun is not None and not pronoun[1] and re.search(rf"\b{re.escape(pronoun[0])}\b", headline)
    )  # not: 19 of the trams
    doubt = subject.doubt or (pronoun[0] if pronoun is not None and is_left else None)
    doubt = doubt or (None if companies or (names and not is_bare(subject.text)) else _unnamed(headline, subject.text))
    unclear = doubt and f'"{doubt}" stands for something that the clause does not name'
    lacks = not at.review and not (at.used and at.used.link == "by") and any(map(needs_period, numbers))
    reviews = {"date": at.review, "title": unclear, "figures": lacks and "the text does not say for which period"}
    return Draft(
        _strict(at.date), headline, (written,), kind or type_by_nouns(clause, headline), status(clause, at, sure), sure,
        tuple(dict.fromkeys(companies)), tuple(dict.fromkeys(people)), place,
        tuple(numbers),
        {key: reason for key, reason in reviews.items() if reason},
    )  # fmt: skip


def _figures(
    clause: Clause, start: int, subject: str, at: When, dates: list[Expression], around: Around
) -> list[Figure]:
    """The figures of a clause whose text begins at `start`; it reached $3 billion is of what it stands for."""
    written, end = clause.sentence.written, end_with_brackets(clause.sentence.written, clause.end)
    said = written[start:end]
    is_of = is_measure(subject) or (clause.is_relative and re.search(r"\d", subject) is not None)  # a loan of $3m that
    said = f"{subject} {said}" if is_of and subject.split()[-1] not in said else said
    return [of_clause(each, at, clause) for each in figures(said, dates, end - len(said), around.at_home, clause)]


def _strict(text: str) -> str:
    try:
        return parse_date(text).text
    except DateFault:
        return "/.."


def _unnamed(headline: str, subject: str) -> str | None:
    """What a short title without a name or number speaks of as known: the case, The first phase."""
    if is_bare(subject):
        return subject
    is_name = re.fullmatch(r"[A-Z]\w+", subject) is not None and COMMON.search(subject) is None
    if len(headline.split()) > 7 or re.search(r"\d", headline) or is_name:
        return None
    known = re.search(r"\bthe (?:two |last |first )?[\w-]+", headline)
    return known[0] if known is not None else subject
