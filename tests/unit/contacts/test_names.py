"""Names taken apart and compared."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.contacts.names import fold, is_same_name, name_words, parse_name, split_name


@pytest.mark.parametrize(
    ("full", "form", "given_name", "family"),
    [
        ("García-Núñez, María José", "", "María José", "García-Núñez"),
        ("Dr. William Lacy Swing", "Dr.", "William Lacy", "Swing"),
        ("Ambassador William Lacy Swing", "Ambassador", "William Lacy", "Swing"),
        ("Amb. William Lacy Swing", "Amb.", "William Lacy", "Swing"),
        ("Salvador Gutierrez", "", "Salvador", "Gutierrez"),
        ("Ana García Núñez", "", "Ana", "García Núñez"),
        ("Ana María López Ruiz", "", "Ana María", "López Ruiz"),
        ("María de los Ángeles Soto Mora", "", "María de los Ángeles", "Soto Mora"),
        ("Carlos Alberto de la Torre", "", "Carlos Alberto", "de la Torre"),
        ("Vincent van der Berg", "", "Vincent", "van der Berg"),
        ("José Ortega y Gasset", "", "José", "Ortega y Gasset"),
        ("John F. Kennedy", "", "John F.", "Kennedy"),
        ("Sra. Gutiérrez", "Sra.", "", "Gutiérrez"),
        ("Don Carlos", "Don", "Carlos", ""),
        ("GARCÍA NÚÑEZ María", "", "María", "GARCÍA NÚÑEZ"),
        ("Jean de LA FONTAINE", "", "Jean", "de LA FONTAINE"),
        ("John Smith, Jr.", "", "John", "Smith Jr."),
        ("Núñez, Dr. José", "Dr.", "José", "Núñez"),
        ("Cher", "", "Cher", ""),
        ("", "", "", ""),
        (" , ", "", "", ""),
    ],
)
def test_parts_of_a_name(full: str, form: str, given_name: str, family: str) -> None:
    name = parse_name(full)
    assert (name.form_of_address, name.given, name.family) == (form, given_name, family)
    assert split_name(full) == (given_name, family)


@given(st.lists(st.text(alphabet="abcñéÁB.'-", min_size=1, max_size=8), max_size=7))
def test_no_word_is_lost_or_doubled(words: list[str]) -> None:
    name = parse_name(" ".join(words))
    parts = f"{name.form_of_address} {name.given} {name.family}".split()
    assert sorted(parts) == sorted(" ".join(words).split())


@given(st.text(max_size=80))
def test_any_typing_is_taken_apart(text: str) -> None:
    parse_name(text)
    assert fold(fold(text)) == fold(text)


def test_folding() -> None:
    assert fold("  ÑÚÑEZ   García ") == "nunez garcia"
    assert name_words("García-Núñez") == name_words("garcia nuñez")
    assert is_same_name("María García", "María José García Núñez")
    assert not is_same_name("Ana Ruiz", "Luis Mora")
