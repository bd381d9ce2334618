"""Datelines read off the front of a paragraph and built anew in each language."""

from datetime import date
from pathlib import Path

import pytest

from desktop.domain.errors import BadInputError
from desktop.editorial.dateline import build_dateline, write_place
from desktop.editorial.dateline_reading import is_date_line, read_date, read_dateline, read_dateline_line
from desktop.editorial.gazetteer import Gazetteer, parse_gazetteer
from desktop.editorial.language import detect_language

REST = " Officials of many countries met on Monday to talk about migration in the region."


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    path = Path(__file__).parents[3] / "resources" / "gazetteer.csv"
    return parse_gazetteer(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("front", "place", "on"),
    [
        ("Nicaragua -", "Nicaragua", None),
        ("Ginebra –", "Ginebra", None),
        ("Washington, D.C., 19 September 2012 (PAHO/WHO) —", "Washington, D.C.", date(2012, 9, 19)),
        ("Managua, 26 de mayo de 2020.–", "Managua", date(2020, 5, 26)),
        ("Ciudad de Guatemala.-", "Ciudad de Guatemala", None),
        ("WASHINGTON—", "WASHINGTON", None),
        ("Port-au-Prince, Haiti –", "Port-au-Prince, Haiti", None),
        ("Cox’s Bazar –", "Cox’s Bazar", None),
        ("New York, September 5, 2018 –", "New York", date(2018, 9, 5)),
        ("Paris, le 1er avril 2019 –", "Paris", date(2019, 4, 1)),
        ("Tegucigalpa (Honduras), 8/11/2018 –", "Tegucigalpa (Honduras)", None),
        ("San José, jueves 14 de enero de 2021 –", "San José", date(2021, 1, 14)),
        ("Juba/Nairobi –", "Juba/Nairobi", None),
    ],
)
def test_read(front, place, on):
    found = read_dateline(front + REST)
    assert found is not None
    assert (found.place, found.on) == (place, on)
    assert (front + REST)[found.end :] == REST.strip()


@pytest.mark.parametrize(
    "text",
    [
        "IOM – The agency for migration said on Monday that it would open a new office in the region.",
        "Twenty-five years on – The ministers of the region look back at what they agreed to do.",
        "The meeting – the fourth of its kind – ended with a declaration that all signed.",
        "Migrants from Honduras – The largest group of all – were waiting for the bridge to open.",
        "Panama City – Short",
        "",
    ],
)
def test_a_dash_alone_makes_no_dateline(text):
    assert read_dateline(text) is None


def test_lines_of_their_own():
    assert read_dateline_line("Managua, 26 de mayo de 2020").on == date(2020, 5, 26)
    assert read_dateline_line("Bogotá –").place == "Bogotá"
    assert read_dateline_line("Migración y Desarrollo") is None
    assert is_date_line("Fecha: 26 de mayo de 2020")
    assert is_date_line("Tuesday, 26 May 2020")
    assert not is_date_line("26 families arrived in May")


def test_a_date_that_could_be_two_days_is_none():
    assert read_date("08/11/2018") is None
    assert read_date("2018-11-08") == date(2018, 11, 8)
    assert read_date("25/11/2018") == date(2018, 11, 25)
    assert read_date("31 February 2018") is None


@pytest.mark.parametrize(
    ("place", "language", "expected"),
    [
        ("Managua", "en", "Managua, Nicaragua –"),
        ("managua", "es", "Managua, Nicaragua –"),
        ("Geneva", "es", "Ginebra –"),
        ("Ginebra", "fr", "Genève –"),
        ("Port-au-Prince", "es", "Puerto Príncipe, Haití –"),
        ("San Jose", "es", "San José, Costa Rica –"),
        ("San José, Costa Rica", "en", "San José, Costa Rica –"),
        ("Panama City", "es", "Ciudad de Panamá –"),
        ("Luxembourg", "es", "Luxemburgo –"),
        ("Túnez", "en", "Tunisia –"),
        ("Washington DC", "en", "Washington, D.C. –"),
        ("Geneva, Switzerland", "es", "Ginebra, Suiza –"),
        ("Somewhere Small", "es", "Somewhere Small –"),
        ("Somewhere Small, Spain", "es", "Somewhere Small, España –"),
        ("Managua", "es-NI", "Managua, Nicaragua –"),
        ("Managua", "pt", "Managua, Nicaragua –"),
        ("", "en", ""),
    ],
)
def test_build(gazetteer, place, language, expected):
    assert build_dateline(place, None, language, gazetteer) == expected


