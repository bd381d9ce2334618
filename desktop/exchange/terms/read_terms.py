"""What reading a file of terms gives."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.domain.concept import Concept


@dataclass(frozen=True, slots=True)
class ReadConcept:
    """A concept as a file has it, or the reason why its row (counted from 1) cannot be used.

    Its ``id`` is the file's own, or empty; its terms have none yet.
    """

    row: int
    concept: Concept | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ReadTerms:
    """A file of terms: its concepts in order, the name of its format, and sentences about what was left out."""

    rows: tuple[ReadConcept, ...]
    format: str
    warnings: tuple[str, ...] = ()

    @property
    def concepts(self) -> tuple[Concept, ...]:
        """The usable ones."""
        return tuple(row.concept for row in self.rows if row.concept is not None)
