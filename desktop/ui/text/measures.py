"""The shape of each block kind on the page: space, indent, alignment, line height, size, weight."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont

from desktop.domain.document import BlockKind


@dataclass(frozen=True, slots=True)
class Shape:
    """Lengths in device-independent pixels at 100 %; ``line_height`` in per cent.

    ``size`` is relative to the document's text size; ``role`` names the colour: text, muted or accent.
    """

    above: float = 0
    below: float = 12
    indent: float = 0
    line_height: float = 150
    size: float = 1.0
    weight: int | None = None
    is_serif: bool = True
    is_italic: bool = False
    is_small_caps: bool = False
    role: str = "text"
    alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeading


_SMALL = 15 / 17
_SHAPES: dict[BlockKind, Shape] = {
    BlockKind.HEADLINE: Shape(above=8, below=12, line_height=118, size=28 / 17, weight=QFont.Weight.DemiBold.value),
    BlockKind.SUBHEAD: Shape(above=12, below=8, line_height=130, size=20 / 17, weight=QFont.Weight.DemiBold.value),
    BlockKind.DATELINE: Shape(below=4, size=_SMALL, is_serif=False, weight=QFont.Weight.DemiBold.value, role="muted"),
    BlockKind.LEAD: Shape(below=12, size=19 / 17),
    BlockKind.PARAGRAPH: Shape(),
    BlockKind.QUOTE: Shape(below=12, indent=24, is_italic=True),
    BlockKind.LIST_ITEM: Shape(below=4, indent=28),
    BlockKind.IMAGE: Shape(above=4, indent=24, size=_SMALL, is_serif=False, role="muted"),
    BlockKind.BOILERPLATE: Shape(above=8, size=_SMALL, is_serif=False, role="muted"),
    BlockKind.CONTACT: Shape(above=4, below=8, indent=24, size=_SMALL, is_serif=False),
    BlockKind.NOTES: Shape(above=8, below=8, size=_SMALL, is_serif=False),
    BlockKind.END_MARK: Shape(
        above=16, below=16, is_serif=False, size=_SMALL, role="muted", alignment=Qt.AlignmentFlag.AlignHCenter
    ),
}


def shape_of(kind: BlockKind) -> Shape:
    """The shape of a kind."""
    return _SHAPES[kind]
