"""What a contact import would do, and what merging keeps."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from desktop.contacts.emails import email_key
from desktop.contacts.import_rows import ReadContact
from desktop.contacts.matching import same_person
from desktop.contacts.merging import merge
from desktop.contacts.plan import PlannedRow, plan_import
from desktop.domain.contact import BounceState, Consent, Contact, EmailAddress, EmbargoAgreement, Gender, Phone, Role


def person(given_name: str = "", *emails: str, **more: object) -> Contact:
    base = Contact("", given_name=given_name, emails=tuple(EmailAddress(e) for e in emails))
    return replace(base, **more)  # type: ignore[arg-type]


def rows(*contacts: Contact | None) -> list[ReadContact]:
    return [ReadContact(n, c, reason="" if c else "Nobody.") for n, c in enumerate(contacts, start=2)]


def by_email(*contacts: Contact) -> dict[str, Contact]:
    return {e.address.upper(): c for c in contacts for e in c.emails}


def outcomes(plan: tuple[PlannedRow, ...]) -> list[str]:
    return [row.outcome for row in plan]


def stored(plan: tuple[PlannedRow, ...]) -> list[Contact]:
    return [replace(p.contact, id=f"id{n}", rev=1) for n, p in enumerate(plan) if p.outcome == "new" and p.contact]


FILE = rows(
    person("Ana", "ana@x.org", tags=("press",)),
    person("Luis", phones=(Phone("+50622125327"),), roles=(Role("", "Radio"),)),
    None,
    person("Luis", phones=(Phone("+50688887777"),), roles=(Role("", "Radio"),)),
    person("Eva", "news@x.org"),
    person("Iván", "news@x.org"),
    person("", source_id="u1", phones=(Phone("+50622125337"),)),
)


def test_new_refused_and_merged_within_the_file() -> None:
    plan = plan_import(FILE, {})
    assert outcomes(plan) == ["new", "new", "refused", "duplicate", "new", "new", "new"]
    assert plan[1].contact is not None
    assert [p.number for p in plan[1].contact.phones] == ["+50622125327", "+50688887777"]
    assert plan[2].reason == "Nobody."
    assert "3" in plan[3].reason
    assert "news@x.org" in plan[5].reason
    assert [row.row for row in plan] == [r.row for r in FILE]


def test_the_same_file_twice_is_all_duplicates() -> None:
    people = stored(plan_import(FILE, {}))
    again = plan_import(FILE, by_email(*people), others=people)
    assert outcomes(again) == ["duplicate", "duplicate", "refused", "duplicate", "duplicate", "duplicate", "duplicate"]


def test_new_facts_make_a_known_person_changed_with_nothing_lost() -> None:
    known = replace(person("Ana", "ana@x.org", city="León", tags=("press",), notes="Old note"), id="7", rev=4)
    read = person("Ana", "ANA@x.org", "ana@home.org", city="Managua", tags=("Press", "región"), gender=Gender.FEMININE)
    (row,) = plan_import(rows(read), by_email(known))
    assert row.outcome == "changed"
    assert row.existing == known
    assert row.contact is not None
    assert (row.contact.id, row.contact.rev, row.contact.city) == ("7", 4, "León")
    assert [e.address for e in row.contact.emails] == ["ana@x.org", "ana@home.org"]
    assert row.contact.tags == ("press", "región")
    assert row.contact.notes.startswith("Old note\n")
    assert "Managua" in row.contact.notes
    assert outcomes(plan_import(rows(read), by_email(row.contact))) == ["duplicate"]


def test_two_rows_of_one_known_person_are_saved_once() -> None:
    known = replace(person("Ana", "ana@x.org"), id="7", rev=1)
    plan = plan_import(
        rows(person("Ana", "ana@x.org", city="León"), person("Ana", "ana@x.org", tags=("a",))), by_email(known)
    )
    assert outcomes(plan) == ["changed", "duplicate"]
    assert plan[0].contact is not None
    assert (plan[0].contact.city, plan[0].contact.tags) == ("León", ("a",))


def test_a_do_not_contact_mark_is_never_merged_away() -> None:
    kept = person("Ana", emails=(EmailAddress("a@x.org", is_do_not_contact=True),), is_do_not_contact=True)
    merged = merge(kept, person("Ana", "a@x.org"))
    assert merged.is_do_not_contact
    assert merged.emails[0].is_do_not_contact
    assert merge(person("Ana", "a@x.org"), kept) == replace(merged, notes="")


def test_namesakes_without_organisation_stay_apart() -> None:
    one, two = (person("Ana", phones=(Phone(n),)) for n in ("+50622125327", "+50622125337"))
    assert outcomes(plan_import(rows(one, two), {})) == ["new", "new"]
    assert not same_person(person("Eva", "n@x.org"), person("Iván", "n@x.org"))
    assert same_person(person("Eva", "n@x.org"), person("", "N@X.org"))


WORDS = st.text(alphabet="abñÉ", min_size=1, max_size=4)
PEOPLE = st.builds(
    person,
    st.sampled_from(["Ana", "Íñigo José"]),
    family_name=WORDS,
    emails=st.lists(WORDS.map(lambda w: EmailAddress(f"{w}@x.org")), max_size=3).map(tuple),
    phones=st.lists(st.sampled_from([Phone("+50622125327"), Phone("+50622125337", extension="1")]), max_size=2).map(
        tuple
    ),
    tags=st.lists(WORDS, max_size=3).map(tuple),
    languages=st.lists(st.sampled_from(["es", "en"]), max_size=2).map(tuple),
    roles=st.lists(st.builds(Role, st.just(""), WORDS, WORDS | st.just("")), max_size=2).map(tuple),
    city=WORDS | st.just(""),
    notes=WORDS | st.just(""),
)


@given(PEOPLE, PEOPLE)
def test_merging_loses_nothing_and_is_idempotent(one: Contact, other: Contact) -> None:
    merged = merge(one, other)
    assert merge(merged, other) == merged
    keys = {email_key(e.address) for e in merged.emails}
    assert {email_key(e.address) for e in (*one.emails, *other.emails)} == keys
    assert {(p.number, p.extension) for p in (*one.phones, *other.phones)} == {
        (p.number, p.extension) for p in merged.phones
    }
    assert {*one.languages, *other.languages} == set(merged.languages)
    for source in (one, other):
        assert source.city.casefold() in (merged.city + merged.notes).casefold()
        assert source.notes in merged.notes


@given(st.lists(PEOPLE.filter(lambda p: bool(p.name or p.phones)), max_size=6))
def test_any_file_planned_twice_brings_nothing_new(people: list[Contact]) -> None:
    read = rows(*people)
    saved = stored(plan_import(read, {}))
    again = plan_import(read, by_email(*saved), others=saved)
    assert "new" not in outcomes(again)


def test_merging_keeps_every_consent_agreement_and_bounce() -> None:
    said = Consent("consent", "form", date(2024, 5, 3))
    withdrawn = replace(said, withdrawn_on=date(2025, 1, 1))
    agreed = EmbargoAgreement(date(2024, 5, 3))
    bounced = EmailAddress("ana@x.org", bounce=BounceState.HARD, bounce_reason="unknown user")
    kept = person("Ana", "ana@x.org", consents=(said,))
    merged = merge(kept, replace(kept, emails=(bounced,), consents=(said, withdrawn), embargo_agreements=(agreed,)))
    assert (merged.consents, merged.embargo_agreements, merged.emails) == ((said, withdrawn), (agreed,), (bounced,))
    assert merge(merged, kept) == merged
    assert agreed.holds_on(date(2030, 1, 1))
    assert not agreed.holds_on(date(2024, 5, 2))
    assert not replace(agreed, until_on=date(2024, 12, 31)).holds_on(date(2025, 1, 1))
