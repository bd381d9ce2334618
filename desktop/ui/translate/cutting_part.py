"""Splitting and merging sentences from the grid, by keyboard."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit, QVBoxLayout, QWidget

from desktop.domain.richtext import RichText
from desktop.domain.segment import PairedSegment
from desktop.i18n import _
from desktop.services import cutting
from desktop.translation.cutting import nearest_gap
from desktop.ui.text.alive import while_alive
from desktop.ui.text.projection import point_in_block, position_of
from desktop.ui.theme import tokens
from desktop.ui.theme.fonts import document_font
from desktop.ui.theme.tokens import S8, S16, px
from desktop.ui.translate.page import GridPage
from desktop.ui.translate.part import GridPart
from desktop.ui.translate.saving import INITIATOR
from desktop.ui.widgets.buttons import IconButton, PrimaryButton
from desktop.ui.widgets.flow import FlowRow
from desktop.ui.widgets.section_header import label

_LINES = 3


class SourcePlace(QTextEdit):
    """The source to read, with a cursor that goes from gap to gap. ``chosen`` tells Enter, ``gave_up`` Esc."""

    chosen = Signal()
    gave_up = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.setFont(document_font(tokens.TYPE_LARGE))
        self.setAccessibleName(_("Place in the source where the sentence is split"))
        self.setCursorWidth(px(2))
        self._text = RichText()

    def load(self, text: RichText, at: int) -> None:
        """Show a source, the cursor at the gap nearest to a place."""
        self._text = text
        self.setPlainText(text.text)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * _LINES + px(16))
        self._go(at)

    @property
    def at(self) -> int:
        """The place, in code points."""
        return point_in_block(self.textCursor())

    def _go(self, at: int) -> None:
        gap = nearest_gap(self._text, at)
        cursor = self.textCursor()
        cursor.setPosition(position_of(self.document().firstBlock(), gap[0] if gap else 0))
        self.setTextCursor(cursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, at = event.key(), self.at
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit()
        elif key == Qt.Key.Key_Escape:
            self.gave_up.emit()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._step(at, forward=key == Qt.Key.Key_Right)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End):
            moves = {
                Qt.Key.Key_Up: QTextCursor.MoveOperation.Up,
                Qt.Key.Key_Down: QTextCursor.MoveOperation.Down,
                Qt.Key.Key_Home: QTextCursor.MoveOperation.Start,
                Qt.Key.Key_End: QTextCursor.MoveOperation.End,
            }
            self.moveCursor(moves[Qt.Key(key)])
            self._go(self.at)
        else:
            event.ignore()

    def _step(self, at: int, *, forward: bool) -> None:
        """To the next gap, or the one before."""
        plain = self._text.text
        step = at + 1 if forward else at - 1
        while 0 < step < len(plain):
            gap = nearest_gap(self._text, step)
            if gap is not None and (gap[0] > at if forward else gap[0] < at):
                self._go(gap[0])
                return
            step += 1 if forward else -1


class SplitBar(QFrame):
    """Where to split: the source with its cursor, and the key that does it."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "bar")
        self.setAccessibleName(_("Split sentence"))
        self.source = SourcePlace()
        self.go = PrimaryButton(_("Split here"), self.source.chosen.emit)
        told = _("Choose the place in the source with ← and →, then Enter. The translation is split at its own cursor.")
        row = FlowRow()
        row.setSpacing(S8)
        row.add(label(told, "muted", wraps=True), 1)
        row.add(self.go)
        row.add(IconButton("x", _("Close"), self.source.gave_up.emit))
        column = QVBoxLayout(self)
        column.setContentsMargins(S16, S8, S16, S8)
        column.setSpacing(S8)
        column.addLayout(row)
        column.addWidget(self.source)
        self.hide()


class CuttingPart(GridPart):
    """Ctrl+Alt+S splits, Ctrl+Alt+J joins with the next sentence."""

    def __init__(self, page: GridPage) -> None:
        super().__init__(page)
        self.form = SplitBar()
        self._segment_id = ""
        self._target_at = 0
        self.form.source.chosen.connect(self.split)
        self.form.source.gave_up.connect(self._close)
        add = page.desk.actions.add
        add(
            "translate.split",
            _("Split sentence"),
            "Ctrl+Alt+S",
            self.open_bar,
            owner=page,
            screen="translate",
            icon="scissors",
        )
        add(
            "translate.merge",
            _("Merge with the next sentence"),
            "Ctrl+Alt+J",
            self.merge,
            owner=page,
            screen="translate",
            icon="arrows-in-line-horizontal",
        )

    def bar(self) -> QWidget:
        """See the base."""
        return self.form

    def row_changed(self, pair: PairedSegment | None) -> None:
        """The bar is about the sentence it was opened for."""
        if self.form.isVisible() and (pair is None or pair.segment.id != self._segment_id):
            self.form.hide()

    def open_bar(self) -> None:
        """Ask where the source is split; the translation's place is its cursor's."""
        cell = self.page.view.cell
        if cell.pair is None:
            return
        source = cell.pair.segment.source
        if nearest_gap(source, 0) is None:
            self.page.desk.notify(_("This sentence has only one word."))
            return
        self._segment_id = cell.pair.segment.id
        self._target_at = point_in_block(cell.edit.textCursor())
        length = len(cell.edit.text_now())
        is_inside = 0 < self._target_at < length
        guess = len(source) * self._target_at // length if is_inside else len(source) // 2
        self.form.show()
        self.form.source.load(source, guess)
        self.form.source.setFocus()

    def _close(self) -> None:
        self.form.hide()
        self.page.view.cell.edit.setFocus()

    def split(self) -> None:
        """Split where the cursors are."""
        segment_id, source_at, target_at = self._segment_id, self.form.source.at, self._target_at
        self._close()
        self.page.desk.deed(
            lambda uow: cutting.split_segment(uow, segment_id, source_at, target_at), initiator=INITIATOR
        )

    def merge(self) -> None:
        """Join the active sentence with the next of its paragraph."""
        segment_id = self.page.view.active_id
        if segment_id:
            self.page.desk.deed(
                lambda uow: cutting.merge_with_next(uow, segment_id),
                while_alive(self, lambda _id: self.page.view.cell.edit.setFocus()),
                initiator=INITIATOR,
            )
