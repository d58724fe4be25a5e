"""The type of a clause by its verb and its words.

Owns: the table. Does not: look at a text.
"""

from __future__ import annotations

import re

from timeline_cli.drafting.lexicon import COMMODITIES, INDEX_CODE, PERCENT, word_set

_MOVES = (
    "rise fall jump drop slump surge soar plunge climb tumble close gain slip trade dip decline lose advance hit sink "
    "rally rebound shed edge slide settle recover open double halve end be add give snap firm ease finish strengthen "
    "weaken reach top touch move inch peak retreat stumble sag"
)
_REPORTS = (
    "report post earn rise fall jump drop grow swing record lose slump surge increase expand contract decline double "
    "triple narrow widen climb beat miss plunge soar shrink total come reach be make tumble gain slip dip book show "
    "release publish exceed top generate turn halve improve advance rebound hit stand disclose have return recover "
    "pass peak edge amount account announce inch touch slow slide wither dwindle"
)

MOVES = word_set(_MOVES) - {"be"}  # of prices
OF_MEASURES = frozenset(("earnings", "sales-report", "market", "guidance", "target", "ipo"))  # Acme's margin expanded
_PERSON = "person"  # instead of words: the subject is one

_SOLD = (
    "tonnes?|tons?|TEU|units|boed|barrels|cars|vehicles|passengers|guests|visitors|(?:\\w+ )?users|borrowers|"
    "subscribers|customers|litres|hectares|copies|doses|parcels|twenty-foot"
)

