"""What the storage tests put into a workspace."""

from __future__ import annotations

from desktop.domain.contact import Contact, EmailAddress
from desktop.domain.document import Block, BlockKind, Document
from desktop.domain.edits import diff_documents
from desktop.domain.release import Release, Version, VersionRole
from desktop.domain.richtext import RichText
from desktop.domain.segment import Segment
from desktop.storage.unit_of_work import SqlUnitOfWork


def paragraph(block_id: str, text: str, kind: BlockKind = BlockKind.PARAGRAPH) -> Block:
    return Block(block_id, kind, RichText(text))


def put_release(unit: SqlUnitOfWork, *texts: str, title: str = "Border report") -> tuple[Release, Version, Document]:
    """A release in English with these paragraphs below its headline."""
    release = unit.releases.put(Release(unit.ids.new(), title, "press-release", "en"))
    version = unit.releases.put_version(Version(unit.ids.new(), release.id, "en", VersionRole.SOURCE))
    blocks = [paragraph(unit.ids.new(), title, BlockKind.HEADLINE), *(paragraph(unit.ids.new(), t) for t in texts)]
    document = Document(version.id, "en", tuple(blocks))
    unit.documents.apply(version.id, diff_documents(Document(version.id, "en"), document))
    unit.search.index(release.id, version.id, document)
    return release, version, document


def put_target(unit: SqlUnitOfWork, release: Release, document: Document) -> tuple[Version, tuple[Segment, ...]]:
    """The release's Spanish version with a segment a block."""
    target = unit.releases.put_version(Version(unit.ids.new(), release.id, "es", VersionRole.TARGET))
    segments = (Segment(unit.ids.new(), target.id, block.id, 0, block.text) for block in document)
    return target, unit.segments.put(segments)


def person(unit: SqlUnitOfWork, given: str, family: str = "", email: str = "", **more: object) -> Contact:
    emails = (EmailAddress(email),) if email else ()
    return unit.contacts.put(Contact(unit.ids.new(), given, family, emails=emails, **more))  # type: ignore[arg-type]
