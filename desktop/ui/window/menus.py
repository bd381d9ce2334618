"""The menu bar: what the actions are called and which keys they have, for those who look there first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QMainWindow, QMenu

from desktop.i18n import _
from desktop.ui.desk import Desk
from desktop.ui.screens import ScreenEntry


class Menus:
    """File, Edit, This page, Go, Help. "This page" lists what the page on show can do now."""

    def __init__(self, desk: Desk, registry: Sequence[ScreenEntry], window: QMainWindow) -> None:
        self._desk = desk
        bar = window.menuBar()
        self._fill(bar.addMenu(_("&File")), ("release.new", "release.import", "", "app.quit"))
        self._fill(bar.addMenu(_("&Edit")), ("edit.undo", "edit.redo", "", "release.replace"))
        page = bar.addMenu(_("&This page"))
        page.aboutToShow.connect(lambda: self._list_page(page))
        self._page = page
        screens = tuple(f"go.{entry.name}" for entry in registry if entry.in_rail)
        self._fill(bar.addMenu(_("&Go")), (*screens, "", "go.back", "go.forward", "", "view.palette"))
        self._fill(bar.addMenu(_("&Help")), ("view.side", "view.help", "view.keys"))

    def _fill(self, menu: QMenu, names: Sequence[str]) -> None:
        for name in names:
            if name:
                menu.addAction(self._desk.actions.get(name))
            else:
                menu.addSeparator()

    def _list_page(self, menu: QMenu) -> None:
        menu.clear()
        for each in self._desk.actions.available():
            if each.owner is not None:
                menu.addAction(each.action)
        if menu.isEmpty():
            nothing = menu.addAction(_("Nothing to do here yet"))
            nothing.setEnabled(False)
