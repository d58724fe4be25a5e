"""Synonyms of keys and values that other people and programs use, with the words used here.

Owns: those tables. Does not: accept a synonym; it is only suggested.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from timeline_cli.dates.calendar import MONTH_NAMES
from timeline_cli.hint import NO_HINT, Hint
from timeline_cli.text import fold


def _table(*rows: tuple[str, str]) -> dict[str, str]:
    """Build the table from rows of a word used here and its synonyms, separated by commas."""
    return {fold(other.strip()): word for word, others in rows for other in others.split(",")}


_ESTIMATES = "write guidance for what the company itself expects, consensus for what analysts do"

# By the name of the field in its message. A text with spaces is the whole hint.
VALUES: dict[str, dict[str, str]] = {
    "status": _table(
        ("occurred", "complete, completed, done, finished, happened, past, over, abgeschlossen, erledigt, terminé"),
        ("ongoing", "in progress, running, active, current, started, underway, under way, open, laufend, en cours"),
        ("scheduled", "planned, expected, upcoming, future, announced, pending, geplant, prévu, previsto"),
        ("tentative", "possible, provisional, proposed, likely, tbc, tbd, considered, draft, unconfirmed"),
        ("postponed", "delayed, deferred, suspended, on hold, pushed back, verschoben, reporté"),
        ("cancelled", "aborted, abandoned, called off, dropped, withdrawn, off, abgesagt, annulé, cancelado"),
    ),
    "certainty": _table(
        ("confirmed", "certain, sure, undisputed, official, verified, high, fact, true, yes, bestätigt, confirmé"),
        ("reported", "likely, probable, stated, claimed, medium, gemeldet"),
        ("rumoured", "unconfirmed, unreported, not confirmed, alleged, unverified, speculation, possible, leaked, low, "
         "unbestätigt, gerücht, rumeur"),
        ("disputed", "denied, contested, contradicted, doubtful, questioned, umstritten"),
    ),
    "kind of figure": {
        **_table(
            ("actual", "real, reported, final, realised, realized, result"),
            ("preliminary", "provisional, flash, unaudited"),
            ("target", "goal, plan, planned, objective, budget, ambition"),
        ),
        **dict.fromkeys(("forecast", "estimate", "estimated", "expected", "outlook", "projection"), _ESTIMATES),
    },
    "type": _table(
        ("merger", "acquisition, takeover, buyout, m&a"),
        ("earnings", "results, quarterly results, annual results, financial results, earnings release"),
        ("agm", "annual general meeting, general meeting, shareholder meeting, hauptversammlung"),
        ("forum", "conference, summit, trade fair, exhibition, capital markets day"),
        ("deal", "contract, agreement, order, purchase"),
        ("legal", "lawsuit, litigation, court, investigation, trial, ruling, settlement"),
        ("policy", "regulation, law, tariff, tariffs, sanctions"),
        ("leadership", "appointment, resignation, management, management change, personnel"),
        ("facility", "plant, factory, opening, closure, expansion"),
        ("launch", "product, product launch, release"),
        ("investment", "funding, funding round, financing, fundraising"),
        ("statement", "interview, speech, announcement, press release, comment"),
        ("trip", "travel, journey"),
        ("partnership", "joint venture, alliance, collaboration, cooperation"),
        ("market", "shares, stock, share price, dividend, buyback"),
        ("report", "article, news, study"),
        ("ipo", "listing, flotation"),
    ),
}  # fmt: skip

# The first of the words that is a key at that place: a name is a metric, a publisher or a title.
_KEYS: dict[str, tuple[str, ...]] = {
    other: tuple(words.split())
    for words, others in (
        ("place in", "country city region location where venue ort lieu lugar"),
        ("metric publisher title", "name"),
        ("title", "headline heading event what subject titre titulo"),
        ("metric", "kpi measure indicator"),
        ("people", "persons who attendees participants speakers personen personas"),
        ("date published period", "when day year datum fecha"),
        ("published period", "date"),
        ("type kind", "category"),
        ("kind", "type"),
        ("quote summary", "text"),
        ("summary", "description desc details body abstract notes note comment comments remarks"),
        ("tags", "labels keywords topics hashtags categories"),
        ("companies", "parties firms organisations organizations orgs firmen unternehmen"),
        ("url sources", "link links href website web"),
        ("publisher sources", "reference references quelle quellen"),
        ("publisher", "outlet newspaper author media paper source"),
        ("certainty", "confidence reliability probability"),
        ("part_of parent", "belongs_to"),
        ("follows", "after caused_by because_of"),
        ("supersedes", "replaces"),
        ("related", "see see_also"),
        ("figures", "numbers metrics kpis values"),
        ("value", "amount number val wert"),
        ("unit", "currency units einheit"),
        ("previous", "prior prev before last_year"),
        ("change", "growth delta yoy"),
        ("role", "title position job function"),
        ("name", "company person"),
        ("aliases", "aka short short_name ticker symbol"),
        ("parent", "owner group holding parent_company"),
        ("company", "employer firm organisation organization"),
        ("fiscal_year_end", "fiscal_year year_end fye"),
        ("tz", "timezone time_zone"),
        ("symbol", "icon emoji sign"),
    )
    for other in others.split()
}  # fmt: skip

# Keys of the parts of an event, with where they belong.
PARTS = {
    **dict.fromkeys(
        ("metric", "value", "unit", "period", "previous", "change", "converted"),
        "it belongs to a figure: figures: [{metric: …, value: …, unit: …}]",
    ),
    **dict.fromkeys(
        ("publisher", "url", "published", "quote", "ref"),
        "it belongs to a source: sources: [{publisher: …, title: …, url: …, published: …, quote: …}]",
    ),
}
_ROLES = {
    **dict.fromkeys(("supplier", "customer", "buyer", "seller", "acquirer", "vendor", "client"), "companies"),
    **dict.fromkeys(("ceo", "cfo", "chair", "chairman", "speaker", "minister"), "people"),
}


def meant_value(what: str, found: str, words: Iterable[str]) -> Hint:
    """The hint for a synonym of one of a field's words; empty if there is none."""
    written = fold(found)
    words = set(words)
    meant = VALUES.get(what, {}).get(written)
    if meant is None:
        first = written.replace("(", " ").replace(",", " ").split()
        meant = first[0] if len(first) > 1 and first[0] in words else ""
    if " " in meant:
        return Hint(meant)
    return Hint(f"did you mean {meant}?", meant) if meant in words else NO_HINT


