"""Change sets, segments and people: the small promises screens rely on."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.changes import BLOCK, CONTACT, SEGMENT, Change, ChangeSet, Outcome
from desktop.domain.contact import Contact, EmailAddress, Phone, Role
from desktop.domain.errors import BadInputError, ComunicadoError
from desktop.domain.richtext import Mark, MarkKind, RichText
from desktop.domain.segment import Segment, SegmentState

_changes = st.builds(
    Change, st.sampled_from([BLOCK, SEGMENT]), st.sampled_from(["a", "b", "*"]), st.sampled_from(["", "v"])
)
_sets = st.builds(ChangeSet, st.frozensets(_changes, max_size=4), st.sampled_from(["", "editor", "grid"]))


@given(_sets, _sets, _sets)
def test_joining_change_sets(one: ChangeSet, two: ChangeSet, three: ChangeSet) -> None:
    assert (one | two) | three == one | (two | three) == ChangeSet.union([one, two, three])
    assert one | ChangeSet() == one
    assert (one | two).changes == one.changes | two.changes
    assert bool(one) == bool(one.changes)


@given(_sets)
def test_touches_is_true_for_what_is_named_and_for_a_whole_kind(changes: ChangeSet) -> None:
    for change in changes.changes:
        assert changes.touches(change.kind)
        assert changes.touches(change.kind, change.id)
        if change.id == "*":
            assert changes.touches(change.kind, "anything")
    assert not changes.touches(CONTACT)


def test_under_names_only_a_parents_own() -> None:
    changes = ChangeSet.of(Change(SEGMENT, "1", "v"), Change(SEGMENT, "2", "w"), Change(BLOCK, "3", "v"))
    assert changes.under(SEGMENT, "v") == {"1"}


def test_an_outcome_without_changes_says_so() -> None:
    assert not Outcome("x").changes
    assert Outcome("x").inverse is None


def test_stale_is_derived_and_goes_away_with_the_change() -> None:
    source = RichText.plain("750,000 people")
    segment = Segment("s", "v", "b", 0, source, source, RichText.plain("750.000 personas"), SegmentState.TRANSLATED)
    assert segment.is_done
    assert not segment.is_stale
    edited = replace(segment, source=RichText.plain("760,000 people"))
    assert edited.is_stale
    assert not edited.is_done
    assert replace(edited, source=source) == segment
    marked = replace(segment, source=RichText.of(source.text, [Mark(0, 7, MarkKind.STRONG)]))
    assert marked.is_stale
    assert not replace(edited, index=-1).is_stale


def test_a_person_shows_only_what_may_be_used() -> None:
    person = Contact(
        "c",
        given_name="Núria",
        emails=(EmailAddress("a@example.org", is_do_not_contact=True), EmailAddress("b@example.org")),
        phones=(Phone("+50622125327"),),
        roles=(Role("o", "La Voz"),),
    )
    assert (person.name, person.email, person.phone, person.organisation) == (
        "Núria",
        "b@example.org",
        "+50622125327",
        "La Voz",
    )
    assert replace(person, given_name="").name == "a@example.org"
    assert Contact("c").name == Contact("c").email == Contact("c").phone == Contact("c").organisation == ""


def test_an_error_is_one_line() -> None:
    error = BadInputError("Could not read\n“a.docx”.", kept="Nothing was changed.", advice="Save it as DOCX.")
    assert error.one_line() == "Could not read “a.docx”. Nothing was changed. Save it as DOCX."
    assert isinstance(error, ComunicadoError)
    assert str(error) == error.message
