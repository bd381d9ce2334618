"""Confirming, accepting, discarding, and taking each of them back."""

from __future__ import annotations

import pytest

from desktop.domain.changes import SEGMENT
from desktop.domain.errors import BadInputError, ConflictError
from desktop.domain.richtext import RichText
from desktop.domain.segment import ChangeClass, SegmentOrigin, SegmentState
from desktop.services import drafting, overview, translating
from desktop.services.translating import Grid
from tests.integration.services.office import Office


def _change(office: Office, version_id: str, segment_id: str) -> ChangeClass:
    grid = office.do(translating.open_grid, version_id)
    return next(each.change for each in grid.pairs if each.segment.id == segment_id)


def _stored_progress(office: Office, version_id: str) -> tuple[int, int, int]:
    found = office.do(lambda unit: unit.releases.version(version_id)).progress
    return (found.total, found.done, found.stale)


def test_typing_makes_a_draft_and_is_no_deed(office: Office) -> None:
    version = office.spanish(office.release(), is_filled=False)
    first = office.segments(version)[0]
    outcome = office.do(translating.type_target, first.id, RichText.plain("Abren"))
    assert (outcome.value.state, outcome.value.target.text) == (SegmentState.DRAFT, "Abren")
    assert outcome.inverse is None
    assert outcome.changes.under(SEGMENT, version) == {first.id}
    same = office.do(translating.type_target, first.id, RichText.plain("Abren"))
    assert not same.changes
    emptied = office.do(translating.type_target, first.id, RichText.plain(""))
    assert emptied.value.state is SegmentState.UNTRANSLATED
    copied = office.do(translating.type_target, first.id, first.source, origin=SegmentOrigin.COPIED)
    assert copied.value.origin is SegmentOrigin.COPIED


def test_a_confirmation_is_taken_back_and_done_again(office: Office) -> None:
    version = office.spanish(office.release(), is_filled=False)
    first = office.segments(version)[0]
    office.do(translating.type_target, first.id, RichText.plain("Abren estación"))
    confirmed = office.do(translating.confirm_segment, first.id, RichText.plain("Abren una estación"))
    assert (confirmed.value.state, confirmed.value.author) == (SegmentState.TRANSLATED, "Ana")
    assert _stored_progress(office, version) == (4, 1, 0)
    undone = office.undo(confirmed)
    now = office.segments(version)[0]
    assert (now.state, now.target.text) == (SegmentState.DRAFT, "Abren estación")
    assert _stored_progress(office, version) == (4, 0, 0)
    office.undo(undone)
    now = office.segments(version)[0]
    assert (now.state, now.target.text) == (SegmentState.TRANSLATED, "Abren una estación")


def test_confirming_the_stored_target_can_mark_it_reviewed(office: Office) -> None:
    version = office.spanish(office.release())
    first = office.segments(version)[0]
    reviewed = office.do(translating.confirm_segment, first.id, state=SegmentState.REVIEWED)
    assert (reviewed.value.state, reviewed.value.target) == (SegmentState.REVIEWED, first.target)


def test_an_empty_translation_is_not_confirmed(office: Office) -> None:
    version = office.spanish(office.release(), is_filled=False)
    first = office.segments(version)[0]
    for target in (None, RichText.plain("  ")):
        with pytest.raises(BadInputError):
            office.do(translating.confirm_segment, first.id, target)
    assert office.segments(version)[0] == first


def test_a_confirmation_is_not_taken_back_over_newer_typing(office: Office) -> None:
    version = office.spanish(office.release(), is_filled=False)
    first = office.segments(version)[0]
    confirmed = office.do(translating.confirm_segment, first.id, RichText.plain("Abren"))
    office.do(translating.type_target, first.id, RichText.plain("Abren ya"))
    with pytest.raises(ConflictError):
        office.undo(confirmed)
    assert office.segments(version)[0].target.text == "Abren ya"


def test_taking_a_confirmation_back_leaves_the_source_as_it_is_now(office: Office) -> None:
    opened = office.release()
    version = office.spanish(opened, is_filled=False)
    nurses = office.segments(version)[3]
    confirmed = office.do(translating.confirm_segment, nurses.id, RichText.plain("Hay enfermeras."))
    office.edit(opened, "at night", "by day")
    assert office.segments(version)[3].is_stale
    office.undo(confirmed)
    now = office.segments(version)[3]
    assert (now.source.text, now.target.text, now.is_stale) == ("Nurses work there by day.", "", False)


def test_confirming_again_answers_a_change_and_can_be_taken_back(office: Office) -> None:
    opened = office.release()
    version = office.spanish(opened)
    office.edit(opened, "at night", "by day")
    stale = next(each for each in office.segments(version) if each.is_stale)
    assert _change(office, version, stale.id) is ChangeClass.REWORDED
    confirmed = office.do(translating.confirm_segment, stale.id)
    assert not confirmed.value.is_stale
    assert _stored_progress(office, version) == (4, 4, 0)
    office.undo(confirmed)
    assert next(each for each in office.segments(version) if each.id == stale.id).is_stale
    assert _stored_progress(office, version) == (4, 3, 1)


