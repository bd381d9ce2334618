"""What importing a contact file would do, row by row. Decides; writes nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from desktop.contacts.emails import email_key
from desktop.contacts.import_rows import ReadContact
from desktop.contacts.matching import PersonKey, address_keys, has_compatible_name, keys_to_look_up, keys_to_remember
from desktop.contacts.merging import merge
from desktop.domain.contact import Contact
from desktop.i18n import _

Outcome = Literal["new", "changed", "duplicate", "refused"]


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """One row of the file and what becomes of it; ``reason`` says why, or what of it was not understood.

    ``contact`` is what to save: for ``new`` without an id, for ``changed`` the directory's person with the new
    facts merged in (its id and revision kept), for ``duplicate`` what is there already, for ``refused`` ``None``.
    ``existing`` is the directory's person as it is now, where there is one. ``person_row`` is the first row that
    meant this person (0 where nobody is meant); ``lists`` are the lists that this row puts the person on.
    """

    row: int
    outcome: Outcome
    reason: str
    contact: Contact | None
    existing: Contact | None
    person_row: int = 0
    lists: tuple[str, ...] = ()


def plan_import(
    rows: Sequence[ReadContact],
    existing_by_email: Mapping[str, Contact],
    *,
    others: Iterable[Contact] = (),
    formerly: Iterable[tuple[Contact, str]] = (),
) -> tuple[PlannedRow, ...]:
    """One planned row for every row read, in the same order.

    ``existing_by_email`` has the directory's people by address (in any case). ``others`` are further people of
    the directory: those without an address that the file may know by source id or by name and organisation,
    and where several people share one address, all of them. Rows of the file that are one person are merged
    into the first; the later ones are duplicates. ``formerly`` are cards that were merged, each with the id of the
    one of ``others`` that it is now: a row is known by them as well, and what they say is not new.
    """
    known: dict[str, Contact] = {}
    plan = _Plan()
    for address, contact in existing_by_email.items():
        known.setdefault(contact.id or f"@{email_key(address)}", contact)
        plan.remember_address(email_key(address), contact)
    for contact in (*known.values(), *others):
        plan.know(contact)
    for card, heir_id in formerly:
        plan.know_former(card, heir_id)
    decided = [plan.decide(row) for row in rows]
    return tuple(plan.planned(decision) for decision in decided)


@dataclass(slots=True)
class _Person:
    """Somebody known while planning: of the directory, or made of an earlier row."""

    now: Contact
    existing: Contact | None
    first_row: int = 0
    saving_row: int | None = None
    former: list[Contact] = field(default_factory=list)

    @property
    def cards(self) -> tuple[Contact, ...]:
        """The person's card, and those that were merged into it."""
        return (self.now, *self.former)


@dataclass(frozen=True, slots=True)
class _Decision:
    row: int
    outcome: Outcome
    reason: str
    person: _Person | None
    lists: tuple[str, ...] = ()


class _Plan:
    """Works the rows in order and remembers who is known by what."""

    def __init__(self) -> None:
        self._known: dict[str, _Person] = {}
        self._by_address: dict[str, list[_Person]] = {}
        self._by_key: dict[PersonKey, list[_Person]] = {}

    def know(self, contact: Contact) -> _Person:
        """Remember a person of the directory, once."""
        person = self._known.get(contact.id) if contact.id else None
        if person is None:
            person = _Person(contact, contact)
            if contact.id:
                self._known[contact.id] = person
            self._remember(person)
        return person

    def remember_address(self, key: str, contact: Contact) -> None:
        """Remember that the directory found a person by this address."""
        person = self.know(contact)
        bearers = self._by_address.setdefault(key, [])
        if not any(bearer is person for bearer in bearers):
            bearers.append(person)

    def know_former(self, card: Contact, heir_id: str) -> None:
        """Remember a person of the directory by a card that was merged into his or hers."""
        person = self._known.get(heir_id)
        if person is not None:
            person.former.append(card)
            self._remember(person, card)

    def decide(self, read: ReadContact) -> _Decision:
        """What becomes of one row; rows before it are known already."""
        contact = read.contact
        if contact is None:
            return _Decision(read.row, "refused", read.reason or _("The row holds nobody."), None)
        person = self._find(contact)
        if person is None:
            person = _Person(contact, None, read.row, read.row)
            reasons = [self._namesake_reason(contact), *read.warnings]
            self._remember(person)
            return _Decision(read.row, "new", _sentences(reasons), person, read.lists)
        person.first_row = person.first_row or read.row
        is_said = any(merge(card, contact) == card for card in person.former)
        merged = person.now if is_said else merge(person.now, contact)
        is_changed, person.now = merged != person.now, merged
        self._remember(person)
        if is_changed and person.saving_row is None:
            person.saving_row = read.row
            return _Decision(read.row, "changed", _sentences(read.warnings), person, read.lists)
        if person.saving_row is not None and is_changed:
            reason = _("The same person as in row {row}; merged into it.").format(row=person.saving_row)
        elif person.existing is None:
            reason = _("The same person as in row {row}.").format(row=person.first_row)
        else:
            reason = _("Already in the directory, with nothing new.")
        return _Decision(read.row, "duplicate", reason, person, read.lists)

    def planned(self, decision: _Decision) -> PlannedRow:
        """The decision with the person as all rows together made it."""
        person = decision.person
        contact = person.now if person else None
        existing = person.existing if person else None
        row = person.first_row if person else 0
        return PlannedRow(decision.row, decision.outcome, decision.reason, contact, existing, row, decision.lists)

    def _find(self, contact: Contact) -> _Person | None:
        for address in sorted(address_keys(contact)):
            for person in self._by_address.get(address, ()):
                if any(has_compatible_name(card, contact) for card in person.cards):
                    return person
        for key in keys_to_look_up(contact):
            for person in self._by_key.get(key, ()):
                if any(_is_known_by(key, card, contact) for card in person.cards):
                    return person
        return None

    def _namesake_reason(self, contact: Contact) -> str:
        for email in contact.emails:
            for person in self._by_address.get(email_key(email.address), ()):
                return _("{address} is also the address of {name}.").format(address=email.address, name=person.now.name)
        return ""

    def _remember(self, person: _Person, card: Contact | None = None) -> None:
        for address in address_keys(card or person.now):
            bearers = self._by_address.setdefault(address, [])
            if not any(bearer is person for bearer in bearers):
                bearers.append(person)
        for key in keys_to_remember(card or person.now):
            holders = self._by_key.setdefault(key, [])
            if not any(holder is person for holder in holders):
                holders.append(person)


def _sentences(reasons: Iterable[str]) -> str:
    return " ".join(reason for reason in reasons if reason)


def _is_known_by(key: PersonKey, known: Contact, contact: Contact) -> bool:
    """Whether a key other than an address is enough here to say that two cards are one person's."""
    if key[0] == "source":
        return has_compatible_name(known, contact)
    if known.emails and contact.emails:
        return False
    if key[0] == "name" and not key[1] and known.phones and contact.phones:
        return bool({p.number for p in known.phones} & {p.number for p in contact.phones})
    return True
