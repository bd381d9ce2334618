"""Countries and languages of conditions: from how a person writes them to codes, and back to words."""

from __future__ import annotations

import re
from functools import cache

from desktop.contacts.names import fold
from desktop.i18n import interface_language

_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def country_words(code: str) -> str:
    """A country by name in the interface's language; the code itself where it is unknown."""
    return _names(interface_language())[0].get(code.upper(), code)


def language_words(tag: str) -> str:
    """A language by name in the interface's language; the tag itself where it is unknown."""
    primary, _hyphen, rest = tag.partition("-")
    found = _names(interface_language())[1].get(primary.lower())
    return tag if found is None else f"{found} ({rest})" if rest else found


def country_of(written: str) -> str | None:
    """The code of a country written as a code or by name, in English or the interface's language; else ``None``."""
    if written.upper() in _names("en")[0]:
        return written.upper()
    return _by_name(written, 0)


def language_of(written: str) -> str | None:
    """The tag of a language written as a tag or by name, in English or the interface's language; else ``None``."""
    tag = written.replace("_", "-")
    primary = tag.partition("-")[0].lower()
    if _TAG.fullmatch(tag) and primary in _names("en")[1]:
        return "-".join([primary, *(_part(each) for each in tag.split("-")[1:])])
    return _by_name(written, 1)


def _part(written: str) -> str:
    return written.title() if len(written) == 4 else written.upper()


def _by_name(written: str, which: int) -> str | None:
    wanted = fold(written)
    for interface in dict.fromkeys((interface_language(), "en")):
        for code, name in _names(interface)[which].items():
            if fold(name) == wanted:
                return code
    return None


@cache
def _names(interface: str) -> tuple[dict[str, str], dict[str, str]]:
    from babel import Locale  # noqa: PLC0415 - lazy: its locale files cost start time

    locale = Locale(interface)
    countries = {code: str(name) for code, name in locale.territories.items() if len(code) == 2 and code.isalpha()}
    languages = {tag: str(name) for tag, name in locale.languages.items() if len(tag) in (2, 3)}
    return countries, languages