def test_a_cosmetic_change_is_accepted_as_it_is(office: Office) -> None:
    opened = office.release()
    version = office.spanish(opened)
    office.edit(opened, "at night.", "at night!")
    stale = next(each for each in office.segments(version) if each.is_stale)
    assert _change(office, version, stale.id) is ChangeClass.COSMETIC
    accepted = office.do(translating.accept_change, stale.id)
    assert accepted.value.target == stale.target
    assert not accepted.value.is_stale
    assert accepted.value.state is SegmentState.TRANSLATED
    office.undo(accepted)
    assert next(each for each in office.segments(version) if each.id == stale.id).is_stale


def test_a_change_of_numbers_is_applied_to_the_translation(office: Office) -> None:
    opened = office.release()
    version = office.spanish(opened, is_filled=False)
    office.do(translating.fill_targets, version, ["Abren", "Abrió el lunes.", "Atiende a 40 pueblos.", "Hay turnos."])
    office.edit(opened, "40 villages", "1,250 villages")
    stale = next(each for each in office.segments(version) if each.is_stale)
    assert _change(office, version, stale.id) is ChangeClass.NUMBERS_ONLY
    accepted = office.do(translating.accept_change, stale.id)
    digits = "".join(letter for letter in accepted.value.target.text if letter.isdigit())
    assert digits == "1250"
    assert not accepted.value.is_stale
    office.undo(accepted)
    now = next(each for each in office.segments(version) if each.id == stale.id)
    assert (now.target.text, now.is_stale) == ("Atiende a 40 pueblos.", True)


def test_a_change_in_words_needs_the_translator(office: Office) -> None:
    opened = office.release()
    version = office.spanish(opened)
    office.edit(opened, "Nurses", "Doctors")
    stale = next(each for each in office.segments(version) if each.is_stale)
    with pytest.raises(BadInputError):
        office.do(translating.accept_change, stale.id)
    fresh = next(each for each in office.segments(version) if not each.is_stale)
    with pytest.raises(BadInputError):
        office.do(translating.accept_change, fresh.id)
    assert next(each for each in office.segments(version) if each.id == stale.id) == stale


def test_a_translation_without_its_sentence_waits_and_can_be_thrown_away(office: Office) -> None:
    opened = office.release()
    version = office.spanish(opened)
    nurses = office.segments(version)[3]
    with pytest.raises(BadInputError):
        office.do(translating.discard_from_tray, nurses.id)
    office.edit(opened, "Nurses work there at night.", "")
    grid: Grid = office.do(translating.open_grid, version)
    assert [each.segment.id for each in grid.tray] == [nurses.id]
    assert len(grid.live) == 3
    with pytest.raises(BadInputError):
        office.do(translating.confirm_segment, nurses.id)
    discarded = office.do(translating.discard_from_tray, nurses.id)
    assert office.do(translating.open_grid, version).tray == ()
    again = office.undo(discarded)
    (kept,) = office.do(translating.open_grid, version).tray
    assert kept.segment.target == nurses.target
    office.undo(again)
    assert office.do(translating.open_grid, version).tray == ()


def test_a_sentence_that_returns_finds_its_translation_in_the_tray(office: Office) -> None:
    opened = office.release()
    version = office.spanish(opened)
    before = office.segments(version)
    office.edit(opened, " It serves 40 villages.", "")
    assert len(office.do(translating.open_grid, version).tray) == 1
    office.edit(opened, "opened on Monday.", "opened on Monday. It serves 40 villages.")
    assert [each.target for each in office.segments(version)] == [each.target for each in before]
    assert not any(each.is_stale for each in office.segments(version))


def test_the_target_document_is_what_was_translated(office: Office) -> None:
    opened = office.release()
    version = office.spanish(opened)
    document = office.do(translating.target_document, version)
    assert document.language == "es"
    assert document.blocks[1].text.text == "«The station opened on Monday.» «It serves 40 villages.»"
    source = office.do(translating.target_document, opened.source.id)
    assert source == opened.document


def test_source_and_target_are_opened_in_their_own_places(office: Office) -> None:
    opened = office.release()
    version = office.spanish(opened)
    with pytest.raises(BadInputError):
        office.do(translating.open_grid, opened.source.id)
    with pytest.raises(BadInputError):
        office.do(drafting.open_draft, version)
    for language in ("es", "ES", "en", "zz", ""):
        with pytest.raises(BadInputError):
            office.do(translating.add_version, office.tools, opened.release.id, language)


def test_translations_are_found_by_their_words(office: Office) -> None:
    opened = office.release()
    version = office.spanish(opened, is_filled=False)
    first = office.segments(version)[0]
    office.do(translating.confirm_segment, first.id, RichText.plain("Guardacostas abre estación de rescate"))
    (hit,) = office.do(overview.search, "guardacostas")
    assert (hit.version_id, hit.language) == (version, "es")
    assert office.do(overview.search, "  ") == ()
