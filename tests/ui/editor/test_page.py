"""Keys on the page keep the structure."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.domain.document import Block, BlockKind
from desktop.domain.richtext import Mark, MarkKind, RichText
from desktop.ui.editor.decoration import visible_blocks
from desktop.ui.editor.page import PageEdit
from desktop.ui.editor.screen import read_pasted
from tests.ui.editor.conftest import SAMPLE

Key = Qt.Key


def shape(page: PageEdit) -> list[tuple[str, str, str]]:
    return [(b.id, b.kind.value, b.text.text) for b in page.ledger.document()]


def test_enter_after_the_headline_begins_what_is_missing(page: PageEdit, qtbot: QtBot) -> None:
    page.go_to("h", 16)
    qtbot.keyClick(page, Key.Key_Return)
    qtbot.keyClicks(page, "Managua")
    qtbot.keyClick(page, Key.Key_Return)
    kinds = [b.kind for b in page.ledger.document()]
    assert kinds[:3] == [BlockKind.HEADLINE, BlockKind.DATELINE, BlockKind.LEAD]
    page.undo()
    page.undo()
    page.undo()
    assert page.ledger.document() == SAMPLE


def test_enter_at_the_start_leaves_the_id_on_the_text(page: PageEdit, qtbot: QtBot) -> None:
    page.go_to("q", 0)
    qtbot.keyClick(page, Key.Key_Return)
    assert [row[0] for row in shape(page)] == ["h", "p1", "new-1", "q", "p2"]


def test_enter_in_an_empty_list_item_leaves_the_list(page: PageEdit, qtbot: QtBot) -> None:
    page.go_to("p2", 22)
    page.set_kind(BlockKind.LIST_ITEM)
    qtbot.keyClick(page, Key.Key_Return)
    assert page.current_block().kind is BlockKind.LIST_ITEM
    qtbot.keyClick(page, Key.Key_Return)
    assert page.current_block().kind is BlockKind.PARAGRAPH
    assert len(page.ledger.ids) == 5


def test_backspace_at_the_start_makes_a_paragraph_then_merges(page: PageEdit, qtbot: QtBot) -> None:
    page.go_to("q", 0)
    qtbot.keyClick(page, Key.Key_Backspace)
    assert page.current_block().kind is BlockKind.PARAGRAPH
    assert page.current_block().id == "q"
    qtbot.keyClick(page, Key.Key_Backspace)
    assert page.ledger.ids == ("h", "p1", "p2")


def test_bold_over_a_selection_and_off_again(page: PageEdit) -> None:
    page.go_to("q", 1, 6)
    page.toggle(MarkKind.STRONG)
    assert page.ledger.block_of(2).text.marks == (Mark(1, 7, MarkKind.STRONG),)
    page.toggle(MarkKind.STRONG)
    assert page.ledger.document() == SAMPLE


@pytest.mark.parametrize(
    ("start", "key", "order"),
    [("q", -1, "hqp1p2"), ("q", 1, "hp1p2q"), ("h", -1, "hp1qp2"), ("h", 1, "p1hqp2"), ("p2", 1, "hp1qp2")],
)
def test_blocks_move_in_one_step(page: PageEdit, start: str, key: int, order: str) -> None:
    page.go_to(start, 3)
    page.move_blocks(key)
    assert "".join(page.ledger.ids) == order
    assert set(page.ledger.document().blocks) == set(SAMPLE.blocks)
    assert page.place() == (start, 3)
    page.undo()
    assert page.ledger.document() == SAMPLE
    page.redo()
    assert "".join(page.ledger.ids) == order


def test_tab_finds_the_gap_and_typing_replaces_it(page: PageEdit, qtbot: QtBot) -> None:
    page.go_to("h", 0)
    qtbot.keyClick(page, Key.Key_Tab)
    assert page.textCursor().selectedText() == "[City]"
    qtbot.keyClicks(page, "Leon")
    block = page.ledger.block_of(1)
    assert block.text == RichText.plain("The office in Leon opens.")


def test_typing_inside_a_gap_replaces_it_whole(page: PageEdit, qtbot: QtBot) -> None:
    page.go_to("p1", 17)
    qtbot.keyClicks(page, "X")
    assert page.ledger.block_of(1).text == RichText.plain("The office in X opens.")


def test_backspace_behind_a_gap_takes_it_whole(page: PageEdit, qtbot: QtBot) -> None:
    page.go_to("p1", 20)
    qtbot.keyClick(page, Key.Key_Backspace)
    assert page.ledger.block_of(1).text.text == "The office in  opens."


def test_typing_behind_a_link_does_not_lengthen_it(page: PageEdit, qtbot: QtBot) -> None:
    page.go_to("p2", 21)
    qtbot.keyClicks(page, "s")
    assert page.ledger.block_of(3).text.marks == (Mark(17, 21, MarkKind.LINK, "https://x.org"),)


def test_cut_and_paste_keeps_the_id_and_copy_gets_a_new_one(page: PageEdit) -> None:
    block = page.document().findBlockByNumber(2)
    cursor = page.textCursor()
    cursor.setPosition(block.position())
    cursor.setPosition(block.next().position(), QTextCursor.MoveMode.KeepAnchor)
    page.setTextCursor(cursor)
    page.cut()
    assert page.ledger.ids == ("h", "p1", "p2")
    page.go_to("h", 16)
    page.paste()
    assert page.ledger.ids[:2] == ("h", "q")
    page.go_to("p2", 22)
    page.paste()
    assert page.ledger.ids[:4] == ("h", "q", "p1", "p2")
    assert page.ledger.ids[4].startswith("new-")
    assert page.ledger.block_of(4).kind is BlockKind.QUOTE
    assert page.ledger.block_of(4).text.text == "“We are here,” she said."


def test_foreign_lines_become_blocks_and_one_line_goes_into_the_text(page: PageEdit) -> None:
    mime = QMimeData()
    mime.setText("one\n\ntwo")
    page.go_to("p1", 3)
    page.insertFromMimeData(mime)
    texts = [row[2] for row in shape(page)]
    assert texts[1:5] == ["The", "one", "two", " office in [City] opens."]
    page.undo()
    assert page.ledger.document() == SAMPLE
    mime.setText("small ")
    page.go_to("p1", 4)
    page.insertFromMimeData(mime)
    assert page.ledger.block_of(1).text.text == "The small office in [City] opens."


def test_unsafe_links_are_dropped(page: PageEdit) -> None:
    QApplication.clipboard().clear()
    block = Block("", BlockKind.PARAGRAPH, RichText.of("click", [Mark(0, 5, MarkKind.LINK, "javascript:alert(1)")]))
    from desktop.ui.editor import clipboard

    assert clipboard.from_mime(clipboard.to_mime((block,), frozenset()), page._read)[0].text == RichText.plain("click")
    assert page.loadResource(2, "https://x.org/a.png") is None


def test_what_changed_elsewhere_comes_in_and_typing_stays(page: PageEdit, qtbot: QtBot) -> None:
    page.go_to("q", 3)
    qtbot.keyClicks(page, "x")
    blocks = SAMPLE.blocks
    theirs = SAMPLE.with_blocks(
        (
            blocks[3],
            replace(blocks[0], text=RichText.plain("Three offices")),
            replace(blocks[2], text=RichText.plain("gone")),
            Block("n", BlockKind.NOTES, RichText.plain("new")),
        )
    )
    page.take_over(SAMPLE, theirs)
    assert shape(page) == [
        ("p2", "paragraph", "Read more on the site."),
        ("h", "headline", "Three offices"),
        ("q", "quote", "“Wex are here,” she said."),
        ("n", "notes-to-editors", "new"),
    ]
    assert page.place() == ("q", 4)


def test_the_handle_drags_a_block(page: PageEdit, qtbot: QtBot) -> None:
    places = [round(rect.center().y()) for _block, rect in visible_blocks(page, page.viewport().rect())]
    qtbot.mousePress(page.gutter, Qt.MouseButton.LeftButton, pos=QPoint(10, places[2]))
    qtbot.mouseMove(page.gutter, QPoint(10, places[1]))
    qtbot.mouseMove(page.gutter, QPoint(10, 2))
    qtbot.mouseRelease(page.gutter, Qt.MouseButton.LeftButton, pos=QPoint(10, 2))
    assert page.ledger.ids == ("q", "h", "p1", "p2")
    page.undo()
    assert page.ledger.document() == SAMPLE


def test_a_page_from_the_web_comes_in_clean(page: PageEdit, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page, "_read", read_pasted)
    mime = QMimeData()
    mime.setHtml(
        "<h1>Big</h1><p>Some <b>bold</b> <a href='javascript:x()'>bad</a> <a href='https://x.org'>ok</a></p>"
        "<ul><li>one</li></ul><script>x()</script><img src='http://x.org/y.png'>"
    )
    page.go_to("p2", 22)
    page.insertFromMimeData(mime)
    added = page.ledger.document().blocks[4:]
    assert [block.kind for block in added] == [BlockKind.SUBHEAD, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM]
    assert added[1].text == RichText.of(
        "Some bold bad ok", [Mark(5, 9, MarkKind.STRONG), Mark(14, 16, MarkKind.LINK, "https://x.org")]
    )
