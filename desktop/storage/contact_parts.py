"""The parts of a person or an outlet: addresses, phones, roles, languages, tags, beats."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields
from typing import Any

from sqlalchemy import Table, delete, insert, select
from sqlalchemy.engine import Connection

from desktop.domain.contact import (
    BounceState,
    Consent,
    Contact,
    EmailAddress,
    EmbargoAgreement,
    Outlet,
    Phone,
    Role,
    Usage,
)
from desktop.domain.ports import Clock, IdSource
from desktop.storage import rows
from desktop.storage.folding import fold
from desktop.storage.schema import people

#: The field of a person → the table its values are in.
_TABLES = {
    "emails": people.email_address,
    "phones": people.phone,
    "roles": people.role,
    "languages": people.person_language,
    "tags": people.person_tag,
    "beats": people.person_beat,
    "consents": people.consent,
    "embargo_agreements": people.embargo_agreement,
}


class ContactParts:
    """Writes and reads what hangs on people and outlets, many owners at a time."""

    def __init__(self, connection: Connection, clock: Clock, ids: IdSource) -> None:
        self._connection = connection
        self._clock = clock
        self._ids = ids

    def add(self, contacts: Sequence[Contact], fields: Iterable[str] = tuple(_TABLES)) -> None:
        """Write the parts of people who have none of these fields yet."""
        for field in fields:
            values = [value for contact in contacts for value in self._values(contact, field)]
            if not values:
                continue
            if field in ("tags", "beats"):
                label = people.tag if field == "tags" else people.beat
                known = self._labels(label, sorted({value["label"] for value in values}))
                values = [self._labelled(value, f"{label.name}_id", known) for value in values]
            self._connection.execute(insert(_TABLES[field]), values)

    def replace(self, old: Contact, new: Contact) -> None:
        """Write those fields anew that differ."""
        changed = [field for field in _TABLES if getattr(old, field) != getattr(new, field)]
        for field in changed:
            table = _TABLES[field]
            self._connection.execute(delete(table).where(table.c.person_id == new.id))
        self.add([new], changed)

    def replace_of_outlet(self, outlet: Outlet) -> None:
        """Write an outlet's addresses and phones anew."""
        for table in (people.email_address, people.phone):
            self._connection.execute(delete(table).where(table.c.outlet_id == outlet.id))
        owner = {"person_id": None, "outlet_id": outlet.id}
        emails = [self._email(owner, place, email) for place, email in enumerate(outlet.emails)]
        phones = [self._phone(owner, place, phone) for place, phone in enumerate(outlet.phones)]
        if emails:
            self._connection.execute(insert(people.email_address), emails)
        if phones:
            self._connection.execute(insert(people.phone), phones)

    def read(self, person_ids: Sequence[str]) -> dict[str, dict[str, tuple[Any, ...]]]:
        """The parts of people: person id → field → its values in order."""
        found: dict[str, dict[str, list[Any]]] = {person_id: {} for person_id in person_ids}
        for row in rows.rows_in(self._connection, people.email_address, "person_id", person_ids, "position"):
            found[row.person_id].setdefault("emails", []).append(_read_email(row))
        for row in rows.rows_in(self._connection, people.phone, "person_id", person_ids, "position"):
            found[row.person_id].setdefault("phones", []).append(_read_phone(row))
        for row in rows.rows_in(self._connection, people.person_language, "person_id", person_ids, "position"):
            found[row.person_id].setdefault("languages", []).append(row.language)
        for row in self._roles(person_ids):
            role = Role(row.outlet_id or "", row.name or "", row.title, row.from_on, row.to_on)
            found[row.person_id].setdefault("roles", []).append(role)
        for field, label in (("tags", people.tag), ("beats", people.beat)):
            for row in self._named(_TABLES[field], label, person_ids):
                found[row.person_id].setdefault(field, []).append(row.name)
        # Their keys are made in order, so they are the order.
        for row in rows.rows_in(self._connection, people.consent, "person_id", person_ids, "id"):
            consent = Consent(row.basis, row.source, row.given_on, row.withdrawn_on, row.notes)
            found[row.person_id].setdefault("consents", []).append(consent)
        for row in rows.rows_in(self._connection, people.embargo_agreement, "person_id", person_ids, "id"):
            agreement = EmbargoAgreement(row.agreed_on, row.until_on, row.source, row.notes)
            found[row.person_id].setdefault("embargo_agreements", []).append(agreement)
        return {owner: {field: tuple(values) for field, values in parts.items()} for owner, parts in found.items()}

    def read_of_outlets(self, outlet_ids: Sequence[str]) -> dict[str, dict[str, tuple[Any, ...]]]:
        """The parts of outlets: outlet id → ``emails`` and ``phones`` in order."""
        found: dict[str, dict[str, list[Any]]] = {outlet_id: {} for outlet_id in outlet_ids}
        for row in rows.rows_in(self._connection, people.email_address, "outlet_id", outlet_ids, "position"):
            found[row.outlet_id].setdefault("emails", []).append(_read_email(row))
        for row in rows.rows_in(self._connection, people.phone, "outlet_id", outlet_ids, "position"):
            found[row.outlet_id].setdefault("phones", []).append(_read_phone(row))
        return {owner: {field: tuple(values) for field, values in parts.items()} for owner, parts in found.items()}

    def _roles(self, person_ids: Sequence[str]) -> Iterator[rows.AnyRow]:
        """Roles with their outlets' names."""
        role, outlet = people.role, people.outlet
        named = select(role, outlet.c.name).outerjoin(outlet, outlet.c.id == role.c.outlet_id)
        for batch in rows.batches(person_ids):
            yield from self._connection.execute(named.where(role.c.person_id.in_(batch)).order_by(role.c.position))

    def _named(self, link: Table, label: Table, person_ids: Sequence[str]) -> Iterator[rows.AnyRow]:
        """``person_id`` and the name of each tag or beat."""
        named = select(link.c.person_id, label.c.name).join(label, label.c.id == link.c[f"{label.name}_id"])
        for batch in rows.batches(person_ids):
            yield from self._connection.execute(named.where(link.c.person_id.in_(batch)).order_by(link.c.position))

    def _values(self, contact: Contact, field: str) -> Iterator[dict[str, Any]]:
        owner = {"person_id": contact.id, "outlet_id": None}
        for place, value in enumerate(getattr(contact, field)):
            if field == "emails":
                yield self._email(owner, place, value)
            elif field == "phones":
                yield self._phone(owner, place, value)
            elif field == "roles":
                yield self._role(contact.id, place, value)
            elif field in ("consents", "embargo_agreements"):
                yield self._dated(contact.id, value)
            elif field == "languages":
                yield {"person_id": contact.id, "position": place, "language": value}
            elif value not in getattr(contact, field)[:place]:
                yield {"person_id": contact.id, "position": place, "label": value}

    def _email(self, owner: dict[str, Any], place: int, email: EmailAddress) -> dict[str, Any]:
        return {
            **owner,
            "id": self._ids.new(),
            "position": place,
            "address": email.address,
            "address_key": email.address.lower(),
            "usage": email.usage.value,
            "is_public": email.is_public,
            "is_do_not_contact": email.is_do_not_contact,
            "bounce": email.bounce.value,
            "bounced_at": email.bounced_at,
            "bounce_reason": email.bounce_reason,
        }

    def _phone(self, owner: dict[str, Any], place: int, phone: Phone) -> dict[str, Any]:
        return {
            **owner,
            "id": self._ids.new(),
            "position": place,
            "number": phone.number,
            "extension": phone.extension,
            "usage": phone.usage.value,
            "is_public": phone.is_public,
            "is_do_not_contact": phone.is_do_not_contact,
        }

    def _role(self, person_id: str, place: int, role: Role) -> dict[str, Any]:
        if role.outlet_name and not role.outlet_id:
            raise ValueError("a role names an outlet that has no id; store the outlet first")
        return {
            "id": self._ids.new(),
            "person_id": person_id,
            "outlet_id": role.outlet_id or None,
            "position": place,
            "title": role.title,
            "from_on": role.from_on,
            "to_on": role.to_on,
        }

    def _dated(self, person_id: str, value: Consent | EmbargoAgreement) -> dict[str, Any]:
        """A consent or an agreement, which are things of their own to a shared workspace."""
        now = self._clock.now()
        stamps = {"created_at": now, "updated_at": now, "rev": 1}
        return {"id": self._ids.new(), "person_id": person_id, **_fields(value), **stamps}

    def _labels(self, table: Table, names: Sequence[str]) -> dict[str, str]:
        """The ids of tags or beats by exact name; those that are new are made."""
        known = {row.name: row.id for row in rows.rows_in(self._connection, table, "name", names, "id")}
        now = self._clock.now()
        stamps = {"created_at": now, "updated_at": now, "rev": 1}
        fresh = [
            {"id": self._ids.new(), "name": name, "name_key": fold(name), **stamps}
            for name in names
            if name not in known
        ]
        if fresh:
            self._connection.execute(insert(table), fresh)
        return known | {str(row["name"]): str(row["id"]) for row in fresh}

    @staticmethod
    def _labelled(value: dict[str, Any], column: str, known: dict[str, str]) -> dict[str, Any]:
        return {"person_id": value["person_id"], "position": value["position"], column: known[value["label"]]}


def _fields(value: Consent | EmbargoAgreement) -> dict[str, Any]:
    return {field.name: getattr(value, field.name) for field in fields(value)}


def _read_email(row: rows.AnyRow) -> EmailAddress:
    return EmailAddress(
        row.address,
        Usage(row.usage),
        row.is_public,
        row.is_do_not_contact,
        BounceState(row.bounce),
        row.bounced_at,
        row.bounce_reason,
    )


def _read_phone(row: rows.AnyRow) -> Phone:
    return Phone(row.number, Usage(row.usage), row.extension, row.is_public, row.is_do_not_contact)
