"""A release from a template by its form."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop.domain.document import BlockKind
from desktop.services import releases
from desktop.ui.desk import Desk, Route
from desktop.ui.new_release.screen import NewReleaseScreen


def shown(desk: Desk, qtbot: QtBot) -> NewReleaseScreen:
    screen = NewReleaseScreen(desk)
    qtbot.addWidget(screen)
    screen.resize(1100, 700)
    screen.show()
    screen.enter(Route("new"))
    qtbot.waitUntil(screen.is_ready)
    return screen


def type_into(screen: NewReleaseScreen, name: str, text: str) -> None:
    field = screen.field(name)
    assert isinstance(field, QLineEdit)
    field.setText(text)


def test_typed_gaps_are_filled_and_the_others_stay_visible(desk: Desk, ask: Callable[[Any], Any], qtbot: QtBot) -> None:
    screen = shown(desk, qtbot)
    type_into(screen, "headline", "Two offices open in the north")
    type_into(screen, "place", "Managua")
    qtbot.waitUntil(lambda: "Two offices open" in screen.preview.toPlainText())
    assert "Managua" in screen.preview.toPlainText()
    with qtbot.waitSignal(desk.routed) as routed:
        screen.create_release()
    route = routed.args[0]
    assert route.screen == "editor"
    opened = ask(lambda uow: releases.open_release(uow, route.release_id))
    assert opened.release.title == "Two offices open in the north"
    assert opened.document.open_gaps()
    assert opened.document.first(BlockKind.HEADLINE) is not None


def test_another_template_and_language(desk: Desk, qtbot: QtBot) -> None:
    screen = shown(desk, qtbot)
    screen.cards.choose(1)
    before = screen.preview.toPlainText()
    screen.languages.setCurrentIndex(screen.languages.findData("es"))
    assert screen.language == "es"
    assert screen.preview.toPlainText() != before


def test_every_field_has_a_name(desk: Desk, qtbot: QtBot) -> None:
    screen = shown(desk, qtbot)
    assert all(field.widget.accessibleName() for field in screen._fields.values())
