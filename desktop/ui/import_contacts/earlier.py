"""The imports that were made, and the way to take one back."""

from __future__ import annotations

import json
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop.domain.import_batch import ImportBatch
from desktop.i18n import _
from desktop.ui.people.words import counted
from desktop.ui.theme.icons import icon
from desktop.ui.theme.tokens import S8, px
from desktop.ui.widgets.buttons import PlainButton
from desktop.ui.widgets.section_header import label
from desktop.ui.widgets.when import day_and_time, exact


class EarlierImports(QWidget):
    """Newest first. ``undo_asked`` names the import that one wants taken back."""

    undo_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = _List()
        self.list.setAccessibleName(_("Earlier imports"))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setMaximumHeight(px(220))
        self.list.currentItemChanged.connect(lambda _now, _before: self._enable())
        self.list.confirmed.connect(self._ask)
        self.undo_button = PlainButton(_("Undo this import"), self._ask, icon_name="arrow-u-up-left")
        head = QHBoxLayout()
        head.setSpacing(S8)
        head.addWidget(label(_("Earlier imports"), "heading"), 1)
        head.addWidget(self.undo_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S8)
        column.addLayout(head)
        column.addWidget(self.list)
        self.setVisible(False)

    def show_imports(self, batches: Sequence[ImportBatch]) -> None:
        """Show what was imported; nothing where nothing was."""
        self.list.clear()
        for batch in batches:
            item = QListWidgetItem(_line(batch))
            item.setIcon(icon("arrow-u-up-left" if batch.undone_at else "download-simple", "muted"))
            item.setData(Qt.ItemDataRole.UserRole, "" if batch.undone_at else batch.id)
            if batch.created_at:
                item.setToolTip(exact(batch.created_at))
            self.list.addItem(item)
        self.setVisible(bool(batches))
        if batches:
            self.list.setCurrentRow(0)
        self._enable()

    @property
    def chosen(self) -> str:
        """The id of the chosen import; empty where there is none or it was undone already."""
        item = self.list.currentItem()
        return str(item.data(Qt.ItemDataRole.UserRole)) if item else ""

    def _enable(self) -> None:
        self.undo_button.setEnabled(bool(self.chosen))

    def _ask(self) -> None:
        if self.chosen:
            self.undo_asked.emit(self.chosen)


class _List(QListWidget):
    """A list whose Enter and Delete keys mean its one deed."""

    confirmed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Delete) and not event.modifiers():
            self.confirmed.emit()
            return
        super().keyPressEvent(event)


def _line(batch: ImportBatch) -> str:
    try:
        counts = json.loads(batch.report or "{}")
    except ValueError:
        counts = {}
    new, changed = int(counts.get("new", 0)), int(counts.get("changed", 0))
    parts = [
        batch.file_name or _("without a file"),
        day_and_time(batch.created_at) if batch.created_at else "",
        counted(_("{count} new"), new),
        counted(_("{count} changed"), changed) if changed else "",
        _("undone") if batch.undone_at else "",
    ]
    return " · ".join(part for part in parts if part)
