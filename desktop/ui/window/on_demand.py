"""What the window makes only when it is first asked for: the help at its right, the command palette over it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSplitter, QWidget

from desktop.ui.desk import Desk
from desktop.ui.screens import ScreenEntry

if TYPE_CHECKING:
    from desktop.ui.help.panel import HelpPanel
    from desktop.ui.palette.palette import Palette


class OnDemand:
    """Holds help and palette; neither costs anything until it is opened."""

    def __init__(self, desk: Desk, window: QWidget, panes: QSplitter) -> None:
        self._desk, self._window, self._panes = desk, window, panes
        self._help: HelpPanel | None = None
        self._palette: Palette | None = None
        self._screen = ""

    @property
    def help(self) -> HelpPanel:
        """The help panel; its making puts it, hidden, at the right of the panes."""
        if self._help is None:
            from desktop.ui.help.panel import HelpPanel  # noqa: PLC0415 - lazy: the start needs no help

            self._help = HelpPanel(self._window)
            self._help.hide()
            self._panes.addWidget(self._help)
            self._help.keys_wanted.connect(lambda: self._desk.actions.trigger("view.keys"))
        return self._help

    @property
    def palette(self) -> Palette:
        """The command palette."""
        if self._palette is None:
            from desktop.ui.palette.palette import Palette  # noqa: PLC0415 - lazy: the start needs no palette

            self._palette = Palette(self._desk, self._window)
        return self._palette

    def toggle_help(self) -> None:
        """Show or hide the help of the screen on show."""
        if self.help.isHidden():
            self.show_help(self._screen)
        else:
            self.help.hide()

    def show_help(self, page: str) -> None:
        """Show a page of the help by its name, such as ``checks/per-cent``."""
        self.help.show()
        self.help.show_page(page)
        self.help.setFocus()

    def open_keys(self, registry: Sequence[ScreenEntry], make: Callable[[str], object]) -> None:
        """Show the keyboard map in the help; screens not visited yet are made first, so that the map is whole."""
        from desktop.ui.window.keys import keyboard_map  # noqa: PLC0415 - lazy: the start needs no map

        for entry in registry:
            make(entry.name)
        self.help.show_text(keyboard_map(self._desk.actions, registry, self._screen))
        self.help.setFocus()

    def panels(self) -> tuple[QWidget, ...]:
        """What was made and stands beside the page."""
        return () if self._help is None else (self._help,)

    def open_palette(self) -> None:
        """Open the palette, or close it."""
        self.palette.open_up()

    def show_page(self, screen: str) -> None:
        """Another screen is shown: an open help goes along."""
        self._screen = screen
        if self._help is not None:
            self._help.show_page(screen)

    def follow(self) -> None:
        """The window has another size: an open palette stays in its middle."""
        if self._palette is not None:
            self._palette.follow()
