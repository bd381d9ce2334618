"""Words that somebody adds, and what undoes them."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.app import wiring
from desktop.domain.concept import Concept, Term, TermStatus
from desktop.domain.contact import Contact, Outlet
from desktop.domain.document import BlockKind
from desktop.domain.errors import ComunicadoError
from desktop.services import drafting, spelling
from desktop.services.terms import save_concept
from desktop.services.tools import Tools
from tests.integration.services.office import Office

TEXT = (
    (BlockKind.HEADLINE, "Ruvn Xelhá opens the office in Managua"),
    (BlockKind.PARAGRAPH, "The goverment of Nicaragua and the refoulement, says IOM."),
)


def found(office: Office, tools: Tools, version_id: str) -> list[str]:
    document = office.do(drafting.open_draft, version_id).document
    return [each.word for each in office.do(spelling.check_spelling, tools, document)]


def test_terms_and_places_are_known_and_people_and_outlets_once_they_are_in_the_directory(office: Office) -> None:
    tools = wiring.make_tools()
    opened = office.release(text=TEXT)
    assert found(office, tools, opened.source.id) == ["Ruvn", "Xelhá", "goverment"]
    office.do(lambda uow: uow.contacts.put(Contact(uow.ids.new(), "Ruvn", "Díaz")))
    office.do(lambda uow: uow.contacts.put_outlet(Outlet(uow.ids.new(), "Radio Xelhá")))
    assert found(office, tools, opened.source.id) == ["goverment"]


def test_the_words_of_the_termbase_are_known_but_not_those_of_forbidden_terms(office: Office) -> None:
    tools = wiring.make_tools()
    opened = office.release(text=TEXT)
    terms = (Term("", "en", "Ruvn goverment"), Term("", "en-GB", "Xelhá", TermStatus.FORBIDDEN))
    office.do(save_concept, Concept("", terms))
    assert found(office, tools, opened.source.id) == ["Xelhá"]


def test_the_offices_words_are_undone_one_by_one(office: Office) -> None:
    tools = wiring.make_tools()
    opened = office.release(text=TEXT)
    first = office.do(spelling.add_to_office, "Ruvn", "en")
    office.do(spelling.add_to_office, "goverment", "en")
    assert found(office, tools, opened.source.id) == ["Xelhá"]
    again = office.undo(first)
    assert found(office, tools, opened.source.id) == ["Ruvn", "Xelhá"], "only that word is taken out"
    office.undo(again)
    assert found(office, tools, opened.source.id) == ["Xelhá"]
    assert not office.do(spelling.add_to_office, "Ruvn", "es").value, "a name is there for every language"
    known = next(each for each in office.do(spelling.office_words) if each.word == "goverment")
    assert known.language == "en"
    office.undo(office.do(spelling.remove_from_office, known))
    assert known in office.do(spelling.office_words)


def test_my_words_are_a_file_and_can_be_undone(office: Office, tmp_path: Path) -> None:
    tools = wiring.make_tools(words=tmp_path / "words.txt")
    opened = office.release(text=TEXT)
    added = office.do(spelling.add_to_personal, tools, "Ruvn", "en")
    assert spelling.changes_words(added.changes)
    assert "Ruvn" not in found(office, tools, opened.source.id)
    assert "Ruvn" in (tmp_path / "words.txt").read_text("utf-8")
    office.undo(added)
    assert "Ruvn" in found(office, tools, opened.source.id)
    nothing = office.do(spelling.remove_from_personal, tools, spelling.KnownWord("Ruvn"))
    assert (nothing.value, nothing.inverse) == (False, None)


def test_a_file_that_cannot_be_written_says_so(office: Office, tmp_path: Path) -> None:
    tools = wiring.make_tools(words=tmp_path / "gone" / "words.txt")
    with pytest.raises(ComunicadoError, match="could not be written"):
        office.do(spelling.add_to_personal, tools, "Ruvn", "en")


def test_a_text_ignores_for_itself_alone(office: Office) -> None:
    tools = wiring.make_tools()
    one, other = office.release(text=TEXT), office.release(text=TEXT)
    ignored = office.do(spelling.ignore_word, one.source.id, "goverment")
    assert spelling.ignores_changed(ignored.changes, one.source.id)
    assert not spelling.ignores_changed(ignored.changes, other.source.id)
    assert not spelling.changes_words(ignored.changes)
    assert "goverment" not in found(office, tools, one.source.id)
    assert "goverment" in found(office, tools, other.source.id)
    office.undo(ignored)
    assert "goverment" in found(office, tools, one.source.id)


def test_the_offices_variety(office: Office) -> None:
    tools = wiring.make_tools()
    opened = office.release(text=((BlockKind.PARAGRAPH, "The organization and the colour of the center."),))
    assert found(office, tools, opened.source.id) == ["center"]
    chosen = office.do(spelling.choose_variety, "en", "en-US")
    assert found(office, tools, opened.source.id) == ["colour"]
    office.do(spelling.choose_variety, "en", "en-GB")
    assert found(office, tools, opened.source.id) == ["organization", "center"]
    office.undo(chosen)
    assert found(office, tools, opened.source.id) == ["center"]


def test_broken_settings_are_nobodys_words(office: Office) -> None:
    for broken in ("{", "[1]", "[[1,2,3]]", '"x"'):
        office.do(lambda uow, broken=broken: uow.settings.set(spelling.OFFICE_WORDS, broken))
        assert office.do(spelling.office_words) == frozenset()
    assert office.do(spelling.add_to_office, "Ruvn", "en").value
