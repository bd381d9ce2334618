"""The list of suggestions and of comments beside the page, through its widgets, on a real workspace."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QToolTip
from pytestqt.qtbot import QtBot

from desktop.domain.richtext import RichText
from desktop.domain.suggestions import has_suggestions, suggestions, with_all_rejected
from desktop.services import commenting, drafting, releases
from desktop.services.releases import OpenRelease
from desktop.ui.desk import Desk, Route
from desktop.ui.editor.comments_part import LAYER, CommentsPart
from desktop.ui.editor.screen import EditorScreen
from desktop.ui.editor.sections.suggestions import ACCEPTED, BEFORE
from desktop.ui.editor.suggestions_part import SUGGESTING, SuggestionsPart
from tests.ui.editor.conftest import SAMPLE

Key = Qt.Key
Ask = Callable[[Any], Any]


@pytest.fixture
def part(screen: EditorScreen, qtbot: QtBot) -> SuggestionsPart:
    (made,) = (each for each in screen.parts if isinstance(each, SuggestionsPart))
    qtbot.waitUntil(lambda: bool(screen.page.author))
    return made


@pytest.fixture
def comments(screen: EditorScreen) -> CommentsPart:
    (made,) = (each for each in screen.parts if isinstance(each, CommentsPart))
    return made


def suggest(screen: EditorScreen, qtbot: QtBot) -> None:
    """Two suggestions: a word replaced in the headline, a word struck in the quote."""
    screen.page.set_suggesting(True)
    screen.page.go_to("h", 0, 3)
    qtbot.keyClicks(screen.page, "Three")
    screen.page.go_to("q", 1, 2)
    qtbot.keyClick(screen.page, Key.Key_Delete)
    screen.page.set_suggesting(False)


def stored(screen: EditorScreen, ask: Ask) -> Any:
    assert screen.opened is not None
    version_id = screen.opened.source.id
    screen.autosave.save()
    return ask(lambda uow: drafting.open_draft(uow, version_id)).document


def test_the_list_counts_and_shows_old_and_new(screen: EditorScreen, part: SuggestionsPart, qtbot: QtBot) -> None:
    assert part.list.start.isVisibleTo(part.list)
    suggest(screen, qtbot)
    qtbot.waitUntil(lambda: len(part.list.cards) == 2)
    assert (
        "Suggestions  2" in screen.side.section_of(part.list).findChildren(type(part.list.start).__mro__[2])[0].text()
    )
    first = part.list.cards[0]
    assert "Replace: Two → Three" in first.accessibleName()
    assert screen.page.author in first.accessibleName()
    QTest.mouseClick(first, Qt.MouseButton.LeftButton, pos=QPoint(40, first.height() - 8))
    assert screen.page.textCursor().selectedText() == "TwoThree"


def test_accepting_and_refusing_are_undone_with_the_typing(
    screen: EditorScreen, part: SuggestionsPart, qtbot: QtBot, ask: Ask
) -> None:
    suggest(screen, qtbot)
    qtbot.waitUntil(lambda: len(part.list.cards) == 2)
    part.list.cards[0].accept.click()
    assert screen.page.current().blocks[0].text.text == "Three offices open"
    qtbot.waitUntil(lambda: len(part.list.cards) == 1)
    part.list.cards[0].refuse.click()
    assert not has_suggestions(screen.page.current())
    assert stored(screen, ask).blocks[2].text == SAMPLE.blocks[2].text
    screen.page.undo()
    screen.page.undo()
    qtbot.waitUntil(lambda: len(part.list.cards) == 2)
    assert with_all_rejected(screen.page.current()).blocks == SAMPLE.blocks


def test_all_of_one_person_at_once(screen: EditorScreen, part: SuggestionsPart, qtbot: QtBot) -> None:
    suggest(screen, qtbot)
    me = screen.page.author
    screen.page.set_author("Ben")
    screen.page.set_suggesting(True)
    screen.page.go_to("p2", 0, 4)
    qtbot.keyClicks(screen.page, "See")
    qtbot.waitUntil(lambda: len(part.list.cards) == 3)
    part.list.people.setCurrentIndex(part.list.people.findData("Ben"))
    assert len(part.list.cards) == 1
    part.list.accept_all.click()
    assert [s.author for s in suggestions(screen.page.current())] == [me, me]
    qtbot.waitUntil(lambda: len(part.list.cards) == 2)
    part.list.refuse_all.click()
    assert not has_suggestions(screen.page.current())
    assert screen.page.current().blocks[3].text.text == "See more on the site."


def test_the_official_text_is_titled_and_found_until_somebody_accepts(
    screen: EditorScreen, part: SuggestionsPart, qtbot: QtBot, ask: Ask
) -> None:
    suggest(screen, qtbot)
    stored(screen, ask)
    qtbot.waitUntil(lambda: screen.autosave.is_saved)
    assert screen.release is not None
    release_id = screen.release.id
    assert ask(lambda uow: releases.open_release(uow, release_id)).release.title == "Two offices open"
    assert not ask(lambda uow: uow.search.find("Three"))
    part.settle(tuple(s.id for s in suggestions(screen.page.current())), is_accepted=True)
    stored(screen, ask)
    qtbot.waitUntil(lambda: screen.autosave.is_saved)
    assert ask(lambda uow: releases.open_release(uow, release_id)).release.title == "Three offices open"
    assert ask(lambda uow: uow.search.find("Three"))


def test_the_switch_is_one_state_everywhere_and_is_remembered(
    screen: EditorScreen, part: SuggestionsPart, desk: Desk
) -> None:
    bar = part.bar()
    assert bar.isHidden()
    desk.actions.trigger("editor.suggesting")
    assert screen.page.is_suggesting
    assert not bar.isHidden()
    assert screen.toolbar.suggesting.isChecked()
    assert desk.preferences.get(SUGGESTING) == "1"
    screen.toolbar.suggesting.click()
    assert not screen.page.is_suggesting
    assert bar.isHidden()
    assert not screen.toolbar.suggesting.isChecked()


def test_keys_go_round_and_settle_what_is_at_the_cursor(
    screen: EditorScreen, part: SuggestionsPart, desk: Desk, qtbot: QtBot
) -> None:
    suggest(screen, qtbot)
    screen.page.go_to("h", 0)
    desk.actions.trigger("editor.next-suggestion")
    assert screen.page.textCursor().selectedText() == "TwoThree"
    desk.actions.trigger("editor.next-suggestion")
    assert screen.page.textCursor().selectedText() == "We"
    desk.actions.trigger("editor.previous-suggestion")
    assert screen.page.textCursor().selectedText() == "TwoThree"
    desk.actions.trigger("editor.accept-suggestion")
    assert screen.page.current().blocks[0].text.text == "Three offices open"
    assert screen.page.textCursor().selectedText() == "We"
    desk.actions.trigger("editor.reject-suggestion")
    assert not has_suggestions(screen.page.current())
    told: list[Any] = []
    desk.noticed.connect(told.append)
    desk.actions.trigger("editor.accept-suggestion")
    assert len(told) == 1


def test_the_views_are_to_read_and_lead_back(screen: EditorScreen, part: SuggestionsPart, qtbot: QtBot) -> None:
    suggest(screen, qtbot)
    part.list.views[ACCEPTED].click()
    assert part.view.text.toPlainText().startswith("Three offices open")
    part.list.views[BEFORE].click()
    assert part.view.text.toPlainText().startswith("Two offices open")
    assert part.view.text.isReadOnly()
    part.view.back.click()
    assert screen.page.isVisible()
    assert part.list.views["pending"].isChecked()


def test_the_menu_and_the_tooltip_tell_of_a_suggestion(
    screen: EditorScreen, part: SuggestionsPart, qtbot: QtBot
) -> None:
    suggest(screen, qtbot)
    menu = QMenu()
    part.add_to_menu(menu, "h", 1)
    assert [entry.text() for entry in menu.actions()] == [
        "Accept: Replace: Two → Three",
        "Reject: Replace: Two → Three",
    ]
    place = screen.page.cursorRect(screen.page.textCursor()).center()
    screen.page.go_to("h", 1)
    place = screen.page.cursorRect().center() + QPoint(2, 0)
    event = QHelpEvent(QEvent.Type.ToolTip, place, screen.page.viewport().mapToGlobal(place))
    screen.page.viewportEvent(event)
    assert screen.page.author in QToolTip.text()
    menu.actions()[1].trigger()
    assert screen.page.current().blocks[0].text == SAMPLE.blocks[0].text


def test_change_bars_and_pilcrows_are_drawn(screen: EditorScreen, part: SuggestionsPart, qtbot: QtBot) -> None:
    before = screen.page.viewport().grab().toImage()
    screen.page.set_suggesting(True)
    screen.page.go_to("p2", 9)
    qtbot.keyClick(screen.page, Key.Key_Return)
    screen.page.go_to("q", 0)
    qtbot.keyClick(screen.page, Key.Key_Backspace)
    qtbot.keyClick(screen.page, Key.Key_Backspace)
    after = screen.page.viewport().grab().toImage()
    column = [after.pixelColor(5, y) != before.pixelColor(5, y) for y in range(after.height())]
    assert sum(column) > 20


# -- comments ---------------------------------------------------------------------------------------------------


def comment(screen: EditorScreen, comments: CommentsPart, qtbot: QtBot, body: str = "Which offices?") -> None:
    screen.page.go_to("h", 4, 7)
    screen.desk.actions.trigger("editor.comment")
    qtbot.keyClicks(comments.list.form.field, body)
    qtbot.keyClick(comments.list.form.field, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(comments._found.threads) > 0)


def washes(screen: EditorScreen, block_id: str) -> set[tuple[int, int]]:
    block = screen.page.current().block(block_id)
    assert block is not None
    return {
        (each.start, each.end)
        for point in range(len(block.text) + 1)
        for layer, each in screen.page.underlines.at(block_id, point)
        if layer == LAYER
    }


def test_a_comment_is_written_beside_the_page_and_shown_on_it(
    screen: EditorScreen, comments: CommentsPart, qtbot: QtBot, ask: Ask
) -> None:
    before = stored(screen, ask).content_hash()
    comment(screen, comments, qtbot)
    (thread,) = comments._found.threads
    assert (thread.comment.quoted, thread.comment.body) == ("offices", "Which offices?")
    assert washes(screen, "h") == {(4, 11)}
    assert stored(screen, ask).content_hash() == before
    screen.page.go_to("h", 0)
    qtbot.keyClicks(screen.page, "All ")
    assert washes(screen, "h") == {(8, 15)}
    qtbot.keyClick(screen.page, Key.Key_Return)
    screen.autosave.save()
    qtbot.waitUntil(lambda: comments._found.threads[0].comment.block_id != "h")
    assert washes(screen, comments._found.threads[0].comment.block_id) == {(4, 11)}
    assert washes(screen, "h") == set()


def test_a_click_on_the_words_marks_the_thread_and_the_other_way(
    screen: EditorScreen, comments: CommentsPart, qtbot: QtBot
) -> None:
    comment(screen, comments, qtbot)
    (thread,) = comments._found.threads
    card = comments.list.card_of(thread.comment.id)
    assert card is not None
    screen.page.go_to("p1", 2)
    qtbot.waitUntil(lambda: card.property("place") != "active")
    screen.page.go_to("h", 6)
    qtbot.waitUntil(lambda: card.property("place") == "active")
    screen.page.go_to("p1", 2)
    QTest.mouseClick(card, Qt.MouseButton.LeftButton, pos=QPoint(20, 12))
    assert screen.page.textCursor().selectedText() == "offices"


def test_answers_resolving_editing_and_deleting(
    screen: EditorScreen, comments: CommentsPart, desk: Desk, qtbot: QtBot
) -> None:
    comment(screen, comments, qtbot)
    root = comments._found.threads[0].comment
    card = comments.list.card_of(root.id)
    assert card is not None
    card.reply.click()
    qtbot.keyClicks(card.form.field, "Both.")
    card.form.button.click()
    qtbot.waitUntil(lambda: len(comments._found.threads[0].replies) == 1)
    comments.list.edited.emit(root.id, "Which two offices?")
    qtbot.waitUntil(lambda: comments._found.threads[0].comment.body == "Which two offices?")
    card.resolve.click()
    qtbot.waitUntil(lambda: comments._found.threads[0].is_resolved)
    assert washes(screen, "h") == set()
    assert comments.list.fold.isVisibleTo(comments.list)
    assert not card.isVisibleTo(comments.list)
    comments.list.fold.click()
    assert card.isVisibleTo(comments.list)
    desk.undo_stack.undo()
    qtbot.waitUntil(lambda: not comments._found.threads[0].is_resolved)
    comments.list.deleted.emit(root.id)
    qtbot.waitUntil(lambda: not comments._found.threads)


def test_an_answer_half_written_stays_while_others_write(
    screen: EditorScreen, comments: CommentsPart, desk: Desk, qtbot: QtBot
) -> None:
    comment(screen, comments, qtbot)
    root = comments._found.threads[0].comment
    card = comments.list.card_of(root.id)
    assert card is not None
    card.reply.click()
    qtbot.keyClicks(card.form.field, "I was wri")
    desk.deed(lambda uow: commenting.reply(uow, root.id, "Meanwhile."))
    qtbot.waitUntil(lambda: len(comments._found.threads[0].replies) == 1)
    assert card.form.field.toPlainText() == "I was wri"
    qtbot.keyClick(card.form.field, Key.Key_Escape)
    assert card.form.isHidden()


def test_words_that_are_gone_leave_the_comment_with_its_quotation(
    screen: EditorScreen, comments: CommentsPart, qtbot: QtBot, ask: Ask
) -> None:
    comment(screen, comments, qtbot)
    root = comments._found.threads[0].comment
    screen.page.go_to("h", 3, 8)
    qtbot.keyClick(screen.page, Key.Key_Delete)
    screen.autosave.save()
    qtbot.waitUntil(lambda: root.id in comments._found.orphaned)
    assert washes(screen, "h") == set()
    screen.page.undo()
    screen.autosave.save()
    qtbot.waitUntil(lambda: not comments._found.orphaned)
    assert washes(screen, "h") == {(4, 11)}


def test_text_typed_while_the_form_is_open_moves_the_new_comment(
    screen: EditorScreen, comments: CommentsPart, qtbot: QtBot
) -> None:
    screen.page.go_to("h", 4, 7)
    comments.begin()
    screen.page.put_text("h", 0, 3, RichText("Several new"))
    comments.list.form.field.setPlainText("Which?")
    comments.list.form.send()
    qtbot.waitUntil(lambda: len(comments._found.threads) == 1)
    anchor = comments._found.threads[0].comment.anchor
    assert (anchor.start, anchor.end) == (12, 19)


def test_a_translated_release_shows_only_its_own_comments(
    screen: EditorScreen, comments: CommentsPart, desk: Desk, ask: Ask, qtbot: QtBot
) -> None:
    comment(screen, comments, qtbot)
    made: OpenRelease = ask(
        lambda uow: releases.create_release(uow, type_="press-release", language="en", blocks=SAMPLE.blocks[:1])
    ).value
    screen.enter(Route("editor", made.release.id))
    qtbot.waitUntil(lambda: screen.release is not None and screen.release.id == made.release.id)
    qtbot.waitUntil(lambda: not comments._found.threads)
    assert washes(screen, "h") == set()
