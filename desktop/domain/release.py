"""Releases and their language versions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # lists of releases need no texts
    from desktop.domain.document import Document


class ReleaseStatus(StrEnum):
    """Where a release, or one language of it, stands on its way out."""

    DRAFT = "draft"
    IN_REVIEW = "in-review"
    APPROVED = "approved"
    EMBARGOED = "embargoed"
    SCHEDULED = "scheduled"
    RELEASED = "released"
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"


class VersionRole(StrEnum):
    """Whether a version is written (source) or translated from the release's source version (target)."""

    SOURCE = "source"
    TARGET = "target"


@dataclass(frozen=True, slots=True)
class Release:
    """One release: an object with a version per language.

    ``title`` mirrors the source version's headline. ``type`` is a template name such as ``press-release``.
    ``embargo_at`` is UTC, with ``embargo_zone`` (an IANA name) telling how to show it; ``None`` means for
    immediate release. ``rev`` rises by one with every save; a save from an older ``rev`` is a conflict.
    """

    id: str
    title: str
    type: str
    source_language: str
    status: ReleaseStatus = ReleaseStatus.DRAFT
    number: str = ""
    owner: str = ""
    embargo_at: datetime | None = None
    embargo_zone: str = ""
    topics: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    created_at: datetime | None = None
    updated_at: datetime | None = None
    rev: int = 0


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a target version is. ``done`` counts translated, reviewed and final segments that are fresh.

    For a source version all three are zero. A cache of what the segments say; ``workspace verify`` recounts.
    """

    total: int = 0
    done: int = 0
    stale: int = 0

    @property
    def waiting(self) -> int:
        """Segments that still need a translation (stale ones not counted)."""
        return self.total - self.done - self.stale


@dataclass(frozen=True, slots=True)
class Version:
    """One language of a release. Its document has the same id as the version."""

    id: str
    release_id: str
    language: str
    role: VersionRole
    status: ReleaseStatus = ReleaseStatus.DRAFT
    progress: Progress = Progress()
    rev: int = 0


@dataclass(frozen=True, slots=True)
class ReleaseSummary:
    """A row of a release list: the release with its versions, source first, then by language."""

    release: Release
    versions: tuple[Version, ...]

    @property
    def stale(self) -> int:
        """Stale segments over all versions."""
        return sum(version.progress.stale for version in self.versions)


@dataclass(frozen=True, slots=True)
class ReleaseQuery:
    """What a release list asks for. ``text`` matches title and number, accents folded.

    ``embargo_after``: those whose embargo ends later than that moment. ``order`` is one of ``updated``, ``title``, ``status``, ``type``, ``embargo``.
    """

    text: str = ""
    status: ReleaseStatus | None = None
    has_stale: bool = False
    has_waiting: bool = False
    has_embargo: bool = False
    embargo_after: datetime | None = None
    order: str = "updated"
    descending: bool = True
    offset: int = 0
    limit: int = 200


@dataclass(frozen=True, slots=True)
class RevisionHeader:
    """A kept state of a version, without its text.

    ``label`` says why it was kept: a code of :mod:`desktop.domain.kept_why`, or words from before there were codes.
    ``name`` is what a person called it, empty for most.
    """

    id: str
    version_id: str
    number: int
    content_hash: str
    created_at: datetime
    author: str = ""
    label: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Revision:
    """A kept state of a version: append-only, never changed."""

    header: RevisionHeader
    document: Document


@dataclass(frozen=True, slots=True)
class Approval:
    """A signature on exactly one text of a version, by its content hash."""

    id: str
    version_id: str
    content_hash: str
    approver: str
    approved_at: datetime
    note: str = ""
