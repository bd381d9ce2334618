import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.richtext import Mark, MarkKind, RichText
from desktop.editorial.clean import clean, clean_rich


@pytest.mark.parametrize(
    ("dirty", "expected"),
    [
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("migra\u00adción", "migración"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("bell\x07 and\x00 null", "bell and null"),
        ("San Jose\u0301", "San José"),
        ("two  spaces\tand a tab", "two spaces and a tab"),
        ("la\u00a0OIM", "la OIM"),
        ("15\u00a0% de 4\u202f500", "15\u00a0% de 4\u202f500"),
        ("«\u00a0Bonjour\u00a0»", "«\u00a0Bonjour\u00a0»"),
        ("Presidency Pro- Tempore", "Presidency Pro- Tempore"),
        ("lone \ud800 half", "lone \ufffd half"),
        ("👩\u200d🚒", "👩\u200d🚒"),
        ("ab\u200dcd", "abcd"),
        ("\u202eright to left\u202c", "right to left"),
    ],
)
def test_debris_goes_and_wording_stays(dirty, expected):
    assert clean(dirty) == expected


@given(st.text())
def test_clean_is_composed_and_final(text):
    once = clean(text)
    assert unicodedata.is_normalized("NFC", once)
    assert clean(once) == once
    assert "\r" not in once


def test_marks_stay_on_what_they_covered():
    rich = RichText.of("See\u00a0the\u00ad  site", (Mark(10, 14, MarkKind.LINK, "https://example.org/"),))
    cleaned = clean_rich(rich)
    assert cleaned.text == "See the site"
    (mark,) = cleaned.marks
    assert cleaned.text[mark.start : mark.end].strip() == "site"


@given(st.text(max_size=40), st.integers(0, 40), st.integers(0, 40))
def test_marked_text_is_cleaned_like_plain_text(text, start, end):
    rich = RichText.of(text, (Mark(min(start, end), max(start, end), MarkKind.STRONG),))
    assert len(clean_rich(rich).text) <= len(text) * 3
    assert all(mark.kind is MarkKind.STRONG for mark in clean_rich(rich).marks)
