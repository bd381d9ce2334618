"""Spelling and typography in the target cell, in the target's language."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from desktop.services import spelling


def waved(edit: Any) -> list[str]:
    text = edit.text_now().text
    return [text[each.start : each.end] for each in edit.underlines("spelling")]


@pytest.fixture
def edit(office: Any, qtbot: QtBot) -> Any:
    office.edit.setFocus()
    qtbot.waitUntil(office.edit.hasFocus, timeout=20_000)
    return office.edit


def test_waves_suggestions_and_words_added(office: Any, edit: Any, qtbot: QtBot) -> None:
    qtbot.keyClicks(edit, "El govierno atiende a los refujiados ")
    qtbot.waitUntil(lambda: waved(edit) == ["govierno", "refujiados"], timeout=20_000)
    menu = QMenu(edit)
    edit.menu_wanted.emit(menu, 5)
    qtbot.waitUntil(lambda: "gobierno" in [each.text() for each in menu.actions() if each.isVisible()], timeout=20_000)
    next(each for each in menu.actions() if each.text() == "gobierno").trigger()
    assert edit.text_now().text.startswith("El gobierno atiende")
    qtbot.waitUntil(lambda: waved(edit) == ["refujiados"], timeout=20_000)
    edit.undo()
    assert "govierno" in edit.text_now().text
    qtbot.waitUntil(lambda: waved(edit) == ["govierno", "refujiados"], timeout=20_000)
    office.page.spelling.next()
    assert edit.textCursor().selectedText() in {"govierno", "refujiados"}
    menu = QMenu(edit)
    edit.menu_wanted.emit(menu, 5)
    next(each for each in menu.actions() if each.text() == "Ignore in this text").trigger()
    qtbot.waitUntil(lambda: waved(edit) == ["refujiados"], timeout=20_000)
    assert office.ask(lambda uow: spelling.ignored_words(uow, office.version_id)) == {"govierno"}


def test_not_under_the_word_being_typed(edit: Any, qtbot: QtBot) -> None:
    qtbot.keyClicks(edit, "Los refujiados y el govierno")
    qtbot.waitUntil(lambda: waved(edit) == ["refujiados"], timeout=20_000)
    edit.moveCursor(edit.textCursor().MoveOperation.Start)
    qtbot.waitUntil(lambda: waved(edit) == ["refujiados", "govierno"], timeout=20_000)


def test_typography_of_the_target(edit: Any, qtbot: QtBot) -> None:
    qtbot.keyClicks(edit, 'Dijo "hola" -- el 15 % de')
    assert edit.text_now().text == "Dijo “hola” – el 15\u00a0% de"
    edit.undo()


def test_what_is_drawn_is_drawn(edit: Any, qtbot: QtBot) -> None:
    qtbot.keyClicks(edit, "El govierno ")
    before = edit.grab().toImage()
    qtbot.waitUntil(lambda: waved(edit) == ["govierno"], timeout=20_000)
    assert edit.grab().toImage() != before
