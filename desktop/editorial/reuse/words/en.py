"""English."""

# ruff: noqa: SIM905 - a line of words is read and corrected more easily than a list of quoted ones

from __future__ import annotations

from desktop.editorial.reuse.words.table import OrdinalWord, Words

_UNITS = "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth"
)
_TENTHS = "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth"


def _ordinals() -> dict[str, OrdinalWord]:
    found = {word: OrdinalWord(number) for number, word in enumerate(_ORDINALS.split(), 1)}
    for ten, (word, tenth) in enumerate(zip(_TENS.split(), _TENTHS.split(), strict=True), 2):
        found[tenth] = OrdinalWord(ten * 10)
        for unit, ending in enumerate(_ORDINALS.split()[:9], 1):
            found[f"{word}-{ending}"] = OrdinalWord(ten * 10 + unit)
    found["hundredth"] = OrdinalWord(100)
    return found


_DAY = r"(?:the\s)?{day}(?:st|nd|rd|th)?"
_UNTIL = r"\s?(?:–|—|-|to|until|through)\s?"
_RANGE = r"\s?(?:–|—|-|to|and|until|through)\s?"
_UNIT = "(?:week|weekend|month|year|quarter|semester|decade|spring|summer|autumn|fall|winter|morning|afternoon|evening|night)"

