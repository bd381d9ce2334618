"""How a line of the palette is drawn: icon, words, and the key or languages at the right."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.ui.theme import tokens
from desktop.ui.theme.fonts import ui_font
from desktop.ui.theme.icons import paint_icon
from desktop.ui.theme.tokens import S8, px


class LineDelegate(QStyledItemDelegate):
    """Draws the :class:`~desktop.ui.palette.palette.Line` kept in the item."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        look = tokens.current()
        line = index.data(Qt.ItemDataRole.UserRole)
        rect = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(look.accent_soft))
            painter.drawRoundedRect(rect, tokens.RADIUS, tokens.RADIUS)
        side = px(tokens.ICON)
        inside = rect.adjusted(px(S8), 0, -px(S8), 0)
        paint_icon(painter, QRectF(inside.left(), inside.center().y() - side / 2, side, side), line.icon, look.muted)
        small = ui_font(tokens.TYPE_SMALL)
        painter.setFont(small)
        painter.setPen(QColor(look.muted))
        painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, line.hint)
        hint = QFontMetricsF(small).horizontalAdvance(line.hint) + px(S8)
        words = inside.adjusted(side + px(S8), 0, -hint, 0)
        font = ui_font()
        painter.setFont(font)
        painter.setPen(QColor(look.text))
        text = QFontMetricsF(font).elidedText(line.text, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(px(200), px(34))
