"""People and outlets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import insert, select, update
from sqlalchemy.engine import Connection

from desktop.domain.contact import Contact, ContactClues, ContactQuery, ContactRow, Gender, Outlet
from desktop.domain.ports import Clock, IdSource
from desktop.i18n import N_, _
from desktop.storage import rows
from desktop.storage.contact_lookup import ids_known_by, people_at
from desktop.storage.contact_orders import ContactOrders
from desktop.storage.contact_parts import ContactParts
from desktop.storage.contact_rows import ContactRows
from desktop.storage.folding import folded_words, sort_key, spaced
from desktop.storage.fulltext import FullText
from desktop.storage.rows import AnyRow
from desktop.storage.schema import people

_PERSON, _OUTLET, _EMAIL = people.person, people.outlet, people.email_address
_NO_PERSON = N_("There is no contact with the id “{id}”.")
_NO_OUTLET = N_("There is no outlet with the id “{id}”.")
#: How many new people are written at once.
_MANY = 2000


class SqlContacts:
    """Fulfils :class:`desktop.domain.contact_ports.Contacts`."""

    def __init__(
        self, connection: Connection, clock: Clock, ids: IdSource, full_text: FullText, orders: ContactOrders
    ) -> None:
        self._connection = connection
        self._clock = clock
        self._parts = ContactParts(connection, clock, ids)
        self._rows = ContactRows(connection, clock, full_text, orders)

    def get(self, contact_id: str) -> Contact:
        """See the port."""
        return self._read([rows.one_by_prefix(self._connection, _PERSON, contact_id, _(_NO_PERSON))])[0]

    def put(self, contact: Contact) -> Contact:
        """See the port. Of the parts, only the fields that differ are written anew."""
        old = self._stored([contact.id]).get(contact.id, Contact(contact.id))
        sentence = _("The contact “{name}” was changed by somebody else meanwhile.").format(name=contact.name)
        values = {"id": contact.id, **_values(contact), "created_at": contact.created_at}
        rows.save(self._connection, _PERSON, values, contact.rev, self._clock.now(), sentence)
        self._parts.replace(old, contact)
        saved = self.get(contact.id)
        self._rows.put([saved])
        return saved

    def put_many(self, contacts: Iterable[Contact]) -> int:
        """See the port. A person whose key is taken already fails the whole unit of work."""
        done = 0
        for batch in rows.batches(contacts, _MANY):
            now = self._clock.now()
            stamped = [replace(c, created_at=c.created_at or now, updated_at=now, rev=1) for c in batch]
            values = [
                {"id": c.id, **_values(c), "created_at": c.created_at, "updated_at": now, "rev": 1} for c in stamped
            ]
            self._connection.execute(insert(_PERSON), values)
            self._parts.add(stamped)
            self._rows.put(self._with_outlet_names(stamped))
            done += len(batch)
        return done

    def some(self, contact_ids: Sequence[str]) -> tuple[Contact, ...]:
        """See the port."""
        found: dict[str, Contact] = {}
        for batch in rows.batches(contact_ids, _MANY):
            living = [row for row in rows.rows_in(self._connection, _PERSON, "id", batch, "id") if not row.deleted_at]
            found |= {contact.id: contact for contact in self._read(living)}
        return tuple(found[each] for each in contact_ids if each in found)

    def known_by(self, clues: ContactClues) -> tuple[Contact, ...]:
        """See the port."""
        return self.some(ids_known_by(self._connection, clues))

    def remove_many(self, contact_ids: Sequence[str]) -> None:
        """See the port."""
        for batch in rows.batches(contact_ids):
            living = update(_PERSON).where(_PERSON.c.id.in_(batch), _PERSON.c.deleted_at.is_(None))
            self._connection.execute(living.values(deleted_at=self._clock.now(), rev=_PERSON.c.rev + 1))
            self._rows.remove_many(batch)

    def remove(self, contact_id: str) -> None:
        """See the port."""
        rows.bury(self._connection, _PERSON, contact_id, self._clock.now(), _(_NO_PERSON))
        self._rows.remove(contact_id)

    def restore(self, contact_id: str) -> None:
        """See the port."""
        rows.raise_again(self._connection, _PERSON, contact_id, _(_NO_PERSON))
        self._rows.put([self.get(contact_id)])

    def restore_many(self, contact_ids: Sequence[str]) -> None:
        """See the port."""
        for batch in rows.batches(contact_ids):
            gone = update(_PERSON).where(_PERSON.c.id.in_(batch), _PERSON.c.deleted_at.is_not(None))
            self._connection.execute(gone.values(deleted_at=None, rev=_PERSON.c.rev + 1))
            self._rows.put(self.some(batch))

    def ids(self, query: ContactQuery) -> tuple[str, ...]:
        """See the port."""
        return self._rows.ids(query)

    def rows(self, contact_ids: Sequence[str]) -> tuple[ContactRow, ...]:
        """See the port."""
        return self._rows.rows(contact_ids)

    def by_email(self, address: str) -> tuple[Contact, ...]:
        """See the port."""
        statement = (
            select(_PERSON)
            .where(
                _PERSON.c.id.in_(select(_EMAIL.c.person_id).where(_EMAIL.c.address_key == address.strip().lower())),
                _PERSON.c.deleted_at.is_(None),
            )
            .order_by(_PERSON.c.id)
        )
        return tuple(self._read(self._connection.execute(statement).all()))

    def names(self) -> tuple[str, ...]:
        """See the port."""
        people_ = select(_PERSON.c.given_name, _PERSON.c.family_name).where(_PERSON.c.deleted_at.is_(None))
        outlets = select(_OUTLET.c.name).where(_OUTLET.c.deleted_at.is_(None))
        found = [f"{given} {family}".strip() for given, family in self._connection.execute(people_)]
        found += [str(name) for (name,) in self._connection.execute(outlets)]
        return tuple(found)

    def tags(self) -> tuple[str, ...]:
        """See the port."""
        tag, tagged = people.tag, people.person_tag
        statement = (
            select(tag.c.name, tag.c.name_key)
            .join(tagged, tagged.c.tag_id == tag.c.id)
            .join(_PERSON, _PERSON.c.id == tagged.c.person_id)
            .where(_PERSON.c.deleted_at.is_(None))
            .distinct()
            .order_by(tag.c.name_key, tag.c.name)
        )
        return tuple(self._connection.execute(statement).scalars())

    def outlet(self, outlet_id: str) -> Outlet:
        """See the port."""
        return self._read_outlets([rows.one(self._connection, _OUTLET, outlet_id, _(_NO_OUTLET))])[0]

    def outlets(self, text: str = "", limit: int = 200) -> tuple[Outlet, ...]:
        """See the port. Of several words each must begin a word of the name."""
        statement = select(_OUTLET).where(_OUTLET.c.deleted_at.is_(None))
        for word in folded_words(text):
            statement = statement.where(_OUTLET.c.search_key.contains(f" {word}", autoescape=True))
        statement = statement.order_by(_OUTLET.c.name_key, _OUTLET.c.id).limit(limit)
        return tuple(self._read_outlets(self._connection.execute(statement).all()))

    def outlet_named(self, name: str) -> Outlet | None:
        """See the port; the oldest where several have the name."""
        same = select(_OUTLET).where(_OUTLET.c.name_key == sort_key(name), _OUTLET.c.deleted_at.is_(None))
        found = self._connection.execute(same.order_by(_OUTLET.c.id).limit(1)).first()
        return None if found is None else self._read_outlets([found])[0]

    def outlets_named(self, names: Iterable[str]) -> dict[str, Outlet]:
        """See the port; the oldest where several have a name."""
        wanted = {name: sort_key(name) for name in names}
        found = rows.rows_in(self._connection, _OUTLET, "name_key", sorted(set(wanted.values())), "id")
        oldest: dict[str, AnyRow] = {}
        for row in found:
            if row.deleted_at is None:
                oldest.setdefault(row.name_key, row)
        outlets = {outlet.id: outlet for outlet in self._read_outlets(list(oldest.values()))}
        return {name: outlets[oldest[key].id] for name, key in wanted.items() if key in oldest}

    def put_outlet(self, outlet: Outlet) -> Outlet:
        """See the port. A new name shows in the list rows of all who have a role there."""
        before = select(_OUTLET.c.name).where(_OUTLET.c.id == outlet.id)
        old_name = self._connection.execute(before).scalar()
        values = _outlet_values(outlet)
        sentence = _("The outlet “{name}” was changed by somebody else meanwhile.").format(name=outlet.name)
        rows.save(self._connection, _OUTLET, values, outlet.rev, self._clock.now(), sentence)
        self._parts.replace_of_outlet(outlet)
        if old_name is not None and old_name != outlet.name:
            self._refresh_people_of(outlet.id)
        return self.outlet(outlet.id)

    def add_outlets(self, outlets: Sequence[Outlet]) -> None:
        """See the port."""
        now = self._clock.now()
        for batch in rows.batches(outlets, _MANY):
            stamps = {"created_at": now, "updated_at": now, "rev": 1}
            self._connection.execute(insert(_OUTLET), [{**_outlet_values(outlet), **stamps} for outlet in batch])

    def people_at(self, outlet_ids: Sequence[str]) -> dict[str, int]:
        """See the port."""
        return people_at(self._connection, outlet_ids)

    def remove_outlet(self, outlet_id: str) -> None:
        """See the port."""
        rows.bury(self._connection, _OUTLET, outlet_id, self._clock.now(), _(_NO_OUTLET))

    def restore_outlet(self, outlet_id: str) -> None:
        """See the port."""
        rows.raise_again(self._connection, _OUTLET, outlet_id, _(_NO_OUTLET))

    def _refresh_people_of(self, outlet_id: str) -> None:
        here = select(people.role.c.person_id).where(people.role.c.outlet_id == outlet_id).distinct()
        person_ids = list(self._connection.execute(here).scalars())
        for batch in rows.batches(person_ids):
            statement = select(_PERSON).where(_PERSON.c.id.in_(batch), _PERSON.c.deleted_at.is_(None))
            self._rows.put(self._read(self._connection.execute(statement).all()))

    def with_tombstones(self, person_ids: Sequence[str]) -> dict[str, Contact]:
        """These people by id, also those who are gone."""
        return self._stored(person_ids)

    def _stored(self, person_ids: Sequence[str]) -> dict[str, Contact]:
        """These people as stored, tombstones too."""
        found = list(rows.rows_in(self._connection, _PERSON, "id", person_ids, "id"))
        return {contact.id: contact for contact in self._read(found)}

    def _read(self, found: Sequence[AnyRow]) -> list[Contact]:
        parts = self._parts.read([row.id for row in found])
        return [_person(row, parts[row.id]) for row in found]

    def _read_outlets(self, found: Sequence[AnyRow]) -> list[Outlet]:
        parts = self._parts.read_of_outlets([row.id for row in found])
        return [
            Outlet(
                id=row.id,
                name=row.name,
                kind=row.kind,
                country=row.country,
                city=row.city,
                language=row.language,
                website=row.website,
                notes=row.notes,
                rev=row.rev,
                **parts[row.id],
            )
            for row in found
        ]

    def _with_outlet_names(self, contacts: Sequence[Contact]) -> list[Contact]:
        """The people with the outlets' stored names in their roles."""
        wanted = sorted({role.outlet_id for contact in contacts for role in contact.roles if role.outlet_id})
        names = {row.id: row.name for row in rows.rows_in(self._connection, _OUTLET, "id", wanted, "id")}
        return [
            replace(c, roles=tuple(replace(r, outlet_name=names.get(r.outlet_id, "")) for r in c.roles))
            if any(r.outlet_name != names.get(r.outlet_id, "") for r in c.roles)
            else c
            for c in contacts
        ]


