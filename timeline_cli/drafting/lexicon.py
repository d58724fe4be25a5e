"""The English words that a draft depends on: verbs of corporate news, types, hedges, offices, places.

Owns: data. Does not: look at a text.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple


def word_set(text: str) -> frozenset[str]:
    """The words of a text."""
    return frozenset(text.split())


# Verbs that report an event of a company if they have a subject.
_EVENT_VERBS = (
    "abandon accept access acquire add adopt agree announce apply appoint approve arrest attend auction award ban "
    "beat begin block "
    "boost build buy call cancel cease challenge charge clear close combine commission commit complete conclude "
    "confirm construct convert cut deliver delay demolish deny deploy develop discontinue dismiss dispose divest "
    "donate double drop "
    "earn elect employ end enter establish exceed exit expand export extend face fall file finalise finalize fine "
    "finish fire form "
    "found gain grant grow halt halve hand hire hold host impose import improve inaugurate increase indict install "
    "introduce invest issue jump join launch lay lead leave lease license list lose lower make manufacture meet "
    "merge miss "
    "move name nominate obtain offer open operate order oust outline overtake own pay penalize permit pick pledge "
    "plummet plunge post "
    "postpone present probe produce promise promote propose publish pull purchase raise ramp reach rebrand recall "
    "receive "
    "recommend record recruit reduce refuse reject release relocate remove rename renew reopen replace report "
    "resign restart restructure resume retire return reveal revise rise rule scrap secure seek select sell set "
    "settle shed ship show "
    "shut shutter sign slash slip slow slump soar spend split sponsor start step stop submit succeed sue supply "
    "surge surpass suspend "
    "swing take team terminate test top total trade transfer treble trial trim triple tumble unveil upgrade urge "
    "use veto visit vote "
    "warn widen win withdraw work yield overhaul disclose register generate dip climb narrow decline "
    "rebound advance shrink process target forecast guide expect plan aim intend schedule consider explore discuss "
    "mull "
    "weigh negotiate prepare travel fly debut roll mark tap install complain investigate raid fine oversee ask order "
    "attract invite house store process connect cover power create convene gather arrive depart speak address "
    "pause idle "
    "talk review "
    "emerge divert declare collect inspect modernise modernize ground rebuff omit kill injure shelve evacuate "
    "lift hike cap waive repay redeem raise borrow price float upsize downgrade accuse allege plead convict "
    "sentence acquit appeal "
    "overturn uphold restate write pass tender bid outbid partner collaborate cooperate integrate adopt pilot "
    "flock participate assure lobby merge demerge spin offload unload bring run serve rescind lapse expire turn "
    "help hit "
    "fuel spark stoke prompt trigger account stand come go become remain employ break begin source"
)
# Verbs that carry what somebody says.
REPORTING = word_set(
    "say tell add note explain state claim argue write comment believe think insist stress acknowledge admit "
    "predict estimate caution emphasise emphasize remark suggest indicate mention reiterate observe describe "
    "quote cite hear know recall understand feel hope concede guess imply learn find see read figure reckon"
)
# Of these, those that report whatever follows.
SAYING = word_set(
    "say tell note explain claim write comment think insist stress acknowledge predict caution remark mention reiterate"
)
# These report if a clause follows, and are events themselves with an object: announce a plan.
ANNOUNCING = word_set("announce report reveal disclose confirm warn show expect promise pledge propose deny agree")
PLANNING = word_set(
    "plan aim intend expect schedule target hope seek want prepare propose pledge promise agree vow commit"
)
CALLS = word_set("call urge promise pledge vow demand assure ask warn")
# States: undated, they are background unless they are in progress.
STATES = word_set(
    "be have own operate employ make remain include face serve account run hold represent comprise lead produce "
    "seek use stand become cover total rank need want consider house work supply trade come go turn help"
)

_IRREGULAR = (
    "sink sank sunk,slide slid slid,strike struck struck,choose chose chosen,freeze froze frozen,"
    "throw threw thrown,"
    "beat beat beaten,become became become,begin began begun,bet bet bet,bid bid bid,break broke broken,bring "
    "brought brought,build "
    "built built,buy bought bought,come came come,cost cost cost,cut cut cut,deal dealt dealt,do did done,draw "
    "drew drawn,"
    "drive drove driven,fall fell fallen,feel felt felt,find found found,fly flew flown,forecast forecast forecast,"
    "get got got,give gave given,go went gone,grow grew grown,have had had,hear heard heard,hit hit hit,hold held held,"
    "keep kept kept,know knew known,lay laid laid,lead led led,leave left left,lend lent lent,let let let,"
    "lose lost lost,make made made,mean meant meant,meet met met,overtake overtook overtaken,pay paid paid,put put put,"
    "quit quit quit,read read read,rise rose risen,run ran run,say said said,see saw seen,seek sought sought,sell sold "
    "sold,send sent sent,set set set,shed shed shed,show showed shown,shrink shrank shrunk,shut shut shut,spend spent "
    "spent,speak spoke spoken,spin spun spun,split split split,stand stood stood,swing swung swung,take took taken,"
    "tell told "
    "told,think thought thought,understand understood understood,uphold upheld upheld,win won won,withdraw withdrew "
    "withdrawn,write wrote written,repay repaid repaid,oversee oversaw overseen,overturn overturned overturned"
)


class Forms(NamedTuple):
    """From each form of a verb to the verb: past, participle, third person, -ing; and the verbs themselves."""

    past: dict[str, str]
    participle: dict[str, str]
    third: dict[str, str]
    ing: dict[str, str]
    base: frozenset[str]


_DOUBLED = re.compile(
    r"[^aeiou]*[aeiou][bdgmnprt]|qui[t]|(?:com|sub|per|ad)mit|begin|refer|un?plug|rebid|outbid|debut(?=x)"
)


@cache
def forms() -> Forms:
    past: dict[str, str] = {}
    participle: dict[str, str] = {}
    irregular = {}
    for row in _IRREGULAR.split(","):
        base, then, done = row.split()
        irregular[base] = then, done
    others = word_set("include refer decide try rank need want represent comprise cause follow publish welcome respond")
    bases = word_set(_EVENT_VERBS) | REPORTING | irregular.keys() | PLANNING | CALLS | others
    third, ing = {}, {}
    for base in bases:
        then, done = irregular.get(base) or (_past(base),) * 2
        past[then] = participle[done] = base
        third[_third(base)] = base
        ing[_ing(base)] = base
    return Forms(past, participle, third | {"has": "have", "does": "do"}, ing, bases)


def past_of(verb: str) -> str:
    """The past tense of a verb of the lexicon."""
    return next((form for form, base in forms().past.items() if base == verb), _past(verb))


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


MODALS = word_set("will would could may might can should must shall cannot 'll")
BE = word_set("is are was were be been being 's 're")
NOT = frozenset(("not", "n't", "never", "no", "neither", "nor", "hardly", "nothing", "nobody", "none"))
CONDITIONS = frozenset(("if", "unless", "whether", "provided", "should", "had", "lest"))
# Words that begin a new clause if a verb follows.
STRONG = word_set(
    "which who that while but after before when because although though whereas where as since if unless whether "
    "until once whose so than given what how why whom"
)
RELATIVE = word_set("who which that whose where whom")
ADVERBS = word_set(
    "also not never still now just already soon then even ever only yet so again first once since later earlier "
    "instead thus therefore however today yesterday both all far further n't almost nearly together recently last "
    "often jointly itself themselves"
)
PREPOSITIONS = word_set(
    "in on at by for with from to of under over into about during between through against without within among "
    "amid after before following despite as near across toward towards per via since until around above below up "
    "down than off"
)
DETERMINERS = word_set(
    "a an the this that these those its his her their our my your some any each every no another more most less "
    "such own newly recently previously highly other"
)
PRONOUNS = word_set("it they he she we i you who which that this both these those")

# Who has opinions rather than news.
OPINION = (
    r"\b(?:analysts?|economists?|observers?|critics|experts?|strategists?|traders|commentators|pundits|"
    r"investors|consensus)\b"
)
REPORTED = (
    r"\b(?:reportedly|reported to|said to|believed to|understood to|thought to|according to (?:\w+ )?(?:sources?|"
    r"people|reports?|media|"
    r"the (?:people|sources|newspaper|report)|a person|local media|two people|three people)|people familiar|"
    r"sources (?:said|say|told)|"
    r"person familiar|(?:one|a) source said|were seen|was seen|media reports?|the newspaper said|allegedly|unnamed|"
    r"who asked not)\b"
)
RUMOURED = r"\b(?:rumou?rs?|rumou?red|speculation|speculations|speculated|speculate|gossip|market talk)\b"
TENTATIVE = (
    r"\b(?:could|(?-i:may)|might|consider(?:s|ed|ing)?|explor(?:es|ed|ing)|mull(?:s|ed|ing)?|weigh(?:s|ed|ing)?|"
    r"in talks|"
    r"is in discussions|"
    r"in negotiations|hopes? to|seek(?:s|ing)? to|proposed|tentatively|preliminary (?:deal|agreement)|subject to)\b"
)
POSTPONED = r"\b(?:postpone[ds]?|postponing|delay(?:s|ed|ing)?|pushed back|put off|defer(?:red|s))\b"
CANCELLED = (
    r"\b(?:cancel(?:s|led|ed|ling)?|call(?:s|ed) off|scrap(?:s|ped)?|abandon(?:s|ed)?|walk(?:s|ed) away from|"
    r"terminate[ds]?|"
    r"withdr[ae]w[ns]?|shelve[ds]?)\b"
)
