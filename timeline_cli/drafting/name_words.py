"""Words of names: offices, endings of companies, places, and capitalised words that name nobody.

Owns: data, and which offices only speak. Does not: look at a text.
"""

from __future__ import annotations

from timeline_cli.drafting.lexicon import word_set

_OFFICES = (
    "administrator,ambassador,analyst,"
    "attorney general,board member,boss,ceo,cfo,chair,chairman,chairwoman,chancellor,chief,"
    "chief executive,chief executive officer,chief financial officer,chief operating officer,chief medical officer,"
    "chief technology officer,co-ceo,co-founder,commissioner,coo,councillor,cto,deputy chairman,director,engineer,"
    "executive chairman,executive vice president,finance chief,finance minister,founder,general manager,governor,"
    "head,industry minister,judge,justice,liquidator,manager,managing director,mediator,mayor,minister,mp,partner,"
    "party secretary,premier,president,prime minister,secretary,senator,spokesman,spokesperson,spokeswoman,"
    "receiver,trade minister,treasurer,vice chairman,vice president"
)
OFFICES = tuple(sorted(_OFFICES.split(","), key=len, reverse=True))
NAME_PARTICLES = "de|del|des|dos|das|van|von|der|al|bin|da|di|du|la|le|e|y|et|und|och|og"  # lower-case, within a name
SPEAKERS = frozenset(("analyst", "spokesman", "spokeswoman", "spokesperson"))

COMPANY_ENDINGS = word_set(
    "aerospace ag air airlines airways automotive bancorp bank batteries battery biosciences biotech brands brewing "
    "bros brothers capital cement cie chemical chemicals co co-op co-operative company cooperative corp corporation "
    "cos dairies dairy defence defense devices dynamics electronics energy entertainment equity estates farms ferries "
    "financial foods gas gmbh group health healthcare holdings homes hotels inc industries instruments insurance "
    "international kk labs limited line lines llc marine maritime logistics ltd materials media metals mills minerals "
    "mining mobility motor motors networks nv oil packaging paper partners pharma pharmaceuticals plc power "
    "properties publishing renewables resources retail robotics sa se semiconductor shipping software solar solutions "
    "sons spa sports steel sugar stores studios systems technologies technology telecom telecoms textile textiles "
    "therapeutics assurance trust ventures wealth works bv lp sab srl as asa ab bakers bakeries boatyard brewers "
    "breweries butchers ceramics confectionery cosmetics creamery daughters diagnostics distillers distillery "
    "drilling exploration fisheries foundry freight furniture genetics glassworks hauliers ironworks lithium medical "
    "nurseries optics orchards potteries hospitality leisure plantations railways resorts ropeways teas tyres seafood "
    "seafoods shipbuilders shipyard shipyards tannery timber uranium vineyards wines aviation bearings bikes buses "
    "cables castings cocoa coatings distilling dredging drones elevators ferry forgings lifts plastics polymers pumps "
    "ropeway salvage seaweed smelting spirits towage trams trucks tubes turbines valves"
)

# First words of companies.
COMPANY_OPENINGS = word_set(
    "maison brasserie banco banque grupo groupe gruppo fratelli bodega bodegas cantina weingut brauerei compagnie "
    "compañía companhia manufaktur glasfabrik"
)

# Last words of what companies publish and hold.
DOCUMENTS = word_set(
    "board directors members regulation section agm accounts calendar call code conference dividend day meeting notice "
    "offering presentation prospectus register "
    "regulations release report reports requirements results review rules statement statements update"
)
# Last words of names that are bodies, streets, shores, markets, events, documents: no companies.
NO_COMPANY = DOCUMENTS | word_set(
    "administration agency cape coast peninsula province islands assembly association authority avenue boards bureau "
    "cabinet chamber church college commission committee company congress council county courier court department "
    "directorate directors exchange executive federation gazette herald institute journal ministry news office "
    "parliament party police regulator road senate series show square street telegraph times treasury tribunal "
    "tribune union university watchdog"
)
INDEXES = frozenset(("Nikkei", "Topix", "Kospi", "Kosdaq", "Sensex", "Nifty", "Nasdaq", "Stoxx", "Ibovespa", "Merval"))
# Nouns that describe the company after them, capitalised at the start of a sentence: Rival Acme.
DESCRIBING = word_set(
    "activist airline automaker bottler brewer broker brokerage builder buyer carmaker chipmaker competitor developer "
    "drugmaker fellow grocer insurer investor lender maker manufacturer miner operator owner parent partner "
    "planemaker producer retailer rival seller short-seller startup steelmaker subsidiary supplier utility "
    "neighboring neighbouring"
)

