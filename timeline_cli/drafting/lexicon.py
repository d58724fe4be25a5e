"""The English words that a draft depends on: verbs of corporate news, types, hedges, offices, places.

Owns: data. Does not: look at a text.
"""

from __future__ import annotations

from collections.abc import Iterable


def word_set(text: str) -> frozenset[str]:
    """The words of a text."""
    return frozenset(text.split())


def any_of(words: Iterable[str]) -> str:
    """The words as alternatives of a pattern, sorted, so that it is the same in every run."""
    return "|".join(sorted(words))


# Verbs of corporate news that no type is made of.
OTHER_VERBS = word_set(
    "accept access apply arrive auction bid boost cancel combine complain conclude connect consider convert cover die "
    "discontinue dismiss divert donate downgrade emerge evacuate exit expire explore face finalise finalize found "
    "fuel help inspect knock lapse lobby mark mature mull omit outline overhaul oversee overtake overturn penalize "
    "plummet power probe prompt pull ramp rebrand rebuff recruit refuse register rename rescind restate restructure "
    "rule shelve slow spark split sponsor stoke store sue surpass tender transfer treble trial trigger uphold upsize "
    "weigh yield include refer try rank recall represent comprise cause follow welcome respond bind pend date exhaust "
    "decide fix axe exhibit adjourn reschedule defer delist convene showcase premiere relaunch vacate lodge ratify "
    "dissolve revive incorporate commence mandate expropriate devalue amass restore bail pare redesign overrule "
    "contest table throw surface resurface swirl circulate abound mount retreat stumble sag wobble wither appear "
    "belong consist depend smell inform notify remind fill inherit oblige lie draft refund resolve"
)
# Verbs that are no news, known so that their clauses are not taken for nouns.
KNOWN_VERBS = word_set(
    "achieve afford avoid bolster coincide compel compete constitute consume contain deserve differ disappear enable "
    "enjoy ensure exist govern involve occupy persuade possess prefer prevent protect prove pursue qualify recognise "
    "recognize reflect rely require resemble reside retain specialise specialize survive sustain tend undermine "
    "utilise vary worry await seem pencil blame attribute abolish absorb accelerate accompany accumulate activate "
    "adapt administer advertise affect align allocate alter amend analyse assemble assess assign assist assume attach "
    "broaden calculate celebrate clarify compensate compile continue coordinate correct cultivate dedicate deepen "
    "define demonstrate derail derive detect determine devise devote diminish disagree discover disrupt distribute "
    "diversify dominate embrace encounter enforce engage enhance enlist enrol equip erase erode evaluate evict evolve "
    "exclude explode facilitate fulfil happen ignore illustrate incur induce initiate inspire instruct interrupt "
    "invade invent irrigate isolate justify lack liquidate locate manage modify multiply need neglect obstruct occur "
    "organise organize outlive outperform perform preserve prohibit provoke realise realize regain reinforce "
    "relieve relinquish remodel renovate resist restrict satisfy seize simplify soften solve specify stabilise "
    "stimulate struggle subscribe suppress touch translate underline unify unite vanish violate worsen design play"
)
# Verbs that carry what somebody says.
REPORTING = word_set(
    "say tell add note explain state hint claim argue write comment believe think insist stress acknowledge admit "
    "predict estimate caution emphasise emphasize remark suggest indicate mention reiterate observe describe quote "
    "cite hear know understand feel hope concede guess imply learn find see read figure reckon notice doubt"
)
# Of these, those that report whatever follows.
SAYING = word_set(
    "say tell note explain write comment think insist stress acknowledge predict caution remark mention reiterate"
)
# These report if a clause follows, and are events themselves with an object: announce a plan.
ANNOUNCING = word_set(
    "announce report reveal disclose confirm warn show expect promise pledge propose deny agree claim"
)
PUBLISHING = word_set("publish release present issue post report print")
PLANNING = word_set(
    "plan aim intend wish expect schedule target hope seek want prepare propose pledge promise agree vow commit"
)
CALLS = word_set("call urge promise pledge vow demand assure ask warn")
# In the present tense with a day these are ahead: the fair starts on Saturday.
SCHEDULED = word_set(
    "start begin open close end launch expire take go come meet report release publish host vote kick join leave step "
    "arrive decide debut resume get put mature retire hold hear visit fly travel ship move follow sit land play lapse"
)
# States: undated, they are background unless they are in progress.
STATES = word_set(
    "be have own operate employ make remain include face serve account run hold represent comprise lead produce seek "
    "use stand become cover total rank need want consider house work supply trade come go turn help control"
)
# Verbs of which companies and persons are the subject, not plants, decisions or shares.
OF_COMPANIES = word_set(
    "acquire buy sell plan expect report post appoint hire name fire lay invest drop scrap abandon agree sign "
    "announce pay launch unveil introduce file settle sue own spend merge purchase order recall warn forecast seek "
    "want aim decline deny reject offer bid propose declare supply deliver raise cut lower set issue publish obtain "
    "enter revise withdraw study win submit resubmit furlough license guide book rebuff borrow suspend "
    "postpone shed reaffirm reiterate repay hike trim slash poach axe"
)
# Of verbs without an object, so never what was done to something.
INTRANSITIVE = word_set(
    "appeared arrived emerged happened occurred collapsed resigned retired stayed remained worked lived returned "
    "travelled traveled graduated vanished disappeared lasted existed succeeded crashed differed belonged talked "
    "looked walked partnered competed participated died departed expired matured declined climbed jumped soared "
    "tumbled plunged slumped slipped dipped surged rallied rebounded debuted persisted prevailed slid crept "
    "leapt stood sat"
)
# Participles that rather are in the past tense after a passive verb: was founded in 1998 and merged.
ACTIVE = INTRANSITIVE | word_set(
    "expanded merged moved dropped agreed doubled ended started relocated settled turned traded won lost grown made"
)

