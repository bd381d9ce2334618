"""Blocks that are drawn from the library or the directory: keys leave their text alone, whole blocks can go.

Their words are not typed here, so a letter changed here would be lost at the next look-up. The one explicit deed that
makes them ordinary text is "unlink and edit here".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextBlock, QTextCursor
from PySide6.QtWidgets import QMenu

from desktop.domain.document import BlockKind
from desktop.ui.text import formats

if TYPE_CHECKING:
    from desktop.ui.editor.page import PageEdit

_LINKS = {BlockKind.BOILERPLATE: "boilerplate", BlockKind.CONTACT: "contact"}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_DELETING = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
_Keys = QKeySequence.StandardKey
_CHANGING = (
    _Keys.Cut,
    _Keys.Paste,
    _Keys.DeleteStartOfWord,
    _Keys.DeleteEndOfWord,
    _Keys.DeleteEndOfLine,
    _Keys.DeleteCompleteLine,
)
#: Entries of Qt's own context menu that change the text.
_MENU = ("edit-cut", "edit-paste", "edit-delete")


def is_locked(block: QTextBlock) -> bool:
    """Whether a block is drawn from elsewhere. Cheap: one look at the kind for all other blocks."""
    made = block.blockFormat()
    name = _LINKS.get(formats.kind_of(made))
    return name is not None and any(each == name for each, _value in formats.attrs_of(made))


def is_guarded(cursor: QTextCursor) -> bool:
    """Whether a change at the cursor, or of its selection, would alter a locked block without taking it whole."""
    if not cursor.hasSelection():
        return is_locked(cursor.block())
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    target = cursor.document()
    first, last = target.findBlock(start), target.findBlock(end)
    if first == last:
        whole = start == first.position() and end == first.position() + first.length() - 1
        return is_locked(first) and not whole
    return (is_locked(first) and start > first.position()) or (
        is_locked(last) and end < last.position() + last.length() - 1
    )


def refuses(page: PageEdit, event: QKeyEvent) -> bool:
    """Whether a key must not do what it would do; Backspace and Delete take hold of the whole block first."""
    cursor = page.textCursor()
    key = event.key()
    if key in _DELETING and not cursor.hasSelection():
        return _refuses_deleting(page, cursor, is_backwards=key == Qt.Key.Key_Backspace)
    if not _changes(event) or not is_guarded(cursor):
        return False
    begins_beside = key in _ENTER and not cursor.hasSelection() and (cursor.atBlockEnd() or cursor.atBlockStart())
    return not begins_beside


def _refuses_deleting(page: PageEdit, cursor: QTextCursor, *, is_backwards: bool) -> bool:
    block = cursor.block()
    neighbour = block.previous() if is_backwards else block.next()
    at_edge = cursor.atBlockStart() if is_backwards else cursor.atBlockEnd()
    if is_locked(block):
        if at_edge and neighbour.isValid() and neighbour.length() == 1:
            return False  # an empty line beside it goes
        select_block(page, block)
        return True
    if at_edge and neighbour.isValid() and is_locked(neighbour) and block.length() > 1:
        select_block(page, neighbour)
        return True
    return False


def _changes(event: QKeyEvent) -> bool:
    if event.key() in _DELETING or event.key() in _ENTER:
        return True
    if any(event.matches(each) for each in _CHANGING):
        return True
    return bool(event.text()) and event.text().isprintable()


def select_block(page: PageEdit, block: QTextBlock) -> None:
    """Select a block's whole text."""
    cursor = page.textCursor()
    cursor.setPosition(block.position())
    cursor.setPosition(block.position() + block.length() - 1, QTextCursor.MoveMode.KeepAnchor)
    page.setTextCursor(cursor)


def leave_block(cursor: QTextCursor, block_id: str) -> None:
    """Begin an empty paragraph below a locked block, for what is inserted at it."""
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    cursor.insertBlock(formats.block_format(block_id, BlockKind.PARAGRAPH), formats.char_format())


def quieten(menu: QMenu) -> None:
    """Switch off what Qt's context menu would do to a locked block."""
    for entry in menu.actions():
        if entry.objectName() in _MENU:
            entry.setEnabled(False)
