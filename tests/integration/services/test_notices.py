"""Correction and withdrawal notices, made from the release in every language that left."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.domain.document import BlockKind, Document
from desktop.domain.edits import PutBlock
from desktop.domain.errors import BadInputError
from desktop.domain.release import NoticeKind, ReleaseStatus
from desktop.domain.richtext import MarkKind, RichText
from desktop.domain.segment import SegmentState
from desktop.services import approving, drafting, notices, releases, signing, translating, workflow
from desktop.services.preflight import NotReadyError
from desktop.services.releases import OpenRelease
from tests.integration.services.office import Office

S = ReleaseStatus


def sent(office: Office) -> tuple[OpenRelease, str]:
    """A release that left in English and Spanish."""
    opened = office.release()
    target = office.spanish(opened)
    for version_id in (opened.source.id, target):
        office.do(approving.approve, version_id, approver="Rosa")
        office.do(workflow.mark_released, version_id)
    return opened, target


def texts(document: Document) -> list[str]:
    return [block.text.text for block in document]


def test_only_what_left_is_corrected(office: Office) -> None:
    opened = office.release()
    with pytest.raises(BadInputError, match="has not left yet"):
        office.do(notices.make_notice, office.tools, opened.release.id, NoticeKind.CORRECTION)


def test_a_correction_says_was_and_now_in_both_languages(office: Office) -> None:
    opened, target = sent(office)
    office.edit(opened, "40 villages", "41 villages")
    changed = next(each for each in office.segments(target) if "41 villages" in each.source.text)
    fixed = RichText(changed.target.text.replace("40 villages", "41 villages"))
    office.do(translating.confirm_segment, changed.id, fixed)

    made = office.do(notices.make_notice, office.tools, opened.release.id, NoticeKind.CORRECTION).value
    assert (made.release.corrects_id, made.release.notice) == (opened.release.id, NoticeKind.CORRECTION)
    lines = texts(made.document)
    assert lines[0] == "Correction: Coast guard opens rescue station"
    assert lines[1] == "This corrects “Coast guard opens rescue station”, released on 26 May 2026."
    assert lines[3] == "Was: The station opened on Monday. It serves 40 villages."
    assert lines[4] == "Now: The station opened on Monday. It serves 41 villages."
    strong = [
        block.text.text[mark.start : mark.end]
        for block in made.document.blocks[3:5]
        for mark in block.text.marks_of(MarkKind.STRONG)
    ]
    assert strong == ["40", "41"]
    assert "Nurses work there at night." in lines, "the corrected text stands below"

    spanish = made.version_in("es")
    assert spanish is not None
    document = office.do(signing.text_to_sign, spanish.id).document
    says = texts(document)
    assert says[0] == "Corrección: «Coast guard opens rescue station»"
    assert says[1].startswith("Esta nota corrige")
    assert "26 de mayo de 2026" in says[1]
    assert says[3] == "Decía: «The station opened on Monday.» «It serves 40 villages.»"
    assert says[4] == "Debe decir: «The station opened on Monday.» «It serves 41 villages.»"
    assert spanish.progress.waiting == 0
    assert {each.state for each in office.segments(spanish.id)} == {SegmentState.TRANSLATED}


def test_the_notice_goes_the_same_way_and_marks_the_release_when_it_leaves(office: Office) -> None:
    opened, target = sent(office)
    office.edit(opened, "40 villages", "41 villages")
    made = office.do(notices.make_notice, office.tools, opened.release.id, NoticeKind.CORRECTION).value
    with pytest.raises(BadInputError, match="not approved yet"):
        office.do(workflow.mark_released, made.source.id)
    office.do(approving.approve, made.source.id, approver="Rosa")
    before = office.do(releases.open_release, opened.release.id).release.status
    done = office.do(workflow.mark_released, made.source.id)
    about = office.do(releases.open_release, opened.release.id)
    assert before is S.RELEASED
    assert about.source.status is S.CORRECTED
    assert office.do(lambda uow: uow.releases.version(target)).status is S.RELEASED, "its own notice has not left"
    assert next(step.deed for step in office.do(workflow.log_of, opened.release.id)) == "correct"
    office.undo(done)
    assert office.do(releases.open_release, opened.release.id).source.status is S.RELEASED
    (found,) = office.do(notices.notices_about, opened.release.id)
    assert found.release.id == made.release.id


def test_without_a_change_the_correction_has_a_gap_that_refuses_the_signature(office: Office) -> None:
    opened, _target = sent(office)
    made = office.do(notices.make_notice, office.tools, opened.release.id, NoticeKind.CORRECTION).value
    with pytest.raises(NotReadyError, match="1 thing blocks"):
        office.do(approving.approve, made.source.id, approver="Rosa")


def test_a_withdrawal_asks_for_the_reason_and_withdraws(office: Office) -> None:
    opened, _target = sent(office)
    outcome = office.do(notices.make_notice, office.tools, opened.release.id, NoticeKind.WITHDRAWAL)
    made = outcome.value
    assert texts(made.document)[0] == "Withdrawal: Coast guard opens rescue station"
    assert "40 villages" not in made.document.plain_text, "the withdrawn text is not repeated"
    gap = made.document.blocks[2]
    assert made.document.open_gaps() == ((gap.id, "reason"),)
    written = PutBlock(replace(gap, text=RichText.plain("The figures were wrong.")), made.document.blocks[1].id)
    office.do(drafting.save_edits, office.tools, made.source.id, [written])
    office.do(approving.approve, made.source.id, approver="Rosa")
    office.do(workflow.mark_released, made.source.id)
    assert office.do(releases.open_release, opened.release.id).source.status is S.WITHDRAWN
    with pytest.raises(BadInputError, match="withdrawn already"):
        office.do(notices.make_notice, office.tools, opened.release.id, NoticeKind.WITHDRAWAL)


def test_a_notice_is_taken_back(office: Office) -> None:
    opened, _target = sent(office)
    outcome = office.do(notices.make_notice, office.tools, opened.release.id, NoticeKind.CORRECTION)
    office.undo(outcome)
    assert office.do(notices.notices_about, opened.release.id) == ()


def test_the_story_of_a_block_that_came_and_one_that_went(office: Office) -> None:
    opened, _target = sent(office)
    blocks = {block.kind: block for block in opened.document}
    office.edit(opened, blocks[BlockKind.PARAGRAPH].text.text, " ")
    made = office.do(notices.make_notice, office.tools, opened.release.id, NoticeKind.CORRECTION).value
    lines = texts(made.document)
    assert "Was: Nurses work there at night." in lines
    assert not any(line.startswith("Now: ") for line in lines)
