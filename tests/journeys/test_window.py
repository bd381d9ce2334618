"""Journeys (e) and (f): the window speaks another language; the workspace is open elsewhere."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication

from desktop.app import wiring
from desktop.i18n import interface_language
from desktop.services import releases
from desktop.ui.desk import Route
from desktop.ui.window.main_window import MainWindow
from tests.journeys.conftest import Launch
from tests.journeys.hands import Hands


def test_spanish_from_the_settings_and_nothing_typed_is_lost(launch: Launch) -> None:
    hands = launch(sample=True)
    hands.arrive("home")
    source_id, release_id = type_in_the_editor(hands)
    first = hands.window
    hands.press("Ctrl+7")
    settings = hands.arrive("settings")
    hands.tab_to("Your name")
    hands.write("Inés")  # still in the field when the language changes
    hands.choose(settings.language, "es")
    hands.until(lambda: hands.window is not first and hands.window.isActiveWindow())
    hands.arrive("settings")
    assert interface_language() == "es"
    assert {"Ajustes", "Comunicados"} <= set(hands.words().replace(" Com", "Com").splitlines())
    assert [w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow) and w.isVisible()] == [hands.window]
    assert "Inés" in hands.desk.preferences.get("author")
    assert hands.ask(lambda uow: uow.documents.load(source_id)).plain_text.rstrip().endswith("Todavía sin guardar")
    hands.desk.navigate(Route("editor", release_id))
    page = hands.arrive("editor").page
    assert page.toPlainText().rstrip().endswith("Todavía sin guardar")
    page.moveCursor(QTextCursor.MoveOperation.End)
    hands.write(" – ya sí")
    hands.settle()
    assert hands.ask(lambda uow: uow.documents.load(source_id)).plain_text.rstrip().endswith("ya sí")
    hands.press("Ctrl+2")
    hands.arrive("releases")


def type_in_the_editor(hands: Hands) -> tuple[str, str]:
    hands.press("Ctrl+2")
    screen = hands.arrive("releases")
    hands.until(lambda: screen.current() is not None)
    hands.press("Return")
    page = hands.arrive("editor").page
    release_id = hands.window.route.release_id
    page.moveCursor(QTextCursor.MoveOperation.End)
    assert hands.focus is page
    hands.write(" Todavía sin guardar")
    opened = hands.ask(lambda uow: releases.open_release(uow, release_id), flush=False)
    return opened.source.id, release_id


def test_a_workspace_open_elsewhere_is_said_in_a_sentence(launch: Launch, tmp_path: Path) -> None:
    path = tmp_path / "shared.comunicado"
    with wiring.create_new(path, author="Somebody else"):
        hands = launch(path=path)
        hands.until(lambda: not hands.window.rail.isEnabled())
        words = hands.words()
        assert "The workspace could not be opened" in words
        assert "open" in words.lower()
        assert str(tmp_path) not in words
        for keys in ("Ctrl+2", "Ctrl+Shift+N", "Ctrl+Z", "Ctrl+Shift+P"):  # no key wakes what cannot work
            hands.press(keys)
        hands.press("Esc")
        hands.close()
