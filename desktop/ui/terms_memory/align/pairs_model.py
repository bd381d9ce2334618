"""The pairs of files found, each with what speaks for it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.i18n import N_, _, ngettext
from desktop.services.aligning import AlignedPair
from desktop.translation.alignment.beads import Alignment
from desktop.translation.alignment.documents import Reason
from desktop.ui.theme.icons import icon

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_REASONS = {
    Reason.NAME: N_("name"),
    Reason.DATE: N_("date"),
    Reason.NUMBERS: N_("numbers and addresses"),
    Reason.NAMES: N_("names"),
    Reason.LENGTH: N_("length"),
}


def why(pair: AlignedPair) -> str:
    """What two files have in common, in words."""
    if not pair.reasons:
        return _("chosen by you")
    return _("same {reasons}").format(reasons=", ".join(_(_REASONS[reason]) for reason in pair.reasons))


class Row:
    """A pair as it stands now: its beads as edited, the rows left out, whether it is in the memory."""

    def __init__(self, pair: AlignedPair) -> None:
        self.pair = pair
        self.alignment: Alignment = pair.alignment
        self.left_out: frozenset[tuple[tuple[int, ...], tuple[int, ...]]] = frozenset()
        self.is_kept = False
        #: The first of its units' places in the memory, 0 before it was ever put there.
        self.first = 0


class PairsModel(QAbstractListModel):
    """Three lines a row: the files' names, and what is doubtful with why they are a pair."""

    def __init__(self, doubtful: Callable[[Row], int], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[Row] = []
        self._doubtful = doubtful

    def show_pairs(self, pairs: list[AlignedPair]) -> None:
        """Show other pairs, the most doubtful first."""
        self.beginResetModel()
        self.rows = [Row(pair) for pair in sorted(pairs, key=lambda pair: (-pair.doubtful, pair.source.path.name))]
        self.endResetModel()

    def touch(self, row: Row) -> None:
        """A row reads otherwise now."""
        if row in self.rows:
            at = self.index(self.rows.index(row))
            self.dataChanged.emit(at, at)

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        names = f"{row.pair.source.path.name}\n{row.pair.target.path.name}"
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{names}\n{self._told(row)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{row.pair.source.path}\n{row.pair.target.path}\n{why(row.pair)}"
        if role == Qt.ItemDataRole.DecorationRole:
            if row.is_kept:
                return icon("check-circle", "ok")
            return icon("warning", "stale") if self._doubtful(row) else icon("files", "muted")
        return None

    def _told(self, row: Row) -> str:
        if row.is_kept:
            return _("in the memory")
        count = self._doubtful(row)
        doubtful = ngettext("{count} doubtful row", "{count} doubtful rows", count).format(count=count)
        return f"{doubtful} · {why(row.pair)}" if count else why(row.pair)
