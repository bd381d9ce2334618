"""What goes out comes back in, and no spreadsheet runs it."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import openpyxl
import pytest
import vobject
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.contacts.emails import email_key
from desktop.contacts.names import fold
from desktop.domain.contact import (
    BounceState,
    Consent,
    Contact,
    EmailAddress,
    EmbargoAgreement,
    Gender,
    Phone,
    Role,
    Usage,
)
from desktop.exchange.contact_draft import clean_line, clean_lines
from desktop.exchange.contact_files import read_contact_file
from desktop.exchange.contacts_table_out import to_csv, to_xlsx
from desktop.exchange.vcard_out import to_vcard

LINE = st.text(st.characters(exclude_categories=("Cs", "Cn", "Co")), max_size=25).map(clean_line)
WORD = LINE.filter(lambda text: bool(fold(text)))
NAME = LINE.filter(lambda text: not text or any(c.isalpha() for c in text))
ADDRESS = st.from_regex(r"[a-zñ0-9_'+-]{1,12}@[a-zñ]{1,10}\.(org|example)", fullmatch=True)
USAGE = st.sampled_from(Usage)
DAY = st.dates(date(1990, 1, 1), date(2100, 1, 1))
MAYBE_DAY = st.none() | DAY
TEXT = st.text(st.characters(exclude_categories=("Cs", "Cn", "Co")), max_size=30).map(clean_lines)
MOMENT = st.none() | st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - zone added
EMAILS = st.builds(
    EmailAddress, ADDRESS, USAGE, st.booleans(), st.booleans(), st.sampled_from(BounceState), MOMENT, TEXT
)
CONSENTS = st.builds(Consent, WORD, LINE, MAYBE_DAY, MAYBE_DAY, TEXT)
AGREEMENTS = st.builds(EmbargoAgreement, DAY, MAYBE_DAY, LINE, TEXT)
NUMBER = st.sampled_from(["+50622125327", "+50622125337", "+34911234567", "+41227179111", "+12024561414"])
PHONES = st.builds(Phone, NUMBER, USAGE, st.sampled_from(["", "12", "4321"]), st.booleans(), st.booleans())
ROLES = st.builds(Role, st.just(""), WORD, LINE, MAYBE_DAY, MAYBE_DAY)
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
    consents=st.lists(CONSENTS, unique=True, max_size=2).map(tuple),
    embargo_agreements=st.lists(AGREEMENTS, unique=True, max_size=2).map(tuple),
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
def test_xlsx_round_trip(people: list[Contact]) -> None:
    assert back(to_xlsx(people), "a.xlsx") == people


@pytest.mark.parametrize("version", ["3.0", "4.0"])
@settings(deadline=None)
@given(people=st.lists(PEOPLE, min_size=1, max_size=3))
def test_vcard_round_trip(version: str, people: list[Contact]) -> None:
    assert back(to_vcard(people, version=version), "a.vcf") == people


LISTS = {"p1": ["Prensa; región", "=1+1"], "p2": ["=1+1"]}


@pytest.mark.parametrize(
    ("name", "write"),
    [
        ("a.csv", to_csv),
        ("a.xlsx", to_xlsx),
        ("a.vcf", to_vcard),
        ("b.vcf", partial(to_vcard, version="3.0")),
    ],
)
def test_lists_come_back_and_tags_do_not_become_lists(name: str, write: Callable[..., bytes]) -> None:
    people = [Contact("p1", "Ana", tags=("radio",)), Contact("p2", "Luz"), Contact("p3", "Eva")]
    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(write(people, LISTS))
        rows = read_contact_file(path).rows
    assert [set(row.lists) for row in rows] == [set(LISTS.get(person.id, ())) for person in people]
    assert [row.contact.tags for row in rows if row.contact] == [("radio",), (), ()]


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
    book = openpyxl.load_workbook(io.BytesIO(to_xlsx([person])))
    written = [cell for row in book.active.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in written} == {"s"}
    assert all(cell.quotePrefix for cell in written if cell.row > 1)
    assert back(to_xlsx([person]), "a.xlsx") == [person]


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
