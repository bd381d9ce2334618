"""Taking back a file over the grid: look, tick, take, undo."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu

from desktop.domain.richtext import RichText
from desktop.domain.segment import SegmentState
from desktop.services import handing_out, translating
from desktop.translation.returning import MergeOutcome
from desktop.ui.translate.returned.delegate import row_html
from desktop.ui.translate.returned.model import ROW_ROLE
from desktop.ui.translate.returned.part import ReturnedPart

N = "{urn:oasis:names:tc:xliff:document:1.2}"


def part_of(office: Any) -> ReturnedPart:
    return next(each for each in office.screen.parts.parts if isinstance(each, ReturnedPart))


def returned(office: Any, path: Path, change: Callable[[list[Any]], None]) -> Path:
    content = office.ask(lambda uow: handing_out.gather(uow, office.release.release.id, "es", "xliff12")).content()
    root = etree.fromstring(content)
    change(list(root.iter(f"{N}trans-unit")))
    path.write_bytes(etree.tostring(root))
    return path


def say(unit: Any, text: str) -> None:
    target = unit.find(f"{N}target")
    target.text = text
    target.set("state", "translated")


def three(units: list[Any]) -> None:
    for number in range(3):
        say(units[number], f"Frase {number} <b>")
    note = etree.SubElement(units[4], f"{N}note")
    note.set("from", "Rosa")
    note.text = "¿Seguro?"


@pytest.fixture
def looked(office: Any, tmp_path: Path) -> ReturnedPart:
    """A file with three translations and a comment, looked through; the first was confirmed here meanwhile."""
    path = returned(office, tmp_path / "returned.xlf", three)
    first = office.pair(1).segment.id
    office.ask(lambda uow: translating.confirm_segment(uow, first, RichText.plain("La nuestra")))
    office.page.reload()
    office.wait_for(lambda: office.pair(1).segment.target.text == "La nuestra")
    part = part_of(office)
    part.read(path)
    office.wait_for(lambda: not part.panel.isHidden())
    return part


def test_the_rows_say_what_would_happen(office: Any, looked: ReturnedPart) -> None:
    model = looked.panel.model
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    rows = [model.index(n).data(ROW_ROLE) for n in range(model.rowCount())]
    assert [row.outcome for row in rows] == [
        MergeOutcome.CONFLICT,
        MergeOutcome.UPDATED,
        MergeOutcome.UPDATED,
        MergeOutcome.UNCHANGED,
    ]
    assert "Frase 1 &lt;b&gt;" in row_html(rows[1], ())
    assert "changed here" in model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert looked.panel.apply_button.text() == "Take 2 sentences"
    assert "Conflict: 1" in looked.panel._counts.text()
    assert "1 comment" in looked.panel._counts.text()


def test_taking_and_undoing(office: Any, looked: ReturnedPart, qtbot: Any) -> None:
    qtbot.mouseClick(looked.panel.apply_button, Qt.MouseButton.LeftButton)
    office.wait_for(lambda: office.pair(3).segment.target.text == "Frase 2 <b>")
    assert looked.panel.isHidden()
    assert office.pair(1).segment.target.text == "La nuestra"
    assert office.pair(2).segment.state is SegmentState.TRANSLATED
    office.wait_for(lambda: len(office.screen.comments._found.threads) == 1)
    office.desk.undo_stack.undo()
    office.wait_for(lambda: not office.pair(3).segment.target.text)
    office.wait_for(lambda: not office.screen.comments._found.threads)


def test_the_keyboard_ticks_goes_and_closes(office: Any, looked: ReturnedPart, qtbot: Any) -> None:
    view = looked.panel.view
    view.setFocus()
    view.setCurrentIndex(looked.panel.model.index(0))
    assert office.page.view.active_id == office.pair(1).segment.id
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert looked.panel.apply_button.text() == "Take 3 sentences"
    view.setCurrentIndex(looked.panel.model.index(3))
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert looked.panel.apply_button.text() == "Take 3 sentences", "a comment alone has nothing to tick"
    qtbot.mouseClick(looked.panel.none_button, Qt.MouseButton.LeftButton)
    assert looked.panel.apply_button.text() == "Take 1 comment"
    qtbot.mouseClick(looked.panel.all_button, Qt.MouseButton.LeftButton)
    assert looked.panel.apply_button.text() == "Take 3 sentences"
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert looked.panel.isHidden()
    assert office.pair(1).segment.target.text == "La nuestra"


def test_a_click_on_the_box_ticks(office: Any, looked: ReturnedPart, qtbot: Any) -> None:
    view = looked.panel.view
    place = view.visualRect(looked.panel.model.index(0))
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place.topLeft() + QPoint(20, 16))
    assert looked.panel.apply_button.text() == "Take 3 sentences"


def test_typing_meanwhile_is_seen_and_ticks_stay(office: Any, looked: ReturnedPart) -> None:
    looked.panel.model.tick_all(is_on=False)
    office.go(3)
    office.type("Escrita aquí")
    office.page.saver.save()
    model = looked.panel.model
    office.wait_for(lambda: model.index(2).data(ROW_ROLE).outcome is MergeOutcome.UPDATED and model.rowCount() == 4)
    office.wait_for(lambda: model.index(2).data(ROW_ROLE).ours.text == "Escrita aquí")
    assert not model.chosen


def test_a_file_is_dropped_or_chosen(office: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = returned(office, tmp_path / "returned.xlf", three)
    part = part_of(office)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    middle, left, none = office.page.rect().center(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(middle, Qt.DropAction.CopyAction, mime, left, none)
    QApplication.sendEvent(office.page, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(office.page, QDropEvent(QPointF(middle), Qt.DropAction.CopyAction, mime, left, none))
    office.wait_for(lambda: not part.panel.isHidden())
    part.close()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    office.screen.page.header.return_wanted.emit()
    office.wait_for(lambda: not part.panel.isHidden())


def test_a_foreign_file_says_why(office: Any, tmp_path: Path, qtbot: Any) -> None:
    told: list[Any] = []
    office.desk.noticed.connect(told.append)
    path = tmp_path / "letter.xlf"
    path.write_text("<html/>")
    part_of(office).read(path)
    office.wait_for(lambda: bool(told))
    assert "letter.xlf" in told[0].text
    assert part_of(office).panel.isHidden()


def test_every_way_out_is_in_the_menu(office: Any, qtbot: Any) -> None:
    office.screen.exporter.choose(office.release.release.id, "es")
    (menu,) = [each for each in office.screen.findChildren(QMenu) if each.isVisible()]
    outside = next(each.menu() for each in menu.actions() if each.menu() is not None)
    assert len(outside.actions()) == len(handing_out.HANDOUTS)
    menu.close()
