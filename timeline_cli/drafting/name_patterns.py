"""Patterns of names, and of what is around them and says what they are: companies, people, towns.

Owns: these patterns. Does not: look at a text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from timeline_cli.dates.in_text.english_words import NUMBER
from timeline_cli.drafting.amounts import CODES, LETTERS
from timeline_cli.drafting.lexicon import COMMODITIES, COMPANY_NOUNS, GOODS
from timeline_cli.drafting.name_words import (
    COMPANY_ENDINGS,
    NAME_PARTICLES,
    NATIONALITIES,
    NO_NAMES,
    OFFICES,
    PLACES,
    is_generic,
)
from timeline_cli.model import Registries

# After a space; elsewhere at the start of a word, so that a long run of capitals is tried once. Sets of two ranges and
# no more compile faster.
WORD = r"[A-ZÀ-ſ][\w&'’]*(?:[-‑][\w&]+)*"
CAPITAL = rf"(?<![\w&'’])(?<![-‑]){WORD}"
DOTTED = r"(?:A\.Ş|S\.p\.A|S\.r\.l|S\.A(?!\.B)|N\.V|B\.V|A/S|L\.P|K\.K|S\.A\.B)\b\.?"
DOTTED_FORM = re.compile(DOTTED)
INITIAL = r"(?<!Series )(?<!Class )(?<!Plan )(?<!Part )(?<!Type )[A-Z]\.(?= [A-ZÀ-ſ][a-zà-ÿ'’])"  # James E. Bacon
MIDDLE = rf"(?: (?:of|&|and Co|{NAME_PARTICLES})(?=\s[A-ZÀ-ſ]))"

KIN = (
    "predecessor|successor|son|daughter|brother|sister|wife|husband|widow|father|mother|grandfather|grandmother|uncle|"
    "aunt|nephew|niece|cousin|grandson|granddaughter"
)
# A line that says who wrote the article.
BYLINE = re.compile(
    r"^(?:(?:(?:Posted|Written|Words|Interview) by|By) [A-Z]|Photographs?\b)[^\n]{0,120}(?<![.!?])$", re.M
)
_SITE = "works|plants?|factory|factories|mills?|mines?|shipyard|smelter|refinery|brewery|campus|warehouses?|stores?"
TOWN = re.compile(
    rf"(?<!stake )(?<!hares )(?<!interest )(?<!holding )(?<!nvest )(?<!nvested )(?<!confidence )(?<!majority )"
    r"(?<!votes )(?<!stakes )"
    rf"\b(?:in|near|off|outside|emirate of|fl(?:y|ights?|own) over|"
    rf"(?:north|south|east|west) of|(?:mov|relocat|shift)\w+ (?:\w+ ){{0,3}}to|trip to)"
    rf"\s({WORD}(?: {WORD})?)(?:(?:,\s({WORD}))?\sand\s({WORD})(?![\w'’-]|\s[A-Z]))?(?![\w'’-]|\s[A-Z])"
    rf"|\b([A-Z]\w+(?: [A-Z]\w+)?)-based\b|(?:\b(?:its|their)|['’]s)\s({WORD}(?: {WORD})?)\s(?:{_SITE})\b"
    rf"|\b(?:{_SITE}|furnaces?|kilns?|docks?|quay|tests?|trials?|base|camp|quarry|depot),?\sat\s({WORD})(?=[,.]|\s[a-z])"
    rf"|\b(?:{_SITE}),?\s(?:at|in|near)\s({WORD})\sand\s({WORD})|\bbetween\s({WORD})\sand\sthe\s"
    rf"|\b(?:services?|lines?|routes?|roads?|trains?|flights?|track|rails?|traffic|testing)\sbetween\s({WORD})\sand\s({WORD})"
    rf"|\b(?i:city|town|village|county|state|province|port|"
    rf"residents|people|villagers|outskirts|island|peninsula|coast|region|prefecture|district|suburb|herds?|"
    rf"(?<!works )council|mayor) of ({WORD}(?: {WORD}(?!\s[A-Z]))?)"
    rf"|\b(?:in|across|throughout) (?:much|parts) of ({WORD})"
    rf"|\b({CAPITAL}) (?:City|Town|County) Council\b"
    rf"|\b({CAPITAL})['’]s\s(?:[a-z-]+\s)?(?:government|parliament|economy|prime minister|central bank)\b"
    rf"|\bof\s({WORD}(?: {WORD})?)['’]s\s[a-z]+est\s(?:employers?|buildings?|landmarks?|families|hotels)\b"
    rf"|\b(?:tickets?|routes?|flights?|ferr(?:y|ies)|trains?|services?|sailings?|bus(?:es)?)\s(?:[a-z]+\s)?from\s({WORD})"
    rf"\sto\s({WORD}(?: {WORD})?)(?=[,.;]|\s[a-z])|\bfrom\s({WORD})\sto\s|\bin\s[a-z]+\s({WORD})(?=[.,])"
)
STREET = re.compile(
    rf"\b({CAPITAL}(?: {CAPITAL})? (?:Lane|Street|Road|Avenue|Boulevard|Quay))\b(?! [A-Z])(?<!State Street)"
)
# A drug, a mine, a study: names of things.
_THINGS = (
    "drugs?|pills?|medicines?|treatments?|vaccine|trial|study|mine|project|oilfield|deposit|smartphone|console|"
    "blockbuster|system|device|machine|rocket|field|wind farm"
)
PRODUCT = re.compile(
    rf"\b(?:{_THINGS}),?\s(?:(?:known as|called|named|dubbed|code-named)\s)?({CAPITAL}(?: {WORD})?)(?!['’])"
    rf"|({CAPITAL}), the (?:[a-z]+ ){{0,2}}(?:label|brand|range|game|app|series|format) that [A-Z]"
    rf"|({CAPITAL}), (?:the|an?) (?:[a-z]+ ){{0,2}}(?:grape|variety|cheese|drug|vaccine|antibody|film|novel|species)"
    r"(?=[,.]|\s(?:that|which|for|of|from)\b)"
    rf"|\b(?:its|their|the|['’]s)\s(?:[$€£\d]\S*\s(?:[mb]illion\s)?)?({CAPITAL})\s(?:[a-z]+\s)?(?:{_THINGS})\b"
)
THING = re.compile(rf"\ban? ({WORD})(?=[,.]|\s(?:that|which|in|and)\b)")  # a Kite, the drone
# A body, unlike a company, has an article: the FBI, the ABC said.
BODY = re.compile(r"\bthe ([A-Z]{3,6})(?=[,.;]|\s(?:of|to|has|had|is|was|will|said|in|on|for|and|[a-z]+ed)\b)")
# Whose article it is: I founded Acme; the founder of Acme on its future, above an interview.
FOUNDED = re.compile(
    rf"\b(?:I|we)\s(?:founded|co-founded|started)\s({WORD})"
    rf"|^(?=[^.\n]*$)[^.\n]*\b(?:founder|chair|chief executive|boss|head|owner) of ({WORD}(?: {WORD})?)",
    re.M,
)
SET_UP = re.compile(
    rf"\b(?:founded|started|set up|launched|(?:has|have) run)\s({WORD}(?: {WORD}){{0,2}})"
    rf"(?:\s(?:in|since)\s(?:[A-Z]\w+\s)?\d{{4}}|,\s(?:an?|[A-Z]\w+['’]s)\s(?:[a-z-]+\s){{0,2}}(?:{COMPANY_NOUNS}|service|[a-z]+ner)\b)"
    rf"|({CAPITAL}(?: {WORD}){{0,2}}), which (?:he|she|they) "
    r"(?:co-founded|founded|started|set up|runs?|has run|built)\b"
)
LEGAL = re.compile(
    rf"(?<!&)(?<!\band)\s(?:(?:Inc|Corp|Co|Corporation|Ltd|Limited|LLC|plc|PLC|Plc|AG|ASA?|AB|SE|SA|NV|GmbH)\.?|{DOTTED})$"
)
# Acme's, the shoe shop: a name that ends in 's. Acme, an old maker of shoes: what Acme is.
BRAND = re.compile(
    r"\b((?!(?:It|That|He|She|What|Here|There|Who|Let)['’])[A-Z]\w+['’]s)(?=,\s(?:the|an?)\s|\s(?:was|is|has|had|will|said|says|expects|agreed)\b)"
    r"|\bthe ([A-Z]\w+['’]s)\s(?:supermarket|stores?|shops?|chain|brand|restaurants?|bakery|brewery|pubs?)\b"
)
# A surname that two people share, as that of their firm: Byron employs 40 people.
FAMILY = re.compile(
    rf"(?:^|\b[a-z]+,?\s|[.!?”]\s)(?<!M[rs]. )(?<!Mrs. )(?<!Dr. )({CAPITAL})(?:,\s(?:which|whose)\s[^.]{{3,90}},)?"
    r"(?:['’]s\s(?:[a-z]+\s)?(?:sales|revenue|turnover|profits?|shares|board|factory|plants?|brands?|products)\b"
    r"|\s(?:employs|employed|exports|makes|sells|lost(?=\s[$€£])|(?:open|clos|launch|mov|rais|expand|doubl)ed\sits)\b)"
)
CALLED = re.compile(rf"\b(?:[Tt]he {COMPANY_NOUNS}|[Ff]ounded in)\b")  # what the article is about, at a later mention
LONE = re.compile(r"(?:^|[a-z:;,]\s)([A-Z]\w+)(?! [A-Z])\b")
LIFE = re.compile(
    rf"({CAPITAL}(?: {WORD}){{0,3}}(?: & Cie)?)(?:, [a-z ]+)?(?:, | \()(?:1[5-9]|20)\d\d\s?[-–]"
)  # Acme Toys, 1946–2024
OWN = re.compile(r"\b([A-Z]\w+['’]s)(?=[:,.]|$)")  # 175 years of Acme's: a history
APPOSED = re.compile(
    r"\.?,\s(?:the|an?|one of (?:the|its))\s(?:(?!(?:of|in|for|that|which|who)\b)[\w.'’-]+\s){0,5}?"
    r"([a-z-]+)(?=[,.]|\s(?:of|in|on|for|at|that|which|whose|with|behind)\b)"
)
AMOUNT = re.compile(
    rf"(?:{'|'.join(LETTERS)}|R|NT|HK|US|A|C|S|Kč|Ft|(?:[QH]\d)?FY)\d+(?:\.\d+)?(?:bn|mn|tn|m|k)?"
    r"|[A-Z]{1,3}[a-z]?\d+(?:\.\d+)?(?:bn|mn|tn|m|k)"
)  # RM1 of RM1.92 billion
# A company that may be called as a person is: Al Byron, a Doha fund.
FIRM_AFTER = re.compile(
    r",\s(?:an?|the)\s(?:(?!(?:of|in|for|that|which|who|and|at|with|by|from)\b)[\w.'’-]+\s){0,4}?"
    r"(?:company|firm|bank|fund|chain|airline|utility|conglomerate|consortium|start-?up)(?=[,.]|\s(?:of|in|on|for|that|which)\b)"
)
# A noun at the start of a sentence: Owners, Completion.
COMMON = re.compile(
    r"(?:s|tion|sion|ment|ing|ity|(?<!^Cad)(?<!^Prov)(?<!^Conflu)[ae]nce|Power|Debt|Oil|Growth|Cash)$|^(?:Sound|Money|Music|Work|Time|Life|Trade|Traffic|"
    r"Travel|Tourism|Water|Fire|Frost|Rain|Snow|Weather|Fuel|Gas|Coal|Steel|Copper|Gold|Silver|Wheat|Coffee|Cocoa|Sugar|"
    r"Milk|Wine|Beer|Cotton|Paper|Timber|Cement|Land|Rent|Freight|Cargo|Malware|Software|Data|Research|Credit|Interest|Help|Relief|Hope|Rescue|First)$"
)
# Esbjerg last month cut jobs.
VERB_AFTER = re.compile(r"\s(?:(?:(?:late |earlier )?(?:last|this) (?:[a-z]+|[A-Z]\w+)|also|now)\s)?([a-z]+)\b")
STARTS = re.compile(r"(?:^|[.!?:;,\"”“’—\n])\s*$")
PERSON_BEFORE = re.compile(
    r"\b(?:members?|directors|executives|founders|brothers|sisters),?\s(?:[A-Z]\S+\s){0,3}(?:and\s)?$"
    rf"|\b(?:{'|'.join(OFFICES)}|[a-z]+(?:(?<!special)ist|[wm]an)|collector|lawyer|banker|cousin),\s$"
    rf"|\b(?:post|role|job) of (?:{'|'.join(OFFICES)}) to\s$"
)
# Names alone that are of people: his son Ben, Ben's son, Ben and I, Byron, who.
ALONE = re.compile(
    rf"\b(?:{KIN}),?\s({WORD})(?!\s[A-Z])|(?<!\w )({CAPITAL})(?: and I\b|,\swho\b|(?=['’]s (?:{KIN})\b))"
)
AGED = re.compile(
    rf"(?<!\bin )(?<!\bat )(?<!\bnear )(?<!\bfrom )(?!In |At |Near |From )({CAPITAL}(?: {WORD}){{0,3}}), [2-9]\d,"
)  # Byron, 47,
SPEAKS = re.compile(rf"[\"”]\s({CAPITAL})\s(?:says?|said|adds?|added)\b(?! in a)")  # "No," Byron says
PAIR = re.compile(rf"({CAPITAL}) ({WORD})\b(?! [A-Z])")  # Isla Byron
MALE = re.compile(rf"\b(?:Mr|Sir|Lord|son|brother|father|husband|nephew|uncle)\.?,? ({WORD}(?: {WORD}){{0,2}})")
FEMALE = re.compile(rf"\b(?:Ms|Mrs|Miss|daughter|sister|mother|wife|widow|niece)\.?,? ({WORD}(?: {WORD}){{0,2}})")
# What soon follows the name of a person: He, her; not: he said.
PRONOUN = r"[^\n]{0,160}?\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er)\b(?!\s(?:said|says|added)\b)"
# After a whole name: Vagonka Přerov, the Moravian tram builder; Hodan Warsame hates it. "No," she said.
WHO = re.compile(r",\s(?:the|an?)\s[A-Za-z]|[^\n]{0,160}?\bs?he\b")
# After who an article begins with: Ada Byron keeps goats on her farm; Ada Byron did not want it. When her father asked
OF_PERSON = r" [a-z][^\nA-Z]{0,150}(?:[.!?] [A-Z][a-z]+ [^\nA-Z]{0,60}?)?\b(?:her|s?he|his)\b"
TITLED = re.compile(
    rf"\b(?:(?:Mr|Ms|Mrs|Dr|Prof|Gov|Sen|Rep|Gen)\.?|(?:{KIN}),?|(?:brothers|sisters|twins)(?:\s{WORD}\sand)?)\s$"
)
PAIRED_BEFORE = re.compile(rf"({CAPITAL} {WORD}) and $")  # Ada Byron and Katya Bolt met
PAIRED_AFTER = re.compile(rf" and ({WORD} {WORD})(?! [A-Z])")
PERSON_AFTER = re.compile(
    rf",\s(?:who|\d\d,|(?:an?|\S+['’]s)\s[a-z ]{{2,30}},?\swho)\b|\stold\b(?!\sits\b)"
    rf"|,\s(?:a\sformer\b|(?:the\s|its\s|a\s)?(?:[\w'’-]+\s){{0,5}}?(?!partner\b(?! at\b))(?:{'|'.join(OFFICES)})\b)"
    rf"|\s(?:(?:as|to)\s(?:be\s)?|bec[ao]mes?\s)(?:[\w'’-]+\s){{0,3}}?(?:{'|'.join(OFFICES)})\b"
    r"|,?\s(?:resigned|retired|stepped down|joined|quit|took over as|"
    r"(?:took|takes) (?:the helm|charge)|succeeds|succeeded|replaces|replaced)\b"
    r"|\s(?:founded|co-founded|runs(?!\s(?:one|two|three|four|about|some|\d))|inherited|was born|died)\b"
    r"|\swas [^,.A-Z]{3,30}, s?he\b"
)
# What says that a person is of the company spoken of.
POST = re.compile(rf"\b(?:{'|'.join(OFFICES)}|board|helm|job|role|post|successor|the company|us)\b", re.IGNORECASE)
# Who acts in a headline: Acme reports sales.
HEADLINE = re.compile(rf"({CAPITAL}(?:{MIDDLE}? {WORD}){{0,3}}) (?P<to>to )?(?P<verb>[a-z]+)\b")
# Acme: the dream; Acme – interim statement; The Acme Courier, a paper.
OPENS = re.compile(
    rf"(?:The )?({CAPITAL}(?:{MIDDLE}? {WORD}){{0,2}})(?: (?:[a-z]\.){{2}}| [a-z]{{2,3}}\.)?(?:(?::| [–—-]) "
    r"(?=[a-z‘'“\"]|[A-Z][a-z-]+ (?:[a-z]+ )?(?:results|statement|report|accounts)\b|(?:Results|Report) for )|"
    r", (?:a|the) paper\b)"
)
# A report on a stock market.
MARKET = re.compile(r"(?:[\w-]+ ){0,2}(?:stocks|shares|bonds|markets|equities|bourse)\b(?! (?:in|of)\b)", re.I)
GOODS_TRADED = re.compile(rf"\b(?:{COMMODITIES}|{GOODS})\b", re.IGNORECASE)
_MOVED = (
    r"(?:slips?|slides?|slumps?|sinks?|gains?|falls?|fell|rises?|rose|heads?|steady|steadies|rall(?:y|ies)|eases?|firms?|drops?|"
    r"climbs?|jumps?|tumbles?|edges?|extends?|holds?|dips?|surges?|soars?|weakens?|retreats?|rebounds?|swells?|prices?|futures|"
    r"glut|market|shine|hits? (?:an? |its |record|\d|\w+-(?:year|month|week)))"
)
# Of what a market report is: METALS: Nickel heads for a loss, Raw sugar slips; not: Sugar refiner Acme cuts jobs.
GOODS_REPORT = re.compile(
    rf"(?:[A-Z]+(?:: |-| (?=[A-Z]+:)))?(?P<goods>(?:[A-Z][a-z]+ )?(?i:{COMMODITIES}|{GOODS}))\b(?! [A-Z])"
    rf"(?! (?:[a-z]+ )?(?:{COMPANY_NOUNS}|mines?|plants?|mills?|farms?|workers|strike))(?=.*\b{_MOVED}\b)"
)
GROUP = re.compile(r"\b[Tt]he (?:Group|Company)\b")
COMPANY_AFTER = re.compile(
    r"\s(?:today|yesterday|(?:late |early )?on [A-Z]\w+day) [a-z]+ed\b|"
    r"['’]s?\s|\splc\b|\s(?:said|will|has|is|plans|agreed|announced|reported|raised|and its|shares)\b|"
    r",\s(?:the|a|an|its|which|"
    r"based|Inc|Corp|Ltd|LLC|plc)\b"
    rf"|,\s[A-Z]\w+['’]s\s(?:[a-z-]+\s){{0,2}}(?:{COMPANY_NOUNS}|[a-z]+er)\b"  # Acme, Rome's third-largest spinner
)
COMPANY_BEFORE = re.compile(
    r"\b(?:by|with|and|from|between|against|for|of|acquire|buy|sue|to|rival|like|including|competitor|founded|set up|"
    rf"runs|joined|{COMPANY_NOUNS}|(?:{COMPANY_NOUNS}|rival|competitor|partner|parent|subsidiary),)\s$"
)

# A party of a deal: a stake in Acme, bought Acme for; not bought Airbus jets.
PARTY = re.compile(
    r"\b(?:(?:stakes?|shares?|interest|holdings?|majority|investments?|invest(?:s|ed|ing)?) in|b(?:ought|uy(?:s|ing))|"
    r"acquir(?:es|ed|ing)|purchas(?:es?|ed|ing)|s(?:old|ells?|elling)|t(?:ook|ak(?:es?|ing|en)) over|owns|owned)\s"
    r"\|(?!\s(?!for|from|in|on|to|by|at|and|or|as|with|th|last|worth|after|before|until|under|off|out|outright)[a-z])"
)


# Capitalised words in a row; SK hynix, eBay and the like by their capitals inside.
SEQUENCE = re.compile(
    rf"\b(?:{CAPITAL}|[a-z][A-Z]\w+|\d[A-Z]\w*)"
    rf"(?:{MIDDLE}? (?:{DOTTED}|{INITIAL}|{CAPITAL}|hynix|\d[A-Z]\w*)){{0,8}}"
)


def office(text: str) -> re.Match[str] | None:
    """The office that a text ends with: Acme Chief Executive."""
    last = text[text.rfind(" ") + 1 :].lower()
    return _OFFICE.search(text) if last in _LAST_OF_OFFICE else None


_LAST_OF_OFFICE = {words.split()[-1] for words in OFFICES} | {"officer"}


_OFFICES = "|".join(OFFICES)
_OFFICE = re.compile(
    rf"(?<!fund )(?<!asset )(?<!pension )(?<!wealth )(?<!money )"
    rf"\b(?P<office>(?:(?:Executive|Vice|Deputy|Acting|Former|former|Interim|interim|Founding|"
    rf"Senior)\s)*(?:{_OFFICES}|Chief (?:[\w-]+ ){{1,2}}Officer|"
    rf"(?:Managing )?Executive Officer))(?P<and>\s(?:and|&)\s(?:{_OFFICES}))?$",
    re.IGNORECASE,
)


def alias_pattern(registries: Registries, text: str) -> re.Pattern[str] | None:
    """All names and aliases of what a text names, the longest first; only Latin ones end at a word's end."""
    entities = (
        (entity.name, *entity.aliases)
        for registry in (registries.companies, registries.people, registries.places)
        for entity in registry.entities.values()
    )
    # A pattern of thousands of names would be tried at each place of each text.
    names = {name for each in entities if any(alias in text for alias in each) for name in each}
    if not names:
        return None
    ordered = sorted(names, key=len, reverse=True)
    return re.compile(
        "|".join(rf"(?<![\w-]){re.escape(name)}(?![\w-])" if name.isascii() else re.escape(name) for name in ordered)
    )


