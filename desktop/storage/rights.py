"""The rights of the people in the directory: what is held on one beside the card, erasing, never coming back."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import delete, insert, or_, select, update
from sqlalchemy.engine import Connection

from desktop.domain.media_list import Traces
from desktop.domain.ports import Clock, IdSource
from desktop.storage import rows
from desktop.storage.contact_orders import ContactOrders
from desktop.storage.schema import desk, people, sending

_PERSON, _ROW, _NEVER = people.person, people.contact_row, people.suppression
_IMPORTED, _BATCH, _TALK = people.import_row, people.import_batch, people.interaction
_SENDING, _DELIVERY = sending.sending, sending.delivery
_OPTIMISE = (
    "INSERT INTO contact_row_folded (contact_row_folded) VALUES ('optimize')",
    "INSERT INTO contact_row_exact (contact_row_exact) VALUES ('optimize')",
)


class SqlRights:
    """Fulfils :class:`desktop.domain.contact_ports.Rights`."""

    def __init__(self, connection: Connection, clock: Clock, ids: IdSource, orders: ContactOrders) -> None:
        self._connection = connection
        self._clock = clock
        self._ids = ids
        self._orders = orders

    def traces(self, contact_id: str) -> Traces:
        """See the port."""
        everybody = self._same_person(contact_id)
        talks = select(_TALK).where(_TALK.c.person_id.in_(everybody)).order_by(_TALK.c.happened_at)
        imported = select(_IMPORTED, _BATCH.c.file_name, _BATCH.c.created_at)
        imported = imported.join(_BATCH, _BATCH.c.id == _IMPORTED.c.batch_id)
        imported = imported.where(_IMPORTED.c.thing_id.in_(everybody)).order_by(_IMPORTED.c.id)
        sent = select(_DELIVERY).where(_DELIVERY.c.person_id.in_(everybody)).order_by(_DELIVERY.c.id)
        run = self._connection.execute
        return Traces(
            tuple(
                (_iso(r.happened_at), r.kind, r.subject, r.notes, _iso(r.follow_up_on), r.author) for r in run(talks)
            ),
            tuple(
                (_iso(r.created_at), r.file_name, str(r.number), r.outcome, r.reason, r.before or "")
                for r in run(imported)
            ),
            tuple((_iso(r.created_at), r.address, r.language, r.state) for r in run(sent)),
        )

    def erase(self, contact_id: str, texts: Collection[str]) -> None:
        """See the port."""
        if self._connection.dialect.name == "sqlite":
            self._connection.exec_driver_sql("PRAGMA secure_delete = ON")
        everybody = self._same_person(contact_id)
        for each in everybody:
            self._redact_sendings(each)
        mine = _IMPORTED.c.thing_id.in_(everybody)
        self._connection.execute(update(_IMPORTED).where(mine).values(before=None, reason="", thing_id=None))
        named = or_(*(_IMPORTED.c.reason.contains(text, autoescape=True) for text in texts)) if texts else None
        if named is not None:
            self._connection.execute(update(_IMPORTED).where(named).values(reason=""))
        self._redact_members(everybody)
        self._connection.execute(delete(desk.conflict).where(desk.conflict.c.thing_id.in_(everybody)))
        places = self._connection.execute(select(_ROW.c.place).where(_ROW.c.person_id.in_(everybody))).scalars().all()
        self._connection.execute(delete(_ROW).where(_ROW.c.person_id.in_(everybody)))
        for part in (people.email_address, people.phone):  # they may also be an outlet's, so they do not go along
            self._connection.execute(delete(part).where(part.c.person_id.in_(everybody)))
        self._connection.execute(delete(_PERSON).where(_PERSON.c.id.in_(everybody)))
        self._orders.changed(places)
        if self._connection.dialect.name == "sqlite":
            # An index keeps the words of what is gone until its parts are merged.
            for statement in _OPTIMISE:
                self._connection.exec_driver_sql(statement)

    def suppress(self, hashes: Collection[str], reason: str) -> None:
        """See the port."""
        known = self.suppressed(hashes)
        now = self._clock.now()
        fresh = [
            {"id": self._ids.new(), "address_hash": each, "reason": reason, "created_at": now}
            for each in sorted(hashes)
            if each not in known
        ]
        if fresh:
            self._connection.execute(insert(_NEVER), fresh)

    def suppressed(self, hashes: Collection[str]) -> frozenset[str]:
        """See the port."""
        found: set[str] = set()
        for row in rows.rows_in(self._connection, _NEVER, "address_hash", sorted(hashes), "id"):
            found.add(row.address_hash)
        return frozenset(found)

    def has_suppressed(self) -> bool:
        """See the port."""
        return self._connection.execute(select(_NEVER.c.id).limit(1)).first() is not None

    def _same_person(self, contact_id: str) -> list[str]:
        """The person, and the cards that were merged into this one, however often."""
        found = [contact_id]
        for each in found:
            merged = select(_PERSON.c.id).where(_PERSON.c.merged_into_id == each)
            found += [other for other in self._connection.execute(merged).scalars() if other not in found]
        return found

    def _redact_sendings(self, person_id: str) -> None:
        """Take a person out of the snapshots of audiences."""
        asked = select(_SENDING.c.id, _SENDING.c.audience).where(
            _SENDING.c.audience.contains(person_id, autoescape=True)
        )
        for sending_id, audience in self._connection.execute(asked).all():
            kept = rows.pack(_without(json.loads(audience), person_id))
            self._connection.execute(update(_SENDING).where(_SENDING.c.id == sending_id).values(audience=kept))

    def _redact_members(self, person_ids: Sequence[str]) -> None:
        """Take people out of what imports say of the lists they filled."""
        lists = _IMPORTED.c.thing_kind == "media_list"
        for each in person_ids:
            asked = select(_IMPORTED.c.id, _IMPORTED.c.before).where(lists, _IMPORTED.c.before.contains(each))
            for row_id, before in self._connection.execute(asked).all():
                kept = json.dumps(_without(json.loads(before), each))
                self._connection.execute(update(_IMPORTED).where(_IMPORTED.c.id == row_id).values(before=kept))


def _without(value: Any, person_id: str) -> Any:
    """JSON without the person: an entry of a list or an object that names the id goes."""
    if isinstance(value, list):
        return [_without(each, person_id) for each in value if not _names(each, person_id)]
    if isinstance(value, dict):
        kept = {name: _without(each, person_id) for name, each in value.items() if name != person_id}
        return {name: each for name, each in kept.items() if not _names(each, person_id)}
    return value


def _names(value: Any, person_id: str) -> bool:
    return value == person_id or (isinstance(value, dict) and person_id in value.values())


def _iso(moment: Any) -> str:
    return moment.isoformat(sep=" ", timespec="minutes") if hasattr(moment, "hour") else str(moment or "")
