"""Places and what they are called in each language."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field

from desktop.domain.errors import BadInputError
from desktop.i18n import _

LANGUAGES = ("en", "es", "fr")
_SIGNS = str.maketrans("", "", ".,")
_APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'", "-": " "})


@dataclass(frozen=True, slots=True)
class Place:
    """A country, a capital or another city.

    ``names`` are in the order of :data:`LANGUAGES`; ``country`` is ISO 3166-1 alpha-2; ``kind`` is ``country``,
    ``capital`` or ``city``; ``stands_alone`` says that a dateline names the city without its country.
    """

    names: tuple[str, ...]
    country: str
    kind: str
    stands_alone: bool = False

    def name(self, language: str) -> str:
        """The place's name in a language; the English one where it has none."""
        short = language.split("-", 1)[0]
        return self.names[LANGUAGES.index(short)] if short in LANGUAGES else self.names[0]


@dataclass(frozen=True)
class Gazetteer:
    """Looks places up by a name in any language, with or without accents."""

    places: tuple[Place, ...]
    _by_name: dict[str, tuple[Place, ...]] = field(init=False, repr=False, compare=False)
    _countries: dict[str, Place] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        by_name: dict[str, list[Place]] = {}
        for place in self.places:
            for name in dict.fromkeys(_folded(name) for name in place.names):
                by_name.setdefault(name, []).append(place)
        object.__setattr__(self, "_by_name", {name: tuple(found) for name, found in by_name.items()})
        object.__setattr__(self, "_countries", {p.country: p for p in self.places if p.kind == "country"})

    def find(self, name: str, country: str = "") -> Place | None:
        """The place called so in any language; ``country`` (a name or a code) chooses among namesakes.

        A name written with its accents goes before one that only folds to it, and a country before a city.
        """
        found = self._by_name.get(_folded(name), ())
        if country:
            code = self._code(country)
            found = tuple(place for place in found if place.country == code)
        exact = [place for place in found if name.casefold() in (each.casefold() for each in place.names)]
        chosen = exact or list(found)
        countries = [place for place in chosen if place.kind == "country"]
        return next(iter(countries or chosen), None)

    def country(self, code: str) -> Place | None:
        """The country with this code."""
        return self._countries.get(code.upper())

    def names(self, language: str) -> tuple[str, ...]:
        """Every city's and country's name in a language, in alphabetical order, for completion."""
        return tuple(sorted({place.name(language) for place in self.places}, key=_folded))

    def _code(self, country: str) -> str:
        if country.upper() in self._countries:
            return country.upper()
        found = (place for place in self._by_name.get(_folded(country), ()) if place.kind == "country")
        return next((place.country for place in found), "")


def parse_gazetteer(text: str) -> Gazetteer:
    """A gazetteer from CSV with the columns ``en, es, fr, country, kind, alone``.

    Raises :class:`BadInputError` where a column is missing or a row has no English name or no country.
    """
    rows = csv.DictReader(io.StringIO(text.removeprefix("\ufeff")))
    missing = [name for name in (*LANGUAGES, "country", "kind", "alone") if name not in (rows.fieldnames or ())]
    if missing:
        raise BadInputError(_("The list of places lacks the column {name}.").format(name=", ".join(missing)))
    return Gazetteer(tuple(_places(rows)))


def _places(rows: Iterable[dict[str, str]]) -> Iterable[Place]:
    for number, row in enumerate(rows, 2):
        values = {name: (value or "").strip() for name, value in row.items() if isinstance(name, str)}
        if not values["en"] or len(values["country"]) != 2:
            message = _("Line {number} of the list of places has no English name or no country code.")
            raise BadInputError(message.format(number=number))
        names = tuple(values[language] or values["en"] for language in LANGUAGES)
        yield Place(names, values["country"].upper(), values["kind"] or "city", bool(values["alone"]))


def _folded(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.casefold().translate(_APOSTROPHES))
    return " ".join("".join(sign for sign in plain if not unicodedata.combining(sign)).translate(_SIGNS).split())
