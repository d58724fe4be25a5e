"""Words of names: offices, endings of companies, places, and capitalised words that name nobody.

Owns: data. Does not: look at a text.
"""

from __future__ import annotations

from timeline_cli.drafting.lexicon import word_set

_OFFICES = (
    "ambassador,analyst,attorney general,board member,boss,ceo,cfo,chair,chairman,chairwoman,chancellor,chief,"
    "chief executive,chief executive officer,chief financial officer,chief operating officer,chief medical officer,"
    "chief technology officer,co-ceo,co-founder,commissioner,coo,cto,deputy chairman,director,engineer,"
    "executive chairman,executive vice president,finance chief,finance minister,founder,general manager,governor,"
    "head,industry minister,judge,manager,managing director,mediator,mayor,minister,partner,party secretary,premier,"
    "president,prime minister,secretary,senator,spokesman,spokesperson,spokeswoman,trade minister,treasurer,"
    "vice chairman,vice president"
)
OFFICES = tuple(sorted(_OFFICES.split(","), key=len, reverse=True))
SPEAKERS = frozenset(("analyst", "spokesman", "spokeswoman", "spokesperson"))

COMPANY_ENDINGS = word_set(
    "aerospace ag air airlines airways automotive bancorp bank batteries battery biotech brands capital chemical "
    "chemicals co company corp corporation devices electronics energy entertainment financial foods gas gmbh group "
    "health healthcare holdings hotels inc industries insurance international kk labs limited lines llc logistics "
    "ltd materials media mining mobility motor motors networks nv oil partners pharma pharmaceuticals plc power "
    "resources retail robotics sa se semiconductor shipping software solutions spa steel stores studios systems "
    "technologies technology telecom therapeutics works"
)

# Last words of names that are bodies, streets, markets, events: no companies.
NO_COMPANY = word_set(
    "administration agency assembly association authority avenue board bureau cabinet chamber church college "
    "commission committee company congress council court department directorate directors exchange executive "
    "institute ministry office parliament party police regulator road senate series show square street treasury "
    "tribunal union university watchdog"
)
# Nouns that describe the company after them, capitalised at the start of a sentence: Rival Acme.
DESCRIBING = word_set(
    "activist airline automaker brewer broker builder buyer carmaker chipmaker competitor developer drugmaker fellow "
    "grocer insurer investor lender maker manufacturer miner operator owner parent partner planemaker producer "
    "retailer rival seller startup steelmaker subsidiary supplier utility"
)

# Capitalised words that name neither a company nor a person.
NO_NAMES = word_set(
    "5g a about chapter senate congress parliament commission court gulf owners according african after agm ai all "
    "also although american amid an analysts and april as asian at aug. august australian because before board both "
    "brazilian british but by canadian ceo cfo chairman chief chinese christmas construction coo cto danish dec. "
    "december deliveries demand democrat despite doj dr dr. dram during dutch each earlier east ebit ebitda employees "
    "epa eu european ev even evs executive executives faa fda feb. february federal finnish fiscal for french friday "
    "from ftc gdp german global h1 h2 he her here his how however hr i if imf in indian internet investors ipo it "
    "italian its jan. january japanese july june korean last later lng management many march may meanwhile mexican "
    "monday more most mr mr. mrs ms ms. nand nato net new next no nor north norwegian not nov. november now oct. "
    "october officer officials on once one only opec operating or other others our pr president production profit "
    "prosecutors q1 q2 q3 q4 r&d regulators republican revenue russian sales saturday sec separately sept. september "
    "series rs several shareholders shares she shipments since so some south spanish state still such sunday suv suvs "
    "swedish swiss taiwanese talks that the their then there these they this those three thursday to today tomorrow "
    "total trading tuesday tv twice two u.k. u.s u.s. uae uk un under until us us-china we wednesday west what when "
    "where which while who why with work workers wto yesterday yet"
)

_PLACES = (
    "Abu Dhabi,Africa,Alabama,America,Amsterdam,Argentina,Arizona,Asia,Athens,Atlanta,Austin,Australia,Austria,"
    "Bangalore,Bangkok,Barcelona,Basel,Bavaria,Beijing,Belgium,Bengaluru,Berlin,Birmingham,Boston,Bratislava,Brazil,"
    "Britain,Brussels,Budapest,Busan,Cairo,California,Canada,Catalonia,Chengdu,Chennai,Chicago,Chile,China,Cleveland,"
    "Columbus,Connecticut,Copenhagen,Czech Republic,Dallas,Davos,Delaware,Delhi,Denmark,Denver,Detroit,Doha,Dresden,"
    "Dubai,Dublin,Egypt,England,Estonia,Europe,Finland,Florida,France,Frankfurt,Geneva,Georgia,Germany,Gothenburg,"
    "Greece,Guangdong,Guangzhou,Gujarat,Hamburg,Hanoi,Helsinki,Hong Kong,Houston,Hsinchu,Hungary,Hyderabad,Idaho,"
    "Illinois,India,Indiana,Indonesia,Iowa,Ireland,Israel,Istanbul,Italy,Jakarta,Japan,Johannesburg,Kansas,Kentucky,"
    "Kenya,Korea,Kuala Lumpur,Kyiv,Kyoto,Lagos,Las Vegas,Latin America,Latvia,Leipzig,Lisbon,Lithuania,London,"
    "Los Angeles,Louisiana,Luxembourg,Lyon,Madrid,Malaysia,Manchester,Manila,Maryland,Massachusetts,Melbourne,"
    "Memphis,Mexico,Mexico City,Miami,Michigan,Middle East,Milan,Minnesota,Missouri,Montreal,Morocco,Moscow,Mumbai,"
    "Munich,Nagoya,Nairobi,Nashville,Netherlands,Nevada,New Delhi,New Jersey,New York,New Zealand,Nigeria,"
    "North America,North Carolina,Norway,Ohio,Oklahoma,Ontario,Oregon,Osaka,Oslo,Paris,Pennsylvania,Peru,Philippines,"
    "Phoenix,Poland,Portland,Portugal,Prague,Qatar,Quebec,Riyadh,Romania,Rome,Rotterdam,Russia,San Diego,"
    "San Francisco,San Jose,Sao Paulo,Saudi Arabia,Savannah,Saxony,Scotland,Seattle,Seoul,Serbia,Shanghai,Shenzhen,"
    "Sichuan,Singapore,Slovakia,South Africa,South Carolina,South Korea,Southeast Asia,Spain,Stockholm,Stuttgart,"
    "Suzhou,Sweden,Switzerland,Sydney,Taipei,Taiwan,Tamil Nadu,Tel Aviv,Tennessee,Texas,Thailand,Tianjin,Tokyo,"
    "Toronto,Turin,Turkey,Ukraine,United Kingdom,United States,Utah,Valencia,Vancouver,Vienna,Vietnam,Virginia,Wales,"
    "Warsaw,Washington,Wisconsin,Wuhan,Xian,Zurich"
)
PLACES = frozenset(_PLACES.split(","))
FIRST_SURNAMES = word_set(
    "Lee Kim Park Choi Jung Chung Lei Li Xi Wang Zhang Chen Liu Huang Zhao Wu Zhou Xu Sun Ma Hu Guo He Lin Zhu Koo "
    "Chey Shin Yoon Han"
)
