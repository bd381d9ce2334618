"""What conditions of lists ask about people, for the whole directory at once, kept in memory a field at a time."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.engine import Connection

from desktop.contacts.lists.conditions import AllOf, AnyOf, Condition, Not, Where
from desktop.contacts.lists.facts import Facts, holds
from desktop.domain.contact import BounceState, Consent, Contact, EmailAddress, EmbargoAgreement, Phone, Role
from desktop.storage import rows
from desktop.storage.schema import people

#: More changed people than this and what is known is read anew.
_MOST_MENDED = 500
#: The parts of a card that the fields of conditions are about.
_PART_OF = {
    "beat": "beats", "tag": "tags", "outlet": "roles", "outlet-kind": "roles", "country": "country", "city": "city",
    "language": "languages", "first-language": "languages", "last-contact": "last_contact", "added": "created_at",
    "embargo-agreement": "embargo_agreements", "consent": "consents", "has-email": "emails", "bounced": "emails",
    "has-phone": "phones", "do-not-contact": "is_do_not_contact",
}  # fmt: skip
_LABELS = {"beats": (people.beat, people.person_beat), "tags": (people.tag, people.person_tag)}
Group = dict[Hashable, "array[int]"]


class ContactFacts:
    """People by what they have in common: part of the card → its value → the places of those who have it.

    A condition is asked once for each value that occurs, with the same function that says why one person is on a
    list, not once for each person. One process has the workspace file, so it can know what is stale: whoever writes
    contacts says which (:meth:`changed`), a rollback drops all (:meth:`forget`).
    """

    def __init__(self) -> None:
        self._groups: dict[str, Group] = {}
        self._stale: dict[str, set[int]] = {}
        self._talks: Any = None

    def forget(self) -> None:
        """A change was rolled back, or too much changed."""
        self._groups.clear()
        self._stale.clear()

    def changed(self, places: Collection[int]) -> None:
        """The people at these places were written or removed."""
        for stale in self._stale.values():
            stale.update(places)
        if any(len(stale) > _MOST_MENDED for stale in self._stale.values()):
            self.forget()

    def places(self, connection: Connection, where: Where, ids: Mapping[str, int], today: date) -> set[int]:
        """Where the people stand for whom the conditions hold. ``ids`` has the place of everybody living."""
        return _Asking(self, connection, ids, today).places(where)

    def group(self, connection: Connection, part: str, ids: Mapping[str, int]) -> Group:
        """The values of a part of the card, each with the places of those who have it; nothing is a value too."""
        if part == "last_contact":
            talks = _talks(connection)
            if talks != self._talks:
                self._groups.pop(part, None)
            self._talks = talks
        known = self._groups.get(part)
        if known is None:
            known = _grouped(ids, _values(connection, part, None))
        elif self._stale[part]:
            stale = self._stale[part]
            known = {value: kept for value, places in known.items() if (kept := _without(places, stale))}
            again = {person_id: place for person_id, place in ids.items() if place in stale}
            for value, places in _grouped(again, _values(connection, part, list(again))).items():
                known.setdefault(value, array("q")).extend(places)
        self._groups[part] = known
        self._stale[part] = set()
        return known


class _Asking:
    """One list's conditions being asked."""

    def __init__(self, facts: ContactFacts, connection: Connection, ids: Mapping[str, int], today: date) -> None:
        self._facts = facts
        self._connection = connection
        self._ids = ids
        self._today = today
        self._outlets: dict[str, tuple[str, str]] | None = None

    def places(self, where: Where) -> set[int]:
        """The people for whom the conditions hold."""
        if isinstance(where, AllOf):
            return self._all_of(where)
        if isinstance(where, AnyOf):
            return set().union(*(self.places(part) for part in where.parts))
        if isinstance(where, Not):
            return set(self._ids.values()) - self.places(where.part)
        return self._holding(where)

    def _all_of(self, where: AllOf) -> set[int]:
        """What is denied is taken away from what is left, rather than from everybody."""
        left: set[int] | None = None
        for part in sorted(where.parts, key=lambda part: isinstance(part, Not)):
            if left is not None and isinstance(part, Not):
                left -= self.places(part.part)
            else:
                found = self.places(part)
                left = found if left is None else left & found
        return left or set()

    def _holding(self, condition: Condition) -> set[int]:
        part = _PART_OF[condition.field]
        groups = self._facts.group(self._connection, part, self._ids)
        read = self._reader(part)
        return set().union(*(places for value, places in groups.items() if holds(condition, read(value), self._today)))

    def _reader(self, part: str) -> Callable[[Any], Facts]:
        if part == "last_contact":
            return lambda value: Facts(_NOBODY, last_contact=value)
        if part == "roles":
            return self._with_roles
        if part == "created_at":
            return lambda value: Facts(Contact("", created_at=datetime.combine(value, time(), UTC) if value else None))
        if part in ("country", "city", "is_do_not_contact"):
            return lambda value: Facts(_with(part, value or _EMPTY[part]))
        return lambda value: Facts(_with(part, value or ()))

    def _with_roles(self, value: tuple[tuple[str, date | None, date | None], ...] | None) -> Facts:
        if self._outlets is None:
            table = people.outlet
            found = self._connection.execute(select(table.c.id, table.c.name, table.c.kind))
            self._outlets = {row.id: (row.name, row.kind) for row in found}
        outlets = self._outlets
        roles = tuple(
            Role(outlet_id, outlets.get(outlet_id, ("", ""))[0], from_on=from_on, to_on=to_on)
            for outlet_id, from_on, to_on in value or ()
        )
        return Facts(
            Contact("", roles=roles), {role.outlet_id: outlets.get(role.outlet_id, ("", ""))[1] for role in roles}
        )


