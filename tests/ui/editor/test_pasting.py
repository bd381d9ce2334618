"""Pasting on the page: what foreign programs bring, what they get, and the words alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.domain.document import Block, BlockKind, Document
from desktop.domain.richtext import Mark, MarkKind, RichText
from desktop.exchange.readers import read_clipboard
from desktop.ui.editor.clipboard import BLOCKS_TYPE, to_mime
from desktop.ui.editor.page import PageEdit
from desktop.ui.editor.screen import EditorScreen, read_pasted

FOLDER = Path(__file__).parents[2] / "fixtures" / "clipboard"
ITEM = BlockKind.LIST_ITEM


def clip(name: str, text: str = "") -> QMimeData:
    mime = QMimeData()
    mime.setHtml((FOLDER / f"{name}.html").read_text("utf-8"))
    mime.setText(text)
    return mime


@pytest.fixture
def reading(page: PageEdit, monkeypatch: pytest.MonkeyPatch) -> PageEdit:
    monkeypatch.setattr(page, "_read", read_pasted)
    return page


@pytest.mark.parametrize("name", ["word", "google-docs", "libreoffice", "chromium"])
def test_one_undo_takes_a_whole_paste_back(reading: PageEdit, name: str) -> None:
    before = reading.ledger.document()
    reading.go_to("p2", 5)
    reading.insertFromMimeData(clip(name))
    after = reading.ledger.document()
    assert len(after.blocks) > len(before.blocks) + 5
    assert [b.kind for b in after.blocks].count(BlockKind.HEADLINE) == 1
    assert any(b.kind is ITEM and b.attr("ordered") for b in after.blocks)
    assert len(set(reading.ledger.ids)) == len(reading.ledger.ids)
    reading.undo()
    assert reading.ledger.document() == before


def test_a_paste_over_everything_brings_its_headline(reading: PageEdit) -> None:
    reading.selectAll()
    reading.insertFromMimeData(clip("libreoffice"))
    assert reading.ledger.document().blocks[0].kind is BlockKind.HEADLINE
    assert reading.ledger.document().title == "Ministers meet in Managua"


def test_the_words_alone(screen: EditorScreen, qtbot: QtBot) -> None:
    QApplication.clipboard().setMimeData(clip("word", "One plain line"))
    screen.page.go_to("p2", 0)
    screen.page.setFocus()
    qtbot.keyClick(screen.page, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    document = screen.page.ledger.document()
    assert document.block("p2") is not None
    assert [b.text.text for b in document][-1] == "One plain lineRead more on the site."
    assert len(document.blocks) == 4


def test_other_programs_get_headings_lists_and_links() -> None:
    link = [Mark(0, 3, MarkKind.STRONG), Mark(4, 8, MarkKind.LINK, "https://x.org/?a=1&b=2")]
    document = Document(
        "d",
        "en",
        (
            Block("a", BlockKind.HEADLINE, RichText.plain("Two < three & more")),
            Block("b", BlockKind.PARAGRAPH, RichText.of("See here now", link)),
            Block("c", ITEM, RichText.plain("first"), (("ordered", "1"),)),
            Block("d", ITEM, RichText.plain("second"), (("ordered", "1"),)),
            Block("e", ITEM, RichText.plain("loose")),
            Block("f", BlockKind.QUOTE, RichText.plain("“Yes.”")),
        ),
    )
    mime = to_mime(document.blocks, frozenset())
    assert "<ol><li>first</li><li>second</li></ol><ul><li>loose</li></ul>" in mime.html()
    assert mime.text() == "Two < three & more\nSee here now\n1. first\n2. second\n• loose\n“Yes.”"
    back = read_clipboard(mime.html(), None).blocks
    assert [(each.kind, each.is_ordered, each.text) for each in back] == [
        (None if b.kind is BlockKind.PARAGRAPH else b.kind, bool(b.attr("ordered")), b.text) for b in document
    ]
    assert mime.hasFormat(BLOCKS_TYPE)
