"""Where the translation is typed: one paragraph, with chips that cannot be broken."""

from __future__ import annotations

import json

from PySide6.QtCore import QMimeData, QRectF, QSignalBlocker, Qt, QUrl, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QMenu, QTextEdit, QWidget

from desktop.domain.richtext import ATOMIC_MARKS, Mark, MarkKind, RichText
from desktop.i18n import _
from desktop.translation.chips import Chip
from desktop.ui.text import formats
from desktop.ui.text.projection import (
    SOFT_BREAK,
    point_in_block,
    position_of,
    read_rich_text,
    select_points,
    write_rich_text,
)
from desktop.ui.text.underlining import Underline, draw_underline, moved
from desktop.ui.text.utf16 import to_points
from desktop.ui.theme import tokens
from desktop.ui.theme.fonts import document_font
from desktop.ui.translate.cells import CellTypography, line_format

_RICH = "application/x-comunicado-sentence"
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_DELETING = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
_MODIFIER = Qt.KeyboardModifier.ControlModifier


class TargetEdit(QTextEdit):
    """A chip (a gap or a protected stretch) is one thing: the caret goes past it, deleting takes it whole.

    ``typed`` tells of every change by the person; ``gave_up`` of Esc; ``stepped`` asks for another row (-1, 1);
    ``left`` that the focus went elsewhere; ``sign_typed`` of a sign that stands before the cursor now;
    ``menu_wanted`` carries the context menu and a code point before it is shown.
    """

    typed = Signal()
    gave_up = Signal()
    stepped = Signal(int)
    left = Signal()
    sign_typed = Signal(str)
    menu_wanted = Signal(object, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        self.setAccessibleName(_("Translation"))
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setAcceptDrops(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setCursorWidth(2)
        self.document().setDocumentMargin(0)
        self.document().setDefaultFont(document_font(tokens.TYPE_LARGE))
        self._looks = CellTypography(self.document())
        self._last = 0
        self._is_loading = False
        self._underlined: dict[str, tuple[str, tuple[Underline, ...]]] = {}
        self.textChanged.connect(self._note)
        self.cursorPositionChanged.connect(self._keep_out_of_chips)

    # -- text -----------------------------------------------------------------------------------------------

    def text_now(self) -> RichText:
        """What stands here."""
        return read_rich_text(self.document().firstBlock())

    def load(self, text: RichText) -> None:
        """Begin with another sentence; its undo history begins anew, the cursor stands at its end."""
        self._is_loading = True
        self.document().setUndoRedoEnabled(False)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.removeSelectedText()
        cursor.setBlockFormat(line_format())
        cursor.setBlockCharFormat(formats.char_format())
        write_rich_text(cursor, text)
        self.document().setUndoRedoEnabled(True)
        self._is_loading = False
        self.moveCursor(QTextCursor.MoveOperation.End)

    def replace_all(self, text: RichText, *, is_typing: bool) -> None:
        """Put another text in place as one step that can be undone; ``is_typing`` tells of it as typed."""
        self._is_loading = not is_typing
        point = point_in_block(self.textCursor())
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.removeSelectedText()
        cursor.setBlockFormat(line_format())
        write_rich_text(cursor, text)
        cursor.endEditBlock()
        self._is_loading = False
        self._go_to(min(point, len(text)) if not is_typing else len(text))

    def insert(self, text: RichText) -> None:
        """Insert at the cursor, over the selection."""
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        write_rich_text(cursor, text)
        cursor.endEditBlock()
        self.setTextCursor(cursor)
        self._plain_edge()

    def insert_chip(self, chip: Chip) -> None:
        """Insert a chip at the cursor, parted by a space from the word before and behind it."""
        at, now = point_in_block(self.textCursor()), self.text_now().text
        if self.textCursor().hasSelection():
            self.textCursor().removeSelectedText()
            at, now = point_in_block(self.textCursor()), self.text_now().text
        before = " " if at > 0 and now[at - 1].isalnum() else ""
        behind = " " if at < len(now) and now[at].isalnum() else ""
        self.insert(RichText.plain(before) + chip.rich_text + RichText.plain(behind))

    def _go_to(self, point: int) -> None:
        cursor = self.textCursor()
        cursor.setPosition(position_of(self.document().firstBlock(), point))
        self.setTextCursor(cursor)

    def _note(self) -> None:
        if not self._is_loading:
            self.typed.emit()

    # -- chips ----------------------------------------------------------------------------------------------

    def chip_marks(self) -> tuple[Mark, ...]:
        """Where the unbreakable chips stand, in code points."""
        return tuple(mark for mark in self.text_now().marks if mark.kind in ATOMIC_MARKS)

    def _units(self, mark: Mark) -> tuple[int, int]:
        block = self.document().firstBlock()
        return position_of(block, mark.start), position_of(block, mark.end)

    def _snapped(self, position: int, *, forward: bool) -> int:
        """The position, moved out of a chip it would stand in."""
        for mark in self.chip_marks():
            start, end = self._units(mark)
            if start < position < end:
                return end if forward else start
        return position

    def _keep_out_of_chips(self) -> None:
        cursor = self.textCursor()
        at, anchor = cursor.position(), cursor.anchor()
        goal = self._snapped(at, forward=at > self._last or at > anchor)
        hold = self._snapped(anchor, forward=anchor > at) if anchor != at else goal
        if (goal, hold) != (at, anchor):
            cursor.setPosition(hold)
            cursor.setPosition(goal, QTextCursor.MoveMode.KeepAnchor)
            with QSignalBlocker(self):
                self.setTextCursor(cursor)
            self.viewport().update()
        self._last = goal
        self._plain_edge()

    def _plain_edge(self) -> None:
        """What is typed at the edge of a chip or a link is not part of it."""
        cursor = self.textCursor()
        if cursor.hasSelection():
            return
        text, at = self.text_now(), point_in_block(cursor)
        inside = frozenset(
            (m.kind, m.value) for m in text.marks if m.start < at < m.end or (m.end == at and m.kind in _GROWING)
        )
        wanted = frozenset(mark for mark in inside if mark[0] not in ATOMIC_MARKS)
        if formats.marks_of(self.currentCharFormat()) != wanted:
            with QSignalBlocker(self):
                self.setCurrentCharFormat(formats.char_format(wanted))

    def _delete(self, *, backwards: bool, whole_word: bool) -> None:
        cursor = self.textCursor()
        if not cursor.hasSelection():
            move = QTextCursor.MoveOperation
            step = (
                (move.PreviousWord if whole_word else move.PreviousCharacter)
                if backwards
                else (move.NextWord if whole_word else move.NextCharacter)
            )
            cursor.movePosition(step, QTextCursor.MoveMode.KeepAnchor)
        start = self._snapped(cursor.selectionStart(), forward=False)
        end = self._snapped(cursor.selectionEnd(), forward=True)
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        self.setTextCursor(cursor)
        self._plain_edge()

    # -- keys -----------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, modifiers = event.key(), event.modifiers()
        if key == Qt.Key.Key_Escape:
            self.gave_up.emit()
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.stepped.emit(-1 if key == Qt.Key.Key_PageUp else 1)
        elif key in _ENTER:
            event.ignore()  # a sentence is one line; Ctrl+Enter is the window's
        elif key in _DELETING:
            self._delete(backwards=key == Qt.Key.Key_Backspace, whole_word=bool(modifiers & _MODIFIER))
        else:
            super().keyPressEvent(event)
            if event.text() and event.text().isprintable():
                self.sign_typed.emit(event.text())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu(event.pos())
        at = self.cursorForPosition(event.pos()) if event.reason() is not event.Reason.Keyboard else self.textCursor()
        extra = QMenu(menu)
        self.menu_wanted.emit(extra, point_in_block(at))
        first = menu.actions()[0] if menu.actions() else None
        for entry in extra.actions():
            menu.insertAction(first, entry)  # type: ignore[arg-type]
        if extra.actions():
            menu.insertSeparator(first)  # type: ignore[arg-type]
        menu.exec(event.globalPos())
        menu.deleteLater()

    # -- underlines -----------------------------------------------------------------------------------------

    def show_underlines(self, layer: str, text: str, found: tuple[Underline, ...]) -> None:
        """Draw what was found in ``text`` as one layer (spelling, findings); it follows the edits made since."""
        self._underlined[layer] = (text, found)
        self.viewport().update()

    def underlines(self, layer: str) -> tuple[Underline, ...]:
        """What one layer draws now, where it stands now."""
        then, found = self._underlined.get(layer, ("", ()))
        now = self.document().firstBlock().text().replace(SOFT_BREAK, "\n")
        return found if then == now or not found else tuple(moved(then, now, found))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        found = [each for layer in self._underlined for each in self.underlines(layer)]
        if not found:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        block = self.document().firstBlock()
        rect = self.document().documentLayout().blockBoundingRect(block)
        place = rect.translated(0, -self.verticalScrollBar().value())
        for each in found:
            draw_underline(painter, block, place, each, QRectF(event.rect()))
        painter.end()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._plain_edge()
        super().inputMethodEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    # -- clipboard ------------------------------------------------------------------------------------------

    def createMimeDataFromSelection(self) -> QMimeData:
        cursor, block = self.textCursor(), self.document().firstBlock()
        first = to_points(block.text(), cursor.selectionStart())
        last = to_points(block.text(), cursor.selectionEnd())
        return copy_sentence(self.text_now().slice(first, last))

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasFormat(_RICH) or source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.insert(read_sentence(source))

    def loadResource(self, type_: int, name: QUrl | str) -> object:
        """Nothing is ever fetched for a text."""
        return None

    def renew(self) -> None:
        """Take the theme and scale in force now."""
        self.document().setDefaultFont(document_font(tokens.TYPE_LARGE))
        self._looks.rehighlight()

    def select_text(self, start: int, end: int) -> None:
        """Select code points ``[start, end)``."""
        self.setTextCursor(select_points(self.document().firstBlock(), start, end))


#: Marks that go on when one types at their end.
_GROWING = frozenset({MarkKind.STRONG, MarkKind.EMPHASIS, MarkKind.LANGUAGE})


def read_sentence(source: QMimeData) -> RichText:
    """What a paste brings: our own sentences with their chips, anything else as one line of plain text."""
    if source.hasFormat(_RICH):
        try:
            return RichText.from_json(json.loads(bytes(source.data(_RICH).data())))
        except (ValueError, KeyError, TypeError):
            pass
    return RichText.plain(" ".join(source.text().split()))


def copy_sentence(text: RichText) -> QMimeData:
    """A sentence for the clipboard, chips included."""
    made = QMimeData()
    made.setText(text.text)
    made.setData(_RICH, json.dumps(text.to_json()).encode())
    return made
