"""From an article to drafted events: each asserted clause that is dated, or has a verb of corporate news.

Owns: which clauses are events, and the order of these steps. Does not: read files or write YAML.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date

from timeline_cli.dates.event_date import parse_date
from timeline_cli.dates.faults import DateFault
from timeline_cli.dates.in_text.find import expressions, fiscal_year_end
from timeline_cli.dates.in_text.moment import Expression
from timeline_cli.drafting.clause import Clause
from timeline_cli.drafting.clauses import clauses
from timeline_cli.drafting.figures import Figure, figures
from timeline_cli.drafting.lexicon import CALLS, STATES, forms, word_set
from timeline_cli.drafting.modality import certainty, is_opinion, status, type_of
from timeline_cli.drafting.names import Cast, Found, speaks
from timeline_cli.drafting.proposal import Draft
from timeline_cli.drafting.repeats import without_repeats
from timeline_cli.drafting.sentences import Sentence, Word, quoted_share, sentences, words
from timeline_cli.drafting.tense import tense_in
from timeline_cli.drafting.titles import title
from timeline_cli.drafting.verbs import verb_groups
from timeline_cli.drafting.when import When, when
from timeline_cli.model import Registries

_MOSTLY = 0.5  # share of direct speech above which a sentence is a quotation


def draft(text: str, published: date, registries: Registries) -> list[Draft]:
    """The events of an article's prose, by date of mention. Paragraphs are separated by line breaks."""
    cast = Cast(registries)
    cast.learn(text)
    dates = expressions(text, published, tense_in(text), fiscal_year_end(text))
    begins = [each.begin for each in dates]
    made: list[Draft] = []
    memory = _Memory()
    for sentence in sentences(text):
        first, last = bisect_left(begins, sentence.begin), bisect_left(begins, sentence.end)
        inside = [
            each._replace(begin=each.begin - sentence.begin, end=each.end - sentence.begin)
            for each in dates[first:last]
        ]
        made += _of_sentence(sentence, inside, published, cast, memory)
    return without_repeats(made)


class _Memory:
    """What pronouns stand for: the last company and person that were subjects."""

    def __init__(self) -> None:
        self.company = ""
        self.person = ""

    def learn(self, names: Sequence[Found]) -> None:
        for each in names[:2]:
            if each.kind == "companies":
                self.company = each.name
            elif each.kind == "people" and not speaks(each.role):
                self.person = each.name


def _of_sentence(
    sentence: Sentence, dates: list[Expression], published: date, cast: Cast, memory: _Memory
) -> Iterator[Draft]:
    found = words(sentence.text)
    if not _is_prose(sentence.text, found):
        return
    mostly_speech = quoted_share(found) > _MOSTLY
    groups = [
        group
        for group in verb_groups(found)
        if not any(each.begin <= found[group.first].begin < each.end for each in dates)
    ]
    made = clauses(sentence, found, groups, dates)
    depends = any(clause.opens in ("if", "unless") for clause in made)
    for clause in made:
        names = cast.names(clause.subject_text)
        if (
            clause.is_attribution
            or (depends and clause.group.tense == "future")
            or _is_no_event(clause, mostly_speech, sentence.text)
        ):
            memory.learn(names) if clause is made[0] else None
            continue
        for each in when(clause, dates, published, made[0]):
            drafted = _event(clause, each, dates, cast, memory)
            if drafted is not None:
                yield drafted
        if names:
            memory.learn(names)


_NO_PROSE = re.compile(
    r"©|\bcopyright\b|\ball rights reserved\b|^\s*(?:by|photo|source|editing by|reporting by|writing by|additional "
    r"reporting|read more|subscribe|click|"
    r"sign up|related|see also|follow us|disclaimer|contact|image|file photo)\b.{0,90}$|\(?(?:reporting|editing|"
    r"writing) by\b|^\S+@\S+$|^\W*$",
    re.IGNORECASE,
)


def _is_prose(text: str, found: Sequence[Word]) -> bool:
    return 4 <= len(found) <= 200 and text[-1:] in ".!?\"”’')" and _NO_PROSE.search(text) is None


