"""A row of fields with one deed, in place of a dialog."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from desktop.i18n import _
from desktop.ui.theme.tokens import S8, S16
from desktop.ui.widgets.buttons import IconButton, PrimaryButton
from desktop.ui.widgets.flow import FlowRow
from desktop.ui.widgets.section_header import label


class InlineBar(QFrame):
    """A row of fields with one deed; Enter does it, Esc closes."""

    closed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar")
        self.setAccessibleName(name)
        self.row = FlowRow(self)
        self.row.setContentsMargins(S16, S8, S16, S8)
        self.row.setSpacing(S8)
        self.hide()

    def add_field(self, name: str, field: QWidget, stretch: int = 0) -> None:
        """Put a labelled field into the row."""
        caption = label(name, "muted")
        caption.setBuddy(field)
        field.setAccessibleName(name)
        self.row.addWidget(caption)
        self.row.add(field, stretch)

    def finish(self, deed: str, act: Callable[[], object], *extra: QWidget) -> PrimaryButton:
        """Close the row with its button."""
        button = PrimaryButton(deed, act)
        for each in (*extra, button, IconButton("x", _("Close"), self.close_bar)):
            self.row.addWidget(each)
        return button

    def close_bar(self) -> None:
        """Hide and tell so."""
        self.hide()
        self.closed.emit()

    def act(self) -> None:
        """What Enter does."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.act()
        else:
            super().keyPressEvent(event)
