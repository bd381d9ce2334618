"""The terms tab through its widgets, on a real workspace."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from desktop.domain.concept import Concept, Term, TermStatus
from desktop.services import terms
from desktop.ui.desk import Desk, Notice, Route
from desktop.ui.terms_memory.terms.model import ConceptsModel, Shown
from desktop.ui.terms_memory.terms.tab import TermsTab

Ask = Callable[[Any], Any]


def pair(english: str, spanish: str = "", *more: Term, note: str = "") -> Concept:
    spoken = (Term("", "es", spanish),) if spanish else ()
    return Concept("", (Term("", "en", english), *spoken, *more), note=note)


CONCEPTS = (
    pair("human trafficking", "trata de personas", Term("", "es", "tráfico", TermStatus.FORBIDDEN), note="legal"),
    pair("billion", "mil millones"),
    pair("remittances"),
)


@pytest.fixture
def tab(desk: Desk, ask: Ask, qtbot: QtBot) -> TermsTab:
    for concept in CONCEPTS:
        ask(lambda uow, concept=concept: terms.save_concept(uow, concept))
    return opened(desk, qtbot)


def opened(desk: Desk, qtbot: QtBot) -> TermsTab:
    made = TermsTab(desk)
    qtbot.addWidget(made)
    made.resize(1200, 760)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.enter(Route("terms-memory"))
    qtbot.waitUntil(made.is_ready)
    return made


def shown(tab: TermsTab) -> list[str]:
    return [concept.name for concept in tab.model.rows]


def stored(ask: Ask) -> list[list[str]]:
    return [[term.text for term in concept.terms] for concept in ask(terms.termbase)]


def test_the_table_has_a_column_for_each_language(tab: TermsTab) -> None:
    model = tab.model
    heads = [model.headerData(n, Qt.Orientation.Horizontal) for n in range(model.columnCount())]
    assert heads == ["English", "Español", "Never", "Note"]
    assert [model.index(0, n).data() for n in range(4)] == [
        "human trafficking",
        "trata de personas",
        "tráfico",
        "legal",
    ]


def test_the_model_keeps_qts_rules() -> None:
    model = ConceptsModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_concepts(CONCEPTS)
    model.filter("trata", Shown.ALL)
    model.sort(1)
    model.show_concepts(())
    assert tester


def test_filtering_folds_accents_and_looks_everywhere(tab: TermsTab) -> None:
    tab.field.setText("TRAFICO legal")
    assert shown(tab) == ["human trafficking"]
    assert tab.count.text() == "1 of 3"
    tab.field.setText("nothing of that")
    assert tab._left.currentWidget() is tab.nothing
    tab._show_all()
    assert len(shown(tab)) == 3
    tab.chips[Shown.UNTRANSLATED].click()
    assert shown(tab) == ["remittances"]
    tab.chips[Shown.FORBIDDEN].click()
    assert shown(tab) == ["human trafficking"]


def test_a_click_on_a_header_sorts(tab: TermsTab) -> None:
    tab.table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert shown(tab) == ["billion", "human trafficking", "remittances"]
    tab.table.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    assert shown(tab) == ["billion", "human trafficking", "remittances"]


def test_a_term_is_edited_and_added_in_the_card_and_undone(tab: TermsTab, ask: Ask, desk: Desk, qtbot: QtBot) -> None:
    tab._go_to_row(1)
    row = next(each for each in tab.card.rows if each.language.value == "es")
    row.words.setFocus()
    row.words.selectAll()
    qtbot.keyClicks(row.words, "millardo")
    tab.card.subject.setFocus()
    qtbot.waitUntil(lambda: stored(ask)[1] == ["billion", "millardo"])
    qtbot.waitUntil(lambda: "millardo" in tab.model.index(1, 1).data())
    added = tab.card.add_term("es")
    assert added.status.value == "admitted"
    qtbot.keyClicks(added.words, "mil millones")
    tab.card.subject.setFocus()
    qtbot.waitUntil(lambda: stored(ask)[1] == ["billion", "millardo", "mil millones"])
    desk.undo_stack.undo()
    qtbot.waitUntil(lambda: stored(ask)[1] == ["billion", "millardo"])
    qtbot.waitUntil(lambda: [r.words.text() for r in tab.card.rows if r.language.value == "es"] == ["millardo"])


def test_a_term_is_removed_and_forbidden(tab: TermsTab, ask: Ask, qtbot: QtBot) -> None:
    tab._go_to_row(0)
    row = next(each for each in tab.card.rows if each.words.text() == "trata de personas")
    row.status.setFocus()
    row.status.choose("forbidden")
    row.status.activated.emit(2)
    qtbot.waitUntil(lambda: ask(terms.termbase)[0].terms[1].status is TermStatus.FORBIDDEN)
    row = next(each for each in tab.card.rows if each.words.text() == "tráfico")
    row.remove_button.click()
    qtbot.waitUntil(lambda: stored(ask)[0] == ["human trafficking", "trata de personas"])


def test_the_last_term_of_a_concept_stays(tab: TermsTab, ask: Ask, qtbot: QtBot) -> None:
    tab._go_to_row(2)
    row = next(each for each in tab.card.rows if each.words.text() == "remittances")
    row.remove_button.click()
    assert tab.card.problem.isVisibleTo(tab.card)
    assert stored(ask)[2] == ["remittances"]


def test_the_same_term_twice_is_said_on_the_card(tab: TermsTab, ask: Ask, qtbot: QtBot) -> None:
    tab._go_to_row(1)
    added = tab.card.add_term("en")
    qtbot.keyClicks(added.words, "billion")
    tab.card.subject.setFocus()
    qtbot.waitUntil(lambda: "twice" in tab.card.problem.text())
    assert stored(ask)[1] == ["billion", "mil millones"]


def test_a_new_concept_is_kept_with_its_first_term(tab: TermsTab, ask: Ask, qtbot: QtBot) -> None:
    tab.new_concept()
    assert tab.card.rows[0].words.hasFocus()
    qtbot.keyClicks(tab.card.rows[0].words, "shelter")
    tab.card.rows[1].words.setFocus()
    qtbot.waitUntil(lambda: len(stored(ask)) == 4)
    qtbot.waitUntil(lambda: tab.current_id == ask(terms.termbase)[3].id)
    spanish = next(each for each in tab.card.rows if each.language.value == "es")
    spanish.words.setFocus()
    qtbot.keyClicks(spanish.words, "albergue")
    tab.card.subject.setFocus()
    qtbot.waitUntil(lambda: stored(ask)[3] == ["shelter", "albergue"])


def test_deleting_several_and_bringing_them_back(tab: TermsTab, ask: Ask, desk: Desk, qtbot: QtBot) -> None:
    tab.table.selectAll()
    tab.delete_selected()
    qtbot.waitUntil(lambda: stored(ask) == [])
    qtbot.waitUntil(lambda: tab._stack.currentWidget() is tab.empty)
    desk.undo_stack.undo()
    qtbot.waitUntil(lambda: len(shown(tab)) == 3)


def test_an_empty_termbase_offers_the_starter(desk: Desk, ask: Ask, qtbot: QtBot, notices: list[Notice]) -> None:
    tab = opened(desk, qtbot)
    assert tab._stack.currentWidget() is tab.empty
    tab.files.bring_starter()
    qtbot.waitUntil(lambda: len(shown(tab)) == 118, timeout=10_000)
    assert "118 new concepts" in notices[-1].text
    desk.undo_stack.undo()
    qtbot.waitUntil(lambda: tab._stack.currentWidget() is tab.empty)


def test_files_out_and_in_again(
    tab: TermsTab, ask: Ask, tmp_path: Path, qtbot: QtBot, notices: list[Notice], desk: Desk
) -> None:
    for ending in ("tbx", "xlsx", "csv"):
        path = tmp_path / f"out.{ending}"
        tab.files.choose_path = lambda _window, _suggested, path=path: path
        tab.table.clearSelection()
        tab.export()
        qtbot.waitUntil(path.exists)
        notices.clear()
        tab.files.choose_file = lambda _window, _folder, path=path: path
        tab.files.ask_import()
        qtbot.waitUntil(lambda: any("3 known already" in each.text for each in notices))
    tab.table.selectRow(0)
    tab.table.selectionModel().select(
        tab.model.index(1, 0),
        tab.table.selectionModel().SelectionFlag.Select | tab.table.selectionModel().SelectionFlag.Rows,
    )
    tab.files.choose_path = lambda _window, _suggested: tmp_path / "two.csv"
    tab.export()
    qtbot.waitUntil((tmp_path / "two.csv").exists)
    assert "remittances" not in (tmp_path / "two.csv").read_text("utf-8-sig")


def test_a_file_that_cannot_be_used_is_told(tab: TermsTab, tmp_path: Path, qtbot: QtBot, notices: list[Notice]) -> None:
    (tmp_path / "x.tbx").write_text("<html/>")
    tab.files.bring(tmp_path / "x.tbx")
    qtbot.waitUntil(lambda: any("not a termbase" in each.text for each in notices))
    assert len(shown(tab)) == 3


def test_a_route_goes_to_a_concept_that_the_filter_hides(tab: TermsTab, ask: Ask, qtbot: QtBot) -> None:
    wanted = ask(terms.termbase)[2].id
    tab.field.setText("billion")
    tab.enter(Route("terms-memory", language="terms", detail=wanted))
    qtbot.waitUntil(lambda: tab.current_id == wanted)
    assert tab.card.stored is not None
    assert tab.card.stored.id == wanted
