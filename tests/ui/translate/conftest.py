"""A screen on the first paragraphs of the sample release, with Spanish added."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.domain.document import Block, BlockKind
from desktop.domain.edits import PutBlock, RemoveBlock
from desktop.domain.richtext import RichText
from desktop.services import drafting, translating
from desktop.services.releases import OpenRelease, create_release
from desktop.ui.desk import Desk, Route
from desktop.ui.translate.page import GridPage
from desktop.ui.translate.screen import TranslateScreen

SEED = Path(__file__).parents[2] / "fixtures" / "seed_release.txt"


def seed_blocks() -> tuple[Block, ...]:
    lines = SEED.read_text("utf-8").splitlines()
    start = next(i for i, line in enumerate(lines) if line.startswith("IOM Director General Attends"))
    kinds = (BlockKind.HEADLINE, BlockKind.LEAD)
    return tuple(
        Block(f"b{place:02}", kinds[place] if place < 2 else BlockKind.PARAGRAPH, RichText.plain(text))
        for place, text in enumerate(lines[start : start + 12])
    )


@dataclass
class Office:
    """The screen with what a test does to it."""

    desk: Desk
    qtbot: QtBot
    screen: TranslateScreen
    release: OpenRelease
    version_id: str
    ask: Callable[[Any], Any]

    @property
    def page(self) -> GridPage:
        return self.screen.page

    @property
    def edit(self) -> Any:
        return self.page.view.cell.edit

    def pair(self, number: int) -> Any:
        return self.page.model.pairs[number - 1]

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        focus = self.screen.window().focusWidget() or self.screen
        QTest.keyClick(focus, key, modifiers)

    def type(self, text: str) -> None:
        for sign in text:  # QTest's own keyClicks aborts on letters with accents
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(self.edit, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, sign))

    def source(self, number: int, old: str, new: str) -> None:
        """Edit the source as the editor's autosave does, told as the editor's."""
        block_id = self.pair(number).segment.block_id

        def work(uow: Any) -> Any:
            document = uow.documents.load(self.release.source.id)
            at = document.index(block_id)
            block = document.blocks[at]
            where = block.text.text.index(old)
            edited = replace(block, text=block.text.replace(where, where + len(old), new))
            before = document.blocks[at - 1].id if at else None
            return drafting.save_edits(uow, self.desk.tools, document.id, [PutBlock(edited, before)])

        outcome = self.ask(work)
        with self.qtbot.waitSignal(self.page.shown):
            self.desk.hub.announce(replace(outcome.changes, initiator="editor"))

    def remove_block(self, number: int) -> None:
        block_id = self.pair(number).segment.block_id
        outcome = self.ask(
            lambda uow: drafting.save_edits(uow, self.desk.tools, self.release.source.id, [RemoveBlock(block_id)])
        )
        with self.qtbot.waitSignal(self.page.shown):
            self.desk.hub.announce(replace(outcome.changes, initiator="editor"))

    def go(self, number: int) -> None:
        assert self.page.view.activate(self.pair(number).segment.id, edit=True)

    def wait_for(self, condition: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(condition, timeout=5000)


@pytest.fixture
def office(desk: Desk, ask: Any, qtbot: QtBot) -> Iterator[Office]:
    release = ask(lambda uow: create_release(uow, type_="press-release", language="en", blocks=seed_blocks())).value
    version = ask(lambda uow: translating.add_version(uow, desk.tools, release.release.id, "es")).value
    screen = TranslateScreen(desk)
    qtbot.addWidget(screen)
    assert screen.inspector is not None
    qtbot.addWidget(screen.inspector)
    screen.resize(1000, 700)
    screen.show()
    qtbot.waitExposed(screen)
    screen.activateWindow()
    screen.enter(Route("translate", release.release.id, "es"))
    qtbot.waitUntil(screen.is_ready)
    yield Office(desk, qtbot, screen, release, version.id, ask)
    screen.close()
