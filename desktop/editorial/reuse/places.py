"""Places: names that the gazetteer knows, a city with its country, lists of countries, words for their people."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from desktop.domain.document import Block, BlockKind
from desktop.editorial.dateline_reading import read_dateline_line
from desktop.editorial.gazetteer import Gazetteer, Place
from desktop.editorial.reuse.found import Candidate, GapKind, Reading
from desktop.editorial.reuse.words.table import Words, words_of

#: Cities that are as often a person's name or another word: not taken beside another capital word.
_ALSO_NAMES = frozenset(
    [
        "David",
        "Victoria",
        "Santiago",
        "Rosario",
        "Sofia",
        "Sofía",
        "Kingston",
        "Colón",
        "Córdoba",
        "Granada",
        "Santa",
        "León",
        "Cuenca",
        "Paris",
        "Milan",
        "Sydney",
        "Jordan",
        "Georgia",
        "Israel",
        "Chad",
        "Cali",
        "Limón",
        "Liberia",
        "Male",
        "Nice",
        "Chile",
        "Bern",
        "Riga",
        "Lima",
        "Roma",
        "Rome",
        "Praia",
        "Sucre",
        "Darién",
        "Arica",
        "Barcelona",
    ]
)
_LIST = 3
_Named = dict[str, Place]


@lru_cache(maxsize=8)
def _names(gazetteer: Gazetteer, language: str) -> tuple[re.Pattern[str], _Named]:
    words = words_of(language)
    named: _Named = {}
    for place in gazetteer.places:
        own = place.name(language)
        for name in dict.fromkeys((own, own.replace("’", "'"), own.removeprefix("La ").removeprefix("El "))):
            if name == own or name not in ("Haya", "Paz", "Unión", "Cairo", "Salvador", "Paso", "Habana", "Ceiba"):
                named.setdefault(name, place)
    for name, code in words.country_words.items():
        country = gazetteer.country(code)
        if country is not None:
            named.setdefault(name, country)
    found = sorted((re.escape(name).replace(r"\ ", r"\s") for name in named), key=len, reverse=True)
    return re.compile(r"(?<![\w’'-])(?:" + "|".join(found) + r")(?![\w-]|[’'](?!s\b)\w)"), named


@lru_cache(maxsize=8)
def _demonyms(language: str) -> re.Pattern[str]:
    words = words_of(language)
    if not words.demonyms:
        return re.compile("(?!)")
    regions = "".join(rf"(?<!{each}\s)" for each in words.not_before_demonyms)
    people = "|".join(sorted(map(re.escape, words.demonyms), key=len, reverse=True))
    return re.compile(rf"(?<![\w-]){regions}(?:{people})s?(?![\w-])")


def find_places(block: Block, reading: Reading) -> Iterator[Candidate]:
    """Three or more places in a row are one list; a city with its country is the city."""
    text = block.text.text
    pattern, named = reading.once("places", lambda each: _names(each.gazetteer, each.language))
    found = [
        (match.start(), match.end(), place)
        for match in pattern.finditer(text)
        if (place := named.get(" ".join(match.group().split()))) and not _is_a_name(text, match)
    ]
    if block.kind is BlockKind.DATELINE and not found:
        yield from _unknown_dateline(text)
    yield from _grouped(text, found, reading)
    for match in _demonyms(reading.language).finditer(text):
        code = reading.words.demonyms.get(match.group()) or reading.words.demonyms.get(match.group()[:-1], "")
        country = reading.gazetteer.country(code)
        if country is not None:
            yield Candidate(*match.span(), GapKind.PLACE, f"of {country.names[0]}", match.group().casefold())


def _unknown_dateline(text: str) -> Iterator[Candidate]:
    """The place of a dateline that the gazetteer does not know."""
    read = read_dateline_line(text)
    at = text.find(read.place) if read and read.place else -1
    if read and at >= 0:
        yield Candidate(at, at + len(read.place), GapKind.PLACE, read.place, read.place.casefold())


def _grouped(text: str, found: list[tuple[int, int, Place]], reading: Reading) -> Iterator[Candidate]:
    at = 0
    while at < len(found):
        run = [found[at]]
        while at + len(run) < len(found) and _is_joint(text[run[-1][1] : found[at + len(run)][0]], reading.words):
            run.append(found[at + len(run)])
        at += len(run)
        if len(run) > _LIST or (len(run) == _LIST and not _is_city_and_country(text, run[0], run[1])):
            value = "+".join(sorted(place.names[0] for _, _, place in run))
            yield Candidate(run[0][0], run[-1][1], GapKind.PLACE, value, value)
            continue
        yield from _single(text, run)


def _single(text: str, run: list[tuple[int, int, Place]]) -> Iterator[Candidate]:
    place = 0
    while place < len(run):
        start, end, here = run[place]
        if place + 1 < len(run) and _is_city_and_country(text, run[place], run[place + 1]):
            end = run[place + 1][1]
            place += 1
        place += 1
        yield Candidate(start, end, GapKind.PLACE, here.names[0], here.names[0])


def _is_city_and_country(text: str, one: tuple[int, int, Place], two: tuple[int, int, Place]) -> bool:
    between = text[one[1] : two[0]]
    is_inside = one[2].kind != "country" and two[2].kind == "country" and one[2].country == two[2].country
    return is_inside and between in (", ", " (")


def _is_joint(between: str, words: Words) -> bool:
    articles = rf"(?:(?:{words.articles})\s?)?" if words.articles else ""
    joints = rf"(?:{words.list_words.replace(' ', chr(92) + 's')})" if words.list_words else "(?!)"
    return (
        re.fullmatch(rf",?\s?(?:{joints}\s)?{articles}", between, re.IGNORECASE) is not None and between.strip() != ""
    )


def _is_a_name(text: str, match: re.Match[str]) -> bool:
    """Whether an ambiguous word stands right beside another capital word, as names of people do."""
    if match.group().split()[0] not in _ALSO_NAMES:
        return False
    after = re.match(r"\s[A-ZÁÉÍÓÚÑ][\w’-]+", text[match.end() : match.end() + 30])
    before = re.search(r"[A-ZÁÉÍÓÚÑ][\w’.-]*\s$", text[max(0, match.start() - 30) : match.start()])
    return after is not None or before is not None
