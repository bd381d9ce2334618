"""The memory fills itself from confirmed sentences, follows them, and is asked in either direction."""

from __future__ import annotations

from typing import Any

import pytest

from desktop.domain.errors import BadInputError, ConflictError, NotFoundError
from desktop.domain.richtext import RichText
from desktop.domain.segment import Segment
from desktop.domain.unit import TranslationUnit, UnitOrigin, UnitQuery
from desktop.services import memory, reuse, translating
from desktop.translation.memory.match import Asked, MatchClass
from tests.integration.services.office import Office

EVERY = UnitQuery()


def _unit(source: str, target: str, **more: Any) -> TranslationUnit:
    return TranslationUnit("", "en", "es", RichText(source), RichText(target), **more)


def _units(office: Office) -> list[tuple[str, str]]:
    found = office.do(lambda uow: uow.memory.at(uow.memory.places(EVERY)))
    return [(unit.source.text, unit.target.text) for unit in found]


def _confirm(office: Office, segment: Segment, text: str) -> Any:
    return office.do(translating.confirm_segment, segment.id, RichText.plain(text))


def test_a_confirmed_sentence_is_one_unit_that_follows_it(office: Office) -> None:
    version = office.spanish(office.release(), is_filled=False)
    second = office.segments(version)[1]
    assert _units(office) == []
    first = _confirm(office, second, "La estación abrió el lunes.")
    again = _confirm(office, second, "La estación se inauguró el lunes.")
    assert _units(office) == [("The station opened on Monday.", "La estación se inauguró el lunes.")]
    (unit,) = office.do(lambda uow: uow.memory.at(uow.memory.places(EVERY)))
    assert (unit.previous, unit.next) == ("Coast guard opens rescue station", "It serves 40 villages.")
    assert (unit.author, unit.segment_id, unit.origin) == ("Ana", second.id, UnitOrigin.CONFIRMED)
    undone = office.undo(again)
    assert _units(office) == [("The station opened on Monday.", "La estación abrió el lunes.")]
    office.undo(undone)
    assert _units(office) == [("The station opened on Monday.", "La estación se inauguró el lunes.")]
    del first


def test_undoing_the_first_confirmation_takes_the_unit_away_and_redoing_brings_it_back(office: Office) -> None:
    version = office.spanish(office.release(), is_filled=False)
    done = _confirm(office, office.segments(version)[0], "Abren estación de rescate")
    undone = office.undo(done)
    assert _units(office) == []
    office.undo(undone)
    assert _units(office) == [("Coast guard opens rescue station", "Abren estación de rescate")]


def test_typing_in_a_confirmed_sentence_leaves_what_was_confirmed(office: Office) -> None:
    version = office.spanish(office.release(), is_filled=False)
    first = office.segments(version)[0]
    _confirm(office, first, "Abren estación")
    office.do(translating.type_target, first.id, RichText.plain("Abren est"))
    assert _units(office) == [("Coast guard opens rescue station", "Abren estación")]


def test_a_sentence_comes_back_with_its_class(office: Office) -> None:
    release = office.release()
    version = office.spanish(release)
    segments = office.segments(version)
    texts = {each.source.text: each.target.text for each in segments}
    asked = Asked(segments[1].source, "en", "es", segments[0].source.text, segments[2].source.text)
    (best, *_rest) = office.do(memory.matches, asked)
    assert (best.percent, best.match_class) == (101, MatchClass.CONTEXT)
    assert best.target.text == texts["The station opened on Monday."]
    alone = Asked(segments[1].source, "en", "es")
    assert office.do(memory.matches, alone)[0].percent == 100
    changed = Asked(RichText("The station opens on Monday."), "en", "es")
    assert (office.do(memory.matches, changed)[0].percent) == 80
    other = Asked(RichText("The station opened on Monday."), "en", "fr")
    assert office.do(memory.matches, other) == ()


def test_either_direction_is_served(office: Office) -> None:
    office.do(memory.add_units, [_unit("Nurses work there at night.", "El personal trabaja allí de noche.")])
    (match,) = office.do(memory.matches, Asked(RichText("El personal trabaja allí de noche."), "es", "en"))
    assert (match.percent, match.is_reversed, match.target.text) == (100, True, "Nurses work there at night.")


def test_the_line_of_releases_makes_the_best_class(office: Office) -> None:
    first = office.release()
    office.spanish(first)
    plan_free: dict[str, Any] = {}
    later = office.do(reuse.new_from, office.tools, first.release.id, plan_free).value
    (target,) = [each for each in later.versions if each.language == "es"]
    segment = next(s for s in office.segments(target.id) if s.source.text == "Nurses work there at night.")
    found = office.do(memory.matches_of_segment, target.id, segment.id)
    asked = office.do(memory.asked_of, target.id, segment.id)
    assert asked is not None
    assert asked.lineage == first.release.id
    assert found[0].percent >= 100
    every = office.do(memory.matches_of_version, target.id)
    assert every[segment.id][0].percent == found[0].percent


def test_its_own_unit_is_not_offered_to_a_sentence(office: Office) -> None:
    version = office.spanish(office.release())
    segment = office.segments(version)[1]
    assert office.do(memory.matches_of_segment, version, segment.id) == ()


