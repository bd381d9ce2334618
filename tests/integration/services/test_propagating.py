"""One confirmation for sentences that read the same."""

from __future__ import annotations

import pytest

from desktop.domain.document import BlockKind
from desktop.domain.errors import ConflictError
from desktop.domain.richtext import RichText
from desktop.domain.segment import SegmentOrigin, SegmentState
from desktop.services import propagating, translating
from tests.integration.services.office import Office

TWICE = (
    (BlockKind.HEADLINE, "Station opens"),
    (BlockKind.PARAGRAPH, "Nurses work there. Nurses work there. It is cold."),
    (BlockKind.PARAGRAPH, "Nurses work there."),
)


def _type(office: Office, segment_id: str, words: str) -> None:
    office.do(translating.type_target, segment_id, RichText.plain(words))


def test_identical_sentences_are_confirmed_with_one_and_taken_back_with_it(office: Office) -> None:
    version = office.spanish(office.release(text=TWICE), is_filled=False)
    first = office.segments(version)[1]
    _type(office, first.id, "Allí trabajan enfermeras.")
    outcome = office.do(propagating.confirm_and_propagate, first.id)
    assert (outcome.value.here, outcome.value.elsewhere) == (2, 0)
    now = office.segments(version)
    assert [now[n].target.text for n in (1, 2, 4)] == ["Allí trabajan enfermeras."] * 3
    assert now[2].origin is SegmentOrigin.PROPAGATED
    assert all(now[n].is_done for n in (1, 2, 4))
    again = office.undo(outcome)
    now = office.segments(version)
    assert now[1].state is SegmentState.DRAFT
    assert not now[2].target.text
    assert not now[4].has_translation
    office.undo(again)
    assert [office.segments(version)[n].is_done for n in (1, 2, 4)] == [True] * 3


def test_what_somebody_wrote_is_not_written_over(office: Office) -> None:
    version = office.spanish(office.release(text=TWICE), is_filled=False)
    segments = office.segments(version)
    _type(office, segments[2].id, "Trabajan enfermeras.")
    _type(office, segments[1].id, "Allí trabajan enfermeras.")
    assert office.do(propagating.confirm_and_propagate, segments[1].id).value.here == 1
    assert office.segments(version)[2].target.text == "Trabajan enfermeras."


def test_a_sentence_apart_neither_takes_nor_gives(office: Office) -> None:
    version = office.spanish(office.release(text=TWICE), is_filled=False)
    segments = office.segments(version)
    apart = office.do(propagating.set_apart, segments[4].id, is_apart=True)
    _type(office, segments[1].id, "Allí trabajan enfermeras.")
    assert office.do(propagating.confirm_and_propagate, segments[1].id).value.here == 1
    assert not office.segments(version)[4].target.text
    _type(office, segments[4].id, "Enfermeras.")
    assert office.do(propagating.confirm_and_propagate, segments[4].id).value.here == 0
    assert office.segments(version)[1].target.text == "Allí trabajan enfermeras."
    office.undo(apart)
    assert not office.segments(version)[4].is_apart


def test_what_was_propagated_follows_a_later_change(office: Office) -> None:
    version = office.spanish(office.release(text=TWICE), is_filled=False)
    first = office.segments(version)[1]
    _type(office, first.id, "Uno.")
    office.do(propagating.confirm_and_propagate, first.id)
    _type(office, first.id, "Dos.")
    assert office.do(propagating.confirm_and_propagate, first.id).value.here == 2
    assert [office.segments(version)[n].target.text for n in (2, 4)] == ["Dos.", "Dos."]


def test_other_open_versions_get_drafts(office: Office) -> None:
    version = office.spanish(office.release(text=TWICE), is_filled=False)
    other = office.spanish(office.release(text=TWICE), is_filled=False)
    first = office.segments(version)[1]
    _type(office, first.id, "Allí trabajan enfermeras.")
    outcome = office.do(propagating.confirm_and_propagate, first.id)
    assert (outcome.value.here, outcome.value.elsewhere) == (2, 3)
    there = office.segments(other)
    assert [there[n].state for n in (1, 2, 4)] == [SegmentState.DRAFT] * 3
    office.undo(outcome)
    assert not any(each.has_translation for each in office.segments(other))


def test_propagation_can_be_off(office: Office) -> None:
    version = office.spanish(office.release(text=TWICE), is_filled=False)
    first = office.segments(version)[1]
    _type(office, first.id, "Allí.")
    assert office.do(propagating.confirm_and_propagate, first.id, is_on=False).value.here == 0
    assert not office.segments(version)[2].has_translation


def test_undo_leaves_what_was_edited_since(office: Office) -> None:
    version = office.spanish(office.release(text=TWICE), is_filled=False)
    first, second = office.segments(version)[1:3]
    _type(office, first.id, "Allí.")
    outcome = office.do(propagating.confirm_and_propagate, first.id)
    _type(office, second.id, "Allí mismo.")
    office.undo(outcome)
    now = office.segments(version)
    assert now[2].target.text == "Allí mismo."
    assert not now[4].has_translation
    with pytest.raises(ConflictError):
        office.do(outcome.inverse.run)  # type: ignore[union-attr]
