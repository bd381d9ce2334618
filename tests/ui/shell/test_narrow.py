"""Large text and narrow windows: nothing is cut off, and everything can still be reached."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.people.panes import Panes
from desktop.ui.widgets.flow import FlowRow
from desktop.ui.widgets.inspector import Inspector
from desktop.ui.window.main_window import MainWindow


def test_the_side_panel_gives_its_room_to_the_page_and_comes_when_asked(
    window: MainWindow, qtbot: QtBot, go: Callable[[str], None]
) -> None:
    window.resize(1280, 800)
    go("translate")
    side = window.inspectors
    assert side.isVisible()
    window.resize(700, 600)
    assert side.isHidden()
    assert window.pages.isVisible()
    window.desk.actions.trigger("view.side")
    assert side.isVisible()
    assert window.pages.isHidden()
    assert window.screen_shown is not None
    window.screen_shown.page_wanted.emit()
    assert side.isHidden()
    assert window.pages.isVisible()
    window.desk.actions.trigger("view.side")
    window.resize(1280, 800)
    assert side.isVisible()
    assert window.pages.isVisible()
    go("home")
    assert side.isHidden()


def test_a_page_with_no_side_panel_offers_none(window: MainWindow, go: Callable[[str], None]) -> None:
    go("home")
    window.desk.actions.trigger("view.side")
    assert window.inspectors.isHidden()
    assert window.pages.isVisible()


def test_panes_stand_one_above_the_other_where_it_is_narrow(qtbot: QtBot) -> None:
    panes = Panes()
    qtbot.addWidget(panes)
    for _ in range(2):
        panes.addWidget(QLabel("a pane"))
    panes.resize(1000, 500)
    panes.show()
    panes.setSizes([700, 300])
    wide = panes.sizes()
    panes.resize(500, 500)
    qtbot.waitUntil(lambda: panes.orientation() == Qt.Orientation.Vertical)
    panes.resize(1000, 500)
    qtbot.waitUntil(lambda: panes.orientation() == Qt.Orientation.Horizontal)
    assert panes.sizes() == wide


def test_a_row_of_buttons_wraps_rather_than_cutting_words(qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    row = FlowRow(box)
    buttons = [QPushButton(f"A button with many words {number}") for number in range(4)]
    for button in buttons:
        row.add(button)
    box.resize(buttons[0].sizeHint().width() + 40, 400)
    box.show()
    assert len({button.y() for button in buttons}) == 4
    assert all(button.width() >= button.sizeHint().width() for button in buttons)


def test_a_filling_section_takes_the_height_that_is_left(qtbot: QtBot) -> None:
    inspector = Inspector()
    qtbot.addWidget(inspector)
    inspector.resize(300, 900)
    filling = inspector.add_section("Preview", QWidget(), fills=True)
    inspector.show()
    qtbot.waitUntil(lambda: filling.height() > 800)
    filling.set_open(False)
    qtbot.waitUntil(lambda: filling.height() < 100)
