"""References in the texts that people are writing: drawn anew when their source changes, named, and cut loose."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from desktop.domain.changes import ChangeSet, Outcome
from desktop.domain.document import Document
from desktop.domain.edits import diff_documents
from desktop.domain.errors import NotFoundError
from desktop.domain.ports import UnitOfWork
from desktop.domain.release import VersionRole
from desktop.editorial.boilerplate import Validity, standing_on
from desktop.services.boilerplate import SETTLED
from desktop.services.drafting import rematch, save_edits
from desktop.services.resolving import BOILERPLATE_ATTR, live_texts, reference_of, release_day, with_texts
from desktop.services.tools import Tools


def redraw(uow: UnitOfWork, tools: Tools, version_id: str) -> Outcome[Document]:
    """Bring the stored text of a draft's references up to the library and the directory, and its translations along.

    Only what reads differently is written. A version that has left the desk (approved, released, withdrawn…) is not
    touched. There is nothing to undo here: undo the change of the card or of the library, and this follows.
    """
    version = uow.releases.version(version_id)
    release = uow.releases.get(version.release_id)
    document = uow.documents.load(version_id)
    if version.role is not VersionRole.SOURCE or {version.status, release.status} & SETTLED:
        return Outcome(document)
    if not any(reference_of(block) for block in document):
        return Outcome(document)
    wanted = with_texts(document, live_texts(uow, version, document))
    edits = diff_documents(document, wanted)
    if edits:
        saved = save_edits(uow, tools, version_id, edits)
        return Outcome(saved.value, saved.changes)
    changes = ChangeSet()
    for target in uow.releases.versions(release.id):
        if target.role is VersionRole.TARGET and target.status not in SETTLED:
            changes |= rematch(uow, tools, target, document)
    return Outcome(document, changes)


@dataclass(frozen=True, slots=True)
class ReferenceNote:
    """What a reference is, for the line over its block: ``kind`` is ``boilerplate`` or ``contact``.

    ``until`` is the last day its text holds (``None``: no end); ``is_gone`` where its source was deleted.
    """

    block_id: str
    kind: str
    key: str
    name: str = ""
    until: date | None = None
    validity: Validity = Validity.VALID
    is_gone: bool = False


def reference_notes(uow: UnitOfWork, version_id: str) -> tuple[ReferenceNote, ...]:
    """A note on every reference of a version's text, in the order of its blocks."""
    version = uow.releases.version(version_id)
    document = uow.documents.load(version_id)
    on = release_day(uow, uow.releases.get(version.release_id))
    found: list[ReferenceNote] = []
    for block in document:
        reference = reference_of(block)
        if reference:
            found.append(_note(uow, block.id, reference, document.language, on))
    return tuple(found)


def _note(uow: UnitOfWork, block_id: str, reference: tuple[str, str], language: str, on: date) -> ReferenceNote:
    kind, key = reference
    note = ReferenceNote(block_id, kind, key)
    try:
        if kind != BOILERPLATE_ATTR:
            return replace(note, name=uow.contacts.get(key).name)
        boilerplate = uow.boilerplates.get(key)
    except NotFoundError:
        return replace(note, is_gone=True)
    standing = standing_on(boilerplate, language, on)
    return replace(note, name=boilerplate.name, until=standing.until, validity=standing.validity)
