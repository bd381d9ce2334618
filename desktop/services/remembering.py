"""Confirmed sentences as units of the translation memory: one a segment, kept up to date, taken back with the deed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from desktop.domain.changes import UNIT, Change, ChangeSet
from desktop.domain.ports import UnitOfWork
from desktop.domain.release import Version
from desktop.domain.segment import CONFIRMED_STATES, Segment, SegmentOrigin
from desktop.domain.unit import TranslationUnit, UnitOrigin
from desktop.services.lineage import lineage_of

#: Units that the memory is better off without: nothing in them can be translated.
_TARGETS_OF_ANOTHER = frozenset({SegmentOrigin.GENERATED})


@dataclass(frozen=True, slots=True)
class Remembered:
    """What remembering changed: the unit that each segment had before, ``None`` where it had none."""

    before: Mapping[str, TranslationUnit | None] = field(default_factory=dict)
    changes: ChangeSet = field(default_factory=ChangeSet)


def remember(uow: UnitOfWork, version: Version, segments: Iterable[Segment]) -> Remembered:
    """Keep the confirmed ones of some segments of a version in the memory; each has one unit, brought up to date.

    A draft leaves its unit as it is: what was confirmed once stays worth offering.
    """
    wanted = [segment for segment in segments if _is_worth_keeping(segment)]
    if not wanted:
        return Remembered()
    release = uow.releases.get(version.release_id)
    beside = _beside(uow, version.id, wanted)
    lineage = lineage_of(uow, release)
    before: dict[str, TranslationUnit | None] = {}
    for segment in wanted:
        known = uow.memory.of_segment(segment.id)
        previous, following = beside[segment.id]
        unit = TranslationUnit(
            id=known.id if known else uow.ids.new(),
            source_language=release.source_language,
            target_language=version.language,
            source=segment.source.strip(),
            target=segment.target.strip(),
            previous=previous,
            next=following,
            origin=UnitOrigin.CONFIRMED,
            release_id=release.id,
            lineage=lineage,
            segment_id=segment.id,
            author=segment.author,
            note=known.note if known else "",
            properties=known.properties if known else (),
            created_at=known.created_at if known else segment.updated_at,
            changed_at=segment.updated_at,
            rev=known.rev if known else 0,
        )
        if known is not None and replace(unit, place=known.place, changed_at=known.changed_at) == known:
            continue
        before[segment.id] = known
        uow.memory.put(unit)
    return Remembered(before, _changes(before))


def put_back(uow: UnitOfWork, units: Mapping[str, TranslationUnit | None]) -> Remembered:
    """Give segments the units they had, answering those they had meanwhile: the way back of :func:`remember`."""
    before: dict[str, TranslationUnit | None] = {}
    for segment_id, unit in units.items():
        current = uow.memory.of_segment(segment_id)
        before[segment_id] = current
        if unit is not None:
            uow.memory.put(replace(unit, rev=current.rev if current and current.id == unit.id else 0))
        elif current is not None:
            uow.memory.remove([current.id])
    return Remembered(before, _changes(before))


def _beside(uow: UnitOfWork, version_id: str, segments: Sequence[Segment]) -> dict[str, tuple[str | None, str | None]]:
    """Segment id → :func:`neighbours`; only what stands beside these is read."""
    order = [place.id for place in uow.segments.places(version_id)]
    places = {segment_id: place for place, segment_id in enumerate(order)}
    wanted = {segment.id: places.get(segment.id) for segment in segments}
    around = {at for place in wanted.values() if place is not None for at in (place - 1, place + 1)}
    found = uow.segments.some(order[at] for at in sorted(around) if 0 <= at < len(order))
    texts = {segment.id: segment.source.text.strip() for segment in found}

    def text(at: int) -> str:
        return texts[order[at]] if 0 <= at < len(order) else ""

    return {
        segment_id: (None, None) if place is None else (text(place - 1), text(place + 1))
        for segment_id, place in wanted.items()
    }


def neighbours(live: Sequence[Segment], place: int | None) -> tuple[str | None, str | None]:
    """The texts before and after a segment: empty at the text's ends, ``None`` where it is not in the text."""
    if place is None:
        return None, None
    previous = live[place - 1].source.text.strip() if place else ""
    following = live[place + 1].source.text.strip() if place + 1 < len(live) else ""
    return previous, following


def _is_worth_keeping(segment: Segment) -> bool:
    return (
        segment.state in CONFIRMED_STATES
        and not segment.is_stale
        and not segment.is_gone
        and bool(segment.source.text.strip())
        and bool(segment.target.text.strip())
        and segment.origin not in _TARGETS_OF_ANOTHER
    )


def _changes(segments: Iterable[str]) -> ChangeSet:
    return ChangeSet(frozenset(Change(UNIT, "*", segment_id) for segment_id in segments))
