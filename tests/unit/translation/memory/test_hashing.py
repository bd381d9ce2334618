"""Words as numbers: the same word in any company, never of another language."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from desktop.translation.memory.hashing import SHORT, hashed
from desktop.translation.memory.runs import make_run, read_list

TEXTS = st.lists(st.text(st.characters(codec="utf-8"), max_size=60), min_size=1, max_size=8)


@given(TEXTS)
def test_a_text_has_the_same_words_alone_and_among_others(texts: list[str]) -> None:
    together = hashed(texts, ["en"] * len(texts))
    for place, text in enumerate(texts):
        alone = hashed([text], ["en"])
        there = together.raw[together.starts[place] : together.starts[place + 1]]
        assert there.tolist() == alone.raw.tolist()


def test_case_accents_and_punctuation_do_not_count_and_every_number_is_the_same() -> None:
    one = hashed(["El año 2.019,5: Ñandú… «Más»"], ["es"]).raw
    other = hashed(["el ano – 7, NANDU mas"], ["es"]).raw
    assert one.tolist() == other.tolist()
    assert len(one) == 5


def test_a_sign_with_a_meaning_is_a_word() -> None:
    assert hashed(["5 % $7?"], ["en"]).counts.tolist() == [5]
    assert hashed(["why?", "why"], ["en", "en"]).counts.tolist() == [2, 1]


def test_a_word_of_another_language_is_another_word_and_a_variety_is_none() -> None:
    plan = [hashed(["plan"], [tag]).raw.tolist() for tag in ("en", "es", "en-GB", "EN_us")]
    assert plan[0] != plan[1]
    assert plan[0] == plan[2] == plan[3]


def test_a_text_without_words_is_one_word_by_its_signs() -> None:
    same, spaced, other = (hashed([text], ["en"]) for text in ("…—", "… —", "…–"))
    assert same.counts.tolist() == [1]
    assert same.raw.tolist() == spaced.raw.tolist() != other.raw.tolist()


def test_many_texts_are_hashed_as_few_are() -> None:
    texts = [f"{word} and {number}" for number in range(700) for word in ("ñandú", "x%")]
    together = hashed(texts, ["es"] * len(texts))
    assert together.counts.tolist() == [3 + ("%" in text) for text in texts]
    last = hashed(texts[-1:], ["es"]).raw
    assert together.raw[together.starts[-2] :].tolist() == last.tolist()


def test_short_and_long_texts_are_listed_apart() -> None:
    short, long = "migrants", "migrants " * (SHORT + 1)
    found = hashed([short, long], ["en", "en"])
    assert found.words[0] != found.words[1]
    assert found.words[0] == hashed([long], ["en"]).as_listed(short=True)[0]


@given(TEXTS)
def test_a_run_lists_exactly_the_texts_with_each_word(texts: list[str]) -> None:
    numbers = [10 + place for place in range(len(texts))]
    run = make_run(numbers, texts, ["en"] * len(texts))
    found = hashed(texts, ["en"] * len(texts))
    words = found.words
    wanted: dict[int, list[int]] = {}
    for place, number in enumerate(numbers):
        for word in set(words[found.starts[place] : found.starts[place + 1]].tolist()):
            wanted.setdefault(word, []).append(number)
    assert {word: read_list(stored).tolist() for word, _count, stored in run.lists()} == wanted
    assert run.lengths.tolist() == np.minimum(found.counts, 255).tolist()
