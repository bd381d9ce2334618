"""Media lists through their screen: make, rename, fill, count, delete, undo."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop.domain.contact import Contact, EmailAddress, MediaList, Role
from desktop.domain.ports import UnitOfWork
from desktop.services.directory import add_to_list, media_lists, save_contact, save_media_list
from desktop.ui.desk import Desk, Notice, Route
from desktop.ui.media_lists.screen import MediaListsScreen


def fill(uow: UnitOfWork) -> tuple[str, ...]:
    ids = tuple(
        save_contact(
            uow,
            Contact(
                "",
                name,
                "Solís",
                languages=(language,),
                emails=(EmailAddress(f"{name.lower()}@news.example"),),
                roles=(Role("", "El Faro"),),
                country="SV",
            ),
        ).value.id
        for name, language in (("Ana", "es"), ("Bea", "es"), ("Carl", "en"), ("Dora", "es"))
    )
    dailies = save_media_list(uow, MediaList("", "Dailies")).value
    save_media_list(uow, MediaList("", "Radio"))
    add_to_list(uow, dailies.id, ids[:3])
    return ids


@pytest.fixture
def screen(desk: Desk, ask: Callable[..., Any], qtbot: QtBot) -> MediaListsScreen:
    ask(fill)
    made = MediaListsScreen(desk)
    qtbot.addWidget(made)
    made.resize(1000, 600)
    made.show()
    made.enter(Route("media-lists"))
    qtbot.waitUntil(lambda: len(made.members.table.ids) == 3 and bool(made.members.summary.text()), timeout=20_000)
    return made


def sizes(ask: Callable[..., Any]) -> dict[str, int]:
    return {each.name: each.size for each in ask(media_lists)}


def test_what_is_shown(screen: MediaListsScreen, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(screen.model)
    assert [(each.name, each.size) for each in screen.model.lists] == [("Dailies", 3), ("Radio", 0)]
    assert screen.members.summary.text() == "Spanish 2, English 1 · El Salvador 3 · 1 outlet"


def test_take_off_and_undo(
    screen: MediaListsScreen, desk: Desk, qtbot: QtBot, ask: Callable[..., Any], notices: list[Notice]
) -> None:
    table = screen.members.table
    table.select_id(table.ids[0])
    table.setFocus()
    screen.members.take_off()
    qtbot.waitUntil(lambda: len(table.ids) == 2, timeout=20_000)
    assert sizes(ask)["Dailies"] == 2
    assert notices[-1].action is not None
    notices[-1].action()
    qtbot.waitUntil(lambda: len(table.ids) == 3, timeout=20_000)


def test_add_by_typing(screen: MediaListsScreen, qtbot: QtBot, ask: Callable[..., Any]) -> None:
    box = screen.members.chooser
    screen.members.add()
    qtbot.waitUntil(lambda: box.list.count() == 1, timeout=20_000)
    qtbot.keyClicks(box.field, "dor")
    qtbot.waitUntil(lambda: box.list.count() == 1, timeout=20_000)
    qtbot.keyClick(box.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(screen.members.table.ids) == 4, timeout=20_000)
    assert box.isVisible(), "it stays for the next one"
    qtbot.keyClick(box.field, Qt.Key.Key_Escape)
    assert not box.isVisible()
    assert sizes(ask)["Dailies"] == 4


def test_rename_in_place(
    screen: MediaListsScreen, desk: Desk, qtbot: QtBot, ask: Callable[..., Any], notices: list[Notice]
) -> None:
    first = screen.model.index(0)
    screen.model.setData(first, "Daily papers")
    qtbot.waitUntil(
        lambda: first.data() == "Daily papers" and screen.members.name.text() == "Daily papers", timeout=20_000
    )
    screen.model.setData(screen.model.index(0), "radio")
    qtbot.waitUntil(lambda: bool(notices), timeout=20_000)
    assert "already" in notices[-1].text
    desk.undo_stack.undo()
    qtbot.waitUntil(lambda: "Dailies" in sizes(ask), timeout=20_000)


def test_new_list_opens_its_name(screen: MediaListsScreen, qtbot: QtBot, ask: Callable[..., Any]) -> None:
    screen.new_list()
    qtbot.waitUntil(lambda: screen.current is not None and screen.current.name == "New list", timeout=20_000)
    assert "New list" in sizes(ask)
    qtbot.waitUntil(lambda: screen.view.state() == screen.view.State.EditingState, timeout=20_000)
    qtbot.waitUntil(screen.members.empty.isVisible, timeout=20_000)


def test_delete_and_undo(
    screen: MediaListsScreen, qtbot: QtBot, ask: Callable[..., Any], notices: list[Notice]
) -> None:
    screen.delete_list()
    qtbot.waitUntil(lambda: len(screen.model.lists) == 1, timeout=20_000)
    assert notices[-1].action is not None
    notices[-1].action()
    qtbot.waitUntil(lambda: len(screen.model.lists) == 2, timeout=20_000)
    assert sizes(ask) == {"Dailies": 3, "Radio": 0}
