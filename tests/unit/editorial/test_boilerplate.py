"""Which text holds on a day, and what is wrong with the times of several."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.boilerplate import Boilerplate, BoilerplateText
from desktop.domain.richtext import RichText
from desktop.editorial.boilerplate import (
    Validity,
    drawn_text,
    gaps_between,
    overlaps,
    standing_on,
    text_on,
    texts_in,
)

START = date(2026, 1, 1)


def day(number: int) -> date:
    return START + timedelta(days=number)


def text(key: str, first: int | None, last: int | None, language: str = "en") -> BoilerplateText:
    return BoilerplateText(
        key,
        language,
        RichText.plain(key),
        "",
        None if first is None else day(first),
        None if last is None else day(last),
    )


def about(*texts: BoilerplateText) -> Boilerplate:
    return Boilerplate("b", "About", texts=texts)


def found(boilerplate: Boilerplate, number: int, language: str = "en") -> str:
    held = text_on(boilerplate, language, day(number))
    return held.id if held else ""


def test_both_days_belong_to_a_text_and_the_next_begins_the_day_after():
    two = about(text("old", None, 9), text("new", 10, None))
    assert [found(two, n) for n in (-400, 9, 10, 4000)] == ["old", "old", "new", "new"]


def test_of_two_that_hold_the_one_that_began_later_is_taken():
    assert found(about(text("always", None, None), text("special", 5, 7)), 6) == "special"
    assert found(about(text("always", None, None), text("special", 5, 7)), 8) == "always"


@pytest.mark.parametrize(
    ("asked", "wanted"), [("es-CR", "cr"), ("es", "es"), ("es-MX", "es"), ("ES", "es"), ("fr", ""), ("est", "")]
)
def test_a_region_takes_its_own_text_or_its_languages(asked, wanted):
    several = about(text("en", None, None), text("es", None, None, "es"), text("cr", None, None, "es-CR"))
    assert found(several, 0, asked) == wanted


def test_a_language_without_a_plain_text_takes_a_regions():
    assert [each.id for each in texts_in(about(text("cr", None, None, "es-CR")), "es")] == ["cr"]


def test_how_it_stands():
    two = about(text("a", 0, 40), text("b", 41, 100))
    assert standing_on(two, "en", day(0)).validity is Validity.VALID
    assert standing_on(two, "en", day(0)).until == day(100)
    assert standing_on(two, "en", day(80)).validity is Validity.ENDS_SOON
    assert (standing_on(two, "en", day(101)).validity, standing_on(two, "en", day(101)).until) == (
        Validity.ENDED,
        day(100),
    )
    assert (standing_on(two, "en", day(-1)).validity, standing_on(two, "en", day(-1)).until) == (
        Validity.NOT_YET,
        day(0),
    )
    assert standing_on(two, "es", day(0)).validity is Validity.NO_TEXT


def test_a_break_is_the_end_and_is_told():
    broken = about(text("a", 0, 10), text("b", 20, None))
    assert standing_on(broken, "en", day(5)).until == day(10)
    assert gaps_between(broken.texts) == ((day(11), day(19)),)
    assert overlaps(broken.texts) == ()


def test_overlaps_are_told_with_their_days():
    assert overlaps((text("a", 0, 10), text("b", 8, 20))) == ((day(8), day(10)),)
    assert overlaps((text("a", 0, None), text("b", 8, None))) == ((day(8), None),)
    assert overlaps((text("a", None, None), text("b", None, 3))) == ((None, day(3)),)


def test_a_gap_names_the_text_and_the_day_in_the_documents_language():
    ended = about(text("a", 0, 10, "es"))
    drawn = drawn_text(ended, "es", day(31))
    assert drawn is not None
    assert drawn.placeholders() == ("About",)
    assert "1 de febrero de 2026" in drawn.text
    assert drawn_text(ended, "en", day(31)) is None


ends = st.integers(0, 60)
texts = st.lists(
    st.tuples(st.none() | ends, st.none() | ends).filter(lambda p: p[0] is None or p[1] is None or p[0] <= p[1]),
    max_size=5,
).map(lambda pairs: tuple(text(str(n), first, last) for n, (first, last) in enumerate(pairs)))


@given(texts, st.integers(-5, 65))
def test_gaps_and_coverage_agree_with_counting_days(some, number):
    whole = about(*some)
    holds = text_on(whole, "en", day(number))
    assert (holds is not None) == any(each.is_valid_on(day(number)) for each in some)
    in_gap = any(first <= day(number) <= last for first, last in gaps_between(some))
    before = any((each.valid_from or date.min) <= day(number) for each in some)
    after = any((each.valid_to or date.max) >= day(number) for each in some)
    assert in_gap == (holds is None and before and after)
    if holds is not None:
        until = standing_on(whole, "en", day(number)).until
        last = number
        while text_on(whole, "en", day(last + 1)) is not None and last < 100:
            last += 1
        assert until == (None if last == 100 else day(last))


@given(texts)
def test_overlaps_are_exactly_the_days_that_two_hold(some):
    told = {
        number
        for number in range(-2, 64)
        for first, last in overlaps(some)
        if (first or date.min) <= day(number) <= (last or date.max)
    }
    assert told == {n for n in range(-2, 64) if sum(each.is_valid_on(day(n)) for each in some) > 1}
