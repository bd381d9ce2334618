"""What is on its way: the log of steps, what waits for whom, and the calendar's hours."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ColumnElement, and_, insert, literal, select, union, union_all
from sqlalchemy.engine import Connection

from desktop.domain.planning import MomentKind, PlannedMoment
from desktop.domain.release import ReleaseStatus, ReleaseSummary, StatusChange
from desktop.storage.releases import SqlReleases
from desktop.storage.schema import texts

_RELEASE, _VERSION, _APPROVAL, _STEP = texts.release, texts.version, texts.approval, texts.status_change
#: A release's hours, by the columns that hold the hour and its zone.
_HOURS = (
    (MomentKind.DUE, _RELEASE.c.due_at, _RELEASE.c.due_zone),
    (MomentKind.EMBARGO, _RELEASE.c.embargo_at, _RELEASE.c.embargo_zone),
    (MomentKind.SCHEDULED, _RELEASE.c.scheduled_at, _RELEASE.c.scheduled_zone),
    (MomentKind.RELEASED, _RELEASE.c.released_at, literal("")),
)
#: Outside already: no longer due.
_LEFT = [ReleaseStatus.RELEASED.value, ReleaseStatus.CORRECTED.value, ReleaseStatus.WITHDRAWN.value]
_RELEASE_WAITS, _VERSION_WAITS = (_RELEASE.c.status.not_in(_LEFT),), (_VERSION.c.status.not_in(_LEFT),)


class SqlPlanning:
    """Fulfils :class:`desktop.domain.ports.Planning`."""

    def __init__(self, connection: Connection, releases: SqlReleases) -> None:
        self._connection = connection
        self._releases = releases

    def add_step(self, step: StatusChange) -> None:
        """See the port."""
        values = {
            "id": step.id,
            "release_id": step.release_id,
            "version_id": step.version_id,
            "deed": step.deed,
            "from_status": step.from_status.value,
            "to_status": step.to_status.value,
            "author": step.author,
            "note": step.note,
            "at": step.at,
        }
        self._connection.execute(insert(_STEP).values(values))

    def steps(self, release_id: str, limit: int = 100) -> tuple[StatusChange, ...]:
        """See the port."""
        mine = select(_STEP).where(_STEP.c.release_id == release_id)
        found = self._connection.execute(mine.order_by(_STEP.c.at.desc(), _STEP.c.id.desc()).limit(limit))
        return tuple(
            StatusChange(
                id=row.id,
                release_id=row.release_id,
                version_id=row.version_id,
                deed=row.deed,
                from_status=ReleaseStatus(row.from_status),
                to_status=ReleaseStatus(row.to_status),
                author=row.author,
                at=row.at,
                note=row.note,
            )
            for row in found
        )

    def between(
        self, start: datetime, end: datetime, limit: int = 2000, *, only_due: bool = False
    ) -> tuple[PlannedMoment, ...]:
        """See the port. A range of an index per kind of hour, then the releases named."""
        parts = [
            select(
                _RELEASE.c.id.label("release_id"),
                at.label("at"),
                zone.label("zone"),
                literal(kind.value).label("kind"),
                literal("").label("language"),
            ).where(at >= start, at < end, _RELEASE.c.deleted_at.is_(None), *(_RELEASE_WAITS if only_due else ()))
            for kind, at, zone in (_HOURS[:1] if only_due else _HOURS)
        ]
        own = select(
            _VERSION.c.release_id,
            _VERSION.c.due_at.label("at"),
            _VERSION.c.due_zone.label("zone"),
            literal(MomentKind.DUE.value).label("kind"),
            _VERSION.c.language,
        ).where(
            _VERSION.c.due_at >= start,
            _VERSION.c.due_at < end,
            _VERSION.c.deleted_at.is_(None),
            *(_VERSION_WAITS if only_due else ()),
        )
        hours = union_all(*parts, own).subquery()
        found = self._connection.execute(
            select(hours).order_by(hours.c.at, hours.c.kind, hours.c.release_id, hours.c.language).limit(limit)
        ).all()
        summaries = self._releases.summaries(dict.fromkeys(row.release_id for row in found))
        return tuple(
            PlannedMoment(MomentKind(row.kind), row.at, row.zone, summaries[row.release_id], row.language)
            for row in found
            if row.release_id in summaries
        )

    def with_versions_in(self, status: ReleaseStatus, limit: int = 50) -> tuple[ReleaseSummary, ...]:
        """See the port."""
        return self._with_versions(_VERSION.c.status == status.value, limit)

    def sent_back(self, limit: int = 50) -> tuple[ReleaseSummary, ...]:
        """See the port."""
        return self._with_versions(and_(_VERSION.c.note != "", _VERSION.c.status == ReleaseStatus.DRAFT.value), limit)

    def _with_versions(self, condition: ColumnElement[bool], limit: int) -> tuple[ReleaseSummary, ...]:
        mine = select(_VERSION.c.release_id).where(condition, _VERSION.c.deleted_at.is_(None))
        living = select(_RELEASE.c.id).where(_RELEASE.c.id.in_(mine), _RELEASE.c.deleted_at.is_(None))
        newest = living.order_by(_RELEASE.c.updated_at.desc(), _RELEASE.c.id.desc()).limit(limit)
        return tuple(self._releases.summaries(self._connection.execute(newest).scalars()).values())

    def notices_about(self, release_id: str) -> tuple[str, ...]:
        """See the port."""
        mine = select(_RELEASE.c.id).where(_RELEASE.c.corrects_id == release_id, _RELEASE.c.deleted_at.is_(None))
        return tuple(self._connection.execute(mine.order_by(_RELEASE.c.created_at, _RELEASE.c.id)).scalars())

    def last_author(self, version_id: str) -> str:
        """See the port."""
        for table in (texts.block, texts.segment):
            mine = select(table.c.author).where(table.c.version_id == version_id)
            newest = self._connection.execute(mine.order_by(table.c.updated_at.desc()).limit(1)).scalar()
            if newest is not None:
                return str(newest)
        return ""

    def names(self) -> tuple[str, ...]:
        """See the port."""
        columns = (_RELEASE.c.owner, _RELEASE.c.assignee, _VERSION.c.assignee, _APPROVAL.c.approver, _STEP.c.author)
        found = self._connection.execute(union(*(select(column.label("name")) for column in columns))).scalars()
        return tuple(sorted((name for name in found if name), key=str.casefold))
