"""Languages and countries by name, in the interface's language."""

from __future__ import annotations

from functools import cache

from desktop.i18n import interface_language

#: Languages offered first: those of the offices that publish with this program.
COMMON_LANGUAGES = ("en", "es", "fr", "pt", "ht", "it", "de", "nl", "ar", "ru", "zh")


@cache
def _names(interface: str) -> tuple[dict[str, str], dict[str, str]]:
    from babel import Locale  # noqa: PLC0415 - lazy: its locale files cost start time

    locale = Locale(interface)
    languages = {tag: str(name) for tag, name in locale.languages.items() if len(tag) in (2, 3)}
    countries = {code: str(name) for code, name in locale.territories.items() if len(code) == 2 and code.isalpha()}
    for code in ("EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"):  # groups and placeholders, not countries
        countries.pop(code, None)
    return languages, countries


def language_name(tag: str) -> str:
    """A BCP 47 tag in words (``es`` → Spanish, ``es-MX`` → Spanish (MX)); the tag itself where it is unknown."""
    primary, _hyphen, rest = tag.replace("_", "-").partition("-")
    found = _names(interface_language())[0].get(primary.lower())
    if found is None:
        return tag
    name = found[:1].upper() + found[1:]
    return f"{name} ({rest})" if rest else name


def country_name(code: str) -> str:
    """An ISO 3166-1 alpha-2 code in words; the code itself where it is unknown."""
    return _names(interface_language())[1].get(code.upper(), code)


def countries() -> tuple[tuple[str, str], ...]:
    """All countries as ``(code, name)``, by name."""
    return tuple(sorted(_names(interface_language())[1].items(), key=lambda pair: pair[1].casefold()))


def languages() -> tuple[tuple[str, str], ...]:
    """All languages as ``(tag, name)``: the common ones first, then by name."""
    names = _names(interface_language())[0]
    rest = sorted((tag for tag in names if len(tag) == 2 and tag not in COMMON_LANGUAGES), key=names.__getitem__)
    return tuple((tag, language_name(tag)) for tag in (*COMMON_LANGUAGES, *rest))


def country_code(typed: str) -> str | None:
    """The code of what was typed, a code or a name in the interface's language; ``None`` where it is neither."""
    wanted = typed.strip()
    if not wanted:
        return ""
    known = _names(interface_language())[1]
    if wanted.upper() in known:
        return wanted.upper()
    return next((code for code, name in known.items() if name.casefold() == wanted.casefold()), None)
