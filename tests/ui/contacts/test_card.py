"""The card saves what can be used, keeps what cannot in sight, and overwrites nobody."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.domain.contact import Contact, EmailAddress, Phone, Role, Usage
from desktop.services.directory import find_contacts, get_contact, save_contact
from desktop.ui.contacts.card import ContactCard
from desktop.ui.desk import Desk, Notice

ANA = Contact(
    "",
    "Ana",
    "Ruiz",
    languages=("es", "en"),
    emails=(EmailAddress("ana@diario.example"), EmailAddress("ana@casa.example", Usage.HOME, is_do_not_contact=True)),
    phones=(Phone("+50622125327", extension="12"),),
    roles=(Role("", "El Diario", "editora"),),
    tags=("migration",),
    country="CR",
    notes="Calls before ten.",
)


@pytest.fixture
def ana(ask: Callable[..., Any]) -> Contact:
    saved: Contact = ask(lambda uow: save_contact(uow, ANA).value)
    return saved


@pytest.fixture
def card(desk: Desk, qtbot: QtBot) -> Iterator[ContactCard]:
    made = ContactCard(desk, "CR")
    qtbot.addWidget(made)
    made.show()
    yield made
    desk.remove_flusher(made.save)


def show(card: ContactCard, contact: Contact, qtbot: QtBot) -> None:
    card.show_id(contact.id)
    qtbot.waitUntil(lambda: card.contact_id == contact.id, timeout=20_000)


def stored(ask: Callable[..., Any], contact: Contact) -> Contact:
    found: Contact = ask(lambda uow: get_contact(uow, contact.id))
    return found


def test_showing_a_person_changes_nothing(card: ContactCard, ana: Contact, qtbot: QtBot, desk: Desk) -> None:
    show(card, ana, qtbot)
    assert not card.keeper.is_changed()
    assert card.title.text() == "Ana Ruiz"
    card.save()
    assert not desk.undo_stack.count()


def test_every_field_is_saved_and_undone(
    card: ContactCard, ana: Contact, qtbot: QtBot, desk: Desk, ask: Callable[..., Any]
) -> None:
    show(card, ana, qtbot)
    form = card.form
    form.given.setText("  Ana  María ")
    form.tags.setText("migration, Health, health,")
    form.country.line.setText("honduras")
    form.emails.add()
    form.emails.rows[-1].field.setText("Ana Ruiz <ana@nuevo.example>")
    form.phones.add()
    form.phones.rows[-1].field.setText("2212-5337")
    form.roles.rows[0].title.setText("directora")
    form.blocked.setChecked(True)
    card.save()
    qtbot.waitUntil(lambda: not card.keeper.is_saving and not card.keeper.is_changed(), timeout=20_000)
    after = stored(ask, ana)
    assert after.given_name == "Ana María"
    assert after.tags == ("migration", "Health")
    assert after.country == "HN"
    assert [each.address for each in after.emails] == ["ana@diario.example", "ana@casa.example", "ana@nuevo.example"]
    assert after.emails[1].is_do_not_contact
    assert [each.number for each in after.phones] == ["+50622125327", "+50422125337"]
    assert (after.roles[0].title, after.roles[0].outlet_id) == ("directora", ana.roles[0].outlet_id)
    assert after.is_do_not_contact
    assert not card.keeper.is_changed(), "what was saved is what the card says"
    for _each in range(desk.undo_stack.count()):  # moving to another field saved in between
        desk.undo_stack.undo()
        stored(ask, ana)
    qtbot.waitUntil(lambda: card.form.given.text() == "Ana", timeout=20_000)
    assert replace(stored(ask, ana), rev=0, updated_at=None) == replace(ana, rev=0, updated_at=None)
    assert [row.field.text() for row in form.emails.rows] == ["ana@diario.example", "ana@casa.example"]


def test_a_useless_address_is_told_while_typing_and_never_stored(
    card: ContactCard, ana: Contact, qtbot: QtBot, ask: Callable[..., Any], notices: list[Notice]
) -> None:
    show(card, ana, qtbot)
    row = card.form.emails.rows[0]
    row.field.setFocus()
    row.field.clear()
    qtbot.keyClicks(row.field, "ana@@diario")
    assert row.field.property("state") == "problem"
    assert "needs one @" in row.note.text()
    card.form.given.setText("Anita")
    with qtbot.waitSignal(card.keeper.saved, timeout=20_000):
        card.save()
    after = stored(ask, ana)
    assert (after.given_name, after.emails) == ("Anita", ana.emails), "the stored address stays"
    assert row.field.text() == "ana@@diario", "what was typed stays in sight"
    card.show_id("")
    assert notices[-1].kind == "problem"
    assert "ana@@diario" in notices[-1].text


def test_an_invalid_phone_is_kept_as_written(
    card: ContactCard, ana: Contact, qtbot: QtBot, ask: Callable[..., Any]
) -> None:
    show(card, ana, qtbot)
    row = card.form.phones.rows[0]
    row.field.setText("ask at the desk")
    row.judge()
    card.form.committed.emit()
    assert "kept as it is written" in row.note.text()
    qtbot.waitUntil(lambda: not card.keeper.is_changed(), timeout=20_000)
    assert stored(ask, ana).phones[0].number == "ask at the desk"


def test_languages_by_keyboard(card: ContactCard, ana: Contact, qtbot: QtBot, ask: Callable[..., Any]) -> None:
    show(card, ana, qtbot)
    second = card.form.languages._chips.itemAt(1).widget()
    with qtbot.waitSignal(card.keeper.saved, timeout=20_000):
        qtbot.keyClick(second, Qt.Key.Key_Left)
    assert stored(ask, ana).languages == ("en", "es")
    first = card.form.languages._chips.itemAt(0).widget()
    with qtbot.waitSignal(card.keeper.saved, timeout=20_000):
        qtbot.keyClick(first, Qt.Key.Key_Delete)
    assert stored(ask, ana).languages == ("es",)


def test_somebody_else_saved_meanwhile(
    card: ContactCard, ana: Contact, qtbot: QtBot, desk: Desk, ask: Callable[..., Any]
) -> None:
    show(card, ana, qtbot)
    ask(lambda uow: save_contact(uow, replace(ana, city="Heredia")).value)
    card.form.given.setText("Anita")
    with qtbot.waitSignal(card.keeper.conflicted, timeout=20_000):
        card.save()
    assert card.conflict.isVisible()
    assert stored(ask, ana).city == "Heredia", "nothing was overwritten"
    with qtbot.waitSignal(card.keeper.saved, timeout=20_000):
        card.keep_button.click()
    assert stored(ask, ana).given_name == "Anita"
    ask(lambda uow: save_contact(uow, replace(get_contact(uow, ana.id), given_name="Anna")).value)
    card.form.city.setText("Alajuela")
    with qtbot.waitSignal(card.keeper.conflicted, timeout=20_000):
        card.save()
    card.theirs_button.click()
    qtbot.waitUntil(lambda: card.form.given.text() == "Anna", timeout=20_000)
    assert not card.conflict.isVisible()


def test_quick_edits_are_saved_one_after_the_other(
    card: ContactCard, ana: Contact, qtbot: QtBot, ask: Callable[..., Any]
) -> None:
    show(card, ana, qtbot)
    for name in ("A", "An", "Ani", "Anit", "Anita"):
        card.form.given.setText(name)
        card.save()
    qtbot.waitUntil(lambda: not card.keeper.is_saving and not card.keeper.is_changed(), timeout=20_000)
    assert stored(ask, ana).given_name == "Anita"
    assert not card.conflict.isVisible()


def test_a_new_person_is_added_once(card: ContactCard, qtbot: QtBot, ask: Callable[..., Any]) -> None:
    card.start_new()
    assert card.is_new
    card.form.given.setText("Zoë")
    card.save()
    card.form.family.setText("Brontë")
    card.save()
    qtbot.waitUntil(lambda: not card.is_new and not card.keeper.is_changed(), timeout=20_000)
    found = ask(lambda uow: find_contacts(uow, "zoe"))
    assert [each.name for each in found] == ["Zoë Brontë"]


def test_an_untouched_new_card_adds_nobody(card: ContactCard, qtbot: QtBot, desk: Desk) -> None:
    card.start_new()
    card.save()
    card.show_id("")
    assert not desk.undo_stack.count()
