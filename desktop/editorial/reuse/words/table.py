"""The shape of a language's table, and where the tables are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module


@dataclass(frozen=True)
class OrdinalWord:
    """An ordinal in words, one form of it: ``number`` and ``form`` (masculine ``m``, feminine ``f``, short ``s``)."""

    number: int
    form: str = ""


@dataclass(frozen=True)
class Words:
    """One language. Patterns are regular expressions without groups; lists of words are separated by blanks.

    ``months`` and ``weekdays`` hold each name with its abbreviations, the full one first. ``dates`` are patterns with
    ``{day}``, ``{month}``, ``{weekday}`` and ``{year}``; ``month_leads`` stand before a month that has no figure.
    ``ordinal_endings`` are by the last figures and form, the longest fit first (see ``editions``).
    """

    months: tuple[tuple[str, ...], ...] = ()
    weekdays: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    month_leads: str = ""
    weekday_leads: str = ""
    are_names_capital: bool = True
    times: tuple[str, ...] = ()
    relative: tuple[str, ...] = ()
    number_words: Mapping[str, int] = field(default_factory=dict)
    number_joints: str = "-"
    fractions: str = ""
    magnitudes: Mapping[str, int] = field(default_factory=dict)
    per_cent: str = "%"
    currencies_after: str = ""
    group_sign: str = ","
    decimal_sign: str = "."
    counted: str = ""
    ordinals: Mapping[str, OrdinalWord] = field(default_factory=dict)
    ordinal_endings: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    ordinal_figures: str = ""
    events: str = ""
    never_editions: str = ""
    protected: tuple[str, ...] = ()
    list_words: str = ""
    articles: str = ""
    country_words: Mapping[str, str] = field(default_factory=dict)
    demonyms: Mapping[str, str] = field(default_factory=dict)
    not_before_demonyms: tuple[str, ...] = ()
    given_names: frozenset[str] = frozenset()


#: Languages with a table of their own; another one is read for figures, addresses and places only.
LANGUAGES = ("en", "es", "fr")


@cache
def words_of(language: str) -> Words:
    """The table of a language (a BCP 47 tag); an empty one where there is none."""
    code = language.split("-", 1)[0].lower()
    if code not in LANGUAGES:
        return Words()
    table: Words = import_module(f"desktop.editorial.reuse.words.{code}").WORDS
    return table


def any_of(words: tuple[str, ...] | list[str] | Mapping[str, object]) -> str:
    """A pattern for one of some words, the longest first; never matches where there are none."""
    escaped = sorted((word.replace(".", r"\.").replace(" ", r"\s") for word in words), key=len, reverse=True)
    return "(?:" + "|".join(escaped) + ")" if escaped else "(?!)"
