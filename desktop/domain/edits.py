"""Block edits: what autosave writes instead of the whole document."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from desktop.domain.document import Block, Document


@dataclass(frozen=True, slots=True)
class PutBlock:
    """A block added, or its kind, text or attributes replaced. It stands after ``after_id`` (None: first)."""

    block: Block
    after_id: str | None


@dataclass(frozen=True, slots=True)
class RemoveBlock:
    """A block taken away."""

    block_id: str


BlockEdit = PutBlock | RemoveBlock


def apply_edits(document: Document, edits: Iterable[BlockEdit]) -> Document:
    """The document after the edits, in order.

    A :class:`PutBlock` whose ``after_id`` is unknown (or its own id) goes to the end, so that nothing typed is
    ever dropped.
    """
    order = [block.id for block in document.blocks]
    blocks = {block.id: block for block in document.blocks}
    for edit in edits:
        if isinstance(edit, RemoveBlock):
            if blocks.pop(edit.block_id, None) is not None:
                order.remove(edit.block_id)
            continue
        if edit.block.id in blocks:
            order.remove(edit.block.id)
        blocks[edit.block.id] = edit.block
        place = len(order)
        if edit.after_id is None:
            place = 0
        elif edit.after_id in order:
            place = order.index(edit.after_id) + 1
        order.insert(place, edit.block.id)
    return document.with_blocks(blocks[block_id] for block_id in order)


def diff_documents(old: Document, new: Document) -> tuple[BlockEdit, ...]:
    """The fewest edits of ours that turn ``old`` into ``new``: ``apply_edits(old, result) == new``.

    Removals come first, then puts from top to bottom. A block that keeps its content and its place relative
    to the longest run of unmoved blocks is not touched. Raises ``ValueError`` on a doubled id in ``new``.
    """
    new_ids = [block.id for block in new.blocks]
    if len(set(new_ids)) != len(new_ids):
        raise ValueError("a block id occurs twice")
    old_blocks = {block.id: block for block in old.blocks}
    edits: list[BlockEdit] = [RemoveBlock(b.id) for b in old.blocks if b.id not in set(new_ids)]
    place = {block.id: index for index, block in enumerate(old.blocks)}
    settled = _longest_rising([(block_id, place[block_id]) for block_id in new_ids if block_id in place])
    before: str | None = None
    for block in new.blocks:
        if block.id not in settled or old_blocks[block.id] != block:
            edits.append(PutBlock(block, before))
        before = block.id
    return tuple(edits)


def _longest_rising(items: list[tuple[str, int]]) -> frozenset[str]:
    """Ids of a longest subsequence whose old places rise: the blocks that did not move."""
    from_here: list[int] = []
    previous: list[int] = []
    tails: list[int] = []
    for index, (_, value) in enumerate(items):
        low, high = 0, len(tails)
        while low < high:
            middle = (low + high) // 2
            if items[tails[middle]][1] < value:
                low = middle + 1
            else:
                high = middle
        previous.append(tails[low - 1] if low else -1)
        tails[low : low + 1] = [index]
        from_here.append(low)
    chosen: list[str] = []
    at = tails[-1] if tails else -1
    while at >= 0:
        chosen.append(items[at][0])
        at = previous[at]
    return frozenset(chosen)
