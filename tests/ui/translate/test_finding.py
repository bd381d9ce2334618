"""Find and replace in the pair."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt

from desktop.domain.segment import SegmentState
from tests.ui.translate.test_grid import confirm, number_of

CTRL = Qt.KeyboardModifier.ControlModifier


def test_it_finds_on_both_sides_and_replaces_in_the_translation(office: Any) -> None:
    first = number_of(office, "In his remarks")
    office.go(first)
    office.type("la IOM y la IOM")
    office.press(Qt.Key.Key_H, CTRL)
    bar = office.screen.finding.bar
    assert bar.words.hasFocus()
    bar.words.setText("iom")
    bar.new_words.setText("OIM")
    sides = [place.is_target for place in office.screen.finding.places()]
    assert sides.count(True) == 2
    assert sides.count(False) > 2
    source = [p.segment.source.text for p in office.page.model.pairs]
    while not (office.screen.finding._current and office.screen.finding._current.is_target):
        office.screen.finding.step(1)
    assert office.edit.textCursor().selectedText() == "IOM"
    assert " of " in bar.count.text()
    bar.new_words.setFocus()
    office.press(Qt.Key.Key_Return)
    assert office.edit.toPlainText() == "la OIM y la IOM"
    assert office.edit.textCursor().selectedText() == "IOM"
    office.press(Qt.Key.Key_Return)
    assert office.edit.toPlainText() == "la OIM y la OIM"
    office.edit.undo()
    assert office.edit.toPlainText() == "la OIM y la IOM"
    assert [p.segment.source.text for p in office.page.model.pairs] == source


def test_replace_all_is_one_deed_with_its_undo(office: Any, qtbot: Any) -> None:
    confirm(office, 1, "La IOM asiste")
    confirm(office, 2, "Nicaragua: la IOM")
    office.go(3)
    office.type("Sin guardar la IOM")
    office.screen.finding.open_bar()
    bar = office.screen.finding.bar
    bar.words.setText("IOM")
    bar.new_words.setText("OIM")
    office.wait_for(lambda: "3" in bar.count.text())  # all are found before the click
    qtbot.mouseClick(bar.all_button, Qt.MouseButton.LeftButton)
    office.wait_for(lambda: bar.count.text() == "3 places replaced")
    office.wait_for(lambda: office.pair(3).segment.target.text == "Sin guardar la OIM")
    assert [office.pair(n).segment.target.text for n in (1, 2)] == ["La OIM asiste", "Nicaragua: la OIM"]
    assert office.pair(1).segment.state is SegmentState.TRANSLATED
    office.wait_for(lambda: office.edit.toPlainText() == "Sin guardar la OIM")
    office.desk.undo_stack.undo()
    office.wait_for(lambda: office.pair(1).segment.target.text == "La IOM asiste")
    office.wait_for(lambda: office.edit.toPlainText() == "Sin guardar la IOM")


def test_what_the_filter_hides_is_shown_and_esc_goes_back_to_the_sentence(office: Any) -> None:
    office.page.header.field.setText("In his remarks")
    office.screen.finding.open_bar(with_replace=False)
    office.screen.finding.bar.words.setText("counselling")
    office.screen.finding.step(1)
    assert "counselling" in office.page.view.cell.pair.segment.source.text
    office.press(Qt.Key.Key_Escape)
    assert office.edit.hasFocus()
