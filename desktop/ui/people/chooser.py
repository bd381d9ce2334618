"""A small box over the page: type to find, arrows, Enter picks, Esc closes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop.ui.theme.icons import icon
from desktop.ui.theme.tokens import S4, S8, px
from desktop.ui.widgets.search_field import SearchField
from desktop.ui.widgets.section_header import label

_STEPS = {
    int(Qt.Key.Key_Up): -1,
    int(Qt.Key.Key_Down): 1,
    int(Qt.Key.Key_PageUp): -8,
    int(Qt.Key.Key_PageDown): 8,
}


@dataclass(frozen=True, slots=True)
class Offer:
    """A line of the box: what it stands for, its words, an icon."""

    value: str
    words: str
    icon: str = ""


class Chooser(QFrame):
    """See the module. ``asked`` at every key with what was typed; ``picked`` with the value of the line."""

    asked = Signal(str)
    picked = Signal(str)

    def __init__(self, name: str, placeholder: str, parent: QWidget, *, stays_open: bool = False) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("role", "card")
        self.setAccessibleName(name)
        self._stays_open = stays_open
        self.field = SearchField(placeholder)
        self.field.textEdited.connect(self.asked)
        self.field.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName(name)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.itemClicked.connect(self._pick)
        self.note = label("", "small", wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(S8, S8, S8, S8)
        column.setSpacing(S4)
        column.addWidget(self.field)
        column.addWidget(self.list)
        column.addWidget(self.note)
        self.note.hide()
        self.resize(px(340), px(320))

    def offer(self, offers: Sequence[Offer], note: str = "") -> None:
        """Show these lines, the first one chosen; ``note`` says why there are none, or what else there is."""
        place = self.list.currentRow() if self._stays_open else 0
        self.list.clear()
        for each in offers:
            item = QListWidgetItem(each.words)
            item.setData(Qt.ItemDataRole.UserRole, each.value)
            if each.icon:
                item.setIcon(icon(each.icon, "muted"))
            self.list.addItem(item)
        self.list.setCurrentRow(max(0, min(place, len(offers) - 1)))
        self.note.setText(note)
        self.note.setVisible(bool(note))

    def open_at(self, anchor: QWidget) -> None:
        """Open below a widget, inside the window, empty."""
        self.field.clear()
        self.asked.emit("")
        corner = anchor.mapToGlobal(QPoint(0, anchor.height() + S4))
        window = anchor.window().frameGeometry()
        left = max(window.left(), min(corner.x(), window.right() - self.width() - S8))
        self.move(left, corner.y())
        self.show()
        self.field.setFocus()

    def pick_current(self) -> None:
        """Pick the chosen line."""
        item = self.list.currentItem()
        if item is not None:
            self._pick(item)

    def _pick(self, item: QListWidgetItem) -> None:
        value = str(item.data(Qt.ItemDataRole.UserRole))
        if not self._stays_open:
            self.close()
        self.picked.emit(value)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = event.key()
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.pick_current()
                return True
            if key in _STEPS:
                self.list.setCurrentRow(max(0, min(self.list.currentRow() + _STEPS[key], self.list.count() - 1)))
                return True
            if key == Qt.Key.Key_Escape:
                self.close()
                return True
        return super().eventFilter(watched, event)
