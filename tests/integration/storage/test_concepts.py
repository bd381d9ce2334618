"""The termbase, on both databases."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.domain.concept import Concept, Term, TermStatus
from desktop.domain.errors import ConflictError, NotFoundError
from desktop.storage.unit_of_work import SqlUnitOfWork
from desktop.storage.workspace import Workspace


def concept(unit: SqlUnitOfWork, *texts: str) -> Concept:
    terms = tuple(Term(unit.ids.new(), "en", text, TermStatus.ADMITTED, "n", "noun", "m") for text in texts)
    return Concept(unit.ids.new(), terms, "Migration", "What", "Note 🧭", "UN")


def test_a_concept_comes_back_whole_with_its_terms_in_order(workspace: Workspace) -> None:
    with workspace.unit_of_work() as unit:
        stored = unit.concepts.put(concept(unit, "zeta", "alpha"))
        other = unit.concepts.put(concept(unit, "beta"))
    with workspace.unit_of_work() as unit:
        assert unit.concepts.all() == (stored, other)
        assert [term.text for term in unit.concepts.get(stored.id).terms] == ["zeta", "alpha"]
        assert unit.concepts.count() == 2


def test_terms_change_place_go_and_come_back(workspace: Workspace) -> None:
    with workspace.unit_of_work() as unit:
        whole = unit.concepts.put(concept(unit, "a", "b", "c"))
        less = unit.concepts.put(replace(whole, terms=(whole.terms[2], whole.terms[0])))
        assert [term.text for term in less.terms] == ["c", "a"]
        again = unit.concepts.put(replace(whole, rev=less.rev))
        assert again.terms == whole.terms


def test_an_older_state_overwrites_nothing(workspace: Workspace) -> None:
    with workspace.unit_of_work() as unit:
        old = unit.concepts.put(concept(unit, "a"))
        new = unit.concepts.put(replace(old, note="newer"))
        with pytest.raises(ConflictError):
            unit.concepts.put(replace(old, note="older"))
        assert unit.concepts.get(old.id) == new


def test_deleted_concepts_are_gone_until_they_are_restored(workspace: Workspace) -> None:
    with workspace.unit_of_work() as unit:
        unit.concepts.add_many(concept(unit, f"term {number}") for number in range(1200))
        ids = [each.id for each in unit.concepts.all()]
        assert len(ids) == 1200
        unit.concepts.remove(ids[:700])
        assert unit.concepts.count() == 500
        with pytest.raises(NotFoundError):
            unit.concepts.get(ids[0])
        unit.concepts.restore(ids)
        assert [each.id for each in unit.concepts.all()] == ids
