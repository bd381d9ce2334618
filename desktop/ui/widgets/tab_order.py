"""Tab goes the way the eye goes: through a layout from top to bottom, line by line."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QLayout, QWidget


def order_tabs(widget: QWidget) -> None:
    """Put all fields inside a widget into the order in which they stand; call it again when they come or go."""
    layout = widget.layout()
    if layout is not None:
        for before, after in pairwise(tuple(_stops(layout))):
            QWidget.setTabOrder(before, after)


def _stops(layout: QLayout) -> Iterator[QWidget]:
    places = range(layout.count())
    if isinstance(layout, QGridLayout):
        places = sorted(places, key=lambda place: layout.getItemPosition(place)[:2])  # type: ignore[assignment,index]
    for place in places:
        item = layout.itemAt(place)
        inner, widget = (item.layout(), item.widget()) if item is not None else (None, None)
        if inner is not None:
            yield from _stops(inner)
        elif widget is not None:
            own = widget.layout()
            if own is not None and not isinstance(widget, QComboBox):
                yield from _stops(own)
            elif widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                yield widget