def _is_no_event(clause: Clause, mostly_speech: bool, sentence: str) -> bool:
    verb = clause.group.verb
    if (
        clause.conditional
        or sentence.endswith("?")
        or clause.opens in ("what", "how", "why", "than", "whether", "where")
    ):
        return True
    if clause.negated and verb not in ("deny", "reject"):
        return True
    if verb in ("decline", "refuse") and clause.after_verb.startswith("to "):
        return True
    if mostly_speech and verb not in CALLS:
        return True
    if clause.group.modal in ("would", "should", "can", "cannot", "shall") and (
        clause.said is None or clause.group.modal != "would"
    ):
        return True
    before = [word.low for word in clause.words[max(clause.first - 2, 0) : clause.first]]
    if clause.opens == "that" and before[0] in _CLAIMS:
        return True
    return is_opinion(clause)


_CLAIMS = word_set(
    "reports report rumours rumors speculation claims hopes fears idea suggestions concerns signs view talk belief"
)


def _event(clause: Clause, at: When, dates: list[Expression], cast: Cast, memory: _Memory) -> Draft | None:
    text = clause.text
    numbers = figures(text, dates, clause.begin)
    subject = _subject(clause, cast, memory)
    if subject is None or not _is_event(clause, at, bool(numbers)):
        return None
    headline = title(clause, subject, dates)
    if len(headline) < 12 or len(headline.split()) < 3 - at.explicit:
        return None
    kind = type_of(clause, subject)
    sure = certainty(clause)
    names = cast.names(headline) if subject in headline else cast.names(f"{subject} {text}")
    reviews = {"date": at.review} if at.review else {}
    if at.used is None and not at.explicit and at.date == "/..":
        reviews = {}
    people = tuple(
        dict.fromkeys((each.name, each.role) for each in names if each.kind == "people" and not speaks(each.role))
    )
    place = next((each.name for each in cast.names(text) if each.kind == "places"), None)
    return Draft(
        _strict(at.date), headline, (clause.sentence.text,), kind, status(clause, at, sure), sure,
        tuple(dict.fromkeys(each.name for each in names if each.kind == "companies")), people, place,
        tuple(_with_period(figure, at, clause) for figure in numbers), reviews,
    )  # fmt: skip


def _strict(text: str) -> str:
    try:
        return parse_date(text).text
    except DateFault:
        return "/.."


_PERIOD = re.compile(r"\d{4}(?:-Q\d|-H\d|-\d\d)?|\d{4}-\d\d/\d{4}-\d\d")


def _with_period(figure: Figure, at: When, clause: Clause) -> Figure:
    """The figure with the year or quarter that its clause names; what is ahead is a target."""
    used = at.used
    if clause.group.tense == "future":
        figure = {"kind": "target", **figure}
    if used is not None and _PERIOD.fullmatch(used.point or "") and used.link not in ("by", "since", "until"):
        return figure | {"period": str(used.point)}
    return figure


def _is_event(clause: Clause, at: When, has_figure: bool) -> bool:
    """Dated, or with a verb of corporate news; undated states and reasons are background."""
    group, verb = clause.group, clause.group.verb
    if re.fullmatch(r"(?:the |its )?(?:\S+ )*(?:quarter|year|half|period)", clause.subject_text.lower()):
        return False
    if not at.explicit and (at.compares or (group.last >= clause.last and verb not in _ALONE)):
        return False
    if at.explicit:
        return verb not in ("be", "have") or has_figure or group.tense in ("past", "future")
    if clause.opens in _REASONS or re.match(r"(?:it|them|so|this)\b", clause.after_verb):
        return False
    if verb == "be" and _TALKS.match(clause.after_verb):
        return True
    if verb in ("be", "have"):
        if verb == "have" and group.tense == "present" and _PLANT.match(clause.after_verb):
            return True
        return (
            has_figure
            and group.tense == "past"
            and re.search(r"\b(?:profit|income|loss|revenue|sales)\b", clause.text) is not None
        )
    if group.tense == "present" and verb in ("own", "operate", "run") and _PLANT.search(clause.after_verb):
        return True
    if verb not in forms().base or group.tense == "present":
        return False
    if verb in STATES and group.tense == "past" and not has_figure:
        return False
    if group.tense == "progressive" and verb in _EFFORTS and not has_figure:
        return False
    return group.modal not in ("may", "might", "could", "can", "must") or verb in _RUMOURED_VERBS


