"""Split and merge by keyboard."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt

from desktop.ui.translate.cutting_part import CuttingPart
from tests.ui.translate.test_filling import part
from tests.ui.translate.test_grid import confirm, number_of


def test_a_sentence_is_split_and_made_whole_again(office: Any) -> None:
    number = number_of(office, "Some 80%")
    whole = office.pair(number).segment.source.text
    confirm(office, number, "Muchos de los niños son de Centroamérica.")
    office.go(number)
    office.edit.select_text(9, 9)
    office.desk.actions.trigger("translate.split")
    bar = part(office, CuttingPart).form
    assert bar.source.hasFocus()
    office.press(Qt.Key.Key_Home)
    for _time in range(3):
        office.press(Qt.Key.Key_Right)
    office.press(Qt.Key.Key_Return)
    office.wait_for(lambda: office.pair(number).segment.source.text != whole)
    first, second = office.pair(number).segment, office.pair(number + 1).segment
    assert f"{first.source.text} {second.source.text}" == whole
    assert len(first.source.text.split()) == 4
    assert first.target.text == "Muchos de"
    assert second.target.text == "los niños son de Centroamérica."
    office.wait_for(lambda: office.edit.toPlainText() == "Muchos de")
    assert office.edit.hasFocus()
    office.desk.actions.trigger("translate.merge")
    office.wait_for(lambda: office.pair(number).segment.source.text == whole)
    office.wait_for(lambda: office.edit.toPlainText() == "Muchos de los niños son de Centroamérica.")
    office.desk.undo_stack.undo()
    office.wait_for(lambda: office.pair(number).segment.source.text != whole)


def test_esc_closes_the_bar(office: Any) -> None:
    office.go(2)
    office.desk.actions.trigger("translate.split")
    assert part(office, CuttingPart).form.isVisible()
    office.press(Qt.Key.Key_Escape)
    assert not part(office, CuttingPart).form.isVisible()
    assert office.edit.hasFocus()
