"""The real release comes in through the preview."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from desktop.domain.document import BlockKind
from desktop.services import directory, releases
from desktop.ui.desk import Desk, Notice, Route
from desktop.ui.import_release.lines import KIND, TEXT
from desktop.ui.import_release.screen import ImportScreen

SEED = Path(__file__).parents[2] / "fixtures" / "seed_release.txt"


def shown(desk: Desk, qtbot: QtBot) -> ImportScreen:
    screen = ImportScreen(desk)
    qtbot.addWidget(screen)
    qtbot.addWidget(screen.found)
    screen.resize(1000, 700)
    screen.show()
    screen.enter(Route("import"))
    return screen


def read_seed(screen: ImportScreen, qtbot: QtBot) -> None:
    screen.read_path(SEED)
    qtbot.waitUntil(screen.is_ready, timeout=10_000)


def test_the_seed_is_imported_with_its_people(desk: Desk, ask: Callable[[Any], Any], qtbot: QtBot) -> None:
    screen = shown(desk, qtbot)
    tester = QAbstractItemModelTester(screen.lines)
    read_seed(screen, qtbot)
    assert screen.view.currentIndex().row() == screen.lines.recognised.start
    assert len(screen.found.people.boxes) == 2
    with qtbot.waitSignal(desk.routed, timeout=10_000) as routed:
        screen.import_now()
    opened = ask(lambda uow: releases.open_release(uow, routed.args[0].release_id))
    assert opened.document.blocks[0].kind is BlockKind.HEADLINE
    assert len(ask(lambda uow: directory.find_contacts(uow, ""))) == 2
    assert tester.model() is screen.lines


def test_an_unticked_person_stays_out(desk: Desk, ask: Callable[[Any], Any], qtbot: QtBot) -> None:
    screen = shown(desk, qtbot)
    read_seed(screen, qtbot)
    screen.found.people.boxes[0].setChecked(False)
    with qtbot.waitSignal(desk.routed, timeout=10_000):
        screen.import_now()
    assert len(ask(lambda uow: directory.find_contacts(uow, ""))) == 1


def test_lines_are_corrected_by_keyboard(desk: Desk, qtbot: QtBot) -> None:
    screen = shown(desk, qtbot)
    read_seed(screen, qtbot)
    start = screen.lines.recognised.start
    screen.view.go_to(start + 3)
    qtbot.keyClick(screen.view, Qt.Key.Key_K)
    assert not screen.lines.recognised.blocks[start + 3].is_kept
    qtbot.keyClick(screen.view, Qt.Key.Key_K)
    assert screen.lines.recognised.blocks[start + 3].is_kept
    screen.view.go_to(start - 1)
    qtbot.keyClick(screen.view, Qt.Key.Key_S)
    assert screen.lines.recognised.start == start - 1
    assert screen.view.currentIndex().row() == start - 1


def test_a_kind_is_chosen_in_the_row(desk: Desk, qtbot: QtBot) -> None:
    screen = shown(desk, qtbot)
    read_seed(screen, qtbot)
    row = screen.lines.recognised.start + 2
    screen.view.setCurrentIndex(screen.lines.index(row, TEXT))
    qtbot.keyClick(screen.view, Qt.Key.Key_Return)
    box = screen.view.viewport().findChild(QComboBox)
    assert isinstance(box, QComboBox)
    box.hidePopup()
    box.setCurrentIndex(box.findData(BlockKind.SUBHEAD))
    box.activated.emit(box.currentIndex())
    assert screen.lines.recognised.blocks[row].kind is BlockKind.SUBHEAD
    assert screen.lines.index(row, KIND).data() == "Subhead"


def test_pasted_text_is_recognised_and_nothing_is_told_kindly(desk: Desk, qtbot: QtBot, notices: list[Notice]) -> None:
    screen = shown(desk, qtbot)
    screen._read_mime(QMimeData())
    assert notices[-1].kind == "info"
    mime = QMimeData()
    mime.setText("Two Offices Open\n\nManagua – The offices open today, said the chief of the office.\n")
    screen._read_mime(mime)
    qtbot.waitUntil(screen.is_ready, timeout=10_000)
    assert screen.lines.rowCount() >= 2


def test_a_file_that_is_not_one_says_so(desk: Desk, qtbot: QtBot, tmp_path: Path, notices: list[Notice]) -> None:
    screen = shown(desk, qtbot)
    path = tmp_path / "broken.docx"
    path.write_bytes(b"not a document")
    screen.read_path(path)
    qtbot.waitUntil(lambda: bool(notices), timeout=10_000)
    assert notices[-1].kind == "problem"
    assert screen.is_ready()
