"""Bringing in releases and contacts from files of other programs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from desktop.contacts.names import split_name
from desktop.contacts.plan import PlannedRow, plan_import
from desktop.domain.changes import CONTACT, Change, ChangeSet, Deed, Outcome
from desktop.domain.contact import Contact, EmailAddress, Phone, Role
from desktop.domain.document import Block, BlockKind
from desktop.domain.ports import UnitOfWork
from desktop.editorial.recognition import ContactCandidate, Recognised, recognise, to_blocks
from desktop.exchange.contact_files import ReadContacts
from desktop.exchange.readers import ReadFile, read_release_file
from desktop.i18n import _, ngettext
from desktop.services.directory import remove_contacts, save_contact
from desktop.services.releases import OpenRelease, create_release
from desktop.services.tools import Tools


def read_release(path: Path, tools: Tools, *, language: str = "") -> Recognised:
    """Read a file and recognise what its lines are. Pure but slow: runs on the pool. Raises BadInputError."""
    return recognise_read(read_release_file(path), tools, language=language)


def recognise_read(read: ReadFile, tools: Tools, *, language: str = "") -> Recognised:
    """Recognise what was read from a file or the clipboard; its warnings come along."""
    found = recognise(read.blocks, parse_phone=tools.parse_phone, language=language or read.language)
    return replace(found, warnings=(*read.warnings, *found.warnings))


@dataclass(frozen=True, slots=True)
class ImportedRelease:
    """A release that came in, with the people found in it (as they are in the directory now)."""

    opened: OpenRelease
    contacts: tuple[Contact, ...]


def import_release(
    uow: UnitOfWork, recognised: Recognised, *, type_: str, contacts: Sequence[ContactCandidate]
) -> Outcome[ImportedRelease]:
    """Make a release of what was recognised and add the given people to the directory.

    People whose address the directory knows already are used, not doubled. A contact block that names one
    person carries that person's id.
    """
    people: dict[int, list[Contact]] = {}
    added: list[str] = []
    changes = ChangeSet()
    for candidate in contacts:
        known = uow.contacts.by_email(candidate.email) if candidate.email else ()
        if known:
            person = known[0]
        else:
            saved = save_contact(uow, _from_candidate(candidate, recognised.language))
            person, changes = saved.value, changes | saved.changes
            added.append(person.id)
        people.setdefault(candidate.block, []).append(person)
    blocks = _linked(recognised, to_blocks(recognised, uow.ids.new), people)
    created = create_release(uow, type_=type_, language=recognised.language, blocks=blocks, label=_("imported"))
    everyone = tuple(person for several in people.values() for person in several)
    result = ImportedRelease(created.value, everyone)
    return Outcome(result, changes | created.changes, created.inverse)


def _from_candidate(candidate: ContactCandidate, language: str) -> Contact:
    given, family = split_name(candidate.name)
    return Contact(
        id="",
        given_name=given,
        family_name=family,
        languages=(candidate.language or language,),
        emails=(EmailAddress(candidate.email, is_public=True),) if candidate.email else (),
        phones=(Phone(candidate.phone, is_public=True),) if candidate.phone else (),
        roles=(Role("", candidate.organisation),) if candidate.organisation else (),
        tags=(_("press contact"),),
    )


def _linked(recognised: Recognised, blocks: tuple[Block, ...], people: dict[int, list[Contact]]) -> tuple[Block, ...]:
    texts = {recognised.blocks[index].text.text: several for index, several in people.items()}
    result = []
    for block in blocks:
        several = texts.get(block.text.text, [])
        single = block.kind is BlockKind.CONTACT and len(several) == 1
        result.append(block.with_attr("contact", several[0].id) if single else block)
    return tuple(result)


def plan_contacts(uow: UnitOfWork, read: ReadContacts) -> tuple[PlannedRow, ...]:
    """What importing these rows would do: new, changed, duplicate or refused, with the reason. Writes nothing."""
    known: dict[str, Contact] = {}
    for row in read.rows:
        for email in row.contact.emails if row.contact else ():
            for person in uow.contacts.by_email(email.address):
                known[email.address.casefold()] = person
    return plan_import(read.rows, known)


def import_contacts(uow: UnitOfWork, rows: Sequence[PlannedRow]) -> Outcome[int]:
    """Carry a plan out; answers how many people were added or changed. Undo takes the new ones out again."""
    added: list[str] = []
    undo: list[Deed] = []
    changes = ChangeSet()
    count = 0
    for row in rows:
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
