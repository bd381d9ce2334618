"""The published percentages, one by one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.richtext import MarkKind, RichText
from desktop.domain.unit import TranslationUnit, UnitOrigin
from desktop.translation.memory.match import Asked, Difference, MatchClass, PenaltyReason, Swap
from desktop.translation.memory.scoring import score
from desktop.translation.memory.words import distance, match_words


def _unit(source: str | RichText, target: str = "Hola.", **more: object) -> TranslationUnit:
    rich = source if isinstance(source, RichText) else RichText(source)
    return TranslationUnit("u", "en", "es", rich, RichText(target), **more)  # type: ignore[arg-type]


def _asked(source: str | RichText, **more: object) -> Asked:
    rich = source if isinstance(source, RichText) else RichText(source)
    return Asked(rich, "en", "es", **more)  # type: ignore[arg-type]


def test_the_neighbours_and_the_line_make_102_and_101() -> None:
    unit = _unit("It rains.", previous="Cold.", next="", lineage="first")
    near = {"previous": "Cold.", "next": ""}
    for asked, percent in (
        (_asked("It rains.", **near, lineage="first"), 102),
        (_asked("It rains.", **near, lineage="other"), 101),
        (_asked("It rains.", **near), 101),
        (_asked("It rains.", previous="Warm.", next=""), 100),
        (_asked("It rains."), 100),
        (_asked(" It rains. "), 100),
    ):
        match = score(asked, unit)
        assert match is not None
        assert match.percent == percent


def test_unknown_neighbours_are_no_context() -> None:
    match = score(_asked("It rains.", previous=None, next=None), _unit("It rains."))
    assert match is not None
    assert match.percent == 100


@pytest.mark.parametrize(
    ("asked", "kept", "percent", "differences"),
    [
        ("The  plan works well", "The plan works well", 99, ()),
        ("the plan works well.", "The plan works well", 98, (Difference.PUNCTUATION,)),
        ("The plan has 12 parts", "The plan has 11 parts", 97, (Difference.NUMBERS,)),
        ("The plan has 12 parts.", "The plan has 11 parts", 95, (Difference.NUMBERS, Difference.PUNCTUATION)),
    ],
)
def test_what_is_near(asked: str, kept: str, percent: int, differences: tuple[Difference, ...]) -> None:
    match = score(_asked(asked), _unit(kept, "El plan tiene 11 partes"))
    assert match is not None
    assert (match.percent, match.match_class) == (percent, MatchClass.NEAR)
    assert match.explanation.differences == differences


def test_only_marks_differ() -> None:
    match = score(_asked(RichText("The plan works").with_mark(0, 3, MarkKind.STRONG)), _unit("The plan works"))
    assert match is not None
    assert (match.percent, match.explanation.differences) == (99, (Difference.MARKS,))


def test_numbers_and_dates_are_swapped_by_value_as_the_language_writes_them() -> None:
    unit = _unit("Some 44.1 million people left on 3 May.", "Unos 44,1 millones de personas partieron el 3 de mayo.")
    match = score(_asked("Some 45.3 million people left on 9 June."), unit)
    assert match is not None
    assert match.target.text == "Unos 45,3 millones de personas partieron el 9 de junio."
    assert match.percent == 97
    assert match.explanation.swaps == (Swap("44,1", "45,3"), Swap("3", "9"), Swap("mayo", "junio"))


def test_a_number_that_cannot_be_swapped_costs_a_point_and_leaves_the_translation() -> None:
    match = score(_asked("The plan has 12 parts"), _unit("The plan has 11 parts", "El plan tiene varias partes"))
    assert match is not None
    assert (match.percent, match.target.text) == (96, "El plan tiene varias partes")
    assert match.explanation.swaps == ()


def test_a_fuzzy_one_counts_words_and_never_says_more_than_94() -> None:
    match = score(_asked("The minister opened the new road"), _unit("The minister opened the old road"))
    assert match is not None
    assert (match.percent, match.explanation.edits, match.explanation.words) == (83, 1, 6)
    long = " ".join(f"word{chr(97 + n % 26)}{chr(97 + n // 26)}" for n in range(60))
    close = score(_asked(long), _unit(long + " more"))
    assert close is not None
    assert close.percent == 94
    assert score(_asked("Something else altogether"), _unit("The minister opened the old road")) is None


def test_penalties_are_taken_off_and_told() -> None:
    for unit, reasons, percent in (
        (_unit("It rains.", origin=UnitOrigin.ALIGNED), [PenaltyReason.ALIGNED], 98),
        (_unit("It rains.", origin=UnitOrigin.MACHINE), [PenaltyReason.MACHINE], 85),
        (_unit("It rains.", origin=UnitOrigin.IMPORTED), [], 100),
    ):
        match = score(_asked("It rains."), unit)
        assert match is not None
        assert ([penalty.reason for penalty in match.explanation.penalties], match.percent) == (reasons, percent)
    british = TranslationUnit("u", "en-GB", "es", RichText("It rains."), RichText("Llueve."))
    match = score(Asked(RichText("It rains."), "en-US", "es"), british)
    assert match is not None
    assert match.percent == 99
    plain = score(Asked(RichText("It rains."), "en", "es"), british)
    assert plain is not None
    assert plain.percent == 100


def test_a_gap_that_one_side_lacks_costs_a_point() -> None:
    asked = RichText("It rains in Rome.").with_mark(12, 16, MarkKind.PLACEHOLDER, "city")
    match = score(_asked(asked), _unit("It rains in Rome."))
    assert match is not None
    assert (match.percent, match.explanation.base) == (98, 99)


def test_tags_are_read_however_they_are_written() -> None:
    unit = TranslationUnit("u", "EN_us", "es_419", RichText("It rains."), RichText("Llueve."))
    match = score(Asked(RichText("Llueve."), "es-419", "en-US"), unit)
    assert match is not None
    assert (match.percent, match.is_reversed, match.target.text) == (100, True, "It rains.")


@given(
    st.lists(st.sampled_from(["a", "b", "c", "d"]), max_size=8),
    st.lists(st.sampled_from(["a", "b", "c", "d"]), max_size=8),
)
def test_the_distance_is_a_distance(one: list[str], other: list[str]) -> None:
    apart = distance(one, other)
    assert apart == distance(other, one)
    assert (apart == 0) == (one == other)
    assert abs(len(one) - len(other)) <= apart <= max(len(one), len(other))


def test_words_of_a_match() -> None:
    assert match_words("In 2019, IOM’s “44.1” %…") == ("in", "0", "ioms", "0", "%")