def is_within(name: str, text: str) -> bool:
    """Whether a text has a name as a whole word."""
    begin = text.find(name)  # a pattern would look behind at each place of a long text
    while begin >= 0:
        beside = text[max(begin - 1, 0) : begin] + text[begin + len(name) : begin + len(name) + 1]
        if not re.search(r"[\w-]", beside):
            return True
        begin = text.find(name, begin + 1)
    return False


def acts(name: str, companies: Mapping[str, str], text: str) -> bool:
    """Whether a company begins a sentence, other than as who says something, or the text says what it is."""
    names = "|".join(re.escape(alias) for alias, each in companies.items() if each == name)
    begins = rf"(?:^|[.!?”\"]\s)(?:Founded [^.,]*, )?(?:[\w-]+ ){{0,3}}?(?:{names})(?![\w-]|\s(?:says?|said)\b)"
    return re.search(rf"{begins}|(?:{names}), (?:the|an?) [^,.]*\b{COMPANY_NOUNS}\b", text, re.M) is not None


BASED = re.compile(r"-(?:based|listed|owned|backed|led|controlled)$")  # of no name: Tokyo-based
_FIRST = NATIONALITIES | {"total", "federal", "global", "internet"}  # of names with Inc: American Software Corp
_COMPASS = ("north", "south", "east", "west")
_INC = frozenset(("Inc", "Corp", "Co", "Ltd", "LLC", "plc", "Corporation", "Limited"))

_A_NUMBER = re.compile(NUMBER)


def is_no_name(words: Sequence[str], begin: int) -> bool:
    """Whether the first of some capitalised words belongs to no name: Chinese, Tokyo-based; but New in New Albany."""
    low = words[0].lower()
    if words[0] in CODES or (len(words) == 1 and _A_NUMBER.fullmatch(low)):
        return True  # Seven turned her down
    if low in _COMPASS and len(words) > 2 and " ".join(words[:2]) not in PLACES:
        return False  # South Pacific Sugar
    if low in NO_NAMES or low.removesuffix("s") in NATIONALITIES or words[0].startswith(("I'", "I’")):
        is_firm = len(words) == 2 and words[1].lower() in COMPANY_ENDINGS and not is_generic(words[1])  # Korean Air
        is_firm = is_firm or (len(words) > 2 and words[-1] in _INC and low in _FIRST)
        return not (is_firm or (words[0] == "New" and begin and len(words) > 1))
    return words[0][0].islower()
