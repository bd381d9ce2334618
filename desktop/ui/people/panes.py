"""How wide the panes of a screen are, remembered."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter

from desktop.ui.desk import Preferences
from desktop.ui.theme.tokens import px

#: Below this width, in pixels at 100 %, two panes stand one above the other.
_NARROW = 760


class Panes(QSplitter):
    """Two panes side by side, one above the other where the window is narrow or the text large."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setChildrenCollapsible(False)
        self._widths: list[int] = []

    def resizeEvent(self, event: QResizeEvent) -> None:
        wanted = Qt.Orientation.Vertical if event.size().width() < px(_NARROW) else Qt.Orientation.Horizontal
        if wanted != self.orientation():
            if wanted == Qt.Orientation.Vertical:
                self._widths = self.sizes()
            self.setOrientation(wanted)
            self.setSizes(self._widths if wanted == Qt.Orientation.Horizontal else [1000, 1000])
        super().resizeEvent(event)


def keep_panes(preferences: Preferences, name: str, panes: QSplitter) -> None:
    """Remember the widths (not the heights of panes that stand one above the other)."""
    if panes.orientation() == Qt.Orientation.Vertical:
        return
    preferences.set(name, ",".join(str(size) for size in panes.sizes()))


def restore_panes(preferences: Preferences, name: str, panes: QSplitter, usual: Sequence[int]) -> None:
    """Widths as they were left, else the usual ones (in pixels at 100 %)."""
    kept = [int(part) for part in preferences.get(name).split(",") if part.isdigit()]
    panes.setSizes(kept if len(kept) == len(usual) and all(kept) else [px(size) for size in usual])