def meant_key(key: str, known: Iterable[str]) -> str | None:
    """The `known` key that a word is a synonym of."""
    words = set(known)
    written = fold(key).replace(" ", "_").replace("-", "_")
    if written in words:
        return written
    return next((word for word in _KEYS.get(written, ()) if word in words), None)


def meant_month(text: str) -> Hint:
    """The hint for a month written by its name or its last day."""
    pieces = re.findall(r"[^\W\d_]+|\d+", fold(text))
    names = [name.lower() for name in MONTH_NAMES]
    months = {at for at, name in enumerate(names, 1) for piece in pieces if len(piece) > 2 and name.startswith(piece)}
    numbers = sorted(int(piece) for piece in pieces if piece.isdigit() and len(piece) < 3)
    if not months and len(numbers) == 2 and 1 <= numbers[0] <= 12 and 28 <= numbers[1] <= 31:
        months = {numbers[0]}
    if len(months) != 1:
        return Hint("write the last month of the year as a number, 1 to 12")
    number = str(months.pop())
    return Hint(f"write the last month of the year as a number: {number}", number, certain=len(pieces) == 1)


def part_hint(key: str) -> str:
    """The hint for a synonym of a key of a figure or a source, written in the event; else empty."""
    part = meant_key(key, ("metric", "value", "unit", "publisher"))
    return f"use {part}: instead; {PARTS[part]}" if part else ""


def role_hint(key: str, value: str) -> str:
    """The hint for a role written as a key; else empty."""
    kind = _ROLES.get(fold(key))
    return f"write {kind}: [{{name: {value}, role: {key}}}]" if kind and value else ""
