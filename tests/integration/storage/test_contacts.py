from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.domain.contact import (
    BounceState,
    Consent,
    Contact,
    ContactClues,
    ContactQuery,
    EmailAddress,
    EmbargoAgreement,
    Gender,
    MediaList,
    Outlet,
    Phone,
    Role,
    Usage,
)
from desktop.domain.errors import ComunicadoError, ConflictError, NotFoundError
from desktop.storage.folding import fold, words_of
from desktop.storage.unit_of_work import SqlUnitOfWork
from desktop.storage.workspace import Workspace
from tests.integration.storage.desk import person

BOUNCED = datetime(2024, 6, 1, 12, 30, tzinfo=UTC)


def _names(unit: SqlUnitOfWork, text: str = "", **query: object) -> list[str]:
    found = unit.contacts.ids(ContactQuery(text, **query))  # type: ignore[arg-type]
    return [row.name for row in unit.contacts.rows(found)]


def _whole(unit: SqlUnitOfWork) -> Contact:
    outlet = unit.contacts.put_outlet(Outlet(unit.ids.new(), "El Diario", "newspaper", "CR"))
    return Contact(
        unit.ids.new(),
        "María José",
        "García-Núñez",
        "Dra.",
        Gender.FEMININE,
        ("es", "en"),
        (
            EmailAddress(
                "MJ@eldiario.example",
                Usage.WORK,
                is_public=True,
                bounce=BounceState.SOFT,
                bounced_at=BOUNCED,
                bounce_reason="full",
            ),
            EmailAddress("mj@casa.example", Usage.HOME, is_do_not_contact=True),
        ),
        (Phone("+50622125327", Usage.MOBILE, "12", is_public=True), Phone("call the desk", is_do_not_contact=True)),
        (Role(outlet.id, "El Diario", "Editora", date(2020, 1, 1)), Role("", "", "Freelance", None, date(2019, 12, 1))),
        ("migración", "Política"),
        ("salud",),
        "CR",
        "San José",
        "America/Costa_Rica",
        "speaks fast",
        is_do_not_contact=True,
        consents=(
            Consent("consent", "form at the press day", date(2024, 5, 3), date(2025, 1, 1), "by letter"),
            Consent("legitimate interest", "accredited"),
        ),
        embargo_agreements=(
            EmbargoAgreement(date(2024, 5, 3), date(2024, 12, 31), "mail", "only health"),
            EmbargoAgreement(date(2023, 1, 1)),
        ),
        source_id="row-7",
    )


def test_a_contact_comes_back_with_all_parts(workspace: Workspace) -> None:
    with workspace.unit_of_work() as unit:
        given = _whole(unit)
        put = unit.contacts.put(given)
    with workspace.unit_of_work() as unit:
        got = unit.contacts.get(put.id[:12])
        assert got == put
        assert replace(got, rev=0, created_at=None, updated_at=None) == given
        changed = unit.contacts.put(replace(got, tags=("Política",), phones=(), emails=got.emails[::-1]))
        assert changed.rev == 2
        assert unit.contacts.get(got.id) == changed
        assert (changed.tags, changed.phones, changed.emails) == (("Política",), (), got.emails[::-1])
        assert unit.contacts.tags() == ("Política",)
        with pytest.raises(ConflictError):
            unit.contacts.put(got)


def test_many_people_at_once_are_the_same_as_one_by_one(workspace: Workspace) -> None:
    with workspace.unit_of_work() as unit:
        first = _whole(unit)
        others = [replace(first, id=unit.ids.new(), family_name=f"N{n}") for n in range(600)]
        assert unit.contacts.put_many([first, *others]) == 601
        got = unit.contacts.get(first.id)
        assert replace(got, rev=0, created_at=None, updated_at=None) == first
        assert len(unit.contacts.ids(ContactQuery("el diario"))) == 601
        assert len(unit.contacts.by_email("mj@ELDIARIO.example")) == 601
    with pytest.raises(ComunicadoError), workspace.unit_of_work() as unit:
        unit.contacts.put_many([replace(first, id="another"), first])
    with workspace.unit_of_work() as unit:
        assert len(unit.contacts.ids(ContactQuery())) == 601


