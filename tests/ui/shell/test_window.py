"""The window: it shows before the workspace is open, moves, remembers, undoes, helps, speaks two languages."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.app.preferences import FilePreferences
from desktop.app.wiring import create_new, make_tools
from desktop.domain.errors import WorkspaceError
from desktop.i18n import interface_language
from desktop.services.office import set_setting
from desktop.services.worker import DatabaseWorker
from desktop.ui.desk import Desk, Notice, Route
from desktop.ui.help.pages import help_page
from desktop.ui.registry import SCREENS
from desktop.ui.window.main_window import MainWindow
from desktop.ui.window.start import WindowKeeper


def test_shows_before_the_workspace_is_open(qtbot: QtBot, tmp_path: Path) -> None:
    may_open = threading.Event()

    def slow() -> Any:
        may_open.wait(20)
        return create_new(tmp_path / "late.comunicado", author="")

    worker = DatabaseWorker(slow)
    worker.start()
    desk = Desk(worker, make_tools(), FilePreferences(None))
    window = MainWindow(desk, SCREENS)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    assert window.isVisible()
    assert not window.is_ready()
    may_open.set()
    qtbot.waitUntil(window.is_ready, timeout=20_000)
    window.close()
    assert desk.close()


def test_says_why_a_workspace_did_not_open(qtbot: QtBot) -> None:
    def refuse() -> Any:
        raise WorkspaceError("The file is open elsewhere.", advice="Close it there.")

    worker = DatabaseWorker(refuse, unavailable=lambda error: desk.tell_unavailable(error))  # noqa: PLW0108
    desk = Desk(worker, make_tools(), FilePreferences(None))
    window = MainWindow(desk, SCREENS)
    qtbot.addWidget(window)
    window.show()
    worker.start()
    qtbot.waitUntil(lambda: not window.rail.isEnabled())
    words = [label.text() for label in window.pages.currentWidget().findChildren(QWidget) if hasattr(label, "text")]
    assert "The file is open elsewhere. Close it there." in words
    window.close()
    desk.close()


def test_ctrl_digits_move_and_back_returns(window: MainWindow, qtbot: QtBot) -> None:
    for key, screen in ((Qt.Key.Key_2, "releases"), (Qt.Key.Key_6, "search"), (Qt.Key.Key_7, "settings")):
        qtbot.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
        assert window.route.screen == screen
    window.go_back()
    window.go_back()
    assert window.route.screen == "releases"
    window.go_forward()
    assert window.route.screen == "search"


def test_an_unknown_route_is_no_harm(window: MainWindow, desk: Desk) -> None:
    desk.navigate(Route("no-such-screen"))
    assert window.route.screen == "home"


def test_remembers_where_one_was(desk: Desk, window: MainWindow, go: Callable[[str], None], qtbot: QtBot) -> None:
    go("search")
    window.resize(780, 640)
    window.keep_state()
    again = MainWindow(desk, SCREENS)
    qtbot.addWidget(again)
    assert again.route.screen == "search"
    assert again.size() == window.size()
    again.disconnect_from_desk()


def test_a_spoiled_memory_is_home(desk: Desk, qtbot: QtBot) -> None:
    desk.preferences.set("window.route", '{"x"')
    desk.preferences.set("window.geometry", "not base64!")
    window = MainWindow(desk, SCREENS)
    qtbot.addWidget(window)
    assert window.route.screen == "home"
    window.disconnect_from_desk()


def test_undo_names_the_deed_and_does_it(
    window: MainWindow, desk: Desk, ask: Callable[[Any], Any], settle: Callable[[], None], qtbot: QtBot
) -> None:
    desk.deed(lambda uow: set_setting(uow, "organisation.name", "Example Agency"))
    settle()
    assert window.undoing.undo.text() == "Undo Change setting"
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert ask(lambda uow: uow.settings.get("organisation.name")) == ""
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    settle()
    assert ask(lambda uow: uow.settings.get("organisation.name")) == "Example Agency"


@pytest.mark.parametrize("make", [QLineEdit, QTextEdit])
def test_ctrl_z_is_the_fields_first(
    make: type[QLineEdit] | type[QTextEdit],
    window: MainWindow,
    desk: Desk,
    ask: Callable[[Any], Any],
    settle: Callable[[], None],
    qtbot: QtBot,
) -> None:
    desk.deed(lambda uow: set_setting(uow, "organisation.name", "Example Agency"))
    settle()
    field = make(window)
    field.show()
    window.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClicks(field, "word")
    window.undoing.refresh()
    assert window.undoing.undo.text() == "Undo typing"
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert "word" not in (field.text() if isinstance(field, QLineEdit) else field.toPlainText())
    assert ask(lambda uow: uow.settings.get("organisation.name")) == "Example Agency"
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert ask(lambda uow: uow.settings.get("organisation.name")) == ""


def test_notices_come_and_go(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    done: list[bool] = []
    desk.notify("Something was deleted.", "ok", action_label="Undo", action=lambda: done.append(True))
    assert window.notices.isVisible()
    buttons = window.notices.findChildren(QAbstractButton)
    qtbot.mouseClick(next(b for b in buttons if b.text() == "Undo"), Qt.MouseButton.LeftButton)
    assert done == [True]
    assert not window.notices.isVisible()
    desk.noticed.emit(Notice("It went wrong.", "problem"))
    assert window.notices.accessibleName() == "It went wrong."


def test_long_work_shows_and_can_be_cancelled(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    cancelled: list[bool] = []
    desk.busy.emit("Exporting…", lambda: cancelled.append(True))
    cancel = next(b for b in window.status.findChildren(QAbstractButton) if b.text() == "Cancel")
    assert cancel.isVisible()
    qtbot.mouseClick(cancel, Qt.MouseButton.LeftButton)
    assert cancelled == [True]
    desk.busy.emit("", None)
    assert not cancel.isVisible()


def test_f1_helps_with_this_screen(window: MainWindow, go: Callable[[str], None], qtbot: QtBot) -> None:
    go("releases")
    qtbot.keyClick(window, Qt.Key.Key_F1)
    assert window.on_demand.help.isVisible()
    assert "state of each of its languages" in window.on_demand.help._text.toPlainText()
    go("search")
    assert "Finds words" in window.on_demand.help._text.toPlainText()
    qtbot.keyClick(window, Qt.Key.Key_F1)
    assert not window.on_demand.help.isVisible()


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_rail_screen_has_its_own_help(language: str) -> None:
    for entry in SCREENS:
        page = help_page(entry.name, language)
        assert page.parent.name == language
        if entry.in_rail:
            assert page.stem == entry.name


def test_palette_finds_and_does(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert window.on_demand.palette.isVisible()
    qtbot.keyClicks(window.on_demand.palette.field, "go sett")
    qtbot.keyClick(window.on_demand.palette.field, Qt.Key.Key_Return)
    assert window.route.screen == "settings"
    assert not window.on_demand.palette.isVisible()
    desk.actions.trigger("view.palette")
    qtbot.keyClick(window.on_demand.palette.field, Qt.Key.Key_Escape)
    assert not window.on_demand.palette.isVisible()


def test_a_language_change_makes_the_window_anew(desk: Desk, qtbot: QtBot) -> None:
    keeper = WindowKeeper(desk)
    first = keeper.window
    desk.navigate(Route("settings"))
    qtbot.waitUntil(first.is_ready, timeout=20_000)
    desk.preferences.set("language", "es")
    desk.language_changed.emit()
    qtbot.waitUntil(lambda: keeper.window is not first)
    assert interface_language() == "es"
    assert keeper.window.isVisible()
    assert keeper.window.route.screen == "settings"
    qtbot.waitUntil(lambda: first not in QApplication.topLevelWidgets() or not first.isVisible())
    desk.notify("Hecho.")
    assert keeper.window.notices.isVisible()
    keeper.window.close()


@pytest.mark.parametrize("screen", ["home", "releases", "search", "settings"])
def test_everything_that_can_be_used_has_a_name(screen: str, window: MainWindow, go: Callable[[str], None]) -> None:
    go(screen)
    for widget in window.findChildren(QWidget):
        if widget.isVisible() and isinstance(widget, QAbstractButton | QLineEdit | QComboBox):
            if isinstance(widget.parent(), QLineEdit | QComboBox):
                continue
            assert widget.accessibleName() or getattr(widget, "text", str)(), f"{widget} in {screen}"


def test_nothing_is_lost_at_twice_the_size(window: MainWindow, desk: Desk, go: Callable[[str], None]) -> None:
    desk.preferences.set("look.scale", "200")
    desk.look_changed.emit()
    for screen in ("home", "releases", "search", "settings"):
        go(screen)
        window.resize(1280, 800)
        assert window.width() <= 1300
    desk.preferences.set("look.scale", "100")
    desk.look_changed.emit()


def test_no_page_flashes_as_a_window_of_its_own(window: MainWindow, go: Callable[[str], None], qtbot: QtBot) -> None:
    for screen in ("releases", "search", "settings", "home"):
        go(screen)
        qtbot.wait(1)
        assert window.isActiveWindow(), screen
        assert [each for each in QApplication.topLevelWidgets() if each.isVisible()] == [window]
