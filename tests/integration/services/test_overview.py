"""What the workflow puts on somebody's desk."""

from __future__ import annotations

from datetime import timedelta

from desktop.services import approving, plans, workflow
from desktop.services.overview import DeskReason, overview
from tests.integration.services.office import Office


def reasons(office: Office) -> list[tuple[DeskReason, str]]:
    return [(each.reason, each.version.language) for each in office.do(overview).desk]


def test_reviews_void_approvals_and_texts_sent_back_wait_for_the_right_person(office: Office) -> None:
    first, second, third, fourth = (office.release() for _ in range(4))
    target = office.spanish(first)
    office.do(workflow.submit_for_review, target)
    office.do(workflow.submit_for_review, second.source.id, reviewer="Rosa")
    office.do(approving.approve, third.source.id, approver="Rosa")
    office.edit(third, "40 villages", "41 villages")
    office.do(workflow.submit_for_review, fourth.source.id)
    office.do(workflow.send_back, fourth.source.id, note="Check the figure")
    assert reasons(office) == [(DeskReason.VOID, "en"), (DeskReason.REVIEW, "es"), (DeskReason.SENT_BACK, "en")]
    assert office.do(overview).desk[0].approver == "Rosa"
    office.workspace.author = "Rosa"
    assert [each.row.release.id for each in office.do(overview).desk if each.reason is DeskReason.REVIEW] == [
        second.release.id,
        first.release.id,
    ]
    office.workspace.author = "Ana"


def test_a_withdrawn_approval_is_a_review_not_a_void_one(office: Office) -> None:
    opened = office.release()
    office.do(approving.approve, opened.source.id, approver="Ana")
    office.do(approving.withdraw_approval, opened.source.id)
    assert reasons(office) == [(DeskReason.REVIEW, "en")]


def test_overdue_and_due_soon_are_told_until_the_text_left(office: Office) -> None:
    now = office.do(lambda uow: uow.clock.now())
    late, soon, far = (office.release() for _ in range(3))
    for opened, hours in ((late, -30), (soon, 3), (far, 24 * 9)):
        office.do(plans.set_due, opened.release.id, now + timedelta(hours=hours), "UTC")
    assert [each.row.release.id for each in office.do(overview).due] == [late.release.id, soon.release.id]
    office.do(approving.approve, late.source.id, approver="Rosa")
    office.do(workflow.mark_released, late.source.id)
    assert [each.row.release.id for each in office.do(overview).due] == [soon.release.id]
