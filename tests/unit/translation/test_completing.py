"""What may be meant by the first letters of a word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.translation.completing import Offer, OfferKind, begun_word, completed, words_offered

NAME = Offer("Samuel Santos López", OfferKind.NAME)
OFFERS = (
    Offer("1.350", OfferKind.NUMBER),
    Offer("26 de mayo de 2020", OfferKind.DATE),
    NAME,
    Offer("migración", OfferKind.TEXT),
    Offer("migratorias", OfferKind.MEMORY),
)


def texts(word: str, before: str = "") -> list[str]:
    return [offer.text for offer in completed(word, OFFERS, before)]


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("mi", ["migratorias", "migración"]),
        ("Migr", ["Migratorias", "Migración"]),
        ("migraci", ["migración"]),
        ("migración", []),
        ("1", ["1.350"]),
        ("sam", ["Samuel Santos López"]),
        ("Lop", ["López"]),
        ("zz", []),
    ],
)
def test_offers_begin_with_the_word(word: str, found: list[str]) -> None:
    assert texts(word) == found


@pytest.mark.parametrize(
    ("text", "at", "word"),
    [
        ("la mig", 6, "mig"),
        ("la m", 4, ""),
        ("1", 1, "1"),
        ("la mig ", 7, ""),
        ("lamig", 3, ""),
        ("(mig", 4, "mig"),
        ("", 0, ""),
    ],
)
def test_the_word_that_is_begun(text: str, at: int, word: str) -> None:
    assert begun_word(text, at) == word


def test_longer_words_are_offered_the_frequent_first() -> None:
    assert [o.text for o in words_offered(["la niñez migrante", "los migrantes y la migrante"])] == [
        "migrante",
        "migrantes",
    ]


@given(st.text(max_size=30), st.integers(0, 30))
def test_any_text_is_read(text: str, at: int) -> None:
    word = begun_word(text, min(at, len(text)))
    assert word in text
    for offer in completed(word, OFFERS) if word else ():
        assert offer.text.casefold() != word.casefold()
