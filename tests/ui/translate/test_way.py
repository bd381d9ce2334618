"""The way of a translation: its pill, its steps, the list of what is in the way."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.editorial.preflight.reason import SignatureKind
from desktop.editorial.workflow import Step
from desktop.services import approving, signing, translating
from desktop.ui.workflow.ready_list import ReasonRow
from tests.ui.translate.conftest import Office


def fill(office: Office) -> None:
    count = len(office.page.model.pairs)
    lines = [f"Frase {number}." for number in range(count)]
    office.ask(lambda uow: translating.fill_targets(uow, office.version_id, lines))
    office.page.reload()
    office.screen.way.read()
    office.wait_for(lambda: bool(office.screen.way.list.rows) or office.screen.way.pill is not None)


def rows(office: Office) -> list[ReasonRow]:
    return list(office.screen.way.list.rows)


def test_unconfirmed_sentences_are_listed_and_lead_there(office: Office) -> None:
    office.wait_for(lambda: len(rows(office)) >= 6)
    wanted = rows(office)[3]
    assert wanted.reason.rule == "unconfirmed"
    QTest.mouseClick(wanted, Qt.MouseButton.LeftButton)
    assert office.page.view.active_id == wanted.reason.segment_id


def test_a_translation_is_refused_then_approved_then_voided_by_a_letter(office: Office) -> None:
    way = office.screen.way
    office.wait_for(lambda: Step.APPROVE in way.buttons.buttons)
    way.buttons.buttons[Step.APPROVE].click()
    way.bar.name.setText("Rosa")
    way.bar.deed.click()
    office.wait_for(lambda: "Spanish cannot be approved yet" in way.bar.says)
    fill(office)
    office.wait_for(lambda: not any(row.reason.rule == "unconfirmed" for row in rows(office)))
    way.bar.deed.click()
    office.wait_for(lambda: way.pill is not None and way.pill.state.words == "ES: approved")
    assert office.ask(lambda uow: signing.signature_state(uow, office.version_id)).kind is SignatureKind.VALID

    office.go(2)
    office.type("ñ")
    office.wait_for(lambda: way.pill is not None and way.pill.state.words == "ES: approval void")
    assert office.ask(lambda uow: signing.signature_state(uow, office.version_id)).kind is SignatureKind.VOID


def test_a_source_that_moves_on_shows_on_the_pill_of_an_approved_translation(office: Office) -> None:

    fill(office)
    office.ask(lambda uow: approving.approve(uow, office.version_id, approver="Rosa"))
    office.source(2, "Regional", "Continental")
    office.wait_for(
        lambda: office.screen.way.pill is not None and office.screen.way.pill.state.words == "ES: approved · 1 stale"
    )
    assert any(row.reason.rule == "stale" for row in rows(office))
