"""Icons of one family (Phosphor, from QtAwesome's package), drawn in the theme's colours of the moment.

QtAwesome itself is not imported: its import costs 140 ms and loads eleven fonts. Its Phosphor font alone takes 6.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QIconEngine, QPainter, QPixmap

from desktop.ui.theme import tokens


@cache
def _font_folder() -> Path:
    spec = find_spec("qtawesome")
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError("the icon font is missing; please install Comunicado again")
    return Path(next(iter(spec.submodule_search_locations))) / "fonts"


@cache
def _family() -> str:
    font = next(_font_folder().glob("phosphor-[0-9]*.ttf"))
    families = QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(font)))
    return families[0] if families else ""


@cache
def _charmap() -> str:
    """``{"house": "0xe2c2", …}`` as it lies there: reading 4,000 names to use eighty would cost the start 5 ms."""
    return next(_font_folder().glob("phosphor-charmap-*.json")).read_text("utf-8")


@cache
def _character(name: str) -> str:
    """The letter that draws an icon; raises ``KeyError``."""
    found = re.search(rf'"{re.escape(name)}": *"(?:0x)?([0-9a-f]+)"', _charmap())
    if found is None:
        raise KeyError(name)
    return chr(int(found[1], 16))


def has_icon(name: str) -> bool:
    """Whether the family has an icon of this name."""
    try:
        return bool(_character(name))
    except KeyError:
        return False


def paint_icon(painter: QPainter, rect: QRectF | QRect, name: str, colour: str) -> None:
    """Draw an icon centred in ``rect``; ``colour`` is a ``#RRGGBB``."""
    rect = QRectF(rect)
    font = QFont(_family())
    font.setPixelSize(max(1, round(min(rect.width(), rect.height()))))
    painter.save()
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, _character(name))
    painter.restore()


class _PhosphorEngine(QIconEngine):
    """Draws at paint time, so that an icon follows the theme without being made again."""

    def __init__(self, plain: tuple[str, str], checked: tuple[str, str]) -> None:
        super().__init__()
        self._plain = plain
        self._checked = checked

    def clone(self) -> QIconEngine:
        return _PhosphorEngine(self._plain, self._checked)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        name, role = self._checked if state == QIcon.State.On else self._plain
        if mode == QIcon.Mode.Disabled:
            role = "faint"
        paint_icon(painter, rect, name, tokens.current().role(role))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        if size.isEmpty():  # asked while a window is being taken down
            return QPixmap()
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return pixmap


def icon(name: str, role: str = "text", *, checked: str = "", checked_role: str = "") -> QIcon:
    """An icon by its Phosphor name (``house``, ``file-text``, ``check-circle-fill``…) in a role's colour.

    ``role`` is a colour of :class:`~desktop.ui.theme.tokens.Tokens`. ``checked`` and ``checked_role`` are for the
    icon of a checked button. Raises ``KeyError`` for a name the family does not have.
    """
    for each in (name, checked or name):
        _character(each)
    return QIcon(_PhosphorEngine((name, role), (checked or name, checked_role or role)))


def icon_size() -> QSize:
    """The size of interface icons at the text scale in force."""
    side = tokens.px(tokens.ICON)
    return QSize(side, side)
