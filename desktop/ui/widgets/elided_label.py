"""A line of text that is cut rather than pushing its neighbours out."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from desktop.ui.theme import tokens

#: What a title wants before its neighbours go to a line of their own, in pixels at 100 %.
_TITLE_ROOM = 260


class ElidedLabel(QLabel):
    """One line that ends in an ellipsis rather than pushing its neighbours out."""

    def __init__(self, role: str) -> None:
        super().__init__()
        self._whole = ""
        self.setProperty("role", role)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_whole(self, text: str) -> None:
        """Show a text, as much of it as there is room for."""
        self._whole = text
        self.setToolTip(text)
        self.setAccessibleName(text)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(tokens.px(_TITLE_ROOM), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(tokens.px(tokens.S32), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.setText(QFontMetrics(self.font()).elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width()))
