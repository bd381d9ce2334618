"""How languages write numbers: separators, number words, months, weekdays, ordinals. Data only.

Another language is another entry in each table. A language without entries still works: its numbers are
looked for as plain figures. Sources: CLDR 44 (separators, months, weekdays), RAE *Ortografía* §8 (both
decimal signs are in use in Spanish: the comma in Spain and South America, the point in Mexico and Central
America).
"""

# ruff: noqa: SIM905 - a line of words is read and corrected more easily than a list of quoted ones

from __future__ import annotations

#: (grouping sign, decimal sign) in the order in which they are tried; the first is written where nothing
#: in the text shows another.
SEPARATORS: dict[str, tuple[tuple[str, str], ...]] = {
    "en": ((",", "."),),
    "es": ((".", ","), ("\u00a0", ","), ("\u202f", ","), (",", ".")),
    "fr": (("\u202f", ","), ("\u00a0", ","), (" ", ","), (".", ",")),
    "": ((",", "."), (".", ","), ("\u00a0", ","), ("\u202f", ",")),
}

#: Number words by value. Words that change with what they count (one, un, una) are left out on purpose.
NUMBER_WORDS: dict[str, dict[int, str]] = {
    "en": dict(
        enumerate(
            "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
            " seventeen eighteen nineteen twenty".split(),
            2,
        )
    )
    | {30: "thirty", 40: "forty", 50: "fifty", 60: "sixty", 70: "seventy", 80: "eighty", 90: "ninety"},
    "es": dict(
        enumerate(
            "dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis"
            " diecisiete dieciocho diecinueve veinte".split(),
            2,
        )
    )
    | {30: "treinta", 40: "cuarenta", 50: "cincuenta", 60: "sesenta", 70: "setenta", 80: "ochenta", 90: "noventa"},
    "fr": dict(
        enumerate(
            "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept"
            " dix-huit dix-neuf vingt".split(),
            2,
        )
    )
    | {30: "trente", 40: "quarante", 50: "cinquante", 60: "soixante"},
}

#: Between the tens and the units of a number in words.
WORD_JOINTS: tuple[str, ...] = ("-", " y ", " ")

MONTHS: dict[str, tuple[str, ...]] = {
    "en": tuple("January February March April May June July August September October November December".split()),
    "es": tuple("enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split()),
    "fr": tuple("janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()),
}

WEEKDAYS: dict[str, tuple[str, ...]] = {
    "en": tuple("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()),
    "es": tuple("lunes martes miércoles jueves viernes sábado domingo".split()),
    "fr": tuple("lundi mardi mercredi jeudi vendredi samedi dimanche".split()),
}

#: Ordinal endings by the last figures, the longest fit first; for languages whose ending follows the figure.
ORDINAL_ENDINGS: dict[str, dict[str, str]] = {
    "en": {"11": "th", "12": "th", "13": "th", "1": "st", "2": "nd", "3": "rd", "": "th"},
}

#: Endings that fit some figures only, in languages without an entry above: such a change is left to a person.
IRREGULAR_ENDINGS: frozenset[str] = frozenset({"er", "ère", "re"})


def primary(language: str) -> str:
    """The primary subtag of a BCP 47 tag."""
    return language.split("-", 1)[0].lower()


def separators(language: str) -> tuple[tuple[str, str], ...]:
    """The ways in which a language writes figures."""
    return SEPARATORS.get(primary(language), SEPARATORS[""])
