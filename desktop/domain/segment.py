"""Segments: the pairs a translator works on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from desktop.domain.richtext import EMPTY, RichText


class SegmentState(StrEnum):
    """How far a translation is, by what a person said of it (XLIFF 2 names where it has them)."""

    UNTRANSLATED = "untranslated"
    DRAFT = "draft"
    TRANSLATED = "translated"
    REVIEWED = "reviewed"
    FINAL = "final"


#: States in which somebody said "this is done".
CONFIRMED_STATES = frozenset({SegmentState.TRANSLATED, SegmentState.REVIEWED, SegmentState.FINAL})


class SegmentOrigin(StrEnum):
    """Where the target text came from."""

    TYPED = "typed"
    COPIED = "copied-source"
    MEMORY = "memory"
    FILE = "file"
    GENERATED = "generated"
    MACHINE = "machine"
    PROPAGATED = "propagated"


class ChangeClass(StrEnum):
    """What happened to the source since a translation was made. Always derived, never stored."""

    UNCHANGED = "unchanged"
    MOVED = "moved"
    COSMETIC = "cosmetic"
    NUMBERS_ONLY = "numbers-only"
    REWORDED = "reworded"
    SPLIT = "split"
    MERGED = "merged"
    NEW = "new"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Segment:
    """One source sentence and its translation in one target version.

    ``source`` is the sentence as it is now; ``made_from`` the source that ``target`` was made from (``None``
    while nothing was translated). ``index`` is its place among the segments of its source block; a segment
    whose sentence is gone has ``index == -1`` and waits in the tray, its last ``block_id`` kept. ``rank`` is
    an order key that says where in the text the translator last saw it; segments out of rank order have moved.
    One that ``is_apart`` is neither given the translation of identical sentences nor gives its own to them.
    """

    id: str
    version_id: str
    block_id: str
    index: int
    source: RichText
    made_from: RichText | None = None
    target: RichText = EMPTY
    state: SegmentState = SegmentState.UNTRANSLATED
    origin: SegmentOrigin = SegmentOrigin.TYPED
    rank: str = ""
    author: str = ""
    updated_at: datetime | None = None
    rev: int = 0
    is_apart: bool = False

    @property
    def is_gone(self) -> bool:
        """Whether the sentence left the source and the translation waits in the tray."""
        return self.index < 0

    @property
    def has_translation(self) -> bool:
        """Whether there is anything of the translator's to keep."""
        return bool(self.target.text.strip()) or self.state is not SegmentState.UNTRANSLATED

    @property
    def is_stale(self) -> bool:
        """Whether the translation was made from another text than the source has now."""
        return not self.is_gone and self.made_from is not None and self.made_from != self.source

    @property
    def is_done(self) -> bool:
        """Confirmed and fresh: what may leave."""
        return self.state in CONFIRMED_STATES and not self.is_stale and not self.is_gone


class SegmentPlace(NamedTuple):
    """What tells where a live segment stands: :attr:`Segment.id`, ``rank`` and ``has_translation``."""

    id: str
    rank: str
    has_translation: bool


@dataclass(frozen=True, slots=True)
class PairedSegment:
    """A segment as the grid shows it: with its place in the text and what happened to its source."""

    segment: Segment
    change: ChangeClass
    number: int

    @property
    def is_stale(self) -> bool:
        """See :attr:`Segment.is_stale`."""
        return self.segment.is_stale
