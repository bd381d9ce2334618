"""Strokes under and over stretches of a text block: how they look, and where they stand after an edit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QPolygonF, QTextBlock, QTextLine

from desktop.ui.text.utf16 import to_points, to_units
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


def draw_underline(painter: QPainter, block: QTextBlock, rect: QRectF, each: Underline, area: QRectF) -> None:
    """Draw one underline of a block that stands at ``rect`` of what is painted; only lines in ``area`` are touched."""
    draw_strokes(painter, rect, each, strokes(block, each), area)


#: The part of an underline that lies in one line of text: its place in the block, and the line's ascent.
Stroke = tuple[QRectF, float]


def strokes(block: QTextBlock, each: Underline) -> tuple[Stroke, ...]:
    """Where an underline lies in its block's layout, line by line; good until the block or its layout changes."""
    layout, text = block.layout(), block.text()
    first, last = to_units(text, each.start), to_units(text, each.end)
    found: list[Stroke] = []
    line = layout.lineForTextPosition(first)
    while line.isValid() and line.textStart() < last:
        end = min(last, line.textStart() + line.textLength())
        if end < last:  # the blank at which the line breaks is not underlined
            shown = text[: to_points(text, end)]
            end -= len(shown) - len(shown.rstrip(" "))
        if end > first:
            left, right = sorted((_x(line, max(first, line.textStart())), _x(line, end)))
            found.append((QRectF(left, line.y(), right - left, line.height()), line.ascent()))
        number = line.lineNumber() + 1
        if number >= layout.lineCount():
            break
        line = layout.lineAt(number)
    return tuple(found)


def draw_strokes(painter: QPainter, rect: QRectF, each: Underline, parts: Sequence[Stroke], area: QRectF) -> None:
    """Draw an underline whose places are known, of a block that stands at ``rect``; only what lies in ``area``."""
    for place, ascent in parts:
        here = place.translated(rect.left(), rect.top())
        if here.bottom() >= area.top() and here.top() <= area.bottom():
            _stroke(painter, here, ascent, each)


def _stroke(painter: QPainter, place: QRectF, ascent: float, each: Underline) -> None:
    """Draw the part of an underline that lies in one line of text."""
    colour = tokens.current().role(each.role)
    if each.shape == WASH:
        wash = QColor(colour)
        wash.setAlpha(_WASH_STRENGTH)
        painter.fillRect(place, wash)
        return
    y = place.top() + ascent + tokens.px(3)
    if each.shape == LINE:
        painter.setPen(QPen(QColor(colour), max(1.0, tokens.px(1.25))))
        painter.drawLine(QPointF(place.left(), y), QPointF(place.right(), y))
        return
    device = painter.device()
    tile = _wave_tile(colour, tokens.px(2), device.devicePixelRatio() if device is not None else 1.0)
    height = tile.height() / tile.devicePixelRatio()
    painter.drawTiledPixmap(QRectF(place.left(), y - height / 2, place.width(), height), tile)


def _x(line: QTextLine, position: int) -> float:
    at: object = line.cursorToX(position)
    return float(at[0]) if isinstance(at, tuple) else float(at)  # type: ignore[arg-type]


@lru_cache(maxsize=16)
def _wave_tile(colour: str, step: int, ratio: float) -> QPixmap:
    """One wave, ``2 * step`` wide, to be laid beside itself: drawing each wave anew cost a key press 2 ms."""
    size = QSizeF(2 * step * 4, 2 * step)  # four waves a tile
    tile = QPixmap((size * ratio).toSize())
    tile.setDevicePixelRatio(ratio)
    tile.fill(Qt.GlobalColor.transparent)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colour), max(1.0, 0.65 * step)))
    low, high = 1.5 * step, 0.5 * step
    points = [QPointF(n * step, low if n % 2 == 0 else high) for n in range(-1, 10)]
    painter.drawPolyline(QPolygonF(points))
    painter.end()
    return tile