def test_an_address_keeps_its_own_marks_when_the_person_s_mark_is_lifted(workspace: Workspace) -> None:
    with workspace.unit_of_work() as unit:
        put = unit.contacts.put(_whole(unit))
        lifted = unit.contacts.put(replace(put, is_do_not_contact=False))
    assert [email.is_do_not_contact for email in lifted.emails] == [False, True]
    assert (lifted.emails[0].bounce, lifted.emails[0].bounced_at) == (BounceState.SOFT, BOUNCED)
    assert [phone.is_do_not_contact for phone in lifted.phones] == [False, True]


def test_many_are_asked_for_at_once_by_whatever_they_are_known_by(workspace: Workspace) -> None:
    with workspace.unit_of_work() as unit:
        whole = unit.contacts.put(_whole(unit))
        luz = person(unit, "Luz", "Paz", "luz@x.example")
        gone = person(unit, "Gone", "Girl", "gone@x.example")
        unit.contacts.remove(gone.id)

        def known(**clues: object) -> set[str]:
            found = unit.contacts.known_by(ContactClues(**{k: frozenset(v) for k, v in clues.items()}))  # type: ignore[arg-type, call-overload]
            return {each.id for each in found}

        assert known(addresses=["MJ@eldiario.example ", "luz@x.example", "gone@x.example"]) == {whole.id, luz.id}
        assert known(names=["maria jose garcia-nunez", ""]) == {whole.id}
        assert known(numbers=["+50622125327"]) == {whole.id}
        assert known(source_ids=["row-7", luz.id]) == {whole.id, luz.id}
        assert known(organisations=["EL DIARIO", ""]) == {whole.id}
        assert known() == set()
        assert unit.contacts.some([luz.id, "nobody", gone.id, whole.id]) == (luz, whole)
        outlets = unit.contacts.outlets_named(["el diario", "No such", "EL DIARIO"])
        assert {name: outlet.name for name, outlet in outlets.items()} == dict.fromkeys(
            ["el diario", "EL DIARIO"], "El Diario"
        )
        unit.contacts.remove_many([whole.id, gone.id, luz.id])
        assert unit.contacts.ids(ContactQuery()) == ()
        unit.contacts.restore(luz.id)
        assert _names(unit) == ["Luz Paz"]


def test_words_begin_words_of_any_field(workspace: Workspace) -> None:
    with workspace.unit_of_work() as unit:
        unit.contacts.put(_whole(unit))
        person(unit, "Łukasz", "Groß", "l.gross@zeitung.example")
        for text in (
            "garcia",
            "GARCÍA nun",
            "mj@eldiario",
            "2212-5327",
            "50622125327",
            "diario",
            "migrac",
            "san jo",
            "cr",
        ):
            assert _names(unit, text) == ["María José García-Núñez"], text
        for text in ("lukasz", "łuk", "groß", "gross"):
            assert _names(unit, text) == ["Łukasz Groß"], text
        for text in ("arcia", "garcia xyz", "-", '"', "***"):
            assert _names(unit, text) == [], text
        assert len(_names(unit, "  ")) == 2


def test_exact_accents_come_first(workspace: Workspace) -> None:
    with workspace.unit_of_work() as unit:
        for family in ("Año", "Ano", "Anoche", "Añover"):
            person(unit, "Eva", family)
        assert _names(unit, "ano") == ["Eva Ano", "Eva Anoche", "Eva Año", "Eva Añover"]
        assert _names(unit, "año") == ["Eva Año", "Eva Añover", "Eva Ano", "Eva Anoche"]
        assert _names(unit, "an\u0303o") == ["Eva Año", "Eva Añover", "Eva Ano", "Eva Anoche"]


