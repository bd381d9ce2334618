"""What the pair checks ask for from outside: rules of a language, a house, places, terms, the memory."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from desktop.domain.richtext import RichText


class Rules(Protocol):
    """One language's words, tables and patterns; what a language lacks is empty, and its check stays quiet.

    ``desktop.editorial.checks.rules.LanguageRules`` fulfils it. Compares by identity.
    """

    language: str

    def __hash__(self) -> int: ...
    def text(self, name: str, default: str = "") -> str: ...
    def words(self, name: str) -> tuple[str, ...]: ...
    def table(self, name: str) -> dict[str, str]: ...
    def rows(self, name: str) -> tuple[dict[str, str], ...]: ...
    def set_of(self, name: str) -> frozenset[str]: ...
    def pattern(self, name: str, flags: int = re.IGNORECASE) -> re.Pattern[str]: ...
    def any_of(self, name: str, flags: int = re.IGNORECASE) -> re.Pattern[str]: ...
    def date(self, day: int, month: int, year: int = 0) -> str: ...


class Style(Protocol):
    """One house's way with one language; an empty value leaves it open."""

    @property
    def per_cent(self) -> str: ...
    @property
    def thousands(self) -> str: ...
    @property
    def decimal(self) -> str: ...
    @property
    def quotes(self) -> str: ...
    @property
    def comma(self) -> str: ...
    @property
    def apostrophe(self) -> str: ...
    @property
    def dash(self) -> str: ...
    @property
    def headline_case(self) -> str: ...
    @property
    def currency(self) -> str: ...


class House(Protocol):
    """A house profile: how an office writes, and which checks it wants."""

    def style(self, language: str) -> Style: ...
    def is_on(self, check: str) -> bool: ...


class FoundPlace(Protocol):
    """A place that a gazetteer knows."""

    @property
    def country(self) -> str: ...
    @property
    def kind(self) -> str: ...
    def name(self, language: str) -> str: ...


class Places(Protocol):
    """A gazetteer: a place by its name in any language."""

    def find(self, name: str, country: str = "") -> FoundPlace | None: ...


@dataclass(frozen=True, slots=True)
class FoundTerm:
    """A term of the termbase at ``[start, end)`` of a text, inflected or not; ``term`` as the termbase has it."""

    concept: str
    term: str
    start: int
    end: int
    is_forbidden: bool = False


@dataclass(frozen=True, slots=True)
class TargetTerm:
    """One way to say a concept in a language."""

    text: str
    is_forbidden: bool = False
    is_preferred: bool = False
    note: str = ""
    #: What a forbidden term would mean: it is a false friend, and right where the source says that.
    means: str = ""


class TermIndex(Protocol):
    """A termbase, recognised in running text with inflection, the longest match first."""

    def find(self, text: str, language: str) -> Sequence[FoundTerm]:
        """Every term in a text, in order, not overlapping."""
        ...

    def terms(self, concept: str, language: str) -> Sequence[TargetTerm]:
        """A concept's terms in a language; forbidden ones among them."""
        ...


class MemoryLookup(Protocol):
    """The translation memory, as far as a check asks it."""

    def translations(self, source: str) -> Sequence[str]:
        """Every confirmed translation of exactly this sentence, the latest first; empty where there is none."""
        ...


class Spelling(Protocol):
    """The dictionaries of both languages, names of people and places not among them."""

    def has_dictionary(self, language: str) -> bool:
        """Whether words of a language can be looked up."""
        ...

    def knows(self, word: str, language: str) -> bool:
        """Whether a dictionary has a word exactly so; false for a language without one."""
        ...

    def wrong(self, text: RichText, language: str) -> Sequence[tuple[int, int]]:
        """Places of the words that are in no dictionary, chips and addresses left out."""
        ...


class NoSpelling:
    """No dictionaries at all."""

    def has_dictionary(self, language: str) -> bool:
        return False

    def knows(self, word: str, language: str) -> bool:
        return False

    def wrong(self, text: RichText, language: str) -> Sequence[tuple[int, int]]:
        return ()


class NoTerms:
    """A termbase without terms."""

    def find(self, text: str, language: str) -> Sequence[FoundTerm]:
        return ()

    def terms(self, concept: str, language: str) -> Sequence[TargetTerm]:
        return ()


class NoMemory:
    """A memory that remembers nothing."""

    def translations(self, source: str) -> Sequence[str]:
        return ()


class NoPlaces:
    """A gazetteer without places."""

    def find(self, name: str, country: str = "") -> FoundPlace | None:
        return None


NO_TERMS = NoTerms()
NO_MEMORY = NoMemory()
NO_PLACES = NoPlaces()
NO_SPELLING = NoSpelling()
