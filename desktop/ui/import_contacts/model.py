"""The preview's table: one line for every row of the file, with what becomes of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from desktop.contacts.phones import format_international
from desktop.contacts.plan import PlannedRow
from desktop.i18n import _
from desktop.ui.import_contacts.fields import LOOKS, outcome_word, told
from desktop.ui.theme import tokens
from desktop.ui.theme.icons import icon

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
ROW, OUTCOME, NAME, OUTLET, EMAIL, PHONE, REASON = range(7)


class PlanModel(QAbstractTableModel):
    """Planned rows, all of them or those of one outcome."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[PlannedRow, ...] = ()
        self._shown: tuple[PlannedRow, ...] = ()
        self._outcome = ""
        self._titles = (_("Row"), _("What happens"), _("Name"), _("Outlet"), _("E-mail"), _("Phone"), _("Why"))

    @property
    def rows(self) -> tuple[PlannedRow, ...]:
        """The whole plan."""
        return self._all

    def counts(self) -> Counter[str]:
        """How many rows come to which outcome."""
        return Counter(row.outcome for row in self._all)

    def show_plan(self, rows: Sequence[PlannedRow]) -> None:
        """Show another plan, whole."""
        self._all = tuple(rows)
        self._outcome = ""
        self._filter()

    def show_outcome(self, outcome: str) -> None:
        """Show only the rows of one outcome; all where it is empty."""
        self._outcome = outcome
        self._filter()

    def _filter(self) -> None:
        self.beginResetModel()
        self._shown = tuple(row for row in self._all if self._outcome in ("", row.outcome))
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._titles)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._shown):
            return None
        row, column = self._shown[index.row()], index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return _text(row, column)
        if column == OUTCOME and role == Qt.ItemDataRole.DecorationRole:
            return icon(*LOOKS[row.outcome])
        if role == Qt.ItemDataRole.ForegroundRole and (row.outcome == "refused" or column in (ROW, REASON)):
            name = "problem" if row.outcome == "refused" and column in (OUTCOME, REASON) else "muted"
            return QColor(tokens.current().role(name))
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._titles):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._titles[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None


def _text(row: PlannedRow, column: int) -> str:
    if column == ROW:
        return str(row.row)
    if column == OUTCOME:
        return outcome_word(row.outcome)
    if column == REASON:
        return told(row)
    person = row.contact
    if person is None:
        return ""
    texts = {NAME: person.name, OUTLET: person.organisation, EMAIL: person.email}
    return texts[column] if column in texts else format_international(person.phone)
