"""Due hours, planned hours, assignees: undone whole, and never over a newer one that was not seen."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from desktop.domain.errors import BadInputError, ConflictError
from desktop.domain.release import ReleaseStatus
from desktop.services import approving, plans, releases
from tests.integration.services.office import Office

S = ReleaseStatus
FRIDAY, MONDAY = datetime(2026, 5, 29, 15, tzinfo=UTC), datetime(2026, 6, 1, 15, tzinfo=UTC)


def test_a_due_time_comes_goes_and_comes_back(office: Office) -> None:
    opened = office.release()
    done = office.do(plans.set_due, opened.release.id, FRIDAY, "America/Managua")
    assert (done.value.due_at, done.value.due_zone) == (FRIDAY, "America/Managua")
    back = office.undo(done)
    assert (back.value.due_at, back.value.due_zone) == (None, "")
    assert office.undo(back).value.due_at == FRIDAY


def test_a_time_zone_must_exist(office: Office) -> None:
    opened = office.release()
    with pytest.raises(BadInputError, match="not a time zone"):
        office.do(plans.set_due, opened.release.id, FRIDAY, "America/Managuaa")


def test_two_people_never_overwrite_each_others_plan(office: Office) -> None:
    opened = office.release()
    seen = opened.release
    office.do(plans.set_due, opened.release.id, FRIDAY, "UTC", seen=seen)
    for change in (
        lambda uow: plans.set_due(uow, opened.release.id, MONDAY, "UTC", seen=seen),
        lambda uow: (
            plans.assign_release(uow, opened.release.id, "Rosa", seen=seen)
            and releases.set_facts(uow, opened.release.id, type_="statement", number="", seen=opened.release)
            and plans.set_due(uow, opened.release.id, None, "", seen=seen)
        ),
    ):
        with pytest.raises(ConflictError, match="Somebody changed this meanwhile"):
            office.do(change)
    now = office.do(releases.open_release, opened.release.id).release
    assert (now.due_at, now.type, now.assignee) == (FRIDAY, "press-release", ""), "each refused whole"


def test_an_edit_of_the_text_is_no_conflict_for_the_plan(office: Office) -> None:
    opened = office.release()
    office.edit(opened, "40 villages", "41 villages")
    assert office.do(plans.set_due, opened.release.id, FRIDAY, "UTC", seen=opened.release).value.due_at == FRIDAY


def test_an_undo_refuses_over_a_newer_hour(office: Office) -> None:
    opened = office.release()
    first = office.do(plans.set_due, opened.release.id, FRIDAY, "UTC")
    office.do(plans.set_due, opened.release.id, MONDAY, "UTC")
    with pytest.raises(ConflictError, match="changed since"):
        office.undo(first)


def test_planning_a_signed_release_keeps_the_signature(office: Office) -> None:
    opened = office.release()
    target = office.spanish(opened)
    for version_id in (opened.source.id, target):
        office.do(approving.approve, version_id, approver="Rosa")
    planned = office.do(plans.schedule, opened.release.id, FRIDAY, "America/Managua")
    assert planned.value.status is S.SCHEDULED
    assert {v.status for v in office.do(releases.open_release, opened.release.id).versions} == {S.SCHEDULED}
    assert office.undo(planned).value.status is S.APPROVED


def test_one_language_has_its_own_due_time_and_person(office: Office) -> None:
    opened = office.release()
    target = office.spanish(opened)
    due = office.do(plans.set_version_due, target, FRIDAY, "UTC")
    given = office.do(plans.assign, target, "  Luz   Mora ")
    assert (given.value.assignee, given.value.due_at) == ("Luz Mora", FRIDAY)
    assert office.undo(due).value.assignee == "Luz Mora", "only the hour goes back"
