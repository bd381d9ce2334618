"""Who has a release and until when: assignee, due hour, planned hour. Each a deed that can be taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from desktop.domain.changes import RELEASE, VERSION, Change, ChangeSet, Deed, Outcome
from desktop.domain.errors import BadInputError, ConflictError
from desktop.domain.ports import UnitOfWork
from desktop.domain.release import Release, Version
from desktop.editorial.workflow import Step, after, is_allowed
from desktop.i18n import _
from desktop.services.seen import refuse_unseen
from desktop.services.signing import log_step, settle_release


def set_due(
    uow: UnitOfWork, release_id: str, at: datetime | None, zone: str, *, seen: Release | None = None
) -> Outcome[Release]:
    """Say until when a release has to be ready, or nothing with ``None``. ``seen``: see :func:`refuse_unseen`."""
    _refuse_odd_zone(at, zone)
    fields = {"due_at": at, "due_zone": zone if at else ""}
    return _change_release(uow, release_id, _("Set due time"), fields, seen)


def set_version_due(
    uow: UnitOfWork, version_id: str, at: datetime | None, zone: str, *, seen: Version | None = None
) -> Outcome[Version]:
    """Say until when one language has to be ready."""
    _refuse_odd_zone(at, zone)
    fields = {"due_at": at, "due_zone": zone if at else ""}
    return _change_version(uow, version_id, _("Set due time"), fields, seen)


def assign(uow: UnitOfWork, version_id: str, name: str, *, seen: Version | None = None) -> Outcome[Version]:
    """Say who has a version on the desk; an empty name: nobody."""
    return _change_version(uow, version_id, _("Assign"), {"assignee": " ".join(name.split())}, seen)


def assign_release(uow: UnitOfWork, release_id: str, name: str, *, seen: Release | None = None) -> Outcome[Release]:
    """Say who looks after a release."""
    return _change_release(uow, release_id, _("Assign"), {"assignee": " ".join(name.split())}, seen)


def schedule(
    uow: UnitOfWork, release_id: str, at: datetime | None, zone: str, *, seen: Release | None = None
) -> Outcome[Release]:
    """Say when a release is planned to leave. The text is the same: approvals stay, and versions wait for the hour."""
    _refuse_odd_zone(at, zone)
    fields = {"scheduled_at": at, "scheduled_zone": zone if at else ""}
    return _change_release(uow, release_id, _("Plan release"), fields, seen)


def _refuse_odd_zone(at: datetime | None, zone: str) -> None:
    if at is None:
        return
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise BadInputError(
            _("“{zone}” is not a time zone.").format(zone=zone), advice=_("Give one such as America/Managua.")
        ) from None


def _change_release(
    uow: UnitOfWork, release_id: str, label: str, fields: dict[str, Any], seen: Release | None = None
) -> Outcome[Release]:
    before = uow.releases.get(release_id)
    refuse_unseen(before, seen, fields)
    saved = uow.releases.put(replace(before, **fields))
    changes = ChangeSet.of(Change(RELEASE, saved.id)) | _settle_signed(uow, saved)
    earlier = {name: getattr(before, name) for name in fields}

    def back(unit: UnitOfWork) -> Outcome[Release]:
        _refuse_changed(unit.releases.get(saved.id), fields)
        return _change_release(unit, saved.id, label, earlier)

    return Outcome(uow.releases.get(saved.id), changes, Deed(label, back))


def _settle_signed(uow: UnitOfWork, release: Release) -> ChangeSet:
    """Signed versions wait for another hour now."""
    changes = ChangeSet()
    for version in uow.releases.versions(release.id):
        if not is_allowed(Step.PLAN, version.status):
            continue
        status = after(Step.PLAN, release, uow.clock.now())
        if status is not version.status:
            moved = uow.releases.put_version(replace(version, status=status))
            log_step(uow, Step.PLAN, version, moved)
            changes |= ChangeSet.of(Change(VERSION, version.id, release.id))
    if changes:
        settle_release(uow, release.id)
    return changes


def _change_version(
    uow: UnitOfWork, version_id: str, label: str, fields: dict[str, Any], seen: Version | None = None
) -> Outcome[Version]:
    before = uow.releases.version(version_id)
    refuse_unseen(before, seen, fields)
    saved = uow.releases.put_version(replace(before, **fields))
    changes = ChangeSet.of(Change(VERSION, saved.id, saved.release_id), Change(RELEASE, saved.release_id))
    earlier = {name: getattr(before, name) for name in fields}

    def back(unit: UnitOfWork) -> Outcome[Version]:
        _refuse_changed(unit.releases.version(saved.id), fields)
        return _change_version(unit, saved.id, label, earlier)

    return Outcome(saved, changes, Deed(label, back))


def _refuse_changed(current: Release | Version, fields: dict[str, Any]) -> None:
    if any(getattr(current, name) != value for name, value in fields.items()):
        raise ConflictError(_("It was changed since; nothing was undone."), kept=_("The newer state was kept."))
