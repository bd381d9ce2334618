"""Pre-translating a version and counting what there is to do, with whatever memory is at hand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop.domain.changes import Outcome
from desktop.domain.ports import UnitOfWork
from desktop.i18n import _
from desktop.services.cancelling import checkpoint
from desktop.services.segment_deeds import change_many
from desktop.services.translating import Grid, open_grid
from desktop.translation.pretranslation import (
    Match,
    Matches,
    Prefilled,
    Thresholds,
    inner_offers,
    is_open,
    prefilled,
)
from desktop.translation.statistics import Statistics, analyse

#: Statistics count matches from here on.
_LEAST_COUNTED = 50


@dataclass(frozen=True)
class NoMemory:
    """A memory that knows nothing: the text's own sentences are all there is."""

    known: Mapping[str, Match] = field(default_factory=dict)

    def best_of(self, *_asked: object) -> Mapping[str, Match]:
        """What was handed in, or nothing."""
        return self.known


def pretranslate(
    uow: UnitOfWork, version_id: str, thresholds: Thresholds, memory: Matches | None = None
) -> Outcome[Prefilled]:
    """Fill every open sentence from the memory and from the text's own sentences, as one deed with its undo.

    Of two offers the better one counts, the memory's of equals. Nothing that somebody wrote is touched.
    """
    grid = open_grid(uow, version_id)
    segments = [pair.segment for pair in grid.live]
    offers = dict(_inner(grid, thresholds.least))
    for segment_id, match in _asked(uow, grid, memory, thresholds.least, only_open=True).items():
        checkpoint()
        if segment_id not in offers or match.score >= offers[segment_id].score:
            offers[segment_id] = match
    olds, news, report = prefilled(segments, offers, thresholds, author=uow.author, now=uow.clock.now())
    done = change_many(uow, olds, news, _("Pre-translate"))
    return Outcome(report, done.changes, done.inverse)


def statistics(uow: UnitOfWork, version_id: str, memory: Matches | None = None) -> Statistics:
    """What there is to translate in a version, by band."""
    grid = open_grid(uow, version_id)
    found = _asked(uow, grid, memory, _LEAST_COUNTED, only_open=False)
    scores = {segment_id: match.score for segment_id, match in found.items()}
    return analyse([pair.segment for pair in grid.live], scores, checkpoint=checkpoint)


def _inner(grid: Grid, least: int) -> Mapping[str, Match]:
    segments = [pair.segment for pair in grid.live]
    return inner_offers(segments, grid.release.source_language, grid.version.language, least)


def _asked(uow: UnitOfWork, grid: Grid, memory: Matches | None, least: int, *, only_open: bool) -> Mapping[str, Match]:
    memory = memory or _own_memory(uow)
    if memory is None:
        return {}
    segments = [pair.segment for pair in grid.live if not only_open or is_open(pair.segment)]
    return memory.best_of(segments, grid.version.id, grid.release.source_language, grid.version.language, least)


def _own_memory(_uow: UnitOfWork) -> Matches | None:
    """The workspace's translation memory, where there is one."""
    return None
