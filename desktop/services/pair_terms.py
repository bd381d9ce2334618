"""The termbase as the checks of a pair ask it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from desktop.domain.concept import TermStatus
from desktop.domain.ports import UnitOfWork
from desktop.services.term_files import starter_termbase
from desktop.services.terms import term_index
from desktop.translation.checks.ports import FoundTerm, TargetTerm
from desktop.translation.terms.index import TermIndex, build_index
from desktop.translation.terms.recognition import recognise


class PairTerms:
    """Fulfils :class:`desktop.translation.checks.ports.TermIndex` with the termbase's recogniser. Any thread."""

    def __init__(self, index: TermIndex) -> None:
        self._index = index
        self._find = lru_cache(maxsize=20_000)(self._recognise)

    def find(self, text: str, language: str) -> Sequence[FoundTerm]:
        """Every term of a text, those inside longer ones too."""
        return self._find(text, language)

    def _recognise(self, text: str, language: str) -> tuple[FoundTerm, ...]:
        return tuple(
            FoundTerm(hit.concept.id, hit.term.text, hit.start, hit.end, hit.is_forbidden)
            for hit in recognise(text, language, self._index, nested=True)
        )

    def terms(self, concept: str, language: str) -> Sequence[TargetTerm]:
        """A concept's terms in a language."""
        found = self._index.concepts.get(concept)
        if found is None:
            return ()
        return tuple(
            TargetTerm(term.text, term.is_forbidden, term.status is TermStatus.PREFERRED, term.note, term.means)
            for term in found.in_language(language)
        )


def starter_terms() -> PairTerms:
    """The termbase that comes with the program, for texts that belong to no workspace. Reads a file: for the pool."""
    rows = starter_termbase().rows
    return PairTerms(build_index(replace(row.concept, id=str(row.row)) for row in rows if row.concept is not None))


def office_terms(uow: UnitOfWork) -> PairTerms:
    """The office's own termbase."""
    return PairTerms(term_index(uow))
