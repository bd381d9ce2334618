"""Bringing in releases from files of other programs and from the clipboard."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from desktop.contacts.names import split_name
from desktop.domain.changes import ChangeSet, Deed, Outcome
from desktop.domain.contact import Contact, EmailAddress, Phone, Role
from desktop.domain.document import Block, BlockKind
from desktop.domain.errors import NotFoundError
from desktop.domain.kept_why import kept_why
from desktop.domain.ports import UnitOfWork
from desktop.domain.release import Release
from desktop.editorial.recognition import ContactCandidate, Recognised, recognise, to_blocks
from desktop.exchange.readers import ReadFile, read_release_file
from desktop.i18n import _
from desktop.services.directory import remove_contacts, save_contact
from desktop.services.languages import believed_tag, language_tag
from desktop.services.releases import OpenRelease, create_release, remove_release
from desktop.services.tools import Tools


def read_release(path: Path, tools: Tools, *, language: str = "") -> Recognised:
    """Read a file and recognise what its lines are. Pure but slow: runs on the pool. Raises BadInputError."""
    return recognise_read(read_release_file(path), tools, language=language)


def recognise_read(read: ReadFile, tools: Tools, *, language: str = "") -> Recognised:
    """Recognise what was read from a file or the clipboard; its warnings come along.

    ``language`` empty: as the file says, else told from the text. Raises BadInputError for no language.
    """
    spoken = language_tag(language) if language else believed_tag(read.language)
    found = recognise(read.blocks, parse_phone=tools.parse_phone, language=spoken)
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

    People whose address the directory knows already are used, not doubled. A contact block that names one person
    remembers who (``person``) and keeps its own words: it may say more than a line drawn from the directory would.
    """
    people: dict[int, list[Contact]] = {}
    added: list[Contact] = []
    changes = ChangeSet()
    for candidate in contacts:
        known = uow.contacts.by_email(candidate.email) if candidate.email else ()
        if known:
            person = known[0]
        else:
            saved = save_contact(uow, _from_candidate(candidate, recognised.language))
            person, changes = saved.value, changes | saved.changes
            added.append(person)
        people.setdefault(candidate.block, []).append(person)
    blocks = _linked(recognised, to_blocks(recognised, uow.ids.new), people)
    created = create_release(uow, type_=type_, language=recognised.language, blocks=blocks, label=kept_why("imported"))
    everyone = {person.id: person for several in people.values() for person in several}
    result = ImportedRelease(created.value, tuple(everyone.values()))
    return Outcome(result, changes | created.changes, _removal(created.value.release, tuple(added)))


def _removal(release: Release, added: tuple[Contact, ...]) -> Deed:
    """Takes the release away again, and the people who came with it and were not touched since."""
    label = _("Import “{title}”").format(title=release.title)

    def back(unit: UnitOfWork) -> Outcome[None]:
        untouched = [person.id for person in added if _is_untouched(unit, person)]
        parts = [remove_release(unit, release.id)]
        if untouched:
            parts.append(remove_contacts(unit, untouched))

        def again(later: UnitOfWork) -> Outcome[None]:
            changes = ChangeSet.union(part.inverse.run(later).changes for part in parts if part.inverse)
            return Outcome(None, changes, Deed(label, back))

        return Outcome(None, ChangeSet.union(part.changes for part in parts), Deed(label, again))

    return Deed(label, back)


def _is_untouched(uow: UnitOfWork, person: Contact) -> bool:
    try:
        now = uow.contacts.get(person.id)
    except NotFoundError:
        return False
    return replace(now, rev=person.rev) == person


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
        result.append(block.with_attr("person", several[0].id) if single else block)
    return tuple(result)
