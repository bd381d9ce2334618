"""Translation units: pairs of sentences that somebody translated once, kept to be offered again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desktop.domain.richtext import RichText


class UnitOrigin(StrEnum):
    """How a unit came into the memory."""

    CONFIRMED = "confirmed"
    EDITED = "edited"
    IMPORTED = "imported"
    ALIGNED = "aligned"
    MACHINE = "machine"


@dataclass(frozen=True, slots=True)
class TranslationUnit:
    """A sentence and its translation, with where they stood.

    ``previous`` and ``next`` are the plain texts of the source's neighbours: empty at an end of the text, ``None`` where
    nobody knows. ``lineage`` is the first release of the line that ``release_id`` belongs to (a correction, a release
    made from an earlier one). ``segment_id``: the segment that keeps this unit up to date. ``note`` is a person's,
    ``properties`` what another program's file said of it, by name, kept to be written out again. ``place`` is the
    unit's number in the store; it changes when its words do.
    """

    id: str
    source_language: str
    target_language: str
    source: RichText
    target: RichText
    previous: str | None = None
    next: str | None = None
    origin: UnitOrigin = UnitOrigin.CONFIRMED
    release_id: str = ""
    lineage: str = ""
    segment_id: str = ""
    author: str = ""
    note: str = ""
    properties: tuple[tuple[str, str], ...] = ()
    created_at: datetime | None = None
    changed_at: datetime | None = None
    place: int = 0
    rev: int = 0


@dataclass(frozen=True, slots=True)
class UnitQuery:
    """What the table of units asks for. ``text`` is looked for in both languages, words with accents folded.

    ``languages``: a pair of primary subtags in either order; ``None`` for every pair.
    """

    text: str = ""
    origin: UnitOrigin | None = None
    languages: tuple[str, str] | None = None
    release_id: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """A sentence that wants a translation: in which languages, between what neighbours, in which line of releases.

    ``previous`` and ``next`` as in :class:`TranslationUnit`.
    """

    source: RichText
    source_language: str
    target_language: str
    previous: str | None = None
    next: str | None = None
    lineage: str = ""
