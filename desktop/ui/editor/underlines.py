"""What is drawn under or over stretches of the page without being part of it: findings, comments, matches.

The text is not touched (no formats, no undo steps), so a layer may be shown or taken away while somebody types.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF, QTextBlock, QTextLine

from desktop.ui.editor.decoration import visible_blocks
from desktop.ui.text import formats
from desktop.ui.text.projection import SOFT_BREAK
from desktop.ui.text.utf16 import to_units
from desktop.ui.theme import tokens

if TYPE_CHECKING:
    from desktop.ui.editor.page import PageEdit

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


#: Per block id: the text it was found in, and what was found there.
Layer = Mapping[str, tuple[str, Sequence[Underline]]]


class Underlines:
    """Layers by name, painted in the order in which they first came. Main thread.

    A layer was computed on a text that may have been edited since: what lies before the edit stays, what lies
    behind it moves along, what the edit touched is not drawn until the layer comes anew.
    """

    def __init__(self, page: PageEdit) -> None:
        self._page = page
        self._layers: dict[str, Layer] = {}

    def show(self, layer: str, found: Layer) -> None:
        """Replace a layer and repaint; an empty mapping takes it away."""
        if self._layers.get(layer, {}) == found:
            return
        self._layers[layer] = found
        self._page.viewport().update()

    def at(self, block_id: str, point: int) -> tuple[tuple[str, Underline], ...]:
        """``(layer, underline)`` of all that covers a code point of a block (its end included), as it is now."""
        block = self._page.ledger.find(block_id)
        if not block.isValid():
            return ()
        return tuple(
            (layer, each) for layer, each in self._of(block_id, block.text()) if each.start <= point <= each.end
        )

    def paint(self, area: QRect) -> None:
        """Draw what belongs to the blocks that show in an area of the viewport."""
        if not any(self._layers.values()):
            return
        painter = QPainter(self._page.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for block, rect in visible_blocks(self._page, area):
            for _layer, each in self._of(formats.id_of(block.blockFormat()), block.text()):
                _draw(painter, block, rect, each)
        painter.end()

    def _of(self, block_id: str, shown: str) -> Iterator[tuple[str, Underline]]:
        text = shown.replace(SOFT_BREAK, "\n")
        for layer, found in self._layers.items():
            if block_id in found:
                then, underlines = found[block_id]
                for each in underlines if then == text else moved(then, text, underlines):
                    yield layer, each


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


def _draw(painter: QPainter, block: QTextBlock, rect: QRectF, each: Underline) -> None:
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
