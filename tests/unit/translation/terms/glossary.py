"""Small termbases for the tests."""

from __future__ import annotations

from desktop.domain.concept import Concept, Term, TermStatus
from desktop.translation.terms.index import TermIndex, build_index
from desktop.translation.terms.recognition import TermHit, recognise


def concept(key: str, **languages: str) -> Concept:
    """A concept; a language's terms stand between semicolons, a forbidden one begins with an exclamation mark."""
    terms = []
    for language, written in languages.items():
        for number, text in enumerate(each.strip() for each in written.split(";")):
            status = TermStatus.ADMITTED if number else TermStatus.PREFERRED
            status = TermStatus.FORBIDDEN if text.startswith("!") else status
            terms.append(Term(f"{key}-{language}-{number}", language, text.removeprefix("!"), status))
    return Concept(key, tuple(terms))


def index(*concepts: Concept) -> TermIndex:
    return build_index(concepts)


def found(text: str, language: str, termbase: TermIndex, *, nested: bool = False) -> list[str]:
    """The recognised words themselves."""
    return [text[hit.start : hit.end] for hit in hits(text, language, termbase, nested=nested)]


def hits(text: str, language: str, termbase: TermIndex, *, nested: bool = False) -> tuple[TermHit, ...]:
    return recognise(text, language, termbase, nested=nested)