def _outlet_values(outlet: Outlet) -> dict[str, Any]:
    return {
        "id": outlet.id,
        "name": outlet.name,
        "name_key": sort_key(outlet.name),
        "search_key": spaced(outlet.name),
        "kind": outlet.kind,
        "country": outlet.country,
        "city": outlet.city,
        "language": outlet.language,
        "website": outlet.website,
        "notes": outlet.notes,
    }


def _values(contact: Contact) -> dict[str, Any]:
    return {
        "given_name": contact.given_name,
        "family_name": contact.family_name,
        "form_of_address": contact.form_of_address,
        "gender": contact.gender.value,
        "country": contact.country,
        "city": contact.city,
        "time_zone": contact.time_zone,
        "notes": contact.notes,
        "is_do_not_contact": contact.is_do_not_contact,
        "source_id": contact.source_id,
    }


def _person(row: AnyRow, parts: dict[str, tuple[Any, ...]]) -> Contact:
    return Contact(
        id=row.id,
        given_name=row.given_name,
        family_name=row.family_name,
        form_of_address=row.form_of_address,
        gender=Gender(row.gender),
        country=row.country,
        city=row.city,
        time_zone=row.time_zone,
        notes=row.notes,
        is_do_not_contact=row.is_do_not_contact,
        source_id=row.source_id,
        created_at=row.created_at,
        updated_at=row.updated_at,
        rev=row.rev,
        **parts,
    )
