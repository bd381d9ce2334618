"""Approval means exactly this text: one later comma voids it, whoever makes it and wherever."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from desktop.domain.errors import BadInputError, ConflictError
from desktop.domain.release import ReleaseStatus, Version
from desktop.domain.richtext import RichText
from desktop.editorial.preflight.reason import SignatureKind
from desktop.services import (
    approving,
    exporting,
    preflight,
    releases,
    signing,
    translating,
    workflow,
)
from desktop.services import (
    office as settings,
)
from desktop.services.preflight import NotReadyError
from desktop.services.releases import OpenRelease
from tests.integration.services.office import Office

S = ReleaseStatus
NOON = datetime(2026, 6, 26, 18, 0, tzinfo=UTC)


def version(office: Office, version_id: str) -> Version:
    return office.do(lambda uow: uow.releases.version(version_id))


def kind(office: Office, version_id: str) -> SignatureKind:
    return office.do(signing.signature_state, version_id).kind


def signed(office: Office) -> OpenRelease:
    opened = office.release()
    office.do(approving.approve, opened.source.id, approver="Rosa")
    return opened


def export_of(office: Office, opened: OpenRelease, language: str = "en") -> tuple[str, str]:
    export = office.do(exporting.gather_export, opened.release.id, language, "txt")
    return export.suggested_name, export.content().decode()


def test_an_approved_text_leaves_without_draft_until_a_comma_changes(office: Office) -> None:
    opened = office.release()
    name, text = export_of(office, opened)
    assert name.startswith("DRAFT-")
    assert "DRAFT" in text
    office.do(approving.approve, opened.source.id, approver="Rosa")
    name, text = export_of(office, opened)
    assert "DRAFT" not in name
    assert "DRAFT" not in text
    assert version(office, opened.source.id).status is S.APPROVED

    office.edit(opened, "on Monday.", "on Monday,")
    name, text = export_of(office, opened)
    assert name.startswith("DRAFT-")
    assert "DRAFT" in text
    assert kind(office, opened.source.id) is SignatureKind.VOID
    assert version(office, opened.source.id).status is S.IN_REVIEW

    office.edit(opened, "on Monday,", "on Monday.")
    assert kind(office, opened.source.id) is SignatureKind.VOID, "putting the text back does not sign it"
    office.do(approving.approve, opened.source.id, approver="Rosa")
    assert "DRAFT" not in export_of(office, opened)[0]


def test_the_signature_points_at_an_unchangeable_copy(office: Office) -> None:
    opened = signed(office)
    office.edit(opened, "40 villages", "41 villages")
    (approval,) = office.do(lambda uow: uow.releases.approvals(opened.source.id))
    assert approval.revision_id is not None
    kept = office.do(lambda uow: uow.revisions.get(approval.revision_id or ""))
    assert kept.document.content_hash() == approval.content_hash
    assert "40 villages" in kept.document.plain_text
    assert approval.voided_at is not None


def test_the_embargo_the_number_and_the_type_are_signed_too(office: Office) -> None:
    for change in (
        lambda uow, i: releases.set_embargo(uow, i, NOON, "America/Managua"),
        lambda uow, i: releases.set_facts(uow, i, type_="press-release", number="2026/7"),
        lambda uow, i: releases.set_facts(uow, i, type_="statement", number=""),
    ):
        opened = signed(office)
        outcome = office.do(change, opened.release.id)
        assert kind(office, opened.source.id) is SignatureKind.VOID
        assert outcome.changes.under("version", opened.release.id) == {opened.source.id}
        office.undo(outcome)
        assert kind(office, opened.source.id) is SignatureKind.VOID, "undo of the change does not sign"


def test_the_name_of_the_office_is_letterhead_not_text(office: Office) -> None:
    opened = signed(office)
    office.do(settings.set_setting, settings.ORGANISATION, "IOM")
    assert kind(office, opened.source.id) is SignatureKind.VALID


def test_a_translation_is_signed_by_itself_and_voided_by_its_own_words(office: Office) -> None:
    opened = office.release()
    target = office.spanish(opened)
    office.do(approving.approve, target, approver="Rosa")
    assert kind(office, target) is SignatureKind.VALID
    assert version(office, opened.source.id).status is S.DRAFT
    assert office.do(releases.open_release, opened.release.id).release.status is S.IN_REVIEW
    segment = office.segments(target)[1]
    office.do(translating.type_target, segment.id, RichText("Otra cosa."))
    assert kind(office, target) is SignatureKind.VOID


def test_a_source_that_moves_on_makes_the_signed_translation_stale_and_back_fresh(office: Office) -> None:
    opened = office.release()
    target = office.spanish(opened)
    office.do(approving.approve, target, approver="Rosa")
    assert "BORRADOR" not in export_of(office, opened, "es")[0]
    office.edit(opened, "40 villages", "41 villages")
    assert kind(office, target) is SignatureKind.STALE
    assert export_of(office, opened, "es")[0].startswith("BORRADOR-")
    with pytest.raises(NotReadyError):
        office.do(workflow.mark_released, target)
    office.edit(opened, "41 villages", "40 villages")
    assert kind(office, target) is SignatureKind.VALID, "promise 2: the word is back, the translation fresh"


def test_stale_and_unconfirmed_sentences_refuse_the_signature_by_name(office: Office) -> None:
    opened = office.release()
    target = office.spanish(opened, is_filled=False)
    with pytest.raises(NotReadyError, match="Spanish cannot be approved yet: 4 things block") as refused:
        office.do(approving.approve, target, approver="Rosa")
    assert "Nurses work there at night." in refused.value.one_line()
    assert version(office, target).status is S.DRAFT
    assert office.do(lambda uow: uow.releases.approvals(target)) == ()


def test_a_two_column_export_needs_both_signatures(office: Office) -> None:
    opened = office.release()
    target = office.spanish(opened)
    office.do(approving.approve, target, approver="Rosa")
    assert "BORRADOR" in office.do(exporting.gather_export, opened.release.id, "es", "two-column-docx").suggested_name
    office.do(approving.approve, opened.source.id, approver="Rosa")
    name = office.do(exporting.gather_export, opened.release.id, "es", "two-column-docx").suggested_name
    assert "BORRADOR" not in name


def test_an_approval_needs_a_name_and_the_text_that_was_read(office: Office) -> None:
    opened = office.release()
    with pytest.raises(BadInputError, match="name"):
        office.do(approving.approve, opened.source.id, approver="  ")
    seen = opened.document.content_hash()
    office.edit(opened, "40 villages", "41 villages")
    with pytest.raises(ConflictError, match="while you were reading"):
        office.do(approving.approve, opened.source.id, approver="Rosa", seen_hash=seen)
    assert kind(office, opened.source.id) is SignatureKind.NONE


def test_somebody_else_is_suggested_and_ones_own_text_is_recorded(office: Office) -> None:
    opened = office.release()
    office.do(workflow.submit_for_review, opened.source.id, reviewer="Rosa Díaz")
    who = office.do(approving.signing_of, opened.source.id)
    assert (who.suggested, who.last_author) == ("Rosa Díaz", "Ana")
    assert {"Ana", "Rosa Díaz"} <= set(who.names)
    assert who.is_own_text(" ana ")
    assert office.do(approving.approve, opened.source.id, approver="Ana").value.is_own_text


def test_approve_and_withdraw_are_undone_and_done_again(office: Office) -> None:
    opened = office.release()
    done = office.do(approving.approve, opened.source.id, approver="Rosa")
    back = office.undo(done)
    assert (version(office, opened.source.id).status, kind(office, opened.source.id)) == (S.DRAFT, SignatureKind.NONE)
    office.undo(back)
    assert (version(office, opened.source.id).status, kind(office, opened.source.id)) == (
        S.APPROVED,
        SignatureKind.VALID,
    )
    withdrawn = office.do(approving.withdraw_approval, opened.source.id, note="A doubt")
    assert version(office, opened.source.id).status is S.IN_REVIEW
    assert kind(office, opened.source.id) is SignatureKind.NONE
    office.edit(opened, "40 villages", "41 villages")
    with pytest.raises(ConflictError, match="does not come back"):
        office.undo(withdrawn)
    assert version(office, opened.source.id).status is S.IN_REVIEW, "refused whole"


def test_an_embargoed_text_says_so_and_waits(office: Office) -> None:
    opened = office.release()
    office.do(releases.set_embargo, opened.release.id, NOON, "America/Managua")
    office.do(approving.approve, opened.source.id, approver="Rosa")
    assert version(office, opened.source.id).status is S.EMBARGOED
    name, text = export_of(office, opened)
    assert name.startswith("EMBARGO-2026-06-26-1200-")
    assert "EMBARGOED until 26 June 2026, 12:00 (Managua, UTC-6)" in text
    with pytest.raises(BadInputError, match="embargo has not ended"):
        office.do(workflow.mark_released, opened.source.id)
    office.do(workflow.mark_released, opened.source.id, note="Agreed with the ministry")
    assert "EMBARGO" not in export_of(office, opened)[0]
    assert office.do(workflow.log_of, opened.release.id)[0].note == "Agreed with the ministry"


def test_review_back_and_out_with_undo_and_a_log(office: Office) -> None:
    opened = office.release()
    sent = office.do(workflow.submit_for_review, opened.source.id, reviewer="Rosa", note="Please by noon")
    assert (sent.value[0].status, sent.value[0].assignee, sent.value[0].note) == (S.IN_REVIEW, "Rosa", "Please by noon")
    with pytest.raises(BadInputError, match="in review already"):
        office.do(workflow.submit_for_review, opened.source.id)
    with pytest.raises(BadInputError, match="what is to be changed"):
        office.do(workflow.send_back, opened.source.id, note=" ")
    back = office.do(workflow.send_back, opened.source.id, note="Check the figure")
    assert (back.value[0].status, back.value[0].assignee, back.value[0].note) == (S.DRAFT, "Ana", "Check the figure")
    again = office.undo(back)
    assert version(office, opened.source.id).status is S.IN_REVIEW
    office.undo(again)
    assert version(office, opened.source.id).note == "Check the figure"
    with pytest.raises(BadInputError, match="not approved yet"):
        office.do(workflow.mark_released, opened.source.id)
    office.do(approving.approve, opened.source.id, approver="Rosa")
    out = office.do(workflow.mark_released, opened.source.id)
    assert out.value[0].released_at is not None
    release = office.do(releases.open_release, opened.release.id).release
    assert (release.status, release.released_at) == (S.RELEASED, out.value[0].released_at)
    office.undo(out)
    release = office.do(releases.open_release, opened.release.id).release
    assert (release.status, release.released_at) == (S.APPROVED, None)
    deeds = [step.deed for step in office.do(workflow.log_of, opened.release.id)]
    assert deeds == ["undo", "release", "approve", "undo", "undo", "send-back", "submit"]


def test_an_undo_refuses_where_the_text_went_on(office: Office) -> None:
    opened = office.release()
    sent = office.do(workflow.submit_for_review, opened.source.id)
    office.do(approving.approve, opened.source.id, approver="Rosa")
    with pytest.raises(ConflictError, match="went on its way"):
        office.undo(sent)
    assert version(office, opened.source.id).status is S.APPROVED


def test_a_text_changed_after_it_left_stays_released_and_says_so(office: Office) -> None:
    opened = signed(office)
    office.do(workflow.mark_released, opened.source.id)
    office.edit(opened, "40 villages", "41 villages")
    seen = office.do(preflight.readiness, opened.source.id)
    assert seen.version.status is S.RELEASED
    assert "after it left" in seen.blocking()[0].sentence
    assert export_of(office, opened)[0].startswith("DRAFT-")
