"""Duplicates in a workspace: found, merged and taken back, set apart; and the file they came from read again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.contacts.import_rows import ReadContact
from desktop.domain.contact import Contact, EmailAddress, Gender, MediaList, Phone, Role
from desktop.domain.errors import BadInputError, ConflictError, NotFoundError
from desktop.services import contact_import, directory, duplicates
from tests.integration.services.office import Office

PEPE = Contact(
    "",
    "Pepe",
    "Mora",
    emails=(EmailAddress("pepe@gmail.com"),),
    phones=(Phone("+50688112233"),),
    roles=(Role("", "La Nación", "Reporter"),),
    tags=("radio",),
    city="Limón",
    source_id="S-2",
)
JOSE = replace(
    PEPE,
    given_name="José",
    family_name="Mora Solís",
    emails=(EmailAddress("jmora@nacion.cr"),),
    city="San José",
    tags=("sea",),
    beats=("Migration",),
    source_id="S-1",
)


def _two(office: Office) -> tuple[Contact, Contact]:
    return tuple(office.do(directory.save_contact, each).value for each in (JOSE, PEPE))  # type: ignore[return-value]


def _state(office: Office) -> list[Any]:
    """All that merging touches, without the stamps."""
    with office.workspace.unit_of_work() as unit:
        ids = [facts.id for facts in unit.duplicates.facts()]
        cards = [replace(card, rev=0, updated_at=None) for card in unit.contacts.some(ids)]
        lists = [(each.name, sorted(unit.media_lists.members(each.id))) for each in unit.media_lists.all()]
        former = [(replace(card, rev=0, updated_at=None), heir) for card, heir in unit.duplicates.former_cards()]
        return [cards, lists, unit.duplicates.apart(), former]


def test_the_pair_is_found_with_its_reasons(office: Office) -> None:
    jose, pepe = _two(office)
    (pair,) = office.do(duplicates.find_duplicates)
    assert {pair.a.id, pair.b.id} == {jose.id, pepe.id}
    assert pair.score > 0.9
    assert "The same phone number: +506 8811 2233" in pair.reasons
    assert "“Jose” and “Pepe” are forms of one name" in pair.reasons


def test_merging_keeps_the_first_and_unites_the_rest(office: Office) -> None:
    jose, pepe = _two(office)
    made = office.do(directory.save_media_list, MediaList("", "Coast")).value
    office.do(directory.add_to_list, made.id, [pepe.id])
    merged = office.do(duplicates.merge_contacts, jose.id, pepe.id).value
    assert merged.id == jose.id
    assert (merged.given_name, merged.family_name, merged.city) == ("José", "Mora Solís", "San José")
    assert [each.address for each in merged.emails] == ["jmora@nacion.cr", "pepe@gmail.com"]
    assert [each.number for each in merged.phones] == ["+50688112233"]
    assert merged.tags == ("sea", "radio")
    assert "Pepe" in merged.notes
    assert "Limón" in merged.notes
    with office.workspace.unit_of_work() as unit:
        assert unit.media_lists.members(made.id) == (jose.id,)
        assert unit.imports.all(duplicates.MERGE)[0].undone_at is None
        with pytest.raises(NotFoundError):
            unit.contacts.get(pepe.id)
    assert office.do(duplicates.find_duplicates) == ()


def test_a_choice_takes_the_other_value_and_notes_the_first(office: Office) -> None:
    jose, pepe = _two(office)
    merged = office.do(duplicates.merge_contacts, jose.id, pepe.id, {"city": True, "given_name": True}).value
    assert (merged.given_name, merged.city) == ("Pepe", "Limón")
    assert "San José" in merged.notes
    with pytest.raises(BadInputError):
        office.do(duplicates.merge_contacts, jose.id, jose.id)
    with pytest.raises(BadInputError):
        duplicates.merged_card(jose, pepe, {"rev": True})


@pytest.mark.parametrize("take", [{}, {"city": True}, {"given_name": True, "family_name": True}])
@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_the_same_file_again_adds_and_changes_nothing(
    office: Office, take: dict[str, bool], order: tuple[int, int]
) -> None:
    rows = [ReadContact(1, JOSE), ReadContact(2, PEPE), ReadContact(3, _by_name("Quique"))]
    rows.append(ReadContact(4, replace(_by_name("Enrique"), source_id="S-4")))
    office.do(lambda unit: contact_import.import_contacts(unit, contact_import.plan_contacts(unit, rows)))
    ids = [facts.id for facts in office.do(lambda unit: unit.duplicates.facts())]
    assert len(ids) == 4
    office.do(duplicates.merge_contacts, ids[order[0]], ids[order[1]], take)
    office.do(duplicates.merge_contacts, ids[2 + order[0]], ids[2 + order[1]], take)
    planned = office.do(contact_import.plan_contacts, rows)
    assert [row.outcome for row in planned] == ["duplicate"] * 4


def _by_name(given: str) -> Contact:
    """Somebody known by name and outlet alone."""
    return Contact("", given, "Salas", roles=(Role("", "Radio Uno"),), city=given)


def test_a_changed_card_is_not_taken_apart(office: Office) -> None:
    jose, pepe = _two(office)
    outcome = office.do(duplicates.merge_contacts, jose.id, pepe.id)
    office.do(directory.save_contact, replace(outcome.value, notes="Called on Monday"))
    with pytest.raises(ConflictError):
        office.undo(outcome)


def test_not_a_duplicate_is_remembered_and_forgotten(office: Office) -> None:
    jose, pepe = _two(office)
    outcome = office.do(duplicates.set_apart, pepe.id, jose.id)
    assert office.do(duplicates.find_duplicates) == ()
    assert office.do(duplicates.set_apart, jose.id, pepe.id).inverse is None
    undone = office.undo(outcome)
    assert len(office.do(duplicates.find_duplicates)) == 1
    office.undo(undone)
    assert office.do(duplicates.find_duplicates) == ()


def test_what_was_set_apart_from_a_merged_card_stays_apart(office: Office) -> None:
    jose, pepe = _two(office)
    third = office.do(directory.save_contact, replace(PEPE, emails=(EmailAddress("pm@otro.cr"),))).value
    office.do(duplicates.set_apart, pepe.id, third.id)
    office.do(duplicates.merge_contacts, jose.id, pepe.id)
    assert office.do(duplicates.find_duplicates) == ()


WORDS = st.sampled_from(["", "José", "Pepe", "María", "Mora", "Solís", "Limón"])
CONTACTS = st.builds(
    Contact,
    id=st.just(""),
    given_name=WORDS,
    family_name=WORDS,
    form_of_address=st.sampled_from(["", "Dr.", "Sra."]),
    gender=st.sampled_from(list(Gender)),
    languages=st.lists(st.sampled_from(["es", "en", "fr"]), unique=True, max_size=3).map(tuple),
    emails=st.lists(
        st.builds(EmailAddress, st.sampled_from(["a@x.cr", "b@x.cr", "c@y.cr"]), is_do_not_contact=st.booleans()),
        max_size=2,
        unique_by=lambda email: email.address,
    ).map(tuple),
    phones=st.lists(st.builds(Phone, st.sampled_from(["+50688112233", "+50622110000"])), max_size=1).map(tuple),
    tags=st.lists(st.sampled_from(["radio", "sea", "Mar"]), unique=True, max_size=3).map(tuple),
    notes=st.sampled_from(["", "A note", "City: Limón\nmore"]),
    is_do_not_contact=st.booleans(),
)


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(one=CONTACTS, other=CONTACTS, on_lists=st.tuples(st.booleans(), st.booleans()), data=st.data())
def test_taking_a_merge_back_is_the_identity(
    office: Office, one: Contact, other: Contact, on_lists: tuple[bool, bool], data: st.DataObject
) -> None:
    save: Callable[..., Any] = directory.save_contact
    a, b = (office.do(save, each).value for each in (one, other))
    with office.workspace.unit_of_work() as unit:
        made = unit.media_lists.put(MediaList(unit.ids.new(), "L"))
        unit.media_lists.add_members(made.id, [card.id for card, on in zip((a, b), on_lists, strict=True) if on])
    take = data.draw(st.dictionaries(st.sampled_from(duplicates.CHOICES), st.booleans()))
    before = _state(office)
    outcome = office.do(duplicates.merge_contacts, a.id, b.id, take)
    after = _state(office)
    assert after != before
    undone = office.undo(outcome)
    assert _state(office) == before
    again = office.undo(undone)
    assert _state(office) == after
    office.undo(again)
    assert _state(office) == before
