"""Where translators cut otherwise than the rules."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.engine import Connection

from desktop.domain.cut_exception import CutException
from desktop.domain.ports import Clock
from desktop.i18n import _
from desktop.storage import rows
from desktop.storage.schema import texts

_TABLE = texts.cut_exception


class SqlCuts:
    """Fulfils :class:`desktop.domain.ports.Cuts`."""

    def __init__(self, connection: Connection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock

    def of_version(self, version_id: str) -> tuple[CutException, ...]:
        """See the port."""
        wanted = select(_TABLE).where(_TABLE.c.version_id == version_id, _TABLE.c.deleted_at.is_(None))
        return tuple(_exception(row) for row in self._connection.execute(wanted.order_by(_TABLE.c.id)))

    def put(self, exception: CutException) -> CutException:
        """See the port."""
        stored = self._connection.execute(select(_TABLE.c.rev).where(_TABLE.c.id == exception.id)).scalar()
        values = {
            "id": exception.id,
            "version_id": exception.version_id,
            "block_id": exception.block_id,
            "is_join": exception.is_join,
            "before": exception.before,
            "after": exception.after,
            "place": exception.place,
            "author": exception.author,
        }
        sentence = _("This cut was changed by somebody else meanwhile.")
        if stored is not None and exception.rev == 0:
            rows.raise_again(self._connection, _TABLE, exception.id, sentence)
        else:
            rows.save(self._connection, _TABLE, values, exception.rev, self._clock.now(), sentence)
        return _exception(rows.one(self._connection, _TABLE, exception.id, sentence))

    def remove(self, exception_id: str) -> None:
        """See the port."""
        gone = _("This cut was taken back already.")
        rows.bury(self._connection, _TABLE, exception_id, self._clock.now(), gone)


def _exception(row: rows.AnyRow) -> CutException:
    return CutException(
        id=row.id,
        version_id=row.version_id,
        block_id=row.block_id,
        is_join=bool(row.is_join),
        before=row.before,
        after=row.after,
        place=row.place,
        author=row.author,
        rev=row.rev,
    )
