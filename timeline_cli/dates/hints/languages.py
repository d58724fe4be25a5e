"""Translate dates in other languages or with unusual characters into plain English, for the hints.

Owns: the names of months and the words around dates. Does not: decide whether the result is a date.
"""

from __future__ import annotations

import re
import unicodedata

from timeline_cli.dates.calendar import DAY_NAMES, MONTH_NAMES

# German, French, Spanish, Italian, Portuguese, Dutch, Russian; without accents. Short forms only if they differ from
# English.
_MONTHS = (
    "januar janvier enero gennaio janeiro januari января январь ene genn janv jän",
    "februar fevrier febrero febbraio fevereiro februari февраля февраль fev fevr",
    "marz mars marzo marco maart марта март mrz mrt",
    "avril abril aprile апреля апрель abr avr",
    "mai mayo maggio maio mei мая маи mag",
    "juni juin junio giugno junho июня июнь giu",
    "juli juillet julio luglio julho июля июль juil lug",
    "aout agosto augustus августа август ago",
    "septembre septiembre settembre setembro сентября сентябрь set",
    "oktober octobre octubre ottobre outubro октября октябрь okt ott out",
    "novembre noviembre novembro ноября ноябрь",
    "dezember decembre diciembre dicembre dezembro декабря декабрь dez dic",
)
_WEEKDAYS = (
    "montag lundi lunes", "dienstag mardi martes", "mittwoch mercredi miercoles", "donnerstag jeudi jueves",
    "freitag vendredi viernes", "samstag sonnabend samedi sabado", "sonntag dimanche domingo",
)  # fmt: skip
_WORDS = {
    **{name: MONTH_NAMES[number] for number, names in enumerate(_MONTHS) for name in names.split()},
    **dict.fromkeys(("seit", "ab", "depuis", "dès", "desde", "dal"), "since"),
    **dict.fromkeys(("bis", "jusque", "hasta", "fino"), "until"),
    **dict.fromkeys(("vor", "avant", "antes"), "before"),
    **dict.fromkeys(("fruhjahr", "fruhling"), "spring"),
    "sommer": "summer",
    "herbst": "autumn",
    **dict.fromkeys(("anfang", "debut", "principios", "inizio"), "early"),
    **dict.fromkeys(("mitte", "mediados", "meta"), "mid"),
    **dict.fromkeys(("ende", "fin", "finales", "fine"), "late"),
    **dict.fromkeys(("etwa", "um", "vers", "environ", "hacia"), "about"),
    **dict.fromkeys(("kw", "semaine", "semana", "settimana"), "week"),
    **dict.fromkeys(("quartal", "trimestre", "trimestr"), "quarter"),
    **{name: DAY_NAMES[number] for number, names in enumerate(_WEEKDAYS) for name in names.split()},
    **dict.fromkeys(("de", "du", "der", "den", "dem", "des", "vom", "von"), ""),
    **dict.fromkeys(("le", "la", "el", "del", "a", "г", "года"), ""),
}
# These are words or names as well.
_AMBIGUOUS = frozenset(["ab", "set", "out", "ago", "marco", "juli", "dal", "fino"])


def is_foreign(word: str) -> bool:
    """Whether a word is a month, since or until in another language than English, and nothing else."""
    found = _WORDS.get(_bare(word), "") if word.isalpha() and word not in _AMBIGUOUS else ""
    return found in MONTH_NAMES or found in ("since", "until")


# Compiled when first used.
_EASTERN = r"(\d{4})\s?[年년]\s?(?:(\d{1,2})\s?[月월]\s?(?:(\d{1,2})\s?[日일])?)?"
_EASTERN_PART = r"(\d{4})\s?[年년]\s?(?:第?\s?([1-4一二三四])\s?(?:분기|四半期|季度)|(上|下)半[年期]|(상|하)반기)"
# The year before the first one of an era.
_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "大正": 1911, "明治": 1867,
         "民國": 1911, "民国": 1911}  # fmt: skip
_ERA = rf"(?:中[華华])?({'|'.join(_ERAS)})\s?(\d{{1,3}}|元)年"
_DASHES = str.maketrans(dict.fromkeys("‐‑‒−⁃﹣", "-"))
_ORDINAL = r"\b(\d{1,2})(?:\.(?=\s)|er\b|e\b|eme\b|[oa]\b)"


def plain(text: str) -> str:
    """The text with plain digits, hyphens and spaces, and without invisible characters."""
    shown = unicodedata.normalize("NFKC", "".join(char for char in text if unicodedata.category(char) != "Cf"))
    dashed = re.sub(r"(?<=\d)[–—](?=\d\d(?!\d))", "-", shown.translate(_DASHES))
    return " ".join(dashed.split()).strip("\"'“”„‘’« »")


def in_english(text: str) -> str:
    """The plain text with months and similar words in English."""
    found = re.sub(_ERA, lambda m: f"{_ERAS[m[1]] + (1 if m[2] == '元' else int(m[2]))}年", plain(text))
    found = re.sub(_EASTERN_PART, _part_of_year, found)
    found = re.sub(_EASTERN, lambda match: "-".join(part.zfill(2) for part in match.groups() if part), found)
    found = re.sub(r"(.+\d)[頃경쯤]", r"about \1", found)
    found = re.sub(r"[^\W\d_]+", _word, re.sub(_ORDINAL, r"\1", found))
    found = re.sub(r"\bT([1-4])\b", r"Q\1", " ".join(found.split()).strip(" ,."))
    return re.sub(r"^([1-4])\.? quarter\b", r"Q\1", found)


def _part_of_year(match: re.Match[str]) -> str:
    quarter, half = match[2], match[3] or match[4]
    if quarter:
        return f"{match[1]}-Q{'一二三四'.find(quarter) + 1 or quarter}"
    return f"{match[1]}-H{1 if half in '上상' else 2}"


def _word(match: re.Match[str]) -> str:
    word, bare = match[0].casefold(), _bare(match[0])
    return _WORDS.get(word) or _WORDS.get(bare, match[0] if match[0].isascii() else bare)


def _bare(word: str) -> str:
    """The word in small letters without accents."""
    folded = word.casefold()
    if folded.isascii():
        return folded
    return "".join(char for char in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(char))
