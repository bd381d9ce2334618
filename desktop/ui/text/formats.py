"""What our blocks and marks are in Qt's formats, one function each way.

Block id, kind and attributes are user properties of the block format; marks are the char format's own weight,
italic and anchor, or user properties. Fonts and colours are not stored: the typography lays them over.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import lru_cache

from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextFormat

from desktop.domain.document import Attrs, Block, BlockKind, make_attrs
from desktop.domain.richtext import MarkKind
from desktop.ui.text.measures import room_above, shape_of

_USER = int(QTextFormat.Property.UserProperty.value)
BLOCK_ID, BLOCK_KIND, BLOCK_ATTRS = _USER + 1, _USER + 2, _USER + 3

#: Marks kept as a user property holding their value; an empty value is kept as one space (Qt drops empty ones).
_VALUED = {
    MarkKind.PLACEHOLDER: _USER + 11,
    MarkKind.PROTECTED: _USER + 12,
    MarkKind.LANGUAGE: _USER + 13,
    MarkKind.INSERTION: _USER + 14,
    MarkKind.DELETION: _USER + 15,
}
_EMPTY = "\u0020"
_HREF = int(QTextFormat.Property.AnchorHref.value)

Marks = frozenset[tuple[MarkKind, str]]
PLAIN: Marks = frozenset()


def attrs_to_text(attrs: Attrs) -> str:
    """Attributes as the block format keeps them."""
    return json.dumps(dict(attrs), ensure_ascii=False) if attrs else ""


@lru_cache(maxsize=512)
def attrs_from_text(text: str) -> Attrs:
    """The inverse of :func:`attrs_to_text`."""
    return make_attrs(json.loads(text)) if text else ()


def block_format(block_id: str, kind: BlockKind, attrs: Attrs = ()) -> QTextBlockFormat:
    """The block format of a block: what it is, and the shape of its kind."""
    made = QTextBlockFormat()
    made.setProperty(BLOCK_ID, block_id)
    made.setProperty(BLOCK_KIND, kind.value)
    if attrs:
        made.setProperty(BLOCK_ATTRS, attrs_to_text(attrs))
    shape = shape_of(kind)
    made.setTopMargin(shape.above + (room_above(kind, attrs) if attrs else 0))
    made.setBottomMargin(shape.below)
    made.setLeftMargin(0 if kind is BlockKind.IMAGE and attrs else shape.indent)
    made.setAlignment(shape.alignment)
    made.setLineHeight(shape.line_height, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    return made


def format_of(block: Block) -> QTextBlockFormat:
    """The block format of a domain block."""
    return block_format(block.id, block.kind, block.attrs)


def id_of(made: QTextFormat) -> str:
    """The block id in a block format, or the empty string."""
    value: object = made.property(BLOCK_ID)
    return value if isinstance(value, str) else ""


def kind_of(made: QTextFormat) -> BlockKind:
    """The block kind in a block format; a paragraph where there is none."""
    value: object = made.property(BLOCK_KIND)
    return _KINDS.get(value, BlockKind.PARAGRAPH) if isinstance(value, str) else BlockKind.PARAGRAPH


def attrs_of(made: QTextFormat) -> Attrs:
    """The attributes in a block format."""
    value: object = made.property(BLOCK_ATTRS)
    return attrs_from_text(value) if isinstance(value, str) else ()


_KINDS: dict[object, BlockKind] = {kind.value: kind for kind in BlockKind}


def char_format(marks: Iterable[tuple[MarkKind, str]] = ()) -> QTextCharFormat:
    """The char format that carries exactly these marks."""
    made = QTextCharFormat()
    for kind, value in marks:
        if kind is MarkKind.STRONG:
            made.setFontWeight(QFont.Weight.Bold)
        elif kind is MarkKind.EMPHASIS:
            made.setFontItalic(True)
        elif kind is MarkKind.LINK:
            made.setAnchor(True)
            made.setProperty(_HREF, value or _EMPTY)
        else:
            made.setProperty(_VALUED[kind], value or _EMPTY)
    return made


def marks_of(made: QTextCharFormat) -> Marks:
    """The marks that a char format carries."""
    if not made.propertyCount():
        return PLAIN
    found: set[tuple[MarkKind, str]] = set()
    if made.fontWeight() >= QFont.Weight.DemiBold.value:
        found.add((MarkKind.STRONG, ""))
    if made.fontItalic():
        found.add((MarkKind.EMPHASIS, ""))
    if made.hasProperty(_HREF):
        found.add((MarkKind.LINK, _value(made, _HREF)))
    for kind, number in _VALUED.items():
        if made.hasProperty(number):
            found.add((kind, _value(made, number)))
    return frozenset(found)


def has_mark(made: QTextCharFormat, kind: MarkKind) -> str | None:
    """The value of one kind of mark in a char format; ``None`` where it is not there."""
    if kind is MarkKind.LINK:
        return _value(made, _HREF) if made.hasProperty(_HREF) else None
    if kind in _VALUED:
        return _value(made, _VALUED[kind]) if made.hasProperty(_VALUED[kind]) else None
    return "" if (kind, "") in marks_of(made) else None


def _value(made: QTextFormat, number: int) -> str:
    value: object = made.property(number)
    return "" if not isinstance(value, str) or value == _EMPTY else value
