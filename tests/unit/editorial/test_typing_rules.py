from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.errors import BadInputError
from desktop.editorial.typing_rules import TypingRules, correction, parse_typing_rules, rules_for

FOLDER = Path(__file__).parents[3] / "resources" / "typing"
EVERY = tuple(rules for file in sorted(FOLDER.glob("*.toml")) for rules in parse_typing_rules(file.read_text("utf-8")))
HARD, NARROW = "\u00a0", "\u202f"


def rules(language: str, style: str = "") -> TypingRules:
    found = rules_for(EVERY, language, style)
    assert found is not None
    return found


def typed(text: str, language: str, style: str = "") -> str:
    """What stands there after somebody typed a text, sign by sign."""
    chosen, shown = rules(language, style), ""
    for sign in text:
        shown += sign
        found = correction(shown, chosen)
        if found is not None:
            shown = shown[: len(shown) - found.removed] + found.text
    return shown


@pytest.mark.parametrize(
    ("text", "becomes"),
    [
        ('"Yes," she said.', "“Yes,” she said."),
        ('the "front line" (the "end")', "the “front line” (the “end”)"),
        ("'single' and isn't, migrants' rights", "‘single’ and isn’t, migrants’ rights"),
        ("\"'Yes' it is\"", "“‘Yes’ it is”"),
        ("in the '90s", "in the ’90s"),
        ("one -- two --- three", "one – two — three"),
        ("well... ....", "well… …."),
        ("5 May 2020, 15 per cent, 3 km.", "5 May 2020, 15 per cent, 3 km."),
        ("self-made 2010-2020", "self-made 2010-2020"),
    ],
)
def test_english(text: str, becomes: str) -> None:
    assert typed(text, "en") == becomes


@pytest.mark.parametrize(
    ("text", "becomes"),
    [
        ('Dijo: "Sí".', "Dijo: “Sí”."),
        ('¿"Qué"? ¡"Ya"!', "¿“Qué”? ¡“Ya”!"),
        ("el 15 % y el 3 ‰", f"el 15{HARD}% y el 3{HARD}‰"),
        ("el 15% queda", "el 15% queda"),
        ("EE. UU. y RR. HH.", f"EE.{HARD}UU. y RR.{HARD}HH."),
        ("núm. 5, art. 7, n.º 3", f"núm.{HARD}5, art.{HARD}7, n.º{HARD}3"),
        ("a 15 km de aquí, 3 ha.", f"a 15{HARD}km de aquí, 3{HARD}ha."),
        ("26,6 millones", f"26,6{HARD}millones"),
        ("US$ 822", f"US${HARD}822"),
        ("5 de mayo", "5 de mayo"),
    ],
)
def test_spanish(text: str, becomes: str) -> None:
    assert typed(text, "es") == becomes
    assert typed(text, "es-NI") == becomes


def test_spanish_in_spain_has_angled_quotes_with_curly_ones_inside() -> None:
    assert typed('Vi "el "gran" libro" ayer', "es", "angled") == "Vi «el “gran” libro» ayer"


@pytest.mark.parametrize(
    ("text", "becomes"),
    [
        ('Il dit: "Oui!"', f"Il dit{HARD}: «{HARD}Oui{NARROW}!{HARD}»"),
        ('"oui" ; non ?', f"«{HARD}oui{HARD}»{NARROW}; non{NARROW}?"),
        ("L'aide", "L’aide"),
        ("à 10:30, https://x.fr", "à 10:30, https://x.fr"),
        ("15 % et n° 5", f"15{HARD}% et n°{HARD}5"),
        ("attention !!", f"attention{NARROW}!!"),
    ],
)
def test_french(text: str, becomes: str) -> None:
    assert typed(text, "fr") == becomes


def test_a_language_without_rules_is_left_alone() -> None:
    assert rules_for(EVERY, "de") is None


def test_an_unknown_style_is_the_first_one() -> None:
    assert rules("es", "nonsense").style == "latin"


@given(st.text(alphabet="ab1 \"'-.%«»“”‘’éU🙂(", max_size=120), st.sampled_from(["en", "es", "fr"]))
def test_a_correction_never_reaches_further_than_it_saw(text: str, language: str) -> None:
    found = correction(text, rules(language))
    if found is not None:
        assert 0 <= found.removed <= 40
        assert text[len(text) - found.removed :] != found.text


def test_far_from_the_start_an_opening_is_still_an_opening() -> None:
    text = "palabra " * 10
    assert typed(text + '"si"', "es") == text + "“si”"
    assert typed("x" * 60 + '"', "en") == "x" * 60 + "”"


@pytest.mark.parametrize("text", ["", "language = 'en'", "not toml [", "language='x'\n[[styles]]\nname='a'"])
def test_broken_rules_are_refused_in_words(text: str) -> None:
    with pytest.raises(BadInputError):
        parse_typing_rules(text)


def test_a_rule_with_a_broken_pattern_is_refused() -> None:
    text = "language='x'\n[[styles]]\nname='a'\nlabel={en='A'}\nquotes=''\n[[rules]]\nkeys='a'\nafter='('\ninstead='b'"
    with pytest.raises(BadInputError):
        parse_typing_rules(text)


def test_every_style_has_a_name_in_both_interface_languages() -> None:
    assert [(each.language, each.style) for each in EVERY if not {"en", "es"} <= set(each.label)] == []
