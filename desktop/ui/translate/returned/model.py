"""The returned sentences that say something new, each with a tick where it can be taken."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from desktop.i18n import _
from desktop.services.merging_returned import MergePlan
from desktop.translation.returning import MergeOutcome, MergeRow

ROW_ROLE = Qt.ItemDataRole.UserRole
REMARKS_ROLE = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


def outcome_word(outcome: MergeOutcome) -> str:
    """What becomes of a sentence, in a word."""
    return {
        MergeOutcome.UPDATED: _("Updated"),
        MergeOutcome.UNCHANGED: _("Unchanged"),
        MergeOutcome.CONFLICT: _("Conflict"),
        MergeOutcome.STALE: _("Stale"),
        MergeOutcome.UNKNOWN: _("Unknown"),
        MergeOutcome.REFUSED: _("Refused"),
    }[outcome]


class ReturnedModel(QAbstractListModel):
    """``ROW_ROLE`` gives the :class:`MergeRow`; ``ticked`` tells that other rows are chosen."""

    ticked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._plan: MergePlan | None = None
        self._rows: tuple[MergeRow, ...] = ()
        self._decided: dict[str, bool] = {}

    def show_plan(self, plan: MergePlan | None, *, keeps: bool = False) -> None:
        """Show another plan; with ``keeps`` what was decided about the same file stays."""
        self.beginResetModel()
        self._plan = plan
        self._rows = tuple(row for row in plan.rows if _is_shown(row, plan)) if plan else ()
        if not keeps:
            self._decided = {}
        self.endResetModel()
        self.ticked.emit()

    def tick_all(self, *, is_on: bool) -> None:
        """Take every sentence that can be, or none."""
        self._decided = {row.key: is_on for row in self._rows if row.may_be_taken}
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1), [Qt.ItemDataRole.CheckStateRole])
        self.ticked.emit()

    @property
    def chosen(self) -> frozenset[str]:
        """Keys of the sentences to take."""
        return frozenset(row.key for row in self._rows if self._is_on(row))

    def row_at(self, index: Index) -> MergeRow:
        """The sentence of a row."""
        return self._rows[index.row()]

    def _is_on(self, row: MergeRow) -> bool:
        return row.may_be_taken and self._decided.get(row.key, row.is_taken)

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or self._plan is None:
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == REMARKS_ROLE:
            return self._plan.remarks.get(row.key, ())
        if role == Qt.ItemDataRole.CheckStateRole and row.may_be_taken:
            return Qt.CheckState.Checked if self._is_on(row) else Qt.CheckState.Unchecked
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            parts = (outcome_word(row.outcome), row.reason, row.source.text, row.theirs.text)
            return " · ".join(part for part in parts if part)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        row = self._rows[index.row()]
        if not row.may_be_taken:
            return False
        self._decided[row.key] = Qt.CheckState(value) == Qt.CheckState.Checked
        self.dataChanged.emit(index, index, [role])
        self.ticked.emit()
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        flag = Qt.ItemFlag
        if not index.isValid():
            return flag(0)
        usual = flag.ItemIsEnabled | flag.ItemIsSelectable
        return usual | flag.ItemIsUserCheckable if self._rows[index.row()].may_be_taken else usual


def _is_shown(row: MergeRow, plan: MergePlan) -> bool:
    """Whether somebody should look at it: it is new, in the way, or has a comment."""
    is_newer_here = row.outcome is MergeOutcome.UNCHANGED and bool(row.ours.text) and bool(row.reason)
    return row.outcome is not MergeOutcome.UNCHANGED or is_newer_here or row.key in plan.remarks
