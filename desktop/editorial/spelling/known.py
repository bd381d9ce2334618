"""Words taken out of lists that the office has anyway: terms, places, people, outlets."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from desktop.editorial.gazetteer import Gazetteer
from desktop.editorial.spelling.words import find_words

Terms = dict[str, frozenset[str]]

#: Short forms of contact blocks and page references that dictionaries lack.
SHORT_FORMS: Terms = {
    "en": frozenset({"tel", "ext", "fax", "mob", "para", "paras", "cf"}),
    "es": frozenset(
        {"tel", "tels", "ext", "fax", "núm", "núms", "párr", "párrs", "pág", "págs", "art", "arts", "cel", "dpto"}
    ),
    "fr": frozenset({"tél", "poste", "fax", "art", "par", "av", "bd", "cf"}),
}


def name_words(names: Iterable[str]) -> frozenset[str]:
    """The capitalised words of names; particles and other small words are left to the dictionary."""
    found: set[str] = set()
    for name in names:
        for word in find_words(name):
            found.update(each.text for each in (word, *word.parts) if each.text[:1].isupper())
    return frozenset(found)


def place_words(gazetteer: Gazetteer) -> frozenset[str]:
    """The words of all place names, in all languages."""
    return name_words(name for place in gazetteer.places for name in place.names)


def parse_terms(text: str) -> Terms:
    """The words of a bilingual glossary in CSV, by language: every column whose head is a language of two letters.

    The short forms of contact blocks come along.
    """
    rows = csv.DictReader(io.StringIO(text.removeprefix("\ufeff")))
    columns = [name for name in rows.fieldnames or () if len(name) == 2]
    found: dict[str, set[str]] = {name: set(SHORT_FORMS.get(name, ())) for name in {*columns, *SHORT_FORMS}}
    for row in rows:
        for name in columns:
            for word in find_words(row.get(name) or ""):
                found[name].update(each.text for each in (word, *word.parts))
    return {name: frozenset(words) for name, words in found.items()}


def term_words(terms: Iterable[tuple[str, str]]) -> Terms:
    """The words of a termbase's terms, given as ``(language, term)``, by language without its region."""
    found: dict[str, set[str]] = {}
    for language, text in terms:
        for word in find_words(text):
            mine = found.setdefault(language.split("-", 1)[0].lower(), set())
            mine.update(each.text for each in (word, *word.parts))
    return {language: frozenset(words) for language, words in found.items()}


def joined_terms(one: Terms, other: Terms) -> Terms:
    """The words of both."""
    nothing: frozenset[str] = frozenset()
    return {language: one.get(language, nothing) | other.get(language, nothing) for language in {*one, *other}}