# Before a year that is part of their name: the Annual Report 2026.
NAMED_BY_YEAR = word_set("report meeting statement accounts conference strategy programme summit forum expo")

MODALS = word_set("will would could may might can should must shall ought cannot 'll")
BE = word_set("is are was were be been being 's 're")
NOT = word_set("not n't never no neither nor hardly nothing nobody none unlikely")
CONDITIONS = frozenset(("if", "unless", "whether", "provided", "should", "had", "lest"))
# Words that begin a new clause if a verb follows.
STRONG = word_set(
    "which who that while but after before when because although though whereas where as since if unless whether "
    "until once whose so than given what how why whom"
)
RELATIVE = word_set("who which that whose where whom")
ADVERBS = word_set(
    "also sometime not never still now just already soon then even ever only yet so again first once twice since "
    "later earlier instead thus therefore however today yesterday both all far further n't almost nearly together "
    "recently last often twice long jointly meanwhile itself themselves himself herself nevertheless nonetheless"
)
# Adverbs that open some of what is before them.
PARTLY = word_set("chiefly mainly mostly notably especially particularly primarily largely")
# Adverbs of time, which a title does not keep before its verb.
TEMPORAL = word_set(
    "also now then still just already soon ever yet so again first once since later earlier today yesterday recently "
    "last previously currently formerly originally lately early newly separately reportedly allegedly additionally "
    "thus therefore however instead further subsequently eventually finally initially simultaneously nevertheless "
    "nonetheless moreover meanwhile"
)
PREPOSITIONS = word_set(
    "in on at by for with from to of under over into about during between through against without within among amid "
    "after before following despite as near across toward towards per via since until around above below up down "
    "than off like unlike aboard throughout"
)
DETERMINERS = word_set(
    "a an the this that these those its his her their our my your some any each every no another more most less such "
    "own newly recently previously highly other"
)
# A state that has a beginning: idle since 2016, in force since May.
IDLE = word_set("idle closed vacant dormant empty bankrupt insolvent unprofitable profitable dark silent grounded")
LASTING = word_set("force place use operation service production administration receivership liquidation insolvency")
# Words that are no noun before a participle or after a date: the January attack.
NO_NOUNS = (
    DETERMINERS | PREPOSITIONS | ADVERBS | STRONG | BE | word_set("and but or has have had having to will would due")
)
# Adverbs that belong to a verb: picked up the mine.
PARTICLES = word_set("up off out down over")
PERCENT = r"(?:\s?%|[\s-](?:per ?cent|pct)\b)"
BOOKING = word_set("report post record book")  # a result
GLAD = word_set("pleased delighted proud happy")  # to announce something
# Words that no noun has within it.
OUTSIDE_NOUNS = PREPOSITIONS | DETERMINERS | RELATIVE | BE | word_set("and or but to has have had will would not it")
PRONOUNS = word_set("it they he she we i you who which that this both these those")

