"""Changing what a block says besides its text; one undo step of the page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtGui import QTextCursor

from desktop.domain.document import BlockKind, make_attrs
from desktop.ui.editor import writing
from desktop.ui.editor.page import PageEdit
from desktop.ui.text import formats


def set_attrs(page: PageEdit, block_ids: Iterable[str], values: Mapping[str, str]) -> None:
    """Set attributes of blocks (an empty value removes one); the cursor stays, and what is the same is not touched."""
    with writing.one_step(QTextCursor(page.document())) as hand:
        for block_id in block_ids:
            block = page.ledger.find(block_id)
            if not block.isValid():
                continue
            made = block.blockFormat()
            attrs = make_attrs({**dict(formats.attrs_of(made)), **values})
            if attrs != formats.attrs_of(made):
                hand.setPosition(block.position())
                hand.setBlockFormat(formats.block_format(block_id, formats.kind_of(made), attrs))


def quote_run(page: PageEdit, block_id: str) -> tuple[str, ...]:
    """The quote's blocks in a row around one of them that have the same speaker and office."""
    blocks = page.current().blocks
    place = next((n for n, block in enumerate(blocks) if block.id == block_id), -1)
    if place < 0 or blocks[place].kind is not BlockKind.QUOTE:
        return ()
    said_by = [(b.attr("speaker"), b.attr("title")) if b.kind is BlockKind.QUOTE else None for b in blocks]
    first = last = place
    while first > 0 and said_by[first - 1] == said_by[place]:
        first -= 1
    while last + 1 < len(blocks) and said_by[last + 1] == said_by[place]:
        last += 1
    return tuple(block.id for block in blocks[first : last + 1])
