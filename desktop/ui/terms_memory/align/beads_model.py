"""The beads of a pair as rows: how sure, source, translation."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QIcon

from desktop.i18n import _
from desktop.services.aligning import SURE
from desktop.translation.alignment.beads import Alignment, Bead
from desktop.ui.theme.icons import icon
from desktop.ui.theme.tokens import current

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_ALIGNMENT = Qt.ItemDataRole.TextAlignmentRole
_PLACES = tuple(
    Qt.AlignmentFlag.AlignLeft | each for each in (Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignVCenter)
)
BeadKey = tuple[tuple[int, ...], tuple[int, ...]]


def key_of(bead: Bead) -> BeadKey:
    """What makes a bead the same after another was edited."""
    return bead.source, bead.target


def is_doubtful(bead: Bead) -> bool:
    """Whether a person should look at it: it would go into the memory, and is not sure."""
    return bead.is_pair and bead.confidence < SURE


class BeadsModel(QAbstractTableModel):
    """``place`` tells which bead a row shows; doubtful ones stand first where that is wanted."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._alignment = Alignment((), (), ())
        self._left_out: frozenset[BeadKey] = frozenset()
        self._order: list[int] = []
        self._titles = ("", "")

    def show_beads(
        self, alignment: Alignment, left_out: frozenset[BeadKey], titles: tuple[str, str], *, doubtful_first: bool
    ) -> None:
        """Show an alignment."""
        self.beginResetModel()
        self._alignment, self._left_out, self._titles = alignment, left_out, titles
        beads = alignment.beads
        self._order = sorted(range(len(beads)), key=lambda at: (doubtful_first and not is_doubtful(beads[at]), at))
        self.endResetModel()

    def place(self, row: int) -> int:
        """The bead that a row shows."""
        return self._order[row]

    def row_of(self, place: int) -> int:
        """The row that shows a bead."""
        return self._order.index(place)

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._order)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else 3

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return ("", *self._titles)[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        place = self._order[index.row()]
        bead = self._alignment.beads[place]
        is_out = key_of(bead) in self._left_out
        if role == Qt.ItemDataRole.DisplayRole:
            return self._told(bead, place, is_out=is_out) if index.column() == 0 else self._text(bead, index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            source, target = self._alignment.texts(bead)
            return f"{self._told(bead, place, is_out=is_out)}: {source} ⇄ {target}"
        if role == Qt.ItemDataRole.DecorationRole:
            return self._mark(bead, is_out=is_out) if index.column() == 0 else None
        if role == Qt.ItemDataRole.ForegroundRole:
            return QColor(current().muted) if is_out or not bead.is_pair else None
        return _PLACES[index.column() == 0] if role == _ALIGNMENT else None

    @staticmethod
    def _mark(bead: Bead, *, is_out: bool) -> QIcon:
        if is_out or not bead.is_pair:
            return icon("prohibit", "muted")
        return icon("warning", "stale") if is_doubtful(bead) else icon("check-circle", "ok")

    def _text(self, bead: Bead, column: int) -> str:
        numbers, sentences = (
            (bead.source, self._alignment.source) if column == 1 else (bead.target, self._alignment.target)
        )
        return "\n".join(sentences[at].text for at in numbers) if numbers else "—"

    @staticmethod
    def _told(bead: Bead, place: int, *, is_out: bool) -> str:
        number = place + 1
        if is_out:
            return _("{number} · left out").format(number=number)
        if not bead.is_pair:
            return _("{number} · alone").format(number=number)
        if bead.confidence >= 1.0:
            return _("{number} · right").format(number=number)
        return _("{number} · {share} %").format(number=number, share=min(99, round(bead.confidence * 100)))
