"""The shape of each block kind on the page: space, indent, alignment, line height, size, weight."""

from __future__ import annotations

import re
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont

from desktop.domain.document import Attrs, BlockKind
from desktop.ui.theme.tokens import px


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
    BlockKind.QUOTE: Shape(below=20, indent=24, is_italic=True),
    BlockKind.LIST_ITEM: Shape(below=4, indent=28),
    BlockKind.IMAGE: Shape(above=4, indent=24, size=_SMALL, is_serif=False, role="muted"),
    BlockKind.BOILERPLATE: Shape(above=8, size=_SMALL, is_serif=False, role="muted"),
    BlockKind.CONTACT: Shape(above=4, below=8, indent=24, size=_SMALL, is_serif=False),
    BlockKind.NOTES: Shape(above=8, below=8, size=_SMALL, is_serif=False),
    BlockKind.RELATED_LINK: Shape(below=4, indent=28, size=_SMALL, is_serif=False, role="accent"),
    BlockKind.END_MARK: Shape(
        above=16, below=16, is_serif=False, size=_SMALL, role="muted", alignment=Qt.AlignmentFlag.AlignHCenter
    ),
}


#: Room above a block that is drawn from elsewhere, for the line that says from where.
NOTE_HEIGHT = 22
#: The box that a picture is shown in, and the room between it and its caption.
PICTURE_WIDTH, PICTURE_HEIGHT, PICTURE_GAP = 560, 360, 8
#: What a picture of unknown size takes.
_UNKNOWN = (320, 180)
_SIZE = re.compile(r"([1-9][0-9]{0,5})x([1-9][0-9]{0,5})")


def picture_size(size: str) -> tuple[int, int]:
    """Width and height on the page of a picture of ``1600x900`` pixels: fitted into the box, never blown up."""
    found = _SIZE.fullmatch(size)
    wide, high = (int(found[1]), int(found[2])) if found else _UNKNOWN
    scale = min(1.0, px(PICTURE_WIDTH) / wide, px(PICTURE_HEIGHT) / high)
    return max(1, round(wide * scale)), max(1, round(high * scale))


def room_above(kind: BlockKind, attrs: Attrs) -> float:
    """What a block needs above its text besides its kind's space: a picture, or a line that says where it is from."""
    if kind is BlockKind.IMAGE:
        values = dict(attrs)
        return picture_size(values.get("size", ""))[1] + PICTURE_GAP if values.get("asset") else 0
    if kind in (BlockKind.BOILERPLATE, BlockKind.CONTACT):
        return NOTE_HEIGHT if any(name in ("boilerplate", "contact") for name, _value in attrs) else 0
    return 0


def shape_of(kind: BlockKind) -> Shape:
    """The shape of a kind."""
    return _SHAPES[kind]
