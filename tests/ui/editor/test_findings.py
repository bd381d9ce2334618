"""Findings beside the page: found, chosen, put right, dismissed, taken back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from desktop.domain.document import Block, BlockKind
from desktop.domain.richtext import Mark, MarkKind, RichText
from desktop.services import releases
from desktop.ui.desk import Desk, Route
from desktop.ui.editor.findings_part import FindingsPart
from desktop.ui.editor.screen import EditorScreen

BLOCKS = (
    Block("h", BlockKind.HEADLINE, RichText("Posts Open on the Border")),
    Block("d", BlockKind.DATELINE, RichText("Managua –")),
    Block("l", BlockKind.LEAD, RichText("😀 Some 80% of children came in the the night.")),
    Block(
        "p",
        BlockKind.PARAGRAPH,
        RichText.of("Another 12% came alone; 5% did not.", [Mark(8, 11, MarkKind.STRONG)]),
    ),
    Block("c", BlockKind.CONTACT, RichText("Contact Ana Mora, Tel: +506 2212 5327.")),
)


@pytest.fixture
def screen(desk: Desk, ask: Callable[[Any], Any], qtbot: QtBot) -> EditorScreen:
    made = ask(lambda uow: releases.create_release(uow, type_="press-release", language="en", blocks=BLOCKS))
    shown = EditorScreen(desk)
    qtbot.addWidget(shown)
    qtbot.addWidget(shown.side)
    shown.resize(1000, 760)
    shown.show()
    shown.side.show()
    shown.enter(Route("editor", made.value.release.id))
    qtbot.waitUntil(shown.is_ready)
    return shown


@pytest.fixture
def part(screen: EditorScreen, qtbot: QtBot) -> FindingsPart:
    found = next(each for each in screen.parts if isinstance(each, FindingsPart))
    qtbot.waitUntil(lambda: bool(found.list.findings), timeout=20_000)
    return found


def _texts(part: FindingsPart) -> list[str]:
    return [each.found for each in part.list.findings]


def _named(part: FindingsPart, text: str) -> Any:
    return next(each for each in part.list.findings if each.found == text)


def test_findings_are_listed_the_gravest_first_and_underlined(screen: EditorScreen, part: FindingsPart) -> None:
    assert _texts(part) == ["the the", "80%", "12%", "5%"]
    shown = [part.list.list.item(row).text() for row in range(part.list.list.count())]
    assert shown[0] == "1 problem"
    assert shown[2] == "3 warnings"
    keys = [line.key for _layer, line in screen.page.underlines.at("l", 8)]
    assert keys == [_named(part, "80%").key]
    screen.page.grab()


def test_choosing_jumps_to_the_place(screen: EditorScreen, part: FindingsPart, qtbot: QtBot) -> None:
    item = part.list.list.item(1)
    rect = part.list.list.visualItemRect(item)
    qtbot.mouseClick(part.list.list.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert screen.page.textCursor().selectedText() == "the the"
    assert part.list.card.isVisible()


def test_the_fix_is_typing_and_so_is_its_undo(screen: EditorScreen, part: FindingsPart, qtbot: QtBot) -> None:
    part.list.choose(_named(part, "80%"))
    qtbot.mouseClick(part.list.card.fix, Qt.MouseButton.LeftButton)
    assert screen.page.current().block("l").text.text.startswith("😀 Some 80 per cent of")  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: "80%" not in _texts(part))
    screen.page.undo()
    assert screen.page.current().block("l").text.text == BLOCKS[2].text.text  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: "80%" in _texts(part))


def test_all_of_a_kind_are_put_right_in_one_step_with_their_marks(
    screen: EditorScreen, part: FindingsPart, qtbot: QtBot
) -> None:
    part.list.choose(_named(part, "12%"))
    assert part.list.card.fix_all.isVisible()
    qtbot.mouseClick(part.list.card.fix_all, Qt.MouseButton.LeftButton)
    text = screen.page.current().block("p").text  # type: ignore[union-attr]
    assert text.text == "Another 12 per cent came alone; 5 per cent did not."
    assert text.marks == (Mark(8, 19, MarkKind.STRONG),)
    screen.page.undo()
    assert screen.page.current().block("p") == BLOCKS[3]
    assert screen.page.current().block("l").text == BLOCKS[2].text  # type: ignore[union-attr]


def test_f9_walks_through_the_text_and_around(screen: EditorScreen, part: FindingsPart) -> None:
    screen.page.moveCursor(QTextCursor.MoveOperation.Start)
    seen = []
    for _ in range(5):
        part.go_to_next()
        seen.append(screen.page.textCursor().selectedText())
    assert seen == ["80%", "the the", "12%", "5%", "80%"]
    part.go_to_next(-1)
    assert screen.page.textCursor().selectedText() == "5%"


def test_keys_put_right_and_dismiss(screen: EditorScreen, part: FindingsPart, qtbot: QtBot, desk: Desk) -> None:
    part.go_to_next()
    desk.actions.trigger("editor.fix-finding") if hasattr(desk.actions, "trigger") else part.fix_current()
    qtbot.waitUntil(lambda: "80%" not in _texts(part))
    part.go_to_next()
    part.dismiss_current()
    qtbot.waitUntil(lambda: _texts(part) == ["12%", "5%"])


def test_dismissed_stays_dismissed_and_can_be_shown_again(
    screen: EditorScreen, part: FindingsPart, qtbot: QtBot, desk: Desk
) -> None:
    part.list.choose(_named(part, "80%"))
    part.list.card.menu.actions()[0].trigger()
    qtbot.waitUntil(lambda: "80%" not in _texts(part))
    screen.page.go_to("p", 0)
    screen.page.textCursor().insertText("Then ")
    qtbot.waitUntil(lambda: part._found_in is not None and "Then" in part._found_in.plain_text)
    assert "80%" not in _texts(part)
    assert part.list.show_dismissed.text() == "1 dismissed finding"
    part.list.show_dismissed.click()
    assert part.list.dismissed.count() == 1
    part.list.back.click()
    qtbot.waitUntil(lambda: "80%" in _texts(part))
    desk.undo_stack.undo()
    qtbot.waitUntil(lambda: "80%" not in _texts(part))


def test_the_context_menu_offers_fix_dismissal_and_why(
    screen: EditorScreen, part: FindingsPart, qtbot: QtBot, desk: Desk
) -> None:
    menu = QMenu()
    qtbot.addWidget(menu)
    part.add_to_menu(menu, "l", 8)
    words = [each.text() for each in menu.actions() if not each.isSeparator()]
    assert words[1:] == ["Write “80 per cent”", "Dismiss here", "Dismiss in all texts", "Why?"]
    assert not menu.actions()[0].isEnabled()
    wanted: list[str] = []
    desk.help_wanted.connect(wanted.append)
    menu.actions()[4].trigger()
    assert wanted == ["checks/per-cent"]
    empty = QMenu()
    qtbot.addWidget(empty)
    part.add_to_menu(empty, "h", 2)
    assert not empty.actions()


def test_switching_a_check_off_takes_its_findings_away(part: FindingsPart, qtbot: QtBot, desk: Desk) -> None:
    part.list.choose(_named(part, "80%"))
    part.list.card.menu.actions()[3].trigger()
    qtbot.waitUntil(lambda: _texts(part) == ["the the"])
    desk.undo_stack.undo()
    qtbot.waitUntil(lambda: len(_texts(part)) == 4)


def test_why_explains_in_place(part: FindingsPart) -> None:
    part.list.choose(_named(part, "80%"))
    part.list.card.why.click()
    assert "shares" in part.list.card._explanation.text()
    assert part.list.card.page.isVisible()


def test_a_fix_on_a_text_that_changed_does_nothing(screen: EditorScreen, part: FindingsPart) -> None:
    finding = _named(part, "80%")
    screen.page.go_to("l", 0)
    screen.page.textCursor().insertText("Now ")
    part.fix([finding])
    assert screen.page.current().block("l").text.text == "Now 😀 Some 80% of children came in the the night."  # type: ignore[union-attr]
