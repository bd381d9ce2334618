"""Building a dateline from a place, a date and a language."""

from __future__ import annotations

from datetime import date

from desktop.editorial.gazetteer import Gazetteer
from desktop.editorial.written_values import write_date


def write_place(place: str, language: str, gazetteer: Gazetteer) -> str:
    """A place as a dateline in this language has it.

    A known city is translated and gets its country, unless the whole world knows where it is or it is called as
    its country is. A place written with its country keeps it, translated. What is not known stays as typed.
    """
    typed = " ".join(place.split()).strip(" ,")
    whole = gazetteer.find(typed)
    if whole is not None:
        return _with_country(
            whole.name(language),
            whole.country,
            language,
            gazetteer,
            is_alone=whole.stands_alone or whole.kind == "country",
        )
    city, comma, country = typed.rpartition(",")
    if not comma:
        return typed
    known = gazetteer.find(city.strip(), country.strip())
    land = gazetteer.find(country.strip())
    where = land.name(language) if land is not None and land.kind == "country" else country.strip()
    name = known.name(language) if known is not None else city.strip()
    return name if name == where else f"{name}, {where}"


def build_dateline(
    place: str,
    on: date | None,
    language: str,
    gazetteer: Gazetteer,
    *,
    with_date: bool = False,
    organisation: str = "",
    dash: str = "–",
) -> str:
    """``Managua, Nicaragua –``, ``Ginebra –``, ``Washington, D.C., 19 September 2012 (PAHO/WHO) –``.

    The date is written only ``with_date``; the result has no space after the dash. Empty where there is neither
    a place nor a date to write.
    """
    parts = [write_place(place, language, gazetteer)] if place.strip() else []
    if with_date and on is not None:
        parts.append(write_date(on, language))
    if not parts:
        return ""
    source = f" ({organisation.strip()})" if organisation.strip() else ""
    return f"{', '.join(parts)}{source} {dash}"


def _with_country(name: str, code: str, language: str, gazetteer: Gazetteer, *, is_alone: bool) -> str:
    country = gazetteer.country(code)
    if is_alone or country is None or country.name(language).casefold() == name.casefold():
        return name
    return f"{name}, {country.name(language)}"