# What a release calls the company that speaks.
_GENERIC = word_set("city company group bank corporation firm issuer trust fund partnership")

NATIONALITIES = word_set(
    "afghan african arabic albanian algerian american angolan arab argentine argentinian armenian asian australian "
    "austrian azeri bahraini bangladeshi bavarian belarusian belgian bolivian bosnian botswanan brazilian british "
    "bulgarian burmese californian cambodian cameroonian canadian catalan chilean chinese colombian congolese "
    "croatian cuban cypriot czech danish dutch ecuadorean egyptian emirati english estonian ethiopian european "
    "filipino finnish french german ghanaian greek greenlandic guatemalan guyanese haitian honduran hungarian "
    "icelandic indian indonesian iranian iraqi irish israeli italian ivorian jamaican japanese jordanian kazakh "
    "kenyan korean kosovan kuwaiti kyrgyz lao latvian lebanese liberian libyan lithuanian luxembourgish macedonian "
    "malawian malaysian maltese mauritian mexican moldovan mongolian montenegrin moroccan mozambican namibian "
    "nepalese nicaraguan nigerian norwegian omani pakistani palestinian panamanian paraguayan peruvian polish "
    "portuguese qatari romanian russian rwandan saudi scottish senegalese serbian sicilian singaporean slovak "
    "slovenian somali spanish sudanese surinamese swedish swiss syrian taiwanese tanzanian texan thai tunisian "
    "turkish ugandan ukrainian uruguayan uzbek venezuelan vietnamese welsh yemeni zambian zimbabwean"
)
# Capitalised words that name neither a company nor a person.
NO_NAMES = NATIONALITIES | word_set(
    "5g a about absenteeism according after agm ai all also although amid among an analysts and another any anybody "
    "anyone apr april as at aug aug. august back because before board bookings both but buyers by ceo cfo chairman "
    "chapter chief christmas club co-founder commission congress construction coo court creditors cto customers dec "
    "dec. december deliveries demand democrat despite doj downstairs dr dr. dram during each earlier east ebit ebitda "
    "either elsewhere employees enter epa eu ev even everybody everyone everything evs executive executives faa fda "
    "feb feb. february federal fiscal for former founder friday from ftc gdp global gone ground gulf h1 h2 he her "
    "here his holders how however hr i if imf in inside inspectors internet investors ipo it its jan. january july "
    "june last later lng makers management many march may meanwhile merger members monday money more most much mr mr. "
    "mrs ms ms. nand nasa nato neither net new next no nobody nor north not nothing nov nov. november now oct oct. "
    "october officer officials on once one only opec operating or other others otherwise our out output outside "
    "owners parliament passengers pr president production profit prosecutors ps q1 q2 q3 q4 r&d readers regulators "
    "republican residents revenue rs sales saturday sec sellers senate separately sept sept. september series several "
    "shareholders shares she shipments since so some somebody something south stand state still such sunday suppliers "
    "suv suvs talk talks that the their then there thereafter these they this those three thursday to today tomorrow "
    "total trading tuesday tv twice two u.k. u.s u.s. uae uk un under until upstairs us us-china users war we "
    "kshs ksh ushs tshs rs staff "
    "wednesday west what when where whether which while who whoever why with work workers wto yesterday yet worldwide"
)

