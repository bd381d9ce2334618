"""The table of beads: rows as high as their texts, also after the columns were resized."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHeaderView, QTableView

from desktop.i18n import _
from desktop.ui.terms_memory.align.beads_model import BeadsModel
from desktop.ui.theme.icons import icon_size


class BeadsTable(QTableView):
    """One row is chosen at a time; Tab leaves the table."""

    def __init__(self, model: BeadsModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setIconSize(icon_size())
        self.setAccessibleName(_("Sentences side by side"))
        self.setWordWrap(True)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.verticalHeader().hide()
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        head = self.horizontalHeader()
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        for side in (1, 2):
            head.setSectionResizeMode(side, QHeaderView.ResizeMode.Stretch)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        # Columns take their widths after the rows were filled: the rows are measured once they have.
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.resizeRowsToContents)
        head.sectionResized.connect(lambda *_sizes: self.measure())

    def measure(self) -> None:
        """Give the rows their heights, once everything else is done."""
        self._timer.start(0)
