"""The line at the window's foot: what is going on, where, and when it was last saved."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from desktop.i18n import _
from desktop.ui.theme.tokens import S4, S8, S12
from desktop.ui.widgets.buttons import IconButton, QuietButton
from desktop.ui.widgets.section_header import label


class StatusLine(QWidget):
    """Workspace at the left, long work in the middle, "Saved 10:42" at the right, and the button of the side panel."""

    side_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(self)
        row.setContentsMargins(S12, S4, S12, S4)
        row.setSpacing(S8)
        self._workspace = label("", "small")
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setMaximumWidth(120)
        self._busy = label("", "small")
        self._cancel = QuietButton(_("Cancel"), self._stop)
        self._saved = label("", "small")
        row.addWidget(self._workspace)
        row.addStretch(1)
        for widget in (self._busy, self._bar, self._cancel):
            widget.hide()
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self._saved)
        self._side = IconButton("columns", _("Show or hide the side panel (Ctrl+Shift+B)"), self.side_wanted.emit)
        self._side.hide()
        row.addWidget(self._side)
        self._on_cancel: Callable[[], None] | None = None

    def set_workspace(self, name: str) -> None:
        """Say which file is open."""
        self._workspace.setText(name)

    def set_busy(self, what: str, cancel: Callable[[], None] | None) -> None:
        """Show long work, or with an empty text that it ended."""
        self._on_cancel = cancel
        self._busy.setText(what)
        self._busy.setVisible(bool(what))
        self._bar.setVisible(bool(what))
        self._bar.setAccessibleName(what)
        self._cancel.setVisible(bool(what) and cancel is not None)

    def offer_side(self, is_there: bool) -> None:
        """Whether the page on show has a side panel."""
        self._side.setVisible(is_there)

    def set_saved(self, at: datetime) -> None:
        """Say when something was last saved; ``at`` in local time."""
        self._saved.setText(_("Saved {time}").format(time=f"{at:%H:%M}"))
        self._saved.setAccessibleName(self._saved.text())

    def _stop(self) -> None:
        if self._on_cancel is not None:
            self._on_cancel()
