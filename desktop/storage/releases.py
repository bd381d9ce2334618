"""Releases, their versions and the signatures on them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, case, exists, func, insert, select, update
from sqlalchemy.engine import Connection

from desktop.domain.errors import ConflictError
from desktop.domain.ports import Clock
from desktop.domain.release import (
    Approval,
    NoticeKind,
    Progress,
    Release,
    ReleaseQuery,
    ReleaseStatus,
    ReleaseSummary,
    Version,
    VersionRole,
)
from desktop.i18n import N_, _
from desktop.storage import rows
from desktop.storage.folding import folded_words, sort_key, spaced
from desktop.storage.schema import texts

_RELEASE, _VERSION, _APPROVAL = texts.release, texts.version, texts.approval
_NO_RELEASE = N_("There is no release with the id “{id}”.")
_NO_VERSION = N_("There is no version with the id “{id}”.")
_STATUS_ORDER = case(
    {status.value: place for place, status in enumerate(ReleaseStatus)}, value=_RELEASE.c.status, else_=99
)


class SqlReleases:
    """Fulfils :class:`desktop.domain.ports.Releases`."""

    def __init__(self, connection: Connection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock

    def get(self, release_id: str) -> Release:
        """See the port."""
        return release_of(rows.one_by_prefix(self._connection, _RELEASE, release_id, _(_NO_RELEASE)))

    def put(self, release: Release) -> Release:
        """See the port."""
        values = {
            "id": release.id,
            "title": release.title,
            "title_key": sort_key(release.title),
            "search_key": spaced(f"{release.title} {release.number}"),
            "type": release.type,
            "source_language": release.source_language,
            "status": release.status.value,
            "number": release.number,
            "owner": release.owner,
            "assignee": release.assignee,
            "due_at": release.due_at,
            "due_zone": release.due_zone,
            "scheduled_at": release.scheduled_at,
            "scheduled_zone": release.scheduled_zone,
            "embargo_at": release.embargo_at,
            "embargo_zone": release.embargo_zone,
            "released_at": release.released_at,
            "corrects_id": release.corrects_id,
            "notice": release.notice.value if release.notice else "",
            "topics": rows.pack(release.topics),
            "countries": rows.pack(release.countries),
            "created_at": release.created_at,
        }
        sentence = _("The release “{title}” was changed by somebody else meanwhile.").format(title=release.title)
        rows.save(self._connection, _RELEASE, values, release.rev, self._clock.now(), sentence)
        return self.get(release.id)

    def touch(self, release_id: str) -> None:
        """See the port."""
        mine = update(_RELEASE).where(_RELEASE.c.id == release_id)
        self._connection.execute(mine.values(updated_at=self._clock.now()))

    def has_number(self, number: str) -> bool:
        """See the port."""
        found = select(_RELEASE.c.id).where(_RELEASE.c.number == number).limit(1)
        return self._connection.execute(found).first() is not None

    def topics(self) -> tuple[str, ...]:
        """See the port."""
        used = select(_RELEASE.c.topics).where(_RELEASE.c.topics != "[]", _RELEASE.c.deleted_at.is_(None)).distinct()
        names = {name for stored in self._connection.execute(used).scalars() for name in json.loads(stored or "[]")}
        return tuple(sorted(names, key=str.casefold))

    def remove(self, release_id: str) -> None:
        """See the port."""
        rows.bury(self._connection, _RELEASE, release_id, self._clock.now(), _(_NO_RELEASE))

    def restore(self, release_id: str) -> None:
        """See the port."""
        rows.raise_again(self._connection, _RELEASE, release_id, _(_NO_RELEASE))

    def page(self, query: ReleaseQuery) -> tuple[ReleaseSummary, ...]:
        """See the port. Two statements: the page's releases, then all their versions."""
        statement = select(_RELEASE).where(*_conditions(query)).order_by(*_order(query))
        found = self._connection.execute(statement.limit(query.limit).offset(query.offset)).all()
        versions = self.versions_of([row.id for row in found])
        return tuple(ReleaseSummary(release_of(row), tuple(versions.get(row.id, ()))) for row in found)

    def pages(self, queries: Sequence[ReleaseQuery]) -> tuple[tuple[ReleaseSummary, ...], ...]:
        """See the port. A short statement for the ids of each, then two for all the releases and versions named."""
        asked = [
            select(_RELEASE.c.id)
            .where(*_conditions(query))
            .order_by(*_order(query))
            .limit(query.limit)
            .offset(query.offset)
            for query in queries
        ]
        ids = [tuple(self._connection.execute(statement).scalars()) for statement in asked]
        found = self.summaries(dict.fromkeys(release_id for some in ids for release_id in some))
        return tuple(tuple(found[release_id] for release_id in some) for some in ids)

    def summaries(self, release_ids: Iterable[str]) -> dict[str, ReleaseSummary]:
        """Living releases with their versions, in the order of their ids as given."""
        wanted = list(release_ids)
        found = {row.id: row for row in rows.rows_in(self._connection, _RELEASE, "id", wanted)}
        living = [release_id for release_id in wanted if release_id in found and found[release_id].deleted_at is None]
        versions = self.versions_of(living)
        return {
            release_id: ReleaseSummary(release_of(found[release_id]), tuple(versions.get(release_id, ())))
            for release_id in living
        }

    def count(self, query: ReleaseQuery) -> int:
        """See the port."""
        statement = select(func.count()).select_from(_RELEASE).where(*_conditions(query))
        return int(self._connection.execute(statement).scalar_one())

    def versions(self, release_id: str) -> tuple[Version, ...]:
        """See the port."""
        return tuple(self.versions_of([release_id]).get(release_id, ()))

    def version(self, version_id: str) -> Version:
        """See the port."""
        return version_of(rows.one(self._connection, _VERSION, version_id, _(_NO_VERSION)))

    def put_version(self, version: Version) -> Version:
        """See the port. A second living version in one language of a release is a ConflictError too."""
        twin = select(_VERSION.c.id).where(
            _VERSION.c.release_id == version.release_id,
            _VERSION.c.language == version.language,
            _VERSION.c.id != version.id,
            _VERSION.c.deleted_at.is_(None),
        )
        if self._connection.execute(twin).first():
            raise ConflictError(
                _("This release has a version in “{language}” already.").format(language=version.language),
                kept=_("Nothing was changed."),
            )
        values: dict[str, Any] = {
            "id": version.id,
            "release_id": version.release_id,
            "language": version.language,
            "role": version.role.value,
            "status": version.status.value,
            "assignee": version.assignee,
            "due_at": version.due_at,
            "due_zone": version.due_zone,
            "note": version.note,
            "released_at": version.released_at,
            "total": version.progress.total,
            "done": version.progress.done,
            "stale": version.progress.stale,
        }
        sentence = _("The version in “{language}” was changed by somebody else meanwhile.").format(
            language=version.language
        )
        rows.save(self._connection, _VERSION, values, version.rev, self._clock.now(), sentence)
        return self.version(version.id)

    def set_progress(self, version_id: str, progress: Progress) -> None:
        """See the port."""
        counts = {"total": progress.total, "done": progress.done, "stale": progress.stale}
        self._connection.execute(update(_VERSION).where(_VERSION.c.id == version_id).values(counts))

    def put_approval(self, approval: Approval) -> None:
        """See the port. Points at the newest kept state with the same content hash, where there is one."""
        kept = (
            select(texts.revision.c.id)
            .where(
                texts.revision.c.version_id == approval.version_id,
                texts.revision.c.content_hash == approval.content_hash,
            )
            .order_by(texts.revision.c.number.desc())
            .limit(1)
        )
        values = {
            "id": approval.id,
            "version_id": approval.version_id,
            "revision_id": approval.revision_id or self._connection.execute(kept).scalar(),
            "content_hash": approval.content_hash,
            "approver": approval.approver,
            "approved_at": approval.approved_at,
            "note": approval.note,
            "facts": approval.facts,
            "is_own_text": approval.is_own_text,
            "voided_at": approval.voided_at,
            "void_reason": approval.void_reason,
        }
        self._connection.execute(insert(_APPROVAL).values(values))

    def approvals(self, version_id: str) -> tuple[Approval, ...]:
        """See the port."""
        statement = select(_APPROVAL).where(_APPROVAL.c.version_id == version_id)
        found = self._connection.execute(statement.order_by(_APPROVAL.c.approved_at.desc(), _APPROVAL.c.id.desc()))
        return tuple(_approval(row) for row in found)

    def living_approvals(self, release_id: str) -> tuple[Approval, ...]:
        """See the port. One statement: every save of a text asks."""
        joined = _APPROVAL.join(_VERSION, _VERSION.c.id == _APPROVAL.c.version_id)
        mine = (_VERSION.c.release_id == release_id, _VERSION.c.deleted_at.is_(None), _APPROVAL.c.voided_at.is_(None))
        found = self._connection.execute(select(_APPROVAL).select_from(joined).where(*mine).order_by(_APPROVAL.c.id))
        return tuple(_approval(row) for row in found)

    def void_approval(self, approval_id: str, at: datetime | None, reason: str) -> None:
        """See the port."""
        marked = update(_APPROVAL).where(_APPROVAL.c.id == approval_id).values(voided_at=at, void_reason=reason)
        self._connection.execute(marked)

    def versions_of(self, release_ids: Sequence[str]) -> dict[str, list[Version]]:
        """Living versions by release, each source first, then by language."""
        result: dict[str, list[Version]] = {}
        for row in rows.rows_in(self._connection, _VERSION, "release_id", release_ids, "role", "language", "id"):
            if row.deleted_at is None:
                result.setdefault(row.release_id, []).append(version_of(row))
        return result


