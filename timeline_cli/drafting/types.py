"""The type of a clause by its verb and its words.

Owns: the table. Does not: look at a text.
"""

from __future__ import annotations

# The first row that fits gives the type: patterns of the verb (its base form), and of the words of the clause.
TYPES: tuple[tuple[str, str, str], ...] = (
    (
        "leadership",
        r"appoint|name|hire|promote|resign|retire|succeed|oust|replace|elect|step|nominate|leave|join|fire|"
        r"remove|become|take|depart|return|tap|pick|hand|select",
        r"\b(?:chief|ceo|cfo|coo|cto|chair\w*|president|director|head|executive|board|founder|boss|manager|"
        r"secretary|officer|minister)\b",
    ),
    (
        "leadership",
        r"appoint|resign|oust|retire|succeed",
        r"",
    ),
    (
        "legal",
        r"sue|file|settle|fine|rule|charge|indict|probe|investigate|raid|plead|convict|sentence|appeal|accuse|"
        r"allege|dismiss|pay|face|uphold|overturn|order|penalize|arrest|acquit|find|reject|reach|open|launch|"
        r"complain|agree|ask|award|win|lose|deny|start|begin|clear|impose",
        r"\b(?:lawsuits?|court|judge|jury|antitrust|suit|complaint|patents?|infring\w+|fraud|settle(?:ment|d)?|"
        r"prosecutors?|trial|probe|investigat\w+|bribery|damages|regulators? fined|fined?|penalty|class action|"
        r"sued|indict\w+|charges against|watchdog|appeal)\b",
    ),
    (
        "legal",
        r"sue|indict|prosecute|fine",
        r"",
    ),
    (
        "agm",
        r".*",
        r"\b(?:annual (?:general |shareholders?'? |stockholders?'? )?meeting|shareholders?'? meeting|agm)\b",
    ),
    (
        "ipo",
        r".*",
        r"\b(?:ipo|initial public offering|go(?:es|ing)? public|stock market debut|listing|list(?:s|ed)? (?:its|"
        r"shares|on))\b",
    ),
    (
        "forum",
        r"hold|host|attend|start|open|join|take|run|speak|present|participate|flock|begin|gather|be|organise|"
        r"convene|end|close|attract|invite|kick",
        r"\b(?:forum|conference|summit|expo|trade (?:show|fair)|auto show|motor show|congress|symposium|"
        r"exhibition|convention)\b",
    ),
    (
        "guidance",
        r"forecast|guide|expect|raise|lower|cut|trim|reaffirm|maintain|set|issue|warn|see|project|lift|"
        r"reiterate|narrow|revise|predict|estimate|withdraw|hike|slash",
        r"\b(?:guidance|outlook|forecasts?|(?:expects?|sees?|projects?) .*(?:(?:net |operating |gross |"
        r"quarterly |annual |pre-tax |pretax )*(?:income|profits?|loss(?:es)?|earnings|revenues?|results|"
        r"margins?|turnover|ebitda)|sales|deliveries|shipments|spending)|full-year)\b",
    ),
    (
        "target",
        r"raise|set|lower|cut|aim|target|trim|plan|slash|hike|lift|revise|pledge|expect|miss|keep|want|double|"
        r"commit|maintain|double|be",
        r"\b(?:target(?:s|ed|ing)?|goals?|aims? (?:to|for)|aiming|carbon[- ]neutral\w*|net[- ]zero)\b",
    ),
    (
        "facility",
        r"open|build|close|shut|shutter|construct|expand|halt|suspend|restart|resume|complete|start|begin|"
        r"operate|idle|invest|break|inaugurate|run|relocate|reopen|lay|plan|have|spend|double|move|produce|"
        r"commission|employ|upgrade|set|establish|announce|be|demolish|house|pause|stop|install|go|aim|delay|"
        r"postpone|finish|account|add|come|make",
        r"\b(?:plants?|factor(?:y|ies)|facilit(?:y|ies)|fabs?|warehouses?|data cent(?:er|re)s?|headquarters|"
        r"stores?|refinery|mine|mill|distribution cent(?:er|re)|production lines?|assembly lines?|campus|"
        r"gigafactory|smelter|hub|offices?|branch(?:es)?|terminal|shipyard|groundbreaking|restaurants?|hotels?|"
        r"showrooms?|research cent(?:er|re)|smelters?|site|depot|wind farm|solar farm|brewery)\b",
    ),
    (
        "earnings",
        r"report|post|earn|rise|fall|jump|drop|grow|swing|record|lose|slump|surge|increase|decline|double|"
        r"triple|narrow|widen|climb|beat|miss|plunge|soar|shrink|total|come|reach|be|make|tumble|gain|slip|dip|"
        r"book|announce|show|release|publish|exceed|top|generate|turn|halve|improve|advance|rebound|hit|stand|"
        r"disclose|have|more",
        r"\b(?:net |operating |gross |quarterly |annual |pre-tax |pretax )*(?:income|profits?|loss(?:es)?|"
        r"earnings|revenues?|results|margins?|turnover|ebitda)\b",
    ),
    (
        "sales-report",
        r".*",
        r"\b(?:sales|deliveries|shipments|units|vehicles sold|orders|bookings|subscribers|passengers|market "
        r"share|registrations)\b",
    ),
    (
        "merger",
        r"acquire|buy|merge|take|hold|circulate|discuss|swirl|make|end|receive|bid|purchase|combine|offer|agree|"
        r"complete|approve|tender|clear|block|reject|plan|absorb|outbid|demerge|close|finalise|finalize|"
        r"consider|abandon|drop|announce|propose",
        r"\b(?:acqui\w+|takeover|merger?s?|merged?|buyout|bid|takes? over|took over|took it over|take-private|"
        r"purchase of|all-cash|all-stock|rival)\b",
    ),
    (
        "deal",
        r"close|complete|finalise|finalize|conclude|terminate|abandon|cancel",
        r"\b(?:transactions?|deals?|agreements?|contracts?)\b",
    ),
    (
        "deal",
        r"sell|divest|sign|win|award|order|secure|buy|lease|license|purchase|supply|dispose|offload|agree|renew|"
        r"receive|land|grant|strike|settle|extend|place|obtain|spin|reach|unload|clinch|terminate|acquire",
        r"",
    ),
    (
        "investment",
        r"invest|raise|spend|fund|lead|back|pour|inject|commit|pledge|buy|take|borrow|price|issue|float|repay|"
        r"close|secure|redeem|plan|provide|sell|repurchase",
        r"\b(?:invest\w*|funding|stake|round|capital|venture|bonds?|notes|loans?|shares|buybacks?|dividends?|"
        r"financing|fund|spend\w*|\$\d|billion|million)\b",
    ),
    (
        "partnership",
        r"partner|team|collaborate|cooperate|work|join|form|ally|integrate|develop|sign|expand|announce|tie|"
        r"create|plan|agree|set|share",
        r"\b(?:partner\w*|joint venture|collaborat\w*|alliance|together|jointly|cooperat\w*|team\w* up|work\w* "
        r"(?:closely )?with|with)\b",
    ),
    (
        "launch",
        r"launch|unveil|introduce|release|debut|roll|start|begin|ship|present|show|reveal|publish|bring|deploy|"
        r"test|pilot|relaunch|make|offer|sell",
        r"\b(?:launch\w*|unveil\w*|introduc\w+|releas\w+|debut\w*|roll\w*|service|model|app|phone|car|chip|"
        r"product\w*|version|brand|platform|line|SUV|vehicle|drug|smartphone|pilot)\b",
    ),
    (
        "launch",
        r"launch|unveil|introduce|debut|release",
        r"",
    ),
    (
        "meeting",
        r"meet|hold|discuss|convene|talk|gather|sit|host|break|end|collapse|resume|fail|start|begin",
        r"\b(?:met|meets?|meeting|talks|discuss\w*|dinner|lunch)\b",
    ),
    (
        "trip",
        r"visit|travel|fly|tour|arrive|make",
        r"\b(?:visit\w*|travel\w*|trip|tour|flew|fly|arriv\w*)\b",
    ),
    (
        "policy",
        r"impose|ban|approve|block|grant|pass|adopt|raise|lift|introduce|tighten|order|announce|sign|vote|"
        r"permit|allow|propose|veto|exempt|extend|require|clear|reject|authorise|authorize|waive|win|receive|"
        r"submit",
        r"\b(?:tariffs?|sanctions?|curbs|bill|law|subsid\w+|regulat\w+|government|ministry|commission|approv\w+|"
        r"export controls?|rules|licen[cs]e|tax(?:es)?|parliament|congress|senate|rate)\b",
    ),
    (
        "market",
        r"rise|fall|jump|drop|slump|surge|soar|plunge|climb|tumble|close|gain|slip|trade|dip|decline|lose|"
        r"advance|hit|sink|rally|rebound|add|shed",
        r"\b(?:closed (?:at|up|down|unchanged)|shares?|stocks?|prices?|index|market value|capitali[sz]ation|"
        r"currency|won|yen)\b",
    ),
    (
        "sales-report",
        r"sell|deliver|ship|export|move",
        r"\d",
    ),
    (
        "facility",
        r"build|construct|produce|manufacture|open|shut|inaugurate|shutter|relocate|hire|employ|cut|lay|shed|"
        r"slash|eliminate",
        r"\b(?:jobs|workers|employees|staff|workforce|production|output|positions|roles|capacity|chips?|cars|"
        r"vehicles|batteries)\b",
    ),
    (
        "policy",
        r"ban|impose|veto",
        r"",
    ),
    (
        "report",
        r"publish|release|issue|show",
        r"\b(?:report|survey|study|data|figures|statistics|review|white paper)\b",
    ),
    (
        "statement",
        r"call|urge|pledge|promise|vow|demand|assure|warn|apologise|apologize|declare|announce|deny|confirm|"
        r"reject|ask|offer|tell",
        r"",
    ),
    (
        "deal",
        r".*",
        r"\b(?:contract|deal|agreement|order for|licen[cs]e|accord|memorandum)\b",
    ),
)

# Where no row fits, the verb alone.
TYPES_BY_VERB = {
    verb: kind
    for kind, verbs in {
        "legal": (
            "convict indict sue charge arrest acquit hear prosecute fine probe investigate accuse allege "
            "plead sentence raid appeal settle"
        ),
        "trip": "visit travel fly tour",
        "meeting": "meet discuss negotiate",
        "forum": "attend participate gather convene",
        "merger": "acquire merge demerge outbid",
        "deal": "buy sell sign win order purchase lease license divest award",
        "investment": "invest spend raise fund repay redeem borrow pay set",
        "leadership": "appoint promote resign retire oust succeed nominate",
        "facility": (
            "hire open close build construct expand shut inaugurate manufacture produce make employ cut "
            "complete walk suspend resume halt lay enter"
        ),
        "launch": "launch unveil introduce debut roll release start",
        "statement": "call urge demand assure deny warn pledge promise vow reject offer",
        "policy": "impose ban veto tighten lift approve",
        "sales-report": "deliver ship export carry import",
        "agm": "vote",
        "market": "double halve jump plunge tumble soar slump rally",
        "ipo": "list float",
        "partnership": "partner collaborate cooperate team",
    }.items()
    for verb in verbs.split()
}
