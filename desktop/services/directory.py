"""The directory: people, outlets, and the fixed lists they are on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop.domain.changes import CONTACT, MEDIA_LIST, OUTLET, Change, ChangeSet, Deed, Outcome
from desktop.domain.contact import Contact, ContactQuery, ContactRow, MediaList, Outlet
from desktop.domain.errors import BadInputError, ConflictError
from desktop.domain.ports import UnitOfWork
from desktop.i18n import _, ngettext


@dataclass(frozen=True, slots=True)
class ContactPage:
    """All matching ids, and the rows of the first of them."""

    ids: tuple[str, ...]
    rows: tuple[ContactRow, ...]


def contact_ids(uow: UnitOfWork, query: ContactQuery, *, first: int = 100) -> ContactPage:
    """Who matches, in order, with the first rows ready to show."""
    ids = uow.contacts.ids(query)
    return ContactPage(ids, uow.contacts.rows(ids[:first]))


def contact_rows(uow: UnitOfWork, ids: Sequence[str]) -> tuple[ContactRow, ...]:
    """Rows for some ids, in their order."""
    return uow.contacts.rows(ids)


def get_contact(uow: UnitOfWork, contact_id: str) -> Contact:
    """One person's card."""
    return uow.contacts.get(contact_id)


def find_contacts(uow: UnitOfWork, text: str, *, limit: int = 50) -> tuple[Contact, ...]:
    """Whole cards of the people who match a text."""
    return tuple(uow.contacts.get(each) for each in uow.contacts.ids(ContactQuery(text))[:limit])


def save_contact(uow: UnitOfWork, contact: Contact) -> Outcome[Contact]:
    """Add a person (``id == ""``) or save a card; outlets named in roles are found by name or made."""
    contact, outlet_changes = _with_outlets(uow, contact)
    now = uow.clock.now()
    if not contact.id:
        added = uow.contacts.put(replace(contact, id=uow.ids.new(), created_at=now, updated_at=now, rev=0))
        return Outcome(added, outlet_changes | _person(added.id), _removal(added))
    before = uow.contacts.get(contact.id)
    saved = uow.contacts.put(replace(contact, updated_at=now))
    label = _("Edit {name}").format(name=before.name)
    return Outcome(saved, outlet_changes | _person(saved.id), _swap(saved, before, label))


def _swap(saved: Contact, before: Contact, label: str) -> Deed:
    def back(unit: UnitOfWork) -> Outcome[Contact]:
        current = unit.contacts.get(saved.id)
        if replace(current, rev=0, updated_at=None) != replace(saved, rev=0, updated_at=None):
            raise ConflictError(_("This card was changed since; nothing was undone."))
        restored = unit.contacts.put(replace(before, rev=current.rev, updated_at=unit.clock.now()))
        return Outcome(restored, _person(saved.id), _swap(restored, current, label))

    return Deed(label, back)


def _with_outlets(uow: UnitOfWork, contact: Contact) -> tuple[Contact, ChangeSet]:
    roles, changes = [], ChangeSet()
    for role in contact.roles:
        name = role.outlet_name.strip()
        if not role.outlet_id and not name:
            continue
        outlet_id = role.outlet_id
        if name and (not outlet_id or uow.contacts.outlet(outlet_id).name != name):
            outlet = uow.contacts.outlet_named(name)
            if outlet is None:
                outlet = uow.contacts.put_outlet(Outlet(uow.ids.new(), name))
                changes |= ChangeSet.of(Change(OUTLET, outlet.id))
            outlet_id = outlet.id
        roles.append(replace(role, outlet_id=outlet_id, outlet_name=name))
    return replace(contact, roles=tuple(roles)), changes


def remove_contacts(uow: UnitOfWork, contact_ids: Sequence[str]) -> Outcome[None]:
    """Take people out of the directory; undo brings them back with their lists."""
    people = tuple(uow.contacts.get(each) for each in contact_ids)
    for person in people:
        uow.contacts.remove(person.id)
    label = (
        _("Delete {name}").format(name=people[0].name)
        if len(people) == 1
        else ngettext("Delete {count} contact", "Delete {count} contacts", len(people)).format(count=len(people))
    )
    ids = tuple(person.id for person in people)

    def back(unit: UnitOfWork) -> Outcome[None]:
        for each in ids:
            unit.contacts.restore(each)
        return Outcome(None, _person(*ids), Deed(label, lambda again: remove_contacts(again, ids)))

    return Outcome(None, _person(*ids), Deed(label, back))


def _removal(person: Contact) -> Deed:
    label = _("Add {name}").format(name=person.name)
    return Deed(label, lambda unit: remove_contacts(unit, [person.id]))


def _person(*ids: str) -> ChangeSet:
    return ChangeSet(frozenset(Change(CONTACT, each) for each in ids) | {Change(MEDIA_LIST, "*")})


