"""The way of a text in the editor: through the buttons, the bars and the list a person sees."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.domain.document import Block, BlockKind
from desktop.domain.release import ReleaseStatus
from desktop.domain.richtext import RichText
from desktop.editorial.workflow import Step
from desktop.services import approving, releases
from desktop.ui.desk import Desk, Notice, Route
from desktop.ui.editor.screen import EditorScreen
from desktop.ui.editor.workflow_part import PlanPart, WorkflowPart

Ask = Callable[[Any], Any]
S = ReleaseStatus
BLOCKS = (
    Block("h", BlockKind.HEADLINE, RichText.plain("Two offices open")),
    Block("d", BlockKind.DATELINE, RichText.plain("Managua –")),
    Block("l", BlockKind.LEAD, RichText.plain("The office opens on Monday.")),
    Block("c", BlockKind.CONTACT, RichText.plain("Ana Mora, amora@x.example")),
)


@pytest.fixture
def made(ask: Ask) -> releases.OpenRelease:
    work = lambda uow: releases.create_release(uow, type_="press-release", language="en", blocks=BLOCKS)  # noqa: E731
    opened: releases.OpenRelease = ask(work).value
    return opened


@pytest.fixture
def editor(desk: Desk, made: releases.OpenRelease, qtbot: QtBot) -> EditorScreen:
    shown = EditorScreen(desk)
    qtbot.addWidget(shown)
    qtbot.addWidget(shown.side)
    shown.resize(1100, 760)
    shown.show()
    shown.side.show()
    shown.enter(Route("editor", made.release.id))
    qtbot.waitUntil(lambda: shown.is_ready() and bool(part(shown).buttons.buttons))
    return shown


def part(screen: EditorScreen) -> WorkflowPart:
    return next(each for each in screen.parts if isinstance(each, WorkflowPart))


def plan(screen: EditorScreen) -> PlanPart:
    return next(each for each in screen.parts if isinstance(each, PlanPart))


def status(ask: Ask, made: releases.OpenRelease) -> ReleaseStatus:
    found: ReleaseStatus = ask(lambda uow: uow.releases.version(made.source.id)).status
    return found


def pill(screen: EditorScreen) -> str:
    return screen.header.pills[0].state.words


def test_review_and_approval_by_buttons(
    editor: EditorScreen, made: releases.OpenRelease, ask: Ask, qtbot: QtBot
) -> None:
    way = part(editor)
    assert list(way.buttons.buttons) == [Step.SUBMIT, Step.APPROVE]
    way.buttons.buttons[Step.SUBMIT].click()
    assert way.step_bar.isVisible()
    way.step_bar.name.setText("Rosa")
    qtbot.keyClick(way.step_bar.note, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: pill(editor) == "EN: in review")
    assert not way.step_bar.isVisible()

    qtbot.waitUntil(lambda: list(way.buttons.buttons) == [Step.APPROVE, Step.SEND_BACK])
    way.buttons.buttons[Step.APPROVE].click()
    qtbot.waitUntil(lambda: way.step_bar.name.text() == "Rosa")
    assert way.step_bar.says == ""
    way.step_bar.deed.click()
    qtbot.waitUntil(lambda: pill(editor) == "EN: approved")
    assert status(ask, made) is S.APPROVED
    editor.desk.undo_stack.undo()
    qtbot.waitUntil(lambda: pill(editor) == "EN: in review")


def test_one_comma_voids_visibly(editor: EditorScreen, made: releases.OpenRelease, ask: Ask, qtbot: QtBot) -> None:
    ask(lambda uow: approving.approve(uow, made.source.id, approver="Rosa"))
    editor.enter(Route("editor", made.release.id))
    qtbot.waitUntil(lambda: pill(editor) == "EN: approved")
    editor.page.go_to("l", 3)
    qtbot.keyClicks(editor.page, ",")
    qtbot.waitUntil(lambda: pill(editor) == "EN: approval void")
    qtbot.waitUntil(lambda: any("Rosa is void" in row.reason.sentence for row in part(editor).list.rows))
    assert editor.side.section_of(part(editor).list).isVisible()


def test_ones_own_text_gets_a_word_of_warning(editor: EditorScreen, qtbot: QtBot, ask: Ask) -> None:
    way = part(editor)
    way.buttons.buttons[Step.APPROVE].click()
    qtbot.waitUntil(lambda: way.step_bar.name.completer() is not None)
    way.step_bar.name.setText("Ana Test")
    assert "somebody else should read it" in way.step_bar.says
    way.step_bar.name.setText("Rosa")
    assert way.step_bar.says == ""
    qtbot.keyClick(way.step_bar.name, Qt.Key.Key_Escape)
    assert not way.step_bar.isVisible()


def test_what_blocks_is_listed_and_leads_to_its_place(editor: EditorScreen, qtbot: QtBot, ask: Ask) -> None:
    editor.page.go_to("l", 0)
    qtbot.keyClicks(editor.page, "XYZ ")
    way = part(editor)
    qtbot.waitUntil(lambda: any(row.reason.rule == "placeholders" for row in way.list.rows), timeout=5000)
    row = next(row for row in way.list.rows if row.reason.rule == "placeholders")
    editor.page.go_to("c", 2)
    qtbot.keyClick(row, Qt.Key.Key_Return)
    assert editor.page.place()[0] == "l"
    assert editor.page.textCursor().selectedText() == "XYZ"

    way.buttons.buttons[Step.APPROVE].click()
    way.step_bar.name.setText("Rosa")
    way.step_bar.deed.click()
    qtbot.waitUntil(lambda: "cannot be approved yet" in way.step_bar.says)
    assert way.step_bar.isVisible(), "nothing typed is lost"
    assert way.step_bar.name.text() == "Rosa"


def test_a_text_that_changed_while_it_was_read_is_not_approved(
    editor: EditorScreen, made: releases.OpenRelease, desk: Desk, qtbot: QtBot, ask: Ask
) -> None:
    from desktop.services import drafting

    way = part(editor)
    way.buttons.buttons[Step.APPROVE].click()
    way.step_bar.name.setText("Rosa")
    ask(lambda uow: drafting.replace_text(uow, desk.tools, made.source.id, "Monday", "Tuesday"))  # not announced
    way.step_bar.deed.click()
    qtbot.waitUntil(lambda: "changed while you were reading" in way.step_bar.says)
    assert status(ask, made) is S.DRAFT


def test_the_plan_is_kept_and_undone(editor: EditorScreen, made: releases.OpenRelease, qtbot: QtBot, ask: Ask) -> None:
    section = plan(editor).plan
    section.due.click()
    bar = part(editor).moment_bar
    assert bar.isVisible()
    bar.zone.setCurrentText("America/Managua")
    bar.deed.click()
    qtbot.waitUntil(lambda: "Managua" in section.due.text())
    release = ask(lambda uow: uow.releases.get(made.release.id))
    assert (release.due_zone, release.due_at.hour) == ("America/Managua", 18)
    section.assignee.setText("Luz")
    section.assignee.editingFinished.emit()
    qtbot.waitUntil(lambda: ask(lambda uow: uow.releases.get(made.release.id)).assignee == "Luz")
    for _ in range(2):
        editor.desk.undo_stack.undo()
    qtbot.waitUntil(lambda: ask(lambda uow: uow.releases.get(made.release.id)).due_at is None)


def test_an_older_view_does_not_overwrite_a_newer_embargo(
    editor: EditorScreen, made: releases.OpenRelease, qtbot: QtBot, ask: Ask, notices: list[Notice]
) -> None:
    from datetime import UTC, datetime

    first, second = datetime(2027, 1, 1, 12, tzinfo=UTC), datetime(2027, 2, 2, 12, tzinfo=UTC)
    ask(lambda uow: releases.set_embargo(uow, made.release.id, first, "UTC"))  # another process: not announced
    editor.bars.embargo.chosen.emit("embargo", second, "UTC")
    qtbot.waitUntil(lambda: any("Somebody changed this meanwhile" in notice.text for notice in notices))
    assert ask(lambda uow: uow.releases.get(made.release.id)).embargo_at == first
