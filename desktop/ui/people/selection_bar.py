"""The bar that appears while several people are selected."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desktop.i18n import _, ngettext
from desktop.ui.people.words import counted
from desktop.ui.theme.tokens import S4, S8, S12
from desktop.ui.widgets.buttons import QuietButton
from desktop.ui.widgets.section_header import label


class SelectionBar(QFrame):
    """Says how many are selected and offers what can be done with them; hidden below two."""

    def __init__(self, deeds: Sequence[tuple[str, str, Callable[[], object]]], parent: QWidget | None = None) -> None:
        """``deeds`` are (label, Phosphor icon, what to call)."""
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(_("Selected people"))
        row = QHBoxLayout(self)
        row.setContentsMargins(S12, S4, S4, S4)
        row.setSpacing(S8)
        self._words = label("", "strong")
        row.addWidget(self._words)
        row.addStretch(1)
        self.buttons = [QuietButton(words, call, icon_name=symbol) for words, symbol, call in deeds]
        for button in self.buttons:
            row.addWidget(button)
        self.hide()

    def set_count(self, count: int) -> None:
        """Say how many are selected."""
        self._words.setText(counted(ngettext("{count} selected", "{count} selected", count), count))
        self.setVisible(count > 1)
