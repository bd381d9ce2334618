"""Moving hours in the planning calendar."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from desktop.domain.errors import BadInputError, ConflictError
from desktop.domain.planning import MomentKind, PlannedMoment
from desktop.domain.release import ReleaseStatus
from desktop.editorial.preflight.reason import SignatureKind
from desktop.services import approving, calendar, plans, releases, signing, workflow
from tests.integration.services.office import Office

FAR = (datetime(2026, 1, 1, tzinfo=UTC), datetime(2028, 1, 1, tzinfo=UTC))
NOON = datetime(2026, 6, 26, 18, tzinfo=UTC)


def moments(office: Office) -> dict[MomentKind, PlannedMoment]:
    return {each.kind: each for each in office.do(calendar.planned, *FAR)}


def test_each_kind_of_hour_moves_to_its_own_place_and_back(office: Office) -> None:
    opened = office.release()
    target = office.spanish(opened)
    office.do(plans.set_due, opened.release.id, NOON, "America/Managua")
    office.do(plans.set_version_due, target, NOON, "America/Managua")
    office.do(plans.schedule, opened.release.id, NOON, "America/Managua")
    office.do(releases.set_embargo, opened.release.id, NOON, "America/Managua")
    for moment in office.do(calendar.planned, *FAR):
        moved = office.do(calendar.move, moment, 3)
        assert moved.value.at == NOON + timedelta(days=3)
        office.undo(moved)
    assert {each.at for each in office.do(calendar.planned, *FAR)} == {NOON}
    assert len(office.do(calendar.planned, *FAR)) == 4


def test_a_dragged_embargo_voids_what_was_signed_and_says_which(office: Office) -> None:
    opened = office.release()
    target = office.spanish(opened)
    office.do(releases.set_embargo, opened.release.id, NOON, "America/Managua")
    for version_id in (opened.source.id, target):
        office.do(approving.approve, version_id, approver="Rosa")
    moved = office.do(calendar.move, moments(office)[MomentKind.EMBARGO], 1)
    assert set(moved.value.voided) == {"en", "es"}
    assert office.do(signing.signature_state, target).kind is SignatureKind.VOID
    office.undo(moved)
    assert office.do(signing.signature_state, target).kind is SignatureKind.VOID
    assert office.do(releases.open_release, opened.release.id).release.status is ReleaseStatus.IN_REVIEW


def test_a_dragged_due_time_voids_nothing(office: Office) -> None:
    opened = office.release()
    office.do(plans.set_due, opened.release.id, NOON, "UTC")
    office.do(approving.approve, opened.source.id, approver="Rosa")
    assert office.do(calendar.move, moments(office)[MomentKind.DUE], 1).value.voided == ()
    assert office.do(signing.signature_state, opened.source.id).kind is SignatureKind.VALID


def test_what_left_stays_where_it_left(office: Office) -> None:
    opened = office.release()
    office.do(approving.approve, opened.source.id, approver="Rosa")
    office.do(workflow.mark_released, opened.source.id)
    with pytest.raises(BadInputError, match="has left"):
        office.do(calendar.move, moments(office)[MomentKind.RELEASED], 1)


def test_a_drag_on_an_older_view_is_refused(office: Office) -> None:
    opened = office.release()
    office.do(plans.set_due, opened.release.id, NOON, "UTC")
    seen = moments(office)[MomentKind.DUE]
    office.do(calendar.move, seen, 5)
    with pytest.raises(ConflictError, match="Somebody changed this meanwhile"):
        office.do(calendar.move, seen, 1)
    assert moments(office)[MomentKind.DUE].at == NOON + timedelta(days=5)


def test_a_release_begun_on_a_day_is_due_at_its_noon(office: Office) -> None:
    made = office.do(calendar.start_release, office.tools, "es", date(2026, 6, 26), "America/Managua")
    found = moments(office)[MomentKind.DUE]
    assert (found.row.release.id, found.at) == (made.value.release.id, NOON)
    assert found.row.release.source_language == "es"
    assert made.value.document.open_gaps()
    office.undo(made)
    assert office.do(calendar.planned, *FAR) == ()
