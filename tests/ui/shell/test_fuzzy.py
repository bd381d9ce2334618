"""The palette's matching."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop.ui.palette.fuzzy import best, fold, score

COMMANDS = ["Import a release", "New release", "Go to Releases", "Go to Media lists", "Ir a Traducir", "Confirmación"]


def test_initials_find_a_command() -> None:
    assert COMMANDS[best("nr", COMMANDS, 3)[0]] == "New release"
    assert [COMMANDS[i] for i in best("gml", COMMANDS, 3)] == ["Go to Media lists"]


def test_accents_do_not_matter() -> None:
    assert [COMMANDS[i] for i in best("confirmacion", COMMANDS, 3)] == ["Confirmación"]


def test_whole_words_beat_scattered_letters() -> None:
    assert COMMANDS[best("release", COMMANDS, 9)[0]] in {
        "New release",
        "Go to Releases",
        "Import a release",
    }
    assert best("zzz", COMMANDS, 9) == []


@given(st.text("ab ", max_size=6), st.text("abc ", max_size=20))
def test_found_exactly_when_the_letters_lie_in_order(query: str, text: str) -> None:
    wanted, rest = "".join(fold(query).split()), iter(fold(text))
    assert (score(query, text) is not None) == all(letter in rest for letter in wanted)


def test_a_tempting_word_start_is_no_trap() -> None:
    assert score("xab", "x cab a") is not None


@given(st.text(min_size=1, max_size=12))
def test_a_text_finds_itself(text: str) -> None:
    assert score(text, text) is not None
