"""House style in Settings: choose a profile, switch checks, read what they are for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from desktop.editorial.checks.registry import CHECKS
from desktop.services import checking
from desktop.ui.desk import Desk
from desktop.ui.settings.house_card import HouseCard


@pytest.fixture
def card(desk: Desk, qtbot: QtBot) -> HouseCard:
    made = HouseCard(desk)
    qtbot.addWidget(made)
    made.show()
    made.load()
    qtbot.waitUntil(lambda: made.profile.count() > 0, timeout=20_000)
    return made


def test_the_first_profile_counts_until_another_is_chosen(
    card: HouseCard, ask: Callable[[Any], Any], qtbot: QtBot, desk: Desk
) -> None:
    assert card.profile.currentData() == "un-iom"
    assert "per cent" in card.about.text()
    card.profile.setCurrentIndex(card.profile.findData("plain"))
    card.profile.activated.emit(card.profile.currentIndex())
    qtbot.waitUntil(lambda: "Only mistakes" in card.about.text())
    assert ask(lambda uow: checking.house_profile(uow, desk.tools)).name == "plain"
    assert "35 of 40" in card.unfold.text()


def test_checks_unfold_with_their_explanations_and_switch_at_once(
    card: HouseCard, ask: Callable[[Any], Any], qtbot: QtBot, desk: Desk
) -> None:
    assert not card.boxes
    card.unfold.click()
    assert set(card.boxes) == {check.name for check in CHECKS}
    box = card.boxes["per-cent"]
    assert box.isChecked()
    assert "shares" in box.accessibleDescription()
    box.click()
    qtbot.waitUntil(lambda: card.unfold.text().startswith("39"))
    assert not ask(lambda uow: checking.house_profile(uow, desk.tools)).is_on("per-cent")
    desk.undo_stack.undo()
    qtbot.waitUntil(lambda: ask(lambda uow: checking.house_profile(uow, desk.tools)).is_on("per-cent"))
