"""Short clickable lists: open gaps, the outline."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.ui.theme.icons import icon, icon_size
from desktop.ui.theme.tokens import S4
from desktop.ui.widgets import label


class JumpList(QWidget):
    """Rows that jump somewhere; ``chosen`` carries the row's key. Says a sentence where there are none."""

    chosen = Signal(object)

    def __init__(self, name: str, sentence: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(S4 // 2)
        self._sentence = label(sentence, "muted", wraps=True)
        self._column.addWidget(self._sentence)
        self._shown: tuple[tuple[object, str, str], ...] = ()
        self._buttons: list[QPushButton] = []

    def show_rows(self, rows: Sequence[tuple[object, str, str]]) -> None:
        """Show ``(key, text, icon name)`` rows; nothing moves where they are the same as before."""
        if tuple(rows) == self._shown:
            return
        self._shown = tuple(rows)
        self._sentence.setVisible(not rows)
        while len(self._buttons) > len(rows):
            self._buttons.pop().deleteLater()
        while len(self._buttons) < len(rows):
            self._add()
        for button, (_key, text, icon_name) in zip(self._buttons, rows, strict=True):
            shown = button.fontMetrics().elidedText(
                text, Qt.TextElideMode.ElideRight, button.fontMetrics().averageCharWidth() * 34
            )
            button.setText(shown.replace("&", "&&"))
            button.setToolTip(text if shown != text else "")
            button.setAccessibleName(text)
            button.setIcon(icon(icon_name, "muted"))

    def _add(self) -> None:
        number = len(self._buttons)
        button = QPushButton()
        button.setProperty("role", "row")
        button.setIconSize(icon_size())
        button.clicked.connect(lambda: self.chosen.emit(self._shown[number][0]))
        self._column.addWidget(button)
        self._buttons.append(button)

    def row_count(self) -> int:
        """How many rows are shown."""
        return len(self._buttons)

    def click(self, number: int) -> None:
        """Choose a row."""
        self._buttons[number].click()
