"""The release list on a real workspace: filter, sort, open, delete and bring back, thousands of rows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop.domain.release import Release, Version, VersionRole
from desktop.ui.desk import Desk, Notice, Route
from desktop.ui.releases.columns import LANGUAGES, PillsDelegate
from desktop.ui.releases.screen import ReleasesScreen

Ask = Callable[[Any], Any]


def _fill(uow: Any, count: int) -> None:
    for number in range(count):
        at = uow.clock.now()
        title = f"Migración {number:05}" if number % 10 == 0 else f"Release {number:05}"
        release = uow.releases.put(Release(uow.ids.new(), title, "statement", "en", created_at=at, updated_at=at))
        uow.releases.put_version(Version(uow.ids.new(), release.id, "en", VersionRole.SOURCE))


@pytest.fixture
def screen(desk: Desk, qtbot: QtBot, ask: Ask) -> ReleasesScreen:
    ask(lambda uow: _fill(uow, 450))
    made = ReleasesScreen(desk)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show()
    made.enter(Route("releases"))
    qtbot.waitUntil(made.is_ready, timeout=20_000)
    return made


def test_rows_are_read_when_they_come_into_view(
    screen: ReleasesScreen, qtbot: QtBot, qtmodeltester: ModelTester
) -> None:
    assert screen.model.rowCount() == 450
    assert screen.model.row(400) is None
    screen.table.scrollToBottom()
    qtbot.waitUntil(lambda: screen.model.row(449) is not None, timeout=10_000)
    qtmodeltester.check(screen.model)


def test_typing_filters_with_and_without_accents(screen: ReleasesScreen, qtbot: QtBot) -> None:
    qtbot.keyClicks(screen.field, "migracion")
    qtbot.waitUntil(lambda: screen.model.rowCount() == 45, timeout=10_000)
    qtbot.keyClick(screen.field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: screen.model.rowCount() == 450, timeout=10_000)
    qtbot.keyClicks(screen.field, "nothing like it")
    qtbot.waitUntil(screen._nothing.isVisible, timeout=10_000)
    assert screen._nothing.button is not None
    qtbot.mouseClick(screen._nothing.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: screen.model.rowCount() == 450, timeout=10_000)


def test_a_click_on_a_title_sorts(screen: ReleasesScreen, qtbot: QtBot) -> None:
    screen.table.horizontalHeader().setSortIndicator(0, Qt.SortOrder.AscendingOrder)
    qtbot.waitUntil(lambda: screen.model.index(0, 0).data() == "Migración 00000", timeout=10_000)
    screen.table.horizontalHeader().setSortIndicator(0, Qt.SortOrder.DescendingOrder)
    qtbot.waitUntil(lambda: screen.model.index(0, 0).data() == "Release 00449", timeout=10_000)


def test_enter_opens_the_editor(screen: ReleasesScreen, desk: Desk, qtbot: QtBot) -> None:
    went: list[Route] = []
    desk.routed.connect(went.append)
    qtbot.keyClicks(screen.field, "00123")
    qtbot.waitUntil(lambda: screen.model.rowCount() == 1, timeout=10_000)
    qtbot.keyClick(screen.field, Qt.Key.Key_Down)
    current = screen.current()
    assert current is not None
    qtbot.keyClick(screen.table, Qt.Key.Key_Return)
    assert went == [Route("editor", current.release.id)]


def test_delete_can_be_undone(
    screen: ReleasesScreen, desk: Desk, qtbot: QtBot, notices: list[Notice], settle: Callable[[], None]
) -> None:
    screen.table.selectRow(3)
    row = screen.current()
    assert row is not None
    desk.actions.trigger("releases.delete")
    qtbot.waitUntil(lambda: screen.model.rowCount() == 449, timeout=10_000)
    assert row.release.title in notices[-1].text
    assert notices[-1].action is not None
    notices[-1].action()
    qtbot.waitUntil(lambda: screen.model.rowCount() == 450, timeout=10_000)


def test_a_release_in_one_language_says_how_to_translate_it(
    screen: ReleasesScreen, desk: Desk, notices: list[Notice]
) -> None:
    screen.table.selectRow(0)
    desk.actions.trigger("releases.translate")
    assert notices[-1].action_label == "Open editor"


def test_filters_and_an_empty_answer(screen: ReleasesScreen, qtbot: QtBot) -> None:
    qtbot.mouseClick(screen.chips["stale"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(screen._nothing.isVisible, timeout=10_000)
    screen.enter(Route("releases", detail="all"))
    qtbot.waitUntil(lambda: screen.model.rowCount() == 450, timeout=10_000)


def test_pills_are_painted_and_told(screen: ReleasesScreen) -> None:
    index = screen.model.index(0, LANGUAGES)
    assert index.data() == "EN: draft"
    option = QStyleOptionViewItem()
    option.rect = screen.table.visualRect(index)
    option.rect.moveTo(0, 0)
    image = QImage(option.rect.size(), QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    PillsDelegate(screen.table).paint(painter, option, index)
    painter.end()
    assert len({image.pixel(x, image.height() // 2) for x in range(image.width())}) > 3
    QApplication.processEvents()
