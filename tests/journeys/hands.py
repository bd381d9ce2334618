"""A person at the wired program: keys go where the focus is, the pointer to what can be seen, and both wait."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QComboBox, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from desktop.app.window import Running
from desktop.domain.changes import Outcome
from desktop.services.worker import Work
from desktop.ui.desk import Desk, Notice
from desktop.ui.screens import Screen
from desktop.ui.window.main_window import MainWindow

W = TypeVar("W", bound=QWidget)
T = TypeVar("T")
PATIENCE_MS = 8_000


class Hands:
    """One run of the program. ``told`` collects every notice shown."""

    def __init__(self, running: Running, path: Path, qtbot: QtBot) -> None:
        self.running = running
        self.path = path
        self.bot = qtbot
        self.is_closed = False
        self._popup: QWidget | None = None
        self.told: list[Notice] = []
        running.desk.noticed.connect(self.told.append)

    # -- seeing ---------------------------------------------------------------------------------------------

    @property
    def desk(self) -> Desk:
        return self.running.desk

    @property
    def window(self) -> MainWindow:
        """The window of now: a change of language makes another one."""
        return self.running.keeper.window

    @property
    def focus(self) -> QWidget:
        """Where a key goes."""
        popup = self._popup = QApplication.activePopupWidget()  # kept: its children's wrappers end with its own
        if popup is not None:
            return popup.focusWidget() or popup
        if not self.window.isActiveWindow():  # without a window system nobody activates it when a list closes
            self.window.activateWindow()
            QApplication.processEvents()
        return QApplication.focusWidget() or self.window

    def until(self, is_true: Callable[[], object]) -> None:
        self.bot.waitUntil(lambda: bool(is_true()), timeout=PATIENCE_MS)

    def arrive(self, screen: str) -> Any:
        """Wait until a screen is shown with all it asked for; answers it."""
        self.until(lambda: self.window.route.screen == screen and self.window.is_ready())
        self.settle()
        shown = self.window.screen_shown
        assert isinstance(shown, Screen)
        return shown

    def seen(self, kind: type[W], name: str, inside: QWidget | None = None) -> W:
        """The one visible widget of a kind with this accessible name (or text)."""
        found = [
            each
            for each in (inside or self.window).findChildren(kind)
            if each.isVisible() and name in (each.accessibleName(), _text_of(each))
        ]
        assert len(found) == 1, f"{len(found)} visible {kind.__name__} are called “{name}”"
        return found[0]

    def words(self) -> str:
        """Everything that can be read on labels and buttons now."""
        return "\n".join(
            _text_of(each)
            for kind in (QLabel, QAbstractButton)
            for each in self.window.findChildren(kind)
            if each.isVisible()
        )

    # -- waiting --------------------------------------------------------------------------------------------

    def ask(self, work: Work[T], *, flush: bool = True) -> T:
        """Run a unit of work on the program's own worker and wait for its value."""
        answers: list[tuple[Any, Exception | None]] = []
        self.desk.run(
            work, lambda value: answers.append((value, None)), lambda error: answers.append((None, error)), flush=flush
        )
        self.until(lambda: answers)
        value, error = answers[0]
        if error is not None:
            raise error
        result: T = value
        return result

    def deed(self, work: Work[Outcome[T]], *, initiator: str = "") -> T:
        """A deed as a screen does it: announced, on the undo stack."""
        answers: list[T] = []
        self.desk.deed(work, answers.append, initiator=initiator)
        self.until(lambda: answers)
        self.settle()
        return answers[0]

    def settle(self) -> None:
        """Wait until all that is unsaved is written, and every answer to it has come and been answered in turn."""
        for _ in range(3):
            self.ask(lambda uow: None)
            QApplication.processEvents()

    # -- keyboard -------------------------------------------------------------------------------------------

    def press(self, *keys: str) -> None:
        """Press keys one after another: ``press("Ctrl+2", "Tab", "Return")``."""
        for each in keys:
            combination = QKeySequence(each)[0]
            QTest.keyClick(self.focus, combination.key(), combination.keyboardModifiers())
            QApplication.processEvents()

    def write(self, text: str) -> None:
        """Type a text where the focus is."""
        for letter in text:
            if letter.isascii():
                QTest.keyClick(self.focus, letter)
                continue
            target = self.focus
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):  # QTest types ASCII only
                QApplication.sendEvent(target, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))
        QApplication.processEvents()

    def tab_to(self, name: str, *, most: int = 40) -> QWidget:
        """Tab on until the field of this name has the focus."""
        for _ in range(most):
            if name in (self.focus.accessibleName(), _text_of(self.focus)):
                return self.focus
            self.press("Tab")
        raise AssertionError(f"Tab does not lead to “{name}”")

    # -- pointer --------------------------------------------------------------------------------------------

    def click(self, name: str, inside: QWidget | None = None) -> None:
        """Click the button of this name."""
        self.click_at(self.seen(QAbstractButton, name, inside))

    def click_at(self, widget: QWidget, at: QPoint | None = None) -> None:
        QTest.mouseClick(
            widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at or widget.rect().center()
        )
        QApplication.processEvents()

    def click_in_menu(self, words: str) -> None:
        """Click an entry of the menu that is open."""
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu), "no menu is open"
        entry = next(each for each in menu.actions() if each.text().replace("&", "") == words)
        self.click_at(menu, menu.actionGeometry(entry).center())

    def choose(self, box: QComboBox, value: object) -> None:
        """Open a list with the space bar and choose in it, by keyboard (F4 is the side panel's)."""
        box.setFocus()
        self.press("Space")
        self.pick(box.findData(value))

    def pick(self, row: int) -> None:
        """Choose a row of the list that is open, by keyboard."""
        view = self.focus
        assert isinstance(view, QAbstractItemView), f"no list is open: {view}"
        assert 0 <= row < view.model().rowCount()
        self.press("Home", *["Down"] * row, "Return")

    def drop(self, path: Path, on: QWidget) -> None:
        """Drop a file from the desktop."""
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(path))])
        middle, buttons, none = on.rect().center(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        enter = QDragEnterEvent(middle, Qt.DropAction.CopyAction, mime, buttons, none)
        QApplication.sendEvent(on, enter)
        assert enter.isAccepted(), "the page does not want the file"
        QApplication.sendEvent(on, QDropEvent(QPointF(middle), Qt.DropAction.CopyAction, mime, buttons, none))

    # -- ending ---------------------------------------------------------------------------------------------

    def close(self) -> None:
        """Close as a person does; nothing may stay behind."""
        window = self.window
        self.is_closed = True
        window.close()
        assert not window.isVisible()
        assert self.desk.close(), "the database worker did not end"
        for each in (window, self.running.keeper, self.desk):
            each.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        QApplication.processEvents()


def _text_of(widget: QWidget) -> str:
    text = getattr(widget, "text", None)
    return str(text()) if callable(text) else ""
