"""What goes out comes back in, and no spreadsheet runs it."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import vobject
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.contacts.emails import email_key
from desktop.contacts.names import fold
from desktop.domain.contact import BounceState, Contact, EmailAddress, Gender, Phone, Role, Usage
from desktop.exchange.contact_draft import clean_line, clean_lines
from desktop.exchange.contact_files import read_contact_file
from desktop.exchange.contacts_out import to_csv, to_vcard

LINE = st.text(st.characters(exclude_categories=("Cs", "Cn", "Co")), max_size=25).map(clean_line)
WORD = LINE.filter(lambda text: bool(fold(text)))
NAME = LINE.filter(lambda text: not text or any(c.isalpha() for c in text))
ADDRESS = st.from_regex(r"[a-zñ0-9_'+-]{1,12}@[a-zñ]{1,10}\.(org|example)", fullmatch=True)
USAGE = st.sampled_from(Usage)
EMAILS = st.builds(EmailAddress, ADDRESS, USAGE, st.booleans(), st.booleans(), st.sampled_from(BounceState))
NUMBER = st.sampled_from(["+50622125327", "+50622125337", "+34911234567", "+41227179111", "+12024561414"])
PHONES = st.builds(Phone, NUMBER, USAGE, st.sampled_from(["", "12", "4321"]), st.booleans(), st.booleans())
ROLES = st.builds(Role, st.just(""), WORD, LINE)
PEOPLE = st.builds(
    Contact,
    id=st.just(""),
    given_name=NAME.filter(bool),
    family_name=NAME,
    form_of_address=LINE,
    gender=st.sampled_from(Gender),
    languages=st.lists(st.sampled_from(["es", "en", "fr", "es-CR", "pt-BR"]), unique=True, max_size=4).map(tuple),
    emails=st.lists(EMAILS, unique_by=lambda e: email_key(e.address), max_size=3).map(tuple),
    phones=st.lists(PHONES, unique_by=lambda p: (p.number, p.extension), max_size=3).map(tuple),
    roles=st.lists(ROLES, unique_by=lambda r: (fold(r.outlet_name), fold(r.title)), max_size=3).map(tuple),
    tags=st.lists(WORD, unique_by=fold, max_size=4).map(tuple),
    beats=st.lists(WORD, unique_by=fold, max_size=2).map(tuple),
    country=st.sampled_from(["", "CR", "ES", "US", "CI", "CD"]),
    city=LINE,
    time_zone=st.sampled_from(["", "America/Costa_Rica"]),
    notes=st.text(st.characters(exclude_categories=("Cs", "Cn", "Co")), max_size=60).map(clean_lines),
    is_do_not_contact=st.booleans(),
    source_id=st.sampled_from(["", "17", "4fbe8971-0bc3-424c-9c26-36c3e1eff6b1"]),
)


def back(content: bytes, name: str) -> list[Contact | None]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(content)
        return [row.contact for row in read_contact_file(path).rows]


@settings(deadline=None)
@given(st.lists(PEOPLE, min_size=1, max_size=3))
def test_csv_round_trip(people: list[Contact]) -> None:
    assert back(to_csv(people), "a.csv") == people


@settings(deadline=None)
@given(st.lists(PEOPLE, min_size=1, max_size=3))
def test_vcard_round_trip(people: list[Contact]) -> None:
    assert back(to_vcard(people), "a.vcf") == people


def test_people_without_a_name_come_back_without_one() -> None:
    people = [
        Contact("", emails=(EmailAddress("desk@x.org"),)),
        Contact("", phones=(Phone("+50622125327", extension="9"),)),
        Contact("", emails=(EmailAddress("a@x.org"),), roles=(Role("", "Radio Uno"),)),
        Contact("", phones=(Phone("ask at the desk"),), roles=(Role("", "", "Editor"),)),
    ]
    assert back(to_csv(people), "a.csv") == people
    assert back(to_vcard(people), "a.vcf") == people


def test_an_id_of_ours_comes_back_as_the_source_id() -> None:
    (read,) = back(to_vcard([Contact("0192-x", "Eva")]), "a.vcf")
    assert read is not None
    assert (read.id, read.source_id) == ("", "0192-x")


@pytest.mark.parametrize("danger", ["=1+1", "+1", "-1", "@SUM(A1)", "'=1", "''@x"])
def test_no_cell_is_a_formula(danger: str) -> None:
    person = Contact("", "Eva", danger, city=danger, notes=danger, tags=(danger,))
    content = to_csv([person])
    assert content.startswith(b"\xef\xbb\xbf")
    cells = [cell for row in csv.reader(io.StringIO(content.decode("utf-8-sig"))) for cell in row]
    assert not [cell for cell in cells if cell[:1] in tuple("=+-@\t\r")]
    assert back(content, "a.csv") == [person]


def test_lines_are_folded_and_another_reader_understands_them() -> None:
    person = Contact(
        "", "María José", "Núñez", notes="Ávila " * 60, tags=("a;b", "c,d"), emails=(EmailAddress("m@x.org"),)
    )
    content = to_vcard([replace(person, notes=person.notes.strip())])
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    card = vobject.readOne(content.decode())
    assert card.fn.value == "María José Núñez"
    assert card.email.value == "m@x.org"
    assert card.note.value == person.notes.strip()
