"""The termbase's deeds, each with its undo."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from desktop.domain.changes import CONCEPT
from desktop.domain.concept import Concept, Term, TermStatus
from desktop.domain.errors import BadInputError, ConflictError
from desktop.exchange.terms.read_terms import ReadConcept
from desktop.services import term_files, terms
from desktop.storage.workspace import Workspace

SAMPLE = Path(__file__).parents[3] / "resources" / "sample" / "glossary.csv"


def pair(english: str, spanish: str, **more: str) -> Concept:
    return Concept("", (Term("", "en", english), Term("", "es", spanish)), **more)


def test_added_edited_deleted_and_all_taken_back(workspace: Workspace) -> None:
    with workspace.unit_of_work() as unit:
        added = terms.save_concept(unit, pair("  human   trafficking ", "trata de personas"))
        assert added.value.terms[0].text == "human trafficking"
        assert added.changes.touches(CONCEPT, added.value.id)
        edited = terms.save_concept(unit, replace(added.value, note="never tráfico"))
        assert edited.inverse is not None
        undone = edited.inverse.run(unit)
        assert unit.concepts.get(added.value.id).note == ""
        assert undone.inverse is not None
        undone.inverse.run(unit)
        assert unit.concepts.get(added.value.id).note == "never tráfico"
        gone = terms.remove_concepts(unit, [added.value.id])
        assert terms.termbase(unit) == ()
        assert gone.inverse is not None
        gone.inverse.run(unit)
        assert [each.note for each in terms.termbase(unit)] == ["never tráfico"]
        assert added.inverse is not None
        back = added.inverse.run(unit)
        assert terms.termbase(unit) == ()
        assert back.inverse is not None
        back.inverse.run(unit)
        assert len(terms.termbase(unit)) == 1


def test_undo_takes_nothing_back_that_somebody_changed_since(workspace: Workspace) -> None:
    with workspace.unit_of_work() as unit:
        first = terms.save_concept(unit, pair("a", "b")).value
        edited = terms.save_concept(unit, replace(first, note="mine"))
        terms.save_concept(unit, replace(edited.value, note="theirs"))
        assert edited.inverse is not None
        with pytest.raises(ConflictError):
            edited.inverse.run(unit)


@pytest.mark.parametrize(
    "wrong",
    [
        Concept(""),
        Concept("", (Term("", "en", "   "),)),
        Concept("", (Term("", "xx-nope", "a"),)),
        Concept("", (Term("", "en", "a"), Term("", "en", "a "))),
        Concept("", (Term("", "en", "x" * 501),)),
    ],
)
def test_what_is_no_concept_is_refused(workspace: Workspace, wrong: Concept) -> None:
    with workspace.unit_of_work() as unit, pytest.raises(BadInputError):
        terms.save_concept(unit, wrong)


def test_terms_of_a_language_stand_together(workspace: Workspace) -> None:
    mixed = Concept("", (Term("", "es", "uno"), Term("", "EN", "one"), Term("", "es", "una")))
    with workspace.unit_of_work() as unit:
        saved = terms.save_concept(unit, mixed).value
    assert [(term.language, term.text) for term in saved.terms] == [("es", "uno"), ("es", "una"), ("en", "one")]


def test_a_pair_joins_the_concept_that_has_its_source(workspace: Workspace) -> None:
    with workspace.unit_of_work() as unit:
        first = terms.add_pair(unit, Term("", "en", "shelter"), Term("", "es", "albergue")).value
        joined = terms.add_pair(unit, Term("", "en", "shelter"), Term("", "es", "refugio", TermStatus.ADMITTED)).value
        assert joined.id == first.id
        assert [term.text for term in joined.in_language("es")] == ["albergue", "refugio"]
        again = terms.add_pair(unit, Term("", "en", "shelter"), Term("", "es", "refugio"))
        assert again.inverse is None
        assert len(terms.termbase(unit)) == 1


def test_terms_are_found_in_a_text_or_by_their_words(workspace: Workspace) -> None:
    with workspace.unit_of_work() as unit:
        terms.save_concept(unit, pair("human trafficking", "trata de personas"))
        terms.save_concept(unit, Concept("", (Term("", "en", "only English"),)))
        found = terms.find_terms(unit, "Against Human Trafficking", "en", "es")
        assert [hit.term.text for hit in found.hits] == ["human trafficking"]
        assert [each.name for each in terms.find_terms(unit, "TRAFFICK", "en", "es").concepts] == ["human trafficking"]
        assert terms.find_terms(unit, "only English", "en", "es") == terms.FoundTerms(())
        assert terms.find_terms(unit, "", "en", "es") == terms.FoundTerms(())


# -- files ----------------------------------------------------------------------------------------------------


def outcomes(report: tuple[term_files.TermRow, ...]) -> list[str]:
    return [row.outcome for row in report]


def test_the_starter_glossary_comes_in_once_and_goes_out_again(workspace: Workspace) -> None:
    read = term_files.read_term_file(SAMPLE)
    with workspace.unit_of_work() as unit:
        done = term_files.import_terms(unit, read.rows)
        assert set(outcomes(done.value)) == {"new"}
        assert len(terms.termbase(unit)) == 118
        again = term_files.import_terms(unit, read.rows)
        assert set(outcomes(again.value)) == {"known"}
        assert again.inverse is None
        assert done.inverse is not None
        undone = done.inverse.run(unit)
        assert terms.termbase(unit) == ()
        assert undone.inverse is not None
        undone.inverse.run(unit)
        assert len(terms.termbase(unit)) == 118


@pytest.mark.parametrize("format_", ["tbx", "csv", "xlsx"])
def test_a_termbase_in_another_workspace_is_the_same(workspace: Workspace, tmp_path: Path, format_: str) -> None:
    with workspace.unit_of_work() as unit:
        term_files.import_terms(unit, term_files.read_term_file(SAMPLE).rows)
        before = terms.termbase(unit)
        assert term_files.export_terms(unit, tmp_path / f"t.{format_}", format_) == 118
        terms.remove_concepts(unit, [each.id for each in before])
        unit.connection.exec_driver_sql("DELETE FROM term")
        unit.connection.exec_driver_sql("DELETE FROM concept")
        read = term_files.read_term_file(tmp_path / f"t.{format_}")
        assert set(outcomes(term_files.import_terms(unit, read.rows).value)) == {"new"}
        assert len(terms.termbase(unit)) == 118
        assert [[(t.text, t.language, t.status) for t in each.terms] for each in terms.termbase(unit)] == [
            [(t.text, t.language, t.status) for t in each.terms] for each in before
        ]


def test_an_edited_export_changes_what_it_came_from(workspace: Workspace, tmp_path: Path) -> None:
    with workspace.unit_of_work() as unit:
        first = terms.save_concept(unit, pair("a", "b", note="old")).value
        other = terms.save_concept(unit, pair("c", "d")).value
        term_files.export_terms(unit, tmp_path / "t.csv", "csv")
        text = (tmp_path / "t.csv").read_text("utf-8-sig").replace("old", "new").replace(",b,", ",B,")
        (tmp_path / "t.csv").write_text(text, "utf-8-sig")
        done = term_files.import_terms(unit, term_files.read_term_file(tmp_path / "t.csv").rows)
        assert outcomes(done.value) == ["changed", "known"]
        changed = unit.concepts.get(first.id)
        assert (changed.note, changed.terms[1].text) == ("new", "B")
        assert changed.terms[0] == first.terms[0]
        assert done.inverse is not None
        done.inverse.run(unit)
        assert replace(unit.concepts.get(first.id), rev=0) == replace(first, rev=0)
        assert unit.concepts.get(other.id) == other


def test_a_file_adds_to_a_concept_what_is_new(workspace: Workspace) -> None:
    with workspace.unit_of_work() as unit:
        first = terms.save_concept(unit, pair("a", "b")).value
        given = Concept("", (Term("", "en", "a"), Term("", "es", "b"), Term("", "fr", "c")), note="told")
        done = term_files.import_terms(
            unit, [ReadConcept(1, given), ReadConcept(2, None, "why"), ReadConcept(3, given)]
        )
        assert outcomes(done.value) == ["changed", "refused", "known"]
        joined = unit.concepts.get(first.id)
        assert (joined.languages, joined.note) == (("en", "es", "fr"), "told")


def test_a_homonym_stays_a_concept_of_its_own(workspace: Workspace) -> None:
    with workspace.unit_of_work() as unit:
        terms.save_concept(unit, pair("bank", "banco"))
        done = term_files.import_terms(unit, [ReadConcept(1, pair("bank", "orilla"))])
        assert outcomes(done.value) == ["new"]
        assert len(terms.termbase(unit)) == 2


def test_undo_of_an_import_stops_where_somebody_edited(workspace: Workspace) -> None:
    with workspace.unit_of_work() as unit:
        done = term_files.import_terms(unit, [ReadConcept(1, pair("a", "b"))])
        (made,) = terms.termbase(unit)
        terms.save_concept(unit, replace(made, note="mine"))
        assert done.inverse is not None
        with pytest.raises(ConflictError):
            done.inverse.run(unit)
