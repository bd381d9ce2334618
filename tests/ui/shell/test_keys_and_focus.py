"""The keyboard map in the help, and the window in focus mode."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.ui.actions import ActionRegistry
from desktop.ui.registry import SCREENS
from desktop.ui.window.keys import keyboard_map
from desktop.ui.window.main_window import MainWindow


def test_the_map_names_every_key_of_every_screen(window: MainWindow, qtbot: QtBot) -> None:
    window.desk.actions.trigger("view.keys")
    panel = window.on_demand.help
    assert panel.isVisible()
    told = panel.plain_text
    for words in (
        "Keyboard map",
        "Everywhere",
        "Ctrl+Shift+P",
        "F7",
        "Go to the next misspelling",
        "F11",
        "Ctrl+Return",
    ):
        assert words in told, words
    missing = [
        each.name
        for each in window.desk.actions
        if not each.action.shortcut().isEmpty() and each.action.text().replace("&&", "&") not in told
    ]
    assert missing == []


def test_f1_shows_the_screens_page_again(window: MainWindow, go: Callable[[str], None]) -> None:
    window.desk.actions.trigger("view.keys")
    go("contacts")
    assert "Keyboard map" not in window.on_demand.help.plain_text
    window.on_demand.help.keys_wanted.emit()
    assert "Keyboard map" in window.on_demand.help.plain_text


def test_signs_of_markdown_in_a_label_stay_signs(qapp: QApplication) -> None:
    actions = ActionRegistry()
    kept = actions.add("view.x", "Pipes | and *stars*", "Ctrl+[")
    assert "Pipes \\| and \\*stars\\*" in keyboard_map(actions, SCREENS, "home")
    assert "Ctrl+\\[" in keyboard_map(actions, SCREENS, "home")
    assert kept.text() == "Pipes | and *stars*"


def test_the_window_steps_aside_and_comes_back_as_it_was(window: MainWindow) -> None:
    window.on_demand.toggle_help()
    around = (window.rail, window.status, window.menuBar(), window.on_demand.help)
    was_shown = [each.isVisible() for each in around]
    window.desk.focused.emit(True)
    assert not any(each.isVisible() for each in around)
    window.desk.focused.emit(True)
    window.desk.focused.emit(False)
    assert [each.isVisible() for each in around] == was_shown
    assert window.inspectors.isHidden(), "home has none"
