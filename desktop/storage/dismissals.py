"""Dismissed findings."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Select, or_, select
from sqlalchemy.engine import Connection

from desktop.domain.dismissal import Dismissal
from desktop.domain.ports import Clock
from desktop.i18n import N_, _
from desktop.storage import rows
from desktop.storage.schema import desk

_TABLE = desk.check_dismissal
_NONE = N_("This dismissal was taken back already.")


class SqlDismissals:
    """Fulfils :class:`desktop.domain.ports.Dismissals`."""

    def __init__(self, connection: Connection, clock: Clock, author: str) -> None:
        self._connection = connection
        self._clock = clock
        self._author = author

    def of_version(self, version_id: str) -> tuple[Dismissal, ...]:
        """See the port."""
        mine = or_(_TABLE.c.version_id == version_id, _TABLE.c.is_everywhere.is_(True))
        return self._read(_living().where(mine))

    def everywhere(self) -> tuple[Dismissal, ...]:
        """See the port."""
        return self._read(_living().where(_TABLE.c.is_everywhere.is_(True)))

    def add(self, dismissal: Dismissal) -> Dismissal:
        """See the port."""
        values = {
            "id": dismissal.id,
            "check_name": dismissal.check,
            "text_hash": dismissal.text_hash,
            "release_id": dismissal.release_id or None,
            "version_id": dismissal.version_id or None,
            "block_id": dismissal.block_id or None,
            "segment_id": None,
            "is_everywhere": dismissal.is_everywhere,
            "reason": dismissal.reason,
            "author": dismissal.author or self._author,
        }
        rows.save(self._connection, _TABLE, values, 0, self._clock.now(), _("This finding was dismissed already."))
        return _dismissal(rows.one(self._connection, _TABLE, dismissal.id, _(_NONE)))

    def remove(self, dismissal_id: str) -> None:
        """See the port."""
        rows.bury(self._connection, _TABLE, dismissal_id, self._clock.now(), _(_NONE))

    def restore(self, dismissal_id: str) -> None:
        """See the port."""
        rows.raise_again(self._connection, _TABLE, dismissal_id, _(_NONE))

    def _read(self, statement: Select[Any]) -> tuple[Dismissal, ...]:
        found = self._connection.execute(statement.order_by(_TABLE.c.created_at.desc(), _TABLE.c.id.desc()))
        return tuple(_dismissal(row) for row in found)


def _living() -> Select[Any]:
    return select(_TABLE).where(_TABLE.c.deleted_at.is_(None))


def _dismissal(row: rows.AnyRow) -> Dismissal:
    return Dismissal(
        row.id,
        row.check_name,
        row.text_hash,
        row.version_id or "",
        row.release_id or "",
        row.block_id or "",
        bool(row.is_everywhere),
        row.reason,
        row.author,
        row.created_at,
    )
