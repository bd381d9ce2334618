"""The main window: puts rail, pages, inspector, help and messages together, and moves between screens."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from desktop.domain.changes import ChangeSet
from desktop.domain.errors import ComunicadoError
from desktop.i18n import _
from desktop.ui.desk import Desk, Route, as_told
from desktop.ui.screens import Screen, ScreenEntry
from desktop.ui.theme import tokens
from desktop.ui.theme.apply import apply_look
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.notice_bar import NoticeBar
from desktop.ui.window import memory
from desktop.ui.window.focus import FocusMode
from desktop.ui.window.menus import Menus
from desktop.ui.window.on_demand import OnDemand
from desktop.ui.window.rail import Rail
from desktop.ui.window.side_pane import SidePane
from desktop.ui.window.status_line import StatusLine
from desktop.ui.window.undoing import Undoing

_NARROW = 1000
_TRAIL = 50


class MainWindow(QMainWindow):
    """One window on a desk. It shows at once; what needs the workspace fills in when that has opened."""

    closed = Signal()

    def __init__(self, desk: Desk, registry: Sequence[ScreenEntry]) -> None:
        super().__init__()
        self.desk = desk
        self._entries = {entry.name: entry for entry in registry}
        self._screens: dict[str, Screen] = {}
        self._current: Screen | None = None
        self._route = Route("")
        self._back: list[Route] = []
        self._forward: list[Route] = []
        self.setMinimumSize(QSize(760, 480))
        apply_look(desk.preferences)
        desk.actions.set_window(self)
        self.rail = Rail(registry)
        self._lay_out()
        self.undoing = Undoing(desk, self)
        self.on_demand = OnDemand(desk, self, self._panes)
        self._register()
        self.menus = Menus(desk, registry, self)
        self.focus_mode = FocusMode(desk, self, self._around, self.notices.dismiss)
        self._listen()
        self._restore()

    # -- making ---------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.pages = QStackedWidget()
        self._panes = QSplitter(Qt.Orientation.Horizontal)
        self.inspectors = SidePane(self._panes)
        self._panes.setChildrenCollapsible(False)
        self._panes.addWidget(self.pages)
        self._panes.addWidget(self.inspectors)
        self._panes.setStretchFactor(0, 1)
        self.notices = NoticeBar()
        self.status = StatusLine()
        self.status.set_workspace(self.desk.workspace_name)
        self.status.side_wanted.connect(self.inspectors.toggle)
        self.inspectors.offered.connect(self.status.offer_side)
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._panes, 1)
        column.addWidget(self.notices)
        column.addWidget(self.status)
        middle = QWidget()
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(side, 1)
        self.setCentralWidget(middle)

    def _register(self) -> None:
        add = self.desk.actions.add
        for entry in self._entries.values():
            if entry.in_rail:
                words = _("Go to {screen}").format(screen=entry.label())
                add(f"go.{entry.name}", words, entry.shortcut, self._goer(entry.name), icon=entry.icon)
        add("release.new", _("New release"), "Ctrl+Shift+N", self._goer("new"), icon="plus")
        add("release.import", _("Import a release"), "Ctrl+Shift+O", self._goer("import"), icon="download-simple")
        add("release.replace", _("Replace in all releases"), "Ctrl+Shift+H", self._goer("replace"), icon="swap")
        add("go.back", _("Back"), "Alt+Left", self.go_back, icon="arrow-left")
        add("go.forward", _("Forward"), "Alt+Right", self.go_forward, icon="arrow-right")
        add(
            "view.palette",
            _("Commands and releases"),
            "Ctrl+Shift+P",
            self.on_demand.open_palette,
            icon="command",
        )
        add("view.help", _("Help for this screen"), "F1", self.on_demand.toggle_help, icon="question")
        entries = tuple(self._entries.values())
        open_keys = partial(self.on_demand.open_keys, entries, self._screen)
        add("view.keys", _("Keyboard map"), "Ctrl+F1", open_keys, icon="keyboard")
        add("view.side", _("Show or hide the side panel"), "Ctrl+Shift+B", self.inspectors.toggle, icon="columns")
        add("view.rail", _("Focus the rail"), "F6", self.rail.take_focus)
        add("app.quit", _("Quit"), "Ctrl+Q", self.close, icon="sign-out")

    def _around(self) -> tuple[QWidget, ...]:
        return (self.menuBar(), self.rail, self.inspectors, *self.on_demand.panels(), self.status)

    def _goer(self, name: str) -> Callable[[], None]:
        return lambda: self.desk.navigate(Route(name))

    def _listen(self) -> None:
        self.rail.chosen.connect(self._choose)
        self.desk.routed.connect(self.show_route)
        self.desk.noticed.connect(self.notices.show_notice)
        self.desk.busy.connect(self.status.set_busy)
        self.desk.hub.announced.connect(self._hear)
        self.desk.look_changed.connect(self._change_look)
        self.desk.unavailable.connect(self._show_unavailable)
        self.desk.help_wanted.connect(self.on_demand.show_help)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._change_look)
        self._titling = QTimer(self)
        self._titling.setInterval(120)
        self._titling.timeout.connect(self._title_when_ready)

    def disconnect_from_desk(self) -> None:
        """Hear and move no more: another window takes over."""
        self.desk.routed.disconnect(self.show_route)
        self.desk.noticed.disconnect(self.notices.show_notice)
        self.desk.busy.disconnect(self.status.set_busy)
        self.desk.help_wanted.disconnect(self.on_demand.show_help)
        self.desk.hub.announced.disconnect(self._hear)
        self._titling.stop()

    # -- moving ---------------------------------------------------------------------------------------------

    @property
    def screen_shown(self) -> Screen | None:
        """The page on show."""
        return self._current

    @property
    def route(self) -> Route:
        """Where the window is."""
        return self._route

    def is_ready(self) -> bool:
        """Whether the page on show has everything it asked for."""
        return self._current is not None and self._current.is_ready()

    def show_route(self, route: Route, *, is_step: bool = True) -> None:
        """Move to where a route points; ``is_step`` keeps the way back."""
        screen = self._screen(route.screen)
        if screen is None:
            return
        if self._current is not None:
            self._current.leave()
            if is_step and self._route != route:
                self._back = [*self._back[-_TRAIL:], self._route]
                self._forward = []
        self._current = screen
        self._route = route
        self.pages.setCurrentWidget(screen)
        self.inspectors.show_for(screen.inspector)
        self.rail.light(route.screen)
        self.on_demand.show_page(route.screen)
        screen.enter(route)
        if not self.rail.isAncestorOf(QApplication.focusWidget() or self):
            screen.setFocus(Qt.FocusReason.OtherFocusReason)
        memory.keep_route(self.desk.preferences, route)
        self._title_when_ready()
        self._titling.start()

    def _screen(self, name: str) -> Screen | None:
        if name in self._screens:
            return self._screens[name]
        if name not in self._entries:
            return None
        try:
            screen = self._entries[name].make(self.desk)
        except Exception as error:  # noqa: BLE001 - one broken page must not take the window along
            self.desk.notify_error(as_told(error))
            return None
        screen.setProperty("role", "page")
        screen.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        screen.page_wanted.connect(self.inspectors.give_way)
        self._screens[name] = screen
        self.pages.addWidget(screen)
        if screen.inspector is not None:
            self.inspectors.addWidget(screen.inspector)
        return screen

    def go_back(self) -> None:
        """To where one was before."""
        if self._back:
            self._forward.append(self._route)
            self.show_route(self._back.pop(), is_step=False)

    def go_forward(self) -> None:
        """To where one went back from."""
        if self._forward:
            self._back.append(self._route)
            self.show_route(self._forward.pop(), is_step=False)

    def _choose(self, name: str) -> None:
        self.desk.navigate(Route(name))

    # -- hearing --------------------------------------------------------------------------------------------

    def _hear(self, changes: ChangeSet) -> None:
        self.status.set_saved(datetime.now(UTC).astimezone())
        self._title_when_ready()

    def _title_when_ready(self) -> None:
        if self.is_ready():
            self._titling.stop()
            if self._current is not None and self.isActiveWindow() and QApplication.focusWidget() is None:
                self._current.setFocus(Qt.FocusReason.OtherFocusReason)  # what had it was hidden meanwhile
        entry = self._entries.get(self._route.screen)
        page = (self._current.title() if self._current else "") or (entry.label() if entry else "")
        words = _("{page} – Comunicado").format(page=page) if page else "Comunicado"
        if words != self.windowTitle():
            self.setWindowTitle(words)

    def _change_look(self) -> None:
        apply_look(self.desk.preferences)
        self.rail.refresh_look()
        self._fit()

    def _show_unavailable(self, error: ComunicadoError) -> None:
        page = EmptyState("warning-circle", error.one_line(), title=_("The workspace could not be opened"))
        page.add_button(_("Quit"), self.close)
        self.pages.addWidget(page)
        self.pages.setCurrentWidget(page)
        self.rail.setEnabled(False)
        self.inspectors.show_for(None)
        self.notices.dismiss()

    # -- remembering ----------------------------------------------------------------------------------------

    def _restore(self) -> None:
        self.resize(1280, 800)
        geometry = memory.kept_bytes(self.desk.preferences, "window.geometry")
        if not geometry.isEmpty():
            self.restoreGeometry(geometry)
        self.show_route(memory.kept_route(self.desk.preferences), is_step=False)
        if self._current is None:
            self.show_route(Route("home"), is_step=False)
        panes = memory.kept_bytes(self.desk.preferences, "window.panes")
        if not panes.isEmpty():
            self._panes.restoreState(panes)
        self._fit()

    def keep_state(self) -> None:
        """Remember place and panes, and write what is unsaved."""
        if self._current is not None:
            self._current.leave()
        memory.keep_bytes(self.desk.preferences, "window.geometry", self.saveGeometry())
        memory.keep_bytes(self.desk.preferences, "window.panes", self._panes.saveState())

    def _fit(self) -> None:
        self.rail.set_narrow(self.width() < tokens.px(_NARROW))
        self.inspectors.fit(self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        self.on_demand.follow()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            self.desk.flush()
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.keep_state()
        self.desk.flush()
        for screen in self._screens.values():
            screen.close()
        self.closed.emit()
        super().closeEvent(event)