def test_build_with_date_and_organisation(gazetteer):
    on = date(2012, 9, 19)
    built = build_dateline("Washington, D.C.", on, "en", gazetteer, with_date=True, organisation="PAHO/WHO")
    assert built == "Washington, D.C., 19 September 2012 (PAHO/WHO) –"
    spanish = build_dateline("Washington, D.C.", on, "es", gazetteer, with_date=True, organisation="OPS/OMS", dash="—")
    assert spanish == "Washington, D.C., 19 de septiembre de 2012 (OPS/OMS) —"
    assert build_dateline("Paris", date(2021, 6, 1), "fr", gazetteer, with_date=True) == "Paris, 1er juin 2021 –"
    assert (
        build_dateline("Quito", date(2020, 5, 26), "en-US", gazetteer, with_date=True)
        == "Quito, Ecuador, May 26, 2020 –"
    )


def test_what_is_built_is_read_back(gazetteer):
    for place in gazetteer.places:
        for language in ("en", "es", "fr"):
            built = build_dateline(place.name(language), date(2020, 5, 26), language, gazetteer, with_date=True)
            found = read_dateline(f"{built}{REST}")
            assert found is not None, built
            assert found.on == date(2020, 5, 26)


def test_the_gazetteer_is_sound(gazetteer):
    assert len(gazetteer.places) >= 250
    capitals = {place.country for place in gazetteer.places if place.kind == "capital"}
    countries = {place.country for place in gazetteer.places if place.kind == "country"}
    assert {place.country for place in gazetteer.places} == countries
    assert len(capitals) >= 190
    for place in gazetteer.places:
        assert len(place.names) == 3
        assert all(name == name.strip() and name for name in place.names)
    assert write_place("Mexico City", "es", gazetteer) == "Ciudad de México"
    assert "Ginebra" in gazetteer.names("es")


def test_a_broken_gazetteer_says_what_is_wrong():
    with pytest.raises(BadInputError, match="fr"):
        parse_gazetteer("en,es,country,kind,alone\nRome,Roma,IT,capital,yes\n")
    with pytest.raises(BadInputError, match="Line 3"):
        parse_gazetteer("en,es,fr,country,kind,alone\nRome,Roma,Rome,IT,capital,yes\n,,,IT,city,\n")


def test_language():
    assert detect_language(["The children of the region are waiting for the ministers."]) == "en"
    assert detect_language(["Los niños de la región esperan a los ministros en la frontera."]) == "es"
    assert detect_language(["Les enfants de la région attendent les ministres à la frontière."]) == "fr"
    assert detect_language([]) == "en"
    menu = ["Home", "About us", "What we do", "Contact the office", "Our work for the people of the world"]
    release = (
        "La reunión de la región termina hoy con un acuerdo sobre la protección de las personas migrantes en tránsito. "
    )
    assert detect_language([*menu, release]) == "es"


@pytest.mark.parametrize(
    ("place", "spanish"),
    [
        ("Geneva", "Ginebra –"),
        ("New York", "Nueva York –"),
        ("Vienna", "Viena –"),
        ("Nairobi", "Nairobi –"),
        ("The Hague", "La Haya –"),
        ("Port-au-Prince", "Puerto Príncipe, Haití –"),
        ("Willemstad", "Willemstad, Curazao –"),
        ("Turin", "Turín, Italia –"),
    ],
)
def test_the_seats_of_the_united_nations_and_the_caribbean_have_their_spanish_names(gazetteer, place, spanish):
    built = build_dateline(place, None, "es", gazetteer)
    assert built.split(",")[0].removesuffix(" –") == spanish.split(",")[0].removesuffix(" –")


def test_every_country_has_a_name_in_every_language_and_nearly_all_a_capital(gazetteer):
    countries = {place.country for place in gazetteer.places if place.kind == "country"}
    capitals = {place.country for place in gazetteer.places if place.kind == "capital"}
    assert len(countries) >= 193
    assert {"HK", "PR", "BM", "MS", "AI", "GP"} >= countries - capitals
    assert all(all(place.names) for place in gazetteer.places)
