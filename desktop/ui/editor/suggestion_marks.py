"""What is drawn beside and behind suggested text: a change bar, and the signs of breaks that would come or go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QTextBlock, QTextLine

from desktop.domain.document import Block
from desktop.domain.richtext import SUGGESTION_MARKS
from desktop.domain.stamp import Stamp, author_of, id_of
from desktop.domain.suggestions import INSERT, KIND, REMOVE, block_has_suggestions, block_values
from desktop.ui.editor.decoration import visible_blocks
from desktop.ui.text.typography import document_face
from desktop.ui.theme import tokens

if TYPE_CHECKING:
    from desktop.ui.editor.page import PageEdit

_PILCROW = "¶"
_BAR = 3


def paint_suggestions(page: PageEdit, area: QRect) -> None:
    """Draw what belongs to the visible blocks; blocks without suggestions cost a look at their marks."""
    shown = [(block, rect, page.ledger.block_of(block.blockNumber())) for block, rect in visible_blocks(page, area)]
    if not any(block_has_suggestions(known) for _, _, known in shown):
        return
    painter = QPainter(page.viewport())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for qt_block, rect, known in shown:
        if block_has_suggestions(known):
            _paint_bar(painter, page, qt_block, rect, known)
            for name, value in block_values(known):
                if name != KIND:
                    _paint_break(painter, page, qt_block, name, colour_of(page, author_of(value)))
    painter.end()


def ids_at(block: Block, point: int) -> tuple[str, ...]:
    """Ids of what is pending at a place of a block: in its text, or else with the block as a whole."""
    marks = [m for m in block.text.marks if m.kind in SUGGESTION_MARKS and m.start <= point <= m.end]
    values = [mark.value for mark in sorted(marks, key=lambda m: (not m.start <= point < m.end, m.start))]
    return tuple(dict.fromkeys(id_of(v) for v in values or [value for _, value in block_values(block)]))


def stamps_at(block: Block, point: int) -> tuple[Stamp, ...]:
    """The stamps of what is pending in the text at a place."""
    marks = [m for m in block.text.marks if m.kind in SUGGESTION_MARKS and m.start <= point < m.end]
    return tuple(dict.fromkeys(Stamp.parse(mark.value) for mark in marks))


def colour_of(page: PageEdit, author: str) -> QColor:
    """A person's colour on this page."""
    return QColor(tokens.current().person(page.typography.people.number_of(author)))


def _paint_bar(painter: QPainter, page: PageEdit, qt_block: QTextBlock, rect: QRectF, known: Block) -> None:
    values = [value for _, value in block_values(known)]
    values += [mark.value for mark in known.text.marks if mark.kind in SUGGESTION_MARKS]
    people = list(dict.fromkeys(author_of(value) for value in values))
    height = qt_block.layout().boundingRect().height() / len(people)
    painter.setPen(Qt.PenStyle.NoPen)
    for number, author in enumerate(people):
        painter.setBrush(colour_of(page, author))
        painter.drawRect(QRectF(tokens.S4, rect.top() + number * height, _BAR, height))


def _paint_break(painter: QPainter, page: PageEdit, qt_block: QTextBlock, name: str, colour: QColor) -> None:
    """A pilcrow where the line above ends: underlined for a break that would come, struck for one that would go."""
    above = qt_block.previous()
    holder = above if above.isValid() else qt_block
    layout = holder.layout()
    line = layout.lineAt(layout.lineCount() - 1)
    if not line.isValid() or name not in (INSERT, REMOVE):
        return
    rect = page.document().documentLayout().blockBoundingRect(holder)
    font = QFont(document_face())
    font.setUnderline(name == INSERT)
    font.setStrikeOut(name == REMOVE)
    painter.setFont(font)
    painter.setPen(QPen(colour))
    x = rect.left() + end_of(line) + tokens.px(tokens.S4)
    y = rect.top() + line.y() + line.ascent() - page.verticalScrollBar().value()
    painter.drawText(QPointF(x, y), _PILCROW)


def end_of(line: QTextLine) -> float:
    """Where a line's text ends, from the left of its block."""
    at: object = line.cursorToX(line.textStart() + line.textLength())
    return float(at[0]) if isinstance(at, tuple) else float(at)  # type: ignore[arg-type]
