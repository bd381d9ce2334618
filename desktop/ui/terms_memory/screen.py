"""The screen "Terms and memory": tabs above, the chosen one below. Ctrl+PgUp and Ctrl+PgDown turn to the next tab."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout

from desktop.i18n import _
from desktop.ui.desk import Desk, Route
from desktop.ui.screens import Screen, ScreenEntry
from desktop.ui.terms_memory.tab import Tab
from desktop.ui.terms_memory.tabs import TABS

_LAST = "terms-memory.tab"


class TermsMemoryScreen(Screen):
    """The route's ``language`` names the tab (``memory``, ``terms``), ``detail`` is for the tab itself."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._made: dict[str, Tab] = {}
        self._route = Route("terms-memory")
        self.bar = QTabBar()
        self.bar.setExpanding(False)
        self.bar.setDrawBase(False)
        self.bar.setDocumentMode(True)
        self.bar.setAccessibleName(_("Terms and memory"))
        for entry in TABS:
            self.bar.addTab(entry.label())
        self.bar.setVisible(len(TABS) > 1)
        self._stack = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self._stack, 1)
        names = [entry.name for entry in TABS]
        last = desk.preferences.get(_LAST)
        self.bar.setCurrentIndex(names.index(last) if last in names else 0)
        self.bar.currentChanged.connect(self._turned)
        add = desk.actions.add
        add("terms-memory.next", _("Next tab"), "Ctrl+PgDown", lambda: self._step(1), owner=self, screen="terms-memory")
        add("terms-memory.back", _("Previous tab"), "Ctrl+PgUp", lambda: self._step(-1), owner=self)
        self.setFocusProxy(self._stack)

    @property
    def tab(self) -> Tab:
        """The tab that is shown, made if it was not yet."""
        entry = TABS[self.bar.currentIndex()]
        if entry.name not in self._made:
            self._made[entry.name] = entry.make(self.desk)
            self._stack.addWidget(self._made[entry.name])
        return self._made[entry.name]

    def enter(self, route: Route) -> None:
        self._route = route
        names = [entry.name for entry in TABS]
        if route.language in names and names.index(route.language) != self.bar.currentIndex():
            self.bar.setCurrentIndex(names.index(route.language))
        else:
            self._show()

    def leave(self) -> None:
        self.tab.leave()

    def is_ready(self) -> bool:
        return self.tab.is_ready()

    def title(self) -> str:
        return TABS[self.bar.currentIndex()].label()

    def _step(self, by: int) -> None:
        self.bar.setCurrentIndex((self.bar.currentIndex() + by) % self.bar.count())

    def _turned(self) -> None:
        shown = self._stack.currentWidget()
        if isinstance(shown, Tab):
            shown.leave()
        self.desk.preferences.set(_LAST, TABS[self.bar.currentIndex()].name)
        self._show()

    def _show(self) -> None:
        tab = self.tab
        self._stack.setCurrentWidget(tab)
        self._stack.setFocusProxy(tab)
        tab.enter(self._route)
        self._route = Route("terms-memory")


ENTRY = ScreenEntry("terms-memory", lambda: _("Terms and memory"), "brain", TermsMemoryScreen, shortcut="Ctrl+0")
