"""The shape of a language's table, and where the tables are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module

from desktop.translation.language_forms import primary


@dataclass(frozen=True)
class TermWords:
    """One language. All words are small and as people write them; what is not given plays no part.

    ``stemmer`` is Snowball's name of it. Two words with one stem are forms of one term where what stands behind their
    common beginning is in ``nominal`` (or ``verbal``, for terms that are verbs): Snowball alone takes *organs* for
    *organization*. ``skipped`` are articles that a text puts in or leaves out; ``contracted`` says which word a
    contraction begins with; ``irregular`` maps a form to the one that stands in termbases; ``respelled`` are endings
    that are written in two ways; ``infinitives`` the endings by which a verb is known. ``kept_letters`` are never
    folded. ``shouted`` are acronyms that are also ordinary words: in a text of capitals only they are not acronyms.
    """

    stemmer: str = ""
    nominal: frozenset[str] = frozenset()
    verbal: frozenset[str] = frozenset()
    skipped: frozenset[str] = frozenset()
    contracted: Mapping[str, str] = field(default_factory=dict)
    irregular: Mapping[str, str] = field(default_factory=dict)
    respelled: tuple[tuple[str, str], ...] = ()
    infinitives: tuple[str, ...] = ()
    kept_letters: str = ""
    shouted: frozenset[str] = frozenset()


#: Languages with a table of their own; in another one terms are found as they are written, case and accents apart.
LANGUAGES = ("en", "es", "fr")


@cache
def words_of(language: str) -> TermWords:
    """The table of a language (a BCP 47 tag); an empty one where there is none."""
    code = primary(language)
    if code not in LANGUAGES:
        return TermWords()
    table: TermWords = import_module(f"desktop.translation.terms.words.{code}").WORDS
    return table
