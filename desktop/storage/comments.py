"""Comments and their answers."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Select, func, select, update
from sqlalchemy.engine import Connection

from desktop.domain.comment import Comment
from desktop.domain.ports import Clock
from desktop.i18n import N_, _
from desktop.storage import rows
from desktop.storage.schema import desk

_COMMENT = desk.comment
_NO_COMMENT = N_("There is no comment with the id “{id}”.")


class SqlComments:
    """Fulfils :class:`desktop.domain.ports.Comments`."""

    def __init__(self, connection: Connection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock

    def of_version(self, version_id: str) -> tuple[Comment, ...]:
        """See the port."""
        living = _living(version_id).order_by(_COMMENT.c.created_at, _COMMENT.c.id)
        return tuple(_comment(row) for row in self._connection.execute(living))

    def open_count(self, version_id: str) -> int:
        """See the port."""
        unresolved = _living(version_id).where(_COMMENT.c.parent_id.is_(None), _COMMENT.c.resolved_at.is_(None))
        return int(self._connection.execute(select(func.count()).select_from(unresolved.subquery())).scalar_one())

    def get(self, comment_id: str) -> Comment:
        """See the port."""
        return _comment(rows.one(self._connection, _COMMENT, comment_id, _(_NO_COMMENT)))

    def put(self, comment: Comment) -> Comment:
        """See the port."""
        values = {
            "id": comment.id,
            "release_id": comment.release_id,
            "version_id": comment.version_id,
            "parent_id": comment.parent_id or None,
            "block_id": comment.block_id or None,
            "segment_id": comment.segment_id or None,
            "start": comment.start,
            "end": comment.end,
            "quoted": comment.quoted,
            "body": comment.body,
            "author": comment.author,
            "resolved_at": comment.resolved_at,
            "resolved_by": comment.resolved_by,
        }
        sentence = _("This comment was changed by somebody else meanwhile.")
        rows.save(self._connection, _COMMENT, values, comment.rev, self._clock.now(), sentence)
        return self.get(comment.id)

    def move(self, comments: Iterable[Comment]) -> None:
        """See the port."""
        for comment in comments:
            place = {"block_id": comment.block_id or None, "start": comment.start, "end": comment.end}
            self._connection.execute(update(_COMMENT).where(_COMMENT.c.id == comment.id).values(place))

    def remove(self, comment_id: str) -> None:
        """See the port."""
        rows.bury(self._connection, _COMMENT, comment_id, self._clock.now(), _(_NO_COMMENT))

    def restore(self, comment_id: str) -> None:
        """See the port."""
        rows.raise_again(self._connection, _COMMENT, comment_id, _(_NO_COMMENT))


def _living(version_id: str) -> Select[rows.AnyRow]:
    return select(_COMMENT).where(_COMMENT.c.version_id == version_id, _COMMENT.c.deleted_at.is_(None))


def _comment(row: rows.AnyRow) -> Comment:
    return Comment(
        id=row.id,
        release_id=row.release_id,
        version_id=row.version_id or "",
        body=row.body,
        author=row.author,
        block_id=row.block_id or "",
        segment_id=row.segment_id or "",
        start=row.start,
        end=row.end,
        quoted=row.quoted,
        parent_id=row.parent_id or "",
        created_at=row.created_at,
        updated_at=row.updated_at,
        resolved_at=row.resolved_at,
        resolved_by=row.resolved_by,
        rev=row.rev,
    )
