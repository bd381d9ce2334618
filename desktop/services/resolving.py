"""What a release reads once its references are looked up: boilerplate from the library, contacts from the directory.

A block with an attribute ``boilerplate`` or ``contact`` holds no text of its own; what is stored in it is what it read
when it was last drawn. Everything that shows, hashes or sends a text asks :func:`resolve` first.

Frozen at approval: while a version's text is otherwise exactly as it was signed, its references read as they did
then, whatever the library and the directory say now. The first edit makes them live again.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from desktop.domain.document import Block, BlockKind, Document
from desktop.domain.errors import NotFoundError
from desktop.domain.localised import PER_LANGUAGE, document_for_reader
from desktop.domain.ports import UnitOfWork
from desktop.domain.release import Release, Version, VersionRole
from desktop.domain.richtext import RichText
from desktop.domain.suggestions import official
from desktop.editorial.boilerplate import Validity, drawn_text, missing_text, standing_on
from desktop.editorial.contact_block import drawn_contact, missing_contact
from desktop.i18n import has_release_words
from desktop.services.tools import Tools
from desktop.translation.assembly import assemble

BOILERPLATE_ATTR, CONTACT_ATTR = "boilerplate", "contact"


def reference_of(block: Block) -> tuple[str, str] | None:
    """``(attribute, id)`` of a block that is drawn from elsewhere; ``None`` for one with a text of its own."""
    for kind, name in ((BlockKind.BOILERPLATE, BOILERPLATE_ATTR), (BlockKind.CONTACT, CONTACT_ATTR)):
        if block.kind is kind and block.attr(name):
            return name, block.attr(name)
    return None


def resolve(uow: UnitOfWork, tools: Tools | None, version_id: str, document: Document) -> Document:  # noqa: ARG001 - the shape that all rooms agreed on
    """The document as a reader gets it: every reference replaced by its text, in the document's language.

    Boilerplate reads what holds on the release's day (see :func:`release_day`). Deterministic: the same workspace
    and day give the same document. A document without references, images and links comes back as it is.
    """
    if not any(reference_of(block) or block.kind in PER_LANGUAGE for block in document.blocks):
        return document
    if uow.releases.version(version_id).role is VersionRole.SOURCE:  # a translation was put together for its readers
        document = document_for_reader(document, is_source=True)
    return resolve_references(uow, version_id, document)


def resolve_references(uow: UnitOfWork, version_id: str, document: Document) -> Document:
    """Only the references; what blocks say in other languages stays, as a translation put together from them needs it."""
    if not any(reference_of(block) for block in document.blocks):
        return document
    version = uow.releases.version(version_id)
    live = with_texts(document, live_texts(uow, version, document))
    return with_texts(live, frozen_texts(uow, version.id, live))


def leaving_document(uow: UnitOfWork, version: Version) -> Document:
    """A version's document as it would leave now, without what is only suggested: what exports, signatures, search and checks take."""
    if version.role is VersionRole.SOURCE:
        return resolve(uow, None, version.id, official(uow.documents.load(version.id)))
    source_id = uow.releases.versions(version.release_id)[0].id
    source = official(uow.documents.load(source_id))
    segments = uow.segments.of_version(version.id)
    drawn = live_texts(uow, version, source)
    document = assemble(source, segments, version_id=version.id, language=version.language, drawn=drawn)
    return with_texts(document, frozen_texts(uow, version.id, document))


def with_texts(document: Document, texts: Mapping[str, RichText]) -> Document:
    """The document with some blocks' texts replaced, by block id."""
    if not texts:
        return document
    return document.with_blocks(replace(b, text=texts[b.id]) if b.id in texts else b for b in document.blocks)


def release_day(uow: UnitOfWork, release: Release) -> date:
    """The day whose boilerplate a release carries: the embargo's, in its zone; without one today, here."""
    if release.embargo_at is None:
        return uow.clock.now().astimezone().date()
    try:
        return release.embargo_at.astimezone(ZoneInfo(release.embargo_zone or "UTC")).date()
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return release.embargo_at.date()


def live_texts(uow: UnitOfWork, version: Version, document: Document) -> dict[str, RichText]:
    """Block id → text of every reference that the library or the directory can draw in the version's language.

    ``document`` may be the source of a translated version. A reference that is not in the answer (no text in this
    language) is translated like any other block.
    """
    references = [(block, reference) for block in document.blocks if (reference := reference_of(block))]
    if not references:
        return {}
    on = release_day(uow, uow.releases.get(version.release_id))
    found: dict[str, RichText] = {}
    for block, (name, key) in references:
        text = _drawn(uow, name, key, version.language, on)
        if text is not None:
            found[block.id] = text
    return found


