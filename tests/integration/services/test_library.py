"""Deeds on the library, and the drafts that follow it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from desktop.domain.boilerplate import Boilerplate, BoilerplateText
from desktop.domain.changes import BLOCK, BOILERPLATE, SEGMENT
from desktop.domain.contact import Contact
from desktop.domain.errors import BadInputError, ConflictError, NotFoundError
from desktop.domain.ports import UnitOfWork
from desktop.domain.release import ReleaseStatus
from desktop.domain.richtext import RichText
from desktop.editorial.boilerplate import Validity
from desktop.services import boilerplate as shelf
from desktop.services import directory, references, releases, translating
from tests.integration.services.office import Office
from tests.integration.services.test_resolving import ABOUT_2026, about, kept, with_references


def shown(office: Office) -> list[str]:
    return [each.name for each in office.do(shelf.library)]


def stored_texts(office: Office, version_id: str) -> list[str]:
    return [block.text.text for block in office.do(lambda unit: unit.documents.load(version_id))]


def test_every_deed_can_be_taken_back_and_done_again(office: Office) -> None:
    added = office.do(shelf.save_boilerplate, about("en"))
    assert added.changes.touches(BOILERPLATE, added.value.id)
    renamed = office.do(shelf.save_boilerplate, replace(added.value, name="About us"))
    copied = office.do(shelf.duplicate_boilerplate, added.value.id)
    assert copied.value.texts != renamed.value.texts
    assert [t.text for t in copied.value.texts] == [t.text for t in renamed.value.texts]
    assert shown(office) == ["About us", "About us (copy)"]
    removed = office.do(shelf.remove_boilerplate, copied.value.id)
    assert shown(office) == ["About us"]
    back = office.undo(removed)
    assert shown(office) == ["About us", "About us (copy)"]
    office.undo(back)
    again = office.undo(renamed)
    assert shown(office) == ["About IOM"]
    office.undo(again)
    assert shown(office) == ["About us"]


def test_undo_stops_where_somebody_changed_the_text_since(office: Office) -> None:
    stored = kept(office)
    first = office.do(shelf.save_boilerplate, replace(stored, owner="Ana"))
    office.do(shelf.save_boilerplate, replace(first.value, owner="Luis"))
    with pytest.raises(ConflictError):
        office.undo(first)


@pytest.mark.parametrize(
    "wrong",
    [
        Boilerplate("", "   "),
        Boilerplate("", "about iom"),
        Boilerplate("", "New", texts=(BoilerplateText("", "klingon language"),)),
        Boilerplate(
            "", "New", texts=(BoilerplateText("", "en", valid_from=date(2026, 2, 1), valid_to=date(2026, 1, 1)),)
        ),
    ],
)
def test_what_cannot_stand_in_the_library_is_refused(office: Office, wrong: Boilerplate) -> None:
    kept(office)
    with pytest.raises(BadInputError):
        office.do(shelf.save_boilerplate, wrong)
    assert shown(office) == ["About IOM"]


def test_a_new_text_begins_where_the_old_one_ends(office: Office) -> None:
    stored = kept(office)
    begun = office.do(shelf.begin_new_text, stored.id, "en", date(2026, 9, 1))
    texts = [text for text in office.do(shelf.library)[0].texts if text.language == "en"]
    assert [(t.valid_from, t.valid_to) for t in texts[1:]] == [
        (date(2026, 1, 1), date(2026, 8, 31)),
        (date(2026, 9, 1), date(2026, 12, 31)),
    ]
    assert begun.value.text.text == ABOUT_2026
    with pytest.raises(BadInputError):
        office.do(shelf.begin_new_text, stored.id, "en", date(2026, 9, 1))
    office.undo(begun)
    assert office.do(shelf.library)[0] == replace(stored, rev=3)


def test_a_text_can_be_ended(office: Office) -> None:
    stored = kept(office)
    spanish = next(text for text in stored.texts if text.language == "es")
    ended = office.do(shelf.end_text, stored.id, spanish.id, date(2026, 6, 30))
    assert next(t for t in ended.value.texts if t.id == spanish.id).valid_to == date(2026, 6, 30)
    with pytest.raises(NotFoundError):
        office.do(shelf.end_text, stored.id, "nothing", date(2026, 6, 30))


def test_the_card_tells_where_a_text_is_used(office: Office) -> None:
    stored = kept(office)
    opened = with_references(office, stored.id)
    (use,) = office.do(shelf.library_card, stored.id).uses
    assert (use.release_id, use.title, use.status) == (opened.release.id, "Station opens", ReleaseStatus.DRAFT)
    office.do(releases.remove_release, opened.release.id)
    assert office.do(shelf.library_card, stored.id).uses == ()


def test_a_draft_follows_the_library_and_says_which_block_changed(office: Office) -> None:
    stored = kept(office)
    opened = with_references(office, stored.id)
    texts = tuple(replace(text, text=RichText.plain("Newer.")) for text in stored.texts)
    office.do(shelf.save_boilerplate, replace(stored, texts=texts))
    redrawn = office.do(references.redraw, office.tools, opened.source.id)
    block = opened.document.blocks[2].id
    assert redrawn.changes.under(BLOCK, opened.source.id) == {block}
    assert stored_texts(office, opened.source.id)[2] == "Newer."
    assert not office.do(references.redraw, office.tools, opened.source.id).changes


@pytest.mark.parametrize("status", [ReleaseStatus.APPROVED, ReleaseStatus.RELEASED, ReleaseStatus.WITHDRAWN])
def test_what_left_the_desk_is_not_touched(office: Office, status: ReleaseStatus) -> None:
    stored = kept(office)
    opened = with_references(office, stored.id)

    def settle(unit: UnitOfWork) -> None:
        unit.releases.put_version(replace(unit.releases.version(opened.source.id), status=status))

    office.do(settle)
    office.do(shelf.remove_boilerplate, stored.id)
    assert not office.do(references.redraw, office.tools, opened.source.id).changes
    assert stored_texts(office, opened.source.id)[2] == ABOUT_2026


def test_a_language_that_comes_to_the_library_takes_the_sentences_from_the_translator(office: Office) -> None:
    stored = kept(office, "en")
    opened = with_references(office, stored.id)
    spanish = office.spanish(opened)
    assert len(office.segments(spanish)) == 3
    with_spanish = about("es").texts
    office.do(shelf.save_boilerplate, replace(stored, texts=(*stored.texts, *with_spanish)))
    redrawn = office.do(references.redraw, office.tools, opened.source.id)
    assert redrawn.changes.touches(SEGMENT)
    grid = office.do(translating.open_grid, spanish)
    assert (len(grid.live), len(grid.tray)) == (2, 1)
    assert grid.target.blocks[2].text.text == with_spanish[0].text.text


def test_the_notes_over_blocks_say_name_and_end(office: Office) -> None:
    stored = kept(office)
    person = office.do(directory.save_contact, Contact("", "Ana", "Mora")).value
    opened = with_references(office, stored.id, person.id)
    about_note, contact_note = office.do(references.reference_notes, opened.source.id)
    assert (about_note.name, about_note.until, about_note.validity) == (
        "About IOM",
        date(2026, 12, 31),
        Validity.VALID,
    )
    assert (contact_note.kind, contact_note.name) == ("contact", "Ana Mora")
    office.do(shelf.remove_boilerplate, stored.id)
    assert office.do(references.reference_notes, opened.source.id)[0].is_gone


def test_a_block_is_made_only_where_the_library_has_the_language(office: Office) -> None:
    stored = kept(office, "en")
    opened = with_references(office, stored.id)
    block = office.do(shelf.reference_block, opened.release.id, stored.id, "en", "b9")
    assert (block.text.text, block.attr("boilerplate")) == (ABOUT_2026, stored.id)
    with pytest.raises(BadInputError):
        office.do(shelf.reference_block, opened.release.id, stored.id, "es", "b9")


def test_the_releases_day_is_the_embargos_in_its_zone(office: Office) -> None:
    stored = kept(office)
    opened = with_references(office, stored.id)
    at = datetime.fromisoformat("2026-12-31T23:30:00-06:00")
    office.do(releases.set_embargo, opened.release.id, at, "America/Managua")
    block = office.do(shelf.reference_block, opened.release.id, stored.id, "en", "b9")
    assert block.text.text == ABOUT_2026
    office.do(releases.set_embargo, opened.release.id, at + timedelta(hours=1), "America/Managua")
    assert office.do(shelf.reference_block, opened.release.id, stored.id, "en", "b9").text.placeholders()
