"""The templates as cards to choose from."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from desktop.editorial.templates import Template
from desktop.i18n import interface_language
from desktop.ui.theme import tokens
from desktop.ui.theme.fonts import ui_font
from desktop.ui.theme.icons import icon, icon_size
from desktop.ui.theme.tokens import S8, S16
from desktop.ui.widgets.flow import FlowRow

_ICONS = {"press-release": "newspaper", "media-advisory": "calendar-check", "statement": "quotes"}


class TemplateCards(QWidget):
    """One card is chosen at a time; arrows go from card to card."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._row = FlowRow(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(S8)
        self._group = QButtonGroup(self)

    def show_templates(self, templates: Sequence[Template]) -> None:
        """Offer templates; the first is chosen."""
        for number, template in enumerate(templates):
            button = QPushButton(template.title(interface_language()))
            button.setProperty("role", "chip")
            button.setCheckable(True)
            button.setIcon(icon(_ICONS.get(template.name, "file-text"), "text", checked_role="accent"))
            button.setIconSize(icon_size())
            button.setAccessibleName(button.text())
            button.setMinimumWidth(_room_for(button))
            self._group.addButton(button, number)
            self._row.add(button)
            button.clicked.connect(lambda _checked=False, chosen=template: self.chosen.emit(chosen))
        if templates:
            self._group.button(0).setChecked(True)

    def choose(self, number: int) -> None:
        """Choose a card as a click does."""
        self._group.button(number).click()


def _room_for(button: QPushButton) -> int:
    """The width that the card needs once it is chosen and its words are strong."""
    strong = ui_font(weight=QFont.Weight.DemiBold)
    return QFontMetrics(strong).horizontalAdvance(button.text()) + button.iconSize().width() + tokens.px(3 * S16)