_PLACES = (
    "Aarhus,Aberdeen,Abidjan,Abu Dhabi,Abuja,Accra,Addis Ababa,Adelaide,Afghanistan,Africa,Ahmedabad,"
    "Alabama,Alaska,Albania,Alberta,Alexandria,Algeria,Algiers,Almaty,America,Amsterdam,Andorra,Angola,"
    "Ankara,Antalya,Antwerp,Arequipa,Argentina,Arizona,Arkansas,Armenia,Arusha,Asia,Aswan,Athens,"
    "Atlanta,Auckland,Austin,Australia,Austria,Azerbaijan,Baghdad,Bahia,Bahrain,Baku,Bamako,Bandung,"
    "Bangalore,Bangkok,Bangladesh,Barbados,Barcelona,Bari,Basel,Basque Country,Bavaria,Beijing,Beirut,"
    "Belarus,Belfast,Belgium,Belgrade,Belize,Belo Horizonte,Bengaluru,Benghazi,Benin,Bergamo,Bergen,"
    "Berlin,Bermuda,Bhutan,Bilbao,Birmingham,Bloemfontein,Bogota,Bolivia,Bologna,Bonn,Bordeaux,Bosnia,"
    "Boston,Botswana,Bratislava,Brazil,Bremen,Brescia,Brisbane,Bristol,Britain,British Columbia,Brittany,"
    "Brno,Brooklyn,Brunei,Brussels,Budapest,Buenos Aires,Bulawayo,Bulgaria,Burkina Faso,Burundi,Busan,"
    "Cairo,Calgary,Cali,California,Cambodia,Cameroon,Canada,Cape Town,Cape Verde,Caracas,Cardiff,"
    "Casablanca,Catalonia,Catania,Cayman Islands,Cebu,Central America,Changsha,Changwon,Chengdu,Chennai,"
    "Chicago,Chile,China,Chittagong,Chongqing,Christchurch,Cleveland,Cologne,Colombia,Colorado,Columbus,"
    "Congo,Connecticut,Constanta,Copenhagen,Cork,Costa Rica,Croatia,Cuba,Curitiba,Cyprus,Czech Republic,"
    "Da Nang,Daegu,Daejeon,Dakar,Dalian,Dallas,Dar es Salaam,Davao,Davos,Debrecen,Delaware,Delhi,"
    "Denmark,Denver,Detroit,Dhaka,Dnipro,Doha,Dominican Republic,Dongguan,Dortmund,Douala,Dresden,Dubai,"
    "Dublin,Dunkirk,Durban,Dusseldorf,Düsseldorf,Eastern Cape,Eastern Europe,Ecuador,Edinburgh,Edmonton,"
    "Egypt,El Salvador,England,Entebbe,Eritrea,Espoo,Estonia,Ethiopia,Europe,Fiji,Finland,Flanders,"
    "Florence,Florida,Foshan,France,Frankfurt,Fujian,Fukuoka,Gabon,Gaborone,Galway,Gambia,Gaziantep,"
    "Gdansk,Gdańsk,Geneva,Genoa,Georgia,Germany,Ghana,Ghent,Glasgow,Gothenburg,Gqeberha,Graz,Greece,"
    "Greenland,Guadalajara,Guangdong,Guangzhou,Guatemala,Guayaquil,Guernsey,Guinea,Gujarat,Guyana,Gwangju,"
    "Haiphong,Haiti,Hamburg,Hangzhou,Hanoi,Hanover,Harare,Harbin,Havana,Hawaii,Hebei,Hefei,Helsinki,"
    "Henan,Hiroshima,Ho Chi Minh City,Honduras,Hong Kong,Honolulu,Houston,Hsinchu,Hubei,Hunan,Hungary,"
    "Hyderabad,Iasi,Ibadan,Iceland,Idaho,Illinois,Incheon,India,Indiana,Indonesia,Innsbruck,Iowa,Iran,"
    "Iraq,Ireland,Israel,Istanbul,Italy,Izmir,Jaipur,Jakarta,Jamaica,Japan,Jeddah,Jerusalem,Jiangsu,"
    "Johannesburg,Johor,Johor Bahru,Jordan,Kampala,Kano,Kanpur,Kansas,Kaohsiung,Karachi,Karnataka,"
    "Kathmandu,Katowice,Kazakhstan,Kazan,Kentucky,Kenya,Kharkiv,Kigali,Kinshasa,Kisumu,Kitakyushu,Kitwe,"
    "Kobe,Kochi,Kolkata,Korea,Kosice,Kosovo,Krakow,Kraków,Kuala Lumpur,Kumasi,Kunming,Kuwait,Kyiv,"
    "Kyoto,Kyrgyzstan,Lagos,Lahore,Laos,Las Vegas,Latin America,Latvia,Lausanne,Lebanon,Leeds,Leicester,"
    "Leipzig,Lesotho,Liberia,Libreville,Libya,Liechtenstein,Lille,Lima,Limerick,Linz,Lisbon,Lithuania,"
    "Liverpool,Ljubljana,Lodz,Lombardy,London,Los Angeles,Louisiana,Luanda,Lublin,Lubumbashi,Lucknow,"
    "Lusaka,Luxembourg,Luxor,Lviv,Lyon,Macao,Macau,Macedonia,Madagascar,Madrid,Maharashtra,Maine,Malaga,"
    "Malawi,Malaysia,Maldives,Mali,Malmo,Malmö,Malta,Managua,Manchester,Manhattan,Manila,Manitoba,"
    "Mannheim,Maputo,Marseille,Maryland,Maseru,Massachusetts,Mauritania,Mauritius,Medan,Medellin,"
    "Melbourne,Memphis,Merida,Mexico,Mexico City,Miami,Michigan,Middle East,Milan,Milwaukee,Minneapolis,"
    "Minnesota,Minsk,Mississippi,Missouri,Modena,Moldova,Mombasa,Monaco,Mongolia,Montana,Montenegro,"
    "Monterrey,Montevideo,Montreal,Morocco,Moscow,Mozambique,Mumbai,Munich,Murcia,Muscat,Myanmar,Nagoya,"
    "Nairobi,Namibia,Nanjing,Nantes,Naples,Nashville,Nebraska,Nepal,Netherlands,Nevada,New Delhi,"
    "New Hampshire,New Jersey,New Mexico,New South Wales,New York,New Zealand,Newcastle,Nicaragua,Nicosia,"
    "Niger,Nigeria,Niigata,Ningbo,Normandy,North America,North Carolina,North Dakota,North Korea,"
    "Northern Ireland,Norway,Nottingham,Nova Scotia,Novosibirsk,Nuremberg,Odense,Odesa,Ohio,Oklahoma,"
    "Omaha,Oman,Ontario,Oran,Oregon,Orlando,Osaka,Oslo,Ostrava,Ottawa,Oulu,Padua,Pakistan,Palermo,"
    "Palestine,Panama,Panama City,Papua New Guinea,Paraguay,Paris,Patras,Penang,Pennsylvania,Perth,"
    "Peru,Philippines,Phoenix,Pittsburgh,Plovdiv,Poland,Polokwane,Port Louis,Portland,Porto,Porto Alegre,"
    "Portugal,Poznan,Prague,Pretoria,Puebla,Puerto Rico,Pune,Pyeongtaek,Qatar,Qingdao,Quebec,Queensland,"
    "Querétaro,Quito,Rajasthan,Recife,Reykjavik,Rhode Island,Riga,Rijeka,Rio de Janeiro,Riyadh,Romania,"
    "Rome,Rotterdam,Russia,Rwanda,Saltillo,Salzburg,San Antonio,San Diego,San Francisco,San Jose,Santiago,"
    "Sao Paulo,Sapporo,Sarajevo,Saskatchewan,Saudi Arabia,Savannah,Saxony,Scotland,Seattle,Sendai,Senegal,"
    "Seoul,Serbia,Seville,Sfax,Shandong,Shanghai,Shanxi,Sheffield,Shenyang,Shenzhen,Siberia,Sichuan,"
    "Sicily,Sierra Leone,Silesia,Silicon Valley,Singapore,Skopje,Slovakia,Slovenia,Somalia,South Africa,"
    "South America,South Carolina,South Dakota,South Korea,South Sudan,Southampton,Southeast Asia,Spain,"
    "Sri Lanka,Stavanger,Stockholm,Stuttgart,Sudan,Surabaya,Surat,Suriname,Suwon,Suzhou,Sweden,"
    "Switzerland,Sydney,Syria,Szczecin,Taichung,Tainan,Taipei,Taiwan,Tajikistan,Tallinn,Tamil Nadu,Tampa,"
    "Tampere,Tangier,Tanzania,Tashkent,Tasmania,Tbilisi,Tehran,Tel Aviv,Telangana,Tennessee,Texas,"
    "Thailand,Thessaloniki,Tianjin,Tijuana,Timisoara,Tirana,Togo,Tokyo,Toronto,Toulouse,Trieste,Trinidad,"
    "Tripoli,Tromso,Trondheim,Tulsa,Tunis,Tunisia,Turin,Turkey,Turkmenistan,Turku,Tuscany,Tyrol,Uganda,"
    "Ukraine,Ulan Bator,Ulsan,Ulster,United Arab Emirates,United Kingdom,United States,Uruguay,Utah,"
    "Utrecht,Uttar Pradesh,Uzbekistan,Valencia,Valparaiso,Vancouver,Varna,Venezuela,Venice,Vermont,"
    "Vienna,Vientiane,Vietnam,Vigo,Vilnius,Virginia,Wales,Warsaw,Washington,West Virginia,"
    "Western Australia,Western Cape,Western Europe,Windhoek,Winnipeg,Wisconsin,Wroclaw,Wrocław,Wuhan,"
    "Wyoming,Xiamen,Xian,Xinjiang,Yangon,Yaounde,Yekaterinburg,Yemen,Yerevan,Yogyakarta,Yorkshire,Yunnan,"
    "Zagreb,Zambia,Zaragoza,Zhejiang,Zimbabwe,Zurich"
)
PLACES = frozenset(_PLACES.split(","))
FIRST_SURNAMES = word_set(
    "Lee Kim Park Choi Jung Chung Lei Li Xi Wang Zhang Chen Liu Huang Zhao Wu Zhou Xu Sun Ma Hu Guo He Lin Zhu Koo "
    "Chey Shin Yoon Han"
)


def speaks(role: str | None) -> bool:
    return role is not None and role.lower() in SPEAKERS


def is_generic(term: str) -> bool:
    """Whether it says what a company is rather than what it is called: Group, Company."""
    return term.lower() in _GENERIC
