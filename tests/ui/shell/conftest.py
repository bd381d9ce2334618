"""A window on a desk, with the screens of this room alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from desktop.ui.desk import Desk
from desktop.ui.registry import SCREENS
from desktop.ui.window.main_window import MainWindow


@pytest.fixture
def window(desk: Desk, qtbot: QtBot) -> Iterator[MainWindow]:
    """The main window, shown, with its first page ready."""
    made = MainWindow(desk, SCREENS)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    qtbot.waitUntil(made.is_ready, timeout=20_000)
    yield made
    made.disconnect_from_desk()


@pytest.fixture
def go(window: MainWindow, qtbot: QtBot) -> Callable[[str], None]:
    """Move to a screen and wait until it is ready."""

    def move(name: str) -> None:
        window.desk.actions.trigger(f"go.{name}")
        qtbot.waitUntil(lambda: window.route.screen == name and window.is_ready(), timeout=20_000)

    return move
