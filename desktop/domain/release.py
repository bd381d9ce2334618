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


class NoticeKind(StrEnum):
    """What a notice says of an earlier release: it is corrected, or must not be used any more."""

    CORRECTION = "correction"
    WITHDRAWAL = "withdrawal"


class VersionRole(StrEnum):
    """Whether a version is written (source) or translated from the release's source version (target)."""

    SOURCE = "source"
    TARGET = "target"


@dataclass(frozen=True, slots=True)
class Release:
    """One release: an object with a version per language.

    ``title`` mirrors the source version's headline. ``type`` is a template name such as ``press-release``.
    ``embargo_at`` is UTC, with ``embargo_zone`` (an IANA name) telling how to show it; ``None`` means for
    immediate release. ``due_at`` (when the text has to be ready) and ``scheduled_at`` (when it is planned to leave)
    have zones of their own. ``released_at`` is when its first language left. A notice about an earlier release
    names it in ``corrects_id`` and says in ``notice`` what it is. ``rev`` rises by one with every save; a save from
    an older ``rev`` is a conflict.
    """

    id: str
    title: str
    type: str
    source_language: str
    status: ReleaseStatus = ReleaseStatus.DRAFT
    number: str = ""
    owner: str = ""
    assignee: str = ""
    due_at: datetime | None = None
    due_zone: str = ""
    scheduled_at: datetime | None = None
    scheduled_zone: str = ""
    embargo_at: datetime | None = None
    embargo_zone: str = ""
    released_at: datetime | None = None
    corrects_id: str | None = None
    notice: NoticeKind | None = None
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
    """One language of a release. Its document has the same id as the version.

    ``assignee`` has the text on the desk now: the reviewer while it is in review, else who works on it. ``note``
    is the reviewer's, for whoever gets the text next. ``released_at`` is when this language left.
    """

    id: str
    release_id: str
    language: str
    role: VersionRole
    status: ReleaseStatus = ReleaseStatus.DRAFT
    assignee: str = ""
    due_at: datetime | None = None
    due_zone: str = ""
    note: str = ""
    released_at: datetime | None = None
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
    """A signature on exactly one text of a version, by its content hash.

    ``facts`` is what was signed besides the text (embargo, number, type) in a canonical form. ``revision_id`` is the kept state that was signed. ``voided_at`` says when a later change, or the approver,
    made it worthless (``void_reason`` says which); it never becomes valid again by putting the text back.
    ``is_own_text``: the approver was also the last to write in it.
    """

    id: str
    version_id: str
    content_hash: str
    approver: str
    approved_at: datetime
    note: str = ""
    facts: str = ""
    revision_id: str | None = None
    is_own_text: bool = False
    voided_at: datetime | None = None
    void_reason: str = ""


@dataclass(frozen=True, slots=True)
class StatusChange:
    """One step of a version on its way, as the log keeps it: append-only. ``deed`` is a name of the workflow."""

    id: str
    release_id: str
    version_id: str
    deed: str
    from_status: ReleaseStatus
    to_status: ReleaseStatus
    author: str
    at: datetime
    note: str = ""
