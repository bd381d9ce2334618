"""Keys at blocks that are drawn from elsewhere: their words stay, whole blocks can go."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, Qt
from pytestqt.qtbot import QtBot

from desktop.domain.document import Block, BlockKind, Document, make_attrs
from desktop.domain.richtext import MarkKind, RichText
from desktop.ui.editor.page import PageEdit

ABOUT = "IOM has 175 member states."
REFERRING = Document(
    "v1",
    "en",
    (
        Block("p1", BlockKind.PARAGRAPH, RichText.plain("Before.")),
        Block("b", BlockKind.BOILERPLATE, RichText.plain(ABOUT), make_attrs({"boilerplate": "x"})),
        Block("p2", BlockKind.PARAGRAPH, RichText.plain("After.")),
    ),
)


@pytest.fixture
def locked(page: PageEdit) -> PageEdit:
    page.show_document(REFERRING)
    page.setFocus()
    return page


def texts(page: PageEdit) -> list[str]:
    return [block.text.text for block in page.current()]


@pytest.mark.parametrize("point", [0, 5, len(ABOUT)])
def test_typing_changes_nothing_and_is_told(
    locked: PageEdit, qtbot: QtBot, put: Callable[..., None], point: int
) -> None:
    put("b", point)
    with qtbot.waitSignal(locked.refused) as told:
        qtbot.keyClicks(locked, "x")
    assert told.args == ["b"]
    assert locked.current() == REFERRING


@pytest.mark.parametrize("key", [Qt.Key.Key_Backspace, Qt.Key.Key_Delete])
def test_deleting_takes_hold_of_the_block_first_and_then_takes_it_out(
    locked: PageEdit, qtbot: QtBot, put: Callable[..., None], key: Qt.Key
) -> None:
    put("b", 5)
    qtbot.keyClick(locked, key)
    assert locked.current() == REFERRING
    assert locked.textCursor().selectedText() == ABOUT
    qtbot.keyClick(locked, key)
    assert ABOUT not in texts(locked)
    locked.undo()
    assert locked.current() == REFERRING


@pytest.mark.parametrize(("block", "point", "key"), [("p1", 7, Qt.Key.Key_Delete), ("p2", 0, Qt.Key.Key_Backspace)])
def test_a_neighbour_is_not_run_into_it(
    locked: PageEdit, qtbot: QtBot, put: Callable[..., None], block: str, point: int, key: Qt.Key
) -> None:
    put(block, point)
    qtbot.keyClick(locked, key)
    assert texts(locked) == ["Before.", ABOUT, "After."]


def test_enter_begins_beside_it_without_its_reference(locked: PageEdit, qtbot: QtBot, put: Callable[..., None]) -> None:
    put("b", len(ABOUT))
    qtbot.keyClick(locked, Qt.Key.Key_Return)
    qtbot.keyClicks(locked, "Mine.")
    assert texts(locked) == ["Before.", ABOUT, "Mine.", "After."]
    assert [block.attr("boilerplate") for block in locked.current()] == ["", "x", "", ""]
    put("b", 4)
    qtbot.keyClick(locked, Qt.Key.Key_Return)
    assert len(texts(locked)) == 4


def test_what_is_pasted_stands_below(locked: PageEdit, put: Callable[..., None]) -> None:
    put("b", 4)
    mime = QMimeData()
    mime.setText("Pasted.")
    locked.insertFromMimeData(mime)
    assert texts(locked) == ["Before.", ABOUT, "Pasted.", "After."]


def test_kind_and_marks_stay(locked: PageEdit, put: Callable[..., None]) -> None:
    put("b", 4)
    locked.set_kind(BlockKind.PARAGRAPH)
    locked.go_to("b", 0, 3)
    locked.toggle(MarkKind.STRONG)
    assert locked.current() == REFERRING


def test_a_selection_that_takes_only_a_part_of_it_is_left_alone(locked: PageEdit, qtbot: QtBot) -> None:
    cursor = locked.textCursor()
    cursor.setPosition(2)
    cursor.setPosition(12, cursor.MoveMode.KeepAnchor)
    locked.setTextCursor(cursor)
    qtbot.keyClick(locked, Qt.Key.Key_Delete)
    qtbot.keyClick(locked, Qt.Key.Key_X, Qt.KeyboardModifier.ControlModifier)
    assert locked.current() == REFERRING
    locked.selectAll()
    qtbot.keyClick(locked, Qt.Key.Key_Delete)
    assert texts(locked) == [""]


def test_an_empty_line_beside_it_goes(locked: PageEdit, qtbot: QtBot, put: Callable[..., None]) -> None:
    put("b", len(ABOUT))
    qtbot.keyClick(locked, Qt.Key.Key_Return)
    qtbot.keyClick(locked, Qt.Key.Key_Backspace)
    qtbot.keyClick(locked, Qt.Key.Key_Backspace)
    assert texts(locked) == ["Before.", ABOUT, "After."]
    assert locked.current().blocks[1].attr("boilerplate") == "x"
