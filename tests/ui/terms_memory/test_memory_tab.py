"""The table of units: filter, edit, delete, undo, files with progress."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from desktop.domain.richtext import Mark, MarkKind, RichText
from desktop.domain.unit import TranslationUnit, UnitOrigin, UnitQuery
from desktop.exchange.tmx_writer import write_tmx
from desktop.services import memory
from desktop.ui.desk import Desk, Notice, Route
from desktop.ui.terms_memory.memory.tab import MemoryTab
from desktop.ui.terms_memory.memory.unit_form import retyped
from desktop.ui.terms_memory.screen import TermsMemoryScreen

Ask = Callable[[Any], Any]


def _fill(desk: Desk, ask: Ask, count: int, origin: UnitOrigin = UnitOrigin.IMPORTED) -> None:
    words = ["river", "road", "school", "border"]
    units = [
        TranslationUnit("", "en", "es", RichText(f"The {words[n % 4]} {n}"), RichText(f"Lugar {n} ñandú"))
        for n in range(count)
    ]
    desk.hub.announce(ask(lambda uow: memory.add_units(uow, units, origin=origin)).changes)


@pytest.fixture
def tab(desk: Desk, qtbot: QtBot) -> MemoryTab:
    screen = TermsMemoryScreen(desk)
    qtbot.addWidget(screen)
    screen.resize(1100, 700)
    screen.show()
    qtbot.waitExposed(screen)
    screen.activateWindow()
    screen.enter(Route("terms-memory", language="memory"))
    qtbot.waitUntil(screen.is_ready)
    found = screen.tab
    assert isinstance(found, MemoryTab)
    return found


def _texts(tab: MemoryTab) -> list[str]:
    model = tab.table.paged
    return [str(model.data(model.index(row, 0))) for row in range(model.rowCount())]


def _stored(ask: Ask) -> list[TranslationUnit]:
    return list(ask(lambda uow: uow.memory.every(UnitQuery())))


def test_an_empty_memory_says_how_to_begin(tab: MemoryTab) -> None:
    assert tab.empty.isVisible()
    assert not tab.form.isVisible()


def test_the_newest_stand_first_and_words_filter_in_either_language(
    tab: MemoryTab, desk: Desk, ask: Ask, qtbot: QtBot
) -> None:
    QAbstractItemModelTester(tab.table.paged, QAbstractItemModelTester.FailureReportingMode.Fatal)
    _fill(desk, ask, 250)
    qtbot.waitUntil(lambda: tab.table.paged.rowCount() == 250)
    qtbot.waitUntil(lambda: _texts(tab)[0] == "The road 249")
    assert "250" in tab.count.text()
    tab.field.setText("School")
    qtbot.waitUntil(lambda: 60 <= tab.table.paged.rowCount() <= 63)
    tab.field.setText("nandu")
    qtbot.waitUntil(lambda: tab.table.paged.rowCount() == 250)
    tab.field.setText("nowhere")
    qtbot.waitUntil(tab.nothing.isVisible)
    tab.show_all()
    qtbot.waitUntil(lambda: tab.table.paged.rowCount() == 250)
    tab.origins.setCurrentIndex(tab.origins.findData(UnitOrigin.CONFIRMED))
    qtbot.waitUntil(tab.nothing.isVisible)


def test_a_unit_is_edited_below_the_table_and_undo_puts_it_back(
    tab: MemoryTab, desk: Desk, ask: Ask, qtbot: QtBot
) -> None:
    _fill(desk, ask, 3)
    qtbot.waitUntil(lambda: tab.table.paged.rowCount() == 3)
    tab.table.selectRow(0)
    qtbot.waitUntil(lambda: tab.form.source.toPlainText() == "The school 2")
    tab.form.target.setPlainText("La escuela 2")
    tab.form.keep()
    qtbot.waitUntil(lambda: any(unit.target.text == "La escuela 2" for unit in _stored(ask)))
    assert desk.undo_stack.undoText() == "Edit unit"
    desk.undo_stack.undo()
    qtbot.waitUntil(lambda: all(unit.target.text != "La escuela 2" for unit in _stored(ask)))


def test_an_empty_side_is_refused_and_the_unit_stays(
    tab: MemoryTab, desk: Desk, ask: Ask, qtbot: QtBot, notices: list[Notice]
) -> None:
    _fill(desk, ask, 1)
    qtbot.waitUntil(lambda: tab.table.paged.rowCount() == 1)
    tab.table.selectRow(0)
    qtbot.waitUntil(lambda: tab.form.source.toPlainText() == "The river 0")
    tab.form.source.setPlainText(" ")
    tab.form.keep()
    qtbot.waitUntil(lambda: any("both sentences" in notice.text for notice in notices))
    qtbot.waitUntil(lambda: tab.form.source.toPlainText() == "The river 0")
    assert _stored(ask)[0].source.text == "The river 0"


def test_selected_units_are_deleted_and_come_back(tab: MemoryTab, desk: Desk, ask: Ask, qtbot: QtBot) -> None:
    _fill(desk, ask, 5)
    qtbot.waitUntil(lambda: tab.table.paged.rowCount() == 5)
    tab.table.setFocus()
    tab.table.selectRow(0)
    QTest.keyClick(tab.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(tab.table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: tab.table.paged.rowCount() == 3)
    assert len(_stored(ask)) == 3
    desk.undo_stack.undo()
    qtbot.waitUntil(lambda: tab.table.paged.rowCount() == 5)


def test_a_memory_goes_out_and_comes_into_another_without_doubling(
    tab: MemoryTab, desk: Desk, ask: Ask, qtbot: QtBot, tmp_path: Path, notices: list[Notice]
) -> None:
    _fill(desk, ask, 8)
    qtbot.waitUntil(lambda: tab.table.paged.rowCount() == 8)
    file = tmp_path / "out.tmx"
    tab.export_file(file)
    qtbot.waitUntil(lambda: any("8 units written" in notice.text for notice in notices))
    ask(lambda uow: memory.remove_units(uow, [unit.id for unit in _every(uow)[:3]]))
    tab.import_file(file)
    qtbot.waitUntil(lambda: any("3 units added, 5 known already" in notice.text for notice in notices))
    qtbot.waitUntil(lambda: tab.table.paged.rowCount() == 8)
    assert not tab.progress.isVisible()
    desk.undo_stack.undo()
    qtbot.waitUntil(lambda: tab.table.paged.rowCount() == 5)


def _large_file(path: Path, count: int) -> Path:
    with path.open("wb") as stream:
        write_tmx(
            stream,
            (
                TranslationUnit("", "en", "es", RichText(f"Sentence {n} stands here"), RichText(f"Frase {n}"))
                for n in range(count)
            ),
        )
    return path


def test_what_is_typed_is_stored_between_two_steps_of_an_import_and_undo_takes_all_of_it(
    tab: MemoryTab, desk: Desk, ask: Ask, qtbot: QtBot, tmp_path: Path, notices: list[Notice]
) -> None:
    seen: list[int] = []

    def look() -> None:
        desk.run(lambda uow: uow.memory.count(), seen.append)

    desk.busy.connect(lambda label, _cancel: look() if label else None)
    tab.import_file(_large_file(tmp_path / "large.tmx", 11_000))
    qtbot.waitUntil(lambda: any("11000 units added" in notice.text for notice in notices), timeout=60_000)
    assert 5_000 in seen
    assert ask(lambda uow: uow.memory.count()) == 11_000
    assert desk.undo_stack.count() == 1
    desk.undo_stack.undo()
    qtbot.waitUntil(lambda: ask(lambda uow: uow.memory.count()) == 0, timeout=20_000)


def test_a_cancelled_import_takes_back_what_had_come_in(
    tab: MemoryTab, desk: Desk, ask: Ask, qtbot: QtBot, tmp_path: Path, notices: list[Notice]
) -> None:
    _fill(desk, ask, 2)
    desk.busy.connect(lambda label, cancel: cancel() if label else None)
    tab.import_file(_large_file(tmp_path / "large.tmx", 11_000))
    qtbot.waitUntil(lambda: any("Cancelled" in notice.text for notice in notices), timeout=60_000)
    assert ask(lambda uow: uow.memory.count()) == 2
    assert ask(lambda uow: uow.memory.places(UnitQuery()))[0] == 2
    assert desk.undo_stack.count() == 0
    assert not tab.progress.isVisible()


def _every(uow: Any) -> tuple[TranslationUnit, ...]:
    found: tuple[TranslationUnit, ...] = uow.memory.every(UnitQuery())
    return found


def test_what_is_no_memory_is_refused_with_a_sentence(
    tab: MemoryTab, qtbot: QtBot, tmp_path: Path, notices: list[Notice]
) -> None:
    file = tmp_path / "letter.tmx"
    file.write_text("Dear all")
    tab.import_file(file)
    qtbot.waitUntil(lambda: any("not TMX" in notice.text for notice in notices))
    assert not tab.progress.isVisible()


def test_marks_outside_an_edit_stay() -> None:
    before = RichText.of("A bold word here", [Mark(2, 6, MarkKind.STRONG)])
    assert retyped(before, "A bold word there") == RichText.of("A bold word there", [Mark(2, 6, MarkKind.STRONG)])
    assert retyped(before, before.text) is before
    assert retyped(before, "") == RichText()