_NOBODY = Contact("")


def _with(part: str, value: Any) -> Contact:
    changed: dict[str, Any] = {part: value}
    return replace(_NOBODY, **changed)


_EMPTY: dict[str, Any] = {"country": "", "city": "", "is_do_not_contact": False}


def _grouped(ids: Mapping[str, int], values: Iterable[tuple[str, Hashable]]) -> Group:
    """The places by value; who has none is under ``None``."""
    groups: Group = {}
    seen: set[int] = set()
    for person_id, value in values:
        place = ids.get(person_id)
        if place is None:
            continue
        seen.add(place)
        found = groups.get(value)
        if found is None:
            found = groups[value] = array("q")
        found.append(place)
    rest = array("q", (place for place in ids.values() if place not in seen))
    if rest:
        groups.setdefault(None, array("q")).extend(rest)
    return groups


def _without(places: array[int], stale: set[int]) -> array[int]:
    return places if stale.isdisjoint(places) else array("q", (each for each in places if each not in stale))


def _talks(connection: Connection) -> tuple[Any, ...]:
    """What tells whether the interaction log changed; an index holds all of it."""
    table = people.interaction
    stamps = select(func.count(), func.max(table.c.updated_at), func.count(table.c.deleted_at)).select_from(table)
    return tuple(connection.execute(stamps).one())


def _values(connection: Connection, part: str, person_ids: Sequence[str] | None) -> Iterator[tuple[str, Hashable]]:
    """``(person id, value)`` of everybody who has one, or of some people."""
    statement, make = _QUESTIONS[part]() if part not in _LABELS else _labelled(part)
    statement = statement.order_by(*_ORDERS.get(part, ()))
    made: dict[Any, Any] = {}

    def value_of(row: Sequence[Any]) -> Any:
        # Few values occur, in many rows: each is made once.
        key = tuple(row[1:])
        value = made.get(key)
        if value is None:
            value = made[key] = (make(key),)
        return value

    found = _fetched(connection, statement, person_ids)
    if part in _SINGLE:
        yield from ((row[0], value_of(row)[0]) for row in found)
        return
    several: dict[str, tuple[Any, ...]] = {}
    for row in found:
        before = several.get(row[0])
        several[row[0]] = value_of(row) if before is None else before + value_of(row)
    yield from several.items()


