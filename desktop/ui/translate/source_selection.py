"""Words selected with the mouse in a source cell, which is painted and no editor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QTextCursor, QTextDocument

from desktop.domain.segment import PairedSegment
from desktop.ui.theme.tokens import S8, S12, px
from desktop.ui.translate.delegate import inner
from desktop.ui.translate.model import SOURCE

if TYPE_CHECKING:
    from desktop.ui.translate.cells import CellTexts
    from desktop.ui.translate.view import GridView


class SourceSelection(QObject):
    """Drag selects signs, a double click a word. One sentence at a time; positions are UTF-16 units of its cell."""

    def __init__(self, view: GridView, texts: CellTexts) -> None:
        super().__init__(view)
        self._view = view
        self._texts = texts
        self._segment_id = ""
        self._anchor = self._head = 0
        self._is_dragging = False
        view.viewport().installEventFilter(self)

    def range(self, pair: PairedSegment) -> tuple[int, int]:
        """``(first, behind the last)`` in a sentence's cell; equal where nothing is selected there."""
        if pair.segment.id != self._segment_id:
            return 0, 0
        return min(self._anchor, self._head), max(self._anchor, self._head)

    def text(self, segment_id: str) -> str:
        """What is selected in a sentence."""
        pair = self._view.grid.pair_at(self._view.grid.row_of(segment_id))
        if pair is None or segment_id != self._segment_id:
            return ""
        cursor = QTextCursor(self._document(pair))
        first, last = self.range(pair)
        cursor.setPosition(first)
        cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
        return cursor.selectedText().replace("\u2028", " ").strip()

    def clear(self) -> None:
        """Select nothing."""
        self._segment_id, self._anchor, self._head = "", 0, 0
        self._view.viewport().update()

    def position_at(self, point: QPoint) -> tuple[PairedSegment, int, bool] | None:
        """The sentence whose source cell is at a point of the viewport, the place in it, and whether a sign is there."""
        index = self._view.indexAt(point)
        pair = self._view.grid.pair_at(index.row()) if index.isValid() and index.column() == SOURCE else None
        if pair is None:
            return None
        rect = self._view.visualRect(index)
        inside = QPointF(point.x() - rect.left() - px(S12), point.y() - rect.top() - px(S8))
        layout = self._document(pair).documentLayout()
        exact = layout.hitTest(inside, Qt.HitTestAccuracy.ExactHit)
        near = layout.hitTest(inside, Qt.HitTestAccuracy.FuzzyHit)
        return pair, max(0, near), exact >= 0

    def _document(self, pair: PairedSegment) -> QTextDocument:
        return self._texts.source(pair, inner(self._view.columnWidth(SOURCE)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QMouseEvent):
            return False
        kind = event.type()
        if kind == QEvent.Type.MouseButtonPress and event.button() == Qt.MouseButton.LeftButton:
            self._begin(event.position().toPoint())
        elif kind == QEvent.Type.MouseMove and self._is_dragging and event.buttons() & Qt.MouseButton.LeftButton:
            return self._drag(event.position().toPoint())
        elif kind == QEvent.Type.MouseButtonRelease:
            self._is_dragging = False
        elif kind == QEvent.Type.MouseButtonDblClick:
            return self._take_word(event.position().toPoint())
        return False

    def _begin(self, point: QPoint) -> None:
        found = self.position_at(point)
        had, self._segment_id = self._anchor != self._head, ""
        self._is_dragging = found is not None
        if found is not None:
            self._segment_id, self._anchor = found[0].segment.id, found[1]
            self._head = self._anchor
        if had:
            self._view.viewport().update()

    def _drag(self, point: QPoint) -> bool:
        found = self.position_at(point)
        if found is not None and found[0].segment.id == self._segment_id and found[1] != self._head:
            self._head = found[1]
            self._view.viewport().update()
        return True

    def _take_word(self, point: QPoint) -> bool:
        found = self.position_at(point)
        if found is None:
            return False
        cursor = QTextCursor(self._document(found[0]))
        cursor.setPosition(found[1])
        cursor.select(QTextCursor.SelectionType.WordUnderCursor)
        self._segment_id = found[0].segment.id
        self._anchor, self._head = cursor.selectionStart(), cursor.selectionEnd()
        self._view.viewport().update()
        return True
