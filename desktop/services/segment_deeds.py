"""Changing many sentences of a version as one deed, which undo takes back as far as nobody has touched them since."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from desktop.domain.changes import RELEASE, SEGMENT, Change, ChangeSet, Deed, Outcome
from desktop.domain.errors import ConflictError
from desktop.domain.ports import UnitOfWork
from desktop.domain.release import Version
from desktop.domain.segment import Segment
from desktop.domain.unit import TranslationUnit
from desktop.i18n import _
from desktop.services.recounting import recount, recount_changed
from desktop.services.remembering import put_back, remember


def recounted(uow: UnitOfWork, version_id: str, segment_ids: Iterable[str]) -> ChangeSet:
    """What follows from changed sentences of a version, counted afresh, with the changes to tell."""
    version = uow.releases.version(version_id)
    return told(version, segment_ids) | recount(uow, version)


def told(version: Version, segment_ids: Iterable[str]) -> ChangeSet:
    """The changes to tell of changed sentences of a version."""
    named = {Change(SEGMENT, segment_id, version.id) for segment_id in segment_ids}
    return ChangeSet(frozenset({*named, Change(RELEASE, version.release_id)}))


def change_many(uow: UnitOfWork, before: Sequence[Segment], after: Sequence[Segment], label: str) -> Outcome[int]:
    """Store ``after`` (``before`` changed, in its order; of one version or several); answers how many differ."""
    pairs = [(old, new) for old, new in zip(before, after, strict=True) if old != new]
    saved = uow.segments.put(new for _old, new in pairs)
    if not saved:
        return Outcome(0)
    units, changes = _remembered(uow, saved)
    old = tuple(each for each, _new in pairs)
    changes |= _recounted(uow, old, saved)

    def back(unit: UnitOfWork) -> Outcome[int]:
        undone = _take_back(unit, saved, old, label)
        return replace(undone, changes=undone.changes | put_back(unit, units).changes)

    return Outcome(len(saved), changes, Deed(label, back))


def _remembered(uow: UnitOfWork, saved: Sequence[Segment]) -> tuple[dict[str, TranslationUnit | None], ChangeSet]:
    """Keep what is confirmed in the memory; the units that its sentences had before."""
    units: dict[str, TranslationUnit | None] = {}
    changes = ChangeSet()
    for version_id in dict.fromkeys(segment.version_id for segment in saved):
        version = uow.releases.version(version_id)
        done = remember(uow, version, [s for s in saved if s.version_id == version_id and s.is_done])
        units.update(done.before)
        changes |= done.changes
    return units, changes


def _recounted(uow: UnitOfWork, before: Sequence[Segment], saved: Sequence[Segment]) -> ChangeSet:
    """What follows in each of the versions, with the changes to tell."""
    changes = ChangeSet()
    for version_id in dict.fromkeys(segment.version_id for segment in saved):
        version = uow.releases.version(version_id)
        mine = [(old, new) for old, new in zip(before, saved, strict=True) if new.version_id == version_id]
        changes |= told(version, [new.id for _old, new in mine])
        changes |= recount_changed(uow, version, [old for old, _new in mine], [new for _old, new in mine])
    return changes


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
