"""A match: a unit of the memory that is offered for a sentence, with what its percentage is made of."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from desktop.domain.richtext import RichText
from desktop.domain.unit import Asked, TranslationUnit


class MatchClass(StrEnum):
    """The five classes, the best first. See :mod:`desktop.translation.memory.scoring`."""

    LINEAGE = "lineage"
    CONTEXT = "context"
    EXACT = "exact"
    NEAR = "near"
    FUZZY = "fuzzy"


class Difference(StrEnum):
    """What a near match differs in, besides nothing at all."""

    MARKS = "marks"
    PUNCTUATION = "punctuation"
    NUMBERS = "numbers"


class PenaltyReason(StrEnum):
    """Why points are taken off."""

    ALIGNED = "aligned"
    MACHINE = "machine"
    VARIETY = "variety"
    MARKS = "marks"


@dataclass(frozen=True, slots=True)
class Penalty:
    """Points taken off a percentage."""

    reason: PenaltyReason
    points: int


@dataclass(frozen=True, slots=True)
class Swap:
    """A number or date put into the translation in place of the unit's own."""

    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """What the percentage is made of; the tooltip says it in words.

    ``base`` before the penalties. Of a fuzzy match: ``edits`` words to change among ``words``. Of a near one: what differs.
    """

    match_class: MatchClass
    base: int
    penalties: tuple[Penalty, ...] = ()
    edits: int = 0
    words: int = 0
    differences: tuple[Difference, ...] = ()
    swaps: tuple[Swap, ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """A unit offered for a sentence. ``percent`` is what is shown, penalties taken off.

    ``source`` is the unit's text in the language asked in, ``target`` its text in the other, with numbers and dates
    swapped in where that was certain. ``is_reversed``: the unit was made in the other direction.
    """

    unit: TranslationUnit
    percent: int
    source: RichText
    target: RichText
    explanation: Explanation
    is_reversed: bool = False

    @property
    def match_class(self) -> MatchClass:
        """Its class."""
        return self.explanation.match_class


__all__ = [
    "Asked",
    "Difference",
    "Explanation",
    "Match",
    "MatchClass",
    "Penalty",
    "PenaltyReason",
    "Swap",
]
