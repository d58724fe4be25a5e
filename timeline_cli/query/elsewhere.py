"""Words in a question that need another form: operators of other query languages, and words about order.

Owns: these tables, and what to type instead. Does not: answer such a question.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from timeline_cli.query.lexicon import Lexicon
from timeline_cli.query.names import quoted
from timeline_cli.query.values import OPERATORS, as_typed

OPERATORS_OF_OTHERS = {"|": "or", "||": "or", "&": "and", "&&": "and", "+": "and"}

# Words without a meaning of their own; a name, a date or quotes may contain them.
SMALL_WORDS = frozenset(["a", "an", "the", "in", "of", "at", "by", "with", "for", "about", "event", "events"])

# Words that only make a question a sentence. A name may contain them, and ALL CAPS may be one: WHO.
_ASKING = frozenset([
    "what", "which", "who", "whom", "whose", "when", "where", "how", "why", "is", "are", "was", "were", "be", "been",
    "do", "does", "did", "has", "have", "had", "me", "please", "there", "what's", "who's",
])  # fmt: skip
_BEFORE_ME = frozenset(["show", "tell", "give", "list", "find"])
_AFTER_ASKING = frozenset(["happen", "happens", "happened", "to"])
_LEADING = frozenset(["all", "only", "just", "everything", "anything"])  # before what is asked for
_BEFORE = {"both": "and", "news": "about"}  # a word that has to follow
_OF_SENTENCES = SMALL_WORDS | _ASKING | _BEFORE_ME | _AFTER_ASKING | _LEADING


def is_ignored(words: Sequence[str], at: int) -> bool:
    """Whether a word is a small one, or makes a sentence of others: what happened to, show me."""
    if words[at].lower() in SMALL_WORDS:
        return True
    lower = [word if word.isupper() else word.lower() for word in words]
    next_to = {*lower[max(at - 1, 0) : at], *lower[at + 1 : at + 2]}
    if not next_to.isdisjoint((*OPERATORS, *OPERATORS_OF_OTHERS)) or _OF_SENTENCES.issuperset(lower):
        return False  # a word that someone joins is one to find
    if lower[at] in _LEADING or (lower[at] == "either" and "or" in lower[at:]):
        return lower[at - 1 : at] == ["("] or _OF_SENTENCES.issuperset(lower[:at])
    if lower[at] in _BEFORE:
        return _BEFORE[lower[at]] in lower[at:]
    while at and lower[at] in _AFTER_ASKING:
        at -= 1
    return lower[at] in _ASKING or (lower[at] in _BEFORE_ME and lower[at + 1 : at + 2] == ["me"])


class Refused(NamedTuple):
    """How many words need another form, why, and what to write.

    With `options`, the hint is the question in which `hint` replaces the words, with these options. With `has_day`,
    the day in the words is no date of the question.
    """

    words: int
    message: str
    hint: str
    options: str | None = None
    has_day: bool = False


_ORDER = "is about order, but a question only selects events"
_COUNT = r"how many(?: events?)?"
_DAY = r"(\d{4}-\d\d-\d\d|\d\d?\.? [a-z]+ \d{4}|[a-z]+ \d\d?,? \d{4}|today|yesterday)"
_KNOWN = rf"(?:(?:what (?:was|is) )?known (?:by|on|as of)|as of) {_DAY}"
_ABOUT = {_COUNT: "counting", _KNOWN: "what was known"}
_NEWEST = r"(?:newest|latest|most recent|recent|last)"
_LATEST = r"(?:the )?(?:latest|newest|(?:most )?recent)"
_YEAR = r"((?:19|20)\d\d)"
_OLDEST = r"(?:oldest|earliest|first)"
_KEYS: Mapping[str, str] = {"time": "date", "when": "date", "name": "title", "newest": "date", "oldest": "date"}

# Words about order, and the options instead; {} is what the pattern captures. A year stays in the question.
_ROWS: tuple[tuple[str, str], ...] = (
    (rf"{_NEWEST} first|(?:in )?(?:reverse|descending|desc)(?: order)?", "--reverse"),
    (rf"{_OLDEST} first", ""),
    (rf"(?:the )?{_NEWEST} {_YEAR}", "--reverse"),
    (rf"(?:the )?(?:{_OLDEST}|top) {_YEAR}", ""),
    (rf"(?:the )?{_NEWEST} (\d+)(?: events?)?", "--reverse --limit {}"),
    (rf"(?:the )?{_NEWEST} event", "--reverse --limit 1"),
    (rf"(?:the )?{_NEWEST} events", "--reverse --limit 10"),
    (rf"(?:the )?(?:{_OLDEST}|top) (\d+)(?: events?)?|limit (\d+)", "--limit {}"),
    (rf"(?:the )?{_OLDEST} event", "--limit 1"),
    (rf"(?:the )?{_OLDEST} events", "--limit 10"),
    (_COUNT, "--count"),
    (_KNOWN, "--as-of {}"),
    (_LATEST, "--reverse --limit 1"),
    (r"(?:sort|sorted|order|ordered) by ([\w-]+)", "--sort {}"),
    (r"(?:group|grouped) by ([\w-]+)", "--group-by {}"),
)
_COMPARED = {">": "after", ">=": "since", "<": "before", "<=": "until", "=": ""}

_INSTEAD = {
    **dict.fromkeys(("=", "=="), "FIELD:VALUE, as in company:samsung"),
    **dict.fromkeys(("!=", "<>"), "not FIELD:VALUE, as in not company:samsung"),
    ">": "value:5bn.. for a figure, after 2024 for a date",
    ">=": "value:5bn.. for a figure, since 2024 for a date",
    "<": "value:..5bn for a figure, before 2024 for a date",
    "<=": "value:..5bn for a figure, until 2024 for a date",
}

_MOST = 8  # words of a row


def about_order(words: Sequence[str], names: Lexicon | None) -> Refused | None:
    """The longest run of words, from the first on, about sorting or limiting an answer; `latest` if no text has it."""
    for count in range(min(len(words), _MOST), 0, -1):
        run = " ".join(words[:count])
        for pattern, options in _ROWS:
            match = re.fullmatch(pattern, run, re.I | re.ASCII)
            if match and (count > 1 if pattern != _LATEST else not (names and names.has_text(run))):
                reason = _ORDER.replace("order", _ABOUT.get(pattern, "order"))
                named = next(filter(None, match.groups()), "")
                kept = "" if "{}" in options else named
                written = options.format(quoted(_KEYS.get(named, named)))
                return Refused(count, f"{run} {reason}", kept, written, pattern == _KNOWN)
    return None


def _date_of(word: str) -> str | None:
    """The date that a word in another script means, as a file has it; None for any other word."""
    from timeline_cli.dates.event_date import parse_date
    from timeline_cli.dates.faults import DateFault
    from timeline_cli.dates.hints.forms import explained

    try:
        parse_date(word)
    except DateFault as fault:
        return explained(word, fault).hint.value
    return None


def misunderstood(word: str, following: Sequence[str] = ()) -> Refused | None:
    """A word in the notation of another query language, which would match nothing as text."""
    plain = word.strip("*")
    if "*" in word and ":" in word:
        return Refused(1, f"{word} is neither a word nor a term", "write a space before a field, as in sam* date:2025")
    if word[:1] in "-!+" and re.match(r"\w", word[1:2]):
        rest = word[1:]
        sign = {"+": "ask for a word"}.get(word[0], "exclude a word")
        return Refused(1, f"{word[0]} does not {sign}", f"write {rest if word[0] == '+' else f'not {rest}'}")
    if plain and ("*" in plain or word[:1] == "*"):
        piece = max(plain.split("*"), key=len)
        return Refused(1, f"{word} has a * in the wrong place", f"write {piece}* to match the beginning of words, "
                       f"or text:{piece} to match anywhere")  # fmt: skip
    if word in _INSTEAD:
        return Refused(1, f"{word} compares nothing here", f"write {_INSTEAD[word]}")
    if len(word) > 1 and word[-1] in ",;" and word[-2].isalnum():
        pieces = re.split(r"[,;]\s+(?:(?:or|and) )?", " ".join([word, *(following or "…")]))
        lists = (f" {each} ".join(pieces) for each in ("or", "and"))
        return Refused(1, f"a {'comma' if word[-1] == ',' else 'semicolon'} joins nothing here",
                       f"write {', or '.join(lists)}")  # fmt: skip
    compared = re.fullmatch(r"([<>]=?|=)(\d{4}\S*)", word)
    if compared is not None:
        written = _COMPARED[compared[1]]
        return Refused(1, f"{compared[1]} compares nothing here", f"write {written} {compared[2]}".replace("  ", " "))
    if re.fullmatch(r"\d{4}(?:-\d\d){0,2}\.", word):
        return Refused(1, f"{word} is not a date", f"write {word[:-1]}")
    years = re.fullmatch(r"(\d{4}),(\d{4})", word)
    if years is not None:
        return Refused(1, "a comma joins nothing here", f"write {as_typed(f'({years[1]} or {years[2]})')}")
    month = re.fullmatch(r"((?:19|20)\d\d)(0[1-9]|1[0-2])", word)
    if month is not None:
        return Refused(1, f"{word} may be a month or a number", f"write {month[1]}-{month[2]}, or text:{word}")
    if not word.isascii() and sum(map(str.isdigit, word)) >= 4 and (date := _date_of(word)):
        return Refused(1, f"{word} is a date in another script", f"write {date}, or text:{word}")
    if word.isascii() and not any(map(str.isalnum, word)):
        return Refused(1, f"{word} is not a word", f"remove it, or write text:'{word}' for the characters")
    return None


def lacks_term(before: str, at: str) -> tuple[str, str]:
    """What is wrong, and what to write, where a term lacks between two words or parentheses."""
    if before.lower() in OPERATORS:
        message = f"{before} needs something after it"
    else:
        message = "these parentheses are empty" if before == "(" else f"{at} needs something before it"
    word = at.lower() if at.lower() in OPERATORS else ""
    return message, "write a term there" + (f", or text:{word} for the word" if word else "")
