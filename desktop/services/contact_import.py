"""Bringing people in from contact files: plan first, then carry out as one deed that is kept, row by row."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from desktop.contacts.emails import email_key
from desktop.contacts.import_rows import ReadContact
from desktop.contacts.matching import written_name
from desktop.contacts.names import fold
from desktop.contacts.plan import PlannedRow, plan_import
from desktop.domain.changes import CONTACT, MEDIA_LIST, OUTLET, Change, ChangeSet, Deed, Outcome
from desktop.domain.contact import Contact, ContactClues, MediaList, Outlet, Role
from desktop.domain.contact_json import contact_fingerprint, contact_from_json, contact_to_json
from desktop.domain.import_batch import ImportBatch, ImportedRow
from desktop.domain.ports import UnitOfWork
from desktop.i18n import _, ngettext
from desktop.services.cancelling import checkpoint
from desktop.services.contact_import_undo import undo_import
from desktop.services.rights import refuse_erased

#: The kind of import that this room keeps.
CONTACTS = "contacts"
_BATCH = 500


@dataclass(frozen=True, slots=True)
class ImportSource:
    """Where rows come from: the file's name and hash, the profile it was read with, members it names elsewhere."""

    file_name: str = ""
    sha256: str = ""
    profile: str = ""
    outside: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did: its id, how many people came in or changed, and who is on which list of the file."""

    batch_id: str
    added: int
    changed: int
    lists: tuple[str, ...] = ()

    @property
    def count(self) -> int:
        """How many people were added or changed."""
        return self.added + self.changed


def plan_contacts(uow: UnitOfWork, rows: Sequence[ReadContact], *, with_lists: bool = True) -> tuple[PlannedRow, ...]:
    """What importing these rows would do: new, changed, duplicate or refused, with the reason. Writes nothing."""
    known = uow.contacts.known_by(_clues(row.contact for row in rows if row.contact))
    checkpoint()
    by_email: dict[str, Contact] = {}
    for person in known:
        for email in person.emails:
            by_email.setdefault(email.address.casefold(), person)
    formerly = (*uow.duplicates.former_cards(), *_before_merges(uow))
    heirs = uow.contacts.some(sorted({heir_id for _card, heir_id in formerly}))
    planned = refuse_erased(uow, plan_import(rows, by_email, others=(*known, *heirs), formerly=formerly))
    if not with_lists:
        return tuple(replace(row, lists=()) if row.lists else row for row in planned)
    return _with_lists(uow, planned)


def _before_merges(uow: UnitOfWork) -> list[tuple[Contact, str]]:
    """The cards that stayed in merges, as they were before: a choice may have given them another name."""
    heirs = {card.id: heir_id for card, heir_id in uow.duplicates.former_cards()}
    return [
        (contact_from_json(json.loads(row.before)["before"]), heirs.get(row.thing_id, row.thing_id))
        for batch in uow.imports.all("merge")
        if batch.undone_at is None
        for row in uow.imports.rows(batch.id)
        if row.outcome == "changed" and row.before
    ]


def _clues(contacts: Iterable[Contact]) -> ContactClues:
    addresses: set[str] = set()
    names: set[str] = set()
    numbers: set[str] = set()
    source_ids: set[str] = set()
    organisations: set[str] = set()
    for contact in contacts:
        checkpoint()
        addresses.update(email.address for email in contact.emails)
        if contact.source_id:
            source_ids.add(contact.source_id)
        name = written_name(contact)
        if name:
            names.add(name)
        elif not contact.emails:
            numbers.update(phone.number for phone in contact.phones)
            organisations.update(role.outlet_name for role in contact.roles)
    return ContactClues(*map(frozenset, (addresses, names, numbers, source_ids, organisations)))


def _with_lists(uow: UnitOfWork, planned: Sequence[PlannedRow]) -> tuple[PlannedRow, ...]:
    """The plan, where somebody known comes onto a list as a change, not as nothing new."""
    names = {fold(name) for row in planned for name in row.lists}
    members = {fold(each.name): frozenset(uow.media_lists.members(each.id)) for each in _lists(uow, names)}
    changed = {row.existing.id for row in planned if row.outcome == "changed" and row.existing}
    result = []
    for row in planned:
        if row.existing is not None and row.existing.id in changed:
            result.append(row)
            continue
        if row.outcome == "duplicate" and row.existing is not None and row.lists:
            fresh = [name for name in row.lists if row.existing.id not in members.get(fold(name), frozenset())]
            if fresh:
                changed.add(row.existing.id)
                reason = _("Comes onto: {lists}.").format(lists=", ".join(f"“{name}”" for name in fresh))
                result.append(replace(row, outcome="changed", reason=reason))
                continue
        result.append(row)
    return tuple(result)


def _lists(uow: UnitOfWork, folded_names: Iterable[str]) -> list[MediaList]:
    wanted = set(folded_names)
    return [each for each in uow.media_lists.all() if fold(each.name) in wanted] if wanted else []


def planned_lists(rows: Sequence[PlannedRow]) -> dict[str, tuple[PlannedRow, ...]]:
    """Who the rows put on which list, nobody twice; the lists in the order in which they occur."""
    found: dict[str, dict[tuple[str, int], PlannedRow]] = {}
    spelled: dict[str, str] = {}
    for row in rows:
        if row.contact is None:
            continue
        for name in row.lists:
            own = found.setdefault(spelled.setdefault(fold(name), name), {})
            own.setdefault((row.existing.id if row.existing else "", row.person_row), row)
    return {name: tuple(members.values()) for name, members in found.items()}


def import_contacts(
    uow: UnitOfWork, rows: Sequence[PlannedRow], source: ImportSource | None = None
) -> Outcome[ImportReport]:
    """Carry a plan out, as one deed that is kept: :func:`undo_import` takes it back, now or next year."""
    source = source or ImportSource()
    work = _Import(uow)
    people = work.people(rows)
    lists = work.lists(rows, people, source.outside)
    counts = Counter(row.outcome for row in rows)
    batch = ImportBatch(
        uow.ids.new(),
        CONTACTS,
        source.file_name,
        source.sha256,
        source.profile,
        report=json.dumps({**counts, "lists": len(lists)}),
    )
    refused = [ImportedRow(row.row, "refused", row.reason) for row in rows if row.outcome == "refused"]
    kept = uow.imports.add(batch, [*work.done, *refused])
    report = ImportReport(kept.id, counts["new"], counts["changed"], lists)
    label = ngettext("Import {count} contact", "Import {count} contacts", report.count).format(count=report.count)
    inverse = Deed(label, lambda unit: undo_import(unit, kept.id)) if work.done else None
    return Outcome(report, work.changes, inverse)


class _Import:
    """One import at work: writes people, outlets and lists, and notes what it takes to take each back."""

    def __init__(self, uow: UnitOfWork) -> None:
        self._uow = uow
        self.done: list[ImportedRow] = []
        self.changes = ChangeSet()

    def people(self, rows: Sequence[PlannedRow]) -> dict[int, str]:
        """Write new and changed people; answers the id of each person by the first row that meant it."""
        outlets = self._outlets(rows)
        ids: dict[int, str] = {row.person_row: row.existing.id for row in rows if row.existing}
        fresh: list[tuple[PlannedRow, Contact]] = []
        for row in rows:
            checkpoint()
            if row.contact is None or row.outcome not in ("new", "changed"):
                continue
            roles = _at_outlets(row.contact.roles, outlets)
            if row.outcome == "new":
                contact = replace(row.contact, id=self._uow.ids.new(), roles=roles)
                ids[row.person_row] = contact.id
                fresh.append((row, contact))
            elif row.existing is not None and row.contact != row.existing:
                self._change(row, row.existing, replace(row.contact, roles=roles))
        for start in range(0, len(fresh), _BATCH):
            checkpoint()
            batch = fresh[start : start + _BATCH]
            self._uow.contacts.put_many([contact for _row, contact in batch])
            self.done += [
                ImportedRow(row.row, "new", row.reason, "contact", contact.id, _note(after=contact))
                for row, contact in batch
            ]
        if self.done:
            self.changes |= ChangeSet.of(Change(CONTACT, "*"), Change(MEDIA_LIST, "*"))
        return ids

    def _change(self, row: PlannedRow, before: Contact, contact: Contact) -> None:
        saved = self._uow.contacts.put(replace(contact, updated_at=self._uow.clock.now()))
        note = _note(before=before, after=saved)
        self.done.append(ImportedRow(row.row, "changed", row.reason, "contact", saved.id, note))

    def _outlets(self, rows: Sequence[PlannedRow]) -> dict[str, Outlet]:
        """The outlets that rows name, by name; those that do not exist are made."""
        writing = [row.contact for row in rows if row.contact and row.outcome in ("new", "changed")]
        roles = (role for contact in writing for role in contact.roles)
        named = dict.fromkeys(role.outlet_name for role in roles if role.outlet_name and not role.outlet_id)
        known = self._uow.contacts.outlets_named(named)
        made: dict[str, Outlet] = {}
        for name in (name for name in named if name not in known):
            made.setdefault(fold(name), Outlet(self._uow.ids.new(), name))
        known |= {name: made[fold(name)] for name in named if name not in known}
        if made:
            self._uow.contacts.add_outlets(list(made.values()))
            self.done += [ImportedRow(0, "new", "", "outlet", outlet.id, "{}") for outlet in made.values()]
            self.changes |= ChangeSet.of(Change(OUTLET, "*"))
        return known

    def lists(
        self, rows: Sequence[PlannedRow], people: Mapping[int, str], outside: Mapping[str, Sequence[str]]
    ) -> tuple[str, ...]:
        """Put people on the lists of the file, which are found by name or made; answers their names."""
        wanted = {
            name: [row.existing.id if row.existing else people[row.person_row] for row in members]
            for name, members in planned_lists(rows).items()
        }
        for name, references in outside.items():
            own = wanted.setdefault(next((known for known in wanted if fold(known) == fold(name)), name), [])
            own += [person.id for person in self._uow.contacts.known_by(_references(references))]
        known = {fold(each.name): each for each in _lists(self._uow, map(fold, wanted))}
        for name, members in wanted.items():
            found = known.get(fold(name))
            if found is None and members:
                found = self._uow.media_lists.put(MediaList(self._uow.ids.new(), name))
                self._join(found, members, is_made=True)
            elif found is not None:
                self._join(found, members, is_made=False)
        return tuple(wanted)

    def _join(self, media_list: MediaList, members: Sequence[str], *, is_made: bool) -> None:
        added = self._uow.media_lists.add_members(media_list.id, members)
        if added or is_made:
            note = json.dumps({"made": is_made, "added": added, "name": media_list.name})
            outcome = "new" if is_made else "changed"
            self.done.append(ImportedRow(0, outcome, "", "media_list", media_list.id, note))
            self.changes |= ChangeSet.of(Change(MEDIA_LIST, media_list.id))


def _references(references: Iterable[str]) -> ContactClues:
    """What a list of a file calls its members: ids or addresses."""
    given = frozenset(references)
    return ContactClues(addresses=frozenset(email_key(each) for each in given if "@" in each), source_ids=given)


def _at_outlets(roles: Sequence[Role], outlets: Mapping[str, Outlet]) -> tuple[Role, ...]:
    """The roles with the outlets they name by id."""
    return tuple(
        Role(outlets[role.outlet_name].id, outlets[role.outlet_name].name, role.title, role.from_on, role.to_on)
        if role.outlet_name and not role.outlet_id
        else role
        for role in roles
    )


def _note(*, after: Contact, before: Contact | None = None) -> str:
    note: dict[str, object] = {"after": contact_fingerprint(after)}
    if before is not None:
        note["before"] = contact_to_json(before)
    return json.dumps(note, ensure_ascii=False)
