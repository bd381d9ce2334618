"""A few lines to write a comment or an answer in, with one button."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.ui.theme import tokens
from desktop.ui.theme.tokens import S4, S8
from desktop.ui.widgets import PrimaryButton, QuietButton

_LINES = 3


class _Field(QPlainTextEdit):
    sent = Signal()
    left = Signal()

    def event(self, event: QEvent) -> bool:
        """Ctrl+Enter is the form's own here, whatever it does elsewhere in the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _sends(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _sends(event):
            self.sent.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _sends(event: QKeyEvent) -> bool:
    is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return is_enter and event.modifiers() == Qt.KeyboardModifier.ControlModifier


class CommentForm(QWidget):
    """``written`` carries the text (Ctrl+Enter or the button), ``closed`` tells of Esc and Cancel."""

    written = Signal(str)
    closed = Signal()

    def __init__(self, name: str, deed: str) -> None:
        super().__init__()
        self.field = _Field()
        self.field.setAccessibleName(name)
        self.field.setPlaceholderText(name)
        self.field.setTabChangesFocus(True)
        self.field.setFixedHeight(tokens.px(_LINES * 20 + 2 * S8))
        self.field.sent.connect(self.send)
        self.field.left.connect(self.close_form)
        self.button = PrimaryButton(deed, self.send)
        self.button.setToolTip(_("Ctrl+Enter"))
        row = QHBoxLayout()
        row.setSpacing(S8)
        row.addWidget(self.button)
        row.addWidget(QuietButton(_("Cancel"), self.close_form))
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S4)
        column.addWidget(self.field)
        column.addLayout(row)
        self.hide()

    def open_with(self, text: str = "", deed: str = "") -> None:
        """Show the form with a text to begin from."""
        if deed:
            self.button.setText(deed)
        self.field.setPlainText(text)
        self.show()
        self.field.setFocus()
        self.field.moveCursor(self.field.textCursor().MoveOperation.End)

    def send(self) -> None:
        """Tell what was written; an empty form stays open."""
        text = self.field.toPlainText().strip()
        if text:
            self.hide()
            self.field.clear()
            self.written.emit(text)

    def close_form(self) -> None:
        """Put the form away."""
        self.hide()
        self.field.clear()
        self.closed.emit()
