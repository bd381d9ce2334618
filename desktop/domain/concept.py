"""The termbase: what a thing is called in each language, and what it must not be called."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum


class TermStatus(Enum):
    """How a term stands in its language."""

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    FORBIDDEN = "forbidden"


#: From the one to be used to the one that must not be.
_ORDER = tuple(TermStatus)


@dataclass(frozen=True, slots=True)
class Term:
    """What a concept is called in one language (a BCP 47 tag).

    An acronym may stand in brackets behind the name (``World Health Organization (WHO)``): both are recognised.
    ``part_of_speech`` is a word of TBX (``noun``, ``verb``, ``properNoun``, …) or empty. ``means`` marks a false
    friend: what the words really mean in their own language.
    """

    id: str
    language: str
    text: str
    status: TermStatus = TermStatus.PREFERRED
    note: str = ""
    part_of_speech: str = ""
    means: str = ""

    @property
    def is_forbidden(self) -> bool:
        """Whether it must not be used."""
        return self.status is TermStatus.FORBIDDEN


@dataclass(frozen=True, slots=True)
class Concept:
    """One thing with its terms in all languages, in the order in which somebody wrote them."""

    id: str
    terms: tuple[Term, ...] = ()
    subject: str = ""
    definition: str = ""
    note: str = ""
    source: str = ""
    rev: int = 0

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that have a term, each once."""
        return tuple(dict.fromkeys(term.language for term in self.terms))

    def in_language(self, language: str) -> tuple[Term, ...]:
        """The terms of a language and its varieties, the preferred first, the forbidden last."""
        wanted = _primary(language)
        mine = [term for term in self.terms if _primary(term.language) == wanted]
        return tuple(sorted(mine, key=lambda term: (_ORDER.index(term.status), term.language != language)))

    def usable(self, language: str) -> tuple[Term, ...]:
        """The terms of a language that may be used, the preferred first."""
        return tuple(term for term in self.in_language(language) if not term.is_forbidden)

    @property
    def name(self) -> str:
        """What to call the concept where only one of its terms can be shown."""
        usable = [term for term in self.terms if not term.is_forbidden] or list(self.terms)
        return usable[0].text if usable else ""


def languages_of(concepts: Iterable[Concept]) -> tuple[str, ...]:
    """The languages of several concepts, the most frequent first."""
    counts: dict[str, int] = {}
    for concept in concepts:
        for language in concept.languages:
            counts[language] = counts.get(language, 0) + 1
    return tuple(sorted(counts, key=lambda language: (-counts[language], language)))


def _primary(language: str) -> str:
    return language.split("-", 1)[0].lower()
