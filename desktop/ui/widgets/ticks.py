"""Rows with a tick at their left: where its box is, and turning it by mouse or key."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from desktop.ui.theme.tokens import S8, S12, px

BOX = 18


def tick_box(rect: QRectF) -> QRectF:
    """The box of the tick in a row's place."""
    return QRectF(rect.left() + px(S12), rect.top() + px(S8), px(BOX), px(BOX))


def turn(model: QAbstractItemModel, index: QModelIndex | QPersistentModelIndex) -> None:
    """Tick what was not, and the other way round; a row without a tick stays."""
    state = index.data(Qt.ItemDataRole.CheckStateRole)
    if state is not None:
        turned = Qt.CheckState.Unchecked if state == Qt.CheckState.Checked else Qt.CheckState.Checked
        model.setData(index, turned, Qt.ItemDataRole.CheckStateRole)


class TickDelegate(QStyledItemDelegate):
    """A click on the box turns the tick; a subclass draws the row."""

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        if event.type() != QEvent.Type.MouseButtonRelease or not isinstance(event, QMouseEvent):
            return False
        if not tick_box(QRectF(option.rect)).adjusted(-6, -6, 6, 6).contains(event.position()):
            return False
        turn(model, index)
        return True
