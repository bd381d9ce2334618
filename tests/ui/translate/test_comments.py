"""Comments on translated sentences, beside the grid."""

from __future__ import annotations

from PySide6.QtCore import Qt

from desktop.services import commenting
from tests.ui.translate.conftest import Office

Key = Qt.Key


def write(office: Office, body: str) -> None:
    office.screen.comments.list.begin.click()
    field = office.screen.comments.list.form.field
    field.setPlainText(body)
    office.qtbot.keyClick(field, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_a_sentence_is_commented_and_found_again(office: Office) -> None:
    comments = office.screen.comments
    office.go(2)
    office.type("Los países")
    office.page.saver.save()
    write(office, "¿Cuántos países?")
    office.wait_for(lambda: len(comments._found.threads) == 1)
    thread = comments._found.threads[0]
    assert (thread.comment.quoted, thread.comment.segment_id) == ("Los países", office.pair(2).segment.id)
    card = comments.list.card_of(thread.comment.id)
    assert card is not None
    assert card.property("place") == "active"
    office.go(4)
    assert card.property("place") != "active"
    card.chosen.emit(thread.comment.id)
    assert office.page.view.active_id == office.pair(2).segment.id


def test_those_on_the_active_sentence_come_first_and_the_open_ones_count(office: Office) -> None:
    comments = office.screen.comments
    for number, body in ((3, "First."), (1, "Second.")):
        office.go(number)
        write(office, body)
        office.wait_for(lambda n=body: any(t.comment.body == n for t in comments._found.threads))  # type: ignore[misc]
    assert comments.section is not None
    office.go(3)
    shown = comments.list._shown[0]
    assert [thread.comment.body for thread in shown] == ["First.", "Second."]
    open_now = office.ask(lambda uow: commenting.open_comments(uow, office.version_id))
    assert open_now == 2
    card = comments.list.card_of(shown[0].comment.id)
    assert card is not None
    card.resolve.click()
    office.wait_for(lambda: office.ask(lambda uow: commenting.open_comments(uow, office.version_id)) == 1)
    office.desk.undo_stack.undo()
    office.wait_for(lambda: office.ask(lambda uow: commenting.open_comments(uow, office.version_id)) == 2)


def test_a_comment_leaves_the_translation_as_it_is(office: Office) -> None:
    before = office.pair(1).segment
    office.go(1)
    write(office, "Check the name.")
    office.wait_for(lambda: len(office.screen.comments._found.threads) == 1)
    assert office.ask(lambda uow: uow.segments.get(before.id)) == before
