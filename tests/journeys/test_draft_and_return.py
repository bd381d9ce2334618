"""Journey (c): a release from a template by keyboard, closed, opened again: text and place are as they were."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QDateEdit, QPushButton

from desktop.app.preferences import FilePreferences
from desktop.services import releases
from tests.journeys.conftest import Launch
from tests.journeys.hands import Hands

HEADLINE = "Two offices open in the north – “at last”"
LEAD = "People in Estelí and Ocotal no longer travel a day for their papers."


def test_written_closed_and_opened_again(launch: Launch) -> None:
    preferences = FilePreferences(None)
    hands = launch(preferences)
    hands.arrive("home")
    release_id = fill_the_form(hands)
    editor = hands.arrive("editor")
    hands.until(lambda: editor.side.gaps.row_count() == 8)
    assert {"Subhead", "Quotation", "Press contact"} <= gap_names(hands)
    set_dateline(hands)
    editor.page.moveCursor(QTextCursor.MoveOperation.End)
    hands.press("Return")
    hands.write("The last words: mañana.")
    hands.window.resize(780, 640)
    hands.close()  # at once: nothing waits for the autosave

    again = launch(preferences, hands.path)
    editor = again.arrive("editor")
    assert again.window.route.release_id == release_id
    assert (again.window.width(), again.window.height()) == (780, 640)
    text = editor.page.toPlainText()
    for words in (HEADLINE, LEAD, "Estelí, ", "The last words: mañana."):
        assert words in text
    assert again.focus is editor.page
    opened = again.ask(lambda uow: releases.open_release(uow, release_id))
    assert opened.document.plain_text.rstrip().endswith("The last words: mañana.")
    assert opened.release.title == HEADLINE


def fill_the_form(hands: Hands) -> str:
    hands.press("Ctrl+Shift+N")
    screen = hands.arrive("new")
    hands.until(lambda: hands.focus is screen.field("headline"))
    hands.write(HEADLINE)
    hands.press("Tab", "Tab")
    assert hands.focus is screen.field("place")
    hands.write("Managua")
    hands.press("Esc", "Tab", "Space")  # the suggestions away; the date is known
    hands.tab_to("Lead")
    hands.write(LEAD)
    hands.until(lambda: LEAD in screen.preview.toPlainText())
    assert "MANAGUA" in screen.preview.toPlainText().upper()
    hands.press("Ctrl+Return")
    editor = hands.arrive("editor")
    assert editor.release is not None
    assert editor.release.title == HEADLINE
    return str(editor.release.id)


def gap_names(hands: Hands) -> set[str]:
    editor = hands.window.screen_shown
    return {each.accessibleName() for each in editor.side.gaps.findChildren(QPushButton)}  # type: ignore[union-attr]


def set_dateline(hands: Hands) -> None:
    hands.press("Ctrl+Alt+D")
    assert hands.focus.accessibleName() == "Place"
    hands.write("Estelí")
    date = hands.seen(QDateEdit, "Date")
    assert date.isEnabled()  # the date given in the form
    hands.press("Return", "Return")  # the place that is suggested; the dateline
    editor = hands.window.screen_shown
    hands.until(lambda: "Estelí, " in editor.page.toPlainText())  # type: ignore[union-attr]
    hands.until(lambda: hands.focus is editor.page)  # type: ignore[union-attr]
