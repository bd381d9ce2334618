"""Machine translation in the grid and its settings, against a server on this computer."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from desktop.domain.segment import SegmentOrigin, SegmentState
from desktop.services.machine import ADDRESS, CHOSEN
from desktop.ui.desk import Desk
from desktop.ui.settings.machine_card import MachineCard
from desktop.ui.translate.machine_part import MachinePart
from tests.integration.machine.servers import Server, serving
from tests.ui.translate.conftest import Office


@pytest.fixture
def server(desk: Desk) -> Iterator[Server]:
    with serving() as made:
        desk.preferences.set(CHOSEN, "libretranslate")
        desk.preferences.set(ADDRESS, made.address)
        yield made


def _part(office: Office) -> MachinePart:
    part = office.page.findChild(MachinePart)
    assert isinstance(part, MachinePart)
    return part


def test_nothing_is_asked_while_it_is_off(office: Office) -> None:
    office.go(2)
    office.desk.actions.trigger("translate.machine")
    assert "off" in _part(office).told.text()


def test_a_suggestion_comes_on_demand_and_is_used_as_a_draft_from_a_machine(office: Office, server: Server) -> None:
    office.go(2)
    assert not server.asked
    office.desk.actions.trigger("translate.machine")
    part = _part(office)
    office.wait_for(lambda: not part.use_button.isHidden())
    sent = server.asked[0][2]["q"][0]
    assert "IOM" not in sent
    assert "2014" not in sent
    assert office.pair(2).segment.target.text == ""
    office.desk.actions.trigger("translate.machine-use")
    office.desk.flush()
    office.wait_for(lambda: office.pair(2).segment.origin is SegmentOrigin.MACHINE)
    assert office.pair(2).segment.state is SegmentState.DRAFT


def test_every_empty_sentence_is_drafted_as_one_deed_and_a_translation_stays(office: Office, server: Server) -> None:
    office.go(2)
    office.type("Mía.")
    office.desk.flush()
    office.wait_for(lambda: office.pair(2).segment.target.text == "Mía.")
    office.desk.actions.trigger("translate.machine-all")
    others = [n for n in range(1, len(office.page.model.pairs) + 1) if n != 2]
    office.wait_for(lambda: all(office.pair(n).segment.target.text for n in others))
    assert {office.pair(n).segment.origin for n in others} == {SegmentOrigin.MACHINE}
    assert {office.pair(n).segment.state for n in others} == {SegmentState.DRAFT}
    assert office.pair(2).segment.target.text == "Mía."
    office.desk.undo_stack.undo()
    office.wait_for(lambda: not any(office.pair(n).segment.target.text for n in others))
    assert {office.pair(n).segment.state for n in others} == {SegmentState.UNTRANSLATED}
    assert office.pair(2).segment.target.text == "Mía."


def test_a_sentence_whose_figure_was_lost_stays_empty(office: Office, server: Server) -> None:
    server.mood = "careless"
    office.desk.actions.trigger("translate.machine-all")
    office.wait_for(lambda: any(pair.segment.target.text for pair in office.page.model.pairs))
    with_names = [pair for pair in office.page.model.pairs if "IOM" in pair.segment.source.text]
    assert with_names
    assert not any(pair.segment.target.text for pair in with_names)


def test_an_error_is_told_and_nothing_changes(office: Office, server: Server) -> None:
    server.mood = "quota"
    office.desk.actions.trigger("translate.machine-all")
    office.wait_for(lambda: "quota" in _part(office).told.text())
    assert not any(pair.segment.target.text for pair in office.page.model.pairs)


def test_settings_say_what_leaves_and_try_it_out(desk: Desk, server: Server, qtbot: QtBot) -> None:
    desk.preferences.set(CHOSEN, "")
    card = MachineCard(desk)
    qtbot.addWidget(card)
    assert "nothing leaves" in card.leaves.text()
    assert not card.key.isEnabled()
    card.choice.setCurrentIndex(card.choice.findData("libretranslate"))
    card.choice.activated.emit(card.choice.currentIndex())
    qtbot.waitUntil(lambda: server.address in card.leaves.text())
    card.try_button.click()
    qtbot.waitUntil(lambda: "→" in card.told.text())
    server.mood = "key"
    card.try_button.click()
    qtbot.waitUntil(lambda: "key" in card.told.text())
