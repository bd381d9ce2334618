"""Strokes under and over stretches of a text block: how they look, and where they stand after an edit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF, QTextBlock, QTextLine

from desktop.ui.text.utf16 import to_units
from desktop.ui.theme import tokens

WAVE, LINE, WASH = "wave", "line", "wash"
_WASH_STRENGTH = 60


@dataclass(frozen=True, slots=True)
class Underline:
    """Code points ``[start, end)`` of a block; ``role`` is a colour token, ``shape`` WAVE, LINE or WASH.

    ``key`` is the owner's own name for what stands there (a finding's or a comment's id).
    """

    start: int
    end: int
    role: str
    shape: str = WAVE
    key: str = ""


def moved(then: str, now: str, underlines: Sequence[Underline]) -> list[Underline]:
    """Underlines of ``then`` as they stand in ``now``; those that the one edit between them touched are left out."""
    most = min(len(then), len(now))
    start = next((at for at in range(most) if then[at] != now[at]), most)
    tail = next((back for back in range(most - start) if then[-1 - back] != now[-1 - back]), most - start)
    offset, end = len(now) - len(then), len(then) - tail
    kept = []
    for each in underlines:
        if each.end < start or (each.end == start and not _goes_on(now, start)):
            kept.append(each)
        elif each.start > end or (each.start == end and not _goes_on(now, end + offset)):
            kept.append(Underline(each.start + offset, each.end + offset, each.role, each.shape, each.key))
    return kept


def _goes_on(text: str, at: int) -> bool:
    """Whether a word stands on both sides of a place: it is still being typed."""
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()


def draw_underline(painter: QPainter, block: QTextBlock, rect: QRectF, each: Underline) -> None:
    """Draw one underline of a block that stands at ``rect`` of what is painted."""
    layout, text = block.layout(), block.text()
    first, last = to_units(text, each.start), to_units(text, each.end)
    colour = QColor(tokens.current().role(each.role))
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        start, end = line.textStart(), line.textStart() + line.textLength()
        if end <= first or start >= last:
            continue
        left, right = (_x(line, max(first, start)), _x(line, min(last, end)))
        left, right = min(left, right) + rect.left(), max(left, right) + rect.left()
        if each.shape == WASH:
            colour.setAlpha(_WASH_STRENGTH)
            painter.fillRect(QRectF(left, rect.top() + line.y(), right - left, line.height()), colour)
            continue
        painter.setPen(QPen(colour, max(1.0, tokens.px(1.25))))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        y = rect.top() + line.y() + line.ascent() + tokens.px(3)
        if each.shape == LINE:
            painter.drawLine(QPointF(left, y), QPointF(right, y))
        else:
            painter.drawPolyline(_wave(left, right, y))


def _x(line: QTextLine, position: int) -> float:
    at: object = line.cursorToX(position)
    return float(at[0]) if isinstance(at, tuple) else float(at)  # type: ignore[arg-type]


def _wave(left: float, right: float, y: float) -> QPolygonF:
    step, height = tokens.px(2), tokens.px(1.5)
    points, x, is_up = [], left, False
    while x < right + step:
        points.append(QPointF(min(x, right), y - height if is_up else y + height / 2))
        x, is_up = x + step, not is_up
    return QPolygonF(points)
