"""Split and merge: the pairing holds, every word stays, the published text is the same."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.domain.document import BlockKind
from desktop.domain.errors import BadInputError
from desktop.domain.release import VersionRole
from desktop.domain.richtext import RichText
from desktop.domain.segment import ChangeClass, SegmentState
from desktop.services import commenting, cutting, drafting, translating
from tests.integration.services.office import Office

TEXT = (
    (BlockKind.HEADLINE, "Station opens"),
    (BlockKind.PARAGRAPH, "The station opened on Monday; it serves 40 villages. Nurses work there. It is cold."),
)


def _words(office: Office, version: str) -> list[str]:
    return " ".join(block.text.text for block in office.do(translating.target_document, version)).split()


def _rematch(office: Office, opened: Any, version: str) -> int:
    """Match anew, as a source edit does; answers how many segments that changes."""

    def work(uow: Any) -> int:
        target = uow.releases.version(version)
        source = drafting.official_text(uow, opened.source.id)
        assert target.role is VersionRole.TARGET
        return len(drafting.rematch(uow, office.tools, target, source).changes)

    return office.do(work)


def test_a_sentence_is_split_where_asked_and_undo_makes_it_whole(office: Office) -> None:
    opened = office.release(text=TEXT)
    version = office.spanish(opened)
    before, words = office.segments(version), _words(office, version)
    second = before[1]
    at = second.source.text.index(" it serves")
    outcome = office.do(cutting.split_segment, second.id, at, second.target.text.index(" it serves"))
    now = office.segments(version)
    assert [s.source.text for s in now[1:3]] == ["The station opened on Monday;", "it serves 40 villages."]
    assert [s.target.text for s in now[1:3]] == ["«The station opened on Monday;", "it serves 40 villages.»"]
    assert all(s.is_done for s in now)
    grid = office.do(translating.open_grid, version)
    assert {pair.change for pair in grid.live} == {ChangeClass.UNCHANGED}
    assert _words(office, version) == words
    assert _rematch(office, opened, version) == 0
    again = office.undo(outcome)
    assert [(s.id, s.source, s.target, s.state) for s in office.segments(version)] == [
        (s.id, s.source, s.target, s.state) for s in before
    ]
    assert _rematch(office, opened, version) == 0
    office.undo(again)
    assert len(office.segments(version)) == len(before) + 1


def test_two_sentences_become_one_and_undo_parts_them(office: Office) -> None:
    opened = office.release(text=TEXT)
    version = office.spanish(opened)
    before, words = office.segments(version), _words(office, version)
    office.do(commenting.comment_on_segment, before[3].id, "Cold?")
    outcome = office.do(cutting.merge_with_next, before[2].id)
    now = office.segments(version)
    assert now[2].source.text == "Nurses work there. It is cold."
    assert now[2].target.text == "«Nurses work there.» «It is cold.»"
    assert now[2].state is SegmentState.TRANSLATED
    assert len(now) == len(before) - 1
    assert _words(office, version) == words
    assert _rematch(office, opened, version) == 0
    comments = office.do(lambda uow: uow.comments.of_version(version))
    assert [c.segment_id for c in comments] == [before[2].id]
    office.undo(outcome)
    assert [(s.id, s.source, s.target, s.state) for s in office.segments(version)] == [
        (s.id, s.source, s.target, s.state) for s in before
    ]
    assert _rematch(office, opened, version) == 0


def test_the_cut_survives_edits_of_the_source_elsewhere_and_sleeps_where_its_place_is_gone(office: Office) -> None:
    opened = office.release(text=TEXT)
    version = office.spanish(opened)
    second = office.segments(version)[1]
    at = second.source.text.index(" it serves")
    office.do(cutting.split_segment, second.id, at, at + 1)
    office.edit(opened, "40 villages", "45 small villages")
    office.edit(opened, "The station", "The old station")
    assert [s.source.text for s in office.segments(version)[1:3]] == [
        "The old station opened on Monday;",
        "it serves 45 small villages.",
    ]
    office.edit(opened, "on Monday; it serves", "on Monday for")
    assert office.segments(version)[1].source.text == "The old station opened on Monday for 45 small villages."
    office.edit(opened, "on Monday for", "on Monday; it serves")
    live = [s.source.text for s in office.segments(version) if not s.is_gone]
    assert live[1:3] == ["The old station opened on Monday;", "it serves 45 small villages."]


def test_a_joint_survives_too(office: Office) -> None:
    opened = office.release(text=TEXT)
    version = office.spanish(opened)
    office.do(cutting.merge_with_next, office.segments(version)[2].id)
    office.edit(opened, "on Monday", "on Tuesday")
    assert office.segments(version)[2].source.text == "Nurses work there. It is cold."
    assert office.segments(version)[2].is_done


def test_an_untranslated_half_is_untranslated_and_merging_with_it_makes_a_draft(office: Office) -> None:
    version = office.spanish(office.release(text=TEXT))
    second = office.segments(version)[1]
    first, rest = office.do(cutting.split_segment, second.id, 20, len(second.target)).value
    assert office.segments(version)[2].id == rest
    assert office.segments(version)[2].state is SegmentState.UNTRANSLATED
    office.do(cutting.merge_with_next, first)
    assert office.segments(version)[1].state is SegmentState.DRAFT
    assert office.segments(version)[1].target == second.target


def test_what_cannot_be_cut_or_joined_says_so(office: Office) -> None:
    version = office.spanish(office.release(text=((BlockKind.HEADLINE, "Opens"), (BlockKind.PARAGRAPH, "It is."))))
    for segment in office.segments(version):
        with pytest.raises(BadInputError):
            office.do(cutting.merge_with_next, segment.id)
    with pytest.raises(BadInputError):
        office.do(cutting.split_segment, office.segments(version)[0].id, 2, 2)


def test_undo_keeps_what_was_typed_into_the_halves(office: Office) -> None:
    version = office.spanish(office.release(text=TEXT))
    second = office.segments(version)[1]
    outcome = office.do(cutting.split_segment, second.id, 29, 30)
    rest = outcome.value[1]
    office.do(translating.type_target, rest, RichText.plain("atiende a 40 aldeas"))
    office.undo(outcome)
    assert office.segments(version)[1].target.text.endswith("atiende a 40 aldeas")


deeds = st.lists(st.tuples(st.booleans(), st.integers(0, 20), st.integers(0, 90), st.integers(0, 90)), max_size=5)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(deeds)
def test_any_cuts_and_joints_keep_every_word_and_stand_when_matched_anew(office: Office, done: list[Any]) -> None:
    opened = office.release(text=TEXT)
    version = office.spanish(opened)
    words = _words(office, version)
    kept = {s.id: s.target.text for s in office.segments(version)}
    outcomes = []
    for is_split, number, source_at, target_at in done:
        segments = office.segments(version)
        chosen = segments[number % len(segments)].id
        try:
            if is_split:
                outcomes.append(office.do(cutting.split_segment, chosen, source_at, target_at))
            else:
                outcomes.append(office.do(cutting.merge_with_next, chosen))
        except BadInputError:
            continue
        assert _rematch(office, opened, version) == 0
        missing = ["[Frase", "aún", "sin", "traducir]"]
        assert [w for w in _words(office, version) if w not in missing] == words
    for outcome in reversed(outcomes):
        office.undo(outcome)
    assert {s.id: s.target.text for s in office.segments(version)} == kept
