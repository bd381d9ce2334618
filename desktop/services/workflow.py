"""The way of a text from one desk to the next: review, back, out. Signing is in :mod:`desktop.services.approving`."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from desktop.domain.changes import Outcome
from desktop.domain.errors import BadInputError
from desktop.domain.ports import UnitOfWork
from desktop.domain.release import NoticeKind, Release, ReleaseStatus, StatusChange, Version
from desktop.editorial.preflight.reason import Gate
from desktop.editorial.workflow import Step, after, is_allowed
from desktop.i18n import _
from desktop.services.language_words import inside, named
from desktop.services.preflight import NotReadyError, readiness, things_block
from desktop.services.steps import Move, refuse_unless_allowed, take


def submit_for_review(
    uow: UnitOfWork, version_id: str, *, reviewer: str = "", note: str = ""
) -> Outcome[tuple[Version, ...]]:
    """Give a draft to a reviewer (or to whoever reviews here), with a note for that person."""
    version = uow.releases.version(version_id)
    refuse_unless_allowed(Step.SUBMIT, version)
    moved = replace(version, status=ReleaseStatus.IN_REVIEW, assignee=" ".join(reviewer.split()), note=note.strip())
    label = _("Send {language} for review").format(language=inside(version.language))
    return take(uow, Step.SUBMIT, [Move(version, moved)], label, note=note.strip())


def send_back(uow: UnitOfWork, version_id: str, *, note: str) -> Outcome[tuple[Version, ...]]:
    """Give a version back to who wrote it, with a note that says why. A signature on it becomes worthless."""
    said = note.strip()
    if not said:
        raise BadInputError(_("Say in the note what is to be changed."), kept=_("Nothing was changed."))
    version = uow.releases.version(version_id)
    refuse_unless_allowed(Step.SEND_BACK, version)
    if is_allowed(Step.WITHDRAW_APPROVAL, version.status):
        raise BadInputError(
            _("It is approved."), kept=_("Nothing was changed."), advice=_("Withdraw the approval first.")
        )
    writer = uow.releases.get(version.release_id).owner
    moved = replace(version, status=ReleaseStatus.DRAFT, assignee=writer, note=said)
    label = _("Send {language} back").format(language=inside(version.language))
    return take(uow, Step.SEND_BACK, [Move(version, moved)], label, note=said)


def mark_released(uow: UnitOfWork, version_id: str, *, note: str = "") -> Outcome[tuple[Version, ...]]:
    """Record that a signed version left. A notice marks the release it is about as corrected or withdrawn.

    Raises NotReadyError with everything that blocks; before the embargo ends, BadInputError without a ``note`` that says
    who agreed. Sending itself does the same (a later room); this is the record of what left by other ways.
    """
    version = uow.releases.version(version_id)
    refuse_unless_allowed(Step.RELEASE, version)
    seen = readiness(uow, version_id)
    blocked = seen.blocking(Gate.LEAVING)
    if blocked:
        raise NotReadyError(
            _("{language} cannot leave yet: {count}.").format(
                language=named(version.language), count=things_block(len(blocked))
            ),
            blocked,
            kept=_("Nothing was changed."),
        )
    now = uow.clock.now()
    embargo_at = seen.release.embargo_at
    if embargo_at is not None and embargo_at > now and not note.strip():
        raise BadInputError(
            _("The embargo has not ended yet."),
            kept=_("Nothing was changed."),
            advice=_("Say in the note who agreed that it leaves before."),
        )
    moved = replace(version, status=ReleaseStatus.RELEASED, released_at=now, assignee="", note="")
    label = _("Mark {language} as released").format(language=inside(version.language))
    moves = [Move(version, moved), *_moves_of_original(uow, seen.release, version.language, now)]
    return take(uow, Step.RELEASE, moves, label, note=note.strip())


def _moves_of_original(uow: UnitOfWork, notice: Release, language: str, now: datetime) -> list[Move]:
    """What a notice does to the release it is about, in its own language."""
    if notice.corrects_id is None or notice.notice is None:
        return []
    step = Step.CORRECT if notice.notice is NoticeKind.CORRECTION else Step.WITHDRAW
    return [
        Move(version, replace(version, status=after(step, notice, now)), step)
        for version in uow.releases.versions(notice.corrects_id)
        if version.language == language and is_allowed(step, version.status)
    ]


def log_of(uow: UnitOfWork, release_id: str, *, limit: int = 100) -> tuple[StatusChange, ...]:
    """Every step of a release's versions, newest first."""
    return uow.planning.steps(uow.releases.get(release_id).id, limit)
