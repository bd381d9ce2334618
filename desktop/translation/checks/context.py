"""A pair, a whole list of pairs, and what the checks are told besides them: frozen values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from desktop.domain.document import BlockKind
from desktop.domain.richtext import RichText
from desktop.domain.segment import Segment, SegmentOrigin, SegmentState
from desktop.translation.checks.ports import (
    NO_MEMORY,
    NO_PLACES,
    NO_SPELLING,
    NO_TERMS,
    House,
    MemoryLookup,
    Places,
    Rules,
    Spelling,
    Style,
    TermIndex,
)


@dataclass(frozen=True, slots=True)
class Pair:
    """A sentence and its translation: a segment of the grid, or line i of two plain files.

    ``id`` is the segment's id, or the line's number from 1.
    """

    id: str
    source: RichText
    target: RichText
    kind: BlockKind = BlockKind.PARAGRAPH
    state: SegmentState = SegmentState.TRANSLATED
    origin: SegmentOrigin = SegmentOrigin.FILE
    is_stale: bool = False
    author: str = ""

    @classmethod
    def of_lines(cls, number: int, source: str, target: str) -> Pair:
        """Line ``number`` (from 1) of two texts."""
        return cls(str(number), RichText.plain(source), RichText.plain(target))

    @classmethod
    def of_segment(cls, segment: Segment, kind: BlockKind = BlockKind.PARAGRAPH) -> Pair:
        """A segment of the grid, in a block of this kind."""
        return cls(
            segment.id,
            segment.source,
            segment.target,
            kind,
            segment.state,
            segment.origin,
            segment.is_stale,
            segment.author,
        )

    @property
    def is_translated(self) -> bool:
        """Whether both sides say something."""
        return bool(self.source.text.strip()) and bool(self.target.text.strip())


@dataclass(frozen=True, eq=False)
class PairFacts:
    """Everything that stays the same while one pair of texts is worked on. Compares by identity.

    ``names`` are spelled alike in both languages: people, organisations, places of the release and the directory.
    """

    source: Rules
    target: Rules
    profile: House
    source_language: str
    target_language: str
    places: Places = NO_PLACES
    terms: TermIndex = NO_TERMS
    memory: MemoryLookup = NO_MEMORY
    names: frozenset[str] = frozenset()
    spelling: Spelling = NO_SPELLING

    @property
    def style(self) -> Style:
        """The house's way with the target language."""
        return self.profile.style(self.target_language)


@dataclass(frozen=True, eq=False)
class PairContext:
    """The whole text as pairs in order, for checks that compare sentences with each other."""

    pairs: tuple[Pair, ...]
    facts: PairFacts

    @cached_property
    def translated(self) -> Sequence[Pair]:
        """The pairs with something on both sides."""
        return tuple(pair for pair in self.pairs if pair.is_translated)
