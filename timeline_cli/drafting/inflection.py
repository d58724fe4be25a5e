"""Forms of English verbs: opened, opens, opening → open.

Owns: the irregular ones, and the rules of the others. Does not: read a sentence.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from timeline_cli.drafting.lexicon import CALLS, OTHER_VERBS, PLANNING, REPORTING
from timeline_cli.drafting.types import TYPES

_IRREGULAR = (
    "fight fought fought,"
    "sink sank sunk,slide slid slid,strike struck struck,choose chose chosen,freeze froze frozen,throw threw "
    "thrown,beat beat beaten,become became become,begin began begun,bet bet bet,bid bid bid,break broke broken,bring "
    "brought brought,build built built,buy bought bought,come came come,cost cost cost,cut cut cut,deal dealt dealt,do "
    "did done,draw drew drawn,drive drove driven,fall fell fallen,feel felt felt,find found found,fly flew "
    "flown,forecast forecast forecast,get got got,give gave given,go went gone,grow grew grown,have had had,hear heard "
    "heard,hit hit hit,hold held held,keep kept kept,know knew known,lay laid laid,lead led led,leave left left,lend "
    "lent lent,let let let,lose lost lost,make made made,mean meant meant,meet met met,overtake overtook overtaken,pay "
    "paid paid,put put put,quit quit quit,read read read,rise rose risen,run ran run,say said said,see saw seen,seek "
    "sought sought,sell sold sold,send sent sent,set set set,shed shed shed,show showed shown,shrink shrank "
    "shrunk,shut shut shut,spend spent spent,speak spoke spoken,spin spun spun,split split split,stand stood "
    "stood,swing swung swung,take took taken,tell told told,think thought thought,understand understood "
    "understood,uphold upheld upheld,win won won,withdraw withdrew withdrawn,write wrote written,repay repaid "
    "repaid,oversee oversaw overseen,overturn overturned overturned,steal stole stolen,undergo underwent "
    "undergone,undertake undertook undertaken,rebuild rebuilt rebuilt,resell resold resold,teach taught taught,catch "
    "caught caught,fight fought fought,stick stuck stuck,undercut undercut undercut,foresee foresaw foreseen,forgo "
    "forwent forgone,flee fled fled,ride rode ridden,withstand withstood withstood,retake retook retaken,hide hid "
    "hidden,outsell outsold outsold,bear bore borne,tear tore torn,sweep swept swept,wind wound wound,owe owed owed,"
    "spring sprang sprung,swear swore sworn,blow blew blown,rewrite rewrote rewritten,override overrode overridden,"
    "unwind unwound unwound,forbid forbade forbidden,dig dug dug,hang hung hung,withhold withheld withheld,"
    "mislead misled misled,ring rang rung,sing sang sung,drink drank drunk,eat ate eaten,feed fed fed,shoot shot shot,"
    "spread spread spread,stride strode stridden,strive strove striven,weave wove woven,wear wore worn,wake woke woken,"
    "sleep slept slept,light lit lit,leap leapt leapt,shake shook shaken,breed bred bred,bind bound bound,cast "
    "cast cast,broadcast broadcast broadcast,offset offset offset,oversell oversold oversold,outgrow outgrew outgrown,"
    "redraw redrew redrawn,retell retold retold,relight relit relit,outbid outbid outbid,overrun overran overrun,"
    "sit sat sat,arise arose arisen,burst burst burst,swell swelled swollen,creep crept crept,cling clung clung,forget "
    "forgot forgotten,reset reset reset,undo undid undone,shine shone shone,outdo outdid outdone,"
    "outspend outspent outspent,mistake mistook mistaken,sow sowed sown,swim swam swum"
)


class Forms(NamedTuple):
    """From each form of a verb to the verb: past, participle, third person, -ing; and the verbs themselves."""

    past: dict[str, str]
    participle: dict[str, str]
    third: dict[str, str]
    ing: dict[str, str]
    base: frozenset[str]


_DOUBLED = re.compile(
    r"[^aeiou]*[aeiou][bdgmnprt]|qui[t]|(?:com|sub|per|ad)mit|begin|(?:re|de|pre|in|trans)fer|un?plug|rebid|outbid|debut(?=x)"
)


@cache
def forms() -> Forms:
    past: dict[str, str] = {}
    participle: dict[str, str] = {}
    irregular = {}
    for row in _IRREGULAR.split(","):
        base, then, done = row.split()
        irregular[base] = then, done
    bases = irregular.keys() | OTHER_VERBS | REPORTING | PLANNING | CALLS
    bases = bases.union(*(verbs for _, verbs, _ in TYPES))
    third, ing = {}, {}
    for base in bases:
        then, done = irregular.get(base) or (_past(base),) * 2
        past[then] = participle[done] = base
        third[_third(base)] = base
        ing[_ing(base)] = base
        if base[-1] == "l" and base[-2] in "aeiou" and base[-3] not in "aeiou":  # cancelled, in British English
            past[f"{base}led"] = participle[f"{base}led"] = ing[f"{base}ling"] = base
    return Forms(past, participle, third | {"has": "have", "does": "do"}, ing, frozenset(bases))


def past_of(verb: str) -> str:
    """The past tense of a verb of the lexicon."""
    return next((form for form, base in forms().past.items() if base == verb), verb if _is_past(verb) else _past(verb))


def _is_past(verb: str) -> bool:
    """Whether it is a form of a verb that the lexicon has not: looked."""
    return verb.endswith("ed") and not verb.endswith("eed")


def _past(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2] not in "aeou":
        return base[:-1] + "ied"
    return base + base[-1] + "ed" if _DOUBLED.fullmatch(base) else base + "ed"


def _third(base: str) -> str:
    if base.endswith("y") and base[-2] not in "aeou":
        return base[:-1] + "ies"
    return base + ("es" if base.endswith(("s", "x", "z", "ch", "sh", "go", "do")) else "s")


def _ing(base: str) -> str:
    if base.endswith("e") and not base.endswith("ee"):
        return base[:-1] + "ing"
    return base + base[-1] + "ing" if _DOUBLED.fullmatch(base) else base + "ing"
