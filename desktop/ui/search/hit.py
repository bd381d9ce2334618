"""How a search hit is drawn: title and language, below it the passage with the words found in bold."""

from __future__ import annotations

import re
from html import escape

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextDocument
from PySide6.QtWidgets import QListWidget, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.domain.ports import SearchHit
from desktop.i18n import _
from desktop.ui.theme import tokens
from desktop.ui.theme.fonts import document_font, ui_font
from desktop.ui.theme.tokens import S4, S8, S12, px

_FOUND, _END = "\ue000", "\ue001"


def snippet_html(snippet: str, colour: str) -> str:
    """The passage as HTML with the words found in bold; everything else is escaped."""
    text = escape(re.sub(r"\s+", " ", snippet))
    return text.replace(_FOUND, f'<b style="color:{colour}">').replace(_END, "</b>")


def hit_words(hit: SearchHit) -> str:
    """A hit in plain words, for screen readers."""
    passage = hit.snippet.replace(_FOUND, "").replace(_END, "")
    return f"{hit.title or _('Untitled')} ({hit.language.upper()}): {passage}"


class HitDelegate(QStyledItemDelegate):
    """Draws the :class:`~desktop.domain.ports.SearchHit` in the item; at most three lines of passage."""

    def __init__(self, parent: QListWidget) -> None:
        super().__init__(parent)
        self._list = parent

    def _passage(self, hit: SearchHit, width: float) -> QTextDocument:
        document = QTextDocument()
        document.setDocumentMargin(0)
        document.setDefaultFont(document_font(tokens.TYPE_LARGE))
        look = tokens.current()
        document.setDefaultStyleSheet(f"p {{ color: {look.text}; }}")
        document.setHtml(f"<p>{snippet_html(hit.snippet, look.accent)}</p>")
        document.setTextWidth(max(120.0, width))
        return document

    def _width(self) -> float:
        return min(self._list.viewport().width() - 2 * px(S12), px(860))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        hit: SearchHit = index.data(Qt.ItemDataRole.UserRole)
        look = tokens.current()
        rect = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(look.accent_soft if is_selected else look.hover))
            painter.drawRoundedRect(rect.adjusted(0, 1, 0, -1), tokens.RADIUS, tokens.RADIUS)
        left, top = rect.left() + px(S12), rect.top() + px(S8)
        small, font = ui_font(tokens.TYPE_SMALL, QFont.Weight.DemiBold), ui_font(weight=QFont.Weight.DemiBold)
        language = hit.language.upper()
        wide = QFontMetricsF(small).horizontalAdvance(language) + px(S12)
        height = QFontMetricsF(font).height()
        tag = QRectF(left, top, wide, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.soft("info")))
        painter.drawRoundedRect(tag, px(S4), px(S4))
        painter.setFont(small)
        painter.setPen(QColor(look.info))
        painter.drawText(tag, Qt.AlignmentFlag.AlignCenter, language)
        painter.setFont(font)
        painter.setPen(QColor(look.text))
        title_rect = QRectF(tag.right() + px(S8), top, rect.right() - tag.right() - px(S8 + S12), height)
        title = QFontMetricsF(font).elidedText(
            hit.title or _("Untitled"), Qt.TextElideMode.ElideRight, title_rect.width()
        )
        painter.drawText(title_rect, Qt.AlignmentFlag.AlignVCenter, title)
        painter.translate(left, top + height + px(S4))
        self._passage(hit, self._width()).drawContents(painter)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        hit: SearchHit = index.data(Qt.ItemDataRole.UserRole)
        head = QFontMetricsF(ui_font()).height() + px(S8 + S4 + S12)
        return QSize(px(200), round(head + self._passage(hit, self._width()).size().height()))
