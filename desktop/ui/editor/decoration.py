"""What the page draws beside the text: quote bars, bullets and numbers, kind names of empty blocks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QTextBlock

from desktop.domain.document import BlockKind
from desktop.ui.text import formats
from desktop.ui.text.kinds import hint_of
from desktop.ui.text.typography import document_face
from desktop.ui.theme import tokens
from desktop.ui.theme.fonts import ui_font
from desktop.ui.theme.icons import paint_icon

if TYPE_CHECKING:
    from desktop.ui.editor.page import PageEdit


@dataclass(frozen=True, slots=True)
class BlockNote:
    """A quiet line at a block: above it (room is kept for blocks drawn from elsewhere) or under it."""

    text: str
    icon: str = ""
    role: str = "muted"
    is_above: bool = True


_BARS = {BlockKind.QUOTE: "accent", BlockKind.CONTACT: "line", BlockKind.IMAGE: "line"}


def visible_blocks(page: PageEdit, area: QRect) -> list[tuple[QTextBlock, QRectF]]:
    """The blocks that show in an area of the viewport, with their places in it."""
    layout = page.document().documentLayout()
    offset = page.verticalScrollBar().value()
    found: list[tuple[QTextBlock, QRectF]] = []
    block = page.cursorForPosition(QPoint(0, max(0, area.top()))).block().previous()
    if not block.isValid():
        block = page.document().begin()
    while block.isValid():
        rect = layout.blockBoundingRect(block).translated(0, -offset)
        if rect.top() - block.blockFormat().topMargin() > area.bottom():
            break
        found.append((block, rect))
        block = block.next()
    return found


def paint_decoration(page: PageEdit, shown: Sequence[tuple[QTextBlock, QRectF]]) -> None:
    """Draw what belongs to the visible blocks (see :func:`visible_blocks`)."""
    painter = QPainter(page.viewport())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    look = tokens.current()
    for block, rect in shown:
        kind = formats.kind_of(block.blockFormat())
        if kind is BlockKind.IMAGE and page.pictures.paint(painter, block, rect):
            pass
        elif kind in _BARS:
            x = rect.left() + tokens.S4
            bar = QRectF(x, rect.top(), 3, _text_height(block))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(look.role(_BARS[kind])))
            painter.drawRoundedRect(bar, 1.5, 1.5)
        elif kind is BlockKind.RELATED_LINK:
            _paint_link(painter, block, rect)
        elif kind is BlockKind.LIST_ITEM:
            _paint_bullet(painter, block, rect)
        note = page.notes.get(formats.id_of(block.blockFormat())) if page.notes else None
        if note is not None:
            _paint_note(painter, note, block, rect)
        if block.length() == 1:
            _paint_hint(painter, block, rect, kind)
    painter.end()


def _paint_note(painter: QPainter, note: BlockNote, block: QTextBlock, rect: QRectF) -> None:
    """A line over the block (where it is from) or under it (who says it)."""
    painter.setFont(ui_font(tokens.TYPE_SMALL))
    colour = QColor(tokens.current().role(note.role))
    left = rect.left() + block.blockFormat().leftMargin()
    height = painter.fontMetrics().height()
    top = rect.top() - height - tokens.S4 if note.is_above else rect.top() + _text_height(block)
    side = tokens.px(14) if note.icon else 0
    if note.icon:
        paint_icon(painter, QRectF(left, top + (height - side) / 2, side, side), note.icon, colour.name())
        side += tokens.S4
    painter.setPen(colour)
    room = QRectF(left + side, top, rect.right() - left - side, height)
    said = painter.fontMetrics().elidedText(note.text, Qt.TextElideMode.ElideRight, round(room.width()))
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, said)


def _text_height(block: QTextBlock) -> float:
    return block.layout().boundingRect().height()


def _paint_bullet(painter: QPainter, block: QTextBlock, rect: QRectF) -> None:
    look = tokens.current()
    line = block.layout().lineAt(0)
    baseline = rect.top() + (line.y() + line.ascent() if line.isValid() else 0)
    painter.setPen(QColor(look.muted))
    painter.setFont(document_face())
    if dict(formats.attrs_of(block.blockFormat())).get("ordered"):
        label = f"{_number_of(block)}."
        width = painter.fontMetrics().horizontalAdvance(label)
        painter.drawText(QPointF(rect.left() + tokens.S24 - tokens.S4 - width, baseline), label)
        return
    painter.setBrush(QColor(look.muted))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawEllipse(QPointF(rect.left() + tokens.S12, baseline - tokens.px(5)), tokens.px(2.5), tokens.px(2.5))


def _paint_link(painter: QPainter, block: QTextBlock, rect: QRectF) -> None:
    """The sign before a related link; a warning where it leads nowhere."""
    has_address = any(name == "url" for name, _value in formats.attrs_of(block.blockFormat()))
    line = block.layout().lineAt(0)
    side = tokens.px(16)
    place = QRectF(
        rect.left() + tokens.S4, rect.top() + (line.height() - side) / 2 if line.isValid() else rect.top(), side, side
    )
    look = tokens.current()
    paint_icon(painter, place, "link" if has_address else "warning-circle", look.accent if has_address else look.stale)


def _number_of(block: QTextBlock) -> int:
    number, each = 1, block.previous()
    while each.isValid() and formats.kind_of(each.blockFormat()) is BlockKind.LIST_ITEM:
        number += 1
        each = each.previous()
    return number


def _paint_hint(painter: QPainter, block: QTextBlock, rect: QRectF, kind: BlockKind) -> None:
    hint = hint_of(kind)
    if not hint:
        return
    painter.setPen(QColor(tokens.current().muted))
    painter.setFont(ui_font(tokens.TYPE_LARGE))
    left = rect.left() + block.blockFormat().leftMargin()
    line = block.layout().lineAt(0)
    height = line.height() if line.isValid() else painter.fontMetrics().height()
    place = QRectF(left + tokens.S4, rect.top() + (line.y() if line.isValid() else 0), rect.width(), height)
    painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, hint)
