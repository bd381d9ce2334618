"""Fixed lists of people."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import Select, func, insert, select, update
from sqlalchemy.engine import Connection

from desktop.domain.contact import MediaList
from desktop.domain.ports import Clock
from desktop.i18n import N_, _
from desktop.storage import rows
from desktop.storage.folding import sort_key
from desktop.storage.schema import people

_LIST, _MEMBER, _PERSON = people.media_list, people.media_list_member, people.person
_NO_LIST = N_("There is no media list with the id “{id}”.")


class SqlMediaLists:
    """Fulfils :class:`desktop.domain.contact_ports.MediaLists`."""

    def __init__(self, connection: Connection, clock: Clock, author: str) -> None:
        self._connection = connection
        self._clock = clock
        self._author = author

    def all(self) -> tuple[MediaList, ...]:
        """See the port."""
        found = self._connection.execute(_living().order_by(_LIST.c.name_key, _LIST.c.id))
        return tuple(_media_list(row) for row in found)

    def get(self, list_id: str) -> MediaList:
        """See the port."""
        rows.one(self._connection, _LIST, list_id, _(_NO_LIST))
        return _media_list(self._connection.execute(_living().where(_LIST.c.id == list_id)).one())

    def put(self, media_list: MediaList) -> MediaList:
        """See the port."""
        name = media_list.name
        values = {"id": media_list.id, "name": name, "name_key": sort_key(name), "notes": media_list.notes}
        if media_list.rev == 0:
            values |= {"kind": "fixed", "conditions": "", "owner": self._author}
        sentence = _("The list “{name}” was changed by somebody else meanwhile.").format(name=name)
        rows.save(self._connection, _LIST, values, media_list.rev, self._clock.now(), sentence)
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
        now = self._clock.now()
        wanted = tuple(dict.fromkeys(contact_ids))
        added: list[str] = []
        for batch in rows.batches(wanted):
            living = select(_PERSON.c.id).where(_PERSON.c.id.in_(batch), _PERSON.c.deleted_at.is_(None))
            known = set(self._connection.execute(living).scalars())
            members = self._members(list_id, batch)
            back = [i for i in batch if i in known and members.get(i) is not None]
            fresh = [i for i in batch if i in known and i not in members]
            self._mark(list_id, back, None)
            if fresh:
                blank = {"is_excluded": False, "reason": "", "author": self._author, "rev": 1}
                stamps = {"list_id": list_id, "created_at": now, "updated_at": now, **blank}
                self._connection.execute(insert(_MEMBER), [{"person_id": i, **stamps} for i in fresh])
            added.extend(i for i in batch if i in back or i in fresh)
        return tuple(added)

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

    def _mark(self, list_id: str, person_ids: list[str], deleted_at: datetime | None) -> None:
        if person_ids:
            these = update(_MEMBER).where(_MEMBER.c.list_id == list_id, _MEMBER.c.person_id.in_(person_ids))
            stamps = {"deleted_at": deleted_at, "updated_at": self._clock.now(), "rev": _MEMBER.c.rev + 1}
            self._connection.execute(these.values(stamps))


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


def _media_list(row: rows.AnyRow) -> MediaList:
    return MediaList(row.id, row.name, row.notes, int(row.size), row.rev)
