"""Making the page read like another document, block by block, in one undo step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor

from desktop.domain.document import Document
from desktop.domain.edits import PutBlock, RemoveBlock, diff_documents
from desktop.ui.editor import writing

if TYPE_CHECKING:
    from desktop.ui.editor.page import PageEdit


def become(page: PageEdit, wanted: Document) -> None:
    """Turn the page's text into ``wanted``; blocks that are the same are not touched."""
    cursor = page.textCursor()
    with writing.one_step(QTextCursor(cursor)):
        for edit in diff_documents(page.ledger.document(), wanted):
            ids = page.ids_now()
            if isinstance(edit, RemoveBlock):
                if edit.block_id in ids and len(ids) > 1:
                    writing.remove_block(cursor, ids.index(edit.block_id))
                continue
            _put(cursor, edit, ids)
        last = page.ids_now()
        for block_id in set(last) - {block.id for block in wanted} if wanted.blocks else ():
            writing.remove_block(cursor, page.ids_now().index(block_id))


def _put(cursor: QTextCursor, edit: PutBlock, ids: list[str]) -> None:
    others = [each for each in ids if each != edit.block.id]
    goal = 0 if edit.after_id is None else len(others)
    if edit.after_id in others:
        goal = others.index(edit.after_id) + 1
    number = ids.index(edit.block.id) if edit.block.id in ids else -1
    if number == goal:
        writing.replace_block(cursor, number, edit.block)
        return
    if number >= 0:
        writing.remove_block(cursor, number)
    writing.insert_block(cursor, goal, edit.block)
