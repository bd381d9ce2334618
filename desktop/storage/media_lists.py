"""Media lists: their names, what they are made of, who was put on them by hand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, delete, func, insert, select, update
from sqlalchemy.engine import Connection

from desktop.domain.contact import MediaList
from desktop.domain.media_list import ListCounts, ListEntry
from desktop.domain.ports import Clock
from desktop.i18n import N_, _
from desktop.storage import rows
from desktop.storage.contact_orders import ContactOrders
from desktop.storage.folding import sort_key
from desktop.storage.list_people import ListPeople
from desktop.storage.schema import people

_LIST, _MEMBER, _PERSON = people.media_list, people.media_list_member, people.person
_PART = people.media_list_part
_NO_LIST = N_("There is no media list with the id “{id}”.")


class SqlMediaLists:
    """Fulfils :class:`desktop.domain.contact_ports.MediaLists`."""

    def __init__(self, connection: Connection, clock: Clock, author: str, orders: ContactOrders) -> None:
        self._connection = connection
        self._clock = clock
        self._author = author
        self._orders = orders

    def all(self) -> tuple[MediaList, ...]:
        """See the port."""
        found = self._connection.execute(_living().order_by(_LIST.c.name_key, _LIST.c.id))
        parts = self._parts(None)
        return tuple(_media_list(row, parts.get(row.id, {})) for row in found)

    def get(self, list_id: str) -> MediaList:
        """See the port."""
        rows.one(self._connection, _LIST, list_id, _(_NO_LIST))
        row = self._connection.execute(_living().where(_LIST.c.id == list_id)).one()
        return _media_list(row, self._parts(list_id).get(list_id, {}))

    def put(self, media_list: MediaList) -> MediaList:
        """See the port."""
        name = media_list.name
        kind = "fixed" if media_list.is_fixed else "smart" if media_list.where else "combined"
        values = {"id": media_list.id, "name": name, "name_key": sort_key(name), "notes": media_list.notes}
        values |= {"kind": kind, "conditions": media_list.where}
        if media_list.rev == 0:
            values |= {"owner": self._author}
        sentence = _("The list “{name}” was changed by somebody else meanwhile.").format(name=name)
        rows.save(self._connection, _LIST, values, media_list.rev, self._clock.now(), sentence)
        self._connection.execute(delete(_PART).where(_PART.c.list_id == media_list.id))
        parts = [(each, False) for each in media_list.includes] + [(each, True) for each in media_list.excludes]
        if parts:
            made_of = [{"list_id": media_list.id, "part_id": each, "is_excluded": out} for each, out in parts]
            self._connection.execute(insert(_PART), made_of)
        return self.get(media_list.id)

    def remove(self, list_id: str) -> None:
        """See the port."""
        rows.bury(self._connection, _LIST, list_id, self._clock.now(), _(_NO_LIST))

    def restore(self, list_id: str) -> None:
        """See the port."""
        rows.raise_again(self._connection, _LIST, list_id, _(_NO_LIST))

    def add_members(self, list_id: str, contact_ids: Iterable[str]) -> tuple[str, ...]:
        """See the port. Unknown and removed people are passed over."""
        rows.one(self._connection, _LIST, list_id, _(_NO_LIST))
        wanted = tuple(dict.fromkeys(contact_ids))
        entries = self.entries(list_id, wanted)
        fresh = [each for each in wanted if each not in entries or entries[each].is_excluded]
        return self.set_entries(list_id, dict.fromkeys(fresh, ListEntry()))

    def entries(self, list_id: str, contact_ids: Sequence[str] | None = None) -> dict[str, ListEntry]:
        """See the port."""
        asked = select(_MEMBER).join(_PERSON, _PERSON.c.id == _MEMBER.c.person_id)
        asked = asked.where(
            _MEMBER.c.list_id == list_id, _MEMBER.c.deleted_at.is_(None), _PERSON.c.deleted_at.is_(None)
        )
        asked = asked.order_by(_MEMBER.c.created_at, _MEMBER.c.person_id)
        if contact_ids is None:
            return {row.person_id: _entry(row) for row in self._connection.execute(asked)}
        found: dict[str, ListEntry] = {}
        for batch in rows.batches(contact_ids):
            some = self._connection.execute(asked.where(_MEMBER.c.person_id.in_(batch)))
            found |= {row.person_id: _entry(row) for row in some}
        return found

    def set_entries(self, list_id: str, entries: Mapping[str, ListEntry | None]) -> tuple[str, ...]:
        """See the port. Unknown and removed people are passed over."""
        now = self._clock.now()
        written: list[str] = []
        for batch in rows.batches(entries):
            living = select(_PERSON.c.id).where(_PERSON.c.id.in_(batch), _PERSON.c.deleted_at.is_(None))
            known = set(self._connection.execute(living).scalars())
            stored = self._members(list_id, batch)
            gone = [each for each in batch if entries[each] is None and stored.get(each, now) is None]
            self._mark(list_id, gone, now)
            written += gone
            there = {each: entry for each in batch if (entry := entries[each]) is not None and each in known}
            for entry in set(there.values()):
                same = [each for each, found in there.items() if found == entry]
                values = {
                    "is_excluded": entry.is_excluded,
                    "reason": entry.reason,
                    "author": entry.author or self._author,
                }
                self._mark(list_id, [each for each in same if each in stored], None, values)
                stamps = {"list_id": list_id, "created_at": now, "updated_at": now, "rev": 1, **values}
                fresh = [{"person_id": each, **stamps} for each in same if each not in stored]
                if fresh:
                    self._connection.execute(insert(_MEMBER), fresh)
            written += there
        return tuple(written)

    def size(self, list_id: str) -> int:
        """See the port."""
        return len(self._people().places(list_id))

    def counts(self, list_id: str) -> ListCounts:
        """See the port."""
        found = self._people()
        return found.counts(found.places(list_id))

    def counts_of(self, where: str) -> ListCounts:
        """See the port."""
        found = self._people()
        return found.counts(found.matching(where))

    def is_on(self, list_id: str, contact_id: str) -> bool:
        """See the port."""
        place = self._orders.living(self._connection).get(contact_id)
        return place is not None and place in self._people().places(list_id)

    def last_contact(self, contact_id: str) -> date | None:
        """See the port."""
        talk = people.interaction
        newest = select(func.max(talk.c.happened_at)).where(talk.c.person_id == contact_id, talk.c.deleted_at.is_(None))
        found = self._connection.execute(newest).scalar()
        return found.date() if found else None

    def made_with(self, list_id: str) -> tuple[MediaList, ...]:
        """See the port."""
        return tuple(each for each in self.all() if list_id in (*each.includes, *each.excludes))

    def _people(self) -> ListPeople:
        return ListPeople(self._connection, self._orders, self._clock.now().date())

    def _parts(self, list_id: str | None) -> dict[str, dict[bool, list[str]]]:
        """What lists are made of: list → whether it is left out → the lists, living ones only, by name."""
        asked = select(_PART).join(_LIST, _LIST.c.id == _PART.c.part_id).where(_LIST.c.deleted_at.is_(None))
        if list_id is not None:
            asked = asked.where(_PART.c.list_id == list_id)
        found: dict[str, dict[bool, list[str]]] = {}
        for row in self._connection.execute(asked.order_by(_LIST.c.name_key, _LIST.c.id)):
            found.setdefault(row.list_id, {}).setdefault(bool(row.is_excluded), []).append(row.part_id)
        return found

    def members(self, list_id: str) -> tuple[str, ...]:
        """See the port."""
        on_list = select(_MEMBER.c.person_id).join(_PERSON, _PERSON.c.id == _MEMBER.c.person_id)
        on_list = on_list.where(_MEMBER.c.list_id == list_id, _MEMBER.c.deleted_at.is_(None))
        on_list = on_list.where(_PERSON.c.deleted_at.is_(None), _MEMBER.c.is_excluded.is_(False))
        ordered = on_list.order_by(_MEMBER.c.created_at, _MEMBER.c.person_id)
        return tuple(self._connection.execute(ordered).scalars())

    def remove_members(self, list_id: str, contact_ids: Iterable[str]) -> tuple[str, ...]:
        """See the port."""
        rows.one(self._connection, _LIST, list_id, _(_NO_LIST))
        gone: list[str] = []
        for batch in rows.batches(dict.fromkeys(contact_ids)):
            members = self._members(list_id, batch)
            these = [i for i in batch if i in members and members[i] is None]
            self._mark(list_id, these, self._clock.now())
            gone.extend(these)
        return tuple(gone)

    def _members(self, list_id: str, person_ids: list[str]) -> dict[str, datetime | None]:
        """When each of these people was taken off the list; ``None`` for those who are on it."""
        statement = select(_MEMBER.c.person_id, _MEMBER.c.deleted_at).where(
            _MEMBER.c.list_id == list_id, _MEMBER.c.person_id.in_(person_ids)
        )
        return {row.person_id: row.deleted_at for row in self._connection.execute(statement)}

    def _mark(
        self, list_id: str, person_ids: list[str], deleted_at: datetime | None, values: Mapping[str, Any] | None = None
    ) -> None:
        if person_ids:
            these = update(_MEMBER).where(_MEMBER.c.list_id == list_id, _MEMBER.c.person_id.in_(person_ids))
            stamps = {"deleted_at": deleted_at, "updated_at": self._clock.now(), "rev": _MEMBER.c.rev + 1}
            self._connection.execute(these.values({**stamps, **(values or {})}))


def _living() -> Select[Any]:
    """Living lists, each with the number of living people on it."""
    size = (
        select(func.count())
        .select_from(_MEMBER.join(_PERSON, _PERSON.c.id == _MEMBER.c.person_id))
        .where(_MEMBER.c.list_id == _LIST.c.id, _MEMBER.c.deleted_at.is_(None), _PERSON.c.deleted_at.is_(None))
        .where(_MEMBER.c.is_excluded.is_(False))
        .scalar_subquery()
    )
    return select(_LIST, size.label("size")).where(_LIST.c.deleted_at.is_(None))


def _media_list(row: rows.AnyRow, parts: Mapping[bool, Sequence[str]]) -> MediaList:
    size = int(row.size) if row.kind == "fixed" else -1
    includes, excludes = tuple(parts.get(False, ())), tuple(parts.get(True, ()))
    return MediaList(row.id, row.name, row.notes, size, row.rev, row.conditions, includes, excludes)


def _entry(row: rows.AnyRow) -> ListEntry:
    return ListEntry(bool(row.is_excluded), row.author, row.updated_at.date(), row.reason)