def release_of(row: rows.AnyRow) -> Release:
    """A row of the release table as a value."""
    return Release(
        id=row.id,
        title=row.title,
        type=row.type,
        source_language=row.source_language,
        status=ReleaseStatus(row.status),
        number=row.number,
        owner=row.owner,
        assignee=row.assignee,
        due_at=row.due_at,
        due_zone=row.due_zone,
        scheduled_at=row.scheduled_at,
        scheduled_zone=row.scheduled_zone,
        embargo_at=row.embargo_at,
        embargo_zone=row.embargo_zone,
        released_at=row.released_at,
        corrects_id=row.corrects_id,
        notice=NoticeKind(row.notice) if row.notice else None,
        topics=tuple(json.loads(row.topics)),
        countries=tuple(json.loads(row.countries)),
        created_at=row.created_at,
        updated_at=row.updated_at,
        rev=row.rev,
    )


def version_of(row: rows.AnyRow) -> Version:
    """A row of the version table as a value."""
    return Version(
        id=row.id,
        release_id=row.release_id,
        language=row.language,
        role=VersionRole(row.role),
        status=ReleaseStatus(row.status),
        assignee=row.assignee,
        due_at=row.due_at,
        due_zone=row.due_zone,
        note=row.note,
        released_at=row.released_at,
        progress=Progress(row.total, row.done, row.stale),
        rev=row.rev,
    )