def _fetched(
    connection: Connection, statement: Select[Any], person_ids: Sequence[str] | None
) -> Iterable[Sequence[Any]]:
    """The driver's own rows: making ours of 200,000 would take longer than reading them. Days may be texts."""
    if person_ids is None:
        cursor = connection.execute(statement).cursor
        return cursor.fetchall() if cursor else []
    owner = statement.selected_columns[0]
    return [
        row
        for batch in rows.batches(person_ids)
        for row in _fetched(connection, statement.where(owner.in_(batch)), None)
    ]


def _day(raw: Any) -> date | None:
    """A day or an instant as a driver gives it: a date, an aware datetime, or SQLite's text."""
    if raw is None:
        return None
    if isinstance(raw, str):
        return date.fromisoformat(raw[:10])
    return raw.astimezone(UTC).date() if isinstance(raw, datetime) else raw


_Question = tuple[Select[Any], Callable[[Sequence[Any]], Hashable]]
#: The parts of which a person has one.
_SINGLE = frozenset({"country", "city", "is_do_not_contact", "created_at", "last_contact"})


def _labelled(part: str) -> _Question:
    label, link = _LABELS[part]
    named = select(link.c.person_id, label.c.name).join(label, label.c.id == link.c[f"{label.name}_id"])
    return named, lambda raw: raw[0]


def _of_person(column: str) -> Callable[[], _Question]:
    return lambda: (select(people.person.c.id, people.person.c[column]), lambda raw: raw[0])


def _added() -> _Question:
    # The day is enough, and is far fewer values than the instant.
    return select(people.person.c.id, people.person.c.created_at), lambda raw: _day(raw[0])


def _languages() -> _Question:
    table = people.person_language
    return select(table.c.person_id, table.c.language), lambda raw: raw[0]


def _roles() -> _Question:
    table = people.role
    asked = select(table.c.person_id, table.c.outlet_id, table.c.from_on, table.c.to_on)
    return asked.where(table.c.outlet_id.is_not(None)), lambda raw: (raw[0], _day(raw[1]), _day(raw[2]))


def _emails() -> _Question:
    table = people.email_address
    asked = select(table.c.person_id, table.c.is_do_not_contact, table.c.bounce).where(table.c.person_id.is_not(None))
    kinds = {
        (no, b.value): EmailAddress("", is_do_not_contact=no, bounce=b) for no in (False, True) for b in BounceState
    }
    return asked, lambda raw: kinds[bool(raw[0]), raw[1]]


def _phones() -> _Question:
    table = people.phone
    asked = select(table.c.person_id, table.c.is_do_not_contact).where(table.c.person_id.is_not(None))
    kinds = {no: Phone("", is_do_not_contact=no) for no in (False, True)}
    return asked, lambda raw: kinds[bool(raw[0])]


def _consents() -> _Question:
    table = people.consent
    asked = select(table.c.person_id, table.c.given_on, table.c.withdrawn_on)
    return asked, lambda raw: Consent("", given_on=_day(raw[0]), withdrawn_on=_day(raw[1]))


def _agreements() -> _Question:
    table = people.embargo_agreement
    asked = select(table.c.person_id, table.c.agreed_on, table.c.until_on)
    return asked, lambda raw: EmbargoAgreement(_day(raw[0]) or date.min, _day(raw[1]))


def _last_contact() -> _Question:
    table = people.interaction
    newest = func.max(table.c.happened_at)
    asked = select(table.c.person_id, newest).where(table.c.deleted_at.is_(None)).group_by(table.c.person_id)
    return asked, lambda raw: _day(raw[0])


_QUESTIONS: dict[str, Callable[[], _Question]] = {
    "country": _of_person("country"),
    "city": _of_person("city"),
    "is_do_not_contact": _of_person("is_do_not_contact"),
    "created_at": _added,
    "languages": _languages,
    "roles": _roles,
    "emails": _emails,
    "phones": _phones,
    "consents": _consents,
    "embargo_agreements": _agreements,
    "last_contact": _last_contact,
}
#: Where the order of several values means something.
_ORDERS: dict[str, tuple[Any, ...]] = {
    "languages": (people.person_language.c.person_id, people.person_language.c.position)
}