def outlets(uow: UnitOfWork, text: str = "") -> tuple[Outlet, ...]:
    """Outlets whose name matches."""
    return uow.contacts.outlets(text)


def save_outlet(uow: UnitOfWork, outlet: Outlet) -> Outcome[Outlet]:
    """Add (``id == ""``) or save an outlet."""
    if not outlet.name.strip():
        raise BadInputError(_("An outlet needs a name."))
    if not outlet.id:
        saved = uow.contacts.put_outlet(replace(outlet, id=uow.ids.new(), rev=0))
    else:
        saved = uow.contacts.put_outlet(outlet)
    return Outcome(saved, ChangeSet.of(Change(OUTLET, saved.id), Change(CONTACT, "*")))


def tags(uow: UnitOfWork) -> tuple[str, ...]:
    """All tags in use."""
    return uow.contacts.tags()


def media_lists(uow: UnitOfWork) -> tuple[MediaList, ...]:
    """All lists with their sizes."""
    return uow.media_lists.all()


def save_media_list(uow: UnitOfWork, media_list: MediaList) -> Outcome[MediaList]:
    """Add (``id == ""``) or rename a list; refuses an empty or a taken name."""
    name = media_list.name.strip()
    if not name:
        raise BadInputError(_("A list needs a name."))
    if any(other.name.casefold() == name.casefold() and other.id != media_list.id for other in media_lists(uow)):
        raise BadInputError(_("There is a list called “{name}” already.").format(name=name))
    if not media_list.id:
        saved = uow.media_lists.put(replace(media_list, id=uow.ids.new(), name=name, rev=0))
        label = _("Create list “{name}”").format(name=name)
        return Outcome(saved, _list(saved.id), Deed(label, lambda unit: remove_media_list(unit, saved.id)))
    before = uow.media_lists.get(media_list.id)
    saved = uow.media_lists.put(replace(media_list, name=name))

    def back(unit: UnitOfWork) -> Outcome[MediaList]:
        current = unit.media_lists.get(saved.id)
        if (current.name, current.notes) != (saved.name, saved.notes):
            raise ConflictError(_("This list was changed since; nothing was undone."))
        return save_media_list(unit, replace(before, rev=current.rev))

    return Outcome(saved, _list(saved.id), Deed(_("Change list “{name}”").format(name=before.name), back))


def remove_media_list(uow: UnitOfWork, list_id: str) -> Outcome[None]:
    """Take a list away; undo brings it back with its people."""
    media_list = uow.media_lists.get(list_id)
    users = uow.media_lists.made_with(list_id)
    if users:
        raise BadInputError(
            _("The list “{name}” is part of the list “{other}”.").format(name=media_list.name, other=users[0].name),
            kept=_("Nothing was deleted."),
            advice=_("Take it out there first."),
        )
    uow.media_lists.remove(list_id)
    label = _("Delete list “{name}”").format(name=media_list.name)

    def back(unit: UnitOfWork) -> Outcome[None]:
        unit.media_lists.restore(list_id)
        return Outcome(None, _list(list_id), Deed(label, lambda again: remove_media_list(again, list_id)))

    return Outcome(None, _list(list_id), Deed(label, back))


def add_to_list(uow: UnitOfWork, list_id: str, contact_ids: Sequence[str]) -> Outcome[int]:
    """Put people on a list; answers how many were not on it before."""
    media_list = uow.media_lists.get(list_id)
    kept_off = {
        each: entry for each, entry in uow.media_lists.entries(list_id, contact_ids).items() if entry.is_excluded
    }
    added = uow.media_lists.add_members(list_id, contact_ids)
    label = ngettext("Add {count} person to “{name}”", "Add {count} people to “{name}”", len(added))

    def back(unit: UnitOfWork) -> Outcome[int]:
        outcome = remove_from_list(unit, list_id, added)
        unit.media_lists.set_entries(list_id, kept_off)
        return outcome

    inverse = Deed(label.format(count=len(added), name=media_list.name), back)
    return Outcome(len(added), _list(list_id), inverse if added else None)


def remove_from_list(uow: UnitOfWork, list_id: str, contact_ids: Sequence[str]) -> Outcome[int]:
    """Take people off a list; answers how many were on it."""
    media_list = uow.media_lists.get(list_id)
    gone = uow.media_lists.remove_members(list_id, contact_ids)
    label = ngettext("Take {count} person off “{name}”", "Take {count} people off “{name}”", len(gone))
    inverse = Deed(label.format(count=len(gone), name=media_list.name), lambda unit: add_to_list(unit, list_id, gone))
    return Outcome(len(gone), _list(list_id), inverse if gone else None)


def _list(list_id: str) -> ChangeSet:
    return ChangeSet.of(Change(MEDIA_LIST, list_id))
