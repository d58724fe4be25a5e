"""Dates of other languages and with odd characters, in the plain English that hints are looked up for.

Owns: the names of months and the words around dates. Refuses: to say whether what comes out is a date.
"""

from __future__ import annotations

import re
import unicodedata

from timeline_cli.dates.calendar import MONTH_NAMES

# German, French, Spanish, Italian, Portuguese, Dutch, Russian; without accents.
_MONTHS = (
    "januar janvier enero gennaio janeiro januari января",
    "februar fevrier febrero febbraio fevereiro februari февраля",
    "marz mars marzo marco maart марта",
    "avril abril aprile апреля",
    "mai mayo maggio maio mei мая",
    "juni juin junio giugno junho июня",
    "juli juillet julio luglio julho июля",
    "aout agosto augustus августа",
    "septembre septiembre settembre setembro сентября",
    "oktober octobre octubre ottobre outubro октября",
    "novembre noviembre novembro ноября",
    "dezember decembre diciembre dicembre dezembro декабря",
)
_WEEKDAYS = (
    "monday tuesday wednesday thursday friday saturday sunday "
    "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag "
    "lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miercoles jueves viernes sabado domingo"
)
_WORDS = {
    **{name: MONTH_NAMES[number] for number, names in enumerate(_MONTHS) for name in names.split()},
    **dict.fromkeys(("seit", "depuis", "desde", "dal"), "since"),
    **dict.fromkeys(("bis", "jusque", "hasta", "fino"), "until"),
    **dict.fromkeys(("anfang", "debut", "principios", "inizio"), "early"),
    **dict.fromkeys(("mitte", "mediados", "meta"), "mid"),
    **dict.fromkeys(("ende", "fin", "finales", "fine"), "late"),
    **dict.fromkeys(("etwa", "um", "vers", "environ", "hacia"), "about"),
    **dict.fromkeys(("kw", "semaine", "semana", "settimana"), "week"),
    **dict.fromkeys(("quartal", "trimestre", "trimestr"), "quarter"),
    **dict.fromkeys(_WEEKDAYS.split(), ""),
    **dict.fromkeys(("de", "du", "der", "den", "des", "le", "la", "el", "del", "von", "a", "г", "года"), ""),
}
_EASTERN = re.compile(r"(\d{4})\s?[年년]\s?(?:(\d{1,2})\s?[月월]\s?(?:(\d{1,2})\s?[日일])?)?")
_DASHES = str.maketrans(dict.fromkeys("‐‑‒−⁃﹣", "-"))
_ORDINAL = re.compile(r"\b(\d{1,2})(?:\.(?=\s)|er\b|e\b|eme\b|º|ª)")


def plain(text: str) -> str:
    """The text in plain digits, hyphens and spaces, without characters that cannot be seen."""
    shown = unicodedata.normalize("NFKC", "".join(char for char in text if unicodedata.category(char) != "Cf"))
    dashed = re.sub(r"(\d{4})[–—](\d\d)[–—](\d\d)", r"\1-\2-\3", shown.translate(_DASHES))
    return " ".join(dashed.split())


def in_english(text: str) -> str:
    """The plain text with the words for months and the like in English."""
    found = _EASTERN.sub(lambda match: "-".join(part.zfill(2) for part in match.groups() if part), plain(text))
    found = re.sub(r"[^\W\d_]+", _word, _ORDINAL.sub(r"\1", found))
    found = re.sub(r"\bT([1-4])\b", r"Q\1", " ".join(found.split()).strip(" ,."))
    return re.sub(r"^([1-4])\.? quarter\b", r"Q\1", found)


def _word(match: re.Match[str]) -> str:
    bare = "".join(
        char for char in unicodedata.normalize("NFKD", match[0].casefold()) if not unicodedata.combining(char)
    )
    return _WORDS.get(bare, match[0])