def _approval(row: rows.AnyRow) -> Approval:
    return Approval(
        id=row.id,
        version_id=row.version_id,
        content_hash=row.content_hash,
        approver=row.approver,
        approved_at=row.approved_at,
        note=row.note,
        facts=row.facts,
        revision_id=row.revision_id,
        is_own_text=row.is_own_text,
        voided_at=row.voided_at,
        void_reason=row.void_reason,
    )


def _conditions(query: ReleaseQuery) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = [_RELEASE.c.deleted_at.is_(None)]
    found.extend(_RELEASE.c.search_key.contains(f" {word}", autoescape=True) for word in folded_words(query.text))
    if query.status is not None:
        found.append(_RELEASE.c.status == query.status.value)
    if query.has_embargo:
        found.append(_RELEASE.c.embargo_at.is_not(None))
    if query.embargo_after is not None:
        found.append(_RELEASE.c.embargo_at > query.embargo_after)
    of_release = (_VERSION.c.release_id == _RELEASE.c.id, _VERSION.c.deleted_at.is_(None))
    if query.has_stale:
        found.append(exists().where(*of_release, _VERSION.c.stale > 0))
    if query.has_waiting:
        found.append(exists().where(*of_release, _VERSION.c.total > _VERSION.c.done + _VERSION.c.stale))
    return found


def _order(query: ReleaseQuery) -> list[ColumnElement[Any]]:
    """Sort terms, the id last so that pages never overlap; releases without embargo come after those with one."""
    by: dict[str, list[ColumnElement[Any]]] = {
        "updated": [_RELEASE.c.updated_at],
        "title": [_RELEASE.c.title_key],
        "status": [_STATUS_ORDER, _RELEASE.c.title_key],
        "type": [_RELEASE.c.type],
        "embargo": [_RELEASE.c.embargo_at],
    }
    terms = [*by.get(query.order, by["updated"]), _RELEASE.c.id]
    turned: list[ColumnElement[Any]] = [term.desc() if query.descending else term.asc() for term in terms]
    if query.order != "embargo" or query.has_embargo or query.embargo_after is not None:
        return turned
    return [_RELEASE.c.embargo_at.is_(None), *turned]
