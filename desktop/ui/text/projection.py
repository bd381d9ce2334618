"""Rich text and documents written into a QTextDocument, and read back from it.

One QTextBlock is one domain block. What Qt would take for structure inside a block (line ends, frame marks) is
replaced by a soft line break, one character for one, so that positions stay.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from desktop.domain.document import Block, Document
from desktop.domain.richtext import Mark, RichText
from desktop.ui.text import formats
from desktop.ui.text.utf16 import to_points, to_units

SOFT_BREAK = "\u2028"
_TO_QT = str.maketrans({"\n": SOFT_BREAK, "\r": SOFT_BREAK, "\u2029": SOFT_BREAK, "\ufdd0": " ", "\ufdd1": " "})


def write_rich_text(cursor: QTextCursor, text: RichText) -> None:
    """Insert a rich text at the cursor, inside its block, with exactly its own marks."""
    if not text.marks:
        if text.text:
            cursor.insertText(text.text.translate(_TO_QT), formats.char_format())
        return
    for run in text.runs():
        if run.text:
            cursor.insertText(run.text.translate(_TO_QT), formats.char_format(run.marks))


def write_blocks(cursor: QTextCursor, blocks: Iterable[Block]) -> None:
    """Insert blocks at the cursor, which stands in an empty block that becomes the first of them."""
    is_first = True
    for block in blocks:
        if is_first:
            cursor.setBlockFormat(formats.format_of(block))
            cursor.setBlockCharFormat(formats.char_format())
            is_first = False
        else:
            cursor.insertBlock(formats.format_of(block), formats.char_format())
        write_rich_text(cursor, block.text)


def write_document(target: QTextDocument, document: Document) -> None:
    """Show a document afresh; the undo history begins anew."""
    target.setUndoRedoEnabled(False)
    cursor = QTextCursor(target)
    cursor.beginEditBlock()
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.removeSelectedText()
    write_blocks(cursor, document.blocks)
    cursor.endEditBlock()
    target.setUndoRedoEnabled(True)


def read_rich_text(block: QTextBlock) -> RichText:
    """The text of a Qt block with its marks."""
    parts: list[str] = []
    marks: list[Mark] = []
    at = 0
    fragments = block.begin()
    while not fragments.atEnd():
        fragment = fragments.fragment()
        piece = fragment.text()
        end = at + len(piece)
        marks.extend(Mark(at, end, kind, value) for kind, value in formats.marks_of(fragment.charFormat()))
        parts.append(piece)
        at = end
        fragments += 1
    text = "".join(parts)
    if SOFT_BREAK in text:
        text = text.replace(SOFT_BREAK, "\n")
    return RichText.of(text, marks) if marks else RichText(text)


def read_block(block: QTextBlock) -> Block:
    """A Qt block as a domain block."""
    made = block.blockFormat()
    return Block(formats.id_of(made), formats.kind_of(made), read_rich_text(block), formats.attrs_of(made))


def read_document(source: QTextDocument, document_id: str, language: str) -> Document:
    """The whole document, read without any cache."""
    blocks: list[Block] = []
    each = source.begin()
    while each.isValid():
        blocks.append(read_block(each))
        each = each.next()
    return Document(document_id, language, tuple(blocks))


def read_selection(cursor: QTextCursor) -> tuple[Block, ...]:
    """The selected part, block by block; partly selected blocks are cut."""
    if not cursor.hasSelection():
        return ()
    source = cursor.document()
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    found: list[Block] = []
    each = source.findBlock(start)
    while each.isValid() and each.position() <= end:
        block = read_block(each)
        text = block.text.text
        first = to_points(text, start - each.position())
        last = to_points(text, end - each.position())
        if each.position() < end or not found:
            found.append(Block(block.id, block.kind, block.text.slice(first, last), block.attrs))
        each = each.next()
    return tuple(found)


def point_in_block(cursor: QTextCursor) -> int:
    """The cursor's place in its block, in code points."""
    return to_points(cursor.block().text(), cursor.positionInBlock())


def position_of(block: QTextBlock, point: int) -> int:
    """The document position (UTF-16 units) of a code point offset in a block."""
    return block.position() + to_units(block.text(), point)


def select_points(block: QTextBlock, start: int, end: int) -> QTextCursor:
    """A cursor that selects code points ``[start, end)`` of a block."""
    cursor = QTextCursor(block)
    cursor.setPosition(position_of(block, start))
    cursor.setPosition(position_of(block, end), QTextCursor.MoveMode.KeepAnchor)
    return cursor
