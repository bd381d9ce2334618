"""Bringing people in from contact files: plan first, then carry out, and take all of it back if need be."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.contacts.import_rows import ReadContact
from desktop.contacts.plan import PlannedRow, plan_import
from desktop.domain.changes import CONTACT, Change, ChangeSet, Deed, Outcome
from desktop.domain.contact import Contact, ContactQuery
from desktop.domain.ports import UnitOfWork
from desktop.i18n import ngettext
from desktop.services.cancelling import checkpoint
from desktop.services.directory import remove_contacts, save_contact


def plan_contacts(uow: UnitOfWork, rows: Sequence[ReadContact]) -> tuple[PlannedRow, ...]:
    """What importing these rows would do: new, changed, duplicate or refused, with the reason. Writes nothing."""
    by_email: dict[str, Contact] = {}
    others: dict[str, Contact] = {}
    for row in rows:
        checkpoint()
        if row.contact is None:
            continue
        for email in row.contact.emails:
            for person in uow.contacts.by_email(email.address):
                by_email.setdefault(email.address.casefold(), person)
                others[person.id] = person
        if not row.contact.emails:
            others |= {person.id: person for person in _namesakes(uow, row.contact)}
    return plan_import(rows, by_email, others=others.values())


def _namesakes(uow: UnitOfWork, contact: Contact) -> tuple[Contact, ...]:
    """People of the directory whom a row without an address may mean: by name, else by phone, else by outlet."""
    text = contact.name or contact.phone or contact.organisation
    return tuple(uow.contacts.get(each) for each in uow.contacts.ids(ContactQuery(text))[:20]) if text else ()


def import_contacts(uow: UnitOfWork, rows: Sequence[PlannedRow]) -> Outcome[int]:
    """Carry a plan out; answers how many people were added or changed. Undo takes the new ones out again."""
    added: list[str] = []
    undo: list[Deed] = []
    changes = ChangeSet()
    count = 0
    for row in rows:
        checkpoint()
        if row.contact is None or row.outcome not in ("new", "changed"):
            continue
        saved = save_contact(uow, row.contact)
        changes |= ChangeSet(saved.changes.changes)
        count += 1
        if row.outcome == "new":
            added.append(saved.value.id)
        elif saved.inverse:
            undo.append(saved.inverse)
    label = ngettext("Import {count} contact", "Import {count} contacts", count).format(count=count)

    def back(unit: UnitOfWork) -> Outcome[int]:
        parts = [remove_contacts(unit, added).changes] if added else []
        parts += [deed.run(unit).changes for deed in reversed(undo)]
        return Outcome(count, ChangeSet.union(parts))

    whole = ChangeSet.of(Change(CONTACT, "*")) | changes if count else ChangeSet()
    return Outcome(count, whole, Deed(label, back) if count else None)
