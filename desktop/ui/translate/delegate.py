"""Paints the rows that are not being edited, and measures all of them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFontMetricsF,
    QPainter,
    QPen,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.domain.segment import PairedSegment
from desktop.i18n import _
from desktop.ui.text.underlining import Underline, draw_strokes
from desktop.ui.theme import tokens
from desktop.ui.theme.fonts import ui_font
from desktop.ui.theme.icons import paint_icon
from desktop.ui.theme.tokens import S4, S8, S12, px
from desktop.ui.translate.cells import CellTexts
from desktop.ui.translate.model import PAIR_ROLE, SOURCE, STATE, TARGET
from desktop.ui.translate.rows import answer_label, change_word, state_look

Index = QModelIndex | QPersistentModelIndex


def state_height() -> int:
    """The least height of a row: its number above its state."""
    number, word = (QFontMetricsF(ui_font(size)).height() for size in (tokens.TYPE_UI, tokens.TYPE_SMALL))
    return round(number + word) + px(S8) + 2 * px(S8)


def note_height() -> int:
    """The height of the line below a text, with its distance."""
    return round(QFontMetricsF(ui_font(tokens.TYPE_SMALL)).height()) + px(S8)


class RowDelegate(QStyledItemDelegate):
    """Number and state, source with its word diff, target; a small line below says what happened to the source."""

    def __init__(self, texts: CellTexts) -> None:
        super().__init__()
        self._texts = texts
        self.active_id = ""
        #: Underlines of a source cell, in code points of what it shows; asked for each row that is painted.
        self.marks: Callable[[PairedSegment], tuple[Underline, ...]] = lambda _pair: ()
        #: What is selected in a source cell, in UTF-16 units of what it shows.
        self.selected: Callable[[PairedSegment], tuple[int, int]] = lambda _pair: (0, 0)
        #: What a mark's tooltip says, by its key.
        self.tip: Callable[[PairedSegment, str], str] = lambda _pair, _key: ""

    def height(self, pair: PairedSegment, source_width: int, target_width: int) -> int:
        """The height of a row whose text columns are this wide."""
        source = self._texts.source(pair, inner(source_width)).size().height()
        target = self._texts.target(pair, inner(target_width)).size().height()
        if change_word(pair.change):
            source += note_height()
        if answer_label(pair):
            target += note_height()
        return max(round(max(source, target)) + 2 * px(S8), state_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        pair = index.data(PAIR_ROLE)
        if pair is None:
            return
        look = tokens.current()
        rect = QRectF(option.rect)
        is_active = pair.segment.id == self.active_id
        painter.save()
        painter.setClipRect(rect)
        ground = look.surface
        if is_active:
            ground = look.raised
        elif option.state & QStyle.StateFlag.State_MouseOver:
            ground = look.hover
        painter.fillRect(rect, QColor(ground))
        painter.setPen(QPen(QColor(look.line), 1))
        painter.drawLine(rect.bottomLeft() - QPointF(0, 0.5), rect.bottomRight() - QPointF(0, 0.5))
        if index.column() == STATE:
            self._paint_state(painter, rect, pair, is_active=is_active)
        elif index.column() == SOURCE:
            self._paint_source(painter, rect, pair)
        elif index.column() == TARGET and not is_active:
            self._paint_target(painter, rect, pair)
        painter.restore()

    def _paint_state(self, painter: QPainter, rect: QRectF, pair: PairedSegment, *, is_active: bool) -> None:
        look, state = tokens.current(), state_look(pair)
        if is_active or pair.is_stale:
            bar = QRectF(rect.left(), rect.top(), px(3), rect.height())
            painter.fillRect(bar, QColor(look.accent if is_active else look.stale))
        left, top = rect.left() + px(S12), rect.top() + px(S8)
        painter.setPen(QColor(look.muted))
        painter.setFont(ui_font(tokens.TYPE_UI))
        line = QFontMetricsF(painter.font()).height()
        width = rect.width() - px(S12)
        painter.drawText(QRectF(left, top + px(2), width, line), Qt.AlignmentFlag.AlignLeft, str(pair.number))
        top += line + px(6)
        side = px(14)
        colour = look.role(state.role)
        painter.setFont(ui_font(tokens.TYPE_SMALL))
        small = QFontMetricsF(painter.font()).height()
        paint_icon(painter, QRectF(left, top + (small - side) / 2, side, side), state.icon, colour)
        painter.setPen(QColor(colour))
        words = QRectF(left + side + px(S4), top, width, small)
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, state.word)

    def _paint_source(self, painter: QPainter, rect: QRectF, pair: PairedSegment) -> None:
        made = self._texts.source(pair, inner(rect.width()))
        _draw(painter, made, rect, self.selected(pair))
        if marks := self.marks(pair):
            place = QRectF(QPointF(rect.left() + px(S12), rect.top() + px(S8)), made.size())
            for mark, parts in self._texts.strokes(pair, inner(rect.width()), marks):
                draw_strokes(painter, place, mark, parts, rect)
        words = change_word(pair.change)
        if words:
            role = "stale" if pair.is_stale else "info"
            icon = "arrows-down-up" if not pair.is_stale else "git-diff"
            self._note(painter, rect, made.size().height(), icon, words, role)

    def _paint_target(self, painter: QPainter, rect: QRectF, pair: PairedSegment) -> None:
        made = self._texts.target(pair, inner(rect.width()))
        if not pair.segment.target.text.strip():
            painter.setPen(QColor(tokens.current().muted))
            painter.setFont(ui_font(tokens.TYPE_UI))
            place = rect.adjusted(px(S12), px(S8) + px(2), 0, 0)
            painter.drawText(place, Qt.AlignmentFlag.AlignLeft, _("Not translated yet"))
            return
        _draw(painter, made, rect)
        if words := answer_label(pair):
            self._note(painter, rect, made.size().height(), "lightning", f"{words}  Alt+↵", "accent")

    @staticmethod
    def _note(painter: QPainter, rect: QRectF, below: float, icon: str, words: str, role: str) -> None:
        colour = tokens.current().role(role)
        painter.setFont(ui_font(tokens.TYPE_SMALL))
        line = QFontMetricsF(painter.font()).height()
        left, top, side = rect.left() + px(S12), rect.top() + px(S8) + below + px(S4), px(14)
        paint_icon(painter, QRectF(left, top + (line - side) / 2, side, side), icon, colour)
        painter.setPen(QColor(colour))
        place = QRectF(left + side + px(S4), top, rect.width(), line)
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)


def inner(width: float) -> int:
    """How wide a text is in a column of this width."""
    return max(px(80), round(width) - 2 * px(S12))


def _draw(painter: QPainter, made: QTextDocument, rect: QRectF, selected: tuple[int, int] = (0, 0)) -> None:
    painter.save()
    painter.translate(rect.left() + px(S12), rect.top() + px(S8))
    context = QAbstractTextDocumentLayout.PaintContext()
    if selected[0] < selected[1]:
        selection = QAbstractTextDocumentLayout.Selection()
        selection.cursor = QTextCursor(made)
        selection.cursor.setPosition(selected[0])
        selection.cursor.setPosition(selected[1], QTextCursor.MoveMode.KeepAnchor)
        selection.format.setBackground(QColor(tokens.current().soft("accent")))
        context.selections = [selection]
    made.documentLayout().draw(painter, context)
    painter.restore()
