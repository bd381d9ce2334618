"""The memory tab."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from desktop.i18n import _
from desktop.ui.desk import Desk
from desktop.ui.terms_memory.tab import Tab
from desktop.ui.widgets.empty_state import EmptyState


class MemoryTab(Tab):
    """The office's translation units."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.empty = EmptyState(
            "brain",
            _("Every sentence you confirm is kept here, and offered again when it comes back."),
            title=_("The memory is empty"),
        )
        column = QVBoxLayout(self)
        column.addWidget(self.empty)
