"""Contact files as Outlook, Google, Apple, Thunderbird, Nextcloud, OpenLDAP and spreadsheets write them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from desktop.domain.contact import Contact, Gender, Usage
from desktop.domain.errors import BadInputError
from desktop.exchange.contact_files import ReadContacts, ReadingOptions, read_contact_file
from desktop.exchange.contacts_csv import read_csv
from tests.unit.exchange import contact_samples as samples

PRESS = Path(__file__).parents[2] / "fixtures" / "exchange" / "press.xls"


def read(tmp_path: Path, name: str, content: bytes, **options: str) -> ReadContacts:
    path = tmp_path / name
    path.write_bytes(content)
    return read_contact_file(path, ReadingOptions(region="CR", **options))  # type: ignore[arg-type]


def one(found: ReadContacts, place: int = 0) -> Contact:
    contact = found.rows[place].contact
    assert contact is not None, found.rows[place].reason
    return contact


def reached(person: Contact) -> tuple[list[str], list[tuple[str, Usage]]]:
    return [e.address for e in person.emails], [(p.number, p.usage) for p in person.phones]


def test_outlook_in_spanish(tmp_path: Path) -> None:
    found = read(tmp_path, "a.csv", samples.OUTLOOK_ES)
    person = one(found)
    assert (person.form_of_address, person.given_name, person.family_name) == ("Dra.", "María José", "Núñez Ávila")
    assert reached(person) == (
        ["mj@nacion.example", "mj2@nacion.example"],
        [("+50622125327", Usage.WORK), ("+50622125337", Usage.WORK), ("+50622223344", Usage.HOME),
         ("+50688887777", Usage.MOBILE)],
    )  # fmt: skip
    assert person.phones[1].extension == "12"
    assert (person.city, person.country, person.gender) == ("San José", "CR", Gender.FEMININE)
    assert (person.organisation, person.roles[0].title, person.languages) == ("La Nación", "Editora", ("es",))
    assert (person.tags, found.rows[0].lists, found.groups) == (("Prensa", "Salud"),) * 3
    assert person.notes == "Llamar antes\nde las 9"
    assert found.encoding == "cp1252"


def test_outlook_in_english(tmp_path: Path) -> None:
    person = one(read(tmp_path, "a.csv", samples.OUTLOOK_EN))
    assert (person.form_of_address, person.name) == ("Dr.", "Seán O’Brien")
    assert reached(person) == (
        ["sean@paper.example"], [("+442079460018", Usage.WORK), ("+447400123456", Usage.MOBILE)]
    )  # fmt: skip
    assert (person.city, person.country, person.gender) == ("London", "GB", Gender.MASCULINE)


@pytest.mark.parametrize("content", [samples.GOOGLE, samples.GOOGLE_NEW])
def test_google_old_and_new(tmp_path: Path, content: bytes) -> None:
    found = read(tmp_path, "a.csv", content)
    person = one(found)
    assert person.name == "Ana Mora"
    assert "ana@faro.example" in reached(person)[0]
    assert reached(person)[1] == [("+50688887777", Usage.MOBILE)], "a fax is no phone"
    assert (person.organisation, person.roles[0].title) == ("Radio Faro", "Reportera")
    assert "Prensa" in found.groups
    assert "myContacts" not in found.groups


def test_thunderbird_in_spanish(tmp_path: Path) -> None:
    person = one(read(tmp_path, "a.csv", samples.THUNDERBIRD_ES))
    assert (person.given_name, person.family_name, person.city) == ("Iván", "Muñoz", "San José")
    assert reached(person) == (
        ["ivan@diario.example", "ivan@casa.example"],
        [("+50622125337", Usage.WORK), ("+50622223344", Usage.HOME), ("+50688887778", Usage.MOBILE)],
    )


def test_a_title_above_the_header(tmp_path: Path) -> None:
    found = read(tmp_path, "a.csv", samples.TITLED)
    person = one(found)
    assert (person.given_name, person.family_name, found.rows[0].row) == ("José", "Núñez", 4)
    assert any("above the header" in each for each in found.warnings)


def test_a_tree_of_ldif(tmp_path: Path) -> None:
    found = read(tmp_path, "a.ldif", samples.LDIF)
    maria, ivan, nobody = found.rows
    person = one(found)
    assert (person.name, person.organisation, person.city, person.country) == (
        "María José Núñez",
        "La Nación",
        "San José",
        "CR",
    )
    assert reached(person) == (
        ["mj@nacion.example", "mj@casa.example"], [("+50622125327", Usage.WORK), ("+50688887777", Usage.MOBILE)]
    )  # fmt: skip
    assert (person.languages, person.source_id[:8]) == (("es", "en"), "4fbe8971")
    assert ivan.contact is not None
    assert (ivan.contact.name, ivan.contact.source_id) == ("Iván Muñoz", "ivan")
    assert ivan.warnings == ("1 line could not be read.",)
    assert nobody.contact is None
    assert (maria.lists, ivan.lists, found.groups) == (("Prensa",),) * 3
    assert found.outside == {"Prensa": ("far@away.example",)}


def test_apple_cards(tmp_path: Path) -> None:
    found = read(tmp_path, "a.vcf", samples.APPLE)
    person = one(found)
    assert reached(person)[1] == [("+50688887777", Usage.MOBILE), ("+50622125327", Usage.HOME)]
    assert person.emails[0].usage is Usage.OTHER
    assert "2255" in person.notes, "the fax is kept in the notes"
    assert (found.rows[0].lists, found.outside) == (("Prensa",), {"Prensa": ("gone",)})


def test_nextcloud_cards(tmp_path: Path) -> None:
    found = read(tmp_path, "a.vcf", samples.NEXTCLOUD)
    assert one(found).tags == ("Prensa", "Radio, local")
    assert found.groups == ("Amigos", "Prensa", "Radio, local")


def test_cards_from_everywhere_in_one_file(tmp_path: Path) -> None:
    found = read(tmp_path, "a.vcf", samples.MIXED)
    assert [row.contact.name for row in found.rows if row.contact] == ["Ana Núñez", "Iván Muñoz", "Zoë Brontë"]


@pytest.mark.parametrize("encoding", ["cp1252", "mac-roman", "utf-16", "utf-8", "cp850"])
def test_an_accent_is_read_as_it_was_written(tmp_path: Path, encoding: str) -> None:
    text = "Nombre;Apellidos;Correo\nJosé;Muñoz Ibáñez;j@x.example\nMaría;López;m@x.example\n"
    chosen = {"encoding": encoding} if encoding == "cp850" else {}
    found = read(tmp_path, "a.csv", text.encode(encoding), **chosen)
    assert one(found).family_name == "Muñoz Ibáñez"
    assert {"José", "Muñoz", "Ibáñez", "María", "López"} <= set(found.samples)


def test_windows_text_is_never_taken_for_a_mac_s(tmp_path: Path) -> None:
    text = "Name,Email\nSeán O’Brien – “Ñúñez”…,s@x.example\n"
    assert read(tmp_path, "a.csv", text.encode("cp1252")).encoding == "cp1252"


def test_a_workbook_of_several_sheets(tmp_path: Path) -> None:
    found = read(tmp_path, "a.xlsx", samples.workbook())
    jose = one(found)
    assert (found.sheet, found.sheets) == ("Prensa", ("Portada", "Prensa", "Radio"))
    assert (jose.phones[0].number, jose.source_id, jose.consents[0].given_on) == (
        "+50622125327",
        "17",
        date(2024, 5, 3),
    )
    assert [row.row for row in found.rows] == [4, 6]
    assert one(found, 1).source_id == "18"
    assert any("Radio" in each for each in found.warnings)
    assert one(read(tmp_path, "a.xlsx", samples.workbook(), sheet="Radio")).name == "Ana Mora"
    with pytest.raises(BadInputError, match="no sheet"):
        read(tmp_path, "a.xlsx", samples.workbook(), sheet="Nothing")


def test_an_old_workbook_and_an_open_document(tmp_path: Path) -> None:
    for found in (
        read(tmp_path, "a.xls", PRESS.read_bytes()),
        read(tmp_path, "a.ods", samples.open_document(1_048_570)),
    ):
        person = one(found)
        assert (person.name, person.consents[0].given_on) == ("José Núñez", date(2024, 5, 3))


@pytest.mark.parametrize("cell", ["XFD1048576", "ZZ9000"])
def test_a_cell_far_out_is_refused_before_it_is_held(tmp_path: Path, cell: str) -> None:
    with pytest.raises(BadInputError, match="unpacks"):
        read(tmp_path, "a.xlsx", samples.hostile_workbook(cell))


def test_a_number_that_a_spreadsheet_broke_is_told(tmp_path: Path) -> None:
    rows = "Nombre,Correo,Teléfono\nAna,a@x.example,5.06221E+10\nLuz,l@x.example,5.0622125327E+10\n"
    found = read(tmp_path, "a.csv", rows.encode())
    assert one(found).phones[0].number == "5.06221E+10"
    assert "shortened" in found.rows[0].warnings[0]
    assert one(found, 1).phones[0].number == "+50622125327"


def test_two_open_quotation_marks_cost_two_rows(tmp_path: Path) -> None:
    rows = 'Nombre,Correo\n"Ana,a@x.example\nLuz,l@x.example\n"Eva,e@x.example\n"Sol, la",s@x.example\n'
    path = tmp_path / "a.csv"
    path.write_text(rows, encoding="utf-8")
    found = read_csv(path)
    assert [bool(row.contact) for row in found.rows] == [False, True, False, True]
    assert [row.row for row in found.rows] == [2, 3, 4, 5]


def test_a_day_that_two_people_read_differently_is_not_guessed(tmp_path: Path) -> None:
    rows = "Name,Email,Consent date,Embargo agreement\nAna,a@x.example,08/11/2024,31/12/2024\n"
    found = read(tmp_path, "a.csv", rows.encode())
    person = one(found)
    assert person.consents == ()
    assert "08/11/2024" in person.notes
    assert person.embargo_agreements[0].agreed_on == date(2024, 12, 31)
