"""An icon as a label, painted in the theme's colour of the moment."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.theme import tokens
from desktop.ui.theme.icons import paint_icon


class IconLabel(QWidget):
    """An icon of the family; ``size`` in pixels at 100 %. It says nothing to a screen reader: the text beside it does."""

    def __init__(self, name: str, role: str = "muted", size: int = tokens.ICON, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._role, self._size = name, role, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def set_icon(self, name: str, role: str) -> None:
        """Show another icon."""
        self._name, self._role = name, role
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(tokens.px(self._size), tokens.px(self._size))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_icon(painter, QRectF(self.rect()), self._name, tokens.current().role(self._role))
        painter.end()
