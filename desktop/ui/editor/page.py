"""The page that a release is written on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QSignalBlocker, Qt, QUrl, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QApplication, QMenu, QTextEdit, QWidget

from desktop.domain.document import Attrs, Block, BlockKind, Document
from desktop.domain.edits import PutBlock, RemoveBlock, apply_edits, diff_documents
from desktop.domain.richtext import MarkKind
from desktop.i18n import _
from desktop.ui.editor import clipboard, locked, writing
from desktop.ui.editor.becoming import become
from desktop.ui.editor.decoration import BlockNote, paint_decoration, visible_blocks
from desktop.ui.editor.guarded import GuardedEdit
from desktop.ui.editor.gutter import GUTTER_WIDTH, Gutter
from desktop.ui.editor.underlines import Underlines
from desktop.ui.text import formats
from desktop.ui.text.blocks import BlockLedger
from desktop.ui.text.pictures import Pictures
from desktop.ui.text.projection import point_in_block, position_of, read_selection, select_points
from desktop.ui.text.typography import Typography, document_face
from desktop.ui.theme import tokens

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PageEdit(GuardedEdit):
    """A QTextEdit on our blocks: keys keep the structure, pastes come in clean, undo is the document's own.

    ``left`` tells that the focus went elsewhere, ``typed`` that a sign was typed; edits are told by :attr:`ledger`.
    """

    left = Signal()
    typed = Signal(str)
    #: ``(menu, block id, code point)`` before the context menu is shown.
    menu_wanted = Signal(object, str, int)

    def __init__(self, new_id: Callable[[], str], read: clipboard.ReadClipboard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._read = read
        self.setProperty("role", "page")
        self.setAccessibleName(_("Text of the release"))
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setTabChangesFocus(False)
        self.setCursorWidth(2)
        self.document().setDocumentMargin(tokens.S16)
        self.document().setDefaultFont(document_face())
        self.ledger = BlockLedger(self.document(), new_id)
        self.typography = Typography(self.document())
        self.gutter = Gutter(self)
        self.underlines = Underlines(self)
        #: Quiet lines over or under blocks, by block id; see :mod:`desktop.ui.editor.decoration`.
        self.notes: dict[str, BlockNote] = {}
        self.pictures = Pictures(self)
        self.setReadOnly(False)

    # -- documents ------------------------------------------------------------------------------------------

    def show_document(self, document: Document) -> None:
        """Show a document afresh, the cursor at its start."""
        self.ledger.load(document)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def current(self) -> Document:
        """The document as it stands."""
        return self.ledger.document()

    def take_over(self, base: Document, theirs: Document) -> None:
        """Bring in what changed elsewhere between ``base`` and ``theirs``; what is typed here since stays.

        A block that changed on both sides keeps the text typed here. One undo step; the cursor stays in its
        block.
        """
        mine = self.ledger.document()
        typed = {edit.block.id for edit in diff_documents(base, mine) if isinstance(edit, PutBlock)}
        kept = typed & {block.id for block in mine}
        edits = [e for e in diff_documents(base, theirs) if _block_id(e) not in kept]
        wanted = apply_edits(mine, edits)
        if wanted == mine:
            return
        place = self.place()
        become(self, wanted)
        self.go_to(*place)

    def ids_now(self) -> list[str]:
        """Block ids read from the document itself (the ledger learns of an edit step at its end)."""
        found: list[str] = []
        each = self.document().begin()
        while each.isValid():
            found.append(formats.id_of(each.blockFormat()))
            each = each.next()
        return found

    def place(self) -> tuple[str, int]:
        """The cursor's block and its place in it, in code points."""
        cursor = self.textCursor()
        return formats.id_of(cursor.blockFormat()), point_in_block(cursor)

    def go_to(self, block_id: str, point: int = 0, length: int = 0) -> bool:
        """Put the cursor into a block (selecting ``length`` code points) and show it; whether the block is there."""
        block = self.ledger.find(block_id)
        if not block.isValid():
            return False
        if length:
            self.setTextCursor(select_points(block, point, point + length))
        else:
            cursor = self.textCursor()
            cursor.setPosition(position_of(block, point))
            self.setTextCursor(cursor)
        self.ensureCursorVisible()
        self.pictures.show_whole(block)
        return True

    def current_block(self) -> Block:
        """The block the cursor is in."""
        return self.ledger.block_of(self.textCursor().blockNumber())

    # -- deeds ----------------------------------------------------------------------------------------------

    def set_kind(self, kind: BlockKind, attrs: Attrs | None = None) -> None:
        """Make the selected blocks a kind."""
        if self.refuse_here():
            return
        writing.set_kind(self.textCursor(), kind, attrs)
        self.setFocus()

    def toggle(self, kind: MarkKind) -> None:
        """Strong or emphasis over the selection, or for what is typed next."""
        cursor = self.textCursor()
        if self.refuse_here():
            return
        if cursor.hasSelection():
            writing.toggle_mark(cursor, kind, self.ledger)
            return
        marks = formats.marks_of(cursor.charFormat())
        self.setCurrentCharFormat(formats.char_format(marks ^ {(kind, "")}))

    def move_blocks(self, step: int) -> None:
        """Move the cursor's block up (-1) or down (+1)."""
        number = self.textCursor().blockNumber()
        self.move_block(number, number - 1 if step < 0 else number + 2)

    def move_block(self, number: int, before: int) -> None:
        """Move a block before another; the cursor stays in it."""
        block_id, point = self.ledger.ids[number], 0
        if number == self.textCursor().blockNumber():
            point = self.place()[1]
        writing.move_block(self.textCursor(), self.ledger, number, before)
        self.go_to(block_id, point)

    def jump_to_gap(self, *, backwards: bool = False) -> bool:
        """Select the next open gap; whether there is one."""
        found = writing.next_gap(self.textCursor(), self.ledger, backwards=backwards)
        if found is None:
            return False
        self.setTextCursor(found)
        self.ensureCursorVisible()
        self.setFocus()
        return True

    def put_blocks(self, blocks: tuple[Block, ...]) -> None:
        """Insert blocks at the cursor; at a block that is drawn from elsewhere, below it."""
        cursor = self.textCursor()
        if locked.is_guarded(cursor) and blocks:
            locked.leave_block(cursor, self.ledger.fresh_id())
        writing.paste_blocks(cursor, self.ledger, blocks)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    # -- keys -----------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.isReadOnly() and locked.refuses(self, event):
            self.refused.emit(formats.id_of(self.textCursor().blockFormat()))
            return
        self._take_key(event)

    def _take_key(self, event: QKeyEvent) -> None:
        """A key that no locked block refused."""
        if self.isReadOnly() or not self._structural(event):
            is_typing = bool(event.text()) and event.text().isprintable() and not self.isReadOnly()
            if is_typing:
                self._before_typing()
            QTextEdit.keyPressEvent(self, event)
            if is_typing and event.isAccepted():
                self.typed.emit(event.text())

    def _structural(self, event: QKeyEvent) -> bool:
        """Keys with a meaning of their own; whether this was one."""
        key, cursor = event.key(), self.textCursor()
        if key in _ENTER and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            writing.press_enter(cursor, self.ledger)
            self.setTextCursor(cursor)
            self.ensureCursorVisible()
            return True
        if key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            is_back = key == Qt.Key.Key_Backtab or bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            if not self.jump_to_gap(backwards=is_back):
                QWidget.focusNextPrevChild(self, not is_back)  # QTextEdit's own would keep the focus here
            return True
        if key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete) and not cursor.hasSelection():
            if key == Qt.Key.Key_Backspace and writing.press_backspace(cursor):
                return True
            self._select_gap_beside(key == Qt.Key.Key_Backspace)
        return False

    def _select_gap_beside(self, backwards: bool) -> None:
        """Deleting at a gap takes the gap as a whole."""
        cursor = self.textCursor()
        if formats.has_mark(cursor.charFormat(), MarkKind.PLACEHOLDER) is None and backwards:
            return
        mark = writing.gap_at(cursor, self.ledger, touching=True)
        point = point_in_block(cursor)
        if mark is not None and point != (mark.start if backwards else mark.end):
            self.setTextCursor(writing.select_gap(cursor, mark))

    def _before_typing(self) -> None:
        cursor = self.textCursor()
        if not cursor.charFormat().propertyCount():
            return
        mark = None if cursor.hasSelection() else writing.gap_at(cursor, self.ledger)
        if mark is not None:
            cursor = writing.select_gap(cursor, mark)
        if cursor.hasSelection() and formats.has_mark(cursor.charFormat(), MarkKind.PLACEHOLDER) is not None:
            kept = [m for m in formats.marks_of(cursor.charFormat()) if m[0] is not MarkKind.PLACEHOLDER]
            cursor.removeSelectedText()
            cursor.setCharFormat(formats.char_format(kept))
            self.setTextCursor(cursor)
            self.setCurrentCharFormat(formats.char_format(kept))
            return
        writing.plain_edge(cursor)
        if cursor.charFormat() != self.textCursor().charFormat() and not cursor.hasSelection():
            self.setCurrentCharFormat(cursor.charFormat())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        cursor = self.textCursor()
        mark = None if cursor.hasSelection() else writing.gap_at(cursor, self.ledger)
        if mark is not None:
            self.setTextCursor(writing.select_gap(cursor, mark))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu(event.pos())
        at = self.cursorForPosition(event.pos()) if event.reason() is not event.Reason.Keyboard else self.textCursor()
        if locked.is_guarded(self.textCursor()):
            locked.quieten(menu)
        extra = QMenu(menu)
        self.menu_wanted.emit(extra, formats.id_of(at.blockFormat()), point_in_block(at))
        first = menu.actions()[0] if menu.actions() else None
        for entry in extra.actions():
            menu.insertAction(first, entry)  # type: ignore[arg-type]
        if extra.actions():
            menu.insertSeparator(first)  # type: ignore[arg-type]
        menu.addAction(_("Paste as plain text")).triggered.connect(self.paste_plain)
        menu.exec(event.globalPos())
        menu.deleteLater()

    # -- clipboard ------------------------------------------------------------------------------------------

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return clipboard.can_read(source) or clipboard.images_in(source) is not None

    def insertFromMimeData(self, source: QMimeData) -> None:
        images = clipboard.images_in(source)
        if images is not None:
            self.images_given.emit(images)
            return
        self.put_blocks(clipboard.from_mime(source, self._read, has_headline=writing.keeps_headline(self.textCursor())))

    def paste_plain(self) -> None:
        """Paste the words alone."""
        self.insertFromMimeData(clipboard.only_text(QApplication.clipboard().mimeData()))

    def createMimeDataFromSelection(self) -> QMimeData:
        blocks = read_selection(self.textCursor())
        whole = frozenset(b.id for b in blocks if self._is_whole(b))
        return clipboard.to_mime(blocks, whole)

    def _is_whole(self, part: Block) -> bool:
        known = self.ledger.ids
        return part.id in known and bool(part.text) and self.ledger.block_of(known.index(part.id)).text == part.text

    def loadResource(self, type_: int, name: QUrl | str) -> object:
        """Nothing is ever fetched for a text."""
        return None

    # -- looks ----------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        shown = visible_blocks(self, event.rect())
        paint_decoration(self, shown)
        self.underlines.paint(shown, event.rect())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.fit_column()
        super().resizeEvent(event)
        self.gutter.follow()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange) and hasattr(self, "typography"):
            with QSignalBlocker(self):
                self.document().setDefaultFont(document_face())
            self.typography.renew()
            self.fit_column()
        super().changeEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def fit_column(self) -> None:
        """Centre a column of a readable measure; beside it stays room for the handle."""
        measure = QFontMetricsF(document_face()).averageCharWidth() * tokens.DOCUMENT_MEASURE
        room = self.width() - self.verticalScrollBar().sizeHint().width()
        side = max(tokens.px(GUTTER_WIDTH), round((room - measure) / 2))
        self.setViewportMargins(side, 0, max(tokens.S16, min(side, room - side - round(measure))), 0)


def _block_id(edit: PutBlock | RemoveBlock) -> str:
    return edit.block.id if isinstance(edit, PutBlock) else edit.block_id
