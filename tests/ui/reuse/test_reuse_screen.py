"""Looking an earlier release through and making the next one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.domain.document import Block, BlockKind
from desktop.domain.richtext import RichText
from desktop.editorial.reuse.answers import Decision
from desktop.services import drafting, releases
from desktop.ui.desk import Desk, Notice, Route
from desktop.ui.reuse.screen import ReuseScreen

TEXT = (
    (BlockKind.HEADLINE, "XVIII Meeting opens in Managua"),
    (BlockKind.LEAD, "Director Ana Mora welcomed 12 countries on 26 May 2026. Mora spoke today."),
)


@pytest.fixture
def old(ask: Callable[[Any], Any]) -> str:
    def work(uow: Any) -> str:
        blocks = [Block(uow.ids.new(), kind, RichText(text)) for kind, text in TEXT]
        made = releases.create_release(uow, type_="press-release", language="en", blocks=blocks).value
        releases.set_facts(uow, made.release.id, type_="press-release", number="2026/007")
        return made.release.id

    return ask(work)


@pytest.fixture
def screen(desk: Desk, qtbot: QtBot) -> ReuseScreen:
    made = ReuseScreen(desk)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show()
    return made


def review(screen: ReuseScreen, qtbot: QtBot, release_id: str) -> dict[str, Any]:
    screen.enter(Route("reuse", release_id))
    qtbot.waitUntil(lambda: screen.is_ready() and bool(screen.review.rows))
    return {row.gap.old: row for row in screen.review.rows.values()}


def test_the_picker_filters_while_one_types(screen: ReuseScreen, desk: Desk, old: str, qtbot: QtBot) -> None:
    screen.enter(Route("reuse"))
    qtbot.waitUntil(screen.is_ready)
    assert screen.picker.list.count() == 1
    QTest.keyClicks(screen.picker.field, "nothing like it")
    qtbot.waitUntil(lambda: screen.picker.list.count() == 0)
    screen.picker.field.setText("2026/007")
    qtbot.waitUntil(lambda: screen.picker.list.count() == 1)
    QTest.keyClick(screen.picker.field, Qt.Key.Key_Down)
    with qtbot.waitSignal(desk.routed) as routed:
        QTest.keyClick(screen.picker.list, Qt.Key.Key_Return)
    assert routed.args[0] == Route("reuse", old)


def test_an_empty_workspace_teaches(screen: ReuseScreen, qtbot: QtBot) -> None:
    screen.enter(Route("reuse"))
    qtbot.waitUntil(screen.is_ready)
    assert screen.picker._empty.isVisible()


def test_every_find_is_a_row_and_lit_in_the_text(screen: ReuseScreen, old: str, qtbot: QtBot) -> None:
    rows = review(screen, qtbot, old)
    assert list(rows) == ["XVIII", "Managua", "Director", "Ana Mora", "12", "26 May 2026", "today"]
    assert rows["XVIII"].field.text() == "XIX"
    lit = [words for _group, words in screen.review.text.lit()]
    assert lit == ["XIX", "[Managua]", "[Director]", "[Ana Mora]", "[12]", "[26 May 2026]", "[Mora]", "[today]"]
    assert all(row.field.accessibleName() for row in rows.values())


def test_typing_keeping_and_leaving_open_are_counted(screen: ReuseScreen, old: str, qtbot: QtBot) -> None:
    rows = review(screen, qtbot, old)
    assert screen.review._count.text() == "1 of 7 decided"
    QTest.keyClicks(rows["Managua"].field, "Belmopan")
    rows["Director"].keep.click()
    rows["today"].open.click()
    qtbot.waitUntil(lambda: screen.review._count.text() == "4 of 7 decided")
    assert screen.review.answers[rows["today"].gap.group].decision is Decision.OPEN
    assert "opens in Belmopan" in screen.review.text.toPlainText()
    QTest.keyClicks(rows["Director"].field, "Chief")
    assert not rows["Director"].keep.isChecked()
    screen.review.keep_rest.click()
    assert screen.review._count.text() == "7 of 7 decided"
    assert rows["12"].answer.decision is Decision.KEEP


def test_tab_goes_from_field_to_field_and_the_keys_decide(screen: ReuseScreen, old: str, qtbot: QtBot) -> None:
    rows = review(screen, qtbot, old)
    screen.activateWindow()
    rows["XVIII"].field.setFocus()
    qtbot.waitUntil(rows["XVIII"].field.hasFocus)
    QTest.keyClick(rows["XVIII"].field, Qt.Key.Key_Tab)
    assert rows["Managua"].field.hasFocus()
    screen.desk.actions.trigger("reuse.keep")
    assert rows["Managua"].keep.isChecked()
    assert rows["Director"].field.hasFocus()
    screen.desk.actions.trigger("reuse.open")
    assert rows["Director"].open.isChecked()


def test_the_new_release_opens_and_says_what_was_dropped(
    screen: ReuseScreen, desk: Desk, old: str, ask: Callable[[Any], Any], notices: list[Notice], qtbot: QtBot
) -> None:
    rows = review(screen, qtbot, old)
    rows["12"].field.setText("14")
    with qtbot.waitSignal(desk.routed) as routed:
        screen.create_release()
    opened = ask(lambda uow: releases.open_release(uow, routed.args[0].release_id))
    assert opened.release.title == "XIX Meeting opens in [Managua]"
    assert "welcomed 14 countries" in opened.document.plain_text
    assert opened.release.number == ""
    assert any("2026/007" in notice.text for notice in notices)
    assert desk.undo_stack.canUndo()


def test_what_was_decided_is_still_there_when_one_comes_back(screen: ReuseScreen, old: str, qtbot: QtBot) -> None:
    rows = review(screen, qtbot, old)
    rows["Managua"].field.setText("Belmopan")
    screen.enter(Route("reuse"))
    qtbot.waitUntil(screen.is_ready)
    assert review(screen, qtbot, old)["Managua"].field.text() == "Belmopan"


def test_a_change_meanwhile_is_told_and_the_answers_stay(
    screen: ReuseScreen, desk: Desk, old: str, ask: Callable[[Any], Any], notices: list[Notice], qtbot: QtBot
) -> None:
    rows = review(screen, qtbot, old)
    rows["Managua"].field.setText("Belmopan")

    def change(uow: Any) -> None:
        source = releases.open_release(uow, old).source
        drafting.replace_text(uow, desk.tools, source.id, "12 countries", "13 countries")

    ask(change)
    screen.create_release()
    qtbot.waitUntil(lambda: any("changed meanwhile" in notice.text for notice in notices))
    qtbot.waitUntil(lambda: any(row.gap.old == "13" for row in screen.review.rows.values()))
    assert "Belmopan" in [row.field.text() for row in screen.review.rows.values()]