def _drawn(uow: UnitOfWork, name: str, key: str, language: str, on: date) -> RichText | None:
    if name == BOILERPLATE_ATTR:
        try:
            return drawn_text(uow.boilerplates.get(key), language, on)
        except NotFoundError:
            return missing_text(language)
    if not has_release_words(language):
        return None
    try:
        return drawn_contact(uow.contacts.get(key), language)
    except NotFoundError:
        return missing_contact(language)


def _signed_hashes(uow: UnitOfWork, version_id: str) -> frozenset[str]:
    """What the signatures that still hold were set under."""
    return frozenset(each.content_hash for each in uow.releases.approvals(version_id) if each.voided_at is None)


def frozen_texts(uow: UnitOfWork, version_id: str, document: Document) -> dict[str, RichText]:
    """Block id → text of the references as they were signed, where the document is otherwise what was signed."""
    signed = _signed_hashes(uow, version_id)
    if not signed:
        return {}
    if document.content_hash() in signed:
        return {}
    for header in uow.revisions.headers(version_id):
        if header.content_hash not in signed:
            continue
        kept = {block.id: block for block in uow.revisions.get(header.id).document}
        texts = {
            block.id: kept[block.id].text
            for block in document.blocks
            if block.id in kept and reference_of(block) and reference_of(block) == reference_of(kept[block.id])
        }
        if with_texts(document, texts).content_hash() == header.content_hash:
            return texts
    return {}


class ReferenceFault(StrEnum):
    """What can be wrong with a reference."""

    ENDED = "ended"
    NOT_YET = "not-yet"
    ENDS_SOON = "ends-soon"
    NO_TEXT = "no-text"
    GONE = "gone"
    DO_NOT_CONTACT = "do-not-contact"


#: The faults that leave an open gap in the text: nothing may leave with them.
BLOCKING = frozenset({ReferenceFault.ENDED, ReferenceFault.NOT_YET, ReferenceFault.GONE, ReferenceFault.DO_NOT_CONTACT})


@dataclass(frozen=True, slots=True)
class ReferenceProblem:
    """A reference that cannot be drawn as it should; ``on`` is the day the text ended, ends or begins."""

    block_id: str
    fault: ReferenceFault
    name: str = ""
    on: date | None = None

    @property
    def is_blocking(self) -> bool:
        """Whether it leaves an open gap."""
        return self.fault in BLOCKING


_FAULTS = {
    Validity.ENDED: ReferenceFault.ENDED,
    Validity.NOT_YET: ReferenceFault.NOT_YET,
    Validity.ENDS_SOON: ReferenceFault.ENDS_SOON,
    Validity.NO_TEXT: ReferenceFault.NO_TEXT,
}


def boilerplate_problems(uow: UnitOfWork, version_id: str, document: Document) -> tuple[ReferenceProblem, ...]:
    """What is wrong with a document's references on the release's day, in the order of its blocks.

    For preflight and checks. Empty for a text whose references are all in order, and for one signed as it stands.
    """
    version = uow.releases.version(version_id)
    if document.content_hash() in _signed_hashes(uow, version_id):
        return ()
    on = release_day(uow, uow.releases.get(version.release_id))
    return tuple(
        problem
        for block in document.blocks
        if (reference := reference_of(block)) and (problem := _problem(uow, block, reference, document.language, on))
    )


def _problem(
    uow: UnitOfWork, block: Block, reference: tuple[str, str], language: str, on: date
) -> ReferenceProblem | None:
    name, key = reference
    try:
        if name == CONTACT_ATTR:
            person = uow.contacts.get(key)
            fault = ReferenceFault.DO_NOT_CONTACT if person.is_do_not_contact else None
            return ReferenceProblem(block.id, fault, person.name) if fault else None
        boilerplate = uow.boilerplates.get(key)
    except NotFoundError:
        return ReferenceProblem(block.id, ReferenceFault.GONE)
    standing = standing_on(boilerplate, language, on)
    found = _FAULTS.get(standing.validity)
    return ReferenceProblem(block.id, found, boilerplate.name, standing.until) if found else None
