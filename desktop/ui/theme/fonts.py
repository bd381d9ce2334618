"""Type: the interface's face and the document's, from what the system has."""

from __future__ import annotations

from PySide6.QtGui import QFont

from desktop.ui.theme import tokens


def ui_font(size: int = tokens.TYPE_UI, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The interface's face; ``size`` in pixels at 100 %, scaled here."""
    return _font(tokens.UI_FAMILIES, QFont.StyleHint.SansSerif, size, weight)


def document_font(size: int = tokens.TYPE_DOCUMENT, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The face of release texts; ``size`` in pixels at 100 %, scaled here."""
    return _font(tokens.DOCUMENT_FAMILIES, QFont.StyleHint.Serif, size, weight)


def _font(families: tuple[str, ...], hint: QFont.StyleHint, size: int, weight: QFont.Weight) -> QFont:
    font = QFont()
    font.setFamilies(list(families))
    font.setStyleHint(hint)
    font.setPixelSize(tokens.px(size))
    font.setWeight(weight)
    return font
