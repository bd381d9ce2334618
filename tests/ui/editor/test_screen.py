"""The editor on a real workspace: what is typed is stored, what is stored is shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.domain.contact import Contact, EmailAddress
from desktop.domain.document import BlockKind
from desktop.domain.errors import WorkspaceError
from desktop.domain.richtext import MarkKind
from desktop.services import directory, drafting, exporting, releases
from desktop.ui.desk import Desk, Notice, Route
from desktop.ui.editor.bars import complete_address
from desktop.ui.editor.history_part import HistoryPart
from desktop.ui.editor.screen import EditorScreen
from tests.ui.editor.conftest import SAMPLE

Ask = Callable[[Any], Any]
Settle = Callable[[], None]


def stored(ask: Ask, screen: EditorScreen) -> Any:
    return ask(lambda uow: drafting.open_draft(uow, screen.autosave.version_id)).document


def test_typing_is_stored_by_itself_within_half_a_second(screen: EditorScreen, ask: Ask, qtbot: QtBot) -> None:
    screen.page.go_to("q", 3)
    with qtbot.waitSignal(screen.autosave.saved, timeout=2000):
        qtbot.keyClicks(screen.page, "xyz")
    assert stored(ask, screen).block("q").text.text.startswith("“Wexyz")
    assert screen.page.document().isUndoAvailable()
    assert "saved" in screen.header.saved.text()


def test_a_service_call_writes_first(screen: EditorScreen, ask: Ask, qtbot: QtBot) -> None:
    screen.page.go_to("h", 0)
    qtbot.keyClicks(screen.page, "Now: ")
    assert stored(ask, screen).title == "Now: Two offices open"


def test_undo_after_saving_is_saved_too(screen: EditorScreen, ask: Ask, qtbot: QtBot) -> None:
    screen.page.go_to("q", 0)
    qtbot.keyClick(screen.page, Qt.Key.Key_Return)
    assert len(stored(ask, screen).blocks) == 5
    screen.page.undo()
    assert stored(ask, screen).blocks == SAMPLE.blocks


def test_a_failed_save_keeps_the_text_and_tries_again(
    screen: EditorScreen, ask: Ask, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, notices: list[Notice]
) -> None:
    real = drafting.save_edits

    def refuse(*_args: Any) -> Any:
        raise WorkspaceError("The disk is full.")

    monkeypatch.setattr(drafting, "save_edits", refuse)
    screen.page.go_to("h", 0)
    with qtbot.waitSignal(screen.autosave.failed, timeout=2000):
        qtbot.keyClicks(screen.page, "A")
    assert not screen.autosave.is_saved
    assert notices[-1].kind == "problem"
    monkeypatch.setattr(drafting, "save_edits", real)
    qtbot.keyClicks(screen.page, "B")
    screen.autosave.save()
    qtbot.waitUntil(lambda: screen.autosave.is_saved)
    assert stored(ask, screen).title == "ABTwo offices open"


def test_an_edit_from_elsewhere_comes_in_while_typing(screen: EditorScreen, desk: Desk, ask: Ask, qtbot: QtBot) -> None:
    version_id, tools = screen.autosave.version_id, desk.tools
    screen.page.go_to("q", 3)
    qtbot.keyClicks(screen.page, "x")
    done: list[int] = []
    desk.run(
        lambda uow: drafting.replace_text(uow, tools, version_id, "offices", "rooms"),
        lambda outcome: (desk.hub.announce(replace(outcome.changes, initiator="other")), done.append(1)),
    )
    qtbot.keyClicks(screen.page, "y")
    qtbot.waitUntil(lambda: screen.page.current().title == "Two rooms open")
    qtbot.keyClicks(screen.page, "z")
    assert screen.page.current().block("q").text.text.startswith("“Wexyz are")
    qtbot.waitUntil(lambda: screen.autosave.is_saved)
    assert stored(ask, screen) == screen.page.current()


def test_restoring_a_revision_shows_it_and_can_be_undone(
    screen: EditorScreen, desk: Desk, ask: Ask, qtbot: QtBot, settle: Settle
) -> None:
    screen.page.go_to("h", 0)
    qtbot.keyClicks(screen.page, "Later: ")
    headers = ask(lambda uow: drafting.revisions(uow, screen.autosave.version_id))
    next(part for part in screen.parts if isinstance(part, HistoryPart)).list.restored.emit(headers[-1].id)
    qtbot.waitUntil(lambda: screen.page.current().title == "Two offices open")
    settle()
    desk.undo_stack.undo()
    qtbot.waitUntil(lambda: screen.page.current().title == "Later: Two offices open")


def test_leaving_keeps_a_revision(screen: EditorScreen, ask: Ask, qtbot: QtBot) -> None:
    qtbot.keyClicks(screen.page, "x")
    screen.leave()
    headers = ask(lambda uow: drafting.revisions(uow, screen.autosave.version_id))
    assert len(headers) == 2


def test_gaps_are_listed_and_a_click_selects_one(screen: EditorScreen) -> None:
    assert screen.side.gaps.row_count() == 1
    screen.side.gaps.click(0)
    assert screen.page.textCursor().selectedText() == "[City]"


def test_a_dateline_is_built_below_the_headline(screen: EditorScreen, qtbot: QtBot) -> None:
    screen.open_bar("dateline")
    screen.bars.dateline._place.setText("Managua")
    qtbot.keyClick(screen.bars.dateline._place, Qt.Key.Key_Return)
    made = screen.page.current().blocks[1]
    assert made.kind is BlockKind.DATELINE
    assert made.text.text.startswith("Managua")
    assert made.attr("place") == "Managua"
    assert screen.bars.dateline.isHidden()


def test_a_link_is_set_inline(screen: EditorScreen, qtbot: QtBot) -> None:
    screen.page.go_to("q", 1, 2)
    screen.open_bar("link")
    screen.bars.link._address.setText("iom.int")
    qtbot.keyClick(screen.bars.link._address, Qt.Key.Key_Return)
    assert screen.page.current().block("q").text.marks_of(MarkKind.LINK)[0].value == "https://iom.int"


def test_addresses_are_completed_or_refused() -> None:
    assert complete_address("ana@iom.int") == "mailto:ana@iom.int"
    assert complete_address("javascript:alert(1)") == ""
    assert complete_address("nothing") == ""


def test_a_contact_is_drawn_from_the_directory(screen: EditorScreen, ask: Ask, qtbot: QtBot) -> None:
    person = ask(
        lambda uow: directory.save_contact(uow, Contact("", "Ana", "Mora", emails=(EmailAddress("ana@x.org"),)))
    ).value
    screen.page.go_to("p2", 2)
    screen.side.people.refresh()
    qtbot.waitUntil(lambda: bool(screen.side.people._people))
    screen.side.people._insert()
    made = screen.page.current().blocks[-1]
    assert (made.kind, made.attr("contact")) == (BlockKind.CONTACT, person.id)
    assert "Ana Mora" in made.text.text


def test_the_embargo_is_kept_in_its_zone_and_undone(
    screen: EditorScreen, desk: Desk, qtbot: QtBot, settle: Settle
) -> None:
    screen.open_bar("embargo")
    screen.bars.embargo.zone.setCurrentText("America/Managua")
    screen.bars.embargo.act()
    qtbot.waitUntil(lambda: "Managua" in screen.header._embargo.text())
    assert screen.release is not None
    assert screen.release.embargo_at is not None
    assert screen.release.embargo_at > datetime.now(UTC)
    desk.undo_stack.undo()
    qtbot.waitUntil(lambda: "immediate" in screen.header._embargo.text())


def test_adding_a_language_goes_there(screen: EditorScreen, desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.routed) as routed:
        screen.header.language_added.emit("es")
    assert routed.args[0].screen == "translate"
    qtbot.waitUntil(lambda: len(screen.header._pills) == 2)


def test_an_export_is_written_and_told(
    screen: EditorScreen, ask: Ask, qtbot: QtBot, tmp_path: Path, notices: list[Notice]
) -> None:
    assert screen.release is not None
    release_id = screen.release.id
    export = ask(lambda uow: exporting.gather_export(uow, release_id, "en", "txt"))
    screen.exporter.write(export, tmp_path / "out.txt")
    qtbot.waitUntil(lambda: bool(notices))
    assert (notices[-1].kind, notices[-1].action_label) == ("ok", "Open")
    assert "Two offices open" in (tmp_path / "out.txt").read_text("utf-8")


def test_the_list_of_kinds_shows_and_changes_the_kind(screen: EditorScreen) -> None:
    screen.page.go_to("q", 2)
    assert screen.toolbar.kinds.currentText() == "Quote"
    screen.toolbar.kinds.activated.emit(screen.toolbar.kinds.findData(BlockKind.NOTES))
    assert screen.page.current().block("q").kind is BlockKind.NOTES
    screen.toolbar._list(is_ordered=True)
    assert screen.page.current_block().attr("ordered") == "1"
    screen.toolbar._list(is_ordered=True)
    assert screen.page.current_block().kind is BlockKind.PARAGRAPH


def test_a_screen_that_is_gone_is_not_asked_to_save(desk: Desk, ask: Ask, qtbot: QtBot) -> None:
    made = ask(lambda uow: releases.create_release(uow, type_="press-release", language="en", blocks=SAMPLE.blocks))
    gone = EditorScreen(desk)
    gone.enter(Route("editor", made.value.release.id))
    qtbot.waitUntil(gone.is_ready)
    side = gone.side
    qtbot.addWidget(side)
    shiboken6.delete(gone)
    desk.flush()
    tools = desk.tools
    version_id = made.value.source.id
    outcome = ask(lambda uow: drafting.replace_text(uow, tools, version_id, "offices", "rooms"))
    desk.hub.announce(outcome.changes)
    assert ask(lambda uow: drafting.open_draft(uow, version_id)).document.title == "Two rooms open"
