"""The log of a sentence, and a reviewer's changes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from desktop.domain.errors import BadInputError, ConflictError
from desktop.domain.richtext import RichText
from desktop.domain.segment import SegmentOrigin, SegmentState
from desktop.services import propagating, reviewing, translating
from tests.integration.services.office import Office


def _by(office: Office, author: str, work: Callable[..., Any], *arguments: Any, **named: Any) -> Any:
    with office.workspace.unit_of_work() as unit:
        unit.author = author
        return work(unit, *arguments, **named)


def _texts(office: Office, segment_id: str) -> list[tuple[str, str, str]]:
    found = office.do(reviewing.history_of, segment_id).records
    return [(r.target.text, r.author, r.state.value) for r in found]


def _translated(office: Office) -> tuple[str, str]:
    version = office.spanish(office.release(), is_filled=False)
    first = office.segments(version)[0]
    office.do(translating.type_target, first.id, RichText.plain("Abren una estación"))
    office.do(propagating.confirm_and_propagate, first.id)
    return version, first.id


def _reviewed(office: Office, words: str = "Abren la estación") -> tuple[str, str]:
    version, segment_id = _translated(office)
    _by(office, "Luis", translating.type_target, segment_id, RichText.plain(words))
    _by(office, "Luis", reviewing.review_segment, segment_id)
    return version, segment_id


def test_confirmations_are_kept_and_typing_is_not(office: Office) -> None:
    version = office.spanish(office.release(), is_filled=False)
    first = office.segments(version)[0].id
    for words in ("A", "Ab", "Abren"):
        office.do(translating.type_target, first, RichText.plain(words))
    assert _texts(office, first) == []
    office.do(translating.confirm_segment, first)
    office.do(translating.type_target, first, RichText.plain("Abren ya"))
    office.do(translating.confirm_segment, first)
    assert _texts(office, first) == [("Abren ya", "Ana", "translated"), ("Abren", "Ana", "translated")]


def test_somebody_elses_draft_is_kept_before_it_is_written_over(office: Office) -> None:
    version = office.spanish(office.release(), is_filled=False)
    first = office.segments(version)[0].id
    office.do(translating.type_target, first, RichText.plain("Abren"))
    _by(office, "Luis", translating.type_target, first, RichText.plain("Inauguran"))
    assert _texts(office, first) == [("Abren", "Ana", "draft")]
    office.do(translating.type_target, first, first_text := RichText.plain("Copia"), origin=SegmentOrigin.MEMORY)
    assert _texts(office, first)[0] == (first_text.text, "Ana", "draft")
    office.do(translating.type_target, first, RichText.plain("Mejor"))
    assert [text for text, *_rest in _texts(office, first)] == ["Copia", "Inauguran", "Abren"]


def test_an_earlier_text_comes_back_as_a_draft(office: Office) -> None:
    version, first = _translated(office)
    office.do(translating.type_target, first, RichText.plain("Otra"))
    office.do(translating.confirm_segment, first)
    oldest = office.do(reviewing.history_of, first).records[-1]
    outcome = office.do(reviewing.restore, oldest.id, first)
    now = office.segments(version)[0]
    assert (now.target.text, now.state) == ("Abren una estación", SegmentState.DRAFT)
    office.undo(outcome)
    assert office.segments(version)[0].target.text == "Otra"
    with pytest.raises(ConflictError):
        office.do(reviewing.restore, "nothing", first)


def test_a_reviewers_change_waits_for_the_translator(office: Office) -> None:
    version, first = _reviewed(office)
    change = office.do(reviewing.history_of, first).change
    assert change is not None
    assert (change.before.text, change.after.text) == ("Abren una estación", "Abren la estación")
    assert (change.translator, change.reviewer) == ("Ana", "Luis")
    now = office.segments(version)[0]
    assert (now.state, now.author) == (SegmentState.REVIEWED, "Luis")
    assert [c.segment_id for c in office.do(reviewing.open_changes, version)] == [first]


def test_it_is_accepted_and_opened_again_by_undo(office: Office) -> None:
    version, first = _reviewed(office)
    outcome = office.do(reviewing.accept_review, first)
    assert office.do(reviewing.open_changes, version) == ()
    assert office.segments(version)[0].target.text == "Abren la estación"
    again = office.undo(outcome)
    assert len(office.do(reviewing.open_changes, version)) == 1
    office.undo(again)
    assert office.do(reviewing.open_changes, version) == ()
    with pytest.raises(BadInputError):
        office.do(reviewing.accept_review, first)


def test_it_is_rejected_and_stays_in_the_history(office: Office) -> None:
    version, first = _reviewed(office)
    outcome = office.do(reviewing.reject_review, first)
    now = office.segments(version)[0]
    assert (now.target.text, now.state) == ("Abren una estación", SegmentState.TRANSLATED)
    assert "Abren la estación" in [text for text, *_rest in _texts(office, first)]
    assert office.do(reviewing.open_changes, version) == ()
    office.undo(outcome)
    assert office.segments(version)[0].target.text == "Abren la estación"


def test_reading_without_a_change_leaves_nothing_open(office: Office) -> None:
    version, first = _translated(office)
    _by(office, "Luis", reviewing.review_segment, first)
    assert office.segments(version)[0].state is SegmentState.REVIEWED
    assert office.do(reviewing.open_changes, version) == ()


def test_a_second_pair_of_eyes_is_somebody_elses(office: Office) -> None:
    version, first = _translated(office)
    office.do(reviewing.ask_second_eyes, is_on=True)
    assert office.do(reviewing.asks_second_eyes)
    with pytest.raises(BadInputError):
        office.do(reviewing.review_segment, first)
    assert office.segments(version)[0].state is SegmentState.TRANSLATED
    _by(office, "Luis", reviewing.review_segment, first)
    assert office.segments(version)[0].state is SegmentState.REVIEWED