WORDS = Words(
    months=tuple(
        tuple(each.split())
        for each in (
            "January Jan",
            "February Feb",
            "March Mar",
            "April Apr",
            "May",
            "June Jun",
            "July Jul",
            "August Aug",
            "September Sept Sep",
            "October Oct",
            "November Nov",
            "December Dec",
        )
    ),
    weekdays=tuple("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()),
    dates=(
        rf"(?:{{weekday}},?\s)?{_DAY}\s(?:of\s)?{{month}}(?:,?\s{{year}})?{_UNTIL}{_DAY}\s(?:of\s)?{{month}}(?:,?\s{{year}})?",
        rf"(?:{{weekday}},?\s)?{_DAY}(?:{_RANGE}{_DAY})?\s(?:of\s)?{{month}}(?:,?\s{{year}})?",
        rf"(?:{{weekday}},?\s)?{{month}}\s{_DAY}{_UNTIL}{{month}}\s{_DAY}(?:,?\s{{year}})?",
        rf"(?:{{weekday}},?\s)?{{month}}\s{_DAY}(?:{_RANGE}{_DAY})?(?:,?\s{{year}})?",
        r"{month},?\s(?:of\s)?{year}",
    ),
    month_leads=r"in|since|until|till|by|from|during|early|late|mid|mid-|before|after|of\slast|end\sof|beginning\sof|middle\sof|for|to|and|through",
    weekday_leads="",
    times=(
        r"\d{1,2}(?:[:.]\d{2})?\s?(?:a\.m\.|p\.m\.|am\b|pm\b)",
        r"\d{1,2}:\d{2}(?:\s?(?:hours|hrs|h)\b)?",
    ),
    relative=(
        rf"(?:(?:earlier|later)\s)?(?:this|last|next|the\s(?:past|coming|previous))\s(?:{_UNIT}|{{weekday}}|{{month}})",
        r"(?:earlier|later)\stoday",
        r"today|yesterday|tomorrow|tonight",
        r"(?:a|an|\d+|two|three|four|five|six|seven|eight|nine|ten)\s(?:days?|weeks?|months?|years?)\sago",
    ),
    number_words={word: number for number, word in enumerate(_UNITS.split(), 2)}
    | {word: 10 * number for number, word in enumerate(_TENS.split(), 2)},
    number_joints="-",
    fractions=r"[-\s](?:thirds?|quarters?|fifths?|halves|half|tenths?)",
    magnitudes={"hundred": 10**2, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12},
    per_cent=r"%|per\scent|percent|percentage\spoints",
    currencies_after=r"(?:US\s|U\.S\.\s)?dollars|euros|pounds|Swiss\sfrancs|lempiras|quetzales|córdobas|colones|pesos",
    counted="people persons migrants refugees families children women men cases households countries",
    ordinals=_ordinals(),
    ordinal_endings={
        "11": {"": "th"},
        "12": {"": "th"},
        "13": {"": "th"},
        "1": {"": "st"},
        "2": {"": "nd"},
        "3": {"": "rd"},
        "": {"": "th"},
    },
    ordinal_figures="st|nd|rd|th",
    events=(
        "meeting conference session edition summit forum congress anniversary assembly festival round workshop dialogue "
        "consultation seminar symposium plenary convention council gathering colloquium fair award awards review conclave"
    ),
    never_editions="century centuries floor grade avenue street",
    protected=(
        (
            r"(?:Articles?|Art\.|Sections?|Sec\.|[Pp]aragraphs?|[Pp]aras?\.|Chapters?|Annex(?:es)?|Nos?\.|Number|Resolutions?|Goals?|"
            r"SDGs?|Targets?|Conventions?|Protocols?|Decrees?|Laws?|Acts?|[Pp]ages?|pp?\.|Rooms?|Suite|Floor|Figures?|Tables?|Phase|"
            r"Route|Highway|Title|Part|Volume|Vol\.|Category|Type|Level|Zone|Pillar|Step|Objective|Version|World\sWar|Block|Gate|"
            r"Hall|Building)\s(?:No\.?\s?)?(?:\d[\d./-]*|[IVXLC]+\b)(?:\s(?:and|to|or)\s\d[\d./-]*)?"
        ),
        r"2030\sAgenda|Agenda\s(?:2030|2063)|(?:24/7|9/11)",
    ),
    list_words="and|or|as well as",
    articles="the",
    country_words={
        "U.S.": "US",
        "US": "US",
        "USA": "US",
        "U.S.A.": "US",
        "UK": "GB",
        "U.K.": "GB",
        "United States": "US",
    },
    demonyms=dict(
        pair.replace("_", " ").rsplit(":", 1)
        for pair in (
            "Nicaraguan:NI Honduran:HN Guatemalan:GT Salvadoran:SV Salvadorean:SV Costa_Rican:CR Panamanian:PA Belizean:BZ Mexican:MX "
            "Canadian:CA American:US Dominican:DO Haitian:HT Cuban:CU Colombian:CO Venezuelan:VE Ecuadorian:EC Ecuadorean:EC "
            "Peruvian:PE Bolivian:BO Chilean:CL Argentine:AR Argentinian:AR Uruguayan:UY Paraguayan:PY Brazilian:BR Spanish:ES "
            "French:FR German:DE Italian:IT Swiss:CH British:GB Portuguese:PT Moroccan:MA Libyan:LY Syrian:SY Iraqi:IQ Afghan:AF "
            "Ukrainian:UA Russian:RU Turkish:TR Ethiopian:ET Somali:SO Sudanese:SD Nigerian:NG Kenyan:KE Bangladeshi:BD "
            "Filipino:PH Indonesian:ID Chinese:CN Japanese:JP Indian:IN Pakistani:PK Yemeni:YE Lebanese:LB Jordanian:JO Egyptian:EG"
        ).split()
    ),
    not_before_demonyms=("North", "South", "Central", "Latin", "Pan"),
    given_names=frozenset(
        (
            "James John Robert Michael William David Richard Joseph Thomas Charles Christopher Daniel Matthew Anthony Mark Donald "
            "Steven Paul Andrew Joshua Kenneth Kevin Brian George Edward Ronald Timothy Jason Jeffrey Ryan Jacob Gary Nicholas Eric "
            "Jonathan Stephen Larry Justin Scott Brandon Benjamin Samuel Gregory Frank Alexander Patrick Raymond Jack Dennis Peter "
            "Oliver Henry Simon Martin Philip Alan Ian Colin Graham Hugh Mary Patricia Jennifer Linda Elizabeth Barbara Susan Jessica "
            "Sarah Karen Lisa Nancy Betty Sandra Margaret Ashley Kimberly Emily Donna Michelle Carol Amanda Melissa Deborah Stephanie "
            "Rebecca Laura Helen Sharon Cynthia Kathleen Amy Anna Ruth Brenda Pamela Nicole Katherine Samantha Christine Emma "
            "Catherine Rachel Carolyn Janet Maria Heather Diane Julie Joyce Joan Evelyn Alice Jean Grace Amira Ahmed Mohamed Mohammed "
            "Fatima Ali Hassan Ibrahim Omar Yusuf Aisha Kofi Ban António Juan José Luis Carlos Ana María Jorge Miguel Pedro Antonio "
            "Francisco Manuel Javier Fernando Rafael Roberto Ricardo Eduardo Alejandro Andrés Diego Salvador Marta Rosa Carmen Lucía "
            "Elena Isabel Sofía Gabriela Claudia Verónica Mónica Silvia Beatriz Marcelo Óscar Raúl Sergio Julio Víctor Hugo Alberto"
        ).split()
    ),
)
