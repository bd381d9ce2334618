"""The panel at the right of a page; where the window is narrow or the text large it stands in the page's place."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from desktop.ui.theme import tokens

#: Below this width of the window, in pixels at 100 %, the panel waits until it is asked for, and hides the page then.
_NARROW = 780
_WIDTH, _LEAST = 300, 280


class SidePane(QStackedWidget):
    """Holds the inspectors of all screens. ``offered`` tells whether the page on show has one."""

    offered = Signal(bool)

    def __init__(self, panes: QSplitter) -> None:
        super().__init__()
        self.setProperty("role", "panel")
        self._panes = panes
        self._has_one = False
        self._is_narrow = False
        self._is_open = {False: True, True: False}
        self.hide()

    def show_for(self, inspector: QWidget | None) -> None:
        """Show a screen's inspector, or none."""
        if inspector is not None:
            self.setCurrentWidget(inspector)
        self._has_one = inspector is not None
        self.offered.emit(self._has_one)
        self._follow()

    def toggle(self) -> None:
        """Open or close it, for wide and for narrow windows apart; opened it takes the focus."""
        if not self._has_one:
            return
        self._is_open[self._is_narrow] = self.isHidden()
        self._follow()
        inspector = self.currentWidget()
        if inspector is not None and not self.isHidden():
            inspector.setFocus()
            inspector.focusNextChild()

    def fit(self, width: int) -> None:
        """The window is this wide now."""
        is_narrow = width < tokens.px(_NARROW)
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            self._follow()

    def give_way(self) -> None:
        """The page has something to show: where the panel stands in its place, it closes."""
        if self._is_narrow and self._is_open[True]:
            self._is_open[True] = False
            self._follow()

    def _follow(self) -> None:
        was_hidden = self.isHidden()
        is_shown = self._has_one and self._is_open[self._is_narrow]
        page = self._panes.widget(0)
        if page is not None:
            page.setVisible(not (is_shown and self._is_narrow))
        self.setVisible(is_shown)
        if is_shown and was_hidden:
            side = max(_LEAST, tokens.px(_WIDTH))
            self._panes.setSizes([max(1, self._panes.width() - side), side, *self._panes.sizes()[2:]])
