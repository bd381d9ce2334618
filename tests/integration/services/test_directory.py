"""People, outlets and lists: saving, taking back, and what happens when two are at one card."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.domain.changes import CONTACT, MEDIA_LIST, OUTLET
from desktop.domain.contact import Contact, ContactQuery, EmailAddress, MediaList, Outlet, Phone, Role
from desktop.domain.errors import BadInputError, ConflictError, NotFoundError
from desktop.services import directory
from tests.integration.services.office import Office

ANA = Contact(
    id="",
    given_name="Ana",
    family_name="Mora",
    emails=(EmailAddress("ana@guardia.example"),),
    phones=(Phone("+50622125327"),),
    roles=(Role("", "Coast guard", "Spokeswoman"),),
    tags=("press contact",),
)


def _save(office: Office, contact: Contact = ANA) -> Contact:
    return office.do(directory.save_contact, contact).value


def _names(office: Office, text: str = "") -> list[str]:
    return [each.name for each in office.do(directory.find_contacts, text)]


def test_a_card_is_added_with_its_outlet_and_the_addition_taken_back(office: Office) -> None:
    outcome = office.do(directory.save_contact, ANA)
    saved = outcome.value
    assert saved.id
    assert saved.rev == 1
    assert outcome.changes.touches(CONTACT, saved.id)
    assert outcome.changes.touches(OUTLET)
    assert office.do(directory.get_contact, saved.id).organisation == "Coast guard"
    removed = office.undo(outcome)
    assert _names(office) == []
    office.undo(removed)
    assert _names(office) == ["Ana Mora"]


def test_an_outlet_of_the_same_name_is_used_again(office: Office) -> None:
    _save(office)
    _save(office, replace(ANA, given_name="Luz", emails=(), roles=(Role("", "COAST GUARD "), Role("", "  "))))
    outlets = office.do(directory.outlets)
    assert [each.name for each in outlets] == ["Coast guard"]
    luz = office.do(directory.find_contacts, "luz")[0]
    assert [role.outlet_id for role in luz.roles] == [outlets[0].id]


def test_an_edit_is_taken_back_and_done_again(office: Office) -> None:
    saved = _save(office)
    edited = office.do(directory.save_contact, replace(saved, city="Limón", tags=("radio",)))
    undone = office.undo(edited)
    now = office.do(directory.get_contact, saved.id)
    assert (now.city, now.tags) == ("", ("press contact",))
    office.undo(undone)
    now = office.do(directory.get_contact, saved.id)
    assert (now.city, now.tags) == ("Limón", ("radio",))


def test_an_edit_of_an_old_card_is_a_conflict(office: Office) -> None:
    saved = _save(office)
    office.do(directory.save_contact, replace(saved, city="Limón"))
    with pytest.raises(ConflictError):
        office.do(directory.save_contact, replace(saved, city="San José"))
    assert office.do(directory.get_contact, saved.id).city == "Limón"


def test_an_edit_is_not_taken_back_over_a_newer_one(office: Office) -> None:
    saved = _save(office)
    edited = office.do(directory.save_contact, replace(saved, city="Limón"))
    office.do(directory.save_contact, replace(edited.value, notes="Calls back late."))
    with pytest.raises(ConflictError):
        office.undo(edited)
    now = office.do(directory.get_contact, saved.id)
    assert (now.city, now.notes) == ("Limón", "Calls back late.")


def test_removed_people_come_back_with_their_lists(office: Office) -> None:
    ana, luz = _save(office), _save(office, replace(ANA, given_name="Luz", emails=()))
    media_list = office.do(directory.save_media_list, MediaList("", "Coast")).value
    office.do(directory.add_to_list, media_list.id, [ana.id, luz.id])
    removed = office.do(directory.remove_contacts, [ana.id, luz.id])
    assert _names(office) == []
    assert office.do(directory.media_lists)[0].size == 0
    with pytest.raises(NotFoundError):
        office.do(directory.get_contact, ana.id)
    office.undo(removed)
    assert sorted(_names(office)) == ["Ana Mora", "Luz Mora"]
    on_list = office.do(directory.contact_ids, ContactQuery(list_id=media_list.id))
    assert set(on_list.ids) == {ana.id, luz.id}
    assert {row.name for row in on_list.rows} == {"Ana Mora", "Luz Mora"}


def test_removing_somebody_unknown_removes_nobody(office: Office) -> None:
    ana = _save(office)
    with pytest.raises(NotFoundError):
        office.do(directory.remove_contacts, [ana.id, "unknown"])
    assert _names(office) == ["Ana Mora"]


def test_a_list_is_made_renamed_and_removed_and_all_of_it_taken_back(office: Office) -> None:
    made = office.do(directory.save_media_list, MediaList("", "  Coast  "))
    assert made.value.name == "Coast"
    assert made.changes.touches(MEDIA_LIST, made.value.id)
    renamed = office.do(directory.save_media_list, replace(made.value, name="Caribbean coast"))
    undone = office.undo(renamed)
    assert [each.name for each in office.do(directory.media_lists)] == ["Coast"]
    office.undo(undone)
    assert [each.name for each in office.do(directory.media_lists)] == ["Caribbean coast"]
    removed = office.do(directory.remove_media_list, made.value.id)
    assert office.do(directory.media_lists) == ()
    office.undo(removed)
    assert [each.name for each in office.do(directory.media_lists)] == ["Caribbean coast"]


def test_a_renaming_is_not_taken_back_over_a_newer_one(office: Office) -> None:
    made = office.do(directory.save_media_list, MediaList("", "Coast")).value
    renamed = office.do(directory.save_media_list, replace(made, name="Caribbean"))
    office.do(directory.save_media_list, replace(renamed.value, name="Caribbean coast"))
    with pytest.raises(ConflictError):
        office.undo(renamed)
    assert [each.name for each in office.do(directory.media_lists)] == ["Caribbean coast"]


@pytest.mark.parametrize("name", ["", "   ", "Coast", " COAST "])
def test_a_list_needs_a_name_of_its_own(office: Office, name: str) -> None:
    office.do(directory.save_media_list, MediaList("", "Coast"))
    with pytest.raises(BadInputError):
        office.do(directory.save_media_list, MediaList("", name))
    assert len(office.do(directory.media_lists)) == 1


def test_members_are_counted_once_and_taken_off_again(office: Office) -> None:
    ana, luz = _save(office), _save(office, replace(ANA, given_name="Luz", emails=()))
    made = office.do(directory.save_media_list, MediaList("", "Coast")).value
    assert office.do(directory.add_to_list, made.id, [ana.id]).value == 1
    added = office.do(directory.add_to_list, made.id, [ana.id, luz.id, luz.id, "unknown"])
    assert added.value == 1
    undone = office.undo(added)
    assert office.do(directory.contact_ids, ContactQuery(list_id=made.id)).ids == (ana.id,)
    office.undo(undone)
    assert office.do(directory.media_lists)[0].size == 2
    nothing = office.do(directory.add_to_list, made.id, [ana.id])
    assert (nothing.value, nothing.inverse) == (0, None)
    taken = office.do(directory.remove_from_list, made.id, [ana.id, "unknown"])
    assert taken.value == 1
    office.undo(taken)
    assert office.do(directory.media_lists)[0].size == 2


def test_outlets_are_saved_under_a_name(office: Office) -> None:
    saved = office.do(directory.save_outlet, Outlet("", "El Diario", city="Limón")).value
    office.do(directory.save_outlet, replace(saved, country="CR"))
    (outlet,) = office.do(directory.outlets, "diar")
    assert (outlet.city, outlet.country) == ("Limón", "CR")
    with pytest.raises(BadInputError):
        office.do(directory.save_outlet, Outlet("", " "))
    with pytest.raises(ConflictError):
        office.do(directory.save_outlet, replace(saved, country="PA"))


def test_tags_in_use_are_listed_once(office: Office) -> None:
    _save(office)
    _save(office, replace(ANA, given_name="Luz", emails=(), tags=("radio", "press contact")))
    assert office.do(directory.tags) == ("press contact", "radio")
