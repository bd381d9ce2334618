"""Changing many sentences of a version as one deed, which undo takes back as far as nobody has touched them since."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from desktop.domain.changes import RELEASE, SEGMENT, Change, ChangeSet, Deed, Outcome
from desktop.domain.errors import ConflictError
from desktop.domain.ports import UnitOfWork
from desktop.domain.segment import Segment
from desktop.i18n import _
from desktop.services.signing import void_changed
from desktop.services.translating import target_document
from desktop.translation.pairing import progress


def recounted(uow: UnitOfWork, version_id: str, segment_ids: Iterable[str]) -> ChangeSet:
    """What follows from changed sentences of a version: counts, search, signatures; with the changes to tell."""
    version = uow.releases.version(version_id)
    uow.releases.set_progress(version.id, progress(uow.segments.of_version(version.id)))
    uow.search.index(version.release_id, version.id, target_document(uow, version.id))
    named = {Change(SEGMENT, segment_id, version.id) for segment_id in segment_ids}
    return ChangeSet(frozenset({*named, Change(RELEASE, version.release_id)})) | void_changed(uow, version.release_id)


def change_many(uow: UnitOfWork, before: Sequence[Segment], after: Sequence[Segment], label: str) -> Outcome[int]:
    """Store ``after`` (``before`` changed, in its order; of one version or several); answers how many differ."""
    pairs = [(old, new) for old, new in zip(before, after, strict=True) if old != new]
    saved = uow.segments.put(new for _old, new in pairs)
    changes = _told(uow, saved)
    if not saved:
        return Outcome(0)
    old = tuple(each for each, _new in pairs)
    return Outcome(len(saved), changes, Deed(label, lambda unit: _take_back(unit, saved, old, label)))


def _told(uow: UnitOfWork, saved: Sequence[Segment]) -> ChangeSet:
    versions = dict.fromkeys(segment.version_id for segment in saved)
    return ChangeSet.union(
        recounted(uow, version_id, [s.id for s in saved if s.version_id == version_id]) for version_id in versions
    )


def _take_back(uow: UnitOfWork, saved: Sequence[Segment], before: Sequence[Segment], label: str) -> Outcome[int]:
    """Give the sentences their earlier translations back; those that somebody edited since keep the newer ones."""
    current: list[Segment] = []
    earlier: list[Segment] = []
    for mine, old in zip(saved, before, strict=True):
        now = uow.segments.get(mine.id)
        if (now.target, now.state) == (mine.target, mine.state):
            current.append(now)
            earlier.append(with_translation_of(now, old))
    if not current:
        raise ConflictError(
            _("The sentences were edited since; nothing was undone."), kept=_("The newer translation was kept.")
        )
    return change_many(uow, current, earlier, label)


def with_translation_of(segment: Segment, other: Segment) -> Segment:
    """The segment with another state of its translation; the source and its place stay."""
    return replace(
        segment,
        target=other.target,
        state=other.state,
        made_from=other.made_from,
        origin=other.origin,
        rank=other.rank,
        author=other.author,
        updated_at=other.updated_at,
    )