# The first row that fits gives the type: verbs (any if there are none), and a pattern of the words of the title.
_ROWS: tuple[tuple[str, str, str], ...] = (
    ("sales-report", "land", r"\bland(?:ed|s) [\d,.]+ ton"),
    ("sales-report", "yield produce", r"\d.*\b(?:ounces|carats|barrels)\b"),
    ("legal", "pay", r"\bfines?\b"), ("legal", "begin open", r"\bformal (?:review|inquiry|investigation)\b"),
    ("legal", "reject dismiss uphold", r"\bappeals?\b(?! for\b)"), ("legal", "bring", r"\bcase\b"),
    ("legal", "lay", r"\bcharges\b"), ("legal", "block", r"\b(?:sale of|attempt)\b"),
    ("investment", "approve", r"\ban? [$€£]\S+ (?:[mb]illion )?(?:\w+ )?"
     r"(?:shaft|plant|mill|mine|line|project|expansion)\b"), ("ipo", "float", ""),
    ("ipo", "raise close subscribe", r"\b(?:initial|public) (?:public )?offering\b"),
    ("leadership", "run", r"\brun by\b"), ("merger", "belong", ""), ("deal", "win", r"\bcontract\b"),
    ("meeting", "break collapse", r"^(?:[^:]*: )?(?:\w+ )?[Tt]alks\b"), ("meeting", "cancel", r"\bround of talks\b"),
    ("market", "raise cut lower increase", r"\b(?:its|their) (?:\w+ )?prices\b"), ("market", "gain lose", r"\bcents\b"),
    ("market", "offer", r"\b(?:packages|bales)\b"), ("target", "reach", r"\b(?:is|are) to reach\b"),
    ("sales-report", "pass", r"\bdownloads\b"), ("sales-report", "schedule start plan", r"\b[Dd]eliver(?:y|ies)\b"),
    ("legal", "hear", r"\b(?:objection|appeal|case|petition|application|motion|suit|lawsuit)\b"),
    ("policy", "lower raise cut keep hold leave begin",
     r"\b(?:benchmark|key|policy|base|repo|interest|lending) rate\b"),
    ("policy", "suspend restore revoke", r"\b(?:permits?|licen[cs]es?)\b"),
    ("policy", "receive win obtain get", r"\bCE mark\b"), ("policy", "be", r"\brate decision\b"),
    ("market", _MOVES + " lose", rf"^(?:[^:]*: )?(?:[\w-]+ ){{0,2}}{COMMODITIES}(?: futures| prices)? "
     r"(?:rose|fell|slid|slipped|gained|lost|eased|climbed|jumped|dropped|was|edged|sank|dipped|rallied|settled) "
     rf"(?:.*\d{PERCENT}|.*[$€£]\d|for a)"),
    ("market", "reopen close", r"\bexchanges?\b"), ("market", "cut raise lower", r"\bprice of (?:its|their|the)\b"),
    ("statement", "apologise apologize brief", ""), ("agm", "meet", r"\b[Ss]hareholders\b.*\baccounts\b"),
    ("leadership", "lead head chair", _PERSON), ("leadership", "hand", r"\b(?:management|reins|leadership)\b"),
    ("investment", "invest", r"\d"), ("investment", "agree", r"\bput in \S*\d"),
    ("facility", "restore", r"\b(?:theatre|theater|teatro|building|hotel|house|mill|plant|station)\b"),
    ("facility", "push put delay postpone", r"\breopening\b"), ("report", "welcome", r"\d.*\b(?:visitors|tourists)\b"),
    ("launch", "push put delay postpone", r"\b(?:service|route|line) from [A-Z]"),
    ("factory-visit", "tour visit inspect", r"\b(?:factory|plant|mill|mine|shipyard|smelter)\b"),
    ("", "collapse", r"\bwith the loss of\b"), ("", "receive", r"\bcomplaints?\b"),
    ("", "cancel", r"\b(?:departures|flights|sailings)\b"),
    ("investment", "buy acquire take", r"\b(?:buys?|bought|acquired?|takes?|took) (?:an? |the )?(?:further |remaining |"
     rf"first |another )?[1-4]?\d(?:\.\d+)?{PERCENT} of (?!(?:the )?(?:market|sales|votes?)\b)"),
    ("deal", "go come", r"\bunder the hammer\b"),
    ("facility", "fall come", r"\bfell silent\b|\bshutters\b"),
    ("facility", "switch", r"\bswitched on\b"),
    ("legal", "order", r"\bordered to (?:pay|compensate)\b"),
    ("guidance", "scrap withdraw drop abandon", r"\b(?:scrap|withdr|drop|abandon)\w* (?:its|their|the|all) "
     r"(?:[\w-]+ ){,3}(?:forecasts?|guidance|outlook)\b"),
    ("report", "slow ease rise fall accelerate", r"^(?:[^:]*: )?(?:[\w'’]+ ){,3}inflation\b"),
    ("deal", "offer", r"\boffer(?:ed|s) (?:up to |more than |about |over )?[$€£¥₹₩]?\d(?!.*\bsettle)"),
    ("leadership", "put", r"\bin charge\b"),
    ("earnings", _REPORTS, r"^(?:[^:]*: |.*['’]s )?(?:[\w-]+ ){0,2}(?:income|profits?|earnings|revenues?|turnover|"
     r"ebitda|net sales) (?!.*\b(?:will|is|are)\b)"),
    ("earnings", "improve worsen rise fall deteriorate", r"\bcombined ratio\b"), ("earnings", "burn", r"\bthrough\b"),
    ("earnings", "shift swing return move", r"\bto the (?:black|red)\b"),
    ("sales-report", "hand", r"\bhand(?:s|ed)? over \S*\d"), ("sales-report", "sign", r"\bsigned up \S*\d"),
    ("sales-report", "generate distribute yield", r"\d (?:[GTM]Wh|tonnes|tons)\b"),
    ("partnership", "sign renew extend end expand", r"\bpartnership (?:with|was|will)\b"),
    ("partnership", "be remain stay become sign end", r"\b(?:name partner|(?:co-)?sponsor(?:ship)?)\b"),
    ("leadership", "announce", r"\bappointment of\b"), ("leadership", "co-opted co-opt", ""),
    ("leadership", "get land", r"\bthe (?:top )?job\b"), ("leadership", "make", r"\bway as (?:chief|chair)"),
    ("leadership", "lead", r"\bled by (?:CEO|chief)\b"),
    ("investment", "approve clear complete close agree",
     rf"\bpurchase of an? [1-4]?\d(?:\.\d+)?{PERCENT} stake\b"),
    ("investment", "agree", r"\bto lend\b"), ("investment", "enter", r"\b(?:loan|credit|facility) agreement\b"),
    ("investment", "draw", r"\b(?:EUR|USD|GBP|CHF|NOK|SEK|DKK|RON|PLN) \d"),
    ("launch", "push delay postpone bring put", r"\brelease of\b"),
    ("facility", "shelve scrap drop abandon", r"\bplans for\b.*\b(?:campus|plant|factory|mine|store|site|hotel)\b"),
    ("forum", "hold host display exhibit show attend", r"\b(?!fair\b)[a-z]+ fair\b|\bexhibits? (?:in|at)\b"),
    ("legal", "pay", r"\b(?:back wages|claims|penalt(?:y|ies)|damages)\b"), ("legal", "be", r"\binquest\b"),
    ("market", "climb rise fall drop stand", r"\b(?:inventories|stocks) (?:in|held|at)\b"),
    ("agm", "hold approve vote elect seek convene call propose put adopt", r"\b(?:(?:annual|extraordinary|special) "
     r"(?:general )?meeting|shareholders['’] meeting|[AE]GM)\b"),
    ("report", "lower raise cut lift trim", r"\bprice target\b"),
    ("legal", "examine investigate probe", r"\b(?:authority|regulator|watchdog|commission|department|agency)\b"),
    ("legal", "open launch begin", r"\b(?:investigation|probe|inquiry)\b|\b(?:authority|regulator|"
     r"watchdog|commission|department|agency)\b.*\breview of\b"),
    ("policy", "draft", r"\b(?:rules|laws?|bill|regulations?|decree|legislation)\b"),
    ("facility", "be", r"\bbeen (?:closed|idle|vacant|shut)\b"),
    ("facility", "convert turn transform", r"\binto (?!an? (?:profit|loss)).*"
     r"\b(?:hotels?|flats|homes|apartments|plant|factory|mill|warehouse|"
     r"offices?|stores?|shops?|campus|hub|centre|center|property)\b"),
    ("deal", "vote", r"\bto (?:buy|sell|acquire|merge)\b(?!.* shares\b)"),
    ("deal", "approve clear back", r"\b[Bb]oard\b.*\b(?:purchase|acquisition|sale|disposal) of\b"),
    ("policy", "debate", r"\b(?:[Pp]arliament|lawmakers|[Ss]enate|[Cc]ouncil|deputies|MPs)\b"),
    ("policy", "shelve revive pass reject reintroduce delay", r"\bbills?\b(?! (?:of|from|for))"),
    ("ipo", "price raise", r"\b(?:[Oo]ffering|flotation|listing|IPO)\b(?:\sof\s.*)?\s(?:was|were|is|has|raised)\b"),
    ("deal", "put", r"\b(?:on the (?:market|block)|up for sale)\b"),
    ("investment", "spend", r"\bspen[dt]s? (?:a similar sum|\S*\d)"),
    ("forum", "show exhibit display", r"^(?!.*(?:[$€£¥%]|\b(?:loss|profits?)\b)).*\bat (?:an? (?:event|show|fair)|"
     r"(?-i:[A-Z]))"),
    ("target", "aim pledge vow plan want halve cut reduce slash", r"\b(?:to|will) \w+ (?:\w+ )*(?:emissions|carbon)\b"),
    ("investment", "approve", r"\b(?:investments? (?:of|in)|loans?)\b"),
    ("investment", "give grant extend", r"\bloans?\b"),
    ("policy", "decline refuse approve", r"\bto (?:approve|clear|authori[sz]e|renew|grant)\b"),
    ("policy", "order", r"\bto (?:ground|stop|halt|shut|close|suspend|recall|divest|remove|withdraw)\b"),
    ("policy", "secure obtain win receive", r"\blicen[cs]e to\b"),
    ("facility", "announce plan", r"\b(?:job cuts|layoffs|redundancies)\b"),
    ("legal", "call appoint", r"\b(?:[Aa]dministrators?|[Rr]eceivers?|[Ll]iquidators?)\b"),
    ("deal", "pay", r"\bpa(?:id|ys?) (?:about |nearly |over )?\S*\d\S*(?: [mb]illion)?(?: \w+)? for\b"),
    ("earnings", "publish", r"\b[Ff]inancial [Ss]tatements?\b"),
    ("leadership", "lose", r"\b(?:posts?|jobs? (?:as|over))\b"),
    ("meeting", "agree plan schedule arrange ask request", r"\bto meet\b"),
    ("investment", "sign agree arrange", r"\b(?:loan|credit (?:line|facility)|facility agreement)\b"),
    ("agm", "", r"\bGeneral Assembly\b"), ("policy", "grant", r"\bcertificates?\b"),
    ("deal", "", r"(?:^|: )[Cc](?:losing|ompletion) (?:is|of|was)\b|\bwalk(?:s|ed)? away$"),
    ("deal", "take", r"\blicen[cs]es? (?:to|for)\b"),
    ("guidance", "expect forecast", r"\b(?:combined ratio|growth of)\b"),
    ("earnings", "total amount stand", r"\b(?:cash|expenses)\b.*\d"),
    ("facility", "suspend halt stop resume restart end start begin", r"\bproduction\b"),
    ("facility", "", r"\bcommercial operations?\b"),
    ("investment", "cost", r"^(?:[^:]*: )?(?:(?!at|in|of|on)[\w-]+ ){0,4}"
     r"(?:phase|project|plant|mill|mine|line)\b.* cost"),
    ("facility", "create cost", r"\bjobs\b"), ("facility", "begin start stop freeze", r"\bhiring\b"),
    ("sales-report", "rise fall jump drop slump surge climb tumble slip decline dip grow slide edge rebound recover "
     "double halve be reach plunge ease triple", r"^(?:[^:]*: |.*['’]s )?(?:[a-z-]+ )?(?:shipments|deliveries|output|"
     r"landings|admissions|downloads|catch(?:es)?|production|exports|volumes?|registrations|traffic)\b"),
    ("facility", "resume restart halt stop",
     r"^(?!.*(?:workers|nurses|staff|[Pp]olice) ).*\b(?:work|mining|operations|drilling)\b"),
    ("facility", "scrap shelve drop approve",
     r"\b(?:extension|expansion)\b(?! of \w+ (?:contract|credit|deadline|patent|term)\b)"),
    ("earnings", "turn", r"\bturn(?:s|ed)? over \S*\d"), ("policy", "make", r"\b(?:compulsory|mandatory)\b"),
    ("forum", "call cancel postpone reschedule",
     r"\b(?:forum|(?<!press )(?<!news )conference|summit|expo|congress|symposium|convention)\b"),
    ("deal", "", r"\bletters? of intent\b"), ("deal", "take exercise", r"\boptions? (?:on|for)\b"),
    ("investment", "be", r"\b(?:investor|shareholder) since\b"), ("legal", "take go", r"\barbitration\b"),
    ("investment", "take make", r"\bfinal investment decision\b"), ("sales-report", "deliver ship", r"\d cargoes\b"),
    ("sales-report", "fly carry transport handle", r"\d (?:[mb]illion )?passengers\b"),
    ("agm", "approve reject back endorse",
     r"(?:^|: |['’]s )[Ss]hareholders\b(?!.*\b(?:bid|merger|sale|takeover|offer)\b)"),
    ("market", "offer trade settle quote fetch cost average sell",
     r"\b(?:a|per) (?:tonne|ton|barrel|ounce|kilo(?:gram)?|MW)\b"),
    ("launch", "reach enter", r"\borbit\b"),
    ("facility", "put", r"\b(?:unpaid leave|furlough|short[- ]time)\b"),
    ("report", "fail succeed", r"\b(?:study|trial)\b"), ("policy", "come", r"\b[Aa]pproval\b"),
    ("deal", "walk pull pick", r"\b(?:away from|pull(?:s|ed)? out of|pick(?:s|ed)? (?:it |them )?up)\b"),
    ("investment", "acquire buy take pay", rf"(?<![\d.])[1-4]?\d(?:\.\d+)?{PERCENT} (?:stake|holding|"
     r"of (?:the )?(?:shares|company|(?-i:[A-Z]))|(?:in|from) (?!tax))"),
    ("deal", "carve spin hive", ""),
    ("deal", "hire appoint", r"\b(?:bank(?:er)?s?|advis[eo]rs?) to sell\b|\bfind a buyer\b"),
    ("deal", "acquire buy", rf"\d{PERCENT}|\b(?:stake|land|site|rights)\b"),
    ("deal", "deliver", r"^(?!.*\d).*\b(?:vessels?|ferr(?:y|ies)|ships?|aircraft|jets|planes|trains?|trainsets|"
     r"turbines|buses|satellites?)\b"),
    ("investment", "draw", r"[$€£¥₹₩]\d"),
    ("ipo", "", r"\b(?:t(?:akes?|ook) (?:\S+ ){1,4}public(?! (?:hands|ownership))|"
     r"(?:begin|began|start|starts|started|begins) trading|"
     r"[Bb]ook-?building|retail (?:subscription|offering)|list (?:the|its) shares|admitted to trading)\b|"
     r"(?:^|: )[Aa] listing\b"),
    ("legal", "uphold overturn quash annul search raid", ""),
    ("legal", "strike vote meet set schedule list conduct carry", r"\bstr(?:ikes?|uck) down\b|\b[Cc]reditors\b|['’]s "
     r"trial\b|\b(?:assets|debts|liabilities)\b|\b(?:search(?:es)?|raids?) (?:at|of|on|in)\b"),
    ("policy", "place put impose grant award", r"\b(?:clinical hold|(?:planning|building) (?:consent|permission)|"
     r"clearance|breakthrough|designation|status|approval)\b"),
    ("leadership", "", r"\b(?:st(?:and|ood|ep)(?:s|ing|ped)? (?:down|aside|in)|top job|intention to retire|elected "
     r"(?:chair|president)\w*|resignations?|hand(?:s|ed)? over (?:to|the|as|power|control)|the (?:reins|helm))\b"),
    ("facility", "make break", r"\b(?:redundant|ground)\b"),
    ("market", "", r"\b(?:(?:stock|share) split|[Dd]ealings (?:in|will|began|begin)|(?:suspend|halt|resum)\w* trading|"
     r"(?:[Tt]rading|[Ss]hares) (?:\S+ ){0,5}(?:suspended|halted)|to junk)\b"),
    ("deal", "drop lose win gain sign", r"\b(?:customers?|clients?|as (?:a|its|their) supplier)\b"),
    ("investment", "", r"\b(?:capital (?:increase|raise)|rights issue|loan guarantee|(?-i:Series [A-H])|(?:seed|"
     r"funding|financing) round|round of (?:funding|financing)|the round closed)\b"),
    ("report", "", r"\b(?:(?:feasibility|impact|scoping) study|respondents)\b"),
    ("report", "report publish present release deliver issue", r"\b(?:[Pp]hase (?:[123]|I{1,3})|findings|conclusions|"
     r"(?:report|survey|study|review) (?:on|of|into|about))\b"),
    ("market", _MOVES, r"\b(?:FTSE|Dow|Nasdaq|S&P 500|Nikkei|Hang Seng|DAX|CAC 40|Kospi|Sensex|Nifty|[Bb]lue-chip "
     r"index|stock (?:market|index)|benchmark (?:\w+ )?(?:index|gauge|contract))\b|(?:^|: )[Tt]he (?:pound|euro|dollar|"
     r"yen|yuan|won|rupee|rand|peso|real|franc|krona|lira)\b|\b(?:a|per) (?:tonne|ton|barrel|ounce|pound|bushel)\b"),
    ("market", "see have watch send", r"\b(?:its |their )?(?:stock|shares) (?:lose|fall|drop|rise|jump|slump|plunge|"
     r"\S*\d|up|down|higher|lower|tumbling|soaring)"),
    ("investment", "retire sell issue price place", r"\b(?:debt|bonds|notes|debentures|loans?)\b"),
    ("", "call", r"\bcall(?:s|ed)? (?:back|up)\b"),
    ("policy", "hand submit", r"\b[Mm]inist(?:er|ry)\b"),
    ("policy", "agree", r"\b(?:levy|tax(?:es)?|tariffs?|directive|law|rules|quotas?)\b"),
    ("meeting", "call", r"\bmediators?\b"), ("launch", "", r"\b(?:[Mm]aiden|first test) flight\b"),
    ("agm", "", r"\b(?:shareholder|investor)s?['’]? (?:revolt|rebellion)s?\b"),
    ("leadership", "lose", r"\b(?:chief executives?|chair(?:man|men|woman)|bosse?s?|directors?|CEOs?)\b"),
    ("deal", "break collapse founder", r"(?<!ay )\b(?:discussions|talks|negotiations)\b"),
    ("earnings", "see log suffer", r"\b(?:earnings|profits?|loss(?:es)?|revenues?)\b"),
    ("trip", "leave depart fly go head travel arrive return set embark", r"\b(?:trip|tour|visit)\b"),
    ("leadership", "elect", r"\belected to (?:succeed|replace)\b"),
    ("leadership", "vote decide agree", r"\bto (?:remove|oust|fire|appoint|elect|dismiss|replace|sack)\b"),
    ("leadership", "hire recruit poach headhunt lure", r"\b(?:hir(?:e[sd]?|ing)|recruit(?:s|ed)?|poach(?:es|ed)?|"
     r"lured?) (?:an?|its first|(?-i:[A-Z]\w+)|former|ex-\w+)\b|\bas (?:its|the|an?)\b"),
    ("meeting", "vote reject accept back", r"\b(?:strikes?|pay (?:offer|deal)|industrial action|walkouts?)\b"),
    ("meeting", "hold host stage", r"\b(?:investor|capital markets) day\b"),
    ("meeting", "break resume collapse start begin restart open", r"\b[Tt]alks(?! to (?:buy|sell|acquire|merge))\b"),
    ("policy", "close open launch begin start hold publish", r"\bconsultations?\b"),
    ("policy", "receive win get obtain secure gain", r"\b(?:designation|(?:CE )?marking|clearance|go-ahead|green light|"
     r"planning permission|consent|marketing authori[sz]ation)\b"),
    ("policy", "renew revoke extend grant", r"\blicen[cs]es?\b(?! agreement)"),
    ("deal", "buy rescue acquire", r"\bout of (?:\w+ ){0,3}(?:bankruptcy|insolvency|administration|receivership)\b"),
    ("sales-report", "bring", r"\bbr(?:ought|ings?) in (?:about |over |nearly |more than )?[$€£¥₹]"),
    ("earnings", "put estimate", r"\bcosts?\b.* at \S*\d"),
    ("guidance", _MOVES + " grow shrink average expand double triple", r"\b(?:income|profits?|loss(?:es)?|earnings|"
     r"revenues?|margins?|turnover|ebitda|sales|output|deliveries|shipments|growth|capex|capital "
     r"expenditure)\b.*\b(?:will|should|(?:is|are) (?:\w+ )?to)\b"),
    ("statement", "rule", r"\brul(?:ed?|es|ing) out\b"),
    ("earnings", "report", r"\breports?(?: on [A-Z\d].*)?$"),
    ("earnings", "schedule expect publish release postpone delay follow come report", r"^\S+(?: \S+)? results (?:for "
     r"\S+ )?are |\bthe full report\b|\b(?:Christmas|holiday) trading\b|\b(?:(?:quarter|quarterly|half-year|annual|"
     r"full-year|first-half|second-half|interim|half-yearly|nine-month|preliminary|final|year-end|(?:Q[1-4]|H[12]|"
     r"9M)(?: (?:FY)?\d+)?)(?: financial)? (?:figures|results|report|accounts|numbers|statement)|accounts|trading "
     r"(?:update|statement))\b"),
    ("investment", "build raise lift boost increase cut reduce trim write up", r"\b(?:stake|shareholding|interest in|"
     r"holding in)\b"),
    ("leadership", "appoint name hire get promote resign retire succeed oust replace elect step nominate leave join "
     "fire remove become take depart return tap pick hand select serve stay quit bring extend re-elect be come begin",
     r"\b(?:chief|ceo|cfo|coo|cto|chair(?:man|woman)?|president|director|head|executive|board|founder|boss|manager|"
     r"management team|resignation|secretary|officer|minister|successor|helm|commissioner)\b"),
    ("leadership", "appoint resign oust retire succeed re-elect sack", ""),
    ("leadership", "walk join lead chair leave quit step head remain stay depart return replace run sack suspend",
     _PERSON),
    ("leadership", "take", r"\b(?:takes?|took) (?:charge|over(?: (?:as|from|in|on|after|at)\b|$))"),
    ("", "", r"\b(?:dividends?|buybacks?|(?:share|stock) repurchases?)\b"),
    ("legal", "plead detain extradite convict indict acquit remand jail imprison", ""),
    ("legal", "", r"\b(?:(?:creditor|court) protection|protection from (?:its )?creditors|insolven\w+|receivership|"
     r"(?:into|in|ent\w+|out of) administration|bankrupt\w*|guilty|fined? (?:of|\S*\d)|tribunal|workout program\w*|"
     r"fines|trial (?:on|over|opens?|begins?|started))\b"),
    ("legal", "", r"\b(?:lawsuits?|court|judge|jury|antitrust|suit|complaint|infring\w+|fraud|prosecutors?|probe|"
     r"inquiry|(?:state|court|criminal|civil|separate) trial|trial ended|investigat\w+|bribery|damages|fined|penalt\w+|"
     r"hearing(?!-aid)|filed for protection|sued|indict\w+|charges against|appeal|bankruptcy|chapter 11|injunction|"
     r"ruling|case|patents?|settlement|recall(?:s|ed|ing)?)\b"),
    ("agm", "", r"\b(?:annual (?:general |shareholders?'? |stockholders?'? )?meeting|shareholders?'? meeting|agm)\b"),
    ("ipo", "", r"\b(?:ipo|initial public offering|go(?:es|ing)? public|went public|stock market debut|"
     r"(?<!-)list(?:ing|s|ed)? (?:its|shares|on|in|for)|(?:U\.S\.|share|stock|public) listing)\b"),
    ("ipo", "begin start", r"^Trading\b"),
    ("agm", "pass reject approve oppose vote scrape", r"\b(?:resolutions?|(?:remuneration|pay) (?:report|policy))\b"),
    ("merger", "", r"\b(?:unsolicited|counter-?bid|(?:failed|hostile|takeover) (?:approach|offer)|demerge[rd]\w*)\b"),
    ("launch", "go come arrive be", r"\b(?:on sale (?:in|since|from|at)|on sale$|on sale|to market|into service|out "
     r"in)\b"),
    ("launch", "enter put", r"\binto service\b|\b(?:enter\w* service)\b"),
    ("forum", "hold host attend start open join take run speak present participate wrap flock begin gather be organise "
     "convene end close attract invite kick draw", r"\b(?:forum|conference|summit|expo|(?:trade|job) (?:show|fair)|"
     r"(?:auto|motor|air) show|congress|symposium|exhibition|convention)\b"),
    ("guidance", "issue give cut raise put guide project keep stick", r"\b(?:profit warning|guided for|(?:costs?|"
     r"expenses|savings) (?:of|at) \S*\d)"),
    ("guidance", "keep stick forecast guide expect raise lower cut trim reaffirm maintain set issue warn see project "
     "lift reiterate narrow revise predict estimate withdraw hike slash have confirm repeat reinstate suspend",
     r"\b(?:guidance|outlook|forecasts?|expectations? (?:of|for)|"
     r"(?:expects?|sees?|projects?|expected) .*\b(?:income|profits?|loss(?:es)?|"
     r"earnings|revenues?|results|margins?|turnover|ebitda|sales|deliveries|shipments|spending)|had forecast)\b"),
    ("target", "raise set lower cut aim target trim plan slash hike lift revise pledge expect miss keep want double "
     "commit maintain be promise", r"\b(?:savings of|target(?:s|ed|ing)?|goals?|aims? (?:to|for)|aiming|carbon[- "
     r"]neutral\w*|net[- ]zero)\b"),
    ("target", "double triple raise increase lift reduce cut reach sell grow expand", r"\b(?:wants?|aims?|hopes?|"
     r"seeks?|intends?) to\b.*\b(?:by|in) 20\d\d\b"),
    ("target", "want seek aim", r"\d.*\bby (?:the end of )?20\d\d\b"),
    ("facility", "rise expand increase double triple grow add raise lift boost reach", r"\b(?:annual|production|"
     r"manufacturing|installed) capacity\b"),
    ("market", "place put affirm downgrade upgrade", r"\b(?:credit rating|on (?:credit )?(?:review|watch)|notch)\b"),
    ("sales-report", _REPORTS + " lift", r"\b(?:market share|recurring revenue|backlog|order (?:book|intake))\b"),
    ("sales-report", "sell deliver ship turn", r"\b(?:sells?|sold|selling|deliver(?:ed|s)|shipped|turned out) "
     r"(?:(?:about|all|nearly|over|more than) )?\d[\d.,]*(?:mn?|k)?(?: [mb]illion)? "
     r"(?!(?:\w+ )?(?:shares|euros|dollars|pounds|yen|percent|subsidiaries|businesses|stations|met(?:re|er)s|plants|"
     r"mills|stores|shops|branches|hotels|sites|mines|brands)\b)(?:[a-z]+ )?(?:[a-z-]+s|t)\b"),
    ("market", _MOVES, r"\b(?:(?<!per )(?<!\sa )shares?|stocks?|yields? on|bond yields?|(?<!list )(?<!the )prices?|"
     r"futures|crude|index|share ?market|market value|credit rating|"
     r"capitali[sz]ation|currency)\b"),
    ("market", _MOVES, rf"(?-i:^(?:[^:]*: )?(?:The )?{INDEX_CODE}\b)"),
    ("investment", "", r"\bshare sale\b"),
    ("deal", "complete close finalise finalize conclude announce confirm",
     r"\b(?:sale|purchase|disposal|divestment|spin-off) of\b"),
    ("launch", "go", r"\b(?:go(?:es)?|went|going|gone) live\b"),
    ("facility", "open build close shut shutter construct expand halt suspend restart resume complete start begin "
     "operate idle invest break inaugurate run relocate reopen lay plan have spend double move produce commission "
     "employ upgrade set establish announce be demolish house pause stop install go delay postpone finish account add "
     "come consider rebuild damage destroy idle inject anticipate make cease modernise modernize drop scrap abandon "
     "comprise switch ground kill injure put threaten own dispute erect mothball commission idle energise install "
     "replace", r"\b(?:plants?|factor(?:y|ies)|facilit(?:y|ies)|fabs?|warehouses?|data cent(?:er|re)s?|headquarters|"
     r"stores?|refiner(?:y|ies)|mines?|mills?|building|(?-i:halls?)|turbines?|commissioning|distribution cent(?:er|re)|"
     r"(?:production|assembly) lines?|campus|gigafactory|hub|offices?|branch(?:es)?|terminal|ports?|shipyard|"
     r"groundbreaking|restaurants?|hotels?|showrooms?|(?:research|service|call|training) cent(?:er|re)s?|smelters?|"
     r"site|depot|(?:wind|solar) (?:farm|park)s?|brewery|power stations?|furnace|construction|complex|(?:the|an?|first|"
     r"second|third|new|production|power|generating) (?:units?|lines?)|reactors?|pipelines?|kilns?|boilers?|cracker|"
     r"potlines?|closures?)\b"),
    ("earnings", _REPORTS, r"\b(?:income|profits?|loss(?:es)?|earnings|revenues?|results|margins?|turnover|"
     r"ebit(?:d?a)?|net debt|borrowings|equity|cash flow)\b"),
    ("earnings", "take book write record", r"\b(?:charges?|hit|write-?downs?|(?:wrote|writes?) down|impairments?|"
     r"goodwill)\b"),
    ("earnings", "lose", r"(?:^|\s)\S?[A-Z]*[$€£¥₹₩]\d"),
    ("facility", "", r"\b(?:br(?:eak|oke|eaks) ground|on stream|into production|walked (?:out|off)|(?:start|began|"
     r"stopped|halted|suspended|resume|move|start(?:ed|s)?) (?:part of its |trial )?production|production (?:is|will|"
     r"to|at|in)|explosion|blaze|fire)\b"),
    ("sales-report", _REPORTS + " carry handle ship cut keep", r"\b(?:sales|deliveries|shipments|units|vehicles sold|"
     r"orders|bookings|subscribers|passengers?|registrations|imports|exports|output|volumes)\b"),
    ("earnings", "earn lose book set", r"\b(?:billion|million)\b|\d(?:bn|mn|m)\b"),
    ("sales-report", "produce make mine pump extract", r"\d"),
    ("merger", "", r"\b(?:takeover|mergers?|merged?|buyout|bid|takes? over|took (?:it |them )?over|take-private|"
     r"acqui(?:re[sd]?|sition|ring)|takes? control|took control|(?:bid|offer) (?:for|of)|tender offer|finds? a (?:new "
     r")?buyer)\b"),
    ("merger", "be buy make rebuff reject receive accept raise sweeten submit take turn", r"\b(?:approach|"
     r"proposals?)\b"),
    ("merger", "be buy make take", r"\b(?:rival|competitor)\b"),
    ("policy", "impose ban approve block grant pass adopt raise lift introduce tighten order announce sign vote permit "
     "allow propose veto exempt extend require clear reject authorise authorize waive win receive submit lower remove "
     "cap scrap go publish give review take begin obtain reduce contribute enact plan find issue tighten intend put "
     "threaten", r"\b(?:tariffs?|sanctions?|curbs|bill|law|subsid\w+|regulat\w+|government|ministry|commission|"
     r"approv\w+|export controls?|rules|licen[cs]e|tax(?:es)?|parliament|congress|senate|watchdog|levy|royalt(?:y|ies)|"
     r"restriction|ban|cap|measure|state aid|grants|authorit(?:y|ies)|agency|directive|lawmakers|dut(?:y|ies)|permits?|"
     r"reforms?|[Mm]inister|(?:in|to) the Commons|council(?:l?ors)?|cabinet)\b"),
    ("partnership", "", r"\b(?:tie-up|joint venture|(?:franchise|agency|benefit|cooperation) agreement|memorandum)\b"
     r"(?!.*\b(?:stake|shares?|buy|sell)\b)"),
    ("deal", "", r"\b(?:transactions?|deals?|agreements?|contracts?|memorandum|accord|delivery of|(?<!-)orders?|"
     r"options? on|financial close|sale|purchase of|in talks|(?:take[ns]?|took) (?:\S+ ){0,4}private)\b"),
    ("deal", "offer", r"\b(?:to (?:buy|sell)|stake|shares)\b"),
    ("deal", "select choose award", r"\bto (?:deliver|supply|build|provide)\b"),
    ("deal", "sell divest buy acquire purchase win sign award order supply lease license agree exit", ""),
    ("launch", "", r"\b(?:roll-?outs?|launch of|start of sales)\b"),
    ("investment", "invest raise spend fund lend lead back pour inject commit pledge buy take borrow price issue float "
     "repay close secure redeem plan provide sell repurchase put use value swap hold disclose reduce own receive "
     "collect use purchase pull bring", r"\b(?:invest\w*|funding|stake|(?:seed|financing) round|Series [A-H]|capital|"
     r"venture|bonds?|notes|loans?|shares|financing|fund|spend\w*|holding|debt|credit|percent|\$\d|billion|million)\b"),
    ("deal", "", r"\b(?:preferred bidder|exclusive negotiations|tender|walked away from)\b|(?:^|: )(?:[Ff]inal "
     r")?(?:[Bb]ids|[Oo]ffers)\b"),
    ("deal", "swallow snap", ""),
    ("deal", "secure dispose offload renew receive land grant place obtain spin unload terminate", ""),
    ("facility", "", r"\bto build\b"),
    ("partnership", "", r"\balliance\b"),
    ("partnership", "partner team collaborate cooperate work join form ally integrate develop expand announce tie "
     "create plan set share", r"\b(?:partner\w*|joint venture|collaborat\w*|alliance|together|jointly|venture|"
     r"cooperat\w*|with)\b"),
    ("launch", "launch unveil introduce debut release", ""),
    ("launch", "roll start begin ship present show reveal bring deploy test pilot make offer go plan be enter resume "
     "open reach", r"\b(?:launch\w*|debut\w*|roll\w*|service|model|app|phone|car|van|chip|product\w*|version|brand|"
     r"platform|SUV|vehicles?|drug|smartphones?|on sale|sales|[Pp]re-?orders|devices?|available|market|flights)\b"),
    ("sales-report", "sell deliver ship export carry import recover process", ""),
    ("facility", "", r"\b(?:[Mm]ass|[Ss]eries|[Cc]ommercial|[Ss]erial) production\b"),
    ("deal", "rescue", r"\bresc\w+ (?-i:[A-Z])"),
    ("facility", "build construct manufacture shut inaugurate shutter hire employ lay eliminate open close rebuild "
     "furlough demolish refurbish requisition", ""),
    ("facility", "cut shed slash eliminate produce add relocate move double lose", r"\b(?:jobs|workers|employees|staff|"
     r"workforce|production|output|positions|roles|capacity|chips?|cars|vehicles|vans|batteries|headcount)\b"),
    ("report", "publish release issue show present", r"\b(?:report|survey|study|data|figures|statistics|review|white "
     r"paper|accounts)\b"),
    ("meeting", "meet discuss negotiate summon talk", ""),
    ("meeting", "hold", r"\b(?:meetings?|sessions?|discussions|negotiations)\b"),
    ("meeting", "", r"\b(?:[Tt]alks|[Nn]egotiations)\b"),
    ("trip", "visit travel fly tour", ""),
    ("forum", "attend participate gather convene", ""),
    ("policy", "ban impose veto tighten approve levy rezone certify authorise authorize legalise legalize", ""),
    ("statement", "claim hail praise", r"\b(?:responsibility|hail|credit)\b"),
    ("legal", "sue breach", ""),
    ("legal", "charge arrest hear prosecute fine accuse allege sentence raid appeal settle file investigate object "
     "challenge", ""),
    ("statement", "call", r"\bcall(?:s|ed)?\b(?! off)"),
    ("statement", "urge pledge promise vow demand assure warn apologise apologize declare announce deny confirm reject "
     "ask tell address propose recommend welcome dismiss", ""),
    ("investment", "invest raise fund repay redeem borrow", r"^(?!(?:\S+ ){0,4}(?:prices?|fares?|fees|tariffs|charges|"
     r"rates|wages|rents?|output|production)\b)"), ("investment", "put spend", r"[$€£¥₹₩]\d"),
    ("market", "double halve jump plunge tumble soar slump rally", ""),
    ("market", _MOVES, r"\b(?:[a-z]+ed|slid|sank|fell|rose|lost|shed) (?:by |as much as |more than |about "
     rf")?\d[\d.]*{PERCENT}"),
    ("ipo", "list float debut", ""),
    ("merger", "circle acquire merge demerge outbid approach", ""),
    # What is left, by the words alone or by verbs that say little without them.
    ("earnings", "end finish close hold have", r"\bcash\b"),
    ("report", "downgrade upgrade rate stick raise cut lower start", r"\b(?:sell|hold|buy|neutral|overweight|"
     r"underweight|outperform|price target|rating)\b"),
    ("report", "report find oppose back expect", r"\b(?:readout|resources?|respondents|poll|survey|study|trial)\b"),
    ("merger", "turn collapse fail undervalue reject rescue", r"\b(?:rescue|bid|offer|undervalue[sd]?|suitor)\b"),
    ("policy", "", r"\b(?:tariffs?|sanctions?|curbs|laws?|lawmakers|legislation|rules|licen[cs]es?|subsid(?:y|ies)|"
     r"parliament|senate|minist(?:er|ry)|central bank|regulators?|regulation|FDA|European Commission|decree|quotas?|"
     r"watchdog|authorit(?:y|ies)|(?:emissions )?trading scheme|(?-i:[A-Z]\w+ Act)|duties|levy|permits?|planning "
     r"permission|antitrust|government|white paper|council)\b"),
    ("legal", "", r"\b(?:hearings?|raid(?:s|ed)?|mediation|arbitrat\w+|attorney general|police|FBI|verdict|subpoena\w*|"
     r"lawyers?|tribunal|barrister|sentence[sd]?|evidence|testif\w+|prosecut\w+|plea|writ|jail|prison|notice)\b"),
    ("facility", "", r"\b(?:pit|shafts?|quarry|tower|diggers|shovels|excavators?|steel goes|roof|earthworks|dewatering|"
     r"(?:ground|groundbreaking) (?:work|ceremony)|installation|substation|kilns?|well|wells|second phase|work (?:on|"
     r"began|begins|starts|started|has|was|will|is)|restart|idle[ds]?|mothball\w*|studio|showrooms?|pubs?|construction|"
     r"foundations?|base (?:two|three|four|five|six|\d+)|commissioning|ferry terminal|subsidiary|(?:production|log|"
     r"assembly|bottling) lines?|premises|closures)\b"),
    ("facility", "move relocate", r"\b(?:out of|into)\b"),
    ("deal", "pay", r"\b(?:for|upfront)\b|\S*\d"),
    ("deal", "cancel drop", r"\b(?:orders?|contracts?|(?:two|three|four|five|six|\d+) [a-z]+s)\b"),
    ("deal", "", r"\b(?:deliver(?:y|ies)|bids?|bidders?|buyers?|licen[cs]ing|swap|auction)\b"),
    ("deal", "come enter get", r"\b(?:come from|the rights|rights to)\b"),
    ("leadership", "arrive return serve leave depart hand cofound co-found", r"\b(?:from rival|cofounded|to become|as "
     r"(?:a )?(?:partner|adviser|chief|head)|resignation|in charge|until)\b"),
    ("investment", "take get win collect secure come", r"(?:\bgrant|[£$€]\d\S*(?: million| billion)?) (?:from|of)\b|"
     r"\bloans?\b"),
    ("launch", "appear arrive debut premiere kick pilot air drop", ""),
    ("launch", "start begin", r"\b(?:start|begin|began)\w* (?:flying|selling|making|offering|enrol+ing|producing|"
     r"brewing|boiling|shipping|baking|printing|broadcasting|serving|rolling)\b"),
    ("launch", "switch turn", r"\bon\b"),
    ("launch", "schedule slate plan follow come be go ready prepare get have make test start begin open",
     r"\b(?:versions?|editions?|albums?|books?|series|season|models?|pilot|beta|app|prototype|range|collection|service|"
     r"phase [123]|commercial launch|enrol?ment|out (?:in|on|by|for)|is out|be out|flights)\b"),
    ("forum", "wrap speak present appear", r"\b(?:event|conference|summit|stage|keynote|meeting)\b|\bspeak (?:in|"
     r"at)\b"),
    ("meeting", "", r"\b(?:meetings?|mediators?|investor day|capital markets day|roundtable|consultations?)\b"),
    ("statement", "regret regrett speak break present apologize apologise defend thank criticise criticize hail "
     "insist", ""),
    ("market", "hit fetch trade reach come touch climb", r"\b(?:zinc|copper|nickel|lithium|aluminium|aluminum|cobalt|"
     r"tin|iron ore|coal|gold|silver|platinum|brent|oil|gas|wheat|cocoa|coffee|sugar|bitcoin)\b"),
    ("sales-report", "", r"\btrading (?:was|remained|is|has)\b|\b(?:listened|downloaded|streamed|visited) \S*\d"),
    ("agm", "vote", ""),
    ("leadership", "poach headhunt lure oust crown", ""), ("leadership", "install", r"^\D*$"),
    ("statement", "criticise criticize condemn blame attribute signal hint admit concede apologised regret", ""),
    ("leadership", "bring recruit poach hire remove reinstate", _PERSON),
    ("partnership", "", r"\b(?:partnership|joint venture)\b"),
    ("deal", "", r"\b(?:ownership|purchases|suppliers?|orders?|rights|signature|[Ss]igning|(?:binding|initial|"
     r"indicative|rival) offers?|interest from)\b"),
    ("investment", "", r"\b(?:loans?|guarantee|credit line|cheque|financing)\b"),
    ("facility", "", r"\b(?-i:plants?|factor(?:y|ies)|mills?|mines?|works(?:hop)?s?|dry docks?|shipyards?|furnaces?|"
     r"warehouses?|stores?|shops?|ore|output|premises|headquarters|lease)\b|\bsteel cutting\b"),
    ("earnings", "", r"\b(?:loss|profits?|earnings|revenues?)\b.*\d"),
    ("policy", "", r"\b(?:guidelines|application|permits?|CE Mark|submission|remedies|objections|certificate|"
     r"standards?)\b"),
    ("report", "", r"(?<!ion )(?<!gic )\b(?:report|survey|resource|analysis)\b"),
    ("sales-report", "", r"\b(?:customers|subscribers|passengers|users|visitors|figure)\b.*\d"),
    ("legal", "", r"\b(?:claims?|creditors|solicitors|charges)\b"),
    ("statement", "inform notify warn tell call raise", r"\b(?:inform|notif|warn|alarm|told|call(?:s|ed) (?:for|on))"),
    ("launch", "begin start relaunch follow enter", r"\b(?:brand|venture|website|range|collection|version|edition|"
     r"sequel)\b"),
    ("guidance", "", r"\b(?:expects?|anticipates?|forecasts?|(?:is|are) (?:seen|expected))\b.*(?:[$€£¥₹₩]|"
     rf"\d(?:{PERCENT}|[bm]n\b| [bmtr]+illion))"),
    ("sales-report", "", rf"\d (?:{_SOLD})\b|\d(?:mn|m|k) (?:{_SOLD})\b|(?:million|billion) (?:\w+ )?(?:{_SOLD})\b|"
     r"\b(?:like-for-like|same-store) sales\b|\b(?:[Vv]olumes|[Ss]hipments|[Oo]utput|[Aa]dmissions|[Oo]ccupancy)\b"
     r".*\d"),
    ("earnings", "", r"\bsales of \S*\d|\bin(?:to)? (?:the (?:red|black)|profit)\b"),
    ("legal", "", r"\b(?:voluntary administration|receivership|insolvency|petition|repossess\w*|bankrupt\w*)\b"),
    ("investment", "", r"\b(?:the financing|investors for|bailed (?:it |them )?out)\b"),
    ("deal", "", r"\b(?:under the hammer|suitor|masthead|purchase of)\b"),
    ("partnership", "", r"\bventure with\b|\bjoint (?:\w+ )?trials?\b"),
    ("report", "", r"\bpatients\b"),
    ("launch", "", r"\b(?:editions?|console|on(?:to)? shelves)\b"),
    ("facility", "", r"\b(?:lines? (?:at|in)|\w+ing lines?|fabs?|berth|site|conversion|restoration|expansion|workforce|"
     r"assembly|gateway|station|topping out|electricity|capacity|locations|openings|cranes?|Unit \d|orchards?|"
     r"moderni[sz]ation|repairs)\b"),
    ("ipo", "", r"\bflotation\b"),
    ("market", "", r"\b(?:changed hands|bonds (?:due|fell|rose)|opening bell|to the dollar|(?:was|were) valued at)\b"),
    ("launch", "", r"\b(?:maiden (?:voyage|flight)|christened|commercial service|into operation)\b"),
    ("sales-report", "", r"\bproduction peaked\b|\b(?:[Cc]irculation|[Rr]eservations for .* stood)\b.*\d"),
    ("policy", "", r"\b(?:resolution|oblig(?:e[sd]?|ing)|tax credits?|trade pact)\b"),
    ("deal", "", r"\b(?:call-off|privati[sz]ed|offer(?:s|ed) [$€£]\S+ for)\b"),
)  # fmt: skip

# Without a pattern, the subject is a person.
TYPES = tuple(
    (kind, word_set(verbs), None if words == _PERSON else re.compile(words, re.IGNORECASE))
    for kind, verbs, words in _ROWS
)
