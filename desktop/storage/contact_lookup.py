"""Who of the directory many rows of a file may mean, asked for all rows at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import func, select
from sqlalchemy.engine import Connection

from desktop.domain.contact import ContactClues
from desktop.storage import rows
from desktop.storage.folding import LAST, sort_key
from desktop.storage.schema import people

_PERSON, _EMAIL, _PHONE, _ROW = people.person, people.email_address, people.phone, people.contact_row


def ids_known_by(connection: Connection, clues: ContactClues) -> list[str]:
    """The ids of all living people who have one of these addresses, names, numbers, source ids or outlets, in order."""
    found: set[str] = set()
    addresses = {address.strip().lower() for address in clues.addresses}
    for column, keys, owner in (
        (_EMAIL.c.address_key, addresses, _EMAIL.c.person_id),
        (_PHONE.c.number, set(clues.numbers), _PHONE.c.person_id),
        (_PERSON.c.source_id, set(clues.source_ids), _PERSON.c.id),
        (_PERSON.c.id, set(clues.source_ids), _PERSON.c.id),
        (_ROW.c.name_key, {sort_key(name) for name in clues.names} - {LAST}, _ROW.c.person_id),
        (_ROW.c.organisation_key, {sort_key(name) for name in clues.organisations} - {LAST}, _ROW.c.person_id),
    ):
        for batch in rows.batches(sorted(key for key in keys if key)):
            statement = select(owner).where(column.in_(batch), owner.is_not(None))
            found.update(str(person_id) for person_id in connection.execute(statement).scalars())
    return list(_living(connection, sorted(found)))


def _living(connection: Connection, person_ids: Iterable[str]) -> Iterator[str]:
    for batch in rows.batches(person_ids):
        statement = select(_PERSON.c.id).where(_PERSON.c.id.in_(batch), _PERSON.c.deleted_at.is_(None))
        yield from connection.execute(statement.order_by(_PERSON.c.id)).scalars()


def people_at(connection: Connection, outlet_ids: Sequence[str]) -> dict[str, int]:
    """How many living people have a role at each of these outlets; those with nobody are left out."""
    role = people.role
    found: dict[str, int] = {}
    for batch in rows.batches(outlet_ids):
        count = func.count(role.c.person_id.distinct())
        statement = select(role.c.outlet_id, count).join(_PERSON, _PERSON.c.id == role.c.person_id)
        statement = statement.where(role.c.outlet_id.in_(batch), _PERSON.c.deleted_at.is_(None))
        found |= {row[0]: row[1] for row in connection.execute(statement.group_by(role.c.outlet_id))}
    return found
