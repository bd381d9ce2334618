"""The strip beside the page with the handle that moves a block."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QEnterEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget

from desktop.i18n import _
from desktop.ui.editor.decoration import visible_blocks
from desktop.ui.theme import tokens
from desktop.ui.theme.icons import paint_icon

if TYPE_CHECKING:
    from desktop.ui.editor.page import PageEdit

#: Pixels at 100 %.
GUTTER_WIDTH = 40


class DropLine(QWidget):
    """Shows where a dragged block will stand."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QPen(QColor(tokens.current().accent), 2))
        painter.drawLine(QPointF(0, 1), QPointF(self.width(), 1))
        painter.end()


class Gutter(QWidget):
    """A handle beside the block under the pointer, or else the cursor's; dragging it moves the block."""

    def __init__(self, page: PageEdit) -> None:
        super().__init__(page)
        self._page = page
        self._hovered: int | None = None
        self._pressed: tuple[int, QPoint] | None = None
        self._goal: int | None = None
        self._line = DropLine(page.viewport())
        self.setMouseTracking(True)
        self.setToolTip(_("Drag to move this block (Alt+Up, Alt+Down)"))
        self.setAccessibleName(_("Block handle"))
        page.verticalScrollBar().valueChanged.connect(self.update)
        page.cursorPositionChanged.connect(self.update)

    def follow(self) -> None:
        """Stand at the left of the text column."""
        width = tokens.px(GUTTER_WIDTH)
        view = self._page.viewport().geometry()
        self.setGeometry(QRect(max(0, view.left() - width), view.top(), min(width, view.left()), view.height()))

    def number_at(self, y: int) -> int | None:
        """The number of the block at a height of the viewport."""
        for block, rect in visible_blocks(self._page, self._page.viewport().rect()):
            if rect.top() <= y <= rect.bottom() + tokens.S12:
                return block.blockNumber()
        return None

    def paintEvent(self, event: QPaintEvent) -> None:
        cursor = self._page.textCursor()
        number = cursor.blockNumber() if self._hovered is None else self._hovered
        block = self._page.document().findBlockByNumber(number)
        if not block.isValid() or (self._hovered is None and not self._page.hasFocus()):
            return
        rect = self._page.document().documentLayout().blockBoundingRect(block)
        line = block.layout().lineAt(0)
        top = rect.top() - self._page.verticalScrollBar().value()
        height = line.height() if line.isValid() else rect.height()
        side = tokens.px(tokens.ICON)
        place = QRectF(self.width() - side - tokens.S8, top + (height - side) / 2, side, side)
        painter = QPainter(self)
        paint_icon(painter, place, "dots-six-vertical", tokens.current().muted)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        number = self.number_at(round(event.position().y()))
        if number is not None and event.button() == Qt.MouseButton.LeftButton:
            self._pressed = (number, event.position().toPoint())
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        if self._pressed is None:
            self._hovered = self.number_at(place.y())
            self.setCursor(Qt.CursorShape.ArrowCursor if self._hovered is None else Qt.CursorShape.OpenHandCursor)
            self.update()
            return
        if (place - self._pressed[1]).manhattanLength() < QApplication.startDragDistance() and self._goal is None:
            return
        self._show_goal(place.y())

    def _show_goal(self, y: int) -> None:
        shown = visible_blocks(self._page, self._page.viewport().rect())
        if not shown:
            return
        below = next(((b, r) for b, r in shown if y < r.center().y()), None)
        last_block, last_rect = shown[-1]
        self._goal = below[0].blockNumber() if below else last_block.blockNumber() + 1
        top = below[1].top() if below else last_rect.bottom()
        self._line.setGeometry(0, max(0, round(top) - 3), self._page.viewport().width(), 3)
        self._line.show()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, goal = self._pressed, self._goal
        self._pressed = self._goal = None
        self._line.hide()
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        if pressed is None:
            return
        if goal is None:
            self._page.go_to(self._page.ledger.ids[pressed[0]])
            self._page.setFocus()
        else:
            self._page.move_block(pressed[0], goal)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = None
        self.update()
