"""The screen and its tabs."""

from __future__ import annotations

from typing import Any

from pytestqt.qtbot import QtBot

from desktop.ui.desk import Desk, Route
from desktop.ui.help.pages import help_page
from desktop.ui.registry import SCREENS
from desktop.ui.terms_memory.screen import TermsMemoryScreen
from desktop.ui.terms_memory.tabs import TABS


def test_it_shows_the_tab_that_the_route_names_and_makes_no_other(desk: Desk, qtbot: QtBot) -> None:
    screen = TermsMemoryScreen(desk)
    qtbot.addWidget(screen)
    screen.enter(Route("terms-memory", language="memory"))
    qtbot.waitUntil(screen.is_ready)
    assert screen.title() == "Translation memory"
    assert screen.bar.count() == len(TABS)
    assert list(screen._made) == ["memory"]


def test_it_stands_in_the_rail_with_a_key_and_help_of_its_own(qapp: Any) -> None:
    (entry,) = [each for each in SCREENS if each.name == "terms-memory"]
    assert entry.in_rail
    assert [each.name for each in SCREENS if each.shortcut == entry.shortcut] == ["terms-memory"]
    assert {help_page(entry.name, language).stem for language in ("en", "es")} == {"terms-memory"}
