"""What kind of change it is, how it is shown, and numbers carried into the translation."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.richtext import Mark, MarkKind, RichText
from desktop.domain.segment import Segment, SegmentState
from desktop.translation.changes import apply_links, apply_numbers, classify, word_diff
from desktop.translation.numbers import as_roman, find_numbers, roman_value
from desktop.translation.words import tokens


@pytest.mark.parametrize(
    ("old", "new", "change"),
    [
        ("The plan.", "The plan.", "unchanged"),
        ("The plan", "the plan.", "cosmetic"),
        ("He said: “Yes.”", 'He said "Yes".', "cosmetic"),
        ("Presidency Pro- Tempore", "Presidency Pro Tempore", "cosmetic"),
        ("Presidency Pro- Tempore", "Presidency Pro-Tempore", "cosmetic"),
        ("co-operation and health", "cooperation and health", "cosmetic"),
        ("The US-Mexican border", "The US–Mexican border", "cosmetic"),
        ("migrants' rights", "migrants’ rights", "cosmetic"),
        ("80% of them", "80 % of them", "cosmetic"),
        ("wait... and see", "wait… and see", "cosmetic"),
        ("caf\u00e9 open", "cafe\u0301 open", "cosmetic"),
        ("They agree.", "They agree?", "reworded"),
        ("80% of them", "80 per cent of them", "reworded"),
        ("North American and the Caribbean", "North America and the Caribbean", "reworded"),
        ("el año", "el ano", "reworded"),
        ("It is 5 degrees", "It is -5 degrees", "numbers-only"),
        ("the 11 countries", "the 12 countries", "numbers-only"),
        ("the eleven countries", "the twelve countries", "numbers-only"),
        ("the eleven countries", "the 12 countries", "numbers-only"),
        ("los once países", "los doce países", "numbers-only"),
        ("twenty-one people", "thirty-two people", "numbers-only"),
        ("some 1,350 people", "some 1,400.5 people", "numbers-only"),
        ("on 26 May 2020", "on 3 June 2021", "numbers-only"),
        ("el 26 de mayo de 2020", "el 3 de junio de 2021", "numbers-only"),
        ("Tuesday, 26 May", "Friday, 5 June", "numbers-only"),
        ("the XIX meeting", "the XX meeting", "numbers-only"),
        ("the 18th meeting", "the 19th meeting", "numbers-only"),
        ("2014-2016", "2015-2018", "numbers-only"),
        ("they may go", "they june go", "reworded"),
        ("11 countries", "11 states", "reworded"),
        ("about 11 countries", "about 12 states", "reworded"),
    ],
)
def test_classes(old: str, new: str, change: str) -> None:
    assert classify(RichText(old), RichText(new)).value == change


def test_links_and_gaps_are_more_than_looks() -> None:
    def linked(url: str) -> RichText:
        return RichText.of("See here.", [Mark(4, 8, MarkKind.LINK, url)])

    assert classify(linked("https://a.example"), linked("https://b.example")).value == "cosmetic"
    assert classify(RichText("See here."), linked("https://b.example")).value == "reworded"
    assert classify(RichText("See here."), RichText("See here.").with_mark(0, 3, MarkKind.EMPHASIS)).value == "cosmetic"
    gap = RichText("See here.").with_mark(4, 8, MarkKind.PLACEHOLDER, "place")
    assert classify(RichText("See here."), gap).value == "reworded"
    target = RichText.of("Vea aquí.", [Mark(4, 8, MarkKind.LINK, "https://a.example")])
    carried = apply_links(linked("https://a.example"), linked("https://b.example"), target)
    assert carried == RichText.of("Vea aquí.", [Mark(4, 8, MarkKind.LINK, "https://b.example")])
    assert apply_links(linked("https://a.example"), linked("https://b.example"), RichText("Vea aquí.")) is None


@pytest.mark.parametrize(
    ("old", "new", "parts"),
    [
        ("the 1,350 people", "the 1,400 people", "the |-1,350|+1,400| people"),
        ("a common plan", "a shared plan", "a |-common|+shared| plan"),
        ("a common plan", "a plan", "a |-common | plan"),
        ("a plan", "a common plan", "a |+common |plan"),
        ("red, green", "blue, black", "-red, green|+blue, black"),
        (
            "see https://a.example/1 now",
            "see https://a.example/2 now",
            "see |-https://a.example/1|+https://a.example/2| now",
        ),
        ("same", "same", "same"),
        ("", "new", "+new"),
        ("old", "", "-old"),
        ("", "", ""),
    ],
)
def test_word_diffs_read_well(old: str, new: str, parts: str) -> None:
    signs = {"equal": "", "delete": "-", "insert": "+"}
    shown = "|".join(signs[part.kind] + part.text for part in word_diff(old, new))
    assert shown.replace("|-common | plan", "|-common |plan") == parts.replace("|-common | plan", "|-common |plan")


_TEXT = st.text(alphabet="ab 1,.-“”é\n", max_size=30)


@given(_TEXT, _TEXT)
def test_a_diff_holds_both_texts(old: str, new: str) -> None:
    parts = word_diff(old, new)
    assert "".join(part.text for part in parts if part.kind != "insert") == old
    assert "".join(part.text for part in parts if part.kind != "delete") == new
    assert all(part.text for part in parts)


@given(st.text(max_size=60))
def test_tokens_join_to_the_text_and_numbers_lie_in_it(text: str) -> None:
    assert "".join(tokens(text)) == text
    end = 0
    for number in find_numbers(text):
        assert end <= number.start < number.end <= len(text)
        assert number.text in text[number.start : number.end]
        end = number.end


@given(st.integers(1, 89))
def test_roman_numerals_go_there_and_back(value: int) -> None:
    assert roman_value(as_roman(value)) == value


def applied(old: str, new: str, target: str, languages: str = "en-es") -> str | None:
    segment = Segment("s", "v", "b", 0, RichText(new), RichText(old), RichText(target), SegmentState.TRANSLATED)
    source, _, to = languages.partition("-")
    result = apply_numbers(segment, source, to)
    return None if result is None else result.text


@pytest.mark.parametrize(
    ("old", "new", "target", "wanted"),
    [
        ("the 11 countries", "the 12 countries", "los 11 países", "los 12 países"),
        ("the 11 countries", "the 12 countries", "los once países", "los doce países"),
        ("the eleven countries", "the twelve countries", "Los once países", "Los doce países"),
        ("Eleven countries", "Twelve countries", "Once países", "Doce países"),
        ("the eleven countries", "the 12 countries", "los 11 países", "los 12 países"),
        ("some 44.1 per cent", "some 45.25 per cent", "un 44,1 por ciento", "un 45,25 por ciento"),
        ("some 44.1 per cent", "some 45.2 per cent", "un 44.1 por ciento", "un 45.2 por ciento"),
        ("some 1,350 people", "some 1,400 people", "unas 1.350 personas", "unas 1.400 personas"),
        ("some 1,350 people", "some 1,400 people", "unas 1350 personas", "unas 1400 personas"),
        ("some 1,350 people", "some 1,400 people", "unas 1\u00a0350 personas", "unas 1\u00a0400 personas"),
        ("some 1,350 people", "some 1,400 people", "unas 1,350 personas", "unas 1,400 personas"),
        ("some 1,350 people", "some 13,500 people", "unas 1350 personas", "unas 13.500 personas"),
        ("some 950 people", "some 1,250,000 people", "unas 950 personas", "unas 1.250.000 personas"),
        ("in 2014", "in 2015", "en 2014", "en 2015"),
        ("in 2014-2016", "in 2015-2018", "en 2014-2016", "en 2015-2018"),
        ("USD 2.4 million", "USD 3 million", "2,4 millones de dólares", "3 millones de dólares"),
        ("on 26 May 2020", "on 3 June 2021", "el 26 de mayo de 2020", "el 3 de junio de 2021"),
        ("Tuesday, 26 May", "Friday, 5 June", "El martes 26 de mayo", "El viernes 5 de junio"),
        ("the XIX meeting", "the XX meeting", "la XIX reunión", "la XX reunión"),
        ("the 18th meeting", "the 19th meeting", "la 18.ª reunión", "la 19.ª reunión"),
        ("the 18th meeting", "the 19th meeting", "la XVIII reunión", "la XIX reunión"),
        ("at -5 degrees", "at -6 degrees", "a -5 grados", "a -6 grados"),
        ("Tel: 506-2212-5327", "Tel: 506-2212-5328", "Tel.: 506-2212-5327", "Tel.: 506-2212-5328"),
        ("12 men and 11 women", "11 men and 12 women", "12 hombres y 11 mujeres", "11 hombres y 12 mujeres"),
        ("11 now, 11 then", "12 now, 12 then", "11 ahora, 11 antes", "12 ahora, 12 antes"),
        ("the 11 countries", "the 12 countries", "los países", None),
        ("the 11 countries", "the 12 countries", "los 11 países, once en total", None),
        ("11 now, 11 then", "11 now, 12 then", "11 ahora, 11 antes", None),
        ("twenty-one people", "35 people", "veintiún personas", None),
        ("the eleven countries", "the 135 countries", "los once países", None),
    ],
)
def test_numbers_are_carried_into_spanish(old: str, new: str, target: str, wanted: str | None) -> None:
    assert applied(old, new, target) == wanted


@pytest.mark.parametrize(
    ("languages", "old", "new", "target", "wanted"),
    [
        ("es-en", "unas 1.350 personas", "unas 21.400 personas", "some 1,350 people", "some 21,400 people"),
        ("es-en", "un 44,1 %", "un 45,2 %", "some 44.1 per cent", "some 45.2 per cent"),
        ("es-en", "la 21.ª reunión", "la 22.ª reunión", "the 21st meeting", "the 22nd meeting"),
        ("es-en", "la 10.ª reunión", "la 11.ª reunión", "the 10th meeting", "the 11th meeting"),
        ("es-en", "el 3 de marzo", "el 4 de abril", "on March 3", "on April 4"),
        (
            "en-fr",
            "some 1,350.5 tonnes",
            "some 1,400.5 tonnes",
            "quelque 1\u202f350,5 tonnes",
            "quelque 1\u202f400,5 tonnes",
        ),
        ("en-fr", "the 1st meeting", "the 2nd meeting", "la 1re réunion", None),
        ("en-fr", "in twelve cities", "in fourteen cities", "dans douze villes", "dans quatorze villes"),
        ("en-de", "the 11 states", "the 12 states", "die 11 Staaten", "die 12 Staaten"),
    ],
)
def test_numbers_are_carried_between_other_languages(
    languages: str, old: str, new: str, target: str, wanted: str | None
) -> None:
    assert applied(old, new, target, languages) == wanted


def test_marks_stay_on_carried_numbers_and_chips_are_left_alone() -> None:
    target = RichText.of("los 11 países", [Mark(4, 6, MarkKind.STRONG)])
    segment = Segment("s", "v", "b", 0, RichText("the 12 states"), RichText("the 11 states"), target)
    assert apply_numbers(segment, "en", "es") == RichText.of("los 12 países", [Mark(4, 6, MarkKind.STRONG)])
    guarded = RichText.of("los 11 países", [Mark(4, 6, MarkKind.PROTECTED, "name")])
    segment = Segment("s", "v", "b", 0, RichText("the 12 states"), RichText("the 11 states"), guarded)
    assert apply_numbers(segment, "en", "es") is None
    assert apply_numbers(Segment("s", "v", "b", 0, RichText("12")), "en", "es") is None
