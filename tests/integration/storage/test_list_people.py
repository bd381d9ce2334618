"""Media lists of conditions and of lists, and erasing people, on both databases."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import insert

from desktop.domain.contact import (
    Consent,
    Contact,
    ContactQuery,
    EmailAddress,
    EmbargoAgreement,
    MediaList,
    Outlet,
    Role,
)
from desktop.domain.errors import BadInputError
from desktop.services.directory import add_to_list, remove_media_list, save_contact
from desktop.services.listing import keep_off_list, shape_list, why_in_list
from desktop.services.rights import erase_contact, held_on, is_suppressed
from desktop.storage.schema import people
from desktop.storage.unit_of_work import SqlUnitOfWork
from desktop.storage.workspace import Workspace
from tests.integration.storage.desk import person

CONDITIONS = (
    "beat = migracion", "beat = none", "tag ~ pre", "tag = any", "outlet = diario", "outlet-kind = radio", "outlet = none",
    "country = CR", "city = san jose", "language = es", "first-language = en", "last-contact since 30d",
    "last-contact before 30d", "last-contact = none", "added since 1d", "embargo-agreement", "consent", "has-email",
    "has-phone", "bounced", "do-not-contact", "not (country = CR and language = es) or consent",
)  # fmt: skip


def _fill(unit: SqlUnitOfWork) -> list[Contact]:
    today = unit.clock.now().date()
    outlet = unit.contacts.put_outlet(Outlet(unit.ids.new(), "Diario", kind="Radio"))
    ended = (Role(outlet.id, to_on=today - timedelta(days=1)),)
    found = [
        person(
            unit,
            "Ana",
            "Mora",
            "a@x.example",
            beats=("Migración",),
            country="CR",
            city="San José",
            languages=("es-CR",),
        ),
        person(unit, "Bo", "Ek", "b@x.example", tags=("press",), roles=(Role(outlet.id),), languages=("en", "es")),
        person(unit, "Cy", "Li", roles=ended, is_do_not_contact=True, consents=(Consent("c", "", date(2020, 1, 1)),)),
        person(unit, "Di", "No", "d@x.example", embargo_agreements=(EmbargoAgreement(date(2020, 1, 1)),), country="CR"),
    ]
    now = unit.clock.now()
    blank = {"subject": "", "notes": "", "author": "", "created_at": now, "updated_at": now, "rev": 1, "kind": "mail"}
    for each, days in ((found[0], 3), (found[1], 99)):
        row = {"id": unit.ids.new(), "person_id": each.id, "happened_at": now - timedelta(days=days), **blank}
        unit.connection.execute(insert(people.interaction), row)
    return found


def test_the_directory_and_why_agree_on_every_condition(new_workspace: Callable[[], Workspace]) -> None:
    with new_workspace().unit_of_work() as unit:
        everybody = _fill(unit)
        for where in CONDITIONS:
            made = shape_list(unit, MediaList("", where), where=where).value
            on_list = set(unit.contacts.ids(ContactQuery(list_id=made.id)))
            told = {each.id for each in everybody if why_in_list(unit, made.id, each.id).why.is_in}
            assert on_list == told, where
            assert 0 < len(on_list) < len(everybody) or where in ("bounced", "added since 1d", "has-phone"), where


def test_a_list_follows_what_changes(new_workspace: Callable[[], Workspace]) -> None:
    workspace = new_workspace()
    with workspace.unit_of_work() as unit:
        ana, bo, *_rest = _fill(unit)
        made = shape_list(unit, MediaList("", "CR"), where="country = CR").value
        assert unit.media_lists.size(made.id) == 2
        save_contact(unit, replace(bo, country="CR"))
        assert unit.media_lists.is_on(made.id, bo.id)
        unit.contacts.remove(ana.id)
        assert not unit.media_lists.is_on(made.id, ana.id)
        unit.contacts.restore(ana.id)
        assert unit.media_lists.size(made.id) == 3


def test_hands_overrule_conditions_and_undo_brings_back(new_workspace: Callable[[], Workspace]) -> None:
    with new_workspace().unit_of_work() as unit:
        ana, bo, cy, _di = _fill(unit)
        made = shape_list(unit, MediaList("", "CR"), where="country = CR").value
        off = keep_off_list(unit, made.id, [ana.id], "asked to")
        assert not unit.media_lists.is_on(made.id, ana.id)
        back = add_to_list(unit, made.id, [ana.id, cy.id])
        counts = unit.media_lists.counts(made.id)
        assert (counts.people, counts.receivers, counts.do_not_contact) == (3, 2, 1)
        assert dict(counts.languages) == {"es-CR": 1, "": 1}
        assert back.inverse
        back.inverse.run(unit)
        assert not unit.media_lists.is_on(made.id, ana.id)
        assert off.inverse
        off.inverse.run(unit)
        assert unit.media_lists.is_on(made.id, ana.id)
        both = shape_list(unit, MediaList("", "Both"), where="tag = press", includes=[made.id]).value
        assert unit.media_lists.is_on(both.id, bo.id)
        with pytest.raises(BadInputError, match="CR → Both → CR"):
            shape_list(unit, unit.media_lists.get(made.id), includes=[both.id])
        with pytest.raises(BadInputError, match="Both"):
            remove_media_list(unit, made.id)


def test_the_erased_are_gone_and_do_not_come_back(new_workspace: Callable[[], Workspace]) -> None:
    workspace = new_workspace()
    with workspace.unit_of_work() as unit:
        ana, *_rest = _fill(unit)
        assert "a@x.example" in held_on(unit, ana.id)
        assert not is_suppressed(unit, ana)
        erase_contact(unit, ana.id)
        again = Contact("", "A.", emails=(EmailAddress("A@X.example"),))
        assert is_suppressed(unit, again)
        assert unit.contacts.by_email("a@x.example") == ()
        assert unit.contacts.ids(ContactQuery("mora")) == ()
    path = workspace.path
    workspace.close()
    if isinstance(path, Path):
        assert b"a@x.example" not in path.read_bytes()
        assert "Migración".encode() in path.read_bytes()  # a beat is no person's
