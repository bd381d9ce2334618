"""What follows from changed sentences of a version: its counts, the search index, signatures that are on another text now.

Where it is known which sentences changed and how, the version is not read again to count it; and its text is put
together for the search only where one of them reads differently.
"""

from __future__ import annotations

from collections.abc import Sequence

from desktop.domain.changes import ChangeSet
from desktop.domain.ports import UnitOfWork
from desktop.domain.release import Progress, Version
from desktop.domain.segment import Segment
from desktop.services.resolving import leaving_document
from desktop.services.signing import void_changed
from desktop.translation.pairing import progress


def recount(uow: UnitOfWork, version: Version) -> ChangeSet:
    """The long way: the whole version is counted and put together."""
    uow.releases.set_progress(version.id, progress(uow.segments.of_version(version.id)))
    index(uow, version)
    return void_changed(uow, version.release_id)


def recount_changed(
    uow: UnitOfWork, version: Version, before: Sequence[Segment], after: Sequence[Segment]
) -> ChangeSet:
    """The same where the segments ``before`` of a version became ``after`` (in their order) and no others changed."""
    stored = uow.releases.version(version.id).progress
    counts = counted(stored, before, after)
    if counts != stored:
        uow.releases.set_progress(version.id, counts)
    if any(old.target != new.target for old, new in zip(before, after, strict=True)):
        index(uow, version)
    return void_changed(uow, version.release_id)


def counted(counts: Progress, before: Sequence[Segment], after: Sequence[Segment]) -> Progress:
    """The counts of a version some of whose segments became others; as :func:`desktop.translation.pairing.progress`."""
    old, new = progress(before), progress(after)
    return Progress(
        counts.total + new.total - old.total,
        counts.done + new.done - old.done,
        counts.stale + new.stale - old.stale,
    )


def index(uow: UnitOfWork, version: Version) -> None:
    """Bring the search up to a version's text."""
    uow.search.index(version.release_id, version.id, leaving_document(uow, version))
