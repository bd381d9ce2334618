"""Finding and replacing: exactly what was asked for, in any spelling of an accent, and marks stay."""

from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.document import Block, BlockKind, Document
from desktop.domain.errors import BadInputError
from desktop.domain.richtext import Mark, MarkKind, RichText
from desktop.editorial.finding import LONGEST_QUERY, Finder, Query, is_fixed, replaced, replaced_document


def found(text: str, wanted: str, **options: bool) -> list[str]:
    return [text[p.start : p.end] for p in Finder(Query(wanted, **options)).places(text)]


@pytest.mark.parametrize(
    ("text", "wanted", "options", "expected"),
    [
        ("The IOM and the iom", "iom", {}, ["IOM", "iom"]),
        ("The IOM and the iom", "iom", {"matches_case": True}, ["iom"]),
        ("Un año, un ano", "ano", {}, ["ano"]),
        ("Un año, un ano", "ano", {"ignores_accents": True}, ["año", "ano"]),
        ("Un an\u0303o, un ano", "ano", {}, ["ano"]),
        ("Un an\u0303o, un ano", "año", {}, ["an\u0303o"]),
        ("Un año", "an\u0303o", {}, ["año"]),
        ("NIÑAS y niñas", "niñas", {}, ["NIÑAS", "niñas"]),
        ("migrant migrants", "migrant", {"whole_words": True}, ["migrant"]),
        ("IOM’s office", "iom's", {}, ["IOM’s"]),
        ("80\u00a0% and 80 %", "80 %", {}, ["80\u00a0%", "80 %"]),
        ('“a” "b"', '"', {}, ['"', '"']),
        ("a.b axb", "a.b", {}, ["a.b"]),
        ("😀 of 😀", "😀", {}, ["😀", "😀"]),
        ("aaaa", "aa", {}, ["aa", "aa"]),
        ("2014 and 2015", r"20\d\d", {"is_pattern": True}, ["2014", "2015"]),
        ("2014 and 20145", r"20\d\d", {"is_pattern": True, "whole_words": True}, ["2014"]),
        ("abc", "x*", {"is_pattern": True}, []),
        ("مرحبا بالعالم", "العالم", {}, ["العالم"]),
    ],
)
def test_what_is_found(text: str, wanted: str, options: dict[str, bool], expected: list[str]) -> None:
    assert found(text, wanted, **options) == expected


def test_a_pattern_puts_its_groups_into_the_replacement() -> None:
    (place,) = Finder(Query(r"(\d+) per cent", is_pattern=True)).places("80 per cent", r"\1 %")
    assert place.new == "80 %"
    with pytest.raises(BadInputError, match="pattern"):
        Finder(Query(r"(\d+)", is_pattern=True)).places("80", r"\2")
    (plain,) = Finder(Query("80")).places("80", r"\1")
    assert plain.new == r"\1"


@pytest.mark.parametrize("wrong", ["(", "[a", "*", "(?P<x", "a" * (LONGEST_QUERY + 1)])
def test_a_pattern_with_a_mistake_is_told(wrong: str) -> None:
    with pytest.raises(BadInputError):
        Finder(Query(wrong, is_pattern=True))
    with pytest.raises(BadInputError):
        Finder(Query(""))


def test_a_pattern_that_would_run_for_ever_is_stopped() -> None:
    finder = Finder(Query(r"(a|aa)+$", is_pattern=True))
    began = time.monotonic()
    with pytest.raises(BadInputError, match="too long"):
        finder.places("a" * 60 + "b")
    assert time.monotonic() - began < 30


def test_marks_stay_and_gaps_are_left_alone() -> None:
    text = RichText.of("IOM in [City], IOM", [Mark(0, 3, MarkKind.STRONG), Mark(7, 13, MarkKind.PLACEHOLDER, "city")])
    places = Finder(Query("iom")).places(text.text, "OIM")
    assert replaced(text, places) == RichText.of(
        "OIM in [City], OIM", [Mark(0, 3, MarkKind.STRONG), Mark(7, 13, MarkKind.PLACEHOLDER, "city")]
    )
    (gap,) = Finder(Query("city")).places(text.text, "Town")
    assert is_fixed(text, gap)
    document = Document("d", "en", (Block("a", BlockKind.PARAGRAPH, text), Block("b", BlockKind.QUOTE)))
    assert replaced_document(document, Finder(Query("city")), "Town") == (document, 0)
    changed, count = replaced_document(document, Finder(Query("iom")), "")
    assert (changed.blocks[0].text.text, count) == (" in [City], ", 2)


words = st.text(st.sampled_from("aábñn \u0303\u0301.Xß'😀"), min_size=1, max_size=12)


@given(words, st.text(st.sampled_from("aábñn \u0303\u0301.Xß'😀"), max_size=60), st.booleans(), st.booleans())
def test_places_are_in_order_and_stand_for_what_was_asked(wanted: str, text: str, case: bool, accents: bool) -> None:
    places = Finder(Query(wanted, matches_case=case, ignores_accents=accents)).places(text)
    ends = 0
    for place in places:
        assert ends <= place.start < place.end <= len(text)
        ends = place.end
    if not accents and wanted.isascii() and text.isascii():
        low, needle = (text, wanted) if case else (text.lower(), wanted.lower())
        assert len(places) == low.count(needle)
    whole = Finder(Query(unicodedata.normalize("NFD", wanted), matches_case=case, ignores_accents=accents))
    assert whole.places(text) == places


@given(st.text(max_size=80), st.text(min_size=1, max_size=3), st.text(max_size=5))
def test_replacing_plain_words_is_what_python_does(text: str, wanted: str, new: str) -> None:
    if not (wanted.isascii() and text.isascii()):
        return
    places = Finder(Query(wanted, matches_case=True)).places(text, new)
    assert replaced(RichText.plain(text), places).text == text.replace(wanted, new)
