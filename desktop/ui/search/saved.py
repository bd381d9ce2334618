"""Searches kept under a name: choose one, keep the one on show, take one away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop.domain.archive import SavedSearch
from desktop.i18n import _
from desktop.ui.theme.tokens import S8
from desktop.ui.widgets.buttons import IconButton, PlainButton
from desktop.ui.widgets.section_header import label


class SavedPanel(QWidget):
    """``chosen`` carries a :class:`SavedSearch`, ``kept`` a name for the search on show, ``removed`` a name."""

    chosen = Signal(object)
    kept = Signal(str)
    removed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.list = QListWidget()
        self.list.setAccessibleName(_("Saved searches"))
        self.list.itemActivated.connect(lambda item: self.chosen.emit(item.data(Qt.ItemDataRole.UserRole)))
        self.list.itemClicked.connect(lambda item: self.chosen.emit(item.data(Qt.ItemDataRole.UserRole)))
        self._empty = label(_("Save a search to find it here and in the command palette."), "small", wraps=True)
        self.name = QLineEdit()
        self.name.setPlaceholderText(_("Name of this search"))
        self.name.setAccessibleName(_("Name of this search"))
        self.name.setMaxLength(80)
        self.name.returnPressed.connect(self._keep)
        self._save = PlainButton(_("Save"), self._keep)
        self._remove = IconButton("trash", _("Remove saved search"), self._take_away)
        row = QHBoxLayout()
        row.setSpacing(S8)
        row.addWidget(self.name, 1)
        row.addWidget(self._save)
        row.addWidget(self._remove)
        delete = QAction(_("Remove saved search"), self.list)
        delete.setShortcut(QKeySequence(Qt.Key.Key_Delete))
        delete.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        delete.triggered.connect(self._take_away)
        self.list.addAction(delete)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, S8)
        column.setSpacing(S8)
        column.addWidget(self._empty)
        column.addWidget(self.list)
        column.addLayout(row)
        self.show_searches(())

    def show_searches(self, searches: Sequence[SavedSearch]) -> None:
        """Show the searches by name."""
        self.list.clear()
        for each in searches:
            item = QListWidgetItem(each.name)
            item.setData(Qt.ItemDataRole.UserRole, each)
            item.setToolTip(each.query.text)
            self.list.addItem(item)
        self._empty.setVisible(not searches)
        self.list.setVisible(bool(searches))
        self._remove.setVisible(bool(searches))
        self.list.setFixedHeight(min(6, max(1, len(searches))) * max(28, self.list.sizeHintForRow(0)) + S8)

    def _keep(self) -> None:
        if self.name.text().strip():
            self.kept.emit(self.name.text())
        else:
            self.name.setFocus()

    def _take_away(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.removed.emit(item.text())
