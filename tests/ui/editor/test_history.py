"""The history beside the page: name, compare, put back, restore; a text that cannot be saved is kept elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.domain.errors import WorkspaceError
from desktop.services import drafting, history, translating
from desktop.services.journal import FileJournal
from desktop.services.recovering import recover
from desktop.ui.desk import Desk, Route
from desktop.ui.editor.history_part import HistoryPart
from desktop.ui.editor.screen import EditorScreen

Ask = Callable[[Any], Any]


@pytest.fixture
def part(screen: EditorScreen, ask: Ask, desk: Desk, qtbot: QtBot) -> HistoryPart:
    """The history of the sample: created, then a word changed and kept."""
    found = next(each for each in screen.parts if isinstance(each, HistoryPart))
    version_id = screen.autosave.version_id
    ask(lambda uow: drafting.replace_text(uow, desk.tools, version_id, "We are here", "We were there"))
    ask(lambda uow: history.keep_state(uow, version_id, "edited"))
    found._read()
    qtbot.waitUntil(lambda: found.list.list.count() == 2)
    return found


def test_two_states_are_compared_by_keyboard(part: HistoryPart, screen: EditorScreen, qtbot: QtBot) -> None:
    part.list.list.selectAll()
    assert part.list.compare_button.text() == "Compare the two"
    qtbot.mouseClick(part.list.compare_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(part.comparison.isVisible)
    assert part.comparison.counts.text() == "1 paragraph changed"
    row = part.comparison.row
    assert row is not None
    assert row.old is not None
    assert row.old.id == "q"
    shown = part.comparison.page.toPlainText()
    assert "are here" in shown
    assert "were there" in shown
    qtbot.keyClick(part.comparison.page, Qt.Key.Key_N)
    assert part.comparison.row is row
    qtbot.mouseClick(part.comparison.inline, Qt.MouseButton.LeftButton)
    assert "Changed" in part.comparison.page.toPlainText()
    qtbot.keyClick(part.comparison.page, Qt.Key.Key_Escape)
    assert screen.page.isVisible()


def test_old_wording_is_put_back_and_taken_away_again(
    part: HistoryPart, screen: EditorScreen, desk: Desk, ask: Ask, qtbot: QtBot
) -> None:
    part.list.list.setCurrentRow(1)
    part.list.compare_button.click()
    qtbot.waitUntil(part.comparison.isVisible)
    qtbot.mouseClick(part.comparison.back, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: part.comparison.counts.text() == "Nothing changed")
    version_id = screen.autosave.version_id
    stored = ask(lambda uow: drafting.open_draft(uow, version_id)).document
    assert "We are here" in stored.plain_text
    qtbot.waitUntil(lambda: "We are here" in screen.page.current().plain_text)
    desk.undo_stack.undo()
    qtbot.waitUntil(lambda: "We were there" in screen.page.current().plain_text)


def test_a_state_is_named_and_the_name_undone(part: HistoryPart, desk: Desk, qtbot: QtBot) -> None:
    part.list.list.setCurrentRow(0)
    qtbot.mouseClick(part.list.name_button, Qt.MouseButton.LeftButton)
    part.list.name.clear()
    qtbot.keyClicks(part.list.name, "Sent to the minister")
    qtbot.keyClick(part.list.name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Sent to the minister" in part.list.list.item(0).text())
    desk.undo_stack.undo()
    qtbot.waitUntil(lambda: "Sent to the minister" not in part.list.list.item(0).text())


def test_a_translation_has_a_history_of_its_own(
    part: HistoryPart, screen: EditorScreen, desk: Desk, ask: Ask, qtbot: QtBot
) -> None:
    release = screen.release
    assert release is not None
    version = ask(lambda uow: translating.add_version(uow, desk.tools, release.id, "es")).value
    ask(lambda uow: history.keep_state(uow, version.id, "translated"))
    screen._refresh_release()
    qtbot.waitUntil(lambda: part.list.versions.count() == 2)
    part.list.versions.setCurrentIndex(1)
    qtbot.waitUntil(lambda: part.list.list.count() == 1)
    assert part.list.restore_button.isHidden()
    assert "translated" in part.list.list.item(0).text()


def test_a_route_shows_a_kept_state(part: HistoryPart, screen: EditorScreen, qtbot: QtBot) -> None:
    release, wanted = screen.release, part.list._headers[1].id
    assert release is not None
    screen.enter(Route("editor", release.id, detail=f"revision:{wanted}"))
    qtbot.waitUntil(part.view.isVisible)


def test_what_cannot_be_saved_is_kept_in_the_journal_until_it_can(
    screen: EditorScreen, desk: Desk, ask: Ask, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    desk.journal = FileJournal(tmp_path / "unsaved", "one")
    later = FileJournal(tmp_path / "unsaved", "two")

    def full(*_given: object) -> None:
        raise WorkspaceError("The disk is full.")

    with monkeypatch.context() as broken:
        broken.setattr("desktop.services.drafting.save_edits", full)
        screen.page.go_to("h", 0)
        qtbot.keyClicks(screen.page, "Never saved: ")
        qtbot.waitUntil(lambda: any("Never saved: Two" in each.document.title for each in later.left()), timeout=8_000)
    (left,) = later.left()
    qtbot.waitUntil(lambda: later.left() == (), timeout=10_000)  # the retry worked: nothing is unsaved any more
    version_id = screen.autosave.version_id
    ask(lambda uow: drafting.replace_text(uow, desk.tools, version_id, "Never saved: ", ""))
    outcome = ask(lambda uow: recover(uow, desk.tools, left))
    assert ask(lambda uow: uow.documents.load(version_id)).title == "Never saved: Two offices open"
    assert history.why_words(ask(lambda uow: history.history(uow, version_id))[0].label) == "recovered after a crash"
    ask(outcome.inverse.run)
    assert ask(lambda uow: uow.documents.load(version_id)).title == "Two offices open"
