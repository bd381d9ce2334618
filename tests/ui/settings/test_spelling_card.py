"""The spelling card: varieties and words are the workspace's and undoable, the rest is this person's."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.services import spelling
from desktop.services.office import HEADLINE_LIMITS
from desktop.ui.desk import Desk, Route
from desktop.ui.settings.screen import SettingsScreen
from desktop.ui.settings.spelling_card import SpellingCard

Ask, Settle = Callable[[Any], Any], Callable[[], None]


@pytest.fixture
def card(desk: Desk, qtbot: QtBot, ask: Ask, settle: Settle) -> SpellingCard:
    for word in ("Solís", "resiliencia", "Zelaya"):
        desk.deed(lambda uow, word=word: spelling.add_to_office(uow, word, "es"))
    desk.tools.personal_words.add("Brizuela", "")
    screen = SettingsScreen(desk)
    qtbot.addWidget(screen)
    screen.resize(1000, 900)
    screen.show()
    screen.enter(Route("settings"))
    settle()
    return screen.spelling


def test_the_words_are_listed_found_and_removed(
    card: SpellingCard, desk: Desk, ask: Ask, settle: Settle, qtbot: QtBot
) -> None:
    assert card.office.words() == ("resiliencia", "Solís", "Zelaya")
    assert card.personal.words() == ("Brizuela",)
    card.office.field.setText("sol")
    assert card.office.words() == ("Solís",)
    card.office.field.setText("")
    card.office.rows.setCurrentRow(1)
    qtbot.keyClick(card.office.rows, Qt.Key.Key_Delete)
    settle()
    assert card.office.words() == ("resiliencia", "Zelaya")
    desk.undo_stack.undo()
    settle()
    settle()
    assert card.office.words() == ("resiliencia", "Solís", "Zelaya")
    card.personal.rows.setCurrentRow(0)
    qtbot.mouseClick(card.personal.remove, Qt.MouseButton.LeftButton)
    settle()
    settle()
    assert card.personal.words() == ()
    assert not card.personal.rows.isVisible()
    assert desk.tools.personal_words.all() == frozenset()


def test_a_variety_is_chosen_for_the_office(card: SpellingCard, desk: Desk, ask: Ask, settle: Settle) -> None:
    box = card.varieties["en"]
    assert box.currentData() == "en-GB-oxendict"
    box.setCurrentIndex(box.findData("en-US"))
    box.activated.emit(box.currentIndex())
    settle()
    assert ask(spelling.varieties) == {"en": "en-US"}
    assert card.varieties["es"].count() > 15
    assert "fr" not in card.varieties, "one variety is no choice"


def test_switches_and_styles_are_this_persons(card: SpellingCard, desk: Desk, qtbot: QtBot) -> None:
    card.check.click()
    card.correct.click()
    box = card.styles["es"]
    box.setCurrentIndex(box.findData("angled"))
    box.activated.emit(box.currentIndex())
    kept = [desk.preferences.get(name) for name in ("spelling.check", "typing.correct", "typing.style.es")]
    assert kept == ["off", "off", "angled"]


def test_the_headlines_limits(card: SpellingCard, ask: Ask, settle: Settle) -> None:
    assert (card.good.value(), card.most.value()) == (80, 110)
    card.good.setValue(60)
    card.good.editingFinished.emit()
    settle()
    assert ask(lambda uow: uow.settings.get(HEADLINE_LIMITS)) == "60,110"
