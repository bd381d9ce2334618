"""Terms beside the grid: marks, offers, keys, ticks, quick-add."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from desktop.domain.concept import Concept, Term, TermStatus
from desktop.domain.richtext import RichText
from desktop.services import terms
from desktop.ui.desk import Route
from desktop.ui.theme import tokens
from desktop.ui.translate.model import SOURCE
from desktop.ui.translate.terms.offers import replaced_start
from desktop.ui.translate.terms.part import TermsPart
from tests.ui.translate.conftest import Office

CONCEPTS = (
    Concept("", (Term("", "en", "Regional Conference on Migration (RCM)"),
                 Term("", "es", "Conferencia Regional sobre Migración (CRM)"))),
    Concept("", (Term("", "en", "human trafficking"), Term("", "es", "trata de personas"),
                 Term("", "es", "tráfico de personas", TermStatus.FORBIDDEN)), note="never tráfico"),
    Concept("", (Term("", "en", "best practices"), Term("", "es", "mejores prácticas"),
                 Term("", "es", "buenas prácticas", TermStatus.ADMITTED))),
)  # fmt: skip
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def part(office: Office) -> TermsPart:
    """The terms of a grid that has these concepts; the sentence with most of them is being edited."""
    for concept in CONCEPTS:
        office.ask(lambda uow, concept=concept: terms.save_concept(uow, concept))
    (found,) = [each for each in office.screen.parts.parts if isinstance(each, TermsPart)]
    found.terms._read()
    office.wait_for(lambda: found.terms.index is not None and len(found.terms.index.concepts) == len(CONCEPTS))
    pair = next(each for each in office.page.model.pairs if "Human Trafficking" in each.segment.source.text)
    office.go(office.page.model.pairs.index(pair) + 1)
    office.wait_for(lambda: len(found.list.entries) == 2)
    return found


def underlined(office: Office, part: TermsPart, pair: Any) -> list[str]:
    text = pair.segment.source.text
    return [text[mark.start : mark.end] for mark in part.marks(pair)]


def test_terms_are_marked_in_every_sentence_without_visiting_it(office: Office, part: TermsPart) -> None:
    office.wait_for(
        lambda: all(part.terms.known(p.segment.source.text, "en") is not None for p in office.page.model.pairs)
    )
    marked = {word for pair in office.page.model.pairs for word in underlined(office, part, pair)}
    assert {"Human Trafficking", "RCM", "Regional Conference on Migration (RCM)", "best practices"} <= marked


def test_a_mark_is_painted_under_its_word(office: Office, part: TermsPart) -> None:
    view, active = office.page.view, office.page.view.cell.pair
    assert active is not None
    rect = view.visualRect(office.page.model.index(office.page.model.row_of(active.segment.id), SOURCE))
    edge = QColor(tokens.current().edge)

    def count() -> int:
        image = QImage(view.viewport().size(), QImage.Format.Format_RGB32)
        painter = QPainter(image)
        view.viewport().render(painter, QPoint())
        painter.end()
        return sum(image.pixelColor(x, y) == edge for y in range(rect.top(), rect.bottom(), 1)
                   for x in range(rect.left() + 10, rect.right() - 10, 3) if 0 <= y < image.height())  # fmt: skip

    with_marks = count()
    view.rows.marks = lambda _pair: ()
    assert with_marks > count() + 20


def test_the_keys_insert_at_the_cursor_parted_from_their_neighbours(office: Office, part: TermsPart) -> None:
    office.type("contra")
    office.press(Qt.Key.Key_1, CTRL_SHIFT)
    assert office.edit.text_now().text == "contra trata de personas"
    office.type(" y")
    office.press(Qt.Key.Key_3, CTRL_SHIFT)
    assert office.edit.text_now().text == "contra trata de personas y buenas prácticas"
    office.press(Qt.Key.Key_9, CTRL_SHIFT)  # no such term: nothing happens
    assert office.edit.text_now().text == "contra trata de personas y buenas prácticas"
    office.edit.undo()
    assert office.edit.text_now().text == "contra trata de personas y"


def test_what_is_typed_of_a_term_is_replaced_by_it(office: Office, part: TermsPart) -> None:
    office.type("la Trat")
    office.press(Qt.Key.Key_1, CTRL_SHIFT)
    assert office.edit.text_now().text == "la trata de personas"


@pytest.mark.parametrize(
    ("before", "term", "length"),
    [("la trata de", "trata de personas", 8), ("contra t", "trata", 0), ("atrata", "trata x", 0), ("", "x", 0),
     ("OI", "OIM", 2), ("a b", "b", 0), ("la trata", "trata", 0)],
)  # fmt: skip
def test_how_much_is_typed_already(before: str, term: str, length: int) -> None:
    assert replaced_start(before, term) == length


def test_a_term_that_begins_the_sentence_begins_the_translation(office: Office, part: TermsPart) -> None:
    offer = replace(part.list.entries[0].offers[0], starts_sentence=True)
    part.insert(offer)
    assert office.edit.text_now().text == "Trata de personas"


def test_what_the_translation_has_is_ticked(office: Office, part: TermsPart) -> None:
    ticks = lambda: [row.done.isVisibleTo(part.list) for row in part.list._rows]  # noqa: E731
    office.type("las tratas de personas")
    office.wait_for(lambda: ticks() == [True, False])
    office.edit.replace_all(RichText.plain("el tráfico de personas"), is_typing=True)
    office.wait_for(lambda: ticks() == [False, False])


def test_the_section_says_what_never_to_write_and_why(office: Office, part: TermsPart) -> None:
    said = "\n".join(each.text() for each in part.list.findChildren(QLabel))
    assert "Never “tráfico de personas”" in said
    assert "never tráfico" in said
    marks = part.marks(part._pair)  # type: ignore[arg-type]
    assert "trata de personas" in office.page.view.rows.tip(part._pair, marks[0].key)  # type: ignore[arg-type]


def test_marks_stand_right_where_the_source_was_changed(office: Office, part: TermsPart) -> None:
    office.type("Algo.")
    office.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    number = next(
        n for n, each in enumerate(office.page.model.pairs, 1) if "Human Trafficking" in each.segment.source.text
    )
    office.page.view.activate(office.pair(number).segment.id)
    office.screen.deeds.confirm()
    office.wait_for(lambda: office.pair(number).segment.made_from is not None)
    office.source(number, "four-day", "five-day long")
    office.wait_for(lambda: bool(part.marks(office.pair(number))))
    view = office.page.view
    shown = view._texts.source(office.pair(number), 400).firstBlock().text()
    words = [shown[mark.start : mark.end] for mark in part.marks(office.pair(number))]
    assert words == ["Human Trafficking", "best practices"]


def test_a_term_is_added_in_place_from_what_is_selected(office: Office, part: TermsPart) -> None:
    view, pair = office.page.view, office.page.view.cell.pair
    assert pair is not None
    office.type("cooperación regional")
    start = pair.segment.source.text.index("regional cooperation")
    view.selection._segment_id = pair.segment.id
    view.selection._anchor, view.selection._head = start + len("regional cooperation"), start
    office.edit.select_text(0, len("cooperación regional"))
    office.press(Qt.Key.Key_G, CTRL_SHIFT)
    assert part.form.isVisible()
    assert (part.form.source.text(), part.form.target.text()) == ("regional cooperation", "cooperación regional")
    assert part.form.note.hasFocus()
    part.form.note.setText("as the RCM says")
    QTest.keyClick(part.form.note, Qt.Key.Key_Return)
    office.wait_for(lambda: len(office.ask(terms.termbase)) == 4)
    assert not part.form.isVisible()
    office.wait_for(lambda: len(part.list.entries) == 3)
    assert "regional cooperation" in underlined(office, part, pair)
    office.desk.undo_stack.undo()
    office.wait_for(lambda: len(part.list.entries) == 2)


def test_the_form_asks_for_both_terms_and_offers_the_sentences_words(office: Office, part: TermsPart) -> None:
    part.quick_add()
    assert part.form.source.hasFocus()
    assert "vice ministers" in part.form._phrases.stringList()
    QTest.keyClicks(part.form.source, "meeting")
    QTest.keyClick(part.form.source, Qt.Key.Key_Return)
    assert part.form.target.hasFocus()
    assert part.form.isVisible()
    QTest.keyClick(part.form.target, Qt.Key.Key_Escape)
    assert not part.form.isVisible()
    assert office.edit.hasFocus()


def test_the_mouse_selects_in_the_source(office: Office, part: TermsPart) -> None:
    view, pair = office.page.view, office.page.view.cell.pair
    assert pair is not None
    rect = view.visualRect(office.page.model.index(office.page.model.row_of(pair.segment.id), SOURCE))
    at = QPoint(rect.left() + 20, rect.top() + 20)
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    assert view.selected_source() == "During"
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    QTest.mouseMove(view.viewport(), at + QPoint(120, 0))
    assert view.selected_source() in pair.segment.source.text
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at + QPoint(120, 0))
    office.go(1)
    assert view.selected_source() == ""


def test_a_concept_opens_in_the_termbase(office: Office, part: TermsPart) -> None:
    routes: list[Route] = []
    office.desk.routed.connect(routes.append)
    part.list.opened.emit("some-id")
    assert routes == [Route("terms-memory", language="terms", detail="some-id")]
