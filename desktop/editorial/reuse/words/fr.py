"""French."""

# ruff: noqa: SIM905 - a line of words is read and corrected more easily than a list of quoted ones

from __future__ import annotations

from desktop.editorial.reuse.words.table import OrdinalWord, Words

_SMALL = "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf vingt"
_TENS = {30: "trente", 40: "quarante", 50: "cinquante", 60: "soixante"}
_ORDINALS = (
    "deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième onzième douzième treizième quatorzième "
    "quinzième seizième dix-septième dix-huitième dix-neuvième vingtième"
)


def _ordinals() -> dict[str, OrdinalWord]:
    found = {word: OrdinalWord(number) for number, word in enumerate(_ORDINALS.split(), 2)}
    found |= {"premier": OrdinalWord(1, "m"), "première": OrdinalWord(1, "f")}
    found |= {"second": OrdinalWord(2, "m"), "seconde": OrdinalWord(2, "f")}
    for ten, word in {20: "vingt", **_TENS}.items():
        if ten > 20:
            found[f"{word.removesuffix('e')}ième"] = OrdinalWord(ten)
        found[f"{word} et unième"] = OrdinalWord(ten + 1)
        for unit, ending in enumerate(_ORDINALS.split()[:8], 2):
            found[f"{word}-{ending}"] = OrdinalWord(ten + unit)
    return found


_DAY = r"(?:le\s)?{day}(?:er)?"

WORDS = Words(
    months=tuple(
        tuple(each.split())
        for each in (
            "janvier janv",
            "février févr",
            "mars",
            "avril",
            "mai",
            "juin",
            "juillet juil",
            "août",
            "septembre sept",
            "octobre oct",
            "novembre nov",
            "décembre déc",
        )
    ),
    weekdays=tuple("lundi mardi mercredi jeudi vendredi samedi dimanche".split()),
    dates=(
        rf"(?:{{weekday}}\s)?{_DAY}\s{{month}}(?:\s{{year}})?\s(?:au|et)\s{_DAY}\s{{month}}(?:\s{{year}})?",
        rf"(?:{{weekday}}\s)?{_DAY}(?:\s?(?:–|-|au|et)\s?{_DAY})?\s{{month}}(?:\s{{year}})?",
        r"{month}\s{year}",
    ),
    month_leads=r"en|depuis|fin|début|mi-|dès|pour|de|d[’']",
    weekday_leads=r"le|ce|du|au|dès",
    are_names_capital=False,
    times=(r"\d{1,2}\s?(?:h|heures)(?:\s?\d{2})?\b", r"\d{1,2}:\d{2}"),
    relative=(
        r"cette\s(?:semaine|année|nuit)|ce\s(?:mois|matin|soir|week-end|trimestre)(?:-ci)?",
        r"(?:la\s|le\s|l[’'])(?:semaine|mois|année|week-end)\s(?:dernière|dernier|prochaine|prochain)",
        r"aujourd[’']hui|hier|demain",
        r"il\sy\sa\s(?:\d+|une?|deux|trois|quatre|cinq|six)\s(?:jours?|semaines?|mois|ans?)",
    ),
    number_words={word: number for number, word in enumerate(_SMALL.split(), 2)}
    | {word: number for number, word in _TENS.items()},
    number_joints=r"-|\set\s",
    fractions=r"\s(?:tiers|cinquièmes|dixièmes|quarts)",
    magnitudes={"mille": 10**3, "million": 10**6, "millions": 10**6, "milliard": 10**9, "milliards": 10**9},
    per_cent=r"%|pour\scent",
    currencies_after=r"(?:de\s|d[’'])?(?:dollars|euros|francs\ssuisses)",
    group_sign="\u202f",
    decimal_sign=",",
    counted="personnes migrants réfugiés familles enfants femmes hommes cas ménages pays",
    ordinals=_ordinals(),
    ordinal_endings={"": {"": "e"}},
    ordinal_figures="ème|e|er|ère",
    events=(
        "réunion conférence session édition sommet forum congrès anniversaire assemblée festival atelier dialogue consultation "
        "séminaire symposium plénière convention conseil rencontre colloque"
    ),
    never_editions="siècle siècles étage",
    protected=(
        (
            r"(?:[Aa]rticles?|[Aa]rt\.|[Pp]aragraphes?|[Cc]hapitres?|[Aa]nnexes?|[Nn][º°]|[Rr]ésolutions?|[Oo]bjectifs?|ODD|[Cc]onventions?|"
            r"[Pp]rotocoles?|[Dd]écrets?|[Ll]ois?|[Pp]ages?|pp?\.|[Ss]alle|[Ff]igures?|[Tt]ableaux?|[Pp]hase|Guerre\smondiale)\s"
            r"(?:[Nn][º°]\s?)?(?:\d[\d./-]*|[IVXLC]+\b)"
        ),
        r"(?:Programme|Agenda)\s(?:2030|2063)",
    ),
    list_words="et|ou",
    articles="la|le|les|l[’']",
    country_words={"États-Unis": "US"},
    given_names=frozenset(
        "Jean Pierre Michel André Philippe Jacques François Marie Anne Catherine Nathalie Isabelle Sophie Claire Paul Louis".split()
    ),
)
