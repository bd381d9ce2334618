"""The field one types into to filter or to search."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.i18n import _
from desktop.ui.theme.icons import icon


class SearchField(QLineEdit):
    """A line with a magnifying glass. Esc clears it; on an empty one it is left to whoever is around.

    ``moved_down`` asks to go to the results (arrow down, or Enter).
    """

    moved_down = Signal()

    def __init__(self, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.addAction(icon("magnifying-glass", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        # Not Qt's own clear button: its picture is black in every theme.
        clear = self.addAction(icon("x", "muted"), QLineEdit.ActionPosition.TrailingPosition)
        clear.setToolTip(_("Clear"))
        clear.setVisible(False)
        clear.triggered.connect(self.clear)
        self.textChanged.connect(lambda text: clear.setVisible(bool(text)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            if not self.text():
                event.ignore()
                return
            self.clear()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.moved_down.emit()
        else:
            super().keyPressEvent(event)
