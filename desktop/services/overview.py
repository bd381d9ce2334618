"""What needs me: the numbers and rows of the home page, and the search over everything."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from desktop.domain.planning import PlannedMoment
from desktop.domain.ports import SearchHit, UnitOfWork
from desktop.domain.release import ReleaseQuery, ReleaseStatus, ReleaseSummary, Version
from desktop.editorial.workflow import WITHDRAWN


class DeskReason(StrEnum):
    """Why a version lies on somebody's desk."""

    VOID = "void"
    REVIEW = "review"
    SENT_BACK = "sent-back"


@dataclass(frozen=True, slots=True)
class DeskRow:
    """A version that waits for this person. ``approver`` had signed it where the signature is void."""

    reason: DeskReason
    row: ReleaseSummary
    version: Version
    approver: str = ""


#: How far back an hour that passed is still told as overdue.
OVERDUE_FOR = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Overview:
    """The home page. Each tuple holds at most ``limit`` rows, newest or nearest first.

    ``embargoes`` are those still ahead, by hour. ``desk`` is what the workflow put on
    this person's desk; ``due`` what is overdue or due by the end of tomorrow, by hour.
    """

    stale: tuple[ReleaseSummary, ...]
    waiting: tuple[ReleaseSummary, ...]
    drafts: tuple[ReleaseSummary, ...]
    embargoes: tuple[ReleaseSummary, ...]
    recent: tuple[ReleaseSummary, ...]
    desk: tuple[DeskRow, ...] = ()
    due: tuple[PlannedMoment, ...] = ()


@dataclass(frozen=True, slots=True)
class Totals:
    """How many there are of what the home page shows the first of."""

    drafts: int
    embargoes: int
    releases: int


def overview(uow: UnitOfWork, *, limit: int = 8) -> Overview:
    """Every row of the home page in one unit of work."""
    stale, waiting, drafts, embargoes, recent = uow.releases.pages(
        (
            ReleaseQuery(has_stale=True, limit=limit),
            ReleaseQuery(has_waiting=True, limit=limit),
            _drafts(limit),
            _ahead(uow, limit),
            ReleaseQuery(limit=limit),
        )
    )
    return Overview(stale, waiting, drafts, embargoes, recent, desk=_desk(uow, limit), due=_due(uow, limit))


def totals(uow: UnitOfWork, seen: Overview, *, limit: int) -> Totals:
    """How many there are in all; counts in the database only what filled its ``limit`` of rows."""

    def count(rows: tuple[ReleaseSummary, ...], query: ReleaseQuery) -> int:
        return len(rows) if len(rows) < limit else uow.releases.count(query)

    return Totals(
        drafts=count(seen.drafts, _drafts(limit)),
        embargoes=count(seen.embargoes, _ahead(uow, limit)),
        releases=count(seen.recent, ReleaseQuery(limit=limit)),
    )


def _drafts(limit: int) -> ReleaseQuery:
    return ReleaseQuery(status=ReleaseStatus.DRAFT, limit=limit)


def _ahead(uow: UnitOfWork, limit: int) -> ReleaseQuery:
    return ReleaseQuery(embargo_after=uow.clock.now(), order="embargo", descending=False, limit=limit)


def _desk(uow: UnitOfWork, limit: int) -> tuple[DeskRow, ...]:
    """What waits for the person here: void approvals, reviews for this person or for nobody, texts sent back."""
    found: list[DeskRow] = []
    for row in uow.planning.with_versions_in(ReleaseStatus.IN_REVIEW):
        for version in row.versions:
            if version.status is not ReleaseStatus.IN_REVIEW:
                continue
            newest = next(iter(uow.releases.approvals(version.id)), None)
            if newest is not None and newest.voided_at is not None and newest.void_reason != WITHDRAWN:
                found.append(DeskRow(DeskReason.VOID, row, version, newest.approver))
            elif _is_mine(uow, version):
                found.append(DeskRow(DeskReason.REVIEW, row, version))
    for row in uow.planning.sent_back():
        found += [
            DeskRow(DeskReason.SENT_BACK, row, version)
            for version in row.versions
            if version.status is ReleaseStatus.DRAFT and version.note and _is_mine(uow, version)
        ]
    order = list(DeskReason)
    return tuple(sorted(found, key=lambda each: order.index(each.reason)))[:limit]


def _is_mine(uow: UnitOfWork, version: Version) -> bool:
    return not version.assignee or version.assignee.casefold() == uow.author.casefold()


def _due(uow: UnitOfWork, limit: int) -> tuple[PlannedMoment, ...]:
    now = uow.clock.now().astimezone()
    end = (now + timedelta(days=2)).replace(hour=0, minute=0, second=0, microsecond=0)
    return uow.planning.between(now - OVERDUE_FOR, end, limit, only_due=True)


def search(uow: UnitOfWork, text: str, *, limit: int = 50) -> tuple[SearchHit, ...]:
    """Versions that hold the words, best first."""
    return uow.search.find(text, limit=limit) if text.strip() else ()