def test_orders_stay_right_through_changes(workspace: Workspace) -> None:
    with workspace.unit_of_work() as unit:
        for given, country in (("Zoë", "AR"), ("ana", "MX"), ("Óscar", ""), ("Luis", "CR")):
            person(unit, given, email=f"{given.lower()}@x.example", country=country)
        assert _names(unit) == ["ana", "Luis", "Óscar", "Zoë"]
        assert _names(unit, descending=True) == ["Zoë", "Óscar", "Luis", "ana"]
        assert _names(unit, order="country") == ["Zoë", "Luis", "ana", "Óscar"]
        assert _names(unit, order="updated") == ["Zoë", "ana", "Óscar", "Luis"]
        (zoe,) = unit.contacts.by_email("zoë@x.example")
        unit.contacts.put(replace(zoe, given_name="Abril"))
        beto = person(unit, "Beto")
        assert _names(unit) == ["Abril", "ana", "Beto", "Luis", "Óscar"]
        assert _names(unit, order="updated") == ["ana", "Óscar", "Luis", "Abril", "Beto"]
        assert _names(unit, order="nonsense") == _names(unit)
        unit.contacts.remove(beto.id)
        assert _names(unit) == ["Abril", "ana", "Luis", "Óscar"]
        unit.contacts.restore(beto.id)
        assert _names(unit) == ["Abril", "ana", "Beto", "Luis", "Óscar"]
    with pytest.raises(RuntimeError), workspace.unit_of_work() as unit:  # noqa: PT012 - the whole unit of work fails
        person(unit, "Never")
        assert "Never" in _names(unit)
        raise RuntimeError
    with workspace.unit_of_work() as unit:
        assert _names(unit) == ["Abril", "ana", "Beto", "Luis", "Óscar"]


_PEOPLE = st.lists(st.sampled_from(["ana", "Ána", "año", "ano", "b", "ñu"]), max_size=6)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(
    rounds=st.lists(st.tuples(_PEOPLE, st.integers(0, 9)), max_size=4), text=st.sampled_from(["a", "an", "ñ", "nu", ""])
)
def test_the_list_is_what_a_slow_search_would_find(
    workspace: Workspace, rounds: list[tuple[list[str], int]], text: str
) -> None:
    with workspace.unit_of_work() as unit:
        for contact_id in unit.contacts.ids(ContactQuery()):
            unit.contacts.remove(contact_id)
        living: dict[str, str] = {}
        for names, victim in rounds:
            living.update((person(unit, name).id, name) for name in names)
            for contact_id in list(living)[victim : victim + 1]:
                unit.contacts.remove(contact_id)
                del living[contact_id]
            found = unit.contacts.ids(ContactQuery(text))
            hits = {i for i, name in living.items() if fold(name).startswith(fold(text))}
            assert set(found) == hits
            exact = [words_of(living[contact_id])[0].startswith(text) for contact_id in found]
            assert exact == sorted(exact, reverse=True)


def test_rows_answer_in_the_order_asked(workspace: Workspace) -> None:
    with workspace.unit_of_work() as unit:
        contact = unit.contacts.put(_whole(unit))
        other = person(unit, "Ana")
        rows = unit.contacts.rows([other.id, "unknown", contact.id])
        assert [row.id for row in rows] == [other.id, contact.id]
        row = rows[1]
        assert (row.organisation, row.email, row.phone) == ("El Diario", "MJ@eldiario.example", "+50622125327")
        assert (row.languages, row.country, row.tags) == ("es, en", "CR", "migración, Política")


def test_removed_people_are_nowhere(workspace: Workspace) -> None:
    with workspace.unit_of_work() as unit:
        contact = unit.contacts.put(_whole(unit))
        unit.contacts.remove(contact.id)
        with pytest.raises(NotFoundError):
            unit.contacts.get(contact.id)
        assert unit.contacts.by_email("mj@casa.example") == ()
        assert unit.contacts.tags() == ()
        assert unit.contacts.rows([contact.id]) == ()
        unit.contacts.restore(contact.id)
        back = unit.contacts.get(contact.id)
        assert replace(back, rev=1) == contact


