"""The log of what translations read before; rows are only ever added."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias

from sqlalchemy import func, insert, select
from sqlalchemy.engine import Connection

from desktop.domain.ports import Clock, IdSource
from desktop.domain.segment import CONFIRMED_STATES, SegmentOrigin, SegmentState
from desktop.domain.segment_record import SegmentRecord
from desktop.storage import rows
from desktop.storage.schema import texts

_TABLE = texts.segment_record
_CONFIRMED = frozenset(state.value for state in CONFIRMED_STATES)
_TYPED = SegmentOrigin.TYPED.value
#: What is to be written, and whether it is only wanted where the log does not end with it already.
RecordRow: TypeAlias = tuple[dict[str, Any], bool]


class SqlSegmentRecords:
    """Fulfils :class:`desktop.domain.ports.SegmentRecords`."""

    def __init__(self, connection: Connection, clock: Clock, ids: IdSource) -> None:
        self._connection = connection
        self._clock = clock
        self._ids = ids

    def of_segment(self, segment_id: str) -> tuple[SegmentRecord, ...]:
        """See the port."""
        wanted = select(_TABLE).where(_TABLE.c.segment_id == segment_id).order_by(_TABLE.c.id.desc())
        return tuple(_record(row) for row in self._connection.execute(wanted))

    def of_version(self, version_id: str) -> tuple[SegmentRecord, ...]:
        """See the port."""
        wanted = select(_TABLE).where(_TABLE.c.version_id == version_id).order_by(_TABLE.c.id)
        return tuple(_record(row) for row in self._connection.execute(wanted))

    def known(self, segment_ids: Iterable[str]) -> frozenset[str]:
        """See the port."""
        found: set[str] = set()
        for batch in rows.batches(segment_ids):
            wanted = select(_TABLE.c.segment_id).where(_TABLE.c.segment_id.in_(batch)).distinct()
            found.update(self._connection.execute(wanted).scalars())
        return frozenset(found)

    def add(self, record: SegmentRecord) -> None:
        """See the port."""
        values = {
            "id": record.id,
            "segment_id": record.segment_id,
            "version_id": record.version_id,
            "deed": record.deed,
            "made_from": None if record.made_from is None else rows.pack_text(record.made_from),
            "target": rows.pack_text(record.target),
            "state": record.state.value,
            "origin": record.origin.value,
            "author": record.author,
            "at": record.at,
        }
        self._connection.execute(insert(_TABLE), values)

    # -- what Segments.put leaves ---------------------------------------------------------------------------

    def due(self, row: rows.AnyRow | None, values: Mapping[str, Any]) -> list[RecordRow]:
        """What is to be remembered when a stored segment (``row``) becomes ``values``, the older first.

        Typing that goes on in one's own draft leaves nothing; no query is made for it.
        """
        is_confirmed, is_typed = values["state"] in _CONFIRMED, values["origin"] == _TYPED
        if row is None or row.deleted_at is not None:
            return [(self._row(values), False)] if _has_words(values["target"]) and not _is_own(values) else []
        is_same = (row.target, row.state) == (values["target"], values["state"])
        found: list[RecordRow] = []
        was_own = row.state not in _CONFIRMED and (row.author, row.origin) == (values["author"], values["origin"])
        if not was_own and row.target != values["target"] and _has_words(row.target):
            found.append((self._row(row._mapping, segment_id=row.id), True))
        is_reconfirmed = is_confirmed and row.made_from != values["made_from"]
        if (not is_same or is_reconfirmed) and (is_confirmed or not is_typed) and _has_words(values["target"]):
            found.append((self._row(values), False))
        return found

    def write(self, due: list[RecordRow]) -> None:
        """Append what is due."""
        if not due:
            return
        doubtful = [values["segment_id"] for values, is_doubtful in due if is_doubtful]
        last = self._last(doubtful)
        wanted = [
            values
            for values, is_doubtful in due
            if not is_doubtful or last.get(values["segment_id"]) != (values["target"], values["state"])
        ]
        if wanted:
            self._connection.execute(insert(_TABLE), wanted)

    def _last(self, segment_ids: Iterable[str]) -> dict[str, tuple[str, str]]:
        found: dict[str, tuple[str, str]] = {}
        for batch in rows.batches(segment_ids):
            newest = select(func.max(_TABLE.c.id)).where(_TABLE.c.segment_id.in_(batch)).group_by(_TABLE.c.segment_id)
            for row in self._connection.execute(select(_TABLE).where(_TABLE.c.id.in_(newest))):
                found[row.segment_id] = (row.target, row.state)
        return found

    def _row(self, values: Mapping[str, Any], segment_id: str = "") -> dict[str, Any]:
        return {
            "id": self._ids.new(),
            "segment_id": segment_id or values["id"],
            "version_id": values["version_id"],
            "deed": "",
            "made_from": values["made_from"],
            "target": values["target"],
            "state": values["state"],
            "origin": values["origin"],
            "author": values["author"],
            "at": values["translated_at"] or self._clock.now(),
        }


def _is_own(values: Mapping[str, Any]) -> bool:
    """Whether it is a draft that somebody typed."""
    return values["state"] not in _CONFIRMED and values["origin"] == _TYPED


def _has_words(packed: str) -> bool:
    return bool(rows.unpack_text(packed).text.strip())


def _record(row: rows.AnyRow) -> SegmentRecord:
    return SegmentRecord(
        id=row.id,
        segment_id=row.segment_id,
        version_id=row.version_id,
        target=rows.unpack_text(row.target),
        state=SegmentState(row.state),
        origin=SegmentOrigin(row.origin),
        author=row.author,
        at=row.at,
        made_from=None if row.made_from is None else rows.unpack_text(row.made_from),
        deed=row.deed,
    )
