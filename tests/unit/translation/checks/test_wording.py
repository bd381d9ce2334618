"""The checks of wording, each on small pairs: what is told, what is left alone, what the fix makes of it."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.app import wiring
from desktop.domain.concept import Concept, Term, TermStatus
from desktop.domain.document import BlockKind
from desktop.domain.richtext import RichText
from desktop.services.pair_checking import pair_facts
from desktop.services.pair_terms import PairTerms
from desktop.services.tools import Tools
from desktop.translation.checks.context import Pair, PairFacts
from desktop.translation.checks.engine import PairEngine, fixed_text
from desktop.translation.checks.wording.registry import WORDING_CHECKS
from desktop.translation.terms.index import build_index

ENGINE = PairEngine(WORDING_CHECKS)


@cache
def tools() -> Tools:
    return wiring.make_tools()


@cache
def facts(source: str, target: str) -> PairFacts:
    return pair_facts(tools().house.profile("plain"), tools(), source, target)


def look(way: str, source: str, target: str, *, kind: BlockKind = BlockKind.PARAGRAPH) -> dict[str, Any]:
    one, other = way.split("-")
    pair = Pair("1", RichText.plain(source), RichText.plain(target), kind)
    found = ENGINE.run((pair,), facts(one, other))
    return {each.check: (each, fixed_text(pair, each)) for each in found}


#: way, check, source, target, what the fix makes of it ("" for none, "*" where it does not matter).
TOLD = [
    ("en-es", "pair-opening-marks", "Who pays?", "Quién paga?", "¿Quién paga?"),
    ("en-es", "pair-opening-marks", "Who pays?", "¿Quién paga.", ""),
    ("es-en", "pair-opening-marks", "¿Quién paga?", "¿Who pays?", "Who pays?"),
    ("en-es", "pair-quote-balance", "“Go,” he said.", "“Vaya, dijo.", ""),
    ("en-es", "pair-quote-balance", "“Go,” he said.", "“Vaya», dijo.", ""),
    ("en-es", "pair-quote-balance", "“We will come back in spring,” he said.", "Volveremos en primavera, dijo.", ""),
    ("en-es", "pair-quote-style", "“Go,” he said.", '"Vaya", dijo.', "“Vaya”, dijo."),
    ("es-en", "pair-quote-style", "«Vaya», dijo.", "«Go», he said.", "“Go”, he said."),
    ("en-es", "pair-quote-style", "“Say ‘no’ now,” he said.", "“Diga “no” ya”, dijo.", ""),
    ("en-es", "pair-stop-and-quote", "“Go,” he said.", "“Vaya,” dijo.", "“Vaya”, dijo."),
    ("en-es", "pair-stop-and-quote", "He said: “Go.”", "Dijo: “Vaya.”", "Dijo: “Vaya”."),
    ("es-en", "pair-stop-and-quote", "“La ley cambia cada año”, dijo.", "“The law changes every year”, he said.", "*"),
    ("en-es", "pair-dashes", "The fence – ten metres – is new.", "La valla - de diez metros - es nueva.", "*"),
    ("en-es", "pair-dashes", "Pupils – 62 of them – came.", "Los alumnos —son 62 vinieron.", ""),
    ("es-en", "pair-dashes", "2024-2026", "2024 – 2026", "2024–2026"),
    ("en-es", "pair-ellipsis", "Who knows…", "Quién sabe..", "Quién sabe…"),
    ("en-es", "pair-spacing", "One, two", "Uno , dos", "Uno, dos"),
    ("en-es", "pair-spacing", "One, two", "Uno,dos", "Uno, dos"),
    ("en-es", "pair-spacing", "One two", "Uno  dos", "Uno dos"),
    ("en-fr", "pair-no-break-space", "Who pays?", "Qui paie ?", "Qui paie\u00a0?"),
    ("en-es", "pair-end-punctuation", "It is late.", "Es tarde", "Es tarde."),
    ("en-es", "pair-end-punctuation", "Contact:", "Contacto.", ""),
    ("en-es", "pair-lost-question", "Who pays? Nobody knows.", "Alguien paga. Nadie lo sabe.", ""),
    ("en-es", "pair-lower-case", "On Monday 5 March they left.", "Se fueron el Lunes 5 de marzo.", "*"),
    ("en-es", "pair-lower-case", "Since April 2020", "Desde el 3 de Abril de 2020", "Desde el 3 de abril de 2020"),
    ("en-es", "pair-lower-case", "They speak Spanish.", "Hablan Español.", "Hablan español."),
    ("es-en", "pair-capitals", "El lunes hablan español.", "On monday they speak Spanish.", "*"),
    ("es-en", "pair-capitals", "El 3 de marzo", "On 3 march", "On 3 March"),
    ("en-es", "pair-headline-case", "Eleven Countries Agree", "Once Países Acuerdan un Plan Común", "*"),
    ("en-es", "pair-colon-capital", "It is simple: a desk.", "Es simple: Una mesa de trabajo.", "*"),
    (
        "en-es",
        "pair-accented-capitals",
        "AFRICA AND EUROPE MEET",
        "AFRICA Y EUROPA SE REÚNEN",
        "ÁFRICA Y EUROPA SE REÚNEN",
    ),
    ("en-es", "pair-accented-capitals", "In Mexico it rains.", "En Mexico llueve.", "En México llueve."),
    (
        "en-es",
        "pair-repeated-words",
        "The report of the office",
        "El informe de de la oficina",
        "El informe de la oficina",
    ),
    ("en-es", "pair-repeated-words", "In view of the report", "A la vista de la de la carta", "A la vista de la carta"),
    (
        "en-es",
        "pair-acronyms",
        "IOM and UNHCR met.",
        "La OIM y el UNHCR se reunieron.",
        "La OIM y el ACNUR se reunieron.",
    ),
    ("en-es", "pair-acronyms", "IOM met.", "El ACNUR se reunió.", "El OIM se reunió."),
    ("es-en", "pair-acronyms", "El BID y la OEA", "The BID and the OAS", "The IDB and the OAS"),
    ("en-es", "pair-names", "Carmen Restrepo spoke.", "Habló Carmen Restrespo.", "Habló Carmen Restrepo."),
    ("es-en", "pair-names", "Habló Inés Ruano.", "Ines Ruano spoke.", "Inés Ruano spoke."),
    ("en-es", "pair-places", "From Honduras to Mexico", "De Honduras a Colombia", ""),
    ("en-es", "pair-false-friends", "The actual cost is higher.", "El costo actual es mayor.", ""),
    ("en-es", "pair-false-friends", "Eventually they left.", "Eventualmente se fueron.", ""),
    ("es-en", "pair-false-friends", "Actualmente faltan libros.", "Books are actually missing.", ""),
    ("es-en", "pair-false-friends", "Asistirán dos ministros.", "Two ministers will assist the meeting.", ""),
    (
        "en-es",
        "pair-trafficking-smuggling",
        "They fight human trafficking.",
        "Luchan contra el tráfico de personas.",
        "",
    ),
    ("en-es", "pair-trafficking-smuggling", "Migrant smuggling grew.", "Creció la trata de personas.", ""),
    ("es-en", "pair-trafficking-smuggling", "La trata de personas creció.", "Migrant smuggling grew.", ""),
    (
        "en-es",
        "pair-gendered-titles",
        "Ana Mora, Chief of Mission",
        "Ana Mora, jefe de misión",
        "Ana Mora, jefa de misión",
    ),
    ("en-es", "pair-gendered-titles", "The Director left.", "La director se fue.", "La directora se fue."),
    ("en-es", "pair-spelling", "They arrive exhausted.", "Llegan agotdaas.", ""),
    ("en-es", "pair-leftover-words", "The women were travelling alone.", "Las mujeres were travelling solas.", ""),
    ("es-en", "pair-leftover-words", "Y con sus hijos", "And with sus children", ""),
    ("en-es", "pair-leftover-words", "MEDIA ADVISORY", "MEDIA ADVISORY", ""),
]


@pytest.mark.parametrize(("way", "check", "source", "target", "right"), TOLD)
def test_is_told_and_put_right(way: str, check: str, source: str, target: str, right: str) -> None:
    found = look(way, source, target)
    assert check in found, set(found)
    fixed = found[check][1]
    assert right in {"*", fixed or ""}
    if fixed is not None:
        assert check not in look(way, source, fixed)


#: way, source, target: nothing is told.
LEFT_ALONE = [
    ("en-es", "They meet again.", "Nos vemos, nos hablamos y nos nos cansamos."),
    ("en-es", "Save the Children opened an office.", "Save the Children abrió una oficina."),
    ("en-es", "The launch of “Far from Home” was moved.", "Se aplazó la presentación de “Far from Home”."),
    ("en-es", "The Palermo Protocol is in force.", "El Protocolo de Palermo está en vigor."),
    ("en-es", "The Santo Domingo office closed.", "La oficina de Santo Domingo cerró."),
    ("en-es", "Pedro Domingo and Julio Abril spoke.", "Hablaron Pedro Domingo y Julio Abril."),
    ("en-es", "India and China signed.", "La India y China firmaron."),
    ("en-es", "Aleppo is far from Geneva.", "Alepo queda lejos de Ginebra."),
    ("en-es", "Costa Rican authorities agreed.", "Las autoridades de Costa Rica estuvieron de acuerdo."),
    ("en-es", "The Director General, Amy Pope, spoke.", "Habló la Directora General, Amy Pope."),
    ("en-es", "International Organization for Migration", "Organización Internacional para las Migraciones"),
    ("en-es", "Current costs are actually lower.", "Los costos actuales son, de hecho, menores."),
    ("en-es", "See https://www.iom.int/a,b for more.", "Véase https://www.iom.int/a,b para más información."),
    ("en-es", "It costs USD 5.", "Cuesta 5 dólares de los EE. UU."),
    ("es-en", "«Volver —dice Rosa— cuesta».", "“Going back,” says Rosa, “is hard.”"),
    ("es-en", "Actualmente trabaja en Bogotá.", "She currently works in Bogotá."),
    ("es-en", "El Darién y las Américas", "Darien and the Americas"),
    ("es-en", "Se presta asistencia técnica a los países.", "Technical assistance is given to the countries."),
    ("es-en", "Calificaron el texto de “tarde y poco”.", "They called the text “late and little”."),
    ("en-fr", "IOM met.", "L’OIM s’est réunie."),
]


@pytest.mark.parametrize(("way", "source", "target"), LEFT_ALONE)
def test_is_left_alone(way: str, source: str, target: str) -> None:
    found = look(way, source, target)
    assert not found, {name: each[0].message for name, each in found.items()}


def test_a_quotation_may_run_on_as_in_the_source() -> None:
    assert not look("en-es", "“The world has changed.", "“El mundo ha cambiado.")


def test_the_odd_kind_of_quotation_marks_is_told_by_the_others() -> None:
    lines = ["“Uno”, dijo.", "“Dos”, dijo.", "“Tres”, dijo.", "«Cuatro», dijo."]
    pairs = tuple(Pair.of_lines(n, "“One,” he said.", line) for n, line in enumerate(lines, 1))
    found = [each for each in ENGINE.run(pairs, facts("en", "es")) if each.check == "pair-quote-style"]
    assert [each.block_id for each in found] == ["4"]
    assert fixed_text(pairs[3], found[0]) == "“Cuatro”, dijo."


def test_the_house_says_which_marks() -> None:
    house = pair_facts(tools().house.profile("un-iom"), tools(), "en", "es")
    pair = Pair.of_lines(1, "“One,” he said.", "«Uno», dijo.")
    assert "pair-quote-style" in {each.check for each in PairEngine(WORDING_CHECKS).run((pair,), house)}


def _terms() -> PairTerms:
    def term(language: str, text: str, status: TermStatus = TermStatus.PREFERRED) -> Term:
        return Term(f"{language}:{text}", language, text, status)

    concepts = [
        Concept("1", (term("en", "host community"), term("es", "comunidad de acogida"))),
        Concept(
            "2",
            (
                term("en", "irregular migrant"),
                term("es", "migrante irregular"),
                term("es", "migrante ilegal", TermStatus.FORBIDDEN),
            ),
        ),
    ]
    return PairTerms(build_index(concepts))


@pytest.mark.parametrize(
    ("target", "told"),
    [
        ("Las comunidades de acogida ayudan.", set()),
        ("Las comunidades locales ayudan.", {"pair-term-missing"}),
        ("Las comunidades de acogida ayudan a los migrantes ilegales.", {"pair-term-forbidden"}),
    ],
)
def test_terms_are_asked_in_all_their_forms(target: str, told: set[str]) -> None:
    with_terms = pair_facts(tools().house.profile("plain"), tools(), "en", "es", terms=_terms())
    pair = Pair.of_lines(1, "The host communities help.", target)
    found = {each.check for each in PairEngine(WORDING_CHECKS).run((pair,), with_terms)}
    assert {name for name in found if name.startswith("pair-term")} == told


@given(st.text(max_size=300), st.text(max_size=300))
def test_anything_is_read_and_every_finding_lies_in_its_text(source: str, target: str) -> None:
    pair = Pair.of_lines(1, source, target)
    for each in ENGINE.run((pair,), facts("en", "es")):
        assert 0 <= each.start <= each.end <= len(target)
        assert 0 <= each.source_span[0] <= each.source_span[1] <= len(source)
        assert fixed_text(pair, each) != target


@pytest.mark.parametrize(
    "text", ["😀 שלום “عالم”", "\u202eabc\u202c ¿", "«" * 2_000, "a" * 10_000, "de " * 3_300, "— " * 3_000]
)
def test_odd_texts_do_no_harm(text: str) -> None:
    look("en-es", text, text)
    look("es-en", text, text[::-1])
