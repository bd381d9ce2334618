"""The translation memory on both databases."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from desktop.domain.errors import ConflictError, NotFoundError
from desktop.domain.richtext import Mark, MarkKind, RichText
from desktop.domain.unit import Asked, TranslationUnit, UnitOrigin, UnitQuery
from desktop.storage.workspace import Workspace

NOW = datetime(2026, 5, 26, 8, 0, tzinfo=UTC)


def _unit(source: str, target: str, **more: object) -> TranslationUnit:
    return TranslationUnit("", "en", "es-419", RichText(source), RichText(target), **more)  # type: ignore[arg-type]


def test_a_unit_is_kept_with_everything_it_says(workspace: Workspace) -> None:
    with workspace.unit_of_work() as unit:
        wanted = TranslationUnit(
            id=unit.ids.new(),
            source_language="en-GB",
            target_language="es-419",
            source=RichText.of("Ñandú 🙂 now", [Mark(0, 5, MarkKind.LINK, "https://x.example")]),
            target=RichText("Ahora"),
            previous="",
            next="Next one.",
            origin=UnitOrigin.ALIGNED,
            release_id="r",
            lineage="l",
            segment_id="s",
            author="Ana",
            note="see\nthis",
            properties=(("x-Context", "1, 2"), ("client", "ñ")),
            created_at=NOW,
            changed_at=NOW,
        )
        saved = unit.memory.put(wanted)
    with workspace.unit_of_work() as unit:
        assert unit.memory.get(wanted.id) == saved == replace(wanted, place=saved.place, rev=1)
        assert unit.memory.of_segment("s") == saved
        assert unit.memory.of_segment("") is None
        assert unit.memory.languages() == ("en", "es")


def test_an_old_rev_overwrites_nothing_and_a_tombstone_comes_back(workspace: Workspace) -> None:
    with workspace.unit_of_work() as unit:
        first = unit.memory.put(replace(_unit("a", "b"), id=unit.ids.new()))
        second = unit.memory.put(replace(first, target=RichText("c")))
        assert (second.rev, second.place > first.place) == (2, True)
        with pytest.raises(ConflictError):
            unit.memory.put(replace(first, target=RichText("d")))
        unit.memory.remove([first.id])
        with pytest.raises(NotFoundError):
            unit.memory.get(first.id)
        assert unit.memory.put(replace(second, rev=0)).target.text == "c"
        assert unit.memory.count() == 1


def test_candidates_come_from_runs_tail_and_the_very_text(workspace: Workspace) -> None:
    letters = "abcdefghij"
    words = [f"{a}{b}{c}x" for a in letters for b in letters for c in letters]
    with workspace.unit_of_work() as unit:
        unit.memory.add(_unit(f"The village of {word} floods", f"El pueblo de {word}") for word in words)
        assert unit.memory.take_in() == len(words)
        unit.memory.add([_unit("The village of zzzy floods", "El pueblo de zzzy")])
    with workspace.unit_of_work() as unit:
        for word in (words[0], words[-1], "zzzy"):
            asked = Asked(RichText(f"The village of {word} floods"), "en", "es")
            found = unit.memory.candidates(asked, least=0.6, most=8)
            assert any(word in each.source.text for each in found), word
            back = unit.memory.candidates(Asked(RichText(f"el pueblo de {word}"), "es", "en"), least=0.9, most=8)
            assert any(word in each.target.text for each in back), word
        assert len(unit.memory.having("village floods", ["en"], most=5)) == 5
        assert unit.memory.having("village", ["es"], most=5) == ()


def test_the_query_narrows_by_words_origin_languages_and_release(workspace: Workspace) -> None:
    with workspace.unit_of_work() as unit:
        french = replace(_unit("The road", "La route"), target_language="fr", origin=UnitOrigin.MACHINE)
        unit.memory.add([_unit("The road", "El camino", release_id="r1"), french, _unit("Árbol road", "x")])

        def texts(query: UnitQuery) -> list[str]:
            return [each.target.text for each in unit.memory.at(unit.memory.places(query))]

        assert texts(UnitQuery()) == ["x", "La route", "El camino"]
        assert texts(UnitQuery("arbol")) == ["x"]
        assert texts(UnitQuery(origin=UnitOrigin.MACHINE)) == ["La route"]
        assert texts(UnitQuery(languages=("es", "en"))) == ["x", "El camino"]
        assert texts(UnitQuery("road", release_id="r1")) == ["El camino"]
        assert [each.target.text for each in unit.memory.every(UnitQuery(), after=1, limit=1)] == ["La route"]


def test_what_is_there_already_is_known_whatever_its_id(workspace: Workspace) -> None:
    with workspace.unit_of_work() as unit:
        one, other = _unit("a", "b", previous="p", next="n"), _unit("a", "b")
        assert unit.memory.without_known([one, one, other]) == [one, other]
        first, last = unit.memory.add([one])
        assert unit.memory.without_known([one, other, replace(one, id="x")]) == [other]
        unit.memory.remove_between(first, last)
        assert unit.memory.without_known([one]) == [one]
        unit.memory.restore_between(first, last)
        assert unit.memory.without_known([one]) == []
