"""All media lists as a list one can rename in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from desktop.domain.contact import MediaList
from desktop.i18n import ngettext
from desktop.ui.people.words import counted
from desktop.ui.theme import tokens
from desktop.ui.theme.tokens import S8, px

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
LIST_ROLE = Qt.ItemDataRole.UserRole


class ListsModel(QAbstractListModel):
    """The lists by name. An edit is told by ``renamed`` with the id and the new name; the old one stays until it is stored."""

    renamed = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lists: tuple[MediaList, ...] = ()

    @property
    def lists(self) -> tuple[MediaList, ...]:
        """What is shown."""
        return self._lists

    def show_lists(self, lists: Sequence[MediaList]) -> None:
        """Show these; where they are the same ones, selection and place stay."""
        if [each.id for each in lists] == [each.id for each in self._lists]:
            self._lists = tuple(lists)
            if self._lists:
                self.dataChanged.emit(self.index(0), self.index(len(self._lists) - 1))
            return
        self.beginResetModel()
        self._lists = tuple(lists)
        self.endResetModel()

    def place_of(self, list_id: str) -> int:
        """Where a list stands, or -1."""
        return next((place for place, each in enumerate(self._lists) if each.id == list_id), -1)

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._lists)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._lists):
            return None
        media_list = self._lists[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole, Qt.ItemDataRole.ToolTipRole):
            return media_list.name
        if role == Qt.ItemDataRole.AccessibleTextRole and media_list.size < 0:
            return media_list.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            words = ngettext("{name}, {count} person", "{name}, {count} people", media_list.size)
            return words.format(name=media_list.name, count=media_list.size)
        return media_list if role == LIST_ROLE else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | (Qt.ItemFlag.ItemIsEditable if index.isValid() else Qt.ItemFlag.NoItemFlags)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        media_list, name = self._lists[index.row()], str(value or "").strip()
        if name and name != media_list.name:
            self.renamed.emit(media_list.id, name)
        return False


class ListsDelegate(QStyledItemDelegate):
    """Draws the name and, quietly at the right, how many are on the list."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        media_list = index.data(LIST_ROLE)
        if media_list is not None:
            room = option.rect.width() - self._size_width(option, media_list) - px(3 * S8)
            option.text = option.fontMetrics.elidedText(media_list.name, Qt.TextElideMode.ElideRight, room)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        media_list = index.data(LIST_ROLE)
        if media_list is None:
            return
        painter.save()
        painter.setPen(tokens.current().muted)
        rect = QRect(option.rect).adjusted(0, 0, -px(S8), 0)
        painter.drawText(rect, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, _size(media_list))
        painter.restore()

    @staticmethod
    def _size_width(option: QStyleOptionViewItem, media_list: MediaList) -> int:
        return option.fontMetrics.horizontalAdvance(_size(media_list))


def _size(media_list: MediaList) -> str:
    # What its conditions hold for is counted later.
    return "" if media_list.size < 0 else counted("{count}", media_list.size)
