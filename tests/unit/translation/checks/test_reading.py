"""Numbers are read by value, in words and figures of three languages."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.translation.checks.figures.clock import read_times
from desktop.translation.checks.figures.contacts import read_contacts
from desktop.translation.checks.figures.dates import read_dates
from desktop.translation.checks.figures.figure import Weight
from desktop.translation.checks.figures.reading import read_figures
from desktop.translation.checks.figures.tokens import readings, written
from desktop.translation.checks.figures.web import bare_address
from tests.unit.translation.checks.bench import check, tools

VALUES = [
    ("en", "2.3 million people", "2300000"),
    ("en", "1.1 billion", "1100000000"),
    ("en", "seventy-four", "74"),
    ("en", "one hundred and fifty-three thousand", "153000"),
    ("en", "one million two hundred thousand three hundred and five", "1200305"),
    ("en", "two and a half million", "2500000"),
    ("en", "half a million", "500000"),
    ("en", "a quarter of a million", "250000"),
    ("en", "two-thirds", "2/3"),
    ("en", "half a dozen", "6"),
    ("en", "the twenty-first century", "21"),
    ("en", "the 19th meeting", "19"),
    ("en", "$4.5bn", "4500000000"),
    ("es", "2.300.000 personas", "2300000"),
    ("es", "1.100 millones", "1100000000"),
    ("es", "mil 100 millones", "1100000000"),
    ("es", "2 mil 300 millones", "2300000000"),
    ("es", "setenta y cuatro", "74"),
    ("es", "ciento cincuenta y tres mil", "153000"),
    ("es", "dos millones y medio", "2500000"),
    ("es", "medio millón", "500000"),
    ("es", "un cuarto de millón", "250000"),
    ("es", "las tres cuartas partes", "3/4"),
    ("es", "vigésima primera", "21"),
    ("es", "la XIX Reunión", "19"),
    ("es", "44,1 %", "441/10"),
    ("es", "750 000", "750000"),
    ("fr", "soixante-quatorze", "74"),
    ("fr", "quatre-vingt-dix-sept", "97"),
    ("fr", "1,1 milliard", "1100000000"),
    ("fr", "vingt et un", "21"),
]


@pytest.mark.parametrize(("language", "text", "value"), VALUES)
def test_a_number_has_its_value(language: str, text: str, value: str) -> None:
    sure = [each for each in read_figures(text, tools().pair_rules(language)) if each.weight >= Weight.SOFT]
    assert [each.value for each in sure] == [Fraction(value)]


@pytest.mark.parametrize("text", ["thousands of people", "both sides", "a person", "Washington, DC", "one of them"])
def test_words_that_are_no_numbers_ask_for_none(text: str) -> None:
    assert all(each.weight <= Weight.MANY for each in read_figures(text, tools().pair_rules("en")))


@given(st.integers(0, 10**9), st.sampled_from([",", ".", " ", "\u00a0"]))
def test_what_is_written_is_read_again(value: int, group: str) -> None:
    decimal = "." if group == "," else ","
    figures = written(Fraction(value), (group, decimal))
    assert figures is not None
    language = {",": "en", ".": "es", " ": "fr", "\u00a0": "es"}[group]
    assert readings(figures, language)[0][0] == value


@given(st.text(max_size=120))
def test_no_text_is_too_odd_to_be_read(text: str) -> None:
    for language in ("en", "es", "fr", "de"):
        rules = tools().pair_rules(language)
        for figure in read_figures(text, rules):
            assert 0 <= figure.start < figure.end <= len(text)
        dates = read_dates(read_contacts(text).masked, rules)
        assert len(read_times(dates.masked, rules)[1]) == len(text)


@given(st.text(max_size=80), st.text(max_size=80))
def test_no_pair_is_too_odd_to_be_checked(source: str, target: str) -> None:
    for finding in check(source, target):
        assert 0 <= finding.start <= finding.end <= len(target)
        assert 0 <= finding.source_span[0] <= finding.source_span[1] <= len(source)
        assert finding.message


@pytest.mark.parametrize(
    ("language", "text", "minutes"),
    [
        ("en", "at 3 p.m. today", {900}),
        ("en", "at 15:00 hours", {900}),
        ("en", "at noon", {720}),
        ("en", "half past eight in the morning", {510}),
        ("es", "a las 15.00 horas", {900}),
        ("es", "a las tres de la tarde", {900}),
        ("es", "a las tres y media de la tarde", {930}),
        ("es", "a las 10.30 p. m.", {1350}),
        ("fr", "à 15 h 30", {930}),
    ],
)
def test_a_time_has_its_minutes(language: str, text: str, minutes: set[int]) -> None:
    [time] = read_times(text, tools().pair_rules(language))[0]
    assert time.minutes == minutes


@pytest.mark.parametrize("text", ["2014-2016", "750 000", "26/05/2020", "2,300.50", "in 1951 and 1967"])
def test_numbers_are_no_telephones(text: str) -> None:
    assert read_contacts(text).phones == ()


def test_addresses_are_equal_without_their_language() -> None:
    hosts = {"acnur.org": "unhcr.org"}
    for one, other in [
        ("https://www.iom.int/en/news", "http://iom.int/es/news/"),
        ("https://en.unesco.org/x", "https://es.unesco.org/x"),
        ("https://x.org/a?lang=en", "https://x.org/a?lang=es"),
        ("https://x.org/report_en.pdf", "https://x.org/report_es.pdf"),
        ("www.unhcr.org", "www.acnur.org"),
    ]:
        assert bare_address(one, hosts) == bare_address(other, hosts)
    assert bare_address("https://x.org/aB", hosts) != bare_address("https://x.org/ab", hosts)
