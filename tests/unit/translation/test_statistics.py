"""Counting by bands, and repetitions inside a text."""

from __future__ import annotations

import csv

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.richtext import RichText
from desktop.domain.segment import Segment
from desktop.translation.repeats import inner_matches, score_of
from desktop.translation.statistics import Band, analyse, as_csv, band_of, count_of


def _segments(*texts: str) -> list[Segment]:
    return [Segment(f"s{n}", "v", "b", n, RichText.plain(text)) for n, text in enumerate(texts)]


@pytest.mark.parametrize(
    ("one", "other", "least", "most"),
    [
        ("The station opened.", "The station opened.", 100, 100),
        ("The station opened.", "The station opened", 99, 99),
        ("It serves 40 villages.", "It serves 41 villages.", 97, 97),
        ("The old station opened today.", "The new station opened today.", 80, 80),
        ("Nothing at all alike", "Otra cosa completamente distinta", 0, 0),
    ],
)
def test_the_percentage_of_two_sentences(one: str, other: str, least: int, most: int) -> None:
    assert least <= score_of(one, other) <= most


def test_each_sentence_is_compared_with_those_before_it() -> None:
    found = inner_matches(["A b c d.", "X y z.", "A b c e.", "X y z."])
    assert found[0] is None
    assert found[1] is None
    assert (found[2].place, found[2].score) == (0, 75)  # type: ignore[union-attr]
    assert (found[3].place, found[3].score) == (1, 100)  # type: ignore[union-attr]


words = st.lists(st.sampled_from(["one", "two", "three", "four", "five", "12"]), min_size=1, max_size=7).map(" ".join)


@given(st.lists(words, max_size=12))
def test_the_index_finds_what_comparing_all_with_all_finds(texts: list[str]) -> None:
    found = inner_matches(texts)
    for place, text in enumerate(texts):
        scores = [score_of(other, text) for other in texts[:place]]
        best = max(scores, default=0)
        match = found[place]
        if best < 50:
            assert match is None or match.score >= 50
        else:
            assert match is not None
            assert match.score == best or min(match.score, best) >= 97  # of numbers and signs alone the nearest


@given(st.lists(words, max_size=15), st.dictionaries(st.integers(0, 14), st.integers(0, 102)))
def test_every_sentence_is_counted_once(texts: list[str], known: dict[int, int]) -> None:
    made = analyse(_segments(*texts), {f"s{n}": score for n, score in known.items()})
    assert made.total.sentences == len(texts)
    assert made.total.words == sum(len(text.split()) for text in texts)
    for row in made.bands:
        assert row.inner.words <= row.count.words


def test_the_memory_goes_before_repetitions_and_the_better_band_counts() -> None:
    made = analyse(
        _segments(
            "The station opened today.", "The station opened today.", "The station closed today.", "Seven ships."
        ),
        {"s0": 101, "s1": 80, "s2": 60},
    )
    assert made.of(Band.CONTEXT).count.sentences == 1
    assert made.of(Band.REPETITION).count.sentences == 1
    assert made.of(Band.B75).count.sentences == 1
    assert made.of(Band.B75).inner.words == 4
    assert made.of(Band.NONE).count.words == 2


def test_words_and_characters() -> None:
    count = count_of("IOM’s 1,350 people – http://www.rcmvs.org/ – left.")
    assert (count.words, count.characters) == (5, 50)
    assert count.signs == 44
    assert count_of("😀 —").words == 0


@pytest.mark.parametrize(("score", "band"), [(102, Band.LINEAGE), (99, Band.B95), (85, Band.B85), (49, Band.NONE)])
def test_bands(score: int, band: Band) -> None:
    assert band_of(score) is band


def test_the_table_opens_in_a_spreadsheet() -> None:
    made = analyse(_segments("One two.", "One two."), {})
    table = list(csv.reader(as_csv(made, {"none": "No match, really"}).splitlines()))
    assert [len(row) for row in table] == [6] * 11
    assert table[-1][:3] == ["total", "2", "4"]
    assert table[-2][0] == "No match, really"
