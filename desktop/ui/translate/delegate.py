"""Paints the rows that are not being edited, and measures all of them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFontMetricsF,
    QPainter,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.domain.finding import Severity
from desktop.domain.segment import PairedSegment
from desktop.i18n import _
from desktop.ui.findings.words import LOOKS
from desktop.ui.text.underlining import Underline, draw_strokes
from desktop.ui.theme import tokens
from desktop.ui.theme.fonts import ui_font
from desktop.ui.theme.icons import paint_icon
from desktop.ui.theme.tokens import S4, S8, S12, px
from desktop.ui.translate.cells import CellTexts
from desktop.ui.translate.model import FINDINGS_ROLE, SOURCE, STATE, TARGET
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

    def __init__(self, texts: CellTexts, pair_at: Callable[[int], PairedSegment | None]) -> None:
        super().__init__()
        self._texts = texts
        self._pair_at = pair_at
        self._tools: _Tools | None = None
        self.active_id = ""
        #: Underlines of a source cell, in code points of what it shows; asked for each row that is painted.
        self.marks: Callable[[PairedSegment], tuple[Underline, ...]] = lambda _pair: ()
        #: What is selected in a source cell, in UTF-16 units of what it shows.
        self.selected: Callable[[PairedSegment], tuple[int, int]] = lambda _pair: (0, 0)
        #: What a mark's tooltip says, by its key.
        self.tip: Callable[[PairedSegment, str], str] = lambda _pair, _key: ""

    def forget_fonts(self) -> None:
        """Theme or scale changed."""
        self._tools = None

    def _look(self) -> _Tools:
        """Fonts, colours and distances: asked for every cell, made once."""
        if self._tools is None:
            self._tools = _Tools()
        return self._tools

    def height(self, pair: PairedSegment, source_width: int, target_width: int) -> int:
        """The height of a row whose text columns are this wide."""
        source = self._texts.source(pair, inner(source_width)).size().height()
        target = self._texts.target(pair, inner(target_width)).size().height()
        if change_word(pair.change):
            source += note_height()
        if answer_label(pair):
            target += note_height()
        look = self._look()
        return max(round(max(source, target)) + 2 * look.above, look.least)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        pair = self._pair_at(index.row())
        if pair is None:
            return
        look, column = self._look(), index.column()
        rect = QRectF(option.rect)
        is_active = pair.segment.id == self.active_id
        painter.setClipRect(rect)
        ground = look.surface
        if is_active:
            ground = look.raised
        elif option.state & QStyle.StateFlag.State_MouseOver:
            ground = look.hover
        painter.fillRect(rect, ground)
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), look.line)
        if column == STATE:
            self._paint_state(painter, rect, pair, is_active=is_active)
            if (found := index.data(FINDINGS_ROLE)) is not None:
                self._paint_findings(painter, rect, *found)
        elif column == SOURCE:
            self._paint_source(painter, rect, pair)
        elif column == TARGET and not is_active:
            self._paint_target(painter, rect, pair)
        painter.setClipping(False)  # all that a cell leaves behind: saving and restoring everything costs more than it

    def _paint_state(self, painter: QPainter, rect: QRectF, pair: PairedSegment, *, is_active: bool) -> None:
        look, state = self._look(), state_look(pair)
        if is_active or pair.is_stale:
            bar = QRectF(rect.left(), rect.top(), look.bar, rect.height())
            painter.fillRect(bar, look.accent if is_active else look.stale)
        left, top = rect.left() + look.left, rect.top() + look.above
        painter.setPen(look.muted)
        painter.setFont(look.number_font)
        painter.drawText(QPointF(left, top + look.number_down), str(pair.number))
        top += look.number_height + look.number_gap
        colour = tokens.current().role(state.role)
        side = look.icon
        paint_icon(painter, QRectF(left, top + (look.small_height - side) / 2, side, side), state.icon, colour)
        painter.setPen(QColor(colour))
        painter.setFont(look.small_font)
        painter.drawText(QPointF(left + side + look.gap, top + look.small_down), state.word)

    @staticmethod
    def _paint_findings(painter: QPainter, rect: QRectF, severity: Severity, count: int) -> None:
        """At the right of the row's number: the gravest finding's sign, and how many there are."""
        sign, role = LOOKS[severity]
        colour = tokens.current().role(role)
        painter.setFont(ui_font(tokens.TYPE_SMALL))
        line, side = QFontMetricsF(painter.font()).height(), px(14)
        words = str(count)
        width = QFontMetricsF(painter.font()).horizontalAdvance(words)
        left = rect.right() - px(S12) - width
        top = rect.top() + px(S8) + px(2) + (QFontMetricsF(ui_font(tokens.TYPE_UI)).height() - line) / 2
        painter.setPen(QColor(colour))
        painter.drawText(QRectF(left, top, width + px(2), line), Qt.AlignmentFlag.AlignLeft, words)
        paint_icon(painter, QRectF(left - px(S4) - side, top + (line - side) / 2, side, side), sign, colour)

    def _paint_source(self, painter: QPainter, rect: QRectF, pair: PairedSegment) -> None:
        made = self._texts.source(pair, inner(rect.width()))
        look = self._look()
        _draw(painter, made, look.place(rect), self.selected(pair))
        if marks := self.marks(pair):
            place = QRectF(look.place(rect), made.size())
            for mark, parts in self._texts.strokes(pair, inner(rect.width()), marks):
                draw_strokes(painter, place, mark, parts, rect)
        words = change_word(pair.change)
        if words:
            role = "stale" if pair.is_stale else "info"
            icon = "arrows-down-up" if not pair.is_stale else "git-diff"
            self._note(painter, rect, made.size().height(), icon, words, role)

    def _paint_target(self, painter: QPainter, rect: QRectF, pair: PairedSegment) -> None:
        look = self._look()
        if not pair.segment.target.text.strip():
            painter.setPen(look.muted)
            painter.setFont(look.number_font)
            painter.drawText(look.place(rect) + QPointF(0, look.number_down), look.untranslated)
            return
        made = self._texts.target(pair, inner(rect.width()))
        _draw(painter, made, look.place(rect))
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


class _Tools:
    """What every cell is painted with, as theme and scale are now."""

    def __init__(self) -> None:
        theme = tokens.current()
        self.surface, self.raised, self.hover = QColor(theme.surface), QColor(theme.raised), QColor(theme.hover)
        self.line, self.muted = QColor(theme.line), QColor(theme.muted)
        self.accent, self.stale = QColor(theme.accent), QColor(theme.stale)
        self.number_font, self.small_font = ui_font(tokens.TYPE_UI), ui_font(tokens.TYPE_SMALL)
        number, small = QFontMetricsF(self.number_font), QFontMetricsF(self.small_font)
        self.number_height, self.small_height = number.height(), small.height()
        self.left, self.above, self.gap = px(S12), px(S8), px(S4)
        self.bar, self.icon, self.number_gap = px(3), px(14), px(6)
        self.number_down, self.small_down = px(2) + number.ascent(), small.ascent()
        self.least = state_height()
        self.untranslated = _("Not translated yet")

    def place(self, rect: QRectF) -> QPointF:
        """Where a cell's text begins."""
        return QPointF(rect.left() + self.left, rect.top() + self.above)


def _draw(painter: QPainter, made: QTextDocument, place: QPointF, selected: tuple[int, int] = (0, 0)) -> None:
    painter.translate(place)
    context = QAbstractTextDocumentLayout.PaintContext()
    if selected[0] < selected[1]:
        selection = QAbstractTextDocumentLayout.Selection()
        selection.cursor = QTextCursor(made)
        selection.cursor.setPosition(selected[0])
        selection.cursor.setPosition(selected[1], QTextCursor.MoveMode.KeepAnchor)
        selection.format.setBackground(QColor(tokens.current().soft("accent")))
        context.selections = [selection]
    made.documentLayout().draw(painter, context)
    painter.translate(-place)
