"""The way of a text: which step is allowed from where, where it leads, and why another one is not.

    draft → in review → approved → embargoed or scheduled → released → corrected or withdrawn

A version walks it; where the release stands follows from its versions (:func:`release_status`).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum

from desktop.domain.release import Release, ReleaseStatus
from desktop.i18n import _


class Step(StrEnum):
    """What can happen to a version. The values are stored in the log."""

    SUBMIT = "submit"
    SEND_BACK = "send-back"
    APPROVE = "approve"
    WITHDRAW_APPROVAL = "withdraw-approval"
    VOID = "void"
    PLAN = "plan"
    RELEASE = "release"
    CORRECT = "correct"
    WITHDRAW = "withdraw"
    UNDO = "undo"


#: Somebody signed the text, and it has not left.
SIGNED = frozenset({ReleaseStatus.APPROVED, ReleaseStatus.EMBARGOED, ReleaseStatus.SCHEDULED})
#: The text is outside; it cannot be called back, only corrected or withdrawn by a notice.
LEFT = frozenset({ReleaseStatus.RELEASED, ReleaseStatus.CORRECTED, ReleaseStatus.WITHDRAWN})

#: Why a signature is worth nothing: the reason stored where the approver took it away, not a change of the text.
WITHDRAWN = "withdrawn"

_FROM: dict[Step, frozenset[ReleaseStatus]] = {
    Step.SUBMIT: frozenset({ReleaseStatus.DRAFT}),
    Step.SEND_BACK: frozenset({ReleaseStatus.IN_REVIEW, *SIGNED}),
    Step.APPROVE: frozenset({ReleaseStatus.DRAFT, ReleaseStatus.IN_REVIEW}),
    Step.WITHDRAW_APPROVAL: SIGNED,
    Step.VOID: SIGNED,
    Step.PLAN: SIGNED,
    Step.RELEASE: SIGNED,
    Step.CORRECT: frozenset({ReleaseStatus.RELEASED, ReleaseStatus.CORRECTED}),
    Step.WITHDRAW: frozenset({ReleaseStatus.RELEASED, ReleaseStatus.CORRECTED}),
}
_TO: dict[Step, ReleaseStatus] = {
    Step.SUBMIT: ReleaseStatus.IN_REVIEW,
    Step.SEND_BACK: ReleaseStatus.DRAFT,
    Step.WITHDRAW_APPROVAL: ReleaseStatus.IN_REVIEW,
    Step.VOID: ReleaseStatus.IN_REVIEW,
    Step.RELEASE: ReleaseStatus.RELEASED,
    Step.CORRECT: ReleaseStatus.CORRECTED,
    Step.WITHDRAW: ReleaseStatus.WITHDRAWN,
}


def is_allowed(step: Step, status: ReleaseStatus) -> bool:
    """Whether a version that stands there may take this step."""
    return status in _FROM.get(step, frozenset())


def allowed(status: ReleaseStatus) -> tuple[Step, ...]:
    """All steps from there, in the order of the way."""
    return tuple(step for step in Step if is_allowed(step, status))


def why_not(step: Step, status: ReleaseStatus) -> str:
    """Why a step is not possible from there, in one sentence; empty where it is."""
    if is_allowed(step, status):
        return ""
    if status in LEFT:
        return _why_not_outside(step, status)
    if step in (Step.CORRECT, Step.WITHDRAW):
        return _("It has not left yet: change the text itself.")
    if step in (Step.WITHDRAW_APPROVAL, Step.VOID, Step.PLAN, Step.RELEASE):
        return _("It is not approved yet.")
    if step is Step.SEND_BACK:
        return _("It is a draft: nobody is reviewing it.")
    return _("It is in review already.") if status is ReleaseStatus.IN_REVIEW else _("It is approved already.")


def _why_not_outside(step: Step, status: ReleaseStatus) -> str:
    if status is ReleaseStatus.WITHDRAWN:
        return _("It is withdrawn already.")
    if step is Step.RELEASE:
        return _("It is marked as released already.")
    return _("It has left already; make a correction instead.")


def after(step: Step, release: Release, now: datetime) -> ReleaseStatus:
    """Where a step leads. A signed text waits for its embargo first, then for its planned hour."""
    if step in _TO:
        return _TO[step]
    if release.embargo_at is not None and release.embargo_at > now:
        return ReleaseStatus.EMBARGOED
    if release.scheduled_at is not None and release.scheduled_at > now:
        return ReleaseStatus.SCHEDULED
    return ReleaseStatus.APPROVED


def release_status(versions: Iterable[ReleaseStatus]) -> ReleaseStatus:
    """Where a release stands, by its versions.

    Released as soon as one language is outside (withdrawn or corrected, where all that left are); approved when
    every language is; in review as soon as one is, or is signed before the others; else a draft.
    """
    found = list(versions)
    outside = [status for status in found if status in LEFT]
    if outside:
        for status in (ReleaseStatus.RELEASED, ReleaseStatus.CORRECTED):
            if status in outside:
                return status
        return ReleaseStatus.WITHDRAWN
    if found and all(status in SIGNED for status in found):
        for status in (ReleaseStatus.EMBARGOED, ReleaseStatus.SCHEDULED):
            if status in found:
                return status
        return ReleaseStatus.APPROVED
    if any(status is not ReleaseStatus.DRAFT for status in found):
        return ReleaseStatus.IN_REVIEW
    return ReleaseStatus.DRAFT
