"""The places found, each with a tick."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from desktop.i18n import _
from desktop.services.replacing import Occurrence

PLACE_ROLE = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
#: Code points shown around a place.
_AROUND = 70


def around(place: Occurrence) -> tuple[str, str, str, str]:
    """``(before, old, new, behind)``: a piece of the text with the place in it, on one line."""
    text = place.text.text
    start, end = place.place.start, place.place.end
    before, behind = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    if start > _AROUND:
        before = f"…{before[before.find(' ') + 1 :]}" if " " in before else f"…{before}"
    if end + _AROUND < len(text):
        behind = f"{behind[: behind.rfind(' ')]}…" if " " in behind else f"{behind}…"
    return tuple(part.replace("\n", " ") for part in (before, text[start:end], place.place.new, behind))  # type: ignore[return-value]


class PlacesModel(QAbstractListModel):
    """``PLACE_ROLE`` gives the :class:`Occurrence`; ``ticked`` tells that another number of places is chosen."""

    ticked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Occurrence] = []
        self._off: set[int] = set()

    def clear(self) -> None:
        """Show nothing."""
        self.beginResetModel()
        self._rows, self._off = [], set()
        self.endResetModel()
        self.ticked.emit()

    def add(self, places: Sequence[Occurrence]) -> None:
        """Put more places below, ticked."""
        if places:
            self.beginInsertRows(_ROOT, len(self._rows), len(self._rows) + len(places) - 1)
            self._rows.extend(places)
            self.endInsertRows()
            self.ticked.emit()

    def tick_all(self, *, is_on: bool) -> None:
        """Tick every place, or none."""
        self._off = set() if is_on else set(range(len(self._rows)))
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1), [Qt.ItemDataRole.CheckStateRole])
        self.ticked.emit()

    @property
    def chosen(self) -> tuple[Occurrence, ...]:
        """The ticked places."""
        return tuple(place for row, place in enumerate(self._rows) if row not in self._off)

    @property
    def chosen_count(self) -> int:
        """How many are ticked."""
        return len(self._rows) - len(self._off)

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        place = self._rows[index.row()]
        if role == PLACE_ROLE:
            return place
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Unchecked if index.row() in self._off else Qt.CheckState.Checked
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            before, old, new, behind = around(place)
            words = _("{title} ({language}): {before}{old}{behind} becomes {before}{new}{behind}")
            return words.format(
                title=place.title, language=place.language.upper(), before=before, old=old, new=new, behind=behind
            )
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        if Qt.CheckState(value) == Qt.CheckState.Checked:
            self._off.discard(index.row())
        else:
            self._off.add(index.row())
        self.dataChanged.emit(index, index, [role])
        self.ticked.emit()
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        flag = Qt.ItemFlag
        return flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemIsUserCheckable if index.isValid() else flag(0)
