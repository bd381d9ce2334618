"""Importing contact files through the screen, on a real workspace."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop.domain.contact import Contact, ContactQuery, EmailAddress
from desktop.services.directory import find_contacts, save_contact
from desktop.ui.desk import Desk, Notice, Route
from desktop.ui.import_contacts.screen import ImportContactsScreen

TABLE = """Nombre;Apellidos;Correo;Teléfono;Medio;Apodo
María José;García-Núñez;mj@nacion.example;2212-5327;La Nación;Majo
Iván;Muñoz;ivan@diario.example;506-2212-5337;El Diario;
Iván;Muñoz;ivan@diario.example;506-2212-5337;El Diario;
Zoë;Brontë;zoe@paper.example;+44 20 7946 0018;The Paper;
"""
CARDS = """BEGIN:VCARD
VERSION:3.0
FN:Karla Solís
N:Solís;Karla;;;
EMAIL:karla@faro.example
END:VCARD
BEGIN:VCARD
VERSION:3.0
NOTE:nobody in here
END:VCARD
BEGIN:VCARD
VERSION:4.0
FN:Tom Baker
EMAIL:tom@agency.example
END:VCARD
"""


@pytest.fixture
def screen(desk: Desk, qtbot: QtBot) -> ImportContactsScreen:
    made = ImportContactsScreen(desk)
    made.preview.reading.region.choose("CR")
    qtbot.addWidget(made)
    made.show()
    made.enter(Route("import-contacts"))
    return made


def shown(screen: ImportContactsScreen, path: Path, qtbot: QtBot) -> list[str]:
    screen.open(path)
    qtbot.waitUntil(lambda: screen.is_ready() and bool(screen.preview.model.rows), timeout=20_000)
    return [row.outcome for row in screen.preview.model.rows]


def everybody(ask: Callable[..., Any]) -> int:
    return len(ask(lambda uow: uow.contacts.ids(ContactQuery())))


def test_a_table_comes_in_and_goes_out_again(
    screen: ImportContactsScreen,
    desk: Desk,
    tmp_path: Path,
    qtbot: QtBot,
    qtmodeltester: ModelTester,
    ask: Callable[..., Any],
    notices: list[Notice],
) -> None:
    known = ask(
        lambda uow: save_contact(uow, Contact("", "Zoë", "Brontë", emails=(EmailAddress("zoe@paper.example"),)))
    )
    path = tmp_path / "lista.csv"
    path.write_bytes(TABLE.encode("cp1252"))
    assert shown(screen, path, qtbot) == ["new", "new", "duplicate", "changed"]
    qtmodeltester.check(screen.preview.model)
    assert "Windows-1252" in screen.preview.facts.text()
    assert "semicolon" in screen.preview.facts.text()
    assert screen.preview.table.model().index(3, 6).data() == "Adds to: Phone, Outlet"
    assert everybody(ask) == 1, "a preview writes nothing"
    screen.preview.chips["duplicate"].click()
    assert screen.preview.model.rowCount() == 1
    screen.import_button.click()
    qtbot.waitUntil(lambda: bool(notices), timeout=20_000)
    assert everybody(ask) == 3
    assert ask(lambda uow: find_contacts(uow, "garcia nunez"))[0].phone == "+50622125327"
    assert ask(lambda uow: uow.contacts.get(known.value.id)).phone
    assert notices[-1].action is not None
    notices[-1].action()
    qtbot.waitUntil(lambda: everybody(ask) == 1, timeout=20_000)
    assert not ask(lambda uow: uow.contacts.get(known.value.id)).phone


def test_one_bad_card_costs_that_card(
    screen: ImportContactsScreen, tmp_path: Path, qtbot: QtBot, ask: Callable[..., Any], notices: list[Notice]
) -> None:
    path = tmp_path / "cards.vcf"
    path.write_text(CARDS, encoding="utf-8", newline="\r\n")
    assert shown(screen, path, qtbot) == ["new", "refused", "new"]
    assert screen.preview.model.rows[1].reason
    assert not screen.preview.mapping.isVisible()
    assert "1 row is left out" in screen.summary.text()
    screen.carry_out()
    qtbot.waitUntil(lambda: bool(notices), timeout=20_000)
    assert everybody(ask) == 2


def test_another_field_for_a_column_is_read_anew(screen: ImportContactsScreen, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "lista.csv"
    path.write_text(TABLE, encoding="utf-8")
    shown(screen, path, qtbot)
    choice = screen.preview.mapping.choices[-1]
    assert choice.value == ""
    choice.choose("notes")
    choice.activated.emit(choice.currentIndex())

    def has_note() -> bool:
        contact = screen.preview.model.rows[0].contact
        return contact is not None and contact.notes == "Majo"

    qtbot.waitUntil(has_note, timeout=20_000)
    assert screen.preview.mapping.choices[-1] is choice, "the choices stay, with the focus"


def test_a_file_that_cannot_be_read_is_told(
    screen: ImportContactsScreen, tmp_path: Path, qtbot: QtBot, notices: list[Notice]
) -> None:
    path = tmp_path / "photo.png"
    path.write_bytes(b"\x89PNG")
    screen.open(path)
    qtbot.waitUntil(lambda: bool(notices), timeout=20_000)
    assert notices[0].kind == "problem"
    assert screen.start.isVisible()


def test_the_same_file_twice_brings_nothing(
    screen: ImportContactsScreen, tmp_path: Path, qtbot: QtBot, notices: list[Notice]
) -> None:
    path = tmp_path / "lista.csv"
    path.write_text(TABLE, encoding="utf-8")
    shown(screen, path, qtbot)
    screen.carry_out()
    qtbot.waitUntil(lambda: bool(notices), timeout=20_000)
    screen.open(path)
    qtbot.waitUntil(lambda: {row.outcome for row in screen.preview.model.rows} == {"duplicate"}, timeout=20_000)
    assert not screen.import_button.isVisible()
    assert "nothing new" in screen.summary.text()
