"""What people type into the search field."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.storage.asking import Asked, Term, ask, hit_pattern
from desktop.storage.folding import fold_in_place


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("migra", Asked((Term(("migra",), is_begun=True),))),
        ("Salud agua", Asked((Term(("salud",)), Term(("agua",), is_begun=True)))),
        ('"rescue station"', Asked((Term(("rescue", "station")),))),
        ("“human trafficking” -smuggling", Asked((Term(("human", "trafficking")),), (Term(("smuggling",)),))),
        ("front* año -«trata de»", Asked((Term(("front",), True), Term(("año",), True)), (Term(("trata", "de")),))),
        ('"still open phr', Asked((Term(("still", "open", "phr"), is_begun=True),))),
        ("US-Mexican", Asked((Term(("us", "mexican"), is_begun=True),))),
        ('"" -- * ( ) : ^ "', Asked()),
        ("AND", Asked((Term(("and",), is_begun=True),))),
    ],
)
def test_words_phrases_exclusions_beginnings(typed: str, asked: Asked) -> None:
    assert ask(typed) == asked


@given(st.text(max_size=80))
def test_any_text_is_a_question(typed: str) -> None:
    asked = ask(typed)
    assert all(word and word.isalnum() for term in (*asked.wanted, *asked.unwanted) for word in term.words)
    assert all(hit.end() > hit.start() for hit in hit_pattern(asked).finditer(fold_in_place(typed)))


def test_a_phrase_is_marked_over_signs_and_accents() -> None:
    pattern = hit_pattern(ask('"ministro de salud" ni'))
    assert [hit.group() for hit in pattern.finditer(fold_in_place("El Ministro, de Salud y los niños"))] == [
        "ministro, de salud",
        "ninos",
    ]
