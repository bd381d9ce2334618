"""Settings: everything at once, in the right place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from desktop.ui.desk import Desk, Route
from desktop.ui.settings.screen import SettingsScreen


@pytest.fixture
def screen(desk: Desk, qtbot: QtBot) -> SettingsScreen:
    made = SettingsScreen(desk)
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    made.enter(Route("settings"))
    qtbot.waitUntil(made.is_ready, timeout=20_000)
    return made


def _choose(box: QComboBox, value: str) -> None:
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


def test_look_and_language_are_announced_at_once(screen: SettingsScreen, desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.look_changed):
        _choose(screen.scheme, "dark")
    with qtbot.waitSignal(desk.look_changed):
        _choose(screen.scale, "150")
    with qtbot.waitSignal(desk.language_changed):
        _choose(screen.language, "es")
    kept = desk.preferences
    assert (kept.get("look.scheme"), kept.get("look.scale"), kept.get("language")) == ("dark", "150", "es")


def test_the_organisation_is_the_workspaces_and_can_be_undone(
    screen: SettingsScreen, desk: Desk, qtbot: QtBot, ask: Callable[[Any], Any], settle: Callable[[], None]
) -> None:
    screen.organisation.setText("  Example Agency ")
    qtbot.keyClick(screen.organisation, Qt.Key.Key_Return)
    settle()
    assert ask(lambda uow: uow.settings.get("organisation.name")) == "Example Agency"
    desk.undo_stack.undo()
    settle()
    assert ask(lambda uow: uow.settings.get("organisation.name")) == ""


def test_my_name_stands_beside_my_work_from_now_on(
    screen: SettingsScreen, desk: Desk, ask: Callable[[Any], Any]
) -> None:
    screen.author.setText("Luz Marina")
    screen.leave()
    assert desk.preferences.get("author") == "Luz Marina"
    assert ask(lambda uow: uow.author) == "Luz Marina"


def test_backup_and_verify_answer_in_words(screen: SettingsScreen, qtbot: QtBot, tmp_path: Path) -> None:
    card = screen.workspace
    qtbot.waitUntil(lambda: "desk.comunicado" in card.place.text(), timeout=20_000)
    qtbot.mouseClick(card.verify, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: card.answer.text() == "The workspace is sound.", timeout=20_000)
    target = tmp_path / "copy.comunicado"
    card.back_up_to(target)
    qtbot.waitUntil(lambda: "copy.comunicado" in card.answer.text(), timeout=20_000)
    assert target.stat().st_size > 0
    card.back_up_to(target)
    qtbot.waitUntil(lambda: card.answer.property("role") == "problem", timeout=20_000)
