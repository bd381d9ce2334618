"""How a place is drawn: a tick, the release with its language, below it the passage with the change in it."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextDocument
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyleOptionViewItem,
)

from desktop.i18n import _
from desktop.services.replacing import Occurrence
from desktop.ui.replace.model import PLACE_ROLE, around
from desktop.ui.theme import tokens
from desktop.ui.theme.fonts import document_font, ui_font
from desktop.ui.theme.icons import icon
from desktop.ui.theme.tokens import S4, S8, S12, px
from desktop.ui.widgets.ticks import BOX, TickDelegate, tick_box


def passage_html(place: Occurrence) -> str:
    """The passage: what goes struck, what comes in bold."""
    look = tokens.current()
    before, old, new, behind = (escape(part) for part in around(place))
    come = f'<b style="color:{look.ok}">{new}</b>' if new else ""
    return f'<p>{before}<s style="color:{look.problem}">{old}</s>{"&#8201;" if new else ""}{come}{behind}</p>'


class PlaceDelegate(TickDelegate):
    """Draws the place in a row; a click on the box, or Space, ticks it."""

    def __init__(self, parent: QListView) -> None:
        super().__init__(parent)
        self._list = parent

    def _passage(self, place: Occurrence, width: float) -> QTextDocument:
        document = QTextDocument()
        document.setDocumentMargin(0)
        document.setDefaultFont(document_font(tokens.TYPE_LARGE))
        document.setDefaultStyleSheet(f"p {{ color: {tokens.current().text}; }}")
        document.setHtml(passage_html(place))
        document.setTextWidth(max(120.0, width))
        return document

    def _width(self) -> float:
        return min(self._list.viewport().width() - px(BOX) - 3 * px(S12), px(860))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        place: Occurrence = index.data(PLACE_ROLE)
        is_on = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        look, rect = tokens.current(), QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(look.accent_soft if is_selected else look.hover))
            painter.drawRoundedRect(rect.adjusted(0, 1, 0, -1), tokens.RADIUS, tokens.RADIUS)
        box = tick_box(rect)
        painter.setPen(QColor(look.accent if is_on else look.edge))
        painter.setBrush(QColor(look.accent if is_on else look.surface))
        painter.drawRoundedRect(box, px(S4), px(S4))
        if is_on:
            icon("check", "on_accent").paint(painter, box.toRect().adjusted(2, 2, -2, -2))
        left, top = box.right() + px(S12), rect.top() + px(S8)
        font = ui_font(weight=QFont.Weight.DemiBold)
        height = QFontMetricsF(font).height()
        painter.setFont(font)
        painter.setPen(QColor(look.text if is_on else look.muted))
        words = f"{place.language.upper()} · {place.title or _('Untitled release')}"
        room = QRectF(left, top, rect.right() - left - px(S12), height)
        painter.drawText(
            room,
            Qt.AlignmentFlag.AlignVCenter,
            QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, room.width()),
        )
        painter.translate(left, top + height + px(S4))
        if not is_on:
            painter.setOpacity(0.6)
        self._passage(place, self._width()).drawContents(painter)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        head = QFontMetricsF(ui_font()).height() + px(S8 + S4 + S12)
        return QSize(px(200), round(head + self._passage(index.data(PLACE_ROLE), self._width()).size().height()))
