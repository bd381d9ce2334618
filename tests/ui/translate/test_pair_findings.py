"""Findings in the grid: looked for while typing, listed, underlined, marked, put right, dismissed, taken back."""

from __future__ import annotations

from typing import Any

import pytest

from desktop.domain.richtext import RichText
from desktop.services import translating
from desktop.ui.translate.filtering import Filter
from desktop.ui.translate.findings.part import LAYER, FindingsPart
from desktop.ui.translate.model import STATE


@pytest.fixture
def part(office: Any) -> FindingsPart:
    found = next(each for each in office.screen.parts.parts if isinstance(each, FindingsPart))
    office.wait_for(lambda: found._made is not None)
    return found


def told(part: FindingsPart, number: int) -> set[str]:
    segment_id = part.page.model.pairs[number - 1].segment.id
    return {each.check for each in part.findings if each.block_id == segment_id}


def write(office: Any, number: int, text: str) -> None:
    """As another window does it."""
    segment_id = office.pair(number).segment.id
    outcome = office.ask(lambda uow: translating.confirm_segment(uow, segment_id, RichText.plain(text)))
    with office.qtbot.waitSignal(office.page.shown):
        office.desk.hub.announce(outcome.changes)


def test_typing_is_checked_and_put_right_by_one_key(office: Any, part: FindingsPart) -> None:
    office.go(1)
    office.type("El Director de la OIM asiste a la la reunión el Martes")
    office.wait_for(lambda: {"pair-repeated-words", "pair-lower-case"} <= told(part, 1))
    marked = [office.edit.text_now().text[e.start : e.end] for e in office.edit.underlines(LAYER)]
    assert "la la" in marked
    assert "Martes" in marked
    finding = next(each for each in part.findings if each.check == "pair-repeated-words")
    part.jump(finding)
    office.desk.actions.trigger("translate.fix-finding")
    assert "asiste a la reunión" in office.edit.text_now().text
    office.wait_for(lambda: "pair-repeated-words" not in told(part, 1))
    office.edit.undo()
    assert "la la" in office.edit.text_now().text
    office.wait_for(lambda: "pair-repeated-words" in told(part, 1))


def test_the_active_sentence_is_on_top_and_rows_are_marked(office: Any, part: FindingsPart) -> None:
    write(office, 2, "Funcionarios de de los países.")
    write(office, 3, "Se se reúnen.")
    office.wait_for(lambda: bool(told(part, 2)) and bool(told(part, 3)))
    office.go(3)
    rows = [part.list.list.item(row).text() for row in range(part.list.list.count())]
    assert rows[0].startswith("This sentence:")
    below = rows.index(next(row for row in rows if row.startswith("Other sentences:")))
    assert all(row.startswith("2 · ") for row in rows[below + 1 :])
    index = office.page.model.index(1, STATE)
    assert "finding" in office.page.model.data(index)
    header = office.page.header
    assert not header.chips[Filter.FINDINGS].isHidden()
    header.chips[Filter.FINDINGS].click()
    assert office.page.model.rowCount() == 2


def test_going_from_finding_to_finding_goes_round(office: Any, part: FindingsPart) -> None:
    write(office, 2, "Funcionarios de de los países.")
    write(office, 4, "Se se reúnen.")
    office.wait_for(lambda: bool(told(part, 2)) and bool(told(part, 4)))
    office.go(1)
    places = []
    for _each in range(len(part.findings) + 1):
        office.desk.actions.trigger("translate.next-finding")
        places.append((part.list.current().block_id, part.list.current().key))
    assert {block for block, _key in places} == {office.pair(2).segment.id, office.pair(4).segment.id}
    assert places[0] == places[-1]
    assert office.page.view.active_id == places[-1][0]


def test_dismissed_undone_dismissed_everywhere_and_shown_again(office: Any, part: FindingsPart) -> None:
    write(office, 2, "Funcionarios de de los países.")
    write(office, 3, "Hablan de de migración.")
    office.wait_for(lambda: "pair-repeated-words" in told(part, 2) & told(part, 3))
    finding = next(each for each in part.findings if each.check == "pair-repeated-words")
    part.dismiss(finding)
    office.wait_for(lambda: "pair-repeated-words" not in told(part, 2))
    assert "pair-repeated-words" in told(part, 3)
    office.desk.undo_stack.undo()
    office.wait_for(lambda: "pair-repeated-words" in told(part, 2))
    part.dismiss(finding, is_everywhere=True)
    office.wait_for(lambda: not {"pair-repeated-words"} & (told(part, 2) | told(part, 3)))
    assert part.list.dismissed.count() == 2
    part.list.show_dismissed.setChecked(True)
    part.list.back.click()
    office.wait_for(lambda: "pair-repeated-words" in told(part, 2) & told(part, 3))


def test_all_of_a_kind_is_one_deed(office: Any, part: FindingsPart) -> None:
    write(office, 2, "Funcionarios de de los países.")
    write(office, 3, "Hablan de de migración.")
    office.wait_for(lambda: "pair-repeated-words" in told(part, 2) & told(part, 3))
    finding = next(each for each in part.findings if each.check == "pair-repeated-words")
    part.list.card.all_fixed.emit(finding)
    office.wait_for(lambda: office.pair(2).segment.target.text == "Funcionarios de los países.")
    assert office.pair(3).segment.target.text == "Hablan de migración."
    office.desk.undo_stack.undo()
    office.wait_for(lambda: office.pair(2).segment.target.text == "Funcionarios de de los países.")


def test_what_nobody_translated_is_no_finding(office: Any, part: FindingsPart) -> None:
    write(office, 2, "Los funcionarios de los países miembros.")
    office.wait_for(lambda: part._pairs and part._pairs[1].target.text != "")
    assert {each.block_id for each in part.findings} <= {office.pair(2).segment.id}
