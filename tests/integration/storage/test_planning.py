"""The calendar's hours, what waits for whom, and the log, on both databases."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from desktop.domain.planning import MomentKind
from desktop.domain.release import Approval, NoticeKind, ReleaseStatus, StatusChange
from desktop.storage.workspace import Workspace
from tests.integration.storage.desk import put_release, put_target

MAY = datetime(2026, 5, 26, 12, tzinfo=UTC)
DAY = timedelta(days=1)


def test_releases_and_versions_keep_all_their_fields(workspace: Workspace) -> None:
    with workspace.unit_of_work() as unit:
        release, version, _document = put_release(unit, "one")
        notice, _v, _d = put_release(unit, "two", title="Correction")
        full = replace(
            release,
            assignee="Rosa",
            due_at=MAY,
            due_zone="America/Managua",
            scheduled_at=MAY + DAY,
            scheduled_zone="Europe/Madrid",
            released_at=MAY + 2 * DAY,
        )
        saved = unit.releases.put(full)
        about = unit.releases.put(replace(notice, corrects_id=release.id, notice=NoticeKind.WITHDRAWAL))
        kept = unit.releases.put_version(
            replace(version, assignee="Luz", due_at=MAY, due_zone="UTC", note="Ask", released_at=MAY)
        )
    with workspace.unit_of_work() as unit:
        assert unit.releases.get(release.id) == saved
        assert replace(saved, rev=full.rev, updated_at=full.updated_at) == full
        assert unit.releases.get(about.id).notice is NoticeKind.WITHDRAWAL
        assert unit.releases.get(about.id).corrects_id == release.id
        assert unit.releases.version(version.id) == kept
        assert (kept.assignee, kept.due_zone, kept.note, kept.released_at) == ("Luz", "UTC", "Ask", MAY)


def test_the_calendar_answers_a_range_and_nothing_else(workspace: Workspace) -> None:
    with workspace.unit_of_work() as unit:
        release, _version, document = put_release(unit, "one")
        target, _segments = put_target(unit, release, document)
        unit.releases.put(
            replace(
                release,
                due_at=MAY,
                due_zone="UTC",
                embargo_at=MAY + DAY,
                embargo_zone="America/Managua",
                scheduled_at=MAY + 2 * DAY,
                scheduled_zone="UTC",
                released_at=MAY + 3 * DAY,
            )
        )
        unit.releases.put_version(replace(unit.releases.version(target.id), due_at=MAY + DAY, due_zone="UTC"))
        gone, _v, _d = put_release(unit, "two", title="Removed")
        unit.releases.put(replace(gone, due_at=MAY))
        unit.releases.remove(gone.id)
    with workspace.unit_of_work() as unit:
        every = unit.planning.between(MAY, MAY + 4 * DAY)
        assert [(each.kind, each.language) for each in every] == [
            (MomentKind.DUE, ""),
            (MomentKind.DUE, "es"),
            (MomentKind.EMBARGO, ""),
            (MomentKind.SCHEDULED, ""),
            (MomentKind.RELEASED, ""),
        ]
        assert every[2].zone == "America/Managua"
        assert {version.language for version in every[0].row.versions} == {"en", "es"}
        assert every[0].at == MAY
        inside = unit.planning.between(MAY + DAY, MAY + 2 * DAY)
        assert [each.kind for each in inside] == [MomentKind.DUE, MomentKind.EMBARGO], "the end is not included"
        assert unit.planning.between(MAY - 9 * DAY, MAY) == ()


def test_what_waits_in_a_status_comes_with_its_versions(workspace: Workspace) -> None:
    with workspace.unit_of_work() as unit:
        first, version, document = put_release(unit, "one", title="First")
        put_target(unit, first, document)
        second, other, _d = put_release(unit, "two", title="Second")
        for each in (version, other):
            unit.releases.put_version(replace(each, status=ReleaseStatus.IN_REVIEW))
        unit.releases.put(replace(unit.releases.get(first.id), title="First, changed"))
        unit.releases.remove(second.id)
    with workspace.unit_of_work() as unit:
        (row,) = unit.planning.with_versions_in(ReleaseStatus.IN_REVIEW)
        assert row.release.title == "First, changed"
        assert len(row.versions) == 2
        assert unit.planning.with_versions_in(ReleaseStatus.WITHDRAWN) == ()


def test_the_log_and_the_names_of_everybody(workspace: Workspace) -> None:
    with workspace.unit_of_work() as unit:
        release, version, _document = put_release(unit, "one")
        unit.releases.put(replace(release, owner="Ágata", assignee="rosa"))
        for number, deed in enumerate(("submit", "approve")):
            step = StatusChange(
                unit.ids.new(),
                release.id,
                version.id,
                deed,
                ReleaseStatus.DRAFT,
                ReleaseStatus.IN_REVIEW,
                "Luz",
                MAY + number * DAY,
                "note",
            )
            unit.planning.add_step(step)
    with workspace.unit_of_work() as unit:
        assert [each.deed for each in unit.planning.steps(release.id)] == ["approve", "submit"]
        assert unit.planning.steps(release.id)[1].at == MAY
        assert set(unit.planning.names()) == {"Ágata", "Luz", "rosa"}
        assert unit.planning.last_author(version.id) == "Ana"


def test_a_voided_signature_is_not_living(workspace: Workspace) -> None:
    with workspace.unit_of_work() as unit:
        release, version, document = put_release(unit, "one")
        kept = unit.revisions.add(version.id, document, label="", author="")
        assert kept is not None
        approval = Approval(unit.ids.new(), version.id, kept.content_hash, "Rosa", MAY, "n", '{"a":1}', kept.id, True)
        unit.releases.put_approval(approval)
        assert unit.releases.living_approvals(release.id) == (approval,)
        unit.releases.void_approval(approval.id, MAY, "text")
    with workspace.unit_of_work() as unit:
        assert unit.releases.living_approvals(release.id) == ()
        assert unit.releases.approvals(version.id) == (replace(approval, voided_at=MAY, void_reason="text"),)
        unit.releases.void_approval(approval.id, None, "")
        assert unit.releases.living_approvals(release.id) == (approval,)
