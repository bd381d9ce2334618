"""Importing people as one deed: lists and outlets with them, taken back whole, also much later."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.contacts.import_rows import ReadContact
from desktop.domain.contact import Contact, ContactQuery, EmailAddress, MediaList, Phone, Role
from desktop.domain.contact_json import contact_fingerprint, contact_from_json, contact_to_json
from desktop.domain.errors import BadInputError
from desktop.exchange.read_contacts import ReadingOptions
from desktop.services import directory
from desktop.services.contact_export import leaving_people, list_called
from desktop.services.contact_import import ImportReport, ImportSource, import_contacts, plan_contacts
from desktop.services.contact_import_undo import imports, undo_import
from desktop.services.import_profiles import find_profile, profiles, remove_profile, save_profile
from tests.integration.services.office import Office


def read(row: int, given_name: str, *emails: str, lists: tuple[str, ...] = (), **more: object) -> ReadContact:
    contact = Contact("", given_name, emails=tuple(map(EmailAddress, emails)))
    return ReadContact(row, replace(contact, **more), lists=lists)  # type: ignore[arg-type]


ROWS = (
    read(2, "Ana", "ana@x.example", lists=("Prensa",), roles=(Role("", "La Nación", "Editora"),)),
    read(3, "Luz", "luz@x.example", lists=("prensa", "Radio"), roles=(Role("", "LA NACIÓN"), Role("", "Faro"))),
    read(4, "Ana", "ana@x.example", lists=("Radio",)),
    ReadContact(5, None, reason="Nobody."),
    read(6, "Eva", phones=(Phone("+50622125327"),)),
)


def bring(office: Office, rows: tuple[ReadContact, ...] = ROWS, **source: object) -> ImportReport:
    planned = office.do(plan_contacts, rows)
    return office.do(import_contacts, planned, ImportSource("a.csv", **source)).value  # type: ignore[arg-type]


def state(office: Office) -> tuple[object, ...]:
    """Everything an import may touch, without what only says when and how often it was saved."""
    people, lists = office.do(leaving_people)
    cards = sorted((contact_fingerprint(person), sorted(lists.get(person.id, ()))) for person in people)
    names = sorted((each.name, each.size) for each in office.do(directory.media_lists))
    return cards, names, sorted(each.name for each in office.do(directory.outlets))


def test_people_lists_and_outlets_come_in_and_go_again(office: Office) -> None:
    before = state(office)
    report = bring(office)
    assert (report.added, report.changed, report.lists) == (3, 0, ("Prensa", "Radio"))
    after = state(office)
    assert after[1] == [("Prensa", 2), ("Radio", 2)]
    assert after[2] == ["Faro", "La Nación"]
    (batch,) = office.do(imports)
    assert (batch.id, batch.file_name, batch.undone_at) == (report.batch_id, "a.csv", None)
    undone = office.do(undo_import, report.batch_id[:13])
    assert (undone.value.removed, undone.value.kept) == (3, ())
    assert state(office) == before
    assert office.do(imports)[0].undone_at is not None
    with pytest.raises(BadInputError):
        office.do(undo_import, report.batch_id)
    again = office.undo(undone)
    assert state(office) == after
    office.undo(again)
    assert state(office) == before


def test_the_same_rows_twice_add_nothing(office: Office) -> None:
    bring(office)
    after = state(office)
    planned = office.do(plan_contacts, ROWS)
    assert {row.outcome for row in planned} == {"duplicate", "refused"}
    report = office.do(import_contacts, planned)
    assert (report.value.count, report.inverse) == (0, None)
    assert state(office) == after


def test_somebody_changed_since_stays_and_is_told(office: Office) -> None:
    ana = office.do(directory.save_contact, Contact("", "Ana", emails=(EmailAddress("ana@x.example"),))).value
    luz = office.do(directory.save_contact, Contact("", "Luz", emails=(EmailAddress("luz@x.example"),))).value
    report = bring(office)
    assert (report.added, report.changed) == (1, 2)
    now = office.do(directory.get_contact, luz.id)
    office.do(directory.save_contact, replace(now, city="Limón"))
    undone = office.do(undo_import, report.batch_id).value
    assert (undone.removed, undone.restored, [name for name, _why in undone.kept]) == (1, 1, ["Luz"])
    assert office.do(directory.get_contact, ana.id).roles == ()
    assert office.do(directory.get_contact, luz.id).city == "Limón"
    assert state(office)[1] == [("Prensa", 1), ("Radio", 1)], "who stays, stays on the lists"
    assert state(office)[2] == ["Faro", "La Nación"]


def test_a_deleted_card_and_a_renamed_list_are_left_alone(office: Office) -> None:
    report = bring(office)
    eva = office.do(directory.contact_ids, ContactQuery("eva")).ids[0]
    office.do(directory.remove_contacts, [eva])
    radio = office.do(list_called, "radio")
    office.do(directory.save_media_list, replace(radio, name="Emisoras"))
    undone = office.do(undo_import, report.batch_id).value
    assert undone.removed == 2
    assert state(office)[1] == [("Emisoras", 0)]


def test_known_people_come_onto_a_list_as_a_change(office: Office) -> None:
    ana = office.do(directory.save_contact, Contact("", "Ana", emails=(EmailAddress("ana@x.example"),))).value
    office.do(directory.save_media_list, MediaList("", "PRENSA"))
    rows = (read(2, "Ana", "ana@x.example", lists=("Prensa",)),)
    (planned,) = office.do(plan_contacts, rows)
    assert (planned.outcome, "Prensa" in planned.reason) == ("changed", True)
    assert office.do(plan_contacts, rows, with_lists=False)[0].outcome == "duplicate"
    report = bring(office, rows)
    assert office.do(directory.contact_ids, ContactQuery(list_id=office.do(list_called, "prensa").id)).ids == (ana.id,)
    assert office.do(plan_contacts, rows)[0].outcome == "duplicate"
    office.do(undo_import, report.batch_id)
    assert state(office)[1] == [("PRENSA", 0)]


def test_members_whom_a_list_names_by_address_or_id_are_found(office: Office) -> None:
    ana = office.do(
        directory.save_contact, Contact("", "Ana", emails=(EmailAddress("ana@x.example"),), source_id="u-1")
    ).value
    report = bring(office, (), outside={"Prensa": ("u-1", "nobody@x.example"), "Empty": ("u-2",)})
    assert [person.id for person in office.do(leaving_people, list_id=office.do(list_called, "Prensa").id)[0]] == [
        ana.id
    ]
    office.do(undo_import, report.batch_id)
    assert state(office)[1] == []


NAMES = st.sampled_from(["Ana", "Luz", "Eva", "Iván"])
SOME = st.lists(
    st.tuples(NAMES, st.sampled_from(["", "a@x.example", "b@x.example"]), st.sampled_from(["", "Faro", "Diario"]),
              st.sampled_from([(), ("Prensa",), ("Radio", "Prensa")]), st.sampled_from(["", "CR", "NI"])),
    max_size=5,
)  # fmt: skip


def _rows(given_rows: list[tuple[str, str, str, tuple[str, ...], str]]) -> tuple[ReadContact, ...]:
    return tuple(
        read(
            n,
            name,
            *([email] if email else []),
            lists=lists,
            country=country,
            roles=(Role("", outlet),) if outlet else (),
        )
        for n, (name, email, outlet, lists, country) in enumerate(given_rows, start=2)
    )


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(SOME, SOME)
def test_import_and_undo_is_the_identity(
    office: Office,
    first: list[tuple[str, str, str, tuple[str, ...], str]],
    second: list[tuple[str, str, str, tuple[str, ...], str]],
) -> None:
    before = state(office)
    one = bring(office, _rows(first))
    middle = state(office)
    assert all(row.outcome == "duplicate" for row in office.do(plan_contacts, _rows(first)))
    two = bring(office, _rows(second))
    office.do(undo_import, two.batch_id)
    assert state(office) == middle
    office.do(undo_import, one.batch_id)
    assert state(office) == before


def test_a_person_as_json_comes_back(office: Office) -> None:
    bring(office)
    for person in office.do(leaving_people)[0]:
        assert contact_from_json(contact_to_json(person)) == person
        assert contact_fingerprint(replace(person, rev=9)) == contact_fingerprint(person)
        assert contact_fingerprint(replace(person, city="X")) != contact_fingerprint(person)


def test_profiles_are_kept_found_and_taken_back(office: Office, tmp_path: object) -> None:
    options = ReadingOptions("CR", {"Wer": "name"}, "cp1252", ";")
    saved = office.do(save_profile, " Lista  vieja ", options)
    assert saved.value == "Lista vieja"
    known = office.do(profiles)
    assert known == {"Lista vieja": options}
    assert find_profile(known, "LISTA VIEJA") == options
    assert find_profile(known, "Outlook") == ReadingOptions()
    with pytest.raises(BadInputError, match="no profile"):
        find_profile(known, "unknown")
    removed = office.do(remove_profile, "Lista vieja")
    assert office.do(profiles) == {}
    office.undo(removed)
    office.undo(saved)
    assert office.do(profiles) == {}
    with pytest.raises(BadInputError):
        office.do(save_profile, " ", options)
