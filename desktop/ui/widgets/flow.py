"""A row that goes on in the next line where the window is narrow or the text large."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowRow(QLayout):
    """Items from left to right, wrapped; those with a stretch share what is left of their line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[tuple[QLayoutItem, int]] = []
        self._next_stretch = 0

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        """Put a widget at the end."""
        self._next_stretch = stretch
        self.addWidget(widget)
        self._next_stretch = 0

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append((item, self._next_stretch))

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index][0] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index)[0] if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), is_test=True)

    def sizeHint(self) -> QSize:
        shown = [item.sizeHint() for item, _stretch in self._items if not item.isEmpty()]
        width = sum(size.width() for size in shown) + self.spacing() * max(0, len(shown) - 1)
        return QSize(width, max((size.height() for size in shown), default=0)) + self._edges()

    def minimumSize(self) -> QSize:
        least = QSize()
        for item, _stretch in self._items:
            if not item.isEmpty():
                least = least.expandedTo(item.minimumSize())
        return least + self._edges()

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, is_test=False)

    def _edges(self) -> QSize:
        edges = self.contentsMargins()
        return QSize(edges.left() + edges.right(), edges.top() + edges.bottom())

    def _arrange(self, rect: QRect, *, is_test: bool) -> int:
        inside = rect.marginsRemoved(self.contentsMargins())
        top = inside.top()
        for line in self._lines(inside.width()):
            height = max(item.sizeHint().height() for item, _stretch in line)
            if not is_test:
                self._place(line, QRect(inside.left(), top, inside.width(), height))
            top += height + self.spacing()
        return top - self.spacing() - rect.top() + self.contentsMargins().bottom()

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, int]]]:
        lines: list[list[tuple[QLayoutItem, int]]] = []
        left = -1
        for item, stretch in self._items:
            if item.isEmpty():
                continue
            need = item.sizeHint().width() + self.spacing()
            if left < need - self.spacing():
                lines.append([])
                left = width
            lines[-1].append((item, stretch))
            left -= need
        return lines

    def _place(self, line: list[tuple[QLayoutItem, int]], room: QRect) -> None:
        used = sum(item.sizeHint().width() for item, _stretch in line) + self.spacing() * (len(line) - 1)
        shares = sum(stretch for _item, stretch in line)
        spare = max(0, room.width() - used)
        left = room.left()
        for item, stretch in line:
            wanted = item.sizeHint()
            width = min(wanted.width() + (spare * stretch // shares if shares else 0), room.width())
            top = room.top() + (room.height() - wanted.height()) // 2
            item.setGeometry(QRect(QPoint(left, top), QSize(width, wanted.height())))
            left += width + self.spacing()
