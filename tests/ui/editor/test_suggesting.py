"""Suggesting on the page: every way of editing is tracked, nothing is lost, undo and redo hold."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt
from PySide6.QtGui import QAction, QDropEvent, QInputMethodEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.domain.document import Block, BlockKind, Document
from desktop.domain.finding import Finding, Fix, Replacement, Severity
from desktop.domain.richtext import Mark, MarkKind, RichText
from desktop.domain.suggestions import (
    INSERT,
    SuggestionKind,
    accept,
    has_suggestions,
    suggestions,
    with_all_accepted,
    with_all_rejected,
)
from desktop.ui.editor import page_deeds
from desktop.ui.editor.finding_deeds import apply_fixes
from desktop.ui.editor.page import PageEdit
from desktop.ui.editor.screen import EditorScreen
from desktop.ui.editor.tracked_page import TrackedPage
from desktop.ui.text.projection import read_document
from tests.ui.editor.conftest import SAMPLE, read_lines

AT = datetime(2026, 11, 24, 16, 20, tzinfo=UTC)
Key = Qt.Key
_CONTROL, _NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier


def tracked(author: str = "Ana Ruiz") -> TrackedPage:
    numbers = count(1)
    made = TrackedPage(lambda: f"{next(numbers):036d}", read_lines, now=lambda: AT)
    made.set_author(author)
    made.set_suggesting(True)
    return made


@pytest.fixture
def page(qtbot: QtBot) -> TrackedPage:
    made = tracked()
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show_document(SAMPLE)
    made.show()
    return made


def press(page: PageEdit, key: Key, text: str = "", modifiers: Qt.KeyboardModifier = _NONE) -> None:
    page.keyPressEvent(QKeyEvent(QEvent.Type.KeyPress, key.value, modifiers, text))


def write(page: PageEdit, text: str) -> None:
    for letter in text:
        press(page, Key.Key_unknown, letter)


def accepted(page: PageEdit) -> list[tuple[BlockKind, str]]:
    return [(block.kind, block.text.text) for block in with_all_accepted(page.current())]


def is_as_before(page: PageEdit) -> bool:
    return with_all_rejected(page.current()) == SAMPLE


def test_typed_and_deleted_text_is_suggested(page: TrackedPage) -> None:
    page.go_to("h", 4)
    write(page, "new ")
    page.go_to("h", len("Two new offices"), 0)
    press(page, Key.Key_Backspace)
    press(page, Key.Key_Backspace)
    found = suggestions(page.current())
    assert [(s.kind, s.old, s.text, s.author) for s in found] == [
        (SuggestionKind.INSERT, "", "new ", "Ana Ruiz"),
        (SuggestionKind.DELETE, "es", "", "Ana Ruiz"),
    ]
    assert page.place() == ("h", len("Two new offic"))
    assert is_as_before(page)


def test_typing_over_a_selection_replaces(page: TrackedPage) -> None:
    page.go_to("h", 0, 3)
    write(page, "Three")
    (found,) = suggestions(page.current())
    assert (found.kind, found.old, found.text) == (SuggestionKind.REPLACE, "Two", "Three")
    assert page.place() == ("h", len("TwoThree"))


def test_ones_own_letters_are_really_taken_away(page: TrackedPage) -> None:
    page.go_to("h", 3)
    write(page, "xyz")
    for _ in range(3):
        press(page, Key.Key_Backspace)
    assert page.current() == SAMPLE


def test_typing_is_undone_as_one_and_redone(page: TrackedPage) -> None:
    page.go_to("h", 3)
    write(page, " small")
    now = page.current()
    page.undo()
    assert page.current() == SAMPLE
    page.redo()
    assert page.current() == now


def test_enter_and_backspace_are_suggested(page: TrackedPage) -> None:
    page.go_to("p2", 9)
    press(page, Key.Key_Return)
    assert [s.kind for s in suggestions(page.current())] == [SuggestionKind.SPLIT]
    press(page, Key.Key_Backspace)
    assert page.current() == SAMPLE
    page.go_to("q", 0)
    press(page, Key.Key_Backspace)
    assert [s.kind for s in suggestions(page.current())] == [SuggestionKind.KIND]
    press(page, Key.Key_Backspace)
    assert SuggestionKind.MERGE in [s.kind for s in suggestions(page.current())]
    assert len(accepted(page)) == len(SAMPLE.blocks) - 1
    assert is_as_before(page)


def test_words_and_letters_with_accents_go_whole(page: TrackedPage) -> None:
    page.show_document(Document("d", "es", (Block("a", BlockKind.PARAGRAPH, RichText("uno dos e\u0301🙂 tres")),)))
    page.go_to("a", 4)
    press(page, Key.Key_Backspace, modifiers=_CONTROL)
    assert accepted(page)[0][1] == "dos e\u0301🙂 tres"
    page.go_to("a", 8)
    press(page, Key.Key_Delete)
    assert accepted(page)[0][1] == "dos 🙂 tres"
    press(page, Key.Key_Delete)
    assert accepted(page)[0][1] == "dos  tres"
    press(page, Key.Key_Delete, modifiers=_CONTROL)
    assert accepted(page)[0][1] == "dos tres"


def test_backspace_passes_over_struck_text(page: TrackedPage) -> None:
    page.go_to("h", 3)
    for _ in range(3):
        press(page, Key.Key_Backspace)
    page.go_to("h", 4)
    press(page, Key.Key_Backspace)
    assert accepted(page)[0][1] == "offices open"
    assert page.place() == ("h", 3)
    press(page, Key.Key_Backspace)
    assert page.current_block().kind is BlockKind.PARAGRAPH


def test_a_gap_is_struck_whole_and_filled_as_a_replacement(page: TrackedPage) -> None:
    page.go_to("p1", 16)
    write(page, "León")
    (found,) = suggestions(page.current())
    assert (found.old, found.text) == ("[City]", "León")
    assert accepted(page)[1][1] == "The office in León opens."
    assert not with_all_accepted(page.current()).blocks[1].text.placeholders()
    page.undo()
    page.undo()
    assert page.current() == SAMPLE
    page.go_to("p1", 20)
    press(page, Key.Key_Backspace)
    press(page, Key.Key_Backspace)
    assert accepted(page)[1][1] == "The office in opens."
    assert is_as_before(page)


def test_cut_marks_and_paste_adds(page: TrackedPage) -> None:
    page.go_to("q", 0, 13)
    press(page, Key.Key_X, modifiers=_CONTROL)
    assert QApplication.clipboard().text() == "“We are here,"
    page.go_to("p2", 0)
    page.paste()
    assert accepted(page)[3][1].startswith("“We are here,") or accepted(page)[3][1] == "“We are here,"
    assert is_as_before(page)


def test_several_pasted_paragraphs_are_one_wish(page: TrackedPage) -> None:
    mime = QMimeData()
    mime.setText("First.\nSecond.")
    page.go_to("p2", 9)
    page.insertFromMimeData(mime)
    (found,) = suggestions(page.current())
    assert [text for _, text in accepted(page)[3:]] == ["Read more", "First.", "Second.", " on the site."]
    assert len(found.blocks) == 3
    assert is_as_before(page)


def test_a_cross_block_selection_is_struck_in_all_its_blocks(page: TrackedPage) -> None:
    cursor = page.textCursor()
    cursor.setPosition(4)
    cursor.setPosition(page.document().characterCount() - 3, QTextCursor.MoveMode.KeepAnchor)
    page.setTextCursor(cursor)
    write(page, "!")
    assert [text for _, text in accepted(page)] == ["Two !e."]
    assert is_as_before(page)
    page.undo()
    page.undo()
    assert page.current() == SAMPLE


def test_an_input_methods_text_is_suggested(page: TrackedPage) -> None:
    page.go_to("h", 0, 3)
    event = QInputMethodEvent("", [])
    event.setCommitString("三")
    page.inputMethodEvent(event)
    (found,) = suggestions(page.current())
    assert (found.old, found.text) == ("Two", "三")


def test_a_dragged_word_is_struck_here_and_added_there(page: TrackedPage) -> None:
    page.go_to("h", 0, 4)
    mime = page.createMimeDataFromSelection()
    spot = QPointF(page.cursorRect(_cursor_at(page, "p2", 0)).center())
    action = Qt.DropAction.MoveAction
    event = QDropEvent(spot, action, mime, Qt.MouseButton.LeftButton, _NONE)
    page._drop_here(SAMPLE.blocks[:0] + _blocks(page, mime), _cursor_at(page, "p2", 0).position(), is_move=True)
    assert accepted(page)[0][1] == "offices open"
    assert any("Two" in text for _, text in accepted(page)[3:])
    assert is_as_before(page)
    before = accepted(page)
    page.dropEvent(event)  # from elsewhere: nothing is struck
    assert accepted(page)[0] == before[0]
    assert is_as_before(page)


def _blocks(page: TrackedPage, mime: QMimeData) -> tuple[Block, ...]:
    from desktop.ui.editor import clipboard

    return clipboard.from_mime(mime, read_lines)


def _cursor_at(page: TrackedPage, block_id: str, point: int) -> QTextCursor:
    cursor = QTextCursor(page.ledger.find(block_id))
    cursor.setPosition(cursor.position() + point)
    return cursor


def test_the_context_menu_cuts_and_deletes_as_suggestions(page: TrackedPage) -> None:
    page.go_to("h", 0, 3)
    menu = page.createStandardContextMenu()
    menu.findChild(QAction, "edit-delete").trigger()
    assert [s.old for s in suggestions(page.current())] == ["Two"]
    page.go_to("q", 0, 3)
    menu = page.createStandardContextMenu()
    menu.findChild(QAction, "edit-cut").trigger()
    assert [s.old for s in suggestions(page.current())] == ["Two", "“We"]
    assert is_as_before(page)


def test_moved_blocks_kinds_and_datelines_are_suggested(page: TrackedPage) -> None:
    page.go_to("q")
    page.move_blocks(-1)
    assert [text for _, text in accepted(page)][1] == "“We are here,” she said."
    page.go_to("p2")
    page.set_kind(BlockKind.LIST_ITEM, (("ordered", "1"),))
    page_deeds.set_dateline(page, "Managua –", "Managua", "2026-11-24")
    page.go_to("h")
    assert (BlockKind.DATELINE, "Managua –") in accepted(page)
    assert {s.kind for s in suggestions(page.current())} == {
        SuggestionKind.MOVE,
        SuggestionKind.KIND,
        SuggestionKind.INSERT,
    }
    assert is_as_before(page)


def test_replacing_a_stretch_goes_the_same_way(page: TrackedPage) -> None:
    assert page.put_text("h", 0, 3, RichText("Three"))
    assert accepted(page)[0][1] == "Three offices open"
    page.set_suggesting(False)
    assert page.put_text("p2", 0, 4, RichText("See"))
    assert page.ledger.block_of(3).text.text == "See more on the site."
    assert not page.put_text("nowhere", 0, 0, RichText("x"))


def test_plain_typing_in_and_behind_a_suggestion_is_no_part_of_it(page: TrackedPage) -> None:
    page.go_to("h", 3)
    write(page, "ab")
    page.go_to("h", 10, 3)
    press(page, Key.Key_Delete)
    page.set_suggesting(False)
    for point in (4, 6, 13):
        page.go_to("h", point)
        write(page, "_")
    page.go_to("h", 0, 3)
    text = page.current_block().text
    marked = {n for mark in text.marks for n in range(mark.start, mark.end)}
    assert [n for n, letter in enumerate(text.text) if letter == "_" and n in marked] == []
    assert with_all_rejected(page.current()).plain_text.count("_") == 3


def test_plain_typing_over_a_selection_behind_a_struck_word_stays(page: TrackedPage) -> None:
    page.go_to("h", 0, 4)
    press(page, Key.Key_Delete)
    page.set_suggesting(False)
    page.go_to("h", 4, 7)
    write(page, "shops")
    assert accepted(page)[0][1] == "shops open"
    assert with_all_rejected(page.current()).blocks[0].text.text == "Two shops open"


def test_settling_on_the_page_is_one_undo_step(page: TrackedPage) -> None:
    page.go_to("h", 0, 3)
    write(page, "Three")
    (found,) = suggestions(page.current())
    pending = page.current()
    page.become(accept(pending, found.id))
    assert page.current().blocks[0].text.text == "Three offices open"
    page.undo()
    assert page.current() == pending
    page.redo()
    assert not has_suggestions(page.current())


def test_a_cut_block_keeps_what_is_pending_a_copy_does_not(page: TrackedPage) -> None:
    page.go_to("q", 0, 3)
    press(page, Key.Key_Delete)
    page.set_suggesting(False)
    block = page.ledger.block_of(2)
    page.put_blocks((block,))
    assert page.current().plain_text.count("“We") == 1  # the copy came without the struck words
    page.show_document(SAMPLE.with_blocks(b for b in SAMPLE if b.id != "q"))
    page.go_to("p2", 0)
    page.put_blocks((block,))
    assert block in page.current().blocks


def test_others_get_what_a_selection_would_read(page: TrackedPage) -> None:
    page.go_to("h", 0, 3)
    write(page, "Three")
    page.selectAll()
    mime = page.createMimeDataFromSelection()
    assert mime.text().startswith("Three offices open")
    assert "Two" not in mime.html().split("</h1>")[0]


def test_a_long_line_and_foreign_scripts(page: TrackedPage) -> None:
    page.show_document(Document("d", "en", (Block("a", BlockKind.PARAGRAPH, RichText("x" * 10_000)),)))
    page.go_to("a", 5_000)
    write(page, "مرحبا🙂")
    press(page, Key.Key_Backspace)
    press(page, Key.Key_Backspace)
    press(page, Key.Key_Delete)
    assert accepted(page)[0][1] == "x" * 5_000 + "مرحب" + "x" * 4_999
    assert with_all_rejected(page.current()).blocks[0].text.text == "x" * 10_000


# -- any editing ------------------------------------------------------------------------------------------------

_KINDS = st.sampled_from([BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.LIST_ITEM, BlockKind.HEADLINE])
_TEXTS = st.text(alphabet="abé🙂 ", max_size=5)
_DEEDS = ["type", "type", "backspace", "delete", "enter", "paste", "kind", "select", "go"]


def _plain_place(page: TrackedPage, number: int, point: int) -> tuple[int, int]:
    from desktop.domain import suggesting

    blocks = page.current().blocks
    span = suggesting.span_of(blocks, number)
    row = sum(not block.attr("suggested-remove") for block in blocks[: span.keeper])
    return row, len(suggesting.live_before(blocks, suggesting.Place(number, point)))


def _go(page: PageEdit, number: int, point: int, *, keep: bool = False) -> None:
    from desktop.ui.text.projection import position_of

    block = page.document().findBlockByNumber(number)
    cursor = page.textCursor()
    mode = QTextCursor.MoveMode.KeepAnchor if keep else QTextCursor.MoveMode.MoveAnchor
    cursor.setPosition(position_of(block, point), mode)
    page.setTextCursor(cursor)


def _both_go(one: TrackedPage, other: PageEdit, draw: st.DataObject) -> bool:
    """Put both cursors (or both selections) at the same accepted place; whether there is one."""
    blocks = one.current().blocks
    places = []
    for _ in range(draw.draw(st.integers(1, 2))):
        number = draw.draw(st.integers(0, len(blocks) - 1))
        places.append((number, draw.draw(st.integers(0, len(blocks[number].text)))))
    places.sort()
    plain = [_plain_place(one, *place) for place in places]
    if plain != sorted(plain):
        return False
    for page, spots in ((one, places), (other, plain)):
        _go(page, *spots[0])
        if len(spots) > 1:
            _go(page, *spots[1], keep=True)
    if plain[0] == plain[-1]:
        _go(one, *places[-1])
    return True


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(_KINDS, _TEXTS), min_size=1, max_size=4), st.data())
def test_any_editing_keeps_the_text_and_accepted_is_a_plain_page(
    qapp: QApplication, rows: list[tuple[BlockKind, str]], data: st.DataObject
) -> None:
    """The same keys on a page that suggests and on a plain one; then everything undone and redone."""
    original = Document("d", "en", tuple(Block(f"b{n}", kind, RichText(text)) for n, (kind, text) in enumerate(rows)))
    numbers = count(1)
    one, other = tracked(), PageEdit(lambda: f"p{next(numbers)}", read_lines)
    one.show_document(original)
    other.show_document(original)
    seen = [original]
    for _ in range(data.draw(st.integers(1, 10))):
        if data.draw(st.booleans()) and not _both_go(one, other, data):
            continue
        if data.draw(st.integers(0, 3)) == 0:
            one.set_author(data.draw(st.sampled_from(["Ana Ruiz", "Ben"])))
        _deed(one, other, data)
        assert with_all_rejected(one.current()) == original
        shown = [(b.kind, b.text.text) for b in other.current()]
        assert accepted(one) == shown
        assert read_document(one.document(), "d", "en") == one.current()
        seen.append(one.current())
    while one.document().isUndoAvailable():
        one.undo()
        assert with_all_rejected(one.current()) == original
    assert one.current() == original
    while one.document().isRedoAvailable():
        one.redo()
    assert one.current() == seen[-1]


def _deed(one: TrackedPage, other: PageEdit, data: st.DataObject) -> None:
    keys: dict[str, Callable[[PageEdit], None]] = {
        "backspace": lambda page: press(page, Key.Key_Backspace),
        "delete": lambda page: press(page, Key.Key_Delete),
        "enter": lambda page: press(page, Key.Key_Return),
    }
    deed = data.draw(st.sampled_from(["type", "type", "paste", "kind", *keys]))
    text, kind = data.draw(_TEXTS.filter(bool)), data.draw(_KINDS)
    pasted = tuple(
        Block("", each, RichText(words))
        for each, words in data.draw(st.lists(st.tuples(_KINDS, _TEXTS), min_size=1, max_size=3))
    )
    for page in (one, other):
        if deed in keys:
            keys[deed](page)
        elif deed == "type":
            write(page, text)
        elif deed == "kind":
            cursor = page.textCursor()
            cursor.clearSelection()
            page.setTextCursor(cursor)
            page.set_kind(kind)
        else:
            page.put_blocks(pasted)


# -- a plain page among suggestions -------------------------------------------------------------------------------


def test_plain_enter_and_kinds_leave_pending_breaks_pending(page: TrackedPage) -> None:
    page.go_to("q", 8)
    press(page, Key.Key_Return)
    new_id = page.place()[0]
    page.set_suggesting(False)
    page.go_to(new_id, len(page.current_block().text))
    press(page, Key.Key_Return)
    assert not page.current_block().attr(INSERT)
    page.go_to(new_id, 0)
    page.set_kind(BlockKind.NOTES)
    block = page.current().block(new_id)
    assert block is not None
    assert block.attr(INSERT)
    assert block.kind is BlockKind.NOTES
    assert with_all_rejected(page.current()).block("q") == SAMPLE.block("q")


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_plain_editing_among_suggestions_loses_nothing_official(qapp: QApplication, data: st.DataObject) -> None:
    """With suggesting off, what is typed is official at once, and nothing official goes that was not deleted."""
    one = tracked()
    one.show_document(SAMPLE)
    _suggest_at_random(one, data)
    one.set_suggesting(False)
    before = with_all_rejected(one.current()).plain_text.replace("\n", "")
    number = data.draw(st.integers(0, len(one.ledger.ids) - 1))
    point = data.draw(st.integers(0, len(one.ledger.block_of(number).text)))
    _go(one, number, point)
    deed = data.draw(st.sampled_from(["type", "enter", "kind", "paste"]))
    if deed == "type":
        write(one, "§")
    elif deed == "enter":
        press(one, Key.Key_Return)
    elif deed == "kind":
        one.set_kind(BlockKind.LEAD)
    else:
        one.put_blocks((Block("", BlockKind.PARAGRAPH, RichText("§")),))
    after = with_all_rejected(one.current()).plain_text.replace("\n", "")
    is_gap = deed == "type" and "[City]" in before and "[City]" not in after  # typing in a gap fills it
    assert is_gap or after.replace("§", "") == before
    assert deed in ("enter", "kind") or after.count("§") == 1
    page_text = read_document(one.document(), one.current().id, "en")
    assert page_text == one.current()


def _suggest_at_random(one: TrackedPage, data: st.DataObject) -> None:
    for _ in range(data.draw(st.integers(1, 6))):
        number = data.draw(st.integers(0, len(one.ledger.ids) - 1))
        _go(one, number, data.draw(st.integers(0, len(one.ledger.block_of(number).text))))
        key = data.draw(st.sampled_from([Key.Key_Backspace, Key.Key_Delete, Key.Key_Return, None]))
        if key is None:
            write(one, "xy")
        else:
            press(one, key)


def test_several_replacements_are_one_step_and_struck_words_stay(page: TrackedPage) -> None:
    page.go_to("q", 1, 2)
    press(page, Key.Key_Delete)
    text = page.current().blocks[2].text.text
    places = [("q", text.index(word), text.index(word) + len(word), "it") for word in ("We", "here", "she")]
    page.put_texts([*places, ("nowhere", 0, 1, "x")])
    assert accepted(page)[2][1] == "“ are it,” it said."
    assert is_as_before(page)
    page.undo()
    assert len(suggestions(page.current())) == 1
    page.set_suggesting(False)
    page.put_texts([("p2", 17, 21, "page")])
    assert page.current().blocks[3].text == RichText.of(
        "Read more on the page.", [Mark(17, 21, MarkKind.LINK, "https://x.org")]
    )


def test_findings_are_put_right_as_suggestions(page: TrackedPage) -> None:
    fix = Fix((Replacement("p2", 0, 4, "See"), Replacement("q", 0, 1, "«")))
    finding = Finding("c", Severity.SUGGESTION, "p2", 0, 4, "Read", fix)
    assert apply_fixes(page, page.current(), [finding]) == 1
    assert accepted(page)[3][1] == "See more on the site."
    assert accepted(page)[2][1].startswith("«We")
    assert is_as_before(page)


def test_corrections_while_typing_never_touch_official_text(screen: EditorScreen) -> None:
    screen.page.set_author("Ben")
    before = screen.page.current()
    screen.page.set_suggesting(True)
    screen.page.go_to("h", 3)
    write(screen.page, '"a" -- b')
    assert with_all_rejected(screen.page.current()) == before
    screen.page.go_to("h", 0)
    write(screen.page, '"')
    assert with_all_rejected(screen.page.current()) == before
    screen.page.set_suggesting(False)
