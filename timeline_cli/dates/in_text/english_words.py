"""English words of time: months, weekdays, numbers, units, and the patterns made of them.

Owns: the vocabulary. Does not: decide what an expression means.
"""

from __future__ import annotations

MONTHS = {
    name: number
    for number, names in enumerate(
        ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
         "september sept sep", "october oct", "november nov", "december dec"), 1,
    )
    for name in names.split()
}  # fmt: skip
SHORT_MONTHS = ("Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec")
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        ("monday mon", "tuesday tues tue", "wednesday wed", "thursday thurs thur thu", "friday fri",
         "saturday sat", "sunday sun")
    )
    for name in names.split()
}  # fmt: skip
NUMBERS = {
    name: number
    for number, names in enumerate(
        ("zero", "one a an the", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
         "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty")
    )
    for name in names.split()
} | {
    "couple": 2, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
    "dozen": 12, "hundred": 100,
}  # fmt: skip
ORDINALS = {
    name: number
    for number, names in enumerate(("first 1st opening", "second 2nd", "third 3rd", "fourth 4th", "fifth 5th"), 1)
    for name in names.split()
}
DECADES = {
    name: 10 * number
    for number, name in enumerate(
        ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"), 2
    )
}
UNITS = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "week": "W", "weekend": "WE", "month": "M",
    "quarter": "Q", "year": "Y", "night": "NI",
}  # fmt: skip
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
# Units of so many others.
MULTIPLES = {"fortnight": (2, "week"), "decade": (10, "year"), "century": (100, "year")}
ADVERBS = {"hourly": "PT1H", "daily": "P1D", "weekly": "P1W", "monthly": "P1M", "annually": "P1Y", "yearly": "P1Y"}
PRESENT = (
    "(?<!between )now",
    "(?<!, )currently",
    "nowadays",
    "at the moment",
    "at present",
    "these days",
    "right now",
    "presently",
)
PAST = ("recently", "lately", "in the past(?! \\w)")
FUTURE = (r"the future(?!\s+of\b)", "the near future", "the coming (?:years|months|weeks|days)")

MONTH = (
    r"(?:(?:Jan|Febr)uary|March|April|May|June|July|August|(?:Septem|Octo|Novem|Decem)ber"
    rf"|(?:{'|'.join(SHORT_MONTHS)})\b\.?)"
)
WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tues|Tue|Wed|Thurs|Thur|Thu|Fri|Sat|Sun)\b\.)"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
NTH = r"(?:3[01]|[12]?\d)(?:st|nd|rd|th)"
# Nouns after overnight that it describes: overnight delivery.
OVERNIGHT = (
    r"(?:bus|deliver(?:y|ies)|ferr(?:y|ies)|flights?|guests?|hours|index|labou?r|lending|parking|passengers|rates?|"
    r"services?|shifts?|staff|stays?|success|trading|trains?|visitors?|work(?:ers)?)\b"
)
YEAR = r"(?:1[5-9]\d\d|20\d\d|21\d\d)"
# A fiscal year, which ends in the second of two: FY24, fiscal 2024-25, financial year 2024/25.
FISCAL = rf"(?:(?:fiscal|financial)\s+(?:year\s+)?|FY\s?['’]?)(?P<g>{YEAR}|\d\d)(?:[-–/](?P<z>\d\d(?:\d\d)?))?\b(?!-)"
# How a line of a chronology begins: January 9 – Acme opens a plant.
ENTRY_PART = (
    r"(?:Q[1-4]|H[12]|[Ee]arly|[Ll]ate|[Mm]id|[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter|"
    r"(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth)[\s-](?:quarter|half)(?:\s+of)?)"
)
_ENTRY_YEAR = rf"(?:{ENTRY_PART}[\s-]+)?{YEAR}(?:s|/\d\d(?:\d\d)?|\s?[-–]\s?\d\d(?:\d\d)?\b)?"
ENTRY = (
    rf"(?:{_ENTRY_YEAR}|(?:{MONTH}(?:\s+{DAY}(?:\s?[-–]\s?{DAY})?)?|{DAY}\s+{MONTH})(?:,?\s+(?P<year>{YEAR}))?)"
    r"\s*(?:\([^)\n]{2,30}\)|/[^/\n]{2,30}/)?\s*(?:--|[-–—:])\s+(?=\S)"
)
# With nothing between: 1893 Two brothers found it; but not: 2024 Revenue rose, 2024 First-half sales fell.
_OF_YEAR = r"(?:Annual|Full|Half|\w+[ -](?:half|quarter)|Results?|Revenues?|Sales|Earnings|Guidance|Outlook|Net)\b"
BARE_ENTRY = rf"(?:{_ENTRY_YEAR}|(?:{DAY}\s+)?{MONTH}\s+{YEAR})\s+(?=[A-Z][A-Za-z]*['’.\s])(?!{_OF_YEAR})"
NUMBER = (
    r"(?:\d{1,4}|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-(?:one|two|three|four|five|six|seven|eight|nine))?|"
    r"(?:thir|four|fif|six|seven|eigh|nine)teen|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
)
OVER = r"(?<!take )(?<!takes )(?<!took )over"  # not: took over a month later
VAGUE = r"(?:several|(?:a )?few|many|some|(?:a )?couple(?: of)?|dozens of|hundreds of|recent)"
UNIT = (
    r"(?:seconds?|minutes?|hours?|days?|weekends?|weeks?|fortnights?|months?|quarters?|years?|decades?|century|"
    r"centuries|nights?)"
)
ORDINAL = r"(?:first|opening|second|third|fourth|1st|2nd|3rd|4th)"
PART = r"(?:morning|afternoon|evening|night)"
PARTS = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI"}
# What follows a day that is not part of a name: on the 3rd, not on the 3rd floor.
APART = (
    r"(?=\s*(?:[.,;:!?)”\"–—]|$)|\s+(?:(?:and|but|or|when|after|before|as|at|by|for|from|in|into|on|to|with|while|because|"
    r"since|until|that|which|who|he|she|it|they|the|an?|its|his|her|their|will|would|has|have|had|was|were|is|are|amid|"
    r"despite|following|through|over)\b|[-–$€£]|\d))"
)
# Counted after a number, so that it is no year: 2000 employees.
COUNTED = (
    r"(?:percent|per cent|million|billion|trillion|thousand|won(?! (?:an?|the|its|their)\b)|yuan|yen|dollars?|euros?|"
    r"employees|workers|jobs|people|units|cars|vehicles|stores|staff|shares|points|tons|tonnes|megawatts?|MW|GW|km|miles|"
    r"meters|metres|barrels|homes|customers|patients|members|rooms|beds|seats|acres|pounds|models?|positions|roles|branches|outlets|index)"
)
