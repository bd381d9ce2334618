"""The quick way of an autosave to the translations: one sentence of one block was typed in, and nothing else happened.

Nearly every save while somebody writes is of this kind. What it stores is what :func:`desktop.translation.pairing.reconcile`
over the whole version would: where that is not certain from the block alone, the answer is ``None``, and the caller goes the long way.
"""

from __future__ import annotations

from desktop.domain.changes import SEGMENT, Change, ChangeSet
from desktop.domain.document import Document
from desktop.domain.ports import UnitOfWork
from desktop.domain.release import Progress, Version
from desktop.domain.segment import Segment
from desktop.services.tools import Tools
from desktop.translation.pairing import retyped


def follow_retyped(uow: UnitOfWork, tools: Tools, target: Version, source: Document, block_id: str) -> ChangeSet | None:
    """Give the one changed sentence of a block to its segment; ``None`` where more than that has to be thought of."""
    block = next((each for each in source.blocks if each.id == block_id), None)
    if block is None:
        return None
    before = uow.segments.of_block(target.id, block_id)
    found = retyped(before, tools.segmenter.pieces(block, source.language))
    if found is None:
        return None
    old, new = found
    texts = {text for text in (old.source, new.source, old.made_from) if text is not None}
    if uow.segments.is_known_elsewhere(target.id, old.id, texts):
        return None
    uow.segments.put((new,))
    uow.releases.set_progress(target.id, _counted(target.progress, old, new))
    return ChangeSet.of(Change(SEGMENT, new.id, target.id))


def _counted(progress: Progress, old: Segment, new: Segment) -> Progress:
    return Progress(
        progress.total,
        progress.done + new.is_done - old.is_done,
        progress.stale + new.is_stale - old.is_stale,
    )
