"""Journey (d): a person added by keyboard, a table imported, somebody found, listed, deleted and brought back."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QLineEdit

from desktop.domain.contact import ContactQuery
from desktop.services import directory
from tests.journeys.hands import Hands

TABLE = (
    "Name,Email,Phone,Organization\n"
    "Aída Barrios,abarrios@diario.example,+506 2222 1111,Diario del Istmo\n"
    "Peter Holm,peter.holm@radio.example,+45 33 12 34 56,Radio Nord\n"
)


def names(hands: Hands, text: str = "") -> list[str]:
    return sorted(person.name for person in hands.ask(lambda uow: directory.find_contacts(uow, text)))


def test_added_imported_found_listed_deleted_undone(hands: Hands, tmp_path: Path) -> None:
    hands.press("Ctrl+4")
    add_by_keyboard(hands)
    import_table(hands, tmp_path / "people.csv")
    put_on_list(hands)
    delete_and_undo(hands)


def add_by_keyboard(hands: Hands) -> None:
    screen = hands.arrive("contacts")
    hands.press("Ctrl+N")
    assert hands.focus is screen.card.form.given
    hands.write("Lucía")
    hands.press("Tab")
    hands.write("Ñáñez")
    hands.tab_to("E-mail")
    hands.write("lucia@semanario.example")
    hands.tab_to("Phone")
    hands.write("+505 2270 1234")
    hands.press("Ctrl+S")
    hands.settle()
    (person,) = hands.ask(lambda uow: directory.find_contacts(uow, "nanez"))
    assert (person.name, person.email, person.phone) == ("Lucía Ñáñez", "lucia@semanario.example", "+50522701234")
    hands.until(lambda: screen.table.ids == (person.id,))
    assert hands.focus.accessibleName() == "Phone"  # saving moves nobody


def import_table(hands: Hands, file: Path) -> None:
    file.write_text(TABLE, "utf-8")
    hands.click("Import…")
    screen = hands.arrive("import-contacts")
    hands.drop(file, screen)
    hands.until(lambda: screen.import_button.isVisible() and screen.import_button.isEnabled())
    assert screen.import_button.text() == "Import 2 contacts"
    assert names(hands) == ["Lucía Ñáñez"]  # nothing before one says so
    hands.press("Ctrl+Return")
    hands.until(lambda: "2 contacts came in" in hands.words())
    hands.press("Esc")
    contacts = hands.arrive("contacts")
    hands.until(lambda: len(contacts.table.ids) == 3)
    assert names(hands) == ["Aída Barrios", "Lucía Ñáñez", "Peter Holm"]


def put_on_list(hands: Hands) -> None:
    screen = hands.arrive("contacts")
    hands.press("Ctrl+F")
    hands.write("aida")
    hands.until(lambda: len(screen.table.ids) == 1)
    hands.press("Down")
    hands.until(lambda: screen.card.title.text() == "Aída Barrios")
    hands.press("Ctrl+L")
    assert isinstance(hands.focus, QLineEdit)
    hands.write("Central America")
    hands.press("Return")
    hands.until(lambda: hands.told and "Central America" in hands.told[-1].text)
    (made,) = hands.ask(directory.media_lists)
    assert (made.name, made.size) == ("Central America", 1)


def delete_and_undo(hands: Hands) -> None:
    screen = hands.arrive("contacts")
    hands.until(screen.table.hasFocus)
    hands.press("Del")
    hands.settle()
    assert names(hands) == ["Lucía Ñáñez", "Peter Holm"]
    assert hands.told[-1].text == "Aída Barrios was deleted."
    hands.press("Ctrl+Z")
    hands.settle()
    assert names(hands) == ["Aída Barrios", "Lucía Ñáñez", "Peter Holm"]
    (restored,) = hands.ask(directory.media_lists)
    listed = hands.ask(lambda uow: uow.contacts.ids(ContactQuery(list_id=restored.id)))
    assert len(listed) == 1
    hands.until(lambda: len(screen.table.ids) == 1)