# What an article calls a company at its second mention.
COMPANY_NOUNS = (
    r"(?:company|group|firm|retailer|grocer|bank|lender|manufacturer|[a-z]*maker|[a-z]*builder|airline|operator|"
    r"startup|start-up|brand|business|giant|producer|supplier|unit|miner|insurer|utility|chain|developer|"
    r"conglomerate|carrier|(?:ship|boat)?yard|airframer|brewer|distiller|broker|fund|investor|seller|wholesaler|publisher|broadcaster|exporter|"
    r"processor|refiner|designer|vendor|provider|distributor|specialist|consultancy|outfit|thrift|trader|hotelier|jeweller|co-operative|cooperative|co-op|contractor|studio|"
    r"packer|telco|streamer|discounter|haulier|forwarder|lessor|caterer|fintech|biotech|drugmaker)"
)

INDEX_CODE = r"[A-Z][A-Z&/]+ \d{2,4}"  # S&P/ASX 200

COMMODITIES = (
    r"(?:arabica|barley|brent|canola|cattle|cocoa|coffee|copper|corn|cotton|crude|diesel|gasoil|gasoline|gold|hogs|"
    r"iron ore|naphtha|nickel|oats|palm oil|petrol|rapeseed|robusta|silver|soybeans?|soyoil|sugar|wheat|zinc)"
)
# What else a report on a market is about.
GOODS = (
    r"(?:almonds?|aluminiu?m|butter|cashews?|cherries|chickpeas|coal|cobalt|eggs|hazelnuts?|lentils|lithium|lng|"
    r"milk powder|natural gas|olive oil|pepper|potash|potatoes|pulp|rice|rubber|salmon|steel|tea|timber|uranium|"
    r"vanilla|wool)"
)
# Who has opinions rather than news.
OPINION = (
    r"\b(?:analysts?|economists?|observers?|critics|experts?|strategists?|traders|commentators|"
    r"pundits|investors|consensus)\b"
)
REPORTED = (
    r"\b(?:reportedly|reported to|said to|believed to|understood to|thought to|according to (?:\w+ )?(?:sources?|"
    r"people|reports?|media|the (?:people|sources|newspaper|report)|a person|local media|two people|three people)|"
    r"people familiar|sources (?:said|say|told)|person familiar|(?:one|a) source said|were seen|was seen|media "
    r"reports?|the newspaper said|alleg(?:edly|ing|ed to)|unnamed|who asked not)\b"
)
RUMOURED = r"\b(?:rumou?rs?|rumou?red|speculation|speculations|speculated|speculate|gossip|market talk)\b"
TENTATIVE = (
    r"\b(?:could|(?-i:may)|might|consider(?:s|ed|ing)?|explor(?:es|ed|ing)|mull(?:s|ed|ing)?|weigh(?:s|ed|ing)?|in "
    r"talks|is in discussions|in negotiations|hopes? to|seek(?:s|ing)? to|proposed|tentatively|preliminary (?:deal|"
    r"agreement)|subject to)\b"
)
