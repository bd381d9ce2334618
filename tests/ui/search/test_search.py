"""Search on a real workspace."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from pytestqt.qtbot import QtBot

from desktop.domain.document import Block, BlockKind
from desktop.domain.richtext import RichText
from desktop.services import translating
from desktop.services.releases import create_release
from desktop.ui.desk import Desk, Route
from desktop.ui.search.hit import snippet_html
from desktop.ui.search.screen import SearchScreen


def test_finds_in_both_languages_and_opens_each_where_it_belongs(
    desk: Desk, qtbot: QtBot, ask: Callable[[Any], Any]
) -> None:
    def work(uow: Any) -> str:
        blocks = [Block(uow.ids.new(), BlockKind.HEADLINE, RichText.plain("Migration in the region"))]
        made = create_release(uow, type_="statement", language="en", blocks=blocks).value
        version = translating.add_version(uow, desk.tools, made.release.id, "es").value
        translating.fill_targets(uow, version.id, ["Migración en la región"])
        return str(made.release.id)

    release_id = ask(work)
    screen = SearchScreen(desk)
    qtbot.addWidget(screen)
    screen.resize(900, 600)
    screen.show()
    screen.enter(Route("search"))
    assert screen._start.isVisible()
    went: list[Route] = []
    desk.routed.connect(went.append)
    for words, route in (
        ("migracion", Route("translate", release_id, "es")),
        ("migration", Route("editor", release_id)),
    ):
        screen.field.clear()
        qtbot.keyClicks(screen.field, words)
        qtbot.waitUntil(lambda: screen.is_ready() and screen.list.count() == 1, timeout=10_000)
        qtbot.keyClick(screen.field, Qt.Key.Key_Down)
        screen.grab()
        qtbot.keyClick(screen.list, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: bool(went), timeout=10_000)
        assert went.pop() == route
    qtbot.keyClicks(screen.field, "nowhere")
    qtbot.waitUntil(screen._nothing.isVisible, timeout=10_000)


def test_a_passage_cannot_smuggle_markup() -> None:
    html = snippet_html('<script>alert(1)</script> \ue000ca\ue001sa & "más"', "#123456")
    assert "<script" not in html
    document = QTextDocument()
    document.setHtml(html)
    assert document.toPlainText() == '<script>alert(1)</script> casa & "más"'
