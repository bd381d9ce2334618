"""What is drawn under or over stretches of the page without being part of it: findings, comments, matches.

The text is not touched (no formats, no undo steps), so a layer may be shown or taken away while somebody types.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter, QTextBlock

from desktop.ui.text import formats
from desktop.ui.text.projection import SOFT_BREAK
from desktop.ui.text.underlining import LINE, WASH, WAVE, Stroke, Underline, draw_strokes, moved, strokes

if TYPE_CHECKING:
    from desktop.ui.editor.page import PageEdit

__all__ = ["LINE", "WASH", "WAVE", "Layer", "Underline", "Underlines", "moved"]

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
        page.ledger.restructured.connect(self._forget)
        self._drawn: dict[str, tuple[tuple[float, ...], list[tuple[Underline, tuple[Stroke, ...]]]]] = {}

    def _forget(self) -> None:
        """Blocks came or went: nothing that was remembered of them need hold."""
        self._drawn.clear()

    def show(self, layer: str, found: Layer) -> None:
        """Replace a layer and repaint; an empty mapping takes it away."""
        if self._layers.get(layer, {}) == found:
            return
        before = self._layers.get(layer, {})
        self._layers[layer] = found
        for block_id in {*before, *found}:
            if before.get(block_id) != found.get(block_id):
                self._drawn.pop(block_id, None)
        self._page.viewport().update()

    def at(self, block_id: str, point: int) -> tuple[tuple[str, Underline], ...]:
        """``(layer, underline)`` of all that covers a code point of a block (its end included), as it is now."""
        block = self._page.ledger.find(block_id)
        if not block.isValid():
            return ()
        return tuple(
            (layer, each) for layer, each in self._of(block_id, block.text()) if each.start <= point <= each.end
        )

    def paint(self, blocks: Sequence[tuple[QTextBlock, QRectF]], area: QRect) -> None:
        """Draw what belongs to the blocks that show in an area of the viewport."""
        if not any(self._layers.values()):
            return
        painter = QPainter(self._page.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shown = QRectF(area)
        for block, rect in blocks:
            for each, parts in self._strokes(block, rect):
                draw_strokes(painter, rect, each, parts, shown)
        painter.end()

    def _strokes(self, block: QTextBlock, rect: QRectF) -> list[tuple[Underline, tuple[Stroke, ...]]]:
        """What to draw in a block: remembered, as one key changes one block of all that are painted again."""
        block_id = formats.id_of(block.blockFormat())
        key = (block.revision(), rect.width(), rect.height(), block.length())
        known = self._drawn.get(block_id)
        if known is None or known[0] != key:
            found = [(each, strokes(block, each)) for _layer, each in self._of(block_id, block.text())]
            known = self._drawn[block_id] = (key, found)
        return known[1]

    def _of(self, block_id: str, shown: str) -> Iterator[tuple[str, Underline]]:
        text = shown.replace(SOFT_BREAK, "\n")
        for layer, found in self._layers.items():
            if block_id in found:
                then, underlines = found[block_id]
                for each in underlines if then == text else moved(then, text, underlines):
                    yield layer, each