_ALONE = word_set("resign retire merge rise fall jump drop double triple halve collapse fail close begin start end sue")
_EFFORTS = word_set(
    "face step seek look try struggle hope be become need want go come help turn include serve grow lead"
)
_TALKS = re.compile(r"in (?:\w+ )?(?:talks|discussions|negotiations)\b")
_PLANT = re.compile(
    r"(?:an?|its|two|three|four|\d+)\s(?:[\w-]+\s){0,4}?(?:plants?|factor(?:y|ies)|facilit(?:y|ies)|fabs?|"
    r"refiner(?:y|ies)|mines?|offices?|stores)\b"
)
_REASONS = word_set("after before when because as until once so since if while although given")
_RUMOURED_VERBS = word_set("acquire buy sell merge launch open close build list cut bid invest announce")
_COMPANY_WORDS = re.compile(
    r"\b(?:company|group|firm|automaker|carmaker|chipmaker|retailer|bank|lender|manufacturer|maker|airline|"
    r"operator|startup|brand|business|giant|producer|supplier|unit|drugmaker|miner|insurer|utility|builder|chain|"
    r"developer|conglomerate)\b"
)


def _subject(clause: Clause, cast: Cast, memory: _Memory) -> str | None:
    """The subject with its name in place of a pronoun; None if it stands for nothing that is known."""
    text = " ".join(clause.subject_text.split())
    if clause.opens in ("which", "who", "that", "where", "whose") and (
        not text or text.lower() in ("which", "who", "that")
    ):
        text = _antecedent(clause)
    text = re.sub(r"^(?:[\"“”']|(?:and|but|also|both|with)\s)\s*", "", text, flags=re.IGNORECASE)
    low = text.lower()
    if low in ("it", "they", "its", "we"):
        said = clause.said.subject_text if clause.said is not None and clause.said is not clause else ""
        return memory.company or _named(said, cast) or None
    if low in ("he", "she"):
        return memory.person or None
    if low in (
        "",
        "there",
        "this",
        "that",
        "these",
        "those",
        "what",
        "i",
        "you",
        "one",
        "some",
        "many",
        "others",
        "most",
    ):
        return None
    if re.fullmatch(rf"the\s+(?:\S+\s){{0,2}}{_COMPANY_WORDS.pattern}", low) and memory.company:
        return memory.company
    if re.match(r"its\s", low) and memory.company:
        return f"{memory.company}'{'' if memory.company.endswith('s') else 's'} {text[4:]}"
    if re.match(r"(?:his|her)\s", low) and memory.person:
        return f"{memory.person}'s {text.split(' ', 1)[1]}"
    if re.match(r"their\s", low):
        return None
    text = _with_name(clause, text)
    people = {each.name for each in cast.names(text) if each.kind == "people"}
    if len(people) == 1 and text in cast.people and cast.people[text]:
        return cast.people[text]
    return text


def _named(text: str, cast: Cast) -> str:
    return next((each.name for each in cast.names(text) if each.kind == "companies"), "")


def _antecedent(clause: Clause) -> str:
    """The noun before which or who: back to its determiner, or the name itself."""
    found = clause.words
    end = clause.first - 1
    while end > 0 and found[end - 1].text in (",", '"'):
        end -= 1
    for start in range(end - 1, max(end - 9, -1), -1):
        if found[start].low in ("the", "a", "an", "its") or found[start].text in (",", ";", "("):
            start += found[start].text in (",", ";", "(")
            return clause.sentence.text[found[start].begin : found[end - 1].end] if start < end else ""
        if found[start].is_name and (
            start == 0 or not (found[start - 1].is_name or found[start - 1].low in ("of", "near", "in", "at"))
        ):
            return clause.sentence.text[found[start].begin : found[end - 1].end]
    return ""


_OFFICE_ENDS = re.compile(
    r"(?:chief|chairman|chairwoman|president|executive|director|officer|founder|head|minister|secretary)$"
)


def _with_name(clause: Clause, text: str) -> str:
    """The technology chief, Omar Haddad, left: the subject with the name in apposition."""
    found, end = clause.words, clause.subject[1]
    if not _OFFICE_ENDS.search(text.lower()) or end >= len(found) or found[end].text != ",":
        return text
    closing = next((at for at in range(end + 1, min(end + 5, len(found))) if found[at].text == ","), None)
    if closing is None or not all(word.is_name for word in found[end + 1 : closing]):
        return text
    return f"{text} {clause.sentence.text[found[end + 1].begin : found[closing - 1].end]}"
