"""Writing: what the editor reads and what its autosave writes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from desktop.domain.changes import BLOCK, RELEASE, REVISION, SEGMENT, Change, ChangeSet, Deed, Outcome
from desktop.domain.document import Document
from desktop.domain.edits import BlockEdit, PutBlock, diff_documents
from desktop.domain.errors import BadInputError, ConflictError
from desktop.domain.kept_why import kept_why
from desktop.domain.localised import with_other_languages
from desktop.domain.ports import UnitOfWork
from desktop.domain.release import Revision, RevisionHeader, Version, VersionRole
from desktop.domain.richtext import RichText
from desktop.domain.segment import Segment
from desktop.domain.suggestions import official
from desktop.i18n import _
from desktop.services.commenting import carry_along
from desktop.services.resolving import live_texts, resolve
from desktop.services.retyping import follow_retyped
from desktop.services.signing import void_changed
from desktop.services.tools import Tools
from desktop.translation.assembly import assemble
from desktop.translation.cutting import cut_sentences
from desktop.translation.pairing import Reconciled, progress, reconcile
from desktop.translation.ranks import settled


@dataclass(frozen=True, slots=True)
class Draft:
    """A source version open for writing."""

    version: Version
    document: Document


def open_draft(uow: UnitOfWork, version_id: str) -> Draft:
    """The version with its document; raises NotFoundError, or BadInputError for a translated version."""
    version = uow.releases.version(version_id)
    if version.role is not VersionRole.SOURCE:
        raise BadInputError(_("A translated version is written in the translation grid."))
    return Draft(version, uow.documents.load(version_id))


def official_text(uow: UnitOfWork, version_id: str) -> Document:
    """A source version's text without what is only suggested: what is translated, found, exported and signed."""
    return official(uow.documents.load(version_id))


def save_edits(uow: UnitOfWork, tools: Tools, version_id: str, edits: Sequence[BlockEdit]) -> Outcome[Document]:
    """Write block edits of a source version and carry them to everything that hangs on it.

    In one transaction: the touched block rows, the places of comments, the release's title, the search index, and
    every target version's segments re-matched to the new source; what is only suggested reaches none of these. Signatures
    that are not on the text any more are void. The
    change set names the blocks and, under each target version, the segments whose source changed. The answer is
    the document as stored.
    """
    version = uow.releases.version(version_id)
    before = uow.documents.load(version_id) if edits and uow.comments.of_version(version_id) else None
    is_same_order = uow.documents.apply(version_id, edits)
    document = uow.documents.load(version_id)
    text = official(document)
    release = uow.releases.get(version.release_id)
    changes = {Change(BLOCK, _edited_id(edit), version_id) for edit in edits}
    changes.add(Change(RELEASE, release.id))
    if release.title == text.title:
        uow.releases.touch(release.id)
    else:
        uow.releases.put(replace(release, title=text.title))
    uow.search.index(release.id, version_id, resolve(uow, tools, version_id, text))
    result = ChangeSet(frozenset(changes))
    if before is not None:
        result |= carry_along(uow, version_id, before, document)
    edited = {_edited_id(edit) for edit in edits}
    only = edits[0] if is_same_order and len(edits) == 1 else None
    for target in uow.releases.versions(release.id):
        if target.role is VersionRole.TARGET:
            quick = None
            if isinstance(only, PutBlock):
                quick = follow_retyped(uow, tools, target, text, only.block.id)
            result |= rematch(uow, tools, target, text, edited) if quick is None else quick
    return Outcome(document, result | void_changed(uow, release.id))


def _edited_id(edit: BlockEdit) -> str:
    return edit.block.id if isinstance(edit, PutBlock) else edit.block_id


def rematch(
    uow: UnitOfWork, tools: Tools, target: Version, source: Document, edited: Collection[str] = ()
) -> ChangeSet:
    """Match a target version's segments to the source as it is now; names the segments that changed or moved.

    ``edited``: ids of the blocks that an edit named. Where none of such a block's sentences reads differently the
    block itself was moved (or became another kind): its translations are named, and all that now stand out of place.
    Blocks that the library or the directory draws in the target's language are not offered to the translator.
    """
    before = uow.segments.of_version(target.id)
    drawn = live_texts(uow, target, source)
    found = reconcile(
        before,
        cut_sentences(
            source.with_blocks(b for b in source.blocks if b.id not in drawn),
            tools.segmenter,
            uow.cuts.of_version(target.id),
        ),
        version_id=target.id,
        new_id=uow.ids.new,
    )
    moved = _moved(before, found, edited)
    if not found.changed and not found.removed_ids:
        return _segments_of(target, moved)
    uow.segments.put(found.changed)
    uow.segments.remove(found.removed_ids)
    uow.releases.set_progress(target.id, progress(found.segments))
    if _texts(before) != _texts(found.segments):
        translated = assemble(source, found.segments, version_id=target.id, language=target.language, drawn=drawn)
        uow.search.index(target.release_id, target.id, translated)
    return _segments_of(target, {*(segment.id for segment in found.changed), *found.removed_ids, *moved})


