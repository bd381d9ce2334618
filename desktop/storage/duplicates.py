"""Which cards are one person's, and which are not: what people decided, and the facts to look for more."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, insert, select, update
from sqlalchemy.engine import Connection

from desktop.domain.contact import Contact, Gender
from desktop.domain.person_facts import PersonFacts
from desktop.domain.ports import Clock
from desktop.storage import rows
from desktop.storage.schema import people

if TYPE_CHECKING:
    from desktop.storage.contacts import SqlContacts

_PERSON, _APART, _INTERACTION = people.person, people.not_duplicate, people.interaction


class SqlDuplicates:
    """Fulfils :class:`desktop.domain.contact_ports.Duplicates`."""

    def __init__(self, connection: Connection, clock: Clock, author: str, contacts: SqlContacts) -> None:
        self._connection = connection
        self._clock = clock
        self._author = author
        self._contacts = contacts

    def facts(self) -> tuple[PersonFacts, ...]:
        """See the port. Reads whole columns: a directory of 100,000 is five statements."""
        emails = self._of_people(people.email_address, "address")
        phones = self._of_people(people.phone, "number", "extension")
        outlets: defaultdict[str, list[str]] = defaultdict(list)
        named = select(people.role.c.person_id, people.outlet.c.name)
        named = named.join(people.outlet, people.outlet.c.id == people.role.c.outlet_id)
        for person_id, name in self._connection.execute(named.order_by(people.role.c.position)):
            if name not in outlets[person_id]:
                outlets[person_id].append(name)
        living = select(_PERSON).where(_PERSON.c.deleted_at.is_(None)).order_by(_PERSON.c.id)
        return tuple(
            PersonFacts(
                row.id,
                row.given_name,
                row.family_name,
                row.form_of_address,
                Gender(row.gender),
                tuple(address for (address,) in emails.get(row.id, ())),
                tuple((number, extension) for number, extension in phones.get(row.id, ())),
                tuple(outlets.get(row.id, ())),
                row.country,
                row.city,
                row.source_id,
            )
            for row in self._connection.execute(living)
        )

    def _of_people(self, table: Any, *columns: str) -> dict[str, list[Sequence[Any]]]:
        found: defaultdict[str, list[Sequence[Any]]] = defaultdict(list)
        statement = select(table.c.person_id, *(table.c[name] for name in columns))
        statement = statement.where(table.c.person_id.is_not(None)).order_by(table.c.position)
        for person_id, *values in self._connection.execute(statement):
            found[person_id].append(values)
        return found

    def apart(self) -> frozenset[tuple[str, str]]:
        """See the port."""
        found = self._connection.execute(select(_APART.c.first_id, _APART.c.second_id))
        return frozenset((first, second) for first, second in found)

    def set_apart(self, one: str, other: str) -> bool:
        """See the port."""
        first, second = sorted((one, other))
        if (first, second) in self.apart():
            return False
        values = {"first_id": first, "second_id": second, "author": self._author, "created_at": self._clock.now()}
        self._connection.execute(insert(_APART), values)
        return True

    def forget_apart(self, one: str, other: str) -> bool:
        """See the port."""
        first, second = sorted((one, other))
        mine = delete(_APART).where(_APART.c.first_id == first, _APART.c.second_id == second)
        return self._connection.execute(mine).rowcount == 1

    def bury(self, contact_id: str, into_id: str) -> None:
        """See the port."""
        self._contacts.remove(contact_id)
        self._point(contact_id, into_id)

    def raise_again(self, contact_id: str) -> None:
        """See the port."""
        self._point(contact_id, None)
        self._contacts.restore(contact_id)

    def _point(self, contact_id: str, into_id: str | None) -> None:
        self._connection.execute(update(_PERSON).where(_PERSON.c.id == contact_id).values(merged_into_id=into_id))

    def former_cards(self) -> tuple[tuple[Contact, str], ...]:
        """See the port. Follows a chain of merges to the card that lives."""
        statement = select(_PERSON.c.id, _PERSON.c.merged_into_id).where(_PERSON.c.merged_into_id.is_not(None))
        into = {row[0]: row[1] for row in self._connection.execute(statement.order_by(_PERSON.c.id))}
        cards = self._contacts.with_tombstones(list(into))
        return tuple((cards[each], _end(into, each)) for each in into if each in cards)

    def lists_of(self, contact_id: str) -> tuple[str, ...]:
        """See the port."""
        member, media_list = people.media_list_member, people.media_list
        on = select(member.c.list_id).join(media_list, media_list.c.id == member.c.list_id)
        on = on.where(member.c.person_id == contact_id, member.c.deleted_at.is_(None), member.c.is_excluded.is_(False))
        return tuple(
            self._connection.execute(on.where(media_list.c.deleted_at.is_(None)).order_by(media_list.c.id)).scalars()
        )

    def move_interactions(self, from_id: str, to_id: str) -> tuple[str, ...]:
        """See the port."""
        mine = select(_INTERACTION.c.id).where(_INTERACTION.c.person_id == from_id).order_by(_INTERACTION.c.id)
        moved = tuple(self._connection.execute(mine).scalars())
        self.return_interactions(moved, to_id)
        return moved

    def return_interactions(self, interaction_ids: Sequence[str], to_id: str) -> None:
        """See the port."""
        now = self._clock.now()
        for batch in rows.batches(interaction_ids):
            these = update(_INTERACTION).where(_INTERACTION.c.id.in_(batch))
            stamps = {"updated_at": now, "rev": _INTERACTION.c.rev + 1}
            self._connection.execute(these.values(person_id=to_id, **stamps))


def _end(into: dict[str, str], start: str) -> str:
    seen = {start}
    heir = into[start]
    while heir in into and heir not in seen:
        seen.add(heir)
        heir = into[heir]
    return heir
