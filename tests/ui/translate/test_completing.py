"""Suggestions while typing, through real keys."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt

from desktop.ui.translate.completing.part import CompletionPart
from tests.ui.translate.test_filling import part
from tests.ui.translate.test_grid import confirm, number_of


def begun(office: Any, words: str) -> Any:
    suggesting = part(office, CompletionPart)
    office.wait_for(lambda: bool(suggesting._offers))
    office.type(words)
    return suggesting


def test_a_name_of_the_source_is_taken_with_tab(office: Any) -> None:
    office.go(number_of(office, "In his remarks"))
    suggesting = begun(office, "El embajador Wil")
    office.wait_for(suggesting.popup.isVisible)
    assert suggesting.popup.offers[0].text == "William Lacy Swing"
    office.press(Qt.Key.Key_Tab)
    assert office.edit.toPlainText() == "El embajador William Lacy Swing"
    assert office.edit.hasFocus()
    assert not suggesting.popup.isVisible()


def test_esc_closes_and_stays_closed_for_the_word(office: Any) -> None:
    office.go(number_of(office, "In his remarks"))
    suggesting = begun(office, "Wil")
    office.wait_for(suggesting.popup.isVisible)
    office.press(Qt.Key.Key_Escape)
    assert office.edit.hasFocus()
    office.type("l")
    office.qtbot.wait(200)
    assert not suggesting.popup.isVisible()
    office.type("iam Lac")
    office.qtbot.wait(200)
    assert suggesting.popup.isVisible()  # the next word is another one


def test_words_of_what_is_confirmed_are_offered_and_chosen_with_arrows(office: Any) -> None:
    confirm(office, 1, "Reunión migratoria de migrantes")
    office.go(2)
    suggesting = begun(office, "migr")
    office.wait_for(lambda: len(suggesting.popup.offers) == 2)
    office.press(Qt.Key.Key_Down)
    office.press(Qt.Key.Key_Return)
    assert office.edit.toPlainText() in ("migrantes", "migratoria")


def test_they_can_be_turned_off(office: Any) -> None:
    office.go(number_of(office, "In his remarks"))
    office.desk.actions.trigger("translate.completes")
    suggesting = part(office, CompletionPart)
    office.type("Wil")
    office.qtbot.wait(200)
    assert not suggesting.popup.isVisible()
