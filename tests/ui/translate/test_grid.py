"""The grid by keyboard on a real workspace."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt

from desktop.domain.changes import SEGMENT, ChangeSet
from desktop.domain.edits import PutBlock
from desktop.domain.richtext import Mark, MarkKind, RichText
from desktop.domain.segment import ChangeClass, SegmentState
from desktop.services import drafting, translating

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ENTER = Qt.Key.Key_Return


def number_of(office: Any, words: str) -> int:
    return next(p.number for p in office.page.model.pairs if words in p.segment.source.text)


def confirm(office: Any, number: int, text: str) -> None:
    office.go(number)
    office.edit.selectAll()
    office.type(text)
    office.press(ENTER, CTRL)
    office.wait_for(lambda: office.pair(number).segment.state is SegmentState.TRANSLATED)


def test_type_and_confirm_goes_on(office: Any) -> None:
    assert office.page.view.active_id == office.pair(1).segment.id
    office.type("La OIM asiste a la XIX reunión")
    office.press(ENTER, CTRL)
    office.wait_for(lambda: office.pair(1).segment.state is SegmentState.TRANSLATED)
    assert office.pair(1).segment.target.text == "La OIM asiste a la XIX reunión"
    assert office.page.view.active_id == office.pair(2).segment.id
    assert office.edit.hasFocus()
    assert office.page.header.progress.text().startswith("1 of ")


def test_confirm_as_reviewed(office: Any) -> None:
    office.type("Titular")
    office.press(ENTER, CTRL | SHIFT)
    office.wait_for(lambda: office.pair(1).segment.state is SegmentState.REVIEWED)


def test_undo_of_confirm(office: Any) -> None:
    confirm(office, 1, "Titular")
    office.desk.undo_stack.undo()
    office.wait_for(lambda: office.pair(1).segment.state is SegmentState.DRAFT)
    assert office.pair(1).segment.target.text == "Titular"


def test_autosave_writes_within_the_throttle(office: Any) -> None:
    office.type("Titular")
    office.wait_for(lambda: office.page.saver.is_saved)
    grid = office.ask(lambda uow: translating.open_grid(uow, office.version_id))
    assert grid.live[0].segment.target.text == "Titular"
    assert grid.live[0].segment.state is SegmentState.DRAFT


def test_source_edited_while_typing(office: Any) -> None:
    number = number_of(office, "11 countries")
    confirm(office, number, "Los 11 países")
    other = number + 1
    office.go(other)
    office.type("Durante la")
    cursor = office.edit.textCursor().position()
    office.source(number, "11 countries", "12 countries")
    assert office.pair(number).is_stale
    assert office.pair(number).change is ChangeClass.NUMBERS_ONLY
    assert sum(p.is_stale for p in office.page.model.pairs) == 1
    assert office.edit.toPlainText() == "Durante la"
    assert office.edit.textCursor().position() == cursor
    assert office.edit.hasFocus()
    office.source(number, "12 countries", "11 countries")
    assert not any(p.is_stale for p in office.page.model.pairs)
    assert office.edit.toPlainText() == "Durante la"


def test_active_row_goes_stale_under_the_typing(office: Any) -> None:
    number = number_of(office, "11 countries")
    confirm(office, number, "Los 11 países")
    office.go(number)
    office.type(" de la CRM")
    office.source(number, "11 countries", "12 countries")
    assert office.edit.toPlainText() == "Los 11 países de la CRM"
    assert office.page.view.cell.answer.isVisible()
    assert "11→12" in office.page.view.cell.answer.text()
    office.press(ENTER, ALT)
    office.wait_for(lambda: not office.pair(number).is_stale)
    office.wait_for(lambda: office.edit.toPlainText() == "Los 12 países de la CRM")


def test_next_stale_and_accept(office: Any) -> None:
    number = number_of(office, "11 countries")
    confirm(office, number, "Los 11 países")
    office.go(1)
    office.source(number, "11 countries", "12 countries")
    office.press(Qt.Key.Key_J, CTRL)
    assert office.page.view.active_id == office.pair(number).segment.id
    office.press(ENTER, ALT)
    office.wait_for(lambda: office.pair(number).segment.target.text == "Los 12 países")
    office.desk.undo_stack.undo()
    office.wait_for(lambda: office.edit.toPlainText() == "Los 11 países")


def test_moving_between_rows(office: Any) -> None:
    office.press(Qt.Key.Key_Down, CTRL)
    assert office.page.view.active_id == office.pair(2).segment.id
    office.press(Qt.Key.Key_PageDown)
    assert office.page.view.active_id == office.pair(3).segment.id
    office.press(Qt.Key.Key_Up, CTRL)
    assert office.page.view.active_id == office.pair(2).segment.id
    office.press(Qt.Key.Key_Escape)
    assert office.page.view.hasFocus()
    office.press(Qt.Key.Key_Down)
    assert office.page.view.active_id == office.pair(3).segment.id
    office.press(Qt.Key.Key_F2)
    assert office.edit.hasFocus()


def test_empty_is_refused_inline(office: Any, notices: list[Any]) -> None:
    office.press(ENTER, CTRL)
    assert "nothing to confirm" in office.page.view.cell.finding
    assert not notices
    assert office.page.view.active_id == office.pair(1).segment.id


def test_copy_source_and_take_it_back(office: Any) -> None:
    source = office.pair(1).segment.source.text
    office.press(Qt.Key.Key_S, CTRL | SHIFT)
    assert office.edit.toPlainText() == source
    office.edit.undo()
    assert office.edit.toPlainText() == ""


def test_missing_chip_warns_once(office: Any) -> None:
    number = 1
    block_id = office.pair(number).segment.block_id
    from dataclasses import replace

    from desktop.domain.edits import PutBlock
    from desktop.services import drafting

    def mark(uow: Any) -> Any:
        document = uow.documents.load(office.release.source.id)
        block = document.block(block_id)
        text = RichText.of("Reunión in [City] today", [Mark(11, 17, MarkKind.PLACEHOLDER, "city")])
        return drafting.save_edits(uow, office.desk.tools, document.id, [PutBlock(replace(block, text=text), None)])

    outcome = office.ask(mark)
    with office.qtbot.waitSignal(office.page.shown):
        office.desk.hub.announce(outcome.changes)
    office.go(number)
    office.type("Hoy en ")
    office.press(ENTER, CTRL)
    assert "[City]" in office.page.view.cell.finding
    office.press(Qt.Key.Key_1, CTRL | ALT)
    assert office.edit.toPlainText() == "Hoy en [City]"
    assert office.page.view.cell.missing == ()
    office.press(Qt.Key.Key_Backspace)
    assert office.edit.toPlainText() == "Hoy en "
    office.press(ENTER, CTRL)
    office.press(ENTER, CTRL)
    office.wait_for(lambda: office.pair(number).segment.state is SegmentState.TRANSLATED)


def test_removed_sentence_goes_to_the_tray(office: Any) -> None:
    confirm(office, 1, "Titular")
    office.go(3)
    office.type("tecleado")
    office.remove_block(1)
    assert office.page.tray.isVisible()
    assert office.edit.toPlainText() == "tecleado"
    segment = office.page.grid.tray[0].segment
    office.page.tray.inserted.emit(segment.target)
    assert office.edit.toPlainText() == "tecleadoTitular"
    office.page.tray.discarded.emit(segment.id)
    office.wait_for(lambda: not office.page.tray.isVisible())
    office.desk.undo_stack.undo()
    office.wait_for(office.page.tray.isVisible)


def test_filters(office: Any) -> None:
    confirm(office, 1, "Titular")
    total = office.page.model.rowCount()
    office.press(Qt.Key.Key_F, CTRL | SHIFT)
    assert office.page.header.field.hasFocus()
    office.qtbot.keyClicks(office.page.header.field, "11 countries")
    assert office.page.model.rowCount() == 1
    office.page.header.show_all()
    assert office.page.model.rowCount() == total
    from desktop.ui.translate.filtering import Filter

    office.page.header.chips[Filter.NEEDS_WORK].click()
    assert office.page.model.rowCount() == total - 1


def test_preview_follows_the_typing(office: Any) -> None:
    office.type("Titular en vivo")
    office.wait_for(lambda: "Titular en vivo" in office.screen.preview.toPlainText())
    lit = office.screen.preview.extraSelections()
    assert [each.cursor.selectedText() for each in lit] == ["Titular en vivo"]


def test_list_of_what_needs_work(office: Any) -> None:
    from desktop.ui.desk import Route

    routes: list[Any] = []
    office.desk.routed.connect(routes.append)
    office.screen.enter(Route("translate"))
    office.wait_for(lambda: office.screen.waiting.model.rowCount() == 1)
    office.screen.waiting.table.setFocus()
    office.press(ENTER)
    assert routes == [Route("translate", office.release.release.id, "es")]


def test_a_moved_block_is_marked_at_once_and_the_mark_goes_with_it(office: Any) -> None:
    first, second = number_of(office, "In his remarks"), number_of(office, "Director General Swing stressed")
    confirm(office, first, "En su intervención")
    confirm(office, second, "El Director General subrayó")
    moving = office.pair(second).segment

    def move(after: str | None) -> None:
        def work(uow: Any) -> Any:
            document = uow.documents.load(office.release.source.id)
            edit = PutBlock(document.block(moving.block_id), after)
            return drafting.save_edits(uow, office.desk.tools, document.id, [edit])

        outcome = office.ask(work)
        assert moving.id in outcome.changes.under(SEGMENT, office.version_id)
        only = ChangeSet(frozenset(c for c in outcome.changes.changes if c.kind == SEGMENT), "editor")
        with office.qtbot.waitSignal(office.page.shown):
            office.desk.hub.announce(only)

    move("b00")
    marked = [p for p in office.page.model.pairs if p.change is ChangeClass.MOVED]
    assert len(marked) == 1
    assert number_of(office, "Director General Swing stressed") < number_of(office, "In his remarks")
    move(office.page.model.pairs[number_of(office, "In his remarks") - 1].segment.block_id)
    assert not any(p.change is ChangeClass.MOVED for p in office.page.model.pairs)