def test_units_of_a_file_come_and_go_together(office: Office) -> None:
    units = [_unit(f"Sentence {n} of the report.", f"Frase {n} del informe.") for n in range(5)]
    units.insert(2, _unit("  ", "nada"))
    added = office.do(memory.add_units, iter(units), origin=UnitOrigin.ALIGNED)
    assert added.value.count == 5
    assert {u.origin for u in office.do(lambda uow: uow.memory.every(EVERY))} == {UnitOrigin.ALIGNED}
    undone = office.undo(added)
    assert _units(office) == []
    office.undo(undone)
    assert len(_units(office)) == 5


def test_a_unit_is_edited_found_by_its_new_words_only_and_put_back(office: Office) -> None:
    office.do(memory.add_units, [_unit("The harbour was closed.", "El puerto cerró.")])
    (unit,) = office.do(lambda uow: uow.memory.every(EVERY))
    new = RichText("The airport was closed.")
    edited = office.do(memory.edit_unit, unit, source=new, target=RichText("El aeropuerto cerró."), note="ask Eva")
    assert edited.value.origin is UnitOrigin.EDITED
    assert office.do(memory.concordance, "harbour") == ()
    assert [each.unit.note for each in office.do(memory.concordance, "airport")] == ["ask Eva"]
    with pytest.raises(ConflictError):
        office.do(memory.edit_unit, unit, source=RichText("x"), target=RichText("y"), note="")
    with pytest.raises(BadInputError):
        office.do(memory.edit_unit, edited.value, source=RichText(" "), target=RichText("y"), note="")
    office.undo(edited)
    assert [each.source.places for each in office.do(memory.concordance, "harbour")] == [((4, 11),)]


def test_deleted_units_are_found_no_more_until_they_come_back(office: Office) -> None:
    office.do(memory.add_units, [_unit("The harbour was closed.", "El puerto cerró.")])
    (unit,) = office.do(lambda uow: uow.memory.every(EVERY))
    gone = office.do(memory.remove_units, [unit.id])
    asked = Asked(RichText("The harbour was closed."), "en", "es")
    assert office.do(memory.matches, asked) == ()
    with pytest.raises(NotFoundError):
        office.do(lambda uow: uow.memory.get(unit.id))
    office.undo(gone)
    assert office.do(memory.matches, asked)[0].percent == 100


def test_a_rollback_leaves_no_trace_in_the_index(office: Office) -> None:
    asked = Asked(RichText("The harbour was closed today."), "en", "es")

    def broken(uow: Any) -> None:
        memory.add_units(uow, [_unit("The harbour was closed today.", "El puerto cerró hoy.")])
        assert memory.matches(uow, asked)
        raise BadInputError("no")

    with pytest.raises(BadInputError):
        office.do(broken)
    office.do(memory.add_units, [_unit("Another thing was said.", "Otra cosa se dijo.")])
    assert office.do(memory.matches, asked) == ()
    assert office.do(memory.matches, Asked(RichText("Another thing was said."), "en", "es"))[0].percent == 100


def test_many_units_are_found_in_the_index_as_well_as_in_its_tail(office: Office) -> None:
    def many(start: int, count: int) -> list[TranslationUnit]:
        return [_unit(f"Village {word} reported a flood", f"El pueblo {word} informó") for word in _words(start, count)]

    def _words(start: int, count: int) -> list[str]:
        letters = "abcdefghijklmnopqrst"
        return ["".join(letters[n // 20**p % 20] for p in range(4)) for n in range(start, start + count)]

    for start, count in ((0, 700), (700, 100), (800, 600), (1400, 3)):
        office.do(memory.add_units, many(start, count))
    for word in _words(0, 1403)[::97] + _words(1402, 1):
        (best, *_rest) = office.do(memory.matches, Asked(RichText(f"Village {word} reported a flood"), "en", "es"))
        assert best.percent == 100
        (found,) = office.do(memory.concordance, word, languages=["es"])
        assert word in found.unit.target.text
    assert office.do(lambda uow: uow.memory.count()) == 1403


def test_concordance_puts_the_phrase_and_the_accents_first(office: Office) -> None:
    pairs = [("one year", "un año"), ("an anus", "un ano"), ("year of the plan", "plan de un solo año"), ("no", "nada")]
    office.do(memory.add_units, [_unit(*pair) for pair in pairs])
    found = office.do(memory.concordance, "un año")
    assert [each.unit.target.text for each in found] == ["un año", "un ano", "plan de un solo año"]
    assert [each.target.places for each in found] == [((0, 6),), ((0, 6),), ((8, 10), (16, 19))]
    assert office.do(memory.concordance, "  ") == ()


def test_concordance_of_a_figure_finds_it_as_it_is_written(office: Office) -> None:
    pairs = [
        ("We saw 12.500 people.", "Vimos 12.500"),
        ("We saw 12 people.", "Vimos 12"),
        ("12.500", "12,500"),
        ("x", "y"),
    ]
    office.do(memory.add_units, [_unit(*pair) for pair in pairs])
    found = office.do(memory.concordance, "12.500")
    assert [each.unit.source.text for each in found] == ["12.500", "We saw 12.500 people."]
    assert [each.unit.source.text for each in office.do(memory.concordance, "saw 12 people")] == [
        "We saw 12 people.",
        "We saw 12.500 people.",
    ]
