"""RULES: each form of an English expression of time, as a pattern and its reading.

Owns: the forms. Does not: read the words before or after an expression.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from timeline_cli.dates.in_text import english_calendar as c
from timeline_cli.dates.in_text import english_periods as p
from timeline_cli.dates.in_text import english_relative as r
from timeline_cli.dates.in_text import english_words as w
from timeline_cli.dates.in_text import moment
from timeline_cli.dates.in_text.moment import Clock, Meaning

Rule = tuple[str, Callable[[re.Match[str], Clock], Meaning | None]]

_AFTER_YEAR = rf"(?![\d%]|[,.]\d|-\w|\s+(?:{w.COUNTED}|GMT|BST|CET|EST)\b)"
_MORE_THAN = r"(?<![\d%] )(?<!cent )(?:more|less) than"  # not: 4 per cent more than two years ago
_WHICH = r"(?P<which>last|next|this|past|previous|coming|the)\s+"
_MONTH = "this|last|next|the|that|the same|the following"
_ON = "|".join(f"(?<={word} )" for word in ("on", "by", "until", "from", "before", "after", "since"))
_OR = "|".join(f"(?<={word})" for word in (" of ", " to ", " and ", "early ", "late ", "mid-", "for ", "during "))
_THAT = "that|(?:the )?same|the following|the previous"
_REL = rf"(?P<rel>{_THAT}|the next)"
# To March, of a year that is a fiscal one; not at the end of the year to join Acme.
_SHORT = "(?:" + "|".join(f"(?<={name})" for name in w.SHORT_MONTHS) + ")"
_NO_DAY = rf"(?!{_SHORT}\.\s+\d)"  # last Oct. 23; but in May. 200 jobs
_UP_TO = rf"to\s+(?:the\s+)?(?:end\s+of\s+|early\s+|mid-|\d+\s+)?(?:{w.MONTH})|to\s+(?:19|20)\d\d\b"
_DAY_OF_YEAR = rf"(?:,?\s+(?P<y>{w.YEAR})\b|,?\s+(?:of\s+)?(?P<which>this|last|next)\s+year\b)?"
_OF_YEAR = (
    rf"(?:(?:(?:,|\s+of|\s+in)?\s+(?:the\s+)?|(?=FY))(?:{w.FISCAL}|(?:calendar\s+)?(?:year\s+)?(?P<y>{w.YEAR})\b)"
    rf"|\s+(?:of\s+)?(?P<which>this|last|next)\s+year|\s+of\s+(?P<rel>{_THAT})\s+year)?"
)

RULES: tuple[Rule, ...] = (
    (r"\b(\d{4})-(\d\d)-(\d\d)\b", lambda m, clock: moment.day(date(int(m[1]), int(m[2]), int(m[3])))),
    (r"\b(\d{1,2})/(\d{1,2})/(\d{4}|\d\d)\b", c.read_slashed),
    (rf"\b(?:{w.WEEKDAY},?\s+)?(?P<m>{w.MONTH})\s+(?P<d>{w.DAY})\b(?!-(?:year|day|month))"
     rf"(?:\s?(?:-|–|to|and|through|until)\s?(?P<last>{w.DAY})\b(?!\s+{w.COUNTED}))?{_DAY_OF_YEAR}{_AFTER_YEAR}",
     c.read_month_day),
    (rf"\b(?:{w.WEEKDAY},?\s+)?(?:the\s+)?(?P<d>{w.DAY})(?:\s?(?:-|–|to|and)\s?(?P<last>{w.DAY}))?\s+(?:of\s+)?"
     rf"(?P<m>{w.MONTH}){_DAY_OF_YEAR}", c.read_month_day),
    (rf"\b(?:the\s+)?week\s+(?:of|beginning|starting|commencing|ending)\s+(?:on\s+)?(?:{w.WEEKDAY},?\s+)?(?:the\s+)?"
     rf"(?:(?P<m>{w.MONTH})\s+(?P<d>{w.DAY})|(?P<e>{w.DAY})\s+(?:of\s+)?(?P<n>{w.MONTH}))\b(?:,?\s+(?P<y>{w.YEAR})\b)?",
     c.read_week),
    (rf"\b(?:(?P<which>last|next|this)\s+)?(?P<holiday>{c.HOLIDAY})\b(?!['’])"
     rf"(?:\s+(?P<span>weekend|holidays?|period|season))?(?:,?\s+(?:of\s+|in\s+)?(?P<y>{w.YEAR})\b|"
     rf"\s+(?P<of>this|last|next)\s+year)?", c.read_holiday),
    (rf"\b(?:the\s+)?(?P<nth>{w.ORDINAL}|fifth|5th|last|final)\s+(?P<day>{w.WEEKDAY})\s+(?:of|in)\s+"
     rf"(?:(?P<m>{w.MONTH})(?:,?\s+(?:of\s+)?(?P<y>{w.YEAR})\b)?|(?P<which>{_MONTH})\s+month)", c.read_nth_weekday),
    (rf"\bthe\s+(?P<d>{w.NTH})(?:\s+of\s+(?P<which>{_MONTH})\s+month\b)", c.read_day_of_month),
    (rf"(?:{_ON})the\s+(?P<d>{w.NTH})(?P<which>){w.APART}", c.read_day_of_month),
    (rf"\b(?P<m>{w.MONTH})(?:,|\s+of)?\s+(?P<y>{w.YEAR})\b{_AFTER_YEAR}",
     lambda m, clock: moment.month(int(m["y"]), w.MONTHS[c.plain(m["m"])])),
    (rf"\b(?P<m>{w.MONTH})(?:,|\s+of|\s+in)?\s+(?P<which>last|this|next|{_THAT})\s+year\b", c.read_month_of_year),
    (rf"(?:\b(?:{_REL}|(?P<which>last|next|this|past|coming))\s+)?(?P<before>(?<=in )|(?<=and )|(?<=between )"
     rf"|(?<=of )|(?<=by )|(?<=as )|(?<=since )|(?<=until )|(?<=come )"
     r"|(?<=for )(?!\w+ (?:delivery|loading|shipment|settlement|futures))"
     rf"|(?<=from )|(?<=to )|(?<=early )|(?<=late )|(?<=mid-)|(?<=end-)|(?<=before )"
     rf"|(?<=after )|(?<=through )|(?<=during ))?"
     rf"\b(?P<m>{w.MONTH})(?=[\s,.;:)–’'-]|$)(?!\s+\d){_NO_DAY}(?!(?<=and (?-i:Jan)) (?-i:[A-Z]))"
     r"(?:\s+is\s+(?:out|over)\b)?"
     rf"(?=(?:\s+(?:and|to|or|through|until)\s+|\s?[-–]\s?)(?P<n>{w.MONTH})(?:(?:\s+of|,)?\s+(?P<y>{w.YEAR})|"
     r"\s+(?:of\s+)?(?P<year>last|this|next)\s+year)\b)?", c.read_bare_month),
    (r"(?<=in )the\s+new\s+year\b",
     lambda m, clock: moment.of(f"{clock.published.year + clock.is_future:04}")._replace(vague=True)),
    (rf"\b(?:the\s+)?turn\s+of\s+the\s+year\b|(?:{_ON})the\s+new\s+year\b",
     lambda m, clock: moment.nearest(lambda year: date(year, 1, 1), clock)),
    (rf"(?<![\d$€£₩¥#,.–])(?<![^d]-)\b(?P<y>{w.YEAR})\b{_AFTER_YEAR}", lambda m, clock: moment.of(m["y"])),
    (rf"\b(?P<y>{w.YEAR})[-–/](?P<z>\d\d)\b(?![-\d])", c.read_split_year),
    (r"(?<=\b[12]\d\d\d[-–/])(?P<z>\d\d(?:\d\d)?)\b(?![-\d])", c.read_range_end),
    (rf"\b(?P<y>{w.YEAR})(?=[-–/]\d\d(?:\d\d)?\b(?![-\d]))", lambda m, clock: moment.of(m["y"])),
    (r"\b(?:the\s+)?(?P<which>this|last|next|current|previous)\s+(?:(?:fiscal|financial)\s+year|"
     rf"fiscal(?!\s+\w+-|\s+[a-z]+ter\b){w.APART})(?P<g>)(?P<z>)", c.read_fiscal_year),
    (r"(?<=for )the\s+(?:full\s+)?(?P<which>)(?P<g>)(?P<z>)(?:fiscal|financial)\s+year\b"
     r"(?!\s+(?:that|to|through|end|\d))", c.read_fiscal_year),
    (r"\b(?:the\s+)?(?:same|corresponding|comparable)\s+(?:quarter|half|period|month|months)(?:\s+(?:of|in))?\s+(?:the\s+)?"
     r"(?:previous|last|prior|preceding)\s+(?:(?:fiscal|financial)(?:\s+year)?|year)\b", c.read_year_before),
    (rf"\b(?:the\s+)?year-(?:ago|earlier)\s+(?:(?:{w.ORDINAL}\s+)?quarter|half|period)\b|\byear[- ](?:ago|earlier)\b",
     c.read_year_earlier),
    (r"\bhalf-year(?:ly)?(?=\s+(?:[a-z-]+\s+)?(?:turnover|sales|revenues?|profits?|loss|earnings|income)\b)",
     p.read_half_year),
    (rf"\b(?:the\s+)?{w.FISCAL}(?P<which>)", c.read_fiscal_year),
    (r"\b(?:the\s+)?(?:(?P<y>(?:1[5-9]|20)\d0)|['’](?P<z>\d0))['’]?s\b",
     lambda m, clock: c.decade(m["y"] or "19" + m["z"])),
    (rf"(?:\bthe\s+|(?<=early )|(?<=late )|(?<=mid[ -]))(?P<word>{'|'.join(w.DECADES)})\b",
     lambda m, clock: c.decade(str(1900 + w.DECADES[m["word"].lower()]))),
    (rf"\bthe\s+(?P<side>first|last)\s+day\s+of\s+(?:(?P<m>{w.MONTH})(?:,?\s+(?P<y>{w.YEAR})\b)?|(?P<z>{w.YEAR})\b)",
     c.read_side),
    (r"\b(?:the\s+)?(?P<n>\d\d)(?:th|st|nd|rd)[\s-]century\b", c.read_century),
    (rf"(?:{_ON}|(?<=at )|(?<=over )|(?<=during ))the\s+weekend\b(?!\s+(?:of|before|after\s+the)\b)",
     lambda m, clock: r.weekend(clock)),
    (rf"\b(?P<which>(?:the\s+)?(?:last|next|this|past|previous|current|coming|following|same)|"
     rf"that)\s+(?P<unit>{w.UNIT}|(?:(?<=same )|(?<=that ))period(?!\s+(?:a|last|of|in|the|one|from)\b))\b"
     rf"(?!\s+of\s+(?:{w.MONTH}|{w.YEAR})\b)", r.read_relative),
    (rf"\b(?:(?:about|nearly|almost|{w.OVER}|{_MORE_THAN}|around|roughly|some)\s+)?"
     rf"(?P<n>{w.NUMBER}|an?|the)\s+(?!weekend after)(?P<unit>{w.UNIT})(?:\s+to\s+the\s+day)?\s+(?P<how>ago|earlier|"
     r"before|prior|previously|from (?:now|today)|later|afterwards?|hence|(?:after|on)(?=\s*[,.;]|\s+to\b)|"
     r"after(?=\s+\w))\b(?:(?<=after)\s+that\b|\s+(?P<today>today|this\s+(?:month|week))\b)?", r.read_ago),
    (rf"\b(?:(?:{w.VAGUE}|just|a)\s+)?(?:{w.UNIT}|short while|long time|while)\s+(?P<how>ago|from now)\b",
     lambda m, clock: Meaning("DATE", "FUTURE_REF" if m["how"].lower() == "from now" else "PAST_REF")),
    (rf"(?:(?P<most>\b(?:(?!invest|inter|requ|sugg|prot|arr|harv)[a-z]{{2,}}est|first|most|worst|best)\b"
     rf"[\w %-]{{0,40}}?|(?<=ever )))?\b(?P<how>within|in)\s+"
     rf"(?:(?:about|the next|nearly)\s+)?(?P<n>{w.NUMBER}|an?)\s+(?P<unit>{w.UNIT})\b(?P<time>(?:['’]s?)?\s+time\b)?"
     r"(?!\s+(?:ago|earlier))",
     r.read_within),
    (rf"\b(?<!its )(?<!his )(?<!her )(?<!their )(?:the\s+)?(?P<side>first|(?:last|final|closing)"
     rf"(?=\s\w+\smonths\sof\s(?:(?:this|last|the)\syear|(?:fiscal\s)?\d{{4}})))\s+(?P<n>{w.NUMBER})\s+months"
     rf"(?:\s+of\s+(?:(?P<which>this|last|the)\s+year|(?:fiscal\s+)?(?P<y>{w.YEAR})))?\b", r.read_first_months),
    (r"\b(?P<n>six|nine)-month(?=\s(?:[a-z-]+\s){0,2}(?:revenues?|sales|turnover|profits?|"
     r"earnings|income|loss|ebitda|results|output|deliveries)\b)", r.read_first_months),
    (rf"\b(?:(?:the|about|nearly|almost|{w.OVER}|{_MORE_THAN}|around|roughly|at least)\s+)?"
     rf"(?:(?P<which>last|past|next|first|coming|following|final)\s+)?(?P<n>{w.NUMBER}|{w.VAGUE}|an?(?=\s+(?:day|week|fortnight|"
     rf"month|year|decade|century|quarter|hour)\b))"
     rf"(?:\s+|-)(?:consecutive\s+|straight\s+|full\s+)?(?P<unit>{w.UNIT})(?:-long)?\b(?!\s+(?:ago|earlier|before|"
     rf"from now|and (?:older|over|up|younger))|[- ]olds?\b|-(?:ago|earlier)\b)", r.read_duration),
    (r"(?:(?<=for )|\b(?=\w+ before\b))(?P<unit>years|decades|months|weeks|centuries|days|hours|minutes)\b",
     lambda m, clock: Meaning("DURATION", c.length(None, c.unit_of(m["unit"])))),
    (rf"\b(?:{_REL}\s+|{_WHICH})?(?P<day>{w.WEEKDAY})"
     rf"(?:\s+(?P<part>{w.PART}))?"
     r"(?!\w|\s+(?:week|papers|newspapers|press|Times|Telegraph)\b|(?<=Sunday)\s+(?:lunch|roast|dinner)\b)",
     r.read_weekday),
    (rf"\b(?P<day>{w.WEEKDAY})\s+(?:of\s+)?(?P<which>last|next|this)\s+week\b", r.read_weekday_of_week),
    (rf"\b(?:an?\s+week\s+(?:on|from)\s+(?P<on>{w.WEEKDAY})|(?P<of>{w.WEEKDAY})\s+week)\b", r.read_week_on),
    (rf"\b(?:the\s+)?(?P<word>today|yesterday|tomorrow|tonight|"
     rf"(?<!on )(?<!an )(?<!of )(?<!with )overnight(?!\s{w.OVERNIGHT})|"
     rf"day before yesterday|day after tomorrow)\b(?:\s+(?P<part>{w.PART}))?", r.read_day_word),
    (rf"\b(?:{_REL}|this|earlier this|late this)\s+(?P<part>{w.PART})\b",
     lambda m, clock: r.timed(moment.day(clock.published), m["part"])),
    (r"\b(?P<h>\d\d?)(?:[:.](?P<min>\d\d))?\s?(?P<half>[ap]\.?m\b\.?)", r.read_clock_time),
    (rf"\b(?:the\s+)?(?P<f>fiscal\s+)?(?:(?P<a>{w.YEAR})\s+(?:fiscal\s+)?|(?P<b>this|last|"
     rf"next)\s+year['’]s\s+)?(?:(?P<n>{w.ORDINAL}|final)(?:\s+|-)(?:fiscal\s+)?quarter(?!\s+on\s+sale\b)|Q(?P<q>[1-4])|(?P<r>[1-4])Q)"
     rf"(?:(?:(?<=\dQ)|(?<=[1-4])\s?['’])(?P<t>\d\d)\b|(?:\b|(?=FY)){_OF_YEAR})", p.read_quarter),
    (rf"\b(?:the\s+|its\s+)?(?P<f>fiscal|financial)\s+(?P<n>{w.ORDINAL})(?P<q>)(?P<r>)(?P<a>)(?P<b>)(?P<t>)"
     rf"(?:\s+|-)quarter\b{_OF_YEAR}", p.read_quarter),
    (rf"\b(?:the\s+|its\s+)?(?:fiscal[\s-])?(?:(?P<nth>{w.ORDINAL})[\s-])?(?P<unit>quarter|half|"
     rf"(?:{w.NUMBER}) months|(?:13|26|52|53) weeks|half[- ]year|fiscal year|financial year|year)"
     rf"(?:\s+that)?\s+(?:ended|ending|to|through)\s+(?:on\s+|in\s+|last\s+|(?:the\s+)?end(?:\s+of\s+|-))?"
     rf"(?:(?P<e>{w.DAY})\s+)?(?P<m>{w.MONTH})"
     rf"(?:\s+(?P<d>{w.DAY})\b|(?!\s\d\d?\b))(?:,?\s+(?P<y>{w.YEAR})\b)?", p.read_ended),
    (r"(?:(?<=in )|(?<=for )|(?<=during )|(?<=over ))the\s+(?P<n>first|second|third|fourth)\b"
     r"(?=\s*[.,;)]|$|\s+(?:and|but|after|from|as|at|while)\b)", p.read_ordinal_alone),
    (rf"\b(?:the\s+)?(?:{w.MONTH}(?:-to-|[-–]))?(?P<m>{w.MONTH})(?:\s+|-)(?P<unit>quarter)\b(?P<d>)(?P<e>)"
     rf"(?:\s+(?:of\s+)?(?P<y>{w.YEAR})\b)?", p.read_months),
    (rf"\b(?:the\s+)?(?P<start>{w.MONTH})(?:-to-|\s?[-–]\s?)(?P<m>{w.MONTH})(?:\s+|-)(?P<unit>period|half|stretch)\b"
     rf"(?P<d>)(?P<e>)(?:\s+(?:of\s+|in\s+)?(?P<y>{w.YEAR})\b)?", p.read_months),
    (rf"\b(?:the\s+)?(?:(?P<n>first|second)(?:\s+|-)half|H(?P<h>[12])|(?P<i>[12])H)"
     rf"(?:(?<=\dH)(?P<t>\d\d)\b|(?:\b|(?=FY))(?:\s+of)?{_OF_YEAR})(?!\s+(?:of\s+)?(?:{w.MONTH}|the\s+(?:game|match|season)))",
     p.read_half),
    (rf"(?:\b(?:{_REL}|(?P<which>last|next|this|the|in))\s+|{_ON}|{_OR}|\b(?=\w+ (?:of )?\d{{4}}))"
     rf"(?P<s>spring(?!\s+(?:behind|water)\b)|summer|"
     rf"autumn|winter|(?:(?<=last )|(?<=this )|(?<=next )|(?<=that )|(?<=following ))fall|"
     rf"(?<=in the )fall(?!\s+(?:of|in)\b)|fall(?=\s+(?:of\s+)?\d{{4}}))\b"
     rf"(?:\s+(?:of\s+)?(?P<y>{w.YEAR})\b|\s+(?P<turn>before\s+last|after\s+next|before(?=[.,;]))|"
     r"\s+(?:of\s+)?(?P<of>this|last|next)\s+year\b)?", p.read_season),
    (r"\b(?:the\s+)?(?:end|close|start|beginning|middle|rest|remainder)\s+of\s+(?:the\s+)?(?P<unit>year|month|"
     r"quarter|week|decade)\b"
     rf"(?!\s+(?:{_UP_TO}|(?:ended|ending|after|before)\b))", p.read_end_of),
    (r"\bmid-?year\b", lambda m, clock: moment.of(f"{clock.published.year:04}")._replace(vague=True)),
    (rf"\bthe\s+(?P<unit>{w.UNIT})\s+(?P<which>after\s+next|before\s+last)\b",
     lambda m, clock: moment.shifted(2 if m["which"][0] in "aA" else -2, c.unit_of(m["unit"]), clock.published)),
    (r"\b(?:the\s+)?(?P<unit>year|month|quarter|week)(?:[- ]|['’]s\s+)end\b", p.read_end_of),
    (r"(?<=before )the\s+(?P<unit>year|month|quarter|week|decade)\s+(?:is\s+(?:out|over|up)|ends|closes)\b",
     p.read_end_of),
    (r"(?:(?<=in )|(?<=for )|(?<=during )|(?<=of )|(?<=over )|(?<=through ))the\s+(?:latest\s+|full\s+|most "
     r"recent\s+)?(?P<unit>quarter|year|month|period|half)\b"
     rf"(?![\s-]+(?:{_UP_TO}|that|ended|ending|before|earlier|after|ago|from|of|between|in|\d))", p.read_the_unit),
    (r"\bthe\s+latest\s+(?P<unit>quarter|period)\b", p.read_the_unit),
    (rf"\b(?:each|every|per)\s+(?P<n>{w.NUMBER}\s+)?(?P<unit>{w.UNIT})\b",
     lambda m, clock: Meaning("SET", c.length(c.number(m["n"] or "one") or 1, c.unit_of(m["unit"])))),
    (rf"\b(?:each|every)\s+(?:{w.MONTH}|{w.WEEKDAY}|{w.PART}|{'|'.join(w.SEASONS)})\b",
     lambda m, clock: Meaning("SET", "XXXX-XX-XXTMO" if m[0].endswith("morning") else "P1Y")),
    (r"(?<=since )then\b(?!-)", lambda m, clock: Meaning("DATE", "PAST_REF", clock.latest, anchored=True)),
    (r"(?<=at )the\s+time\b(?!\s+(?:(?:of|when|that|the|it|s?he|they)\b|(?-i:[A-Z])))",
     lambda m, clock: Meaning("DATE", "PAST_REF", clock.latest, anchored=True)),
    (rf"\b(?P<word>{'|'.join(w.ADVERBS)})\b", lambda m, clock: Meaning("SET", w.ADVERBS[m["word"].lower()])),
    (rf"\b(?:{'|'.join(w.PRESENT)})\b", lambda m, clock: Meaning("DATE", "PRESENT_REF")),
    (rf"\b(?:{'|'.join(w.PAST)})\b", lambda m, clock: Meaning("DATE", "PAST_REF")),
    (rf"\b(?:{'|'.join(w.FUTURE)})\b", lambda m, clock: Meaning("DATE", "FUTURE_REF")),
)  # fmt: skip
