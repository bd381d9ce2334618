"""What the grid shows when one filters it."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt

from desktop.domain.richtext import RichText
from desktop.domain.segment import ChangeClass, PairedSegment, Segment, SegmentState
from desktop.ui.translate.filtering import Filter, GridFilter, Side
from tests.ui.translate.test_grid import confirm


def _pair(
    source: str, target: str = "", state: SegmentState = SegmentState.DRAFT, author: str = "Ana", **more: Any
) -> PairedSegment:
    source_text, target_text = RichText.plain(source), RichText.plain(target)
    segment = Segment(source, "v", "b", 0, source_text, source_text, target_text, state, author=author)
    return PairedSegment(segment, more.get("change", ChangeClass.UNCHANGED), 1)


REGION = _pair("The migration region", "La región de migración", SegmentState.TRANSLATED)
CHILD = _pair("A child", "Una niña", author="Luis", change=ChangeClass.REWORDED)


@pytest.mark.parametrize(
    ("wanted", "shown"),
    [
        (GridFilter(text="migracion"), [REGION]),
        (GridFilter(text="region", side=Side.SOURCE), [REGION]),
        (GridFilter(text="niña", side=Side.SOURCE), []),
        (GridFilter(text="child", side=Side.TARGET), []),
        (GridFilter(text=r"ni.a$", is_pattern=True), [CHILD]),
        (GridFilter(text="THE", matches_case=True), []),
        (GridFilter(states=frozenset({SegmentState.DRAFT})), [CHILD]),
        (GridFilter(changes=frozenset({ChangeClass.REWORDED})), [CHILD]),
        (GridFilter(people=frozenset({"Ana"})), [REGION]),
        (GridFilter(Filter.FINDINGS, found=frozenset({"A child"})), [CHILD]),
        (GridFilter(Filter.NEEDS_WORK, text="child"), [CHILD]),
    ],
)
def test_a_sentence_passes_where_everything_is_true(wanted: GridFilter, shown: list[PairedSegment]) -> None:
    assert [pair for pair in (REGION, CHILD) if wanted.shows(pair)] == shown


def test_a_broken_pattern_says_so_and_hides_nothing() -> None:
    broken = GridFilter(text="(unclosed", is_pattern=True)
    assert broken.problem
    assert broken.shows(CHILD)


def test_the_menu_filters_and_stays_open_by_keyboard(office: Any, qtbot: Any) -> None:
    confirm(office, 1, "Titular")
    office.wait_for(lambda: office.pair(1).segment.state is SegmentState.TRANSLATED)
    header = office.page.header
    menu = header.menu
    menu.popup(header.mapToGlobal(header.rect().topLeft()))
    menu.setActiveAction(menu.states[SegmentState.TRANSLATED])
    qtbot.keyClick(menu, Qt.Key.Key_Space)
    assert menu.isVisible()
    assert office.page.model.rowCount() == 1
    assert header.more.text().endswith("1")
    menu.hide()
    header.show_all()
    assert office.page.model.rowCount() == len(office.page.model.pairs)
    assert header.more.text() == "More filters"


def test_findings_are_a_choice_while_there_are_any(office: Any) -> None:
    header = office.page.header
    chip = header.chips[Filter.FINDINGS]
    assert not chip.isVisible()
    header.set_found(frozenset({office.pair(2).segment.id}))
    assert chip.isVisible()
    chip.click()
    assert office.page.model.rowCount() == 1
    header.set_found(frozenset())
    assert chip.isVisible()  # what is in force is never hidden
    header.show_all()


def test_a_broken_pattern_is_told_under_the_field(office: Any) -> None:
    header = office.page.header
    header.menu.is_pattern.trigger()
    header.field.setText("(remarks")
    assert header.problem.isVisible()
    header.field.setText("remarks|zzz")
    assert not header.problem.isVisible()
    assert 0 < office.page.model.rowCount() < len(office.page.model.pairs)
