"""How a search hit is drawn: title and language, below it the passage with the words found in bold.

All rows of one kind have one height, so that forty thousand results need not be measured.
"""

from __future__ import annotations

import re
from html import escape

from PySide6.QtCore import QDate, QLocale, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextDocument
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.domain.ports import SearchHit
from desktop.i18n import _, interface_language
from desktop.ui.theme import tokens
from desktop.ui.theme.fonts import document_font, ui_font
from desktop.ui.theme.tokens import S4, S8, S12, px
from desktop.ui.widgets.paged_model import ROW_ROLE

_FOUND, _END = "\ue000", "\ue001"
#: Lines of a passage and of a quotation, how much of a line words fill on average, and a quotation's usual length.
_PASSAGE_LINES, _QUOTE_LINES, _FILLED, _QUOTE_LENGTH = 2, 3, 0.92, 300


def snippet_html(snippet: str, colour: str) -> str:
    """The passage as HTML with the words found in bold; everything else is escaped."""
    text = escape(re.sub(r"\s+", " ", snippet))
    return text.replace(_FOUND, f'<b style="color:{colour}">').replace(_END, "</b>")


def shortened(quote: str, length: int = _QUOTE_LENGTH) -> str:
    """A quotation with at most about ``length`` characters around its first hit; what is cut is marked ``…``."""
    text = re.sub(r"\s+", " ", quote).strip()
    first = max(0, text.find(_FOUND))
    start = 0 if first < length * 2 // 3 else text.rfind(" ", 0, first - length // 3) + 1
    if start + length >= len(text):
        return ("… " if start else "") + text[start:]
    end = text.rfind(" ", start, start + length)
    piece = text[start : end if end > start else start + length]
    if piece.count(_FOUND) > piece.count(_END):
        piece += _END
    return ("… " if start else "") + piece + " …"


def day_words(on: str) -> str:
    """An ISO day as the interface's language writes it short."""
    day = QDate.fromString(on, Qt.DateFormat.ISODate)
    return QLocale(interface_language()).toString(day, "d MMM yyyy") if day.isValid() else ""


def speaker_words(hit: SearchHit) -> str:
    """Who said it, with the office."""
    return ", ".join(part for part in (hit.speaker or _("Speaker not named"), hit.speaker_title) if part)


def hit_words(hit: SearchHit) -> str:
    """A hit in plain words, for screen readers."""
    passage = hit.snippet.replace(_FOUND, "").replace(_END, "")
    said = f" – {speaker_words(hit)}" if hit.block_id or hit.speaker else ""
    return f"{hit.title or _('Untitled')} ({hit.language.upper()}): {passage}{said}"


def facts_words(hit: SearchHit) -> str:
    """The day, and for an older version its number."""
    old = _("version {number}").format(number=hit.number) if hit.revision_id else ""
    return " · ".join(part for part in (old, day_words(hit.on)) if part)


class HitDelegate(QStyledItemDelegate):
    """Draws the :class:`~desktop.domain.ports.SearchHit` of a row; ``is_quotes`` gives rows room for a quotation."""

    def __init__(self, parent: QAbstractItemView) -> None:
        super().__init__(parent)
        self._list = parent
        self.is_quotes = False

    def _passage(self, hit: SearchHit, width: float) -> QTextDocument:
        document = QTextDocument()
        document.setDocumentMargin(0)
        document.setDefaultFont(document_font(tokens.TYPE_LARGE))
        look = tokens.current()
        document.setDefaultStyleSheet(f"p {{ color: {look.text}; }}")
        text = hit.snippet
        if self.is_quotes:
            room = width / max(1.0, QFontMetricsF(document.defaultFont()).averageCharWidth()) * _QUOTE_LINES
            text = f"“{shortened(hit.snippet, round(room * _FILLED))}”"
        document.setHtml(f"<p>{snippet_html(text, look.accent)}</p>")
        document.setTextWidth(max(120.0, width))
        return document

    def _width(self) -> float:
        return min(self._list.viewport().width() - 2 * px(S12), px(860))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        hit: SearchHit | None = index.data(ROW_ROLE)
        look = tokens.current()
        rect = QRectF(option.rect)
        painter.save()
        painter.setClipRect(rect)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(look.accent_soft if is_selected else look.hover))
            painter.drawRoundedRect(rect.adjusted(0, 1, 0, -1), tokens.RADIUS, tokens.RADIUS)
        if hit is not None:
            self._draw(painter, rect, hit)
        painter.restore()

    def _draw(self, painter: QPainter, rect: QRectF, hit: SearchHit) -> None:
        look = tokens.current()
        left, top = rect.left() + px(S12), rect.top() + px(S8)
        small, font = ui_font(tokens.TYPE_SMALL, QFont.Weight.DemiBold), ui_font(weight=QFont.Weight.DemiBold)
        height = QFontMetricsF(font).height()
        right = left + self._width()
        if self.is_quotes:
            self._draw_passage(painter, left, top, hit, _QUOTE_LINES)
            top += self._line_height() * _QUOTE_LINES + px(S4)
        language = hit.language.upper()
        wide = QFontMetricsF(small).horizontalAdvance(language) + px(S12)
        tag = QRectF(left, top, wide, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.soft("info")))
        painter.drawRoundedRect(tag, px(S4), px(S4))
        painter.setFont(small)
        painter.setPen(QColor(look.info))
        painter.drawText(tag, Qt.AlignmentFlag.AlignCenter, language)
        facts = facts_words(hit)
        plain = ui_font(tokens.TYPE_SMALL)
        room = QFontMetricsF(plain).horizontalAdvance(facts)
        painter.setFont(plain)
        painter.setPen(QColor(look.muted))
        painter.drawText(QRectF(right - room, top, room + 1, height), Qt.AlignmentFlag.AlignVCenter, facts)
        words = QRectF(tag.right() + px(S8), top, right - room - tag.right() - 2 * px(S8), height)
        if self.is_quotes:
            words = self._draw_words(painter, words, speaker_words(hit), font, look.text)
            font = ui_font()
        colour = look.muted if self.is_quotes else look.text
        self._draw_words(painter, words, hit.title or _("Untitled"), font, colour)
        if not self.is_quotes:
            self._draw_passage(painter, left, top + height + px(S4), hit, _PASSAGE_LINES)

    @staticmethod
    def _draw_words(painter: QPainter, room: QRectF, words: str, font: QFont, colour: str) -> QRectF:
        """Draw words cut to their room; answers the room that is left."""
        metrics = QFontMetricsF(font)
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.setFont(font)
        painter.setPen(QColor(colour))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
        return room.adjusted(metrics.horizontalAdvance(shown) + px(S12), 0, 0, 0)

    def _draw_passage(self, painter: QPainter, left: float, top: float, hit: SearchHit, lines: int) -> None:
        painter.save()
        painter.translate(left, top)
        room = QRectF(0, 0, self._width(), self._line_height() * lines)
        painter.setClipRect(room)
        self._passage(hit, self._width()).drawContents(painter, room)
        painter.restore()

    @staticmethod
    def _line_height() -> float:
        return QFontMetricsF(document_font(tokens.TYPE_LARGE)).lineSpacing() + 1

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        lines = _QUOTE_LINES if self.is_quotes else _PASSAGE_LINES
        head = QFontMetricsF(ui_font()).height() + px(S8 + S4 + S12)
        return QSize(px(200), round(head + self._line_height() * lines))
