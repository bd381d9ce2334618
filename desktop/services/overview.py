"""What needs me: the numbers and rows of the home page, and the search over everything."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.domain.ports import SearchHit, UnitOfWork
from desktop.domain.release import ReleaseQuery, ReleaseStatus, ReleaseSummary


@dataclass(frozen=True, slots=True)
class Overview:
    """The home page. Each tuple holds at most ``limit`` rows, newest or nearest first.

    ``embargoes`` are those still ahead, by hour; ``release_count`` is all there are.
    """

    stale: tuple[ReleaseSummary, ...]
    waiting: tuple[ReleaseSummary, ...]
    drafts: tuple[ReleaseSummary, ...]
    embargoes: tuple[ReleaseSummary, ...]
    recent: tuple[ReleaseSummary, ...]
    draft_count: int
    release_count: int
    embargo_count: int


def overview(uow: UnitOfWork, *, limit: int = 8) -> Overview:
    """Everything on the home page in one unit of work."""
    stale = ReleaseQuery(has_stale=True, limit=limit)
    waiting = ReleaseQuery(has_waiting=True, limit=limit)
    drafts = ReleaseQuery(status=ReleaseStatus.DRAFT, limit=limit)
    everything = ReleaseQuery(limit=limit)
    ahead = ReleaseQuery(embargo_after=uow.clock.now(), order="embargo", descending=False, limit=limit)
    return Overview(
        stale=uow.releases.page(stale),
        waiting=uow.releases.page(waiting),
        drafts=uow.releases.page(drafts),
        embargoes=uow.releases.page(ahead),
        recent=uow.releases.page(everything),
        draft_count=uow.releases.count(drafts),
        release_count=uow.releases.count(everything),
        embargo_count=uow.releases.count(ahead),
    )


def search(uow: UnitOfWork, text: str, *, limit: int = 50) -> tuple[SearchHit, ...]:
    """Versions that hold the words, best first."""
    return uow.search.find(text, limit=limit) if text.strip() else ()
