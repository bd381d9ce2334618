"""Conditions of media lists: read, written, held, said."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.contacts.lists.conditions import AllOf, AnyOf, Condition, Not, Operator, Where
from desktop.contacts.lists.facts import Facts, holds
from desktop.contacts.lists.links import refuse_circle
from desktop.contacts.lists.reading import read_where
from desktop.contacts.lists.sentences import where_sentence
from desktop.contacts.lists.why import ListRules, why
from desktop.contacts.lists.writing import write_where
from desktop.domain.contact import Contact, EmailAddress, Role
from desktop.domain.errors import BadInputError
from desktop.domain.media_list import ListEntry

TODAY = date(2026, 5, 26)
ANA = Contact(
    "a", "Ana", "Mora", languages=("es-CR",), beats=("Migración",), country="CR", emails=(EmailAddress("a@x.cr"),)
)

_words = st.text(st.characters(exclude_categories=["Cs", "Cc", "Z"]), min_size=1, max_size=12)
_texts = st.tuples(
    st.sampled_from(["beat", "tag", "outlet", "city"]), st.sampled_from([Operator.IS, Operator.CONTAINS])
)
_conditions = st.one_of(
    st.builds(
        lambda how, v: Condition(*how, tuple(dict.fromkeys(v))), _texts, st.lists(_words, min_size=1, max_size=3)
    ),
    st.sampled_from(
        [
            Condition("country", Operator.IS, ("CR", "NI")),
            Condition("language", Operator.NONE),
            Condition("last-contact", Operator.SINCE, ("90d",)),
            Condition("added", Operator.BEFORE, ("2026-01-31",)),
            Condition("do-not-contact"),
        ]
    ),
)


def _groups(parts: st.SearchStrategy[Where]) -> st.SearchStrategy[Where]:
    several = st.lists(parts, min_size=2, max_size=3).map(tuple)
    return st.one_of(several.map(AllOf), several.map(AnyOf), parts.map(Not))


@given(st.recursive(_conditions, _groups, max_leaves=8))
def test_what_is_written_is_read_as_the_same_value_and_has_a_sentence(where: Where) -> None:
    assert read_where(write_where(where)) == where
    assert where_sentence(where).endswith(".")


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(BadInputError):
        assert read_where(write_where(read_where(text))) == read_where(text)


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("beat = migracion", True),
        ("beat ~ migra", True),
        ("beat != migracion or country = Nicaragua", False),
        ("language = es and not first-language = en", True),
        ("language = es-MX", False),
        ("last-contact = none", True),
        ("last-contact before 90d", False),
        ("has-email and not (tag = any or do-not-contact)", True),
        ("outlet = none", True),
    ],
)
def test_conditions_hold(text: str, held: bool) -> None:
    assert holds(read_where(text), Facts(ANA), TODAY) is held


def test_a_role_that_ended_is_no_outlet_of_today() -> None:
    roles = (Role("o", "Radio Uno", to_on=date(2026, 5, 25)), Role("p", "El País", to_on=TODAY))
    facts = Facts(Contact("b", roles=roles))
    assert not holds(read_where("outlet ~ radio"), facts, TODAY)
    assert holds(read_where('outlet = "el pais"'), facts, TODAY)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("beta = 3", "beta"),
        ("country = Narnia", "Narnia"),
        ("beat = a and", "missing"),
        ("(beat = a", "bracket"),
        ('beat = "a', "quotation"),
        ("last-contact since soon", "soon"),
        ("beat = a b = c", "="),
        ("(" * 200 + "consent", "nested"),
    ],
)
def test_what_is_wrong_is_named(text: str, word: str) -> None:
    with pytest.raises(BadInputError, match=word):
        read_where(text)


def test_a_list_is_not_made_of_itself() -> None:
    with pytest.raises(BadInputError, match="A → B → A"):
        refuse_circle("a", ["b"], {"b": ["a"]}, {"a": "A", "b": "B"})
    refuse_circle("a", ["b", "c"], {"b": ["c"]}, {})


def test_why_tells_what_held_and_what_kept_the_person_off() -> None:
    lists = {
        "a": ListRules("a", "All", read_where("country = CR and tag = press"), includes=("b",), excludes=("c",)),
        "b": ListRules("b", "By hand", entries={"a": ListEntry(author="Eva", on=TODAY)}),
        "c": ListRules("c", "Never", read_where("language = es")),
    }
    found = why("a", lists, Facts(ANA), TODAY)
    assert not found.is_in
    tree, taken_in, left_out = found.reasons
    assert [part.held for part in tree.parts] == [True, False]
    assert taken_in.held
    assert "Eva" in taken_in.parts[0].sentence
    assert "“Never”" in left_out.sentence
    assert why("b", lists, Facts(ANA), TODAY).is_in
