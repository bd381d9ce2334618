"""Two editors on one desk, and one that edits past everybody: nobody overwrites, nothing typed is lost."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from desktop.services import drafting
from desktop.ui.desk import Desk, Notice, Route
from desktop.ui.editor.screen import EditorScreen

Ask = Callable[[Any], Any]


@pytest.fixture
def second(desk: Desk, screen: EditorScreen, qtbot: QtBot) -> EditorScreen:
    """Another editor on the same release."""
    shown = EditorScreen(desk)
    qtbot.addWidget(shown)
    qtbot.addWidget(shown.side)
    shown.resize(1000, 760)
    shown.show()
    assert screen.release is not None
    shown.enter(Route("editor", screen.release.id))
    qtbot.waitUntil(shown.is_ready)
    return shown


def text(screen: EditorScreen, block_id: str) -> str:
    block = screen.page.current().block(block_id)
    assert block is not None
    return block.text.text


def stored(ask: Ask, screen: EditorScreen) -> Any:
    return ask(lambda uow: drafting.open_draft(uow, screen.autosave.version_id)).document


def history(ask: Ask, screen: EditorScreen) -> str:
    headers = ask(lambda uow: drafting.revisions(uow, screen.autosave.version_id))
    return "\n".join(ask(lambda uow, h=h: drafting.revision(uow, h.id)).document.plain_text for h in headers)


def test_what_one_window_types_appears_in_the_other(screen: EditorScreen, second: EditorScreen, qtbot: QtBot) -> None:
    screen.page.go_to("h", 0)
    qtbot.keyClicks(screen.page, "Today: ")
    qtbot.waitUntil(lambda: text(second, "h") == "Today: Two offices open")
    second.page.go_to("q", 1)
    qtbot.keyClicks(second.page, "So ")
    qtbot.waitUntil(lambda: text(screen, "q").startswith("“So We"))
    assert text(second, "h") == text(screen, "h") == "Today: Two offices open"


def test_two_windows_in_one_paragraph_the_first_stays_and_the_other_is_kept(
    screen: EditorScreen, second: EditorScreen, ask: Ask, qtbot: QtBot, notices: list[Notice]
) -> None:
    for shown, words in ((screen, "First "), (second, "Other ")):
        shown.page.go_to("h", 0)
        shown.page.insertPlainText(words)  # both typed before either is saved
    screen.autosave.save()
    second.autosave.save()
    qtbot.waitUntil(lambda: any("changed in another window" in each.text for each in notices))
    qtbot.waitUntil(lambda: text(second, "h") == text(screen, "h") == "First Two offices open")
    assert stored(ask, screen).title == "First Two offices open"
    assert "Other Two offices open" in history(ask, screen)

    notice = next(each for each in notices if "changed in another window" in each.text)
    assert notice.action is not None
    notice.action()
    qtbot.waitUntil(lambda: stored(ask, screen).title == "Other Two offices open")
    qtbot.waitUntil(lambda: text(screen, "h") == "Other Two offices open")
    assert "First Two offices open" in history(ask, screen)


def test_an_edit_past_everybody_is_not_overwritten(
    screen: EditorScreen, desk: Desk, ask: Ask, qtbot: QtBot, notices: list[Notice]
) -> None:
    version_id, tools = screen.autosave.version_id, desk.tools
    ask(lambda uow: drafting.replace_text(uow, tools, version_id, "Two offices", "Nine offices"))  # nobody is told
    screen.page.moveCursor(QTextCursor.MoveOperation.Start)
    qtbot.keyClicks(screen.page, "Old ")
    qtbot.waitUntil(lambda: any("changed in another window" in each.text for each in notices))
    qtbot.waitUntil(lambda: text(screen, "h").startswith("Nine offices") or "Nine" in text(screen, "h"))
    assert "Nine offices" in stored(ask, screen).title
    assert "Old" in history(ask, screen) + stored(ask, screen).title


def test_an_edit_past_everybody_elsewhere_in_the_text_stays(
    screen: EditorScreen, desk: Desk, ask: Ask, qtbot: QtBot, notices: list[Notice]
) -> None:
    version_id, tools = screen.autosave.version_id, desk.tools
    ask(lambda uow: drafting.replace_text(uow, tools, version_id, "Read more", "Learn more"))
    screen.page.go_to("h", 0)
    qtbot.keyClicks(screen.page, "Now: ")
    qtbot.waitUntil(lambda: stored(ask, screen).title == "Now: Two offices open")
    assert "Learn more" in stored(ask, screen).plain_text
    screen.page.go_to("p2", 0)
    qtbot.keyClicks(screen.page, "x")
    qtbot.waitUntil(lambda: any("changed in another window" in each.text for each in notices))
    assert "Learn more" in stored(ask, screen).plain_text


def test_letters_that_cannot_be_stored_are_no_conflict(
    screen: EditorScreen, ask: Ask, qtbot: QtBot, notices: list[Notice]
) -> None:
    screen.page.go_to("h", 0)
    screen.page.insertPlainText("a\x00b")
    screen.autosave.save()
    qtbot.waitUntil(lambda: screen.autosave.is_saved)
    for letter in "cde":
        screen.page.insertPlainText(letter)
        screen.autosave.save()
        qtbot.waitUntil(lambda: screen.autosave.is_saved)
    assert not [each for each in notices if "another window" in each.text]
    assert "cde" in stored(ask, screen).title
