"""Terms are found in every form they take, and in none they do not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.translation.terms.index import EMPTY_INDEX, Form, build_index
from desktop.translation.terms.recognition import acronym_pairs, recognise
from tests.unit.translation.terms.glossary import concept, found, hits, index

FIELD = index(
    concept("iom", en="International Organization for Migration (IOM)", es="Organización Internacional para las Migraciones (OIM)",
            fr="Organisation internationale pour les migrations (OIM)"),
    concept("who", en="World Health Organization (WHO)", es="Organización Mundial de la Salud (OMS)"),
    concept("paho", en="Pan American Health Organization (PAHO)", es="Organización Panamericana de la Salud (OPS)"),
    concept("eclac", en="ECLAC", es="CEPAL"),
    concept("us", en="US Border Patrol", es="Patrulla Fronteriza de EE.UU."),
    concept("trafficking", en="human trafficking; trafficking in persons", es="trata de personas; !tráfico de personas"),
    concept("traffickers", en="human traffickers", es="tratantes de personas"),
    concept("networks", en="human trafficking networks", es="redes de trata de personas"),
    concept("unit", en="Counter Trafficking Unit", es="Unidad Anti-Trata"),
    concept("pro", en="Presidency Pro Tempore", es="Presidencia Pro Témpore"),
    concept("agency", en="inter-governmental organization", es="organización intergubernamental"),
    concept("workers", en="migrant workers", es="trabajadores migrantes"),
    concept("legal", en="legal framework", es="marco jurídico"),
    concept("aware", en="raise awareness", es="concienciar; sensibilizar"),
    concept("workshop", en="training workshop", es="taller; seminario"),
    concept("grants", en="grants", es="recursos no reembolsables"),
    concept("policy", en="migration policy", es="política migratoria", fr="politique migratoire régionale"),
    concept("smugglers", en="smugglers", es="traficantes (de migrantes)"),
    concept("percent", en="per cent", es="por ciento; %"),
    concept("compact", en="Global Compact for Safe, Orderly and Regular Migration", es="Pacto Mundial"),
    concept("moment", en="frame", es="marco"),
    concept("year", en="year", es="año"),
    concept("body", en="organ", es="órgano"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        ("Two migrant worker’s children", "en", ["migrant worker"]),
        ("Regional migration policies", "en", ["migration policies"]),
        ("The International Labor and International Organisation for Migration", "en", ["International Organisation for Migration"]),
        ("MIGRANT WORKERS FIRST", "en", ["MIGRANT WORKERS"]),
        ("an intergovernmental organization", "en", ["intergovernmental organization"]),
        ("Inter governmental organizations", "en", ["Inter governmental organizations"]),
        ("Presidency Pro- Tempore, pro-tempore", "en", ["Presidency Pro- Tempore"]),
        ("trafficking in the persons", "en", ["trafficking in the persons"]),
        ("U.S. Border Patrol; US Border Patrol", "en", ["U.S. Border Patrol", "US Border Patrol"]),
        ("80% y 15 por ciento", "es", ["%", "por ciento"]),
        ("la Patrulla Fronteriza de EE. UU. y de EEUU", "es", ["Patrulla Fronteriza de EE. UU."]),
        ("trabajadoras migrantes", "es", ["trabajadoras migrantes"]),
        ("LA ORGANIZACION MUNDIAL DE LA SALUD", "es", ["ORGANIZACION MUNDIAL DE LA SALUD"]),
        ("las víctimas de la trata de las personas", "es", ["trata de las personas"]),
        ("la unidad antitrata", "es", ["unidad antitrata"]),
        ("campaña que sensibilizó y concienciando", "es", ["sensibilizó", "concienciando"]),
        ("políticas migratorias", "es", ["políticas migratorias"]),
        ("traficantes, traficantes de migrantes", "es", ["traficantes", "traficantes de migrantes"]),
        ("les politiques migratoires régionales", "fr", ["politiques migratoires régionales"]),
        ("l’Organisation internationale pour les migrations", "fr", ["Organisation internationale pour les migrations"]),
        ("Global Compact for Safe Orderly and Regular Migration", "en", ["Global Compact for Safe Orderly and Regular Migration"]),
        ("the “human” trafficking", "en", ["human” trafficking"]),
        ("human trafficking 😀 human trafficking", "en", ["human trafficking", "human trafficking"]),
    ],
)  # fmt: skip
def test_forms_of_a_term_are_found(text: str, language: str, wanted: list[str]) -> None:
    assert found(text, language, FIELD) == wanted


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The visa was granted.", "en"),  # a verb is no noun
        ("The organization grew.", "en"),  # Snowball alone says: organs
        ("Who cares who it was?", "en"),
        ("WHO WE ARE", "en"),
        ("iom and Paho", "en"),
        ("human. Trafficking", "en"),
        ("human, trafficking", "en"),
        ("El hombre marcó el sitio.", "es"),  # not "marco"
        ("el ano", "es"),  # not "año"
        ("tallar la piedra", "es"),
        ("humantrafficking", "en"),
        ("", "en"),
    ],
)
def test_other_words_are_not(text: str, language: str) -> None:
    assert [hit for hit in hits(text, language, FIELD) if hit.concept.id != "paho"] == []


def test_the_longest_wins_and_nested_ones_are_there_for_who_asks() -> None:
    text = "human trafficking networks"
    assert found(text, "en", FIELD) == [text]
    assert found(text, "en", FIELD, nested=True) == [text, "human trafficking"]


def test_a_longer_one_at_the_right_beats_a_shorter_at_the_left() -> None:
    base = index(concept("a", en="migrant children"), concept("b", en="children in need of protection"))
    assert found("migrant children in need of protection", "en", base) == ["children in need of protection"]


def test_concepts_that_share_their_words_are_all_told() -> None:
    base = index(concept("a", en="bank", es="banco"), concept("b", en="bank", es="orilla"))
    assert [hit.concept.id for hit in hits("the banks", "en", base)] == ["a", "b"]


def test_an_acronym_asks_for_an_acronym_and_both_for_both() -> None:
    both, name, short = hits(
        "International Organization for Migration (IOM); International Organization for Migration; IOM", "en", FIELD
    )
    assert [hit.form for hit in (both, name, short)] == [Form.BOTH, Form.FULL, Form.SHORT]
    assert [hit.targets("es")[0].text for hit in (both, name, short)] == [
        "Organización Internacional para las Migraciones (OIM)",
        "Organización Internacional para las Migraciones",
        "OIM",
    ]
    assert hits("traficantes", "es", FIELD)[0].targets("en")[0].text == "smugglers"
    assert hits("smugglers", "en", FIELD)[0].targets("es-CR")[0].text == "traficantes"


def test_acronyms_with_a_slash_are_two() -> None:
    assert [hit.targets("es")[0].text for hit in hits("(PAHO/WHO)", "en", FIELD)] == ["OPS", "OMS"]
    assert found("Cepal y CEPAL, no cepal", "es", FIELD) == ["Cepal", "CEPAL"]


def test_a_concept_without_an_acronym_there_comes_after_one_with() -> None:
    base = index(concept("old", en="UN Migration Agency", es="Organismo para la Migración (OIM)"),
                 concept("now", en="IOM", es="OIM"))  # fmt: skip
    assert [hit.concept.id for hit in hits("la OIM", "es", base)] == ["now", "old"]


def test_forbidden_terms_are_found_and_never_offered() -> None:
    (hit,) = hits("el tráfico de personas", "es", FIELD)
    assert hit.is_forbidden
    (source,) = hits("human trafficking", "en", FIELD)
    assert [target.text for target in source.targets("es")] == ["trata de personas"]


def test_acronym_pairs() -> None:
    pairs = acronym_pairs(tuple(FIELD.concepts.values()), "en", "es")
    assert pairs == {
        "IOM": frozenset({"OIM"}), "WHO": frozenset({"OMS"}), "PAHO": frozenset({"OPS"}), "ECLAC": frozenset({"CEPAL"}),
    }  # fmt: skip


def test_a_language_without_a_table_is_found_as_written() -> None:
    base = index(concept("x", pt="tráfico de pessoas"))
    assert found("O TRAFICO de Pessoas", "pt-BR", base) == ["TRAFICO de Pessoas"]
    assert recognise("anything", "en", EMPTY_INDEX) == ()


WORDS = st.sampled_from(
    ["human", "trafficking", "networks", "IOM", "(", ")", "/", "-", "the", "ñ", "é", "😀", "\n", "العربية"]
)


@given(st.lists(WORDS, max_size=30).map(" ".join) | st.text(max_size=200))
def test_hits_lie_in_the_text_in_order_and_never_overlap(text: str) -> None:
    last, spans = 0, []
    for hit in recognise(text, "en", FIELD):
        assert 0 <= hit.start < hit.end <= len(text)
        if (hit.start, hit.end) not in spans:
            assert hit.start >= last
            spans.append((hit.start, hit.end))
            last = hit.end


@given(st.text(alphabet=st.characters(categories=("L", "N", "P", "Zs", "M")), min_size=1, max_size=40))
def test_any_term_is_found_where_it_stands_alone(text: str) -> None:
    base = build_index([concept("x", en=text.replace(";", ",").removeprefix("!") or "a")])
    term = next(iter(base.concepts.values())).terms[0].text
    if base.of("en").heads and not any(sign in term for sign in "()[]/"):
        assert recognise(term, "en", base)
