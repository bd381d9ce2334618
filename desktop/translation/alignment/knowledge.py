"""What is known about two languages before a text is read: words that translate each other, terms, acronyms, places.

A table has one column per language, its head the language's code; a cell holds forms apart by blanks. A form of at
least four letters fits every word that begins with it (``trabaj``: trabajo, trabajaron); one with ``=`` behind it,
and a shorter one, fits only itself.
"""

from __future__ import annotations

import csv
import io
import re
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import lru_cache

from desktop.translation.language_forms import primary

_WORD = re.compile(r"[^\W\d_]+")
_SHORT_IN_BRACKETS = re.compile(r"\(([A-Z][A-Z/.]{1,9})\)")
#: A stem and a word may differ by as many letters at the end.
_LONGEST_ENDING = 6


@lru_cache(maxsize=32_768)
def plain(word: str) -> str:
    """A word in small letters without accents."""
    bare = unicodedata.normalize("NFD", word.casefold())
    return "".join(letter for letter in bare if not unicodedata.combining(letter))


@dataclass(frozen=True)
class WordTable:
    """Forms of one language → the rows of the table in which they stand."""

    whole: Mapping[str, frozenset[int]]
    stems: Mapping[str, frozenset[int]]

    def rows(self, word: str) -> frozenset[int]:
        """The rows that a word (as :func:`plain` gives it) belongs to."""
        found = set(self.whole.get(word, ()))
        for end in range(max(4, len(word) - _LONGEST_ENDING), len(word) + 1):
            found |= self.stems.get(word[:end], frozenset())
        return frozenset(found)


_EMPTY_TABLE = WordTable({}, {})


@dataclass(frozen=True)
class Knowledge:
    """Tables by language; a language without an entry is known by its numbers, names and likeness alone.

    ``phrases``: by language, a term's words → numbers of the terms it names; the same number in another language is
    its translation. ``small``: words that say nothing. ``scales``: words that multiply a figure.
    ``called``: what the names of files call a language.
    """

    tables: Mapping[str, WordTable] = field(default_factory=dict)
    phrases: Mapping[str, Mapping[tuple[str, ...], frozenset[int]]] = field(default_factory=dict)
    small: Mapping[str, frozenset[str]] = field(default_factory=dict)
    scales: Mapping[str, Mapping[str, Decimal]] = field(default_factory=dict)
    called: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def table(self, language: str) -> WordTable:
        """The words of a language."""
        return self.tables.get(primary(language), _EMPTY_TABLE)

    def terms(self, language: str) -> Mapping[tuple[str, ...], frozenset[int]]:
        """The terms of a language by their words."""
        return self.phrases.get(primary(language), {})

    def with_terms(self, rows: Iterable[Mapping[str, str]]) -> Knowledge:
        """The same with more terms: each row one concept, language → how it is called there."""
        phrases = {language: dict(terms) for language, terms in self.phrases.items()}
        number = max((n for terms in phrases.values() for numbers in terms.values() for n in numbers), default=0)
        for row in rows:
            number = _add_term(phrases, row, number)
        return replace(self, phrases=phrases)


def read_knowledge(lexicon: str, words: str, terms: Sequence[Mapping[str, str]] = ()) -> Knowledge:
    """Knowledge from the text of ``lexicon.csv`` and ``words.toml``, and terms by language."""
    rows = list(csv.DictReader(io.StringIO(lexicon)))
    languages = [name for name in (rows[0] if rows else {}) if name]
    data = tomllib.loads(words)
    small = {code: frozenset(plain(w) for w in entry.get("small", "").split()) for code, entry in data.items()}
    scales = {
        code: {plain(word): Decimal(value) for word, value in entry.get("scales", {}).items()}
        for code, entry in data.items()
    }
    tables = {language: _table([row.get(language) or "" for row in rows]) for language in languages}
    called = {code: frozenset(plain(w) for w in entry.get("called", "").split()) for code, entry in data.items()}
    return Knowledge(tables, {}, small, scales, called).with_terms(terms)


def term_rows(glossary: str) -> list[dict[str, str]]:
    """The rows of a glossary in CSV: every column whose head is a language of two letters."""
    rows = csv.DictReader(io.StringIO(glossary.removeprefix("\ufeff")))
    return [{name: value for name, value in row.items() if name and len(name) == 2 and value} for row in rows]


def _table(cells: Sequence[str]) -> WordTable:
    whole: dict[str, set[int]] = {}
    stems: dict[str, set[int]] = {}
    for number, cell in enumerate(cells):
        for form in cell.split():
            word = plain(form.rstrip("="))
            target = whole if form.endswith("=") or len(word) < 4 else stems
            target.setdefault(word, set()).add(number)
    return WordTable(
        {word: frozenset(rows) for word, rows in whole.items()}, {word: frozenset(rows) for word, rows in stems.items()}
    )


def _add_term(phrases: dict[str, dict[tuple[str, ...], frozenset[int]]], row: Mapping[str, str], number: int) -> int:
    """One concept's names, and as a concept of its own the short form that stands behind them in brackets."""
    shorts: dict[str, str] = {}
    number += 1
    for language, name in row.items():
        short = _SHORT_IN_BRACKETS.search(name)
        long = name.replace(short.group(), " ") if short else name
        _put(phrases, language, long, number)
        if short or name.isupper():
            shorts[language] = short.group(1) if short else name
    if len(shorts) > 1:
        number += 1
        for language, short_form in shorts.items():
            _put(phrases, language, short_form, number)
    return number


def _put(phrases: dict[str, dict[tuple[str, ...], frozenset[int]]], language: str, name: str, number: int) -> None:
    words = tuple(plain(word) for word in _WORD.findall(name))
    if words:
        of_language = phrases.setdefault(primary(language), {})
        of_language[words] = of_language.get(words, frozenset()) | {number}