def test_outlets(workspace: Workspace) -> None:
    with workspace.unit_of_work() as unit:
        contact = unit.contacts.put(_whole(unit))
        outlet = unit.contacts.outlet(contact.roles[0].outlet_id)
        same = unit.contacts.outlet_named("EL DIÁRIO")
        assert same == outlet
        assert unit.contacts.outlet_named("El Diari") is None
        full = replace(outlet, name="La Nación", emails=(EmailAddress("x@y.example"),), phones=(Phone("+1"),))
        saved = unit.contacts.put_outlet(full)
        assert saved == replace(full, rev=2)
        with pytest.raises(ConflictError):
            unit.contacts.put_outlet(full)
        assert unit.contacts.rows([contact.id])[0].organisation == "La Nación"
        assert _names(unit, "nacion") == [contact.name]
        assert _names(unit, "diario") == []
        unit.contacts.put_outlet(Outlet(unit.ids.new(), "Agencia Nacional"))
        assert [o.name for o in unit.contacts.outlets("nac")] == ["Agencia Nacional", "La Nación"]
        assert [o.name for o in unit.contacts.outlets(limit=1)] == ["Agencia Nacional"]
        unit.contacts.remove_outlet(outlet.id)
        assert [o.name for o in unit.contacts.outlets("nac")] == ["Agencia Nacional"]
        assert unit.contacts.get(contact.id).organisation == "La Nación"


def test_a_role_at_an_outlet_that_was_not_stored_is_refused(workspace: Workspace) -> None:
    for role in (Role("", "Somewhere"), Role("no-such-outlet", "Somewhere")):
        with pytest.raises((ValueError, ComunicadoError)), workspace.unit_of_work() as unit:
            unit.contacts.put(Contact(unit.ids.new(), "Eva", roles=(role,)))


def test_media_lists(workspace: Workspace) -> None:
    with workspace.unit_of_work() as unit:
        ana, eva, luz = (person(unit, name, tags=("t",)) for name in ("Ana", "Eva", "Luz"))
        zeta = unit.media_lists.put(MediaList(unit.ids.new(), "Última hora"))
        alfa = unit.media_lists.put(MediaList(unit.ids.new(), "Africa", "desk"))
        assert unit.media_lists.add_members(zeta.id, [luz.id, ana.id, luz.id, "unknown"]) == (luz.id, ana.id)
        assert unit.media_lists.add_members(zeta.id, [ana.id, eva.id]) == (eva.id,)
        assert unit.media_lists.remove_members(zeta.id, [eva.id, "unknown"]) == (eva.id,)
        assert unit.media_lists.remove_members(zeta.id, [eva.id]) == ()
        assert unit.media_lists.add_members(zeta.id, [eva.id]) == (eva.id,)
        assert [(m.name, m.size) for m in unit.media_lists.all()] == [("Africa", 0), ("Última hora", 3)]
        assert _names(unit, list_id=zeta.id) == ["Ana", "Eva", "Luz"]
        assert _names(unit, "ev", list_id=zeta.id, tag="t") == ["Eva"]
        assert _names(unit, tag="none") == []
        unit.contacts.remove(ana.id)
        assert unit.media_lists.get(zeta.id).size == 2
        assert _names(unit, list_id=zeta.id) == ["Eva", "Luz"]
        renamed = unit.media_lists.put(replace(alfa, name="Asia"))
        assert renamed == replace(alfa, name="Asia", rev=2)
        with pytest.raises(ConflictError):
            unit.media_lists.put(alfa)
        unit.media_lists.remove(zeta.id)
        with pytest.raises(NotFoundError):
            unit.media_lists.add_members(zeta.id, [eva.id])
        unit.media_lists.restore(zeta.id)
        assert unit.media_lists.get(zeta.id).size == 2


def test_all_names_of_people_and_outlets(workspace: Workspace) -> None:
    with workspace.unit_of_work() as unit:
        gone = unit.contacts.put(Contact(unit.ids.new(), "Old", "Timer"))
        unit.contacts.put(Contact(unit.ids.new(), "Ana", "Zúñiga Díaz"))
        unit.contacts.put(Contact(unit.ids.new(), "", "Cher"))
        unit.contacts.put_outlet(Outlet(unit.ids.new(), "Radio Ñandú"))
        unit.contacts.remove(gone.id)
        assert sorted(unit.contacts.names()) == ["Ana Zúñiga Díaz", "Cher", "Radio Ñandú"]
