"""Countries and languages by the names people write in English, Spanish and French."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from desktop.contacts.names import fold

_NAMED_IN = ("en", "es", "fr")
_COUNTRY_NICKNAMES = {
    "usa": "US",
    "u.s.": "US",
    "u.s.a.": "US",
    "eeuu": "US",
    "ee.uu.": "US",
    "ee. uu.": "US",
    "uk": "GB",
    "u.k.": "GB",
    "great britain": "GB",
    "mejico": "MX",
    "holanda": "NL",
    "holland": "NL",
    "rep. dominicana": "DO",
    "republica dominicana": "DO",
}
_LANGUAGE_NICKNAMES = {"castellano": "es", "castilian": "es"}
_TAG = re.compile(r"([a-z]{2,3})(?:[-_]([a-z]{4}))?(?:[-_]([a-z]{2}|\d{3}))?", re.IGNORECASE)


@lru_cache(maxsize=1000)
def country_code(written: str) -> str:
    """ISO 3166-1 alpha-2 of a country's code or name; empty where it is not known."""
    text = written.strip()
    names = _territories()
    if len(text) == 2 and text.upper() in names.values():
        return text.upper()
    key = fold(text)
    return _COUNTRY_NICKNAMES.get(key) or names.get(key, "")


@cache
def country_name(code: str) -> str:
    """The country's English name, where it leads back to the code; else the code."""
    from babel import Locale  # noqa: PLC0415 - lazy: its data costs start time

    name = str(Locale.parse("en").territories.get(code, code))
    return name if country_code(name) == code else code


@lru_cache(maxsize=1000)
def language_tag(written: str) -> str:
    """BCP 47 of a language's tag or name (``Español`` → ``es``, ``es_cr`` → ``es-CR``); empty where not known."""
    text = written.strip()
    key = fold(text)
    named = _LANGUAGE_NICKNAMES.get(key) or _languages().get(key)
    if named:
        return named
    match = _TAG.fullmatch(text)
    if not match or match.group(1).lower() not in _languages().values():
        return ""
    language, script, region = match.groups()
    return "-".join([language.lower(), *([script.title()] if script else []), *([region.upper()] if region else [])])


@cache
def _territories() -> dict[str, str]:
    return {name: code for name, code in _names("territories").items() if len(code) == 2 and code.isalpha()}


@cache
def _languages() -> dict[str, str]:
    return {name: code for name, code in _names("languages").items() if "_" not in code}


def _names(kind: str) -> dict[str, str]:
    from babel import Locale  # noqa: PLC0415 - lazy: its data costs start time

    found: dict[str, str] = {}
    for language in _NAMED_IN:
        for code, name in getattr(Locale.parse(language), kind).items():
            found.setdefault(fold(str(name)), str(code))
    return found
