"""Who is on a media list, whatever it is made of, and whom it reaches."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.engine import Connection

from desktop.contacts.lists.facts import is_usable
from desktop.contacts.lists.reading import read_where
from desktop.domain.media_list import ListCounts
from desktop.storage import rows
from desktop.storage.contact_orders import ContactOrders
from desktop.storage.schema import people

_LIST, _MEMBER, _PART, _ROW = people.media_list, people.media_list_member, people.media_list_part, people.contact_row


class ListPeople:
    """Finds people by their places in the contact list. A list that is gone is empty; a circle of lists ends."""

    def __init__(self, connection: Connection, orders: ContactOrders, today: date) -> None:
        self._connection = connection
        self._orders = orders
        self._today = today
        self._known: dict[str, set[int]] = {}

    def places(self, list_id: str) -> set[int]:
        """The living people on a list."""
        if list_id not in self._known:
            self._known[list_id] = set()
            self._known[list_id] = self._found(list_id)
        return self._known[list_id]

    def _found(self, list_id: str) -> set[int]:
        stored = select(_LIST.c.conditions).where(_LIST.c.id == list_id, _LIST.c.deleted_at.is_(None))
        conditions = self._connection.execute(stored).scalar()
        if conditions is None:
            return set()
        by_hand, kept_off = self._entries(list_id)
        found = by_hand | self.matching(conditions) if conditions else by_hand
        parts = self._connection.execute(select(_PART.c.part_id, _PART.c.is_excluded).where(_PART.c.list_id == list_id))
        for part_id, is_excluded in parts.all():
            if is_excluded:
                kept_off = kept_off | self.places(part_id)
            else:
                found = found | self.places(part_id)
        return found - kept_off

    def matching(self, conditions: str) -> set[int]:
        """The people for whom conditions in their text form hold; raises BadInputError where they cannot be read."""
        ids = self._orders.living(self._connection)
        return self._orders.facts.places(self._connection, read_where(conditions), ids, self._today)

    def _entries(self, list_id: str) -> tuple[set[int], set[int]]:
        """Who was put on the list by hand, and who is kept off it."""
        entries = select(_ROW.c.place, _MEMBER.c.is_excluded).join(_MEMBER, _MEMBER.c.person_id == _ROW.c.person_id)
        entries = entries.where(_MEMBER.c.list_id == list_id, _MEMBER.c.deleted_at.is_(None))
        found: tuple[set[int], set[int]] = (set(), set())
        for place, is_excluded in self._connection.execute(entries):
            found[bool(is_excluded)].add(place)
        return found

    def counts(self, places: set[int]) -> ListCounts:
        """How many people these are, and whom they reach."""
        marked = self._having("is_do_not_contact", places, bool)
        reachable = self._having("emails", places, lambda emails: any(map(is_usable, emails or ())))
        out = marked | (places - reachable)
        receivers = places - out
        outlets = self._counted("roles", receivers, lambda roles: roles[0][0] if roles else "")
        return ListCounts(
            len(places),
            len(out),
            len(marked),
            len(places - reachable - marked),
            self._counted("languages", receivers, lambda languages: languages[0] if languages else ""),
            self._counted("country", receivers, lambda country: country or ""),
            self._named(outlets),
        )

    def _having(self, part: str, places: set[int], holds: Callable[[Any], bool]) -> set[int]:
        groups = self._groups(part)
        return set().union(*(group for value, group in groups.items() if holds(value))) & places

    def _counted(self, part: str, places: set[int], name: Callable[[Any], str]) -> tuple[tuple[str, int], ...]:
        found: Counter[str] = Counter()
        for value, group in self._groups(part).items():
            count = len(places.intersection(group))
            if count:
                found[name(value)] += count
        return tuple(sorted(found.items(), key=lambda pair: (-pair[1], pair[0])))

    def _groups(self, part: str) -> dict[Any, Any]:
        ids = self._orders.living(self._connection)
        return self._orders.facts.group(self._connection, part, ids)

    def _named(self, outlets: tuple[tuple[str, int], ...]) -> tuple[tuple[str, int], ...]:
        table = people.outlet
        named = {
            row.id: row.name for row in rows.rows_in(self._connection, table, "id", [i for i, _n in outlets], "id")
        }
        return tuple((named.get(outlet_id, ""), count) for outlet_id, count in outlets)
