from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.editorial.spelling.words import find_words, scripts


def words(text: str) -> list[str]:
    return [word.text for word in find_words(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They don’t, she said.", ["They", "don't", "she", "said"]),
        ("migrants’ rights", ["migrants", "rights"]),
        ("see https://www.iom.int/es/news or www.x.org/a?b=c now", ["see", "or", "now"]),
        ("write to sgutierrez@iom.int today", ["write", "to", "today"]),
        ("at nicaragua.iom.int and iom.int/news, too", ["at", "and", "too"]),
        ("@OIM_Nicaragua #MigraciónSegura today", ["today"]),
        ("in 2020, the 18th, COVID-19, 3G, 1.º and 750,000", ["in", "the", "and"]),
        ("IOM, UNHCR and two NGOs; the ONGs", ["and", "two", "the"]),
        ("WhatsApp and iPhone", ["and"]),
        ("J. Smith", ["Smith"]),
        ("Москва and 東京 wait", ["and", "wait"]),
        ("ready 👩\u200d🚒 go 🙂", ["ready", "go"]),
        ("co\u00adoperate", ["cooperate"]),
        ("C:\\Users\\ana and /srv/ana/notes.txt", ["and"]),
        ("", []),
    ],
)
def test_what_can_be_spelled_wrong(text: str, found: list[str]) -> None:
    assert words(text) == found


def test_places_are_of_the_text_as_it_is() -> None:
    text = "🙂 migracio\u0301n y paz"
    word = next(find_words(text))
    assert (word.text, text[word.start : word.end]) == ("migración", "migracio\u0301n")


def test_parts_of_a_compound_have_their_own_places() -> None:
    text = "a well-knwon face"
    compound = next(word for word in find_words(text) if word.parts)
    assert compound.text == "well-knwon"
    assert [text[part.start : part.end] for part in compound.parts] == ["well", "knwon"]


def test_a_line_in_capitals_is_looked_at_and_an_acronym_in_it_too() -> None:
    assert words("THE GOVERMENT RECEIVES MIGRANTS") == ["THE", "GOVERMENT", "RECEIVES", "MIGRANTS"]
    assert words("The UNHCR") == ["The"]


def test_skipped_stretches() -> None:
    assert [word.text for word in find_words("one two three", [(4, 7)])] == ["one", "three"]


def test_scripts() -> None:
    assert scripts("migración") == {"latin"}
    assert scripts("migr\u0430tion") == {"latin", "other"}  # a Cyrillic а


@given(st.text(alphabet="aé\u0301ñÑ ’'-\u00ad.@/:🙂9IOM\nж", max_size=60))
def test_words_never_overlap_and_lie_in_the_text(text: str) -> None:
    end = 0
    for word in find_words(text):
        assert end <= word.start < word.end <= len(text)
        end = word.end
        assert word.text == unicodedata.normalize("NFC", word.text)
        for part in word.parts:
            assert word.start <= part.start < part.end <= word.end


def test_a_very_long_line_is_no_trouble() -> None:
    assert len(words("palabra " * 20_000)) == 20_000
    assert words("a" * 100_000) == ["a" * 100_000]
    assert words("@" * 3000 + "." * 3000) == []
