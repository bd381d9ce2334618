"""Export: choose a format and a file."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.publishing.formats import FORMATS
from desktop.ui.theme.tokens import S8
from desktop.ui.widgets import QuietButton


class ExportSection(QWidget):
    """``asked`` carries a format's name."""

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.formats = QComboBox()
        self.formats.setAccessibleName(_("Export format"))
        self.formats.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.formats.setMinimumContentsLength(16)
        for each in FORMATS.values():
            self.formats.addItem(_(each.label), each.name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S8)
        column.addWidget(self.formats)
        column.addWidget(QuietButton(_("Export…"), self._ask, icon_name="export"))

    def _ask(self) -> None:
        self.asked.emit(self.formats.currentData())
