"""Taking a whole import back, at once or long after: what was changed since stays, and is told."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop.domain.changes import CONTACT, MEDIA_LIST, OUTLET, Change, ChangeSet, Deed, Outcome
from desktop.domain.contact import Contact, Outlet
from desktop.domain.contact_json import contact_fingerprint, contact_from_json
from desktop.domain.errors import BadInputError, NotFoundError
from desktop.domain.import_batch import ImportBatch, ImportedRow
from desktop.domain.ports import UnitOfWork
from desktop.i18n import _
from desktop.services.cancelling import checkpoint

_BATCH = 500


@dataclass(frozen=True, slots=True)
class UndoReport:
    """What taking an import back did: how many people went, how many are as they were before, who stayed and why."""

    batch_id: str
    removed: int
    restored: int
    kept: tuple[tuple[str, str], ...] = ()


def imports(uow: UnitOfWork) -> tuple[ImportBatch, ...]:
    """All imports of contacts, newest first."""
    return uow.imports.all("contacts")


def undo_import(uow: UnitOfWork, batch_id: str) -> Outcome[UndoReport]:
    """Take an import back: new people go, changed ones are as before, lists and outlets it made go if nobody uses them.

    A person changed since the import stays as he or she is now, on the lists too. Raises BadInputError where the
    import was taken back already.
    """
    batch = uow.imports.get(batch_id)
    if batch.undone_at is not None:
        raise BadInputError(
            _("The import of “{name}” was undone already.").format(name=batch.file_name), kept=_("Nothing was changed.")
        )
    work = _Undo(uow)
    rows = uow.imports.rows(batch.id)
    work.people([row for row in rows if row.thing_kind == "contact" and row.before])
    work.lists([row for row in rows if row.thing_kind == "media_list"])
    work.outlets([row for row in rows if row.thing_kind == "outlet"])
    uow.imports.mark_undone(batch.id, uow.clock.now())
    report = UndoReport(batch.id, len(work.removed), len(work.restored), tuple(work.kept))
    label = _("Undo the import of “{name}”").format(name=batch.file_name)
    return Outcome(report, _everything(), Deed(label, work.again(batch.id)))


def _everything() -> ChangeSet:
    return ChangeSet.of(Change(CONTACT, "*"), Change(MEDIA_LIST, "*"), Change(OUTLET, "*"))


class _Undo:
    """One import being taken back; knows afterwards how to do it again."""

    def __init__(self, uow: UnitOfWork) -> None:
        self._uow = uow
        self.removed: list[str] = []
        self.restored: list[tuple[Contact, Contact]] = []
        self.kept: list[tuple[str, str]] = []
        self._kept_ids: set[str] = set()
        self._left: list[tuple[str, tuple[str, ...], bool]] = []
        self._gone_outlets: list[str] = []

    def people(self, rows: Sequence[ImportedRow]) -> None:
        """Take new people out and put changed ones back as they were."""
        for start in range(0, len(rows), _BATCH):
            checkpoint()
            batch = rows[start : start + _BATCH]
            now = {person.id: person for person in self._uow.contacts.some([row.thing_id for row in batch])}
            going: list[str] = []
            for row in batch:
                self._person(row, now.get(row.thing_id), going)
            self._uow.contacts.remove_many(going)
            self.removed += going

    def _person(self, row: ImportedRow, now: Contact | None, going: list[str]) -> None:
        if now is None:
            return  # somebody deleted the card meanwhile
        note = json.loads(row.before or "{}")
        if contact_fingerprint(now) != note.get("after"):
            self._kept_ids.add(now.id)
            self.kept.append((now.name, _("The card was changed since the import.")))
        elif "before" in note:
            before = contact_from_json(note["before"])
            put = self._uow.contacts.put(replace(before, rev=now.rev, updated_at=self._uow.clock.now()))
            self.restored.append((put, now))
        else:
            going.append(now.id)

    def lists(self, rows: Sequence[ImportedRow]) -> None:
        """Take people off the lists again; a list that the import made goes if nobody is left on it."""
        for row in rows:
            note = json.loads(row.before or "{}")
            try:
                media_list = self._uow.media_lists.get(row.thing_id)
            except NotFoundError:
                continue
            leaving = [each for each in note.get("added", ()) if each not in self._kept_ids]
            left = self._uow.media_lists.remove_members(row.thing_id, leaving)
            is_empty = not self._uow.media_lists.members(row.thing_id)
            is_gone = bool(note.get("made")) and is_empty and media_list.name == note.get("name")
            if is_gone:
                self._uow.media_lists.remove(row.thing_id)
            self._left.append((row.thing_id, left, is_gone))

    def outlets(self, rows: Sequence[ImportedRow]) -> None:
        """Take the outlets that the import made away, where nobody works and nobody wrote anything."""
        busy = self._uow.contacts.people_at([row.thing_id for row in rows])
        for row in rows:
            if row.thing_id in busy:
                continue
            try:
                outlet = self._uow.contacts.outlet(row.thing_id)
            except NotFoundError:
                continue
            if replace(outlet, rev=0) == Outlet(outlet.id, outlet.name):
                self._uow.contacts.remove_outlet(row.thing_id)
                self._gone_outlets.append(row.thing_id)

    def again(self, batch_id: str) -> _Again:
        """The deed that brings all of it back."""
        return _Again(batch_id, self.removed, self.restored, self._left, self._gone_outlets)


@dataclass(frozen=True, slots=True)
class _Again:
    """Does an import again that was taken back; checks that nothing changed in between."""

    batch_id: str
    removed: Sequence[str]
    restored: Sequence[tuple[Contact, Contact]]
    left: Sequence[tuple[str, tuple[str, ...], bool]]
    outlets: Sequence[str]

    def __call__(self, uow: UnitOfWork) -> Outcome[UndoReport]:
        for outlet_id in self.outlets:
            uow.contacts.restore_outlet(outlet_id)
        uow.contacts.restore_many(self.removed)
        for put, imported in self.restored:
            checkpoint()
            # put() raises ConflictError where the card was saved again since: nothing is overwritten.
            uow.contacts.put(replace(imported, rev=put.rev, updated_at=uow.clock.now()))
        for list_id, members, is_gone in self.left:
            if is_gone:
                uow.media_lists.restore(list_id)
            uow.media_lists.add_members(list_id, members)
        uow.imports.mark_undone(self.batch_id, None)
        batch = uow.imports.get(self.batch_id)
        label = _("Import “{name}”").format(name=batch.file_name)
        report = UndoReport(self.batch_id, 0, 0)
        return Outcome(report, _everything(), Deed(label, lambda unit: undo_import(unit, self.batch_id)))