def _segments_of(target: Version, ids: Iterable[str]) -> ChangeSet:
    return ChangeSet(frozenset(Change(SEGMENT, segment_id, target.id) for segment_id in ids))


def _moved(before: Sequence[Segment], found: Reconciled, edited: Collection[str]) -> set[str]:
    """Translated segments whose mark "moved" an edit may have set or taken away without changing a sentence."""
    sources = {segment.id: segment.source for segment in before}
    changed = {segment.block_id for segment in found.changed if sources.get(segment.id) != segment.source}
    blocks = {block_id for block_id in edited if block_id not in changed}
    live = [segment for segment in found.segments if not segment.is_gone]
    if not any(segment.block_id in blocks and segment.has_translation for segment in live):
        return set()
    firm = settled(live)
    return {
        segment.id
        for place, segment in enumerate(live)
        if segment.has_translation and (segment.block_id in blocks or place not in firm)
    }


def _texts(segments: Sequence[Segment]) -> list[str]:
    """What the target reads, in its order: a sentence that goes or moves changes it."""
    return [segment.target.text for segment in segments if not segment.is_gone and segment.has_translation]


def replace_text(uow: UnitOfWork, tools: Tools, version_id: str, find: str, replacement: str) -> Outcome[int]:
    """Replace every occurrence of a text in a source version, marks kept; answers how many there were.

    The same path as the editor's autosave. Raises BadInputError where the text does not occur.
    """
    if not find:
        raise BadInputError(_("There is nothing to look for."))
    draft = open_draft(uow, version_id)
    count, edits, before = 0, [], None
    for block in draft.document:
        times, text = _replaced(block.text, find, replacement)
        if times:
            edits.append(PutBlock(replace(block, text=text), before))
            count += times
        before = block.id
    if not count:
        raise BadInputError(
            _("“{text}” does not occur in this version.").format(text=find), kept=_("Nothing was changed.")
        )
    return Outcome(count, save_edits(uow, tools, version_id, edits).changes)


def _replaced(text: RichText, find: str, replacement: str) -> tuple[int, RichText]:
    count, at = 0, text.text.find(find)
    while at >= 0:
        text = text.replace(at, at + len(find), replacement)
        count += 1
        at = text.text.find(find, at + len(replacement))
    return count, text


def keep_revision(uow: UnitOfWork, version_id: str, label: str) -> Outcome[RevisionHeader | None]:
    """Keep the version's text as it is now; ``None`` where it is the same as the newest kept one."""
    draft = open_draft(uow, version_id)
    header = uow.revisions.add(version_id, draft.document, label=label, author=uow.author)
    changes = ChangeSet.of(Change(REVISION, header.id, version_id)) if header else ChangeSet()
    return Outcome(header, changes)


def revisions(uow: UnitOfWork, version_id: str) -> tuple[RevisionHeader, ...]:
    """All kept states of a version, newest first."""
    return uow.revisions.headers(version_id)


def revision(uow: UnitOfWork, revision_id: str) -> Revision:
    """One kept state with its text."""
    return uow.revisions.get(revision_id)


def restore_revision(uow: UnitOfWork, tools: Tools, version_id: str, revision_id: str) -> Outcome[Document]:
    """Bring back a kept state as the newest one. The text until now is kept as a revision first."""
    current = open_draft(uow, version_id).document
    wanted = uow.revisions.get(revision_id)
    if wanted.header.version_id != version_id:
        raise BadInputError(_("This kept state belongs to another text."), kept=_("Nothing was changed."))
    uow.revisions.add(version_id, current, label=kept_why("before-restoring"), author=uow.author)
    number = wanted.header.number
    label = _("Restore version {number}").format(number=number)
    text = with_other_languages(current.with_blocks(wanted.document.blocks), current)
    restored = put_document(uow, tools, current, text, label)
    why = kept_why("restored", number=number)
    header = uow.revisions.add(version_id, restored.value, label=why, author=uow.author)
    kept = ChangeSet.of(Change(REVISION, header.id, version_id)) if header else ChangeSet()
    return Outcome(restored.value, restored.changes | kept, restored.inverse)


def put_document(uow: UnitOfWork, tools: Tools, current: Document, wanted: Document, label: str) -> Outcome[Document]:
    """Write a whole text over the one that is there (``current``). Undoing it keeps what it takes away as a revision.

    Raises ConflictError where the stored text is not ``current`` (any more).
    """
    if uow.documents.load(current.id).content_hash() != current.content_hash():
        raise ConflictError(
            _("The text was edited since; nothing was undone."),
            advice=_("Every earlier state is in the history."),
        )
    saved = save_edits(uow, tools, current.id, diff_documents(current, wanted))

    def back(unit: UnitOfWork) -> Outcome[Document]:
        undone = put_document(unit, tools, saved.value, current, label)
        header = unit.revisions.add(current.id, undone.value, label=kept_why("edited"), author=unit.author)
        kept = ChangeSet.of(Change(REVISION, header.id, current.id)) if header else ChangeSet()
        return Outcome(undone.value, undone.changes | kept, undone.inverse)

    return Outcome(saved.value, saved.changes, Deed(label, back))
