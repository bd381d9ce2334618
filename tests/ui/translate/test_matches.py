"""Matches beside the sentence: asked off the key path, explained, inserted by one key; and words looked up."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt

from desktop.domain.richtext import RichText
from desktop.domain.segment import SegmentOrigin
from desktop.domain.unit import TranslationUnit, UnitOrigin
from desktop.services import memory, translating
from desktop.ui.translate.matches.part import MatchesPart
from tests.ui.translate.conftest import Office


def _part(office: Office) -> MatchesPart:
    (part,) = [each for each in office.screen.parts.parts if isinstance(each, MatchesPart)]
    return part


def _remember(office: Office, *pairs: tuple[str, str], origin: UnitOrigin = UnitOrigin.IMPORTED) -> None:
    units = [TranslationUnit("", "en", "es", RichText(one), RichText(other)) for one, other in pairs]
    outcome = office.ask(lambda uow: memory.add_units(uow, units, origin=origin))
    office.desk.hub.announce(outcome.changes)


def test_a_match_is_shown_with_its_reason_and_one_key_puts_it_in(office: Office) -> None:
    source = office.pair(1).segment.source.text
    _remember(office, (source, "El Director General asiste"), (source.replace("IOM", "WHO"), "El director de la OMS"))
    part = _part(office)
    office.go(1)
    office.wait_for(lambda: len(part.panel.cards) == 2)
    first, second = part.panel.cards
    assert first.percent.text() == "100 %"
    assert "The very sentence." in first.toolTip()
    assert "1 of " in second.toolTip()
    assert "line-through" in second.source.text()
    assert "WHO" in second.source.text()
    office.press(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert office.edit.text_now().text == "El director de la OMS"
    office.press(Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert office.edit.text_now().text == "El Director General asiste"
    office.page.saver.save()
    segment_id = office.pair(1).segment.id
    stored = office.ask(lambda uow: uow.segments.get(segment_id))
    assert (stored.target.text, stored.origin) == ("El Director General asiste", SegmentOrigin.MEMORY)
    office.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert office.edit.text_now().text == "El director de la OMS"


def test_a_key_without_its_match_changes_nothing(office: Office, notices: list[Any]) -> None:
    office.go(1)
    office.type("Mío")
    office.press(Qt.Key.Key_5, Qt.KeyboardModifier.AltModifier)
    assert office.edit.text_now().text == "Mío"
    assert "no match 5" in notices[-1].text


def test_the_panel_follows_the_sentence_and_says_when_there_is_nothing(office: Office) -> None:
    _remember(office, (office.pair(2).segment.source.text, "La segunda"))
    part = _part(office)
    office.go(2)
    office.wait_for(lambda: [card.text.text for card in part.panel.cards] == ["La segunda"])
    office.go(1)
    office.wait_for(lambda: not part.panel.cards)
    assert "Nothing like this sentence" in part.panel.told.text()


def test_a_confirmed_sentence_is_offered_to_its_like_at_once(office: Office) -> None:
    first, second = office.pair(1).segment, office.pair(2).segment
    office.go(2)
    office.source(2, second.source.text, first.source.text)
    office.wait_for(lambda: office.pair(2).segment.source.text == first.source.text)
    part = _part(office)
    outcome = office.ask(lambda uow: translating.confirm_segment(uow, first.id, RichText("Asiste el director")))
    office.desk.hub.announce(outcome.changes)
    office.go(2)
    office.wait_for(lambda: [card.text.text for card in part.panel.cards] == ["Asiste el director"])


def test_words_are_looked_up_in_both_languages_and_put_in_at_the_cursor(office: Office) -> None:
    _remember(office, ("The border <b> was closed", "La frontera <b> se cerró"), ("Another border", "Otra frontera"))
    part = _part(office)
    office.go(1)
    office.type("Hoy: frontera")
    office.edit.select_text(5, 13)
    office.press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert part.panel.field.text() == "frontera"
    office.wait_for(lambda: len(part.panel.cards) == 2)
    card = next(card for card in part.panel.cards if "closed" in card.source.text())
    assert ">frontera</b> &lt;b&gt;" in card.target.text()
    card.used.emit(card.text)
    assert office.edit.text_now().text == "Hoy: La frontera <b> se cerró"
    part.panel.field.clear()
    office.wait_for(lambda: not part.panel.cards)


@pytest.mark.parametrize("origin", [UnitOrigin.ALIGNED, UnitOrigin.MACHINE])
def test_points_that_were_taken_off_are_told(office: Office, origin: UnitOrigin) -> None:
    _remember(office, (office.pair(1).segment.source.text, "Traducción"), origin=origin)
    part = _part(office)
    office.go(1)
    office.wait_for(lambda: bool(part.panel.cards))
    assert "−" in part.panel.cards[0].toolTip()
    assert part.panel.cards[0].percent.text() != "100 %"
