"""The directory in each order that lists ask for, kept in memory."""

from __future__ import annotations

from array import array
from collections.abc import Iterable

from sqlalchemy import func, literal, select, tuple_
from sqlalchemy.engine import Connection

from desktop.storage.contact_facts import ContactFacts
from desktop.storage.schema import people

_ROW = people.contact_row
#: More changed rows than this and the orders are read anew.
_MOST_MENDED = 8

#: Order name → the index columns it walks; the place makes it total.
_WALKS = {
    "name": (_ROW.c.name_key, _ROW.c.place),
    "organisation": (_ROW.c.organisation_key, _ROW.c.name_key, _ROW.c.place),
    "email": (_ROW.c.email_key, _ROW.c.place),
    "country": (_ROW.c.country_key, _ROW.c.name_key, _ROW.c.place),
    "updated": (_ROW.c.updated_at, _ROW.c.place),
}


class ContactOrders:
    """The directory in each order that was asked for, kept in memory.

    One process has the workspace file, so it can know when the orders are stale: a repository that writes
    contacts says which (:meth:`changed`), a rollback drops all of this. Without it, sorting 60,000 hits
    would take longer than finding them.
    """

    def __init__(self) -> None:
        self._places: dict[str, array[int]] = {}
        self._stale: dict[str, set[int]] = {}
        self._ids: dict[int, str] = {}
        self._living: dict[str, int] | None = None
        #: What conditions of lists ask; stale when the orders are.
        self.facts = ContactFacts()

    def forget(self) -> None:
        """A change was rolled back, or too much changed."""
        self._places.clear()
        self._stale.clear()
        self._ids.clear()
        self._living = None
        self.facts.forget()

    def changed(self, places: Iterable[int]) -> None:
        """The rows at these places were written or removed."""
        changed = set(places)
        self._living = None
        self.facts.changed(changed)
        for stale in self._stale.values():
            stale.update(changed)
        if any(len(stale) > _MOST_MENDED for stale in self._stale.values()):
            self._places.clear()
            self._stale.clear()
            self._ids.clear()

    def places(self, connection: Connection, order: str) -> array[int]:
        """All places in an order: read from a covering index the first time, mended after small changes."""
        name = order if order in _WALKS else "name"
        known = self._places.get(name)
        if known is None:
            known = self._read(connection, name)
        elif self._stale[name]:
            known = self._mended(connection, name, known)
        self._places[name] = known
        self._stale[name] = set()
        return known

    def living(self, connection: Connection) -> dict[str, int]:
        """The place of everybody living, by id."""
        if self._living is None:
            ordered = self.places(connection, "name")
            self._living = {self._ids[place]: place for place in ordered}
        return self._living

    def ids(self, places: Iterable[int]) -> tuple[str, ...]:
        """The ids at these places; some order has been read before."""
        return tuple(map(self._ids.__getitem__, places))

    def _read(self, connection: Connection, name: str) -> array[int]:
        cursor = connection.execute(select(_ROW.c.place, _ROW.c.person_id).order_by(*_WALKS[name])).cursor
        found = cursor.fetchall() if cursor else []
        self._ids.update(found)
        return array("q", (place for place, _person_id in found))

    def _mended(self, connection: Connection, name: str, known: array[int]) -> array[int]:
        """The order with the changed rows taken out and put in again where they belong now."""
        stale = self._stale[name]
        result = array("q", (place for place in known if place not in stale))
        keys = _WALKS[name]
        living = select(_ROW.c.person_id, *keys).where(_ROW.c.place.in_(sorted(stale))).order_by(*keys)
        for person_id, *key in connection.execute(living).all():
            smaller = select(func.count()).select_from(_ROW)
            smaller = smaller.where(
                tuple_(*keys) < tuple_(*(literal(k, c.type) for k, c in zip(key, keys, strict=True)))
            )
            result.insert(int(connection.execute(smaller).scalar_one()), key[-1])
            self._ids[key[-1]] = person_id
        return result
