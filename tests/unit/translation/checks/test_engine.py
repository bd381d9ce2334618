"""What is run, what is kept, what a dismissal is kept by; and fixes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest

from desktop.domain.finding import Finding
from desktop.editorial.checks.profile import HouseProfile
from desktop.translation.checks.base import SegmentCheck
from desktop.translation.checks.context import Pair, PairContext, PairFacts
from desktop.translation.checks.engine import PairEngine
from tests.unit.translation.checks.bench import FIGURES, check, facts, fixed, names

WRONG = Pair.of_lines(1, "It helped 11 families.", "Ayudó a 12 familias.")
RIGHT = Pair.of_lines(2, "It was good.", "Estuvo bien.")


class Counting(SegmentCheck):
    """Says something about every pair and counts how often it looked."""

    name = "counting"
    title = "Counting"

    def __init__(self) -> None:
        self.looked: list[str] = []

    def find_in(self, pair: Pair, context: PairContext) -> Iterable[Finding]:
        self.looked.append(pair.id)
        yield self.at(pair, (0, 1), "seen")


def test_only_pairs_that_changed_are_looked_at_again() -> None:
    counting = Counting()
    engine = PairEngine([counting])
    engine.run([WRONG, RIGHT], facts())
    engine.run([replace(WRONG, author="somebody"), RIGHT], facts())
    assert counting.looked == ["1", "2", "1"]
    engine.run([RIGHT], _off("other"))
    assert counting.looked == ["1", "2", "1", "2"]


def _off(*checks: str) -> PairFacts:
    return replace(facts(), profile=HouseProfile("test", off=frozenset(checks)))


def test_findings_stand_in_the_order_of_the_text_and_a_house_does_without_some() -> None:
    engine = PairEngine(FIGURES)
    pairs = [RIGHT, WRONG]
    assert [
        each.block_id for each in engine.run([*pairs, replace(WRONG, id="3")], facts()) if each.check == "numbers"
    ] == [
        "1",
        "3",
    ]
    assert not engine.run(pairs, _off("numbers"))


def test_a_dismissal_is_kept_by_the_texts_of_the_pair_and_the_check() -> None:
    def here(source: str, target: str) -> str:
        [finding] = [each for each in check(source, target) if each.check == "numbers"]
        return finding.here

    same = here(WRONG.source.text, WRONG.target.text)
    assert same == here(WRONG.source.text, WRONG.target.text)
    assert same != here(WRONG.source.text, WRONG.target.text + " Bien.")
    assert same != here("It helped 13 families.", WRONG.target.text)


@pytest.mark.parametrize(
    ("check_name", "source", "target", "right"),
    [
        ("numbers", "It helped 1,240 families.", "Ayudó a 1.420 familias.", "Ayudó a 1.240 familias."),
        ("number-signs", "It rose by 44.1 per cent.", "Subió un 44.1 %.", "Subió un 44,1 %."),
        ("number-signs", "Some 750,000 people came.", "Vinieron 750,000 personas.", "Vinieron 750.000 personas."),
        ("number-signs", "The law dates from 2014.", "La ley es de 2.014.", "La ley es de 2014."),
        (
            "billion",
            "It costs USD 1.1 billion.",
            "Cuesta 1,1 billones de dólares.",
            "Cuesta 1.100 millones de dólares.",
        ),
        ("phones-emails", "Write to ana@iom.int.", "Escriba a anna@iom.int.", "Escriba a ana@iom.int."),
        ("per-cent-form", "From 80 to 60 per cent.", "Del 80 % al 60 por ciento.", "Del 80 % al 60 %."),
        (
            "dateline-city",
            "Geneva – The Organization today called for help.",
            "Geneva – La Organización pidió hoy ayuda urgente.",
            "Ginebra – La Organización pidió hoy ayuda urgente.",
        ),
    ],
)
def test_a_fix_puts_the_sentence_right(check_name: str, source: str, target: str, right: str) -> None:
    assert fixed(source, target, check_name) == right
    assert check_name not in names(check(source, right))


def test_where_a_whole_text_writes_the_other_usage_that_usage_counts() -> None:
    lines = [
        ("Prices rose 6.5 per cent.", "Los precios subieron 6.5 %."),
        ("Some 1,250 people came.", "Llegaron 1,250 personas."),
        ("It cost 12.75 pesos.", "Costó 12.75 pesos."),
        ("It fell to 3.4 per cent.", "Bajó a 3.4 %."),
    ]
    pairs = [Pair.of_lines(number, *line) for number, line in enumerate(lines, 1)]
    assert not PairEngine(FIGURES).run(pairs, facts())
    assert "number-signs" in names(PairEngine(FIGURES).run(pairs[:1], facts()))


def test_french_works_as_data_only() -> None:
    languages = ("en", "fr")
    assert not check(
        "Some 2.3 million people left on 26 May 2020.",
        "Environ 2,3 millions de personas sont parties le 26 mai 2020.".replace("personas", "personnes"),
        languages,
    )
    assert "numbers" in names(check("Seventy-four people left.", "Soixante-quinze personnes sont parties.", languages))
    assert "billion" in names(check("It has 1.1 billion users.", "Il a 1,1 billion d’utilisateurs.", languages))
    assert "dates" in names(check("It opens on 3 May.", "Il ouvre le 3 mars.", languages))
