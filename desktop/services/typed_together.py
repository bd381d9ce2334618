"""Two windows on one text: what was saved first stays, and what was typed elsewhere meanwhile is kept, never lost.

A window writes what changed since the text it knows. Where somebody else wrote the same block after that, the window's
words are kept as a version in the history instead, and the window is told to show the stored ones.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop.domain.changes import REVISION, Change, ChangeSet, Outcome
from desktop.domain.document import Block, Document
from desktop.domain.edits import BlockEdit, PutBlock, RemoveBlock, apply_edits
from desktop.domain.ports import UnitOfWork
from desktop.domain.release import RevisionHeader
from desktop.domain.richtext import RichText
from desktop.domain.segment import Segment, SegmentOrigin
from desktop.i18n import _
from desktop.services import drafting, translating
from desktop.services.tools import Tools
from desktop.translation.assembly import assemble


@dataclass(frozen=True, slots=True)
class Saved:
    """The text as stored now. ``kept`` is a version in the history with what could not be stored."""

    document: Document
    kept: RevisionHeader | None = None
    clashed: tuple[str, ...] = ()


def save_typed(
    uow: UnitOfWork, tools: Tools, version_id: str, edits: Sequence[BlockEdit], base: Document
) -> Outcome[Saved]:
    """Write what a window typed since ``base``, block by block, unless the block was written by somebody else since."""
    ids = [edit.block.id if isinstance(edit, PutBlock) else edit.block_id for edit in edits]
    stored = uow.documents.some(version_id, ids)
    known = {block.id: block for block in base}
    written: list[BlockEdit] = []
    clashed: list[str] = []
    for edit in edits:
        fitting = _fitting(edit, known, stored)
        if fitting is None:
            clashed.append(edit.block.id if isinstance(edit, PutBlock) else edit.block_id)
        else:
            written.append(fitting)
    if not clashed:
        saved = drafting.save_edits(uow, tools, version_id, written)
        return Outcome(Saved(saved.value), saved.changes)
    typed = apply_edits(uow.documents.load(version_id), edits)
    kept = keep_typed(uow, version_id, typed)
    if not written:
        return Outcome(Saved(uow.documents.load(version_id), kept.value, tuple(clashed)), kept.changes)
    saved = drafting.save_edits(uow, tools, version_id, written)
    return Outcome(Saved(saved.value, kept.value, tuple(clashed)), saved.changes | kept.changes)


def _fitting(edit: BlockEdit, known: dict[str, Block], stored: dict[str, Block]) -> BlockEdit | None:
    """The edit as it may be written; ``None`` where somebody else wrote the block since."""
    block_id = edit.block.id if isinstance(edit, PutBlock) else edit.block_id
    before, now = known.get(block_id), stored.get(block_id)
    if before is None or now is None or now == before:
        return edit
    if isinstance(edit, RemoveBlock):
        return None
    if edit.block == before:  # moved only: their words go along
        return replace(edit, block=now)
    return edit if edit.block == now else None


def keep_typed(uow: UnitOfWork, version_id: str, typed: Document) -> Outcome[RevisionHeader | None]:
    """Keep a text that a window holds as a version in the history; the text of now stays."""
    label = _("typed while it was changed in another window")
    header = uow.revisions.add(version_id, typed, label=label, author=uow.author)
    return Outcome(header, ChangeSet.of(Change(REVISION, header.id, version_id)) if header else ChangeSet())


def clashes(base: Document, mine: Document, theirs: Document) -> tuple[str, ...]:
    """Ids of the blocks that two sides wrote differently since ``base``."""
    first, second = {b.id: b for b in mine}, {b.id: b for b in theirs}
    return tuple(
        block.id
        for block in base
        if block.id in first
        and block.id in second
        and first[block.id] != block
        and second[block.id] != block
        and first[block.id] != second[block.id]
    )


@dataclass(frozen=True, slots=True)
class SavedSentence:
    """A sentence as stored now; ``kept`` is a version in the history with the translation that could not be stored."""

    segment: Segment
    kept: RevisionHeader | None = None


def type_target(
    uow: UnitOfWork, segment_id: str, target: RichText, base: RichText, *, origin: SegmentOrigin = SegmentOrigin.TYPED
) -> Outcome[SavedSentence]:
    """Keep what a translator typed since ``base``, unless somebody else wrote the sentence since."""
    segment = uow.segments.get(segment_id)
    if segment.target in (base, target):
        done = translating.type_target(uow, segment_id, target, origin=origin)
        return Outcome(SavedSentence(done.value), done.changes)
    version = uow.releases.version(segment.version_id)
    source = uow.documents.load(uow.releases.versions(version.release_id)[0].id)
    segments = [
        replace(each, target=target) if each.id == segment_id else each for each in uow.segments.of_version(version.id)
    ]
    typed = assemble(source, segments, version_id=version.id, language=version.language)
    kept = keep_typed(uow, version.id, typed)
    return Outcome(SavedSentence(segment, kept.value), kept.changes)
