"""The home page on a real workspace."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.domain.document import Block, BlockKind
from desktop.domain.richtext import RichText
from desktop.services import drafting, translating
from desktop.services.releases import create_release, set_embargo
from desktop.ui.desk import Desk, Route
from desktop.ui.home.screen import HomeScreen

Ask = Callable[[Any], Any]


def _blocks(uow: Any, *texts: str) -> list[Block]:
    kinds = [BlockKind.HEADLINE, *[BlockKind.PARAGRAPH] * (len(texts) - 1)]
    return [Block(uow.ids.new(), kind, RichText.plain(text)) for kind, text in zip(kinds, texts, strict=True)]


def _home(desk: Desk, qtbot: QtBot) -> HomeScreen:
    screen = HomeScreen(desk)
    qtbot.addWidget(screen)
    screen.resize(1200, 800)
    screen.show()
    screen.enter(Route("home"))
    qtbot.waitUntil(screen.is_ready, timeout=20_000)
    return screen


def test_an_empty_workspace_offers_two_ways_to_start(desk: Desk, qtbot: QtBot) -> None:
    screen = _home(desk, qtbot)
    went: list[Route] = []
    desk.routed.connect(went.append)
    assert screen._welcome.isVisible()
    assert screen._welcome.button is not None
    qtbot.mouseClick(screen._welcome.button, Qt.MouseButton.LeftButton)
    assert went == [Route("import")]


def test_stale_comes_before_waiting_and_leads_to_the_sentence(desk: Desk, qtbot: QtBot, ask: Ask) -> None:
    def work(uow: Any) -> tuple[str, str]:
        waits = create_release(
            uow, type_="statement", language="en", blocks=_blocks(uow, "Still waiting", "One sentence.")
        ).value
        translating.add_version(uow, desk.tools, waits.release.id, "es")
        moved = create_release(
            uow, type_="press-release", language="en", blocks=_blocks(uow, "Moved on", "There are 11 countries.")
        ).value
        version = translating.add_version(uow, desk.tools, moved.release.id, "es").value
        translating.fill_targets(uow, version.id, ["Siguió", "Hay 11 países."])
        for pair in translating.open_grid(uow, version.id).pairs:
            translating.confirm_segment(uow, pair.segment.id)
        drafting.replace_text(uow, desk.tools, moved.source.id, "11", "12")
        return waits.release.id, moved.release.id

    waiting_id, moved_id = ask(work)
    screen = _home(desk, qtbot)
    assert len(screen.needs.rows) == 2
    first, second = screen.needs.rows
    assert "Moved on" in first.accessibleName()
    assert "1 sentence changed" in first.accessibleName()
    assert "2 of 2 sentences" in second.accessibleName()
    went: list[Route] = []
    desk.routed.connect(went.append)
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Return)
    qtbot.mouseClick(second.button, Qt.MouseButton.LeftButton)
    assert went == [Route("translate", moved_id, "es", "stale"), Route("translate", waiting_id, "es")]
    qtbot.keyClick(first, Qt.Key.Key_Down)
    assert second.hasFocus()
    qtbot.keyClick(second, Qt.Key.Key_Up)
    assert first.hasFocus()


def test_embargoes_stand_by_the_hour_and_news_arrives(desk: Desk, qtbot: QtBot, ask: Ask) -> None:
    def make(uow: Any, title: str, hours: int) -> None:
        made = create_release(uow, type_="statement", language="en", blocks=_blocks(uow, title)).value
        set_embargo(uow, made.release.id, uow.clock.now() + timedelta(hours=hours), "America/Managua")

    ask(lambda uow: make(uow, "Later", 30))
    ask(lambda uow: make(uow, "Sooner", 3))
    ask(lambda uow: make(uow, "Over", -3))
    screen = _home(desk, qtbot)
    assert [row.accessibleName().split(" · ")[0] for row in screen.week.rows] == ["Sooner", "Later"]
    assert "America/Managua" in screen.week.rows[0].accessibleName()
    desk.deed(
        lambda uow: create_release(uow, type_="statement", language="en", blocks=_blocks(uow, "Brand new")),
        initiator="elsewhere",
    )
    qtbot.waitUntil(lambda: any("Brand new" in row.accessibleName() for row in screen.drafts.rows), timeout=10_000)
