"""What imports did, row by row."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import insert, select, update
from sqlalchemy.engine import Connection

from desktop.domain.import_batch import ImportBatch, ImportedRow
from desktop.domain.ports import Clock, IdSource
from desktop.i18n import N_, _
from desktop.storage import rows
from desktop.storage.column_types import storable
from desktop.storage.schema import people

_BATCH, _ROW = people.import_batch, people.import_row
_NO_BATCH = N_("There is no import with the id “{id}”.")
_MANY = 2000


class SqlImports:
    """Fulfils :class:`desktop.domain.contact_ports.Imports`."""

    def __init__(self, connection: Connection, clock: Clock, ids: IdSource, author: str) -> None:
        self._connection = connection
        self._clock = clock
        self._ids = ids
        self._author = author

    def all(self, kind: str) -> tuple[ImportBatch, ...]:
        """See the port."""
        statement = select(_BATCH).where(_BATCH.c.kind == kind, _BATCH.c.deleted_at.is_(None))
        return tuple(_batch(row) for row in self._connection.execute(statement.order_by(_BATCH.c.id.desc())))

    def get(self, batch_id: str) -> ImportBatch:
        """See the port."""
        return _batch(rows.one_by_prefix(self._connection, _BATCH, batch_id, _(_NO_BATCH)))

    def add(self, batch: ImportBatch, imported: Iterable[ImportedRow]) -> ImportBatch:
        """See the port."""
        now = self._clock.now()
        values = {
            "id": batch.id,
            "kind": batch.kind,
            "file_name": storable(batch.file_name),
            "file_hash": batch.file_hash,
            "profile": batch.profile,
            "author": batch.author or self._author,
            "report": batch.report,
            "created_at": now,
            "updated_at": now,
            "rev": 1,
        }
        self._connection.execute(insert(_BATCH), values)
        for some in rows.batches(imported, _MANY):
            self._connection.execute(
                insert(_ROW),
                [
                    {
                        "id": self._ids.new(),
                        "batch_id": batch.id,
                        "number": row.number,
                        "thing_kind": row.thing_kind,
                        "thing_id": row.thing_id or None,
                        "outcome": row.outcome,
                        "reason": storable(row.reason),
                        "before": row.before,
                    }
                    for row in some
                ],
            )
        return self.get(batch.id)

    def rows(self, batch_id: str) -> tuple[ImportedRow, ...]:
        """See the port."""
        statement = select(_ROW).where(_ROW.c.batch_id == batch_id).order_by(_ROW.c.id)
        return tuple(
            ImportedRow(row.number, row.outcome, row.reason, row.thing_kind, row.thing_id or "", row.before)
            for row in self._connection.execute(statement)
        )

    def mark_undone(self, batch_id: str, at: datetime | None) -> None:
        """See the port."""
        mine = update(_BATCH).where(_BATCH.c.id == batch_id)
        stamps = {"updated_at": self._clock.now(), "rev": _BATCH.c.rev + 1}
        self._connection.execute(mine.values(undone_at=at, **stamps))


def _batch(row: rows.AnyRow) -> ImportBatch:
    return ImportBatch(
        row.id,
        row.kind,
        row.file_name,
        row.file_hash,
        row.profile,
        row.author,
        row.report,
        row.created_at,
        row.undone_at,
        row.rev,
    )
