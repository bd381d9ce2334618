"""The ways to start a release, side by side: from a template, from an earlier release, from a file."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QWidget

from desktop.i18n import _
from desktop.ui.desk import Desk, Route
from desktop.ui.theme.fonts import ui_font
from desktop.ui.theme.tokens import S8, S16, px
from desktop.ui.widgets.buttons import Chip
from desktop.ui.widgets.flow import FlowRow


class NewWays(QWidget):
    """Chips that lead to the screen of each way; the one that is shown is checked."""

    def __init__(self, desk: Desk, current: str) -> None:
        super().__init__()
        self._desk, self._current = desk, current
        row = FlowRow(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(S8)
        self.chips: dict[str, Chip] = {}
        for screen, words in (
            ("new", _("From a template")),
            ("reuse", _("From an earlier release")),
            ("import", _("From a file")),
        ):
            chip = self.chips[screen] = Chip(words)
            chip.setChecked(screen == current)
            strong = QFontMetrics(ui_font(weight=QFont.Weight.DemiBold))
            chip.setMinimumWidth(strong.horizontalAdvance(words) + px(2 * S16))
            chip.clicked.connect(lambda _checked=False, screen=screen: self._go(screen))
            row.add(chip)

    def _go(self, screen: str) -> None:
        for name, chip in self.chips.items():
            chip.setChecked(name == self._current)
        if screen != self._current:
            self._desk.navigate(Route(screen))
