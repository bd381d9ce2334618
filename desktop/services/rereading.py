"""Reading a grid again after some of its sentences changed: only they are read, where nothing else can have changed."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from desktop.domain.ports import UnitOfWork
from desktop.domain.segment import Segment
from desktop.services.translating import Grid, open_grid
from desktop.translation.pairing import pair


def read_again(uow: UnitOfWork, grid: Grid, segment_ids: Collection[str]) -> Grid:
    """The grid with these segments as they are stored now.

    Equal to :func:`desktop.services.translating.open_grid` where only translations (target, state, who, when) changed
    since ``grid`` was read, and only of these. Goes the long way where a sentence came, went, moved or reads differently,
    and in a release with a living signature, which freezes texts.
    """
    known = {each.segment.id: each.segment for each in grid.pairs}
    fresh = {segment.id: segment for segment in uow.segments.some(segment_ids)}
    is_sure = all(each in known and each in fresh and _stayed(known[each], fresh[each]) for each in segment_ids)
    if not is_sure or uow.releases.living_approvals(grid.release.id):
        return open_grid(uow, grid.version.id)
    return replace(
        grid,
        release=uow.releases.get(grid.release.id),
        version=uow.releases.version(grid.version.id),
        pairs=pair([fresh.get(segment_id, segment) for segment_id, segment in known.items()]),
    )


def _stayed(before: Segment, now: Segment) -> bool:
    """Whether a segment stands where it stood, for the same sentence."""
    places = (before.version_id, before.block_id, before.index), (now.version_id, now.block_id, now.index)
    return places[0] == places[1] and before.source == now.source
