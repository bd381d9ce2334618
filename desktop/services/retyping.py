"""The quick way of an autosave to the translations: one sentence of one block was typed in, and nothing else happened.

Nearly every save while somebody writes is of this kind. What it stores is what :func:`desktop.translation.pairing.reconcile`
over the whole version would: where that is not certain from the block alone, the answer is ``None``, and the caller goes the long way.
"""

from __future__ import annotations

from desktop.domain.changes import SEGMENT, Change, ChangeSet
from desktop.domain.document import Document
from desktop.domain.ports import UnitOfWork
from desktop.domain.release import Version
from desktop.services.recounting import counted
from desktop.services.tools import Tools
from desktop.translation.cutting import apply_exceptions
from desktop.translation.pairing import retyped


def follow_retyped(uow: UnitOfWork, tools: Tools, target: Version, source: Document, block_id: str) -> ChangeSet | None:
    """Give the one changed sentence of a block to its segment; ``None`` where more than that has to be thought of."""
    block = next((each for each in source.blocks if each.id == block_id), None)
    if block is None:
        return None
    before = uow.segments.of_block(target.id, block_id)
    exceptions = [each for each in uow.cuts.of_version(target.id) if each.block_id == block_id]
    pieces = apply_exceptions(block.text, tools.segmenter.pieces(block, source.language), exceptions)
    found = retyped(before, pieces)
    if found is None:
        return None
    old, new = found
    texts = {text for text in (old.source, new.source, old.made_from) if text is not None}
    if uow.segments.is_known_elsewhere(target.id, old.id, texts):
        return None
    uow.segments.put((new,))
    uow.releases.set_progress(target.id, counted(target.progress, (old,), (new,)))
    return ChangeSet.of(Change(SEGMENT, new.id, target.id))
