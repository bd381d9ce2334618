"""The projection that the contact list reads: one row a living person, with what is shown, sorted and searched."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import bindparam, delete, insert, select, update
from sqlalchemy.engine import Connection

from desktop.domain.contact import Contact, ContactQuery, ContactRow
from desktop.domain.ports import Clock
from desktop.storage import rows
from desktop.storage.column_types import storable
from desktop.storage.contact_orders import ContactOrders
from desktop.storage.folding import STROKED, compose, fold, sort_key, words_of
from desktop.storage.fulltext import FullText
from desktop.storage.list_people import ListPeople
from desktop.storage.schema import people

_ROW = people.contact_row
#: Tails of a phone number that people type when they search for it.
_PHONE_TAILS = (10, 8, 7, 4)


class ContactRows:
    """Writes the projection and answers the contact list from it."""

    def __init__(self, connection: Connection, clock: Clock, full_text: FullText, orders: ContactOrders) -> None:
        self._connection = connection
        self._clock = clock
        self._full_text = full_text
        self._orders = orders

    def put(self, contacts: Sequence[Contact]) -> None:
        """Write the rows of these people, whether they had one or not."""
        places = self._places([contact.id for contact in contacts])
        fresh = [_values(contact) for contact in contacts if contact.id not in places]
        changed = [{**_values(c), "at": places[c.id]} for c in contacts if c.id in places]
        if fresh:
            self._connection.execute(insert(_ROW), fresh)
        if changed:
            columns: dict[str, Any] = {n: bindparam(n) for n in changed[0] if n not in ("at", "person_id")}
            self._connection.execute(update(_ROW).where(_ROW.c.place == bindparam("at")).values(columns), changed)
        places = self._places([contact.id for contact in contacts])
        self._orders.changed(places.values())
        self._full_text.put_contacts(self._connection, ((places[c.id], _words(c)) for c in contacts))

    def remove(self, person_id: str) -> None:
        """Take a person out of the list."""
        self.remove_many([person_id])

    def remove_many(self, person_ids: Sequence[str]) -> None:
        """Take people out of the list."""
        self._orders.changed(self._places(person_ids).values())
        for batch in rows.batches(person_ids):
            self._connection.execute(delete(_ROW).where(_ROW.c.person_id.in_(batch)))

    def ids(self, query: ContactQuery) -> tuple[str, ...]:
        """See ``Contacts.ids``."""
        ordered: Sequence[int] = self._orders.places(self._connection, query.order)
        if query.descending:
            ordered = ordered[::-1]
        words = words_of(query.text)
        if query.text.strip() and not words:
            return ()
        exact: set[int] | None = None
        hits: set[int] | None = None
        if words:
            hits, exact = self._full_text.contact_places(self._connection, words)
        for places in self._filters(query):
            hits = places if hits is None else hits & places
        if hits is None:
            return self._orders.ids(ordered)
        if len(hits) == len(ordered):
            found = list(ordered)
        else:
            found = [place for place in ordered if place in hits] if hits else []
        if exact is not None and exact is not hits and not hits <= exact:
            found = [place for place in found if place in exact] + [place for place in found if place not in exact]
        return self._orders.ids(found)

    def rows(self, contact_ids: Sequence[str]) -> tuple[ContactRow, ...]:
        """See ``Contacts.rows``."""
        columns = (_ROW.c[name] for name in ("person_id", *_SHOWN))
        statement = select(*columns)
        found: dict[str, ContactRow] = {}
        for batch in rows.batches(contact_ids):
            for row in self._connection.execute(statement.where(_ROW.c.person_id.in_(batch))):
                found[row[0]] = ContactRow(*row)
        return tuple(found[contact_id] for contact_id in contact_ids if contact_id in found)

    def _filters(self, query: ContactQuery) -> Iterator[set[int]]:
        tag, tagged = people.tag, people.person_tag
        if query.list_id:
            yield ListPeople(self._connection, self._orders, self._clock.now().date()).places(query.list_id)
        if query.tag:
            with_tag = select(_ROW.c.place).join(tagged, tagged.c.person_id == _ROW.c.person_id)
            with_tag = with_tag.join(tag, tag.c.id == tagged.c.tag_id).where(tag.c.name == query.tag)
            yield set(self._connection.execute(with_tag).scalars())

    def _places(self, person_ids: Sequence[str]) -> dict[str, int]:
        found: dict[str, int] = {}
        for batch in rows.batches(person_ids):
            statement = select(_ROW.c.person_id, _ROW.c.place).where(_ROW.c.person_id.in_(batch))
            found.update((row.person_id, row.place) for row in self._connection.execute(statement))
        return found


_SHOWN = ("name", "organisation", "email", "phone", "languages", "country", "tags")


def _values(contact: Contact) -> dict[str, Any]:
    return {
        "person_id": contact.id,
        "name": contact.name,
        "organisation": contact.organisation,
        "email": contact.email,
        "phone": contact.phone,
        "languages": ", ".join(contact.languages),
        "country": contact.country,
        "tags": ", ".join(contact.tags),
        "words": _words(contact),
        "name_key": sort_key(contact.name),
        "organisation_key": sort_key(contact.organisation),
        "email_key": sort_key(contact.email),
        "country_key": sort_key(contact.country),
        "updated_at": contact.updated_at,
    }


def _words(contact: Contact) -> str:
    """Everything of a person that a filter may name, on one line."""
    parts = [contact.given_name, contact.family_name, *(role.outlet_name for role in contact.roles)]
    parts += [email.address for email in contact.emails]
    for phone in contact.phones:
        digits = re.sub(r"\D", "", phone.number)
        parts += [phone.number, *(digits[-tail:] for tail in _PHONE_TAILS if len(digits) > tail)]
    parts += [*contact.tags, contact.city, contact.country]
    line = compose(" ".join(" ".join(part.split()) for part in parts if part))
    return storable(f"{line} {' '.join(_refolded(line))}".strip())


def _refolded(line: str) -> list[str]:
    """The folded form of words that FTS5 does not fold by itself (``Łukasz`` → ``lukasz``, ``Groß`` → ``gross``)."""
    if line.isascii():
        return []
    return [fold(word) for word in words_of(line) if not STROKED.isdisjoint(word)]
