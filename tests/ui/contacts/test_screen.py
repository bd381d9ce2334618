"""The contacts screen: filter, open, add, delete, put on a list, export."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.domain.contact import Contact, ContactQuery, EmailAddress
from desktop.domain.ports import UnitOfWork
from desktop.services.directory import media_lists, save_contact
from desktop.ui.contacts.screen import ContactsScreen
from desktop.ui.desk import Desk, Notice, Route


def fill(uow: UnitOfWork) -> None:
    for name in ("Ana Núñez", "Bea Solís", "Carl Baker"):
        given, family = name.split()
        save_contact(uow, Contact("", given, family, emails=(EmailAddress(f"{given.lower()}@news.example"),)))


def opened(desk: Desk, qtbot: QtBot) -> ContactsScreen:
    screen = ContactsScreen(desk)
    qtbot.addWidget(screen)
    screen.resize(1100, 700)
    screen.show()
    screen.enter(Route("contacts"))
    qtbot.waitUntil(screen.is_ready, timeout=20_000)
    return screen


@pytest.fixture
def screen(desk: Desk, ask: Callable[..., Any], qtbot: QtBot) -> ContactsScreen:
    ask(fill)
    return opened(desk, qtbot)


def everybody(ask: Callable[..., Any]) -> int:
    return len(ask(lambda uow: uow.contacts.ids(ContactQuery())))


def test_an_empty_directory_teaches(desk: Desk, qtbot: QtBot) -> None:
    screen = opened(desk, qtbot)
    routes: list[Route] = []
    desk.routed.connect(routes.append)
    assert screen._empty.isVisible()
    assert screen._empty.button is not None
    screen._empty.button.click()
    assert routes == [Route("import-contacts")]


def test_filter_without_accents_then_enter_edits(screen: ContactsScreen, qtbot: QtBot) -> None:
    qtbot.keyClicks(screen.field, "nunez")
    qtbot.waitUntil(lambda: len(screen.table.ids) == 1, timeout=20_000)
    qtbot.keyClick(screen.field, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: screen.card.contact_id == screen.table.ids[0], timeout=20_000)
    assert screen.card.title.text() == "Ana Núñez"
    screen.field.setText("nobody of this name")
    qtbot.waitUntil(screen._nothing.isVisible, timeout=20_000)


def test_a_new_contact_appears_in_the_list(screen: ContactsScreen, qtbot: QtBot) -> None:
    screen.new_contact()
    screen.card.form.given.setText("Dora")
    screen.card.save()
    qtbot.waitUntil(lambda: len(screen.table.ids) == 4, timeout=20_000)
    qtbot.waitUntil(lambda: screen.table.current_id == screen.card.contact_id != "", timeout=20_000)
    assert screen.card.title.text() == "Dora"


def test_delete_and_undo(screen: ContactsScreen, qtbot: QtBot, ask: Callable[..., Any], notices: list[Notice]) -> None:
    screen.table.selectAll()
    assert screen.selection_bar.isVisible()
    screen.delete_selected()
    qtbot.waitUntil(lambda: everybody(ask) == 0 and screen._empty.isVisible(), timeout=20_000)
    assert notices[-1].text == "3 contacts were deleted."
    assert notices[-1].action is not None
    notices[-1].action()
    qtbot.waitUntil(lambda: len(screen.table.ids) == 3, timeout=20_000)


def test_onto_a_list_that_is_named_there(
    screen: ContactsScreen, desk: Desk, qtbot: QtBot, ask: Callable[..., Any], notices: list[Notice]
) -> None:
    screen.table.selectAll()
    screen.add_to_list()
    box = screen.deeds.chooser
    qtbot.keyClicks(box.field, "Dailies")
    qtbot.waitUntil(lambda: box.list.count() == 1, timeout=20_000)
    qtbot.keyClick(box.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(notices), timeout=20_000)
    assert [(each.name, each.size) for each in ask(media_lists)] == [("Dailies", 3)]
    desk.undo_stack.undo()
    assert ask(media_lists) == ()


def test_export_writes_whole_files(screen: ContactsScreen, tmp_path: Path, qtbot: QtBot, notices: list[Notice]) -> None:
    export = screen.deeds.export
    export.choose_path = lambda _parent, suggested, _filters: tmp_path / Path(suggested).name
    export.start(screen.table.ids, "Press: all", "csv")
    qtbot.waitUntil(lambda: len(notices) == 1, timeout=20_000)
    text = (tmp_path / "Press all.csv").read_text("utf-8-sig")
    assert "Núñez" in text
    assert len(text.splitlines()) == 4
    export.start(screen.table.ids[:1], "one", "vcard3")
    qtbot.waitUntil(lambda: len(notices) == 2, timeout=20_000)
    assert (tmp_path / "one.vcf").read_text("utf-8").count("BEGIN:VCARD") == 1
    export.choose_path = lambda _parent, _suggested, _filters: tmp_path / "missing" / "x.csv"
    export.start(screen.table.ids, "x", "csv")
    qtbot.waitUntil(lambda: len(notices) == 3, timeout=20_000)
    assert notices[-1].kind == "problem"


def test_a_route_opens_a_person(screen: ContactsScreen, qtbot: QtBot) -> None:
    wanted = screen.table.ids[2]
    screen.field.setText("ana")
    qtbot.waitUntil(lambda: len(screen.table.ids) == 1, timeout=20_000)
    screen.enter(Route("contacts", detail=wanted))
    qtbot.waitUntil(lambda: screen.table.current_id == wanted == screen.card.contact_id, timeout=20_000)
    assert screen.field.text() == ""


def test_every_field_has_a_name_for_a_screen_reader(screen: ContactsScreen, qtbot: QtBot) -> None:
    from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit

    screen.new_contact()
    for kind in (QLineEdit, QComboBox, QPlainTextEdit, QAbstractButton):
        for widget in screen.findChildren(kind):
            inner = isinstance(widget.parent(), QLineEdit) or "qt_" in widget.objectName()
            assert inner or not widget.isVisible() or widget.accessibleName() or getattr(widget, "text", str)(), widget
