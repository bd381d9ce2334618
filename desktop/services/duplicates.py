"""Cards that may be one person's: finding them, making one of two, remembering that two are not one."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace

from desktop.contacts.duplicates import finding
from desktop.contacts.duplicates.finding import DuplicatePair
from desktop.contacts.merging import merge
from desktop.domain.changes import CONTACT, MEDIA_LIST, Change, ChangeSet, Deed, Outcome
from desktop.domain.contact import Contact
from desktop.domain.contact_json import contact_fingerprint, contact_to_json
from desktop.domain.errors import BadInputError, ConflictError
from desktop.domain.import_batch import ImportBatch, ImportedRow
from desktop.domain.ports import UnitOfWork
from desktop.i18n import _
from desktop.services.cancelling import checkpoint

#: The kind under which merges are kept among what changed the directory.
MERGE = "merge"
#: Fields of which a person may take the other card's value.
CHOICES = (
    "given_name", "family_name", "form_of_address", "gender", "country", "city", "time_zone", "notes",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Merged:
    """What a merge did, as much as is needed to take it back."""

    kept: Contact
    gone: Contact
    saved: Contact
    lists: tuple[str, ...]
    interactions: tuple[str, ...]
    history_id: str


def find_duplicates(uow: UnitOfWork) -> tuple[DuplicatePair, ...]:
    """Pairs that look like one person, the surest first, without those that somebody set apart. Long: see cancelling."""
    heirs = {card.id: heir_id for card, heir_id in uow.duplicates.former_cards()}
    apart = {(heirs.get(one, one), heirs.get(other, other)) for one, other in uow.duplicates.apart()}
    return finding.find_duplicates(uow.duplicates.facts(), known_apart=apart, tick=checkpoint)


def merge_contacts(
    uow: UnitOfWork, kept_id: str, other_id: str, take: Mapping[str, bool] | None = None
) -> Outcome[Contact]:
    """Make one card of two. The first keeps its id and its values; addresses, phones, tags, lists, log are united.

    ``take`` names the fields (of :data:`CHOICES`) in which the other card's value is wanted; the value that is not
    kept becomes a line of the notes. Both cards as they were stay in the history.
    """
    kept, gone = uow.contacts.get(kept_id), uow.contacts.get(other_id)
    if kept.id == gone.id:
        raise BadInputError(_("A card cannot be merged with itself."), kept=_("Nothing was changed."))
    merged = merged_card(kept, gone, take or {})
    uow.duplicates.bury(gone.id, kept.id)
    saved = uow.contacts.put(replace(merged, updated_at=uow.clock.now()))
    lists = _join_lists(uow, gone.id, kept.id)
    moved = uow.duplicates.move_interactions(gone.id, kept.id)
    history_id = _keep_history(uow, kept, gone, saved)
    done = _Merged(kept, gone, saved, lists, moved, history_id)
    return Outcome(saved, _changes(done), Deed(_label(done), lambda unit: _take_back(unit, done)))


def merged_card(kept: Contact, gone: Contact, take: Mapping[str, bool]) -> Contact:
    """The card that merging would make; writes nothing."""
    unknown = set(take) - set(CHOICES)
    if unknown:
        raise BadInputError(_("There is no field “{name}” to choose.").format(name=min(unknown)))
    taken = {name: getattr(gone, name) for name, wanted in take.items() if wanted and getattr(gone, name)}
    # Merging what was kept once more writes into the notes what the choice left out.
    return merge(merge(replace(kept, **taken), gone), kept)


def _label(done: _Merged) -> str:
    return _("Merge {other} into {name}").format(other=done.gone.name, name=done.kept.name)


def _changes(done: _Merged) -> ChangeSet:
    return ChangeSet.of(Change(CONTACT, done.kept.id), Change(CONTACT, done.gone.id), Change(MEDIA_LIST, "*"))


def _join_lists(uow: UnitOfWork, gone_id: str, kept_id: str) -> tuple[str, ...]:
    """Put who stays on the lists of who goes; answers the lists that are new to him or her."""
    theirs = uow.duplicates.lists_of(gone_id)
    return tuple(list_id for list_id in theirs if uow.media_lists.add_members(list_id, [kept_id]))


def _keep_history(uow: UnitOfWork, kept: Contact, gone: Contact, saved: Contact) -> str:
    after = contact_fingerprint(saved)
    rows = [
        ImportedRow(
            0, "changed", "", "contact", kept.id, json.dumps({"before": contact_to_json(kept), "after": after})
        ),
        ImportedRow(0, "merged", "", "contact", gone.id, json.dumps({"before": contact_to_json(gone)})),
    ]
    return uow.imports.add(ImportBatch(uow.ids.new(), MERGE, ""), rows).id


def _take_back(uow: UnitOfWork, done: _Merged) -> Outcome[Contact]:
    """Two cards again, as they were; refuses where the merged card was changed since."""
    now = uow.contacts.get(done.kept.id)
    if contact_fingerprint(now) != contact_fingerprint(done.saved):
        raise ConflictError(_("This card was changed since; nothing was undone."))
    uow.duplicates.raise_again(done.gone.id)
    restored = uow.contacts.put(replace(done.kept, rev=now.rev, updated_at=uow.clock.now()))
    for list_id in done.lists:
        uow.media_lists.remove_members(list_id, [done.kept.id])
    uow.duplicates.return_interactions(done.interactions, done.gone.id)
    uow.imports.mark_undone(done.history_id, uow.clock.now())

    def again(unit: UnitOfWork) -> Outcome[Contact]:
        both = (unit.contacts.get(done.kept.id), unit.contacts.get(done.gone.id))
        if [contact_fingerprint(each) for each in both] != [contact_fingerprint(e) for e in (done.kept, done.gone)]:
            raise ConflictError(_("This card was changed since; nothing was undone."))
        merged = replace(done.saved, rev=both[0].rev)
        return _merge_again(unit, done, merged)

    return Outcome(restored, _changes(done), Deed(_label(done), again))


def _merge_again(uow: UnitOfWork, done: _Merged, merged: Contact) -> Outcome[Contact]:
    uow.duplicates.bury(done.gone.id, done.kept.id)
    saved = uow.contacts.put(replace(merged, updated_at=uow.clock.now()))
    lists = _join_lists(uow, done.gone.id, done.kept.id)
    moved = uow.duplicates.move_interactions(done.gone.id, done.kept.id)
    uow.imports.mark_undone(done.history_id, None)
    fresh = replace(done, saved=saved, lists=lists, interactions=moved)
    return Outcome(saved, _changes(fresh), Deed(_label(fresh), lambda unit: _take_back(unit, fresh)))


def set_apart(uow: UnitOfWork, one_id: str, other_id: str) -> Outcome[None]:
    """Remember that two cards are two people: they are not told again."""
    one, other = uow.contacts.get(one_id), uow.contacts.get(other_id)
    label = _("“Not a duplicate”: {one} and {other}").format(one=one.name, other=other.name)
    changes = ChangeSet.of(Change(CONTACT, one.id), Change(CONTACT, other.id))
    is_new = uow.duplicates.set_apart(one.id, other.id)

    def back(unit: UnitOfWork) -> Outcome[None]:
        unit.duplicates.forget_apart(one.id, other.id)
        return Outcome(None, changes, Deed(label, lambda again: set_apart(again, one.id, other.id)))

    return Outcome(None, changes, Deed(label, back) if is_new else None)
