"""Search on a real workspace."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from pytestqt.qtbot import QtBot

from desktop.domain.archive import ArchiveQuery
from desktop.domain.document import Block, BlockKind
from desktop.domain.richtext import RichText
from desktop.services import translating
from desktop.services.releases import create_release
from desktop.ui.desk import Desk, Route
from desktop.ui.search.hit import shortened, snippet_html
from desktop.ui.search.screen import SearchScreen


def test_finds_in_both_languages_and_opens_each_where_it_belongs(
    desk: Desk, qtbot: QtBot, ask: Callable[[Any], Any]
) -> None:
    def work(uow: Any) -> tuple[str, str, str]:
        blocks = [Block(uow.ids.new(), BlockKind.HEADLINE, RichText.plain("Migration in the region"))]
        made = create_release(uow, type_="statement", language="en", blocks=blocks).value
        version = translating.add_version(uow, desk.tools, made.release.id, "es").value
        translating.fill_targets(uow, version.id, ["Migración en la región"])
        segments = uow.segments.of_version(version.id)
        return str(made.release.id), blocks[0].id, segments[0].id

    release_id, block_id, segment_id = ask(work)
    screen = SearchScreen(desk)
    qtbot.addWidget(screen)
    screen.resize(900, 600)
    screen.show()
    screen.enter(Route("search"))
    assert screen._start.isVisible()
    went: list[Route] = []
    desk.routed.connect(went.append)
    for words, route in (
        ("migracion", Route("translate", release_id, "es", segment_id)),
        ("migration", Route("editor", release_id, detail=block_id)),
    ):
        screen.field.clear()
        qtbot.keyClicks(screen.field, words)
        qtbot.waitUntil(lambda: screen.is_ready() and screen.model.rowCount() == 1, timeout=10_000)
        qtbot.keyClick(screen.field, Qt.Key.Key_Down)
        screen.grab()
        qtbot.keyClick(screen.list, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: bool(went), timeout=10_000)
        assert went.pop() == route
    qtbot.keyClicks(screen.field, "nowhere")
    qtbot.waitUntil(screen._nothing.isVisible, timeout=10_000)


def _swing(desk: Desk, ask: Callable[[Any], Any]) -> None:
    def work(uow: Any) -> None:
        said = "“Every day, migrants suffer abuses and discrimination,” said Ambassador William Lacy Swing."
        for language, headline in (("en", "Swing in Managua"), ("es", "Swing en Managua")):
            blocks = [
                Block(uow.ids.new(), BlockKind.HEADLINE, RichText.plain(headline)),
                Block(uow.ids.new(), BlockKind.QUOTE, RichText.plain(said)),
            ]
            create_release(uow, type_="statement", language=language, blocks=blocks)

    ask(work)


def _shown(desk: Desk, qtbot: QtBot) -> SearchScreen:
    screen = SearchScreen(desk)
    qtbot.addWidget(screen)
    assert screen.inspector is not None
    qtbot.addWidget(screen.inspector)
    screen.inspector.show()
    screen.resize(900, 600)
    screen.show()
    screen.enter(Route("search"))
    return screen


def test_quotes_are_found_with_their_speaker_and_filtered(desk: Desk, qtbot: QtBot, ask: Callable[[Any], Any]) -> None:
    _swing(desk, ask)
    screen = _shown(desk, qtbot)
    qtbot.mouseClick(screen.quotes, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(screen.field, "migrants")
    qtbot.waitUntil(lambda: screen.is_ready() and screen.model.rowCount() == 2, timeout=10_000)
    words = screen.model.index(0, 0).data()
    assert "William Lacy Swing, Ambassador" in words
    assert "Every day, migrants suffer" in words
    screen.grab()
    languages = screen.filters.boxes["language"]
    qtbot.waitUntil(lambda: languages.findData("es") > 0, timeout=10_000)
    assert "(1)" in languages.itemText(languages.findData("es"))
    languages.setCurrentIndex(languages.findData("es"))
    qtbot.waitUntil(lambda: screen.is_ready() and screen.model.rowCount() == 1, timeout=10_000)
    assert screen.asked().language == "es"
    screen.filters.clear()
    qtbot.waitUntil(lambda: screen.is_ready() and screen.model.rowCount() == 2, timeout=10_000)


def test_a_search_is_saved_found_again_and_removed_with_undo(
    desk: Desk, qtbot: QtBot, ask: Callable[[Any], Any]
) -> None:
    _swing(desk, ask)
    screen = _shown(desk, qtbot)
    qtbot.mouseClick(screen.quotes, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(screen.field, "abuses")
    screen.order.setCurrentIndex(1)
    qtbot.keyClicks(screen.saved.name, "What we said")
    qtbot.keyClick(screen.saved.name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: screen.saved.list.count() == 1, timeout=10_000)
    screen.field.clear()
    qtbot.mouseClick(screen.texts, Qt.MouseButton.LeftButton)
    screen.enter(Route("search", detail="saved:What we said"))
    qtbot.waitUntil(lambda: screen.field.text() == "abuses" and screen.model.rowCount() == 2, timeout=10_000)
    assert screen.asked() == ArchiveQuery("abuses", in_quotes=True, order="date")
    screen.saved.list.setCurrentRow(0)
    qtbot.mouseClick(screen.saved._remove, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: screen.saved.list.count() == 0, timeout=10_000)
    desk.undo_stack.undo()
    qtbot.waitUntil(lambda: screen.saved.list.count() == 1, timeout=10_000)


def test_a_long_quotation_is_cut_around_what_was_found() -> None:
    quote = "word " * 200 + "\ue000found\ue001 " + "word " * 200
    cut = shortened(quote)
    assert "\ue000found\ue001" in cut
    assert cut.startswith("… ")
    assert cut.endswith(" …")
    assert len(cut) < 330
    assert shortened("short\nwords") == "short words"


def test_a_passage_cannot_smuggle_markup() -> None:
    html = snippet_html('<script>alert(1)</script> \ue000ca\ue001sa & "más"', "#123456")
    assert "<script" not in html
    document = QTextDocument()
    document.setHtml(html)
    assert document.toPlainText() == '<script>alert(1)</script> casa & "más"'
